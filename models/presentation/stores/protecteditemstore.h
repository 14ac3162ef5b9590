// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/protecteditem.h"
#include "contract/requests.h"
#include "presentation/stores/itembatch.h"
#include "presentation/stores/liststore.h"
#include "presentation/stores/vaultstore.h"

#include <QMultiHash>

#include <memory>

namespace valv::contract {
[[nodiscard]] inline const ArmId& rowId(const ProtectedItem& row)
{
    return row.id;
}
[[nodiscard]] bool sameRow(const ProtectedItem& a, const ProtectedItem& b);
} // namespace valv::contract

namespace valv::presentation {

//! What a person asks of an item.
struct ItemCommand
{
    ActivityKind kind = ActivityKind::BackupNow; //!< or ChangePolicy, StopBackup, ResumeBackup, DeleteData, Undelete
    std::optional<QDateTime> until; //!< BackupNow: the last moment the point is kept; nothing: the backend's 30 days
    ArmId policy; //!< ChangePolicy, ResumeBackup
    contract::StopReason why; //!< StopBackup, DeleteData
};

//! \brief Protected items of all vaults, and what a person can ask of one.
//! Each command tells the activity hub and ends when the backend has made the job (not when that is done).
class ProtectedItemStore final : public ListStore<contract::ProtectedItem>
{
    Q_OBJECT
public:
    ProtectedItemStore(const StoreContext& context, VaultStore& vaults, QObject* parent = nullptr);

    //! The item of a machine; where several vaults hold one, an active before a stopped before a deleted one.
    [[nodiscard]] const contract::ProtectedItem* forVm(const ArmId& virtualMachine) const;
    [[nodiscard]] int countIn(const ArmId& vault) const;
    [[nodiscard]] int countUsing(const ArmId& policy) const;
    //! Reads one again, with its oldest point and their number; removes it when it is gone.
    void refreshItem(const ArmId& id);

    //! \param until the last moment the point is kept; nothing: the backend's 30 days
    [[nodiscard]] QFuture<Result<StartedJob>> backupNow(const ArmId& item, const std::optional<QDateTime>& until);
    [[nodiscard]] QFuture<Result<StartedJob>> stop(const ArmId& item); //!< keeps the data
    [[nodiscard]] QFuture<Result<StartedJob>> resume(const ArmId& item, const ArmId& policy);
    [[nodiscard]] QFuture<Result<StartedJob>> changePolicy(const ArmId& item, const ArmId& policy);
    [[nodiscard]] QFuture<Result<StartedJob>> deleteData(const ArmId& item);
    [[nodiscard]] QFuture<Result<StartedJob>> undelete(const ArmId& item);
    [[nodiscard]] QFuture<Result<StartedJob>> perform(const ArmId& item, const ItemCommand& command);
    //! What the item's points would lose under that policy: for a change of policy, and for resuming.
    [[nodiscard]] QFuture<Result<contract::ExpiryPreview>> previewPolicy(const ArmId& item, const ArmId& policy);
    //! The same of several, together. A later question takes the place of one that is under way, which then ends
    //! without an answer; one that fails ends all.
    [[nodiscard]] QFuture<Result<contract::ExpiryPreview>> previewPolicy(const QList<ArmId>& items,
                                                                         const ArmId& policy);
    //! One command for several, one job each and one notification. Not started yet: call run(), and release() when you
    //! no longer look. Owned by the store.
    [[nodiscard]] ItemBatch* perform(const QList<ArmId>& items, const ItemCommand& command);

Q_SIGNALS:
    //! The items of these machines are others, or differ, or are gone.
    void virtualMachinesTouched(const QList<valv::ArmId>& virtualMachines);

protected:
    void load() override;
    contract::ProtectedItem merged(const contract::ProtectedItem& before, contract::ProtectedItem after) const override;

private:
    friend class EnableFlow;
    struct Previews;
    void previewNext(const std::shared_ptr<Previews>& asked);
    [[nodiscard]] QFuture<Result<client::Outcome>> ask(const ArmId& item, const ItemCommand& command);
    //! Without a notification of its own.
    [[nodiscard]] QFuture<Result<StartedJob>> performQuietly(const ArmId& item, const ItemCommand& command);
    void index(int first, int last);
    void unindex(int first, int last);

    VaultStore& m_vaults;
    QMultiHash<ArmId, ArmId> m_byVm;
    QHash<ArmId, int> m_perVault;
    QList<ArmId> m_removed; // machines whose item is just going
    int m_previews = 0; //!< the latest question about several
};

} // namespace valv::presentation
