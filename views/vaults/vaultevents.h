// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/vault.h"
#include "core/statuskind.h"
#include "frame/context.h"

namespace valv::views {

//! \brief One thing about a vault that a person should look at, and where.
struct VaultEvent
{
    StatusKind kind = StatusKind::Warning; //!< Failed: critical
    QString title;
    QString caption; //!< severity and time; first where it was found, unless an alert tells it
    Route route;
};

//! \brief What needs attention in a vault now: its active alerts, and what no alert tells of its items, its second
//! location and its key. The critical first, then the newest. Source: flows.md C1, I9.
[[nodiscard]] QList<VaultEvent> vaultEvents(const Context& context, const contract::Vault& vault);

} // namespace valv::views
