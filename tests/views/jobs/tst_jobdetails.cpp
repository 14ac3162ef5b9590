// SPDX-License-Identifier: GPL-3.0-or-later
// What one job says of itself, live, and what can be done with it. Source: flows.md E3, E4.
#include "controls/blade.h"
#include "controls/pill.h"
#include "controls/pillgroup.h"
#include "controls/progressbar.h"
#include "controls/stepslist.h"
#include "jobs/jobdetails.h"
#include "presentation/models/jobmodel.h"
#include "presentation/text/statuswords.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"
#include "views/jobs/jobsrig.h"

#include <QClipboard>

namespace tst_jobdetails {

using namespace valv;
using namespace valv::test;
using contract::BackupJob;
using contract::JobOperation;
using contract::JobStatus;
using contract::TaskStatus;
using presentation::LanguageChoice;

class TestJobDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void detailsFollowTheListAndTheJob()
    {
        JobsRig rig;
        rig.open();
        rig.table()->setFocus(Qt::TabFocusReason);
        rig.table()->setCurrentIndex(rig.table()->model()->index(0, 0));
        rig.person().key(Qt::Key_Return);
        rig.pass(2);
        QVERIFY(rig.details() != nullptr);
        QVERIFY(rig.table()->isMarked(0));
        QCOMPARE(rig.page()->routeNow({}).part, rig.running.text());
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
        QVERIFY(!rig.table()->isMarked(1));
        QCOMPARE(rig.page()->routeNow({QStringLiteral("jobs"), {}, rig.running.text()}).part, QString());
        QCOMPARE(rig.page()->routeNow({QStringLiteral("jobs"), {}, QStringLiteral("failed")}).part,
                 QStringLiteral("failed"));
    }

    //! A bar and how much is done, for the eye and for the ear.
    void progressStandsInTheList()
    {
        JobsRig rig(LanguageChoice::Swedish);
        rig.open();
        const auto index = rig.table()->model()->index(0, presentation::JobModel::Status);
        const auto cell = rig.table()->cell(index);
        QVERIFY(cell.progress && *cell.progress == 0.25);
        QCOMPARE(spaced(cell.progressText), QStringLiteral("25 %"));
        QCOMPARE(spaced(index.data(Qt::AccessibleTextRole).toString()), QStringLiteral("Status: Pågår, 25 %"));
    }

    void aFailedJobSaysWhatToDo()
    {
        JobsRig rig;
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
    //! Steps that took a minute of a job that took ten are no riddle.
    void theWaitIsTold()
    {
        JobsRig rig;
        auto& job = rig.backend.job(rig.failed); // took 252 s
        job.tasks[0].startTime = job.startTime.addSecs(180);
        job.tasks[0].durationMs = 72'000;
        rig.open(rig.failed);
        rig.pass(2);
        QCOMPARE(rig.fact(QStringLiteral("Duration")), QStringLiteral("4 min 12 s"));
        QCOMPARE(rig.fact(QStringLiteral("Of which waiting")), QStringLiteral("3 min"));
        rig.backend.job(rig.failed).tasks[0].startTime = rig.backend.job(rig.failed).startTime.addSecs(5);
        rig.open(rig.failed);
        rig.session->refreshAll();
        rig.pass(2);
        rig.choose(QStringLiteral("sql-prod-01"), QStringLiteral("Restore"));
        QCOMPARE(rig.fact(QStringLiteral("Of which waiting")), QStringLiteral("no such fact"));
    }

    //! The alert ends with the run that makes up for them; the job goes on saying it.
    void missedRunsAreTold()
    {
        JobsRig rig;
        auto& job = rig.backend.job(rig.failed);
        job.propertyBag.insert(QStringLiteral("Missed runs"), QStringLiteral("2"));
        job.propertyBag.insert(QStringLiteral("Missed since"), QStringLiteral("2018-12-17T21:30:00Z"));
        rig.open(rig.failed);
        rig.pass(2);
        QCOMPARE(rig.fact(QStringLiteral("Missed runs")), QStringLiteral("2, since 17 Dec 2018, 22:30"));
    }

    //! A restore whose first location was lost tells where the points came from.
    void theSecondLocationIsTold()
    {
        JobsRig rig;
        rig.backend.job(rig.failed).propertyBag.insert(QStringLiteral("Read from"), QStringLiteral("/mnt/second/valv"));
        rig.open(rig.failed);
        rig.pass(2);
        QCOMPARE(rig.fact(QStringLiteral("Read from")), QStringLiteral("/mnt/second/valv"));
    }

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
        JobsRig rig(words);
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
        JobsRig rig;
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
        JobsRig rig;
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
        JobsRig rig(language);
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

    //! The focus comes into the list by itself when the page opens: nobody has asked for its first job.
    void theFocusReplacesNoJob()
    {
        JobsRig rig;
        rig.open(rig.vault.child(u"backupJobs", u"5c9e7d1a-0000-4000-8000-000000000000"));
        rig.pass(1);
        auto* list = rig.table();
        list->clearFocus();
        list->setFocus(Qt::OtherFocusReason);
        QTRY_VERIFY(list->currentIndex().isValid());
        QCOMPARE(rig.details()->title(), QStringLiteral("The job is no longer there"));
        rig.person().click(*list, list->model()->index(0, 1));
        rig.pass(1);
        QVERIFY(rig.details()->title() != QStringLiteral("The job is no longer there"));
    }

    //! It does not come between the person and what they look at next.
    void aJobThatIsGoneIsLeft()
    {
        JobsRig rig;
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
        JobsRig rig;
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
        JobsRig rig;
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
        JobsRig rig;
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
        JobsRig rig;
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
        JobsRig rig;
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
        JobsRig rig;
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
        JobsRig rig;
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
        JobsRig rig;
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
        JobsRig rig;
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
};

VALV_TEST(TestJobDetails)

} // namespace tst_jobdetails

#include "tst_jobdetails.moc"
