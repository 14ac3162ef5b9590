// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/tile.h"

#include "theme/focusring.h"
#include "theme/fonts.h"
#include "theme/painting.h"
#include "theme/theme.h"

#include <QPainter>

namespace valv::views {

namespace {

QString orDash(const QString& value)
{
    return value.isEmpty() ? QStringLiteral("–") : value;
}

void makeClickable(QAbstractButton* button, bool on)
{
    button->setFocusPolicy(on ? Qt::StrongFocus : Qt::NoFocus);
    button->setAttribute(Qt::WA_Hover, on);
    button->setAttribute(Qt::WA_TransparentForMouseEvents, !on);
    button->setCursor(on ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

} // namespace

Tile::Tile(Icon icon, Role iconRole, const QString& title, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_iconRole(iconRole)
{
    setText(title);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setRing(this, Ring::Outer);
    makeClickable(this, true);
    updateName();
}

void Tile::setTitle(const QString& title)
{
    setText(title);
    updateName();
}

void Tile::setValue(const QString& value)
{
    m_value = value;
    updateName();
}

void Tile::setCaption(const QString& caption)
{
    m_caption = caption;
    updateName();
}

void Tile::updateName()
{
    setAccessibleName(QStringLiteral("%1: %2").arg(text(), orDash(m_value)));
    setAccessibleDescription(m_caption);
    updateGeometry();
    update();
}

void Tile::setCompact(bool on)
{
    m_compact = on;
    updateGeometry();
    update();
}

void Tile::setClickable(bool on)
{
    makeClickable(this, on);
}

QSize Tile::sizeHint() const
{
    const int head = Size::iconSmall + Space::sm + textWidth(TextStyle::Body, text());
    const int value = textWidth(TextStyle::Metric, orDash(m_value));
    const int below = value + (m_caption.isEmpty() ? 0 : Space::md + textWidth(TextStyle::Caption, m_caption));
    if (m_compact) {
        return {head + value + 3 * Space::lg, 44};
    }
    return {std::max(head, below) + 2 * Size::tilePadding, 82};
}

QSize Tile::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 140), sizeHint().height()};
}

void Tile::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF r = rect();
    const bool live = isEnabled() && focusPolicy() != Qt::NoFocus;
    roundedBox(painter, r, Radius::card,
               color(live && isDown()           ? Role::Pressed
                         : live && underMouse() ? Role::Hover
                                                : Role::Surface),
               color(Role::Border));
    const QRectF inside = r.adjusted(Size::tilePadding, 0, -Size::tilePadding, 0);
    const qreal titleLeft = inside.x() + Size::iconSmall + Space::sm;
    if (m_compact) {
        paintIcon(painter, QRectF(inside.x(), 0, Size::iconSmall, r.height()), m_icon, m_iconRole);
        const qreal used = textWidth(TextStyle::Section, orDash(m_value));
        drawLine(painter, QRectF(titleLeft, 0, inside.right() - titleLeft - used - Space::sm, r.height()),
                 TextStyle::Body, color(Role::Secondary), text());
        QFont f = views::font(TextStyle::Title);
        f.setPixelSize(typeSpec(TextStyle::Section).px + 2);
        painter.setFont(f);
        painter.setPen(color(Role::Text));
        painter.drawText(inside, Qt::AlignRight | Qt::AlignVCenter, orDash(m_value));
        return;
    }
    paintIcon(painter, QRectF(inside.x(), 14, Size::iconSmall, 20), m_icon, m_iconRole);
    drawLine(painter, QRectF(titleLeft, 14, inside.right() - titleLeft, 20), TextStyle::Body,
             color(Role::Secondary), text());
    const QRectF value(inside.x(), 37, inside.width(), 32);
    const qreal used = drawLine(painter, value, TextStyle::Metric, color(Role::Text), orDash(m_value));
    drawLine(painter, value.adjusted(used + Space::md, 1, 0, 1), TextStyle::Caption, color(Role::Secondary), m_caption);
}

Counter::Counter(const QString& text, QWidget* parent)
    : QAbstractButton(parent)
{
    setText(text);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setRing(this, Ring::Outer);
    makeClickable(this, true);
    updateName();
}

void Counter::setValue(const QString& value)
{
    m_value = value;
    updateName();
}

void Counter::setStatus(std::optional<StatusKind> status)
{
    m_status = status;
    updateGeometry();
    update();
}

void Counter::setClickable(bool on)
{
    makeClickable(this, on);
}

void Counter::updateName()
{
    setAccessibleName(QStringLiteral("%1: %2").arg(text(), orDash(m_value)));
    updateGeometry();
    update();
}

QSize Counter::sizeHint() const
{
    const int caption = textWidth(TextStyle::Body, text()) + (m_status ? Size::iconSmall + 4 : 0);
    return {std::max(textWidth(TextStyle::Metric, orDash(m_value)), caption) + 2, 52};
}

QSize Counter::minimumSizeHint() const
{
    return {std::min(sizeHint().width(), 80), 52};
}

void Counter::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QRectF r = rect();
    const Role role = m_status ? statusRole(*m_status) : Role::Text;
    drawLine(painter, QRectF(0, 0, r.width(), 32), TextStyle::Metric, color(role), orDash(m_value));
    const QRectF caption(0, 32, r.width(), 20);
    qreal used = 0;
    if (m_status) {
        paintIcon(painter, QRectF(0, 32, Size::iconSmall, 20), statusIcon(*m_status), statusRole(*m_status));
        used = Size::iconSmall + 4;
    }
    const Role textRole = m_status == StatusKind::Running ? role : Role::Secondary;
    const qreal width = drawLine(painter, caption.adjusted(used, 0, 0, 0), TextStyle::Body, color(textRole), text());
    if (underMouse() && focusPolicy() != Qt::NoFocus) {
        hline(painter, QRectF(used, 50, width, 1), color(textRole));
    }
}

} // namespace valv::views
