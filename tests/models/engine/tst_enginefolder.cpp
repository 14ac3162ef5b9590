// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/imagefolder.h"
#include "models/engine/enginetest.h"
#include "models/engine/hookedsource.h"
#include "store/vault.h"
#include "support/asnobody.h"
#include "support/testprogram.h"

#include <QProcess>
#include <QStandardPaths>

#include <atomic>

#include <sys/mount.h>
#include <sys/stat.h>

namespace tst_enginefolder {

using namespace valv;
using namespace valv::test;

namespace {

constexpr const char* alone = "VALV_TEST_OWN_MOUNTS";
constexpr int patience = 60'000; // milliseconds; a busy computer

void write(const QString& path, const Bytes& bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(asArray(bytes)), qint64(bytes.size()));
}

//! The engine over a real folder with one VM, srv: two raw disks, named by a valv.json or not.
class FolderBench
{
public:
    QTemporaryDir folder;
    std::shared_ptr<Hook> hook = std::make_shared<Hook>();
    std::shared_ptr<ManualClock> clock =
        std::make_shared<ManualClock>(toInstant(QDateTime(QDate(2018, 12, 19), QTime(8, 42), Qt::UTC)));
    Bytes os = randomBytes(3 * 1024 * 1024, 1);
    Bytes data = randomBytes(2 * 1024 * 1024, 2);
    std::unique_ptr<Engine> engine;
    VirtualMachine vm;
    ArmId vault, item;

    const char* dataFolder = "data";

    [[nodiscard]] QString path(const char* name) const { return folder.filePath(QString::fromUtf8(name)); }
    [[nodiscard]] QString image(const char* name) const { return path("images/srv/") + QString::fromUtf8(name); }

    [[nodiscard]] Result<> open()
    {
        Options options;
        options.dataFolder = path(dataFolder);
        options.sources.push_back(
            std::make_unique<HookedSource>(hypervisor::makeImageFolder(path("images").toStdString()), hook));
        options.clock = clock;
        auto opened = Engine::open(std::move(options));
        if (!opened) {
            return tl::unexpected(opened.error());
        }
        engine = std::move(*opened);
        return {};
    }
    //! Opens, makes a vault, protects srv and backs it up once.
    void protect()
    {
        write(image("os.raw"), os);
        write(image("data.raw"), data);
        VALV_VERIFY(open());
        const auto vms = engine->virtualMachines();
        VALV_VERIFY(vms);
        QCOMPARE(vms->size(), 1);
        vm = vms->machine(0);
        vault = ArmId::vault(vm.id.subscriptionId(), vm.id.resourceGroup(), QStringLiteral("vault1"));
        Vault wanted;
        wanted.id = vault;
        wanted.location = vm.location;
        VALV_VERIFY(engine->putVault(wanted, {}));
        item = contract::itemId(vault, {vm.id.resourceGroup(), vm.name});
        contract::ProtectRequest request;
        request.sourceResourceId = vm.id;
        request.policyId = vault.child(QStringLiteral("backupPolicies"), QStringLiteral("DefaultPolicy"));
        VALV_VERIFY(engine->protect(item, request));
        QCOMPARE(backUp().status.text(), QStringLiteral("Completed"));
    }
    [[nodiscard]] BackupJob backUp()
    {
        clock->advance(std::chrono::minutes(1));
        const auto accepted = engine->backup(item, {});
        if (!accepted) {
            qWarning("%s", accepted.error().message.c_str());
            return {};
        }
        engine->waitForJobs();
        return engine->job(vault.child(QStringLiteral("backupJobs"), accepted->jobId)).value_or(BackupJob());
    }
    //! The code of what keeps the VM from being backed up, once the folder was looked at again.
    [[nodiscard]] QString problemAfterRefresh()
    {
        const auto accepted = engine->refreshInventory();
        const auto ended = [&] {
            const auto operation = engine->operation(vault, accepted->operationId);
            return operation && operation->status != contract::OperationState::InProgress;
        };
        if (!accepted || !QTest::qWaitFor(ended, patience)) {
            return QStringLiteral("not refreshed");
        }
        const auto now = engine->virtualMachine(vm.id);
        return !now ? codeOf(now) : now->problem ? QString::fromStdString(now->problem->code) : QString();
    }
    //! The oldest point gives back what the disks were at first.
    void verifyFirstPoint(const char* target)
    {
        const auto points = engine->recoveryPoints(item);
        VALV_VERIFY(points);
        contract::RestoreRequest request;
        request.type = contract::RecoveryType::RestoreDisks;
        request.targetFolder = path(target);
        const auto accepted = engine->restore(points->last().id, request);
        VALV_VERIFY(accepted);
        engine->waitForJobs();
        QVERIFY(contents(request.targetFolder + QStringLiteral("/os.raw")) == asArray(os));
        QVERIFY(contents(request.targetFolder + QStringLiteral("/data.raw")) == asArray(data));
    }
};

} // namespace

