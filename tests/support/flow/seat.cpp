// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/flow/seat.h"

#include <QTest>

namespace valv::test {

QString Seat::name() const
{
    const auto where = link == Link::Https ? QStringLiteral("HTTPS") : QStringLiteral("in process");
    const auto with = hands == Hands::Keys ? QStringLiteral("keys") : QStringLiteral("pointer");
    return QStringLiteral("%1, %2, %3")
        .arg(isSwedish() ? QStringLiteral("svenska") : QStringLiteral("English"), where, with);
}

void seats()
{
    QTest::addColumn<Seat>("seat");
    for (const auto& seat : {Seat{QStringLiteral("en"), Seat::Link::InProcess, Seat::Hands::Pointer},
                             Seat{QStringLiteral("sv"), Seat::Link::Https, Seat::Hands::Pointer},
                             Seat{QStringLiteral("sv"), Seat::Link::InProcess, Seat::Hands::Keys},
                             Seat{QStringLiteral("en"), Seat::Link::Https, Seat::Hands::Keys}}) {
        QTest::newRow(qPrintable(seat.name())) << seat;
    }
}

} // namespace valv::test
