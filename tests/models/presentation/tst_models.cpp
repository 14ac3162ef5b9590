// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/models/filters.h"
#include "presentation/models/jobmodel.h"
#include "presentation/models/protecteditemmodel.h"
#include "presentation/models/recoverypointmodel.h"
#include "presentation/models/vaultmodel.h"
#include "presentation/models/virtualmachinemodel.h"
#include "support/sessionrig.h"
#include "support/testprogram.h"

#include <QAbstractItemModel>
#include <QAbstractItemModelTester>
#include <QDateTime>
#include <QElapsedTimer>
#include <QItemSelectionModel>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

namespace tst_models {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;

namespace {

struct Rig : SessionRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));

    Rig()
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        for (int i = 1; i <= 5; ++i) {
            backend.addVm(QStringLiteral("vm-web-0%1").arg(i));
        }
    }
    [[nodiscard]] contract::ProtectedItem& protect(const QString& vm)
    {
        return backend.addItem(vault, backend.vmId(vm));
    }
};

QStringList printed(const QAbstractItemModel& model)
{
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            cells << model.index(row, column).data().toString();
        }
        rows << cells.join(QStringLiteral(" | "));
    }
    return rows;
}

QStringList selected(const QItemSelectionModel& selection)
{
    QStringList names;
    const auto rows = selection.selectedRows();
    for (const auto& index : rows) {
        names << index.data().toString();
    }
    names.sort();
    return names;
}

} // namespace

class ModelsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void virtualMachines();
    void protectionInWords_data();
    void protectionInWords();
    void jobs();
    void recoveryPoints();
    void vaults();
    void protectedItems();
    void everyModelStandsTheTester_data();
    void everyModelStandsTheTester();
    void aSelectionSurvives();
    void tenThousandMachinesWithoutAReset();
    void anotherLanguageIsShownAtOnce();
    void aCellIsMadeOnce();
    void rowsAreSortedAlikeBeforeTheyAreWritten();
};

void ModelsTest::virtualMachines()
{
    Rig rig;
    auto& vm = rig.backend.machines[0];
    vm.tags = {{QStringLiteral("miljö"), QStringLiteral("produktion")}, {QStringLiteral("ägare"), QString()}};
    auto& item = rig.protect(vm.name);
    item.lastRecoveryPoint = QDateTime({2018, 12, 17}, {21, 38}, Qt::UTC);
    item.lastBackupTime = QDateTime({2018, 12, 18}, {21, 30}, Qt::UTC); // it made none
    item.nextRun = QDateTime({2018, 12, 19}, {21, 30}, Qt::UTC);
    rig.backend.machines[1].power = contract::PowerState::Deallocated;
    rig.start();
    VirtualMachineModel model(rig.session->virtualMachines(), rig.format);
    using M = VirtualMachineModel;
    const auto at = [&model](int row, int column, int role = Qt::DisplayRole) {
        return model.index(row, column).data(role);
    };
    QCOMPARE(model.rowCount(), 5);
    QCOMPARE(at(0, M::Name).toString(), QStringLiteral("vm-web-01"));
    QCOMPARE(at(0, M::Name, LinkRole).toBool(), true);
    QCOMPARE(at(0, M::Name, IdRole).toString(), vm.id.text());
    QCOMPARE(at(0, M::Status).toString(), QStringLiteral("Running"));
    QCOMPARE(at(0, M::Status, StatusRole).toInt(), int(StatusKind::Ok));
    QCOMPARE(at(1, M::Status, StatusRole).toInt(), int(StatusKind::Off));
    QCOMPARE(at(1, M::Status).toString(), QStringLiteral("Stopped (deallocated)"));
    QCOMPARE(at(0, M::Status, Qt::AccessibleTextRole).toString(), QStringLiteral("Status: Running"));
    QCOMPARE(at(0, M::ResourceGroup).toString(), QStringLiteral("rg-webb"));
    QCOMPARE(at(0, M::Subscription).toString(), QStringLiteral("Nordvik – Produktion"));
    QCOMPARE(at(0, M::OperatingSystem).toString(), QStringLiteral("Ubuntu 18.04 LTS"));
    QCOMPARE(at(0, M::Size).toString(), QStringLiteral("D2s_v3"));
    QCOMPARE(at(0, M::Size, SecondaryRole).toBool(), true);
    QCOMPARE(at(0, M::LastBackup).toString(), rig.format.dateTimeShort(*item.lastRecoveryPoint));
    QCOMPARE(at(0, M::LastBackup, SortRole).toLongLong(), item.lastRecoveryPoint->toMSecsSinceEpoch());
    QVERIFY(at(0, M::LastBackup, Qt::ToolTipRole).toString().contains(QLatin1String("2018")));
    QCOMPARE(at(1, M::LastBackup).toString(), QStringLiteral("–"));
    QVERIFY(!at(1, M::LastBackup, SortRole).isValid());
    QVERIFY(!at(1, M::LastBackup, StatusRole).isValid());
    QCOMPARE(at(0, M::Tags).toString(), QStringLiteral("miljö: produktion, ägare"));
    QCOMPARE(at(0, M::Name, SearchRole).toString(), QStringLiteral("vm-web-01\nrg-webb\nmiljo: produktion, agare"));
    QCOMPARE(model.indexOf(vm.id), model.index(0, 0));
    QVERIFY(!model.indexOf(rig.vault).isValid());
}

