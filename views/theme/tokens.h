// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace valv::views {

//! \brief What a colour means; the values come from resources/design/tokens.json. No view names a colour itself.
enum class Role
{
#define VALV_ROLE(name, key, light, dark) name,
#include "tokens.inc"
};

//! \brief The text styles of the design; see fonts.h.
enum class TextStyle
{
#define VALV_TYPE(name, key, px, line, weight, upper) name,
#include "tokens.inc"
    Heading, //!< 16 px semibold: the title of a blade or of a form within a page
    CaptionStrong, //!< 12 px semibold: small buttons, table headers
    Axis, //!< 11 px regular, charts
    Mono, //!< 12 px fixed width: codes and fingerprints
};

// Sizes in device independent pixels, durations in milliseconds, breakpoints as window widths.
namespace Size {
#define VALV_SIZE(name, value) inline constexpr int name = value;
#include "tokens.inc"
} // namespace Size
namespace Space {
#define VALV_SPACE(name, value) inline constexpr int name = value;
#include "tokens.inc"
} // namespace Space
namespace Radius {
#define VALV_RADIUS(name, value) inline constexpr int name = value;
#include "tokens.inc"
} // namespace Radius
namespace Motion {
#define VALV_MOTION(name, value) inline constexpr int name = value;
#include "tokens.inc"
} // namespace Motion
namespace Breakpoint {
#define VALV_BREAKPOINT(name, value) inline constexpr int name = value;
#include "tokens.inc"
} // namespace Breakpoint
namespace Chart {
#define VALV_CHART(name, value) inline constexpr double name = value;
#include "tokens.inc"
} // namespace Chart

//! \brief Which of the two sets of colours.
enum class Scheme
{
    Light,
    Dark
};

//! \brief The token's colour, without regard to the current theme. Any thread.
[[nodiscard]] QColor tokenColor(Role role, Scheme scheme);
//! \brief The role's name in tokens.json, "surfaceAlt".
[[nodiscard]] const char* tokenKey(Role role);
inline constexpr int roleCount = 0
#define VALV_ROLE(name, key, light, dark) +1
#include "tokens.inc"
    ;

struct TypeSpec
{
    int px = 13;
    int line = 20;
    int weight = 400;
    bool upper = false;
};
[[nodiscard]] TypeSpec typeSpec(TextStyle style);

} // namespace valv::views
