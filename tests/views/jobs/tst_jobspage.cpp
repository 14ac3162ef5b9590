// SPDX-License-Identifier: GPL-3.0-or-later
// Backup jobs: list, filters, live details, cancel and retry, through the window. Source: flows.md E.
#include "controls/blade.h"
#include "controls/pill.h"
#include "controls/pillgroup.h"
#include "jobs/jobdetails.h"
#include "presentation/text/statuswords.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"
#include "views/jobs/jobsrig.h"

namespace tst_jobspage {

using namespace valv;
using namespace valv::test;
using contract::BackupJob;
using contract::JobOperation;
using contract::JobStatus;
using contract::TaskStatus;
using presentation::LanguageChoice;

class TestJobsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestFirstWithWhatTheyDid()
    {
        JobsRig rig;
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
        JobsRig rig;
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
        JobsRig rig;
        rig.open();
        const auto* states = rig.states();
        rig.end(
            rig.backend.addJob(rig.webItem, JobOperation::Backup, JobStatus::Completed, rig.backend.now.addDays(-40)));
        rig.filter("jobs.period", QStringLiteral("all"));
        rig.session->refreshAll();
        rig.pass(3);
        QCOMPARE(rig.rows(), 5);
        rig.filter("jobs.period", QStringLiteral("30 days"));
        QCOMPARE(rig.rows(), 4);
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

    void jobsOfOneItem()
    {
        JobsRig rig;
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
        JobsRig rig;
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
            JobsRig rig(LanguageChoice::Swedish);
            rig.open(rig.failed);
            rig.pass(1);
            const auto fresh = wordsOf(*rig.window);
            rig.speak(LanguageChoice::English);
            english = wordsOf(*rig.window);
            rig.speak(LanguageChoice::Swedish);
            QCOMPARE(difference(wordsOf(*rig.window), fresh), QString());
        }
        JobsRig rig(LanguageChoice::English);
        rig.open(rig.failed);
        rig.pass(1);
        QCOMPARE(difference(english, wordsOf(*rig.window)), QString());
    }
};

VALV_TEST(TestJobsPage)

} // namespace tst_jobspage

#include "tst_jobspage.moc"
