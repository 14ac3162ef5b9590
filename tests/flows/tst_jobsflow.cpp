// SPDX-License-Identifier: GPL-3.0-or-later
// Flow E: jobs. One that runs is followed and cancelled, one that failed is read and tried again, the list is filtered
// and exported; the past is looked through by its periods.
#include "controls/table.h"
#include "presentation/app/language.h"
#include "presentation/stores/jobstore.h"
#include "support/flow/flowrig.h"
#include "support/testprogram.h"

namespace tst_jobsflow {

using namespace valv;
using namespace valv::test;
using contract::JobOperation;
using contract::JobStatus;

namespace {

const auto heldName = QStringLiteral("ad-dc-01");
const auto failingName = QStringLiteral("mon-01");

} // namespace

class JobsFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followedCancelledAndTriedAgain_data() { seats(); }
    void followedCancelledAndTriedAgain()
    {
        QFETCH(Seat, seat);
        FlowRig rig(true, seat);
        QVERIFY(rig.start());
        auto& person = rig.hands();
        rig.stage->hold(heldName.toStdString());
        rig.stage->fail(failingName.toStdString());
        for (const auto& name : {heldName, failingName}) {
            (void)rig.session().items().backupNow(rig.itemOf(name), std::nullopt);
        }
        QTRY_COMPARE_WITH_TIMEOUT(count(rig, failingName, JobStatus::Failed), 1, patience);
        QTRY_COMPARE_WITH_TIMEOUT(count(rig, heldName, JobStatus::InProgress), 1, patience);

        // E1: the number on the dashboard leads to the list of what runs.
        DO(person.press("Recovery Services vaults"));
        DO(person.openRow("Recovery Services vaults", QStringLiteral("valv-produktion")));
        DO(person.press("In progress"));
        DO(person.goToRow("Backup jobs", heldName));
        // E6, E7: its details, and its end after it was asked for twice.
        DO(person.openRow("Backup jobs", heldName));
        DO(person.sees(Text::verbatim(seat.in("Take snapshot", "Ta ögonblicksbild"))));
        DO(person.press("Cancel job"));
        DO(person.blade("Cancel job"));
        DO(person.sees("Do you want to cancel the job?"));
        DO(person.submit("Cancel job"));
        DO(person.bladeCloses());
        QTRY_COMPARE_WITH_TIMEOUT(count(rig, heldName, JobStatus::Cancelling), 1, patience);
        rig.stage->release();
        QTRY_COMPARE_WITH_TIMEOUT(count(rig, heldName, JobStatus::Cancelled), 1, patience);

        // The one that failed: found by filters, read, and tried again.
        DO(person.choose("Status", "Failed"));
        DO(person.choose("Operation", "Backup"));
        DO(person.type("Filter by item", failingName));
        DO(person.openRow("Backup jobs", failingName));
        DO(person.sees(Text::verbatim(QStringLiteral("DiskUnreadable"))));
        DO(person.sees(Text::verbatim(seat.in("Recommended action", "Rekommenderad åtgärd"))));
        DO(person.press("Try again"));
        QTRY_COMPARE_WITH_TIMEOUT(count(rig, failingName, JobStatus::Failed), 2, patience);

        // What stands in the list, in a file.
        const auto file = rig.path(QStringLiteral("jobb åäö.csv"));
        DO(person.press("Export to CSV"));
        DO(person.saveAs(file));
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(file), patience);
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        const auto csv = QString::fromUtf8(written.readAll());
        QVERIFY2(csv.contains(failingName), qPrintable(csv));
        QVERIFY2(csv.contains(seat.in("Item", "Objekt")), qPrintable(csv));
    }

    void thePastByItsPeriods_data() { seats(); }
    void thePastByItsPeriods()
    {
        QFETCH(Seat, seat);
        FlowRig rig(true, seat);
        QVERIFY(rig.start());
        auto& person = rig.hands();
        DO(person.press("Backup jobs"));
        auto* table = rig.person().find<views::Table>(QStringLiteral("jobs"));
        QVERIFY(table != nullptr);
        // The last day at first; then as much of the past as is asked for, and as the engine knows it.
        QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), since(rig, 1), patience);
        for (const auto& [period, days] : {std::pair("7 days", 7), {"30 days", 30}, {"24 h", 1}, {"all", 0}}) {
            DO(person.choose("Time", period));
            QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), since(rig, days), patience);
        }
        QVERIFY(since(rig, 1) > 0 && since(rig, 1) < since(rig, 7));
        QVERIFY(since(rig, 7) < since(rig, 30) && since(rig, 30) <= since(rig, 0));
    }

private:
    //! As the engine tells, in all vaults: of the last days; 0: all.
    [[nodiscard]] static int since(const ConsoleRig& rig, int days)
    {
        const auto& vaults = rig.session().vaults();
        const auto from = rig.console->language().format().now().toUTC().addDays(-days);
        int found = 0;
        for (int row = 0; row < vaults.count(); ++row) {
            const auto jobs = await(rig.session().client().jobs().list(vaults.idAt(row)), patience);
            for (const auto& job : jobs&&* jobs ? **jobs : QList<contract::BackupJob>()) {
                found += days == 0 || job.isRunning() || job.startTime >= from ? 1 : 0;
            }
        }
        return found;
    }
    //! Backups of that machine that a person asked for and that are in this state.
    [[nodiscard]] static int count(const ConsoleRig& rig, const QString& machine, JobStatus status)
    {
        const auto& jobs = rig.session().jobs();
        int found = 0;
        for (int row = 0; row < jobs.count(); ++row) {
            const auto& job = jobs.at(row);
            const bool fits = job.entity == machine && job.operation == JobOperation::Backup && job.userTriggered;
            found += fits && job.status == status ? 1 : 0;
        }
        return found;
    }
};

VALV_TEST(JobsFlow)

} // namespace tst_jobsflow

#include "tst_jobsflow.moc"