//! Real folders, real images, and what goes wrong with them.
class EngineFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void badImages_data();
    void badImages();
    void imagesThatChangeMeanwhile_data();
    void imagesThatChangeMeanwhile();
    void emptyFolder();
    void whoAsksSeesWhatIsNew();
    void slowSourceKeepsNobodyWaiting();
    void diskThatIsAddedAndTakenAway();
    void vaultThatMayNotBeWritten();
    void fullVaultDisk();
    void dataFolderThatMoves();
};

void EngineFolder::badImages_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("atOnce"); // seen by a look at the folder; else when the image is opened
    QTest::newRow("valv.json names a disk that is gone") << "missing"
                                                         << "DiskMissing" << true;
    QTest::newRow("valv.json is no JSON") << "facts"
                                          << "VmFactsUnreadable" << true;
    QTest::newRow("a link to nothing") << "link"
                                       << "DiskVanished" << true;
    QTest::newRow("empty file") << "empty"
                                << "DiskTruncated" << true;
    QTest::newRow("not of its format") << "format"
                                       << "DiskFormatUnknown" << true;
    QTest::newRow("qcow2 that was cut short") << "cut"
                                              << "DiskTruncated" << false;
    QTest::newRow("no permission") << "permission"
                                   << "DiskUnreadable" << true;
}

