// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies.h"
#include "policy/describe.h"
#include "policy/retention.h"
#include "policy/schedule.h"
#include "support/testprogram.h"

#include <QRandomGenerator>
#include <QTest>

namespace tst_retention {

using namespace valv;
using namespace valv::policy;
using namespace policies;

namespace {

PointFacts scheduled(const char* time)
{
    return {QString::fromLatin1(time), at(time), true, {}, true, {}, false};
}

//! A later point, so that the one asked about is not the last good one.
PointFacts later()
{
    return {QStringLiteral("later"), at("2199-01-01T00:00:00Z"), false, {}, true, {}, false};
}

QString words(const Verdict& verdict)
{
    QStringList texts;
    for (const auto reason : verdict.reasons) {
        texts.append(toText(reason));
    }
    return texts.join(QLatin1Char(' '));
}

Verdict verdictOf(const std::vector<Verdict>& verdicts, const QString& id)
{
    for (const auto& verdict : verdicts) {
        if (verdict.id == id) {
            return verdict;
        }
    }
    return {};
}

BackupPolicy full()
{
    auto policy = daily("UTC", {22, 30}, 7);
    policy.weekly = WeeklyRetention{{Weekday::Sunday}, 4};
    policy.monthly = MonthlyRetention{byWeek({WeekOfMonth::First}, {Weekday::Sunday}), 12};
    policy.yearly = YearlyRetention{{Month::January}, byWeek({WeekOfMonth::First}, {Weekday::Sunday}), 10};
    return policy;
}

} // namespace

class TestRetention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tags_data();
    void tags();
    void firstGoodPointOfADayBearsTheTags();
    void runPastMidnightAndCatchUp();
    void onDemand_data();
    void onDemand();
    void hourlyDay();
    void hourlyOverSummerTime();
    void chosenDate_data();
    void chosenDate();
    void pinnedStaysAndHasNoDate();
    void lastGoodNeverExpires();
    void damagedIsNotTheLastGood();
    void stoppedKeepsEverything();
    void clockPutBackExpiresNothing();
    void newestFirst();
    void change();
    void nothingExpiresThatARuleKeeps();
    void lines();
};

