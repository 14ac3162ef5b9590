// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/enginetest.h"
#include "support/copyfolder.h"
#include "support/testprogram.h"

#include <QDirIterator>

#include <functional>

namespace tst_enginealerts {

using namespace valv;
using namespace valv::test;
using contract::Alert;
using contract::AlertCondition;
using contract::AlertSeverity;
using contract::AlertState;

//! What is told although nobody asked, how often, and until when.
class EngineAlerts : public QObject
{
    Q_OBJECT
private:
    const QString web = QStringLiteral("web");

    static QDateTime utc(int day, int hour, int minute = 0)
    {
        return QDateTime(QDate(2018, 12, 1), QTime(hour, minute), Qt::UTC).addDays(day - 1);
    }
    void prepare(Bench& bench)
    {
        bench.clock->set(toInstant(utc(1, 9)));
        addVm(*bench.estate, "web", {randomBytes(64 * 1024, 1)});
        VALV_VERIFY(bench.open());
        VALV_VERIFY(bench.makeVault());
        auto policy = BackupPolicy::defaultPolicy();
        policy.id = bench.policyId();
        policy.timeZone = QStringLiteral("UTC");
        VALV_VERIFY(bench.engine->putPolicy(policy, {}));
        VALV_VERIFY(bench.protect(web));
    }
    static void tickAt(Bench& bench, const QDateTime& at)
    {
        bench.clock->set(toInstant(at));
        bench.engine->tick();
        bench.engine->waitForJobs();
    }
    static QList<Alert> alerts(const Bench& bench, const AlertQuery& query = {})
    {
        return bench.engine->alerts(query).value_or(QList<Alert>());
    }
    //! "Code count" of the active ones, sorted.
    static QStringList active(const Bench& bench)
    {
        QStringList texts;
        for (const auto& alert : alerts(bench)) {
            if (alert.isActive()) {
                texts.append(QStringLiteral("%1 %2").arg(alert.code).arg(alert.count));
            }
        }
        texts.sort();
        return texts;
    }
    static void fail(Bench& bench, const char* code)
    {
        const std::lock_guard lock(bench.estate->mutex);
        bench.estate->beginError = Error{code, "The disk is gone.", {}, {}, {}};
    }
    static void heal(Bench& bench)
    {
        const std::lock_guard lock(bench.estate->mutex);
        bench.estate->beginError.reset();
    }

