// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/enginetest.h"
#include "support/testprogram.h"

namespace tst_enginebackup {

using namespace valv;
using namespace valv::test;
using contract::JobStatus;

//! Backups and restores of an engine, with the real store below it.
class EngineBackup : public QObject
{
    Q_OBJECT
private:
    static void stop(Bench& bench)
    {
        contract::ProtectRequest request;
        request.sourceResourceId = bench.vmId(QStringLiteral("web"));
        request.state = contract::ProtectionState::ProtectionStopped;
        VALV_VERIFY(bench.engine->protect(bench.itemId(QStringLiteral("web")), request));
    }

private Q_SLOTS:
    void backupAndRestoreAreIdentical();
    void unchangedSecondBackupStoresNothing();
    void incrementalReadsOnlyChanges();
    void lostBitmapReadsEverythingAndSaysSo();
    void missingBasePointReadsEverything();
    void secondBackupIsRefused();
    void queuedBackupsRunInTurn();
    void cancelStopsTheTransfer();
    void cancelOfAQueuedJob();
    void failures_data();
    void failures();
    void expiry_data();
    void expiry();
    void warnings();
    void cancelledJobIsNoLongerCancellable();
};

void EngineBackup::backupAndRestoreAreIdentical()
{
    Bench bench;
    Bytes os = randomBytes(9 * 1024 * 1024 + 512, 1);
    std::fill(os.begin() + 1024 * 1024, os.begin() + 5 * 1024 * 1024, std::byte{}); // a hole
    const std::vector<Bytes> disks{os, randomBytes(3 * 1024 * 1024, 2), Bytes(2 * 1024 * 1024)};
    addVm(*bench.estate, "web", disks);
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    VALV_VERIFY(bench.protect(QStringLiteral("web")));
    QCOMPARE(bench.engine->protectedItem(bench.itemId(QStringLiteral("web")))->state.text(),
             QStringLiteral("IRPending"));

    const auto job = bench.backUp(QStringLiteral("web"));
    QCOMPARE(job.status.text(), QStringLiteral("Completed"));
    QCOMPARE(job.tasks.size(), 2);
    QCOMPARE(job.tasks[0].taskId, QStringLiteral("Take Snapshot"));
    QCOMPARE(job.tasks[1].taskId, QStringLiteral("Transfer data to vault"));
    QCOMPARE(job.tasks[1].status.text(), QStringLiteral("Completed"));
    QVERIFY(job.figures.has_value());
    QCOMPARE(job.figures->readBytes, job.figures->totalBytes);
    QVERIFY(job.figures->totalBytes < static_cast<qint64>(os.size())); // the hole and the empty disk were not read
    QVERIFY(job.figures->storedBytes > 0);

    const auto item = bench.engine->protectedItem(bench.itemId(QStringLiteral("web")));
    QCOMPARE(item->state.text(), QStringLiteral("Protected"));
    QCOMPARE(item->lastBackupStatus.text(), QStringLiteral("Completed"));
    QCOMPARE(item->recoveryPointCount, 1);
    QVERIFY(item->nextRun.has_value());

    const auto points = bench.engine->recoveryPoints(bench.itemId(QStringLiteral("web")));
    VALV_VERIFY(points);
    QCOMPARE(points->size(), 1);
    QCOMPARE(points->first().name.size(), 15);
    QCOMPARE(points->first().consistency.text(), QStringLiteral("FileSystemConsistent"));
    QCOMPARE(points->first().consistencyReason, QStringLiteral("The test says so."));
    QCOMPARE(points->first().disks.size(), 3);
    QVERIFY(points->first().keptBy.contains(QStringLiteral("OnDemand")));
    QVERIFY(points->first().expiry.has_value());
    QCOMPARE(bench.engine->recoveryPoint(points->first().id)->name, points->first().name);

    const auto target = bench.path(QStringLiteral("restored/web"));
    const auto accepted = bench.engine->restore(points->first().id, bench.restoreRequest(target));
    VALV_VERIFY(accepted);
    QCOMPARE(accepted->operationId, accepted->jobId);
    bench.engine->waitForJobs();
    const auto restored = bench.engine->job(bench.jobId(accepted->jobId));
    VALV_VERIFY(restored);
    QCOMPARE(restored->status.text(), QStringLiteral("Completed"));
    QCOMPARE(restored->resultFolder, target);
    QCOMPARE(QDir(target).entryList(QDir::Files, QDir::Name),
             QStringList(
                 {QStringLiteral("web-data-0.raw"), QStringLiteral("web-data-1.raw"), QStringLiteral("web-os.raw")}));
    QVERIFY(contents(target + QStringLiteral("/web-os.raw")) == asArray(disks[0]));
    QVERIFY(contents(target + QStringLiteral("/web-data-0.raw")) == asArray(disks[1]));
    QVERIFY(contents(target + QStringLiteral("/web-data-1.raw")) == asArray(disks[2]));

    const auto operation = bench.engine->operation(bench.vaultId(), accepted->operationId);
    VALV_VERIFY(operation);
    QCOMPARE(operation->status.text(), QStringLiteral("Succeeded"));
    QCOMPARE(operation->jobId, accepted->jobId);
    // newest first, without tasks
    const auto jobs = bench.engine->jobs(bench.vaultId(), {});
    VALV_VERIFY(jobs);
    QCOMPARE(jobs->size(), 3);
    QCOMPARE(jobs->first().operation.text(), QStringLiteral("Restore"));
    QVERIFY(jobs->first().tasks.isEmpty());
    JobQuery query;
    query.operation = QStringLiteral("backup");
    QCOMPARE(bench.engine->jobs(bench.vaultId(), query)->size(), 1);
}

void EngineBackup::unchangedSecondBackupStoresNothing()
{
    Bench bench;
    addVm(*bench.estate, "web", {randomBytes(8 * 1024 * 1024, 3)});
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    VALV_VERIFY(bench.protect(QStringLiteral("web")));
    const auto first = bench.backUp(QStringLiteral("web"));
    bench.advance(std::chrono::hours(1));
    const auto second = bench.backUp(QStringLiteral("web"));
    QCOMPARE(second.status.text(), QStringLiteral("Completed"));
    QVERIFY(first.figures->storedBytes > 8 * 1024 * 1024);
    QVERIFY2(second.figures->storedBytes < 64 * 1024, qPrintable(QString::number(second.figures->storedBytes)));
    QCOMPARE(second.figures->changedBytes, 0);
    const auto points = bench.engine->recoveryPoints(bench.itemId(QStringLiteral("web")));
    QCOMPARE(points->size(), 2);
    QVERIFY(points->first().time > points->last().time);
}

void EngineBackup::incrementalReadsOnlyChanges()
{
    Bench bench;
    auto data = randomBytes(8 * 1024 * 1024, 4);
    const auto vm = addVm(*bench.estate, "web", {data});
    bench.estate->checkpoints = true;
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    VALV_VERIFY(bench.protect(QStringLiteral("web")));
    (void)bench.backUp(QStringLiteral("web"));
    data[5'000'000] ^= std::byte{1};
    std::fill(data.begin() + 6 * 1024 * 1024, data.begin() + 7 * 1024 * 1024, std::byte{}); // became zeros
    bench.estate->data[vm.id] = {data};
    bench.advance(std::chrono::hours(1));
    const auto job = bench.backUp(QStringLiteral("web"));
    QCOMPARE(job.status.text(), QStringLiteral("Completed"));
    QCOMPARE(job.figures->totalBytes, 64 * 1024 + 1024 * 1024);
    QVERIFY(!job.propertyBag.contains(QStringLiteral("Read in full")));
    const auto points = bench.engine->recoveryPoints(bench.itemId(QStringLiteral("web")));
    const auto target = bench.path(QStringLiteral("out"));
    VALV_VERIFY(bench.engine->restore(points->first().id, bench.restoreRequest(target)));
    bench.engine->waitForJobs();
    QVERIFY(contents(target + QStringLiteral("/web-os.raw")) == asArray(data));
}

void EngineBackup::lostBitmapReadsEverythingAndSaysSo()
{
    Bench bench;
    addVm(*bench.estate, "web", {randomBytes(2 * 1024 * 1024, 5)});
    bench.estate->checkpoints = true;
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    VALV_VERIFY(bench.protect(QStringLiteral("web")));
    (void)bench.backUp(QStringLiteral("web"));
    bench.estate->forgetCheckpoint = true;
    bench.advance(std::chrono::hours(1));
    const auto job = bench.backUp(QStringLiteral("web"));
    QCOMPARE(job.status.text(), QStringLiteral("Completed")); // not even a warning: nothing is lost
    QCOMPARE(job.propertyBag.value(QStringLiteral("Read in full")), QStringLiteral("web-os: the bitmap is missing"));
    QCOMPARE(job.figures->totalBytes, 2 * 1024 * 1024);
    QVERIFY(job.figures->storedBytes < 64 * 1024);
}

void EngineBackup::missingBasePointReadsEverything()
{
    Bench bench;
    const auto os = randomBytes(2 * 1024 * 1024, 6);
    const auto vm = addVm(*bench.estate, "web", {os});
    bench.estate->checkpoints = true;
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    VALV_VERIFY(bench.protect(QStringLiteral("web")));
    (void)bench.backUp(QStringLiteral("web"));
    // A disk was added: the source knows changes of the first, and must give the second in full.
    const auto added = randomBytes(1024 * 1024, 7);
    {
        const std::lock_guard lock(bench.estate->mutex);
        auto disk = bench.estate->vms[0].disks[0];
        disk.name = "web-data-0";
        disk.os = false;
        disk.lun = 0;
        disk.capacity = added.size();
        bench.estate->vms[0].disks.push_back(disk);
        bench.estate->data[vm.id] = {os, added};
    }
    VALV_VERIFY(bench.engine->refreshInventory());
    QTRY_COMPARE(bench.engine->virtualMachine(bench.vmId(QStringLiteral("web")))->disks.size(), 2);
    bench.advance(std::chrono::hours(1));
    const auto job = bench.backUp(QStringLiteral("web"));
    QCOMPARE(job.status.text(), QStringLiteral("Completed"));
    QCOMPARE(job.figures->totalBytes, 1024 * 1024); // nothing of the first changed
    QCOMPARE(job.propertyBag.value(QStringLiteral("Read in full")),
             QStringLiteral("web-data-0: the bitmap is missing"));
}

void EngineBackup::secondBackupIsRefused()
{
    Bench bench;
    addVm(*bench.estate, "web", {randomBytes(1024 * 1024, 8)});
    Gate gate;
    bench.estate->onRead = [&gate](std::size_t, std::uint64_t) -> Result<> {
        gate.pass();
        return {};
    };
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    VALV_VERIFY(bench.protect(QStringLiteral("web")));
    const auto first = bench.engine->backup(bench.itemId(QStringLiteral("web")), {});
    VALV_VERIFY(first);
    gate.waitUntilReached();
    const auto running = bench.engine->job(bench.jobId(first->jobId));
    QCOMPARE(running->status.text(), QStringLiteral("InProgress"));
    QVERIFY(running->cancellable);
    QCOMPARE(running->tasks[1].status.text(), QStringLiteral("InProgress"));
    QCOMPARE(bench.engine->protectedItem(bench.itemId(QStringLiteral("web")))->runningJob, first->jobId);
    const auto second = bench.engine->backup(bench.itemId(QStringLiteral("web")), {});
    const auto remove = bench.engine->deleteProtection(bench.itemId(QStringLiteral("web")));
    gate.open();
    bench.engine->waitForJobs();
    QCOMPARE(codeOf(second), QStringLiteral("BMSUserErrorObjectLocked"));
    QCOMPARE(detailOf(second), QStringLiteral("UserErrorBackupOperationInProgress"));
    QCOMPARE(codeOf(remove), QStringLiteral("BMSUserErrorObjectLocked"));
    QCOMPARE(bench.engine->job(bench.jobId(first->jobId))->status.text(), QStringLiteral("Completed"));
    QVERIFY(bench.engine->protectedItem(bench.itemId(QStringLiteral("web")))->runningJob.isEmpty());
}

void EngineBackup::queuedBackupsRunInTurn()
{
    Bench bench;
    bench.workers = 1;
    for (int i = 0; i < 4; ++i) {
        addVm(*bench.estate, "vm" + std::to_string(i), {randomBytes(512 * 1024, static_cast<unsigned>(20 + i))});
    }
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    for (int i = 0; i < 4; ++i) {
        VALV_VERIFY(bench.protect(QStringLiteral("vm%1").arg(i)));
        VALV_VERIFY(bench.engine->backup(bench.itemId(QStringLiteral("vm%1").arg(i)), {}));
    }
    bench.engine->waitForJobs();
    JobQuery query;
    query.operation = QStringLiteral("Backup");
    const auto jobs = bench.engine->jobs(bench.vaultId(), query);
    QCOMPARE(jobs->size(), 4);
    for (const auto& job : *jobs) {
        QCOMPARE(job.status.text(), QStringLiteral("Completed"));
    }
}

void EngineBackup::cancelStopsTheTransfer()
{
    Bench bench;
    addVm(*bench.estate, "web", {randomBytes(96 * 1024 * 1024, 9)});
    Gate gate;
    bench.estate->onRead = [&gate](std::size_t, std::uint64_t) -> Result<> {
        gate.pass();
        return {};
    };
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    VALV_VERIFY(bench.protect(QStringLiteral("web")));
    const auto accepted = bench.engine->backup(bench.itemId(QStringLiteral("web")), {});
    VALV_VERIFY(accepted);
    gate.waitUntilReached();
    VALV_VERIFY(bench.engine->cancelJob(bench.jobId(accepted->jobId)));
    QCOMPARE(bench.engine->job(bench.jobId(accepted->jobId))->status.text(), QStringLiteral("Cancelling"));
    gate.open();
    bench.engine->waitForJobs();
    const auto job = bench.engine->job(bench.jobId(accepted->jobId));
    QCOMPARE(job->status.text(), QStringLiteral("Cancelled"));
    QCOMPARE(job->tasks[1].status.text(), QStringLiteral("Cancelled"));
    QVERIFY(bench.estate->reads < 16); // of 24: what was being read ahead, no more
    QCOMPARE(bench.estate->aborted, 1);
    QVERIFY(bench.engine->recoveryPoints(bench.itemId(QStringLiteral("web")))->isEmpty());
    const auto item = bench.engine->protectedItem(bench.itemId(QStringLiteral("web")));
    QCOMPARE(item->state.text(), QStringLiteral("IRPending"));
    QCOMPARE(bench.backUp(QStringLiteral("web")).status.text(), QStringLiteral("Completed")); // nothing is stuck
}

void EngineBackup::cancelOfAQueuedJob()
{
    Bench bench;
    bench.workers = 1;
    addVm(*bench.estate, "a", {randomBytes(1024 * 1024, 10)});
    addVm(*bench.estate, "b", {randomBytes(1024 * 1024, 11)});
    Gate gate;
    bench.estate->onRead = [&gate](std::size_t, std::uint64_t) -> Result<> {
        gate.pass();
        return {};
    };
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    VALV_VERIFY(bench.protect(QStringLiteral("a")));
    VALV_VERIFY(bench.protect(QStringLiteral("b")));
    VALV_VERIFY(bench.engine->backup(bench.itemId(QStringLiteral("a")), {}));
    gate.waitUntilReached();
    const auto waiting = bench.engine->backup(bench.itemId(QStringLiteral("b")), {});
    VALV_VERIFY(waiting);
    VALV_VERIFY(bench.engine->cancelJob(bench.jobId(waiting->jobId)));
    QCOMPARE(bench.engine->job(bench.jobId(waiting->jobId))->status.text(), QStringLiteral("Cancelled"));
    gate.open();
    bench.engine->waitForJobs();
}

void EngineBackup::failures_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("shown");
    QTest::newRow("an image vanishes") << "read"
                                       << "DiskVanished"
                                       << "DiskVanished";
    QTest::newRow("an image is cut short") << "read"
                                           << "DiskTruncated"
                                           << "DiskTruncated";
    QTest::newRow("an image can't be read") << "read"
                                            << "DiskUnreadable"
                                            << "DiskUnreadable";
    QTest::newRow("an image grows meanwhile") << "same"
                                              << "DiskChanged"
                                              << "DiskChanged";
    QTest::newRow("the VM is gone") << "begin"
                                    << "VmNotFound"
                                    << "UserErrorVmNotFoundV2";
    QTest::newRow("the VM is not ready") << "begin"
                                         << "VmNotReady"
                                         << "UserErrorVmNotInDesirableState";
    QTest::newRow("another program writes") << "begin"
                                            << "DiskInUse"
                                            << "DiskInUse";
    QTest::newRow("an exception") << "throw"
                                  << "Unforeseen"
                                  << "BackUpOperationFailed";
    QTest::newRow("something nobody thought of") << "begin"
                                                 << "Strange"
                                                 << "BackUpOperationFailed";
}

