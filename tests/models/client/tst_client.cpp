// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/client.h"
#include "contract/names.h"
#include "support/awaiting.h"
#include "support/manualdelay.h"
#include "support/scriptedtransport.h"
#include "support/testprogram.h"

#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QStringBuilder>
#include <QTest>
#include <QTime>
#include <QUrl>

namespace tst_client {

using namespace valv;
using namespace valv::client;
using namespace valv::test;
using contract::Method;

namespace {

const auto subscription = QStringLiteral("11111111-2222-3333-4444-555555555555");
const ArmId vaultId = ArmId::vault(subscription, QStringLiteral("rg-backup"), QStringLiteral("valv-produktion"));

struct Rig
{
    std::shared_ptr<ScriptedTransport> transport = std::make_shared<ScriptedTransport>();
    std::shared_ptr<ManualDelay> delay = std::make_shared<ManualDelay>();
    Client client{transport, [this] {
                      ClientOptions options;
                      options.pipeline.delay = delay;
                      options.capabilities = Capabilities::daemon(QStringLiteral("kvm01"));
                      return options;
                  }()};
};

QJsonObject vaultJson(const QString& state)
{
    return {{QStringLiteral("id"), vaultId.text()},
            {QStringLiteral("name"), vaultId.name()},
            {QStringLiteral("type"), QStringLiteral("Microsoft.RecoveryServices/vaults")},
            {QStringLiteral("location"), QStringLiteral("swedencentral")},
            {QStringLiteral("etag"), QStringLiteral("W/\"1\"")},
            {QStringLiteral("properties"), QJsonObject{{QStringLiteral("provisioningState"), state}}}};
}

} // namespace

class ClientTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksTheRightThing_data();
    void asksTheRightThing();
    void aVaultIsMadeAndReadAgain();
    void anEtagGuardsAChange();
    void optionsOfPointsAndAlerts();
    void aFreeNameIsToldFromATakenOne();
    void protectingIsAPutWithTheMachine();
    void reachableIsToldWhenItChanges();
    void capabilitiesAreHandedOn();
};

