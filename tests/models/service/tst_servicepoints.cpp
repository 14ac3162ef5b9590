// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "world.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

namespace tst_servicepoints {

using namespace valv;
using namespace valv::test;

namespace {

QString detail(const Reply& reply)
{
    const auto error = reply.json.value(QLatin1String("error")).toObject();
    return error.value(QLatin1String("details")).toArray().first().toObject().value(QLatin1String("code")).toString();
}

QJsonObject ourPart(const QJsonObject& members)
{
    return {{QStringLiteral("properties"), QJsonObject{{QStringLiteral("valv"), members}}}};
}

QJsonObject ours(const Reply& reply)
{
    return reply.properties().value(QLatin1String("valv")).toObject();
}

} // namespace

//! Valv's own requests about points, policies, jobs and the engine, and the alerts: docs/wire-extensions.md.
class TestServicePoints : public QObject
{
    Q_OBJECT

    std::unique_ptr<World> m_world;
    const QString m_vm = QStringLiteral("vm-001");

    [[nodiscard]] QString item() const { return QStringLiteral("{i}"); }
    [[nodiscard]] QString point() const
    {
        return item() + QStringLiteral("/recoveryPoints/") + m_world->firstPoint(m_vm);
    }
    [[nodiscard]] static QString alertsPath()
    {
        return QStringLiteral("/subscriptions/{s}/providers/Microsoft.AlertsManagement/alerts");
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<World>(1);
        m_world->makeVault();
        m_world->protectAndBackup(m_vm);
    }
    void cleanup() { m_world.reset(); }

    //! Asked for, the vault is read, and says what that found; asking again changes nothing.
    void integrity()
    {
        const auto told = [this] {
            return ours(m_world->get(QStringLiteral("{v}"))).value(QLatin1String("integrity")).toObject();
        };
        QCOMPARE(told().value(QLatin1String("state")).toString(), QStringLiteral("NotChecked"));
        const auto begun = m_world->post(QStringLiteral("{v}/valv/checkNow"));
        QCOMPARE(begun.status, 200);
        QVERIFY(ours(begun).contains(QLatin1String("integrity")));
        m_world->engine().waitForJobs();
        QCOMPARE(told().value(QLatin1String("state")).toString(), QStringLiteral("Whole"));
        QVERIFY(!told().value(QLatin1String("lastChecked")).toString().isEmpty());
        QVERIFY(told().value(QLatin1String("checkedBytes")).toDouble() > 0);
        QVERIFY(!told().contains(QLatin1String("damage")));
        QCOMPARE(m_world->post(QStringLiteral("{v}x/valv/checkNow")).code(), QStringLiteral("ResourceNotFound"));
        // What a client writes back is not taken for the truth.
        QJsonObject body{{QStringLiteral("properties"),
                          QJsonObject{{QStringLiteral("valv"),
                                       QJsonObject{{QStringLiteral("integrity"),
                                                    QJsonObject{{QStringLiteral("state"), QStringLiteral("Damaged")}}}}}}}};
        QCOMPARE(m_world->patch(QStringLiteral("{v}"), body).status, 200);
        QCOMPARE(told().value(QLatin1String("state")).toString(), QStringLiteral("Whole"));
    }

