// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of the forms, at the door: whoever sends what a form would not let through is told the same code. Source:
// flows.md V1–V45. (Vault names and places: tst_vaults.)
#include "contract/backuppolicy.h"
#include "support/testprogram.h"
#include "world.h"

#include <QJsonObject>
#include <QTest>
#include <QTime>
#include <QUrl>

namespace tst_servicerules {

using namespace valv;
using namespace valv::test;
using namespace valv::contract;

namespace {

using Change = std::function<void(BackupPolicy&)>;

MonthDays firstSunday()
{
    MonthDays on;
    on.weekdays = {Weekday::Sunday};
    on.weeks = {WeekOfMonth::First};
    return on;
}

MonthDays byDay(const QList<int>& days)
{
    MonthDays on;
    on.format = RetentionFormat::Daily;
    on.days = days;
    return on;
}

//! All rows, and nothing wrong.
BackupPolicy daily()
{
    auto policy = BackupPolicy::defaultPolicy();
    policy.name = QStringLiteral("Drift");
    policy.weekly = WeeklyRetention{{Weekday::Sunday}, 104};
    policy.monthly = MonthlyRetention{firstSunday(), 60};
    policy.yearly = YearlyRetention{{Month::January}, firstSunday(), 10};
    return policy;
}

BackupPolicy weekly()
{
    auto policy = daily();
    policy.frequency = Frequency::Weekly;
    policy.runDays = {Weekday::Sunday};
    policy.daily.reset();
    policy.instantRestoreDays = 5;
    return policy;
}

QStringList detailsOf(const Reply& reply)
{
    QStringList codes;
    for (const auto& detail :
         reply.json.value(QLatin1String("error")).toObject().value(QLatin1String("details")).toArray()) {
        codes.append(detail.toObject().value(QLatin1String("code")).toString());
    }
    return codes;
}

} // namespace

} // namespace tst_servicerules
Q_DECLARE_METATYPE(tst_servicerules::Change)
namespace tst_servicerules {

class TestRules : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<World>(1);
        m_world->makeVault();
    }
    void cleanupTestCase() { m_world.reset(); }

    void policies_data()
    {
        QTest::addColumn<bool>("isWeekly");
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* what, bool isWeekly, const char* code, Change change) {
            QTest::newRow(what) << isWeekly << std::move(change) << QString::fromLatin1(code);
        };
        row("daily, all well", false, "", [](auto&) {});
        row("weekly, all well", true, "", [](auto&) {});
        row("V30 two letters", false, "ValPolicyNameLength", [](auto& p) { p.name = QStringLiteral("ab"); });
        row("V30 151 letters", false, "ValPolicyNameLength", [](auto& p) { p.name = QString(151, QLatin1Char('a')); });
        row("V30 digit first", false, "ValPolicyNameStart", [](auto& p) { p.name = QStringLiteral("1abc"); });
        row("V30 hyphen last", false, "ValPolicyNameEnd", [](auto& p) { p.name = QStringLiteral("abc-"); });
        row("V30 underscore", false, "ValPolicyNameChars", [](auto& p) { p.name = QStringLiteral("a_bc"); });
        row("V30 swedish letter", false, "ValPolicyNameChars", [](auto& p) { p.name = QStringLiteral("Månad"); });
        row("V31 weekly without days", true, "ValScheduleDays", [](auto& p) { p.runDays.clear(); });
        row("V32 a quarter past", false, "ValScheduleTime", [](auto& p) { p.runTime = QTime(22, 15); });
        row("V32 seconds", false, "ValScheduleTime", [](auto& p) { p.runTime = QTime(22, 30, 1); });
        row("zone of nowhere", false, "ValTimeZoneRequired",
            [](auto& p) { p.timeZone = QStringLiteral("Middle Earth Standard Time"); });
        row("V33 no days", false, "ValSnapshotDays", [](auto& p) { p.instantRestoreDays = 0; });
        row("V33 six days", false, "ValSnapshotDays", [](auto& p) { p.instantRestoreDays = 6; });
        row("V33 weekly with four", true, "ValSnapshotDays", [](auto& p) { p.instantRestoreDays = 4; });
        row("V34 six days", false, "ValDailyRetention", [](auto& p) { p.daily->days = 6; });
        row("V34 ten thousand", false, "ValDailyRetention", [](auto& p) { p.daily->days = 10'000; });
        row("V35 no weeks", false, "ValWeeklyRetention", [](auto& p) { p.weekly->weeks = 0; });
        row("V35 too many", false, "ValWeeklyRetention", [](auto& p) { p.weekly->weeks = 5164; });
        row("V36 no months", false, "ValMonthlyRetention", [](auto& p) { p.monthly->months = 0; });
        row("V36 too many", false, "ValMonthlyRetention", [](auto& p) { p.monthly->months = 1189; });
        row("V37 no years", false, "ValYearlyRetention", [](auto& p) { p.yearly->years = 0; });
        row("V37 a hundred", false, "ValYearlyRetention", [](auto& p) { p.yearly->years = 100; });
        row("V38 daily without its row", false, "ValRetentionMissing", [](auto& p) { p.daily.reset(); });
        row("V38 weekly without its row", true, "ValRetentionMissing", [](auto& p) { p.weekly.reset(); });
        row("V39 a week's day without a run", true, "ValRetentionDayMismatch", [](auto& p) {
            p.weekly->weekdays = {Weekday::Sunday, Weekday::Monday};
        });
        row("V39 a month's day without a run", true, "ValRetentionDayMismatch",
            [](auto& p) { p.monthly->on.weekdays = {Weekday::Friday}; });
        row("V39 a year's day without a run", true, "ValRetentionDayMismatch",
            [](auto& p) { p.yearly->on.weekdays = {Weekday::Friday}; });
        row("V39 a run that no row keeps", true, "ValRetentionDayNotKept", [](auto& p) {
            p.runDays = {Weekday::Sunday, Weekday::Wednesday};
        });
        row("V40 weekly, by day", true, "ValDayBasedNotAllowed", [](auto& p) { p.monthly->on = byDay({1}); });
        row("V41 no week", false, "ValOrdinalRequired", [](auto& p) { p.monthly->on.weeks.clear(); });
        row("V41 no weekday", false, "ValWeekdayRequired", [](auto& p) { p.monthly->on.weekdays.clear(); });
        row("V41 no day", false, "ValDayRequired", [](auto& p) { p.monthly->on = byDay({}); });
        row("V41 the 29th", false, "ValDayRequired", [](auto& p) { p.monthly->on = byDay({29}); });
        row("V41 no month", false, "ValMonthRequired", [](auto& p) { p.yearly->months.clear(); });
        row("V42 more than 9,999", false, "ValTooManyRecoveryPoints", [](auto& p) { p.daily->days = 9999; });
        row("V43 snapshots outlive the vault's points", false, "ValSnapshotLongerThanDaily", [](auto& p) {
            p.enhanced = true;
            p.daily->days = 10;
            p.instantRestoreDays = 11;
        });
        row("V43 as long as the vault's points", false, "", [](auto& p) {
            p.enhanced = true;
            p.daily->days = 10;
            p.instantRestoreDays = 10;
        });
        row("V44 warns only", false, "", [](auto& p) { p.weekly->weeks = 1; });
    }
    void policies()
    {
        QFETCH(bool, isWeekly);
        QFETCH(Change, change);
        QFETCH(QString, code);
        auto policy = isWeekly ? weekly() : daily();
        change(policy);
        const auto path =
            QStringLiteral("{v}/backupPolicies/") + QString::fromLatin1(QUrl::toPercentEncoding(policy.name));
        const auto reply = m_world->put(path, policy.toJson());
        if (code.isEmpty()) {
            QVERIFY2(reply.status < 300, reply.body.constData());
            QCOMPARE(m_world->remove(path).status, 200);
            return;
        }
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), QStringLiteral("BMSUserErrorInvalidPolicyInput"));
        QVERIFY2(detailsOf(reply).contains(code), reply.body.constData());
        QCOMPARE(m_world->get(path).status, 404); // nothing of it is saved
    }

    void resourceGroups_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* what, const QString& name, const char* code) {
            QTest::newRow(what) << name << QString::fromLatin1(code);
        };
        row("V11 å, parentheses and a period", QStringLiteral("rg-(månad).1"), "");
        row("V10 91 letters", QString(91, QLatin1Char('a')), "ValResourceGroupLength");
        row("V11 a space", QStringLiteral("rg web"), "ValResourceGroupChars");
        row("V11 an ampersand", QStringLiteral("rg&web"), "ValResourceGroupChars");
        row("V12 a period last", QStringLiteral("rg."), "ValResourceGroupEnd");
    }
    void resourceGroups()
    {
        QFETCH(QString, name);
        QFETCH(QString, code);
        const auto path =
            QStringLiteral("/subscriptions/{s}/resourceGroups/") + QString::fromLatin1(QUrl::toPercentEncoding(name));
        const auto reply = m_world->put(path, {{QStringLiteral("location"), QStringLiteral("westeurope")}});
        if (code.isEmpty()) {
            QVERIFY2(reply.status < 300, reply.body.constData());
            return;
        }
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), QStringLiteral("ResourceNameInvalid"));
        QVERIFY2(detailsOf(reply).contains(code), reply.body.constData());
    }

    void backupNow_data()
    {
        QTest::addColumn<QString>("until");
        QTest::addColumn<QString>("code");
        // It is 9 January 2019, 12:00 UTC.
        QTest::newRow("V20 no date") << QStringLiteral("soon") << QStringLiteral("ValRetainTillFormat");
        QTest::newRow("V21 now") << QStringLiteral("2019-01-09T12:00:00Z") << QStringLiteral("ValRetainTillPast");
        QTest::newRow("V21 yesterday") << QStringLiteral("2019-01-08T22:59:59Z") << QStringLiteral("ValRetainTillPast");
        QTest::newRow("V21 later today") << QStringLiteral("2019-01-09T22:59:59Z")
                                         << QStringLiteral("ValRetainTillPast");
        QTest::newRow("V22 in a hundred years")
            << QStringLiteral("2119-01-09T22:59:59Z") << QStringLiteral("ValRetainTillTooFar");
    }
    void backupNow()
    {
        QFETCH(QString, until);
        QFETCH(QString, code);
        if (!m_isProtected) {
            QCOMPARE(m_world->protect(QStringLiteral("vm-001")).status, 202);
            m_world->engine().waitForJobs();
            m_isProtected = true;
        }
        const QJsonObject request{{QStringLiteral("objectType"), QStringLiteral("IaasVMBackupRequest")},
                                  {QStringLiteral("recoveryPointExpiryTimeInUTC"), until}};
        const auto reply = m_world->post(QStringLiteral("{i}/backup"), {{QStringLiteral("properties"), request}});
        QCOMPARE(reply.status, 400);
        QVERIFY2(reply.body.contains(code.toUtf8()), reply.body.constData());
    }

    //! As az sends it (midnight, UTC) and as the console does (the end of the day, where the person is).
    void backupUntilTomorrow_data()
    {
        QTest::addColumn<QString>("until");
        QTest::newRow("V21 the first moment in UTC") << QStringLiteral("2019-01-10T00:00:00Z");
        QTest::newRow("V21 the first moment in Stockholm") << QStringLiteral("2019-01-09T23:00:00Z");
        QTest::newRow("V22 the last moment in Stockholm") << QStringLiteral("2118-01-09T22:59:59Z");
        QTest::newRow("V22 the last moment far to the west") << QStringLiteral("2118-01-10T09:59:59Z");
    }
    void backupUntilTomorrow()
    {
        QFETCH(QString, until);
        World world(1);
        world.makeVault();
        QCOMPARE(world.protect(QStringLiteral("vm-001")).status, 202);
        world.engine().waitForJobs();
        const QJsonObject request{{QStringLiteral("objectType"), QStringLiteral("IaasVMBackupRequest")},
                                  {QStringLiteral("recoveryPointExpiryTimeInUTC"), until}};
        const auto reply = world.post(QStringLiteral("{i}/backup"), {{QStringLiteral("properties"), request}});
        QVERIFY2(reply.status == 202, reply.body.constData());
    }

    //! What is one too many is refused, with all that was there as it was.
    void limits_data()
    {
        QTest::addColumn<int>("rule");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("detail");
        const auto protection = QStringLiteral("BMSUserErrorInvalidConfigureProtectionRequest");
        QTest::newRow("V7 vaults") << 7 << QStringLiteral("BMSUserErrorInvalidInput")
                                   << QStringLiteral("VaultLimitReached");
        QTest::newRow("V18 machines of a policy") << 18 << protection << QStringLiteral("PolicyVmLimitReached");
        QTest::newRow("V19 machines of a vault") << 19 << protection << QStringLiteral("VaultVmLimitReached");
        QTest::newRow("V45 policies") << 45 << QStringLiteral("BMSUserErrorInvalidPolicyInput")
                                      << QStringLiteral("PolicyLimitReached");
    }
    void limits()
    {
        QFETCH(int, rule);
        QFETCH(QString, code);
        QFETCH(QString, detail);
        engine::Capacity one;
        QCOMPARE(one.vaults, 500);
        QCOMPARE(one.policies, 200);
        QVERIFY(!one.itemsOfVault && !one.itemsOfPolicy); // flows.md 0.11: lifted here
        one.vaults = 1;
        one.policies = 1;
        one.itemsOfVault = rule == 19 ? std::optional(1) : std::nullopt;
        one.itemsOfPolicy = 1;
        World world(2, one);
        world.makeVault();
        QCOMPARE(world.protect(QStringLiteral("vm-001")).status, 202);
        world.engine().waitForJobs();
        const auto second = [&world, rule] {
            if (rule == 7) {
                return world.put(QStringLiteral("/subscriptions/{s}/resourceGroups/rg-web/providers/"
                                                "Microsoft.RecoveryServices/vaults/second"),
                                 {{QStringLiteral("location"), QStringLiteral("westeurope")}});
            }
            return rule == 45 ? world.put(QStringLiteral("{v}/backupPolicies/second"), daily().toJson())
                              : world.protect(QStringLiteral("vm-002"));
        };
        const auto reply = second();
        QVERIFY2(reply.status == 400, reply.body.constData());
        QCOMPARE(reply.code(), code);
        QCOMPARE(detailsOf(reply), QStringList{detail});
        QCOMPARE(world.get(QStringLiteral("/subscriptions/{s}/providers/Microsoft.RecoveryServices/vaults")).names(),
                 QStringList{QStringLiteral("vault-one")});
        QCOMPARE(world.get(QStringLiteral("{v}/backupPolicies")).value().size(), 1);
        QCOMPARE(world.get(QStringLiteral("{v}/backupProtectedItems")).value().size(), 1);
        // What is there already can be written again.
        QCOMPARE(world.put(QStringLiteral("{v}"), {{QStringLiteral("location"), QStringLiteral("westeurope")}}).status,
                 200);
        QCOMPARE(world.put(QStringLiteral("{v}/backupPolicies/DefaultPolicy"), daily().toJson()).status, 200);
        QCOMPARE(world.protect(QStringLiteral("vm-001")).status, 202);
    }

    //! V5: in whatever group and case.
    void aVaultsNameIsTakenInTheSubscription()
    {
        World world(1);
        world.makeVault();
        const auto reply = world.put(QStringLiteral("/subscriptions/{s}/resourceGroups/rg-north/providers/"
                                                    "Microsoft.RecoveryServices/vaults/VAULT-One"),
                                     {{QStringLiteral("location"), QStringLiteral("westeurope")}});
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), QStringLiteral("ResourceNameInvalid"));
        QCOMPARE(detailsOf(reply), QStringList{QStringLiteral("ValVaultNameTaken")});
    }

    void whatIsProtectedBindsTheVault()
    {
        World world(1);
        world.makeVault();
        world.makeVault(QStringLiteral("vault-two"));
        QCOMPARE(world.protect(QStringLiteral("vm-001")).status, 202);
        world.engine().waitForJobs();
        const QJsonObject local{{QStringLiteral("storageModelType"), QStringLiteral("LocallyRedundant")}};
        const auto storage = world.put(QStringLiteral("{v}/backupstorageconfig/vaultstorageconfig"),
                                       {{QStringLiteral("properties"), local}});
        QCOMPARE(storage.status, 400);
        QCOMPARE(storage.code(), QStringLiteral("BMSUserErrorInvalidInput"));
        QCOMPARE(detailsOf(storage), QStringList{QStringLiteral("StorageTypeLocked")}); // V16
        const auto two = QStringLiteral("/subscriptions/{s}/resourceGroups/rg-web/providers/"
                                        "Microsoft.RecoveryServices/vaults/vault-two/");
        auto properties = world.protectBody(QStringLiteral("vm-001")).value(QLatin1String("properties")).toObject();
        properties.insert(QStringLiteral("policyId"),
                          properties.value(QLatin1String("policyId"))
                              .toString()
                              .replace(QLatin1String("vault-one"), QLatin1String("vault-two")));
        const auto again =
            world.put(two + World::item(QStringLiteral("vm-001")), {{QStringLiteral("properties"), properties}});
        QCOMPARE(again.status, 400);
        QCOMPARE(again.code(), QStringLiteral("BMSUserErrorInvalidConfigureProtectionRequest"));
        QCOMPARE(detailsOf(again), QStringList{QStringLiteral("AlreadyProtectedInOtherVault")});
    }

    //! I7.3
    void namesOfRestoredMachines_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code");
        QTest::newRow("64 letters are enough") << QString(65, QLatin1Char('a')) << QStringLiteral("ValVmNameLength");
        QTest::newRow("an underscore") << QStringLiteral("vm_2") << QStringLiteral("ValVmNameChars");
        QTest::newRow("digits alone") << QStringLiteral("2019") << QStringLiteral("ValVmNameChars");
        QTest::newRow("a hyphen last") << QStringLiteral("vm-") << QStringLiteral("ValVmNameChars");
        QTest::newRow("taken") << QStringLiteral("VM-001") << QStringLiteral("ValVmNameTaken");
        QTest::newRow("none") << QString() << QStringLiteral("ValVmNameRequired");
    }
    void namesOfRestoredMachines()
    {
        QFETCH(QString, name);
        QFETCH(QString, code);
        if (!m_hasPoint) {
            m_world->protectAndBackup(QStringLiteral("vm-001"));
            m_isProtected = true;
            m_hasPoint = true;
        }
        const QString group =
            QStringLiteral("/subscriptions/") + m_world->subscription() + QStringLiteral("/resourceGroups/rg-web");
        QJsonObject properties{{QStringLiteral("objectType"), QStringLiteral("IaasVMRestoreRequest")},
                               {QStringLiteral("recoveryType"), QStringLiteral("AlternateLocation")},
                               {QStringLiteral("targetResourceGroupId"), group}};
        if (!name.isEmpty()) {
            properties.insert(QStringLiteral("targetVirtualMachineId"),
                              QString(group + QStringLiteral("/providers/Microsoft.Compute/virtualMachines/") + name));
        }
        const auto reply =
            m_world->post(QStringLiteral("{i}/recoveryPoints/") + m_world->firstPoint(QStringLiteral("vm-001"))
                              + QStringLiteral("/restore"),
                          {{QStringLiteral("properties"), properties}});
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), QStringLiteral("BMSUserErrorInvalidInput"));
        QCOMPARE(detailsOf(reply), QStringList{code});
    }

    //! I6: what still prevents it is told by two codes of ours under the one of the wire.
    void vaultsThatHoldSomethingStay()
    {
        World world(1);
        world.makeVault();
        QCOMPARE(world.protect(QStringLiteral("vm-001")).status, 202);
        world.engine().waitForJobs();
        const auto full = world.remove(QStringLiteral("{v}"));
        QCOMPARE(full.status, 400);
        QCOMPARE(full.code(), QStringLiteral("BMSUserErrorVaultDeletionNotAllowed"));
        QVERIFY(full.message().contains(QLatin1String("existing resources within the vault"))); // az looks for it
        QCOMPARE(detailsOf(full), QStringList{QStringLiteral("VaultNotEmpty")});
        QCOMPARE(world.remove(QStringLiteral("{i}")).status, 202);
        world.engine().waitForJobs();
        const auto soft = world.remove(QStringLiteral("{v}"));
        QCOMPARE(soft.status, 400);
        QCOMPARE(soft.code(), QStringLiteral("BMSUserErrorVaultDeletionNotAllowed"));
        QVERIFY(soft.message().contains(QLatin1String("soft deleted state")));
        QCOMPARE(detailsOf(soft), QStringList{QStringLiteral("VaultHasSoftDeletedItems")});
        QCOMPARE(world.get(QStringLiteral("{v}")).status, 200);
    }

    //! I2, I3: a comment is kept whole or refused, never cut.
    void comments()
    {
        World world(1);
        world.makeVault();
        QCOMPARE(world.protect(QStringLiteral("vm-001")).status, 202);
        world.engine().waitForJobs();
        const auto stop = [&world](int length) {
            auto body = world.protectBody(QStringLiteral("vm-001"));
            auto properties = body.value(QLatin1String("properties")).toObject();
            properties.insert(QStringLiteral("policyId"), QString(QLatin1String("")));
            properties.insert(QStringLiteral("protectionState"), QStringLiteral("ProtectionStopped"));
            properties.insert(QStringLiteral("valv"),
                              QJsonObject{{QStringLiteral("comment"), QString(length, QLatin1Char('x'))}});
            return world.put(QStringLiteral("{i}"), {{QStringLiteral("properties"), properties}});
        };
        const auto erase = [&world](int length) {
            return world.remove(QStringLiteral("{i}?reason=Cost&comment=") + QString(length, QLatin1Char('x')));
        };
        for (const auto& reply : {stop(501), erase(501)}) {
            QCOMPARE(reply.status, 400);
            QCOMPARE(reply.code(), QStringLiteral("BMSUserErrorInvalidInput"));
            QCOMPARE(detailsOf(reply), QStringList{QStringLiteral("ValCommentLength")});
        }
        QCOMPARE(stop(500).status, 202);
        world.engine().waitForJobs();
        QCOMPARE(erase(500).status, 202);
    }

private:
    std::unique_ptr<World> m_world;
    bool m_isProtected = false;
    bool m_hasPoint = false;
};

VALV_TEST_GUILESS(TestRules)

} // namespace tst_servicerules

#include "tst_servicerules.moc"
