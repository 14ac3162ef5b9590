// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"
#include "core/armid.h"
#include "core/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace valv::contract {

struct RecoveryPointDisk
{
    QString name;
    int lun = -1;
    qint64 capacityBytes = -1; //!< ours
    QString format; //!< ours
    friend bool operator==(const RecoveryPointDisk&, const RecoveryPointDisk&) = default;
};

struct RecoveryPointTier
{
    Open<TierType> type;
    Open<TierStatus> status;
    friend bool operator==(const RecoveryPointTier&, const RecoveryPointTier&) = default;
};

//! \brief One recovery point of a VM. Source: contract.md 10.5.
struct RecoveryPoint
{
    ArmId id;
    QString name; //!< 15 decimal digits
    Open<ConsistencyType> consistency;
    QString consistencyReason; //!< recoveryPointAdditionalInfo
    QDateTime time; //!< UTC
    QList<RecoveryPointTier> tiers;
    std::optional<QDateTime> expiry; //!< nothing: until it is deleted
    QStringList keptBy; //!< ours: Daily, Weekly, Monthly, Yearly, OnDemand, Pinned, LastGood, Stopped
    QList<RecoveryPointDisk> disks;
    qint64 sourceBytes = -1; //!< ours: data in the point
    qint64 storedBytes = -1; //!< ours: what it added to the vault
    Open<OsType> osType;
    QString vmSize;
    QJsonObject raw;

    [[nodiscard]] static Result<RecoveryPoint> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace valv::contract
