// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/lockablevault.h"
#include "support/testprogram.h"

namespace tst_engineclock {

using namespace valv;
using namespace valv::test;
using contract::Immutability;

//! A clock that was set: what is locked stays so, and nothing expires that should not have.
class EngineClock : public QObject, private LockableVault
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void theClock_data();
    void theClock();
    void aClockSetForwardExpiresNothing();
    void aDoubtedClockIsTold_data();
    void aDoubtedClockIsTold();
};

void EngineClock::theClock_data()
{
    QTest::addColumn<int>("clockDays"); // how far the clock moves
    QTest::addColumn<int>("upDays"); // how long the computer runs meanwhile
    QTest::addColumn<bool>("restart");
    QTest::addColumn<int>("thenHours"); // both, after that
    QTest::addColumn<bool>("holds"); // the lock of ten days
    QTest::newRow("nothing") << 0 << 0 << false << 0 << true;
    QTest::newRow("eleven days go by") << 11 << 11 << false << 0 << false;
    QTest::newRow("set forward") << 11 << 0 << false << 0 << true;
    QTest::newRow("set forward by years") << 4000 << 0 << false << 0 << true;
    QTest::newRow("set forward, most of a day later") << 11 << 0 << false << 23 << true;
    QTest::newRow("set forward, and nobody minds") << 11 << 0 << false << 25 << false;
    QTest::newRow("set back") << -400 << 0 << false << 25 << true;
    QTest::newRow("off for eleven days") << 11 << 0 << true << 0 << false;
    QTest::newRow("off for years, or set forward while it was off") << 700 << 0 << true << 0 << true;
    QTest::newRow("off for years, a day later") << 700 << 0 << true << 25 << false;
}

//! What a wrong clock does is the safe side: a lock ends later, never sooner.
void EngineClock::theClock()
{
    QFETCH(int, clockDays);
    QFETCH(int, upDays);
    QFETCH(bool, restart);
    QFETCH(int, thenHours);
    QFETCH(bool, holds);
    std::chrono::milliseconds up = std::chrono::hours(5);
    m_bench->close();
    m_bench->uptime = [&up] { return up; };
    VALV_VERIFY(m_bench->open());
    VALV_VERIFY(m_bench->protect(QStringLiteral("web")));
    (void)m_bench->backUp(QStringLiteral("web"));
    VALV_VERIFY(lockUntil(now().addDays(10)));
    m_bench->engine->tick();
    m_bench->engine->waitForJobs();
    if (restart) {
        m_bench->close();
        up = std::chrono::hours(1); // of another start
    }
    m_bench->advance(std::chrono::hours(24) * clockDays);
    up += std::chrono::hours(24) * upDays;
    if (restart) {
        VALV_VERIFY(m_bench->open());
    }
    (void)m_bench->engine->deletionBlockers(m_bench->vaultId()); // somebody looks
    const auto item = m_bench->itemId(QStringLiteral("web"));
    if (thenHours > 0) {
        QCOMPARE(detailOf(m_bench->engine->deleteProtection(item)), QStringLiteral("VaultImmutable"));
    }
    m_bench->advance(std::chrono::hours(thenHours));
    up += std::chrono::hours(thenHours);
    const auto blockers = m_bench->engine->deletionBlockers(m_bench->vaultId());
    VALV_VERIFY(blockers);
    QCOMPARE(std::any_of(blockers->begin(), blockers->end(),
                         [](const auto& blocker) { return blocker.kind == contract::BlockerKind::Immutability; }),
             holds);
    if (holds) {
        QCOMPARE(detailOf(setState(Immutability::Disabled)), QStringLiteral("VaultImmutable"));
    }
    QCOMPARE(detailOf(m_bench->engine->deleteProtection(item)), holds ? QStringLiteral("VaultImmutable") : QString());
    m_bench->close(); // uptime goes with this function
}

//! The catch-up backup of a clock in the far future would make every older point look old enough to go.
void EngineClock::aClockSetForwardExpiresNothing()
{
    std::chrono::milliseconds up = std::chrono::hours(5);
    m_bench->close();
    m_bench->uptime = [&up] { return up; };
    VALV_VERIFY(m_bench->open());
    VALV_VERIFY(putPolicy(7, QStringLiteral("Natt")));
    VALV_VERIFY(m_bench->protect(QStringLiteral("web"), QStringLiteral("Natt")));
    for (int night = 0; night < 3; ++night) {
        up += std::chrono::hours(24);
        runNights(1);
    }
    QCOMPARE(points(), 3);
    m_bench->advance(std::chrono::hours(24 * 365));
    for (int turn = 0; turn < 3; ++turn) {
        m_bench->engine->tick();
        m_bench->engine->waitForJobs();
    }
    QCOMPARE(points(), 4);
    m_bench->advance(-std::chrono::hours(24 * 365)); // set right again
    m_bench->engine->tick();
    m_bench->engine->waitForJobs();
    QVERIFY(points() >= 3);
    m_bench->close();
}

void EngineClock::aDoubtedClockIsTold_data()
{
    QTest::addColumn<bool>("setRight"); // or believed after a day
    QTest::newRow("and set right") << true;
    QTest::newRow("and believed at last") << false;
}

//! Once, with the time that it should be, and resolved when the clock is believed again.
void EngineClock::aDoubtedClockIsTold()
{
    QFETCH(bool, setRight);
    std::chrono::milliseconds up = std::chrono::hours(5);
    m_bench->close();
    m_bench->uptime = [&up] { return up; };
    VALV_VERIFY(m_bench->open());
    const auto told = [this] {
        QList<contract::Alert> found;
        for (const auto& alert : m_bench->engine->alerts({}).value_or(QList<contract::Alert>())) {
            if (alert.code == QLatin1String("ClockDoubted")) {
                found.append(alert);
            }
        }
        return found;
    };
    const auto tick = [this] {
        m_bench->engine->tick();
        m_bench->engine->waitForJobs();
    };
    tick();
    QVERIFY(told().isEmpty());
    const auto before = now();
    m_bench->advance(std::chrono::hours(24 * 300));
    tick();
    tick();
    QCOMPARE(told().size(), 1);
    auto alert = told().first();
    QCOMPARE(alert.severity, contract::AlertSeverity::Warning);
    QCOMPARE(alert.condition, contract::AlertCondition::Fired);
    QCOMPARE(alert.target.text(), ArmId::subscription(m_bench->subscription()).text());
    QVERIFY(!alert.targetName.isEmpty());
    QCOMPARE(alert.raised, before);
    QCOMPARE(alert.count, 1);
    QCOMPARE(alert.facts.value(QStringLiteral("shown")), toIso(now()));
    QVERIFY2(alert.description.contains(alert.targetName) && !alert.description.contains(QLatin1Char('{')),
             qPrintable(alert.description));
    QVERIFY(!alert.action.isEmpty());
    if (setRight) {
        m_bench->advance(-std::chrono::hours(24 * 300));
    } else {
        m_bench->advance(std::chrono::hours(25));
        up += std::chrono::hours(25);
    }
    tick();
    QCOMPARE(told().size(), 1);
    alert = told().first();
    QCOMPARE(alert.condition, contract::AlertCondition::Resolved);
    QVERIFY(alert.changed >= before);
    m_bench->close(); // uptime goes with this function
}

VALV_TEST_GUILESS(EngineClock)

} // namespace tst_engineclock

#include "tst_engineclock.moc"
