// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"
#include "core/armid.h"
#include "core/result.h"
#include "core/sharedtexts.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QStringList>

#include <optional>

namespace valv::contract {

struct JobTask
{
    QString taskId; //!< "Take Snapshot", "Transfer data to vault", …
    Open<TaskStatus> status;
    std::optional<QDateTime> startTime;
    std::optional<QDateTime> endTime;
    qint64 durationMs = 0;
    std::optional<double> progress; //!< percent
    QString details;
    friend bool operator==(const JobTask&, const JobTask&) = default;
};

struct JobError
{
    int number = 0; //!< errorCode
    QString code; //!< errorTitle on our wire: the code of errors.tsv, e.g. UserErrorVmNotFoundV2
    QString message;
    QStringList recommendations;
    friend bool operator==(const JobError&, const JobError&) = default;
};

//! Live figures of a backup or restore; ours (properties.valv), all bytes.
struct JobFigures
{
    qint64 totalBytes = -1; //!< what is to be read
    qint64 readBytes = 0;
    qint64 changedBytes = 0; //!< not already in the vault
    qint64 storedBytes = 0; //!< added to the vault, compressed and encrypted
    double bytesPerSecond = -1; //!< lately; -1 unknown
    qint64 remainingMs = -1;
    friend bool operator==(const JobFigures&, const JobFigures&) = default;
};

//! \brief backupJobs/{job}. Source: contract.md 10.7.
struct BackupJob
{
    ArmId id;
    QString name; //!< uuid
    QString entity; //!< entityFriendlyName
    QString containerName;
    Open<JobOperation> operation;
    Open<JobStatus> status;
    QDateTime startTime; //!< UTC
    std::optional<QDateTime> endTime;
    qint64 durationMs = 0;
    QString activityId;
    bool cancellable = false;
    bool userTriggered = true;
    QList<JobError> errors;
    QList<JobTask> tasks; //!< only in the single GET
    QMap<QString, QString> propertyBag;
    QMap<QString, QString> internalBag;
    std::optional<double> progress; //!< percent
    std::optional<JobFigures> figures; //!< ours; also in the list
    ArmId sourceResourceId; //!< ours: the VM
    QString policyName; //!< ours
    QString resultFolder; //!< ours: where a restore put its files
    QJsonObject raw;

    [[nodiscard]] bool isRunning() const { return status == JobStatus::InProgress || status == JobStatus::Cancelling; }
    //! Takes or took longer than such a job should: a backup more than 12 hours, a restore more than 6. Source:
    //! flows.md E8.
    [[nodiscard]] bool isSlow() const;
    [[nodiscard]] static Result<BackupJob> fromJson(const QJsonObject& json);
    //! Without extended: as in a list (no tasks, no property bags).
    [[nodiscard]] QJsonObject toJson(bool extended = true) const;
};

//! For a row of a long list, which is shown and never written back: leaves out raw, and shares what rows have in
//! common.
void lighten(BackupJob& job, SharedTexts& texts);

} // namespace valv::contract
