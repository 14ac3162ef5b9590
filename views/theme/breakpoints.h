// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

//! Widths at which a layout changes that are no tokens of their own, but follow from some.
namespace valv::views::Breakpoint {

//! A form and its summary beside it; below this the summary stands under the form.
inline constexpr int formOneColumnBelow = Size::bladeWide + Size::bladeWide / 2;

//! Beside what a page shows: narrow windows have narrower margins.
[[nodiscard]] constexpr int contentMargin(int windowWidth)
{
    return windowWidth < essentialsOneColumnBelow ? Size::contentMarginNarrow : Size::contentMargin;
}

} // namespace valv::views::Breakpoint
