// SPDX-License-Identifier: GPL-3.0-or-later
#include "policies.h"
#include "policy/schedule.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_policyschedule {

using namespace valv;
using namespace valv::policy;
using namespace policies;

namespace {

const char stockholm[] = "W. Europe Standard Time";
const char newYork[] = "Eastern Standard Time";
const char lordHowe[] = "Lord Howe Standard Time";

QStringList isoOf(const QList<QDateTime>& runs)
{
    QStringList texts;
    for (const auto& run : runs) {
        texts.append(toIso(run));
    }
    return texts;
}

} // namespace

class TestPolicySchedule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void next_data();
    void next();
    void between_data();
    void between();
    void aYearHasOneRunADay_data();
    void aYearHasOneRunADay();
    void missed_data();
    void missed();
    void exactlyOneCatchUp();
    void tooOld_data();
    void tooOld();
    void neverRuns();
};

void TestPolicySchedule::next_data()
{
    QTest::addColumn<BackupPolicy>("policy");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<QStringList>("expected");
    const auto add = [](const char* row, const BackupPolicy& policy, const char* now, const QStringList& expected) {
        QTest::newRow(row) << policy << at(now) << expected;
    };
    const auto list = [](std::initializer_list<const char*> texts) {
        QStringList result;
        for (const char* text : texts) {
            result.append(QString::fromLatin1(text));
        }
        return result;
    };
    const auto utc = daily("UTC", {22, 30});
    add("before today's", utc, "2018-12-19T10:00:00Z", list({"2018-12-19T22:30:00Z", "2018-12-20T22:30:00Z"}));
    add("at the very moment: tomorrow's", utc, "2018-12-19T22:30:00Z", list({"2018-12-20T22:30:00Z"}));
    add("a second before", utc, "2018-12-19T22:29:59Z", list({"2018-12-19T22:30:00Z"}));
    add("over a leap day", utc, "2020-02-28T23:00:00Z", list({"2020-02-29T22:30:00Z", "2020-03-01T22:30:00Z"}));
    add("over New Year", utc, "2018-12-31T23:00:00Z", list({"2019-01-01T22:30:00Z"}));

    const auto early = daily(stockholm, {2, 30});
    add("Stockholm in spring: 02:30 does not exist, runs at 03:00", early, "2019-03-29T12:00:00Z",
        list({"2019-03-30T01:30:00Z", "2019-03-31T01:00:00Z", "2019-04-01T00:30:00Z"}));
    add("Stockholm in autumn: 02:30 comes twice, runs once", early, "2019-10-26T12:00:00Z",
        list({"2019-10-27T00:30:00Z", "2019-10-28T01:30:00Z"}));
    add("Stockholm in autumn, between the two: tomorrow's", early, "2019-10-27T01:00:00Z",
        list({"2019-10-28T01:30:00Z"}));
    add("Stockholm: 22:30 stays 22:30 on the wall", daily(stockholm, {22, 30}), "2019-03-30T12:00:00Z",
        list({"2019-03-30T21:30:00Z", "2019-03-31T20:30:00Z"}));
    add("New York in spring", daily(newYork, {2, 0}), "2019-03-09T12:00:00Z",
        list({"2019-03-10T07:00:00Z", "2019-03-11T06:00:00Z"}));
    add("New York in autumn", daily(newYork, {1, 30}), "2019-11-02T12:00:00Z",
        list({"2019-11-03T05:30:00Z", "2019-11-04T06:30:00Z"}));
    add("Lord Howe moves half an hour: 02:00 becomes 02:30", daily(lordHowe, {2, 0}), "2019-10-05T00:00:00Z",
        list({"2019-10-05T15:30:00Z", "2019-10-06T15:00:00Z"}));
    add("far east: the day of the zone counts", weekly("Tokyo Standard Time", {1, 0}, {Weekday::Monday}),
        "2018-12-19T00:00:00Z", list({"2018-12-23T16:00:00Z", "2018-12-30T16:00:00Z"}));

    add("several days a week", weekly("UTC", {6, 0}, {Weekday::Saturday, Weekday::Monday, Weekday::Wednesday}),
        "2018-12-19T06:00:00Z",
        list({"2018-12-22T06:00:00Z", "2018-12-24T06:00:00Z", "2018-12-26T06:00:00Z", "2018-12-29T06:00:00Z"}));
    add("Samoa left out 30 December 2011: its run comes at once, none doubled", daily("Samoa Standard Time", {0, 0}),
        "2011-12-29T12:00:00Z", list({"2011-12-30T10:00:00Z", "2011-12-31T10:00:00Z"}));
    add("every four hours in a window, its end included", hourly("UTC", {8, 0}, 4, 12), "2018-12-19T10:00:00Z",
        list({"2018-12-19T12:00:00Z", "2018-12-19T16:00:00Z", "2018-12-19T20:00:00Z", "2018-12-20T08:00:00Z"}));
    add("a window that the interval does not fill", hourly("UTC", {8, 0}, 6, 10), "2018-12-19T10:00:00Z",
        list({"2018-12-19T14:00:00Z", "2018-12-20T08:00:00Z"}));
    add("a window past midnight", hourly("UTC", {20, 0}, 4, 12), "2018-12-19T21:00:00Z",
        list({"2018-12-20T00:00:00Z", "2018-12-20T04:00:00Z", "2018-12-20T08:00:00Z", "2018-12-20T20:00:00Z"}));
    add("in the night part of a window", hourly("UTC", {20, 0}, 4, 12), "2018-12-20T05:00:00Z",
        list({"2018-12-20T08:00:00Z", "2018-12-20T20:00:00Z"}));
    add("all day: its end is the next one's beginning", hourly("UTC", {8, 0}, 12, 24), "2018-12-19T08:00:00Z",
        list({"2018-12-19T20:00:00Z", "2018-12-20T08:00:00Z"}));
    add("Stockholm in spring, hourly: 02:00 runs at 03:00, the others by the wall", hourly(stockholm, {22, 0}, 4, 8),
        "2019-03-30T20:00:00Z",
        list({"2019-03-30T21:00:00Z", "2019-03-31T01:00:00Z", "2019-03-31T04:00:00Z", "2019-03-31T20:00:00Z"}));
    add("Stockholm in autumn, hourly: 02:00 comes twice, runs once", hourly(stockholm, {22, 0}, 4, 8),
        "2019-10-26T19:00:00Z",
        list({"2019-10-26T20:00:00Z", "2019-10-27T00:00:00Z", "2019-10-27T05:00:00Z", "2019-10-27T21:00:00Z"}));
    add("an unknown zone is UTC", daily("Nowhere", {22, 30}), "2018-12-19T10:00:00Z", list({"2018-12-19T22:30:00Z"}));
}

