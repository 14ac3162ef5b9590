// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/backuppolicy.h"

#include "contract/json_p.h"
#include "contract/rules.h"
#include "core/datetime.h"

#include <algorithm>

namespace valv::contract {
namespace {

constexpr QLatin1String schedulePolicy("schedulePolicy");
constexpr QLatin1String retentionPolicy("retentionPolicy");
constexpr QLatin1String retentionDuration("retentionDuration");
constexpr QLatin1String retentionTimes("retentionTimes");
constexpr QLatin1String runTimes("scheduleRunTimes");
constexpr QLatin1String runDays("scheduleRunDays");
constexpr QLatin1String daysOfTheWeek("daysOfTheWeek");
constexpr QLatin1String weeksOfTheMonth("weeksOfTheMonth");
constexpr QLatin1String daysOfTheMonth("daysOfTheMonth");
constexpr QLatin1String monthsOfYear("monthsOfYear");
constexpr QLatin1String formatType("retentionScheduleFormatType");
constexpr QLatin1String byWeek("retentionScheduleWeekly");
constexpr QLatin1String byDay("retentionScheduleDaily");
constexpr QLatin1String instantDays("instantRpRetentionRangeInDays");
constexpr QLatin1String policyType("policyType");
constexpr QLatin1String azureIaasVm("AzureIaasVM");
constexpr QLatin1String simple("SimpleSchedulePolicy");
constexpr QLatin1String simpleV2("SimpleSchedulePolicyV2");
constexpr QLatin1String scheduleType("schedulePolicyType");
constexpr QLatin1String runFrequency("scheduleRunFrequency");
constexpr QLatin1String hourlySchedule("hourlySchedule");
constexpr QLatin1String dailySchedule("dailySchedule");
constexpr QLatin1String weeklySchedule("weeklySchedule");
constexpr QLatin1String windowStart("scheduleWindowStartTime");
constexpr QLatin1String windowDuration("scheduleWindowDuration");

void refuse(const Reader& reader, QLatin1String key, const QString& reason)
{
    const QString target = reader.path() + QLatin1Char('.') + key;
    reader.refuse(
        policyInputError({{"BMSUserErrorInvalidPolicyInput", reason.toStdString(), target.toStdString(), {}, {}}}));
}

//! Of a time on the wire only the time of day counts; its date is noise, even where it spells "never" elsewhere.
std::optional<QTime> timeOfDay(const QString& text)
{
    auto dated = text.trimmed();
    if (dated.startsWith(QLatin1String("0001-")) || dated.startsWith(QLatin1String("2001-"))) {
        dated.replace(0, 4, QStringLiteral("2000"));
    }
    const auto at = fromIso(dated);
    return at ? std::optional(at->time()) : std::nullopt;
}

QString timeText(const QTime& time, const QString& old)
{
    static const QLatin1String anyDate("2018-12-03");
    const auto date = timeOfDay(old) ? old.trimmed().left(10) : QString(anyDate);
    return date + QLatin1Char('T') + time.toString(QStringLiteral("HH:mm:ss")) + QLatin1Char('Z');
}

QJsonArray timesJson(const QTime& time, const QJsonArray& old)
{
    return {timeText(time, old.isEmpty() ? QString() : old.first().toString())};
}

template <typename E>
QList<E> wordsFrom(const Reader& reader, QLatin1String key)
{
    QList<E> values;
    const auto texts = reader.texts(key);
    for (const auto& text : texts) {
        const auto value = fromText<E>(text);
        if (value == E::Unknown) {
            refuse(reader, key, QStringLiteral("'%1' is not known here.").arg(text));
        } else if (values.contains(value)) {
            refuse(reader, key, QStringLiteral("'%1' is given twice.").arg(text));
        } else {
            values.append(value);
        }
    }
    return values;
}

template <typename E>
QJsonArray wordsJson(const QList<E>& values)
{
    QJsonArray texts;
    for (const E value : values) {
        texts.append(toText(value));
    }
    return texts;
}

int countFrom(const Reader& row, QLatin1String wantedType, const QTime& runTime)
{
    const auto duration = row.in(retentionDuration);
    if (duration.text(QLatin1String("durationType")) != wantedType) {
        refuse(duration, QLatin1String("durationType"), QStringLiteral("The durationType must be %1.").arg(wantedType));
    }
    const auto times = row.texts(retentionTimes);
    for (const auto& text : times) {
        if (timeOfDay(text) != runTime) {
            refuse(row, retentionTimes, QStringLiteral("The retention times must equal the run time of the schedule."));
        }
    }
    return duration.integer(QLatin1String("count"));
}

MonthDays monthDaysFrom(const Reader& row)
{
    MonthDays on;
    on.format = fromText<RetentionFormat>(row.text(formatType));
    if (on.format == RetentionFormat::Unknown) {
        refuse(row, formatType, QStringLiteral("The format must be Daily or Weekly."));
    }
    if (on.format == RetentionFormat::Weekly) {
        const auto weekly = row.in(byWeek);
        on.weekdays = wordsFrom<Weekday>(weekly, daysOfTheWeek);
        on.weeks = wordsFrom<WeekOfMonth>(weekly, weeksOfTheMonth);
        return on;
    }
    const auto days = row.in(byDay).list(daysOfTheMonth);
    for (const auto& day : days) {
        const int date = day.integer(QLatin1String("date"));
        const bool last = day.flag(QLatin1String("isLast"));
        if (last ? on.lastDay : on.days.contains(date)) {
            refuse(row, daysOfTheMonth, QStringLiteral("A day is given twice."));
        } else if (last) {
            on.lastDay = true;
        } else {
            on.days.append(date);
        }
    }
    return on;
}

QJsonObject rowJson(const QJsonObject& old, int count, const char* type, const QTime& time)
{
    Writer row(old);
    return row.array(retentionTimes, timesJson(time, row.children(retentionTimes)))
        .object(retentionDuration,
                Writer(row.child(retentionDuration))
                    .number(QLatin1String("count"), count)
                    .text(QLatin1String("durationType"), QLatin1String(type))
                    .done())
        .done();
}

QJsonObject dayJson(int date, bool last, const QJsonArray& old)
{
    const auto before =
        last ? elementWith(old, QLatin1String("isLast"), true) : elementWith(old, QLatin1String("date"), date);
    return Writer(before).number(QLatin1String("date"), date).flag(QLatin1String("isLast"), last).done();
}

QJsonObject withMonthDays(const QJsonObject& row, const MonthDays& on)
{
    Writer writer(row);
    writer.text(formatType, toText(on.format));
    if (on.format == RetentionFormat::Weekly) {
        return writer
            .object(byWeek,
                    Writer(writer.child(byWeek))
                        .array(daysOfTheWeek, wordsJson(on.weekdays))
                        .array(weeksOfTheMonth, wordsJson(on.weeks))
                        .done())
            .remove(byDay)
            .done();
    }
    const auto old = writer.child(byDay).value(daysOfTheMonth).toArray();
    QJsonArray days;
    for (const int day : on.days) {
        days.append(dayJson(day, false, old));
    }
    if (on.lastDay) {
        days.append(dayJson(0, true, old));
    }
    return writer.object(byDay, Writer(writer.child(byDay)).array(daysOfTheMonth, days).done()).remove(byWeek).done();
}

void readRunTime(BackupPolicy& policy, const Reader& schedule)
{
    const auto times = schedule.texts(runTimes);
    const auto time = times.size() == 1 ? timeOfDay(times.first()) : std::nullopt;
    if (!time) {
        refuse(schedule, runTimes, QStringLiteral("Exactly one run time is needed."));
    }
    policy.runTime = time.value_or(QTime());
}

void readEnhancedSchedule(BackupPolicy& policy, const Reader& schedule)
{
    policy.enhanced = true;
    if (policy.frequency == Frequency::Daily) {
        readRunTime(policy, schedule.in(dailySchedule));
    } else if (policy.frequency == Frequency::Weekly) {
        const auto weekly = schedule.in(weeklySchedule);
        policy.runDays = wordsFrom<Weekday>(weekly, runDays);
        readRunTime(policy, weekly);
    } else if (policy.frequency == Frequency::Hourly) {
        const auto hourly = schedule.in(hourlySchedule);
        policy.hourly = HourlySchedule{hourly.integer(QLatin1String("interval")), hourly.integer(windowDuration)};
        const auto start = timeOfDay(hourly.text(windowStart));
        if (!start) {
            refuse(hourly, windowStart, QStringLiteral("The start of the window is needed."));
        }
        policy.runTime = start.value_or(QTime());
    }
}

void readSchedule(BackupPolicy& policy, const Reader& schedule)
{
    // Schedules of other types are kept in raw: frequency Unknown, refused by checkPolicy.
    const auto type = schedule.text(scheduleType);
    if (type != simple && type != simpleV2) {
        policy.frequency = Frequency::Unknown;
        return;
    }
    policy.frequency = fromText<Frequency>(schedule.text(runFrequency));
    if (type == simpleV2) {
        readEnhancedSchedule(policy, schedule);
        return;
    }
    policy.runDays = wordsFrom<Weekday>(schedule, runDays);
    readRunTime(policy, schedule);
}

void readRetention(BackupPolicy& policy, const Reader& retention)
{
    constexpr QLatin1String daily("dailySchedule"), weekly("weeklySchedule"), monthly("monthlySchedule"),
        yearly("yearlySchedule");
    if (retention.has(daily)) {
        policy.daily = DailyRetention{countFrom(retention.in(daily), QLatin1String("Days"), policy.runTime)};
    }
    if (retention.has(weekly)) {
        const auto row = retention.in(weekly);
        policy.weekly = WeeklyRetention{wordsFrom<Weekday>(row, daysOfTheWeek),
                                        countFrom(row, QLatin1String("Weeks"), policy.runTime)};
    }
    if (retention.has(monthly)) {
        const auto row = retention.in(monthly);
        policy.monthly = MonthlyRetention{monthDaysFrom(row), countFrom(row, QLatin1String("Months"), policy.runTime)};
    }
    if (retention.has(yearly)) {
        const auto row = retention.in(yearly);
        policy.yearly = YearlyRetention{wordsFrom<Month>(row, monthsOfYear), monthDaysFrom(row),
                                        countFrom(row, QLatin1String("Years"), policy.runTime)};
    }
}

QJsonObject enhancedScheduleJson(const BackupPolicy& policy, const QJsonObject& old)
{
    Writer schedule(old);
    schedule.text(scheduleType, simpleV2).text(runFrequency, toText(policy.frequency));
    const auto keep = policy.frequency == Frequency::Hourly ? hourlySchedule
        : policy.frequency == Frequency::Weekly             ? weeklySchedule
                                                            : dailySchedule;
    for (const auto& other : {hourlySchedule, dailySchedule, weeklySchedule}) {
        if (other != keep) {
            schedule.remove(other);
        }
    }
    Writer inner(schedule.child(keep));
    if (policy.frequency == Frequency::Hourly) {
        const auto hourly = policy.hourly.value_or(HourlySchedule());
        inner.number(QLatin1String("interval"), hourly.intervalHours)
            .text(windowStart, timeText(policy.runTime, inner.done().value(windowStart).toString()))
            .number(windowDuration, hourly.windowHours);
    } else {
        inner.array(runDays, policy.frequency == Frequency::Weekly ? wordsJson(policy.runDays) : QJsonArray())
            .array(runTimes, timesJson(policy.runTime, inner.children(runTimes)));
    }
    return schedule.object(keep, inner.done()).done();
}

QJsonObject scheduleJson(const BackupPolicy& policy, const QJsonObject& before)
{
    const auto wanted = policy.enhanced ? simpleV2 : simple;
    // What one type of schedule says means nothing in another.
    const auto old = before.value(scheduleType).toString() == wanted ? before : QJsonObject();
    if (policy.enhanced) {
        return enhancedScheduleJson(policy, old);
    }
    Writer schedule(old);
    const bool weekly = policy.frequency == Frequency::Weekly;
    return schedule.text(scheduleType, simple)
        .text(runFrequency, toText(policy.frequency))
        .array(runDays, weekly ? wordsJson(policy.runDays) : QJsonArray())
        .array(runTimes, timesJson(policy.runTime, schedule.children(runTimes)))
        .otherwise(QLatin1String("scheduleWeeklyFrequency"), 0)
        .done();
}

QJsonObject retentionJson(const BackupPolicy& policy, const QJsonObject& old)
{
    constexpr QLatin1String daily("dailySchedule"), weekly("weeklySchedule"), monthly("monthlySchedule"),
        yearly("yearlySchedule");
    Writer writer(old);
    writer.text(QLatin1String("retentionPolicyType"), QStringLiteral("LongTermRetentionPolicy"))
        .object(daily,
                policy.daily ? rowJson(writer.child(daily), policy.daily->days, "Days", policy.runTime) : QJsonObject())
        .object(weekly,
                policy.weekly ? Writer(rowJson(writer.child(weekly), policy.weekly->weeks, "Weeks", policy.runTime))
                                    .array(daysOfTheWeek, wordsJson(policy.weekly->weekdays))
                                    .done()
                              : QJsonObject())
        .object(monthly,
                policy.monthly
                    ? withMonthDays(rowJson(writer.child(monthly), policy.monthly->months, "Months", policy.runTime),
                                    policy.monthly->on)
                    : QJsonObject());
    if (!policy.yearly) {
        return writer.remove(yearly).done();
    }
    const auto row = rowJson(writer.child(yearly), policy.yearly->years, "Years", policy.runTime);
    return writer
        .object(
            yearly,
            Writer(withMonthDays(row, policy.yearly->on)).array(monthsOfYear, wordsJson(policy.yearly->months)).done())
        .done();
}

} // namespace

Result<BackupPolicy> BackupPolicy::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    const auto p = reader.in(propertiesKey);
    BackupPolicy policy;
    policy.id = reader.id(QLatin1String("id"));
    policy.name = reader.text(QLatin1String("name"));
    if (policy.name.isEmpty()) {
        policy.name = policy.id.value(u"backupPolicies");
    }
    if (p.text(QLatin1String("backupManagementType")) != azureIaasVm) {
        refuse(p, QLatin1String("backupManagementType"),
               QStringLiteral("The backupManagementType must be AzureIaasVM."));
    }
    readSchedule(policy, p.in(schedulePolicy));
    if (policy.frequency != Frequency::Unknown) {
        readRetention(policy, p.in(retentionPolicy));
    }
    if (p.has(QLatin1String("timeZone"))) {
        policy.timeZone = p.text(QLatin1String("timeZone"));
    }
    const bool simpleWeekly = policy.frequency == Frequency::Weekly && !policy.enhanced;
    policy.instantRestoreDays = p.integer(instantDays, simpleWeekly ? Limits::snapshotMax : 2);
    policy.protectedItems = p.integer(QLatin1String("protectedItemsCount"));
    policy.raw = json;
    return checked(reader, policy);
}

