// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "frame/route.h"

//! Where alerts and what they are about are.
namespace valv::views {

//! \param scope a vault, an item, or empty: all
//! \param part "critical", "warning", "information", an alert's id (its details are open), or empty
[[nodiscard]] inline Route alertsRoute(const ArmId& scope = {}, const QString& part = {})
{
    return {QStringLiteral("alerts"), scope.text(), part};
}
//! The page of the item's machine, or of the vault; an empty page: neither.
[[nodiscard]] Route alertTargetRoute(const ArmId& target);

} // namespace valv::views
