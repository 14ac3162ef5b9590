// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/enginetest.h"
#include "store/vault.h"
#include "support/testprogram.h"

#include <QDirIterator>

#include <algorithm>

namespace tst_enginecheck {

using namespace valv;
using namespace valv::test;
using contract::IntegrityState;

//! The engine reads what its vaults hold: by itself within a week, at once when asked or when something could not be
//! read. Damage is told, repaired from the second location where there is one, and no longer told when it is gone.
class EngineCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingIsWrong();
    void damageIsToldOnce();
    void aMissingPackIsTold();
    void everythingIsReadWithinAWeek();
    void whatWasMissedIsMadeUpFor();
    void waitsForJobs();
    void survivesARestart();
    void aVaultThatIsAwayIsNoDamage();
    void anEmptyMountPointIsNoDamage();
    void aRestoreThatFindsDamageTellsIt();
    void repairedFromTheSecond_data();
    void repairedFromTheSecond();
    void restoresChunkByChunk_data();
    void restoresChunkByChunk();
    void bothDamagedInOnePlace();
    void theNextBackupHeals_data();
    void theNextBackupHeals();
    void unknownVault();

private:
    [[nodiscard]] contract::Integrity state() const
    {
        return m_bench->engine->vault(m_bench->vaultId())->integrity.value_or(contract::Integrity());
    }
    [[nodiscard]] QString first() const { return m_bench->engine->vault(m_bench->vaultId())->folder; }
    void checkNow()
    {
        VALV_VERIFY(m_bench->engine->checkNow(m_bench->vaultId()));
        m_bench->engine->waitForJobs();
    }
    [[nodiscard]] QList<contract::Alert> alerts(const char* condition) const
    {
        AlertQuery query;
        query.condition = QString::fromLatin1(condition);
        auto all = m_bench->engine->alerts(query).value_or(QList<contract::Alert>());
        all.removeIf([](const contract::Alert& alert) { return alert.code != QLatin1String("VaultDamaged"); });
        return all;
    }
    //! Packs, the largest first.
    static QStringList packsIn(const QString& folder)
    {
        QStringList all;
        QDirIterator files(folder, {QStringLiteral("*.pack")}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            all.append(files.next());
        }
        std::sort(all.begin(), all.end(), [](const QString& a, const QString& b) {
            const auto sizeA = QFileInfo(a).size();
            const auto sizeB = QFileInfo(b).size();
            return sizeA != sizeB ? sizeA > sizeB : a < b;
        });
        return all;
    }
    static void spoil(const QString& path)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(file.size() / 2)
                && file.write(QByteArray(16, '\x55')) == 16);
    }
    void second()
    {
        m_second = m_bench->path(QStringLiteral("second"));
        VALV_VERIFY(m_bench->engine->setStorageConfig(
            m_bench->vaultId(),
            {{QStringLiteral("properties"),
              QJsonObject{{QStringLiteral("valv"),
                           QJsonObject{{QStringLiteral("secondLocation"),
                                        QJsonObject{{QStringLiteral("folder"), m_second}}}}}}}}));
        m_bench->engine->waitForJobs();
    }
    [[nodiscard]] BackupJob restored(const QString& to) const
    {
        const auto points = m_bench->engine->recoveryPoints(m_bench->itemId(QStringLiteral("web")));
        const auto accepted = points && !points->isEmpty()
            ? m_bench->engine->restore(points->first().id, m_bench->restoreRequest(to))
            : Result<Accepted>(failure("NoPoints", "There is none."));
        if (!accepted) {
            qWarning("%s", accepted.error().message.c_str());
            return {};
        }
        m_bench->engine->waitForJobs();
        return m_bench->engine->job(m_bench->jobId(accepted->jobId)).value_or(BackupJob());
    }
    [[nodiscard]] bool restoresTheSource(const QString& name)
    {
        const auto to = m_bench->path(name);
        (void)restored(to);
        return contents(to + QStringLiteral("/web-os.raw")) == asArray(m_data);
    }

    std::unique_ptr<Bench> m_bench;
    Bytes m_data;
    QString m_second;
};

void EngineCheck::init()
{
    m_bench = std::make_unique<Bench>();
    m_data = randomBytes(3 * 1024 * 1024, 1);
    addVm(*m_bench->estate, "web", {m_data});
    VALV_VERIFY(m_bench->open());
    VALV_VERIFY(m_bench->makeVault());
    VALV_VERIFY(m_bench->protect(QStringLiteral("web")));
    QCOMPARE(m_bench->backUp(QStringLiteral("web")).status.text(), QStringLiteral("Completed"));
}

