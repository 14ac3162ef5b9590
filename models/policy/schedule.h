// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"

#include <QDateTime>
#include <QList>
#include <QTimeZone>

#include <optional>

//! \brief When a policy runs. Pure; any thread. All moments are UTC.
//!
//! A run is a wall-clock time on a day in the policy's own zone, and follows it over daylight saving: a time that does
//! not exist runs at the next one that does, a time that comes twice runs once (the first). An hourly schedule's runs
//! are wall-clock times too: every interval from the start of its window to the end. A policy without run days, or of
//! an unknown frequency, never runs; one with an unknown zone runs by UTC (checkPolicy refuses it before).
namespace valv::policy {

//! The policy's zone; UTC when it is unknown.
[[nodiscard]] QTimeZone zoneOf(const contract::BackupPolicy& policy);
//! Whether the schedule has a run on this day of the policy's calendar.
[[nodiscard]] bool runsOn(const contract::BackupPolicy& policy, const QDate& day);
//! The moment of the run on a day (of an hourly schedule: the first one), whether or not the schedule has one there.
[[nodiscard]] QDateTime runAt(const contract::BackupPolicy& policy, const QDate& day);

//! The moments of all runs of a day of the schedule, earliest first; those of an hourly window may lie on the next day.
[[nodiscard]] QList<QDateTime> runsOf(const contract::BackupPolicy& policy, const QDate& day);

//! The next runs after now, earliest first.
[[nodiscard]] QList<QDateTime> nextRuns(const contract::BackupPolicy& policy, const QDateTime& now, int count);
//! The runs with from < run ≤ to, earliest first; none when to is not after from.
[[nodiscard]] QList<QDateTime> runsBetween(const contract::BackupPolicy& policy, const QDateTime& from,
                                           const QDateTime& to);

//! One backup to start now, for whatever number of runs came due since the last one started.
struct CatchUp
{
    QDateTime first; //!< the earliest run that came due
    QDateTime due; //!< the latest: the run that the backup answers
    int runs = 0; //!< how many came due; at least 1
    friend bool operator==(const CatchUp&, const CatchUp&) = default;
};

//! \brief What came due since the last scheduled run started. Nothing: nothing is due.
//! \param lastStarted when the last scheduled run started or, before the first, when the schedule was saved: a new
//! schedule counts from then. A moment up to a day after now is a clock that was put back: nothing is due until the
//! schedule passes it, so that no run is made twice. One further ahead was written by a clock that was wrong, and would
//! stop the schedule for good: the latest run before now is due instead.
[[nodiscard]] std::optional<CatchUp> missedRuns(const contract::BackupPolicy& policy, const QDateTime& lastStarted,
                                                const QDateTime& now);
//! The last run before a moment; nothing within the last two weeks.
[[nodiscard]] std::optional<QDateTime> lastBefore(const contract::BackupPolicy& policy, const QDateTime& at);
//! How many of these runs were missed, that is: could not start within the grace. The latest counts when it starts
//! later.
[[nodiscard]] int missedCount(const CatchUp& catchUp, const QDateTime& now, qint64 graceMs = 15 * 60 * 1000);

//! \brief How old the last good point may be before somebody should know, in milliseconds: twice the longest pause of
//! the schedule, and no less than the pause and two days. A computer that was off for a night or a weekend is no fault.
//! Nothing: the policy never runs.
[[nodiscard]] std::optional<qint64> tooOldAfter(const contract::BackupPolicy& policy);

} // namespace valv::policy
