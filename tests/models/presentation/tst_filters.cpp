// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/models/filters.h"
#include "support/sessionrig.h"
#include "support/testprogram.h"

#include <QAbstractItemModel>
#include <QItemSelectionModel>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

namespace tst_filters {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;

namespace {

QString names(const QAbstractItemModel& model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row) {
        all << model.index(row, 0).data().toString();
    }
    return all.join(QLatin1Char(' '));
}

struct Rig : SessionRig
{
    Rig()
    {
        backend.addVm(QStringLiteral("vm-web-10"));
        backend.addVm(QStringLiteral("vm-web-2"));
        backend.addVm(QStringLiteral("Åsa-dator"), QStringLiteral("rg-Malmö"), QStringLiteral("northeurope"));
        backend.addVm(QStringLiteral("fil-01"), QStringLiteral("rg-drift"));
        backend.machines[3].tags = {{QStringLiteral("miljö"), QStringLiteral("Test Åtta")}};
        backend.addVault(QStringLiteral("v"));
        backend.addItem(backend.vaultId(QStringLiteral("v")), backend.vmId(QStringLiteral("vm-web-2")));
        start();
    }
    VirtualMachineModel model{session->virtualMachines(), format};
    VirtualMachineFilter filter{model};
};

} // namespace

class FiltersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void folding_data();
    void folding();
    void text_data();
    void text();
    void sets();
    void sortsAsPeopleDo();
    void equalsStandByTheirIds();
    void aRowComesAndGoesWithItsState();
    void jobsBySets();
    void tenThousandRowsAreToldOfOnce();
};

void FiltersTest::folding_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("result");
    QTest::newRow("plain") << QStringLiteral("vm-web-01") << QStringLiteral("vm-web-01");
    QTest::newRow("capitals") << QStringLiteral("VM-Web") << QStringLiteral("vm-web");
    QTest::newRow("rings and dots") << QStringLiteral("ÅÄÖ åäö é") << QStringLiteral("aao aao e");
    QTest::newRow("already apart") << QStringLiteral("a\u030a") << QStringLiteral("a");
    QTest::newRow("sharp s") << QStringLiteral("Straße") << QStringLiteral("strasse");
    QTest::newRow("nothing") << QString() << QString();
}

void FiltersTest::folding()
{
    QFETCH(QString, text);
    QFETCH(QString, result);
    QCOMPARE(folded(text), result);
}

void FiltersTest::text_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    QTest::newRow("nothing typed shows all") << QString() << QStringLiteral("Åsa-dator fil-01 vm-web-2 vm-web-10");
    QTest::newRow("a part of a name") << QStringLiteral("WEB") << QStringLiteral("vm-web-2 vm-web-10");
    QTest::newRow("without diacritics") << QStringLiteral("asa") << QStringLiteral("Åsa-dator");
    QTest::newRow("with diacritics") << QStringLiteral("ÅSA") << QStringLiteral("Åsa-dator");
    QTest::newRow("a group") << QStringLiteral("malmo") << QStringLiteral("Åsa-dator");
    QTest::newRow("a tag's name") << QStringLiteral("miljo") << QStringLiteral("fil-01");
    QTest::newRow("a tag's value") << QStringLiteral("åtta") << QStringLiteral("fil-01");
    QTest::newRow("every word must fit") << QStringLiteral("  web   2 ") << QStringLiteral("vm-web-2");
    QTest::newRow("no match") << QStringLiteral("zzz") << QString();
    QTest::newRow("no pattern") << QStringLiteral(".*") << QString();
}

void FiltersTest::text()
{
    QFETCH(QString, text);
    QFETCH(QString, shown);
    Rig rig;
    rig.filter.setLocale(QLocale(QLocale::English));
    rig.filter.sort(VirtualMachineModel::Name);
    QSignalSpy changed(&rig.filter, &TextFilter::textChanged);
    rig.filter.setText(text);
    QCOMPARE(names(rig.filter), shown);
    QCOMPARE(changed.count(), text.isEmpty() ? 0 : 1);
}

