// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datetime.h"
#include "presentation/app/language.h"
#include "presentation/text/format.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_format {

using namespace valv;
using namespace valv::presentation;

namespace {

const QString nbsp = QStringLiteral("\u00a0");

QDateTime utc(const char* iso)
{
    return QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODate).toUTC();
}

} // namespace

class TestFormat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        // Wednesday 19 December 2018, 09:42 in Stockholm.
        m_clock.set(toInstant(utc("2018-12-19T08:42:00Z")));
        m_settings.setLanguage(LanguageChoice::Swedish);
    }

    void moments_data()
    {
        QTest::addColumn<QString>("at");
        QTest::addColumn<QString>("shortSv");
        QTest::addColumn<QString>("longSv");
        QTest::addColumn<QString>("shortEn");
        QTest::addColumn<QString>("longEn");
        QTest::newRow("this year") << "2018-12-18T21:38:04Z"
                                   << "18 dec 22:38"
                                   << "2018-12-18 22:38"
                                   << "18 Dec, 22:38"
                                   << "18 Dec 2018, 22:38";
        QTest::newRow("another year") << "2019-01-01T00:30:00Z"
                                      << "1 jan 2019 01:30"
                                      << "2019-01-01 01:30"
                                      << "1 Jan 2019, 01:30"
                                      << "1 Jan 2019, 01:30";
        QTest::newRow("this year here, last year in UTC") << "2017-12-31T23:30:00Z"
                                                          << "1 jan 00:30"
                                                          << "2018-01-01 00:30"
                                                          << "1 Jan, 00:30"
                                                          << "1 Jan 2018, 00:30";
        QTest::newRow("last year") << "2017-12-31T22:59:00Z"
                                   << "31 dec 2017 23:59"
                                   << "2017-12-31 23:59"
                                   << "31 Dec 2017, 23:59"
                                   << "31 Dec 2017, 23:59";
        QTest::newRow("next year here, this year in UTC") << "2018-12-31T23:00:00Z"
                                                          << "1 jan 2019 00:00"
                                                          << "2019-01-01 00:00"
                                                          << "1 Jan 2019, 00:00"
                                                          << "1 Jan 2019, 00:00";
        QTest::newRow("summer time") << "2018-07-01T21:59:00Z"
                                     << "1 juli 23:59"
                                     << "2018-07-01 23:59"
                                     << "1 Jul, 23:59"
                                     << "1 Jul 2018, 23:59";
        QTest::newRow("midnight belongs to the next day") << "2018-12-18T23:00:00Z"
                                                          << "19 dec 00:00"
                                                          << "2018-12-19 00:00"
                                                          << "19 Dec, 00:00"
                                                          << "19 Dec 2018, 00:00";
    }
    void moments()
    {
        QFETCH(QString, at);
        QFETCH(QString, shortSv);
        QFETCH(QString, longSv);
        QFETCH(QString, shortEn);
        QFETCH(QString, longEn);
        const QDateTime moment = utc(at.toLatin1().constData());
        QCOMPARE(format().dateTimeShort(moment), shortSv);
        QCOMPARE(format().dateTime(moment), longSv);
        m_settings.setLanguage(LanguageChoice::English);
        QCOMPARE(format().dateTimeShort(moment), shortEn);
        QCOMPARE(format().dateTime(moment), longEn);
    }

    void americanForms()
    {
        const Format american(QLocale(QLocale::English, QLocale::UnitedStates), m_zone, m_clock);
        QCOMPARE(american.dateTime(utc("2018-12-19T16:30:00Z")), QStringLiteral("Dec 19, 2018, 5:30 PM"));
        QCOMPARE(american.dateTimeShort(utc("2018-12-19T16:30:00Z")), QStringLiteral("Dec 19, 5:30 PM"));
    }

    void sentencesAndToolTips()
    {
        const QDateTime at = utc("2018-12-19T21:30:00Z");
        QCOMPARE(format().dateTimeSentence(at), QStringLiteral("onsdag 19 december kl. 22:30"));
        QCOMPARE(format().dateTimeFull(utc("2018-12-18T21:38:04Z")),
                 QStringLiteral("tisdag 18 december 2018 kl. 22:38:04 (Europe/Stockholm, UTC+01:00)"));
        QCOMPARE(format().week(QDate(2018, 12, 19)), QStringLiteral("v. 51"));
        QCOMPARE(format().week(QDate(2018, 12, 31)), QStringLiteral("v. 1"));
        m_settings.setLanguage(LanguageChoice::English);
        QCOMPARE(format().dateTimeSentence(at), QStringLiteral("Wednesday 19 December at 22:30"));
        QCOMPARE(format().week(QDate(2018, 12, 19)), QStringLiteral("week 51"));
    }

    void anInvalidMomentIsADash()
    {
        QCOMPARE(format().dateTimeShort({}), QStringLiteral("–"));
        QCOMPARE(format().dateTime({}), QStringLiteral("–"));
        QCOMPARE(format().date(QDate()), QStringLiteral("–"));
        QCOMPARE(format().relative({}), QStringLiteral("–"));
        QCOMPARE(format().duration(-1), QStringLiteral("–"));
    }

    void days()
    {
        QCOMPARE(format().day(QDate(2018, 12, 19)), QStringLiteral("I dag"));
        QCOMPARE(format().day(QDate(2018, 12, 18)), QStringLiteral("I går"));
        QCOMPARE(format().day(QDate(2018, 12, 20)), QStringLiteral("I morgon"));
        QCOMPARE(format().day(QDate(2018, 12, 17)), QStringLiteral("2018-12-17"));
        QCOMPARE(format().span(utc("2018-12-18T23:12:00Z"), utc("2018-12-18T23:26:00Z")),
                 QStringLiteral("2018-12-19 00:12–00:26"));
    }

    void relative_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("swedish");
        QTest::addColumn<QString>("english");
        const auto row = [](const char* name, qint64 seconds, const char* swedish, const char* english) {
            QTest::newRow(name) << seconds << QString::fromUtf8(swedish) << QString::fromUtf8(english);
        };
        row("next run", 12 * 3600 + 48 * 60, "om 12_h 48_min", "in 12_h 48_min");
        row("whole hours", 12 * 3600, "om 12_h", "in 12_h");
        row("less than two days", 86400 + 12 * 3600 + 300, "om 1_d 12_h", "in 1_d 12_h");
        row("two days", 2 * 86400, "om 2 dagar", "in 2 days");
        row("one minute ahead", 60, "om 1_min", "in 1_min");
        row("seconds are not said ahead", 8 * 60 + 30, "om 8_min", "in 8_min");
        row("days ahead", 3 * 86400 + 7200, "om 3 dagar", "in 3 days");
        row("soon", 20, "om mindre än en minut", "in less than a minute");
        row("now", 0, "nyss", "just now");
        row("one minute", -60, "för 1 minut sedan", "1 minute ago");
        row("minutes", -8 * 60, "för 8 minuter sedan", "8 minutes ago");
        row("one hour", -3600, "för 1 timme sedan", "1 hour ago");
        row("hours", -23 * 3600 - 3599, "för 23 timmar sedan", "23 hours ago");
        row("one day", -86400, "för 1 dag sedan", "1 day ago");
        row("less than a minute", -59, "nyss", "just now");
        row("days", -5 * 86400, "för 5 dagar sedan", "5 days ago");
    }
    void relative()
    {
        QFETCH(qint64, seconds);
        QFETCH(QString, swedish);
        QFETCH(QString, english);
        const QDateTime at = format().now().addSecs(seconds);
        QCOMPARE(format().relative(at), swedish.replace(QLatin1Char('_'), nbsp));
        m_settings.setLanguage(LanguageChoice::English);
        QCOMPARE(format().relative(at), english.replace(QLatin1Char('_'), nbsp));
    }

    void durations_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("whole");
        QTest::addColumn<QString>("brief");
        const auto row = [](qint64 milliseconds, const char* whole, const char* brief) {
            QTest::addRow("%lld", static_cast<long long>(milliseconds))
                << milliseconds << QString::fromUtf8(whole) << QString::fromUtf8(brief);
        };
        row(0, "0_s", "0_s");
        row(38'000, "38_s", "38_s");
        row(8 * 60'000, "8_min", "8_min");
        row(739'000, "12_min 19_s", "12_min");
        row(750'000, "12_min 30_s", "13_min");
        row(3'585'000, "59_min 45_s", "1_h"); // never "60 min"
        row(3'900'000, "1_h 5_min", "1_h 5_min");
        row(51 * 3'600'000, "2_d 3_h", "2_d 3_h");
    }
    void durations()
    {
        QFETCH(qint64, milliseconds);
        QFETCH(QString, whole);
        QFETCH(QString, brief);
        QCOMPARE(format().duration(milliseconds), whole.replace(QLatin1Char('_'), nbsp));
        QCOMPARE(format().durationShort(milliseconds), brief.replace(QLatin1Char('_'), nbsp));
    }

    void sizes_data()
    {
        QTest::addColumn<quint64>("bytes");
        QTest::addColumn<QString>("swedish");
        QTest::addColumn<QString>("english");
        const auto row = [](quint64 bytes, const char* swedish, const char* english) {
            QTest::addRow("%llu", static_cast<unsigned long long>(bytes))
                << bytes << QString::fromUtf8(swedish) << QString::fromUtf8(english);
        };
        row(0, "0_B", "0_B");
        row(999, "999_B", "999_B");
        row(1500, "1,5_kB", "1.5_KB");
        row(412'600'000'000, "412,6_GB", "412.6_GB");
        row(61'040'000'000, "61,0_GB", "61.0_GB");
        row(4'000'000'000'000, "4_TB", "4_TB");
        row(2'423'000'000'000, "2,42_TB", "2.42_TB");
        row(999'960'000, "1,0_GB", "1.0_GB"); // never "1000,0 MB"
        row(1'536'000'000'000, "1,54_TB", "1.54_TB");
    }
    void sizes()
    {
        QFETCH(quint64, bytes);
        QFETCH(QString, swedish);
        QFETCH(QString, english);
        QCOMPARE(format().size(bytes), swedish.replace(QLatin1Char('_'), nbsp));
        m_settings.setLanguage(LanguageChoice::English);
        QCOMPARE(format().size(bytes), english.replace(QLatin1Char('_'), nbsp));
    }

    void numbers()
    {
        QCOMPARE(format().number(qint64(1024)), QStringLiteral("1\u00a0024"));
        QCOMPARE(format().number(1234.5, 1), QStringLiteral("1\u00a0234,5"));
        QCOMPARE(format().percent(0.61), QStringLiteral("61\u00a0%"));
        QCOMPARE(format().rate(182.4e6), QStringLiteral("182\u00a0MB/s"));
        QCOMPARE(format().rate(14'600), QStringLiteral("14,6\u00a0kB/s"));
        QCOMPARE(format().rate(-1), QStringLiteral("0\u00a0B/s"));
        QCOMPARE(format().rate(1.25e6), QStringLiteral("1,3\u00a0MB/s"));
        m_settings.setLanguage(LanguageChoice::English);
        QCOMPARE(format().number(qint64(1024)), QStringLiteral("1,024"));
        QCOMPARE(format().percent(0.61), QStringLiteral("61%"));
    }

    void listsAndCounts()
    {
        QCOMPARE(Format::list({}), QString());
        QCOMPARE(Format::list({QStringLiteral("a")}), QStringLiteral("a"));
        QCOMPARE(Format::list({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("%1")}),
                 QStringLiteral("a, b och %1"));
        QCOMPARE(Format::days(1), QStringLiteral("1 dag"));
        QCOMPARE(Format::days(30), QStringLiteral("30 dagar"));
        QCOMPARE(Format::policies(1), QStringLiteral("1 princip"));
        QCOMPARE(Format::jobsFailed(1), QStringLiteral("1 misslyckat jobb"));
        m_settings.setLanguage(LanguageChoice::English);
        QCOMPARE(Format::list({QStringLiteral("a"), QStringLiteral("b")}), QStringLiteral("a and b"));
        QCOMPARE(Format::days(1), QStringLiteral("1 day"));
        QCOMPARE(Format::policies(1), QStringLiteral("1 policy"));
        QCOMPARE(Format::policies(2), QStringLiteral("2 policies"));
    }

private:
    const Format& format() { return m_language.format(); }

    QTimeZone m_zone{"Europe/Stockholm"};
    ManualClock m_clock{Instant{}};
    Settings m_settings;
    Language m_language{m_settings, m_zone, m_clock};
};

VALV_TEST_GUILESS(TestFormat)

} // namespace tst_format

#include "tst_format.moc"
