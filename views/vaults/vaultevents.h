// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/vault.h"
#include "controls/eventlist.h"
#include "frame/context.h"

namespace valv::views {

//! \brief One thing about a vault that a person should look at, and where. Its kind is Failed where it is critical; its
//! caption has severity and time, and first where it was found, unless an alert tells it.
struct VaultEvent : EventList::Event
{
    Route route;
};

//! \brief What needs attention in a vault now: its active alerts, and what no alert tells of its items, its second
//! location and its key. The critical first, then the newest. Source: flows.md C1, I9.
[[nodiscard]] QList<VaultEvent> vaultEvents(const Context& context, const contract::Vault& vault);

} // namespace valv::views