void ClientTest::asksTheRightThing_data()
{
    QTest::addColumn<std::function<void(Client&)>>("call");
    QTest::addColumn<Method>("method");
    QTest::addColumn<QString>("path");
    const QString s = QStringLiteral("/subscriptions/") % subscription;
    const QString v = vaultId.text();
    using Call = std::function<void(Client&)>;
    const auto row = [](const char* name, Call call, Method method, const QString& path) {
        QTest::newRow(name) << call << method << path;
    };
    row(
        "subscriptions", [](Client& c) { (void)c.resources().subscriptions(); }, Method::Get,
        QStringLiteral("/subscriptions?"));
    row(
        "locations", [](Client& c) { (void)c.resources().locations(subscription); }, Method::Get,
        QString(s + QStringLiteral("/locations?")));
    row(
        "machines", [](Client& c) { (void)c.virtualMachines().list(subscription); }, Method::Get,
        QString(s + QStringLiteral("/providers/Microsoft.Compute/virtualMachines?")));
    row(
        "vaults", [](Client& c) { (void)c.vaults().list(subscription); }, Method::Get,
        QString(s + QStringLiteral("/providers/Microsoft.RecoveryServices/vaults?")));
    row(
        "one vault goes", [](Client& c) { (void)c.vaults().remove(vaultId); }, Method::Delete,
        QString(v + QStringLiteral("?")));
    row(
        "usages", [](Client& c) { (void)c.vaults().usages(vaultId); }, Method::Get,
        QString(v + QStringLiteral("/usages?")));
    row(
        "discovery", [](Client& c) { (void)c.vaults().discover(vaultId); }, Method::Post,
        QString(v + QStringLiteral("/backupFabrics/Azure/refreshContainers?")));
    row(
        "policies", [](Client& c) { (void)c.policies().list(vaultId); }, Method::Get,
        QString(v + QStringLiteral("/backupPolicies?")));
    row(
        "items", [](Client& c) { (void)c.items().list(vaultId); }, Method::Get,
        QString(v + QStringLiteral("/backupProtectedItems?")));
    row(
        "protectable", [](Client& c) { (void)c.items().protectable(vaultId); }, Method::Get,
        QString(v + QStringLiteral("/backupProtectableItems?")));
    row(
        "jobs", [](Client& c) { (void)c.jobs().list(vaultId); }, Method::Get,
        QString(v + QStringLiteral("/backupJobs?")));
    row(
        "a job is cancelled", [](Client& c) { (void)c.jobs().cancel(JobsClient::idOf(vaultId, QStringLiteral("j"))); },
        Method::Post, QString(v + QStringLiteral("/backupJobs/j/cancel?")));
    const auto itemId = contract::itemId(vaultId, {QStringLiteral("rg"), QStringLiteral("vm")});
    const auto pointId = itemId.child(QStringLiteral("recoveryPoints"), QStringLiteral("1"));
    const auto policyId = vaultId.child(QStringLiteral("backupPolicies"), QStringLiteral("p"));
    row(
        "a point is pinned",
        [pointId](Client& c) {
            contract::PointChange change;
            change.pinned = true;
            (void)c.recoveryPoints().change(pointId, change);
        },
        Method::Patch, QString(pointId.text() + QStringLiteral("?")));
    row(
        "a point goes", [pointId](Client& c) { (void)c.recoveryPoints().remove(pointId); }, Method::Delete,
        QString(pointId.text() + QStringLiteral("?")));
    row(
        "what a removal frees",
        [itemId](Client& c) { (void)c.recoveryPoints().previewRemoval(itemId, {QStringLiteral("1")}); }, Method::Post,
        QString(itemId.text() + QStringLiteral("/valv/previewRemoval?")));
    row(
        "what a policy expires",
        [policyId](Client& c) {
            auto policy = contract::BackupPolicy::defaultPolicy();
            policy.id = policyId;
            (void)c.policies().preview(policy);
        },
        Method::Post, QString(policyId.text() + QStringLiteral("/valv/preview?")));
    row(
        "what another policy expires",
        [itemId, policyId](Client& c) { (void)c.items().previewPolicy(itemId, policyId); }, Method::Post,
        QString(itemId.text() + QStringLiteral("/valv/previewPolicy?")));
    row(
        "a job again", [](Client& c) { (void)c.jobs().retry(JobsClient::idOf(vaultId, QStringLiteral("j"))); },
        Method::Post, QString(v + QStringLiteral("/backupJobs/j/valv/retry?")));
    row(
        "alerts", [](Client& c) { (void)c.alerts().list(subscription); }, Method::Get,
        QString(s + QStringLiteral("/providers/Microsoft.AlertsManagement/alerts?")));
    row(
        "an alert is closed",
        [s](Client& c) {
            const auto id =
                *ArmId::parse(QString(s + QStringLiteral("/providers/Microsoft.AlertsManagement/alerts/a")));
            (void)c.alerts().setState(id, contract::AlertState::Closed);
        },
        Method::Post, QString(s + QStringLiteral("/providers/Microsoft.AlertsManagement/alerts/a/changestate?")));
    row(
        "the engine", [](Client& c) { (void)c.resources().engine(subscription); }, Method::Get,
        QString(s + QStringLiteral("/providers/Microsoft.RecoveryServices/valv/engine?")));
    row(
        "backup status",
        [](Client& c) {
            (void)c.items().status(ArmId::virtualMachine(subscription, QStringLiteral("rg"), QStringLiteral("vm")),
                                   QStringLiteral("westeurope"));
        },
        Method::Post,
        QString(s + QStringLiteral("/providers/Microsoft.RecoveryServices/locations/westeurope/backupStatus?")));
}

