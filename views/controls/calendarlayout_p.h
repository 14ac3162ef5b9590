// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>

class QWidget;

// Geometry of the calendar, shared by its input and its painting.
namespace valv::views::calendarlayout {

inline constexpr int padding = 12;
inline constexpr int weekColumn = 40;
inline constexpr int gridGap = 1;
inline constexpr int headTop = 46;
inline constexpr int gridTop = 74;
inline constexpr int rowHeight = 34;
inline constexpr int footerHeight = 37;
inline constexpr int preferredWidth = 412;
inline constexpr int minimumWidthOfGrid = 300;

//! The widget's own locale when it was given one, else the program's.
[[nodiscard]] QLocale localeOf(const QWidget* widget);

} // namespace valv::views::calendarlayout
