// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/text/format.h"

#include "core/datetime.h"

#include <array>
#include <cmath>

namespace valv::presentation {

namespace {

constexpr qint64 secondMs = 1000;
constexpr qint64 minuteMs = 60 * secondMs;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = 24 * hourMs;

const QChar noBreakSpace(0x00A0);
const QString missing = QString(QChar(0x2013));

QString withUnit(const QString& number, const QString& unit)
{
    return number + noBreakSpace + unit;
}

} // namespace

Format::Format(const QLocale& locale, const QTimeZone& zone, const Clock& clock)
    : m_locale(locale)
    , m_zone(zone.isValid() ? zone : QTimeZone::utc())
    , m_clock(&clock)
{ }

QDateTime Format::now() const
{
    return toDateTime(m_clock->now()).toTimeZone(m_zone);
}

bool Format::isAmerican() const
{
    return m_locale.language() == QLocale::English && m_locale.territory() == QLocale::UnitedStates;
}

QString Format::shortMonth(int month) const
{
    QString name = m_locale.monthName(month, QLocale::ShortFormat);
    if (name.endsWith(QLatin1Char('.'))) {
        name.chop(1);
    }
    return name;
}

QString Format::clockTime(QTime time, bool seconds) const
{
    if (isAmerican()) {
        return QLocale::c().toString(time, seconds ? QStringLiteral("h:mm:ss AP") : QStringLiteral("h:mm AP"));
    }
    return QLocale::c().toString(time, seconds ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

QString Format::time(QTime time) const
{
    return time.isValid() ? clockTime(time, false) : missing;
}

QString Format::time(const QDateTime& at) const
{
    return at.isValid() ? clockTime(at.toTimeZone(m_zone).time(), false) : missing;
}

QString Format::dateShort(QDate date) const
{
    if (!date.isValid()) {
        return missing;
    }
    const QString day = QString::number(date.day());
    const QString monthText = shortMonth(date.month());
    return isAmerican() ? QString(monthText + QLatin1Char(' ') + day) : QString(day + QLatin1Char(' ') + monthText);
}

QString Format::date(QDate date) const
{
    if (!date.isValid()) {
        return missing;
    }
    if (isSwedish()) {
        return QLocale::c().toString(date, QStringLiteral("yyyy-MM-dd"));
    }
    const QString year = QString::number(date.year());
    return isAmerican() ? QString(dateShort(date) + QStringLiteral(", ") + year)
                        : QString(dateShort(date) + QLatin1Char(' ') + year);
}

QString Format::date(const QDateTime& at) const
{
    return at.isValid() ? date(at.toTimeZone(m_zone).date()) : missing;
}

QString Format::dateLong(QDate date) const
{
    if (!date.isValid()) {
        return missing;
    }
    const QString pattern = isAmerican() ? QStringLiteral("dddd, MMMM d, yyyy") : QStringLiteral("dddd d MMMM yyyy");
    return m_locale.toString(date, pattern);
}

QString Format::dateTimeShort(const QDateTime& at) const
{
    if (!at.isValid()) {
        return missing;
    }
    const QDateTime local = at.toTimeZone(m_zone);
    const QDate day = local.date();
    QString text = dateShort(day);
    if (day.year() != today().year()) {
        text += (isAmerican() ? QStringLiteral(", ") : QStringLiteral(" ")) + QString::number(day.year());
    }
    return text + (isSwedish() ? QStringLiteral(" ") : QStringLiteral(", ")) + clockTime(local.time(), false);
}

QString Format::dateTime(const QDateTime& at) const
{
    if (!at.isValid()) {
        return missing;
    }
    const QDateTime local = at.toTimeZone(m_zone);
    return date(local.date()) + (isSwedish() ? QStringLiteral(" ") : QStringLiteral(", "))
        + clockTime(local.time(), false);
}

QString Format::dateTimeFull(const QDateTime& at) const
{
    if (!at.isValid()) {
        return missing;
    }
    const QDateTime local = at.toTimeZone(m_zone);
    const int offset = m_zone.offsetFromUtc(at);
    const int minutesOff = std::abs(offset) / 60;
    QString utc = QStringLiteral("UTC");
    if (offset != 0) {
        utc += (offset < 0 ? QChar(0x2212) : QLatin1Char('+'))
            + QStringLiteral("%1:%2")
                  .arg(minutesOff / 60, 2, 10, QLatin1Char('0'))
                  .arg(minutesOff % 60, 2, 10, QLatin1Char('0'));
    }
    const QString zoneName = QString::fromLatin1(m_zone.id());
    const QString zoneText = zoneName == QStringLiteral("UTC") ? utc : zoneName + QStringLiteral(", ") + utc;
    //: %1 is a day, %2 a time of day
    return tr("%1 at %2").arg(dateLong(local.date()), clockTime(local.time(), true)) + QStringLiteral(" (") + zoneText
        + QLatin1Char(')');
}

QString Format::dateTimeSentence(const QDateTime& at) const
{
    if (!at.isValid()) {
        return missing;
    }
    const QDateTime local = at.toTimeZone(m_zone);
    QString day = dateLong(local.date());
    if (local.date().year() == today().year()) {
        day = m_locale.toString(local.date(),
                                isAmerican() ? QStringLiteral("dddd, MMMM d") : QStringLiteral("dddd d MMMM"));
    }
    //: %1 is a day, %2 a time of day
    return tr("%1 at %2").arg(day, clockTime(local.time(), false));
}

QString Format::day(QDate date) const
{
    switch (today().daysTo(date)) {
    case 0:
        return tr("Today");
    case -1:
        return tr("Yesterday");
    case 1:
        return tr("Tomorrow");
    default:
        return this->date(date);
    }
}

QString Format::span(const QDateTime& from, const QDateTime& to) const
{
    if (!from.isValid() || !to.isValid()) {
        return dateTime(from) + missing + (to.isValid() ? dateTime(to) : QString());
    }
    const QDateTime start = from.toTimeZone(m_zone);
    const QDateTime end = to.toTimeZone(m_zone);
    return dateTime(from) + missing + (start.date() == end.date() ? clockTime(end.time(), false) : dateTime(to));
}

QString Format::week(QDate date) const
{
    //: ISO week number, short, beside a date
    return tr("week %1").arg(date.weekNumber());
}

QString Format::relative(const QDateTime& at) const
{
    if (!at.isValid()) {
        return missing;
    }
    const qint64 ahead = now().msecsTo(at);
    if (ahead >= minuteMs) {
        //: %1 is a length of time: in 12 h 48 min, in 3 days
        return tr("in %1", "length of time")
            .arg(ahead >= 2 * dayMs ? days(static_cast<int>(ahead / dayMs)) : duration(ahead - ahead % minuteMs));
    }
    if (ahead > 0) {
        return tr("in less than a minute");
    }
    const qint64 behind = -ahead;
    if (behind < minuteMs) {
        return tr("just now");
    }
    if (behind < hourMs) {
        return tr("%n minute(s) ago", nullptr, static_cast<int>(behind / minuteMs));
    }
    if (behind < dayMs) {
        return tr("%n hour(s) ago", nullptr, static_cast<int>(behind / hourMs));
    }
    return tr("%n day(s) ago", nullptr, static_cast<int>(behind / dayMs));
}

QString Format::duration(qint64 milliseconds) const
{
    if (milliseconds < 0) {
        return missing;
    }
    const auto part = [this](qint64 value, const QString& unit) { return withUnit(number(value), unit); };
    const auto two = [&part](qint64 first, const QString& firstUnit, qint64 second, const QString& secondUnit) {
        const QString text = part(first, firstUnit);
        return second == 0 ? text : QString(text + QLatin1Char(' ') + part(second, secondUnit));
    };
    const QString d = tr("d", "unit: days");
    const QString h = tr("h", "unit: hours");
    const QString min = tr("min", "unit: minutes");
    const QString s = tr("s", "unit: seconds");
    if (milliseconds >= dayMs) {
        return two(milliseconds / dayMs, d, milliseconds % dayMs / hourMs, h);
    }
    if (milliseconds >= hourMs) {
        return two(milliseconds / hourMs, h, milliseconds % hourMs / minuteMs, min);
    }
    if (milliseconds >= minuteMs) {
        return two(milliseconds / minuteMs, min, milliseconds % minuteMs / secondMs, s);
    }
    return part(milliseconds / secondMs, s);
}

QString Format::durationShort(qint64 milliseconds) const
{
    if (milliseconds < minuteMs || milliseconds >= hourMs) {
        return duration(milliseconds);
    }
    return duration((milliseconds + minuteMs / 2) / minuteMs * minuteMs);
}

QString Format::number(qint64 value) const
{
    return m_locale.toString(value);
}

QString Format::number(double value, int decimals) const
{
    return m_locale.toString(value, 'f', decimals);
}

QString Format::size(std::uint64_t bytes) const
{
    static constexpr std::array<double, 5> steps{1.0, 1e3, 1e6, 1e9, 1e12};
    const std::array<QString, 5> units{QStringLiteral("B"), isSwedish() ? QStringLiteral("kB") : QStringLiteral("KB"),
                                       QStringLiteral("MB"), QStringLiteral("GB"), QStringLiteral("TB")};
    const auto value = static_cast<double>(bytes);
    const auto decimalsOf = [&](size_t unit) {
        const bool whole = bytes % static_cast<std::uint64_t>(steps[unit]) == 0;
        return whole ? 0 : (unit == 4 ? 2 : 1);
    };
    size_t unit = 0;
    // 999.96 MB would be written "1000,0 MB": what rounds up to a thousand goes one unit up.
    while (unit + 1 < steps.size()) {
        const double scale = std::pow(10.0, decimalsOf(unit));
        if (std::round(value / steps[unit] * scale) / scale < 1000.0) {
            break;
        }
        ++unit;
    }
    return withUnit(number(value / steps[unit], decimalsOf(unit)), units[unit]);
}

QString Format::rate(double bytesPerSecond) const
{
    const double megabytes = std::max(0.0, bytesPerSecond) / 1e6;
    if (megabytes < 1.0) {
        return size(static_cast<std::uint64_t>(megabytes * 1e6)) + QStringLiteral("/s"); // slow is not nothing
    }
    return withUnit(number(megabytes, megabytes < 10.0 ? 1 : 0), QStringLiteral("MB/s"));
}

QString Format::percent(double fraction, int decimals) const
{
    const QString value = number(fraction * 100.0, decimals);
    return isSwedish() ? withUnit(value, QStringLiteral("%")) : QString(value + QLatin1Char('%'));
}

QString Format::list(const QStringList& parts)
{
    QString text;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        if (i == 0) {
            text = parts.at(i);
        } else if (i + 1 == parts.size()) {
            //: the last two of a list: Monday, Tuesday and Friday
            text = tr("%1 and %2").arg(text, parts.at(i));
        } else {
            //: a list that goes on: Monday, Tuesday
            text = tr("%1, %2").arg(text, parts.at(i));
        }
    }
    return text;
}

QString Format::capitalised(const QString& text)
{
    return text.isEmpty() ? text : QString(text.at(0).toUpper() + text.mid(1));
}

} // namespace valv::presentation