QJsonObject BackupPolicy::toJson() const
{
    Writer writer(raw);
    Writer p(writer.child(propertiesKey));
    p.otherwise(QLatin1String("backupManagementType"), QString(azureIaasVm))
        .otherwise(QLatin1String("instantRPDetails"), QJsonObject());
    if (frequency == Frequency::Unknown) {
        p.otherwise(policyType, QStringLiteral("V1"));
    } else {
        p.text(policyType, enhanced ? QStringLiteral("V2") : QStringLiteral("V1"))
            .object(schedulePolicy, scheduleJson(*this, p.child(schedulePolicy)))
            .object(retentionPolicy, retentionJson(*this, p.child(retentionPolicy)))
            .number(instantDays, instantRestoreDays);
    }
    p.text(QLatin1String("timeZone"), timeZone).number(QLatin1String("protectedItemsCount"), protectedItems);
    return writer.id(QLatin1String("id"), id)
        .text(QLatin1String("name"), name)
        .otherwise(QLatin1String("type"), QStringLiteral("Microsoft.RecoveryServices/vaults/backupPolicies"))
        .object(propertiesKey, p.done())
        .done();
}

int BackupPolicy::runsPerDay() const
{
    constexpr int hoursInDay = 24;
    if (frequency != Frequency::Hourly || !hourly || hourly->intervalHours < 1) {
        return 1;
    }
    // The end of the window counts, but for a window of a whole day: that is the beginning of the next one.
    const int last = std::clamp(hourly->windowHours, 0, hoursInDay - 1);
    return last / hourly->intervalHours + 1;
}

BackupPolicy BackupPolicy::defaultPolicy()
{
    BackupPolicy policy;
    policy.name = QStringLiteral("DefaultPolicy");
    policy.daily = DailyRetention{};
    return policy;
}

} // namespace valv::contract
