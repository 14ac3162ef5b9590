// SPDX-License-Identifier: GPL-3.0-or-later
// Flow A: from the machine's own menu to a first backup that is there, with a vault that is made on the way.
#include "presentation/text/format.h"
#include "support/flow/flowrig.h"

using namespace valv;
using namespace valv::test;
using contract::JobOperation;
using contract::JobStatus;
using presentation::NotificationState;
using presentation::Protection;

namespace {

const auto machineName = QStringLiteral("bygg 01 åäö");

} // namespace

class MachineFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheMachineToItsFirstPoint_data() { seats(); }
    void fromTheMachineToItsFirstPoint()
    {
        QFETCH(Seat, seat);
        FlowRig rig(false, seat);
        rig.makeMachine(machineName, 1, 2);
        rig.makeMachine(QStringLiteral("web-01"), 2, 2);
        QVERIFY(rig.start());
        auto& person = rig.hands();

        // A1: both languages find the list.
        DO(person.press("All services"));
        DO(person.type("Filter services", seat.in("virtual mach", "virtuella")));
        DO(person.press("Virtual machines"));
        // A2, A3
        DO(person.sees(Text::verbatim(seat.in("Not protected", "Inte skyddat"))));
        DO(person.openRow("Virtual machines", machineName));
        // A4: no vault yet, so one is made; a name that can't be is said while it is typed, and stays.
        DO(person.press("Backup"));
        DO(person.type("Vault name", QStringLiteral("mitt_valv")));
        DO(person.sees(Text::verbatim(seat.in("The character “_” is not allowed.", "Tecknet ”_” är inte tillåtet."))));
        DO(person.type("Vault name", QStringLiteral("mitt-valv")));
        // A7, A8
        DO(person.press("Enable backup"));
        const auto& log = rig.console->notifications();
        QTRY_VERIFY_WITH_TIMEOUT(!log.all().isEmpty() && log.all().first().state == NotificationState::Succeeded,
                                 patience);
        QCOMPARE(log.all().first().title.text(), seat.in("Deployment succeeded", "Distributionen har slutförts"));
        QCOMPARE(log.all().first().target.name(), machineName);
        QTRY_COMPARE_WITH_TIMEOUT(rig.machine(machineName)->vaultId().name(), QStringLiteral("mitt-valv"), patience);

        // A9: the item view.
        DO(person.sees(Text::verbatim(
            seat.in("Warning (initial backup pending)", "Varning (första säkerhetskopieringen väntar)"))));
        // A10, A11: until a day of one's own; one that is past is refused, and stays.
        DO(person.press("Back up now"));
        DO(person.blade("Back up now"));
        DO(person.type("Keep the recovery point through", QStringLiteral("2018-12-19")));
        DO(person.submit("Back up now"));
        DO(person.sees(Text::verbatim(
            seat.in("The date must be tomorrow or later.", "Datumet måste vara i morgon eller senare."))));
        const auto day = QDate::currentDate().addDays(40);
        DO(person.type("Keep the recovery point through", day.toString(Qt::ISODate)));
        DO(person.submit("Back up now"));
        DO(person.bladeCloses());
        QTRY_VERIFY_WITH_TIMEOUT(ended(rig, JobOperation::Backup), patience);
        DO(person.sees(Text::verbatim(seat.in("Completed", "Slutfört"))));
        auto& points = rig.session().recoveryPoints(rig.itemOf(machineName));
        QTRY_VERIFY_WITH_TIMEOUT(points.hasLoaded() && points.count() == 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(points.latest()->expiry.has_value(), patience);
        QCOMPARE(rig.machine(machineName)->protection, Protection::Protected);

        // The next machine finds the vault.
        DO(person.find(QStringLiteral("web-01"), Text::verbatim(QStringLiteral("web-01"))));
        DO(person.press("Backup"));
        DO(person.press("Create new"));
        DO(person.type("Vault name", QStringLiteral("MITT-valv")));
        DO(person.sees(Text::verbatim(
            seat.in("There is already a vault with this name", "Det finns redan ett valv med det här namnet"))));
    }

private:
    [[nodiscard]] static bool ended(const ConsoleRig& rig, JobOperation operation)
    {
        const auto& jobs = rig.session().jobs();
        for (int row = 0; row < jobs.count(); ++row) {
            if (jobs.at(row).operation == operation) {
                return jobs.at(row).status == JobStatus::Completed;
            }
        }
        return false;
    }
};

QTEST_MAIN(MachineFlow)
#include "tst_machineflow.moc"
