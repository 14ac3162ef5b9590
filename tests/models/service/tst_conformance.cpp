// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "world.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonValue>
#include <QTest>

namespace tst_conformance {

using namespace valv;
using namespace valv::test;
using contract::Method;

namespace {

QString examplesFolder()
{
    return QDir(QStringLiteral(VALV_SOURCE_DIR)).filePath(QStringLiteral("../shared/contract/examples"));
}

QString kindOf(const QJsonValue& value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return QStringLiteral("bool");
    case QJsonValue::Double:
        return QStringLiteral("number");
    case QJsonValue::String:
        return QStringLiteral("string");
    case QJsonValue::Array:
        return QStringLiteral("array");
    case QJsonValue::Object:
        return QStringLiteral("object");
    default:
        return QStringLiteral("null");
    }
}

//! Where both have a member, it must be of one kind; the first elements of lists are compared.
void compareShapes(const QJsonValue& ours, const QJsonValue& example, const QString& at, QStringList& differences)
{
    if (ours.isObject() && example.isObject()) {
        const auto left = ours.toObject();
        const auto right = example.toObject();
        for (auto i = left.begin(); i != left.end(); ++i) {
            if (right.contains(i.key())) {
                compareShapes(i.value(), right.value(i.key()), at + QLatin1Char('.') + i.key(), differences);
            }
        }
        return;
    }
    if (ours.isArray() && example.isArray()) {
        if (!ours.toArray().isEmpty() && !example.toArray().isEmpty()) {
            compareShapes(ours.toArray().at(0), example.toArray().at(0), at + QStringLiteral("[]"), differences);
        }
        return;
    }
    if (!example.isNull() && kindOf(ours) != kindOf(example)) {
        differences.append(at + QStringLiteral(": ") + kindOf(ours) + QStringLiteral(" where the example has ")
                           + kindOf(example));
    }
}

} // namespace

//! What generated clients accept (contract.md 13), and the shapes of the official examples.
class TestConformance : public QObject
{
    Q_OBJECT

