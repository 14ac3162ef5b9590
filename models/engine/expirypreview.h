// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/previews.h"
#include "engine/context.h"

//! \brief What a change would let expire, by the same judgement as the clean-up. Nothing is changed. Any thread.
namespace valv::engine {

//! \brief Of all items that use the policy of this name, when it would be saved like this.
//! \param bytes also what the removal would free: reads the maps of the vault's points
[[nodiscard]] Result<contract::ExpiryPreview> expiryByPolicy(const Context& context, const VaultRecord& vault,
                                                             const contract::BackupPolicy& policy, bool bytes);
//! Of one item that would get this policy and be protected.
[[nodiscard]] Result<contract::ExpiryPreview> expiryByAssignment(const Context& context, const VaultRecord& vault,
                                                                 const ItemRecord& item, const PolicyRecord& policy,
                                                                 bool bytes);

} // namespace valv::engine
