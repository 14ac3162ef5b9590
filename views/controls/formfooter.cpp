// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/formfooter.h"

#include "controls/keyhint.h"
#include "theme/breakpoints.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QHBoxLayout>
#include <QPainter>

namespace valv::views {

FormFooter::FormFooter(QWidget* parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
    , m_buttons(new QHBoxLayout)
    , m_status(new StatusText(StatusKind::None, QString(), this))
{
    setFixedHeight(Size::bladeFooter);
    m_buttons->setSpacing(Space::sm);
    m_layout->setSpacing(Space::lg);
    m_layout->setContentsMargins(Size::contentMargin, 1, Size::contentMargin, 0);
    m_layout->addLayout(m_buttons);
    m_layout->addStretch(1);
    m_layout->addWidget(m_status);
    m_status->setTextStyle(TextStyle::Caption);
    m_status->hide();
}

Button* FormFooter::setPrimary(const QString& text, ButtonKind kind)
{
    if (!m_primary) {
        m_primary = new Button(kind, text, this);
        m_buttons->insertWidget(0, m_primary);
    }
    m_primary->setKind(kind);
    m_primary->setText(text);
    m_primary->updateGeometry();
    lookAz();
    return m_primary;
}

CopyAzLink* FormFooter::makeAz(const AzText& text)
{
    m_az = new CopyAzLink(text);
    setAzMenu(m_primary, text);
    return m_az;
}

Button* FormFooter::addButton(const QString& text, ButtonKind kind)
{
    auto* button = new Button(kind, text, this);
    m_buttons->addWidget(button);
    return button;
}

void FormFooter::addWidget(QWidget* widget)
{
    m_buttons->addWidget(widget);
}

void FormFooter::setStatus(StatusKind kind, const QString& text)
{
    m_status->setStatus(kind, text);
    m_status->setVisible(!text.isEmpty());
    if (m_hint) {
        m_hint->setVisible(text.isEmpty());
    }
    lookAz();
}

void FormFooter::lookAz()
{
    if (m_az) {
        m_az->look();
    }
}

void FormFooter::setLow()
{
    setFixedHeight(Size::bulkBar + Space::xs);
}

void FormFooter::setKeyHint(const QStringList& keys, const QString& text)
{
    delete m_hint;
    m_hint = new KeyHint(keys, text, this);
    m_layout->addWidget(m_hint);
    m_hint->setVisible(m_status->text().isEmpty());
}

void FormFooter::setMargin(int px)
{
    m_margin = px;
    m_layout->setContentsMargins(px, 1, px, 0);
}

void FormFooter::resizeEvent(QResizeEvent* event)
{
    const int margin = m_margin > 0 ? m_margin : Breakpoint::contentMargin(window()->width());
    m_layout->setContentsMargins(margin, 1, margin, 0);
    if (m_az && m_az->parentWidget() == this) {
        m_az->setNarrow(window()->width() < Breakpoint::essentialsOneColumnBelow);
    }
    QWidget::resizeEvent(event);
}

void FormFooter::setGround(Role role)
{
    m_ground = role;
    update();
}

void FormFooter::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(m_ground));
    hline(painter, rect(), color(Role::Border));
}

} // namespace valv::views
