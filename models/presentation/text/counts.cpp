// SPDX-License-Identifier: GPL-3.0-or-later
// Counts, days and months of Format.
#include "presentation/text/format.h"

namespace valv::presentation {

using namespace contract;

QString Format::days(int n)
{
    return tr("%n day(s)", nullptr, n);
}
QString Format::weeks(int n)
{
    return tr("%n week(s)", nullptr, n);
}
QString Format::months(int n)
{
    return tr("%n month(s)", nullptr, n);
}
QString Format::years(int n)
{
    return tr("%n year(s)", nullptr, n);
}
QString Format::hours(int n)
{
    return tr("%n hour(s)", nullptr, n);
}
QString Format::minutes(int n)
{
    return tr("%n minute(s)", nullptr, n);
}
QString Format::seconds(int n)
{
    return tr("%n second(s)", nullptr, n);
}
QString Format::virtualMachines(int n)
{
    return tr("%n virtual machine(s)", nullptr, n);
}
QString Format::vaults(int n)
{
    return tr("%n vault(s)", nullptr, n);
}
QString Format::items(int n)
{
    return tr("%n item(s)", nullptr, n);
}
QString Format::backupItems(int n)
{
    return tr("%n backup item(s)", nullptr, n);
}
QString Format::jobs(int n)
{
    return tr("%n job(s)", nullptr, n);
}
QString Format::jobsRunning(int n)
{
    return tr("%n job(s) in progress", nullptr, n);
}
QString Format::jobsFailed(int n)
{
    return tr("%n failed job(s)", nullptr, n);
}
QString Format::alerts(int n)
{
    return tr("%n alert(s)", nullptr, n);
}
QString Format::notifications(int n)
{
    return tr("%n notification(s)", nullptr, n);
}
QString Format::recoveryPoints(int n)
{
    return tr("%n recovery point(s)", nullptr, n);
}
QString Format::policies(int n)
{
    return tr("%n policies", nullptr, n);
}
QString Format::disks(int n)
{
    return tr("%n disk(s)", nullptr, n);
}
QString Format::characters(int n)
{
    return tr("%n character(s)", nullptr, n);
}
QString Format::errors(int n)
{
    return tr("%n error(s)", nullptr, n);
}
QString Format::warnings(int n)
{
    return tr("%n warning(s)", nullptr, n);
}
QString Format::rows(int n)
{
    return tr("%n row(s)", nullptr, n);
}

QString Format::weekday(Weekday day)
{
    switch (day) {
    case Weekday::Monday:
        return tr("Monday");
    case Weekday::Tuesday:
        return tr("Tuesday");
    case Weekday::Wednesday:
        return tr("Wednesday");
    case Weekday::Thursday:
        return tr("Thursday");
    case Weekday::Friday:
        return tr("Friday");
    case Weekday::Saturday:
        return tr("Saturday");
    case Weekday::Sunday:
        return tr("Sunday");
    case Weekday::Unknown:
        break;
    }
    return {};
}

QString Format::weekdayShort(Weekday day)
{
    switch (day) {
    case Weekday::Monday:
        return tr("Mon");
    case Weekday::Tuesday:
        return tr("Tue");
    case Weekday::Wednesday:
        return tr("Wed");
    case Weekday::Thursday:
        return tr("Thu");
    case Weekday::Friday:
        return tr("Fri");
    case Weekday::Saturday:
        return tr("Sat");
    case Weekday::Sunday:
        return tr("Sun");
    case Weekday::Unknown:
        break;
    }
    return {};
}

QString Format::weekdayDefinite(Weekday day)
{
    switch (day) {
    case Weekday::Monday:
        return tr("Monday", "definite, after an ordinal: the first Monday");
    case Weekday::Tuesday:
        return tr("Tuesday", "definite, after an ordinal: the first Tuesday");
    case Weekday::Wednesday:
        return tr("Wednesday", "definite, after an ordinal: the first Wednesday");
    case Weekday::Thursday:
        return tr("Thursday", "definite, after an ordinal: the first Thursday");
    case Weekday::Friday:
        return tr("Friday", "definite, after an ordinal: the first Friday");
    case Weekday::Saturday:
        return tr("Saturday", "definite, after an ordinal: the first Saturday");
    case Weekday::Sunday:
        return tr("Sunday", "definite, after an ordinal: the first Sunday");
    case Weekday::Unknown:
        break;
    }
    return {};
}

QString Format::weekdayPlural(Weekday day)
{
    switch (day) {
    case Weekday::Monday:
        return tr("Mondays");
    case Weekday::Tuesday:
        return tr("Tuesdays");
    case Weekday::Wednesday:
        return tr("Wednesdays");
    case Weekday::Thursday:
        return tr("Thursdays");
    case Weekday::Friday:
        return tr("Fridays");
    case Weekday::Saturday:
        return tr("Saturdays");
    case Weekday::Sunday:
        return tr("Sundays");
    case Weekday::Unknown:
        break;
    }
    return {};
}

QString Format::month(Month month)
{
    switch (month) {
    case Month::January:
        return tr("January");
    case Month::February:
        return tr("February");
    case Month::March:
        return tr("March");
    case Month::April:
        return tr("April");
    case Month::May:
        return tr("May");
    case Month::June:
        return tr("June");
    case Month::July:
        return tr("July");
    case Month::August:
        return tr("August");
    case Month::September:
        return tr("September");
    case Month::October:
        return tr("October");
    case Month::November:
        return tr("November");
    case Month::December:
        return tr("December");
    case Month::Unknown:
        break;
    }
    return {};
}

QString Format::weekOfMonth(WeekOfMonth week)
{
    switch (week) {
    case WeekOfMonth::First:
        return tr("First");
    case WeekOfMonth::Second:
        return tr("Second");
    case WeekOfMonth::Third:
        return tr("Third");
    case WeekOfMonth::Fourth:
        return tr("Fourth");
    case WeekOfMonth::Last:
        return tr("Last");
    case WeekOfMonth::Unknown:
        break;
    }
    return {};
}

} // namespace valv::presentation
