// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"
#include "policy/reason.h"

#include <QDateTime>
#include <QList>

#include <vector>

//! \brief What a policy does, for the editor's preview: the same calendar as retention.h, so that they can't disagree.
//! Pure; any thread; milliseconds even for 99 years.
namespace valv::policy {

//! What one tier keeps once the policy has been in force long enough.
struct TierMarks
{
    Reason tier = Reason::Daily; //!< Daily to Yearly
    std::vector<int> ages; //!< days before the latest run of the kept points; 0 is the latest; ascending
    qint64 atMost = 0; //!< the most it ever keeps (the summand of V42)
    friend bool operator==(const TierMarks&, const TierMarks&) = default;
};

struct Simulation
{
    QList<QDateTime> nextRuns; //!< the next five, UTC
    QDate latestRun; //!< the day that ages count from: the latest run not after now, in the policy's zone
    std::vector<TierMarks> tiers; //!< those that the policy has
    std::vector<int> ages; //!< of all days with a kept point, each once; the last good one among them
    int runsPerDay = 1; //!< of an hourly schedule; the daily row keeps them all
    qint64 pointsAtMost = 0; //!< V42: the sum over the tiers, a point that several keep counted in each
    [[nodiscard]] qint64 pointsWhenFull() const;
};

//! As of the latest run at or before now, when every run since the earliest that could still be kept had made a point.
[[nodiscard]] Simulation simulate(const contract::BackupPolicy& policy, const QDateTime& now);

} // namespace valv::policy
