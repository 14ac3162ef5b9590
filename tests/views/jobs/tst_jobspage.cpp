// SPDX-License-Identifier: GPL-3.0-or-later
// Backup jobs: list, filters, live details, cancel and retry, through the window. Source: flows.md E.
#include "controls/blade.h"
#include "controls/essentials.h"
#include "controls/pill.h"
#include "controls/pillgroup.h"
#include "controls/progressbar.h"
#include "controls/stepslist.h"
#include "jobs/jobdetails.h"
#include "presentation/text/statuswords.h"
#include "support/pagerig.h"
#include "support/widgetwalk.h"

#include <QClipboard>

using namespace valv;
using namespace valv::test;
using contract::BackupJob;
using contract::JobOperation;
using contract::JobStatus;
using contract::TaskStatus;
using presentation::LanguageChoice;

namespace {

struct Rig : PageRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));
    ArmId web = backend.vmId(QStringLiteral("vm-web-01"));
    ArmId sql = backend.vmId(QStringLiteral("sql-prod-01"));
    ArmId webItem = FakeBackend::itemId(vault, web);
    ArmId sqlItem = FakeBackend::itemId(vault, sql);
    ArmId running, failed, restored;

    explicit Rig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVm(QStringLiteral("vm-web-01"));
        backend.addVm(QStringLiteral("sql-prod-01"));
        backend.addItem(vault, web);
        backend.addItem(vault, sql);
        auto& done =
            backend.addJob(webItem, JobOperation::ConfigureBackup, JobStatus::Completed, backend.now.addDays(-3));
        end(done);
        auto& ill = backend.addJob(webItem, JobOperation::Backup, JobStatus::Failed, backend.now.addSecs(-7200));
        end(ill);
        ill.errors = {{410001,
                       QStringLiteral("UserErrorVmNotFoundV2"),
                       QStringLiteral("The machine is gone."),
                       {QStringLiteral("Look for it.")}}};
        ill.policyName = QStringLiteral("DefaultPolicy");
        ill.sourceResourceId = web;
        failed = ill.id;
        auto& back = backend.addJob(sqlItem, JobOperation::Restore, JobStatus::Completed, backend.now.addSecs(-3600));
        end(back);
        back.resultFolder = QStringLiteral("/srv/restored");
        restored = back.id;
        auto& now = backend.addJob(sqlItem, JobOperation::Backup, JobStatus::InProgress, backend.now.addSecs(-600));
        now.progress = 25;
        contract::JobFigures figures;
        figures.totalBytes = 4'000'000'000;
        figures.readBytes = 1'000'000'000;
        figures.changedBytes = 500'000'000;
        figures.storedBytes = 250'000'000;
        figures.bytesPerSecond = 180e6;
        figures.remainingMs = 17'000;
        now.figures = figures;
        contract::JobTask snapshot;
        snapshot.taskId = QStringLiteral("Take Snapshot");
        snapshot.status = TaskStatus::Completed;
        snapshot.durationMs = 38'000;
        contract::JobTask transfer;
        transfer.taskId = QStringLiteral("Transfer data to vault");
        transfer.status = TaskStatus::InProgress;
        transfer.progress = 25;
        now.tasks = {snapshot, transfer};
        running = now.id;
    }
    void end(BackupJob& job) const
    {
        job.endTime = job.startTime.addSecs(252);
        job.durationMs = 252'000;
        job.tasks[0].status = TaskStatus::Completed;
        job.cancellable = false;
    }
    void open(const ArmId& job = {}, QSize size = {1440, 900})
    {
        show({QStringLiteral("jobs"), {}, job.text()}, size);
        QVERIFY(table() != nullptr);
    }
    [[nodiscard]] views::Table* table() const { return person().find<views::Table>(QStringLiteral("jobs")); }
    [[nodiscard]] int rows() const { return table()->model()->rowCount(); }
    void choose(const QString& vm, const QString& operation) const
    {
        for (int row = 0; row < rows(); ++row) {
            const auto* model = table()->model();
            if (model->index(row, 0).data().toString() == vm && model->index(row, 1).data().toString() == operation) {
                person().click(*table(), model->index(row, 1));
                settle();
                return;
            }
        }
        QFAIL("no such row");
    }
    [[nodiscard]] views::JobDetails* details() const
    {
        return person().find<views::JobDetails>(QStringLiteral("jobDetails"));
    }
    [[nodiscard]] QString fact(const QString& label) const
    {
        for (const auto* essentials : details()->findChildren<views::Essentials*>()) {
            for (const auto& fact : essentials->facts()) {
                if (fact.label == label) {
                    return spaced(fact.value);
                }
            }
        }
        return QStringLiteral("no such fact");
    }
    [[nodiscard]] QAction* action(const char* name) const { return window->findChild<QAction*>(QLatin1String(name)); }
    [[nodiscard]] views::PillGroup* states() const
    {
        return person().find<views::PillGroup>(QStringLiteral("jobs.states"));
    }
};

} // namespace

class TestJobsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestFirstWithWhatTheyDid()
    {
        Rig rig;
        rig.open();
        QCOMPARE(rig.rows(), 3); // of the last day
        rig.filter("jobs.period", QStringLiteral("30 days"));
        QCOMPARE(rig.rows(), 4);
        QCOMPARE(rig.table()->model()->index(0, 0).data().toString(), QStringLiteral("sql-prod-01"));
        QCOMPARE(rig.table()->cell(rig.table()->model()->index(0, 2)).progress, std::optional(0.25));
        QVERIFY(says(*rig.window, QStringLiteral("Backup (on demand)")));
    }

    //! Not by a colour or a tool tip alone; also when it is over.
    void aSlowJobIsMarked_data()
    {
        QTest::addColumn<int>("minutes");
        QTest::addColumn<bool>("over");
        QTest::addColumn<bool>("marked");
        QTest::newRow("12 hours") << 12 * 60 << false << false;
        QTest::newRow("and a minute") << 12 * 60 + 1 << false << true;
        QTest::newRow("and it is over") << 12 * 60 + 1 << true << true;
    }
    void aSlowJobIsMarked()
    {
        QFETCH(int, minutes);
        QFETCH(bool, over);
        QFETCH(bool, marked);
        Rig rig;
        auto& job = rig.backend.jobs.last();
        QCOMPARE(job.id, rig.running);
        job.durationMs = 60'000LL * minutes;
        if (over) {
            job.status = JobStatus::Completed;
            job.endTime = rig.backend.now;
        }
        rig.open();
        const auto status = rig.table()->model()->index(0, 2);
        QCOMPARE(rig.table()->cell(status).badge, marked ? QStringLiteral("Slow") : QString());
        QCOMPARE(status.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("Slow")), marked);
    }

    void filters()
    {
        Rig rig;
        rig.open();
        const auto* states = rig.states();
        rig.filter("jobs.period", QStringLiteral("30 days"));
        rig.person().click(*states->pill(1), states->pill(1)->rect().center());
        QCOMPARE(rig.rows(), 1);
        rig.person().click(*states->pill(2), states->pill(2)->rect().center());
        QCOMPARE(rig.rows(), 1);
        rig.person().click(*states->pill(0), states->pill(0)->rect().center());
        QCOMPARE(rig.rows(), 4);
        // What has no pill of its own; a pill and the choice say the same.
        rig.filter("jobs.status", QStringLiteral("Completed"));
        QCOMPARE(rig.rows(), 2);
        QCOMPARE(states->currentIndex(), -1);
        rig.filter("jobs.status", QStringLiteral("With warnings"));
        QCOMPARE(rig.rows(), 0);
        rig.filter("jobs.status", QStringLiteral("Canceled"));
        QCOMPARE(rig.rows(), 0);
        rig.filter("jobs.status", QStringLiteral("Failed"));
        QCOMPARE(rig.rows(), 1);
        QCOMPARE(states->currentIndex(), 2);
        rig.person().click(*states->pill(0), states->pill(0)->rect().center());
        QVERIFY(!rig.person().find<views::FilterPill>(QStringLiteral("jobs.status"))->current().isValid());
        rig.filter("jobs.operation", QStringLiteral("Restore"));
        QCOMPARE(rig.rows(), 1);
        rig.filter("jobs.operation", QStringLiteral("all"));
        rig.filter("jobs.period", QStringLiteral("24 h"));
        QCOMPARE(rig.rows(), 3);
        rig.person().type(QStringLiteral("jobs.filter"), QStringLiteral("WEB"));
        QCOMPARE(rig.rows(), 1);
        rig.person().type(QStringLiteral("jobs.filter"), QStringLiteral("nothing like it"));
        QCOMPARE(rig.rows(), 0);
        settle();
        QVERIFY(says(*rig.window, QStringLiteral("Nothing matches the filter")));
        for (auto* button : rig.table()->findChildren<QAbstractButton*>()) {
            if (button->text() == QLatin1String("Clear filter") && isShown(button, *rig.window)) {
                rig.person().click(*button, button->rect().center());
                break;
            }
        }
        settle();
        QVERIFY(rig.rows() >= 3);
    }

    void detailsFollowTheListAndTheJob()
    {
        Rig rig;
        rig.open();
        rig.table()->setFocus(Qt::TabFocusReason);
        rig.table()->setCurrentIndex(rig.table()->model()->index(0, 0));
        rig.person().key(Qt::Key_Return);
        rig.pass(2);
        QVERIFY(rig.details() != nullptr);
        QCOMPARE(rig.details()->title(), QStringLiteral("sql-prod-01"));
        const auto* steps = rig.details()->findChild<views::StepsList*>();
        QCOMPARE(steps->steps().size(), 2);
        QCOMPARE(steps->steps().at(0).text, QStringLiteral("Take snapshot"));
        QCOMPARE(spaced(steps->steps().at(0).note), QStringLiteral("38 s"));
        QCOMPARE(steps->steps().at(1).text, QStringLiteral("Transfer data to vault"));
        QCOMPARE(rig.fact(QStringLiteral("Read")), QStringLiteral("1 GB"));
        QCOMPARE(rig.fact(QStringLiteral("New to the vault")), QStringLiteral("500 MB"));
        QCOMPARE(rig.fact(QStringLiteral("Stored")), QStringLiteral("250 MB"));
        QCOMPARE(rig.fact(QStringLiteral("Deduplication")), QStringLiteral("2.0 : 1"));
        QCOMPARE(rig.fact(QStringLiteral("Compression")), QStringLiteral("2.0 : 1"));
        QVERIFY(says(*rig.window, QStringLiteral("17 s left")));
        // It goes on: the same pane, without a click.
        for (int i = 1; i <= 4; ++i) {
            auto& job = rig.backend.job(rig.running);
            job.progress = 25.0 + 15 * i;
            job.figures->readBytes = 1'000'000'000 + 600'000'000LL * i;
            rig.pass(1);
        }
        rig.pass(1);
        QCOMPARE(rig.person().find<views::ProgressBar>(QStringLiteral("job.progress"))->value(), 850);
        QVERIFY(says(*rig.window, QStringLiteral("average 180"))); // MB/s, once there are a few
        rig.backend.job(rig.running).status = JobStatus::Completed;
        rig.end(rig.backend.job(rig.running));
        rig.backend.job(rig.running).progress = 100;
        rig.pass(3);
        QCOMPARE(rig.fact(QStringLiteral("Status")), QStringLiteral("Completed"));
        QVERIFY(rig.person().find(QStringLiteral("job.cancel")) == nullptr);
        QVERIFY2(rig.told().join(QLatin1Char('\n')).contains(QLatin1String("Backup completed")),
                 qPrintable(rig.told().join(QLatin1Char('\n'))));
        // The pane follows the list with the arrow keys, and Esc closes it.
        rig.table()->setFocus(Qt::TabFocusReason);
        rig.person().key(Qt::Key_Down);
        rig.pass(1);
        QVERIFY(rig.fact(QStringLiteral("Folder")) == QLatin1String("/srv/restored"));
        rig.details()->setFocus();
        QTest::keyClick(rig.details(), Qt::Key_Escape);
        settle();
        QVERIFY(rig.details() == nullptr);
        QVERIFY(rig.table()->hasFocus());
    }

    void aFailedJobSaysWhatToDo()
    {
        Rig rig;
        rig.open(rig.failed);
        rig.pass(1);
        QVERIFY(rig.details() != nullptr);
        QVERIFY(says(*rig.window, QStringLiteral("UserErrorVmNotFoundV2")));
        QVERIFY(says(*rig.window, QStringLiteral("Recommended action")));
        QVERIFY(rig.person().canUse(QStringLiteral("job.retry")));
        for (auto* button : rig.details()->findChildren<QAbstractButton*>()) {
            if (button->accessibleName() == QLatin1String("Copy the error")) {
                rig.person().click(*button, button->rect().center());
            }
        }
        QVERIFY(QGuiApplication::clipboard()->text().contains(QLatin1String("UserErrorVmNotFoundV2")));
        const auto before = rig.backend.jobs.size();
        rig.person().click(QStringLiteral("job.retry"));
        rig.pass(3);
        QCOMPARE(rig.backend.jobs.size(), before + 1);
        // The new job is the one that is shown now.
        QCOMPARE(rig.details()->job(), rig.backend.jobs.last().id);
    }

    //! All that was lacking is shown, and copied with what to do about it.
    void allWarningsAreShownAndCopied_data()
    {
        QTest::addColumn<LanguageChoice>("words");
        QTest::addColumn<QString>("copy");
        QTest::addColumn<QStringList>("said");
        QTest::newRow("English") << LanguageChoice::English << QStringLiteral("Copy the errors")
                                 << QStringList{QStringLiteral("The VM no longer exists or has been moved."),
                                                QStringLiteral("Recommended action: ")};
        QTest::newRow("Swedish") << LanguageChoice::Swedish << QStringLiteral("Kopiera felen")
                                 << QStringList{
                                        QStringLiteral("Den virtuella datorn finns inte längre eller har flyttats."),
                                        QStringLiteral("Rekommenderad åtgärd: ")};
    }
    void allWarningsAreShownAndCopied()
    {
        QFETCH(LanguageChoice, words);
        QFETCH(QString, copy);
        QFETCH(QStringList, said);
        Rig rig(words);
        auto& job = rig.backend.job(rig.failed);
        job.status = JobStatus::CompletedWithWarnings;
        job.errors.append({510061,
                           QStringLiteral("SomethingOfAnotherServer"),
                           QStringLiteral("The disk data-1 was left out."),
                           {QStringLiteral("Look at the disk."), QStringLiteral("Then back up again.")}});
        job.errors.append({510062, QStringLiteral("SomethingElse"), QStringLiteral("And nothing helps."), {}});
        rig.open(rig.failed);
        rig.pass(1);
        QVERIFY(rig.details() != nullptr);
        for (const char* shown : {"UserErrorVmNotFoundV2", "SomethingOfAnotherServer", "The disk data-1 was left out.",
                                  "Look at the disk. Then back up again.", "SomethingElse", "And nothing helps."}) {
            QVERIFY2(says(*rig.details(), QLatin1String(shown)), shown);
        }
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        keepPicture(*rig.window, QStringLiteral("warnings"));
        QGuiApplication::clipboard()->clear();
        for (auto* button : rig.details()->findChildren<QAbstractButton*>()) {
            if (button->accessibleName() == copy) {
                rig.person().click(*button, button->rect().center());
            }
        }
        const auto copied = QGuiApplication::clipboard()->text();
        const auto parts = copied.split(QStringLiteral("\n\n"));
        QVERIFY2(parts.size() == 4, qPrintable(copied));
        QVERIFY2(parts[0].startsWith(QStringLiteral("UserErrorVmNotFoundV2\n")), qPrintable(copied));
        for (const auto& sentence : said) {
            QVERIFY2(parts[0].contains(sentence), qPrintable(copied));
        }
        QCOMPARE(parts[1],
                 QStringLiteral("SomethingOfAnotherServer\nThe disk data-1 was left out.\n") + said[1]
                     + QStringLiteral("Look at the disk. Then back up again."));
        QCOMPARE(parts[2], QStringLiteral("SomethingElse\nAnd nothing helps."));
        QCOMPARE(parts[3], rig.failed.text());
        rig.details()->setJob(rig.restored); // nothing of it stays
        rig.pass(1);
        QVERIFY(!says(*rig.details(), QStringLiteral("SomethingElse")));
    }

    //! In the words of the list of recovery points.
    void aBackupSaysHowConsistentItIs_data()
    {
        QTest::addColumn<QString>("wire");
        QTest::addColumn<QString>("said");
        const auto row = [](const char* wire, contract::ConsistencyType meant) {
            QTest::newRow(wire) << QString::fromLatin1(wire) << presentation::StatusWords::of(meant);
        };
        row("AppConsistent", contract::ConsistencyType::AppConsistent);
        row("FileSystemConsistent", contract::ConsistencyType::FileSystemConsistent);
        row("CrashConsistent", contract::ConsistencyType::CrashConsistent);
        QTest::newRow("none") << QString() << QStringLiteral("no such fact");
    }
    void aBackupSaysHowConsistentItIs()
    {
        QFETCH(QString, wire);
        QFETCH(QString, said);
        Rig rig;
        auto& job = rig.backend.job(rig.failed);
        job.status = JobStatus::Completed;
        job.errors.clear();
        if (!wire.isEmpty()) {
            job.propertyBag.insert(QStringLiteral("Consistency"), wire);
        }
        rig.open(rig.failed);
        rig.pass(1);
        QCOMPARE(rig.fact(QStringLiteral("Consistency")), said);
    }

    //! Nothing of the last job stands under the name of the next one.
    void aJobThatIsNotKnownYetShowsNothingOfTheLast()
    {
        Rig rig;
        rig.open(rig.failed);
        rig.pass(1);
        QVERIFY(says(*rig.details(), QStringLiteral("DefaultPolicy")));
        QVERIFY(rig.person().find(QStringLiteral("job.loading")) == nullptr);
        auto& later = rig.backend.addJob(rig.sqlItem, JobOperation::Restore, JobStatus::Completed, rig.backend.now);
        rig.end(later);
        const auto id = later.id;
        rig.details()->setJob(id);
        QCOMPARE(rig.details()->title(), QStringLiteral("Loading…"));
        QVERIFY(rig.details()->caption().isEmpty());
        QVERIFY(rig.person().find(QStringLiteral("job.loading")) != nullptr);
        for (const char* ofTheLast : {"DefaultPolicy", "UserErrorVmNotFoundV2", "Progress", "Copy the error",
                                      "Recommended action", "vm-web-01"}) {
            QVERIFY2(!says(*rig.details(), QLatin1String(ofTheLast)), ofTheLast);
        }
        rig.pass(1);
        QCOMPARE(rig.details()->title(), QStringLiteral("sql-prod-01"));
        QVERIFY(rig.person().find(QStringLiteral("job.loading")) == nullptr);
        QCOMPARE(rig.fact(QStringLiteral("Virtual machine")), QStringLiteral("sql-prod-01"));
    }

    void aJobThatIsGoneSaysSo_data()
    {
        QTest::addColumn<LanguageChoice>("language");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QSize>("size");
        const auto english = QStringLiteral("It may have been removed with its vault. Choose another job in the list.");
        const auto swedish =
            QStringLiteral("Det kan ha tagits bort tillsammans med sitt valv. Välj ett annat jobb i listan.");
        QTest::newRow("English") << LanguageChoice::English << QStringLiteral("The job is no longer there") << english
                                 << QSize(1440, 900);
        QTest::newRow("Swedish") << LanguageChoice::Swedish << QStringLiteral("Jobbet finns inte längre") << swedish
                                 << QSize(1440, 900);
        QTest::newRow("in a blade") << LanguageChoice::Swedish << QStringLiteral("Jobbet finns inte längre") << swedish
                                    << QSize(1000, 700);
    }

    void aJobThatIsGoneSaysSo()
    {
        QFETCH(LanguageChoice, language);
        QFETCH(QString, title);
        QFETCH(QString, words);
        QFETCH(QSize, size);
        Rig rig(language);
        rig.open(rig.vault.child(u"backupJobs", u"5c9e7d1a-0000-4000-8000-000000000000"), size);
        rig.pass(1);
        QCOMPARE(rig.details()->title(), title);
        QVERIFY2(says(*rig.details(), words), qPrintable(wordsOf(*rig.details()).join(QLatin1Char('\n'))));
        QVERIFY(rig.details()->caption().contains(QLatin1String("5c9e7d1a")));
        QVERIFY(rig.person().find(QStringLiteral("job.loading")) == nullptr);
        QVERIFY(rig.person().find(QStringLiteral("job.content")) == nullptr);
        const auto faults = faultsOf(*rig.window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
    }

    //! It does not come between the person and what they look at next.
    void aJobThatIsGoneIsLeft()
    {
        Rig rig;
        rig.open(rig.vault.child(u"backupJobs", u"5c9e7d1a-0000-4000-8000-000000000000"));
        rig.pass(1);
        rig.choose(QStringLiteral("sql-prod-01"), QStringLiteral("Restore"));
        rig.pass(12);
        QCOMPARE(rig.details()->job(), rig.restored);
        QCOMPARE(rig.details()->title(), QStringLiteral("sql-prod-01"));
        QVERIFY(rig.person().find(QStringLiteral("job.missing")) == nullptr);
        QTest::keyClick(rig.details(), Qt::Key_Escape);
        rig.pass(12);
        QVERIFY(rig.details() == nullptr);
    }

    //! It leaves the list while it is shown: with its vault, which somebody else has deleted, or because of its age.
    void aJobLeavesTheListWhileItIsShown_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::newRow("it is gone") << false;
        QTest::newRow("it is only too old") << true;
    }

    void aJobLeavesTheListWhileItIsShown()
    {
        QFETCH(bool, isThere);
        Rig rig;
        rig.open();
        views::JobDetails details(*rig.context);
        details.resize(details.width(), 700);
        details.show();
        details.setJob(rig.failed);
        rig.pass(1);
        QVERIFY(says(details, QStringLiteral("DefaultPolicy")));
        const auto job = rig.backend.job(rig.failed);
        rig.backend.jobs.removeIf([&job](const BackupJob& each) { return each.id == job.id; });
        if (isThere) {
            rig.backend.before = [&job](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
                return QUrl(request.target).path().endsWith(job.name)
                    ? std::optional(Result<HttpResponse>(answer(200, job.toJson())))
                    : std::nullopt;
            };
        }
        for (int i = 0; i < 3; ++i) {
            rig.session->jobs().refresh();
            rig.pass(1);
            QCOMPARE(details.title(),
                     isThere ? QStringLiteral("vm-web-01") : QStringLiteral("The job is no longer there"));
            QCOMPARE(says(details, QStringLiteral("DefaultPolicy")), isThere);
        }
    }

    void aJobThatCannotBeReadIsAskedForAgain()
    {
        Rig rig;
        const auto job = rig.backend.job(rig.restored);
        const auto id = job.id;
        rig.backend.jobs.removeIf([&id](const BackupJob& each) { return each.id == id; });
        rig.backend.before = [&id](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return QUrl(request.target).path().endsWith(id.name())
                ? std::optional(Result<HttpResponse>(answer(403, errorBody(QStringLiteral("AuthorizationFailed")))))
                : std::nullopt;
        };
        rig.open(id);
        rig.pass(2);
        QCOMPARE(rig.details()->title(), QStringLiteral("The job could not be read"));
        auto* bar = rig.person().find<views::MessageBar>(QStringLiteral("job.missing"));
        QVERIFY(bar != nullptr && !bar->sentence().isEmpty());
        rig.backend.before = {};
        rig.backend.jobs.append(job);
        for (auto* button : bar->findChildren<QAbstractButton*>()) {
            if (button->text() == QLatin1String("Try again")) {
                rig.person().click(*button, button->rect().center());
            }
        }
        rig.pass(1);
        QCOMPARE(rig.fact(QStringLiteral("Status")), QStringLiteral("Completed"));
        QVERIFY(rig.person().find(QStringLiteral("job.missing")) == nullptr);
    }

    void namesLeadToWhatTheyName()
    {
        Rig rig;
        rig.open(rig.failed);
        rig.pass(1);
        const auto link = [&rig](const QString& text) {
            for (auto* button : rig.details()->findChildren<QAbstractButton*>()) {
                if (button->text() == text && isShown(button, *rig.window)) {
                    rig.person().click(*button, button->rect().center());
                    return true;
                }
            }
            return false;
        };
        QVERIFY(link(QStringLiteral("DefaultPolicy")));
        rig.pass(1);
        QVERIFY(rig.person().find(QStringLiteral("policySummary")) != nullptr);
        rig.person().key(Qt::Key_Escape);
        settle();
        QVERIFY(link(QStringLiteral("vm-web-01")));
        settle();
        QCOMPARE(rig.window->navigator().current().subject, rig.web.text());
    }

    void cancellingAsksFirst()
    {
        Rig rig;
        rig.open();
        QVERIFY(!rig.action("jobs.cancel")->isEnabled());
        QVERIFY(!rig.action("jobs.cancel")->statusTip().isEmpty());
        rig.choose(QStringLiteral("sql-prod-01"), QStringLiteral("Restore"));
        QVERIFY(!rig.action("jobs.cancel")->isEnabled());
        QVERIFY(!rig.action("jobs.cancel")->statusTip().isEmpty());
        rig.choose(QStringLiteral("sql-prod-01"), QStringLiteral("Backup (on demand)"));
        QVERIFY(rig.action("jobs.cancel")->isEnabled());
        rig.person().command(QStringLiteral("jobs.cancel"));
        settle();
        QVERIFY(rig.person().canUse(QStringLiteral("cancelJob.submit")));
        QStringList offered;
        for (const auto* button : rig.person().find(QStringLiteral("cancelJob"))->findChildren<QAbstractButton*>()) {
            offered.append(button->text());
        }
        QVERIFY(offered.contains(QStringLiteral("Close")));
        QVERIFY(!offered.contains(QStringLiteral("Cancel"))); // which of the two would it be?
        rig.person().key(Qt::Key_Escape); // no
        settle();
        QCOMPARE(rig.backend.job(rig.running).status.value(), JobStatus::InProgress);
        rig.person().command(QStringLiteral("jobs.cancel"));
        settle();
        rig.person().click(QStringLiteral("cancelJob.submit"));
        rig.pass(3);
        QVERIFY(rig.person().find(QStringLiteral("cancelJob")) == nullptr);
        QCOMPARE(rig.backend.job(rig.running).status.value(), JobStatus::Cancelled);
        QVERIFY(says(*rig.window, QStringLiteral("Canceled")));
    }

    void aRefusedCancelIsSaid()
    {
        Rig rig;
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return QUrl(request.target).path().endsWith(QLatin1String("/cancel"))
                ? std::optional(Result<HttpResponse>(answer(409, errorBody(QStringLiteral("JobNotCancelable")))))
                : std::nullopt;
        };
        rig.open(rig.running);
        rig.pass(1);
        rig.person().click(QStringLiteral("job.cancel"));
        settle();
        rig.person().click(QStringLiteral("cancelJob.submit"));
        rig.pass(3);
        QVERIFY(rig.person().find(QStringLiteral("cancelJob.failure")) != nullptr);
        QVERIFY(rig.person().canUse(QStringLiteral("cancelJob.submit")));
    }

    //! It is asked for once; the focus waits at the blade, which says what is under way, and is where it was then.
    void aCancelIsHeldUntilItIsAnswered()
    {
        Rig rig;
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return QUrl(request.target).path().endsWith(QLatin1String("/cancel"))
                ? std::optional(Result<HttpResponse>(answer(409, errorBody(QStringLiteral("JobNotCancelable")))))
                : std::nullopt;
        };
        rig.open(rig.running);
        rig.pass(1);
        rig.person().click(QStringLiteral("job.cancel"));
        settle();
        rig.transport->hold = true;
        auto* blade = rig.person().find<views::Blade>(QStringLiteral("cancelJob"));
        auto* submit = rig.person().find(QStringLiteral("cancelJob.submit"));
        submit->setFocus(Qt::TabFocusReason);
        rig.transport->requests.clear();
        QTest::keyClick(submit, Qt::Key_Space);
        QCOMPARE(rig.window->focusWidget(), blade);
        QVERIFY(QAccessible::queryAccessibleInterface(blade)->state().busy);
        QVERIFY(says(*blade, QStringLiteral("The job is being canceled.")));
        QTest::keyClick(blade, Qt::Key_Return, Qt::ControlModifier); // twice is once
        const auto cancels =
            std::count_if(rig.transport->requests.cbegin(), rig.transport->requests.cend(), [](const auto& request) {
                return QUrl(request.target).path().endsWith(QLatin1String("/cancel"));
            });
        QCOMPARE(cancels, 1);
        rig.transport->hold = false;
        while (rig.transport->release()) {
            settle();
        }
        rig.pass(1);
        QVERIFY(!QAccessible::queryAccessibleInterface(blade)->state().busy);
        QCOMPARE(rig.window->focusWidget(), submit);
        rig.speak(LanguageChoice::Swedish);
        QVERIFY(says(*blade, QStringLiteral("Jobbet kunde inte avbrytas.")));
    }

    void closedWhileTheCancelIsUnderWay()
    {
        Rig rig;
        rig.open(rig.running);
        rig.pass(1);
        rig.person().click(QStringLiteral("job.cancel"));
        settle();
        rig.transport->hold = true;
        rig.person().click(QStringLiteral("cancelJob.submit"));
        rig.person().key(Qt::Key_Escape);
        settle();
        rig.window->navigator().open({QStringLiteral("virtualmachines"), {}, {}});
        settle();
        rig.transport->hold = false;
        while (rig.transport->release()) {
            settle();
        }
        rig.pass(4);
        QVERIFY2(rig.told().join(QLatin1Char('\n')).contains(QLatin1String("Cancel requested")),
                 qPrintable(rig.told().join(QLatin1Char('\n'))));
    }

    void inANarrowWindowTheDetailsAreABlade()
    {
        Rig rig;
        rig.open(rig.running, {1000, 700});
        rig.pass(1);
        auto* blade = rig.person().find<views::Blade>(QStringLiteral("jobs.blade"));
        QVERIFY(blade != nullptr);
        QCOMPARE(blade->title(), QStringLiteral("sql-prod-01"));
        const auto faults = faultsOf(*rig.window);
        QVERIFY2(faults.isEmpty(), qPrintable(faults));
        // Wide again: beside the list, the same job.
        rig.window->resize(1440, 900);
        settle();
        QVERIFY(rig.person().find(QStringLiteral("jobs.blade")) == nullptr);
        QVERIFY(rig.details() != nullptr);
        QCOMPARE(rig.details()->job(), rig.running);
        rig.window->resize(1000, 700);
        settle();
        QVERIFY(rig.person().find(QStringLiteral("jobs.blade")) != nullptr);
        rig.person().key(Qt::Key_Escape);
        settle();
        QVERIFY(rig.person().find(QStringLiteral("jobs.blade")) == nullptr);
        QVERIFY(rig.details() == nullptr);
    }

    void theBladeGoesWithItsPage()
    {
        Rig rig;
        rig.open(rig.failed, {1000, 700});
        rig.pass(1);
        auto* blade = rig.person().find<views::Blade>(QStringLiteral("jobs.blade"));
        QVERIFY(blade != nullptr);
        for (auto* button : blade->findChildren<QAbstractButton*>()) {
            if (button->text() == QLatin1String("vm-web-01")) {
                rig.person().click(*button, button->rect().center());
                break;
            }
        }
        settle();
        QCOMPARE(rig.window->navigator().current().subject, rig.web.text());
        QVERIFY(rig.person().find(QStringLiteral("jobs.blade")) == nullptr);
    }

    void jobsOfOneItem()
    {
        Rig rig;
        rig.show({QStringLiteral("jobs"), rig.webItem.text(), {}});
        QCOMPARE(rig.rows(), 2);
        QVERIFY(rig.page()->heading().caption.contains(QLatin1String("vm-web-01")));
    }

    void aListThatFailsIsSaid_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("server") << 500;
        QTest::newRow("forbidden") << 403;
        QTest::newRow("offline") << 0;
    }
    void aListThatFailsIsSaid()
    {
        QFETCH(int, status);
        Rig rig;
        bool ill = true;
        rig.backend.before = [&](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (!ill || !QUrl(request.target).path().endsWith(QLatin1String("/backupJobs"), Qt::CaseInsensitive)) {
                return std::nullopt;
            }
            return status == 0
                ? Result<HttpResponse>(failure("NetworkOffline", "No way there."))
                : Result<HttpResponse>(answer(status,
                                              errorBody(status == 403 ? QStringLiteral("AuthorizationFailed")
                                                                      : QStringLiteral("InternalServerError"))));
        };
        rig.open();
        auto* message = rig.person().find<views::MessageBar>(QStringLiteral("jobs.message"));
        QVERIFY(message != nullptr);
        QVERIFY(!says(*rig.window, QStringLiteral("No jobs in the chosen period")));
        ill = false;
        auto* again = message->findChild<QAbstractButton*>();
        rig.person().click(*again, again->rect().center());
        rig.pass(2);
        QCOMPARE(rig.rows(), 3); // of the last day
        QVERIFY(rig.person().find(QStringLiteral("jobs.message")) == nullptr);
    }

    void everyWordFollowsTheLanguage()
    {
        QStringList english;
        {
            Rig rig(LanguageChoice::Swedish);
            rig.open(rig.failed);
            rig.pass(1);
            const auto fresh = wordsOf(*rig.window);
            rig.speak(LanguageChoice::English);
            english = wordsOf(*rig.window);
            rig.speak(LanguageChoice::Swedish);
            QCOMPARE(difference(wordsOf(*rig.window), fresh), QString());
        }
        Rig rig(LanguageChoice::English);
        rig.open(rig.failed);
        rig.pass(1);
        QCOMPARE(difference(english, wordsOf(*rig.window)), QString());
    }
};

QTEST_MAIN(TestJobsPage)
#include "tst_jobspage.moc"