void ModelsTest::protectionInWords_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<int>("last");
    QTest::addColumn<bool>("deleted");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("words");
    using contract::LastBackupStatus;
    using contract::ProtectionState;
    const auto row = [](const char* what, ProtectionState s, LastBackupStatus l, bool deleted, StatusKind kind,
                        const char* words) {
        QTest::newRow(what) << int(s) << int(l) << deleted << int(kind) << QString::fromLatin1(words);
    };
    row("pending", ProtectionState::IRPending, LastBackupStatus::Unknown, false, StatusKind::Pending,
        "First backup pending");
    row("the first one failed", ProtectionState::IRPending, LastBackupStatus::Failed, false, StatusKind::Failed,
        "Failed");
    row("protected", ProtectionState::Protected, LastBackupStatus::Completed, false, StatusKind::Protected,
        "Protected");
    row("one is running", ProtectionState::Protected, LastBackupStatus::InProgress, false, StatusKind::Protected,
        "Protected");
    row("last one failed", ProtectionState::Protected, LastBackupStatus::Failed, false, StatusKind::Failed, "Failed");
    row("last one with warnings", ProtectionState::Protected, LastBackupStatus::CompletedWithWarnings, false,
        StatusKind::Warning, "Completed with warnings");
    row("stopped", ProtectionState::ProtectionStopped, LastBackupStatus::Completed, false, StatusKind::Stopped,
        "Protection stopped");
    row("stopped after a failure", ProtectionState::ProtectionStopped, LastBackupStatus::Failed, false,
        StatusKind::Stopped, "Protection stopped");
    row("paused", ProtectionState::BackupsSuspended, LastBackupStatus::Completed, false, StatusKind::Stopped,
        "Protection paused");
    row("soft deleted", ProtectionState::ProtectionStopped, LastBackupStatus::Completed, true, StatusKind::Stopped,
        "Soft deleted");
    row("at fault", ProtectionState::ProtectionError, LastBackupStatus::Completed, false, StatusKind::Failed, "Failed");
}

void ModelsTest::protectionInWords()
{
    QFETCH(int, state);
    QFETCH(int, last);
    QFETCH(bool, deleted);
    QFETCH(int, kind);
    QFETCH(QString, words);
    Rig rig;
    auto& item = rig.protect(QStringLiteral("vm-web-01"));
    item.state = static_cast<contract::ProtectionState>(state);
    item.lastBackupStatus = static_cast<contract::LastBackupStatus>(last);
    item.softDeleted = deleted;
    rig.start();
    VirtualMachineModel model(rig.session->virtualMachines(), rig.format);
    const auto index = model.index(0, VirtualMachineModel::ProtectionState);
    QCOMPARE(index.data(StatusRole).toInt(), kind);
    QCOMPARE(index.data().toString(), words); // what a list, its export, its filter and the overview say
    QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), QString(QStringLiteral("Protection: ") + words));
    QCOMPARE(model.index(1, VirtualMachineModel::ProtectionState).data().toString(), QStringLiteral("Not protected"));
}

