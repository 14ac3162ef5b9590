// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"
#include "contract/integrity.h"
#include "contract/notifications.h"
#include "contract/replication.h"
#include "core/armid.h"
#include "core/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QMap>

#include <optional>

namespace valv::contract {

//! \brief Microsoft.RecoveryServices/vaults. Source: contract.md 8.
struct Vault
{
    ArmId id;
    QString name;
    QString location;
    QString etag;
    QMap<QString, QString> tags;
    Open<ProvisioningState> provisioning;
    Open<StorageModel> redundancy; //!< redundancySettings.standardTierStorageRedundancy
    Open<SoftDelete> softDelete;
    int softDeleteDays = 14;
    Open<Immutability> immutability; //!< securitySettings.immutabilitySettings.state
    std::optional<QDateTime> immutableUntil; //!< ours: the end of Locked; nothing: no end
    QString secondFolder; //!< ours: the second location, on the engine's host; empty: none
    std::optional<Replication> replication; //!< ours: how the second location stands; read only
    std::optional<Integrity> integrity; //!< ours: what the checks of its stored bytes found; read only
    std::optional<NotificationSettings> notifications; //!< ours: alerts by mail
    std::optional<NotificationState> notificationState; //!< ours: how their sending goes; read only
    QString folder; //!< ours: where the vault's folder is on the engine's host; empty when not told
    QJsonObject raw;
    //! No recovery point goes before its time: Unlocked, or Locked and its end has not come.
    [[nodiscard]] bool isImmutable(const QDateTime& now) const;
    [[nodiscard]] static Result<Vault> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

//! \brief A PATCH of a vault: what is given changes, the rest stays.
struct VaultPatch
{
    std::optional<QMap<QString, QString>> tags; //!< all of them: an empty map takes them away
    Open<SoftDelete> softDelete; //!< empty: as it is
    std::optional<int> softDeleteDays;
    Open<Immutability> immutability; //!< empty: as it is
    std::optional<QDateTime> immutableUntil; //!< only later than the one before
    std::optional<NotificationSettings> notifications; //!< all of them
    [[nodiscard]] QJsonObject toJson() const;
};

struct Usage
{
    QString name; //!< name.value, e.g. ProtectedItemCount
    QString localizedName;
    QString unit; //!< Count or Bytes
    qint64 current = 0;
    qint64 limit = -1;
    [[nodiscard]] static Result<Usage> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace valv::contract
