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
    //! ours: Daily, Weekly, Monthly, Yearly, OnDemand, Chosen, Pinned, Held, LastGood, Stopped
    QStringList keptBy;
    bool pinned = false; //!< ours: never expires while set
    bool held = false; //!< ours: kept by an order; nobody may delete it while set
    QString reason; //!< ours: why it is pinned or held
    bool expiryChosen = false; //!< ours: a person chose the date for this point; the policy has no say
    QString etag; //!< ours: changes with pin, hold, reason and chosen date
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
