// SPDX-License-Identifier: GPL-3.0-or-later
// What the overview says while its lists are read, when one could not be read, and when what it shows is old: nothing
// is said to be well, or to be none, before that is known. Source: flows.md 0.10.
#include "controls/messagebar.h"
#include "controls/tile.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/trouble.h"
#include "support/widgetwalk.h"

namespace tst_overviewstates {

using namespace valv;
using namespace valv::test;
using namespace valv::views;
using contract::JobOperation;
using contract::JobStatus;
using presentation::LanguageChoice;

namespace {

const char* const assurances[] = {"Every virtual machine is protected.", "There are no virtual machines here.",
                                  "No policy runs during the next 24 hours."};

struct StateRig : PageRig
{
    //! One machine, protected, with a job that went well and no run planned.
    StateRig()
    {
        const auto vault = backend.vaultId(QStringLiteral("valv-produktion"));
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVm(QStringLiteral("vm-web-01"));
        auto& item = backend.addItem(vault, backend.vmId(QStringLiteral("vm-web-01")));
        item.lastBackupTime = backend.now.addDays(-1);
        item.lastRecoveryPoint = backend.now.addDays(-1);
        item.lastBackupStatus = contract::LastBackupStatus::Completed;
        backend.addJob(item.id, JobOperation::Backup, JobStatus::Completed, backend.now.addSecs(-3600));
    }
    //! Changes are followed a moment later: what is to be seen then is waited for.
    void open()
    {
        show({QStringLiteral("overview"), {}, {}});
        pass(3);
    }
    [[nodiscard]] MessageBar* message() const { return person().find<MessageBar>(QStringLiteral("overview.message")); }
    [[nodiscard]] QString tile(const char* name) const
    {
        return spaced(person().find(QLatin1String(name))->accessibleName());
    }
    [[nodiscard]] bool assures(const char* what) const { return says(*page(), QLatin1String(what)); }
    void keep() const
    {
        keepPicture(*window,
                    QStringLiteral("overview-%1-%2")
                        .arg(QLatin1String(QTest::currentTestFunction()), QLatin1String(QTest::currentDataTag())));
    }
};

} // namespace

class TestOverviewStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loading()
    {
        StateRig rig;
        rig.transport->hold = true;
        rig.open();
        QVERIFY(says(*rig.page(), QStringLiteral("Reading the list of machines …")));
        QVERIFY(says(*rig.page(), QStringLiteral("Reading the storage …")));
        QVERIFY(rig.message() == nullptr);
        for (const char* assurance : assurances) {
            QVERIFY2(!rig.assures(assurance), assurance);
        }
        for (const char* name : {"overview.unprotected", "overview.failed", "overview.running"}) {
            QVERIFY2(!rig.tile(name).contains(QStringLiteral(": 0")), qPrintable(rig.tile(name)));
        }
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.transport->hold = false;
        while (rig.transport->release()) {
            rig.pass(0);
        }
        rig.pass(2);
        QTRY_VERIFY(rig.assures("Every virtual machine is protected."));
        QTRY_VERIFY(rig.tile("overview.failed").contains(QStringLiteral(": 0")));
    }

