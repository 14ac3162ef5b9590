// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/enginetest.h"
#include "store/vault.h"
#include "support/asnobody.h"
#include "support/copyfolder.h"
#include "support/testprogram.h"

#include <QDirIterator>

#include <algorithm>

namespace tst_enginesecond {

using namespace valv;
using namespace valv::test;

//! The second location of a geo-redundant vault: chosen, kept, and read from when the first is lost.
class EngineSecond : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void chosenAtCreation();
    void chosenLater();
    void refused_data();
    void refused();
    void refusedWhenAVaultIsMade();
    void missingIsAWarning();
    void emptyIsNotBegunAgain();
    void survivesARestart();
    void firstLocationLost();
    void firstLocationDamaged();
    void copyIsChecked();
    void deletionIsMirrored();
    void policyIsCopied();
    void deletedVaultTakesItsCopy();
    void secondTakesThePlaceOfTheFirst();
    void locallyRedundantHasNone();

private:
    [[nodiscard]] Result<QJsonObject> choose(const QString& folder)
    {
        return m_bench->engine->setStorageConfig(
            m_bench->vaultId(),
            {{QStringLiteral("properties"),
              QJsonObject{{QStringLiteral("valv"),
                           QJsonObject{{QStringLiteral("secondLocation"),
                                        QJsonObject{{QStringLiteral("folder"), folder}}}}}}}});
    }
    [[nodiscard]] contract::Replication state() const
    {
        return m_bench->engine->vault(m_bench->vaultId())->replication.value_or(contract::Replication());
    }
    [[nodiscard]] QString first() const { return m_bench->engine->vault(m_bench->vaultId())->folder; }
    [[nodiscard]] Result<std::unique_ptr<store::Vault>> openSecond() const
    {
        const auto key = store::RecoveryKey::fromText(
            m_bench->engine->recoveryKey(m_bench->vaultId()).value_or(QString()).toStdString());
        return key ? store::Vault::open(m_second.toStdString(), *key) : tl::unexpected(key.error());
    }
    static QString largestPack(const QString& folder)
    {
        QString largest;
        QDirIterator files(folder, {QStringLiteral("*.pack")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            files.next();
            if (largest.isEmpty() || files.fileInfo().size() > QFileInfo(largest).size()) {
                largest = files.filePath();
            }
        }
        return largest;
    }
    static bool spoil(const QString& path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2)
            && file.write(QByteArray(16, '\x55')) == 16;
    }
    [[nodiscard]] BackupJob restored(const QString& to) const
    {
        const auto points = m_bench->engine->recoveryPoints(m_bench->itemId(QStringLiteral("web")));
        if (!points || points->isEmpty()) {
            return {};
        }
        const auto accepted = m_bench->engine->restore(points->first().id, m_bench->restoreRequest(to));
        if (!accepted) {
            return {};
        }
        m_bench->engine->waitForJobs();
        return m_bench->engine->job(m_bench->jobId(accepted->jobId)).value_or(BackupJob());
    }
    void protectAndBackUp()
    {
        VALV_VERIFY(m_bench->protect(QStringLiteral("web")));
        QCOMPARE(m_bench->backUp(QStringLiteral("web")).status.text(), QStringLiteral("Completed"));
        m_bench->engine->waitForJobs(); // and what follows it: the copy
    }

    std::unique_ptr<Bench> m_bench;
    Bytes m_data;
    QString m_second;
};

void EngineSecond::init()
{
    m_bench = std::make_unique<Bench>();
    m_data = randomBytes(3 * 1024 * 1024, 1);
    addVm(*m_bench->estate, "web", {m_data});
    m_second = m_bench->path(QStringLiteral("second"));
    VALV_VERIFY(m_bench->open());
    VALV_VERIFY(m_bench->makeVault());
}

void EngineSecond::chosenAtCreation()
{
    Vault vault;
    vault.id = m_bench->vaultId(QStringLiteral("vault2"));
    vault.location = QStringLiteral("northeurope");
    vault.secondFolder = m_second;
    const auto made = m_bench->engine->putVault(vault, {});
    VALV_VERIFY(made);
    QCOMPARE(made->value.secondFolder, m_second);
    m_bench->engine->waitForJobs();
    const auto shown = m_bench->engine->vault(vault.id);
    VALV_VERIFY(shown);
    QVERIFY(shown->replication);
    QCOMPARE(shown->replication->state.text(), QStringLiteral("Current"));
    QVERIFY(shown->replication->lastCopied);
    QVERIFY(shown->replication->sameDisk);
    QVERIFY(!shown->replication->behindSince);
    QVERIFY(store::Vault::identify(m_second.toStdString()).has_value());
    // Written back whole, with other tags: the second location stays, and is not begun anew.
    auto again = *shown;
    again.tags.insert(QStringLiteral("a"), QStringLiteral("b"));
    const auto put = m_bench->engine->putVault(again, again.etag);
    VALV_VERIFY(put);
    QCOMPARE(put->value.secondFolder, m_second);
    QVERIFY(put->value.replication->lastCopied);
}

