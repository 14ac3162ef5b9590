// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stores/jobstore.h"
#include "presentation/stores/protecteditemstore.h"

#include <QDate>

namespace valv::presentation {

//! \brief How a vault stands, counted from its items and jobs. Pure. Source: flows.md C1.
struct VaultHealth
{
    int items = 0; //!< all, soft-deleted ones too
    int protectedNow = 0; //!< with a last backup that did well, or with warnings
    int pending = 0; //!< waiting for the first backup
    int failed = 0; //!< the last backup failed
    int warned = 0; //!< of protectedNow: the last backup completed with warnings
    int stopped = 0; //!< also paused by the backend
    int softDeleted = 0;
    int checkPassed = 0; //!< backup pre-check
    int checkWarning = 0;
    int checkCritical = 0;
    int running = 0; //!< jobs
    int failedJobs = 0; //!< since the moment asked for
    friend bool operator==(const VaultHealth&, const VaultHealth&) = default;
};

//! \param since jobs that started before are not counted as failed
[[nodiscard]] VaultHealth healthOf(const ArmId& vault, const ProtectedItemStore& items, const JobStore& jobs,
                                   const QDateTime& since);
//! Of all vaults that have items or jobs, in one go over both lists.
[[nodiscard]] QHash<ArmId, VaultHealth> healthOfVaults(const ProtectedItemStore& items, const JobStore& jobs,
                                                       const QDateTime& since);

//! How the backups and restores of one day ended; those that run or were cancelled count nowhere.
struct JobDay
{
    QDate day;
    int completed = 0;
    int warned = 0;
    int failed = 0;
    friend bool operator==(const JobDay&, const JobDay&) = default;
};
//! \brief The last days up to today, oldest first, by the day in the zone on which the job started.
[[nodiscard]] QList<JobDay> jobsPerDay(const ArmId& vault, const JobStore& jobs, const QDateTime& now, int days);

} // namespace valv::presentation