void FiltersTest::sets()
{
    Rig rig;
    rig.filter.sort(VirtualMachineModel::Name);
    rig.filter.setProtections({Protection::Protected});
    QCOMPARE(names(rig.filter), QStringLiteral("vm-web-2"));
    rig.filter.setProtections({Protection::Protected, Protection::NotProtected});
    QCOMPARE(rig.filter.rowCount(), 4);
    rig.filter.setProtections({});
    rig.filter.setResourceGroups({QStringLiteral("RG-DRIFT")});
    QCOMPARE(names(rig.filter), QStringLiteral("fil-01"));
    rig.filter.setRegions({QStringLiteral("North Europe")});
    QCOMPARE(rig.filter.rowCount(), 0);
    rig.filter.setResourceGroups({});
    QCOMPARE(names(rig.filter), QStringLiteral("Åsa-dator"));
    rig.filter.setRegions({});
    rig.filter.setSubscriptions({QStringLiteral("another")});
    QCOMPARE(rig.filter.rowCount(), 0);
    rig.filter.setSubscriptions({rig.backend.subscription});
    QCOMPARE(rig.filter.rowCount(), 4);
    QCOMPARE(rig.filter.rowAt(0).vm.id, rig.filter.idAt(0));
}

void FiltersTest::sortsAsPeopleDo()
{
    Rig rig;
    rig.filter.setLocale(QLocale(QLocale::Swedish, QLocale::Sweden));
    rig.filter.sort(VirtualMachineModel::Name);
    QCOMPARE(names(rig.filter), QStringLiteral("fil-01 vm-web-2 vm-web-10 Åsa-dator"));
    // Another language, another order; a name that changes moves.
    rig.filter.setLocale(QLocale(QLocale::English));
    QCOMPARE(names(rig.filter), QStringLiteral("Åsa-dator fil-01 vm-web-2 vm-web-10"));
    rig.filter.setLocale(QLocale::c()); // no language has the order of bytes
    QCOMPARE(names(rig.filter), QStringLiteral("Åsa-dator fil-01 vm-web-2 vm-web-10"));
    rig.backend.machines[1].name = QStringLiteral("a-dator"); // was vm-web-2
    rig.session->virtualMachines().refresh();
    rig.pass(1);
    QCOMPARE(names(rig.filter), QStringLiteral("a-dator Åsa-dator fil-01 vm-web-10"));
    rig.filter.sort(VirtualMachineModel::LastBackup, Qt::DescendingOrder);
    QCOMPARE(rig.filter.rowCount(), 4);
}

//! Vaults answer in any order: what looks the same stands the same way each time all the same, and stays there.
void FiltersTest::equalsStandByTheirIds()
{
    const auto id = [](const auto& filter, int row) { return filter.idAt(row).text(); };
    for (const bool turned : {false, true}) {
        Rig rig;
        std::sort(rig.backend.machines.begin(), rig.backend.machines.end(), [turned](const auto& a, const auto& b) {
            return turned ? b.id.text() < a.id.text() : a.id.text() < b.id.text();
        });
        rig.backend.addVm(turned ? QStringLiteral("a-sist") : QStringLiteral("å-sist")); // comes when the others stand
        rig.filter.sort(VirtualMachineModel::Location);
        rig.session->virtualMachines().refresh();
        rig.pass(1);
        QStringList swedish;
        for (int row = 0; row < rig.filter.rowCount(); ++row) {
            if (rig.filter.rowAt(row).vm.location == QLatin1String("swedencentral")) {
                swedish.append(id(rig.filter, row));
            }
        }
        QCOMPARE(swedish.size(), 4);
        auto sorted = swedish;
        std::sort(sorted.begin(), sorted.end());
        QCOMPARE(swedish, sorted);
    }
}

void FiltersTest::aRowComesAndGoesWithItsState()
{
    Rig rig;
    rig.filter.setProtections({Protection::Protected});
    QCOMPARE(rig.filter.rowCount(), 1);
    rig.backend.items[0].state = contract::ProtectionState::ProtectionStopped;
    rig.session->items().refresh();
    rig.pass(1);
    QCOMPARE(rig.filter.rowCount(), 0);
    rig.backend.items[0].state = contract::ProtectionState::Protected;
    rig.session->items().refresh();
    rig.pass(1);
    QCOMPARE(names(rig.filter), QStringLiteral("vm-web-2"));
}

