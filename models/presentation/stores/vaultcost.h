// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/text/prices.h"

#include <optional>

namespace valv::contract {
struct Vault;
}

namespace valv::presentation {

class Session;

//! \brief What a vault costs a month at these prices, by what its items hold and by what it stores now; nothing when
//! that is not known yet or a price that is needed is not given. Source: flows.md H.
[[nodiscard]] std::optional<double> monthlyCostOf(const contract::Vault& vault, Session& session,
                                                  const Prices& prices);

} // namespace valv::presentation
