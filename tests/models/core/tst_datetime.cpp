// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datetime.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_datetime {

using namespace valv;
using namespace std::chrono_literals;

class TestDateTime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void iso_data();
    void iso();
    void instants();
    void durations_data();
    void durations();
    void wallClock_data();
    void wallClock();
    void wallClockNeverGoesBack();
    void zones_data();
    void zones();
    void clocks();
};

void TestDateTime::iso_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // empty: nothing
    const auto add = [](const char* text, const char* expected) {
        QTest::newRow(*text ? text : "(empty)") << QString::fromLatin1(text) << QString::fromLatin1(expected);
    };
    add("2018-12-19T22:30:00Z", "2018-12-19T22:30:00Z");
    add("2018-12-19T22:30:00", "2018-12-19T22:30:00Z");
    add("2018-12-19t22:30:00z", "2018-12-19T22:30:00Z");
    add("2018-12-19T22:30:00.1Z", "2018-12-19T22:30:00.100Z");
    add("2018-12-19T22:30:00.014604Z", "2018-12-19T22:30:00.014Z");
    add("2018-12-19T22:30:00.1234567Z", "2018-12-19T22:30:00.123Z");
    add("2018-12-19T22:30:00.000Z", "2018-12-19T22:30:00Z");
    add("2018-12-19T22:30:00+02:00", "2018-12-19T20:30:00Z");
    add("2018-12-19T22:30:00-0530", "2018-12-20T04:00:00Z");
    add("2018-12-19T22:30:00+00:00", "2018-12-19T22:30:00Z");
    add("2020-02-29T00:00:00Z", "2020-02-29T00:00:00Z");
    add("2001-01-01T00:00:01Z", "2001-01-01T00:00:01Z");
    add("0001-01-01T00:00:00", ""); // never
    add("2001-01-01T00:00:00Z", ""); // never, for a protected item
    add("2019-02-29T00:00:00Z", "");
    add("2018-12-19T24:00:00Z", "");
    add("2018-12-19T22:30:00.12345678Z", "");
    add("2018-12-19", "");
    add("22:30", "");
    add("", "");
}

void TestDateTime::iso()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto at = fromIso(text);
    QCOMPARE(at ? toIso(*at) : QString(), expected);
    if (at) {
        QCOMPARE(at->timeSpec(), Qt::UTC);
        QCOMPARE(*fromIso(toIso(*at)), *at);
    }
}

void TestDateTime::instants()
{
    const Instant instant{1'545'258'600'123ms};
    QCOMPARE(toIso(toDateTime(instant)), QStringLiteral("2018-12-19T22:30:00.123Z"));
    QCOMPARE(toInstant(toDateTime(instant)).time_since_epoch().count(), instant.time_since_epoch().count());
    const QDateTime local(QDate(2018, 12, 19), QTime(23, 30), QTimeZone("Europe/Stockholm"));
    QCOMPARE(toIso(local), QStringLiteral("2018-12-19T22:30:00Z"));
}

void TestDateTime::durations_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    const auto add = [](qint64 ms, const char* text) { QTest::newRow(text) << ms << QString::fromLatin1(text); };
    add(0, "PT0S");
    add(1, "PT0.001S");
    add(462'106, "PT7M42.106S");
    add(3'600'000, "PT1H");
    add(3'661'000, "PT1H1M1S");
    add(90'000'000, "PT25H");
}