void TestRetention::tags_data()
{
    QTest::addColumn<BackupPolicy>("policy");
    QTest::addColumn<QString>("point");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<QString>("reasons");
    QTest::addColumn<QString>("until");
    const auto add = [](const char* row, const BackupPolicy& policy, const char* point, const char* now,
                        const char* reasons, const char* until) {
        QTest::newRow(row) << policy << QString::fromLatin1(point) << at(now) << QString::fromLatin1(reasons)
                           << QString::fromLatin1(until);
    };
    const auto week = daily("UTC", {22, 30}, 7);
    add("daily, a second before its end", week, "2018-12-12T22:30:00Z", "2018-12-19T22:29:59Z", "Daily",
        "2018-12-19T22:30:00Z");
    add("daily, at its end", week, "2018-12-12T22:30:00Z", "2018-12-19T22:30:00Z", "", "2018-12-19T22:30:00Z");
    add("the hour of the run counts, not when it was done", week, "2018-12-12T22:47:00Z", "2018-12-19T22:30:00Z", "",
        "2018-12-19T22:30:00Z");
    add("seven days over the change to summer time", daily("W. Europe Standard Time", {22, 30}, 7),
        "2019-03-28T21:30:00Z", "2019-04-04T20:29:59Z", "Daily", "2019-04-04T20:30:00Z");
    add("seven days over the change to winter time", daily("W. Europe Standard Time", {22, 30}, 7),
        "2019-10-24T20:30:00Z", "2019-10-31T21:29:59Z", "Daily", "2019-10-31T21:30:00Z");
    add(
        "the day of the policy's zone: Monday in Tokyo is Sunday in UTC",
        [] {
            auto policy = daily("Tokyo Standard Time", {1, 0}, 7);
            policy.weekly = WeeklyRetention{{Weekday::Monday}, 4};
            return policy;
        }(),
        "2018-12-16T16:00:00Z", "2018-12-20T00:00:00Z", "Daily Weekly", "2019-01-13T16:00:00Z");

    add("a Sunday", full(), "2018-12-16T22:30:00Z", "2018-12-19T00:00:00Z", "Daily Weekly", "2019-01-13T22:30:00Z");
    add("a Sunday after its days", full(), "2018-12-16T22:30:00Z", "2018-12-24T00:00:00Z", "Weekly",
        "2019-01-13T22:30:00Z");
    add("the first Sunday of a month", full(), "2018-12-02T22:30:00Z", "2018-12-03T00:00:00Z", "Daily Weekly Monthly",
        "2019-12-02T22:30:00Z");
    add("the first Sunday of January: all four", full(), "2019-01-06T22:30:00Z", "2019-01-07T00:00:00Z",
        "Daily Weekly Monthly Yearly", "2029-01-06T22:30:00Z");
    add("five years on only the year keeps it", full(), "2019-01-06T22:30:00Z", "2024-01-07T00:00:00Z", "Yearly",
        "2029-01-06T22:30:00Z");
    add("a Tuesday after its days", full(), "2018-12-04T22:30:00Z", "2018-12-19T00:00:00Z", "", "2018-12-11T22:30:00Z");

    const auto monthly = [](const MonthDays& on, int months) {
        auto policy = daily("UTC", {22, 30}, 7);
        policy.monthly = MonthlyRetention{on, months};
        return policy;
    };
    add("31 January and a month is the end of February", monthly(byDay({}, true), 1), "2019-01-31T22:30:00Z",
        "2019-02-28T22:29:59Z", "Monthly", "2019-02-28T22:30:00Z");
    add("the last day of February", monthly(byDay({}, true), 3), "2019-02-28T22:30:00Z", "2019-04-01T00:00:00Z",
        "Monthly", "2019-05-28T22:30:00Z");
    add("28 February of a leap year is not the last", monthly(byDay({}, true), 3), "2020-02-28T22:30:00Z",
        "2020-04-01T00:00:00Z", "", "2020-03-06T22:30:00Z");
    add("29 February is", monthly(byDay({}, true), 12), "2020-02-29T22:30:00Z", "2020-04-01T00:00:00Z", "Monthly",
        "2021-02-28T22:30:00Z");
    add("30 April is the last day", monthly(byDay({}, true), 3), "2019-04-30T22:30:00Z", "2019-06-01T00:00:00Z",
        "Monthly", "2019-07-30T22:30:00Z");
    add("30 May is not", monthly(byDay({}, true), 3), "2019-05-30T22:30:00Z", "2019-07-01T00:00:00Z", "",
        "2019-06-06T22:30:00Z");
    add("day 28", monthly(byDay({1, 28}), 3), "2019-02-28T22:30:00Z", "2019-04-01T00:00:00Z", "Monthly",
        "2019-05-28T22:30:00Z");
    add("the last Friday, with five", monthly(byWeek({WeekOfMonth::Last}, {Weekday::Friday}), 3),
        "2019-03-29T22:30:00Z", "2019-05-01T00:00:00Z", "Monthly", "2019-06-29T22:30:00Z");
    add("the fourth Friday of five is not the last", monthly(byWeek({WeekOfMonth::Last}, {Weekday::Friday}), 3),
        "2019-03-22T22:30:00Z", "2019-05-01T00:00:00Z", "", "2019-03-29T22:30:00Z");
    add("the fourth Friday of four is the last", monthly(byWeek({WeekOfMonth::Last}, {Weekday::Friday}), 3),
        "2019-02-22T22:30:00Z", "2019-04-01T00:00:00Z", "Monthly", "2019-05-22T22:30:00Z");
    add("the first Friday on the 7th", monthly(byWeek({WeekOfMonth::First}, {Weekday::Friday}), 3),
        "2018-12-07T22:30:00Z", "2019-01-01T00:00:00Z", "Monthly", "2019-03-07T22:30:00Z");
    add("the 8th is the second", monthly(byWeek({WeekOfMonth::First}, {Weekday::Saturday}), 3), "2018-12-08T22:30:00Z",
        "2019-01-01T00:00:00Z", "", "2018-12-15T22:30:00Z");

    auto leap = daily("UTC", {22, 30}, 7);
    leap.yearly = YearlyRetention{{Month::February}, byDay({}, true), 1};
    add("29 February and a year is the 28th", leap, "2020-02-29T22:30:00Z", "2021-02-28T22:29:59Z", "Yearly",
        "2021-02-28T22:30:00Z");
    leap.yearly->years = 4;
    add("29 February and four years is the 29th", leap, "2020-02-29T22:30:00Z", "2024-02-29T22:29:59Z", "Yearly",
        "2024-02-29T22:30:00Z");
    add("the last day of March is no year's", leap, "2020-03-31T22:30:00Z", "2020-05-01T00:00:00Z", "",
        "2020-04-07T22:30:00Z");

    add("a weekly schedule", weekly("UTC", {6, 0}, {Weekday::Monday, Weekday::Thursday}, 2), "2018-12-13T06:00:00Z",
        "2018-12-27T05:59:59Z", "Weekly", "2018-12-27T06:00:00Z");
}

