// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/operation.h"
#include "client/pages.h"
#include "contract/managementlock.h"

#include <QFuture>

namespace valv::client {

//! \brief Microsoft.Authorization/locks on vaults and resource groups.
class LocksClient
{
public:
    explicit LocksClient(Pipeline& pipeline)
        : m_pipeline(pipeline)
    { }
    //! Of a subscription or resource group: all within. Of a vault: its own, and those that it has from its group.
    [[nodiscard]] QFuture<Result<QList<contract::ManagementLock>>> list(const ArmId& scope);
    [[nodiscard]] QFuture<Result<contract::ManagementLock>> put(const contract::ManagementLock& lock);
    [[nodiscard]] QFuture<Result<Outcome>> remove(const ArmId& id);

private:
    Pipeline& m_pipeline;
};

} // namespace valv::client