    //! The power goes while a job reads: what was on the disk at that moment is what the next start finds.
    static void crashWhile(Bench& bench, const std::function<void()>& start)
    {
        Gate gate;
        bench.estate->onRead = [&gate](std::size_t, std::uint64_t) -> Result<> {
            gate.pass();
            return {};
        };
        start();
        gate.waitUntilReached();
        const auto data = bench.path(QStringLiteral("data"));
        const auto then = bench.path(QStringLiteral("then"));
        QVERIFY(copyFolder(data, then));
        gate.open();
        bench.engine->waitForJobs();
        bench.close();
        bench.estate->onRead = nullptr;
        QVERIFY(QDir(data).removeRecursively());
        QVERIFY(QDir().rename(then, data));
        VALV_VERIFY(bench.open());
    }

private Q_SLOTS:
    void repeatedFailureCountsUpAndEndsByItself();
    void notRaised_data();
    void notRaised();
    void missedRun();
    void oldPointWithoutAnyJob();
    void weekendOffIsNoAlarm();
    void warnings();
    void failedRestore();
    void deletedData();
    void softDelete();
    void whatAPersonMakesOfIt();
    void filters();
    void interruptedScheduledBackupRunsAgainOnce();
    void interruptedByHandIsTold();
    void retry();
};

void EngineAlerts::repeatedFailureCountsUpAndEndsByItself()
{
    Bench bench;
    prepare(bench);
    fail(bench, "DiskUnreadable");
    tickAt(bench, utc(1, 22, 30));
    QCOMPARE(active(bench), QStringList{QStringLiteral("BackupFailed 1")});
    const auto first = alerts(bench).first();
    QCOMPARE(first.severity, AlertSeverity::Critical);
    QCOMPARE(first.target, bench.itemId(web));
    QCOMPARE(first.targetName, web);
    QCOMPARE(first.facts.value(QStringLiteral("error")), QStringLiteral("DiskUnreadable"));
    QVERIFY(first.description.contains(web));
    QVERIFY(bench.engine->job(bench.jobId(first.job)).has_value());
    tickAt(bench, utc(2, 22, 30));
    QCOMPARE(active(bench), QStringList{QStringLiteral("BackupFailed 2")}); // one alert, not two
    QCOMPARE(alerts(bench).first().raised, first.raised);
    QCOMPARE(alerts(bench).first().last, utc(2, 22, 30));
    QVERIFY(alerts(bench).first().job != first.job);
    heal(bench);
    tickAt(bench, utc(3, 22, 30));
    QVERIFY(active(bench).isEmpty());
    QCOMPARE(alerts(bench).size(), 1);
    QCOMPARE(alerts(bench).first().condition, AlertCondition::Resolved);
    QCOMPARE(alerts(bench).first().resolved, utc(3, 22, 30));
    fail(bench, "DiskUnreadable");
    tickAt(bench, utc(4, 22, 30));
    QCOMPARE(active(bench), QStringList{QStringLiteral("BackupFailed 1")}); // a new story
    QCOMPARE(alerts(bench).size(), 2);
    contract::ProtectRequest stop; // nothing is backed up any more: nothing fails
    stop.state = contract::ProtectionState::ProtectionStopped;
    VALV_VERIFY(bench.engine->protect(bench.itemId(web), stop));
    QVERIFY(active(bench).isEmpty());
    bench.clock->set(toInstant(utc(300, 0)));
    bench.engine->tick();
    bench.engine->waitForJobs();
    QVERIFY(alerts(bench).isEmpty()); // old stories are forgotten
}

void EngineAlerts::notRaised_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("cancelled");
    QTest::newRow("the machine is gone") << QStringLiteral("VmNotFound") << false;
    QTest::newRow("a person cancelled it") << QString() << true;
}

void EngineAlerts::notRaised()
{
    QFETCH(QString, code);
    QFETCH(bool, cancelled);
    Bench bench;
    prepare(bench);
    if (!cancelled) {
        fail(bench, code.toLatin1().constData());
        (void)bench.backUp(web);
    } else {
        Gate gate;
        bench.estate->onRead = [&gate](std::size_t, std::uint64_t) -> Result<> {
            gate.pass();
            return {};
        };
        const auto accepted = bench.engine->backup(bench.itemId(web), {});
        VALV_VERIFY(accepted);
        gate.waitUntilReached();
        VALV_VERIFY(bench.engine->cancelJob(bench.jobId(accepted->jobId)));
        gate.open();
        bench.engine->waitForJobs();
        QCOMPARE(bench.engine->job(bench.jobId(accepted->jobId))->status, contract::JobStatus::Cancelled);
    }
    QVERIFY(alerts(bench).isEmpty());
}

