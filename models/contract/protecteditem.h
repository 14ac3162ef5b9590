// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"
#include "core/armid.h"
#include "core/result.h"
#include "core/sharedtexts.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

namespace valv::contract {

struct HealthDetail
{
    int code = 0;
    QString title;
    QString message;
    QStringList recommendations;
    friend bool operator==(const HealthDetail&, const HealthDetail&) = default;
};

//! \brief A protected VM: .../protectionContainers/{container}/protectedItems/{item}. Source: contract.md 10.4.
struct ProtectedItem
{
    ArmId id;
    QString name; //!< VM;iaasvmcontainerv2;rg;vm
    QString friendlyName;
    ArmId sourceResourceId; //!< the VM
    QString containerName;
    ArmId policyId; //!< empty when stopped
    QString policyName;
    Open<ProtectionState> state;
    Open<HealthStatus> health;
    QList<HealthDetail> healthDetails;
    Open<LastBackupStatus> lastBackupStatus; //!< empty before the first
    std::optional<QDateTime> lastBackupTime; //!< UTC
    std::optional<QDateTime> lastRecoveryPoint;
    std::optional<QDateTime> oldestRecoveryPoint; //!< with extended info
    int recoveryPointCount = -1; //!< -1: not told
    bool softDeleted = false;
    std::optional<QDateTime> deletedAt;
    int softDeleteDays = 0;
    std::optional<QDateTime> nextRun; //!< ours: properties.valv.nextRunTime
    int missedRuns = 0; //!< ours: runs that could not start on time since the last one that did
    std::optional<QDateTime> lastMissedRun; //!< ours: when the latest of all missed runs was due
    QString runningJob; //!< ours: name of the job that runs on it now; empty when none
    qint64 sourceBytes = -1; //!< ours: allocated at the last backup; -1 unknown
    qint64 estimatedChangedBytes = -1; //!< ours: what a backup now would read, as far as known
    QJsonObject raw;
    friend bool operator==(const ProtectedItem&, const ProtectedItem&) = default;

    [[nodiscard]] static Result<ProtectedItem> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

//! For a row of a long list, shown and never written back: without raw and names (the id has them); shares the rest.
void lighten(ProtectedItem& item, SharedTexts& texts);

//! A length of time as the wire's deferredDeleteTimeRemaining spells it, e.g. 13.23:59:44.1000000 (days.hours:minutes:
//! seconds); the codec has no clock, so who answers writes that member. Negative is zero.
[[nodiscard]] QString timeSpan(qint64 milliseconds);

//! A VM that could be protected: backupProtectableItems. Source: contract.md 10.2.
struct ProtectableItem
{
    ArmId id;
    QString name;
    QString friendlyName;
    ArmId virtualMachineId;
    QString resourceGroup;
    QJsonObject raw;
    [[nodiscard]] static Result<ProtectableItem> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

//! Answer of backupStatus: whether any vault protects this VM.
struct BackupStatus
{
    QString protectionStatus; //!< NotProtected, Protecting, Protected, ProtectionFailed
    ArmId vaultId;
    QString containerName;
    QString protectedItemName;
    QString policyName;
    QJsonObject raw;
    [[nodiscard]] static Result<BackupStatus> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

//! Answer of backupPreValidateProtection: whether a vault could protect this VM now.
struct PreValidation
{
    std::optional<Error> obstacle; //!< why it could not
    QStringList warnings; //!< ours: what will be less than good; codes of contract/readiness.h
    [[nodiscard]] static Result<PreValidation> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace valv::contract
