// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/enginetest.h"
#include "store/vault.h"
#include "support/asnobody.h"
#include "support/copyfolder.h"
#include "support/testprogram.h"

#include <QDirIterator>
#include <QJsonDocument>

#include <sys/stat.h>

namespace tst_engineattach {

using namespace valv;
using namespace valv::test;

//! A vault's folder that goes to another machine and is attached there, with its recovery key alone.
class EngineAttach : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void bringsAllBack();
    void bringsRulesBack();
    void survivesARestart();
    void attachedTwice();
    void anotherCopy();
    void movedFolder();
    void errors_data();
    void errors();
    void nameIsTaken();
    void machineThatAnotherVaultProtects();
    void damagedDocuments();
    void softDeletedItems();
    void vaultOfTheCommandLine();
    void mediumThatCannotBeWritten();

private:
    [[nodiscard]] Result<Written<Vault>> attach(Bench& bench, const QString& folder, const QString& name = {}) const
    {
        return bench.engine->attachVault({folder, m_key, name, {}});
    }
    //! The vault as it is copied away: its engine is closed.
    QString copy(const QString& name)
    {
        const auto to = m_there->path(name);
        return copyFolder(m_folder, to) ? to : QString();
    }

    std::unique_ptr<Bench> m_here; //!< where the vault was made
    std::unique_ptr<Bench> m_there; //!< the other machine
    Bytes m_first, m_second;
    QString m_folder, m_key;
    QList<RecoveryPoint> m_points;
};

void EngineAttach::init()
{
    m_here = std::make_unique<Bench>();
    m_first = randomBytes(3 * 1024 * 1024, 1);
    m_second = m_first;
    m_second[1'000'000] ^= std::byte{1};
    addVm(*m_here->estate, "web", {m_first, randomBytes(512 * 1024, 2)});
    addVm(*m_here->estate, "db", {randomBytes(256 * 1024, 3)});
    addVm(*m_here->estate, "new", {randomBytes(64 * 1024, 4)});
    VALV_VERIFY(m_here->open());
    Vault vault;
    vault.id = m_here->vaultId();
    vault.location = QStringLiteral("northeurope");
    vault.tags.insert(QStringLiteral("ägare"), QStringLiteral("drift"));
    VALV_VERIFY(m_here->engine->putVault(vault, {}));
    auto policy = contract::BackupPolicy::defaultPolicy();
    policy.timeZone = QStringLiteral("Tokyo Standard Time");
    policy.name = QStringLiteral("Natt");
    policy.id = m_here->policyId(policy.name);
    policy.daily = contract::DailyRetention{77};
    VALV_VERIFY(m_here->engine->putPolicy(policy, {}));
    VALV_VERIFY(m_here->protect(QStringLiteral("web"), QStringLiteral("Natt")));
    VALV_VERIFY(m_here->protect(QStringLiteral("db")));
    VALV_VERIFY(m_here->protect(QStringLiteral("new")));
    QCOMPARE(m_here->backUp(QStringLiteral("web")).status.text(), QStringLiteral("Completed"));
    QCOMPARE(m_here->backUp(QStringLiteral("db")).status.text(), QStringLiteral("Completed"));
    m_here->advance(std::chrono::hours(1));
    for (auto& [id, disks] : m_here->estate->data) {
        if (disks.size() == 2) {
            disks[0] = m_second;
        }
    }
    contract::BackupRequest request;
    request.expiry = toDateTime(m_here->clock->now()).addDays(400);
    VALV_VERIFY(m_here->engine->backup(m_here->itemId(QStringLiteral("web")), request));
    m_here->engine->waitForJobs();
    contract::ProtectRequest stop;
    stop.state = contract::ProtectionState::ProtectionStopped;
    stop.sourceResourceId = m_here->vmId(QStringLiteral("db"));
    VALV_VERIFY(m_here->engine->protect(m_here->itemId(QStringLiteral("db")), stop));
    m_points = *m_here->engine->recoveryPoints(m_here->itemId(QStringLiteral("web")));
    QCOMPARE(m_points.size(), 2);
    m_folder = m_here->engine->vault(m_here->vaultId())->folder;
    m_key = m_here->engine->recoveryKey(m_here->vaultId())->toLower().remove(QLatin1Char('-'));

    m_there = std::make_unique<Bench>();
    m_there->clock->set(m_here->clock->now() + std::chrono::hours(48));
    addVm(*m_there->estate, "web", {m_second, randomBytes(512 * 1024, 2)});
    VALV_VERIFY(m_there->open());
}

