// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "world.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QTest>

namespace tst_protection {

using namespace valv;
using namespace valv::test;

//! Protect, back up, restore, stop, remove: contract.md 10.
class TestProtection : public QObject
{
    Q_OBJECT

    std::unique_ptr<World> m_world;

    Reply job(const QString& name) { return m_world->get(QStringLiteral("{v}/backupJobs/") + name); }
    QString lastJob() { return m_world->get(QStringLiteral("{v}/backupJobs")).names().value(0); }
    static QJsonObject restoreBody(const QString& folder, const QString& type = QStringLiteral("IaasVMRestoreRequest"))
    {
        return {{QStringLiteral("properties"),
                 QJsonObject{{QStringLiteral("objectType"), type},
                             {QStringLiteral("recoveryType"), QStringLiteral("RestoreDisks")},
                             {QStringLiteral("valv"), QJsonObject{{QStringLiteral("targetFolder"), folder}}}}}};
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<World>(2);
        m_world->makeVault();
    }
    void cleanup() { m_world.reset(); }

    void protectable()
    {
        const auto path = QStringLiteral("{v}/backupProtectableItems?$filter=backupManagementType eq 'AzureIaasVM'");
        const auto before = m_world->get(path).value();
        QCOMPARE(before.size(), 2); // those of the vault's region
        const auto one = before.at(0).toObject();
        QCOMPARE(one.value(QLatin1String("name")).toString(), QStringLiteral("iaasvmcontainerv2;rg-web;vm-001"));
        QVERIFY(one.value(QLatin1String("id"))
                    .toString()
                    .endsWith(QLatin1String("/protectionContainers/IaasVMContainer;iaasvmcontainerv2;rg-web;vm-001/"
                                            "protectableItems/vm;iaasvmcontainerv2;rg-web;vm-001")));
        QCOMPARE(m_world->get(path + QStringLiteral(" and friendlyName eq 'VM-002'")).value().size(), 1);
        QCOMPARE(m_world->protect(QStringLiteral("vm-001")).status, 202);
        QCOMPARE(m_world->get(path).value().size(), 1);
    }

    void enable()
    {
        const auto reply = m_world->protect(QStringLiteral("vm-001"));
        QCOMPARE(reply.status, 202);
        QVERIFY(reply.body.isEmpty());
        m_world->engine().waitForJobs();
        const auto item = m_world->get(QStringLiteral("{i}"));
        QCOMPARE(item.status, 200);
        QCOMPARE(item.json.value(QLatin1String("name")).toString(),
                 QStringLiteral("VM;iaasvmcontainerv2;rg-web;vm-001"));
        QCOMPARE(item.properties().value(QLatin1String("protectionState")).toString(), QStringLiteral("IRPending"));
        QCOMPARE(item.properties().value(QLatin1String("workloadType")).toString(), QStringLiteral("VM"));
        QCOMPARE(item.properties().value(QLatin1String("containerName")).toString(),
                 QStringLiteral("iaasvmcontainerv2;rg-web;vm-001"));
        QVERIFY(!item.properties().contains(QLatin1String("extendedInfo")));
        QVERIFY(m_world->get(QStringLiteral("{i}?$filter=expand eq 'extendedInfo'"))
                    .properties()
                    .contains(QLatin1String("extendedInfo")));
        const auto container = m_world->get(QStringLiteral(
            "{v}/backupFabrics/azure/protectionContainers/iaasvmcontainer;IAASVMCONTAINERV2;RG-web;vm-001"));
        QCOMPARE(container.status, 200);
        QCOMPARE(container.properties().value(QLatin1String("containerType")).toString(),
                 QStringLiteral("Microsoft.Compute/virtualMachines"));
        QCOMPARE(container.properties().value(QLatin1String("registrationStatus")).toString(),
                 QStringLiteral("Registered"));
        QCOMPARE(m_world->get(QStringLiteral("{v}/backupProtectionContainers?$filter=friendlyName eq 'vm-001'"))
                     .value()
                     .size(),
                 1);
        QCOMPARE(job(lastJob()).properties().value(QLatin1String("operation")).toString(),
                 QStringLiteral("ConfigureBackup"));
        QVERIFY(job(lastJob())
                    .properties()
                    .value(QLatin1String("extendedInfo"))
                    .toObject()
                    .value(QLatin1String("tasksList"))
                    .isArray());
    }

