// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies/zonechoices.h"

#include "core/datetime.h"

#include <QSet>

#include <algorithm>
#include <cstdlib>

namespace valv::views {

QList<ZoneChoice> zoneChoices(const QDateTime& now, const QTimeZone& own)
{
    QSet<QByteArray> windows;
    for (const auto& id : QTimeZone::availableTimeZoneIds()) {
        const auto name = QTimeZone::ianaIdToWindowsId(id);
        if (!name.isEmpty()) {
            windows.insert(name);
        }
    }
    const auto ownName = zoneToWire(own);
    QList<ZoneChoice> choices;
    for (const auto& name : std::as_const(windows)) {
        const auto wire = QString::fromUtf8(name);
        const bool isOwn = wire == ownName;
        const QTimeZone zone = isOwn ? own : zoneFromWire(wire);
        if (!zone.isValid()) {
            continue;
        }
        const int offset = zone.standardTimeOffset(now);
        auto city = QString::fromUtf8(zone.id()).section(QLatin1Char('/'), -1);
        city.replace(QLatin1Char('_'), QLatin1Char(' '));
        const int minutes = std::abs(offset) / 60;
        const auto hours = QStringLiteral("%1:%2")
                               .arg(minutes / 60, 2, 10, QLatin1Char('0'))
                               .arg(minutes % 60, 2, 10, QLatin1Char('0'));
        const auto text = wire == QLatin1String("UTC")
            ? QStringLiteral("UTC")
            : QStringLiteral("(UTC%1%2) %3").arg(offset < 0 ? QStringLiteral("−") : QStringLiteral("+"), hours, city);
        choices.append({ text, wire, offset });
    }
    const bool hasUtc = std::any_of(choices.cbegin(), choices.cend(), [](const auto& c) { return c.wire == QLatin1String("UTC"); });
    if (!hasUtc) {
        choices.append({ QStringLiteral("UTC"), QStringLiteral("UTC"), 0 });
    }
    std::sort(choices.begin(), choices.end(), [](const auto& a, const auto& b) {
        return a.offset != b.offset ? a.offset < b.offset : a.text.localeAwareCompare(b.text) < 0;
    });
    return choices;
}

} // namespace valv::views