void EngineAttach::bringsAllBack()
{
    m_here->close();
    auto& bench = *m_there;
    const auto folder = copy(QStringLiteral("from å usb"));
    const auto attached = attach(bench, folder);
    VALV_VERIFY(attached);
    QVERIFY(attached->created);
    QCOMPARE(attached->value.id, bench.vaultId()); // of this subscription
    QVERIFY(attached->value.id.subscriptionId() != m_points.first().id.subscriptionId());
    QCOMPARE(attached->value.folder, QFileInfo(folder).canonicalFilePath());
    QCOMPARE(attached->value.location, QStringLiteral("northeurope"));
    QCOMPARE(attached->value.tags.value(QStringLiteral("ägare")), QStringLiteral("drift"));
    QCOMPARE(bench.engine->vaults()->size(), 1);
    QCOMPARE(*bench.engine->recoveryKey(bench.vaultId()),
             QString::fromStdString(store::RecoveryKey::fromText(m_key.toStdString())->text()));

    const auto policies = bench.engine->policies(bench.vaultId());
    VALV_VERIFY(policies);
    QCOMPARE(policies->size(), 2);
    const auto night = bench.engine->policy(bench.policyId(QStringLiteral("Natt")));
    VALV_VERIFY(night);
    QCOMPARE(night->daily, contract::DailyRetention{77});
    QCOMPARE(night->timeZone, QStringLiteral("Tokyo Standard Time"));
    QCOMPARE(night->protectedItems, 1);

    QCOMPARE(bench.engine->protectedItems(bench.vaultId())->size(), 3);
    const auto web = bench.engine->protectedItem(bench.itemId(QStringLiteral("web")));
    VALV_VERIFY(web);
    QCOMPARE(web->state.text(), QStringLiteral("Protected"));
    QCOMPARE(web->recoveryPointCount, 2);
    QCOMPARE(web->lastBackupStatus.text(), QStringLiteral("Completed"));
    QCOMPARE(web->sourceResourceId, bench.vmId(QStringLiteral("web")));
    QVERIFY(web->nextRun && *web->nextRun > toDateTime(bench.clock->now())); // what was missed is not made up for
    QCOMPARE(bench.engine->protectedItem(bench.itemId(QStringLiteral("db")))->state.text(),
             QStringLiteral("ProtectionStopped"));
    QCOMPARE(bench.engine->protectedItem(bench.itemId(QStringLiteral("new")))->state.text(),
             QStringLiteral("IRPending"));

    const auto points = bench.engine->recoveryPoints(bench.itemId(QStringLiteral("web")));
    VALV_VERIFY(points);
    QCOMPARE(points->size(), m_points.size());
    for (int i = 0; i < points->size(); ++i) {
        QCOMPARE(points->at(i).name, m_points.at(i).name);
        QCOMPARE(points->at(i).time, m_points.at(i).time);
        QCOMPARE(points->at(i).expiry, m_points.at(i).expiry);
        QCOMPARE(points->at(i).keptBy, m_points.at(i).keptBy);
        QCOMPARE(points->at(i).disks.size(), 2);
    }
    VALV_VERIFY(bench.engine->restore(points->last().id, bench.restoreRequest(bench.path(QStringLiteral("first")))));
    VALV_VERIFY(bench.engine->restore(points->first().id, bench.restoreRequest(bench.path(QStringLiteral("second")))));
    bench.engine->waitForJobs();
    QVERIFY(contents(bench.path(QStringLiteral("first/web-os.raw"))) == asArray(m_first));
    QVERIFY(contents(bench.path(QStringLiteral("second/web-os.raw"))) == asArray(m_second));

    // It goes on from there: nothing is stored twice, and the old points are what the policy counts.
    bench.engine->tick();
    bench.engine->waitForJobs();
    QCOMPARE(bench.engine->recoveryPoints(bench.itemId(QStringLiteral("web")))->size(), 2);
    const auto job = bench.backUp(QStringLiteral("web"));
    QCOMPARE(job.status.text(), QStringLiteral("Completed"));
    QVERIFY(job.figures && job.figures->storedBytes < 64 * 1024);
    QCOMPARE(bench.engine->recoveryPoints(bench.itemId(QStringLiteral("web")))->size(), 3);
}