void TestRetention::tags()
{
    QFETCH(BackupPolicy, policy);
    QFETCH(QString, point);
    QFETCH(QDateTime, now);
    QFETCH(QString, reasons);
    QFETCH(QString, until);
    const std::vector<PointFacts> points{scheduled(point.toLatin1().constData()), later()};
    const auto verdict = verdictOf(retain(policy, points, now), point);
    QCOMPARE(words(verdict), reasons);
    QCOMPARE(verdict.kept, !reasons.isEmpty());
    QVERIFY(verdict.until);
    QCOMPARE(toIso(*verdict.until), until);
}

void TestRetention::firstGoodPointOfADayBearsTheTags()
{
    auto bad = scheduled("2018-12-16T01:00:00Z");
    bad.good = false;
    const std::vector<PointFacts> points{bad, scheduled("2018-12-16T08:00:00Z"), scheduled("2018-12-16T22:30:00Z"),
                                         later()};
    auto verdicts = retain(full(), points, at("2018-12-19T00:00:00Z"));
    QCOMPARE(words(verdictOf(verdicts, points[0].id)), QString());
    QCOMPARE(words(verdictOf(verdicts, points[1].id)), QStringLiteral("Daily Weekly"));
    QCOMPARE(words(verdictOf(verdicts, points[2].id)), QString());

    // Where none is good the first bears them: a damaged point may still hold a whole disk.
    verdicts = retain(full(), std::vector<PointFacts>{bad, later()}, at("2018-12-19T00:00:00Z"));
    QCOMPARE(words(verdictOf(verdicts, bad.id)), QStringLiteral("Daily Weekly"));
}

void TestRetention::runPastMidnightAndCatchUp()
{
    const auto sundays = weekly("UTC", {23, 30}, {Weekday::Sunday}, 4);
    const auto now = at("2018-12-19T00:00:00Z");
    const auto past = scheduled("2018-12-17T00:10:00Z"); // Monday, for Sunday's run
    QCOMPARE(words(verdictOf(retain(sundays, std::vector{past, later()}, now), past.id)), QStringLiteral("Weekly"));
    const auto wednesday = scheduled("2018-12-18T08:00:00Z");
    QCOMPARE(words(verdictOf(retain(sundays, std::vector{wednesday, later()}, now), wednesday.id)),
             QStringLiteral("Weekly"));

    auto catchUp = scheduled("2018-12-17T08:00:00Z"); // a Monday, made up for Sunday
    QCOMPARE(words(verdictOf(retain(full(), std::vector{catchUp, later()}, now), catchUp.id)), QStringLiteral("Daily"));
    catchUp.scheduledFor = at("2018-12-16T22:30:00Z");
    QCOMPARE(words(verdictOf(retain(full(), std::vector{catchUp, later()}, now), catchUp.id)),
             QStringLiteral("Daily Weekly"));
}

