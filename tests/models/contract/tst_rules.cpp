// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules.h"
#include "support/testprogram.h"

#include <QTest>

#include <functional>

namespace tst_rules {

using namespace valv;
using namespace valv::contract;

namespace {

using Check = std::function<std::optional<Violation>(const QString&)>;
using Change = std::function<void(BackupPolicy&)>;

QString codesOf(const QList<Violation>& violations)
{
    QStringList codes;
    for (const auto& violation : violations) {
        codes.append(violation.code);
    }
    return codes.join(QLatin1Char(' '));
}

MonthDays firstSunday()
{
    MonthDays on;
    on.weekdays = {Weekday::Sunday};
    on.weeks = {WeekOfMonth::First};
    return on;
}

MonthDays byDay(QList<int> days, bool last = false)
{
    MonthDays on;
    on.format = RetentionFormat::Daily;
    on.days = std::move(days);
    on.lastDay = last;
    return on;
}

BackupPolicy weeklyPolicy()
{
    auto policy = BackupPolicy::defaultPolicy();
    policy.frequency = Frequency::Weekly;
    policy.runDays = {Weekday::Sunday, Weekday::Wednesday};
    policy.instantRestoreDays = 5;
    policy.daily.reset();
    policy.weekly = WeeklyRetention{{Weekday::Wednesday, Weekday::Sunday}, 12};
    return policy;
}

} // namespace

class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void badCharacterIsNamed();
    void retainUntil_data();
    void retainUntil();
    void retainUntilOnTheWire_data();
    void retainUntilOnTheWire();
    void wholeNumber_data();
    void wholeNumber();
    void policy_data();
    void policy();
    void warnings_data();
    void warnings();
    void policyErrorForTheWire();
    void wordsAreFilled();
};

void TestRules::names_data()
{
    QTest::addColumn<Check>("check");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("suggestion");
    const Check vault = checkVaultName;
    const Check group = checkResourceGroupName;
    const Check policy = checkPolicyName;
    const Check linuxVm = [](const QString& name) { return checkVmName(name, false); };
    const Check windows = [](const QString& name) { return checkVmName(name, true); };
    const auto add = [](const char* row, const Check& check, const QString& name, const char* code,
                        const QString& suggestion = {}) {
        QTest::newRow(row) << check << name << QString::fromLatin1(code) << suggestion;
    };
    const auto times = [](int n) { return QString(n, QLatin1Char('a')); };

    add("V1 a vault needs a name", vault, {}, "ValVaultNameRequired");
    add("V2 one character is too short", vault, QStringLiteral("a"), "ValVaultNameLength");
    add("V2 two characters will do", vault, QStringLiteral("ab"), "");
    add("V2 fifty will do", vault, times(50), "");
    add("V2 fifty-one are too many", vault, times(51), "ValVaultNameLength", times(50));
    add("V3 a digit first", vault, QStringLiteral("1valv"), "ValVaultNameStart", QStringLiteral("valv"));
    add("V3 a hyphen first", vault, QStringLiteral("-valv"), "ValVaultNameStart", QStringLiteral("valv"));
    add("V3 only digits", vault, QStringLiteral("123"), "ValVaultNameStart", QStringLiteral("vault"));
    add("V4 a hyphen at the end and two together are allowed", vault, QStringLiteral("valv--1-"), "");
    add("V4 Malmö", vault, QStringLiteral("valv-malmö"), "ValVaultNameChars", QStringLiteral("valv-malmo"));
    add("V4 Ängelholm, the first letter", vault, QStringLiteral("Ängelholm"), "ValVaultNameChars",
        QStringLiteral("Angelholm"));
    add("V4 å, composed of two", vault, QStringLiteral("Va\u030Ax"), "ValVaultNameChars", QStringLiteral("Vax"));
    add("V4 a space", vault, QStringLiteral("my  vault"), "ValVaultNameChars", QStringLiteral("my-vault"));
    add("V4 an underscore", vault, QStringLiteral("my_vault"), "ValVaultNameChars", QStringLiteral("my-vault"));
    add("V4 a face", vault, QStringLiteral("valv😀"), "ValVaultNameChars", QStringLiteral("valv-"));
    add("V4 Greek letters", vault, QStringLiteral("θ"), "ValVaultNameChars", QStringLiteral("vault"));
    add("V4 ø and æ", vault, QStringLiteral("rødgrød-æ"), "ValVaultNameChars", QStringLiteral("rodgrod-ae"));

    add("V9 a group needs a name", group, {}, "ValResourceGroupRequired");
    add("V10 one character will do", group, QStringLiteral("a"), "");
    add("V10 ninety will do", group, times(90), "");
    add("V10 ninety-one are too many", group, times(91), "ValResourceGroupLength");
    add("V11 all that is allowed", group, QStringLiteral("1_rg-Å.(ö)"), "");
    add("V11 a space", group, QStringLiteral("rg one"), "ValResourceGroupChars", QStringLiteral("rg-one"));
    add("V12 a period at the end", group, QStringLiteral("rg.."), "ValResourceGroupEnd", QStringLiteral("rg"));
    add("V12 a period within", group, QStringLiteral("rg.a"), "");

    add("V30 a policy needs a name", policy, {}, "ValPolicyNameRequired");
    add("V30 two characters are too few", policy, QStringLiteral("ab"), "ValPolicyNameLength");
    add("V30 three will do", policy, QStringLiteral("abc"), "");
    add("V30 150 will do", policy, times(150), "");
    add("V30 151 are too many", policy, times(151), "ValPolicyNameLength", times(150));
    add("V30 a digit first", policy, QStringLiteral("1abc"), "ValPolicyNameStart", QStringLiteral("abc"));
    add("V30 a hyphen last", policy, QStringLiteral("abc-"), "ValPolicyNameEnd", QStringLiteral("abc"));
    add("V30 a space", policy, QStringLiteral("daily backup"), "ValPolicyNameChars", QStringLiteral("daily-backup"));

    add("a VM needs a name", linuxVm, {}, "ValVmNameRequired");
    add("64 for Linux", linuxVm, times(64), "");
    add("65 for Linux", linuxVm, times(65), "ValVmNameLength", times(64));
    add("15 for Windows", windows, times(15), "");
    add("16 for Windows", windows, times(16), "ValVmNameLength", times(15));
    add("only digits", linuxVm, QStringLiteral("123"), "ValVmNameChars", QStringLiteral("vm-123"));
    add("a digit first is allowed", linuxVm, QStringLiteral("1a"), "");
    add("a hyphen last", linuxVm, QStringLiteral("vm-"), "ValVmNameChars", QStringLiteral("vm"));
    add("an underscore in a VM's name", linuxVm, QStringLiteral("vm_1"), "ValVmNameChars", QStringLiteral("vm-1"));
}

