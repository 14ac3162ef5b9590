// SPDX-License-Identifier: GPL-3.0-or-later
// Flow D: from the vault's dashboard to the first backup of one item by its menu, and of several with one date.
#include "support/flow/itemrig.h"
#include "support/testprogram.h"

namespace tst_firstbackupflow {

using namespace valv;
using namespace valv::test;
using contract::JobOperation;
using presentation::Protection;

namespace {

const auto pendingName = QStringLiteral("sql-prod-02");

} // namespace

class FirstBackupFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheDashboardToTheFirstBackup_data() { seats(); }
    void fromTheDashboardToTheFirstBackup()
    {
        QFETCH(Seat, seat);
        ItemRig rig(seat, pendingName);
        QVERIFY(rig.start());
        auto& person = rig.hands();

        // D1, D2: the dashboard says that a first backup is missing, and its number leads to the items by type.
        DO(person.press("Recovery Services vaults"));
        DO(person.openRow("Recovery Services vaults", QStringLiteral("valv-produktion")));
        DO(person.sees(Text("%n item(s) wait for the first backup.", {}, 1)));
        DO(person.press("Show backup items"));
        // D3, D4
        DO(person.press("Azure virtual machine"));
        DO(person.choose("Status", "First backup pending"));
        // D5, D6
        DO(person.rowCommand("Backup items", pendingName, "Back up now"));
        DO(person.blade(seat.isSwedish() ? Text::verbatim(QStringLiteral("Säkerhetskopiera nu"))
                                         : Text("Back up now")));
        DO(person.submit("Back up now"));
        DO(person.bladeCloses());
        QTRY_COMPARE_WITH_TIMEOUT(presentation::protectionOf(*rig.known()), Protection::Protected, patience);

        // Several at once: one date, one job each.
        DO(person.choose("Status", "all"));
        const int jobsBefore = backups(rig);
        DO(person.tickRow("Backup items", QStringLiteral("ad-dc-01")));
        DO(person.tickRow("Backup items", QStringLiteral("mon-01")));
        DO(person.press(Text("Back up %n item(s) now", {}, 2)));
        DO(person.blade("Back up now"));
        DO(person.type("Keep the recovery points through", QStringLiteral("2019-01-31")));
        DO(person.submit(Text("Back up %n item(s) now", {}, 2)));
        DO(person.bladeCloses());
        QTRY_COMPARE_WITH_TIMEOUT(backups(rig), jobsBefore + 2, patience);
        QTRY_VERIFY_WITH_TIMEOUT(rig.session().jobs().countRunning() == 0, patience);
    }

private:
    [[nodiscard]] static int backups(const ConsoleRig& rig)
    {
        const auto& jobs = rig.session().jobs();
        int count = 0;
        for (int row = 0; row < jobs.count(); ++row) {
            count += jobs.at(row).operation == JobOperation::Backup ? 1 : 0;
        }
        return count;
    }
};

VALV_TEST(FirstBackupFlow)

} // namespace tst_firstbackupflow

#include "tst_firstbackupflow.moc"
