// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace valv::presentation {
class LockStore;
}

namespace valv::views {

class MessageBar;

//! Warns of a lock on the resource group that the service has made for its snapshots; hidden where there is none.
//! Source: flows.md G6.
void showServiceGroupLock(MessageBar& bar, const presentation::LockStore& locks);

} // namespace valv::views