void TestPolicySchedule::next()
{
    QFETCH(BackupPolicy, policy);
    QFETCH(QDateTime, now);
    QFETCH(QStringList, expected);
    QCOMPARE(isoOf(nextRuns(policy, now, int(expected.size()))), expected);
}

void TestPolicySchedule::between_data()
{
    QTest::addColumn<QDateTime>("from");
    QTest::addColumn<QDateTime>("to");
    QTest::addColumn<int>("count");
    QTest::newRow("open at the start, closed at the end")
        << at("2018-12-19T22:30:00Z") << at("2018-12-20T22:30:00Z") << 1;
    QTest::newRow("just before the end") << at("2018-12-19T22:30:00Z") << at("2018-12-20T22:29:59Z") << 0;
    QTest::newRow("just before the start") << at("2018-12-19T22:29:59Z") << at("2018-12-20T22:30:00Z") << 2;
    QTest::newRow("empty") << at("2018-12-19T22:30:00Z") << at("2018-12-19T22:30:00Z") << 0;
    QTest::newRow("backwards") << at("2018-12-20T23:00:00Z") << at("2018-12-10T22:30:00Z") << 0;
}

void TestPolicySchedule::between()
{
    QFETCH(QDateTime, from);
    QFETCH(QDateTime, to);
    QFETCH(int, count);
    QCOMPARE(runsBetween(daily("UTC", {22, 30}), from, to).size(), count);
}

void TestPolicySchedule::aYearHasOneRunADay_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QTime>("time");
    for (const char* zone :
         {stockholm, newYork, lordHowe, "UTC", "India Standard Time", "Central Brazilian Standard Time"}) {
        for (int half = 0; half < 48; half += 1) {
            const QTime time(half / 2, half % 2 * 30);
            QTest::addRow("%s %s", zone, qPrintable(time.toString(QStringLiteral("HH:mm"))))
                << QString::fromLatin1(zone) << time;
        }
    }
}

void TestPolicySchedule::aYearHasOneRunADay()
{
    QFETCH(QString, zone);
    QFETCH(QTime, time);
    const auto policy = daily(zone.toLatin1().constData(), time);
    const auto runs = runsBetween(policy, runAt(policy, {2018, 12, 31}), runAt(policy, {2019, 12, 31}));
    QCOMPARE(runs.size(), 365);
    QDate day(2019, 1, 1);
    for (const auto& run : runs) {
        const auto local = run.toTimeZone(zoneOf(policy));
        QCOMPARE(local.date(), day);
        QVERIFY(local.time() >= time && time.secsTo(local.time()) <= 3600);
        day = day.addDays(1);
    }
}

