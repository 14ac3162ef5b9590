// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/enginetest.h"
#include "support/testprogram.h"

#include <QDirIterator>

namespace tst_enginerestore {

using namespace valv;
using namespace valv::test;

//! Restores of an engine: what is refused, what is left alone, and what a damaged point leaves behind.
class EngineRestore : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void restoreErrors();
    void restoreNeverOverwrites();
    void whatIsLookedAtBeforeARestore();
    void restoreChosenDisks();
    void restoreOfADamagedPointLeavesNothing();
};

void EngineRestore::restoreErrors()
{
    Bench bench;
    addVm(*bench.estate, "web", {randomBytes(64 * 1024, 16)});
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    VALV_VERIFY(bench.protect(QStringLiteral("web")));
    (void)bench.backUp(QStringLiteral("web"));
    const auto item = bench.itemId(QStringLiteral("web"));
    const auto point = bench.engine->recoveryPoints(item)->first().id;
    const auto good = bench.restoreRequest(bench.path(QStringLiteral("out")));
    QCOMPARE(codeOf(bench.engine->restore(item.child(QStringLiteral("recoveryPoints"), QStringLiteral("1")), good)),
             QStringLiteral("BMSUserErrorObjectNotFound"));
    auto request = good;
    request.type = contract::RecoveryType::OriginalLocation;
    QCOMPARE(detailOf(bench.engine->restore(point, request)), QStringLiteral("NotSupportedHere"));
    request = good;
    request.format = QStringLiteral("vmdk");
    QCOMPARE(codeOf(bench.engine->restore(point, request)), QStringLiteral("BMSUserErrorInvalidInput"));
    request = good;
    request.targetFolder.clear();
    QCOMPARE(detailOf(bench.engine->restore(point, request)), QStringLiteral("ValStagingRequired"));
    request.targetFolder = QStringLiteral("relative/folder");
    QCOMPARE(codeOf(bench.engine->restore(point, request)), QStringLiteral("ValvRestoreFolderInvalid"));
    request = good;
    request.type = contract::RecoveryType::AlternateLocation;
    request.targetVirtualMachineId = bench.vmId(QStringLiteral("WEB"));
    QCOMPARE(detailOf(bench.engine->restore(point, request)), QStringLiteral("ValVmNameTaken"));
    request.targetVirtualMachineId = bench.vmId(QStringLiteral("bad_name"));
    QCOMPARE(detailOf(bench.engine->restore(point, request)), QStringLiteral("ValVmNameChars"));
    request.targetVirtualMachineId = bench.vmId(QStringLiteral("web2")); // the fake source can't make VMs
    const auto accepted = bench.engine->restore(point, request);
    VALV_VERIFY(accepted);
    bench.engine->waitForJobs();
    QCOMPARE(bench.engine->job(bench.jobId(accepted->jobId))->errors.first().code, QStringLiteral("NotSupportedHere"));
}

void EngineRestore::restoreNeverOverwrites()
{
    Bench bench;
    const auto data = randomBytes(64 * 1024, 17);
    addVm(*bench.estate, "web", {data});
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    VALV_VERIFY(bench.protect(QStringLiteral("web")));
    (void)bench.backUp(QStringLiteral("web"));
    const auto point = bench.engine->recoveryPoints(bench.itemId(QStringLiteral("web")))->first().id;
    const auto target = bench.path(QStringLiteral("out"));
    QVERIFY(QDir().mkpath(target));
    QFile old(target + QStringLiteral("/web-os.raw"));
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("mine");
    old.close();
    const auto refused = bench.engine->restore(point, bench.restoreRequest(target));
    QCOMPARE(codeOf(refused), QStringLiteral("ValvRestoreTargetExists"));
    QCOMPARE(QString::fromStdString(refused.error().target), old.fileName());
    QCOMPARE(contents(old.fileName()), QByteArray("mine"));
    auto request = bench.restoreRequest(target);
    request.overwrite = true;
    VALV_VERIFY(bench.engine->restore(point, request));
    bench.engine->waitForJobs();
    QVERIFY(contents(old.fileName()) == asArray(data));
}