void ClientTest::asksTheRightThing()
{
    QFETCH(std::function<void(Client&)>, call);
    QFETCH(Method, method);
    QFETCH(QString, path);
    Rig rig;
    call(rig.client);
    settle();
    QVERIFY(!rig.transport->requests.isEmpty());
    const auto& request = rig.transport->requests.first();
    QCOMPARE(request.method, method);
    QVERIFY2(request.target.startsWith(path), qPrintable(request.target));
    QVERIFY2(request.target.contains(QLatin1String("api-version=20")), qPrintable(request.target));
}

void ClientTest::aVaultIsMadeAndReadAgain()
{
    Rig rig;
    const QByteArray url = "https://valv.local/x/operationStatus/op?api-version=1";
    rig.transport->then(answer(201, vaultJson(QStringLiteral("Provisioning")), {{"Azure-AsyncOperation", url}}))
        .then(answer(200, {{QStringLiteral("status"), QStringLiteral("Succeeded")}}))
        .then(answer(200, vaultJson(QStringLiteral("Succeeded"))));
    contract::Vault vault;
    vault.id = vaultId;
    vault.name = vaultId.name();
    vault.location = QStringLiteral("swedencentral");
    const auto future = rig.client.vaults().put(vault);
    settle();
    rig.delay->advance(std::chrono::seconds(1));
    const auto result = await(future);
    QVERIFY(result && *result);
    QCOMPARE((*result)->provisioning, contract::ProvisioningState::Succeeded);
    QVERIFY(contract::header(rig.transport->requests.at(0).headers, "If-Match").isEmpty());
    QCOMPARE(rig.transport->requests.at(2).method, Method::Get);
}

void ClientTest::anEtagGuardsAChange()
{
    Rig rig;
    rig.transport->then(answer(412, errorBody(QStringLiteral("PreconditionFailed"))));
    auto vault = *contract::Vault::fromJson(vaultJson(QStringLiteral("Succeeded")));
    const auto result = await(rig.client.vaults().put(vault));
    QCOMPARE(contract::header(rig.transport->requests.at(0).headers, "If-Match"), QByteArray("W/\"1\""));
    QVERIFY(result && !*result);
    QCOMPARE(result->error().code, std::string("ConflictETagMismatch"));
}

void ClientTest::optionsOfPointsAndAlerts()
{
    Rig rig;
    const auto item = contract::itemId(vaultId, {QStringLiteral("rg"), QStringLiteral("vm")});
    const auto point = item.child(QStringLiteral("recoveryPoints"), QStringLiteral("1"));
    (void)rig.client.recoveryPoints().remove(point, true, QStringLiteral("e1"));
    AlertFilter filter;
    filter.severity = contract::AlertSeverity::Critical;
    filter.condition = contract::AlertCondition::Fired;
    filter.target = vaultId;
    filter.from = QDateTime(QDate(2018, 12, 19), QTime(0, 0), Qt::UTC);
    (void)rig.client.alerts().list(subscription, filter);
    settle();
    const auto& removal = rig.transport->requests.at(0);
    QVERIFY(removal.target.endsWith(QLatin1String("&evenLastGood=true")));
    QCOMPARE(contract::header(removal.headers, "If-Match"), QByteArray("e1"));
    const auto query = QUrl::fromPercentEncoding(rig.transport->requests.at(1).target.toUtf8());
    QVERIFY2(query.endsWith(QLatin1String("&severity=Sev0&monitorCondition=Fired&targetResource=") + vaultId.text()
                            + QLatin1String("&customTimeRange=2018-12-19T00:00:00Z/9999-12-31T00:00:00Z")),
             qPrintable(query));
}