void EngineCheck::nothingIsWrong()
{
    QCOMPARE(state().state.text(), QStringLiteral("NotChecked"));
    QVERIFY(!state().lastChecked);
    checkNow();
    QCOMPARE(state().state.text(), QStringLiteral("Whole"));
    QCOMPARE(state().lastChecked, std::optional(toDateTime(m_bench->clock->now())));
    QCOMPARE(state().allReadSince, state().lastChecked);
    QVERIFY(state().checkedBytes > 3 * 1024 * 1024);
    QVERIFY(alerts("").isEmpty());
}

void EngineCheck::damageIsToldOnce()
{
    const auto pack = packsIn(first()).first();
    QVERIFY(QFile::copy(pack, m_bench->path(QStringLiteral("kept"))));
    spoil(pack);
    checkNow();
    QCOMPARE(state().state.text(), QStringLiteral("Damaged"));
    QCOMPARE(state().damagedFiles, 1);
    QCOMPARE(state().damage.size(), 1);
    const auto hit = state().damage.first();
    QCOMPARE(hit.machine, QStringLiteral("web"));
    QVERIFY(!hit.disk.isEmpty());
    QVERIFY(hit.bytes > 0);
    const auto points = m_bench->engine->recoveryPoints(m_bench->itemId(QStringLiteral("web")));
    QCOMPARE(hit.recoveryPoint, points->first().id.name());
    QCOMPARE(hit.time, std::optional(points->first().time));
    QCOMPARE(alerts("Fired").size(), 1);
    const auto alert = alerts("Fired").first();
    QCOMPARE(alert.target, m_bench->vaultId());
    QVERIFY(alert.severity == contract::AlertSeverity::Critical);
    QCOMPARE(alert.facts.value(QStringLiteral("machines")), QStringLiteral("web"));
    QCOMPARE(alert.facts.value(QStringLiteral("points")), QStringLiteral("1"));
    QCOMPARE(alert.facts.value(QStringLiteral("files")), QStringLiteral("1"));
    // The same damage is not told again, by whatever check.
    checkNow();
    m_bench->advance(std::chrono::hours(24));
    m_bench->engine->tick();
    m_bench->engine->waitForJobs();
    QCOMPARE(alerts("Fired").size(), 1);
    QCOMPARE(alerts("Fired").first().count, 1);
    QCOMPARE(state().state.text(), QStringLiteral("Damaged"));
    // Put right by a person: a clean check resolves it.
    QVERIFY(QFile::remove(pack) && QFile::copy(m_bench->path(QStringLiteral("kept")), pack));
    checkNow();
    QCOMPARE(state().state.text(), QStringLiteral("Whole"));
    QVERIFY(state().damage.isEmpty());
    QVERIFY(alerts("Fired").isEmpty());
    QCOMPARE(alerts("Resolved").size(), 1);
}

void EngineCheck::aMissingPackIsTold()
{
    QVERIFY(QFile::remove(packsIn(first()).first()));
    checkNow();
    QCOMPARE(state().state.text(), QStringLiteral("Damaged"));
    QCOMPARE(state().damage.size(), 1);
    QCOMPARE(alerts("Fired").size(), 1);
}

//! A share every six hours: 28 of them make a round, and none is left out.
void EngineCheck::everythingIsReadWithinAWeek()
{
    m_bench->engine->tick();
    m_bench->engine->waitForJobs();
    QVERIFY(!state().lastChecked); // what was just written was just read back
    spoil(packsIn(first()).first());
    int shares = 0;
    for (; shares < 29 && alerts("Fired").isEmpty(); ++shares) {
        m_bench->advance(std::chrono::hours(6));
        m_bench->engine->tick();
        m_bench->engine->waitForJobs();
    }
    QCOMPARE(alerts("Fired").size(), 1);
    QCOMPARE(state().state.text(), QStringLiteral("Damaged"));
    // And stays told by the shares in which it does not lie.
    for (int share = 0; share < 3; ++share) {
        m_bench->advance(std::chrono::hours(6));
        m_bench->engine->tick();
        m_bench->engine->waitForJobs();
        QCOMPARE(state().state.text(), QStringLiteral("Damaged"));
        QCOMPARE(alerts("Fired").size(), 1);
    }
    for (int share = 0; share < 28; ++share) {
        m_bench->advance(std::chrono::hours(6));
        m_bench->engine->tick();
        m_bench->engine->waitForJobs();
    }
    QVERIFY(state().allReadSince);
    QVERIFY(state().allReadSince->secsTo(toDateTime(m_bench->clock->now())) <= 14 * 24 * 3600);
}