void EngineAlerts::missedRun()
{
    Bench bench;
    prepare(bench);
    tickAt(bench, utc(1, 22, 30));
    QCOMPARE(bench.engine->protectedItem(bench.itemId(web))->missedRuns, 0);
    bench.close(); // off for two nights
    bench.clock->set(toInstant(utc(4, 7)));
    VALV_VERIFY(bench.open());
    Gate gate;
    bench.estate->onRead = [&gate](std::size_t, std::uint64_t) -> Result<> {
        gate.pass();
        return {};
    };
    bench.engine->tick();
    gate.waitUntilReached();
    QCOMPARE(active(bench), QStringList{QStringLiteral("MissedRun 1")});
    const auto missed = alerts(bench).first();
    QCOMPARE(missed.severity, AlertSeverity::Warning);
    QCOMPARE(missed.facts.value(QStringLiteral("missed")), QStringLiteral("2"));
    QCOMPARE(missed.facts.value(QStringLiteral("since")), QStringLiteral("2018-12-02T22:30:00Z"));
    auto item = bench.engine->protectedItem(bench.itemId(web));
    QCOMPARE(item->missedRuns, 2);
    QCOMPARE(item->lastMissedRun, utc(3, 22, 30));
    bench.engine->tick(); // however often it is looked at: one backup makes up for both
    gate.open();
    bench.engine->waitForJobs();
    bench.estate->onRead = nullptr;
    QVERIFY(active(bench).isEmpty());
    tickAt(bench, utc(4, 8));
    QCOMPARE(bench.engine->jobs(bench.vaultId(), {})->size(), 3); // configured, the first night, the one that made up
    tickAt(bench, utc(4, 22, 30)); // on time again: nothing is missed any more, but it is not forgotten either
    item = bench.engine->protectedItem(bench.itemId(web));
    QCOMPARE(item->missedRuns, 0);
    QCOMPARE(item->lastMissedRun, utc(3, 22, 30));
}

void EngineAlerts::oldPointWithoutAnyJob()
{
    Bench bench;
    prepare(bench);
    tickAt(bench, utc(1, 22, 30));
    {
        const std::lock_guard lock(bench.estate->mutex);
        bench.estate->vms.clear(); // gone: that is no failure of the backup, but the point grows old
    }
    VALV_VERIFY(bench.engine->refreshInventory());
    bench.engine->waitForJobs();
    tickAt(bench, utc(2, 22, 30));
    tickAt(bench, utc(3, 22, 30));
    QVERIFY(active(bench).isEmpty());
    tickAt(bench, utc(4, 22, 30)); // three days to the minute
    QVERIFY(active(bench).isEmpty());
    tickAt(bench, utc(4, 22, 31));
    QCOMPARE(active(bench), QStringList{QStringLiteral("PointTooOld 1")});
    tickAt(bench, utc(4, 22, 32));
    tickAt(bench, utc(5, 22, 30));
    QCOMPARE(active(bench), QStringList{QStringLiteral("PointTooOld 1")}); // said once
    QCOMPARE(alerts(bench).first().severity, AlertSeverity::Critical);
    QCOMPARE(alerts(bench).first().facts.value(QStringLiteral("since")), QStringLiteral("2018-12-01T22:30:00Z"));
}

void EngineAlerts::weekendOffIsNoAlarm()
{
    Bench bench;
    prepare(bench);
    tickAt(bench, utc(1, 22, 30));
    bench.close();
    bench.clock->set(toInstant(utc(30, 8))); // four weeks in a drawer: the backup that makes up for them comes first
    VALV_VERIFY(bench.open());
    bench.engine->tick();
    bench.engine->waitForJobs();
    bench.engine->tick();
    QVERIFY(active(bench).isEmpty());
    QCOMPARE(alerts(bench).size(), 1); // that runs were missed was said
    QCOMPARE(alerts(bench).first().code, QStringLiteral("MissedRun"));
}

void EngineAlerts::warnings()
{
    Bench bench;
    prepare(bench);
    (void)bench.backUp(web);
    bench.estate->consistency = hypervisor::Consistency::Crash;
    QCOMPARE(bench.backUp(web).status, contract::JobStatus::CompletedWithWarnings);
    QCOMPARE(active(bench), QStringList{QStringLiteral("BackupWithWarnings 1")});
    QCOMPARE(alerts(bench).first().severity, AlertSeverity::Warning);
    bench.estate->consistency = hypervisor::Consistency::FileSystem;
    QCOMPARE(bench.backUp(web).status, contract::JobStatus::Completed);
    QVERIFY(active(bench).isEmpty());
}

