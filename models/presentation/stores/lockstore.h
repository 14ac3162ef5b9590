// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/managementlock.h"
#include "presentation/stores/vaultstore.h"

namespace valv::contract {
[[nodiscard]] inline const ArmId& rowId(const ManagementLock& row)
{
    return row.id;
}
[[nodiscard]] bool sameRow(const ManagementLock& a, const ManagementLock& b);
} // namespace valv::contract

namespace valv::presentation {

//! \brief The locks that hold for one vault: its own and those of its resource group; beside them those of the groups
//! that the backup service made for its snapshots in the vault's subscription, where a lock makes backups fail after a
//! while. Source: flows.md G6, I6.
class LockStore final : public ListStore<contract::ManagementLock>
{
    Q_OBJECT
public:
    LockStore(const StoreContext& context, ArmId vault, QObject* parent = nullptr);
    [[nodiscard]] static bool isServiceGroup(const QString& resourceGroup); //!< AzureBackupRG_<Geo>_<n>
    [[nodiscard]] static bool isOfServiceGroup(const contract::ManagementLock& lock);

    [[nodiscard]] QFuture<Result<contract::ManagementLock>> put(const contract::ManagementLock& lock);
    [[nodiscard]] QFuture<Result<client::Outcome>> remove(const ArmId& id);

protected:
    void load() override;

private:
    ArmId m_vault;
};

} // namespace valv::presentation
