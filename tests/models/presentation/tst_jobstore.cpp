// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/page.h"
#include "support/sessionrig.h"
#include "support/testprogram.h"

#include <QJsonArray>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

namespace tst_jobstore {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using contract::JobOperation;
using contract::JobStatus;

namespace {

struct Rig : SessionRig
{
    ArmId vault = backend.vaultId(QStringLiteral("v"));
    ArmId vm = backend.vmId(QStringLiteral("vm-web-01"));
    ArmId item = FakeBackend::itemId(vault, vm);

    Rig()
    {
        backend.addVault(QStringLiteral("v"));
        backend.addVm(QStringLiteral("vm-web-01"));
        backend.addItem(vault, vm);
        backend.before = [this](const HttpRequest& request) { return filtered(request); };
    }
    std::optional<Result<HttpResponse>> filtered(const HttpRequest& request)
    {
        const QUrl url(request.target);
        if (!hidesOlder || !url.path().endsWith(QLatin1String("/backupJobs"))) {
            return std::nullopt;
        }
        const auto filter = *contract::parseFilter(
            QUrlQuery(url).queryItemValue(QStringLiteral("$filter"), QUrl::FullyDecoded));
        const auto from = contract::parseFilterTime(filter.value(QStringLiteral("starttime")));
        const auto to = contract::parseFilterTime(filter.value(QStringLiteral("endtime")));
        const auto status = filter.value(QStringLiteral("status"));
        QJsonArray value;
        for (const auto& job : backend.jobs) {
            if ((!from || job.startTime >= *from) && (!to || job.startTime <= *to)
                && (status.isEmpty() || job.status.text() == status)) {
                value.append(job.toJson(false));
            }
        }
        return Result<HttpResponse>(answer(200, {{QStringLiteral("value"), value}}));
    }
    contract::BackupJob& add(JobStatus status, int minutesAgo = 1)
    {
        return backend.addJob(item, JobOperation::Backup, status, backend.now.addSecs(-60 * minutesAgo));
    }
    [[nodiscard]] JobStore& jobs() const { return session->jobs(); }
    //! What the lists of jobs were asked with.
    [[nodiscard]] QStringList jobFilters() const
    {
        QStringList filters;
        for (const auto& request : transport->requests) {
            const QUrl url(request.target);
            if (url.path().endsWith(QLatin1String("/backupJobs"))) {
                filters << QUrlQuery(url).queryItemValue(QStringLiteral("$filter"), QUrl::FullyDecoded);
            }
        }
        return filters;
    }
    void settleNow() const { settle(); } //!< no time passes

    bool hidesOlder = false; //!< the backend keeps to the filter of a list of jobs, which it does not otherwise
};

} // namespace

class JobStoreTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aRunningJobIsReadEverySecond();
    void manyRunningJobsTakeTurns();
    void nothingRunsAndTheListIsReadSeldom();
    void aListDoesNotTakeTheDetailsAway();
    void anOvertakenAnswerChangesNothing();
    void theEndIsToldOnce();
    void oldJobsAreNoNews();
    void aJobThatEndedUnseenIsTold();
    void waitingForTheEnd();
    void waitingForAJobThatIsNotThere();
    void tasksThatAdvanceAreTold();
    void cancelling();
    void jobsOfAnItem();
    void theUsualRate();
    void theLastDayComesFirst();
    void onlyWhatMayBeNewIsAskedForAgain();
    void olderJobsAreNoNews();
    void manyJobsAreReadForWhoLooks();
    void theLineMayBreakWhileAJobRuns();
};

void JobStoreTest::aRunningJobIsReadEverySecond()
{
    Rig rig;
    const auto id = rig.add(JobStatus::InProgress).id;
    rig.start();
    QCOMPARE(rig.jobs().countRunning(), 1);
    const auto before = rig.asked(qPrintable(id.text()));
    rig.backend.job(id).progress = 41.5;
    rig.pass(5);
    QCOMPARE(rig.asked(qPrintable(id.text())), before + 5);
    QCOMPARE(rig.jobs().find(id)->progress, std::optional<double>(41.5));
    QCOMPARE(rig.jobs().find(id)->tasks.size(), 1);
}