void EngineRestore::whatIsLookedAtBeforeARestore()
{
    Bench bench;
    addVm(*bench.estate, "web", {randomBytes(64 * 1024, 22)});
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    VALV_VERIFY(bench.protect(QStringLiteral("web")));
    (void)bench.backUp(QStringLiteral("web"));
    const auto point = bench.engine->recoveryPoints(bench.itemId(QStringLiteral("web")))->first().id;
    const auto look = [&](const contract::RestoreRequest& request) {
        QStringList all;
        const auto validation = bench.engine->validateRestore(point, request);
        if (!validation) {
            return codeOf(validation);
        }
        for (const auto& check : validation->checks) {
            all << check.check + QLatin1Char(' ') + check.state.text()
                    + (check.code.isEmpty() ? QString() : QLatin1Char(' ') + check.code);
        }
        return all.join(QStringLiteral(", "));
    };
    const auto target = bench.path(QStringLiteral("out/deep"));
    auto request = bench.restoreRequest(target);
    QCOMPARE(look(request), QStringLiteral("RecoveryPoint Passed, TargetFolder Passed, TargetSpace Passed"));
    QVERIFY(!QFileInfo::exists(bench.path(QStringLiteral("out")))); // looking makes nothing
    const auto room = bench.engine->validateRestore(point, request)->checks.last();
    QVERIFY(room.neededBytes >= 64 * 1024 && room.freeBytes > room.neededBytes);

    QVERIFY(QDir().mkpath(target));
    QFile old(target + QStringLiteral("/web-os.raw"));
    QVERIFY(old.open(QIODevice::WriteOnly));
    QCOMPARE(look(request),
             QStringLiteral("RecoveryPoint Passed, TargetFolder Warning ValvRestoreTargetExists, TargetSpace Passed"));
    request.targetFolder = old.fileName() + QStringLiteral("/below");
    QVERIFY2(look(request).contains(QStringLiteral("TargetFolder Failed ValvRestoreFolderInvalid")),
             qPrintable(look(request)));
    request.targetFolder = QStringLiteral("relative");
    QVERIFY(look(request).contains(QStringLiteral("TargetFolder Failed ValvRestoreFolderInvalid")));
    request.targetFolder.clear();
    QCOMPARE(look(request), QStringLiteral("RecoveryPoint Passed, TargetFolder Failed ValStagingRequired"));

    request.type = contract::RecoveryType::AlternateLocation;
    request.targetVirtualMachineId = bench.vmId(QStringLiteral("WEB"));
    QVERIFY(look(request).contains(QStringLiteral("TargetName Failed ValVmNameTaken")));
    request.targetVirtualMachineId = bench.vmId(QStringLiteral("web2"));
    QVERIFY(look(request).contains(QStringLiteral("TargetName Passed")));
    request.type = contract::RecoveryType::OriginalLocation;
    QCOMPARE(look(request), QStringLiteral("BMSUserErrorInvalidInput"));
}

void EngineRestore::restoreChosenDisks()
{
    Bench bench;
    addVm(*bench.estate, "web", {randomBytes(64 * 1024, 18), randomBytes(64 * 1024, 19), randomBytes(64 * 1024, 20)});
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    VALV_VERIFY(bench.protect(QStringLiteral("web")));
    (void)bench.backUp(QStringLiteral("web"));
    const auto point = bench.engine->recoveryPoints(bench.itemId(QStringLiteral("web")))->first().id;
    auto request = bench.restoreRequest(bench.path(QStringLiteral("one")));
    request.diskLuns = QList<int>();
    VALV_VERIFY(bench.engine->restore(point, request));
    request.targetFolder = bench.path(QStringLiteral("two"));
    request.diskLuns = QList<int>{1};
    VALV_VERIFY(bench.engine->restore(point, request));
    bench.engine->waitForJobs();
    QCOMPARE(QDir(bench.path(QStringLiteral("one"))).entryList(QDir::Files), QStringList{QStringLiteral("web-os.raw")});
    QCOMPARE(QDir(bench.path(QStringLiteral("two"))).entryList(QDir::Files, QDir::Name),
             QStringList({QStringLiteral("web-data-1.raw"), QStringLiteral("web-os.raw")}));
}

void EngineRestore::restoreOfADamagedPointLeavesNothing()
{
    Bench bench;
    addVm(*bench.estate, "web", {randomBytes(4 * 1024 * 1024, 21)});
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    VALV_VERIFY(bench.protect(QStringLiteral("web")));
    (void)bench.backUp(QStringLiteral("web"));
    const auto point = bench.engine->recoveryPoints(bench.itemId(QStringLiteral("web")))->first().id;
    QString largest;
    QDirIterator files(bench.engine->vault(bench.vaultId())->folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        if (largest.isEmpty() || files.fileInfo().size() > QFileInfo(largest).size()) {
            largest = files.filePath();
        }
    }
    QFile pack(largest);
    pack.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    QVERIFY(pack.open(QIODevice::ReadWrite));
    QVERIFY(pack.seek(pack.size() / 2));
    pack.write(QByteArray(16, '\x55'));
    pack.close();
    const auto target = bench.path(QStringLiteral("out"));
    const auto accepted = bench.engine->restore(point, bench.restoreRequest(target));
    VALV_VERIFY(accepted);
    bench.engine->waitForJobs();
    const auto job = bench.engine->job(bench.jobId(accepted->jobId));
    QCOMPARE(job->status.text(), QStringLiteral("Failed"));
    QCOMPARE(job->errors.first().code, QStringLiteral("ChunkDamaged"));
    QVERIFY2(job->errors.first().message.contains(QStringLiteral("web-os")), qPrintable(job->errors.first().message));
    QVERIFY(QDir(target).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

VALV_TEST_GUILESS(EngineRestore)

} // namespace tst_enginerestore

#include "tst_enginerestore.moc"
