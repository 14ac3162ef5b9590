// SPDX-License-Identifier: GPL-3.0-or-later
// A report: what is counted and how, protected instances, and what is written into its files. Source: flows.md H2, H3,
// I10.
#include "presentation/models/reporttext.h"
#include "presentation/stores/reportloader.h"
#include "support/sessionrig.h"
#include "support/testprogram.h"

#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <QTime>
#include <QTimeZone>
#include <QUrl>

namespace tst_report {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using contract::JobOperation;
using contract::JobStatus;

namespace {

constexpr qint64 gb = 1'000'000'000;

QDateTime utc(int day, int hour, int minute = 0)
{
    return {QDate(2018, 12, day), QTime(hour, minute), Qt::UTC};
}

QString plain(QString text)
{
    return text.replace(QChar(0xa0), QLatin1Char(' ')).replace(QChar(0x202f), QLatin1Char(' '));
}

struct Rig : SessionRig
{
    const QTimeZone zone{"Europe/Stockholm"};
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));
    ArmId web = FakeBackend::itemId(vault, backend.vmId(QStringLiteral("vm-web-01")));
    const ReportPeriod period{QDate(2018, 12, 17), QDate(2018, 12, 19)};

    void fill()
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVm(QStringLiteral("vm-web-01"));
        backend.addVm(QStringLiteral("sql-prod-01"));
        auto& item = backend.addItem(vault, backend.vmId(QStringLiteral("vm-web-01")));
        item.sourceBytes = 51 * gb;
        item.lastRecoveryPoint = utc(18, 21);
        auto& gone = backend.addItem(vault, backend.vmId(QStringLiteral("sql-prod-01")));
        gone.softDeleted = true;
        gone.sourceBytes = 900 * gb;
        const auto job = [&](const ArmId& of, JobOperation operation, JobStatus status, const QDateTime& at) {
            auto& made = backend.addJob(of, operation, status, at);
            contract::JobFigures figures;
            figures.readBytes = 3 * gb;
            figures.storedBytes = gb;
            made.figures = figures;
        };
        job(web, JobOperation::Backup, JobStatus::Completed, utc(16, 23, 30)); // the 17th in Stockholm
        job(web, JobOperation::Backup, JobStatus::CompletedWithWarnings, utc(17, 12));
        job(web, JobOperation::Backup, JobStatus::Failed, utc(18, 12));
        job(web, JobOperation::Restore, JobStatus::Completed, utc(18, 13));
        job(web, JobOperation::ConfigureBackup, JobStatus::Failed, utc(18, 14)); // moves nothing
        job(web, JobOperation::Backup, JobStatus::Cancelled, utc(18, 15)); // by a person
        job(web, JobOperation::Backup, JobStatus::InProgress, utc(19, 8));
        job(web, JobOperation::Backup, JobStatus::Failed, utc(15, 12)); // before
        backend.samples = {{utc(10, 0), 5 * gb, 0}, {utc(17, 12), 7 * gb, 0}, {utc(19, 1), 9 * gb, 0}};
    }
};

} // namespace

class ReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void instances_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<int>("instances");
        QTest::addColumn<QString>("size"); // class
        const auto row = [](const char* name, qint64 bytes, int instances, const char* size) {
            QTest::newRow(name) << bytes << instances << QString::fromLatin1(size);
        };
        row("unknown", -1, 0, "unknown");
        row("nothing", 0, 1, "small");
        row("the worked example", 47 * gb, 1, "small");
        row("50", 50 * gb, 1, "small");
        row("50 and a byte", 50 * gb + 1, 1, "standard");
        row("51", 51 * gb, 1, "standard");
        row("500", 500 * gb, 1, "standard");
        row("501", 501 * gb, 2, "large");
        row("1000", 1000 * gb, 2, "large");
        row("1001", 1001 * gb, 3, "large");
        row("2000", 2000 * gb, 4, "large");
    }
    void instances()
    {
        QFETCH(qint64, bytes);
        QFETCH(int, instances);
        QFETCH(QString, size);
        QCOMPARE(instancesOf(bytes), instances);
        contract::ProtectedItem item;
        item.id = Rig().web;
        item.sourceBytes = bytes;
        item.lastRecoveryPoint = utc(18, 21);
        ReportCounter counter({QDate(2018, 12, 1), QDate(2018, 12, 2)}, QTimeZone::utc());
        counter.add(item);
        const auto report = counter.done();
        QCOMPARE(report.instances.instances(), instances);
        QCOMPARE(report.instances.small, size == QLatin1String("small") ? 1 : 0);
        QCOMPARE(report.instances.standard, size == QLatin1String("standard") ? 1 : 0);
        QCOMPARE(report.instances.large, size == QLatin1String("large") ? 1 : 0);
        QCOMPARE(report.instances.unknown, size == QLatin1String("unknown") ? 1 : 0);
        QCOMPARE(report.items.first().instances, instances);
    }
    //! Soft deleted, and not yet backed up: free. Stopped with its data: counted.
    void whatIsCounted()
    {
        ReportCounter counter({QDate(2018, 12, 1), QDate(2018, 12, 2)}, QTimeZone::utc());
        Rig rig;
        const auto add = [&](const char* name, auto change) {
            contract::ProtectedItem item;
            item.id = FakeBackend::itemId(rig.vault, rig.backend.vmId(QString::fromLatin1(name)));
            item.sourceBytes = 60 * gb;
            item.lastRecoveryPoint = utc(18, 21);
            item.state = contract::ProtectionState::Protected;
            change(item);
            counter.add(item);
        };
        add("a", [](contract::ProtectedItem& item) { item.softDeleted = true; });
        add("b", [](contract::ProtectedItem& item) {
            item.sourceBytes = -1;
            item.lastRecoveryPoint.reset();
        });
        add("c", [](contract::ProtectedItem& item) { item.state = contract::ProtectionState::ProtectionStopped; });
        const auto report = counter.done();
        QCOMPARE(report.instances.free, 2);
        QCOMPARE(report.instances.instances(), 1);
    }

    void periods_data()
    {
        QTest::addColumn<QDate>("first");
        QTest::addColumn<QDate>("last");
        QTest::addColumn<QString>("problem");
        QTest::newRow("a day") << QDate(2018, 12, 1) << QDate(2018, 12, 1) << QString();
        QTest::newRow("13 months") << QDate(2017, 12, 1) << QDate(2018, 12, 31) << QString();
        QTest::newRow("a day more") << QDate(2017, 12, 1) << QDate(2019, 1, 1) << QStringLiteral("ValDateRangeTooLong");
        QTest::newRow("backwards") << QDate(2018, 12, 2) << QDate(2018, 12, 1) << QStringLiteral("ValDateRange");
        QTest::newRow("no date") << QDate() << QDate(2018, 12, 1) << QStringLiteral("ValDateRange");
    }
    void periods()
    {
        QFETCH(QDate, first);
        QFETCH(QDate, last);
        QFETCH(QString, problem);
        QCOMPARE((ReportPeriod{first, last}.problem()), problem);
    }

    void costs_data()
    {
        QTest::addColumn<qint64>("bytes"); // in the disks
        QTest::addColumn<qint64>("stored");
        QTest::addColumn<bool>("geo");
        QTest::addColumn<QString>("prices");
        QTest::addColumn<double>("cost"); // below 0: not known
        const auto all = QStringLiteral(R"({"small":50,"full":100,"local":0.2,"geo":0.4})");
        const auto row = [](const char* name, qint64 bytes, qint64 stored, bool geo, const QString& prices, double cost) {
            QTest::newRow(name) << bytes << stored << geo << prices << cost;
        };
        row("small, the worked example", 47 * gb, 0, false, all, 50);
        row("50", 50 * gb, 10 * gb, false, all, 52);
        row("51", 51 * gb, 10 * gb, false, all, 102);
        row("500, in two places", 500 * gb, 10 * gb, true, all, 104);
        row("501", 501 * gb, 0, false, all, 200);
        row("1001", 1001 * gb, 0, false, all, 300);
        row("2000", 2000 * gb, 0, false, all, 400);
        row("no prices", 47 * gb, 0, false, QString(), -1);
        row("a price that is needed is missing", 51 * gb, 0, false, QStringLiteral(R"({"small":50})"), -1);
        row("one that is not needed is missing", 47 * gb, 0, false, QStringLiteral(R"({"small":50})"), 50);
        row("no price for this storage", 47 * gb, gb, true, QStringLiteral(R"({"small":50,"local":1})"), -1);
        row("free", 47 * gb, 10 * gb, false, QStringLiteral(R"({"small":0,"local":0})"), 0);
        row("size not known", -1, 0, false, all, -1);
        row("storage not known", 47 * gb, -1, false, all, -1);
    }
    void costs()
    {
        QFETCH(qint64, bytes);
        QFETCH(qint64, stored);
        QFETCH(bool, geo);
        QFETCH(QString, prices);
        QFETCH(double, cost);
        contract::ProtectedItem item;
        item.sourceBytes = bytes;
        item.lastRecoveryPoint = QDateTime(QDate(2018, 12, 18), QTime(22, 30), Qt::UTC);
        InstanceCount count;
        countInstance(count, item);
        const auto found = monthlyCost(count, stored, geo, Prices::fromText(prices));
        QCOMPARE(found.has_value(), cost >= 0);
        QCOMPARE(found.value_or(-1), cost);
    }

    //! Stopped items count by their last good backup; soft-deleted ones and those without a backup are free.
    void whatCosts_data()
    {
        QTest::addColumn<bool>("backedUp");
        QTest::addColumn<bool>("stopped");
        QTest::addColumn<bool>("softDeleted");
        QTest::addColumn<int>("instances");
        QTest::newRow("before the first backup") << false << false << false << 0;
        QTest::newRow("backed up") << true << false << false << 1;
        QTest::newRow("stopped, data kept") << true << true << false << 1;
        QTest::newRow("soft deleted") << true << true << true << 0;
    }
    void whatCosts()
    {
        QFETCH(bool, backedUp);
        QFETCH(bool, stopped);
        QFETCH(bool, softDeleted);
        QFETCH(int, instances);
        contract::ProtectedItem item;
        if (backedUp) {
            item.sourceBytes = 100 * gb;
            item.lastRecoveryPoint = QDateTime(QDate(2018, 12, 18), QTime(22, 30), Qt::UTC);
        }
        item.state = stopped ? contract::ProtectionState::ProtectionStopped : contract::ProtectionState::Protected;
        item.softDeleted = softDeleted;
        InstanceCount count;
        countInstance(count, item);
        QCOMPARE(count.instances(), instances);
        QCOMPARE(count.free, instances == 0 ? 1 : 0);
    }

    void costsInFiles_data()
    {
        QTest::addColumn<bool>("swedish");
        QTest::addColumn<QString>("line");
        QTest::newRow("Swedish") << true << QStringLiteral("valv;1;0;0;0;;10000000000;1;1052,00");
        QTest::newRow("English") << false << QStringLiteral("valv,1,0,0,0,,10000000000,1,1052.00");
    }
    void costsInFiles()
    {
        QFETCH(bool, swedish);
        QFETCH(QString, line);
        const QLocale locale = swedish ? QLocale(QLocale::Swedish, QLocale::Sweden)
                                       : QLocale(QLocale::English, QLocale::UnitedStates);
        const ManualClock clock(toInstant(QDateTime(QDate(2018, 12, 19), QTime(8, 42), Qt::UTC)));
        const Format format(locale, QTimeZone::utc(), clock);
        BackupReport report;
        report.period = {QDate(2018, 12, 1), QDate(2018, 12, 2)};
        BackupReport::VaultRow row;
        row.vault = ArmId::vault(QStringLiteral("s"), QStringLiteral("g"), QStringLiteral("valv"));
        row.items = 1;
        row.count.standard = 1;
        row.storedLast = 10 * gb;
        report.vaults.append(row);
        const auto prices = Prices::fromText(QStringLiteral(R"({"full":1050,"local":0.2})"));
        const ReportText text(report, QStringLiteral("valv"), format, prices);
        QVERIFY2(text.csv().contains(line), qPrintable(text.csv()));
        QVERIFY(text.html().contains(text.cost(1052).toHtmlEscaped()));
        // Without prices nothing is said of cost.
        const ReportText free(report, QStringLiteral("valv"), format);
        QVERIFY(!free.csv().contains(QStringLiteral("1052")));
        QVERIFY(!free.html().contains(QStringLiteral("1052")));
    }

    void policiesThatKeepMost()
    {
        ReportCounter counter({QDate(2018, 12, 1), QDate(2018, 12, 2)}, QTimeZone::utc());
        const auto add = [&counter](const char* name, int days, int years) {
            auto policy = contract::BackupPolicy::defaultPolicy();
            policy.name = QString::fromLatin1(name);
            policy.daily = contract::DailyRetention{days};
            policy.weekly.reset();
            policy.monthly.reset();
            policy.yearly.reset();
            if (years > 0) {
                contract::YearlyRetention yearly;
                yearly.months = {contract::Month::January};
                yearly.on.weekdays = {contract::Weekday::Sunday};
                yearly.on.weeks = {contract::WeekOfMonth::First};
                yearly.years = years;
                policy.yearly = yearly;
            }
            counter.add(policy);
        };
        add("b", 30, 0);
        add("long", 30, 10);
        add("a", 30, 0);
        add("many", 180, 10);
        const auto report = counter.done();
        QStringList names;
        for (const auto& policy : report.policies) {
            names.append(policy.name);
        }
        QCOMPARE(names, (QStringList{QStringLiteral("many"), QStringLiteral("long"), QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(report.policies[0].days, 3650);
        QCOMPARE(report.policies[0].points, 190);
        QCOMPARE(report.policies[3].points, 30);
    }

    void aWholeReport()
    {
        Rig rig;
        rig.fill();
        rig.start();
        ReportLoader loader(*rig.session);
        loader.ask(rig.period, {}, rig.zone);
        rig.pass(1);
        QCOMPARE(loader.state(), LoadState::Ready);
        const auto& report = loader.report();
        QCOMPARE(report.jobs, (JobTally{2, 1, 1}));
        QCOMPARE(*report.jobs.successRate(), 0.75);
        QCOMPARE(report.days.size(), 3);
        QCOMPARE(report.days[0], (BackupReport::Day{QDate(2018, 12, 17), {1, 1, 0}, 7 * gb}));
        QCOMPARE(report.days[1], (BackupReport::Day{QDate(2018, 12, 18), {1, 0, 1}, 7 * gb})); // told the day before
        QCOMPARE(report.days[2], (BackupReport::Day{QDate(2018, 12, 19), {}, 9 * gb}));
        QCOMPARE(report.storedFirst(), 7 * gb);
        QCOMPARE(report.storedLast(), 9 * gb);
        QCOMPARE(report.vaults.size(), 1);
        QCOMPARE(report.vaults[0].items, 2);
        QCOMPARE(report.vaults[0].instances(), 1);
        QCOMPARE(report.items.size(), 2);
        const auto worst = report.mostFailures(10);
        QCOMPARE(worst.size(), 1);
        QCOMPARE(worst[0].name, QStringLiteral("vm-web-01"));
        QCOMPARE(worst[0].readBytes, 6 * gb); // two good backups; a restore reads for somebody else
        QCOMPARE(worst[0].storedBytes, 2 * gb);
        QCOMPARE(report.mostData(1).first().name, QStringLiteral("sql-prod-01"));
    }

    //! Jobs of an item that is gone by now are told all the same.
    void anItemThatIsGone()
    {
        Rig rig;
        rig.fill();
        rig.backend.items.clear();
        rig.start();
        ReportLoader loader(*rig.session);
        loader.ask(rig.period, rig.vault, rig.zone);
        rig.pass(1);
        QCOMPARE(loader.report().items.size(), 1);
        QVERIFY(loader.report().items[0].gone);
        QCOMPARE(loader.report().items[0].instances, 0);
    }

    void whatCannotBeRead()
    {
        Rig rig;
        rig.fill();
        rig.start();
        QString ill = QStringLiteral("/backupJobs");
        rig.backend.before = [&ill](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return !ill.isEmpty() && QUrl(request.target).path().endsWith(ill, Qt::CaseInsensitive)
                ? std::optional<Result<HttpResponse>>(answer(500, errorBody(QStringLiteral("InternalServerError"))))
                : std::nullopt;
        };
        ReportLoader loader(*rig.session);
        loader.ask(rig.period, {}, rig.zone);
        rig.pass(1);
        QCOMPARE(loader.state(), LoadState::Stale); // the storage is known
        QVERIFY(loader.error().has_value());
        QCOMPARE(loader.report().storedLast(), 9 * gb);
        ill = QString();
        loader.ask(rig.period, {}, rig.zone);
        rig.pass(1);
        QCOMPARE(loader.state(), LoadState::Ready);
        QCOMPARE(loader.report().jobs.failed, 1);
        rig.backend.before = [](const HttpRequest&) -> std::optional<Result<HttpResponse>> {
            return Result<HttpResponse>(failure("NetworkOffline", "No way there."));
        };
        loader.ask({QDate(2018, 12, 1), QDate(2018, 12, 19)}, {}, rig.zone);
        rig.pass(1);
        QCOMPARE(loader.state(), LoadState::Failed);
        QVERIFY(loader.report().days.isEmpty()); // that of another period is not shown for it
    }

    //! A later question makes the answers to an earlier one void.
    void aQuestionThatIsOvertaken()
    {
        Rig rig;
        rig.fill();
        rig.start();
        ReportLoader loader(*rig.session);
        rig.transport->hold = true;
        loader.ask(rig.period, {}, rig.zone);
        settle();
        loader.ask({QDate(2018, 12, 19), QDate(2018, 12, 19)}, {}, rig.zone);
        settle();
        rig.transport->hold = false;
        for (int i = 0; i < 100 && rig.transport->release(); ++i) {
            settle();
        }
        rig.pass(1);
        QCOMPARE(loader.state(), LoadState::Ready);
        QCOMPARE(loader.report().days.size(), 1);
        QCOMPARE(loader.report().jobs.ended(), 0);
    }

    void files_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<QString>("vault");
        QTest::addColumn<QString>("item");
        QTest::addColumn<QString>("day");
        QTest::newRow("English") << QLocale(QLocale::English)
                                 << QStringLiteral("valv-produktion,2,2,1,1,7000000000,9000000000,1")
                                 << QStringLiteral(
                                        "vm-web-01,valv-produktion,2,1,1,51000000000,6000000000,2000000000,1")
                                 << QStringLiteral("2018-12-18,1,0,1,7000000000");
        QTest::newRow("Swedish") << QLocale(QLocale::Swedish)
                                 << QStringLiteral("valv-produktion;2;2;1;1;7000000000;9000000000;1")
                                 << QStringLiteral(
                                        "vm-web-01;valv-produktion;2;1;1;51000000000;6000000000;2000000000;1")
                                 << QStringLiteral("2018-12-18;1;0;1;7000000000");
    }
    void files()
    {
        QFETCH(QLocale, locale);
        QFETCH(QString, vault);
        QFETCH(QString, item);
        QFETCH(QString, day);
        Rig rig;
        rig.fill();
        rig.start();
        ReportLoader loader(*rig.session);
        loader.ask(rig.period, {}, rig.zone);
        rig.pass(1);
        const Format format(locale, rig.zone, *rig.clock);
        const ReportText text(loader.report(), QStringLiteral("=cmd|, \"all\""), format);
        const auto lines = text.csv().split(QStringLiteral("\r\n"));
        QVERIFY2(lines.contains(vault), qPrintable(text.csv()));
        QVERIFY2(lines.contains(item), qPrintable(text.csv()));
        QVERIFY2(lines.contains(day), qPrintable(text.csv()));
        QVERIFY2(lines.first().contains(QStringLiteral("\"'=cmd|, \"\"all\"\"\"")),
                 qPrintable(lines.first())); // no formula
        const auto html = plain(text.html());
        QVERIFY(html.contains(QStringLiteral("&quot;all&quot;")));
        QVERIFY(html.contains(QStringLiteral("vm-web-01")));
        QVERIFY(html.contains(plain(format.percent(0.75))));
        QVERIFY(html.contains(plain(format.size(51 * gb))));
    }

    //! One failure of a thousand is not 100 %.
    void nothingIsRoundedAway()
    {
        BackupReport report;
        Rig rig;
        const ReportText text(report, {}, rig.format);
        QCOMPARE(text.success({999, 0, 1}), QStringLiteral("99.90%"));
        QCOMPARE(text.success({9, 1, 0}), QStringLiteral("100%"));
        QCOMPARE(text.success({}), QStringLiteral("–"));
    }
};

VALV_TEST_GUILESS(ReportTest)

} // namespace tst_report

#include "tst_report.moc"