void EngineAlerts::failedRestore()
{
    Bench bench;
    prepare(bench);
    (void)bench.backUp(web);
    const auto point = bench.engine->recoveryPoints(bench.itemId(web))->first();
    const auto target = bench.path(QStringLiteral("out"));
    const auto packs = QDir(bench.engine->vault(bench.vaultId())->folder + QStringLiteral("/packs"));
    QStringList files;
    QDirIterator it(packs.path(), QDir::Files, QDirIterator::Subdirectories);
    while (it.hasNext()) {
        files.append(it.next());
    }
    QVERIFY(!files.isEmpty());
    for (const auto& file : files) {
        QVERIFY(QFile::rename(file, file + QStringLiteral(".away")));
    }
    const auto accepted = bench.engine->restore(point.id, bench.restoreRequest(target));
    VALV_VERIFY(accepted);
    bench.engine->waitForJobs();
    QCOMPARE(bench.engine->job(bench.jobId(accepted->jobId))->status, contract::JobStatus::Failed);
    // What it could not read was looked at: the vault is damaged, and that is told beside.
    QCOMPARE(active(bench), (QStringList{QStringLiteral("RestoreFailed 1"), QStringLiteral("VaultDamaged 1")}));
    for (const auto& file : files) {
        QVERIFY(QFile::rename(file + QStringLiteral(".away"), file));
    }
    VALV_VERIFY(bench.engine->checkNow(bench.vaultId()));
    bench.engine->waitForJobs();
    QCOMPARE(active(bench), QStringList{QStringLiteral("RestoreFailed 1")});
    const auto again = bench.engine->retryJob(bench.jobId(accepted->jobId));
    VALV_VERIFY(again);
    bench.engine->waitForJobs();
    QCOMPARE(bench.engine->job(bench.jobId(again->jobId))->status, contract::JobStatus::Completed);
    QVERIFY(active(bench).isEmpty());
    QVERIFY(contents(target + QStringLiteral("/web-os.raw")) == asArray(randomBytes(64 * 1024, 1)));
}

void EngineAlerts::deletedData()
{
    Bench bench;
    prepare(bench);
    (void)bench.backUp(web);
    VALV_VERIFY(bench.engine->deleteProtection(bench.itemId(web)));
    QCOMPARE(active(bench), QStringList{QStringLiteral("BackupDataDeleted 1")});
    QCOMPARE(alerts(bench).first().severity, AlertSeverity::Critical);
    contract::ProtectRequest undelete;
    undelete.rehydrate = true;
    VALV_VERIFY(bench.engine->protect(bench.itemId(web), undelete));
    QVERIFY(active(bench).isEmpty());
    bench.advance(std::chrono::minutes(1));
    VALV_VERIFY(bench.engine->deleteProtection(bench.itemId(web)));
    QCOMPARE(active(bench), QStringList{QStringLiteral("BackupDataDeleted 1")});
    VALV_VERIFY(bench.engine->setAlertState(alerts(bench).first().name, AlertState::Closed, QStringLiteral("anna")));
    QVERIFY(active(bench).isEmpty());
    QCOMPARE(alerts(bench).first().condition, AlertCondition::Resolved); // nothing else could take the cause away
}

void EngineAlerts::softDelete()
{
    Bench bench;
    prepare(bench);
    const auto set = [&bench](const char* state) {
        const QJsonObject properties{{QStringLiteral("softDeleteFeatureState"), QString::fromLatin1(state)}};
        return bench.engine->setVaultConfig(bench.vaultId(), {{QStringLiteral("properties"), properties}});
    };
    VALV_VERIFY(set("Disabled"));
    VALV_VERIFY(set("Disabled"));
    QCOMPARE(active(bench), QStringList{QStringLiteral("SoftDeleteOff 1")});
    QCOMPARE(alerts(bench).first().target, bench.vaultId());
    VALV_VERIFY(set("Enabled"));
    QVERIFY(active(bench).isEmpty());
    VALV_VERIFY(set("Disabled"));
    VALV_VERIFY(bench.engine->deleteProtection(bench.itemId(web)));
    bench.engine->waitForJobs();
    QCOMPARE(active(bench), (QStringList{QStringLiteral("BackupDataDeleted 1"), QStringLiteral("SoftDeleteOff 1")}));
    VALV_VERIFY(bench.engine->deleteVault(bench.vaultId(), {}));
    QCOMPARE(active(bench), QStringList{QStringLiteral("BackupDataDeleted 1")}); // a person is still to know of that
}

