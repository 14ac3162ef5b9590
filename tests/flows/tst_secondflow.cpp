// SPDX-License-Identifier: GPL-3.0-or-later
// Flows B2, A7 and I7 of a vault with two locations: both are made with the vault, in a new resource group; once the
// first is lost, the disks come back from the second.
#include "presentation/text/statuswords.h"
#include "support/flow/flowrig.h"
#include "support/testprogram.h"

namespace tst_secondflow {

using namespace valv;
using namespace valv::test;
using contract::JobOperation;
using contract::JobStatus;
using contract::ReplicationState;

namespace {

const auto machineName = QStringLiteral("web-01");
const auto vaultName = QStringLiteral("mitt-valv");
const auto groupName = QStringLiteral("Grupp_åäö.(ny)");

} // namespace

class SecondFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void madeBackedUpLostAndRestored_data() { seats(); }
    void madeBackedUpLostAndRestored()
    {
        QFETCH(Seat, seat);
        FlowRig rig(false, seat);
        rig.makeMachine(machineName, 1, 2);
        QVERIFY(rig.start());
        auto& person = rig.hands();
        auto& vaults = rig.session().vaults();
        const auto region = presentation::StatusWords::region(rig.machine(machineName)->vm.location);

        // B2: a new resource group and a second location; what can't be is said at its field, and stays there.
        const auto second = rig.path(QStringLiteral("andra-platsen"));
        DO(person.press("Recovery Services vaults"));
        DO(person.press("Add"));
        DO(person.press("Create new"));
        DO(person.type("Resource group name", groupName + QLatin1Char('.')));
        DO(person.type("Name", vaultName));
        DO(person.sees(
            Text::verbatim(seat.in("The name must not end with a period.", "Namnet får inte sluta med en punkt."))));
        DO(person.type("Resource group name", groupName));
        DO(person.choose("Location", Text::verbatim(region)));
        DO(person.type("Second location", QStringLiteral("andra-platsen")));
        DO(person.submit("Create"));
        DO(person.sees("Enter the whole path of a folder."));
        DO(person.type("Second location", rig.vms())); // whole, but not empty: the engine says so
        DO(person.submit("Create"));
        DO(person.sees(Text::verbatim(seat.in("The folder is not empty.", "Mappen är inte tom."))));
        QCOMPARE(vaults.count(), 0);
        DO(person.type("Second location", second));
        DO(person.submit("Create"));
        DO(person.blade("The vault has been created: keep its key"));
        DO(person.key(Qt::Key_Escape));
        DO(person.bladeCloses());
        QTRY_COMPARE_WITH_TIMEOUT(vaults.count(), 1, patience);
        const auto vault = vaults.idAt(0);
        QCOMPARE(vault.resourceGroup(), groupName);
        QCOMPARE(vaults.find(vault)->secondFolder, second);

        // A7, A10: backed up once, and copied.
        DO(person.press("Virtual machines"));
        DO(person.openRow("Virtual machines", machineName));
        DO(person.press("Backup"));
        DO(person.submit("Enable backup"));
        DO(person.press("Back up now"));
        DO(person.blade("Back up now"));
        DO(person.submit("Back up now"));
        DO(person.bladeCloses());
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(rig, JobOperation::Backup), JobStatus::Completed, patience);
        QTRY_VERIFY_WITH_TIMEOUT((vaults.refresh(), isCopied(*vaults.find(vault))), patience);

        // The first location is lost: everything comes from the second, and the job says so.
        QVERIFY(QDir().rename(vaults.find(vault)->folder, rig.path(QStringLiteral("borta"))));
        const auto to = rig.path(QStringLiteral("återställt"));
        DO(person.press("Restore VM"));
        DO(person.type("Folder", to));
        DO(person.press("Restore"));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(rig, JobOperation::Restore), JobStatus::CompletedWithWarnings, patience);
        const auto made = QDir(to).entryList({QStringLiteral("*.raw")});
        QCOMPARE(made.size(), 1);
        const auto source = ConsoleRig::hashOf(rig.vms() + QLatin1Char('/') + machineName + QStringLiteral(".raw"));
        QVERIFY(!source.isEmpty());
        QCOMPARE(ConsoleRig::hashOf(QDir(to).filePath(made.first())), source);
        DO(person.sees(Text::verbatim(QStringLiteral("ValvReadSecondLocation"))));
    }

private:
    [[nodiscard]] static bool isCopied(const contract::Vault& vault)
    {
        return vault.replication && vault.replication->state == ReplicationState::Current
            && vault.replication->lastCopied && vault.replication->behindBytes == 0;
    }
    //! Of the last job of this kind.
    [[nodiscard]] static JobStatus stateOf(const ConsoleRig& rig, JobOperation operation)
    {
        const auto& jobs = rig.session().jobs();
        for (int row = 0; row < jobs.count(); ++row) {
            if (jobs.at(row).operation == operation) {
                return jobs.at(row).status.value();
            }
        }
        return JobStatus::Unknown;
    }
};

VALV_TEST(SecondFlow)

} // namespace tst_secondflow

#include "tst_secondflow.moc"
