// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/card.h"

#include "controls/accessible.h"
#include "controls/topcolumn.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace valv::views {

namespace {

class IconMark : public QWidget
{
public:
    IconMark(Icon name, Role role, QWidget* parent)
        : QWidget(parent)
        , m_icon(name)
        , m_role(role)
    {
        setFixedSize(Size::iconSmall, lineHeight(TextStyle::Section));
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        paintIcon(painter, rect(), m_icon, m_role);
    }

private:
    Icon m_icon;
    Role m_role;
};

} // namespace

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_outer(new QVBoxLayout(this))
    , m_content(new QWidget(this))
{
    installAccessibility();
    setFrameShape(QFrame::NoFrame);
    m_outer->setSpacing(0);
    m_body = new TopColumn(m_content);
    m_body->setSpacing(Space::md);
    m_outer->addWidget(m_content, 1);
    applyMargins();
    if (!title.isEmpty()) {
        setTitle(title);
    }
}

void Card::ensureHeader()
{
    if (m_header) {
        return;
    }
    m_header = new QWidget(this);
    m_headerLayout = new QHBoxLayout(m_header);
    m_headerLayout->setSpacing(Space::sm);
    m_title = new Label(LabelKind::Section, QString(), m_header);
    m_headerLayout->addWidget(m_title);
    m_headerLayout->addStretch(1);
    m_outer->insertWidget(0, m_header);
    m_header->lower(); // is read before what it is the title of
    applyMargins();
}

void Card::applyMargins()
{
    m_outer->setContentsMargins(1, 1, 1, 1);
    const int pad = m_padding - 1;
    if (m_header) {
        m_headerLayout->setContentsMargins(pad, m_flush ? 7 : 9, pad, m_flush ? 8 : 0);
        m_header->setMinimumHeight(m_flush ? 44 : 9 + Size::controlSmall);
    }
    m_body->setContentsMargins(m_flush ? 0 : pad,
                               m_flush        ? 0
                                   : m_header ? 6
                                              : pad,
                               m_flush ? 0 : pad, m_flush ? 0 : pad);
}

void Card::setTitle(const QString& title)
{
    ensureHeader();
    m_title->setText(title);
    setAccessibleName(title);
    retranslate(); // the link that hides it is named after it
}

void Card::setTitleKind(LabelKind kind)
{
    ensureHeader();
    m_title->setKind(kind);
}

void Card::setTitleIcon(Icon name, Role role)
{
    setTitleMark(new IconMark(name, role, this));
}

void Card::setTitleMark(QWidget* mark)
{
    ensureHeader();
    delete m_iconMark;
    m_iconMark = mark;
    m_headerLayout->insertWidget(0, m_iconMark);
}

void Card::setCaption(const QString& text)
{
    ensureHeader();
    if (!m_caption) {
        m_caption = new Label(LabelKind::Caption, QString(), m_header);
        addHeaderWidget(m_caption);
    }
    m_caption->setText(text);
    m_caption->setVisible(!text.isEmpty()); // its place goes to what stands beside it
}

LinkButton* Card::setLink(const QString& text)
{
    ensureHeader();
    if (!m_link) {
        m_link = new LinkButton(QString(), m_header);
        m_link->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        addHeaderWidget(m_link);
    }
    m_link->setText(text);
    m_link->updateGeometry();
    return m_link;
}

void Card::addHeaderWidget(QWidget* widget)
{
    ensureHeader();
    m_headerLayout->addWidget(widget, 0, Qt::AlignVCenter);
}

int Card::headerWidth() const
{
    return m_header
        ? m_headerLayout->sizeHint().width() + m_outer->contentsMargins().left() + m_outer->contentsMargins().right()
        : 0;
}

void Card::setCollapsible(bool on)
{
    ensureHeader();
    if (on && !m_toggle) {
        m_toggle = new LinkButton(QString(), m_header);
        m_toggle->setTextStyle(TextStyle::Caption);
        m_toggle->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        addHeaderWidget(m_toggle);
        connect(m_toggle, &QAbstractButton::clicked, this, [this] { setCollapsed(!m_collapsed); });
        retranslate();
    }
    if (m_toggle) {
        m_toggle->setVisible(on);
    }
}

void Card::setCollapsed(bool on)
{
    if (m_collapsed == on) {
        return;
    }
    m_collapsed = on;
    m_content->setVisible(!on);
    if (m_header) {
        m_headerLayout->setContentsMargins(m_padding - 1, 9, m_padding - 1, on ? 9 : 0);
    }
    retranslate();
    Q_EMIT collapsedChanged(on);
}

void Card::retranslate()
{
    if (m_toggle) {
        m_toggle->setText(m_collapsed ? tr("Show") : tr("Hide"));
        m_toggle->setLinkIcon(m_collapsed ? Icon::ChevronDown : Icon::ChevronUp);
        m_toggle->setAccessibleName(m_title->text().isEmpty()
                                        ? m_toggle->text()
                                        : QStringLiteral("%1: %2").arg(m_toggle->text(), m_title->text()));
    }
}

void Card::add(QWidget* widget)
{
    m_body->addWidget(widget);
}

void Card::addDivider()
{
    m_body->addWidget(new Divider(this));
}

void Card::setPadding(int px)
{
    m_padding = px;
    applyMargins();
}

void Card::setFlush(bool on)
{
    m_flush = on;
    m_body->setSpacing(on ? 0 : Space::md);
    if (on && !m_corners) {
        m_corners = new CornerCover(Radius::card, this);
        m_corners->setGeometry(rect());
    }
    if (m_corners) {
        m_corners->setVisible(on);
        m_corners->raise();
    }
    applyMargins();
}

void Card::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    roundedBox(painter, rect(), Radius::card, color(Role::Surface), color(Role::Border));
    if (m_flush && m_header && !m_collapsed) {
        hline(painter, QRectF(1, m_header->geometry().bottom(), width() - 2, 1), color(Role::Border));
    }
}

void Card::resizeEvent(QResizeEvent* event)
{
    if (m_corners) {
        m_corners->setGeometry(rect());
        m_corners->raise();
    }
    QFrame::resizeEvent(event);
}

void Card::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
    QFrame::changeEvent(event);
}

Divider::Divider(QWidget* parent)
    : QWidget(parent)
{
    setFixedHeight(1);
}

void Divider::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    hline(painter, rect(), color(Role::Border));
}

CornerCover::CornerCover(int radius, QWidget* parent)
    : QWidget(parent)
    , m_radius(radius)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
}

void CornerCover::resizeEvent(QResizeEvent* event)
{
    QRegion corners;
    for (const QPoint& at : {QPoint(0, 0), QPoint(width() - m_radius, 0), QPoint(0, height() - m_radius),
                             QPoint(width() - m_radius, height() - m_radius)}) {
        corners += QRect(at, QSize(m_radius, m_radius));
    }
    setMask(corners);
    QWidget::resizeEvent(event);
}

void CornerCover::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outside;
    outside.addRect(rect());
    QPainterPath inside;
    inside.addRoundedRect(QRectF(rect()), m_radius, m_radius);
    painter.fillPath(outside.subtracted(inside), color(m_ground));
    painter.setPen(color(Role::Border));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_radius - 0.5, m_radius - 0.5);
}

} // namespace valv::views
