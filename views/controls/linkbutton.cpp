// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/linkbutton.h"

#include "controls/accessible.h"
#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QFontMetricsF>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace valv::views {

namespace {

constexpr int linkIconGap = 4;

} // namespace

LinkButton::LinkButton(const QString& text, QWidget* parent)
    : QAbstractButton(parent)
{
    setText(text);
    setAttribute(Qt::WA_Hover);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setRing(this, Ring::Outer);
}

void LinkButton::setTextStyle(TextStyle style)
{
    m_style = style;
    updateGeometry();
    update();
}

void LinkButton::setLinkIcon(Icon name, std::optional<Role> role)
{
    m_icon = name;
    m_iconRole = role;
    updateGeometry();
    update();
}

void LinkButton::setRole(Role role)
{
    m_role = role;
    update();
}

void LinkButton::setReason(const QString& reason)
{
    if (!reason.isEmpty()) {
        installAccessibility();
    }
    if (m_reason.set(reason, reason)) {
        setCursor(m_reason.isThere() ? Qt::ArrowCursor : Qt::PointingHandCursor);
    }
}

bool LinkButton::hitButton(const QPoint& at) const
{
    return isAvailable() && QAbstractButton::hitButton(at);
}

void LinkButton::focusInEvent(QFocusEvent* event)
{
    QAbstractButton::focusInEvent(event);
    m_reason.focused();
}

void LinkButton::keyPressEvent(QKeyEvent* event)
{
    if (!m_reason.takes(*event)) {
        QAbstractButton::keyPressEvent(event);
    }
}

QSize LinkButton::sizeHint() const
{
    return {textWidth(m_style, text()) + 1 + (m_icon ? Size::iconSmall + linkIconGap : 0), Size::controlSmall};
}

QSize LinkButton::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 40), Size::controlSmall};
}

void LinkButton::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Role role = isAvailable() ? m_role : Role::Disabled;
    QRectF r = rect();
    if (m_icon) {
        paintIcon(painter, QRectF(r.x(), r.y(), Size::iconSmall, r.height()), *m_icon,
                  isAvailable() ? m_iconRole.value_or(role) : role);
        r.setLeft(Size::iconSmall + linkIconGap);
    }
    const qreal used = drawLine(painter, r, m_style, color(role), text(), Qt::AlignLeft, m_elide);
    if (isAvailable() && underMouse()) {
        const QFontMetricsF metrics(views::font(m_style));
        hline(painter, QRectF(r.x(), r.center().y() + metrics.height() / 2 - 1, used, 1), color(role));
    }
}

bool LinkButton::event(QEvent* event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && sizeHint().width() > width() + 1) {
        QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(), text().toHtmlEscaped(), this);
        return true;
    }
    return QAbstractButton::event(event);
}

} // namespace valv::views