void EngineBackup::failures()
{
    QFETCH(QString, where);
    QFETCH(QString, code);
    QFETCH(QString, shown);
    Bench bench;
    addVm(*bench.estate, "web", {randomBytes(12 * 1024 * 1024, 12)});
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    VALV_VERIFY(bench.protect(QStringLiteral("web")));
    (void)bench.backUp(QStringLiteral("web"));
    const Error error{code.toStdString(), "Words of the source.", "web-os", {}, {}};
    {
        const std::lock_guard lock(bench.estate->mutex);
        bench.estate->data.begin()->second[0][7'000'000] ^= std::byte{3};
        if (where == QStringLiteral("read")) {
            bench.estate->onRead = [error](std::size_t, std::uint64_t offset) -> Result<> {
                return offset == 0 ? Result<>() : tl::unexpected(error);
            };
        } else if (where == QStringLiteral("throw")) {
            bench.estate->onStillSame = [error]() -> Result<> { throw std::runtime_error(error.message); };
        } else if (where == QStringLiteral("same")) {
            bench.estate->onStillSame = [error]() -> Result<> { return tl::unexpected(error); };
        } else {
            bench.estate->beginError = error;
        }
    }
    bench.advance(std::chrono::hours(1));
    const auto job = bench.backUp(QStringLiteral("web"));
    QCOMPARE(job.status.text(), QStringLiteral("Failed"));
    QCOMPARE(job.errors.size(), 1);
    QCOMPARE(job.errors.first().code, shown);
    QVERIFY(job.errors.first().message.contains(QStringLiteral("Words of the source.")));
    QVERIFY(job.errors.first().number > 0);
    const auto item = bench.engine->protectedItem(bench.itemId(QStringLiteral("web")));
    QCOMPARE(item->state.text(), QStringLiteral("Protected"));
    QCOMPARE(item->lastBackupStatus.text(), QStringLiteral("Failed"));
    QCOMPARE(item->recoveryPointCount, 1); // the earlier point stands
    QCOMPARE(bench.engine->recoveryPoints(bench.itemId(QStringLiteral("web")))->size(), 1);
}