void TestRetention::onDemand_data()
{
    QTest::addColumn<QString>("until");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<bool>("kept");
    const auto add = [](const char* row, const char* until, const char* now, bool kept) {
        QTest::newRow(row) << QString::fromLatin1(until) << at(now) << kept;
    };
    add("before its date", "2019-06-01T00:00:00Z", "2019-05-31T23:59:59Z", true);
    add("at its date", "2019-06-01T00:00:00Z", "2019-06-01T00:00:00Z", false);
    add("without a date, 29 days", "", "2019-01-14T10:00:00Z", true);
    add("without a date, 30 days", "", "2019-01-15T10:00:00Z", false);
}

void TestRetention::onDemand()
{
    QFETCH(QString, until);
    QFETCH(QDateTime, now);
    QFETCH(bool, kept);
    PointFacts point{QStringLiteral("a"), at("2018-12-16T10:00:00Z"), false, {}, true, fromIso(until), false};
    const auto verdict = verdictOf(retain(full(), std::vector{point, later()}, now), point.id);
    QCOMPARE(words(verdict), kept ? QStringLiteral("OnDemand") : QString()); // a Sunday, but it bears no tag
}

void TestRetention::hourlyDay()
{
    auto policy = hourly("UTC", {20, 0}, 4, 12, 7);
    policy.weekly = WeeklyRetention{{Weekday::Sunday}, 4};
    std::vector<PointFacts> points{scheduled("2018-12-16T20:00:00Z"), scheduled("2018-12-17T00:00:00Z"),
                                   scheduled("2018-12-17T04:00:00Z"), scheduled("2018-12-17T08:00:00Z"),
                                   scheduled("2018-12-17T20:00:00Z"), later()};
    const auto wordsAt = [&](const char* now, const char* point) {
        return words(verdictOf(retain(policy, points, at(now)), QString::fromLatin1(point)));
    };
    const auto untilOf = [&](const char* point) {
        return toIso(*verdictOf(retain(policy, points, at("2018-12-18T00:00:00Z")), QString::fromLatin1(point)).until);
    };
    // The whole window is Sunday's: all of it is kept as daily, the first of it as weekly.
    QCOMPARE(wordsAt("2018-12-18T00:00:00Z", "2018-12-16T20:00:00Z"), QStringLiteral("Daily Weekly"));
    QCOMPARE(wordsAt("2018-12-18T00:00:00Z", "2018-12-17T00:00:00Z"), QStringLiteral("Daily"));
    QCOMPARE(wordsAt("2018-12-18T00:00:00Z", "2018-12-17T08:00:00Z"), QStringLiteral("Daily"));
    QCOMPARE(wordsAt("2018-12-18T00:00:00Z", "2018-12-17T20:00:00Z"), QStringLiteral("Daily"));
    // Each until its own hour.
    QCOMPARE(untilOf("2018-12-17T04:00:00Z"), QStringLiteral("2018-12-24T04:00:00Z"));
    QCOMPARE(wordsAt("2018-12-24T03:59:59Z", "2018-12-17T04:00:00Z"), QStringLiteral("Daily"));
    QCOMPARE(wordsAt("2018-12-24T04:00:00Z", "2018-12-17T04:00:00Z"), QString());
    QCOMPARE(wordsAt("2018-12-24T04:00:00Z", "2018-12-17T08:00:00Z"), QStringLiteral("Daily"));
    QCOMPARE(wordsAt("2019-01-13T19:59:59Z", "2018-12-16T20:00:00Z"), QStringLiteral("Weekly"));
}

void TestRetention::hourlyOverSummerTime()
{
    const auto policy = hourly("W. Europe Standard Time", {22, 0}, 4, 8, 7);
    // 02:00 on 31 March 2019 does not exist: it ran at 03:00, and is Saturday's.
    std::vector<PointFacts> points{scheduled("2019-03-31T01:00:00Z"), scheduled("2019-10-27T00:00:00Z"), later()};
    const auto spring = verdictOf(retain(policy, points, at("2019-04-01T00:00:00Z")), points[0].id);
    QCOMPARE(words(spring), QStringLiteral("Daily"));
    QCOMPARE(toIso(*spring.until), QStringLiteral("2019-04-07T01:00:00Z"));
    // 02:00 on 27 October 2019 comes twice: it ran the first time; a week later 02:00 is an hour later in UTC.
    const auto autumn = verdictOf(retain(policy, points, at("2019-10-28T00:00:00Z")), points[1].id);
    QCOMPARE(toIso(*autumn.until), QStringLiteral("2019-11-03T01:00:00Z"));
}