    void refusedProtection_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("vm");
        QTest::addColumn<QString>("policy");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const auto bad = QStringLiteral("BMSUserErrorInvalidConfigureProtectionRequest");
        const auto usual = QStringLiteral("DefaultPolicy");
        QTest::newRow("names of another machine")
            << World::item(QStringLiteral("vm-002")) << QStringLiteral("vm-001") << usual << 400 << bad;
        QTest::newRow("no machine's names")
            << QStringLiteral("backupFabrics/Azure/protectionContainers/a/protectedItems/b") << QStringLiteral("vm-001")
            << usual << 400 << bad;
        QTest::newRow("classic names") << QStringLiteral(
            "backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainer;rg-web;vm-001/protectedItems/"
            "VM;iaasvmcontainer;rg-web;vm-001")
                                       << QStringLiteral("vm-001") << usual << 400 << bad;
        QTest::newRow("unknown machine") << World::item(QStringLiteral("vm-009")) << QStringLiteral("vm-009") << usual
                                         << 400 << bad;
        QTest::newRow("unknown policy") << World::item(QStringLiteral("vm-001")) << QStringLiteral("vm-001")
                                        << QStringLiteral("NoSuch") << 400 << bad;
    }
    void refusedProtection()
    {
        QFETCH(QString, path);
        QFETCH(QString, vm);
        QFETCH(QString, policy);
        const auto reply = m_world->put(QStringLiteral("{v}/") + path, m_world->protectBody(vm, policy));
        QTEST(reply.status, "status");
        QTEST(reply.code(), "code");
        QVERIFY(
            reply.message().startsWith(QLatin1String("Input for configure protection is not in proper format\r\n")));
    }