    void immutable_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path"); // {p} is the point
        QTest::addColumn<QJsonObject>("body");
        const auto row = [](const char* name, const char* method, const char* path, const QJsonObject& body = {}) {
            QTest::newRow(name) << QString::fromLatin1(method) << QString::fromLatin1(path) << body;
        };
        const auto security = [](const QJsonObject& settings) {
            return QJsonObject{{QStringLiteral("properties"),
                                QJsonObject{{QStringLiteral("securitySettings"),
                                             QJsonObject{{QStringLiteral("immutabilitySettings"), settings}}}}}};
        };
        row("the point deleted", "DELETE", "{p}?evenLastGood=true");
        row("an earlier date", "PATCH", "{p}",
            {{QStringLiteral("properties"),
              QJsonObject{{QStringLiteral("recoveryPointProperties"),
                           QJsonObject{{QStringLiteral("expiryTime"), QStringLiteral("2019-01-12T00:00:00Z")}}}}}});
        row("the data deleted", "DELETE", "{i}");
        row("the vault deleted", "DELETE", "{v}");
        row("off", "PATCH", "{v}", security({{QStringLiteral("state"), QStringLiteral("Disabled")}}));
        row("unlocked", "PATCH", "{v}", security({{QStringLiteral("state"), QStringLiteral("Unlocked")}}));
        row("an earlier end", "PATCH", "{v}",
            ourPart({{QStringLiteral("immutableUntil"), QStringLiteral("2019-02-01T00:00:00Z")}}));
    }
    //! The router lets none of the ways through. The clock stands at 9 January 2019.
    void immutable()
    {
        QFETCH(QString, method);
        QFETCH(QString, path);
        QFETCH(QJsonObject, body);
        QCOMPARE(m_world
                     ->patch(QStringLiteral("{v}"),
                             ourPart({{QStringLiteral("immutableUntil"), QStringLiteral("2019-03-01T00:00:00Z")}}))
                     .status,
                 200);
        path.replace(QStringLiteral("{p}"), point());
        const auto reply = method == QLatin1String("DELETE") ? m_world->remove(path) : m_world->patch(path, body);
        QCOMPARE(reply.status, 400);
        const bool full = reply.code() == QLatin1String("BMSUserErrorVaultDeletionNotAllowed"); // it has items, too
        QVERIFY2(full || detail(reply) == QLatin1String("VaultImmutable"), qPrintable(QString::fromUtf8(reply.body)));
        QCOMPARE(m_world->get(point()).status, 200);
    }

    void pinAndUnpin()
    {
        const auto before = m_world->get(point());
        QCOMPARE(before.status, 200);
        QVERIFY(!before.header("ETag").isEmpty());
        QCOMPARE(before.header("ETag"), ours(before).value(QLatin1String("etag")).toString());
        const QJsonObject pin =
            ourPart({{QStringLiteral("pinned"), true}, {QStringLiteral("reason"), QStringLiteral("x")}});
        const auto pinned = m_world->patch(point(), pin, {{"If-Match", before.header("ETag").toUtf8()}});
        QCOMPARE(pinned.status, 200);
        QVERIFY(ours(pinned).value(QLatin1String("pinned")).toBool());
        QCOMPARE(ours(pinned).value(QLatin1String("reason")).toString(), QStringLiteral("x"));
        const auto late = m_world->patch(point(), pin, {{"If-Match", before.header("ETag").toUtf8()}});
        QCOMPARE(late.status, 412);
        QCOMPARE(late.code(), QStringLiteral("PreconditionFailed"));
        const auto refused = m_world->remove(point());
        QCOMPARE(refused.status, 409);
        QCOMPARE(refused.code(), QStringLiteral("RecoveryPointPinned"));
        QCOMPARE(m_world->patch(point(), ourPart({{QStringLiteral("pinned"), false}})).status, 200);
    }

