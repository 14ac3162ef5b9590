// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/schedule.h"

#include "core/datetime.h"
#include "policy/tags_p.h"

namespace valv::policy {
namespace {

constexpr qint64 believableStepBackMs = 25LL * 60 * 60 * 1000;

} // namespace

QTimeZone zoneOf(const contract::BackupPolicy& policy)
{
    const auto zone = zoneFromWire(policy.timeZone);
    return zone.isValid() ? zone : QTimeZone::utc();
}

bool runsOn(const contract::BackupPolicy& policy, const QDate& day)
{
    switch (policy.frequency) {
    case contract::Frequency::Daily:
        return true;
    case contract::Frequency::Weekly:
        return policy.runDays.contains(contract::Weekday(day.dayOfWeek())); // both count Monday as 1
    case contract::Frequency::Unknown:
        break;
    }
    return false;
}

QDateTime runAt(const contract::BackupPolicy& policy, const QDate& day)
{
    return fromWallClock(day, policy.runTime, zoneOf(policy));
}

QList<QDateTime> nextRuns(const contract::BackupPolicy& policy, const QDateTime& now, int count)
{
    QList<QDateTime> runs;
    const auto zone = zoneOf(policy);
    auto day = now.toTimeZone(zone).date().addDays(-1);
    // A day more than enough: in a week is each weekday once. A whole day left out of a calendar gives its run to the
    // next.
    const int last = (count + 2) * daysInWeek + 2;
    auto after = now;
    for (int i = 0; i < last && runs.size() < count; ++i, day = day.addDays(1)) {
        if (!runsOn(policy, day)) {
            continue;
        }
        const auto run = fromWallClock(day, policy.runTime, zone);
        if (run > after) {
            runs.append(run);
            after = run;
        }
    }
    return runs;
}

QList<QDateTime> runsBetween(const contract::BackupPolicy& policy, const QDateTime& from, const QDateTime& to)
{
    QList<QDateTime> runs;
    const auto zone = zoneOf(policy);
    const auto lastDay = to.toTimeZone(zone).date();
    auto after = from;
    for (auto day = from.toTimeZone(zone).date().addDays(-1); day <= lastDay; day = day.addDays(1)) {
        if (!runsOn(policy, day)) {
            continue;
        }
        const auto run = fromWallClock(day, policy.runTime, zone);
        if (run > after && run <= to) {
            runs.append(run);
            after = run;
        }
    }
    return runs;
}

std::optional<CatchUp> missedRuns(const contract::BackupPolicy& policy, const QDateTime& lastStarted,
                                  const QDateTime& now)
{
    if (lastStarted.toMSecsSinceEpoch() - now.toMSecsSinceEpoch() > believableStepBackMs) {
        const auto week = runsBetween(policy, now.addDays(-daysInWeek - 1), now);
        return week.isEmpty() ? std::nullopt : std::optional(CatchUp{week.last(), week.last(), 1});
    }
    const auto due = runsBetween(policy, lastStarted, now);
    if (due.isEmpty()) {
        return std::nullopt;
    }
    return CatchUp{due.first(), due.last(), static_cast<int>(due.size())};
}

int missedCount(const CatchUp& catchUp, const QDateTime& now, qint64 graceMs)
{
    return catchUp.due.msecsTo(now) > graceMs ? catchUp.runs : catchUp.runs - 1;
}

} // namespace valv::policy