void EngineBackup::expiry_data()
{
    QTest::addColumn<QDateTime>("until");
    QTest::addColumn<QString>("detail");
    const QDateTime now(QDate(2018, 12, 19), QTime(8, 42), Qt::UTC);
    QTest::newRow("yesterday") << now.addDays(-1) << "ValRetainTillPast";
    QTest::newRow("this moment") << now << "ValRetainTillPast";
    QTest::newRow("later today") << now.addSecs(14 * 3600) << "ValRetainTillPast"; // 23:42 in Stockholm
    QTest::newRow("tomorrow") << now.addDays(1) << "";
    QTest::newRow("in 99 years") << now.addYears(99) << "";
    QTest::newRow("in 100 years") << now.addYears(100) << "ValRetainTillTooFar";
}

void EngineBackup::expiry()
{
    QFETCH(QDateTime, until);
    QFETCH(QString, detail);
    Bench bench;
    addVm(*bench.estate, "web", {randomBytes(64 * 1024, 13)});
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    VALV_VERIFY(bench.protect(QStringLiteral("web")));
    contract::BackupRequest request;
    request.expiry = until;
    const auto accepted = bench.engine->backup(bench.itemId(QStringLiteral("web")), request);
    QCOMPARE(detailOf(accepted), detail);
    QCOMPARE(codeOf(accepted), detail.isEmpty() ? QString() : QStringLiteral("BMSUserErrorInvalidInput"));
    bench.engine->waitForJobs();
    if (detail.isEmpty()) {
        QCOMPARE(bench.engine->recoveryPoints(bench.itemId(QStringLiteral("web")))->first().expiry, until);
    }
}

