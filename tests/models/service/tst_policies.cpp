// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "world.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QTest>

namespace tst_policies {

using namespace valv;
using namespace valv::test;

namespace {

QJsonObject dailyPolicy(const char* time = "2026-01-05T22:30:00Z", int days = 30)
{
    const QJsonArray times{QString::fromLatin1(time)};
    const QJsonObject schedule{{QStringLiteral("schedulePolicyType"), QStringLiteral("SimpleSchedulePolicy")},
                               {QStringLiteral("scheduleRunFrequency"), QStringLiteral("Daily")},
                               {QStringLiteral("scheduleRunTimes"), times}};
    const QJsonObject duration{{QStringLiteral("count"), days},
                               {QStringLiteral("durationType"), QStringLiteral("Days")}};
    const QJsonObject retention{
        {QStringLiteral("retentionPolicyType"), QStringLiteral("LongTermRetentionPolicy")},
        {QStringLiteral("dailySchedule"),
         QJsonObject{{QStringLiteral("retentionTimes"), times}, {QStringLiteral("retentionDuration"), duration}}}};
    return {{QStringLiteral("properties"),
             QJsonObject{{QStringLiteral("backupManagementType"), QStringLiteral("AzureIaasVM")},
                         {QStringLiteral("schedulePolicy"), schedule},
                         {QStringLiteral("retentionPolicy"), retention},
                         {QStringLiteral("timeZone"), QStringLiteral("W. Europe Standard Time")}}}};
}

QJsonObject with(QJsonObject policy, const QString& key, const QJsonValue& value)
{
    auto properties = policy.value(QLatin1String("properties")).toObject();
    properties.insert(key, value);
    policy.insert(QStringLiteral("properties"), properties);
    return policy;
}

} // namespace

//! contract.md 9.
class TestPolicies : public QObject
{
    Q_OBJECT

    std::unique_ptr<World> m_world;

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<World>(1);
        m_world->makeVault();
    }
    void cleanup() { m_world.reset(); }

    void defaultPolicy()
    {
        QCOMPARE(m_world->get(QStringLiteral("{v}/backupPolicies")).names(),
                 QStringList{QStringLiteral("DefaultPolicy")});
        const auto one = m_world->get(QStringLiteral("{v}/backupPolicies/defaultpolicy"));
        QCOMPARE(one.status, 200);
        QCOMPARE(one.json.value(QLatin1String("name")).toString(), QStringLiteral("DefaultPolicy"));
        QCOMPARE(one.properties().value(QLatin1String("timeZone")).toString(),
                 QStringLiteral("W. Europe Standard Time"));
        const auto times =
            one.properties().value(QLatin1String("schedulePolicy")).toObject().value(QLatin1String("scheduleRunTimes"));
        QVERIFY(times.toArray().first().toString().endsWith(QLatin1String("T22:30:00Z"))); // wall-clock time
        (void)m_world->protect(QStringLiteral("vm-001"));
        const auto item = m_world->get(QStringLiteral("{i}")).properties().value(QLatin1String("valv")).toObject();
        QCOMPARE(item.value(QLatin1String("nextRunTime")).toString(), QStringLiteral("2019-01-09T21:30:00Z"));
        QVERIFY(one.properties().value(QLatin1String("protectedItemsCount")).isDouble());
        QCOMPARE(one.properties().value(QLatin1String("instantRpRetentionRangeInDays")).toInt(), 2);
    }

    void life()
    {
        const auto path = QStringLiteral("{v}/backupPolicies/Nightly-1");
        const auto made = m_world->put(path, dailyPolicy());
        QCOMPARE(made.status, 200);
        QCOMPARE(made.json.value(QLatin1String("type")).toString(),
                 QStringLiteral("Microsoft.RecoveryServices/vaults/backupPolicies"));
        const auto times = made.properties()
                               .value(QLatin1String("schedulePolicy"))
                               .toObject()
                               .value(QLatin1String("scheduleRunTimes"))
                               .toArray();
        QVERIFY(times.at(0).toString().endsWith(QLatin1String("T22:30:00Z")));
        QCOMPARE(m_world->put(path, made.json).status, 200); // as it was read
        QCOMPARE(m_world->get(QStringLiteral("{v}/backupPolicies")).names(),
                 (QStringList{QStringLiteral("DefaultPolicy"), QStringLiteral("Nightly-1")}));
        QCOMPARE(m_world->remove(path).status, 200);
        QCOMPARE(m_world->remove(path).status, 204);
    }