void TestRetention::chosenDate_data()
{
    QTest::addColumn<bool>("onDemand");
    QTest::addColumn<bool>("held");
    QTest::addColumn<Protection>("protection");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("reasons");
    QTest::addColumn<QString>("until");
    const auto active = Protection::Active;
    QTest::newRow("longer than the policy") << false << false << active << "2020-01-01T00:00:00Z"
                                            << "Chosen"
                                            << "2020-01-01T00:00:00Z";
    QTest::newRow("shorter than the policy") << false << false << active << "2018-12-18T00:00:00Z"
                                             << ""
                                             << "2018-12-18T00:00:00Z";
    QTest::newRow("instead of the date on demand") << true << false << active << "2018-12-18T00:00:00Z"
                                                   << ""
                                                   << "2018-12-18T00:00:00Z";
    QTest::newRow("a hold is stronger") << false << true << active << "2018-12-18T00:00:00Z"
                                        << "Held"
                                        << "";
    QTest::newRow("stopped is stronger") << false << false << Protection::Stopped << "2018-12-18T00:00:00Z"
                                         << "Stopped"
                                         << "";
}

void TestRetention::chosenDate()
{
    QFETCH(bool, onDemand);
    QFETCH(bool, held);
    QFETCH(Protection, protection);
    QFETCH(QString, chosen);
    QFETCH(QString, reasons);
    QFETCH(QString, until);
    auto point = scheduled("2018-12-16T22:30:00Z");
    point.scheduled = !onDemand;
    if (onDemand) {
        point.onDemandUntil = at("2019-12-01T00:00:00Z");
    }
    point.held = held;
    point.chosenUntil = fromIso(chosen);
    const std::vector<PointFacts> points{point, later()};
    const auto verdict = verdictOf(retain(full(), points, at("2018-12-19T00:00:00Z"), protection), point.id);
    QCOMPARE(words(verdict), reasons);
    QCOMPARE(verdict.until ? toIso(*verdict.until) : QString(), until);
}

void TestRetention::pinnedStaysAndHasNoDate()
{
    auto point = scheduled("2018-12-11T22:30:00Z");
    point.pinned = true;
    const auto verdict = verdictOf(retain(full(), std::vector{point, later()}, at("2050-01-01T00:00:00Z")), point.id);
    QCOMPARE(words(verdict), QStringLiteral("Pinned"));
    QVERIFY(!verdict.until);
    const auto fresh = verdictOf(retain(full(), std::vector{point, later()}, at("2018-12-12T00:00:00Z")), point.id);
    QCOMPARE(words(fresh), QStringLiteral("Daily Pinned")); // all reasons
    QVERIFY(!fresh.until);
}

void TestRetention::lastGoodNeverExpires()
{
    const std::vector points{scheduled("2018-12-10T22:30:00Z"), scheduled("2018-12-11T22:30:00Z")};
    const auto verdicts = retain(full(), points, at("2118-12-19T00:00:00Z")); // a century without a backup
    QCOMPARE(words(verdicts[0]), QStringLiteral("LastGood"));
    QVERIFY(!verdicts[0].until);
    QVERIFY(!verdicts[1].kept);
    const auto fresh = retain(full(), points, at("2018-12-12T00:00:00Z"));
    QCOMPARE(words(fresh[0]), QStringLiteral("Daily LastGood"));
    QCOMPARE(toIso(*fresh[0].until), QStringLiteral("2018-12-18T22:30:00Z")); // what a person is told
    QVERIFY(retain(full(), {}, at("2018-12-12T00:00:00Z")).empty());
}