void EngineCheck::whatWasMissedIsMadeUpFor()
{
    m_bench->engine->tick();
    m_bench->advance(std::chrono::hours(24 * 30));
    contract::ProtectRequest stop; // else a backup is due too
    stop.state = contract::ProtectionState::ProtectionStopped;
    stop.sourceResourceId = m_bench->vmId(QStringLiteral("web"));
    VALV_VERIFY(m_bench->engine->protect(m_bench->itemId(QStringLiteral("web")), stop));
    m_bench->engine->waitForJobs();
    m_bench->engine->tick();
    m_bench->engine->waitForJobs();
    QCOMPARE(state().allReadSince, std::optional(toDateTime(m_bench->clock->now())));
    // And only once.
    const auto before = state().lastChecked;
    m_bench->advance(std::chrono::hours(1));
    m_bench->engine->tick();
    m_bench->engine->waitForJobs();
    QCOMPARE(state().lastChecked, before);
}

//! The tick that starts a backup puts the share off; it is read later.
void EngineCheck::waitsForJobs()
{
    m_bench->engine->tick();
    m_bench->engine->waitForJobs();
    m_bench->advance(std::chrono::hours(24)); // both are due
    m_bench->engine->tick();
    m_bench->engine->waitForJobs();
    QVERIFY(!state().lastChecked);
    m_bench->engine->tick();
    m_bench->engine->waitForJobs();
    QVERIFY(state().lastChecked);
}

void EngineCheck::survivesARestart()
{
    spoil(packsIn(first()).first());
    checkNow();
    const auto before = state();
    m_bench->close();
    VALV_VERIFY(m_bench->open());
    QCOMPARE(state(), before);
    checkNow();
    QCOMPARE(alerts("Fired").first().count, 1);
}

void EngineCheck::aVaultThatIsAwayIsNoDamage()
{
    const auto folder = first();
    m_bench->close();
    QVERIFY(QDir().rename(folder, m_bench->path(QStringLiteral("away"))));
    VALV_VERIFY(m_bench->open());
    checkNow();
    QCOMPARE(state().state.text(), QStringLiteral("Unreadable"));
    QVERIFY(state().problem);
    QCOMPARE(QString::fromStdString(state().problem->code), QStringLiteral("VaultNotFound"));
    QVERIFY(alerts("").isEmpty());
    QVERIFY(QDir().rename(m_bench->path(QStringLiteral("away")), folder));
    m_bench->advance(std::chrono::hours(2));
    checkNow();
    QCOMPARE(state().state.text(), QStringLiteral("Whole"));
    QVERIFY(!state().problem);
}

//! An unmounted disk while the vault is open: nothing is written there, and nobody is told of damage.
void EngineCheck::anEmptyMountPointIsNoDamage()
{
    const auto folder = first();
    QVERIFY(QDir().rename(folder, m_bench->path(QStringLiteral("away"))) && QDir().mkpath(folder));
    checkNow();
    QCOMPARE(state().state.text(), QStringLiteral("Unreadable"));
    QVERIFY(alerts("").isEmpty());
    QVERIFY(QDir(folder).isEmpty());
}

//! Nobody asked for a check: the restore found it out.
void EngineCheck::aRestoreThatFindsDamageTellsIt()
{
    spoil(packsIn(first()).first());
    const auto to = m_bench->path(QStringLiteral("out"));
    QCOMPARE(restored(to).status.text(), QStringLiteral("Failed"));
    QVERIFY(QDir(to).entryList(QDir::Files | QDir::Hidden).isEmpty());
    QCOMPARE(state().state.text(), QStringLiteral("Damaged"));
    QCOMPARE(alerts("Fired").size(), 1);
}

void EngineCheck::repairedFromTheSecond_data()
{
    QTest::addColumn<bool>("gone");
    QTest::newRow("flipped bits") << false;
    QTest::newRow("a removed pack") << true;
}

void EngineCheck::repairedFromTheSecond()
{
    QFETCH(bool, gone);
    second();
    const auto pack = packsIn(first()).first();
    const auto before = contents(pack);
    if (gone) {
        QVERIFY(QFile::remove(pack));
    } else {
        spoil(pack);
    }
    checkNow();
    QVERIFY(contents(pack) == before);
    QCOMPARE(state().state.text(), QStringLiteral("Whole"));
    QCOMPARE(state().repairedFiles, 1);
    QCOMPARE(state().lastRepaired, std::optional(toDateTime(m_bench->clock->now())));
    QVERIFY(state().damage.isEmpty());
    QVERIFY(alerts("Fired").isEmpty());
    QCOMPARE(alerts("Resolved").size(), 1); // a disk that loses bytes is worth knowing of
    QCOMPARE(alerts("Resolved").first().facts.value(QStringLiteral("repaired")), QStringLiteral("1"));
    const auto job = restored(m_bench->path(QStringLiteral("out")));
    QCOMPARE(job.status.text(), QStringLiteral("Completed")); // from the first alone
    QVERIFY(contents(m_bench->path(QStringLiteral("out/web-os.raw"))) == asArray(m_data));
}