void EngineAlerts::whatAPersonMakesOfIt()
{
    Bench bench;
    prepare(bench);
    fail(bench, "DiskUnreadable");
    (void)bench.backUp(web);
    const auto name = alerts(bench).first().name;
    const auto set = [&](AlertState state) { return bench.engine->setAlertState(name, state, QStringLiteral("anna")); };
    VALV_VERIFY(set(AlertState::Acknowledged));
    (void)bench.backUp(web);
    QCOMPARE(alerts(bench).first().state, AlertState::Acknowledged); // who is at work on it is not asked again
    QCOMPARE(alerts(bench).first().changedBy, QStringLiteral("anna"));
    QCOMPARE(alerts(bench).first().count, 2);
    const auto closed = set(AlertState::Closed);
    VALV_VERIFY(closed);
    QVERIFY(!closed->isActive());
    QCOMPARE(closed->condition, AlertCondition::Fired); // it still fails, says the machine
    (void)bench.backUp(web);
    QCOMPARE(active(bench), QStringList{QStringLiteral("BackupFailed 3")});
    QCOMPARE(alerts(bench).first().state, AlertState::New); // who thought it was over is told
    QCOMPARE(codeOf(bench.engine->setAlertState(QStringLiteral("nothing"), AlertState::Closed, {})),
             QStringLiteral("BMSUserErrorObjectNotFound"));
    bench.close();
    VALV_VERIFY(bench.open());
    QCOMPARE(active(bench), QStringList{QStringLiteral("BackupFailed 3")});
}

void EngineAlerts::filters()
{
    Bench bench;
    prepare(bench);
    addVm(*bench.estate, "web2", {randomBytes(64 * 1024, 2)});
    VALV_VERIFY(bench.engine->refreshInventory());
    bench.engine->waitForJobs();
    QTRY_VERIFY(bench.protect(QStringLiteral("web2")).has_value());
    fail(bench, "DiskUnreadable");
    (void)bench.backUp(web);
    (void)bench.backUp(QStringLiteral("web2"));
    bench.clock->set(toInstant(utc(2, 9)));
    const QJsonObject off{{QStringLiteral("softDeleteFeatureState"), QStringLiteral("Disabled")}};
    VALV_VERIFY(bench.engine->setVaultConfig(bench.vaultId(), {{QStringLiteral("properties"), off}}));
    heal(bench);
    bench.advance(std::chrono::minutes(1));
    (void)bench.backUp(web);
    const auto count = [&bench](auto change) {
        AlertQuery query;
        change(query);
        return alerts(bench, query).size();
    };
    QCOMPARE(count([](auto&) {}), 3);
    QCOMPARE(count([](auto& q) { q.condition = QStringLiteral("fired"); }), 2);
    QCOMPARE(count([](auto& q) { q.condition = QStringLiteral("Resolved"); }), 1);
    QCOMPARE(count([](auto& q) { q.state = QStringLiteral("New"); }), 3);
    QCOMPARE(count([](auto& q) { q.severity = AlertSeverity::Critical; }), 3);
    QCOMPARE(count([](auto& q) { q.severity = AlertSeverity::Warning; }), 0);
    QCOMPARE(count([&](auto& q) { q.target = bench.vaultId(); }), 3);
    QCOMPARE(count([&](auto& q) { q.target = bench.itemId(web); }), 1); // not web2's
    QCOMPARE(count([&](auto& q) { q.from = utc(2, 0); }), 1);
    QCOMPARE(count([&](auto& q) { q.to = utc(2, 0); }), 2);
    QCOMPARE(alerts(bench).first().code, QStringLiteral("BackupFailed")); // newest change first: that it is over
}

