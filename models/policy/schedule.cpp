// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/schedule.h"

#include "core/datetime.h"
#include "policy/tags_p.h"

#include <algorithm>

namespace valv::policy {
namespace {

constexpr qint64 hourMs = 60LL * 60 * 1000;
constexpr qint64 believableStepBackMs = 25 * hourMs;
constexpr int daysBack = 2; //!< a window that began so long ago may still have runs

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
    case contract::Frequency::Hourly:
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

QList<QDateTime> runsOf(const contract::BackupPolicy& policy, const QDate& day)
{
    const auto zone = zoneOf(policy);
    const int interval = policy.hourly ? policy.hourly->intervalHours : 0;
    constexpr int secondsInHour = 3600;
    constexpr int secondsInDay = 24 * secondsInHour;
    QList<QDateTime> runs;
    for (int i = 0; i < policy.runsPerDay(); ++i) {
        const int second = policy.runTime.msecsSinceStartOfDay() / 1000 + i * interval * secondsInHour;
        const auto time = QTime::fromMSecsSinceStartOfDay(second % secondsInDay * 1000);
        runs.append(fromWallClock(day.addDays(second / secondsInDay), time, zone));
    }
    return runs;
}

QList<QDateTime> nextRuns(const contract::BackupPolicy& policy, const QDateTime& now, int count)
{
    QList<QDateTime> runs;
    const auto zone = zoneOf(policy);
    auto day = now.toTimeZone(zone).date().addDays(-daysBack);
    // A day more than enough: in a week is each weekday once. A whole day left out of a calendar gives its run to the
    // next.
    const int last = (count + 2) * daysInWeek + 2;
    auto after = now;
    for (int i = 0; i < last && runs.size() < count; ++i, day = day.addDays(1)) {
        if (!runsOn(policy, day)) {
            continue;
        }
        for (const auto& run : runsOf(policy, day)) {
            if (run > after && runs.size() < count) {
                runs.append(run);
                after = run;
            }
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
    for (auto day = from.toTimeZone(zone).date().addDays(-daysBack); day <= lastDay; day = day.addDays(1)) {
        if (!runsOn(policy, day)) {
            continue;
        }
        for (const auto& run : runsOf(policy, day)) {
            if (run > after && run <= to) {
                runs.append(run);
                after = run;
            }
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

std::optional<QDateTime> lastBefore(const contract::BackupPolicy& policy, const QDateTime& at)
{
    const auto runs = runsBetween(policy, at.addDays(-2 * daysInWeek), at.addMSecs(-1));
    return runs.isEmpty() ? std::nullopt : std::optional(runs.last());
}

int missedCount(const CatchUp& catchUp, const QDateTime& now, qint64 graceMs)
{
    return catchUp.due.msecsTo(now) > graceMs ? catchUp.runs : catchUp.runs - 1;
}

std::optional<qint64> tooOldAfter(const contract::BackupPolicy& policy)
{
    // Two weeks show each pause of a schedule, wherever they begin; in January hardly a clock is changed.
    const QDateTime from(QDate(2018, 1, 1), QTime(0, 0), Qt::UTC);
    const auto runs = runsBetween(policy, from, from.addDays(2 * daysInWeek + 1));
    qint64 pause = 0;
    for (qsizetype i = 1; i < runs.size(); ++i) {
        pause = std::max(pause, runs[i - 1].msecsTo(runs[i]));
    }
    if (pause == 0) {
        return std::nullopt;
    }
    return std::max(2 * pause, pause + 48 * hourMs);
}

} // namespace valv::policy