void EngineCheck::restoresChunkByChunk_data()
{
    QTest::addColumn<bool>("gone");
    QTest::newRow("flipped bits") << false;
    QTest::newRow("a removed pack") << true;
}

//! The first location is damaged and whole again after the restore; the bytes are those of the source.
void EngineCheck::restoresChunkByChunk()
{
    QFETCH(bool, gone);
    second();
    for (const auto& pack : packsIn(first())) {
        if (gone) {
            QVERIFY(QFile::remove(pack));
        } else {
            spoil(pack);
        }
        const auto to = m_bench->path(QFileInfo(pack).baseName());
        const auto job = restored(to);
        QCOMPARE(job.status.text(), QStringLiteral("CompletedWithWarnings"));
        QCOMPARE(job.errors.first().code, QStringLiteral("ValvReadSecondLocation"));
        QCOMPARE(job.propertyBag.value(QStringLiteral("Read from")), m_second);
        QVERIFY(contents(to + QStringLiteral("/web-os.raw")) == asArray(m_data));
        QCOMPARE(state().state.text(), QStringLiteral("Whole")); // the check that followed put it right
        QVERIFY(QFileInfo::exists(pack));
        QVERIFY(alerts("Fired").isEmpty());
    }
    QVERIFY(!alerts("Resolved").isEmpty());
    QVERIFY(restoresTheSource(QStringLiteral("again")));
}

void EngineCheck::bothDamagedInOnePlace()
{
    second();
    spoil(packsIn(first()).first());
    spoil(packsIn(m_second).first());
    checkNow();
    QCOMPARE(state().state.text(), QStringLiteral("Damaged"));
    QCOMPARE(state().repairedFiles, 0);
    QCOMPARE(alerts("Fired").size(), 1);
    const auto to = m_bench->path(QStringLiteral("out"));
    QCOMPARE(restored(to).status.text(), QStringLiteral("Failed"));
    QVERIFY(QDir(to).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

void EngineCheck::theNextBackupHeals_data()
{
    QTest::addColumn<bool>("closed");
    QTest::newRow("at once") << false;
    QTest::newRow("after a restart") << true;
}
void EngineCheck::theNextBackupHeals()
{
    QFETCH(bool, closed);
    const auto oldest = m_bench->engine->recoveryPoints(m_bench->itemId(QStringLiteral("web")))->first().name;
    spoil(packsIn(first()).first());
    checkNow();
    QCOMPARE(state().state.text(), QStringLiteral("Damaged"));
    QVERIFY(!restoresTheSource(QStringLiteral("before")));
    if (closed) {
        m_bench->close();
        VALV_VERIFY(m_bench->open());
    }
    m_bench->advance(std::chrono::hours(1));
    QCOMPARE(m_bench->backUp(QStringLiteral("web")).status.text(), QStringLiteral("Completed"));
    m_bench->engine->waitForJobs();
    // The same bytes, but not named where they are damaged: stored anew.
    QVERIFY(restoresTheSource(QStringLiteral("after")));
    const auto points = m_bench->engine->recoveryPoints(m_bench->itemId(QStringLiteral("web")));
    QCOMPARE(points->size(), 2);
    QCOMPARE(points->last().name, oldest);
    const auto to = m_bench->path(QStringLiteral("old"));
    VALV_VERIFY(m_bench->engine->restore(points->last().id, m_bench->restoreRequest(to)));
    m_bench->engine->waitForJobs();
    QVERIFY(contents(to + QStringLiteral("/web-os.raw")) == asArray(m_data)); // the point of before, too
    checkNow();
    QVERIFY2(state().damage.isEmpty(), "no recovery point is hit any more");
}

void EngineCheck::unknownVault()
{
    QCOMPARE(codeOf(m_bench->engine->checkNow(m_bench->vaultId(QStringLiteral("nowhere")))),
             QStringLiteral("ResourceNotFound"));
}

VALV_TEST_GUILESS(EngineCheck)

} // namespace tst_enginecheck

#include "tst_enginecheck.moc"
