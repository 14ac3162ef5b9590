// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"
#include "policy/reason.h"

#include <QDateTime>
#include <QString>

#include <optional>
#include <span>
#include <vector>

//! \brief Which recovery points of one VM a policy keeps, until when, and why. Pure; any thread. All moments are UTC.
//!
//! A scheduled point belongs to a day of the policy's calendar: the day of the run it answers, in the policy's zone;
//! under a weekly schedule the latest run day not after its own, so that a backup that ended past midnight or was made
//! up for a day late is Sunday's all the same. Of several scheduled points of one day the first good one bears the
//! day's tags; the first of all where none is good. Of an hourly schedule all points of a day bear the daily tag, each
//! until its own hour; a window that passes midnight belongs to the day on which it began. A tag lasts until the hour
//! of the run, so many days, weeks, months or years after the day (31 January and a month is the end of February; 29
//! February and a year is the 28th). Age alone decides: days without a backup count. But the newest good point never
//! expires by itself, and stopped protection keeps everything. Who runs the clean-up only after a new point lets days
//! without a backup expire nothing.
namespace valv::policy {

struct PointFacts
{
    QString id;
    QDateTime time; //!< when its snapshot was taken
    bool scheduled = true; //!< false: taken on demand; bears no tag
    std::optional<QDateTime>
        scheduledFor; //!< the run it answers (a catch-up: the run it made up for); nothing: its own time
    bool good = true; //!< false: known to be damaged or not whole
    std::optional<QDateTime> onDemandUntil; //!< on demand without a date: 30 days
    bool pinned = false;
    bool held = false;
    //! A person's date for this point: then nothing else of the policy counts.
    std::optional<QDateTime> chosenUntil = std::nullopt;
};

//! Active also for "stop, keep data as the policy says". Stopped: the data is kept until a person deletes it.
enum class Protection
{
    Active,
    Stopped
};

struct Verdict
{
    QString id;
    bool kept = false;
    //! The end of the tag that lasts longest: what a person is told. Nothing: no date (pinned, stopped, or kept only as
    //! the last good one). For an expired point: when it expired, if it ever had a tag.
    std::optional<QDateTime> until;
    std::vector<Reason> reasons; //!< all that hold now, in the order of Reason; empty: expired
    friend bool operator==(const Verdict&, const Verdict&) = default;
};

//! One verdict for each point, newest first; points of the same moment in the order given.
[[nodiscard]] std::vector<Verdict> retain(const contract::BackupPolicy& policy, std::span<const PointFacts> points,
                                          const QDateTime& now, Protection protection = Protection::Active);

//! \brief The points that a change of policy would let expire now: kept under the one, expired under the other. Newest
//! first.
[[nodiscard]] std::vector<Verdict> expiredByChange(std::span<const PointFacts> points,
                                                   const contract::BackupPolicy& before,
                                                   const contract::BackupPolicy& after, const QDateTime& now);

} // namespace valv::policy
