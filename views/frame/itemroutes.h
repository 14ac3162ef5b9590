// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "frame/route.h"
#include "presentation/stores/protection.h"

#include <optional>

namespace valv::views {

//! The backup items of a vault, or of all with an empty id; with a state only those that are in it.
[[nodiscard]] Route itemsRoute(const ArmId& vault, std::optional<presentation::Protection> state = std::nullopt);
//! Only those of which the check before a backup says that.
[[nodiscard]] Route itemsRoute(const ArmId& vault, contract::HealthStatus preCheck);
//! The state in such a route's part; nothing: the part is empty or the name of a policy.
[[nodiscard]] std::optional<presentation::Protection> itemStateIn(const QString& part);

[[nodiscard]] std::optional<contract::HealthStatus> preCheckIn(const QString& part);

} // namespace valv::views
