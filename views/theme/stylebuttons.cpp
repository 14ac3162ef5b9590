// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/fonts.h"
#include "theme/icons.h"
#include "theme/painting.h"
#include "theme/stylepainting_p.h"
#include "theme/theme.h"

#include <cmath>

namespace valv::views::drawing {

namespace {

struct ButtonColors
{
    Role fill = Role::Surface;
    Role outline = Role::BorderStrong;
    Role text = Role::Text;
};

ButtonColors buttonColors(ButtonKind kind, QStyle::State state)
{
    if (!(state & QStyle::State_Enabled)) {
        return {Role::DisabledBg, Role::Border, Role::Disabled};
    }
    const bool down = state & QStyle::State_Sunken;
    const bool over = state & QStyle::State_MouseOver;
    switch (kind) {
    case ButtonKind::Primary: {
        const Role fill = down ? Role::AccentPressed : over ? Role::AccentHover : Role::Accent;
        return {fill, fill, Role::OnAccent};
    }
    case ButtonKind::DangerPrimary: {
        // Surface on error reads in both themes: white on dark red, near black on light red.
        return {Role::Error, down || over ? Role::Text : Role::Error, Role::Surface};
    }
    case ButtonKind::Danger:
        return {down ? Role::Pressed : over ? Role::ErrorBg : Role::Surface, Role::ErrorBorder, Role::Error};
    case ButtonKind::Standard:
        break;
    }
    const bool on = state & QStyle::State_On;
    return {on         ? Role::Selected
                : down ? Role::Pressed
                : over ? Role::Hover
                       : Role::Surface,
            on ? Role::Accent : Role::BorderStrong, Role::Text};
}

} // namespace

void pushButton(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget)
{
    const ButtonKind kind = kindOf(widget);
    const ButtonColors colors = buttonColors(kind, option.state);
    roundedBox(painter, option.rect, Radius::control, color(colors.fill), color(colors.outline));

    const TextStyle style = isSmall(widget) ? TextStyle::CaptionStrong : TextStyle::BodyStrong;
    QString text = option.text;
    text.replace(QStringLiteral("&&"), QStringLiteral("\1"))
        .remove(QLatin1Char('&'))
        .replace(QLatin1Char('\1'), QLatin1Char('&'));
    const bool hasIcon = !option.icon.isNull();
    const bool hasMenu = option.features & QStyleOptionButton::HasMenu;
    const int gap = hasIcon && !text.isEmpty() ? Space::sm : 0;
    QRectF inside = QRectF(option.rect).adjusted(12, 0, hasMenu ? -28 : -12, 0);
    const int wanted = textWidth(style, text) + gap + (hasIcon ? Size::iconSmall : 0);
    if (text.isEmpty()) {
        inside = option.rect;
    }
    qreal x = inside.x() + std::max(0.0, (inside.width() - wanted) / 2);
    if (hasIcon) {
        const QRect at(static_cast<int>(x), option.rect.y() + (option.rect.height() - Size::iconSmall) / 2,
                       Size::iconSmall, Size::iconSmall);
        // The icon takes the text's colour: drawn as a mask.
        const qreal dpr = painter.device()->devicePixelRatio();
        QPixmap pixels = option.icon.pixmap(at.size(), dpr, QIcon::Normal);
        QPainter tint(&pixels);
        tint.setCompositionMode(QPainter::CompositionMode_SourceIn);
        tint.fillRect(pixels.rect(), color(colors.text));
        tint.end();
        painter.drawPixmap(at, pixels);
        x += Size::iconSmall + gap;
    }
    drawLine(painter, QRectF(x, option.rect.y(), inside.right() - x + 1, option.rect.height()), style,
             color(colors.text), text);
    if (hasMenu) {
        paintIcon(painter, QRectF(option.rect.right() - 26, option.rect.y(), 16, option.rect.height()),
                  Icon::ChevronDown, colors.text);
    }
}

void checkBox(const QStyleOption& option, QPainter& painter)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool filled = option.state & (QStyle::State_On | QStyle::State_NoChange);
    QRectF box(0, 0, Size::checkbox, Size::checkbox);
    box.moveCenter(QRectF(option.rect).center());
    box.moveTopLeft(QPointF(std::round(box.x()), std::round(box.y())));
    const bool over = option.state & QStyle::State_MouseOver;
    const Role fill = !enabled ? Role::DisabledBg : filled ? (over ? Role::AccentHover : Role::Accent) : Role::Surface;
    const Role outline = !enabled ? Role::Border : filled ? fill : over ? Role::Text : Role::BorderStrong;
    roundedBox(painter, box, 3, color(fill), color(outline));
    if (!filled) {
        return;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(
        QPen(color(enabled ? Role::OnAccent : Role::Disabled), 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.translate(box.topLeft());
    if (option.state & QStyle::State_NoChange) {
        painter.drawLine(QPointF(4.5, 8), QPointF(11.5, 8));
    } else {
        const QPointF tick[] = {{4.5, 8.2}, {7, 10.7}, {11.5, 5.7}};
        painter.drawPolyline(tick, 3);
    }
    painter.restore();
}

void radioButton(const QStyleOption& option, QPainter& painter)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool on = option.state & QStyle::State_On;
    const bool over = option.state & QStyle::State_MouseOver;
    QRectF box(0, 0, Size::radio, Size::radio);
    box.moveCenter(QRectF(option.rect).center());
    box.moveTopLeft(QPointF(std::round(box.x()), std::round(box.y())));
    const Role outline = !enabled ? Role::Border : on ? Role::Accent : over ? Role::Text : Role::BorderStrong;
    roundedBox(painter, box, Size::radio / 2.0, color(enabled ? Role::Surface : Role::DisabledBg), color(outline));
    if (on) {
        roundedBox(painter, box.adjusted(4, 4, -4, -4), 4, color(enabled ? Role::Accent : Role::Disabled), QColor());
    }
}

void toolButton(const QStyleOptionToolButton& option, QPainter& painter)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const bool over = enabled && (option.state & QStyle::State_MouseOver);
    const bool down = enabled && (option.state & QStyle::State_Sunken);
    if (over || down || (option.state & QStyle::State_On)) {
        roundedBox(painter, option.rect, Radius::control,
                   color(down                                    ? Role::Pressed
                             : (option.state & QStyle::State_On) ? Role::Selected
                                                                 : Role::Hover),
                   QColor());
    }
    QRectF inside = option.rect;
    if (!option.icon.isNull()) {
        const int px = option.iconSize.width() > 0 ? option.iconSize.width() : Size::iconSmall;
        const bool alone = option.text.isEmpty() || option.toolButtonStyle == Qt::ToolButtonIconOnly;
        QRect at(0, 0, px, px);
        at.moveCenter(option.rect.center());
        if (!alone) {
            at.moveLeft(option.rect.x() + Space::sm);
        }
        option.icon.paint(&painter, at, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled,
                          option.state & QStyle::State_On ? QIcon::On : QIcon::Off);
        if (alone) {
            return;
        }
        inside.setLeft(at.right() + Space::sm);
    }
    drawLine(painter, inside, TextStyle::Body, color(enabled ? Role::Text : Role::Disabled), option.text);
}

} // namespace valv::views::drawing
