// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"
#include "core/armid.h"
#include "core/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

#include <optional>

//! Bodies of what a person can ask for. Source: contract.md 10.2, 10.3, 10.6.
namespace valv::contract {

struct BackupRequest
{
    std::optional<QDateTime> expiry; //!< nothing: 30 days
    [[nodiscard]] static Result<BackupRequest> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

struct RestoreRequest
{
    QString recoveryPointId;
    Open<RecoveryType> type;
    ArmId sourceResourceId;
    QString region;
    ArmId storageAccountId; //!< staging; not needed where targetFolder is given
    std::optional<QList<int>> diskLuns; //!< absent: all; empty: the OS disk only
    ArmId targetVirtualMachineId; //!< AlternateLocation
    ArmId targetResourceGroupId;
    QString targetFolder; //!< ours: valv.targetFolder, on the engine's host
    QString format; //!< ours: raw or qcow2; empty: raw
    bool overwrite = false; //!< ours: the person was asked
    QJsonObject raw;
    [[nodiscard]] static Result<RestoreRequest> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

//! \brief What is to change about one recovery point (PATCH); what is not given stays. Ours, but for the date, which
//! newer versions of the contract have as well.
struct PointChange
{
    std::optional<bool> pinned; //!< never expires while set
    std::optional<bool> held; //!< kept by an order: can't be deleted while set
    std::optional<QString> reason; //!< why, for people; at most 500 characters
    std::optional<QDateTime> expiry; //!< another date: the policy has no say any more
    bool followPolicy = false; //!< takes a chosen date back
    [[nodiscard]] static Result<PointChange> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
    static constexpr int longestReason = 500;
};

//! Why a person stopped a backup or deleted its data; ours. The job tells it.
struct StopReason
{
    QString reason; //!< Decommissioned, DevTest, Cost, Others, or empty
    QString comment; //!< at most 500 characters
    static constexpr int longestComment = 500;
};

//! PUT of a protected item: one verb, six meanings.
struct ProtectRequest
{
    ArmId sourceResourceId;
    ArmId policyId;
    Open<ProtectionState> state; //!< ProtectionStopped or BackupsSuspended, else empty
    bool rehydrate = false;
    StopReason why; //!< ours: valv.reason, valv.comment; when it stops
    [[nodiscard]] static Result<ProtectRequest> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace valv::contract
