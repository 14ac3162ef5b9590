// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/valvstyle.h"

#include <QPainter>
#include <QStyleOption>

// The drawing of ValvStyle, by kind of control. Private to the theme.
namespace valv::views::drawing {

[[nodiscard]] ButtonKind kindOf(const QWidget* widget);

// stylebuttons.cpp
void pushButton(const QStyleOptionButton& option, QPainter& painter, const QWidget* widget);
void checkBox(const QStyleOption& option, QPainter& painter);
void radioButton(const QStyleOption& option, QPainter& painter);
void toolButton(const QStyleOptionToolButton& option, QPainter& painter);

// stylefields.cpp
void fieldFrame(const QStyleOption& option, QPainter& painter, const QWidget* widget, bool focused);
void comboBox(const QStyleOptionComboBox& option, QPainter& painter, const QWidget* widget);
void comboLabel(const QStyleOptionComboBox& option, QPainter& painter);
void spinBox(const QStyleOptionSpinBox& option, QPainter& painter, const QWidget* widget);
[[nodiscard]] QRect spinBoxRect(const QStyleOptionSpinBox& option, QStyle::SubControl sub);
[[nodiscard]] QRect comboBoxRect(const QStyleOptionComboBox& option, QStyle::SubControl sub);

// stylemenus.cpp
void menuItem(const QStyleOptionMenuItem& option, QPainter& painter);
[[nodiscard]] QSize menuItemSize(const QStyleOptionMenuItem& option);
void itemViewItem(const QStyleOptionViewItem& option, QPainter& painter);
void scrollBar(const QStyleOptionSlider& option, QPainter& painter);
[[nodiscard]] QRect scrollBarRect(const QStyleOptionSlider& option, QStyle::SubControl sub);
void popupMask(QWidget* popup);

} // namespace valv::views::drawing