void TestDateTime::durations()
{
    QFETCH(qint64, ms);
    QFETCH(QString, text);
    QCOMPARE(toIsoDuration(ms), text);
    QCOMPARE(fromIsoDuration(text).value_or(-1), ms);
    QCOMPARE(toIsoDuration(-1), QStringLiteral("PT0S"));
    QCOMPARE(fromIsoDuration(QStringLiteral("PT7M42.1064192S")).value_or(-1), qint64{462'106});
    QCOMPARE(fromIsoDuration(QStringLiteral("P1DT1S")).value_or(-1), qint64{86'401'000});
    for (const char* bad : {"", "P", "PT", "7M", "PT1X", "-PT1S", "PT1S2M"}) {
        QVERIFY2(!fromIsoDuration(QString::fromLatin1(bad)), bad);
    }
}

void TestDateTime::wallClock_data()
{
    QTest::addColumn<QString>("zone");
    QTest::addColumn<QDateTime>("wall");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char* row, const char* zone, QDate date, QTime time, const char* expected) {
        QTest::newRow(row) << QString::fromLatin1(zone) << QDateTime(date, time, Qt::UTC)
                           << QString::fromLatin1(expected);
    };
    const char stockholm[] = "Europe/Stockholm", newYork[] = "America/New_York", lordHowe[] = "Australia/Lord_Howe";
    add("Stockholm in winter", stockholm, {2018, 12, 19}, {22, 30}, "2018-12-19T21:30:00Z");
    add("Stockholm in summer", stockholm, {2019, 7, 1}, {22, 30}, "2019-07-01T20:30:00Z");
    add("Stockholm, the last second before the gap", stockholm, {2019, 3, 31}, {1, 59, 59}, "2019-03-31T00:59:59Z");
    add("Stockholm, the start of the gap", stockholm, {2019, 3, 31}, {2, 0}, "2019-03-31T01:00:00Z");
    add("Stockholm, in the gap: the next that exists", stockholm, {2019, 3, 31}, {2, 30}, "2019-03-31T01:00:00Z");
    add("Stockholm, after the gap", stockholm, {2019, 3, 31}, {3, 0}, "2019-03-31T01:00:00Z");
    add("Stockholm, before the hour that comes twice", stockholm, {2019, 10, 27}, {1, 59}, "2019-10-26T23:59:00Z");
    add("Stockholm, twice: the first", stockholm, {2019, 10, 27}, {2, 30}, "2019-10-27T00:30:00Z");
    add("Stockholm, after it", stockholm, {2019, 10, 27}, {3, 0}, "2019-10-27T02:00:00Z");
    add("New York, in the gap", newYork, {2019, 3, 10}, {2, 30}, "2019-03-10T07:00:00Z");
    add("New York, twice: the first", newYork, {2019, 11, 3}, {1, 30}, "2019-11-03T05:30:00Z");
    add("New York, the evening before the change", newYork, {2019, 3, 9}, {22, 30}, "2019-03-10T03:30:00Z");
    add("Lord Howe, a gap of half an hour", lordHowe, {2019, 10, 6}, {2, 15}, "2019-10-05T15:30:00Z");
    add("Lord Howe, after it", lordHowe, {2019, 10, 6}, {2, 30}, "2019-10-05T15:30:00Z");
    add("Lord Howe, half an hour twice: the first", lordHowe, {2019, 4, 7}, {1, 45}, "2019-04-06T14:45:00Z");
    add("Samoa left out a day", "Pacific/Apia", {2011, 12, 30}, {12, 0}, "2011-12-30T10:00:00Z");
    add("no daylight saving", "Asia/Kolkata", {2019, 3, 31}, {2, 30}, "2019-03-30T21:00:00Z");
    add("UTC", "UTC", {2019, 3, 31}, {2, 30}, "2019-03-31T02:30:00Z");
    add("beyond the tables", stockholm, {2117, 7, 1}, {12, 0}, "2117-07-01T10:00:00Z");
}

void TestDateTime::wallClock()
{
    QFETCH(QString, zone);
    QFETCH(QDateTime, wall);
    QFETCH(QString, expected);
    const auto at = fromWallClock(wall.date(), wall.time(), QTimeZone(zone.toLatin1()));
    QCOMPARE(toIso(at), expected);
    QCOMPARE(at.timeSpec(), Qt::UTC);
}

void TestDateTime::wallClockNeverGoesBack()
{
    for (const char* name :
         {"Europe/Stockholm", "America/New_York", "Australia/Lord_Howe", "America/Sao_Paulo", "Asia/Tehran"}) {
        const QTimeZone zone(name);
        QDateTime before = fromWallClock({2017, 12, 31}, {23, 45}, zone);
        for (QDate day(2018, 1, 1); day.year() == 2018; day = day.addDays(1)) {
            for (int quarter = 0; quarter < 96; ++quarter) {
                const QTime time(quarter / 4, quarter % 4 * 15);
                const auto at = fromWallClock(day, time, zone);
                QVERIFY2(at >= before, name);
                const auto local = at.toTimeZone(zone);
                // It shows that time, or the first after a gap.
                QVERIFY2(local.date() == day && local.time() >= time && time.secsTo(local.time()) <= 3600,
                         qPrintable(toIso(at)));
                before = at;
            }
        }
    }
}

void TestDateTime::zones_data()
{
    QTest::addColumn<QString>("wire");
    QTest::addColumn<QString>("iana");
    QTest::addColumn<QString>("back");
    const auto add = [](const char* wire, const char* iana, const char* back) {
        QTest::newRow(wire) << QString::fromLatin1(wire) << QString::fromLatin1(iana) << QString::fromLatin1(back);
    };
    add("UTC", "UTC", "UTC");
    add("utc", "UTC", "UTC");
    add("W. Europe Standard Time", "Europe/Berlin", "W. Europe Standard Time");
    add("Pacific Standard Time", "America/Los_Angeles", "Pacific Standard Time");
    add("Europe/Stockholm", "Europe/Stockholm", "W. Europe Standard Time");
}

void TestDateTime::zones()
{
    QFETCH(QString, wire);
    QFETCH(QString, iana);
    QFETCH(QString, back);
    const auto zone = zoneFromWire(wire);
    QCOMPARE(QString::fromLatin1(zone.id()), iana);
    QCOMPARE(zoneToWire(zone), back);
    QVERIFY(!zoneFromWire(QStringLiteral("Nowhere Standard Time")).isValid());
    QVERIFY(!zoneFromWire(QString()).isValid());
}

void TestDateTime::clocks()
{
    ManualClock manual(Instant{5ms});
    QVERIFY(manual.now() == Instant{5ms});
    manual.advance(2ms);
    QVERIFY(manual.now() == Instant{7ms});
    manual.set(Instant{1ms});
    QVERIFY(manual.now() == Instant{1ms});
    const StartedClock started(Instant{1'545'258'600'000ms});
    const auto first = started.now();
    QVERIFY(first >= Instant{1'545'258'600'000ms});
    QTRY_VERIFY(started.now() > first);
    QVERIFY(SystemClock().now() > Instant{1'545'258'600'000ms});
}

VALV_TEST_GUILESS(TestDateTime)

} // namespace tst_datetime

#include "tst_datetime.moc"