void JobStoreTest::manyRunningJobsTakeTurns()
{
    Rig rig;
    QList<ArmId> ids;
    for (int i = 0; i < 20; ++i) {
        ids << rig.add(JobStatus::InProgress).id;
    }
    rig.start();
    QCOMPARE(rig.jobs().countRunning(), 20);
    rig.transport->requests.clear();
    rig.pass(5);
    int reads = 0;
    for (const auto& id : ids) {
        const int read = rig.asked(qPrintable(id.text()));
        QVERIFY2(read == 2, qPrintable(id.name())); // five seconds, eight in each, twenty jobs
        reads += read;
    }
    QCOMPARE(reads, 40);
}

void JobStoreTest::nothingRunsAndTheListIsReadSeldom()
{
    Rig rig;
    rig.add(JobStatus::Completed);
    rig.start();
    rig.transport->requests.clear();
    rig.pass(25);
    QCOMPARE(rig.transport->requests.size(), 0);
    rig.pass(10);
    QCOMPARE(rig.asked("/backupJobs"), 1);
    rig.pass(60);
    QCOMPARE(rig.asked("/backupJobs"), 3);
}

void JobStoreTest::aListDoesNotTakeTheDetailsAway()
{
    Rig rig;
    const auto id = rig.add(JobStatus::Completed).id;
    rig.start();
    QVERIFY(rig.jobs().find(id)->tasks.isEmpty());
    rig.jobs().track(id);
    rig.pass(1);
    QCOMPARE(rig.jobs().find(id)->tasks.size(), 1);
    QSignalSpy changed(&rig.jobs(), &ListStoreBase::rowsChanged);
    rig.jobs().refresh();
    rig.pass(1);
    QCOMPARE(rig.jobs().find(id)->tasks.size(), 1);
    QCOMPARE(changed.count(), 0);
}

void JobStoreTest::anOvertakenAnswerChangesNothing()
{
    Rig rig;
    const auto id = rig.add(JobStatus::Completed).id;
    rig.start();
    rig.backend.job(id).status = JobStatus::InProgress; // what a slow answer would say
    QSignalSpy ended(&rig.jobs(), &JobStore::jobEnded);
    rig.jobs().refresh();
    rig.pass(2);
    QCOMPARE(rig.jobs().find(id)->status, JobStatus::Completed);
    QCOMPARE(rig.jobs().countRunning(), 0);
    QCOMPARE(ended.count(), 0);
}

void JobStoreTest::theEndIsToldOnce()
{
    Rig rig;
    const auto id = rig.add(JobStatus::InProgress).id;
    rig.start();
    QSignalSpy ended(&rig.jobs(), &JobStore::jobEnded);
    rig.backend.job(id).status = JobStatus::Failed;
    rig.pass(5);
    rig.jobs().refresh();
    rig.pass(40);
    QCOMPARE(ended.count(), 1);
    QCOMPARE(ended.first().first().value<contract::BackupJob>().status, JobStatus::Failed);
}

void JobStoreTest::oldJobsAreNoNews()
{
    Rig rig;
    rig.add(JobStatus::Completed);
    rig.add(JobStatus::Failed);
    QSignalSpy ended(&rig.jobs(), &JobStore::jobEnded);
    rig.start();
    rig.pass(3);
    QCOMPARE(rig.jobs().count(), 2);
    QCOMPARE(ended.count(), 0);
    QCOMPARE(rig.jobs().countFailed(rig.backend.now.addDays(-1)), 1);
}

void JobStoreTest::aJobThatEndedUnseenIsTold()
{
    Rig rig;
    rig.start();
    rig.pass(1);
    QSignalSpy ended(&rig.jobs(), &JobStore::jobEnded);
    rig.add(JobStatus::Completed, 0); // began and ended between two looks
    rig.pass(40);
    QCOMPARE(ended.count(), 1);
}

void JobStoreTest::waitingForTheEnd()
{
    Rig rig;
    const auto id = rig.add(JobStatus::InProgress).id;
    rig.start();
    const auto first = rig.jobs().untilEnd(id);
    const auto second = rig.jobs().untilEnd(id);
    rig.pass(2);
    QVERIFY(!first.isFinished());
    rig.backend.job(id).status = JobStatus::CompletedWithWarnings;
    rig.pass(2);
    QVERIFY(first.isFinished() && second.isFinished());
    QCOMPARE(first.result()->status, JobStatus::CompletedWithWarnings);
    QCOMPARE(first.result()->tasks.size(), 1);
    const auto late = rig.jobs().untilEnd(id);
    QVERIFY(late.isFinished() && late.result());
}

