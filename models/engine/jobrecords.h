// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backupjob.h"
#include "contract/operation.h"
#include "engine/catalogue.h"
#include "engine/engine.h"
#include "engine/records.h"

#include <QJsonObject>

//! Rows of jobs and operations.
namespace valv::engine {

struct JobRecord
{
    contract::BackupJob job;
    QString vaultId;
    QString item; //!< ItemRecord::nameKey()
    QJsonObject request; //!< what was asked for, to ask for it again
    QStringList leftovers; //!< temporary files to remove when the job never ended
};
[[nodiscard]] Result<> saveJob(Catalogue::Writer& writer, const JobRecord& record);
//! Newest first; what a list does not show, leftovers and request, is not read.
[[nodiscard]] Result<QList<JobRecord>> jobRecords(const Catalogue& catalogue, const VaultRecord& vault,
                                                  const JobQuery& query);
[[nodiscard]] Result<std::optional<JobRecord>> findJob(const Catalogue& catalogue, const QString& vaultId,
                                                       const QString& jobId);
//! All that have not ended, of any vault.
[[nodiscard]] Result<QList<JobRecord>> unendedJobs(const Catalogue& catalogue);

struct OperationRecord
{
    QString id;
    QString vaultId; //!< empty: of no vault
    contract::OperationState status = contract::OperationState::Succeeded;
    QDateTime started;
    std::optional<QDateTime> ended;
    QString jobId;
    std::optional<Error> error;
};
[[nodiscard]] Result<> saveOperation(Catalogue::Writer& writer, const OperationRecord& record);
[[nodiscard]] Result<std::optional<OperationRecord>> findOperation(const Catalogue& catalogue, const QString& vaultId,
                                                                   const QString& id);

} // namespace valv::engine