void TestRules::names()
{
    QFETCH(Check, check);
    QFETCH(QString, name);
    QFETCH(QString, code);
    QFETCH(QString, suggestion);
    const auto violation = check(name);
    QCOMPARE(violation ? violation->code : QString(), code);
    if (violation) {
        QCOMPARE(violation->suggestion, suggestion);
        QCOMPARE(violation->field, QStringLiteral("name"));
        QVERIFY(suggestion.isEmpty() || !check(suggestion)); // what is suggested is good
    }
}

void TestRules::badCharacterIsNamed()
{
    const auto violation = checkVaultName(QStringLiteral("a😀ö"));
    QVERIFY(violation);
    QCOMPARE(violation->arguments.value(0).toString(), QStringLiteral("😀"));
    QCOMPARE(violation->arguments.value(2).toInt(), 2);
    const auto length = checkVaultName(QStringLiteral("a"));
    QCOMPARE(length->arguments.value(0).toInt(), 1);
}

void TestRules::retainUntil_data()
{
    QTest::addColumn<QDate>("until");
    QTest::addColumn<QDate>("today");
    QTest::addColumn<QString>("code");
    const QDate today(2018, 12, 19);
    QTest::newRow("V20 no date") << QDate() << today << QStringLiteral("ValRetainTillRequired");
    QTest::newRow("V21 yesterday") << today.addDays(-1) << today << QStringLiteral("ValRetainTillPast");
    QTest::newRow("V21 today") << today << today << QStringLiteral("ValRetainTillPast");
    QTest::newRow("V21 tomorrow") << today.addDays(1) << today << QString();
    QTest::newRow("V22 99 years") << QDate(2117, 12, 19) << today << QString();
    QTest::newRow("V22 99 years and a day") << QDate(2117, 12, 20) << today << QStringLiteral("ValRetainTillTooFar");
    QTest::newRow("V22 from 29 February: 28 February") << QDate(2119, 2, 28) << QDate(2020, 2, 29) << QString();
    QTest::newRow("V22 from 29 February: 1 March")
        << QDate(2119, 3, 1) << QDate(2020, 2, 29) << QStringLiteral("ValRetainTillTooFar");
}