//! A rule is in force there as it was here; one that was deleted stays away.
void EngineAttach::bringsRulesBack()
{
    const auto rule = [](Bench& bench, const QString& name, const QString& pattern, bool enabled) {
        contract::ProtectionRule made;
        made.id = bench.vaultId().child(QStringLiteral("valvProtectionRules"), name);
        made.name = name;
        made.enabled = enabled;
        made.policyName = QStringLiteral("Natt");
        made.namePattern = pattern;
        return made;
    };
    VALV_VERIFY(m_here->engine->putProtectionRule(rule(*m_here, QStringLiteral("alla-nya"), QStringLiteral("later*"), true), {}));
    VALV_VERIFY(m_here->engine->putProtectionRule(rule(*m_here, QStringLiteral("av-nu"), QStringLiteral("x*"), false), {}));
    const auto gone = rule(*m_here, QStringLiteral("borta"), QStringLiteral("y*"), true);
    VALV_VERIFY(m_here->engine->putProtectionRule(gone, {}));
    VALV_VERIFY(m_here->engine->deleteProtectionRule(gone.id, {}));
    m_here->close();

    auto& bench = *m_there;
    addVm(*bench.estate, "later1", {randomBytes(64 * 1024, 9)});
    VALV_VERIFY(attach(bench, copy(QStringLiteral("copy"))));
    const auto back = bench.engine->protectionRules(bench.vaultId());
    VALV_VERIFY(back);
    QCOMPARE(back->size(), 2);
    const auto& first = back->first();
    QCOMPARE(first.name, QStringLiteral("alla-nya"));
    QCOMPARE(first.id, bench.vaultId().child(QStringLiteral("valvProtectionRules"), first.name)); // of this subscription
    QVERIFY(first.enabled && !first.etag.isEmpty());
    QCOMPARE(first.policyName, QStringLiteral("Natt"));
    QCOMPARE(first.namePattern, QStringLiteral("later*"));
    QVERIFY(!back->last().enabled);
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            bench.advance(std::chrono::minutes(2)); // the list of machines is old by then
            bench.engine->tick();
            bench.engine->waitForJobs();
            return bench.engine->protectedItem(bench.itemId(QStringLiteral("later1"))).has_value();
        }(),
        60'000);
}

void EngineAttach::survivesARestart()
{
    m_here->close();
    VALV_VERIFY(attach(*m_there, copy(QStringLiteral("copy"))));
    m_there->close();
    VALV_VERIFY(m_there->open());
    QCOMPARE(m_there->engine->recoveryPoints(m_there->itemId(QStringLiteral("web")))->size(), 2);
    QCOMPARE(m_there->backUp(QStringLiteral("web")).status.text(), QStringLiteral("Completed"));
}