void ModelsTest::jobs()
{
    Rig rig;
    const auto item = rig.protect(QStringLiteral("vm-web-01")).id;
    using contract::JobOperation;
    using contract::JobStatus;
    auto& job = rig.backend.addJob(item, JobOperation::Backup, JobStatus::InProgress, rig.backend.now.addSecs(-480));
    job.durationMs = 480000;
    job.progress = 22;
    job.figures = contract::JobFigures{};
    job.figures->readBytes = 4100000000;
    rig.start();
    JobModel model(rig.session->jobs(), rig.format);
    using M = JobModel;
    const auto at = [&model](int column, int role = Qt::DisplayRole) { return model.index(0, column).data(role); };
    QCOMPARE(at(M::Item).toString(), QStringLiteral("vm-web-01"));
    QCOMPARE(at(M::Operation).toString(), QStringLiteral("Backup (on demand)"));
    QCOMPARE(at(M::Status).toString(), QStringLiteral("In progress"));
    QCOMPARE(at(M::Status, StatusRole).toInt(), int(StatusKind::Running));
    QCOMPARE(at(M::Status, ProgressRole).toDouble(), 22.0);
    QCOMPARE(at(M::Duration).toString(), rig.format.durationShort(480000));
    QCOMPARE(at(M::Duration, NumberRole).toBool(), true);
    QCOMPARE(at(M::Transferred).toString(), rig.format.size(4100000000));
    QCOMPARE(at(M::Vault).toString(), QStringLiteral("valv-produktion"));
    QCOMPARE(model.headerData(M::Duration, Qt::Horizontal, NumberRole).toBool(), true);

    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    rig.backend.jobs[0].progress = 64;
    rig.pass(1);
    QVERIFY(changed.count() >= 1);
    QCOMPARE(at(M::Status, ProgressRole).toDouble(), 64.0);
    rig.backend.jobs[0].status = JobStatus::Failed;
    contract::JobError error;
    error.code = QStringLiteral("UserErrorVmNotFoundV2");
    error.message = QStringLiteral("m");
    rig.backend.jobs[0].errors = {error};
    rig.pass(2);
    QVERIFY(!at(M::Status, ProgressRole).isValid());
    QCOMPARE(at(M::Status, StatusRole).toInt(), int(StatusKind::Failed));
    QVERIFY(at(M::Status, Qt::ToolTipRole).toString().contains(QLatin1String("no longer exists")));
}

void ModelsTest::recoveryPoints()
{
    Rig rig;
    const auto item = rig.protect(QStringLiteral("vm-web-01")).id;
    rig.backend.addPoint(item, QStringLiteral("100000000000001"), QDateTime({2018, 12, 18}, {21, 38}, Qt::UTC));
    auto& first = rig.backend.points[0];
    first.expiry = QDateTime({2019, 1, 17}, {21, 38}, Qt::UTC);
    first.keptBy = {QStringLiteral("Daily"), QStringLiteral("Weekly")};
    first.sourceBytes = 12000000000;
    first.storedBytes = 0;
    const auto point = first; // adding another moves it
    rig.backend.addPoint(item, QStringLiteral("100000000000002"), rig.backend.now,
                         contract::ConsistencyType::CrashConsistent);
    rig.start();
    auto& store = rig.session->recoveryPoints(item);
    RecoveryPointModel model(store, rig.format);
    rig.pass(1);
    using M = RecoveryPointModel;
    const auto at = [&model](int row, int column, int role = Qt::DisplayRole) {
        return model.index(row, column).data(role);
    };
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(at(0, M::Consistency).toString(), QStringLiteral("Application-consistent"));
    QCOMPARE(at(0, M::Type).toString(), QStringLiteral("Snapshot and vault"));
    QCOMPARE(at(0, M::KeptUntil).toString(), rig.format.date(*point.expiry));
    QVERIFY(at(0, M::KeptBy).toString().contains(QLatin1String(", ")));
    QCOMPARE(at(0, M::Size).toString(), rig.format.size(12000000000));
    QCOMPARE(at(0, M::Stored).toString(), rig.format.size(0));
    QCOMPARE(at(1, M::Size).toString(), QStringLiteral("–"));
    QVERIFY(at(1, M::KeptUntil, SortRole).toLongLong() > at(0, M::KeptUntil, SortRole).toLongLong());
}