    std::unique_ptr<World> m_world;
    QString m_point;

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<World>(3);
        m_world->makeVault();
        m_world->protectAndBackup(QStringLiteral("vm-001"));
        m_point = m_world->firstPoint(QStringLiteral("vm-001"));
        QVERIFY(!m_point.isEmpty());
    }
    void cleanupTestCase() { m_world.reset(); }

    //! In the order of a client's day: each call's status must be one that az 2.45 and the JavaScript client both take.
    void statuses_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QList<int>>("accepted");
        const auto row = [](const char* what, Method method, const char* path, const QList<int>& accepted,
                            const QByteArray& body = {}) {
            QTest::newRow(what) << static_cast<int>(method) << QString::fromLatin1(path) << body << accepted;
        };
        const QByteArray vault("{\"location\":\"westeurope\"}");
        const QByteArray storage("{\"properties\":{\"storageModelType\":\"GeoRedundant\"}}");
        const QByteArray config("{\"properties\":{\"softDeleteFeatureState\":\"Enabled\"}}");
        row("vault PUT, new", Method::Put,
            "/subscriptions/{s}/resourceGroups/rg-web/providers/Microsoft.RecoveryServices/vaults/vault-two", {201},
            vault);
        row("vault PUT, there", Method::Put,
            "/subscriptions/{s}/resourceGroups/rg-web/providers/Microsoft.RecoveryServices/vaults/vault-two", {200},
            vault);
        row("vault PATCH", Method::Patch,
            "/subscriptions/{s}/resourceGroups/rg-web/providers/Microsoft.RecoveryServices/vaults/vault-two",
            {200, 202}, "{}");
        row("vault DELETE", Method::Delete,
            "/subscriptions/{s}/resourceGroups/rg-web/providers/Microsoft.RecoveryServices/vaults/vault-two", {200});
        row("storage GET", Method::Get, "{v}/backupstorageconfig/vaultstorageconfig", {200});
        row("storage PUT", Method::Put, "{v}/backupstorageconfig/vaultstorageconfig", {200}, storage);
        row("storage PATCH", Method::Patch, "{v}/backupstorageconfig/vaultstorageconfig", {204}, storage);
        row("config PUT", Method::Put, "{v}/backupconfig/vaultconfig", {200}, config);
        row("config PATCH", Method::Patch, "{v}/backupconfig/vaultconfig", {200}, config);
        row("guard proxies", Method::Get, "{v}/backupResourceGuardProxies", {200});
        row("encryption", Method::Get, "{v}/backupEncryptionConfigs/backupResourceEncryptionConfig", {200});
        row("usages", Method::Get, "{v}/usages", {200});
        row("replication usages", Method::Get, "{v}/replicationUsages", {200});
        row("usage summaries", Method::Get,
            "{v}/backupUsageSummaries?$filter=type eq 'BackupProtectionContainerCountSummary'", {200});
        row("policies", Method::Get, "{v}/backupPolicies", {200});
        row("policy DELETE, none", Method::Delete, "{v}/backupPolicies/nothing", {204});
        row("refreshContainers", Method::Post, "{v}/backupFabrics/Azure/refreshContainers", {202});
        row("protectable", Method::Get, "{v}/backupProtectableItems", {200});
        row("items", Method::Get, "{v}/backupProtectedItems", {200});
        row("containers", Method::Get, "{v}/backupProtectionContainers", {200});
        row("item GET", Method::Get, "{i}", {200});
        row("points", Method::Get, "{i}/recoveryPoints", {200});
        row("backup", Method::Post, "{i}/backup", {202}, "{\"properties\":{\"objectType\":\"IaasVMBackupRequest\"}}");
        row("jobs", Method::Get, "{v}/backupJobs", {200});
        row("group HEAD", Method::Head, "/subscriptions/{s}/resourcegroups/rg-web", {204});
        row("group HEAD, none", Method::Head, "/subscriptions/{s}/resourcegroups/none", {404});
        row("item DELETE, none", Method::Delete,
            "{v}/backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;rg-web;vm-003/"
            "protectedItems/VM;iaasvmcontainerv2;rg-web;vm-003",
            {204});
    }
    void statuses()
    {
        QFETCH(int, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        QFETCH(QList<int>, accepted);
        const auto target =
            path + QLatin1Char(path.contains(QLatin1Char('?')) ? '&' : '?') + QStringLiteral("api-version=2022-10-01");
        const auto reply = m_world->send(static_cast<Method>(method), target, body);
        QVERIFY2(accepted.contains(reply.status),
                 QByteArray(QByteArray::number(reply.status) + " " + reply.body).constData());
        m_world->engine().waitForJobs();
    }

    void noAnswerHoldsNull()
    {
        for (const auto* path : {"{v}", "{i}", "{v}/backupJobs", "{v}/backupPolicies", "{i}/recoveryPoints",
                                 "{v}/backupProtectionContainers", "/subscriptions"}) {
            const auto reply = m_world->get(QString::fromLatin1(path));
            QCOMPARE(reply.status, 200);
            QVERIFY2(!reply.body.contains(":null"), reply.body.constData());
        }
    }

    void examples_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QStringList>("needed");
        const auto row = [](const char* path, const char* file, const QStringList& needed) {
            QTest::newRow(file) << QString::fromLatin1(path) << QString::fromLatin1(file) << needed;
        };
        const QStringList resource{QStringLiteral("id"), QStringLiteral("name"), QStringLiteral("type"),
                                   QStringLiteral("properties")};
        const QStringList list{QStringLiteral("value")};
        row("{v}", "vaults_GETVault.json",
            resource + QStringList{QStringLiteral("location"), QStringLiteral("sku"), QStringLiteral("etag")});
        row("/subscriptions/{s}/providers/Microsoft.RecoveryServices/vaults", "vaults_ListBySubscriptionIds.json",
            list);
        row("{v}/usages", "vaults_ListUsages.json", list);
        row("{v}/replicationUsages", "vaults_ListReplicationUsages.json", list);
        row("{v}/backupstorageconfig/vaultstorageconfig", "backup2018_Common_BackupStorageConfig_Get.json", resource);
        row("{v}/backupconfig/vaultconfig", "backup_Common_BackupResourceVaultConfigs_Get.json", resource);
        row("{v}/backupPolicies", "backup_AzureIaasVm_BackupPolicies_List.json", list);
        row("{v}/backupPolicies/DefaultPolicy", "backup_AzureIaasVm_ProtectionPolicies_Get.json", resource);
        row("{v}/backupProtectableItems", "backup_AzureIaasVm_BackupProtectableItems_List.json", list);
        row("{v}/backupProtectedItems", "backup_AzureIaasVm_BackupProtectedItems_List.json", list);
        row("{i}", "backup_AzureIaasVm_Compute_ProtectedItem_Get.json", resource);
        row("{i}/recoveryPoints", "backup_AzureIaasVm_RecoveryPoints_List.json", list);
        row("{i}/recoveryPoints/{p}", "backup_AzureIaasVm_RecoveryPoints_Get.json", resource);
        row("{v}/backupJobs", "backup_Common_ListJobs.json", list);
        row("{v}/backupJobs/{j}", "backup_Common_GetJobDetails.json", resource);
        row("{v}/backupUsageSummaries", "backup2017_Common_BackupProtectedItem_UsageSummary_Get.json", list);
        row("/subscriptions/{s}/resourceGroups/rg-web/providers/Microsoft.Compute/virtualMachines/vm-001",
            "compute_GetVirtualMachine.json", resource + QStringList{QStringLiteral("location")});
        row("/subscriptions/{s}/resourceGroups/rg-web/providers/Microsoft.Compute/virtualMachines/vm-001/instanceView",
            "compute_GetVirtualMachineInstanceView.json", {QStringLiteral("statuses"), QStringLiteral("disks")});
    }
    void examples()
    {
        QFETCH(QString, path);
        QFETCH(QString, file);
        QFETCH(QStringList, needed);
        QFile example(examplesFolder() + QLatin1Char('/') + file);
        if (!example.open(QIODevice::ReadOnly)) {
            QSKIP("The official examples are not beside this checkout.");
        }
        const auto expected = QJsonDocument::fromJson(example.readAll())
                                  .object()
                                  .value(QLatin1String("responses"))
                                  .toObject()
                                  .value(QLatin1String("200"))
                                  .toObject()
                                  .value(QLatin1String("body"));
        path.replace(QLatin1String("{p}"), m_point);
        path.replace(QLatin1String("{j}"), m_world->get(QStringLiteral("{v}/backupJobs")).names().constFirst());
        const auto reply = m_world->get(path);
        QCOMPARE(reply.status, 200);
        for (const auto& member : needed) {
            QVERIFY2(reply.json.contains(member), qPrintable(member));
        }
        QStringList differences;
        compareShapes(reply.json, expected, file, differences);
        QVERIFY2(differences.isEmpty(), qPrintable(differences.join(QLatin1Char('\n'))));
    }
};

VALV_TEST_GUILESS(TestConformance)

} // namespace tst_conformance

#include "tst_conformance.moc"
