// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/catalogue.h"
#include "hypervisor/imagefolder.h"
#include "models/engine/enginetest.h"
#include "store/vault.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <sys/wait.h>
#include <unistd.h>

#include <csignal>

using namespace valv;
using namespace valv::test;

//! What is left after a crash, a wrong key, a second instance; and a vault that went to another machine.
class EngineRecovery : public QObject
{
    Q_OBJECT
private:
    //! Starts this program again as the one that is killed; answers its pid and the read end of its pipe.
    static pid_t startChild(const QString& folder, const char* moment, int& pipeEnd);

private Q_SLOTS:
    void killedInTheMiddle_data();
    void killedInTheMiddle();
    void closedInTheMiddle();
    void closedWhileRestoring();
    void secondInstance();
    void unwritableDataFolder();
    void damagedCatalogue();
    void largeCatalogueIsCheckedAfterTheStart();
    void wrongKeyFile();
    void missingVaultFolder();
    void copiedVaultExplainsItself();
    void newVmInAnImageFolder();

public:
    static int child(const QString& folder, const QByteArray& moment);
};

namespace {

const std::vector<Bytes> earlier{randomBytes(3 * 1024 * 1024, 100)};
const std::vector<Bytes> later{randomBytes(24 * 1024 * 1024, 101)};

void tell(char what)
{
    (void)!::write(STDOUT_FILENO, &what, 1);
}

} // namespace

//! Runs in a process of its own: says 'x' at the moment that it is to be killed at, and waits for that.
int EngineRecovery::child(const QString& folder, const QByteArray& moment)
{
    auto estate = std::make_shared<Estate>();
    addVm(*estate, "web", later);
    const auto waitForTheEnd = []() -> Result<> {
        tell('x');
        for (;;) {
            ::pause();
        }
    };
    if (moment == "reading") {
        estate->onRead = [waitForTheEnd](std::size_t, std::uint64_t offset) -> Result<> {
            return offset < 16 * 1024 * 1024 ? Result<>() : waitForTheEnd();
        };
    } else if (moment == "manifest") {
        estate->onStillSame = waitForTheEnd;
    }
    Options options;
    options.dataFolder = folder;
    options.sources.push_back(std::make_unique<FakeSource>(estate));
    auto engine = Engine::open(std::move(options));
    if (!engine) {
        return 1;
    }
    const auto subscription = (*engine)->subscriptions().first().subscriptionId;
    const auto vault = ArmId::vault(subscription, QStringLiteral("nordvik-rg"), QStringLiteral("vault1"));
    const auto item = contract::itemId(vault, {QStringLiteral("nordvik-rg"), QStringLiteral("web")});
    if (!(*engine)->backup(item, {})) {
        return 2;
    }
    (*engine)->waitForJobs();
    tell('x'); // "done": killed after the point is safe
    for (;;) {
        ::pause();
    }
}

pid_t EngineRecovery::startChild(const QString& folder, const char* moment, int& pipeEnd)
{
    int ends[2];
    if (::pipe(ends) != 0) {
        return -1;
    }
    const auto program = QCoreApplication::applicationFilePath().toLocal8Bit();
    const auto where = folder.toLocal8Bit();
    const pid_t pid = ::fork();
    if (pid == 0) {
        ::dup2(ends[1], STDOUT_FILENO);
        ::close(ends[0]);
        ::close(ends[1]);
        ::execl(program.constData(), program.constData(), "--child", where.constData(), moment, nullptr);
        ::_exit(127);
    }
    ::close(ends[1]);
    pipeEnd = ends[0];
    return pid;
}

void EngineRecovery::killedInTheMiddle_data()
{
    QTest::addColumn<QByteArray>("moment");
    QTest::addColumn<int>("points");
    QTest::newRow("while disks are read") << QByteArray("reading") << 1;
    QTest::newRow("before the manifest") << QByteArray("manifest") << 1;
    QTest::newRow("after the end") << QByteArray("done") << 2;
}

