// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/demoplot.h"

#include <algorithm>

namespace valv::service {
namespace {

using contract::BackupPolicy;

constexpr QLatin1String production("valv-produktion");
constexpr QLatin1String north("valv-nord");
constexpr QLatin1String test("valv-test");
constexpr QLatin1String gfs("Produktion-GFS");
constexpr QLatin1String daily("Drift-Daglig");

BackupPolicy basePolicy(const QString& name, const QTime& time)
{
    BackupPolicy policy;
    policy.name = name;
    policy.runTime = time;
    policy.timeZone = QStringLiteral("W. Europe Standard Time");
    policy.instantRestoreDays = 2;
    policy.daily = contract::DailyRetention{30};
    return policy;
}

QString demoTest()
{
    return QStringLiteral("sql-test-01");
}

const QTime gfsRun(22, 30);
const QTime dailyRun(23, 0);

} // namespace

QList<DemoVault> demoVaults()
{
    const auto backup = QStringLiteral("rg-backup");
    const auto sweden = QStringLiteral("swedencentral");
    const auto ireland = QStringLiteral("northeurope");
    return {{production, backup, sweden, sweden, QDate(2018, 10, 1)},
            {north, backup, sweden, ireland, QDate(2018, 10, 1)},
            {test, QStringLiteral("rg-test"), ireland, ireland, QDate(2018, 10, 15)}};
}

QList<BackupPolicy> demoPolicies()
{
    auto graded = basePolicy(gfs, gfsRun);
    contract::MonthDays firstSunday;
    firstSunday.format = contract::RetentionFormat::Weekly;
    firstSunday.weekdays = {contract::Weekday::Sunday};
    firstSunday.weeks = {contract::WeekOfMonth::First};
    graded.weekly = contract::WeeklyRetention{{contract::Weekday::Sunday}, 12};
    graded.monthly = contract::MonthlyRetention{firstSunday, 12};
    graded.yearly = contract::YearlyRetention{{contract::Month::January}, firstSunday, 7};
    return {graded, basePolicy(daily, dailyRun)};
}

QList<DemoVm> demoVms()
{
    const auto prod = QStringLiteral("rg-produktion");
    const auto identity = QStringLiteral("rg-identitet");
    const auto operations = QStringLiteral("rg-drift");
    const QDate first(2018, 11, 30);
    return {
        {QStringLiteral("ad-dc-02"), identity, north, gfs, QTime(22, 36), first},
        {QStringLiteral("ad-dc-01"), identity, production, gfs, QTime(22, 38), first},
        {QStringLiteral("sql-prod-01"), prod, production, gfs, QTime(22, 41), first},
        {QStringLiteral("fil-02"), prod, north, gfs, QTime(22, 44), first},
        {QStringLiteral("fil-01"), prod, production, gfs, QTime(22, 49), first},
        {QStringLiteral("app-order-01"), prod, production, gfs, QTime(22, 52), first},
        {QStringLiteral("app-order-02"), prod, production, gfs, QTime(22, 55), first},
        {QStringLiteral("vpn-01"), QStringLiteral("rg-natverk"), north, daily, QTime(23, 2), first},
        {QStringLiteral("mon-01"), operations, production, daily, QTime(23, 3), first},
        {QStringLiteral("wsus-01"), operations, production, daily, QTime(23, 4), first},
        {demoTest(), QStringLiteral("rg-test"), test, gfs, QTime(22, 34), first},
        {demoNewcomer(), prod, production, gfs, QTime(22, 58), QDate(2018, 12, 19)},
    };
}

QString demoNewcomer()
{
    return QStringLiteral("sql-prod-02");
}

DemoMishap demoMishap()
{
    return {QStringLiteral("fil-01"), QDate(2018, 12, 18), QStringLiteral("fil-01/fil-01-data-0.raw")};
}

QList<DemoScene> demoScenes()
{
    using hypervisor::Consistency;
    const auto database = QStringLiteral("sql-prod-01");
    QList<DemoScene> scenes;
    auto minute = 0;
    for (const auto& vm : demoVms()) {
        const auto time = vm.name == demoNewcomer() ? QTime(9, 30) : QTime(10, minute++);
        scenes.append({vm.protectedSince, time, DemoScene::Protect, vm.name});
    }
    const QDate first(2018, 11, 30);
    const QDate last(2018, 12, 18);
    for (auto date = first; date <= last; date = date.addDays(1)) {
        const auto day = static_cast<int>(first.daysTo(date));
        scenes.append({date, gfsRun, DemoScene::Night, {}, {}, day});
        scenes.append({date, dailyRun, DemoScene::Night, {}});
    }
    scenes.append({QDate(2018, 12, 1), QTime(8, 47), DemoScene::Stop, demoTest()});
    // An upgrade of the database: for two nights its writers did not answer, and in the third the agent was being
    // replaced.
    scenes.append({QDate(2018, 12, 11), QTime(20, 0), DemoScene::Agent, database, Consistency::FileSystem});
    scenes.append({QDate(2018, 12, 13), QTime(20, 0), DemoScene::Agent, database, Consistency::Crash});
    scenes.append({QDate(2018, 12, 14), QTime(7, 30), DemoScene::Agent, database});
    scenes.append({QDate(2018, 12, 17), QTime(13, 5), DemoScene::OnDemand, database});
    std::stable_sort(scenes.begin(), scenes.end(), [](const DemoScene& a, const DemoScene& b) {
        return a.date != b.date ? a.date < b.date : a.time < b.time;
    });
    return scenes;
}

} // namespace valv::service