void TestPolicySchedule::missed_data()
{
    QTest::addColumn<BackupPolicy>("policy");
    QTest::addColumn<QDateTime>("lastStarted");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<int>("runs");
    QTest::addColumn<int>("late");
    QTest::addColumn<QString>("due");
    const auto add = [](const char* row, const char* last, const char* now, int runs, int late, const char* due,
                        const BackupPolicy& policy = daily("UTC", {22, 30})) {
        QTest::newRow(row) << policy << at(last) << at(now) << runs << late << QString::fromLatin1(due);
    };
    add("nothing is due", "2018-12-18T22:30:02Z", "2018-12-19T22:29:59Z", 0, 0, "");
    add("due now, in time", "2018-12-18T22:30:02Z", "2018-12-19T22:30:05Z", 1, 0, "2018-12-19T22:30:00Z");
    add("due, but after a sleep of an hour", "2018-12-18T22:30:02Z", "2018-12-19T23:30:00Z", 1, 1,
        "2018-12-19T22:30:00Z");
    add("two weeks off: one catch-up", "2018-12-05T22:30:02Z", "2018-12-19T10:00:00Z", 13, 13, "2018-12-18T22:30:00Z");
    add("two weeks off, awake in time for the last", "2018-12-05T22:30:02Z", "2018-12-19T22:31:00Z", 14, 13,
        "2018-12-19T22:30:00Z");
    add("saved a moment ago: the schedule counts from then", "2018-12-19T10:00:00Z", "2018-12-19T10:00:01Z", 0, 0, "");
    add("the clock was put back an hour: no second run", "2018-12-19T22:30:02Z", "2018-12-19T21:31:00Z", 0, 0, "");
    add("put back an hour, and the time comes again", "2018-12-19T22:30:02Z", "2018-12-19T22:30:01Z", 0, 0, "");
    add("put back, then the next day", "2018-12-19T22:30:02Z", "2018-12-20T22:30:01Z", 1, 0, "2018-12-20T22:30:00Z");
    add("the clock had been years ahead: the schedule goes on", "2035-01-01T00:00:00Z", "2018-12-19T22:31:00Z", 1, 0,
        "2018-12-19T22:30:00Z");
    add("weekly, a week off", "2018-12-09T06:00:00Z", "2018-12-19T06:00:00Z", 1, 1, "2018-12-16T06:00:00Z",
        weekly("UTC", {6, 0}, {Weekday::Sunday}));
    add("autumn in Stockholm: the hour that comes twice makes no second run", "2019-10-27T00:30:01Z",
        "2019-10-27T01:45:00Z", 0, 0, "", daily(stockholm, {2, 30}));
    add("spring in Stockholm: asleep over the gap", "2019-03-30T01:30:01Z", "2019-03-31T06:00:00Z", 1, 1,
        "2019-03-31T01:00:00Z", daily(stockholm, {2, 30}));
}

void TestPolicySchedule::missed()
{
    QFETCH(BackupPolicy, policy);
    QFETCH(QDateTime, lastStarted);
    QFETCH(QDateTime, now);
    QFETCH(int, runs);
    QFETCH(int, late);
    QFETCH(QString, due);
    const auto catchUp = missedRuns(policy, lastStarted, now);
    QCOMPARE(catchUp ? catchUp->runs : 0, runs);
    QCOMPARE(catchUp ? toIso(catchUp->due) : QString(), due);
    if (catchUp) {
        QCOMPARE(missedCount(*catchUp, now), late);
    }
}

void TestPolicySchedule::exactlyOneCatchUp()
{
    const auto policy = daily("UTC", {22, 30});
    const auto awake = at("2018-12-19T10:00:00Z");
    QVERIFY(missedRuns(policy, at("2018-11-01T00:00:00Z"), awake));
    QVERIFY(!missedRuns(policy, awake, awake)); // started: nothing more
    QVERIFY(!missedRuns(policy, awake, awake.addSecs(3600)));
    QCOMPARE(missedRuns(policy, awake, at("2018-12-19T22:30:00Z"))->runs, 1);
}

void TestPolicySchedule::tooOld_data()
{
    QTest::addColumn<BackupPolicy>("policy");
    QTest::addColumn<int>("hours");
    QTest::newRow("daily: three days, so that a weekend off is no alarm") << daily("UTC", {22, 30}) << 72;
    QTest::newRow("one day a week") << weekly("UTC", {6, 0}, {Weekday::Sunday}) << 2 * 7 * 24;
    QTest::newRow("the longest pause of the week counts")
        << weekly("UTC", {6, 0}, {Weekday::Monday, Weekday::Wednesday, Weekday::Friday}) << 72 + 72;
    QTest::newRow("several a day: the night and two days") << hourly("UTC", {8, 0}, 4, 12) << 12 + 48;
    QTest::newRow("never") << weekly("UTC", {6, 0}, {}) << -1;
}

void TestPolicySchedule::tooOld()
{
    QFETCH(BackupPolicy, policy);
    QFETCH(int, hours);
    const auto limit = tooOldAfter(policy);
    QCOMPARE(limit.has_value(), hours >= 0);
    if (limit) {
        QCOMPARE(*limit, qint64{hours} * 3600 * 1000);
    }
}

void TestPolicySchedule::neverRuns()
{
    auto policy = weekly("UTC", {6, 0}, {});
    QVERIFY(nextRuns(policy, at("2018-12-19T06:00:00Z"), 5).isEmpty());
    QVERIFY(!missedRuns(policy, at("2018-01-01T00:00:00Z"), at("2018-12-19T06:00:00Z")));
    policy.frequency = Frequency::Unknown;
    QVERIFY(nextRuns(policy, at("2018-12-19T06:00:00Z"), 5).isEmpty());
}

VALV_TEST_GUILESS(TestPolicySchedule)

} // namespace tst_policyschedule

#include "tst_policyschedule.moc"