void EngineRecovery::killedInTheMiddle()
{
    QFETCH(QByteArray, moment);
    QFETCH(int, points);
    Bench bench;
    addVm(*bench.estate, "web", earlier);
    bench.clock->set(SystemClock().now() - std::chrono::hours(1));
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    VALV_VERIFY(bench.protect(QStringLiteral("web")));
    QCOMPARE(bench.backUp(QStringLiteral("web")).status.text(), QStringLiteral("Completed"));
    bench.close();

    int pipeEnd = -1;
    const auto pid = startChild(bench.path(QStringLiteral("data")), moment.constData(), pipeEnd);
    QVERIFY(pid > 0);
    char told = 0;
    QCOMPARE(::read(pipeEnd, &told, 1), ssize_t(1));
    QCOMPARE(told, 'x');
    ::kill(pid, SIGKILL);
    int status = 0;
    QCOMPARE(::waitpid(pid, &status, 0), pid);
    ::close(pipeEnd);

    bench.clock->set(SystemClock().now());
    VALV_VERIFY(bench.open());
    JobQuery query;
    query.operation = QStringLiteral("Backup");
    const auto jobs = bench.engine->jobs(bench.vaultId(), query);
    VALV_VERIFY(jobs);
    QCOMPARE(jobs->size(), 2);
    const auto& last = jobs->first();
    if (points == 1) {
        QCOMPARE(last.status.text(), QStringLiteral("Failed"));
        QCOMPARE(last.errors.first().code, QStringLiteral("JobInterrupted"));
        QVERIFY(last.errors.first().message.contains(QStringLiteral("Earlier recovery points are intact")));
        QVERIFY(last.endTime.has_value());
    } else {
        QCOMPARE(last.status.text(), QStringLiteral("Completed"));
    }
    const auto item = bench.itemId(QStringLiteral("web"));
    QVERIFY(bench.engine->protectedItem(item)->runningJob.isEmpty());
    QCOMPARE(bench.engine->recoveryPoints(item)->size(), points);
    QCOMPARE(bench.engine->protectedItem(item)->recoveryPointCount, points);
    bench.engine->tick(); // tidies what the killed one left in the vault
    bench.engine->waitForJobs();
    const auto oldest = bench.engine->recoveryPoints(item)->last().id;
    VALV_VERIFY(bench.engine->restore(oldest, bench.restoreRequest(bench.path(QStringLiteral("out")))));
    bench.engine->waitForJobs();
    QVERIFY(contents(bench.path(QStringLiteral("out/web-os.raw"))) == asArray(earlier[0]));
    bench.advance(std::chrono::minutes(1));
    QCOMPARE(bench.backUp(QStringLiteral("web")).status.text(), QStringLiteral("Completed")); // nothing is stuck
}

void EngineRecovery::closedInTheMiddle()
{
    Bench bench;
    bench.workers = 1;
    addVm(*bench.estate, "web", later);
    addVm(*bench.estate, "db", earlier);
    Gate gate;
    bench.estate->onRead = [&gate](std::size_t, std::uint64_t) -> Result<> {
        gate.pass();
        return {};
    };
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    VALV_VERIFY(bench.protect(QStringLiteral("web")));
    VALV_VERIFY(bench.protect(QStringLiteral("db")));
    const auto running = bench.engine->backup(bench.itemId(QStringLiteral("web")), {});
    const auto waiting = bench.engine->backup(bench.itemId(QStringLiteral("db")), {});
    VALV_VERIFY(running);
    VALV_VERIFY(waiting);
    gate.waitUntilReached();
    std::thread closer([&bench] { bench.close(); });
    gate.open();
    closer.join();
    bench.estate->onRead = nullptr;
    VALV_VERIFY(bench.open());
    for (const auto& accepted : {*running, *waiting}) {
        const auto job = bench.engine->job(bench.jobId(accepted.jobId));
        VALV_VERIFY(job);
        const bool finished = job->status == contract::JobStatus::Completed; // closed too late for the first
        QVERIFY(finished || job->errors.first().code == QStringLiteral("JobInterrupted"));
        QVERIFY(!job->isRunning());
    }
    QCOMPARE(bench.backUp(QStringLiteral("db")).status.text(), QStringLiteral("Completed"));
}