void ModelsTest::vaults()
{
    Rig rig;
    rig.backend.vaults[0].redundancy = contract::StorageModel::LocallyRedundant;
    (void)rig.protect(QStringLiteral("vm-web-01"));
    (void)rig.protect(QStringLiteral("vm-web-02"));
    rig.backend.stored.insert(rig.backend.vaults[0].id, 2'400'000'000);
    VaultModel model(*rig.session, rig.format);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    rig.start();
    QCOMPARE(
        printed(model),
        QStringList{QStringLiteral("valv-produktion | Ready | rg-backup | %1 | Nordvik – Produktion | 2 | %2 | "
                                   "Locally redundant | – | –")
                        .arg(StatusWords::region(QStringLiteral("swedencentral")), rig.format.size(2'400'000'000))});
    QCOMPARE(model.index(0, VaultModel::Name).data(LinkRole).toBool(), true);
    NewVault vault{
        QStringLiteral("ny"), rig.backend.subscription, QStringLiteral("rg"), false, QStringLiteral("eastus"), {}, {}};
    (void)rig.session->vaults().create(vault);
    QCOMPARE(model.rowCount(), 2);
    QCOMPARE(model.index(1, VaultModel::Status).data(StatusRole).toInt(), int(StatusKind::Running));
    QCOMPARE(model.index(1, VaultModel::Name).data(LinkRole).toBool(), false);
    rig.pass(3);
    QCOMPARE(model.index(1, VaultModel::Status).data(StatusRole).toInt(), int(StatusKind::Ok));
    QCOMPARE(model.index(1, VaultModel::Name).data(LinkRole).toBool(), true);
}

void ModelsTest::protectedItems()
{
    Rig rig;
    auto& item = rig.protect(QStringLiteral("vm-web-01"));
    item.state = contract::ProtectionState::IRPending;
    item.health = contract::HealthStatus::Passed;
    rig.start();
    ProtectedItemModel model(rig.session->items(), rig.format);
    using M = ProtectedItemModel;
    QCOMPARE(model.index(0, M::LastBackupStatus).data().toString(), QStringLiteral("Warning (initial backup pending)"));
    QCOMPARE(model.index(0, M::PreCheck).data().toString(), QStringLiteral("Passed"));
    QCOMPARE(model.index(0, M::Policy).data().toString(), QStringLiteral("DefaultPolicy"));
    QCOMPARE(model.index(0, M::LatestPoint).data().toString(), QStringLiteral("–"));
}

void ModelsTest::everyModelStandsTheTester_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("virtual machines") << 0;
    QTest::newRow("jobs") << 1;
    QTest::newRow("recovery points") << 2;
    QTest::newRow("protected items") << 3;
    QTest::newRow("virtual machines, filtered and sorted") << 4;
    QTest::newRow("jobs, filtered and sorted") << 5;
}

void ModelsTest::everyModelStandsTheTester()
{
    QFETCH(int, which);
    Rig rig;
    const auto item = FakeBackend::itemId(rig.vault, rig.backend.vmId(QStringLiteral("vm-web-01")));
    auto& s = *rig.session;
    VirtualMachineModel machines(s.virtualMachines(), rig.format);
    JobModel jobs(s.jobs(), rig.format);
    RecoveryPointModel points(s.recoveryPoints(item), rig.format);
    ProtectedItemModel items(s.items(), rig.format);
    VirtualMachineFilter someMachines(machines);
    JobFilter someJobs(jobs);
    someMachines.sort(VirtualMachineModel::ProtectionState);
    someMachines.setText(QStringLiteral("vm"));
    someJobs.sort(JobModel::Status, Qt::DescendingOrder);
    const std::array<QAbstractItemModel*, 6> models{&machines, &jobs, &points, &items, &someMachines, &someJobs};
    // Before anything is there.
    const QAbstractItemModelTester tester(models.at(size_t(which)),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    rig.start();
    // It comes, changes, moves about and goes.
    for (int round = 0; round < 4; ++round) {
        const auto& vm = rig.backend.machines.at(round);
        rig.protect(vm.name).state =
            round % 2 ? contract::ProtectionState::IRPending : contract::ProtectionState::Protected;
        rig.backend.addJob(item, contract::JobOperation::Backup,
                           round % 2 ? contract::JobStatus::InProgress : contract::JobStatus::Completed,
                           rig.backend.now);
        rig.backend.addPoint(item, QString::number(round), rig.backend.now.addDays(-round));
        rig.backend.addVm(QStringLiteral("vm-new-%1").arg(round));
        s.refreshAll();
        rig.pass(2);
    }
    QVERIFY(models.at(size_t(which))->rowCount() >= 4);
    for (auto& job : rig.backend.jobs) {
        job.status = contract::JobStatus::Failed;
    }
    rig.backend.items.removeFirst();
    rig.backend.machines.remove(1, 3);
    rig.backend.points.removeLast();
    s.refreshAll();
    rig.pass(12);
    rig.backend.items.clear();
    rig.backend.machines.clear();
    rig.backend.points.clear();
    rig.backend.jobs.clear();
    s.refreshAll();
    rig.pass(12);
    QCOMPARE(models.at(size_t(which))->rowCount(), 0);
}

void ModelsTest::aSelectionSurvives()
{
    Rig rig;
    (void)rig.protect(QStringLiteral("vm-web-04"));
    rig.start();
    VirtualMachineModel model(rig.session->virtualMachines(), rig.format);
    VirtualMachineFilter filter(model);
    filter.sort(VirtualMachineModel::ProtectionState);
    QItemSelectionModel selection(&filter);
    const auto pick = [&](const char* name) {
        const auto index = filter.indexOf(rig.backend.vmId(QString::fromLatin1(name)));
        QVERIFY(index.isValid());
        selection.select(index, QItemSelectionModel::Select | QItemSelectionModel::Rows);
        selection.setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    };
    pick("vm-web-02");
    pick("vm-web-04");
    const QStringList both{QStringLiteral("vm-web-02"), QStringLiteral("vm-web-04")};
    const auto current = [&selection] { return selection.currentIndex().siblingAtColumn(0).data().toString(); };
    const auto refresh = [&rig] {
        rig.session->refreshAll();
        rig.pass(2);
    };
    refresh();
    QCOMPARE(selected(selection), both);

    rig.backend.addVm(QStringLiteral("aa-first")); // insert
    refresh();
    QCOMPARE(filter.rowCount(), 6);
    QCOMPARE(selected(selection), both);
    QCOMPARE(current(), QStringLiteral("vm-web-04"));

    rig.backend.machines.removeFirst(); // remove
    refresh();
    QCOMPARE(filter.rowCount(), 5);
    QCOMPARE(selected(selection), both);

    const int before = filter.indexOf(rig.backend.vmId(QStringLiteral("vm-web-02"))).row();
    rig.protect(QStringLiteral("vm-web-02")).state = contract::ProtectionState::ProtectionStopped; // move
    refresh();
    QVERIFY(filter.indexOf(rig.backend.vmId(QStringLiteral("vm-web-02"))).row() != before);
    QCOMPARE(selected(selection), both);
    QCOMPARE(current(), QStringLiteral("vm-web-04"));

    rig.backend.machines.removeIf([](const auto& vm) { return vm.name == QStringLiteral("vm-web-04"); });
    refresh();
    QCOMPARE(selected(selection), QStringList{QStringLiteral("vm-web-02")});
}

void ModelsTest::tenThousandMachinesWithoutAReset()
{
    SessionRig rig;
    for (int i = 0; i < 10000; ++i) {
        rig.backend.addVm(QStringLiteral("vm-%1").arg(i, 5, 10, QLatin1Char('0')));
    }
    rig.backend.addVault(QStringLiteral("v"));
    VirtualMachineModel model(rig.session->virtualMachines(), rig.format);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserts(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    rig.session->start();
    const auto ready = [&rig] { return rig.session->virtualMachines().state() == LoadState::Ready; };
    QTRY_VERIFY_WITH_TIMEOUT(ready(), 60000);
    settle();
    QCOMPARE(model.rowCount(), 10000);
    QCOMPARE(inserts.count(), 100); // page by page
    QCOMPARE(inserts.first().at(2).toInt(), 99);
    changes.clear();
    rig.session->virtualMachines().refresh();
    QTRY_VERIFY_WITH_TIMEOUT(ready(), 60000);
    settle();
    QCOMPARE(resets.count(), 0);
    QCOMPARE(inserts.count(), 100);
    QCOMPARE(changes.count(), 0); // nothing differed
    QCOMPARE(model.index(9999, 0).data().toString(), QStringLiteral("vm-09999"));
}

void ModelsTest::anotherLanguageIsShownAtOnce()
{
    Rig rig;
    rig.protect(QStringLiteral("vm-web-01")).lastRecoveryPoint = QDateTime({2018, 12, 18}, {21, 38}, Qt::UTC);
    rig.start();
    VirtualMachineModel model(rig.session->virtualMachines(), rig.format);
    const auto index = model.index(0, VirtualMachineModel::LastBackup);
    const auto english = index.data().toString();
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    QSignalSpy headers(&model, &QAbstractItemModel::headerDataChanged);
    model.setFormat(Format(QLocale(QLocale::Swedish), QTimeZone("Europe/Stockholm"), *rig.clock));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(headers.count(), 1);
    QVERIFY(index.data().toString() != english);
    QCOMPARE(index.data().toString(), QStringLiteral("18 dec 22:38"));
}

void ModelsTest::aCellIsMadeOnce()
{
    Rig rig;
    rig.start();
    VirtualMachineModel model(rig.session->virtualMachines(), rig.format);
    const auto index = model.index(0, VirtualMachineModel::Name);
    const auto first = index.data().toString();
    // The same string, not an equal one.
    QCOMPARE(static_cast<const void*>(first.constData()),
             static_cast<const void*>(index.data().toString().constData()));
}

void ModelsTest::rowsAreSortedAlikeBeforeTheyAreWritten()
{
    Rig rig;
    auto& item = rig.protect(QStringLiteral("vm-web-01"));
    item.lastBackupTime = item.lastRecoveryPoint = QDateTime({2018, 12, 18}, {21, 38}, Qt::UTC);
    item.nextRun = QDateTime({2018, 12, 19}, {21, 30}, Qt::UTC);
    auto& job = rig.backend.addJob(FakeBackend::itemId(rig.vault, rig.backend.vmId(QStringLiteral("vm-web-01"))),
                                   contract::JobOperation::Backup, contract::JobStatus::Completed, rig.backend.now);
    job.figures = contract::JobFigures();
    job.figures->readBytes = 4096;
    rig.start();
    const VirtualMachineModel machines(rig.session->virtualMachines(), rig.format);
    const ProtectedItemModel items(rig.session->items(), rig.format);
    const JobModel jobs(rig.session->jobs(), rig.format);
    int written = 0;
    for (const auto* model : std::initializer_list<const QAbstractItemModel*>{&machines, &items, &jobs}) {
        QVERIFY(model->rowCount() > 0);
        QVariantList before;
        for (int column = 0; column < model->columnCount(); ++column) {
            before << model->index(0, column).data(SortRole);
        }
        for (int column = 0; column < model->columnCount(); ++column) {
            const auto index = model->index(0, column);
            QVERIFY(!index.data().toString().isEmpty()); // now there are words
            QCOMPARE(index.data(SortRole), before.at(column));
            written += before.at(column).isValid() ? 1 : 0;
        }
    }
    QVERIFY(written > 12);
}

VALV_TEST_GUILESS(ModelsTest)

} // namespace tst_models

#include "tst_models.moc"
