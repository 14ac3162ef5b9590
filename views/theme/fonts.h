// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/tokens.h"

#include <QFont>
#include <QString>

namespace valv::views {

//! \brief Registers the text font that is built into the program. Once, before the first font(); Theme does it.
void registerFonts();
//! \brief The only place that makes fonts. Hinting off, antialiased without subpixels, tabular digits. GUI thread.
[[nodiscard]] QFont font(TextStyle style);
//! \brief The design's line height in pixels (20 for body); a font's own height is smaller.
[[nodiscard]] int lineHeight(TextStyle style);
//! \brief Width of one line in this style, rounded up to whole pixels.
[[nodiscard]] int textWidth(TextStyle style, const QString& text);
//! \brief The same, not rounded, of a text as it is shown. GUI thread.
[[nodiscard]] qreal advance(TextStyle style, const QString& shown);
//! \brief The text as this style shows it: group labels are upper case.
[[nodiscard]] QString styled(TextStyle style, const QString& text);

} // namespace valv::views
