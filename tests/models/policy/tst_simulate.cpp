// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies.h"
#include "policy/retention.h"
#include "policy/schedule.h"
#include "policy/simulate.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

namespace tst_simulate {

using namespace valv;
using namespace valv::policy;
using namespace policies;

class TestSimulate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marks();
    void severalADay();
    void beforeTodaysRun();
    void agreesWithRetention_data();
    void agreesWithRetention();
    void ninetyNineYearsAreQuick();
};

void TestSimulate::marks()
{
    auto policy = daily("UTC", {22, 30}, 7);
    policy.weekly = WeeklyRetention{{Weekday::Sunday}, 3};
    const auto simulation = simulate(policy, at("2018-12-19T23:00:00Z")); // a Wednesday
    QCOMPARE(simulation.nextRuns.size(), 5);
    QCOMPARE(toIso(simulation.nextRuns.first()), QStringLiteral("2018-12-20T22:30:00Z"));
    QCOMPARE(simulation.latestRun, QDate(2018, 12, 19));
    QCOMPARE(simulation.tiers.size(), std::size_t{2});
    QCOMPARE(simulation.tiers[0].ages, (std::vector<int>{0, 1, 2, 3, 4, 5, 6}));
    QCOMPARE(simulation.tiers[1].ages, (std::vector<int>{3, 10, 17}));
    QCOMPARE(simulation.tiers[1].atMost, qint64{3});
    QCOMPARE(simulation.pointsWhenFull(), qint64{9}); // one is both
    QCOMPARE(simulation.pointsAtMost, qint64{10});
    QVERIFY(simulate(weekly("UTC", {6, 0}, {}), at("2018-12-19T23:00:00Z")).ages.empty());
}

void TestSimulate::severalADay()
{
    auto policy = hourly("UTC", {8, 0}, 4, 12, 7);
    policy.weekly = WeeklyRetention{{Weekday::Sunday}, 3};
    const auto simulation = simulate(policy, at("2018-12-19T23:00:00Z"));
    QCOMPARE(toIso(simulation.nextRuns.last()), QStringLiteral("2018-12-21T08:00:00Z"));
    QCOMPARE(simulation.runsPerDay, 4);
    QCOMPARE(simulation.ages, (std::vector<int>{0, 1, 2, 3, 4, 5, 6, 10, 17}));
    QCOMPARE(simulation.pointsWhenFull(), qint64{7 * 4 + 2}); // the Sundays before: one each
    QCOMPARE(simulation.tiers[0].atMost, qint64{28});
    QCOMPARE(simulation.pointsAtMost, qint64{31});
}

void TestSimulate::beforeTodaysRun()
{
    const auto simulation = simulate(daily("UTC", {22, 30}, 7), at("2018-12-19T22:00:00Z"));
    QCOMPARE(simulation.latestRun, QDate(2018, 12, 18));
    QCOMPARE(simulate(weekly("UTC", {6, 0}, {Weekday::Monday}), at("2018-12-16T22:00:00Z")).latestRun,
             QDate(2018, 12, 10));
}

void TestSimulate::agreesWithRetention_data()
{
    QTest::addColumn<BackupPolicy>("policy");
    auto policy = daily("W. Europe Standard Time", {2, 30}, 14); // through both changes of the clock
    policy.weekly = WeeklyRetention{{Weekday::Sunday, Weekday::Wednesday}, 8};
    policy.monthly = MonthlyRetention{byWeek({WeekOfMonth::First, WeekOfMonth::Last}, {Weekday::Sunday}), 14};
    policy.yearly = YearlyRetention{{Month::February}, byDay({}, true), 2};
    QTest::newRow("daily, all rows") << policy;
    policy.monthly->on = byDay({1, 15}, true);
    policy.monthly->months = 5;
    policy.timeZone = QStringLiteral("Eastern Standard Time");
    QTest::newRow("daily, by day of month") << policy;
    auto week = weekly("UTC", {6, 0}, {Weekday::Monday, Weekday::Friday}, 10);
    week.monthly = MonthlyRetention{byWeek({WeekOfMonth::Second}, {Weekday::Friday}), 12};
    QTest::newRow("weekly") << week;
}

//! Three years run by run: after each, retention keeps what the simulation says, of what was kept until then.
void TestSimulate::agreesWithRetention()
{
    QFETCH(BackupPolicy, policy);
    const auto zone = zoneOf(policy);
    std::vector<PointFacts> points;
    const auto from = at("2018-12-19T12:00:00Z");
    const auto runs = runsBetween(policy, from, from.addYears(3));
    const QDate first = runs.first().toTimeZone(zone).date();
    for (const auto& run : runs) {
        points.push_back({toIso(run), run, true, {}, true, {}, false});
        std::vector<int> kept;
        const QDate today = run.toTimeZone(zone).date();
        std::vector<PointFacts> left;
        for (const auto& verdict : retain(policy, points, run)) {
            const auto point =
                std::find_if(points.begin(), points.end(), [&](const auto& p) { return p.id == verdict.id; });
            if (verdict.kept) {
                kept.push_back(int(point->time.toTimeZone(zone).date().daysTo(today)));
                left.push_back(*point);
            }
        }
        points = std::move(left); // clean-up
        auto expected = simulate(policy, run).ages;
        std::erase_if(expected, [&](int age) { return today.addDays(-age) < first; });
        QCOMPARE(kept, expected);
        QVERIFY(std::ssize(kept) <= simulate(policy, run).pointsAtMost + 1);
    }
}

void TestSimulate::ninetyNineYearsAreQuick()
{
    auto policy = daily("W. Europe Standard Time", {2, 30}, 9000);
    policy.yearly = YearlyRetention{{Month::January}, byDay({1}), 99};
    QElapsedTimer timer;
    timer.start();
    const auto simulation = simulate(policy, at("2018-12-19T12:00:00Z"));
    QCOMPARE(simulation.tiers.back().ages.size(), std::size_t{99});
    QVERIFY2(timer.elapsed() < 2000,
             qPrintable(QString::number(timer.elapsed()))); // about 20 ms; the machine may be busy
}

VALV_TEST_GUILESS(TestSimulate)

} // namespace tst_simulate

#include "tst_simulate.moc"
