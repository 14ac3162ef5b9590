// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/vaulthealth.h"

#include "presentation/stores/protection.h"

#include <QTimeZone>

namespace valv::presentation {

using contract::HealthStatus;
using contract::JobStatus;

namespace {

void countItem(VaultHealth& health, const contract::ProtectedItem& item)
{
    ++health.items;
    switch (protectionOf(item)) {
    case Protection::LastWarned:
        ++health.warned;
        ++health.protectedNow;
        break;
    case Protection::Protected:
        ++health.protectedNow;
        break;
    case Protection::InitialPending:
        ++health.pending;
        break;
    case Protection::LastFailed:
        ++health.failed;
        break;
    case Protection::Stopped:
    case Protection::Paused:
        ++health.stopped;
        break;
    case Protection::SoftDeleted:
        ++health.softDeleted;
        break;
    case Protection::NotProtected:
    case Protection::Unknown:
        break;
    }
    switch (preCheckOf(item).value()) {
    case HealthStatus::Passed:
        ++health.checkPassed;
        break;
    case HealthStatus::ActionSuggested:
        ++health.checkWarning;
        break;
    case HealthStatus::ActionRequired:
        ++health.checkCritical;
        break;
    case HealthStatus::Unknown:
        break;
    }
}

void countJob(VaultHealth& health, const contract::BackupJob& job, const QDateTime& since)
{
    health.running += job.isRunning() ? 1 : 0;
    health.failedJobs += job.status == JobStatus::Failed && job.startTime >= since ? 1 : 0;
}

} // namespace

VaultHealth healthOf(const ArmId& vault, const ProtectedItemStore& items, const JobStore& jobs, const QDateTime& since)
{
    VaultHealth health;
    for (int row = 0; row < items.count(); ++row) {
        if (items.at(row).id.vaultId() == vault) {
            countItem(health, items.at(row));
        }
    }
    for (int row = 0; row < jobs.count(); ++row) {
        if (jobs.at(row).id.vaultId() == vault) {
            countJob(health, jobs.at(row), since);
        }
    }
    return health;
}

QHash<ArmId, VaultHealth> healthOfVaults(const ProtectedItemStore& items, const JobStore& jobs, const QDateTime& since)
{
    QHash<ArmId, VaultHealth> all;
    for (int row = 0; row < items.count(); ++row) {
        countItem(all[items.at(row).id.vaultId()], items.at(row));
    }
    for (int row = 0; row < jobs.count(); ++row) {
        countJob(all[jobs.at(row).id.vaultId()], jobs.at(row), since);
    }
    return all;
}

QList<JobDay> jobsPerDay(const ArmId& vault, const JobStore& jobs, const QDateTime& now, int days)
{
    QList<JobDay> all;
    const QDate first = now.date().addDays(1 - days);
    for (int i = 0; i < days; ++i) {
        all.append({first.addDays(i)});
    }
    for (int row = 0; row < jobs.count(); ++row) {
        const auto& job = jobs.at(row);
        const bool moves =
            job.operation == contract::JobOperation::Backup || job.operation == contract::JobOperation::Restore;
        if (!moves || !(job.id.vaultId() == vault)) {
            continue;
        }
        const auto at = first.daysTo(job.startTime.toTimeZone(now.timeZone()).date());
        if (at < 0 || at >= days) {
            continue;
        }
        all[at].completed += job.status == JobStatus::Completed ? 1 : 0;
        all[at].warned += job.status == JobStatus::CompletedWithWarnings ? 1 : 0;
        all[at].failed += job.status == JobStatus::Failed ? 1 : 0;
    }
    return all;
}

} // namespace valv::presentation
