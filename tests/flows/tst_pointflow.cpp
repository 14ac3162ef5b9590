// SPDX-License-Identifier: GPL-3.0-or-later
// Flow I, one recovery point: a date of its own, a hold that nobody deletes over, and back to what the policy says.
#include "presentation/text/format.h"
#include "support/flow/itemrig.h"
#include "support/testprogram.h"

namespace tst_pointflow {

using namespace valv;
using namespace valv::test;
using contract::RecoveryPoint;

namespace {

const auto machineName = QStringLiteral("sql-prod-01");
const QDate chosenDay(2031, 5, 17);

} // namespace

class PointFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void datedHeldAndLetGo_data() { seats(); }
    void datedHeldAndLetGo()
    {
        QFETCH(Seat, seat);
        ItemRig rig(seat, machineName);
        QVERIFY(rig.start());
        auto& person = rig.hands();
        auto& points = rig.session().recoveryPoints(rig.item());
        DO(person.press("Virtual machines"));
        DO(person.openRow("Virtual machines", machineName));
        DO(person.press("Backup"));
        QTRY_VERIFY_WITH_TIMEOUT(points.hasLoaded() && points.count() > 3, patience);
        const auto& format = rig.console->language().format();
        const auto id = points.at(1).id; // not the newest good one, which is kept anyway
        const auto name = format.dateTimeShort(points.find(id)->time);
        const auto before = stored(rig, id);
        QVERIFY(before && before->expiry && !before->expiryChosen && !before->held);
        const auto open = [&] { return person.rowCommand("Recovery points", name, "How long it is kept"); };

        // Another date: one that can't be is said at the field; the chosen day is kept to its end.
        DO(open());
        DO(person.blade("Recovery point"));
        DO(person.cannotPress("Save", seat.in("Nothing has been changed.", "Ingenting har ändrats.")));
        DO(person.press("Until a date of its own"));
        DO(person.type("Keep the recovery point through", QStringLiteral("2018-12-18")));
        DO(person.submit("Save"));
        DO(person.sees(Text::verbatim(
            seat.in("The date must be tomorrow or later.", "Datumet måste vara i morgon eller senare."))));
        DO(person.type("Keep the recovery point through", chosenDay.toString(Qt::ISODate)));
        DO(person.submit("Save"));
        DO(person.bladeCloses());
        QTRY_VERIFY_WITH_TIMEOUT(points.find(id)->expiryChosen, patience);
        auto now = stored(rig, id);
        QVERIFY(now && now->expiry);
        QCOMPARE(now->expiry->toTimeZone(format.zone()), QDateTime(chosenDay, QTime(23, 59, 59), format.zone()));
        QCOMPARE(now->keptBy, QStringList{QStringLiteral("Chosen")});
        DO(person.sees(Text::verbatim(seat.in("17 May 2031", "2031-05-17"))));
        DO(person.sees(Text::verbatim(seat.in("Date chosen", "Valt datum"))));

        // A hold, with its reason: no date holds any more, and nobody can delete it.
        DO(open());
        DO(person.blade("Recovery point"));
        DO(person.press("On hold"));
        DO(person.type("Reason", QStringLiteral("Tvist 4711")));
        DO(person.submit("Save"));
        DO(person.bladeCloses());
        QTRY_VERIFY_WITH_TIMEOUT(points.find(id)->held, patience);
        now = stored(rig, id);
        QVERIFY(now && now->held && now->expiryChosen && !now->expiry);
        QCOMPARE(now->reason, QStringLiteral("Tvist 4711"));
        QCOMPARE(now->keptBy, QStringList({QStringLiteral("Chosen"), QStringLiteral("Held")}));
        DO(person.sees(Text::verbatim(seat.in("Date chosen, on hold", "Valt datum, spärrad"))));
        DO(person.rowCommand("Recovery points", name, "Delete recovery point"));
        DO(person.blade("Delete recovery point"));
        DO(person.cannotPress("Delete recovery point",
                              seat.in("The recovery point is on hold and cannot be deleted.",
                                      "Återställningspunkten är spärrad och kan inte tas bort.")));
        DO(person.key(Qt::Key_Escape));
        DO(person.bladeCloses());
        const auto refused = await(rig.session().client().recoveryPoints().remove(id), patience);
        QVERIFY(refused && !*refused);
        QCOMPARE(QString::fromStdString(refused->error().code), QStringLiteral("RecoveryPointHeld"));

        // Let go, and as the policy says: as it was.
        DO(open());
        DO(person.blade("Recovery point"));
        DO(person.press("On hold"));
        DO(person.press("As the policy says"));
        DO(person.submit("Save"));
        DO(person.bladeCloses());
        QTRY_VERIFY_WITH_TIMEOUT(!points.find(id)->held, patience);
        now = stored(rig, id);
        QVERIFY(now && !now->held && !now->expiryChosen && now->reason.isEmpty());
        QCOMPARE(now->expiry, before->expiry);
        QCOMPARE(now->keptBy, before->keptBy);
    }

private:
    //! As the engine tells of it.
    [[nodiscard]] static std::optional<RecoveryPoint> stored(const ConsoleRig& rig, const ArmId& id)
    {
        const auto point = await(rig.session().client().recoveryPoints().get(id), patience);
        return point && *point ? std::optional(**point) : std::nullopt;
    }
};

VALV_TEST(PointFlow)

} // namespace tst_pointflow

#include "tst_pointflow.moc"
