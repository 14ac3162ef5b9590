// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>

namespace valv {

//! \brief Rounded to three digits, of any size: an average is no measurement, a line on the screen shows no more, and a
//! vault of the same content is never the same to the byte (the names of its chunks are random). Whole numbers stay
//! whole.
[[nodiscard]] inline double toThreeDigits(double value)
{
    if (std::abs(value) < 1000) {
        return std::round(value);
    }
    const double step = std::pow(10.0, std::floor(std::log10(std::abs(value))) - 2);
    return std::round(value / step) * step;
}

} // namespace valv
