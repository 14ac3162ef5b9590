// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/enginetest.h"
#include "support/testprogram.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#include <algorithm>
#include <thread>

namespace tst_enginevault {

using namespace valv;
using namespace valv::test;

//! What is seen of a vault while it is made and grows, and what a crash or a full disk leaves of it.
class EngineVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void creatingIsSeen();
    void leftFromACrash();
    void storageHistory();
    void opensOnAFullDisk();

private:
    [[nodiscard]] QDateTime now() const { return toDateTime(m_bench->clock->now()); }
    void sql(const QString& statement) const
    {
        const auto name = QStringLiteral("beside");
        {
            auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), name);
            database.setDatabaseName(m_bench->path(QStringLiteral("data/catalogue.sqlite")));
            QVERIFY(database.open());
            QSqlQuery query(database);
            QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
        }
        QSqlDatabase::removeDatabase(name);
    }

    std::unique_ptr<Bench> m_bench;
};

void EngineVault::init()
{
    m_bench = std::make_unique<Bench>();
    addVm(*m_bench->estate, "web", {randomBytes(256 * 1024, 1)});
    VALV_VERIFY(m_bench->open());
    VALV_VERIFY(m_bench->makeVault());
    QCOMPARE(m_bench->engine->vault(m_bench->vaultId())->immutability.text(), QStringLiteral("Disabled"));
}

void EngineVault::creatingIsSeen()
{
    // What is seen while it takes its time: as a crash in the middle leaves it.
    sql(QStringLiteral("UPDATE vaults SET body=replace(body, '\"Succeeded\"', '\"Provisioning\"')"));
    const auto vault = m_bench->engine->vault(m_bench->vaultId());
    VALV_VERIFY(vault);
    QVERIFY(vault->provisioning == contract::ProvisioningState::Provisioning);
    QCOMPARE(m_bench->engine->vaults()->size(), 1);
    QCOMPARE(QString::fromStdString(m_bench->engine->vaultNameProblem(QStringLiteral("VAULT1"))->code),
             QStringLiteral("ValVaultNameTaken"));
    QCOMPARE(detailOf(m_bench->engine->policies(m_bench->vaultId())), QStringLiteral("ValVaultNotUsable"));
    QCOMPARE(detailOf(m_bench->protect(QStringLiteral("web"))), QStringLiteral("ValVaultNotUsable"));
    QCOMPARE(detailOf(m_bench->makeVault()), QStringLiteral("ValVaultNotUsable"));
    QCOMPARE(detailOf(m_bench->engine->deleteVault(m_bench->vaultId(), {})), QStringLiteral("ValVaultNotUsable"));
}

void EngineVault::leftFromACrash()
{
    const auto folder = m_bench->engine->vault(m_bench->vaultId())->folder;
    sql(QStringLiteral("UPDATE vaults SET body=replace(body, '\"Succeeded\"', '\"Provisioning\"')"));
    m_bench->close();
    VALV_VERIFY(m_bench->open());
    QVERIFY(m_bench->engine->vaults()->isEmpty());
    QVERIFY(!QFileInfo::exists(folder));
    VALV_VERIFY(m_bench->makeVault()); // the name is free
}

void EngineVault::storageHistory()
{
    QVERIFY(m_bench->engine->storageHistory(m_bench->vaultId(), 30)->isEmpty());
    VALV_VERIFY(m_bench->protect(QStringLiteral("web")));
    (void)m_bench->backUp(QStringLiteral("web"));
    auto samples = *m_bench->engine->storageHistory(m_bench->vaultId(), 30);
    QCOMPARE(samples.size(), 1);
    QCOMPARE(samples.first().time, now());
    QCOMPARE(samples.first().sourceBytes, 256 * 1024);
    QVERIFY(samples.first().storedBytes > 200 * 1024);
    const auto usages = *m_bench->engine->usages(m_bench->vaultId());
    const auto grs = std::find_if(usages.begin(), usages.end(),
                                  [](const auto& usage) { return usage.name == QLatin1String("GRSStorageUsage"); });
    QCOMPARE(samples.first().storedBytes, grs->current);
    // A day without a job has one all the same.
    contract::ProtectRequest stop;
    stop.sourceResourceId = m_bench->vmId(QStringLiteral("web"));
    stop.state = contract::ProtectionState::ProtectionStopped;
    VALV_VERIFY(m_bench->engine->protect(m_bench->itemId(QStringLiteral("web")), stop));
    for (int hour = 0; hour < 48; hour += 12) {
        m_bench->advance(std::chrono::hours(12));
        m_bench->engine->tick();
        m_bench->engine->waitForJobs();
    }
    samples = *m_bench->engine->storageHistory(m_bench->vaultId(), 30);
    QCOMPARE(samples.size(), 3);
    QCOMPARE(samples.last().time, now());
    QCOMPARE(m_bench->engine->storageHistory(m_bench->vaultId(), 1)->size(), 2);
    m_bench->advance(std::chrono::hours(24 * 401));
    m_bench->engine->tick();
    m_bench->engine->waitForJobs();
    QCOMPARE(m_bench->engine->storageHistory(m_bench->vaultId(), 5000)->size(), 1);
}

void EngineVault::opensOnAFullDisk()
{
    VALV_VERIFY(m_bench->protect(QStringLiteral("web")));
    Gate gate;
    m_bench->estate->onRead = [&gate](std::size_t, std::uint64_t) -> Result<> {
        gate.pass();
        return failure("DiskUnreadable", "The program is closed here.");
    };
    const auto accepted = m_bench->engine->backup(m_bench->itemId(QStringLiteral("web")), {});
    VALV_VERIFY(accepted);
    gate.waitUntilReached();
    sql(QStringLiteral("CREATE TRIGGER full BEFORE UPDATE ON jobs BEGIN SELECT RAISE(ABORT, 'disk is full'); END"));
    std::thread closer([this] { m_bench->close(); });
    gate.open();
    closer.join();
    m_bench->estate->onRead = nullptr;
    VALV_VERIFY(m_bench->open()); // the job's end can't be written, and is shown all the same
    const auto job = [&] { return *m_bench->engine->job(m_bench->jobId(accepted->jobId)); };
    QCOMPARE(job().status.text(), QStringLiteral("Failed"));
    QCOMPARE(job().errors.first().code, QStringLiteral("JobInterrupted"));
    sql(QStringLiteral("DROP TRIGGER full")); // somebody made room
    m_bench->engine->tick();
    m_bench->engine->waitForJobs();
    m_bench->close();
    VALV_VERIFY(m_bench->open());
    QCOMPARE(job().status.text(), QStringLiteral("Failed"));
    QCOMPARE(m_bench->backUp(QStringLiteral("web")).status.text(), QStringLiteral("Completed"));
}

VALV_TEST_GUILESS(EngineVault)

} // namespace tst_enginevault

#include "tst_enginevault.moc"