void FiltersTest::jobsBySets()
{
    SessionRig rig;
    rig.backend.addVault(QStringLiteral("v1"));
    rig.backend.addVault(QStringLiteral("v2"));
    using contract::JobOperation;
    using contract::JobStatus;
    const auto item = [&rig](const char* vault, const char* vm) {
        return FakeBackend::itemId(rig.backend.vaultId(QString::fromLatin1(vault)),
                                   rig.backend.vmId(QString::fromLatin1(vm)));
    };
    const auto now = rig.backend.now;
    rig.backend.addJob(item("v1", "a"), JobOperation::Backup, JobStatus::Completed, now.addSecs(-3600));
    rig.backend.addJob(item("v1", "b"), JobOperation::Restore, JobStatus::Failed, now.addDays(-2));
    rig.backend.addJob(item("v2", "c"), JobOperation::Backup, JobStatus::InProgress, now.addDays(-2));
    rig.start();
    JobModel model(rig.session->jobs(), rig.format);
    JobFilter filter(model);
    filter.sort(JobModel::Item);
    filter.setSince(now.addDays(-1));
    QCOMPARE(names(filter), QStringLiteral("a c")); // what runs is never old
    filter.setSince(std::nullopt);
    filter.setStatuses({JobStatus::Failed, JobStatus::InProgress});
    QCOMPARE(names(filter), QStringLiteral("b c"));
    filter.setOperations({JobOperation::Restore});
    QCOMPARE(names(filter), QStringLiteral("b"));
    filter.setOperations({});
    filter.setVault(rig.backend.vaultId(QStringLiteral("V2")));
    QCOMPARE(names(filter), QStringLiteral("c"));
    filter.setVault({});
    filter.setItem(item("v1", "b"));
    QCOMPARE(names(filter), QStringLiteral("b"));
    QCOMPARE(filter.rowAt(0).entity, QStringLiteral("b"));
}

//! However many rows come and go, in however many places: a view hears of it once, and rows keep their selection.
void FiltersTest::tenThousandRowsAreToldOfOnce()
{
    SessionRig rig;
    rig.backend.pageSize = 1000;
    for (int i = 0; i < 10000; ++i) {
        rig.backend.addVm(QStringLiteral("vm-%1-%2").arg(i % 3 ? QStringLiteral("web") : QStringLiteral("sql")).arg(i));
    }
    VirtualMachineModel model(rig.session->virtualMachines(), rig.format);
    VirtualMachineFilter filter(model);
    filter.sort(VirtualMachineModel::Name);
    rig.session->start();
    QTRY_COMPARE_WITH_TIMEOUT(filter.rowCount(), 10000, 60000);
    settle();
    int told = 0;
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(&filter, signal, this, [&told] { ++told; });
    }
    connect(&filter, &QAbstractItemModel::layoutChanged, this, [&told] { ++told; });
    connect(&filter, &QAbstractItemModel::modelReset, this, [] { QFAIL("a reset loses selection and scroll"); });
    QItemSelectionModel selection(&filter);
    selection.select(filter.indexOf(rig.backend.vmId(QStringLiteral("vm-sql-777"))),
                     QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const QList<std::pair<const char*, int>> typed{{"s", 3334}, {"7", -1}, {"", 10000}, {"sql-1", -1}, {"sq", 3334},
                                                   {"web", 10000}, {"zzz", 0}, {"", 10000}};
    for (const auto& [text, count] : typed) {
        const int before = filter.rowCount();
        told = 0;
        filter.setText(QString::fromLatin1(text));
        QVERIFY2(told == (filter.rowCount() == before && count == before ? 0 : 1), text);
        QVERIFY2(count < 0 || filter.rowCount() == count, text);
        if (filter.rowCount() > 0 && QByteArray(text) == "7") {
            QCOMPARE(selection.selectedRows().size(), 1); // as long as its row is shown
        }
    }
    filter.sort(VirtualMachineModel::Name, Qt::DescendingOrder);
    QCOMPARE(filter.index(0, 0).data().toString(), QStringLiteral("vm-web-9998"));
}

VALV_TEST_GUILESS(FiltersTest)

} // namespace tst_filters

#include "tst_filters.moc"