void EngineRecovery::closedWhileRestoring()
{
    Bench bench;
    addVm(*bench.estate, "web", earlier);
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    VALV_VERIFY(bench.protect(QStringLiteral("web")));
    (void)bench.backUp(QStringLiteral("web"));
    const auto target = bench.path(QStringLiteral("out"));
    const auto point = bench.engine->recoveryPoints(bench.itemId(QStringLiteral("web")))->first().id;
    const auto accepted = bench.engine->restore(point, bench.restoreRequest(target));
    VALV_VERIFY(accepted);
    (void)bench.engine->cancelJob(bench.jobId(accepted->jobId)); // may come too late: then it is whole
    bench.engine->waitForJobs();
    const auto job = bench.engine->job(bench.jobId(accepted->jobId));
    const auto files = QDir(target).entryList(QDir::Files | QDir::Hidden);
    if (job->status == contract::JobStatus::Cancelled) {
        QVERIFY(files.isEmpty());
    } else {
        QCOMPARE(files, QStringList{QStringLiteral("web-os.raw")});
    }
}

void EngineRecovery::secondInstance()
{
    Bench bench;
    VALV_VERIFY(bench.open());
    Options options;
    options.dataFolder = bench.path(QStringLiteral("data"));
    QCOMPARE(codeOf(Engine::open(std::move(options))), QStringLiteral("DataFolderInUse"));
    bench.close();
    VALV_VERIFY(bench.open());
}

void EngineRecovery::unwritableDataFolder()
{
    Options options;
    options.dataFolder = QStringLiteral("/proc/valv");
    QCOMPARE(codeOf(Engine::open(std::move(options))), QStringLiteral("DataFolderUnwritable"));
}

