// SPDX-License-Identifier: GPL-3.0-or-later
// Reports through the window: figures, charts and tables of a period, choosing another, files, and every state.
// Source: flows.md I10.
#include "controls/chart.h"
#include "controls/datefield.h"
#include "controls/essentials.h"
#include "controls/field.h"
#include "controls/pill.h"
#include "controls/segmentedcontrol.h"
#include "presentation/models/reporttext.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/trouble.h"
#include "support/widgetwalk.h"

#include <QFileDialog>
#include <QTemporaryDir>

namespace tst_reportspage {

using namespace valv;
using namespace valv::test;
using contract::JobOperation;
using contract::JobStatus;
using presentation::LanguageChoice;

namespace {

constexpr qint64 gb = 1'000'000'000;

struct Rig : PageRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));
    ArmId other = backend.vaultId(QStringLiteral("valv-test"));
    ArmId web = backend.vmId(QStringLiteral("vm-web-01"));
    ArmId sql = backend.vmId(QStringLiteral("sql-prod-01"));

    explicit Rig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
    { }
    void fill()
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVault(QStringLiteral("valv-test"));
        backend.addVm(QStringLiteral("vm-web-01"));
        backend.addVm(QStringLiteral("sql-prod-01"));
        const auto now = backend.now;
        const auto item = [&](const ArmId& in, const ArmId& vm, qint64 bytes) {
            auto& made = backend.addItem(in, vm);
            made.sourceBytes = bytes;
            made.lastRecoveryPoint = now.addDays(-1);
            return made.id;
        };
        const auto webItem = item(vault, web, 40 * gb);
        const auto sqlItem = item(other, sql, 700 * gb);
        for (int day = 0; day < 20; ++day) {
            backend.addJob(webItem, JobOperation::Backup, JobStatus::Completed, now.addDays(-day).addSecs(-3600));
        }
        backend.addJob(sqlItem, JobOperation::Backup, JobStatus::Failed, now.addDays(-2));
        backend.addJob(sqlItem, JobOperation::Backup, JobStatus::CompletedWithWarnings, now.addDays(-40));
        backend.samples = {
            {now.addDays(-60), 10 * gb, 0}, {now.addDays(-10), 15 * gb, 0}, {now.addSecs(-60), 20 * gb, 0}};
    }
    void open(const ArmId& scope = {}, QSize size = {1440, 900})
    {
        show({QStringLiteral("reports"), scope.text(), {}}, size);
        pass(1);
    }
    [[nodiscard]] QString tile(const char* name) const
    {
        auto* found = person().find(QLatin1String(name));
        return found == nullptr
            ? QString()
            : spaced(found->accessibleName() + QStringLiteral(", ") + found->accessibleDescription());
    }
    [[nodiscard]] QStringList column(const char* table, int column) const
    {
        QStringList all;
        const auto* model = person().find<views::Table>(QLatin1String(table))->model();
        for (int row = 0; row < model->rowCount(); ++row) {
            all.append(spaced(model->index(row, column).data().toString()));
        }
        return all;
    }
    void choose(int days)
    {
        auto* period = person().find<views::SegmentedControl>(QStringLiteral("reports.period"));
        for (int i = 0; i < period->count(); ++i) {
            period->segment(i)->setFocus(Qt::TabFocusReason);
            period->setCurrentIndex(i);
            if (period->currentData().toInt() == days) {
                QTest::keyClick(period->segment(i), Qt::Key_Space);
                break;
            }
        }
        pass(1);
    }
    void type(const char* field, const QString& text)
    {
        person().type(QLatin1String(field), text);
        person().key(Qt::Key_Tab);
        pass(1);
    }
};

} // namespace

class TestReportsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatItCosts_data()
    {
        QTest::addColumn<int>("words");
        QTest::addColumn<QString>("none");
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("cost");
        QTest::newRow("Swedish") << static_cast<int>(LanguageChoice::Swedish)
                                 << QStringLiteral("Ange priser för att se vad det kostar")
                                 << QStringLiteral("Uppskattad månadskostnad") << QStringLiteral("1 270,50 SEK");
        QTest::newRow("English") << static_cast<int>(LanguageChoice::English)
                                 << QStringLiteral("Enter prices to see what it costs")
                                 << QStringLiteral("Estimated monthly cost") << QStringLiteral("1,270.50 SEK");
    }
    //! A small instance and two of 500 GB, and 20 GB in each of two vaults.
    void whatItCosts()
    {
        QFETCH(int, words);
        QFETCH(QString, none);
        QFETCH(QString, label);
        QFETCH(QString, cost);
        Rig rig(static_cast<LanguageChoice>(words));
        rig.fill();
        rig.open();
        QVERIFY(says(*rig.page(), none));
        QVERIFY(!says(*rig.page(), label)); // no price, no cost
        presentation::Prices prices;
        prices.small = 50.5;
        rig.settings.setPrices(prices);
        settle();
        QVERIFY(says(*rig.page(), label));
        QVERIFY(!says(*rig.page(), QStringLiteral("SEK"))); // one that is needed is missing
        prices.full = 600;
        prices.local = 0.5;
        prices.geo = 0.5;
        rig.settings.setPrices(prices);
        settle();
        QVERIFY2(says(*rig.page(), cost), qPrintable(wordsOf(*rig.page()).join(QLatin1Char('\n'))));
        const presentation::ReportText text(presentation::BackupReport(), {}, rig.language.format(), prices);
        QCOMPARE(spaced(text.cost(1270.5)), cost);
        rig.person().click(QStringLiteral("reports.prices"));
        rig.pass(1);
        QCOMPARE(rig.window->navigator().current().part, QStringLiteral("prices"));
    }

    void figuresOfThirtyDays()
    {
        Rig rig;
        rig.fill();
        rig.open();
        QCOMPARE(rig.tile("reports.success"), QStringLiteral("Job success rate: 95%, of 21 jobs"));
        QCOMPARE(rig.tile("reports.failed"), QStringLiteral("Failed jobs: 1, "));
        QCOMPARE(rig.tile("reports.stored"), QStringLiteral("Storage: 40 GB, +20 GB")); // of two vaults
        QCOMPARE(rig.tile("reports.instances"), QStringLiteral("Protected instances: 3, 2 items"));
        QCOMPARE(rig.column("reports.vaults", 0),
                 (QStringList{QStringLiteral("valv-produktion"), QStringLiteral("valv-test")}));
        QCOMPARE(rig.column("reports.vaults", 6), (QStringList{QStringLiteral("100%"), QStringLiteral("0%")}));
        QCOMPARE(rig.column("reports.failures", 0), QStringList{QStringLiteral("sql-prod-01")});
        QCOMPARE(rig.column("reports.data", 0),
                 (QStringList{QStringLiteral("sql-prod-01"), QStringLiteral("vm-web-01")}));
        QVERIFY(says(*rig.window, QStringLiteral("20 Nov 2018 – 19 Dec 2018")));
    }

    void chartsAreSpoken()
    {
        Rig rig;
        rig.fill();
        rig.open();
        auto* jobs = rig.person().find<views::StackedBars>(QStringLiteral("reports.jobsPerDay"));
        auto* interface = QAccessible::queryAccessibleInterface(jobs);
        QCOMPARE(interface->text(QAccessible::Name), QStringLiteral("Jobs per day"));
        QCOMPARE(interface->text(QAccessible::Description), QStringLiteral("20 completed, 0 with warnings, 1 failed"));
        QCOMPARE(interface->childCount(), 30);
        auto* growth = rig.person().find<views::AreaChart>(QStringLiteral("reports.growth"));
        QVERIFY(growth != nullptr);
        QCOMPARE(spaced(growth->accessibleDescription()), QStringLiteral("From 20 GB to 40 GB."));
        // A cell is read with its heading.
        const auto* model = rig.person().find<views::Table>(QStringLiteral("reports.vaults"))->model();
        QCOMPARE(model->index(0, 1).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Backup items: 1"));
    }

    void anotherPeriod()
    {
        Rig rig;
        rig.fill();
        rig.open();
        rig.choose(7);
        QCOMPARE(rig.tile("reports.success"), QStringLiteral("Job success rate: 88%, of 8 jobs"));
        rig.choose(90);
        QCOMPARE(rig.tile("reports.success"), QStringLiteral("Job success rate: 95%, of 22 jobs"));
        QCOMPARE(rig.tile("reports.failed"), QStringLiteral("Failed jobs: 1, 1 with warnings"));
    }

    //! What is typed wrong is said beside it, and the report stays.
    void aPeriodOfOnesOwn()
    {
        Rig rig;
        rig.fill();
        rig.open();
        QVERIFY(rig.person().find(QStringLiteral("reports.from")) == nullptr);
        rig.choose(0);
        rig.type("reports.from", QStringLiteral("2018-11-01"));
        rig.type("reports.to", QStringLiteral("2018-11-30"));
        QCOMPARE(rig.tile("reports.success"), QStringLiteral("Job success rate: 100%, of 2 jobs"));
        rig.type("reports.to", QStringLiteral("2018-10-01"));
        QVERIFY(says(*rig.window, QStringLiteral("The start date must not be after the end date.")));
        QCOMPARE(rig.tile("reports.success"), QStringLiteral("Job success rate: 100%, of 2 jobs"));
        rig.type("reports.to", QStringLiteral("2018-11-30"));
        QVERIFY(!says(*rig.window, QStringLiteral("The start date must not be after the end date.")));
        rig.type("reports.from", QStringLiteral("2017-01-01"));
        QVERIFY(says(*rig.window, QStringLiteral("The period can be at most 13 months.")));
        rig.type("reports.from", QStringLiteral("nonsense"));
        QVERIFY(says(*rig.window, QStringLiteral("Enter a date that is not in the future.")));
        QCOMPARE(rig.person().find<views::DateField>(QStringLiteral("reports.from"))->text(),
                 QStringLiteral("nonsense"));
        rig.speak(LanguageChoice::Swedish);
        QVERIFY(says(*rig.window, QStringLiteral("Ange ett datum som inte ligger i framtiden.")));
    }

    //! A year is shown by weeks: as many bars as can be told apart.
    void aLongPeriod()
    {
        Rig rig;
        rig.fill();
        rig.open();
        rig.choose(0);
        rig.type("reports.from", QStringLiteral("2018-01-01"));
        auto* jobs = rig.person().find<views::StackedBars>(QStringLiteral("reports.jobsPerDay"));
        QCOMPARE(jobs->accessibleName(), QStringLiteral("Jobs per week"));
        QCOMPARE(jobs->itemCount(), 51);
    }

    void ofOneVault()
    {
        Rig rig;
        rig.fill();
        rig.open(rig.other);
        QCOMPARE(rig.tile("reports.success"), QStringLiteral("Job success rate: 0%, of 1 job"));
        QCOMPARE(rig.column("reports.vaults", 0), QStringList{QStringLiteral("valv-test")});
        QVERIFY(!rig.page()->resourceMenu().isEmpty());
        QVERIFY(rig.person().find(QStringLiteral("reports.vault")) == nullptr);
    }

    void rowsLeadToWhatTheyName()
    {
        Rig rig;
        rig.fill();
        rig.open();
        auto* table = rig.person().find<views::Table>(QStringLiteral("reports.failures"));
        table->setFocus(Qt::TabFocusReason);
        table->setCurrentIndex(table->model()->index(0, 0));
        rig.person().key(Qt::Key_Return);
        settle();
        QCOMPARE(rig.window->pages()->current().subject, rig.sql.text());
    }

    void classesOfInstances()
    {
        Rig rig;
        rig.fill();
        rig.open();
        for (const auto& text : {QStringLiteral("At most 50 GB, small"),
                                 QStringLiteral("Above 500 GB, one for each 500 GB"), QStringLiteral("(1 item)")}) {
            QVERIFY2(says(*rig.page(), text), qPrintable(text));
        }
    }

    void files_data()
    {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("csv") << QStringLiteral("reports.csv") << QStringLiteral("rapport.csv")
                             << QByteArray("\xEF\xBB\xBF"
                                           "Backup report,All vaults,2018-11-20,2018-12-19");
        QTest::newRow("pdf") << QStringLiteral("reports.pdf") << QStringLiteral("rapport.pdf") << QByteArray("%PDF-");
    }
    void files()
    {
        QFETCH(QString, command);
        QFETCH(QString, name);
        QFETCH(QByteArray, begins);
        Rig rig;
        rig.fill();
        rig.open();
        QTemporaryDir folder;
        rig.person().command(command);
        settle();
        auto* dialog = rig.window->findChild<QFileDialog*>();
        QVERIFY(dialog != nullptr);
        const auto path = folder.filePath(name);
        Q_EMIT dialog->fileSelected(path);
        dialog->close();
        QTRY_VERIFY_WITH_TIMEOUT(rig.log.all().size() == 1, 60000);
        QVERIFY2(rig.told().first().contains(QStringLiteral("The report is in ") + path),
                 qPrintable(rig.told().first()));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        QVERIFY2(bytes.startsWith(begins), bytes.left(80).constData());
        QVERIFY(bytes.size() > 500);
    }

    void nothingYet_data()
    {
        QTest::addColumn<LanguageChoice>("words");
        QTest::addColumn<QString>("said");
        QTest::newRow("English") << LanguageChoice::English << QStringLiteral("No data for the chosen period");
        QTest::newRow("Swedish") << LanguageChoice::Swedish << QStringLiteral("Inga data för den valda perioden");
    }
    void nothingYet()
    {
        QFETCH(LanguageChoice, words);
        QFETCH(QString, said);
        Rig rig(words);
        rig.open();
        QVERIFY(says(*rig.window, said));
        QVERIFY(!rig.person().canCommand(QStringLiteral("reports.csv")));
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
    }

    void whileItIsRead()
    {
        Rig rig;
        rig.fill();
        rig.transport->hold = true;
        rig.open();
        QVERIFY(rig.person().find(QStringLiteral("reports.loading")) != nullptr);
        QVERIFY(!says(*rig.window, QStringLiteral("No data for the chosen period")));
        QVERIFY(!rig.person().canCommand(QStringLiteral("reports.csv")));
        QVERIFY(rig.person().find(QStringLiteral("reports.message")) == nullptr);
        keepPicture(*rig.window, QStringLiteral("reports-loading"));
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.transport->hold = false;
        while (rig.transport->release()) {
            rig.pass(0);
            QVERIFY(!says(*rig.window, QStringLiteral("No data for the chosen period")));
        }
        rig.pass(2);
        QVERIFY(rig.person().find(QStringLiteral("reports.loading")) == nullptr);
        QVERIFY(rig.person().canCommand(QStringLiteral("reports.csv")));
    }

    //! Of an estate where nothing has happened yet, and not all could be read: it is not known that nothing has.
    void nothingOfWhatCouldBeRead()
    {
        Rig rig;
        rig.backend.addVault(QStringLiteral("valv-produktion"));
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return QUrl(request.target).path().endsWith(QLatin1String("/backupJobs"), Qt::CaseInsensitive)
                ? std::optional(Result<HttpResponse>(answer(403, errorBody(QStringLiteral("AuthorizationFailed")))))
                : std::nullopt;
        };
        rig.open();
        QVERIFY(rig.person().find(QStringLiteral("reports.message")) != nullptr);
        QVERIFY(!says(*rig.window, QStringLiteral("No data for the chosen period")));
        keepPicture(*rig.window, QStringLiteral("reports-part"));
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
    }

    //! A report that can't be read again stays, whole, with its time.
    void aReportStaysWithItsTime_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("isSwedish");
        for (const auto& [kind, status] : {std::pair("failing", 500), {"forbidden", 403}, {"offline", 0}}) {
            QTest::addRow("%s, en", kind) << status << false;
            QTest::addRow("%s, sv", kind) << status << true;
        }
    }
    void aReportStaysWithItsTime()
    {
        QFETCH(int, status);
        QFETCH(bool, isSwedish);
        Rig rig(isSwedish ? LanguageChoice::Swedish : LanguageChoice::English);
        rig.fill();
        rig.open();
        const auto failed = rig.tile("reports.failed");
        const Trouble trouble{status, QString()}; // whatever is read
        rig.backend.before = trouble;
        rig.page()->refresh();
        rig.pass(60);
        auto* message = rig.person().find<views::MessageBar>(QStringLiteral("reports.message"));
        QVERIFY(message != nullptr);
        QCOMPARE(message->kind(), views::MessageKind::Warning);
        QVERIFY2(message->sentence().startsWith(isSwedish ? QStringLiteral("Visar data från")
                                                          : QStringLiteral("Showing data from")),
                 qPrintable(message->sentence()));
        QCOMPARE(rig.tile("reports.failed"), failed);
        keepPicture(*rig.window,
                    QStringLiteral("reports-stale-")
                        + QString::fromLatin1(QTest::currentDataTag()).remove(QLatin1Char(',')));
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.speak(LanguageChoice::English);
        QVERIFY2(message->sentence().contains(trouble.why()), qPrintable(message->sentence()));
        *trouble.on = false;
        *trouble.broken = false;
        QVERIFY(pressSaying(*message, QStringLiteral("Try again")));
        rig.pass(8);
        QVERIFY(rig.person().find(QStringLiteral("reports.message")) == nullptr);
    }

    void aReportThatFailsIsSaid_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("server") << 500;
        QTest::newRow("forbidden") << 403;
        QTest::newRow("offline") << 0;
    }
    void aReportThatFailsIsSaid()
    {
        QFETCH(int, status);
        Rig rig;
        rig.fill();
        rig.backend.before = [status](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            const auto path = QUrl(request.target).path();
            if (!path.endsWith(QLatin1String("/backupJobs"), Qt::CaseInsensitive)
                && !path.endsWith(QLatin1String("/storageHistory"), Qt::CaseInsensitive)) {
                return std::nullopt;
            }
            return status == 0
                ? Result<HttpResponse>(failure("NetworkOffline", "No way there."))
                : Result<HttpResponse>(answer(status,
                                              errorBody(status == 403 ? QStringLiteral("AuthorizationFailed")
                                                                      : QStringLiteral("InternalServerError"))));
        };
        rig.open();
        auto* message = rig.person().find<views::MessageBar>(QStringLiteral("reports.message"));
        QVERIFY(message != nullptr);
        QVERIFY(message->sentence().startsWith(QLatin1String("The report could not be read.")));
        QVERIFY(!says(*rig.window, QStringLiteral("No data for the chosen period")));
        rig.backend.before = {};
        auto* again = message->findChild<QAbstractButton*>();
        again->setFocus(Qt::TabFocusReason);
        QTest::keyClick(again, Qt::Key_Space);
        rig.pass(8); // offline: the session comes back by itself too
        QCOMPARE(rig.tile("reports.failed"), QStringLiteral("Failed jobs: 1, "));
        QVERIFY(rig.person().find(QStringLiteral("reports.message")) == nullptr);
    }

    void nothingIsCutOrNameless_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<LanguageChoice>("words");
        for (const auto words : {LanguageChoice::English, LanguageChoice::Swedish}) {
            for (const QSize size : {QSize(1440, 900), QSize(1000, 700)}) {
                QTest::addRow("%d at %d", static_cast<int>(words), size.width()) << size << words;
            }
        }
    }
    void nothingIsCutOrNameless()
    {
        QFETCH(QSize, size);
        QFETCH(LanguageChoice, words);
        Rig rig(words);
        rig.fill();
        rig.open({}, size);
        keepPicture(*rig.window, QStringLiteral("reports-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        QVERIFY2(lostStops(*rig.window).isEmpty(), qPrintable(lostStops(*rig.window)));
        rig.choose(0); // with the fields of a period of one's own
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
    }

    void everyWordFollowsTheLanguage()
    {
        QStringList english;
        {
            Rig rig(LanguageChoice::Swedish);
            rig.fill();
            rig.open();
            const auto fresh = wordsOf(*rig.window);
            rig.speak(LanguageChoice::English);
            english = wordsOf(*rig.window);
            rig.speak(LanguageChoice::Swedish);
            QCOMPARE(difference(wordsOf(*rig.window), fresh), QString());
        }
        Rig rig(LanguageChoice::English);
        rig.fill();
        rig.open();
        QCOMPARE(difference(english, wordsOf(*rig.window)), QString());
    }
};

VALV_TEST(TestReportsPage)

} // namespace tst_reportspage

#include "tst_reportspage.moc"
