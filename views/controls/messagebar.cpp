// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/messagebar.h"

#include "controls/accessible.h"
#include "controls/button.h"
#include "controls/linkbutton.h"
#include "theme/fonts.h"
#include "theme/icons.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QEvent>
#include <QPainter>

namespace valv::views {

namespace {

constexpr int textLeft = 38;
constexpr int barPadY = 8;

struct Look
{
    Icon icon;
    Role ink;
    Role fill;
    Role outline;
};

Look lookOf(MessageKind kind)
{
    switch (kind) {
    case MessageKind::Ok:
        return {Icon::Ok, Role::Ok, Role::OkBg, Role::OkBorder};
    case MessageKind::Warning:
        return {Icon::Warning, Role::Warn, Role::WarnBg, Role::WarnBorder};
    case MessageKind::Error:
        return {Icon::Failed, Role::Error, Role::ErrorBg, Role::ErrorBorder};
    case MessageKind::Info:
        break;
    }
    return {Icon::Info, Role::Accent, Role::InfoBg, Role::InfoBorder};
}

} // namespace

MessageBar::MessageBar(MessageKind kind, const QString& title, const QString& text, QWidget* parent)
    : QWidget(parent)
    , m_kind(kind)
{
    installAccessibility();
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setMessage(kind, title, text);
}

void MessageBar::setMessage(MessageKind kind, const QString& title, const QString& text)
{
    m_kind = kind;
    m_title = title;
    m_text = text;
    rebuild();
}

void MessageBar::setDetail(const QString& code)
{
    m_detail = code;
    rebuild();
}

QString MessageBar::sentence() const
{
    return m_title.isEmpty() ? m_text : m_text.isEmpty() ? m_title : QStringLiteral("%1 %2").arg(m_title, m_text);
}

void MessageBar::rebuild()
{
    QVector<Span> spans;
    if (!m_title.isEmpty()) {
        spans.append({m_title, TextStyle::BodyStrong, Role::Text});
    }
    if (!m_text.isEmpty()) {
        spans.append({m_title.isEmpty() ? m_text : QLatin1Char(' ') + m_text, TextStyle::Body, Role::Text});
    }
    m_block.setSpans(spans);
    setAccessibleName(sentence());
    setAccessibleDescription(m_detail);
    updateGeometry();
    arrange();
    update();
}

void MessageBar::setAction(const QString& text)
{
    if (text.isEmpty()) {
        delete m_action;
        m_action = nullptr;
    } else {
        if (!m_action) {
            m_action = new LinkButton(QString(), this);
            m_action->setTextStyle(TextStyle::BodyStrong);
            m_action->show();
            connect(m_action, &QAbstractButton::clicked, this, &MessageBar::actionTriggered);
        }
        m_action->setText(text);
    }
    updateGeometry();
    arrange();
    update();
}

void MessageBar::setInlineLink(const QString& text)
{
    if (!m_inline) {
        m_inline = new LinkButton(QString(), this);
        connect(m_inline, &QAbstractButton::clicked, this, &MessageBar::actionTriggered);
    }
    m_inline->setText(text);
    m_inline->setVisible(!text.isEmpty());
    updateGeometry();
    arrange();
}

void MessageBar::setDismissable(bool on)
{
    if (on && !m_close) {
        m_close = new IconButton(Icon::Close, tr("Dismiss"), this);
        m_close->setSide(Size::controlSmall);
        m_close->show();
        connect(m_close, &QAbstractButton::clicked, this, [this] {
            hide();
            Q_EMIT dismissed();
        });
    } else if (!on) {
        delete m_close;
        m_close = nullptr;
    }
    arrange();
}

int MessageBar::textWidthFor(int width) const
{
    int right = Space::md;
    if (m_close) {
        right += Size::controlSmall;
    }
    if (m_action) {
        right += m_action->sizeHint().width() + Space::xl;
    }
    return std::max(60, width - textLeft - right);
}

int MessageBar::heightForWidth(int width) const
{
    const int room = textWidthFor(width);
    int height = static_cast<int>(m_block.heightFor(room));
    if (m_inline && !m_inline->text().isEmpty()) {
        TextBlock probe; // the link goes on the last line when there is room
        QVector<Span> spans = m_block.spans();
        spans.append({QStringLiteral(" ") + QString(m_inline->text()).replace(QLatin1Char(' '), QChar::Nbsp),
                      TextStyle::Body, Role::Accent});
        probe.setSpans(spans);
        height = static_cast<int>(probe.heightFor(room));
    }
    if (!m_detail.isEmpty()) {
        height += lineHeight(TextStyle::Mono) + 4;
    }
    return std::max(38, height + 2 * barPadY);
}

QSize MessageBar::sizeHint() const
{
    const int width = this->width() > 100 ? this->width() : 480;
    return {480, heightForWidth(width)};
}

QSize MessageBar::minimumSizeHint() const
{
    return {200, 38};
}

void MessageBar::arrange()
{
    const int room = textWidthFor(width());
    m_block.setWidth(room);
    int right = width() - Space::md;
    if (m_close) {
        m_close->move(width() - Size::controlSmall - 5, 5);
        right -= Size::controlSmall;
    }
    if (m_action) {
        const QSize size = m_action->sizeHint();
        m_action->setGeometry(right - size.width(), (height() - size.height()) / 2, size.width(), size.height());
    }
    if (m_inline && !m_inline->text().isEmpty()) {
        const QSize size = m_inline->sizeHint();
        const int line = lineHeight(TextStyle::Body);
        QPointF end = m_block.end();
        if (end.x() + 4 + size.width() > room) {
            end = QPointF(-4, end.y() + line);
        }
        m_inline->setGeometry(textLeft + static_cast<int>(end.x()) + 4,
                              barPadY + 1 + static_cast<int>(end.y()) - (size.height() - line) / 2, size.width(),
                              size.height());
    }
}

void MessageBar::resizeEvent(QResizeEvent* event)
{
    arrange();
    updateGeometry();
    QWidget::resizeEvent(event);
}

void MessageBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        if (m_close) {
            m_close->setName(tr("Dismiss"));
        }
        updateGeometry();
        arrange();
    }
    QWidget::changeEvent(event);
}

void MessageBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Look look = lookOf(m_kind);
    roundedBox(painter, rect(), Radius::control, color(look.fill), color(look.outline));
    paintIcon(painter, QRectF(12, barPadY + 1, Size::iconSmall, lineHeight(TextStyle::Body)), look.icon, look.ink);
    const int room = textWidthFor(width());
    const qreal height = m_block.setWidth(room);
    m_block.paint(painter, QPointF(textLeft, barPadY + 1));
    if (!m_detail.isEmpty()) {
        drawLine(painter, QRectF(textLeft, barPadY + 1 + height + 4, room, lineHeight(TextStyle::Mono)),
                 TextStyle::Mono, color(Role::Secondary), m_detail, Qt::AlignLeft, Qt::ElideMiddle);
    }
}

} // namespace valv::views