void TestRules::retainUntil()
{
    QFETCH(QDate, until);
    QFETCH(QDate, today);
    QFETCH(QString, code);
    const auto violation = checkRetainUntil(until, today);
    QCOMPARE(violation ? violation->code : QString(), code);
}

void TestRules::retainUntilOnTheWire_data()
{
    QTest::addColumn<QString>("until");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("code");
    const QByteArray here("Europe/Stockholm");
    const auto past = QStringLiteral("ValRetainTillPast");
    // It is 19 December 2018, 22:30 in Stockholm.
    QTest::newRow("V21 later today") << QStringLiteral("2018-12-19T22:59:59Z") << here << past;
    QTest::newRow("V21 now") << QStringLiteral("2018-12-19T21:30:00Z") << here << past;
    QTest::newRow("V21 tomorrow there") << QStringLiteral("2018-12-19T23:00:00Z") << here << QString();
    QTest::newRow("V21 tomorrow in UTC") << QStringLiteral("2018-12-20T00:00:00Z") << QByteArray("America/New_York")
                                         << QString();
    QTest::newRow("V21 an offset") << QStringLiteral("2018-12-20T00:30:00+01:00") << here << QString();
    QTest::newRow("V22 99 years, to the end of the day anywhere")
        << QStringLiteral("2117-12-20T11:59:59Z") << here << QString();
    QTest::newRow("V22 99 years and two days")
        << QStringLiteral("2117-12-21T00:00:00Z") << here << QStringLiteral("ValRetainTillTooFar");
}

void TestRules::retainUntilOnTheWire()
{
    QFETCH(QString, until);
    QFETCH(QByteArray, zone);
    QFETCH(QString, code);
    const QDateTime now(QDate(2018, 12, 19), QTime(21, 30), Qt::UTC);
    const auto violation = checkRetainUntil(QDateTime::fromString(until, Qt::ISODate), now, QTimeZone(zone));
    QCOMPARE(violation ? violation->code : QString(), code);
}

void TestRules::wholeNumber_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    for (const char* good : {"7", "9999", " 30 ", "007"}) {
        QTest::newRow(good) << QString::fromLatin1(good) << QString();
    }
    for (const char* bad : {"", " ", "+7", "-7", "7.0", "7,5", "1 000", "1.000", "seven", "7d", "0x10", "1e3"}) {
        QTest::addRow("not digits only: '%s'", bad) << QString::fromLatin1(bad) << QStringLiteral("ValWholeNumber");
    }
    QTest::newRow("digits of another script") << QStringLiteral("٣٠") << QStringLiteral("ValWholeNumber");
    for (const char* outside : {"0", "6", "10000", "99999999999999999999"}) {
        QTest::addRow("out of range: %s", outside)
            << QString::fromLatin1(outside) << QStringLiteral("ValDailyRetention");
    }
}

void TestRules::wholeNumber()
{
    QFETCH(QString, text);
    QFETCH(QString, code);
    const auto violation =
        checkWholeNumber(text, Limits::dailyMin, Limits::dailyMax, QStringLiteral("ValDailyRetention"));
    QCOMPARE(violation ? violation->code : QString(), code);
}