void ClientTest::aFreeNameIsToldFromATakenOne()
{
    Rig rig;
    rig.transport->then(answer(200, {{QStringLiteral("nameAvailable"), true}}))
        .then(answer(
            200,
            {{QStringLiteral("nameAvailable"), false}, {QStringLiteral("reason"), QStringLiteral("AlreadyExists")}}))
        .then(answer(200, {{QStringLiteral("available"), QStringLiteral("yes")}}));
    const auto check = [&rig] {
        return await(rig.client.vaults().checkName(subscription, QStringLiteral("rg"), QStringLiteral("swedencentral"),
                                                   QStringLiteral("v1")));
    };
    QVERIFY(check()->value().available);
    const auto taken = check()->value();
    QVERIFY(!taken.available);
    QCOMPARE(taken.reason, QStringLiteral("AlreadyExists"));
    QCOMPARE(check()->error().code, std::string("UnexpectedAnswer"));
    const auto body = QJsonDocument::fromJson(rig.transport->requests.at(0).body).object();
    QCOMPARE(body.value(QStringLiteral("name")).toString(), QStringLiteral("v1"));
}

void ClientTest::protectingIsAPutWithTheMachine()
{
    Rig rig;
    rig.transport
        ->then(answer(202, {}, {{"Azure-AsyncOperation", "https://valv.local/y/operationsStatus/op?api-version=1"}}))
        .then(answer(200,
                     {{QStringLiteral("status"), QStringLiteral("Succeeded")},
                      {QStringLiteral("properties"), QJsonObject{{QStringLiteral("jobId"), QStringLiteral("j1")}}}}));
    contract::ProtectRequest request;
    request.sourceResourceId = ArmId::virtualMachine(subscription, QStringLiteral("rg"), QStringLiteral("vm"));
    request.policyId = vaultId.child(QStringLiteral("backupPolicies"), QStringLiteral("DefaultPolicy"));
    const auto item = contract::itemId(vaultId, {QStringLiteral("rg"), QStringLiteral("vm")});
    const auto future = rig.client.items().protect(item, request);
    settle();
    rig.delay->advance(std::chrono::seconds(1));
    const auto result = await(future);
    QVERIFY(result && *result);
    QCOMPARE((*result)->jobId, QStringLiteral("j1"));
    const auto& put = rig.transport->requests.at(0);
    QCOMPARE(put.method, Method::Put);
    QVERIFY(put.target.contains(QLatin1String("/protectedItems/VM;iaasvmcontainerv2;rg;vm?")));
    const auto properties = QJsonDocument::fromJson(put.body).object().value(QStringLiteral("properties")).toObject();
    QCOMPARE(properties.value(QStringLiteral("sourceResourceId")).toString(), request.sourceResourceId.text());
}

void ClientTest::reachableIsToldWhenItChanges()
{
    Rig rig;
    QSignalSpy spy(&rig.client, &Client::reachableChanged);
    rig.transport->then(answer(200, {{QStringLiteral("value"), QJsonArray()}}))
        .then(answer(404))
        .then(failure("NetworkOffline", "gone"))
        .then(failure("NetworkTimeout", "still gone"))
        .then(answer(200, {{QStringLiteral("value"), QJsonArray()}}));
    for (int i = 0; i < 5; ++i) {
        QVERIFY(await(rig.client.resources().subscriptions()));
    }
    QCOMPARE(spy.count(), 3);
    QCOMPARE(spy.at(0).at(0).toBool(), true);
    QCOMPARE(spy.at(1).at(0).toBool(), false);
    QCOMPARE(spy.at(1).at(1).value<Error>().code, std::string("NetworkOffline"));
    QCOMPARE(spy.at(2).at(0).toBool(), true);
}

void ClientTest::capabilitiesAreHandedOn()
{
    const Rig rig;
    QVERIFY(rig.client.capabilities().remote);
    QCOMPARE(rig.client.capabilities().hostName, QStringLiteral("kvm01"));
    QVERIFY(Capabilities::azure().needsStagingAccount);
    QVERIFY(!Capabilities::local({}).remote);
}

VALV_TEST_GUILESS(ClientTest)

} // namespace tst_client

#include "tst_client.moc"
