// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/pointchanges.h"

#include "presentation/text/format.h"

#include <QCoreApplication>

namespace valv::views {

namespace {

class PointWords
{
    Q_DECLARE_TR_FUNCTIONS(valv::views::PointChanges)
};

} // namespace

QString pointChanges(const contract::RecoveryPoint& before, const contract::RecoveryPoint& now,
                     const presentation::Format& format)
{
    QStringList changes;
    if (now.pinned != before.pinned) {
        changes.append(now.pinned ? PointWords::tr("pinned") : PointWords::tr("not pinned any more"));
    }
    if (now.held != before.held) {
        changes.append(now.held ? PointWords::tr("on hold") : PointWords::tr("not on hold any more"));
    }
    const bool date = now.expiryChosen && now.expiry != before.expiry;
    if (now.expiryChosen != before.expiryChosen || date) {
        changes.append(now.expiryChosen && now.expiry ? PointWords::tr("kept until %1").arg(format.date(*now.expiry))
                                                      : PointWords::tr("kept as the policy says"));
    }
    if (now.reason != before.reason) {
        changes.append(now.reason.isEmpty() ? PointWords::tr("without a reason")
                                            : PointWords::tr("for the reason “%1”").arg(now.reason));
    }
    //: %1 is a list: "pinned, kept until 31 Jan 2020"
    return changes.isEmpty() ? QString() : PointWords::tr("It is now: %1.").arg(changes.join(QStringLiteral(", ")));
}

} // namespace valv::views
