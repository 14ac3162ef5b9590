// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/managementlock.h"
#include "engine/context.h"
#include "engine/engine.h"

namespace valv::engine {

//! \brief Locks of vaults and resource groups. Who keeps to them is the router. Any thread.
class LockKeeper
{
public:
    explicit LockKeeper(Context& context)
        : m_context(context)
    { }

    //! On the scope itself, on what is within it, and on the groups that it stands in; by name.
    [[nodiscard]] Result<QList<contract::ManagementLock>> list(const ArmId& scope) const;
    [[nodiscard]] Result<contract::ManagementLock> get(const ArmId& id) const;
    //! Errors ResourceNotFound, ResourceGroupNotFound (what is locked), InvalidRequestContent (level, notes, name).
    [[nodiscard]] Result<Written<contract::ManagementLock>> put(const contract::ManagementLock& lock);
    [[nodiscard]] Result<bool> remove(const ArmId& id); //!< false: there was none
    //! Locks that hold for a request on this scope: its own and those of what it stands in.
    [[nodiscard]] Result<QList<contract::ManagementLock>> holding(const ArmId& scope) const;

private:
    [[nodiscard]] Result<QList<contract::ManagementLock>> all() const;

    Context& m_context;
};

} // namespace valv::engine