void TestRules::policy_data()
{
    QTest::addColumn<bool>("weekly");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("codes");
    const auto add = [](const char* row, bool weekly, const char* codes, const Change& change) {
        QTest::newRow(row) << weekly << change << QString::fromLatin1(codes);
    };
    const bool daily = false, weekly = true;
    add("the default policy is good", daily, "", [](auto&) {});
    add("a weekly one is good", weekly, "", [](auto&) {});
    add("all rows", daily, "", [](auto& p) {
        p.weekly = WeeklyRetention{{Weekday::Sunday}, 104};
        p.monthly = MonthlyRetention{firstSunday(), 60};
        p.yearly = YearlyRetention{{Month::January}, firstSunday(), 10};
    });
    add("V31 weekly without days", weekly, "ValScheduleDays ValRetentionDayMismatch",
        [](auto& p) { p.runDays.clear(); });
    add("V31 a day that does not exist", weekly, "ValScheduleDays ValRetentionDayMismatch",
        [](auto& p) { p.runDays = {Weekday::Unknown}; });
    add("an unknown schedule", daily, "BMSUserErrorInvalidPolicyInput",
        [](auto& p) { p.frequency = Frequency::Unknown; });
    add("V32 00:00", daily, "", [](auto& p) { p.runTime = QTime(0, 0); });
    add("V32 23:30", daily, "", [](auto& p) { p.runTime = QTime(23, 30); });
    add("V32 22:29", daily, "ValScheduleTime", [](auto& p) { p.runTime = QTime(22, 29); });
    add("V32 22:31", daily, "ValScheduleTime", [](auto& p) { p.runTime = QTime(22, 31); });
    add("V32 seconds", daily, "ValScheduleTime", [](auto& p) { p.runTime = QTime(22, 30, 1); });
    add("V32 no time", daily, "ValScheduleTime", [](auto& p) { p.runTime = QTime(); });
    add("a zone by its Windows name", daily, "",
        [](auto& p) { p.timeZone = QStringLiteral("W. Europe Standard Time"); });
    add("an unknown zone", daily, "ValTimeZoneRequired",
        [](auto& p) { p.timeZone = QStringLiteral("Middle Earth Time"); });
    add("no zone", daily, "ValTimeZoneRequired", [](auto& p) { p.timeZone.clear(); });
    add("V33 0 days", daily, "ValSnapshotDays", [](auto& p) { p.instantRestoreDays = 0; });
    add("V33 1 day", daily, "", [](auto& p) { p.instantRestoreDays = 1; });
    add("V33 5 days", daily, "", [](auto& p) { p.instantRestoreDays = 5; });
    add("V33 6 days", daily, "ValSnapshotDays", [](auto& p) { p.instantRestoreDays = 6; });
    add("V33 weekly with 4", weekly, "ValSnapshotDays", [](auto& p) { p.instantRestoreDays = 4; });
    add("V34 6 days", daily, "ValDailyRetention", [](auto& p) { p.daily->days = 6; });
    add("V34 7 days", daily, "", [](auto& p) { p.daily->days = 7; });
    add("V34 9999 days", daily, "", [](auto& p) { p.daily->days = 9999; });
    add("V34 10000 days", daily, "ValDailyRetention ValTooManyRecoveryPoints", [](auto& p) { p.daily->days = 10000; });
    add("V35 0 weeks", weekly, "ValWeeklyRetention", [](auto& p) { p.weekly->weeks = 0; });
    add("V35 1 week", weekly, "", [](auto& p) { p.weekly->weeks = 1; });
    add("V35 5163 weeks of one day", daily, "", [](auto& p) {
        p.weekly = WeeklyRetention{{Weekday::Monday}, 4836 + 327};
    });
    add("V35 5164 weeks", daily, "ValWeeklyRetention", [](auto& p) {
        p.weekly = WeeklyRetention{{Weekday::Monday}, 5164};
    });
    add("V36 0 months", daily, "ValMonthlyRetention", [](auto& p) { p.monthly = MonthlyRetention{firstSunday(), 0}; });
    add("V36 1 month", daily, "", [](auto& p) { p.monthly = MonthlyRetention{firstSunday(), 1}; });
    add("V36 1188 months", daily, "", [](auto& p) { p.monthly = MonthlyRetention{firstSunday(), 1188}; });
    add("V36 1189 months", daily, "ValMonthlyRetention", [](auto& p) {
        p.monthly = MonthlyRetention{firstSunday(), 1189};
    });
    add("V37 0 years", daily, "ValYearlyRetention", [](auto& p) {
        p.yearly = YearlyRetention{{Month::January}, firstSunday(), 0};
    });
    add("V37 99 years", daily, "", [](auto& p) { p.yearly = YearlyRetention{{Month::January}, firstSunday(), 99}; });
    add("V37 100 years", daily, "ValYearlyRetention", [](auto& p) {
        p.yearly = YearlyRetention{{Month::January}, firstSunday(), 100};
    });
    add("V38 daily without its row", daily, "ValRetentionMissing", [](auto& p) { p.daily.reset(); });
    add("V38 weekly without its row", weekly, "ValRetentionMissing", [](auto& p) { p.weekly.reset(); });
    add("V38 weekly with a daily row", weekly, "ValDayBasedNotAllowed", [](auto& p) { p.daily = DailyRetention{30}; });
    add("V39 a weekly row on another day", weekly, "ValRetentionDayMismatch",
        [](auto& p) { p.weekly->weekdays.append(Weekday::Monday); });
    add("V39 a run that no row keeps", weekly, "ValRetentionDayNotKept",
        [](auto& p) { p.weekly->weekdays = {Weekday::Sunday}; });
    add("V39 monthly on another day", weekly, "ValRetentionDayMismatch", [](auto& p) {
        p.monthly = MonthlyRetention{firstSunday(), 12};
        p.monthly->on.weekdays = {Weekday::Friday};
    });
    add("V39 yearly on another day", weekly, "ValRetentionDayMismatch", [](auto& p) {
        p.yearly = YearlyRetention{{Month::January}, firstSunday(), 10};
        p.yearly->on.weekdays = {Weekday::Friday};
    });
    add("V39 monthly on one of the days", weekly, "", [](auto& p) { p.monthly = MonthlyRetention{firstSunday(), 12}; });
    add("V39 any weekday with a daily schedule", daily, "", [](auto& p) {
        p.weekly = WeeklyRetention{{Weekday::Friday}, 4};
    });
    add("V40 day based with a weekly schedule", weekly, "ValDayBasedNotAllowed", [](auto& p) {
        p.monthly = MonthlyRetention{byDay({1}), 12};
    });
    add("V40 day based with a daily one", daily, "", [](auto& p) {
        p.monthly = MonthlyRetention{byDay({1, 28}, true), 12};
    });
    add("V41 no ordinal", daily, "ValOrdinalRequired", [](auto& p) {
        p.monthly = MonthlyRetention{firstSunday(), 12};
        p.monthly->on.weeks.clear();
    });
    add("V41 no weekday", daily, "ValWeekdayRequired", [](auto& p) {
        p.monthly = MonthlyRetention{firstSunday(), 12};
        p.monthly->on.weekdays.clear();
    });
    add("V41 no weekday in the weekly row", daily, "ValWeekdayRequired", [](auto& p) { p.weekly = WeeklyRetention{}; });
    add("V41 no day", daily, "ValDayRequired", [](auto& p) { p.monthly = MonthlyRetention{byDay({}), 12}; });
    add("V41 the last day alone", daily, "", [](auto& p) { p.monthly = MonthlyRetention{byDay({}, true), 12}; });
    add("V41 the 29th", daily, "ValDayRequired", [](auto& p) { p.monthly = MonthlyRetention{byDay({29}), 12}; });
    add("V41 no month", daily, "ValMonthRequired", [](auto& p) { p.yearly = YearlyRetention{{}, firstSunday(), 10}; });
    add("V42 9999 points", daily, "", [](auto& p) {
        p.daily->days = 9998;
        p.weekly = WeeklyRetention{{Weekday::Monday}, 1};
    });
    add("V42 10000 points", daily, "ValTooManyRecoveryPoints", [](auto& p) {
        p.daily->days = 9998;
        p.weekly = WeeklyRetention{{Weekday::Monday, Weekday::Friday}, 1};
    });
    add("V43 the snapshot longer than the vault", daily, "ValDailyRetention ValSnapshotLongerThanDaily", [](auto& p) {
        p.daily->days = 4;
        p.instantRestoreDays = 5;
    });
    const auto hourly = [](auto& p, int interval, int window) {
        p.enhanced = true;
        p.frequency = Frequency::Hourly;
        p.hourly = HourlySchedule{interval, window};
    };
    add("every 4 hours for 12", daily, "", [=](auto& p) { hourly(p, 4, 12); });
    add("every 12 hours for 24", daily, "", [=](auto& p) { hourly(p, 12, 24); });
    add("every 5 hours", daily, "ValHourlyInterval", [=](auto& p) { hourly(p, 5, 12); });
    add("a window shorter than the interval", daily, "ValHourlyWindow", [=](auto& p) { hourly(p, 8, 4); });
    add("a window longer than a day", daily, "ValHourlyWindow", [=](auto& p) { hourly(p, 4, 25); });
    add("no hours at all", daily, "ValHourlyInterval ValHourlyWindow", [=](auto& p) {
        hourly(p, 4, 12);
        p.hourly.reset();
    });
    add("several a day without being enhanced", daily, "BMSUserErrorInvalidPolicyInput", [=](auto& p) {
        hourly(p, 4, 12);
        p.enhanced = false;
    });
    add("several a day without a daily row", daily, "ValRetentionMissing", [=](auto& p) {
        hourly(p, 4, 12);
        p.daily.reset();
    });
    add("V33 enhanced: 30 days", daily, "", [](auto& p) {
        p.enhanced = true;
        p.instantRestoreDays = 30;
    });
    add("V33 enhanced: 31 days", daily, "ValSnapshotDaysEnhanced ValSnapshotLongerThanDaily", [](auto& p) {
        p.enhanced = true;
        p.instantRestoreDays = 31;
    });
    add("V42 six a day for 1666 days", daily, "", [=](auto& p) {
        hourly(p, 4, 24);
        p.daily->days = 1666;
    });
    add("V42 six a day for 1667 days", daily, "ValTooManyRecoveryPoints", [=](auto& p) {
        hourly(p, 4, 24);
        p.daily->days = 1667;
    });
    add("V43 equally long", daily, "ValDailyRetention", [](auto& p) {
        p.daily->days = 5;
        p.instantRestoreDays = 5;
    });
}

