// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datetime.h"

#include <QRegularExpression>

#include <cmath>

namespace valv {

QDateTime toDateTime(Instant at)
{
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count(), Qt::UTC);
}

Instant toInstant(const QDateTime& at)
{
    return Instant(std::chrono::milliseconds(at.toMSecsSinceEpoch()));
}

QString toIso(const QDateTime& at)
{
    const auto utc = at.toUTC();
    return utc.time().msec() == 0 ? utc.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss'Z'"))
                                  : utc.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz'Z'"));
}

std::optional<QDateTime> fromIso(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2})(?:\.(\d{1,7}))?(Z|z|[+-]\d{2}:?\d{2})?$)"));
    const auto match = pattern.match(text.trimmed());
    if (!match.hasMatch()) {
        return std::nullopt;
    }
    const auto date = QDate::fromString(match.captured(1), Qt::ISODate);
    const auto time = QTime::fromString(match.captured(2), QStringLiteral("HH:mm:ss"));
    if (!date.isValid() || !time.isValid()) {
        return std::nullopt;
    }
    QDateTime at(date, time, Qt::UTC);
    at = at.addMSecs(match.captured(3).leftJustified(3, QLatin1Char('0'), true).toInt());
    const auto zone = match.captured(4);
    if (zone.size() > 1) {
        const int minutes = zone.mid(1, 2).toInt() * 60 + zone.right(2).toInt();
        at = at.addSecs(zone.front() == QLatin1Char('-') ? minutes * 60 : -minutes * 60);
    }
    const bool never = at.date().year() == 1
        || (at.date() == QDate(2001, 1, 1) && at.time() == QTime(0, 0));
    return never ? std::nullopt : std::optional(at);
}

QString toIsoDuration(qint64 milliseconds)
{
    if (milliseconds <= 0) {
        return QStringLiteral("PT0S");
    }
    const qint64 hours = milliseconds / 3'600'000;
    const qint64 minutes = milliseconds / 60'000 % 60;
    const qint64 rest = milliseconds % 60'000;
    QString text = QStringLiteral("PT");
    if (hours > 0) {
        text += QString::number(hours) + QLatin1Char('H');
    }
    if (minutes > 0) {
        text += QString::number(minutes) + QLatin1Char('M');
    }
    if (rest > 0) {
        text += QString::number(rest / 1000);
        if (rest % 1000 != 0) {
            text += QLatin1Char('.') + QString::number(rest % 1000).rightJustified(3, QLatin1Char('0'));
        }
        text += QLatin1Char('S');
    }
    return text;
}

std::optional<qint64> fromIsoDuration(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$)"));
    const auto match = pattern.match(text.trimmed());
    if (!match.hasMatch() || text.trimmed().size() < 3) {
        return std::nullopt;
    }
    const double seconds = match.captured(4).isEmpty() ? 0.0 : match.captured(4).toDouble();
    return match.captured(1).toLongLong() * 86'400'000 + match.captured(2).toLongLong() * 3'600'000
        + match.captured(3).toLongLong() * 60'000 + std::llround(seconds * 1000.0);
}

QTimeZone zoneFromWire(const QString& name)
{
    if (name.isEmpty()) {
        return {}; // QTimeZone would take no name for the computer's zone
    }
    if (name.compare(QLatin1String("UTC"), Qt::CaseInsensitive) == 0) {
        return QTimeZone::utc();
    }
    const auto iana = QTimeZone::windowsIdToDefaultIanaId(name.toUtf8());
    return QTimeZone(iana.isEmpty() ? name.toUtf8() : iana);
}

QString zoneToWire(const QTimeZone& zone)
{
    if (zone == QTimeZone::utc() || zone.id() == "UTC") {
        return QStringLiteral("UTC");
    }
    const auto windows = QTimeZone::ianaIdToWindowsId(zone.id());
    return QString::fromUtf8(windows.isEmpty() ? zone.id() : windows);
}

QDateTime fromWallClock(const QDate& date, const QTime& time, const QTimeZone& zone)
{
    const QDateTime asUtc(date, time, Qt::UTC);
    // The offsets half a day before and after bracket any change of the day.
    const int before = zone.offsetFromUtc(asUtc.addSecs(-86'400));
    const int after = zone.offsetFromUtc(asUtc.addSecs(86'400));
    const auto early = asUtc.addSecs(-std::max(before, after));
    const auto late = asUtc.addSecs(-std::min(before, after));
    if (zone.offsetFromUtc(early) == std::max(before, after)) {
        return early; // it exists; of two, this is the first
    }
    if (zone.offsetFromUtc(late) == std::min(before, after)) {
        return late;
    }
    // In the gap: the moment of the change itself is the next time that exists.
    const auto change = zone.nextTransition(early.addSecs(-1));
    return change.atUtc.isValid() ? change.atUtc.toUTC() : late;
}

} // namespace valv
