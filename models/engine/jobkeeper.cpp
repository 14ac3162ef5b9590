// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobkeeper.h"

#include "engine/backupwork.h"
#include "engine/faults.h"
#include "engine/jobrecords.h"
#include "engine/restorework.h"

namespace valv::engine {

Result<QList<BackupJob>> JobKeeper::list(const ArmId& vault, const JobQuery& query) const
{
    const auto record = m_context.vault(vault);
    if (!record) {
        return Fault(record.error());
    }
    const auto records = jobRecords(*m_context.catalogue, *record, query);
    if (!records) {
        return Fault(records.error());
    }
    QList<BackupJob> all;
    for (const auto& row : *records) {
        const auto live = row.job.isRunning() ? m_context.runner->live(row.job.name) : std::nullopt;
        auto job = live ? live->job : row.job;
        job.tasks.clear();
        all.append(job);
    }
    return all;
}

Result<BackupJob> JobKeeper::get(const ArmId& id) const
{
    const auto vault = m_context.vault(id);
    if (!vault) {
        return Fault(vault.error());
    }
    const auto name = id.value(u"backupJobs");
    if (const auto live = m_context.runner->live(name); live && live->vaultId == vault->id) {
        return live->job;
    }
    auto found = findJob(*m_context.catalogue, vault->id, name);
    if (!found) {
        return Fault(found.error());
    }
    return *found ? Result<BackupJob>((*found)->job) : objectNotFound(QStringLiteral("job"), name);
}

Result<Accepted> JobKeeper::cancel(const ArmId& id)
{
    const auto vault = m_context.vault(id);
    const auto job = get(id);
    if (!vault || !job) {
        return Fault(vault ? job.error() : vault.error());
    }
    if (job->isRunning() && !job->cancellable) {
        return fault(QStringLiteral("JobNotCancelable"), QStringLiteral("This type of job cannot be canceled."),
                     job->name);
    }
    if (!job->isRunning() || !m_context.runner->cancel(job->name)) { // it has ended, maybe just now
        return fault(QStringLiteral("JobNotInProgress"), QStringLiteral("Only jobs in progress can be canceled."),
                     job->name);
    }
    const auto operation = m_context.newOperation(vault->id, QString());
    auto saved = m_context.catalogue->write(
        [&operation](Catalogue::Writer& writer) { return saveOperation(writer, operation); });
    if (!saved) {
        return Fault(saved.error());
    }
    return Accepted{operation.id, QString()};
}

Result<Accepted> JobKeeper::retry(const ArmId& id)
{
    const auto vault = m_context.vault(id);
    if (!vault) {
        return Fault(vault.error());
    }
    const auto name = id.value(u"backupJobs");
    auto found = findJob(*m_context.catalogue, vault->id, name);
    if (!found) {
        return Fault(found.error());
    }
    if (!*found) {
        return objectNotFound(QStringLiteral("job"), name);
    }
    const auto& record = **found;
    const bool ended = record.job.status == contract::JobStatus::Failed
        || record.job.status == contract::JobStatus::Cancelled
        || record.job.status == contract::JobStatus::CompletedWithWarnings;
    if (ended && record.job.operation == contract::JobOperation::Restore) {
        return m_restores.again(record);
    }
    if (!ended || !(record.job.operation == contract::JobOperation::Backup)) {
        return fault(QStringLiteral("JobNotRetryable"),
                     ended ? QStringLiteral("This type of job cannot be started again.")
                           : QStringLiteral("Only jobs that failed or were canceled can be started again."),
                     record.job.name);
    }
    const std::lock_guard lock(m_context.changing);
    const auto item = findItem(*m_context.catalogue, vault->id, record.item);
    if (!item || !*item || (*item)->isGoing()) {
        return item ? itemNotFound() : Fault(item.error());
    }
    return m_backups.again(*vault, **item, record);
}

Result<OperationStatus> JobKeeper::operation(const ArmId& vault, const QString& operationId) const
{
    const auto record = m_context.vault(vault);
    if (!record) {
        return Fault(record.error());
    }
    auto found = findOperation(*m_context.catalogue, record->id, operationId);
    if (!found) {
        return Fault(found.error());
    }
    if (!*found) {
        return objectNotFound(QStringLiteral("operation"), operationId);
    }
    OperationStatus status;
    status.id = (*found)->id;
    status.name = (*found)->id;
    status.status = (*found)->status;
    status.startTime = (*found)->started;
    status.endTime = (*found)->ended;
    status.jobId = (*found)->jobId;
    status.error = (*found)->error;
    return status;
}

} // namespace valv::engine
