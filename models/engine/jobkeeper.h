// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/context.h"
#include "engine/engine.h"

namespace valv::engine {

class BackupWork;
class RestoreWork;

//! \brief What a person does with jobs: reads them and the operations that made them, cancels one, and starts one again
//! that ended badly. Any thread.
class JobKeeper
{
public:
    JobKeeper(Context& context, BackupWork& backups, RestoreWork& restores)
        : m_context(context)
        , m_backups(backups)
        , m_restores(restores)
    { }
    [[nodiscard]] Result<QList<BackupJob>> list(const ArmId& vault, const JobQuery& query) const;
    [[nodiscard]] Result<BackupJob> get(const ArmId& id) const; //!< with tasks and live figures
    [[nodiscard]] Result<Accepted> cancel(const ArmId& id); //!< errors JobNotInProgress, JobNotCancelable
    [[nodiscard]] Result<Accepted> retry(const ArmId& id); //!< error JobNotRetryable
    [[nodiscard]] Result<OperationStatus> operation(const ArmId& vault, const QString& operationId) const;

private:
    Context& m_context;
    BackupWork& m_backups;
    RestoreWork& m_restores;
};

} // namespace valv::engine