    void filters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("count");
        QTest::newRow("management type") << QStringLiteral("backupManagementType eq 'azureiaasvm'") << 1;
        QTest::newRow("az's spelling") << QStringLiteral("backupManagementType+eq+'AzureVM'+and+workloadType+eq+'VM'")
                                       << 1;
        QTest::newRow("another type") << QStringLiteral("backupManagementType eq 'AzureStorage'") << 0;
        QTest::newRow("another workload") << QStringLiteral("workloadType eq 'SQLDataBase'") << 0;
        QTest::newRow("unknown name") << QStringLiteral("colour eq 'blue'") << 1;
    }
    void filters()
    {
        QFETCH(QString, filter);
        const auto reply = m_world->get(QStringLiteral("{v}/backupPolicies?$filter=") + filter);
        QCOMPARE(reply.status, 200);
        QTEST(static_cast<int>(reply.value().size()), "count");
    }

    void refused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonObject>("body");
        const auto row = [](const char* what, const char* name, const QJsonObject& body) {
            QTest::newRow(what) << QString::fromLatin1(name) << body;
        };
        row("name too short", "ab", dailyPolicy());
        row("hyphen last", "abc-", dailyPolicy());
        row("digit first", "1abc", dailyPolicy());
        row("too few days", "abc", dailyPolicy("2026-01-05T22:30:00Z", 6));
        row("too many days", "abc", dailyPolicy("2026-01-05T22:30:00Z", 10'000));
        row("minutes", "abc", dailyPolicy("2026-01-05T22:17:00Z"));
        row("time zone", "abc",
            with(dailyPolicy(), QStringLiteral("timeZone"), QStringLiteral("Middle Earth Standard Time")));
        row("instant days", "abc", with(dailyPolicy(), QStringLiteral("instantRpRetentionRangeInDays"), 6));
    }
    void refused()
    {
        QFETCH(QString, name);
        QFETCH(QJsonObject, body);
        const auto reply = m_world->put(QStringLiteral("{v}/backupPolicies/") + name, body);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), QStringLiteral("BMSUserErrorInvalidPolicyInput"));
        QVERIFY(
            reply.message().startsWith(QLatin1String("Input for create or update policy is not in proper format\r\n")));
        QVERIFY(
            !reply.json.value(QLatin1String("error")).toObject().value(QLatin1String("details")).toArray().isEmpty());
    }

    void etags()
    {
        const auto path = QStringLiteral("{v}/backupPolicies/Nightly");
        const auto first = m_world->put(path, dailyPolicy());
        const auto etag = first.header("ETag").toUtf8();
        QVERIFY(!etag.isEmpty());
        QCOMPARE(m_world->get(path).header("ETag").toUtf8(), etag);
        const auto second = m_world->put(path, dailyPolicy("2026-01-05T22:30:00Z", 60), {{"If-Match", etag}});
        QCOMPARE(second.status, 200);
        QVERIFY(second.header("ETag").toUtf8() != etag);
        QCOMPARE(m_world->put(path, dailyPolicy(), {{"If-Match", etag}}).status, 412);
        QCOMPARE(m_world->remove(path, {{"If-Match", etag}}).code(), QStringLiteral("PreconditionFailed"));
        QCOMPARE(m_world->remove(path, {{"If-Match", second.header("ETag").toUtf8()}}).status, 200);
        QCOMPARE(m_world->remove(path, {{"If-Match", "*"}}).status, 412);
    }

    //! V30: a new one takes nobody's place.
    void onlyNew()
    {
        const auto path = QStringLiteral("{v}/backupPolicies/OnlyNew");
        QCOMPARE(m_world->put(path, dailyPolicy(), {{"If-None-Match", "*"}}).status, 200);
        const auto etag = m_world->get(path).header("ETag");
        const auto again = m_world->put(QStringLiteral("{v}/backupPolicies/onlynew"),
                                        dailyPolicy("2026-01-05T22:30:00Z", 60), {{"If-None-Match", "*"}});
        QCOMPARE(again.status, 412);
        QCOMPARE(again.code(), QStringLiteral("PreconditionFailed"));
        const auto details =
            again.json.value(QLatin1String("error")).toObject().value(QLatin1String("details")).toArray();
        QCOMPARE(details.first().toObject().value(QLatin1String("code")).toString(),
                 QStringLiteral("ValPolicyNameTaken"));
        QCOMPARE(m_world->get(path).header("ETag"), etag);
        QCOMPARE(m_world->put(path, dailyPolicy("2026-01-05T22:30:00Z", 60)).status, 200); // a plain one updates
        QCOMPARE(m_world->remove(path).status, 200);
    }

    void inUse()
    {
        QCOMPARE(m_world->protect(QStringLiteral("vm-001")).status, 202);
        m_world->engine().waitForJobs();
        const auto path = QStringLiteral("{v}/backupPolicies/DefaultPolicy");
        QCOMPARE(m_world->get(path).properties().value(QLatin1String("protectedItemsCount")).toInt(), 1);
        const auto reply = m_world->remove(path);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), QStringLiteral("BMSUserErrorPolicyObjectInUse"));
    }
};

VALV_TEST_GUILESS(TestPolicies)

} // namespace tst_policies

#include "tst_policies.moc"