    void wrongRegion()
    {
        auto body = m_world->protectBody(QStringLiteral("far-away"));
        auto properties = body.value(QLatin1String("properties")).toObject();
        properties.insert(
            QStringLiteral("sourceResourceId"),
            ArmId::virtualMachine(m_world->subscription(), QStringLiteral("rg-north"), QStringLiteral("far-away"))
                .text());
        body.insert(QStringLiteral("properties"), properties);
        const auto reply = m_world->put(
            QStringLiteral("{v}/") + World::item(QStringLiteral("far-away"), QStringLiteral("rg-north")), body);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), QStringLiteral("UserErrorVaultAndVmRegionMismatch"));
    }

    void backupAndRestore()
    {
        m_world->protectAndBackup(QStringLiteral("vm-001"));
        const auto item = m_world->get(QStringLiteral("{i}"));
        QCOMPARE(item.properties().value(QLatin1String("protectionState")).toString(), QStringLiteral("Protected"));
        QCOMPARE(item.properties().value(QLatin1String("lastBackupStatus")).toString(), QStringLiteral("Completed"));
        const auto done = job(lastJob()).properties();
        QCOMPARE(done.value(QLatin1String("operation")).toString(), QStringLiteral("Backup"));
        QCOMPARE(done.value(QLatin1String("status")).toString(), QStringLiteral("Completed"));
        const auto listed = m_world->get(QStringLiteral("{v}/backupJobs"))
                                .value()
                                .at(0)
                                .toObject()
                                .value(QLatin1String("properties"))
                                .toObject();
        QVERIFY(!listed.contains(QLatin1String("extendedInfo")));

        const auto point = m_world->firstPoint(QStringLiteral("vm-001"));
        QVERIFY(!point.isEmpty());
        const auto one = m_world->get(QStringLiteral("{i}/recoveryPoints/") + point);
        QCOMPARE(one.status, 200);
        QCOMPARE(one.properties().value(QLatin1String("objectType")).toString(), QStringLiteral("IaasVMRecoveryPoint"));

        const auto folder = m_world->path(QStringLiteral("restored"));
        const auto restored = m_world->post(QStringLiteral("{i}/recoveryPoints/") + point + QStringLiteral("/restore"),
                                            restoreBody(folder));
        QCOMPARE(restored.status, 202);
        m_world->engine().waitForJobs();
        const auto status = m_world->follow(restored.header("Azure-AsyncOperation"));
        QCOMPARE(status.json.value(QLatin1String("status")).toString(), QStringLiteral("Succeeded"));
        // Of a restore, and of nothing else, the operation is called as its job.
        QCOMPARE(status.properties().value(QLatin1String("jobId")), status.json.value(QLatin1String("name")));
        QCOMPARE(m_world->follow(restored.header("Location")).status, 204);
        QCOMPARE(job(lastJob()).properties().value(QLatin1String("status")).toString(), QStringLiteral("Completed"));
        const auto files = QDir(folder).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QFile restoredDisk(files.constFirst().filePath());
        QFile source(m_world->path(QStringLiteral("images/vm-001.raw")));
        QVERIFY(restoredDisk.open(QIODevice::ReadOnly) && source.open(QIODevice::ReadOnly));
        QVERIFY(restoredDisk.readAll() == source.readAll());
    }

    void restoreAsAzAsks()
    {
        m_world->protectAndBackup(QStringLiteral("vm-001"));
        const QString path = QStringLiteral("{i}/recoveryPoints/") + m_world->firstPoint(QStringLiteral("vm-001"))
            + QStringLiteral("/restore");
        auto body = restoreBody({});
        auto properties = body.value(QLatin1String("properties")).toObject();
        properties.remove(QStringLiteral("valv"));
        const auto account = [&](const char* name) {
            properties.insert(
                QStringLiteral("storageAccountId"),
                QString(QStringLiteral("/subscriptions/") + m_world->subscription()
                        + QStringLiteral("/resourceGroups/rg-web/providers/Microsoft.Storage/storageAccounts/")
                        + QString::fromLatin1(name)));
            return QJsonObject{{QStringLiteral("properties"), properties}};
        };
        QCOMPARE(m_world->post(path, account("elsewhere")).code(), QStringLiteral("BMSUserErrorInvalidInput"));
        const auto accepted = m_world->post(path, account("valvrestore"));
        QVERIFY2(accepted.status == 202, accepted.body.constData());
        m_world->engine().waitForJobs();
        QCOMPARE(job(lastJob()).properties().value(QLatin1String("status")).toString(), QStringLiteral("Completed"));
    }

    void refusedRestore()
    {
        m_world->protectAndBackup(QStringLiteral("vm-001"));
        const auto points = QStringLiteral("{i}/recoveryPoints/");
        const auto folder = m_world->path(QStringLiteral("restored"));
        const auto unknown = m_world->post(points + QStringLiteral("123/restore"), restoreBody(folder));
        QCOMPARE(unknown.status, 404);
        QCOMPARE(unknown.code(), QStringLiteral("BMSUserErrorObjectNotFound"));
        const auto real = QString(points + m_world->firstPoint(QStringLiteral("vm-001")) + QStringLiteral("/restore"));
        QCOMPARE(m_world->post(real, restoreBody(folder, QStringLiteral("IaasVMRestoreWithRehydrationRequest"))).code(),
                 QStringLiteral("BMSUserErrorInvalidInput"));
        QCOMPARE(m_world->post(real).code(), QStringLiteral("InvalidRequestContent"));
    }

    void refusedBackup()
    {
        QCOMPARE(m_world->post(QStringLiteral("{i}/backup")).code(),
                 QStringLiteral("BMSUserErrorDataSourceObjectNotFound"));
        QCOMPARE(m_world->protect(QStringLiteral("vm-001")).status, 202);
        m_world->engine().waitForJobs();
        const QJsonObject past{
            {QStringLiteral("properties"),
             QJsonObject{{QStringLiteral("objectType"), QStringLiteral("IaasVMBackupRequest")},
                         {QStringLiteral("recoveryPointExpiryTimeInUTC"), QStringLiteral("2018-01-01T00:00:00Z")}}}};
        const auto reply = m_world->post(QStringLiteral("{i}/backup"), past);
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), QStringLiteral("BMSUserErrorInvalidInput"));
        QVERIFY2(reply.body.contains("ValRetainTillPast"), reply.body.constData());
    }

    void stopAndRemove()
    {
        m_world->protectAndBackup(QStringLiteral("vm-001"));
        auto body = m_world->protectBody(QStringLiteral("vm-001"));
        auto properties = body.value(QLatin1String("properties")).toObject();
        properties.insert(QStringLiteral("policyId"), QString(QLatin1String("")));
        properties.insert(QStringLiteral("protectionState"), QStringLiteral("ProtectionStopped"));
        QCOMPARE(m_world->put(QStringLiteral("{i}"), {{QStringLiteral("properties"), properties}}).status, 202);
        m_world->engine().waitForJobs();
        QCOMPARE(m_world->get(QStringLiteral("{i}")).properties().value(QLatin1String("protectionState")).toString(),
                 QStringLiteral("ProtectionStopped"));
        QCOMPARE(m_world->post(QStringLiteral("{i}/backup")).code(), QStringLiteral("UserErrorProtectionStopped"));
        // Stop of a stopped item: 400, by a code that tells the console that it is done already.
        const auto again = m_world->put(QStringLiteral("{i}"), {{QStringLiteral("properties"), properties}});
        QCOMPARE(again.status, 400);
        QVERIFY2(again.body.contains("UserErrorProtectionStopped"), again.body.constData());

        const auto removed = m_world->remove(QStringLiteral("{i}"));
        QCOMPARE(removed.status, 202);
        QVERIFY(removed.header("Azure-AsyncOperation").contains(QLatin1String("/backupOperations/")));
        QVERIFY(removed.header("Location").contains(QLatin1String("/backupOperationResults/")));
        m_world->engine().waitForJobs();
        QCOMPARE(m_world->follow(removed.header("Location")).status, 204);
        const auto item = m_world->get(QStringLiteral("{i}")).properties();
        QCOMPARE(item.value(QLatin1String("isScheduledForDeferredDelete")).toBool(), true);
        const auto late = m_world->put(QStringLiteral("{i}"), {{QStringLiteral("properties"), properties}});
        QCOMPARE(late.status, 400);
        QVERIFY2(late.body.contains("ItemSoftDeleted"), late.body.constData()); // its data does not stay
        QCOMPARE(m_world->remove(QStringLiteral("{v}/") + World::item(QStringLiteral("vm-002"))).status, 204);
    }

    void cancelOfAnEndedJob()
    {
        m_world->protectAndBackup(QStringLiteral("vm-001"));
        const auto reply = m_world->post(QStringLiteral("{v}/backupJobs/") + lastJob() + QStringLiteral("/cancel"));
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), QStringLiteral("BMSUserErrorJobNotCancellable"));
        QVERIFY2(reply.body.contains("\"JobNotInProgress\""), reply.body.constData());
        QVERIFY2(!reply.body.contains("This type of job"), reply.body.constData());
    }

    void status()
    {
        const auto path =
            QStringLiteral("/subscriptions/{s}/providers/Microsoft.RecoveryServices/locations/westeurope/backupStatus");
        const auto vm =
            ArmId::virtualMachine(m_world->subscription(), QStringLiteral("rg-web"), QStringLiteral("vm-001")).text();
        const QJsonObject body{{QStringLiteral("resourceType"), QStringLiteral("VM")},
                               {QStringLiteral("resourceId"), vm}};
        const auto before = m_world->post(path, body);
        QCOMPARE(before.status, 200);
        QCOMPARE(before.json.value(QLatin1String("protectionStatus")).toString(), QStringLiteral("NotProtected"));
        QVERIFY(!before.json.contains(QLatin1String("vaultId")));
        QVERIFY(!before.json.contains(QLatin1String("properties")));
        m_world->protectAndBackup(QStringLiteral("vm-001"));
        const auto after = m_world->post(path, body).json;
        QCOMPARE(after.value(QLatin1String("protectionStatus")).toString(), QStringLiteral("Protected"));
        QVERIFY(after.value(QLatin1String("vaultId")).toString().endsWith(QLatin1String("/vaults/vault-one")));
        QCOMPARE(after.value(QLatin1String("containerName")).toString(),
                 QStringLiteral("iaasvmcontainer;iaasvmcontainerv2;rg-web;vm-001"));
        QCOMPARE(after.value(QLatin1String("protectedItemName")).toString(),
                 QStringLiteral("vm;iaasvmcontainerv2;rg-web;vm-001"));
        QCOMPARE(m_world
                     ->post(path,
                            {{QStringLiteral("resourceType"), QStringLiteral("FileShare")},
                             {QStringLiteral("resourceId"), vm}})
                     .code(),
                 QStringLiteral("BMSUserErrorInvalidInput"));
        QCOMPARE(m_world->post(path, {{QStringLiteral("resourceType"), QStringLiteral("VM")}}).code(),
                 QStringLiteral("InvalidRequestContent"));
    }

    void preValidation_data()
    {
        QTest::addColumn<QString>("group");
        QTest::addColumn<QString>("vm");
        QTest::addColumn<bool>("already");
        QTest::addColumn<QString>("code");
        QTest::newRow("fine") << QStringLiteral("rg-web") << QStringLiteral("vm-001") << false << QString();
        QTest::newRow("protected") << QStringLiteral("rg-web") << QStringLiteral("vm-001") << true
                                   << QStringLiteral("VirtualMachineAlreadyProtected");
        QTest::newRow("another region") << QStringLiteral("rg-north") << QStringLiteral("far-away") << false
                                        << QStringLiteral("UserErrorVaultAndVmRegionMismatch");
        QTest::newRow("unknown") << QStringLiteral("rg-web") << QStringLiteral("nobody") << false
                                 << QStringLiteral("UserErrorVmNotFoundV2");
    }
    void preValidation()
    {
        QFETCH(QString, group);
        QFETCH(QString, vm);
        QFETCH(bool, already);
        QFETCH(QString, code);
        if (already) {
            QCOMPARE(m_world->protect(vm).status, 202);
        }
        const auto reply = m_world->post(
            QStringLiteral("/subscriptions/{s}/providers/Microsoft.RecoveryServices/locations/westeurope/"
                           "backupPreValidateProtection"),
            {{QStringLiteral("resourceType"), QStringLiteral("VM")},
             {QStringLiteral("resourceId"), ArmId::virtualMachine(m_world->subscription(), group, vm).text()},
             {QStringLiteral("vaultId"),
              ArmId::vault(m_world->subscription(), QStringLiteral("rg-web"), QStringLiteral("vault-one")).text()},
             {QStringLiteral("properties"), QString(QLatin1String(""))}});
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json.value(QLatin1String("status")).toString(),
                 code.isEmpty() ? QStringLiteral("Succeeded") : QStringLiteral("Failed"));
        QCOMPARE(reply.json.value(QLatin1String("errorCode")).toString(), code);
        QCOMPARE(reply.json.value(QLatin1String("recommendation")).toString().isEmpty(), code.isEmpty());
    }

    void features()
    {
        const auto path = QStringLiteral(
            "/subscriptions/{s}/providers/Microsoft.RecoveryServices/locations/westeurope/backupValidateFeatures");
        QCOMPARE(m_world->post(path, {{QStringLiteral("featureType"), QStringLiteral("AzureVMResourceBackup")}})
                     .json.value(QLatin1String("supportStatus"))
                     .toString(),
                 QStringLiteral("Supported"));
    }
};

VALV_TEST_GUILESS(TestProtection)

} // namespace tst_protection

#include "tst_protection.moc"
