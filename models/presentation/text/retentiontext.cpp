// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/text/retentiontext.h"

#include "core/datetime.h"

namespace valv::presentation {

using namespace contract;

namespace {

template <typename E, typename F>
QString joined(const QList<E>& values, F say)
{
    QStringList parts;
    for (const E value : values) {
        parts.append(say(value));
    }
    return Format::list(parts);
}

QString lower(const QString& text)
{
    return text.isEmpty() ? text : QString(text.at(0).toLower() + text.mid(1));
}

QString ordinals(const MonthDays& on)
{
    return joined(on.weeks, [](WeekOfMonth week) { return lower(Format::weekOfMonth(week)); });
}

QString monthNames(const QList<Month>& months)
{
    return joined(months, &Format::month);
}

QString weekdays(const MonthDays& on)
{
    return joined(on.weekdays, &Format::weekdayDefinite);
}

} // namespace

QString RetentionText::zone(const QString& wireName) const
{
    if (zoneToWire(m_format.zone()) == wireName && wireName != QLatin1String("UTC")) {
        return tr("local time"); // the wire has one name for Stockholm and Berlin
    }
    const QTimeZone zone = zoneFromWire(wireName);
    return zone.isValid() ? QString::fromLatin1(zone.id()) : wireName;
}

QString RetentionText::schedule(const BackupPolicy& policy) const
{
    const QString at = m_format.time(policy.runTime);
    if (policy.frequency == Frequency::Weekly) {
        //: %1 weekdays in the plural, %2 time of day, %3 time zone
        return tr("On %1 every week at %2 (%3)")
            .arg(joined(policy.runDays, &Format::weekdayPlural), at, zone(policy.timeZone));
    }
    if (policy.frequency == Frequency::Hourly && policy.hourly) {
        //: %1 time of day, %2 and %3 numbers of hours, %4 time zone
        return tr("Every day from %1 for %2, with %3 between the backups (%4)")
            .arg(at, Format::hours(policy.hourly->windowHours), Format::hours(policy.hourly->intervalHours),
                 zone(policy.timeZone));
    }
    //: %1 time of day, %2 time zone
    return tr("Every day at %1 (%2)").arg(at, zone(policy.timeZone));
}

QString RetentionText::instant(const BackupPolicy& policy) const
{
    //: %1 is a number of days
    return tr("Keep snapshots for instant restore for %1.").arg(Format::days(policy.instantRestoreDays));
}

QString RetentionText::daily(const BackupPolicy& policy) const
{
    if (!policy.daily) {
        return {};
    }
    if (policy.frequency == Frequency::Hourly) {
        //: %1 number of days
        return tr("Keep all backups of a day for %1.").arg(Format::days(policy.daily->days));
    }
    //: %1 time of day, %2 number of days
    return tr("Keep the backup taken every day at %1 for %2.")
        .arg(m_format.time(policy.runTime), Format::days(policy.daily->days));
}

QString RetentionText::weekly(const BackupPolicy& policy) const
{
    if (!policy.weekly) {
        return {};
    }
    //: %1 weekdays in the plural, %2 time of day, %3 number of weeks
    return tr("Keep the backup taken on %1 every week at %2 for %3.")
        .arg(joined(policy.weekly->weekdays, &Format::weekdayPlural), m_format.time(policy.runTime),
             Format::weeks(policy.weekly->weeks));
}

// Day numbers and the last day may stand together: "den 1, 15 och sista dagen".
QString RetentionText::days(const MonthDays& on) const
{
    QStringList parts;
    for (const int day : on.days) {
        parts.append(QString::number(day));
    }
    if (on.lastDay) {
        parts.append(tr("the last day"));
    }
    return Format::list(parts);
}

//! "the first and third"; Swedish has its article in the sentence.
QString RetentionText::ordinal(const MonthDays& on)
{
    return tr("the %1", "ordinals before a weekday: the first and third").arg(ordinals(on));
}

QString RetentionText::monthly(const BackupPolicy& policy) const
{
    if (!policy.monthly) {
        return {};
    }
    const MonthDays& on = policy.monthly->on;
    const QString at = m_format.time(policy.runTime);
    const QString length = Format::months(policy.monthly->months);
    if (on.format == RetentionFormat::Weekly) {
        //: %1 "the first and third", %2 "Sunday", %3 time of day, %4 number of months
        return tr("Keep the backup taken on %1 %2 every month at %3 for %4.")
            .arg(ordinal(on), weekdays(on), at, length);
    }
    if (on.lastDay && on.days.isEmpty()) {
        return tr("Keep the backup taken on the last day of every month at %1 for %2.").arg(at, length);
    }
    //: %1 day numbers, %2 time of day, %3 number of months
    return tr("Keep the backup taken on day %1 of every month at %2 for %3.").arg(days(on), at, length);
}

QString RetentionText::yearly(const BackupPolicy& policy) const
{
    if (!policy.yearly) {
        return {};
    }
    const MonthDays& on = policy.yearly->on;
    const QString months = monthNames(policy.yearly->months);
    const QString at = m_format.time(policy.runTime);
    const QString length = Format::years(policy.yearly->years);
    if (on.format == RetentionFormat::Weekly) {
        //: %1 "the first", %2 "Sunday", %3 months, %4 time of day, %5 number of years
        return tr("Keep the backup taken on %1 %2 of %3 every year at %4 for %5.")
            .arg(ordinal(on), weekdays(on), months, at, length);
    }
    if (on.lastDay && on.days.isEmpty()) {
        //: %1 months, %2 time of day, %3 number of years
        return tr("Keep the backup taken on the last day of %1 every year at %2 for %3.").arg(months, at, length);
    }
    if (!on.lastDay && policy.yearly->months.size() == 1) {
        //: %1 day numbers, %2 month, %3 time of day, %4 number of years
        return tr("Keep the backup taken on %1 %2 every year at %3 for %4.").arg(days(on), months, at, length);
    }
    //: %1 day numbers and "the last day", %2 months, %3 time of day, %4 number of years
    return tr("Keep the backup taken on day %1 of %2 every year at %3 for %4.").arg(days(on), months, at, length);
}

QStringList RetentionText::sentences(const BackupPolicy& policy) const
{
    QStringList all{instant(policy), daily(policy), weekly(policy), monthly(policy), yearly(policy)};
    all.removeAll(QString());
    return all;
}

QString RetentionText::monthlyLabel(const MonthDays& on) const
{
    if (on.format == RetentionFormat::Weekly) {
        //: %1 ordinals, %2 weekdays: Monthly copy, first Sunday
        return tr("Monthly copy, %1 %2").arg(ordinals(on), weekdays(on));
    }
    if (on.lastDay && on.days.isEmpty()) {
        return tr("Monthly copy, last day");
    }
    //: %1 day numbers
    return tr("Monthly copy, day %1").arg(days(on));
}

QString RetentionText::yearlyLabel(const YearlyRetention& yearly) const
{
    const QString months = monthNames(yearly.months);
    if (yearly.on.format == RetentionFormat::Weekly) {
        //: %1 ordinals, %2 weekdays, %3 months: Yearly copy, first Sunday of January
        return tr("Yearly copy, %1 %2 of %3").arg(ordinals(yearly.on), weekdays(yearly.on), months);
    }
    if (yearly.on.lastDay && yearly.on.days.isEmpty()) {
        //: %1 months
        return tr("Yearly copy, last day of %1").arg(months);
    }
    //: %1 day numbers, %2 months
    return tr("Yearly copy, day %1 of %2").arg(days(yearly.on), months);
}

QList<PolicyRow> RetentionText::rows(const BackupPolicy& policy) const
{
    //: %1 is a number of days, weeks, months or years
    const auto kept = [](const QString& length) { return tr("Kept for %1", "a copy").arg(length); };
    QList<PolicyRow> rows{
        {tr("Frequency"), schedule(policy)},
        {tr("Instant restore"), tr("Snapshots are kept for %1").arg(Format::days(policy.instantRestoreDays))}};
    if (policy.daily) {
        rows.append({tr("Daily copy"), kept(Format::days(policy.daily->days))});
    }
    if (policy.weekly) {
        //: %1 weekdays
        rows.append({tr("Weekly copy, %1").arg(joined(policy.weekly->weekdays, &Format::weekday)),
                     kept(Format::weeks(policy.weekly->weeks))});
    }
    if (policy.monthly) {
        rows.append({monthlyLabel(policy.monthly->on), kept(Format::months(policy.monthly->months))});
    }
    if (policy.yearly) {
        rows.append({yearlyLabel(*policy.yearly), kept(Format::years(policy.yearly->years))});
    }
    return rows;
}

QString RetentionText::brief(const BackupPolicy& policy)
{
    QStringList kept;
    if (policy.daily) {
        kept << Format::days(policy.daily->days);
    }
    if (policy.weekly) {
        kept << Format::weeks(policy.weekly->weeks);
    }
    if (policy.monthly) {
        kept << Format::months(policy.monthly->months);
    }
    if (policy.yearly) {
        kept << Format::years(policy.yearly->years);
    }
    return kept.join(QStringLiteral(", "));
}

} // namespace valv::presentation
