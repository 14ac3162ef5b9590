// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme/tokens.h"

#include <array>

namespace valv::views {

namespace {

struct RoleValue
{
    const char* key;
    quint32 light;
    quint32 dark;
};

constexpr std::array roles{
#define VALV_ROLE(name, key, light, dark) RoleValue{#key, light, dark},
#include "tokens.inc"
};

constexpr std::array types{
#define VALV_TYPE(name, key, px, line, weight, upper) TypeSpec{px, line, weight, upper},
#include "tokens.inc"
};

} // namespace

QColor tokenColor(Role role, Scheme scheme)
{
    const RoleValue& value = roles[static_cast<std::size_t>(role)];
    return QColor::fromRgba(scheme == Scheme::Dark ? value.dark : value.light);
}

const char* tokenKey(Role role)
{
    return roles[static_cast<std::size_t>(role)].key;
}

TypeSpec typeSpec(TextStyle style)
{
    switch (style) {
    case TextStyle::Axis:
        return {static_cast<int>(Chart::axis), 16, 400, false};
    case TextStyle::Heading:
        return {16, typeSpec(TextStyle::Section).line, typeSpec(TextStyle::Section).weight, false};
    case TextStyle::CaptionStrong:
        return {typeSpec(TextStyle::Caption).px, typeSpec(TextStyle::Caption).line,
                typeSpec(TextStyle::BodyStrong).weight, false};
    case TextStyle::Mono:
        return {12, 20, 400, false};
    default:
        return types[static_cast<std::size_t>(style)];
    }
}

} // namespace valv::views