void EngineAlerts::interruptedScheduledBackupRunsAgainOnce()
{
    Bench bench;
    prepare(bench);
    for (int attempt = 1; attempt <= 2; ++attempt) {
        bench.clock->set(toInstant(utc(1, 22, 29 + attempt)));
        crashWhile(bench, [&bench] { bench.engine->tick(); });
        // The first time it simply runs again; a machine that fells the program fells it no third time.
        QCOMPARE(active(bench), attempt == 2 ? QStringList{QStringLiteral("BackupFailed 1")} : QStringList());
        QCOMPARE(bench.engine->jobs(bench.vaultId(), {})->first().errors.first().code,
                 QStringLiteral("JobInterrupted"));
    }
    tickAt(bench, utc(1, 22, 40));
    JobQuery query;
    query.operation = QStringLiteral("Backup");
    QCOMPARE(bench.engine->jobs(bench.vaultId(), query)->size(), 2);
    tickAt(bench, utc(2, 22, 30));
    QCOMPARE(bench.engine->jobs(bench.vaultId(), query)->size(), 3);
    QVERIFY(active(bench).isEmpty());
}

void EngineAlerts::interruptedByHandIsTold()
{
    Bench bench;
    prepare(bench);
    crashWhile(bench, [&] { VALV_VERIFY(bench.engine->backup(bench.itemId(web), {})); });
    QCOMPARE(active(bench), QStringList{QStringLiteral("BackupFailed 1")});
    tickAt(bench, utc(1, 10));
    QCOMPARE(bench.engine->jobs(bench.vaultId(), {})->size(), 2); // nobody asked for it twice
}

void EngineAlerts::retry()
{
    Bench bench;
    prepare(bench);
    fail(bench, "DiskUnreadable");
    tickAt(bench, utc(1, 22, 30));
    const auto failed = alerts(bench).first().job;
    heal(bench);
    bench.clock->set(toInstant(utc(2, 7)));
    const auto again = bench.engine->retryJob(bench.jobId(failed));
    VALV_VERIFY(again);
    bench.engine->waitForJobs();
    const auto job = bench.engine->job(bench.jobId(again->jobId));
    QCOMPARE(job->status, contract::JobStatus::Completed);
    QCOMPARE(codeOf(bench.engine->retryJob(bench.jobId(again->jobId))), QStringLiteral("JobNotRetryable"));
    const auto points = bench.engine->recoveryPoints(bench.itemId(web));
    QVERIFY(points->first().keptBy.contains(QStringLiteral("Daily"))); // it is the night's point all the same
    tickAt(bench, utc(2, 7, 1));
    QCOMPARE(bench.engine->recoveryPoints(bench.itemId(web))->size(), 1);

    fail(bench, "DiskUnreadable"); // on demand: with the date that was asked for
    contract::BackupRequest request;
    request.expiry = utc(100, 0);
    const auto onDemand = bench.engine->backup(bench.itemId(web), request);
    VALV_VERIFY(onDemand);
    bench.engine->waitForJobs();
    heal(bench);
    VALV_VERIFY(bench.engine->retryJob(bench.jobId(onDemand->jobId)));
    bench.engine->waitForJobs();
    QCOMPARE(bench.engine->recoveryPoints(bench.itemId(web))->first().expiry, utc(100, 0));
    const auto configured = bench.engine->jobs(bench.vaultId(), {})->last();
    QCOMPARE(codeOf(bench.engine->retryJob(configured.id)), QStringLiteral("JobNotRetryable"));
    QCOMPARE(codeOf(bench.engine->retryJob(bench.jobId(QStringLiteral("none")))),
             QStringLiteral("BMSUserErrorObjectNotFound"));
}

VALV_TEST_GUILESS(EngineAlerts)

} // namespace tst_enginealerts

#include "tst_enginealerts.moc"
