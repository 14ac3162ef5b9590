// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/call.h"

//! \brief The places that disks can be restored to, shown as storage accounts, because az asks for one before a
//! restore. There is one in each resource group: "valvrestore", a folder that the engine keeps for restored disks.
//! Source: contract.md 6; docs/wire-extensions.md.
namespace valv::service {

[[nodiscard]] QString storageAccountName();
[[nodiscard]] bool isStorageAccount(const Call& call, const ArmId& id);

} // namespace valv::service
