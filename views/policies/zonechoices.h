// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QString>
#include <QTimeZone>

namespace valv::views {

//! A time zone as a person chooses it: "(UTC+01:00) Stockholm".
struct ZoneChoice
{
    QString text;
    QString wire; //!< as policies carry it, a Windows name
    int offset = 0; //!< seconds east of UTC at the given moment, standard time
    friend bool operator==(const ZoneChoice&, const ZoneChoice&) = default;
};

//! \brief Every zone that a policy can name, west to east, one line each; the person's own is shown by its own city.
[[nodiscard]] QList<ZoneChoice> zoneChoices(const QDateTime& now, const QTimeZone& own);

} // namespace valv::views