    void badChanges_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("detailCode");
        const auto dated = [](const char* time) {
            const QJsonObject lifetime{{QStringLiteral("expiryTime"), QString::fromLatin1(time)}};
            return QJsonObject{
                {QStringLiteral("properties"), QJsonObject{{QStringLiteral("recoveryPointProperties"), lifetime}}}};
        };
        const auto input = QStringLiteral("BMSUserErrorInvalidInput");
        QTest::newRow("a wrong type") << ourPart({{QStringLiteral("pinned"), QStringLiteral("yes")}})
                                      << QStringLiteral("InvalidRequestContent") << QString();
        QTest::newRow("no date") << dated("soon") << input << QStringLiteral("ValRetainTillFormat");
        QTest::newRow("yesterday") << dated("2019-01-08T00:00:00Z") << input << QStringLiteral("ValRetainTillPast");
        QTest::newRow("too far") << dated("2300-01-08T00:00:00Z") << input << QStringLiteral("ValRetainTillTooFar");
        QTest::newRow("a long reason") << ourPart({{QStringLiteral("reason"), QString(501, QLatin1Char('x'))}}) << input
                                       << QStringLiteral("ValCommentLength");
    }

    void badChanges()
    {
        QFETCH(QJsonObject, body);
        QFETCH(QString, code);
        QFETCH(QString, detailCode);
        const auto reply = m_world->patch(point(), body);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), code);
        QCOMPARE(detail(reply), detailCode);
    }

    void removal()
    {
        const auto first = point();
        const auto last = m_world->remove(first);
        QCOMPARE(last.status, 409);
        QCOMPARE(last.code(), QStringLiteral("RecoveryPointLastGood"));
        const QJsonObject names{{QStringLiteral("recoveryPoints"), QJsonArray{m_world->firstPoint(m_vm)}}};
        const auto preview =
            m_world->post(item() + QStringLiteral("/valv/previewRemoval"), {{QStringLiteral("properties"), names}});
        QCOMPARE(preview.status, 200);
        QVERIFY(preview.properties().value(QLatin1String("freedBytes")).toInteger() > 0);
        const auto told = preview.properties().value(QLatin1String("points")).toArray().first().toObject();
        QCOMPARE(told.value(QLatin1String("obstacle")).toObject().value(QLatin1String("code")).toString(),
                 QStringLiteral("RecoveryPointLastGood"));
        QCOMPARE(m_world->post(item() + QStringLiteral("/valv/previewRemoval")).status, 400);
        QCOMPARE(m_world->remove(first + QStringLiteral("?evenLastGood=true")).status, 200);
        QCOMPARE(m_world->remove(first).status, 204);
        QCOMPARE(m_world->get(first).status, 404);
        const auto nowhere = m_world->patch(first, ourPart({{QStringLiteral("pinned"), true}}));
        QCOMPARE(nowhere.status, 404);
        QCOMPARE(nowhere.code(), QStringLiteral("BMSUserErrorObjectNotFound"));
    }

    void previewOfAPolicy()
    {
        auto policy = m_world->get(QStringLiteral("{v}/backupPolicies/DefaultPolicy")).json;
        const auto path = QStringLiteral("{v}/backupPolicies/DefaultPolicy/valv/preview");
        const auto preview = m_world->post(path, policy);
        QCOMPARE(preview.status, 200);
        QCOMPARE(preview.properties().value(QLatin1String("expiring")).toInt(-1), 0);
        QCOMPARE(preview.properties().value(QLatin1String("items")).toArray().size(), 1);
        QVERIFY(!preview.properties().contains(QLatin1String("freedBytes")));
        const auto bytes = m_world->post(path + QStringLiteral("?$expand=freedBytes"), policy);
        QCOMPARE(bytes.properties().value(QLatin1String("freedBytes")).toInt(-1), 0);
        auto properties = policy.value(QLatin1String("properties")).toObject();
        properties.insert(QStringLiteral("instantRpRetentionRangeInDays"), 0);
        policy.insert(QStringLiteral("properties"), properties);
        const auto refused = m_world->post(path, policy);
        QCOMPARE(refused.code(), QStringLiteral("BMSUserErrorInvalidPolicyInput"));
        QCOMPARE(detail(refused), QStringLiteral("ValSnapshotDays"));

        const auto ask = [this](const QString& id) {
            return m_world->post(item() + QStringLiteral("/valv/previewPolicy"),
                                 {{QStringLiteral("properties"), QJsonObject{{QStringLiteral("policyId"), id}}}});
        };
        const auto id =
            m_world->get(QStringLiteral("{v}/backupPolicies/DefaultPolicy")).json.value(QLatin1String("id"));
        QCOMPARE(ask(id.toString()).status, 200);
        QCOMPARE(ask(QStringLiteral("nothing")).status, 400);
        QCOMPARE(ask(id.toString() + QStringLiteral("x")).code(),
                 QStringLiteral("BMSUserErrorInvalidConfigureProtectionRequest"));
    }

    void alertsAreListedAndClosed()
    {
        QVERIFY(m_world->get(alertsPath()).value().isEmpty());
        QCOMPARE(m_world->remove(point() + QStringLiteral("?evenLastGood=true")).status, 200);
        const auto all = m_world->get(alertsPath()).value();
        QCOMPARE(all.size(), 1);
        const auto alert = all.first().toObject();
        const auto essentials =
            alert.value(QLatin1String("properties")).toObject().value(QLatin1String("essentials")).toObject();
        QCOMPARE(essentials.value(QLatin1String("severity")).toString(), QStringLiteral("Sev2"));
        QCOMPARE(essentials.value(QLatin1String("monitorService")).toString(), QStringLiteral("Azure Backup"));
        const QString one = alertsPath() + QLatin1Char('/') + alert.value(QLatin1String("name")).toString();
        QCOMPARE(m_world->get(one).json.value(QLatin1String("id")), alert.value(QLatin1String("id")));

        const auto count = [this](const char* options) {
            return m_world->get(alertsPath() + QLatin1Char('?') + QString::fromLatin1(options)).value().size();
        };
        QCOMPARE(count("severity=Sev2"), 1);
        QCOMPARE(count("severity=Sev0"), 0);
        QCOMPARE(count("monitorCondition=Fired&alertState=New"), 1);
        QCOMPARE(count("timeRange=1h"), 1);
        QCOMPARE(count("customTimeRange=2018-01-01T00:00:00Z/2018-12-01T00:00:00Z"), 0);
        QCOMPARE(m_world
                     ->get(QStringLiteral("/subscriptions/{s}/resourceGroups/nowhere/providers/"
                                          "Microsoft.AlertsManagement/alerts"))
                     .value()
                     .size(),
                 0);
        for (const auto* bad :
             {"severity=loud", "timeRange=2h", "customTimeRange=now", "targetResource=x", "pageCount=0"}) {
            QCOMPARE(m_world->get(alertsPath() + QLatin1Char('?') + QString::fromLatin1(bad)).code(),
                     QStringLiteral("BMSUserErrorInvalidInput"));
        }

        QCOMPARE(m_world->post(one + QStringLiteral("/changestate?newState=Gone")).status, 400);
        const auto closed = m_world->post(one + QStringLiteral("/changestate?newState=Closed"));
        QCOMPARE(closed.status, 200);
        QCOMPARE(count("monitorCondition=Fired"), 0);
        QCOMPARE(count("alertState=Closed"), 1);
        const auto nowhere = m_world->post(alertsPath() + QStringLiteral("/none/changestate?newState=Closed"));
        QCOMPARE(nowhere.status, 404);
    }

    void retryOfWhatWentWell()
    {
        const auto jobs = m_world->get(QStringLiteral("{v}/backupJobs?$filter=operation+eq+'Backup,Restore'")).value();
        QCOMPARE(jobs.size(), 1);
        const auto name = jobs.first().toObject().value(QLatin1String("name")).toString();
        const auto reply = m_world->post(QStringLiteral("{v}/backupJobs/") + name + QStringLiteral("/valv/retry"));
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), QStringLiteral("JobNotRetryable"));
        QCOMPARE(m_world->post(QStringLiteral("{v}/backupJobs/none/valv/retry")).status, 404);
    }

    void engineSaysWhatKeepsItRunning()
    {
        const auto reply =
            m_world->get(QStringLiteral("/subscriptions/{s}/providers/Microsoft.RecoveryServices/valv/engine"));
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.properties().value(QLatin1String("host")).toString(), QStringLiteral("Console"));
        QCOMPARE(reply.properties().value(QLatin1String("runsWithoutConsole")).toBool(true), false);
        QCOMPARE(reply.properties().value(QLatin1String("dataFolder")).toString(), m_world->data());
    }

    void protectionRules()
    {
        const auto all = QStringLiteral("{v}/valvProtectionRules");
        const QString one = all + QStringLiteral("/everything");
        const auto body = [](const QString& pattern, const QString& policy = QStringLiteral("DefaultPolicy")) {
            const QJsonObject conditions{{QStringLiteral("namePattern"), pattern}};
            return QJsonObject{
                {QStringLiteral("properties"),
                 QJsonObject{{QStringLiteral("policyName"), policy}, {QStringLiteral("conditions"), conditions}}}};
        };
        QCOMPARE(m_world->get(one).status, 404);
        QVERIFY(m_world->get(all).value().isEmpty());
        const auto preview = m_world->post(one + QStringLiteral("/preview"), body(QStringLiteral("*")));
        QCOMPARE(preview.status, 200);
        QCOMPARE(preview.properties().value(QLatin1String("protectedNow")).toInt(-1), 0); // one is, one is elsewhere
        QCOMPARE(preview.properties().value(QLatin1String("machines")).toArray().size(), 2);
        const auto made = m_world->put(one, body(QStringLiteral("*")));
        QCOMPARE(made.status, 201);
        QVERIFY(!made.header("ETag").isEmpty());
        QCOMPARE(m_world->put(one, body(QStringLiteral("vm*")), {{"If-Match", made.header("ETag").toUtf8()}}).status,
                 200);
        QCOMPARE(m_world->put(one, body(QStringLiteral("x")), {{"If-Match", made.header("ETag").toUtf8()}}).status,
                 412);
        QCOMPARE(m_world->get(all).value().size(), 1);
        const auto bad = m_world->put(one, body(QString()));
        QCOMPARE(bad.status, 400);
        QCOMPARE(bad.code(), QStringLiteral("BMSUserErrorInvalidInput"));
        QCOMPARE(detail(bad), QStringLiteral("ValRuleCondition"));
        QCOMPARE(detail(m_world->put(one, body(QStringLiteral("*"), QStringLiteral("none")))),
                 QStringLiteral("ValPolicyRequired"));
        QCOMPARE(m_world->remove(one).status, 200);
        QCOMPARE(m_world->remove(one).status, 204);
    }

    void policyInUse()
    {
        const auto reply = m_world->remove(QStringLiteral("{v}/backupPolicies/DefaultPolicy"));
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), QStringLiteral("BMSUserErrorPolicyObjectInUse"));
        QCOMPARE(detail(reply), QStringLiteral("PolicyInUse"));
    }

    void policyInUseByARule()
    {
        const auto policy = QStringLiteral("{v}/backupPolicies/Regel");
        const auto rule = QStringLiteral("{v}/valvProtectionRules/webb");
        auto own = m_world->get(QStringLiteral("{v}/backupPolicies/DefaultPolicy")).json;
        for (const char* key : {"id", "name", "type"}) {
            own.remove(QLatin1String(key));
        }
        QCOMPARE(m_world->put(policy, own).status, 200);
        QCOMPARE(m_world
                     ->put(rule,
                           {{QStringLiteral("properties"),
                             QJsonObject{{QStringLiteral("policyName"), QStringLiteral("Regel")},
                                         {QStringLiteral("conditions"),
                                          QJsonObject{{QStringLiteral("namePattern"), QStringLiteral("none-*")}}}}}})
                     .status,
                 201);
        const auto reply = m_world->remove(policy);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), QStringLiteral("BMSUserErrorPolicyObjectInUse"));
        QCOMPARE(detail(reply), QStringLiteral("PolicyInUseByRule"));
        QCOMPARE(m_world->get(policy).status, 200);
        QCOMPARE(m_world->remove(rule).status, 200);
        QCOMPARE(m_world->remove(policy).status, 200);
    }
};

VALV_TEST_GUILESS(TestServicePoints)

} // namespace tst_servicepoints

#include "tst_servicepoints.moc"
