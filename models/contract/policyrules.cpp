// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules.h"
#include "core/datetime.h"

#include <algorithm>

namespace valv::contract {
namespace {

class Found
{
public:
    void add(const char* code, const char* field, QVariantList arguments = {}, const QString& suggestion = {})
    {
        m_violations.append({QString::fromLatin1(code), std::move(arguments), QString::fromLatin1(field), suggestion});
    }
    void unlessWithin(int value, int from, int to, const char* code, const char* field)
    {
        if (value < from || value > to) {
            add(code, field, {from, to}, QString::number(std::clamp(value, from, to)));
        }
    }
    [[nodiscard]] const QList<Violation>& all() const { return m_violations; }

private:
    QList<Violation> m_violations;
};

template <typename E>
bool usable(const QList<E>& values)
{
    return !values.isEmpty() && !values.contains(E::Unknown);
}

//! The days of a that are not in b, as on the wire, in the order of the week.
QStringList without(const QList<Weekday>& a, const QList<Weekday>& b)
{
    QStringList names;
    for (int day = int(Weekday::Monday); day <= int(Weekday::Sunday); ++day) {
        if (a.contains(Weekday(day)) && !b.contains(Weekday(day))) {
            names.append(toText(Weekday(day)));
        }
    }
    return names;
}

QString nearestHalfHour(const QTime& time)
{
    const int minutes = time.hour() * 60 + time.minute();
    const int half = std::min((minutes + 15) / 30 * 30, 23 * 60 + 30);
    return QTime(half / 60, half % 60).toString(QStringLiteral("HH:mm"));
}

void checkSchedule(Found& found, const BackupPolicy& policy)
{
    if (policy.frequency == Frequency::Unknown) {
        found.add("BMSUserErrorInvalidPolicyInput", "frequency");
    }
    if (policy.frequency == Frequency::Weekly && !usable(policy.runDays)) {
        found.add("ValScheduleDays", "days");
    }
    const auto& time = policy.runTime;
    if (!time.isValid() || time.minute() % 30 != 0 || time.second() != 0 || time.msec() != 0) {
        const auto suggestion = time.isValid() ? nearestHalfHour(time) : QStringLiteral("22:30");
        found.add("ValScheduleTime", "time", {suggestion}, suggestion);
    }
    if (policy.timeZone.isEmpty() || !zoneFromWire(policy.timeZone).isValid()) {
        found.add("ValTimeZoneRequired", "timeZone");
    }
    const bool weekly = policy.frequency == Frequency::Weekly;
    if (policy.enhanced) {
        found.unlessWithin(policy.instantRestoreDays, Limits::snapshotMin, Limits::snapshotMaxEnhanced,
                           "ValSnapshotDaysEnhanced", "snapshot");
    } else {
        found.unlessWithin(policy.instantRestoreDays, weekly ? Limits::snapshotMax : Limits::snapshotMin,
                           Limits::snapshotMax, "ValSnapshotDays", "snapshot");
    }
}

void checkHourly(Found& found, const BackupPolicy& policy)
{
    if (policy.frequency != Frequency::Hourly) {
        return;
    }
    const auto hourly = policy.hourly.value_or(HourlySchedule{0, 0});
    const auto& all = Limits::intervals;
    if (std::find(all.begin(), all.end(), hourly.intervalHours) == all.end()) {
        found.add("ValHourlyInterval", "interval");
    }
    constexpr int hoursInDay = 24;
    const int least = std::max(hourly.intervalHours, all.front());
    if (hourly.windowHours < least || hourly.windowHours > hoursInDay) {
        found.add("ValHourlyWindow", "window", {least});
    }
    if (!policy.enhanced) {
        found.add("BMSUserErrorInvalidPolicyInput", "frequency");
    }
}

void checkMonthDays(Found& found, const BackupPolicy& policy, const MonthDays& on, const char* field)
{
    const bool weekly = policy.frequency == Frequency::Weekly;
    if (on.format == RetentionFormat::Daily) {
        if (weekly) {
            found.add("ValDayBasedNotAllowed", field);
        }
        constexpr int lastSureDay = 28;
        const bool bad = std::any_of(on.days.begin(), on.days.end(), [](int d) { return d < 1 || d > lastSureDay; });
        if (bad || (on.days.isEmpty() && !on.lastDay)) {
            found.add("ValDayRequired", field);
        }
        return;
    }
    if (!usable(on.weeks)) {
        found.add("ValOrdinalRequired", field);
    }
    if (!usable(on.weekdays)) {
        found.add("ValWeekdayRequired", field);
    } else if (weekly) {
        if (const auto extra = without(on.weekdays, policy.runDays); !extra.isEmpty()) {
            found.add("ValRetentionDayMismatch", field, {extra});
        }
    }
}

void checkWeekly(Found& found, const BackupPolicy& policy)
{
    const bool weekly = policy.frequency == Frequency::Weekly;
    if (!policy.weekly) {
        if (weekly) {
            found.add("ValRetentionMissing", "weekly", {QStringLiteral("weekly")});
        }
        return;
    }
    found.unlessWithin(policy.weekly->weeks, Limits::weeklyMin, Limits::weeklyMax, "ValWeeklyRetention", "weekly");
    if (!usable(policy.weekly->weekdays)) {
        found.add("ValWeekdayRequired", "weekly");
    } else if (weekly) {
        if (const auto extra = without(policy.weekly->weekdays, policy.runDays); !extra.isEmpty()) {
            found.add("ValRetentionDayMismatch", "weekly", {extra});
        }
        if (const auto missing = without(policy.runDays, policy.weekly->weekdays); !missing.isEmpty()) {
            found.add("ValRetentionDayNotKept", "weekly", {missing});
        }
    }
}

qint64 perMonth(const MonthDays& on)
{
    return on.format == RetentionFormat::Daily ? on.days.size() + (on.lastDay ? 1 : 0)
                                               : on.weeks.size() * on.weekdays.size();
}

} // namespace

qint64 pointsAtMost(const BackupPolicy& policy)
{
    qint64 count = 0;
    if (policy.daily) {
        count += qint64{policy.daily->days} * policy.runsPerDay();
    }
    if (policy.weekly) {
        count += policy.weekly->weeks * policy.weekly->weekdays.size();
    }
    if (policy.monthly) {
        count += policy.monthly->months * perMonth(policy.monthly->on);
    }
    if (policy.yearly) {
        count += policy.yearly->years * policy.yearly->months.size() * perMonth(policy.yearly->on);
    }
    return count;
}

QList<Violation> checkPolicy(const BackupPolicy& policy)
{
    Found found;
    checkSchedule(found, policy);
    checkHourly(found, policy);
    if (policy.daily) {
        found.unlessWithin(policy.daily->days, Limits::dailyMin, Limits::dailyMax, "ValDailyRetention", "daily");
        if (policy.frequency == Frequency::Weekly) {
            found.add("ValDayBasedNotAllowed", "daily"); // a weekly schedule has no daily row
        }
    } else if (policy.frequency == Frequency::Daily || policy.frequency == Frequency::Hourly) {
        found.add("ValRetentionMissing", "daily", {QStringLiteral("daily")});
    }
    checkWeekly(found, policy);
    if (policy.monthly) {
        found.unlessWithin(policy.monthly->months, Limits::monthlyMin, Limits::monthlyMax, "ValMonthlyRetention",
                           "monthly");
        checkMonthDays(found, policy, policy.monthly->on, "monthly");
    }
    if (policy.yearly) {
        found.unlessWithin(policy.yearly->years, Limits::yearlyMin, Limits::yearlyMax, "ValYearlyRetention", "yearly");
        if (!usable(policy.yearly->months)) {
            found.add("ValMonthRequired", "yearly");
        }
        checkMonthDays(found, policy, policy.yearly->on, "yearly");
    }
    if (const auto count = pointsAtMost(policy); count > Limits::pointsPerVm) {
        found.add("ValTooManyRecoveryPoints", "retention", {count});
    }
    const qint64 inVault = policy.daily ? policy.daily->days : policy.weekly ? qint64(policy.weekly->weeks) * 7 : 0;
    if (inVault > 0 && inVault < policy.instantRestoreDays) {
        found.add("ValSnapshotLongerThanDaily", "snapshot");
    }
    return found.all();
}

QList<Violation> policyWarnings(const BackupPolicy& policy)
{
    Found found;
    struct Tier
    {
        const char* field;
        qint64 days; // at the longest
        qint64 surely; // at the shortest
    };
    QList<Tier> tiers;
    if (policy.daily) {
        tiers.append({"daily", policy.daily->days, policy.daily->days});
    }
    if (policy.weekly) {
        const qint64 weeks = policy.weekly->weeks; // as typed: the product needs more room than an int
        tiers.append({"weekly", weeks * 7, weeks * 7});
    }
    if (policy.monthly) {
        const qint64 months = policy.monthly->months;
        tiers.append({"monthly", months * 31, months * 28});
    }
    if (policy.yearly) {
        const qint64 years = policy.yearly->years;
        tiers.append({"yearly", years * 366, years * 365});
    }
    for (qsizetype i = 1; i < tiers.size(); ++i) {
        if (tiers[i].days < tiers[i - 1].surely) {
            found.add("ValTierOrder", tiers[i].field,
                      {QString::fromLatin1(tiers[i].field), QString::fromLatin1(tiers[i - 1].field)});
        }
    }
    return found.all();
}

Error policyInputError(std::vector<Error> details)
{
    return {
        "BMSUserErrorInvalidPolicyInput",
        "Input for create or update policy is not in proper format\r\nPlease check format of parameters like schedule "
        "time, schedule days, retention time and retention days ",
        {},
        {},
        std::move(details)};
}

Error policyInputError(const QList<Violation>& violations)
{
    std::vector<Error> details;
    for (const auto& violation : violations) {
        details.push_back(
            {violation.code.toStdString(), inEnglish(violation).toStdString(), violation.field.toStdString(), {}, {}});
    }
    return policyInputError(std::move(details));
}

} // namespace valv::contract