void JobStoreTest::waitingForAJobThatIsNotThere()
{
    Rig rig;
    rig.start();
    const auto future = rig.jobs().untilEnd(client::JobsClient::idOf(rig.vault, QStringLiteral("none")));
    rig.pass(2);
    QVERIFY(future.isFinished() && !future.result());
    QCOMPARE(rig.jobs().countRunning(), 0);
}

void JobStoreTest::tasksThatAdvanceAreTold()
{
    Rig rig;
    const auto id = rig.add(JobStatus::InProgress).id;
    rig.start();
    rig.pass(2);
    QSignalSpy advanced(&rig.jobs(), &JobStore::jobAdvanced);
    rig.pass(3);
    QCOMPARE(advanced.count(), 0);
    rig.backend.job(id).tasks[0].status = contract::TaskStatus::Completed;
    rig.pass(3);
    QCOMPARE(advanced.count(), 1);
}

void JobStoreTest::cancelling()
{
    Rig rig;
    const auto id = rig.add(JobStatus::InProgress).id;
    rig.start();
    QSignalSpy told(&rig.session->activities(), &ActivityHub::changed);
    const auto future = rig.jobs().cancel(id);
    rig.pass(3);
    QVERIFY(future.isFinished() && future.result());
    QCOMPARE(rig.jobs().find(id)->status, JobStatus::Cancelled);
    const auto first = told.first().first().value<Activity>();
    QCOMPARE(first.kind, ActivityKind::CancelJob);
    QCOMPARE(first.subject, QStringLiteral("vm-web-01"));
}

void JobStoreTest::jobsOfAnItem()
{
    Rig rig;
    const auto other =
        FakeBackend::itemId(rig.vault, rig.backend.vmId(QStringLiteral("vm-web-01"), QStringLiteral("rg-annan")));
    rig.add(JobStatus::Completed, 30);
    const auto latest = rig.add(JobStatus::Failed, 5).id;
    rig.backend.addJob(other, JobOperation::Backup, JobStatus::Completed, rig.backend.now);
    rig.start();
    QCOMPARE(rig.jobs().of(rig.item).size(), 2);
    QCOMPARE(rig.jobs().latestOf(rig.item)->id, latest);
    QCOMPARE(JobStore::itemOf(*rig.jobs().latestOf(rig.item)), rig.item);
    QVERIFY(!rig.jobs().latestOf(FakeBackend::itemId(rig.vault, rig.backend.vmId(QStringLiteral("none")))));
}

void JobStoreTest::theUsualRate()
{
    Rig rig;
    rig.backend.addVm(QStringLiteral("vm-web-02"));
    const auto other = rig.backend.vmId(QStringLiteral("vm-web-02"));
    const auto add = [&](const ArmId& vm, JobStatus status, int minutesAgo, qint64 read, qint64 ms) {
        auto& job = rig.add(status, minutesAgo);
        job.sourceResourceId = vm;
        job.endTime = job.startTime.addMSecs(ms);
        job.durationMs = ms;
        job.figures = contract::JobFigures{};
        job.figures->readBytes = read;
    };
    add(other, JobStatus::Completed, 10, 9'000'000, 1000);
    rig.start();
    const auto usual = [&rig](const ArmId& vm) { return rig.jobs().usualRate(JobOperation::Backup, vm); };
    QCOMPARE(usual(rig.vm), std::optional<double>(9e6)); // of another machine, where it has none of its own
    add(rig.vm, JobStatus::Completed, 60, 4'000'000, 2000);
    add(rig.vm, JobStatus::CompletedWithWarnings, 50, 6'000'000, 2000);
    add(rig.vm, JobStatus::Failed, 5, 50'000'000, 1000);
    add(rig.vm, JobStatus::Completed, 4, 0, 1000);
    add(rig.vm, JobStatus::Completed, 3, 7'000'000, 0);
    rig.jobs().refresh();
    rig.pass(1);
    QCOMPARE(usual(rig.vm), std::optional<double>(3e6)); // its own newest that went well and read something
    QVERIFY(!rig.jobs().usualRate(JobOperation::Restore, rig.vm));
}

