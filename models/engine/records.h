// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"
#include "contract/enums.h"
#include "contract/vault.h"
#include "engine/catalogue.h"

#include <QDateTime>
#include <QList>

#include <optional>

//! Rows of the catalogue as values, and their way in and out.
namespace valv::engine {

//! A name as it is found by, whatever its case (ä and Ä are one letter, unlike in SQLite).
[[nodiscard]] QString keyOf(const QString& name);

struct VaultRecord
{
    QString id; //!< uuid, also in the vault's folder
    contract::Vault vault; //!< with id, name, etag
    QString folder; //!< absolute
    QString keyFile; //!< absolute
    bool deleting = false; //!< its folder is being removed; the name is held until then
    bool everProtected = false;
    QString secondFolder; //!< where it is copied to; empty: nowhere

    //! Its folder is being made: it can be seen, and nothing else.
    [[nodiscard]] bool isCreating() const { return vault.provisioning == contract::ProvisioningState::Provisioning; }
};
[[nodiscard]] Result<QList<VaultRecord>> vaultRecords(const Catalogue& catalogue); //!< by name; deleting ones too
[[nodiscard]] Result<std::optional<VaultRecord>> findVault(const Catalogue& catalogue, const ArmId& id);
[[nodiscard]] Result<std::optional<VaultRecord>> findVaultById(const Catalogue& catalogue, const QString& id);
[[nodiscard]] Result<> saveVault(Catalogue::Writer& writer, const VaultRecord& record);

struct PolicyRecord
{
    QString vaultId;
    contract::BackupPolicy policy; //!< with id and name; protectedItems as counted
    QString etag;
    QDateTime changed; //!< the schedule counts from here
};
[[nodiscard]] Result<QList<PolicyRecord>> policyRecords(const Catalogue& catalogue, const VaultRecord& vault);
[[nodiscard]] Result<std::optional<PolicyRecord>> findPolicy(const Catalogue& catalogue, const VaultRecord& vault,
                                                             const QString& name);
[[nodiscard]] Result<> savePolicy(Catalogue::Writer& writer, const PolicyRecord& record);

struct ItemRecord
{
    QString id; //!< uuid
    QString vaultId;
    QString group; //!< of the VM, as spelled
    QString vmName;
    ArmId sourceId;
    QString policyKey; //!< empty: none
    contract::Open<contract::ProtectionState> state;
    QDateTime countsFrom; //!< a run due before this has been dealt with
    contract::Open<contract::LastBackupStatus> lastStatus; //!< empty: no backup yet
    std::optional<QDateTime> lastTime;
    std::optional<QDateTime> lastPoint;
    std::optional<QDateTime> oldestPoint;
    int points = 0;
    std::optional<QDateTime> deletedAt;
    qint64 sourceBytes = -1;
    QString checkpoint; //!< the source's; empty: read everything
    QString checkpointPoint; //!< the recovery point that belongs to it
    QString checkpointVm; //!< the source's id of the VM it was taken of
    int missedRuns = 0; //!< since the last run that started on time
    std::optional<QDateTime> lastMissed; //!< when the latest of all missed runs was due
    QDateTime since; //!< protected, under this policy, from here; invalid: from countsFrom
    QString lastError; //!< code of the last failed backup

    [[nodiscard]] bool isActive() const; //!< its schedule runs
    //! Being removed for good right now: shown to nobody.
    [[nodiscard]] bool isGoing() const { return deletedAt && deletedAt->toMSecsSinceEpoch() == 0; }
    [[nodiscard]] QString nameKey() const; //!< "group;vm" in one case: one VM in whatever vault
};
[[nodiscard]] QString itemKey(const QString& group, const QString& vm);
[[nodiscard]] Result<QList<ItemRecord>> itemRecords(const Catalogue& catalogue, const QString& vaultId = {});
//! Of any vault.
[[nodiscard]] Result<QList<ItemRecord>> itemRecordsOfVm(const Catalogue& catalogue, const QString& nameKey);
[[nodiscard]] Result<std::optional<ItemRecord>> findItem(const Catalogue& catalogue, const QString& vaultId,
                                                         const QString& nameKey);
[[nodiscard]] Result<> saveItem(Catalogue::Writer& writer, const ItemRecord& record);

} // namespace valv::engine
