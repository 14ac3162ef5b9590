// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/simulate.h"

#include "contract/rules.h"
#include "policy/schedule.h"
#include "policy/tags_p.h"

#include <algorithm>

namespace valv::policy {
namespace {

constexpr int previewRuns = 5;

//! No point of a day before this is kept at the latest run.
QDate earliest(const contract::BackupPolicy& policy, const QDate& latest)
{
    auto day = latest;
    if (policy.daily) {
        day = std::min(day, latest.addDays(-policy.daily->days));
    }
    if (policy.weekly) {
        day = std::min(day, latest.addDays(qint64{-daysInWeek} * policy.weekly->weeks));
    }
    // Three days more: 31 January and a month is 28 February.
    if (policy.monthly) {
        day = std::min(day, latest.addMonths(-policy.monthly->months).addDays(-3));
    }
    if (policy.yearly) {
        day = std::min(day, latest.addYears(-policy.yearly->years).addDays(-3));
    }
    return day;
}

TierMarks marksFor(const contract::BackupPolicy& policy, Reason tier)
{
    contract::BackupPolicy only;
    only.frequency = policy.frequency;
    only.hourly = policy.hourly;
    only.daily = tier == Reason::Daily ? policy.daily : std::nullopt;
    only.weekly = tier == Reason::Weekly ? policy.weekly : std::nullopt;
    only.monthly = tier == Reason::Monthly ? policy.monthly : std::nullopt;
    only.yearly = tier == Reason::Yearly ? policy.yearly : std::nullopt;
    return {tier, {}, contract::pointsAtMost(only)};
}

} // namespace

qint64 Simulation::pointsWhenFull() const
{
    const auto daily = std::find_if(tiers.begin(), tiers.end(), [](const auto& t) { return t.tier == Reason::Daily; });
    const auto more = daily == tiers.end() ? qint64{0} : static_cast<qint64>(daily->ages.size()) * (runsPerDay - 1);
    return static_cast<qint64>(ages.size()) + more;
}

Simulation simulate(const contract::BackupPolicy& policy, const QDateTime& now)
{
    Simulation result;
    result.nextRuns = nextRuns(policy, now, previewRuns);
    result.runsPerDay = policy.runsPerDay();
    result.pointsAtMost = contract::pointsAtMost(policy);
    for (const auto tier : {Reason::Daily, Reason::Weekly, Reason::Monthly, Reason::Yearly}) {
        const bool has = (tier == Reason::Daily && policy.daily) || (tier == Reason::Weekly && policy.weekly)
            || (tier == Reason::Monthly && policy.monthly) || (tier == Reason::Yearly && policy.yearly);
        if (has) {
            result.tiers.push_back(marksFor(policy, tier));
        }
    }
    auto latest = now.toTimeZone(zoneOf(policy)).date();
    for (int back = 0; back <= daysInWeek && !(runsOn(policy, latest) && runAt(policy, latest) <= now); ++back) {
        latest = latest.addDays(-1);
    }
    if (!runsOn(policy, latest)) {
        return result;
    }
    result.latestRun = latest;
    for (auto day = latest, last = earliest(policy, latest); day >= last; day = day.addDays(-1)) {
        if (!runsOn(policy, day)) {
            continue;
        }
        const int age = static_cast<int>(day.daysTo(latest));
        bool kept = age == 0; // the last good one
        for (const auto& tag : tagsOf(policy, day)) {
            if (tag.until <= latest) {
                continue;
            }
            kept = true;
            const auto tier = std::find_if(result.tiers.begin(), result.tiers.end(),
                                           [&tag](const auto& t) { return t.tier == tag.tier; });
            tier->ages.push_back(age);
        }
        if (kept) {
            result.ages.push_back(age);
        }
    }
    return result;
}

} // namespace valv::policy