void TestRules::policy()
{
    QFETCH(bool, weekly);
    QFETCH(Change, change);
    QFETCH(QString, codes);
    auto policy = weekly ? weeklyPolicy() : BackupPolicy::defaultPolicy();
    change(policy);
    QCOMPARE(codesOf(checkPolicy(policy)), codes);
}

void TestRules::warnings_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QVariantList>("arguments");
    const auto add = [](const char* row, const QVariantList& arguments, const Change& change) {
        QTest::newRow(row) << change << arguments;
    };
    const auto names = [](const char* a, const char* b) {
        return QVariantList{QString::fromLatin1(a), QString::fromLatin1(b)};
    };
    add("V44 only one row", {}, [](auto&) {});
    add("V44 weeks shorter than days", names("weekly", "daily"), [](auto& p) {
        p.weekly = WeeklyRetention{{Weekday::Sunday}, 4};
    });
    add("V44 weeks longer", {}, [](auto& p) { p.weekly = WeeklyRetention{{Weekday::Sunday}, 5}; });
    add("V44 a month may be 30 days", {}, [](auto& p) { p.monthly = MonthlyRetention{firstSunday(), 1}; });
    add("V44 a month is not 32 days", names("monthly", "daily"), [](auto& p) {
        p.daily->days = 32;
        p.monthly = MonthlyRetention{firstSunday(), 1};
    });
    add("V44 a year shorter than 24 months", names("yearly", "monthly"), [](auto& p) {
        p.monthly = MonthlyRetention{firstSunday(), 24};
        p.yearly = YearlyRetention{{Month::January}, firstSunday(), 1};
    });
}

