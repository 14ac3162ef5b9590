// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/operation.h"
#include "client/pages.h"
#include "contract/backupjob.h"

#include <QDateTime>
#include <QFuture>

#include <optional>

namespace valv::client {

struct JobFilter
{
    //! Empty: any. Valv's own service also takes several, as Open::fromWire("Failed,CompletedWithWarnings").
    contract::Open<contract::JobStatus> status;
    contract::Open<contract::JobOperation> operation;
    std::optional<QDateTime> from; //!< window on the start time
    std::optional<QDateTime> to;
    QString entity; //!< friendly name of the item
};

//! \brief vaults/{v}/backupJobs. Source: contract.md 10.7.
class JobsClient
{
public:
    explicit JobsClient(Pipeline& pipeline)
        : m_pipeline(pipeline)
    { }
    //! Newest first, without tasks.
    [[nodiscard]] QFuture<Result<QList<contract::BackupJob>>> list(const ArmId& vault, const JobFilter& filter = {},
                                                                   PageSink<contract::BackupJob> sink = {});
    //! With tasks and live figures.
    [[nodiscard]] QFuture<Result<contract::BackupJob>> get(const ArmId& id);
    //! Ends when the cancelling was accepted; the job is then Cancelling.
    [[nodiscard]] QFuture<Result<Outcome>> cancel(const ArmId& id);
    //! Starts again what failed or was cancelled: a backup or a restore. Ends when the new job was made.
    [[nodiscard]] QFuture<Result<Outcome>> retry(const ArmId& id);

    [[nodiscard]] static ArmId idOf(const ArmId& vault, const QString& jobId);

private:
    Pipeline& m_pipeline;
};

} // namespace valv::client