void EngineSecond::chosenLater()
{
    QCOMPARE(state().state.text(), QStringLiteral("None"));
    protectAndBackUp();
    // The kind of redundancy is locked now, the second location is not.
    const auto config = choose(m_second);
    VALV_VERIFY(config);
    QCOMPARE(config->value(QLatin1String("properties")).toObject().value(QLatin1String("storageTypeState")).toString(),
             QStringLiteral("Locked"));
    m_bench->engine->waitForJobs();
    QCOMPARE(state().state.text(), QStringLiteral("Current"));
    QCOMPARE(state().behindBytes, 0);
    const auto copy = openSecond();
    VALV_VERIFY(copy);
    QCOMPARE((*copy)->points()->size(), 1U);
    QVERIFY((*copy)->verify()->isWhole());
    // After each job.
    QCOMPARE(m_bench->backUp(QStringLiteral("web")).status.text(), QStringLiteral("Completed"));
    QCOMPARE((*openSecond())->points()->size(), 2U);
    // Another place.
    m_second = m_bench->path(QStringLiteral("third"));
    VALV_VERIFY(choose(m_second));
    m_bench->engine->waitForJobs();
    QCOMPARE((*openSecond())->points()->size(), 2U);
    // Given up: what is there stays.
    VALV_VERIFY(choose(QString(QLatin1String(""))));
    QCOMPARE(state().state.text(), QStringLiteral("None"));
    QVERIFY(m_bench->engine->vault(m_bench->vaultId())->secondFolder.isEmpty());
    QVERIFY((*openSecond())->verify()->isWhole());
}

void EngineSecond::refused_data()
{
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("code");
    QTest::newRow("not absolute") << QStringLiteral("second") << QStringLiteral("ValSecondLocationPath");
    QTest::newRow("nothing there") << QStringLiteral("{}/a/b/c") << QStringLiteral("ValSecondLocationMissing");
    QTest::newRow("a file") << QStringLiteral("{}/file") << QStringLiteral("ValSecondLocationMissing");
    QTest::newRow("not empty") << QStringLiteral("{}/full") << QStringLiteral("ValSecondLocationNotEmpty");
    QTest::newRow("the data folder") << QStringLiteral("{}/data") << QStringLiteral("ValSecondLocationOverlaps");
    QTest::newRow("within it") << QStringLiteral("{}/data/copy") << QStringLiteral("ValSecondLocationOverlaps");
    QTest::newRow("around it") << QStringLiteral("{}") << QStringLiteral("ValSecondLocationOverlaps");
    QTest::newRow("by a link") << QStringLiteral("{}/link/copy") << QStringLiteral("ValSecondLocationOverlaps");
    QTest::newRow("another vault's") << QStringLiteral("{}/other") << QStringLiteral("ValSecondLocationTaken");
    QTest::newRow("within another vault's") << QStringLiteral("{}/other/x") << QStringLiteral("ValSecondLocationTaken");
    QTest::newRow("not to be written") << QStringLiteral("{}/shut") << QStringLiteral("ValSecondLocationNoPermission");
}

