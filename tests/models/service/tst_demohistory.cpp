// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/names.h"
#include "core/datetime.h"
#include "engine/engine.h"
#include "hypervisor/demoestate.h"
#include "service/demohistory.h"
#include "service/demoplot.h"
#include "support/testprogram.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

namespace tst_demohistory {

using namespace valv;
using namespace valv::service;
using contract::ProtectionState;

namespace {

std::unique_ptr<engine::Engine> opened(const QString& data)
{
    engine::Options options;
    options.dataFolder = data;
    options.clock = std::make_shared<ManualClock>(hypervisor::demoNow());
    options.ids = std::make_shared<SequenceIds>(99);
    options.subscriptionName = demoSubscriptionName();
    options.sources.push_back(hypervisor::makeDemoSource(demoEstateFolder(data)));
    auto engine = engine::Engine::open(std::move(options));
    return engine ? std::move(*engine) : nullptr;
}

//! By value: a loop over a part of a temporary would outlive it.
template <typename T>
T held(Result<T> result)
{
    return std::move(result).value();
}

QString local(const std::optional<QDateTime>& at)
{
    return at ? at->toTimeZone(QTimeZone("Europe/Stockholm")).toString(QStringLiteral("MM-dd HH:mm"))
              : QStringLiteral("-");
}

//! All that a person sees of a history, as text.
QStringList story(engine::Engine& engine)
{
    QStringList lines;
    for (const auto& vault : held(engine.vaults())) {
        lines.append(vault.id.text());
        for (const auto& policy : held(engine.policies(vault.id))) {
            lines.append(policy.name);
        }
        for (const auto& item : held(engine.protectedItems(vault.id))) {
            lines.append(item.friendlyName + QLatin1Char(' ') + item.state.text() + QLatin1Char(' ')
                         + local(item.lastRecoveryPoint) + QLatin1Char(' ') + local(item.nextRun));
            for (const auto& point : held(engine.recoveryPoints(item.id))) {
                lines.append(QStringLiteral("  ") + point.name + QLatin1Char(' ') + local(point.time) + QLatin1Char(' ')
                             + point.consistency.text() + QLatin1Char(' ') + point.keptBy.join(QLatin1Char(',')));
            }
        }
        for (const auto& job : held(engine.jobs(vault.id, {}))) {
            lines.append(QStringLiteral("  ") + job.name + QLatin1Char(' ') + job.entity + QLatin1Char(' ')
                         + job.operation.text() + QLatin1Char(' ') + job.status.text() + QLatin1Char(' ')
                         + local(job.startTime) + QLatin1Char(' ') + local(job.endTime));
        }
        // Not what is stored: it differs by a few bytes each time.
        for (const auto& sample : held(engine.storageHistory(vault.id, 60))) {
            lines.append(QStringLiteral("  %1 %2").arg(local(sample.time)).arg(sample.sourceBytes));
        }
    }
    return lines;
}

} // namespace

class TestDemoHistory : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<engine::Engine> m_engine;

    [[nodiscard]] QString data() const { return m_dir.filePath(QStringLiteral("one")); }
    [[nodiscard]] std::optional<contract::ProtectedItem> item(const QString& vm) const
    {
        for (const auto& vault : held(m_engine->vaults())) {
            for (const auto& one : held(m_engine->protectedItems(vault.id))) {
                if (one.friendlyName == vm) {
                    return m_engine->protectedItem(one.id).value();
                }
            }
        }
        return std::nullopt;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QElapsedTimer timer;
        timer.start();
        const auto made = prepareDemo(data());
        QVERIFY2(made, made ? "" : (made.error().message + " " + made.error().target).c_str());
        qInfo("estate and history: %lld ms", timer.elapsed());
        m_engine = opened(data());
        QVERIFY(m_engine);
    }
    void cleanupTestCase() { m_engine.reset(); }