void EngineRecovery::damagedCatalogue()
{
    Bench bench;
    VALV_VERIFY(bench.open());
    bench.close();
    QFile file(bench.path(QStringLiteral("data/catalogue.sqlite")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(10000, 'x'));
    file.close();
    QCOMPARE(codeOf(bench.open()), QStringLiteral("CatalogueDamaged"));
}

// It takes seconds, and what can be shown need not wait for it.
void EngineRecovery::largeCatalogueIsCheckedAfterTheStart()
{
    Bench bench;
    addVm(*bench.estate, "web", earlier);
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    bench.close();
    const auto name = bench.path(QStringLiteral("data/catalogue.sqlite"));
    qint64 page = 0; // of a table that nobody asks for meanwhile
    {
        const auto catalogue = Catalogue::open(name);
        VALV_VERIFY(catalogue);
        for (int i = 0; i < 20; ++i) {
            VALV_VERIFY((*catalogue)
                            ->write(QStringLiteral("INSERT INTO operations(id, vault, status, started, error_message)"
                                                   " VALUES(?, '', 'Failed', 0, ?)"),
                                    {QStringLiteral("operation-%1").arg(i), QString(1024 * 1024, QLatin1Char('x'))}));
        }
        const auto root =
            (*catalogue)->value(QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE name='storage_samples'"));
        VALV_VERIFY(root);
        page = (*root)->toLongLong() - 1;
        VALV_VERIFY((*catalogue)->value(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)")));
    }
    QFile file(name);
    QCOMPARE_GT(file.size(), Catalogue::smallFile);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(page * 4096));
    file.write(QByteArray(4096, '\0'));
    file.close();
    VALV_VERIFY(bench.open());
    QCOMPARE(bench.engine->vaults()->size(), 1); // it can be read until the damage is known
    QCOMPARE(codeOf(bench.engine->readyForChanges()), QStringLiteral("CatalogueDamaged"));
    QCOMPARE(codeOf(bench.engine->vaults()), QStringLiteral("CatalogueDamaged"));
}

void EngineRecovery::wrongKeyFile()
{
    Bench bench;
    addVm(*bench.estate, "web", earlier);
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    VALV_VERIFY(bench.protect(QStringLiteral("web")));
    bench.close();
    const auto keys = QDir(bench.path(QStringLiteral("data/keys"))).entryInfoList(QDir::Files);
    const auto path = keys.first().filePath();
    QVERIFY(QFile::rename(path, path + QStringLiteral(".mine")));
    VALV_VERIFY(store::RecoveryKey::generate().writeFile(path.toStdString(), "vault1", "x"));
    VALV_VERIFY(bench.open());
    auto job = bench.backUp(QStringLiteral("web"));
    QCOMPARE(job.status.text(), QStringLiteral("Failed"));
    QCOMPARE(job.errors.first().code, QStringLiteral("VaultWrongKey"));
    QVERIFY(!job.errors.first().recommendations.isEmpty());
    QFile::remove(path);
    QVERIFY(QFile::rename(path + QStringLiteral(".mine"), path));
    bench.advance(std::chrono::minutes(1));
    QCOMPARE(bench.backUp(QStringLiteral("web")).status.text(), QStringLiteral("Completed"));
}

void EngineRecovery::missingVaultFolder()
{
    Bench bench;
    addVm(*bench.estate, "web", earlier);
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    VALV_VERIFY(bench.protect(QStringLiteral("web")));
    const auto folder = bench.engine->vault(bench.vaultId())->folder;
    bench.close();
    QVERIFY(QDir().rename(folder, folder + QStringLiteral("-away")));
    VALV_VERIFY(bench.open());
    QCOMPARE(bench.engine->protectedItems(bench.vaultId())->size(), 1); // lists need no vault
    const auto job = bench.backUp(QStringLiteral("web"));
    QCOMPARE(job.errors.first().code, QStringLiteral("VaultNotFound"));
    QVERIFY(QDir().rename(folder + QStringLiteral("-away"), folder));
    bench.advance(std::chrono::minutes(1));
    QCOMPARE(bench.backUp(QStringLiteral("web")).status.text(), QStringLiteral("Completed"));
}

void EngineRecovery::copiedVaultExplainsItself()
{
    Bench bench;
    addVm(*bench.estate, "web", earlier);
    VALV_VERIFY(bench.open());
    VALV_VERIFY(bench.makeVault());
    VALV_VERIFY(bench.protect(QStringLiteral("web")));
    (void)bench.backUp(QStringLiteral("web"));
    const auto folder = bench.engine->vault(bench.vaultId())->folder;
    const auto typed = *bench.engine->recoveryKey(bench.vaultId());
    bench.close();
    const auto copy = bench.path(QStringLiteral("another-machine"));
    QVERIFY(QDir().rename(folder, copy));

    const auto key = store::RecoveryKey::fromText(typed.toLower().toStdString());
    VALV_VERIFY(key);
    const auto vault = store::Vault::open(copy.toStdString(), *key);
    VALV_VERIFY(vault);
    const auto points = (*vault)->points();
    VALV_VERIFY(points);
    QCOMPARE(points->size(), std::size_t(1));
    QCOMPARE(QString::fromStdString(points->front().header.vmName), QStringLiteral("web"));
    const auto documents = (*vault)->documents();
    VALV_VERIFY(documents);
    QStringList names;
    for (const auto& document : *documents) {
        names.append(QString::fromStdString(document.name));
        QVERIFY(QJsonDocument::fromJson(QByteArray::fromStdString(document.text)).isObject());
    }
    QCOMPARE(names,
             QStringList({QStringLiteral("items/nordvik-rg;web"), QStringLiteral("policies/defaultpolicy"),
                          QStringLiteral("vault")}));
    const auto reader = (*vault)->openPoint(points->front().header.id);
    VALV_VERIFY(reader);
    Bytes read(earlier[0].size());
    VALV_VERIFY((*reader)->read(0, 0, read));
    QVERIFY(read == earlier[0]);
}

//! The whole way over real files: image folder, vault, a new VM beside the old one.
void EngineRecovery::newVmInAnImageFolder()
{
    QTemporaryDir folder;
    const auto images = folder.filePath(QStringLiteral("images"));
    QVERIFY(QDir().mkpath(images + QStringLiteral("/srv")));
    for (const auto* name : {"os", "data"}) {
        QFile image(images + QStringLiteral("/srv/%1.raw").arg(QLatin1String(name)));
        QVERIFY(image.open(QIODevice::WriteOnly));
        image.write(asArray(earlier[0]));
        image.resize(8 * 1024 * 1024);
    }
    Options options;
    options.dataFolder = folder.filePath(QStringLiteral("data"));
    options.sources.push_back(hypervisor::makeImageFolder(images.toStdString()));
    auto engine = Engine::open(std::move(options));
    VALV_VERIFY(engine);
    const auto vms = (*engine)->virtualMachines();
    VALV_VERIFY(vms);
    QCOMPARE(vms->size(), 1);
    const auto vm = vms->machine(0);
    QCOMPARE(vm.disks.size(), 2);
    Vault vault;
    vault.id = ArmId::vault(vm.id.subscriptionId(), vm.id.resourceGroup(), QStringLiteral("vault1"));
    vault.location = vm.location;
    VALV_VERIFY((*engine)->putVault(vault, {}));
    const auto item = contract::itemId(vault.id, {vm.id.resourceGroup(), vm.name});
    contract::ProtectRequest request;
    request.sourceResourceId = vm.id;
    request.policyId = vault.id.child(QStringLiteral("backupPolicies"), QStringLiteral("DefaultPolicy"));
    VALV_VERIFY((*engine)->protect(item, request));
    const auto backup = (*engine)->backup(item, {});
    VALV_VERIFY(backup);
    (*engine)->waitForJobs();
    const auto points = (*engine)->recoveryPoints(item);
    VALV_VERIFY(points);
    QCOMPARE(points->size(), 1);
    contract::RestoreRequest restore;
    restore.type = contract::RecoveryType::AlternateLocation;
    restore.targetVirtualMachineId =
        ArmId::virtualMachine(vm.id.subscriptionId(), vm.id.resourceGroup(), QStringLiteral("srv-new"));
    const auto accepted = (*engine)->restore(points->first().id, restore);
    VALV_VERIFY(accepted);
    (*engine)->waitForJobs();
    const auto job = (*engine)->job(vault.id.child(QStringLiteral("backupJobs"), accepted->jobId));
    QVERIFY2(job->status == contract::JobStatus::Completed,
             job->errors.isEmpty() ? "" : qPrintable(job->errors.first().message));
    QCOMPARE(job->tasks.size(), 2);
    const auto made = (*engine)->virtualMachine(restore.targetVirtualMachineId); // listed when the job has ended
    VALV_VERIFY(made);
    QCOMPARE(made->disks.size(), 2);
    for (const auto& disk : made->disks) {
        QByteArray expected = asArray(earlier[0]);
        expected.resize(8 * 1024 * 1024);
        std::fill(expected.begin() + static_cast<qsizetype>(earlier[0].size()), expected.end(), '\0');
        QVERIFY(contents(disk.path) == expected);
    }
    QCOMPARE(codeOf((*engine)->restore(points->first().id, restore)), QStringLiteral("BMSUserErrorInvalidInput"));
}

int main(int argc, char** argv)
{
    QCoreApplication app(argc, argv);
    if (argc == 4 && qstrcmp(argv[1], "--child") == 0) {
        return EngineRecovery::child(QString::fromLocal8Bit(argv[2]), argv[3]);
    }
    EngineRecovery test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_enginerecovery.moc"