    void unread_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<int>("status");
        for (const char* ending : {"/virtualMachines", "/backupProtectedItems", "/backupJobs", "/alerts", "/vaults"}) {
            for (const auto& [kind, status] : {std::pair("failing", 500), {"forbidden", 403}, {"offline", 0}}) {
                QTest::addRow("%s, %s", ending + 1, kind) << QString::fromLatin1(ending) << status;
            }
        }
    }
    void unread()
    {
        QFETCH(QString, ending);
        QFETCH(int, status);
        StateRig rig;
        const Trouble trouble{status, ending};
        rig.backend.before = trouble;
        rig.open();
        QTRY_VERIFY(rig.message() != nullptr);
        QVERIFY2(rig.message()->sentence().contains(trouble.why()), qPrintable(rig.message()->sentence()));
        const bool machines = ending == QLatin1String("/virtualMachines");
        const bool items = ending == QLatin1String("/backupProtectedItems") || ending == QLatin1String("/vaults");
        const bool jobs = ending == QLatin1String("/backupJobs") || ending == QLatin1String("/vaults");
        if (machines || items) {
            QVERIFY(!rig.assures("Every virtual machine is protected."));
            QVERIFY(!rig.assures("There are no virtual machines here."));
            QTRY_VERIFY(!says(*rig.page(), QStringLiteral("Reading the list of machines …"))); // it is over
            QVERIFY2(!rig.tile("overview.unprotected").contains(QStringLiteral(": 0")),
                     qPrintable(rig.tile("overview.unprotected")));
        }
        if (items) {
            QVERIFY(!rig.assures("No policy runs during the next 24 hours."));
        }
        if (jobs) {
            QVERIFY2(!rig.tile("overview.failed").contains(QStringLiteral(": 0")),
                     qPrintable(rig.tile("overview.failed")));
        }
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        *trouble.on = false;
        QVERIFY(pressSaying(*rig.message(), QStringLiteral("Try again")));
        rig.pass(8);
        QTRY_VERIFY(rig.message() == nullptr);
        QTRY_VERIFY(rig.assures("Every virtual machine is protected."));
        QTRY_VERIFY(rig.tile("overview.failed").contains(QStringLiteral(": 0")));
        QVERIFY(rig.page()->isAncestorOf(QApplication::focusWidget()));
    }

    //! What could not be read is no part of a whole.
    void storage_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isSwedish");
        QTest::addColumn<bool>("all"); // of the vaults
        for (const auto& [kind, status] : {std::pair("failing", 500), {"forbidden", 403}, {"offline", 0}}) {
            QTest::addRow("all %s", kind) << status << false << true;
        }
        QTest::newRow("one failing, en") << 500 << false << false;
        QTest::newRow("one failing, sv") << 500 << true << false;
    }
    void storage()
    {
        QFETCH(int, status);
        QFETCH(bool, isSwedish);
        QFETCH(bool, all);
        StateRig rig;
        rig.settings.setLanguage(isSwedish ? LanguageChoice::Swedish : LanguageChoice::English);
        rig.backend.addVault(QStringLiteral("valv-test"));
        for (const auto& vault : rig.backend.vaults) {
            rig.backend.stored.insert(vault.id, 2'000'000'000);
        }
        const Trouble trouble{status, (all ? QString() : QStringLiteral("valv-test")) + QStringLiteral("/usages")};
        rig.backend.before = trouble;
        rig.open();
        QTRY_VERIFY(rig.message() != nullptr);
        const auto unread = QStringLiteral("The storage could not be read.");
        QTRY_COMPARE(says(*rig.page(), unread), all);
        QTRY_COMPARE(says(*rig.page(), isSwedish ? QStringLiteral("1 av 2 valv") : QStringLiteral("1 of 2 vaults")),
                     !all);
        QVERIFY(!says(*rig.page(), QStringLiteral("4 GB")));
        settle(); // it has only just been laid out
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        if (isSwedish) {
            return;
        }
        QVERIFY2(rig.message()->sentence().contains(trouble.why()), qPrintable(rig.message()->sentence()));
        *trouble.on = false;
        QVERIFY(pressSaying(*rig.message(), QStringLiteral("Try again")));
        rig.pass(8);
        QTRY_VERIFY(rig.message() == nullptr);
        QTRY_VERIFY(says(*rig.page(), QStringLiteral("All vaults")));
        QTRY_VERIFY(says(*rig.page(), QStringLiteral("4 GB")));
        QVERIFY(!says(*rig.page(), unread));
    }

    void stale_data() { Trouble::addRows(); }
    void stale()
    {
        QFETCH(int, status);
        StateRig rig;
        rig.open();
        QTRY_VERIFY(rig.assures("Every virtual machine is protected."));
        const Trouble trouble{status, QStringLiteral("/backupProtectedItems")};
        rig.backend.before = trouble;
        rig.page()->refresh();
        rig.pass(2);
        QTRY_VERIFY(rig.message() != nullptr);
        QVERIFY2(rig.message()->sentence().contains(QStringLiteral("the numbers may be old")),
                 qPrintable(rig.message()->sentence()));
        QVERIFY(rig.tile("overview.failed").contains(QStringLiteral(": 0"))); // what was known stays
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
    }
};

VALV_TEST(TestOverviewStates)

} // namespace tst_overviewstates

#include "tst_overviewstates.moc"
