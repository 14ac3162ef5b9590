// SPDX-License-Identifier: GPL-3.0-or-later
#include "policy/describe.h"

#include <algorithm>

namespace valv::policy {
namespace {

template <typename T>
QList<T> ordered(QList<T> values)
{
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

void addMonthDays(RetentionLine& line, const contract::MonthDays& on)
{
    if (on.format == contract::RetentionFormat::Daily) {
        line.days = ordered(on.days);
        line.lastDay = on.lastDay;
        return;
    }
    line.weekdays = ordered(on.weekdays);
    line.weeks = ordered(on.weeks);
}

RetentionLine lineOf(Reason tier, const QTime& time, int count)
{
    RetentionLine line;
    line.tier = tier;
    line.time = time;
    line.count = count;
    return line;
}

} // namespace

std::vector<RetentionLine> describe(const contract::BackupPolicy& policy)
{
    std::vector<RetentionLine> lines;
    if (policy.daily) {
        lines.push_back(lineOf(Reason::Daily, policy.runTime, policy.daily->days));
    }
    if (policy.weekly) {
        lines.push_back(lineOf(Reason::Weekly, policy.runTime, policy.weekly->weeks));
        lines.back().weekdays = ordered(policy.weekly->weekdays);
    }
    if (policy.monthly) {
        lines.push_back(lineOf(Reason::Monthly, policy.runTime, policy.monthly->months));
        addMonthDays(lines.back(), policy.monthly->on);
    }
    if (policy.yearly) {
        lines.push_back(lineOf(Reason::Yearly, policy.runTime, policy.yearly->years));
        lines.back().months = ordered(policy.yearly->months);
        addMonthDays(lines.back(), policy.yearly->on);
    }
    return lines;
}

} // namespace valv::policy
