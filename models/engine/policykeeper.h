// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/context.h"
#include "engine/engine.h"

namespace valv::engine {

//! \brief The backup policies of vaults. Any thread. Errors: contract.md 2 and 9.
class PolicyKeeper
{
public:
    explicit PolicyKeeper(Context& context)
        : m_context(context)
    { }
    [[nodiscard]] Result<QList<BackupPolicy>> list(const ArmId& vault) const;
    [[nodiscard]] Result<PolicyRecord> get(const ArmId& id) const;
    //! Items follow at once: the schedule counts from now, retention holds for points that are there as well.
    [[nodiscard]] Result<Written<PolicyRecord>> put(const BackupPolicy& policy, const QString& ifMatch);
    [[nodiscard]] Result<bool> remove(const ArmId& id, const QString& ifMatch);

    //! What saving it would expire; a broken rule is refused as by put().
    [[nodiscard]] Result<contract::ExpiryPreview> preview(const BackupPolicy& policy, bool bytes) const;

private:
    [[nodiscard]] Result<> checkUnused(const VaultRecord& vault, const QString& name) const;

    Context& m_context;
};

} // namespace valv::engine