void EngineBackup::warnings()
{
    Bench bench;
    addVm(*bench.estate, "web", {randomBytes(64 * 1024, 14), randomBytes(64 * 1024, 15)});
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    VALV_VERIFY(bench.protect(QStringLiteral("web")));
    QCOMPARE(bench.backUp(QStringLiteral("web")).status.text(), QStringLiteral("Completed"));
    bench.estate->consistency = hypervisor::Consistency::Crash;
    bench.estate->skipped = {"web-data-0"};
    bench.advance(std::chrono::hours(1));
    const auto job = bench.backUp(QStringLiteral("web"));
    QCOMPARE(job.status.text(), QStringLiteral("CompletedWithWarnings"));
    QCOMPARE(job.errors.size(), 2);
    QCOMPARE(job.errors[0].code, QStringLiteral("ValvConsistencyFellBack"));
    QCOMPARE(job.errors[1].code, QStringLiteral("ValvDiskSkipped"));
    QVERIFY(job.errors[1].message.contains(QStringLiteral("web-data-0")));
    QCOMPARE(bench.engine->protectedItem(bench.itemId(QStringLiteral("web")))->lastBackupStatus.text(),
             QStringLiteral("CompletedWithWarnings"));
}

void EngineBackup::cancelledJobIsNoLongerCancellable()
{
    Bench bench;
    addVm(*bench.estate, "web", {randomBytes(64 * 1024, 22)});
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    const auto configured = bench.protect(QStringLiteral("web"));
    VALV_VERIFY(configured);
    bench.engine->waitForJobs();
    QCOMPARE(codeOf(bench.engine->cancelJob(bench.jobId(configured->jobId))), QStringLiteral("JobNotInProgress"));
    const auto job = bench.backUp(QStringLiteral("web"));
    QCOMPARE(codeOf(bench.engine->cancelJob(job.id)), QStringLiteral("JobNotInProgress"));
    QCOMPARE(codeOf(bench.engine->cancelJob(bench.jobId(QStringLiteral("nobody")))),
             QStringLiteral("BMSUserErrorObjectNotFound"));
    stop(bench);
    QCOMPARE(codeOf(bench.engine->backup(bench.itemId(QStringLiteral("web")), {})),
             QStringLiteral("UserErrorProtectionStopped"));
    QCOMPARE(codeOf(bench.engine->backup(bench.itemId(QStringLiteral("nobody")), {})),
             QStringLiteral("BMSUserErrorDataSourceObjectNotFound"));
}

VALV_TEST_GUILESS(EngineBackup)

} // namespace tst_enginebackup

#include "tst_enginebackup.moc"