void EngineSecond::refused()
{
    QFETCH(QString, folder);
    QFETCH(QString, code);
    Vault other;
    other.id = m_bench->vaultId(QStringLiteral("vault2"));
    other.location = QStringLiteral("northeurope");
    other.secondFolder = m_bench->path(QStringLiteral("other"));
    VALV_VERIFY(m_bench->engine->putVault(other, {}));
    m_bench->engine->waitForJobs();
    QDir place(m_bench->folder.path());
    QVERIFY(place.mkpath(QStringLiteral("full/inner")) && place.mkpath(QStringLiteral("shut")));
    QFile file(m_bench->path(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(QFile::link(m_bench->path(QStringLiteral("data")), m_bench->path(QStringLiteral("link"))));
    const AsNobody nobody(m_bench->folder.path());
    QVERIFY(QFile::setPermissions(m_bench->path(QStringLiteral("shut")), QFile::ReadOwner | QFile::ExeOwner));
    if (code == QLatin1String("ValSecondLocationNoPermission") && !nobody.isSo()) {
        QSKIP("Permissions do not count here.");
    }
    const auto result = choose(folder.replace(QStringLiteral("{}"), m_bench->folder.path()));
    QFile::setPermissions(m_bench->path(QStringLiteral("shut")),
                          QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QCOMPARE(codeOf(result), QStringLiteral("BMSUserErrorInvalidInput"));
    QCOMPARE(detailOf(result), code);
    QCOMPARE(state().state.text(), QStringLiteral("None"));
}

void EngineSecond::refusedWhenAVaultIsMade()
{
    Vault vault;
    vault.id = m_bench->vaultId(QStringLiteral("vault2"));
    vault.location = QStringLiteral("northeurope");
    vault.secondFolder = QStringLiteral("somewhere");
    QCOMPARE(detailOf(m_bench->engine->putVault(vault, {})), QStringLiteral("ValSecondLocationPath"));
    vault.secondFolder = m_second;
    vault.redundancy = contract::StorageModel::LocallyRedundant;
    QCOMPARE(detailOf(m_bench->engine->putVault(vault, {})), QStringLiteral("ValSecondLocationLocal"));
    QCOMPARE(m_bench->engine->vaults()->size(), 1);
}

void EngineSecond::missingIsAWarning()
{
    VALV_VERIFY(choose(m_second));
    protectAndBackUp();
    const auto away = m_bench->path(QStringLiteral("away"));
    QVERIFY(QDir().rename(m_second, away));
    m_bench->advance(std::chrono::hours(1));
    // The backup that finds it out is whole, and warns when it was found out before the end; the vault says what is
    // wrong, and the next backup does.
    const auto finding = m_bench->backUp(QStringLiteral("web")).status;
    QVERIFY2(finding == contract::JobStatus::Completed || finding == contract::JobStatus::CompletedWithWarnings,
             qPrintable(finding.text()));
    m_bench->engine->waitForJobs();
    QCOMPARE(state().state.text(), QStringLiteral("Unreachable"));
    QVERIFY(state().problem);
    QCOMPARE(QString::fromStdString(state().problem->code), QStringLiteral("SecondLocationEmpty"));
    QVERIFY(state().behindSince);
    const auto warned = m_bench->backUp(QStringLiteral("web"));
    QCOMPARE(warned.status.text(), QStringLiteral("CompletedWithWarnings"));
    QCOMPARE(warned.errors.first().code, QStringLiteral("ValvSecondLocationBehind"));
    QVERIFY(!QFileInfo::exists(m_second)); // nothing was begun where a share should be

    const auto alerts = [this](const char* condition) {
        AlertQuery query;
        int found = 0;
        for (const auto& alert : m_bench->engine->alerts(query).value_or(QList<contract::Alert>())) {
            found +=
                alert.code == QLatin1String("ReplicationProblem") && alert.condition.text() == QLatin1String(condition);
        }
        return found;
    };
    QVERIFY(QDir().rename(away, m_second));
    m_bench->engine->tick(); // too soon
    m_bench->engine->waitForJobs();
    m_bench->engine->tick();
    m_bench->engine->waitForJobs();
    QCOMPARE(alerts("Fired"), 1);
    QCOMPARE(state().state.text(), QStringLiteral("Unreachable"));
    m_bench->advance(std::chrono::hours(2));
    m_bench->engine->tick();
    m_bench->engine->waitForJobs();
    QCOMPARE(state().state.text(), QStringLiteral("Current"));
    QVERIFY(!state().problem);
    m_bench->engine->tick();
    QCOMPARE(alerts("Fired"), 0);
    QCOMPARE(alerts("Resolved"), 1);
    QVERIFY((*openSecond())->points()->size() >= 3U);
    QVERIFY((*openSecond())->verify()->isWhole());
}

void EngineSecond::emptyIsNotBegunAgain()
{
    VALV_VERIFY(choose(m_second));
    protectAndBackUp();
    QVERIFY(QDir(m_second).removeRecursively() && QDir().mkpath(m_second)); // as an unmounted share is
    (void)m_bench->backUp(QStringLiteral("web"));
    QCOMPARE(state().state.text(), QStringLiteral("Unreachable"));
    QCOMPARE(QString::fromStdString(state().problem->code), QStringLiteral("SecondLocationEmpty"));
    QVERIFY(QDir(m_second).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    VALV_VERIFY(choose(m_second)); // a person says: begin anew
    m_bench->engine->waitForJobs();
    QCOMPARE(state().state.text(), QStringLiteral("Current"));
    QCOMPARE((*openSecond())->points()->size(), 2U);
}

void EngineSecond::survivesARestart()
{
    VALV_VERIFY(choose(m_second));
    protectAndBackUp();
    const auto before = state();
    m_bench->close();
    VALV_VERIFY(m_bench->open());
    QCOMPARE(m_bench->engine->vault(m_bench->vaultId())->secondFolder, m_second);
    QCOMPARE(state().state.text(), QStringLiteral("Current"));
    QCOMPARE(state().lastCopied, before.lastCopied);
    // What was lost of the copy meanwhile comes back with the first tick.
    QVERIFY(QFile::remove(largestPack(m_second)));
    m_bench->engine->tick();
    m_bench->engine->waitForJobs();
    QVERIFY((*openSecond())->verify()->isWhole());
}

void EngineSecond::firstLocationLost()
{
    VALV_VERIFY(choose(m_second));
    protectAndBackUp();
    const auto folder = first();
    m_bench->close();
    QVERIFY(QDir(folder).removeRecursively());
    VALV_VERIFY(m_bench->open());
    const auto points = m_bench->engine->recoveryPoints(m_bench->itemId(QStringLiteral("web")));
    VALV_VERIFY(points);
    QCOMPARE(points->size(), 1);
    const auto to = m_bench->path(QStringLiteral("out"));
    const auto job = restored(to);
    QCOMPARE(job.status.text(), QStringLiteral("CompletedWithWarnings"));
    QCOMPARE(job.errors.first().code, QStringLiteral("ValvReadSecondLocation"));
    QCOMPARE(job.propertyBag.value(QStringLiteral("Read from")), m_second);
    QVERIFY(contents(to + QStringLiteral("/web-os.raw")) == asArray(m_data));
    QCOMPARE((*openSecond())->points()->size(), 1U); // nothing was mirrored from what is not there
}

void EngineSecond::firstLocationDamaged()
{
    VALV_VERIFY(choose(m_second));
    protectAndBackUp();
    QVERIFY(spoil(largestPack(first())));
    const auto to = m_bench->path(QStringLiteral("out"));
    const auto job = restored(to);
    QCOMPARE(job.status.text(), QStringLiteral("CompletedWithWarnings"));
    QCOMPARE(job.errors.first().code, QStringLiteral("ValvReadSecondLocation"));
    QVERIFY(contents(to + QStringLiteral("/web-os.raw")) == asArray(m_data));
    // Both damaged, after the first was repaired: it fails, and leaves nothing.
    QVERIFY(spoil(largestPack(first())));
    QVERIFY(spoil(largestPack(m_second)));
    const auto nothing = m_bench->path(QStringLiteral("nothing"));
    QCOMPARE(restored(nothing).status.text(), QStringLiteral("Failed"));
    QVERIFY(QDir(nothing).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

void EngineSecond::copyIsChecked()
{
    VALV_VERIFY(choose(m_second));
    protectAndBackUp();
    QVERIFY(spoil(largestPack(m_second)));
    QVERIFY(!(*openSecond())->verify()->isWhole());
    VALV_VERIFY(m_bench->engine->copyNow(m_bench->vaultId()));
    m_bench->engine->waitForJobs();
    QCOMPARE(state().repairedFiles, 1);
    QCOMPARE(state().state.text(), QStringLiteral("Current"));
    QCOMPARE(state().lastChecked, std::optional(toDateTime(m_bench->clock->now())));
    QVERIFY((*openSecond())->verify()->isWhole());
    // By itself, a share a day: within thirty days.
    QVERIFY(spoil(largestPack(m_second)));
    for (int day = 0; day < 31 && !(*openSecond())->verify()->isWhole(); ++day) {
        m_bench->advance(std::chrono::hours(24));
        m_bench->engine->tick();
        m_bench->engine->waitForJobs();
    }
    QVERIFY((*openSecond())->verify()->isWhole());
    VALV_VERIFY(choose(QString(QLatin1String(""))));
    QCOMPARE(detailOf(m_bench->engine->copyNow(m_bench->vaultId())), QStringLiteral("SecondLocationNone"));
}

void EngineSecond::deletionIsMirrored()
{
    VALV_VERIFY(choose(m_second));
    VALV_VERIFY(m_bench->engine->setVaultConfig(
        m_bench->vaultId(),
        {{QStringLiteral("properties"),
          QJsonObject{{QStringLiteral("softDeleteFeatureState"), QStringLiteral("Disabled")}}}}));
    protectAndBackUp();
    QCOMPARE((*openSecond())->points()->size(), 1U);
    VALV_VERIFY(m_bench->engine->deleteProtection(m_bench->itemId(QStringLiteral("web"))));
    m_bench->engine->waitForJobs();
    QCOMPARE((*openSecond())->points()->size(), 0U);
    QVERIFY(largestPack(m_second).isEmpty());
    QVERIFY((*openSecond())->documents("items/")->empty());
    // While the second location is away, and chosen anew when it is back.
    protectAndBackUp();
    QCOMPARE((*openSecond())->points()->size(), 1U);
    const auto away = m_bench->path(QStringLiteral("away"));
    QVERIFY(QDir().rename(m_second, away));
    VALV_VERIFY(m_bench->engine->deleteProtection(m_bench->itemId(QStringLiteral("web"))));
    m_bench->engine->waitForJobs();
    QVERIFY(QDir().rename(away, m_second));
    QCOMPARE((*openSecond())->points()->size(), 1U);
    VALV_VERIFY(choose(m_second));
    m_bench->engine->waitForJobs();
    QCOMPARE((*openSecond())->points()->size(), 0U);
}

void EngineSecond::policyIsCopied()
{
    VALV_VERIFY(choose(m_second));
    m_bench->engine->waitForJobs();
    auto policy = contract::BackupPolicy::defaultPolicy();
    policy.name = QStringLiteral("Natt");
    policy.id = m_bench->policyId(policy.name);
    VALV_VERIFY(m_bench->engine->putPolicy(policy, {}));
    m_bench->engine->waitForJobs();
    QCOMPARE((*openSecond())->documents("policies/")->size(), 2U);
    VALV_VERIFY(m_bench->engine->deletePolicy(policy.id, {}));
    m_bench->engine->waitForJobs();
    QCOMPARE((*openSecond())->documents("policies/")->size(), 1U);
}

void EngineSecond::deletedVaultTakesItsCopy()
{
    VALV_VERIFY(choose(m_second));
    m_bench->engine->waitForJobs();
    VALV_VERIFY(m_bench->engine->deleteVault(m_bench->vaultId(), {}));
    m_bench->engine->waitForJobs();
    QVERIFY(!QFileInfo::exists(m_second));
}

void EngineSecond::secondTakesThePlaceOfTheFirst()
{
    VALV_VERIFY(choose(m_second));
    protectAndBackUp();
    const auto key = m_bench->engine->recoveryKey(m_bench->vaultId());
    VALV_VERIFY(key);
    QVERIFY(QDir(first()).removeRecursively());
    VALV_VERIFY(m_bench->engine->attachVault({m_second, *key, {}, {}}));
    const auto vault = m_bench->engine->vault(m_bench->vaultId());
    VALV_VERIFY(vault);
    QCOMPARE(vault->folder, m_second);
    QVERIFY(vault->secondFolder.isEmpty());
    QCOMPARE(state().state.text(), QStringLiteral("None"));
    QCOMPARE(m_bench->backUp(QStringLiteral("web")).status.text(), QStringLiteral("Completed"));
    QCOMPARE(m_bench->engine->recoveryPoints(m_bench->itemId(QStringLiteral("web")))->size(), 2);
}

void EngineSecond::locallyRedundantHasNone()
{
    VALV_VERIFY(choose(m_second));
    const auto local = m_bench->engine->setStorageConfig(
        m_bench->vaultId(),
        {{QStringLiteral("properties"),
          QJsonObject{{QStringLiteral("storageModelType"), QStringLiteral("LocallyRedundant")}}}});
    VALV_VERIFY(local);
    const auto vault = m_bench->engine->vault(m_bench->vaultId());
    QVERIFY(vault->secondFolder.isEmpty());
    QVERIFY(!vault->replication);
    QCOMPARE(detailOf(choose(m_second)), QStringLiteral("ValSecondLocationLocal"));
}

VALV_TEST_GUILESS(EngineSecond)

} // namespace tst_enginesecond

#include "tst_enginesecond.moc"
