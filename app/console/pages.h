// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "frame/context.h"

namespace valv::console {

//! Every page of the console, one line each.
[[nodiscard]] views::PageFactories pageFactories();
//! Where a notification about this leads; an empty page: nowhere.
[[nodiscard]] views::Route routeOf(const ArmId& id);

} // namespace valv::console
