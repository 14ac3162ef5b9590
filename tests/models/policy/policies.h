// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"
#include "core/datetime.h"

#include <QDateTime>
#include <QString>

//! Policies and moments that the tests of this room share.
namespace policies {

using namespace valv::contract;

inline QDateTime at(const char* iso)
{
    const auto time = valv::fromIso(QString::fromLatin1(iso));
    Q_ASSERT_X(time.has_value(), iso, "no date");
    return *time;
}

inline BackupPolicy daily(const char* zone, QTime time, int days = 30)
{
    auto policy = BackupPolicy::defaultPolicy();
    policy.timeZone = QString::fromLatin1(zone);
    policy.runTime = time;
    policy.daily = DailyRetention{days};
    return policy;
}

inline BackupPolicy weekly(const char* zone, QTime time, const QList<Weekday>& days, int weeks = 12)
{
    auto policy = daily(zone, time);
    policy.frequency = Frequency::Weekly;
    policy.instantRestoreDays = 5;
    policy.runDays = days;
    policy.daily.reset();
    policy.weekly = WeeklyRetention{days, weeks};
    return policy;
}

inline BackupPolicy hourly(const char* zone, QTime start, int interval, int window, int days = 30)
{
    auto policy = daily(zone, start, days);
    policy.enhanced = true;
    policy.frequency = Frequency::Hourly;
    policy.hourly = HourlySchedule{interval, window};
    return policy;
}

inline MonthDays byWeek(const QList<WeekOfMonth>& weeks, const QList<Weekday>& weekdays)
{
    return {RetentionFormat::Weekly, weekdays, weeks, {}, false};
}

inline MonthDays byDay(const QList<int>& days, bool last = false)
{
    return {RetentionFormat::Daily, {}, {}, days, last};
}

} // namespace policies