    //! Row by row as the list of virtual machines shows it.
    void items_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<QString>("last");
        QTest::addColumn<QString>("next");
        const auto row = [](const char* vm, const char* state, const char* last, const char* next) {
            QTest::newRow(vm) << QString::fromLatin1(state) << QString::fromLatin1(last) << QString::fromLatin1(next);
        };
        row("ad-dc-01", "Protected", "12-18 22:38", "12-19 22:30");
        row("ad-dc-02", "Protected", "12-18 22:36", "12-19 22:30");
        row("app-order-01", "Protected", "12-18 22:52", "12-19 22:30");
        row("app-order-02", "Protected", "12-18 22:55", "12-19 22:30");
        row("bygg-01", "", "", "");
        row("fil-01", "Protected", "12-17 22:49", "12-19 22:30");
        row("fil-02", "Protected", "12-18 22:44", "12-19 22:30");
        row("mon-01", "Protected", "12-18 23:03", "12-19 23:00");
        row("sql-prod-01", "Protected", "12-18 22:41", "12-19 22:30");
        row("sql-prod-02", "IRPending", "-", "12-19 22:30");
        row("sql-test-01", "ProtectionStopped", "11-30 22:34", "-");
        row("vm-web-01", "", "", "");
        row("vm-web-02", "", "", "");
        row("vm-web-03", "", "", "");
        row("vpn-01", "Protected", "12-18 23:02", "12-19 23:00");
        row("wsus-01", "Protected", "12-18 23:04", "12-19 23:00");
    }
    void items()
    {
        const auto one = item(QString::fromLatin1(QTest::currentDataTag()));
        QFETCH(QString, state);
        QCOMPARE(one.has_value(), !state.isEmpty());
        if (one) {
            QCOMPARE(one->state.text(), state);
            QTEST(local(one->lastRecoveryPoint), "last");
            QTEST(local(one->nextRun), "next");
        }
    }

    void vaults()
    {
        QStringList lines;
        for (const auto& vault : held(m_engine->vaults())) {
            lines.append(vault.name + QLatin1Char(' ') + vault.id.resourceGroup() + QLatin1Char(' ') + vault.location);
            QStringList policies;
            for (const auto& policy : held(m_engine->policies(vault.id))) {
                policies.append(policy.name);
            }
            policies.sort();
            QCOMPARE(policies,
                     (QStringList{QStringLiteral("DefaultPolicy"), QStringLiteral("Drift-Daglig"),
                                  QStringLiteral("Produktion-GFS")}));
        }
        lines.sort();
        QCOMPARE(lines,
                 (QStringList{QStringLiteral("valv-nord rg-backup northeurope"),
                              QStringLiteral("valv-produktion rg-backup swedencentral"),
                              QStringLiteral("valv-test rg-test northeurope")}));
    }

    //! What the pictures of an item show: the database's writers did not answer for two nights, in one its agent was
    //! away.
    void pointsOfEveryConsistency()
    {
        const auto database = item(QStringLiteral("sql-prod-01"));
        QVERIFY(database);
        QMap<QString, int> points;
        for (const auto& point : held(m_engine->recoveryPoints(database->id))) {
            ++points[point.consistency.text()];
        }
        QCOMPARE(points,
                 (QMap<QString, int>{{QStringLiteral("AppConsistent"), 17},
                                     {QStringLiteral("FileSystemConsistent"), 2},
                                     {QStringLiteral("CrashConsistent"), 1}}));
    }

    void theFailureHasARealCause()
    {
        const auto failing = item(QStringLiteral("fil-01"));
        QVERIFY(failing);
        QCOMPARE(failing->lastBackupStatus.text(), QStringLiteral("Failed"));
        engine::JobQuery query;
        query.entity = QStringLiteral("fil-01");
        query.status = QStringLiteral("Failed");
        const auto jobs = m_engine->jobs(failing->id.vaultId(), query).value();
        QCOMPARE(jobs.size(), 1);
        const auto job = m_engine->job(jobs.constFirst().id).value();
        QVERIFY(!job.errors.isEmpty());
        QVERIFY(!job.errors.constFirst().message.isEmpty());
    }

    void everyOtherJobWentWell()
    {
        for (const auto& vault : held(m_engine->vaults())) {
            for (const auto& job : held(m_engine->jobs(vault.id, {}))) {
                const bool fine = job.status == contract::JobStatus::Completed
                    || job.status == contract::JobStatus::CompletedWithWarnings;
                QVERIFY2(fine || job.entity == QLatin1String("fil-01"),
                         qPrintable(job.entity + QLatin1Char(' ') + job.status.text()));
                QVERIFY(job.startTime <= toDateTime(hypervisor::demoNow()));
            }
        }
    }

    void storageGrew()
    {
        for (const auto& vault : held(m_engine->vaults())) {
            const auto samples = held(m_engine->storageHistory(vault.id, 30));
            QVERIFY2(samples.size() >= 18, qPrintable(vault.name)); // one for each of the nights
            for (qsizetype i = 1; i < samples.size(); ++i) {
                QVERIFY(samples[i - 1].time < samples[i].time);
            }
            QVERIFY(samples.constLast().storedBytes * 100 >= samples.constFirst().storedBytes * 99);
            QVERIFY(samples.constLast().storedBytes > 0);
        }
    }

    void nothingIsDueNow()
    {
        const auto before = story(*m_engine);
        m_engine->tick();
        m_engine->waitForJobs();
        QCOMPARE(story(*m_engine), before);
    }

    void theSameEachTime()
    {
        const auto other = m_dir.filePath(QStringLiteral("two"));
        QVERIFY(prepareDemo(other));
        const auto engine = opened(other);
        QVERIFY(engine);
        QCOMPARE(story(*engine), story(*m_engine));
    }

    void doneOnce()
    {
        m_engine.reset();
        QElapsedTimer timer;
        timer.start();
        QVERIFY(prepareDemo(data()));
        QVERIFY(timer.elapsed() < 2000);
        m_engine = opened(data());
        QVERIFY(m_engine);
    }

    void aHalfMadeOneIsMadeAnew()
    {
        const auto other = m_dir.filePath(QStringLiteral("three"));
        QDir().mkpath(other + QStringLiteral("/vaults/rubbish"));
        QFile mark(other + QStringLiteral("/demo-estate"));
        QVERIFY(mark.open(QIODevice::WriteOnly));
        mark.write("being made\n");
        mark.close();
        QVERIFY(prepareDemo(other));
        QVERIFY(!QDir(other + QStringLiteral("/vaults/rubbish")).exists());
    }

    void somebodysDataIsLeftAlone()
    {
        const auto other = m_dir.filePath(QStringLiteral("four"));
        QDir().mkpath(other + QStringLiteral("/vaults/mine"));
        const auto made = prepareDemo(other);
        QVERIFY(!made);
        QCOMPARE(made.error().code, "DemoFolderInUse");
        QVERIFY(QDir(other + QStringLiteral("/vaults/mine")).exists());
    }
};

VALV_TEST_GUILESS(TestDemoHistory)

} // namespace tst_demohistory

#include "tst_demohistory.moc"