void TestRetention::damagedIsNotTheLastGood()
{
    auto damaged = scheduled("2018-12-12T22:30:00Z");
    damaged.good = false;
    const std::vector points{scheduled("2018-12-11T22:30:00Z"), damaged};
    const auto verdicts = retain(full(), points, at("2019-12-12T00:00:00Z"));
    QVERIFY(!verdicts[0].kept);
    QCOMPARE(words(verdicts[1]), QStringLiteral("LastGood"));
}

void TestRetention::stoppedKeepsEverything()
{
    const std::vector points{scheduled("2018-12-10T22:30:00Z"), scheduled("2018-12-11T22:30:00Z")};
    for (const auto& verdict : retain(full(), points, at("2118-12-19T00:00:00Z"), Protection::Stopped)) {
        QVERIFY(verdict.kept);
        QVERIFY(words(verdict).endsWith(QLatin1String("Stopped")));
        QVERIFY(!verdict.until);
    }
}

void TestRetention::clockPutBackExpiresNothing()
{
    const std::vector points{scheduled("2018-12-10T22:30:00Z"), scheduled("2018-12-11T22:30:00Z")};
    for (const auto& verdict : retain(full(), points, at("1970-01-02T00:00:00Z"))) {
        QVERIFY(verdict.kept);
    }
}

void TestRetention::newestFirst()
{
    const std::vector points{scheduled("2018-12-10T22:30:00Z"), scheduled("2018-12-12T22:30:00Z"),
                             scheduled("2018-12-11T22:30:00Z")};
    const auto verdicts = retain(full(), points, at("2018-12-13T00:00:00Z"));
    QCOMPARE(verdicts.size(), std::size_t{3});
    QCOMPARE(verdicts[0].id, points[1].id);
    QCOMPARE(verdicts[2].id, points[0].id);
}

void TestRetention::change()
{
    std::vector<PointFacts> points;
    for (int day = 1; day <= 28; ++day) {
        points.push_back(
            scheduled(qPrintable(QStringLiteral("2019-02-%1T22:30:00Z").arg(day, 2, 10, QLatin1Char('0')))));
    }
    auto before = daily("UTC", {22, 30}, 30);
    auto after = before;
    after.daily->days = 7;
    const auto gone = expiredByChange(points, before, after, at("2019-03-01T00:00:00Z"));
    QCOMPARE(gone.size(), std::size_t{21});
    QCOMPARE(gone.front().id, QStringLiteral("2019-02-21T22:30:00Z"));
    QVERIFY(expiredByChange(points, after, before, at("2019-03-01T00:00:00Z")).empty());
    QVERIFY(expiredByChange(points, before, before, at("2119-03-01T00:00:00Z")).empty());
}

