// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/context.h"

//! What an immutable vault does not let happen. Here and not in the router, so that nothing in the engine goes past it.
//! Errors: BMSUserErrorInvalidInput with VaultImmutable in its details.
namespace valv::engine {

//! \brief Now, also when its end has come by a clock that is not believed (clockwatch.h).
[[nodiscard]] bool isImmutable(const Context& context, const contract::Vault& vault);

//! The data of items goes before its time.
[[nodiscard]] Result<> checkDeletion(const Context& context, const VaultRecord& vault);

//! \brief A recovery point gets another state: would it go earlier than with the one it has? A pin or a hold is no
//! promise.
[[nodiscard]] Result<> checkState(const Context& context, const VaultRecord& vault, const ItemRecord& item,
                                  const VaultRegistry::Points& points, const std::string& pointId,
                                  const store::PointState& after);

//! \brief An item comes under this policy: would a recovery point of it go earlier than under the one it has? The
//! points of a stopped item are held against the policies that they were made under; where one of these is gone it is
//! an error.
[[nodiscard]] Result<> checkPolicy(const Context& context, const VaultRecord& vault, const ItemRecord& item,
                                   const contract::BackupPolicy& after);

} // namespace valv::engine
