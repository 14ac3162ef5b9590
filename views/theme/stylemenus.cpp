// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/fonts.h"
#include "theme/icons.h"
#include "theme/painting.h"
#include "theme/stylepainting_p.h"
#include "theme/theme.h"

#include <QBitmap>

namespace valv::views::drawing {

namespace {

constexpr int iconColumn = 32; // icon or check mark before the text
constexpr int separatorHeight = 9;

} // namespace

QSize menuItemSize(const QStyleOptionMenuItem& option)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        return {1, separatorHeight};
    }
    const QStringList parts = option.text.split(QLatin1Char('\t'));
    QString text = parts.first();
    text.remove(QLatin1Char('&'));
    int width = iconColumn + textWidth(TextStyle::Body, text) + Space::xl;
    if (parts.size() > 1) {
        width += textWidth(TextStyle::Caption, parts.last()) + Space::xl;
    }
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        width += Space::lg;
    }
    return {width, Size::menuItem};
}

void menuItem(const QStyleOptionMenuItem& option, QPainter& painter)
{
    painter.fillRect(option.rect, color(Role::Surface));
    const QRectF r = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        hline(painter, QRectF(r.x(), r.y() + separatorHeight / 2, r.width(), 1), color(Role::Border));
        return;
    }
    const bool enabled = option.state & QStyle::State_Enabled;
    if (option.state & QStyle::State_Selected) {
        roundedBox(painter, r, Radius::control, color(Role::Hover), QColor());
    }
    const QRectF iconRect(r.x() + Space::sm, r.y(), Size::iconSmall, r.height());
    if (option.checked) {
        paintIcon(painter, iconRect, option.checkType == QStyleOptionMenuItem::Exclusive ? Icon::On : Icon::Tick,
                  enabled ? Role::Accent : Role::Disabled,
                  option.checkType == QStyleOptionMenuItem::Exclusive ? 8 : Size::iconSmall);
    } else if (!option.icon.isNull()) {
        const QRect at(static_cast<int>(iconRect.x()), static_cast<int>(iconRect.center().y() - 7.5), Size::iconSmall,
                       Size::iconSmall);
        option.icon.paint(&painter, at, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
    }
    const QStringList parts = option.text.split(QLatin1Char('\t'));
    QString text = parts.first();
    text.replace(QStringLiteral("&&"), QStringLiteral("\1"))
        .remove(QLatin1Char('&'))
        .replace(QLatin1Char('\1'), QLatin1Char('&'));
    const Role role = enabled ? Role::Text : Role::Disabled;
    drawLine(painter, r.adjusted(iconColumn, 0, -Space::sm, 0), TextStyle::Body, color(role), text);
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        paintIcon(painter, QRectF(r.right() - Space::xl, r.y(), Size::iconSmall, r.height()), Icon::ChevronRight, role);
    } else if (parts.size() > 1) {
        drawLine(painter, r.adjusted(iconColumn, 0, -Space::md, 0), TextStyle::Caption,
                 color(enabled ? Role::Secondary : Role::Disabled), parts.last(), Qt::AlignRight);
    }
}

void itemViewItem(const QStyleOptionViewItem& option, QPainter& painter)
{
    const bool enabled = option.state & QStyle::State_Enabled;
    const QRectF r = option.rect;
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) {
        const bool selected = option.state & QStyle::State_Selected;
        roundedBox(painter, r, Radius::control, color(selected ? Role::Selected : Role::Hover), QColor());
    }
    QRectF text = r.adjusted(Space::sm - 1, 0, -Space::sm, 0);
    if (!option.icon.isNull()) {
        const QRect at(static_cast<int>(text.x()), static_cast<int>(r.center().y() - 7.5), Size::iconSmall,
                       Size::iconSmall);
        option.icon.paint(&painter, at, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        text.setLeft(text.left() + Size::iconSmall + Space::sm);
    }
    qreal used = drawLine(painter, text, TextStyle::Body, color(enabled ? Role::Text : Role::Disabled), option.text);
    const QString detail = option.index.data(Qt::UserRole + 1).toString(); // ComboBox::DetailRole
    if (!detail.isEmpty()) {
        text.setLeft(text.left() + used);
        drawLine(painter, text, TextStyle::Body, color(enabled ? Role::Secondary : Role::Disabled),
                 QStringLiteral(" – ") + detail);
    }
}

void scrollBar(const QStyleOptionSlider& option, QPainter& painter)
{
    const bool horizontal = option.orientation == Qt::Horizontal;
    if (option.maximum <= option.minimum) {
        return;
    }
    const bool over = option.state & QStyle::State_MouseOver;
    const bool active =
        (option.activeSubControls & QStyle::SC_ScrollBarSlider) && (over || (option.state & QStyle::State_Sunken));
    QRectF slider = scrollBarRect(option, QStyle::SC_ScrollBarSlider);
    slider = horizontal ? slider.adjusted(2, 3, -2, -3) : slider.adjusted(3, 2, -3, -2);
    QColor fill = color(active ? Role::Secondary : Role::BorderStrong);
    roundedBox(painter, slider, 3, fill, QColor());
}

QRect scrollBarRect(const QStyleOptionSlider& option, QStyle::SubControl sub)
{
    const bool horizontal = option.orientation == Qt::Horizontal;
    const QRect r = option.rect;
    const int length = horizontal ? r.width() : r.height();
    const qint64 range = static_cast<qint64>(option.maximum) - option.minimum;
    int slider = length;
    if (range > 0) {
        slider = static_cast<int>((static_cast<qint64>(option.pageStep) * length) / (range + option.pageStep));
        slider = std::clamp(slider, std::min(32, length), length);
    }
    const int at = QStyle::sliderPositionFromValue(option.minimum, option.maximum, option.sliderPosition,
                                                   length - slider, option.upsideDown);
    const auto piece = [&](int from, int size) {
        return horizontal ? QRect(r.x() + from, r.y(), size, r.height()) : QRect(r.x(), r.y() + from, r.width(), size);
    };
    switch (sub) {
    case QStyle::SC_ScrollBarGroove:
        return r;
    case QStyle::SC_ScrollBarSlider:
        return piece(at, slider);
    case QStyle::SC_ScrollBarSubPage:
        return piece(0, at);
    case QStyle::SC_ScrollBarAddPage:
        return piece(at + slider, length - at - slider);
    default:
        return {}; // no arrows
    }
}

void popupMask(QWidget* popup)
{
    QBitmap mask(popup->size());
    mask.fill(Qt::color0);
    QPainter painter(&mask);
    painter.setBrush(Qt::color1);
    painter.setPen(Qt::NoPen);
    painter.drawRoundedRect(QRect(QPoint(), popup->size()), Radius::control + 1, Radius::control + 1);
    painter.end();
    popup->setMask(mask);
}

} // namespace valv::views::drawing