void JobStoreTest::theLastDayComesFirst()
{
    Rig rig;
    rig.start();
    QCOMPARE(rig.jobFilters(),
             QStringList({QStringLiteral("startTime eq '2018-12-18 08:42:00 AM'"),
                          QStringLiteral("startTime eq '2018-11-19 08:42:00 AM' and endTime eq '2018-12-18 08:42:00 AM'")}));
    QVERIFY(rig.jobs().isWhole({}) && rig.jobs().isWhole(rig.vault));
    rig.transport->requests.clear();
    rig.jobs().setSince(std::nullopt);
    rig.settleNow();
    QCOMPARE(rig.jobFilters().size(), 2);
    QVERIFY2(rig.jobFilters().constLast().startsWith(QLatin1String("endTime eq '2018-12-18")),
             qPrintable(rig.jobFilters().constLast()));
}

void JobStoreTest::onlyWhatMayBeNewIsAskedForAgain()
{
    Rig rig;
    rig.add(JobStatus::Completed, 30); // 09:12 by our clock, 08:12 UTC
    rig.start();
    const auto refreshed = [&rig] {
        rig.transport->requests.clear();
        rig.jobs().refresh();
        rig.settleNow();
        return rig.jobFilters();
    };
    QCOMPARE(refreshed(), QStringList({QStringLiteral("startTime eq '2018-12-19 06:12:00 AM'")}));
    rig.add(JobStatus::InProgress, 180);
    rig.jobs().track(rig.backend.jobs.constLast().id);
    rig.settleNow();
    QCOMPARE(refreshed(), QStringList({QStringLiteral("startTime eq '2018-12-19 06:12:00 AM'")}));
    QCOMPARE(rig.jobs().count(), 2); // what was not asked for is still there
    rig.backend.jobs.removeFirst();
    refreshed();
    QCOMPARE(rig.jobs().count(), 1); // what was asked for and is gone has gone
    rig.backend.jobs.clear();
    rig.pass(2);
    QCOMPARE(rig.jobs().count(), 0); // and so has what was followed by itself
}

void JobStoreTest::olderJobsAreNoNews()
{
    Rig rig;
    rig.hidesOlder = true;
    rig.add(JobStatus::Failed, 3 * 24 * 60);
    QSignalSpy ended(&rig.jobs(), &JobStore::jobEnded);
    rig.start();
    QCOMPARE(rig.jobs().count(), 1); // it came with what is older than a day
    rig.pass(3);
    QCOMPARE(ended.count(), 0);
    rig.jobs().refresh();
    rig.pass(1);
    QCOMPARE(rig.jobs().count(), 1); // a look at what is new does not take it away
}

void JobStoreTest::manyJobsAreReadForWhoLooks()
{
    Rig rig;
    rig.hidesOlder = true;
    const auto running = rig.add(JobStatus::InProgress, 2 * 24 * 60).id;
    const auto old = rig.add(JobStatus::Completed, 2 * 24 * 60).id;
    for (int i = 0; i < 5000; ++i) {
        rig.add(JobStatus::Completed, 1);
    }
    QSignalSpy ended(&rig.jobs(), &JobStore::jobEnded);
    rig.start();
    QVERIFY(!rig.jobs().isWhole(rig.vault));
    QVERIFY(!rig.jobs().find(old));
    QVERIFY(rig.jobs().find(running)); // what runs is there, however long it has been running
    rig.jobs().want(rig.vault);
    rig.settleNow();
    QVERIFY(rig.jobs().isWhole(rig.vault));
    QVERIFY(rig.jobs().find(old));
    rig.transport->requests.clear();
    rig.jobs().want(rig.vault);
    rig.settleNow();
    QVERIFY(rig.jobFilters().isEmpty()); // it is there already
    QCOMPARE(ended.count(), 0);
}

void JobStoreTest::theLineMayBreakWhileAJobRuns()
{
    Rig rig;
    const auto id = rig.add(JobStatus::InProgress).id;
    rig.start();
    rig.backend.before = [](const HttpRequest&) -> std::optional<Result<HttpResponse>> {
        return Result<HttpResponse>(failure("NetworkOffline", "No line."));
    };
    rig.pass(20);
    QCOMPARE(rig.jobs().countRunning(), 1);
    QCOMPARE(rig.jobs().state(), LoadState::Stale);
    rig.backend.before = {};
    rig.backend.job(id).status = JobStatus::Completed;
    rig.pass(10);
    QCOMPARE(rig.jobs().find(id)->status, JobStatus::Completed);
    QCOMPARE(rig.jobs().state(), LoadState::Ready);
}

VALV_TEST_GUILESS(JobStoreTest)

} // namespace tst_jobstore

#include "tst_jobstore.moc"
