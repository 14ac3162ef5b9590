// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/enginetest.h"
#include "support/testprogram.h"

namespace tst_engineschedule {

using namespace valv;
using namespace valv::test;

//! Due, missed and expired: an engine whose clock is moved.
class EngineSchedule : public QObject
{
    Q_OBJECT
private:
    static QDateTime utc(int year, int month, int day, int hour, int minute = 0)
    {
        return {QDate(year, month, day), QTime(hour, minute), Qt::UTC};
    }
    static void prepare(Bench& bench, const QDateTime& start, const QTime& time, const QString& zone, int days = 7)
    {
        bench.clock->set(toInstant(start));
        addVm(*bench.estate, "web", {randomBytes(64 * 1024, 1)});
        VALV_VERIFY(bench.open());
        VALV_VERIFY(bench.makeVault());
        auto policy = contract::BackupPolicy::defaultPolicy();
        policy.id = bench.policyId(QStringLiteral("Nightly"));
        policy.name = QStringLiteral("Nightly");
        policy.runTime = time;
        policy.timeZone = zone;
        policy.daily->days = days;
        VALV_VERIFY(bench.engine->putPolicy(policy, {}));
        VALV_VERIFY(bench.protect(QStringLiteral("web"), QStringLiteral("Nightly")));
    }
    static QList<BackupJob> backupsAfterTickAt(Bench& bench, const QDateTime& at)
    {
        bench.clock->set(toInstant(at));
        bench.engine->tick();
        bench.engine->waitForJobs();
        JobQuery query;
        query.operation = QStringLiteral("Backup");
        auto jobs = bench.engine->jobs(bench.vaultId(), query).value_or(QList<BackupJob>());
        for (auto& job : jobs) {
            job = bench.engine->job(job.id).value_or(BackupJob());
        }
        return jobs;
    }

private Q_SLOTS:
    void newScheduleCountsFromNow();
    void dueRunStartsOnce();
    void missedRunsStartOneBackupThatSaysSo();
    void daylightSaving();
    void runningJobDelaysADueRun();
    void stoppedItemsDoNotRun();
    void expiredPointsGo();
    void daysWithoutBackupExpireNothing();
    void onDemandPointsGoOnTheirDate();
    void stoppedItemsKeepEverything();
};

void EngineSchedule::newScheduleCountsFromNow()
{
    Bench bench;
    prepare(bench, utc(2018, 12, 19, 9), QTime(22, 30), QStringLiteral("UTC"));
    QCOMPARE(backupsAfterTickAt(bench, utc(2018, 12, 19, 22, 29)).size(), 0); // last night's run is none of ours
    QCOMPARE(*bench.engine->protectedItem(bench.itemId(QStringLiteral("web")))->nextRun, utc(2018, 12, 19, 22, 30));
}

void EngineSchedule::dueRunStartsOnce()
{
    Bench bench;
    prepare(bench, utc(2018, 12, 19, 9), QTime(22, 30), QStringLiteral("UTC"));
    auto jobs = backupsAfterTickAt(bench, utc(2018, 12, 19, 22, 30));
    QCOMPARE(jobs.size(), 1);
    QVERIFY(!jobs.first().userTriggered);
    QCOMPARE(jobs.first().policyName, QStringLiteral("Nightly"));
    QVERIFY(!jobs.first().propertyBag.contains(QStringLiteral("Missed runs")));
    QCOMPARE(backupsAfterTickAt(bench, utc(2018, 12, 19, 22, 31)).size(), 1);
    QCOMPARE(backupsAfterTickAt(bench, utc(2018, 12, 20, 22, 30)).size(), 2);
    const auto points = bench.engine->recoveryPoints(bench.itemId(QStringLiteral("web")));
    QCOMPARE(points->first().keptBy, (QStringList{QStringLiteral("Daily"), QStringLiteral("LastGood")}));
}

void EngineSchedule::missedRunsStartOneBackupThatSaysSo()
{
    Bench bench;
    prepare(bench, utc(2018, 12, 19, 9), QTime(22, 30), QStringLiteral("UTC"));
    bench.close(); // off for three nights
    bench.clock->set(toInstant(utc(2018, 12, 22, 7)));
    VALV_VERIFY(bench.open());
    const auto jobs = backupsAfterTickAt(bench, utc(2018, 12, 22, 7));
    QCOMPARE(jobs.size(), 1);
    QCOMPARE(jobs.first().propertyBag.value(QStringLiteral("Missed runs")), QStringLiteral("3"));
    QCOMPARE(jobs.first().propertyBag.value(QStringLiteral("Missed since")), QStringLiteral("2018-12-19T22:30:00Z"));
    QCOMPARE(backupsAfterTickAt(bench, utc(2018, 12, 22, 8)).size(), 1);
    bench.close(); // and a restart repeats nothing
    VALV_VERIFY(bench.open());
    QCOMPARE(backupsAfterTickAt(bench, utc(2018, 12, 22, 9)).size(), 1);
    QCOMPARE(backupsAfterTickAt(bench, utc(2018, 12, 22, 22, 30)).size(), 2);
}

void EngineSchedule::daylightSaving()
{
    Bench bench; // 31 March 2019: 02:00 becomes 03:00 in Stockholm, so 02:30 does not exist
    prepare(bench, utc(2019, 3, 30, 12), QTime(2, 30), QStringLiteral("W. Europe Standard Time"));
    QCOMPARE(backupsAfterTickAt(bench, utc(2019, 3, 31, 0, 59)).size(), 0);
    QCOMPARE(backupsAfterTickAt(bench, utc(2019, 3, 31, 1, 30)).size(), 1);
    QCOMPARE(backupsAfterTickAt(bench, utc(2019, 3, 31, 23)).size(), 1);
    QCOMPARE(backupsAfterTickAt(bench, utc(2019, 4, 1, 0, 29)).size(), 1);
    QCOMPARE(backupsAfterTickAt(bench, utc(2019, 4, 1, 0, 30)).size(), 2); // the wall clock is followed
    // 27 October 2019: 02:30 comes twice and runs once
    (void)backupsAfterTickAt(bench, utc(2019, 10, 26, 12));
    const auto before = backupsAfterTickAt(bench, utc(2019, 10, 26, 13)).size();
    QCOMPARE(backupsAfterTickAt(bench, utc(2019, 10, 27, 0, 30)).size(), before + 1);
    QCOMPARE(backupsAfterTickAt(bench, utc(2019, 10, 27, 1, 30)).size(), before + 1);
    QCOMPARE(backupsAfterTickAt(bench, utc(2019, 10, 27, 2, 0)).size(), before + 1);
}

void EngineSchedule::runningJobDelaysADueRun()
{
    Bench bench;
    prepare(bench, utc(2018, 12, 19, 9), QTime(22, 30), QStringLiteral("UTC"));
    Gate gate;
    bench.estate->onRead = [&gate](std::size_t, std::uint64_t) -> Result<> {
        gate.pass();
        return {};
    };
    VALV_VERIFY(bench.engine->backup(bench.itemId(QStringLiteral("web")), {}));
    gate.waitUntilReached();
    bench.clock->set(toInstant(utc(2018, 12, 19, 22, 30)));
    bench.engine->tick();
    gate.open();
    bench.engine->waitForJobs();
    QCOMPARE(backupsAfterTickAt(bench, utc(2018, 12, 19, 22, 31)).size(), 2);
}

void EngineSchedule::stoppedItemsDoNotRun()
{
    Bench bench;
    prepare(bench, utc(2018, 12, 19, 9), QTime(22, 30), QStringLiteral("UTC"));
    contract::ProtectRequest stop;
    stop.state = contract::ProtectionState::ProtectionStopped;
    VALV_VERIFY(bench.engine->protect(bench.itemId(QStringLiteral("web")), stop));
    QCOMPARE(backupsAfterTickAt(bench, utc(2018, 12, 21, 22, 30)).size(), 0);
    VALV_VERIFY(bench.protect(QStringLiteral("web"), QStringLiteral("Nightly")));
    QCOMPARE(backupsAfterTickAt(bench, utc(2018, 12, 21, 22, 31)).size(), 0); // resumed: counts from now
    QCOMPARE(backupsAfterTickAt(bench, utc(2018, 12, 22, 22, 30)).size(), 1);
}

void EngineSchedule::expiredPointsGo()
{
    Bench bench;
    prepare(bench, utc(2018, 12, 1, 9), QTime(22, 30), QStringLiteral("UTC"), 7);
    const auto item = bench.itemId(QStringLiteral("web"));
    for (int day = 1; day <= 12; ++day) {
        (void)backupsAfterTickAt(bench, utc(2018, 12, day, 22, 30));
    }
    bench.engine->tick();
    bench.engine->waitForJobs();
    const auto points = bench.engine->recoveryPoints(item);
    QCOMPARE(points->size(), 7);
    QCOMPARE(points->last().time, utc(2018, 12, 6, 22, 30));
    QCOMPARE(bench.engine->protectedItem(item)->recoveryPointCount, 7);
    QCOMPARE(*bench.engine->protectedItem(item)->oldestRecoveryPoint, utc(2018, 12, 6, 22, 30));
    // what is left can still be restored
    VALV_VERIFY(bench.engine->restore(points->last().id, bench.restoreRequest(bench.path(QStringLiteral("out")))));
    bench.engine->waitForJobs();
    QVERIFY(contents(bench.path(QStringLiteral("out/web-os.raw"))) == asArray(randomBytes(64 * 1024, 1)));
}

void EngineSchedule::daysWithoutBackupExpireNothing()
{
    Bench bench;
    prepare(bench, utc(2018, 12, 1, 9), QTime(22, 30), QStringLiteral("UTC"), 7);
    for (int day = 1; day <= 3; ++day) {
        (void)backupsAfterTickAt(bench, utc(2018, 12, day, 22, 30));
    }
    bench.estate->beginError = Error{"VmNotReady", "Off.", {}, {}, {}}; // nothing succeeds for a month
    for (int day = 4; day <= 31; ++day) {
        (void)backupsAfterTickAt(bench, utc(2018, 12, day, 22, 30));
    }
    QCOMPARE(bench.engine->recoveryPoints(bench.itemId(QStringLiteral("web")))->size(), 3);
    bench.estate->beginError.reset();
    (void)backupsAfterTickAt(bench, utc(2019, 1, 1, 22, 30));
    bench.engine->tick();
    bench.engine->waitForJobs();
    QCOMPARE(bench.engine->recoveryPoints(bench.itemId(QStringLiteral("web")))->size(), 1);
}

void EngineSchedule::onDemandPointsGoOnTheirDate()
{
    Bench bench;
    prepare(bench, utc(2018, 12, 1, 9), QTime(22, 30), QStringLiteral("UTC"), 30);
    contract::BackupRequest request;
    request.expiry = utc(2018, 12, 5, 0);
    VALV_VERIFY(bench.engine->backup(bench.itemId(QStringLiteral("web")), request));
    bench.engine->waitForJobs();
    (void)backupsAfterTickAt(bench, utc(2018, 12, 4, 22, 30));
    bench.engine->tick();
    bench.engine->waitForJobs();
    QCOMPARE(bench.engine->recoveryPoints(bench.itemId(QStringLiteral("web")))->size(), 2);
    (void)backupsAfterTickAt(bench, utc(2018, 12, 5, 0, 1));
    const auto points = bench.engine->recoveryPoints(bench.itemId(QStringLiteral("web")));
    QCOMPARE(points->size(), 1);
    QVERIFY(points->first().keptBy.contains(QStringLiteral("Daily")));
}

void EngineSchedule::stoppedItemsKeepEverything()
{
    Bench bench;
    prepare(bench, utc(2018, 12, 1, 9), QTime(22, 30), QStringLiteral("UTC"), 7);
    (void)backupsAfterTickAt(bench, utc(2018, 12, 1, 22, 30));
    (void)backupsAfterTickAt(bench, utc(2018, 12, 2, 22, 30));
    contract::ProtectRequest stop;
    stop.state = contract::ProtectionState::ProtectionStopped;
    VALV_VERIFY(bench.engine->protect(bench.itemId(QStringLiteral("web")), stop));
    (void)backupsAfterTickAt(bench, utc(2028, 12, 1, 0));
    QCOMPARE(bench.engine->recoveryPoints(bench.itemId(QStringLiteral("web")))->size(), 2);
}

VALV_TEST_GUILESS(EngineSchedule)

} // namespace tst_engineschedule

#include "tst_engineschedule.moc"