//! By hand and day by day, without the room's own calendar: whatever any rule keeps is kept, with that reason; and what
//! is expired no rule keeps.
void TestRetention::nothingExpiresThatARuleKeeps()
{
    QRandomGenerator random(2018);
    for (int round = 0; round < 60; ++round) {
        auto policy = daily("UTC", {12, 0}, random.bounded(7, 40));
        if (random.bounded(2)) {
            policy.weekly = WeeklyRetention{{Weekday(random.bounded(1, 8))}, random.bounded(1, 20)};
        }
        if (random.bounded(2)) {
            policy.monthly =
                MonthlyRetention{byDay({random.bounded(1, 29)}, random.bounded(2) == 1), random.bounded(1, 12)};
        }
        if (random.bounded(2)) {
            policy.yearly = YearlyRetention{{Month(random.bounded(1, 13))}, byDay({1}, true), random.bounded(1, 4)};
        }
        std::vector<PointFacts> points;
        const QDate start(2017, 1, 1);
        for (int i = 0; i < 150; ++i) {
            PointFacts point;
            point.id = QString::number(i);
            point.time =
                QDateTime(start.addDays(random.bounded(1100)), QTime(12, 0), Qt::UTC).addSecs(random.bounded(3600));
            point.scheduled = random.bounded(5) != 0;
            point.good = random.bounded(6) != 0;
            point.pinned = random.bounded(20) == 0;
            if (!point.scheduled) {
                point.onDemandUntil = point.time.addDays(random.bounded(1, 400));
            }
            points.push_back(point);
        }
        const QDateTime now(start.addDays(random.bounded(600, 1200)), QTime(18, 0), Qt::UTC);
        const auto verdicts = retain(policy, points, now);
        QCOMPARE(verdicts.size(), points.size());
        const PointFacts* lastGood = nullptr;
        for (const auto& point : points) {
            if (point.good && (lastGood == nullptr || point.time > lastGood->time)) {
                lastGood = &point;
            }
        }
        for (const auto& point : points) {
            QStringList expected;
            const QDate day = point.time.date();
            bool bears = point.scheduled;
            for (const auto& other : points) {
                const bool rival = &other != &point && other.scheduled && other.time.date() == day;
                if (rival && other.good == point.good && other.time < point.time) {
                    bears = false;
                }
                if (rival && other.good && !point.good) {
                    bears = false;
                }
            }
            const auto alive = [&](const QDate& end) { return QDateTime(end, QTime(12, 0), Qt::UTC) > now; };
            const bool last = day.day() == day.daysInMonth();
            if (bears && alive(day.addDays(policy.daily->days))) {
                expected.append(QStringLiteral("Daily"));
            }
            if (bears && policy.weekly && int(policy.weekly->weekdays.first()) == day.dayOfWeek()
                && alive(day.addDays(7 * policy.weekly->weeks))) {
                expected.append(QStringLiteral("Weekly"));
            }
            if (bears && policy.monthly
                && (policy.monthly->on.days.first() == day.day() || (policy.monthly->on.lastDay && last))
                && alive(day.addMonths(policy.monthly->months))) {
                expected.append(QStringLiteral("Monthly"));
            }
            if (bears && policy.yearly && int(policy.yearly->months.first()) == day.month() && (day.day() == 1 || last)
                && alive(day.addYears(policy.yearly->years))) {
                expected.append(QStringLiteral("Yearly"));
            }
            if (!point.scheduled && *point.onDemandUntil > now) {
                expected.append(QStringLiteral("OnDemand"));
            }
            if (point.pinned) {
                expected.append(QStringLiteral("Pinned"));
            }
            if (&point == lastGood) {
                expected.append(QStringLiteral("LastGood"));
            }
            const auto verdict = verdictOf(verdicts, point.id);
            QCOMPARE(words(verdict), expected.join(QLatin1Char(' ')));
            QCOMPARE(verdict.kept, !expected.isEmpty());
        }
    }
}

void TestRetention::lines()
{
    auto policy = full();
    policy.monthly->on = byDay({28, 1, 28}, true);
    policy.yearly->months = {Month::June, Month::January};
    policy.yearly->on = byWeek({WeekOfMonth::Last, WeekOfMonth::First}, {Weekday::Sunday, Weekday::Monday});
    const auto all = describe(policy);
    QCOMPARE(all.size(), std::size_t{4});
    QCOMPARE(all[0].tier, Reason::Daily);
    QCOMPARE(all[0].count, 7);
    QCOMPARE(all[0].time, QTime(22, 30));
    QCOMPARE(all[1].weekdays, QList<Weekday>{Weekday::Sunday});
    QCOMPARE(all[2].days, (QList<int>{1, 28}));
    QVERIFY(all[2].lastDay && all[2].weeks.isEmpty());
    QCOMPARE(all[3].months, (QList<Month>{Month::January, Month::June}));
    QCOMPARE(all[3].weeks, (QList<WeekOfMonth>{WeekOfMonth::First, WeekOfMonth::Last}));
    QCOMPARE(all[3].weekdays, (QList<Weekday>{Weekday::Monday, Weekday::Sunday}));
    policy = weekly("UTC", {6, 0}, {Weekday::Sunday});
    QCOMPARE(describe(policy).size(), std::size_t{1});
}

VALV_TEST_GUILESS(TestRetention)

} // namespace tst_retention

#include "tst_retention.moc"
