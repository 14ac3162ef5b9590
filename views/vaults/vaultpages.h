// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/context.h"

namespace valv::views {

//! \brief The pages of the vaults: {vaults, , }, {vaults, vault or nothing, create}.
[[nodiscard]] Page* makeVaultsPage(const Context& context, const Route& route);
//! \brief The pages of one vault: {vault, its id, part}. An unknown part is the overview.
[[nodiscard]] Page* makeVaultPage(const Context& context, const Route& route);

} // namespace valv::views