void TestRules::warnings()
{
    QFETCH(Change, change);
    QFETCH(QVariantList, arguments);
    auto policy = BackupPolicy::defaultPolicy();
    change(policy);
    const auto warnings = policyWarnings(policy);
    QCOMPARE(warnings.isEmpty() ? QVariantList() : warnings.first().arguments, arguments);
    QVERIFY(checkPolicy(policy).isEmpty()); // a warning is no error
}

void TestRules::policyErrorForTheWire()
{
    auto policy = BackupPolicy::defaultPolicy();
    policy.daily->days = 3;
    policy.runTime = QTime(22, 10);
    const auto error = policyInputError(checkPolicy(policy));
    QCOMPARE(error.code, std::string("BMSUserErrorInvalidPolicyInput"));
    QCOMPARE(error.details.size(), std::size_t{2});
    QCOMPARE(error.details[0].code, std::string("ValScheduleTime"));
    QCOMPARE(error.details[1].target, std::string("daily"));
    QCOMPARE(error.details[1].message, std::string("Enter a whole number of days from 7 to 9999."));
}

void TestRules::wordsAreFilled()
{
    const auto chars = inEnglish(*checkVaultName(QStringLiteral("malmö")));
    QCOMPARE(chars, QStringLiteral("The character “ö” is not allowed. Use letters (A–Z), digits and hyphens."));
    auto policy = weeklyPolicy();
    policy.weekly->weekdays = {Weekday::Sunday, Weekday::Wednesday, Weekday::Friday, Weekday::Monday};
    QCOMPARE(inEnglish(checkPolicy(policy).first()), QStringLiteral("No backup is made on Monday, Friday."));
    QCOMPARE(inEnglish({QStringLiteral("Other"), {}, {}, {}}), QStringLiteral("Other"));
}

VALV_TEST_GUILESS(TestRules)

} // namespace tst_rules

#include "tst_rules.moc"