void EngineAttach::attachedTwice()
{
    m_here->close();
    const auto folder = copy(QStringLiteral("copy"));
    VALV_VERIFY(attach(*m_there, folder));
    QCOMPARE(m_there->backUp(QStringLiteral("web")).status.text(), QStringLiteral("Completed"));
    const auto again = attach(*m_there, folder + QStringLiteral("/../copy/"), QStringLiteral("other-name"));
    VALV_VERIFY(again);
    QVERIFY(!again->created);
    QCOMPARE(again->value.name, QStringLiteral("vault1"));
    QCOMPARE(m_there->engine->vaults()->size(), 1);
    QCOMPARE(m_there->engine->recoveryPoints(m_there->itemId(QStringLiteral("web")))->size(), 3);
    // The machine that the vault was made on knows it, too.
    VALV_VERIFY(m_here->open());
    const auto own = attach(*m_here, m_folder);
    VALV_VERIFY(own);
    QVERIFY(!own->created);
}

void EngineAttach::anotherCopy()
{
    m_here->close();
    VALV_VERIFY(attach(*m_there, copy(QStringLiteral("one"))));
    const auto refused = attach(*m_there, copy(QStringLiteral("two")));
    QCOMPARE(codeOf(refused), QStringLiteral("VaultAlreadyAttached"));
    QVERIFY(QString::fromStdString(refused.error().message).contains(m_there->path(QStringLiteral("one"))));
    QVERIFY(m_there->engine->vault(m_there->vaultId())->folder.endsWith(QStringLiteral("/one")));
}

void EngineAttach::movedFolder()
{
    m_here->close();
    const auto folder = copy(QStringLiteral("one"));
    VALV_VERIFY(attach(*m_there, folder));
    (void)m_there->backUp(QStringLiteral("web"));
    const auto moved = m_there->path(QStringLiteral("elsewhere"));
    QVERIFY(QDir().rename(folder, moved));
    const auto found = attach(*m_there, moved);
    VALV_VERIFY(found);
    QVERIFY(!found->created);
    QCOMPARE(found->value.folder, QFileInfo(moved).canonicalFilePath());
    m_there->advance(std::chrono::minutes(1));
    QCOMPARE(m_there->backUp(QStringLiteral("web")).status.text(), QStringLiteral("Completed"));
    QCOMPARE(m_there->engine->recoveryPoints(m_there->itemId(QStringLiteral("web")))->size(), 4);
}

void EngineAttach::errors_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    const auto wrong = QString::fromStdString(store::RecoveryKey::generate().text());
    QTest::newRow("wrong key") << "copy" << wrong << ""
                               << "VaultWrongKey";
    QTest::newRow("mistyped key") << "copy"
                                  << "ABCD"
                                  << ""
                                  << "RecoveryKeyMistyped";
    QTest::newRow("no key") << "copy"
                            << " "
                            << ""
                            << "RecoveryKeyMistyped";
    QTest::newRow("no such folder") << "none"
                                    << ""
                                    << ""
                                    << "VaultNotFound";
    QTest::newRow("no vault") << "empty"
                              << ""
                              << ""
                              << "VaultNotAVault";
    QTest::newRow("a file") << "file"
                            << ""
                            << ""
                            << "VaultNotAVault";
    QTest::newRow("relative path") << "."
                                   << ""
                                   << ""
                                   << "VaultNotFound";
    QTest::newRow("name that breaks a rule") << "copy"
                                             << ""
                                             << "1-vault"
                                             << "ValVaultNameStart";
}

