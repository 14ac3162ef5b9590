// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "world.h"

#include <QRegularExpression>
#include <QTest>

namespace tst_frontdoor {

using namespace valv;
using namespace valv::test;
using contract::Method;

//! What holds for every request: contract.md 1 and 2.
class TestFrontDoor : public QObject
{
    Q_OBJECT

    std::unique_ptr<World> m_world;

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<World>(1);
        m_world->makeVault();
    }
    void cleanupTestCase() { m_world.reset(); }

    void spelling_data()
    {
        QTest::addColumn<QString>("target");
        const auto v = QStringLiteral("?api-version=2023-02-01");
        const auto vault = QStringLiteral(
            "/subscriptions/{s}/resourceGroups/rg-web/providers/Microsoft.RecoveryServices/vaults/vault-one");
        QTest::newRow("as documented") << QString(vault + v);
        QTest::newRow("fixed words in another case") << QString(
            QStringLiteral(
                "/Subscriptions/{s}/resourcegroups/rg-web/PROVIDERS/microsoft.recoveryservices/Vaults/vault-one")
            + v);
        QTest::newRow("names in another case") << QString(
            QStringLiteral(
                "/subscriptions/{s}/resourceGroups/RG-WEB/providers/Microsoft.RecoveryServices/vaults/Vault-ONE")
            + v);
        QTest::newRow("doubled slashes") << QString(
            QStringLiteral(
                "//subscriptions//{s}/resourceGroups/rg-web/providers//Microsoft.RecoveryServices/vaults//vault-one/")
            + v);
        QTest::newRow("percent-encoded") << QString(QString(vault).replace(QLatin1Char('-'), QLatin1String("%2D")) + v);
        QTest::newRow("option in another case") << QString(vault + QStringLiteral("?API-VERSION=2023-02-01"));
        QTest::newRow("preview version") << QString(vault + QStringLiteral("?api-version=2022-09-01-preview"));
        QTest::newRow("old version") << QString(vault + QStringLiteral("?api-version=2016-06-01"));
        QTest::newRow("absolute") << QString(QStringLiteral("https://elsewhere.example") + vault + v);
    }
    void spelling()
    {
        QFETCH(QString, target);
        const auto reply = m_world->send(Method::Get, target);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json.value(QLatin1String("name")).toString(), QStringLiteral("vault-one"));
        QVERIFY(reply.json.value(QLatin1String("id")).toString().startsWith(QLatin1String("/subscriptions/")));
    }

    void refused_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<QString>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const auto row = [](const char* what, Method method, const char* target, int status, const char* code,
                            const QByteArray& body = {}) {
            QTest::newRow(what) << static_cast<int>(method) << QString::fromUtf8(target) << body << status
                                << QString::fromLatin1(code);
        };
        row("no api-version", Method::Get, "{v}", 400, "MissingApiVersionParameter");
        row("empty api-version", Method::Get, "{v}?api-version=", 400, "MissingApiVersionParameter");
        row("bad api-version", Method::Get, "{v}?api-version=latest", 400, "InvalidApiVersionParameter");
        row("api-version with more", Method::Get, "{v}?api-version=2020-01-01x", 400, "InvalidApiVersionParameter");
        row("unknown subscription", Method::Get,
            "/subscriptions/00000000-0000-4000-8000-00000000abcd/resourcegroups?api-version=2020-01-01", 404,
            "SubscriptionNotFound");
        row("malformed subscription", Method::Get, "/subscriptions/abc/resourcegroups?api-version=2020-01-01", 400,
            "InvalidSubscriptionId");
        row("unknown path below a vault", Method::Get, "{v}/backupCrystals?api-version=2020-01-01", 404,
            "InvalidResourceType");
        row("unknown type of a provider", Method::Get,
            "/subscriptions/{s}/providers/Microsoft.Compute/disks?api-version=2020-01-01", 404, "InvalidResourceType");
        row("no subscription", Method::Get, "/nothing?api-version=2020-01-01", 404, "MissingSubscription");
        row("root", Method::Get, "/?api-version=2020-01-01", 404, "MissingSubscription");
        row("wrong verb", Method::Post, "{v}?api-version=2020-01-01", 405, "MethodNotAllowed");
        row("wrong verb on a list", Method::Delete, "{v}/backupJobs?api-version=2020-01-01", 405, "MethodNotAllowed");
        row("bad escape", Method::Get, "{v}/%zz?api-version=2020-01-01", 400, "InvalidRequestUri");
        row("body is no JSON", Method::Put, "{v}?api-version=2020-01-01", 400, "InvalidRequestContent", "{nonsense");
        row("body is empty", Method::Put, "{v}?api-version=2020-01-01", 400, "InvalidRequestContent");
        row("body is a list", Method::Put, "{v}?api-version=2020-01-01", 400, "InvalidRequestContent", "[]");
        row("wrong type within", Method::Put, "{v}?api-version=2020-01-01", 400, "InvalidRequestContent",
            "{\"location\":5}");
        row("too large", Method::Put, "{v}?api-version=2020-01-01", 413, "RequestEntityTooLarge",
            QByteArray(11 * 1024 * 1024, ' '));
        row("deep nesting", Method::Put, "{v}?api-version=2020-01-01", 400, "InvalidRequestContent",
            QByteArray(100'000, '['));
        row("unknown vault", Method::Get,
            "/subscriptions/{s}/resourceGroups/rg-web/providers/Microsoft.RecoveryServices/vaults/"
            "none?api-version=2020-01-01",
            404, "ResourceNotFound");
        row("unknown group", Method::Get,
            "/subscriptions/{s}/resourceGroups/none/providers/Microsoft.RecoveryServices/vaults/"
            "none?api-version=2020-01-01",
            404, "ResourceGroupNotFound");
        row("unknown item", Method::Get, "{i}?api-version=2020-01-01", 404, "BMSUserErrorDataSourceObjectNotFound");
        row("unknown policy", Method::Get, "{v}/backupPolicies/none?api-version=2020-01-01", 404,
            "BMSUserErrorObjectNotFound");
        row("unknown job", Method::Get, "{v}/backupJobs/none?api-version=2020-01-01", 404,
            "BMSUserErrorObjectNotFound");
        row("unknown operation", Method::Get, "{v}/backupOperations/none?api-version=2020-01-01", 404,
            "BMSUserErrorObjectNotFound");
        row("bad filter", Method::Get, "{v}/backupJobs?api-version=2020-01-01&$filter=status+ne+'x'", 400,
            "BMSUserErrorInvalidInput");
        row("bad time in a filter", Method::Get, "{v}/backupJobs?api-version=2020-01-01&$filter=startTime+eq+'noon'",
            400, "BMSUserErrorInvalidInput");
        row("bad token", Method::Get, "{v}/backupJobs?api-version=2020-01-01&$skipToken=abc", 400, "InvalidInput");
        row("bad top", Method::Get, "{v}/backupJobs?api-version=2020-01-01&$top=-1", 400, "InvalidInput");
    }
    void refused()
    {
        QFETCH(int, method);
        QFETCH(QString, target);
        QFETCH(QByteArray, body);
        QFETCH(QString, code);
        const auto reply = m_world->send(static_cast<Method>(method), target, body);
        QTEST(reply.status, "status");
        QCOMPARE(reply.code(), code);
        QVERIFY(!reply.message().isEmpty());
        const bool service = code.startsWith(QLatin1String("BMS"));
        QCOMPARE(reply.header("x-ms-failure-cause"), service ? QStringLiteral("service") : QStringLiteral("gateway"));
        const auto error = reply.json.value(QLatin1String("error")).toObject();
        QCOMPARE(error.contains(QLatin1String("innerError")), service);
    }

    void words_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("message");
        QTest::newRow("api-version") << QStringLiteral(
            "{v}") << QStringLiteral("The api-version query parameter (?api-version=) is required for all requests.");
        QTest::newRow("vault")
            << QStringLiteral("/subscriptions/{s}/resourceGroups/rg-web/providers/Microsoft.RecoveryServices/vaults/"
                              "none?api-version=2020-01-01")
            << QStringLiteral(
                   "The Resource 'Microsoft.RecoveryServices/vaults/none' under resource group 'rg-web' was not "
                   "found. For more details please go to https://aka.ms/ARMResourceNotFoundFix");
        QTest::newRow("machine")
            << QStringLiteral("/subscriptions/{s}/resourceGroups/rg-web/providers/Microsoft.Compute/virtualMachines/"
                              "none?api-version=2020-01-01")
            << QStringLiteral("The Resource 'Microsoft.Compute/virtualMachines/none' under resource group 'rg-web' was "
                              "not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix");
        QTest::newRow("group") << QStringLiteral("/subscriptions/{s}/resourceGroups/none?api-version=2020-01-01")
                               << QStringLiteral("Resource group 'none' could not be found.");
        QTest::newRow("item")
            << QStringLiteral("{i}?api-version=2020-01-01")
            << QStringLiteral("Item not found.\r\nSelected item might have been deleted. Please check if item is "
                              "registered to the vault.");
        QTest::newRow("type")
            << QStringLiteral("/subscriptions/{s}/providers/Microsoft.Compute/disks?api-version=2020-01-01")
            << QStringLiteral(
                   "The resource type could not be found in the namespace 'Microsoft.Compute' for api version "
                   "'2020-01-01'.");
    }
    void words()
    {
        QFETCH(QString, target);
        QTEST(m_world->send(Method::Get, target).message(), "message");
    }

    void headers()
    {
        static const QRegularExpression uuid(QStringLiteral("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"));
        static const QRegularExpression routing(QStringLiteral("^LOCAL:\\d{8}T\\d{6}Z:[0-9a-f-]{36}$"));
        for (const auto* target : {"{v}?api-version=2020-01-01", "{v}"}) {
            const auto reply = m_world->send(Method::Get, QString::fromLatin1(target), {},
                                             {{"X-MS-Client-Request-Id", "abc-1\r\nX-Bad: 1"}});
            QVERIFY(uuid.match(reply.header("x-ms-request-id")).hasMatch());
            QVERIFY(uuid.match(reply.header("x-ms-correlation-request-id")).hasMatch());
            QVERIFY(routing.match(reply.header("x-ms-routing-request-id")).hasMatch());
            QVERIFY(reply.header("x-ms-routing-request-id").startsWith(QLatin1String("LOCAL:20190109T120000Z:")));
            QCOMPARE(reply.header("Date"), QStringLiteral("Wed, 09 Jan 2019 12:00:00 GMT")); // the engine's clock
            QCOMPARE(reply.header("Cache-Control"), QStringLiteral("no-cache"));
            QCOMPARE(reply.header("Pragma"), QStringLiteral("no-cache"));
            QCOMPARE(reply.header("X-Content-Type-Options"), QStringLiteral("nosniff"));
            QCOMPARE(reply.header("Strict-Transport-Security"), QStringLiteral("max-age=31536000; includeSubDomains"));
            QCOMPARE(reply.header("Content-Type"), QStringLiteral("application/json; charset=utf-8"));
            QVERIFY(reply.header("x-ms-ratelimit-remaining-subscription-reads").toInt() > 0);
            QCOMPARE(reply.header("x-ms-client-request-id"), QStringLiteral("abc-1X-Bad:1"));
        }
        QVERIFY(m_world->post(QStringLiteral("{v}")).header("x-ms-ratelimit-remaining-subscription-writes").toInt()
                > 0);
        QVERIFY(m_world->remove(QStringLiteral("{v}/backupJobs"))
                    .header("x-ms-ratelimit-remaining-subscription-deletes")
                    .toInt()
                > 0);
    }

    void signIn_data()
    {
        QTest::addColumn<QString>("refusal");
        QTest::newRow("no token") << QStringLiteral("AuthenticationFailed");
        QTest::newRow("wrong token") << QStringLiteral("InvalidAuthenticationToken");
        QTest::newRow("old token") << QStringLiteral("ExpiredAuthenticationToken");
    }
    void signIn()
    {
        QFETCH(QString, refusal);
        service::Caller stranger;
        stranger.signedIn = false;
        stranger.refusal = refusal;
        const auto answer = m_world->router().handle(
            {Method::Get, QStringLiteral("/subscriptions?api-version=2020-01-01"), {}, {}}, stranger, base());
        QCOMPARE(answer.status, 401);
        const auto challenge = contract::header(answer.headers, "WWW-Authenticate");
        QVERIFY(challenge.startsWith("Bearer authorization_uri=\"https://test.example:8443/"));
        QVERIFY(challenge.contains("error=\"invalid_token\""));
        QVERIFY(answer.body.contains(refusal.toUtf8()));
    }

    void refusalOutsideARequest()
    {
        const auto answer = m_world->router().refuse(Error{"MethodNotAllowed", "No.", {}, {}, {}},
                                                     {{"x-ms-client-request-id", "7"}}, base());
        QCOMPARE(answer.status, 405);
        QCOMPARE(contract::header(answer.headers, "x-ms-client-request-id"), QByteArray("7"));
        QVERIFY(!contract::header(answer.headers, "x-ms-request-id").isEmpty());
    }
};

VALV_TEST_GUILESS(TestFrontDoor)

} // namespace tst_frontdoor

#include "tst_frontdoor.moc"
