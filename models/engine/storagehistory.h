// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/vaultfacts.h"
#include "engine/context.h"

//! How much the vaults held: a sample when their jobs have ended, and one a day.
namespace valv::engine {

//! Reads the vault's folder and leaves a sample as of that time, unless a job works on the vault: its end asks again.
void takeSample(const Context& context, const VaultRecord& vault, const QDateTime& at);
//! Without a sample for a day?
[[nodiscard]] bool isSampleDue(const Context& context, const VaultRecord& vault, const QDateTime& now);
//! Older than anybody asks for.
void removeOldSamples(const Context& context);

//! Oldest first.
[[nodiscard]] Result<QList<contract::StorageSample>> storageHistory(const Context& context, const ArmId& vault,
                                                                    int days);

} // namespace valv::engine