void EngineAttach::errors()
{
    QFETCH(QString, folder);
    QFETCH(QString, key);
    QFETCH(QString, name);
    QFETCH(QString, code);
    m_here->close();
    QVERIFY(!copy(QStringLiteral("copy")).isEmpty());
    QVERIFY(QDir().mkpath(m_there->path(QStringLiteral("empty"))));
    QFile file(m_there->path(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto path = folder == QStringLiteral(".") ? QStringLiteral("vaults") : m_there->path(folder);
    const auto refused = m_there->engine->attachVault({path, key.isEmpty() ? m_key : key, name, {}});
    QCOMPARE(codeOf(refused), code);
    QVERIFY(!refused.error().message.empty());
    // Nothing of it is left.
    QVERIFY(m_there->engine->vaults()->isEmpty());
    QVERIFY(QDir(m_there->path(QStringLiteral("data/keys"))).isEmpty());
    VALV_VERIFY(attach(*m_there, m_there->path(QStringLiteral("copy"))));
}

void EngineAttach::nameIsTaken()
{
    m_here->close();
    VALV_VERIFY(m_there->makeVault());
    const auto folder = copy(QStringLiteral("copy"));
    QCOMPARE(codeOf(attach(*m_there, folder)), QStringLiteral("ValVaultNameTaken"));
    const auto attached =
        m_there->engine->attachVault({folder, m_key, QStringLiteral("vault1-kopia"), QStringLiteral("andra-gruppen")});
    VALV_VERIFY(attached);
    QCOMPARE(attached->value.name, QStringLiteral("vault1-kopia"));
    QCOMPARE(attached->value.id.resourceGroup(), QStringLiteral("andra-gruppen"));
    VALV_VERIFY(m_there->engine->resourceGroup(QStringLiteral("andra-gruppen")));
    QCOMPARE(m_there->engine->protectedItems(attached->value.id)->size(), 3);
}

void EngineAttach::machineThatAnotherVaultProtects()
{
    m_here->close();
    VALV_VERIFY(m_there->makeVault(QStringLiteral("other")));
    contract::ProtectRequest request;
    request.sourceResourceId = m_there->vmId(QStringLiteral("web"));
    request.policyId = m_there->policyId(QStringLiteral("DefaultPolicy"), QStringLiteral("other"));
    VALV_VERIFY(m_there->engine->protect(m_there->itemId(QStringLiteral("web"), QStringLiteral("other")), request));
    VALV_VERIFY(attach(*m_there, copy(QStringLiteral("copy"))));
    const auto item = m_there->engine->protectedItem(m_there->itemId(QStringLiteral("web")));
    VALV_VERIFY(item);
    QCOMPARE(item->state.text(), QStringLiteral("ProtectionStopped"));
    QCOMPARE(item->recoveryPointCount, 2);
    QCOMPARE(
        m_there->engine->protectedItem(m_there->itemId(QStringLiteral("web"), QStringLiteral("other")))->state.text(),
        QStringLiteral("IRPending"));
}

void EngineAttach::damagedDocuments()
{
    m_here->close();
    const auto folder = copy(QStringLiteral("copy"));
    QDirIterator files(folder + QStringLiteral("/documents"), QDir::Files);
    int damaged = 0;
    while (files.hasNext()) {
        QFile file(files.next());
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(file.size() / 2));
        file.write("damage");
        ++damaged;
    }
    QCOMPARE(damaged, 6); // the vault, two policies, three items
    const auto attached = attach(*m_there, folder);
    VALV_VERIFY(attached);
    QCOMPARE(attached->value.name, QStringLiteral("vault1")); // kept readable beside the documents
    QVERIFY(m_there->engine->policies(attached->value.id)->isEmpty());
    const auto items = m_there->engine->protectedItems(attached->value.id);
    VALV_VERIFY(items);
    QCOMPARE(items->size(), 2); // those with points
    for (const auto& item : *items) {
        QCOMPARE(item.state.text(), QStringLiteral("ProtectionStopped"));
        QVERIFY(item.recoveryPointCount > 0);
    }
    const auto id = contract::itemId(attached->value.id, {QStringLiteral("nordvik-rg"), QStringLiteral("web")});
    const auto points = m_there->engine->recoveryPoints(id);
    VALV_VERIFY(points);
    VALV_VERIFY(
        m_there->engine->restore(points->last().id, m_there->restoreRequest(m_there->path(QStringLiteral("out")))));
    m_there->engine->waitForJobs();
    QVERIFY(contents(m_there->path(QStringLiteral("out/web-os.raw"))) == asArray(m_first));
}

void EngineAttach::softDeletedItems()
{
    VALV_VERIFY(m_here->engine->deleteProtection(m_here->itemId(QStringLiteral("db"))));
    m_here->close();
    VALV_VERIFY(attach(*m_there, copy(QStringLiteral("copy"))));
    const auto item = m_there->engine->protectedItem(m_there->itemId(QStringLiteral("db")));
    VALV_VERIFY(item);
    QVERIFY(item->softDeleted);
    contract::ProtectRequest undelete;
    undelete.rehydrate = true;
    undelete.state = contract::ProtectionState::ProtectionStopped;
    VALV_VERIFY(m_there->engine->protect(m_there->itemId(QStringLiteral("db")), undelete));
    QCOMPARE(m_there->engine->recoveryPoints(m_there->itemId(QStringLiteral("db")))->size(), 1);
}

void EngineAttach::vaultOfTheCommandLine()
{
    const auto key = store::RecoveryKey::generate();
    const auto folder = m_there->path(QStringLiteral("cli"));
    const auto made = store::Vault::create(folder.toStdString(), {"cli-vault", "0b7c-id", m_there->clock->now()}, key);
    VALV_VERIFY(made);
    store::PointHeader header;
    header.id = "1";
    header.itemId = "Maskin 7"; // a name, as valvd vault backup gives it
    header.vmName = "Maskin 7";
    header.time = m_there->clock->now();
    auto writer = (*made)->beginPoint(header);
    VALV_VERIFY(writer);
    store::DiskHeader disk;
    disk.name = "disk";
    disk.capacity = m_first.size();
    VALV_VERIFY((*writer)->addDisk(disk));
    VALV_VERIFY((*writer)->write(0, 0, m_first));
    VALV_VERIFY((*writer)->finish({}, {}));
    writer->reset();
    const auto attached = m_there->engine->attachVault({folder, QString::fromStdString(key.text()), {}, {}});
    VALV_VERIFY(attached);
    QCOMPARE(attached->value.name, QStringLiteral("cli-vault"));
    const auto items = m_there->engine->protectedItems(attached->value.id);
    VALV_VERIFY(items);
    QCOMPARE(items->size(), 1);
    QCOMPARE(items->first().friendlyName, QStringLiteral("Maskin 7"));
    const auto id = contract::itemId(attached->value.id, {QStringLiteral("valv"), QStringLiteral("Maskin 7")});
    const auto points = m_there->engine->recoveryPoints(id);
    VALV_VERIFY(points);
    QCOMPARE(points->size(), 1);
    VALV_VERIFY(
        m_there->engine->restore(points->first().id, m_there->restoreRequest(m_there->path(QStringLiteral("out")))));
    m_there->engine->waitForJobs();
    QVERIFY(contents(m_there->path(QStringLiteral("out/disk.raw"))) == asArray(m_first));
}

void EngineAttach::mediumThatCannotBeWritten()
{
    m_here->close();
    const auto folder = copy(QStringLiteral("copy"));
    const AsNobody nobody(m_there->folder.path());
    if (!nobody.isSo()) {
        QSKIP("permissions do not count here");
    }
    QStringList all{folder};
    QDirIterator inside(folder, QDir::AllEntries | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (inside.hasNext()) {
        all.append(inside.next());
    }
    for (const auto& path : all) {
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), QFileInfo(path).isDir() ? 0500 : 0400), 0);
    }
    VALV_VERIFY(attach(*m_there, folder));
    const auto points = m_there->engine->recoveryPoints(m_there->itemId(QStringLiteral("web")));
    VALV_VERIFY(points);
    VALV_VERIFY(
        m_there->engine->restore(points->last().id, m_there->restoreRequest(m_there->path(QStringLiteral("out")))));
    m_there->engine->waitForJobs();
    QVERIFY(contents(m_there->path(QStringLiteral("out/web-os.raw"))) == asArray(m_first));
    for (const auto& path : all) {
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), 0700), 0);
    }
}

VALV_TEST_GUILESS(EngineAttach)

} // namespace tst_engineattach

#include "tst_engineattach.moc"