void EngineFolder::badImages()
{
    QFETCH(const QString, what);
    QFETCH(const QString, code);
    QFETCH(const bool, atOnce);
    FolderBench bench;
    bench.protect();
    const auto image = bench.image("data.raw");
    const auto facts = bench.image("valv.json");
    std::unique_ptr<AsNobody> nobody;
    if (what == QLatin1String("missing")) {
        const QByteArray text = R"({"disks": {"os.raw": {"os": true}, "data.raw": {"lun": 0}}})";
        write(facts,
              Bytes(reinterpret_cast<const std::byte*>(text.begin()), reinterpret_cast<const std::byte*>(text.end())));
        QVERIFY(QFile::remove(image));
    } else if (what == QLatin1String("facts")) {
        write(facts, Bytes(3, std::byte{'{'}));
    } else if (what == QLatin1String("link")) {
        QVERIFY(QFile::remove(image));
        QVERIFY(QFile::link(bench.path("nowhere"), image));
    } else if (what == QLatin1String("empty")) {
        QVERIFY(QFile::resize(image, 0));
    } else if (what == QLatin1String("format")) {
        write(bench.image("more.qcow2"), randomBytes(100'000, 3));
    } else if (what == QLatin1String("cut")) {
        if (QStandardPaths::findExecutable(QStringLiteral("qemu-img")).isEmpty()) {
            QSKIP("qemu-img is not installed");
        }
        const auto made = bench.image("more.qcow2");
        QCOMPARE(QProcess::execute(QStringLiteral("qemu-img"),
                                   {QStringLiteral("convert"), QStringLiteral("-O"), QStringLiteral("qcow2"),
                                    bench.image("os.raw"), made}),
                 0);
        QVERIFY(QFile::resize(made, 1024 * 1024));
    } else {
        QCOMPARE(::chmod(QFile::encodeName(image).constData(), 0), 0);
        nobody = std::make_unique<AsNobody>(bench.folder.path());
        if (!nobody->isSo()) {
            QSKIP("permissions do not count here");
        }
    }

    // The check before the backup says it, the job says it, and no point is made of what could be read.
    QCOMPARE(bench.problemAfterRefresh(), atOnce ? code : QString());
    const auto job = bench.backUp();
    QCOMPARE(job.status.text(), QStringLiteral("Failed"));
    QCOMPARE(job.errors.first().code, code);
    QVERIFY(!job.errors.first().message.isEmpty());
    QVERIFY(!job.errors.first().recommendations.isEmpty());
    QCOMPARE(bench.engine->recoveryPoints(bench.item)->size(), 1);
    bench.verifyFirstPoint("first");

    // Mended, the next backup is whole.
    nobody.reset();
    QFile::remove(bench.image("more.qcow2"));
    QFile::remove(facts);
    QFile::remove(image);
    write(image, bench.data);
    QCOMPARE(bench.problemAfterRefresh(), QString());
    QCOMPARE(bench.backUp().status.text(), QStringLiteral("Completed"));
    QCOMPARE(bench.engine->recoveryPoints(bench.item)->first().disks.size(), 2);
}

void EngineFolder::imagesThatChangeMeanwhile_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<QString>("code");
    QTest::newRow("grows") << "grow"
                           << "DiskChanged";
    QTest::newRow("vanishes") << "vanish"
                              << "DiskVanished";
    QTest::newRow("is cut short") << "cut"
                                  << "DiskTruncated";
    QTest::newRow("is written") << "write"
                                << "DiskChanged";
    QTest::newRow("is replaced") << "replace"
                                 << "DiskVanished"; // the one that was begun with
}

void EngineFolder::imagesThatChangeMeanwhile()
{
    QFETCH(const QString, what);
    QFETCH(const QString, code);
    FolderBench bench;
    bench.protect();
    const auto image = bench.image("data.raw");
    bench.hook->beforeReads = [&bench, image, what] {
        if (what == QLatin1String("grow")) {
            QFile::resize(image, 8 * 1024 * 1024);
        } else if (what == QLatin1String("vanish")) {
            QFile::remove(image);
        } else if (what == QLatin1String("cut")) {
            QFile::resize(image, 64 * 1024);
        } else if (what == QLatin1String("write")) {
            QFile file(image);
            (void)file.open(QIODevice::ReadWrite);
            file.write("changed");
        } else {
            QFile::copy(image, image + QStringLiteral(".tmp"));
            QFile::remove(image);
            QFile::rename(image + QStringLiteral(".tmp"), image);
        }
    };
    const auto job = bench.backUp();
    QCOMPARE(job.status.text(), QStringLiteral("Failed"));
    QCOMPARE(job.errors.first().code, code);
    QVERIFY(!job.errors.first().recommendations.isEmpty());
    for (const auto& task : job.tasks) {
        QVERIFY(task.status != contract::TaskStatus::InProgress);
    }
    QCOMPARE(bench.engine->recoveryPoints(bench.item)->size(), 1);
    bench.verifyFirstPoint("first");
    bench.hook->beforeReads = nullptr;
    QFile::remove(image);
    write(image, bench.data);
    QCOMPARE(bench.backUp().status.text(), QStringLiteral("Completed"));
}

void EngineFolder::emptyFolder()
{
    FolderBench bench;
    QVERIFY(QDir().mkpath(bench.path("images")));
    VALV_VERIFY(bench.open());
    const auto vms = bench.engine->virtualMachines();
    VALV_VERIFY(vms);
    QCOMPARE(vms->size(), 0);
    Vault wanted; // operations are asked for at a vault
    wanted.id = bench.vault =
        ArmId::vault(bench.engine->subscriptions().first().subscriptionId, QStringLiteral("g"), QStringLiteral("va"));
    wanted.location = QStringLiteral("swedencentral");
    contract::ResourceGroup group;
    group.id = ArmId::resourceGroup(bench.vault.subscriptionId(), QStringLiteral("g"));
    group.location = wanted.location;
    VALV_VERIFY(bench.engine->putResourceGroup(group));
    VALV_VERIFY(bench.engine->putVault(wanted, {}));
    write(bench.image("os.raw"), bench.os);
    (void)bench.problemAfterRefresh();
    QCOMPARE(bench.engine->virtualMachines()->size(), 1);
    QVERIFY(QDir(bench.path("images")).removeRecursively());
    const auto accepted = bench.engine->refreshInventory();
    VALV_VERIFY(accepted);
    QTRY_COMPARE_WITH_TIMEOUT(bench.engine->operation(bench.vault, accepted->operationId)->status.text(),
                              QStringLiteral("Failed"), patience);
    QVERIFY(bench.engine->operation(bench.vault, accepted->operationId)->error.has_value());
}

void EngineFolder::whoAsksSeesWhatIsNew()
{
    FolderBench bench;
    std::atomic_int listed = 0;
    bench.hook->beforeList = [&listed] { ++listed; };
    write(bench.image("os.raw"), bench.os);
    VALV_VERIFY(bench.open());
    QCOMPARE(bench.engine->listVirtualMachines()->size(), 1);
    QCOMPARE(bench.engine->listVirtualMachines()->size(), 1);
    QCOMPARE(listed.load(), 1); // the start has just listed
    write(bench.path("images/another/os.raw"), bench.data);
    bench.clock->advance(std::chrono::seconds(6));
    QCOMPARE(bench.engine->virtualMachines()->size(), 1); // the last known list
    QCOMPARE(bench.engine->listVirtualMachines()->size(), 2);
    QCOMPARE(bench.engine->virtualMachines()->size(), 2);
    QCOMPARE(listed.load(), 2);
    bench.clock->advance(-std::chrono::hours(1)); // somebody set the clock: how old the list is nobody knows
    QCOMPARE(bench.engine->listVirtualMachines()->size(), 2);
    QCOMPARE(listed.load(), 3);
    bench.engine.reset();
}

void EngineFolder::slowSourceKeepsNobodyWaiting()
{
    FolderBench bench;
    Gate gate;
    std::atomic_int listed = 0;
    bench.hook->beforeList = [&] {
        if (++listed > 1) {
            gate.pass();
        }
    };
    write(bench.image("os.raw"), bench.os);
    VALV_VERIFY(bench.open());
    QCOMPARE(bench.engine->listVirtualMachines()->size(), 1);
    write(bench.path("images/another/os.raw"), bench.data);
    bench.clock->advance(std::chrono::seconds(6));
    QCOMPARE(bench.engine->listVirtualMachines()->size(), 1); // as it was
    QCOMPARE(bench.engine->listVirtualMachines()->size(), 1);
    QCOMPARE(listed.load(), 2); // asked once, however many wait
    gate.open();
    QTRY_COMPARE_WITH_TIMEOUT(bench.engine->virtualMachines()->size(), 2, patience);
    QCOMPARE(bench.engine->listVirtualMachines()->size(), 2);
    QCOMPARE(listed.load(), 2); // that list was asked for after the change
    bench.engine.reset();
}

void EngineFolder::diskThatIsAddedAndTakenAway()
{
    FolderBench bench;
    bench.protect();
    const auto added = randomBytes(1024 * 1024, 4);
    write(bench.image("log.raw"), added);
    auto job = bench.backUp();
    QCOMPARE(job.status.text(), QStringLiteral("Completed"));
    QVERIFY2(job.propertyBag.value(QStringLiteral("Read in full")).contains(QStringLiteral("log")),
             qPrintable(job.propertyBag.value(QStringLiteral("Read in full"))));
    contract::RestoreRequest request;
    request.type = contract::RecoveryType::RestoreDisks;
    request.targetFolder = bench.path("with");
    VALV_VERIFY(bench.engine->restore(bench.engine->recoveryPoints(bench.item)->first().id, request));
    bench.engine->waitForJobs();
    QVERIFY(contents(bench.path("with/log.raw")) == asArray(added));
    QVERIFY(contents(bench.path("with/os.raw")) == asArray(bench.os));

    QVERIFY(QFile::remove(bench.image("log.raw")));
    QCOMPARE(bench.problemAfterRefresh(), QString());
    job = bench.backUp();
    QCOMPARE(job.status.text(), QStringLiteral("CompletedWithWarnings"));
    QCOMPARE(job.errors.size(), 1);
    QCOMPARE(job.errors.first().code, QStringLiteral("ValvDiskGone"));
    QVERIFY(job.errors.first().message.contains(QStringLiteral("The disk log ")));
    QCOMPARE(bench.engine->protectedItem(bench.item)->lastBackupStatus.text(), QStringLiteral("CompletedWithWarnings"));
    // Said once: from now on the VM has two disks.
    QCOMPARE(bench.backUp().status.text(), QStringLiteral("Completed"));
    bench.verifyFirstPoint("first");
}

void EngineFolder::vaultThatMayNotBeWritten()
{
    FolderBench bench;
    bench.protect();
    const auto folder = QFile::encodeName(bench.engine->vault(bench.vault)->folder);
    {
        const AsNobody nobody(bench.folder.path());
        if (!nobody.isSo()) {
            QSKIP("permissions do not count here");
        }
        for (const auto* part : {"/tmp", "/points", "/packs"}) {
            QCOMPARE(::chmod((folder + part).constData(), 0500), 0);
        }
        const auto job = bench.backUp();
        QCOMPARE(job.status.text(), QStringLiteral("Failed"));
        QCOMPARE(job.errors.first().code, QStringLiteral("VaultNoPermission"));
        QCOMPARE(bench.engine->recoveryPoints(bench.item)->size(), 1);
        bench.verifyFirstPoint("first");
        for (const auto* part : {"/tmp", "/points", "/packs"}) {
            QCOMPARE(::chmod((folder + part).constData(), 0700), 0);
        }
        QCOMPARE(bench.backUp().status.text(), QStringLiteral("Completed"));
    }
}

void EngineFolder::fullVaultDisk()
{
    if (!qEnvironmentVariableIsSet(alone)) {
        // A small disk of its own, which nobody else sees: this test again, in a mount namespace.
        QProcess probe;
        probe.start(QStringLiteral("unshare"), {QStringLiteral("-Urm"), QStringLiteral("true")});
        if (!probe.waitForFinished(patience) || probe.exitCode() != 0) {
            QSKIP("no mount namespaces here");
        }
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QString::fromLatin1(alone), QStringLiteral("1"));
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedChannels);
        process.start(
            QStringLiteral("unshare"),
            {QStringLiteral("-Urm"), QCoreApplication::applicationFilePath(), QStringLiteral("tst_enginefolder"),
             QStringLiteral("fullVaultDisk")});
        QVERIFY(process.waitForFinished(4 * patience));
        QCOMPARE(process.exitCode(), 0);
        return;
    }
    FolderBench bench;
    QVERIFY(QDir().mkpath(bench.path("data/vaults")));
    if (::mount("tmpfs", QFile::encodeName(bench.path("data/vaults")).constData(), "tmpfs", 0, "size=16m") != 0) {
        QSKIP("no mounts here");
    }
    bench.protect(); // 5 MiB
    const auto folder = bench.engine->vault(bench.vault)->folder;
    write(bench.image("data.raw"), randomBytes(24 * 1024 * 1024, 5));
    const auto job = bench.backUp();
    QCOMPARE(job.status.text(), QStringLiteral("Failed"));
    QCOMPARE(job.errors.first().code, QStringLiteral("VaultFull"));
    QVERIFY(job.errors.first().message.startsWith(QStringLiteral("There is no space left for the vault.")));
    QVERIFY(!job.errors.first().recommendations.isEmpty());
    QCOMPARE(bench.engine->recoveryPoints(bench.item)->size(), 1);
    bench.verifyFirstPoint("first"); // also while the disk is full
    QVERIFY(store::Vault::verifyStored(folder.toStdString())->isWhole());

    // What the failed one wrote goes by itself, and there is room for what fits.
    bench.engine->tick();
    bench.engine->waitForJobs();
    write(bench.image("data.raw"), randomBytes(4 * 1024 * 1024, 6));
    QCOMPARE(bench.backUp().status.text(), QStringLiteral("Completed"));
    QVERIFY(store::Vault::verifyStored(folder.toStdString())->isWhole());
    bench.engine.reset();
    QCOMPARE(::umount(QFile::encodeName(bench.path("data/vaults")).constData()), 0);
}

//! All of it goes along, and nothing is written to where it was.
void EngineFolder::dataFolderThatMoves()
{
    FolderBench bench;
    bench.protect();
    bench.engine.reset();
    QVERIFY(QDir().rename(bench.path("data"), bench.path("flyttad hit åäö")));
    bench.dataFolder = "flyttad hit åäö";
    VALV_VERIFY(bench.open());
    QCOMPARE(bench.backUp().status.text(), QStringLiteral("Completed"));
    QCOMPARE(bench.engine->recoveryPoints(bench.item)->size(), 2);
    bench.verifyFirstPoint("restored");
    QVERIFY(!QFileInfo::exists(bench.path("data")));
}

VALV_TEST_GUILESS(EngineFolder)

} // namespace tst_enginefolder

#include "tst_enginefolder.moc"
