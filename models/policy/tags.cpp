// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/schedule.h"
#include "policy/tags_p.h"

#include <algorithm>

namespace valv::policy {
namespace {

bool isOrdinal(contract::WeekOfMonth week, const QDate& day)
{
    if (week == contract::WeekOfMonth::Last) {
        return day.day() > day.daysInMonth() - daysInWeek;
    }
    return (day.day() - 1) / daysInWeek + 1 == int(week); // First is 1
}

} // namespace

bool takes(const contract::MonthDays& on, const QDate& day)
{
    if (on.format == contract::RetentionFormat::Daily) {
        return on.days.contains(day.day()) || (on.lastDay && day.day() == day.daysInMonth());
    }
    return on.weekdays.contains(contract::Weekday(day.dayOfWeek()))
        && std::any_of(on.weeks.begin(), on.weeks.end(), [&day](auto week) { return isOrdinal(week, day); });
}

std::vector<Tag> tagsOf(const contract::BackupPolicy& policy, const QDate& day)
{
    std::vector<Tag> tags;
    if (policy.daily && policy.frequency != contract::Frequency::Weekly) {
        tags.push_back({Reason::Daily, day.addDays(policy.daily->days)});
    }
    if (policy.weekly && policy.weekly->weekdays.contains(contract::Weekday(day.dayOfWeek()))) {
        tags.push_back({Reason::Weekly, day.addDays(qint64{daysInWeek} * policy.weekly->weeks)});
    }
    if (policy.monthly && takes(policy.monthly->on, day)) {
        tags.push_back({Reason::Monthly, day.addMonths(policy.monthly->months)});
    }
    if (policy.yearly && policy.yearly->months.contains(contract::Month(day.month()))
        && takes(policy.yearly->on, day)) {
        tags.push_back({Reason::Yearly, day.addYears(policy.yearly->years)});
    }
    return tags;
}

QDate runDayOf(const contract::BackupPolicy& policy, const QDate& day)
{
    for (int back = 0; back < daysInWeek; ++back) {
        if (runsOn(policy, day.addDays(-back))) {
            return day.addDays(-back);
        }
    }
    return day;
}

} // namespace valv::policy
