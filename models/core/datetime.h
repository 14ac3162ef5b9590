// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <QDateTime>
#include <QString>
#include <QTimeZone>

#include <optional>

namespace valv {

//! \brief The same moment as Qt's type, in UTC.
[[nodiscard]] QDateTime toDateTime(Instant at);
[[nodiscard]] Instant toInstant(const QDateTime& at);

//! \brief ISO 8601 UTC with Z and, when they are not zero, milliseconds: the wire's form (contract.md 1.7).
[[nodiscard]] QString toIso(const QDateTime& at);
//! \brief Reads 0 to 7 fraction digits, Z, an offset, or neither (taken as UTC). Nothing when it is no date, and
//! nothing for the wire's two spellings of "never" (0001-01-01T00:00:00 and 2001-01-01T00:00:00Z).
[[nodiscard]] std::optional<QDateTime> fromIso(const QString& text);
//! \brief ISO 8601 duration of the wire, e.g. PT7M42.106S; parse answers milliseconds.
[[nodiscard]] QString toIsoDuration(qint64 milliseconds);
[[nodiscard]] std::optional<qint64> fromIsoDuration(const QString& text);

//! \brief Time zones on the wire are Windows names ("W. Europe Standard Time"); IANA names are accepted too.
//! Invalid zone when unknown.
[[nodiscard]] QTimeZone zoneFromWire(const QString& name);
[[nodiscard]] QString zoneToWire(const QTimeZone& zone);
//! \brief The instant of a wall-clock time in a zone. A time that does not exist (spring) is moved to the next one
//! that does; a time that comes twice (autumn) is the first. Never uses QDateTime's own gap rules (wrong in 6.4).
[[nodiscard]] QDateTime fromWallClock(const QDate& date, const QTime& time, const QTimeZone& zone);

} // namespace valv
