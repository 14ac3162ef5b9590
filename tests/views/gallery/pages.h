// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

// The gallery's pages: example values in the sizes of the design pictures.
namespace valv::views::gallery {

inline QString s(const char* text)
{
    return QString::fromUtf8(text);
}

[[nodiscard]] QWidget* makeFormPage();
[[nodiscard]] QWidget* makeTablePage();
[[nodiscard]] QWidget* makeChartPage();
[[nodiscard]] QWidget* makeBladePage();

} // namespace valv::views::gallery
