// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"
#include "core/armid.h"
#include "core/result.h"

#include <QJsonObject>
#include <QMap>

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
    QString folder; //!< ours: where the vault's folder is on the engine's host; empty when not told
    QJsonObject raw;
    [[nodiscard]] static Result<Vault> fromJson(const QJsonObject& json);
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
