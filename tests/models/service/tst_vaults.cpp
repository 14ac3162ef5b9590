// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recoverykey.h"
#include "support/copyfolder.h"
#include "support/testprogram.h"
#include "world.h"

#include <QDir>
#include <QFile>
#include <QJsonObject>
#include <QJsonValue>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTest>

namespace tst_vaults {

using namespace valv;
using namespace valv::test;
using contract::Method;

namespace {

QString vaultsPath()
{
    return QStringLiteral("/subscriptions/{s}/resourceGroups/rg-web/providers/Microsoft.RecoveryServices/vaults/");
}

QJsonObject asAzSends(const char* location)
{
    const QJsonObject monitoring{{QStringLiteral("azureMonitorAlertSettings"),
                                  QJsonObject{{QStringLiteral("alertsForAllJobFailures"), QStringLiteral("Enabled")}}}};
    return {{QStringLiteral("location"), QString::fromLatin1(location)},
            {QStringLiteral("properties"),
             QJsonObject{{QStringLiteral("publicNetworkAccess"), QStringLiteral("Enabled")},
                         {QStringLiteral("monitoringSettings"), monitoring}}},
            {QStringLiteral("sku"), QJsonObject{{QStringLiteral("name"), QStringLiteral("Standard")}}}};
}

} // namespace

//! contract.md 8.
class TestVaults : public QObject
{
    Q_OBJECT

    std::unique_ptr<World> m_world;

private Q_SLOTS:
    void init() { m_world = std::make_unique<World>(1); }
    void cleanup() { m_world.reset(); }

    void life()
    {
        QCOMPARE(m_world->get(QStringLiteral("{v}")).status, 404);
        const auto made = m_world->put(QStringLiteral("{v}"), asAzSends("West Europe"));
        QCOMPARE(made.status, 201);
        QCOMPARE(made.json.value(QLatin1String("location")).toString(), QStringLiteral("westeurope"));
        QCOMPARE(made.json.value(QLatin1String("type")).toString(),
                 QStringLiteral("Microsoft.RecoveryServices/vaults"));
        const auto p = made.properties();
        QCOMPARE(p.value(QLatin1String("provisioningState")).toString(), QStringLiteral("Succeeded"));
        QCOMPARE(p.value(QLatin1String("publicNetworkAccess")).toString(), QStringLiteral("Enabled"));
        QVERIFY(p.value(QLatin1String("monitoringSettings")).isObject());
        QVERIFY(p.value(QLatin1String("securitySettings")).isObject());
        QVERIFY(p.value(QLatin1String("redundancySettings")).isObject());
        const auto etag = made.json.value(QLatin1String("etag")).toString();
        QVERIFY(etag.startsWith(QLatin1String("W/\"datetime'")));
        QCOMPARE(made.header("ETag"), etag);

        // What was read can be written back.
        const auto again = m_world->put(QStringLiteral("{v}"), made.json);
        QCOMPARE(again.status, 200);
        QVERIFY(again.header("ETag") != etag);
        QCOMPARE(m_world->get(QStringLiteral("/subscriptions/{s}/providers/Microsoft.RecoveryServices/vaults")).names(),
                 QStringList{QStringLiteral("vault-one")});
        QCOMPARE(m_world
                     ->get(QStringLiteral(
                         "/subscriptions/{s}/resourceGroups/rg-north/providers/Microsoft.RecoveryServices/vaults"))
                     .value()
                     .size(),
                 0);

        const auto gone = m_world->remove(QStringLiteral("{v}"));
        QCOMPARE(gone.status, 200);
        QVERIFY(gone.body.isEmpty());
        QCOMPARE(m_world->remove(QStringLiteral("{v}")).status, 204);
        QCOMPARE(m_world->get(QStringLiteral("{v}")).code(), QStringLiteral("ResourceNotFound"));
    }

    void putReplacesTagsAndKeepsProperties()
    {
        auto body = asAzSends("westeurope");
        body.insert(
            QStringLiteral("tags"),
            QJsonObject{{QStringLiteral("a"), QStringLiteral("1")}, {QStringLiteral("b"), QStringLiteral("2")}});
        auto properties = body.value(QLatin1String("properties")).toObject();
        properties.insert(QStringLiteral("somethingNewer"), QStringLiteral("kept"));
        body.insert(QStringLiteral("properties"), properties);
        QCOMPARE(m_world->put(QStringLiteral("{v}"), body).status, 201);
        const auto reply =
            m_world->put(QStringLiteral("{v}"),
                         {{QStringLiteral("location"), QStringLiteral("westeurope")},
                          {QStringLiteral("tags"), QJsonObject{{QStringLiteral("c"), QStringLiteral("3")}}}});
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json.value(QLatin1String("tags")).toObject().keys(), QStringList{QStringLiteral("c")});
        QCOMPARE(reply.properties().value(QLatin1String("somethingNewer")).toString(), QStringLiteral("kept"));

        const auto patched = m_world->patch(
            QStringLiteral("{v}"), {{QStringLiteral("tags"), QJsonObject{{QStringLiteral("d"), QStringLiteral("4")}}}});
        QCOMPARE(patched.status, 200);
        QCOMPARE(patched.json.value(QLatin1String("tags")).toObject().keys(), QStringList{QStringLiteral("d")});
        QCOMPARE(patched.properties().value(QLatin1String("somethingNewer")).toString(), QStringLiteral("kept"));
    }

    void refused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char* what, const char* name, const QJsonObject& body, int status, const char* code,
                            const char* detail = "") {
            QTest::newRow(what) << vaultsPath() + QString::fromLatin1(name) << body << status
                                << QString::fromLatin1(code) << QString::fromLatin1(detail);
        };
        row("one letter", "v", asAzSends("westeurope"), 400, "ResourceNameInvalid", "ValVaultNameLength");
        row("51 letters", "abcdefghijabcdefghijabcdefghijabcdefghijabcdefghijk", asAzSends("westeurope"), 400,
            "ResourceNameInvalid", "ValVaultNameLength");
        row("digit first", "1vault", asAzSends("westeurope"), 400, "ResourceNameInvalid", "ValVaultNameStart");
        row("underscore", "my_vault", asAzSends("westeurope"), 400, "ResourceNameInvalid", "ValVaultNameChars");
        row("swedish letter", "valv-malm%C3%B6", asAzSends("westeurope"), 400, "ResourceNameInvalid",
            "ValVaultNameChars");
        row("no location", "vault-two", {}, 400, "LocationRequired");
        row("unknown location", "vault-two", asAzSends("atlantis"), 400, "LocationNotAvailableForResourceType");
        QTest::newRow("unknown group") << QStringLiteral(
            "/subscriptions/{s}/resourceGroups/none/providers/Microsoft.RecoveryServices/vaults/vault-two")
                                       << asAzSends("westeurope") << 404 << QStringLiteral("ResourceGroupNotFound")
                                       << QString();
        row("another location", "vault-one", asAzSends("northeurope"), 409, "InvalidResourceLocation");
    }
    void refused()
    {
        m_world->makeVault();
        QFETCH(QString, path);
        QFETCH(QJsonObject, body);
        QFETCH(QString, detail);
        const auto reply = m_world->put(path, body);
        QTEST(reply.status, "status");
        QTEST(reply.code(), "code");
        if (!detail.isEmpty()) {
            const auto details =
                reply.json.value(QLatin1String("error")).toObject().value(QLatin1String("details")).toArray();
            QCOMPARE(details.at(0).toObject().value(QLatin1String("code")).toString(), detail);
        }
    }

    void etags()
    {
        m_world->makeVault();
        const auto etag = m_world->get(QStringLiteral("{v}")).header("ETag").toUtf8();
        const auto stale = QByteArray("W/\"datetime'2001-01-01T00%3A00%3A00.0000000Z'\"");
        const auto body = asAzSends("westeurope");
        QCOMPARE(m_world->put(QStringLiteral("{v}"), body, {{"If-Match", stale}}).status, 412);
        QCOMPARE(m_world->patch(QStringLiteral("{v}"), {}, {{"If-Match", stale}}).code(),
                 QStringLiteral("PreconditionFailed"));
        QCOMPARE(m_world->remove(QStringLiteral("{v}"), {{"If-Match", stale}}).status, 412);
        QCOMPARE(m_world->put(QStringLiteral("{v}"), body, {{"if-match", etag}}).status, 200);
        QCOMPARE(m_world->put(QStringLiteral("{v}"), body, {{"If-Match", etag}}).status, 412);
        QCOMPARE(m_world->remove(QStringLiteral("{v}"), {{"If-Match", "*"}}).status, 200);
    }

    //! V5: one that is made takes nobody's place.
    void onlyNew()
    {
        m_world->makeVault();
        const auto etag = m_world->get(QStringLiteral("{v}")).header("ETag");
        const auto again = m_world->put(QStringLiteral("{v}"), asAzSends("westeurope"), {{"If-None-Match", "*"}});
        QCOMPARE(again.status, 412);
        QCOMPARE(again.code(), QStringLiteral("PreconditionFailed"));
        const auto details =
            again.json.value(QLatin1String("error")).toObject().value(QLatin1String("details")).toArray();
        QCOMPARE(details.first().toObject().value(QLatin1String("code")).toString(),
                 QStringLiteral("ValVaultNameTaken"));
        QCOMPARE(m_world->get(QStringLiteral("{v}")).header("ETag"), etag);
        QCOMPARE(m_world->remove(QStringLiteral("{v}")).status, 200);
        QCOMPARE(m_world->put(QStringLiteral("{v}"), asAzSends("westeurope"), {{"If-None-Match", "*"}}).status, 201);
    }

    void nameAvailability_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("code");
        QTest::newRow("free") << QStringLiteral("vault-two") << QString() << QString();
        QTest::newRow("taken") << QStringLiteral("VAULT-one") << QStringLiteral("AlreadyExists")
                               << QStringLiteral("ValVaultNameTaken");
        QTest::newRow("V1 none") << QString() << QStringLiteral("Invalid") << QStringLiteral("ValVaultNameRequired");
        QTest::newRow("bad") << QStringLiteral("my vault") << QStringLiteral("Invalid")
                             << QStringLiteral("ValVaultNameChars");
    }
    void nameAvailability()
    {
        m_world->makeVault();
        QFETCH(QString, name);
        QFETCH(QString, reason);
        const auto path = QStringLiteral("/subscriptions/{s}/resourceGroups/rg-web/providers/"
                                         "Microsoft.RecoveryServices/locations/westeurope/checkNameAvailability");
        const auto reply = m_world->post(path,
                                         {{QStringLiteral("type"), QStringLiteral("Microsoft.RecoveryServices/vaults")},
                                          {QStringLiteral("name"), name}});
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.json.value(QLatin1String("nameAvailable")).toBool(), reason.isEmpty());
        QCOMPARE(reply.json.value(QLatin1String("reason")).toString(), reason);
        QTEST(reply.json.value(QLatin1String("valv")).toObject().value(QLatin1String("code")).toString(), "code");
    }

    //! V6: what is left of a vault whose deletion was cut off holds its name until the next start.
    void aNameThatIsStillHeld()
    {
        m_world->makeVault();
        const auto key =
            m_world->get(QStringLiteral("{v}/valv/recoveryKey")).properties().value(QLatin1String("recoveryKey"));
        const auto folder = m_world->get(QStringLiteral("{v}"))
                                .properties()
                                .value(QLatin1String("valv"))
                                .toObject()
                                .value(QLatin1String("folder"));
        const auto connection = QStringLiteral("beside");
        {
            auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), connection);
            database.setDatabaseName(QDir(m_world->data()).filePath(QStringLiteral("catalogue.sqlite")));
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(QStringLiteral("UPDATE vaults SET deleting=1")));
        }
        QSqlDatabase::removeDatabase(connection);
        QCOMPARE(m_world->get(QStringLiteral("{v}")).status, 404);
        const auto refused = [](const Reply& reply) {
            QCOMPARE(reply.status, 400);
            QCOMPARE(reply.code(), QStringLiteral("ResourceNameInvalid"));
            const auto details =
                reply.json.value(QLatin1String("error")).toObject().value(QLatin1String("details")).toArray();
            QCOMPARE(details.at(0).toObject().value(QLatin1String("code")).toString(),
                     QStringLiteral("ValVaultNameReserved"));
        };
        refused(m_world->put(QStringLiteral("{v}"), asAzSends("westeurope")));
        QCOMPARE(m_world
                     ->put(QStringLiteral("/subscriptions/{s}/resourceGroups/rg-other"),
                           {{QStringLiteral("location"), QStringLiteral("westeurope")}})
                     .status,
                 201);
        refused(m_world->put(QStringLiteral("/subscriptions/{s}/resourceGroups/rg-other/providers/"
                                            "Microsoft.RecoveryServices/vaults/VAULT-One"),
                             asAzSends("westeurope")));
        refused(
            m_world->post(QStringLiteral("/subscriptions/{s}/providers/Microsoft.RecoveryServices/valv/attachVault"),
                          {{QStringLiteral("properties"),
                            QJsonObject{{QStringLiteral("folder"), folder}, {QStringLiteral("recoveryKey"), key}}}}));
        const auto available =
            m_world->post(QStringLiteral("/subscriptions/{s}/resourceGroups/rg-web/providers/"
                                         "Microsoft.RecoveryServices/locations/westeurope/checkNameAvailability"),
                          {{QStringLiteral("type"), QStringLiteral("Microsoft.RecoveryServices/vaults")},
                           {QStringLiteral("name"), QStringLiteral("vault-one")}});
        QCOMPARE(available.json.value(QLatin1String("nameAvailable")).toBool(true), false);
        QCOMPARE(available.json.value(QLatin1String("reason")).toString(), QStringLiteral("AlreadyExists"));
        QCOMPARE(available.json.value(QLatin1String("valv")).toObject().value(QLatin1String("code")).toString(),
                 QStringLiteral("ValVaultNameReserved"));
    }

    void storage()
    {
        m_world->makeVault();
        const auto path = QStringLiteral("{v}/backupstorageconfig/vaultstorageconfig");
        const auto first = m_world->get(path);
        QCOMPARE(first.status, 200);
        QCOMPARE(first.json.value(QLatin1String("name")).toString(), QStringLiteral("vaultstorageconfig"));
        QCOMPARE(first.json.value(QLatin1String("type")).toString(),
                 QStringLiteral("Microsoft.RecoveryServices/vaults/backupstorageconfig"));
        QCOMPARE(first.properties().value(QLatin1String("storageModelType")).toString(),
                 QStringLiteral("GeoRedundant"));
        QCOMPARE(first.properties().value(QLatin1String("storageTypeState")).toString(), QStringLiteral("Unlocked"));
        const auto local = [](const char* key, const char* value) {
            return QJsonObject{
                {QStringLiteral("properties"), QJsonObject{{QString::fromLatin1(key), QString::fromLatin1(value)}}}};
        };
        const auto put = m_world->put(path, local("storageType", "LocallyRedundant"));
        QCOMPARE(put.status, 200);
        QCOMPARE(put.properties().value(QLatin1String("storageModelType")).toString(),
                 QStringLiteral("LocallyRedundant"));
        const auto patched = m_world->patch(path, local("storageModelType", "geoRedundant"));
        QCOMPARE(patched.status, 204);
        QVERIFY(patched.body.isEmpty());
        QCOMPARE(m_world->put(path, local("storageModelType", "Nowhere")).code(),
                 QStringLiteral("BMSUserErrorInvalidInput"));
        QCOMPARE(m_world->put(path, {{QStringLiteral("x"), 1}}).code(), QStringLiteral("InvalidRequestContent"));

        QCOMPARE(m_world->protect(QStringLiteral("vm-001")).status, 202);
        m_world->engine().waitForJobs();
        QCOMPARE(m_world->get(path).properties().value(QLatin1String("storageTypeState")).toString(),
                 QStringLiteral("Locked"));
        QCOMPARE(m_world->put(path, local("storageModelType", "LocallyRedundant")).code(),
                 QStringLiteral("BMSUserErrorInvalidInput"));
    }

    void softDelete()
    {
        m_world->makeVault();
        const auto path = QStringLiteral("{v}/backupconfig/vaultconfig");
        QCOMPARE(m_world->get(path).properties().value(QLatin1String("softDeleteFeatureState")).toString(),
                 QStringLiteral("Enabled"));
        const QJsonObject off{{QStringLiteral("properties"),
                               QJsonObject{{QStringLiteral("softDeleteFeatureState"), QStringLiteral("Disabled")}}}};
        const auto patched = m_world->patch(path, off);
        QCOMPARE(patched.status, 200);
        QCOMPARE(patched.properties().value(QLatin1String("softDeleteFeatureState")).toString(),
                 QStringLiteral("Disabled"));
        QCOMPARE(patched.properties().value(QLatin1String("enhancedSecurityState")).toString(),
                 QStringLiteral("Enabled"));
        QCOMPARE(m_world->put(path, off).status, 200);
    }

    void smallThings()
    {
        m_world->makeVault();
        QCOMPARE(m_world->get(QStringLiteral("{v}/backupResourceGuardProxies")).body, QByteArray("{\"value\":[]}"));
        QCOMPARE(m_world->get(QStringLiteral("{v}/replicationUsages")).body, QByteArray("{\"value\":[]}"));
        const auto encryption =
            m_world->get(QStringLiteral("{v}/backupEncryptionConfigs/backupResourceEncryptionConfig"));
        QCOMPARE(encryption.properties().value(QLatin1String("encryptionAtRestType")).toString(),
                 QStringLiteral("MicrosoftManaged"));
        const auto usages = m_world->get(QStringLiteral("{v}/usages")).value();
        QStringList names;
        for (const auto& usage : usages) {
            names.append(
                usage.toObject().value(QLatin1String("name")).toObject().value(QLatin1String("value")).toString());
        }
        QVERIFY(names.contains(QStringLiteral("ProtectedItemCount")));
        QVERIFY(names.contains(QStringLiteral("GRSStorageUsage")));
        const auto summary =
            m_world->get(QStringLiteral("{v}/backupUsageSummaries?$filter=type eq 'BackupProtectedItemCountSummary'"));
        QCOMPARE(summary.value().at(0).toObject().value(QLatin1String("currentValue")).toInt(-1), 0);
    }

    void recoveryKey()
    {
        m_world->makeVault();
        const auto reply = m_world->get(QStringLiteral("{v}/valv/recoveryKey"));
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.properties().value(QLatin1String("recoveryKey")).toString().size() > 20);
        QVERIFY(reply.header("Cache-Control").contains(QLatin1String("no-store")));
    }

    void attach()
    {
        m_world->makeVault();
        m_world->protectAndBackup(QStringLiteral("vm-001"));
        const auto key =
            m_world->get(QStringLiteral("{v}/valv/recoveryKey")).properties().value(QLatin1String("recoveryKey"));
        const auto folder = m_world->get(QStringLiteral("{v}")).properties().value(QLatin1String("valv")).toObject();
        World other(1);
        const auto copy = other.path(QStringLiteral("copy"));
        QVERIFY(copyFolder(folder.value(QLatin1String("folder")).toString(), copy));
        const auto path = QStringLiteral("/subscriptions/{s}/providers/Microsoft.RecoveryServices/valv/attachVault");
        const auto body = [](const QString& place, const QJsonValue& recoveryKey) {
            return QJsonObject{
                {QStringLiteral("properties"),
                 QJsonObject{{QStringLiteral("folder"), place}, {QStringLiteral("recoveryKey"), recoveryKey}}}};
        };
        const auto refused = [&](const QJsonObject& sent, int status, const char* code) {
            const auto reply = other.post(path, sent);
            QCOMPARE(reply.status, status);
            QCOMPARE(reply.code(), QString::fromLatin1(code));
        };
        refused({}, 400, "InvalidRequestContent");
        refused(body(copy, 7), 400, "InvalidRequestContent");
        refused(body(copy, QStringLiteral("abc")), 400, "RecoveryKeyMistyped");
        refused(body(other.path(QStringLiteral("none")), key), 404, "VaultNotFound");
        refused(body(other.path(QStringLiteral("images")), key), 400, "VaultNotAVault");
        const auto foreign = QString::fromStdString(store::RecoveryKey::generate().text());
        refused(body(copy, foreign), 400, "VaultWrongKey");

        const auto attached = other.post(path, body(copy, key));
        QVERIFY2(attached.status == 201, attached.body.constData());
        QCOMPARE(attached.json.value(QLatin1String("name")).toString(), QStringLiteral("vault-one"));
        QVERIFY(!attached.header("ETag").isEmpty());
        QCOMPARE(other.post(path, body(copy, key)).status, 200);
        QCOMPARE(other.get(QStringLiteral("{v}/backupPolicies")).names(), QStringList{QStringLiteral("DefaultPolicy")});
        const auto item = other.get(QStringLiteral("{i}")).properties();
        QCOMPARE(item.value(QLatin1String("protectionState")).toString(), QStringLiteral("Protected"));
        const auto point = other.firstPoint(QStringLiteral("vm-001"));
        QCOMPARE(point, m_world->firstPoint(QStringLiteral("vm-001")));
        const auto target = other.path(QStringLiteral("restored"));
        const auto machine = QString(QStringLiteral("/subscriptions/") + other.subscription()
                                     + QStringLiteral("/resourceGroups/rg-web/providers/Microsoft.Compute/"
                                                      "virtualMachines/vm-001"));
        const auto restored = other.post(
            QStringLiteral("{i}/recoveryPoints/") + point + QStringLiteral("/restore"),
            {{QStringLiteral("properties"),
              QJsonObject{{QStringLiteral("objectType"), QStringLiteral("IaasVMRestoreRequest")},
                          {QStringLiteral("recoveryPointId"), point},
                          {QStringLiteral("recoveryType"), QStringLiteral("RestoreDisks")},
                          {QStringLiteral("sourceResourceId"), machine},
                          {QStringLiteral("region"), QStringLiteral("westeurope")},
                          {QStringLiteral("valv"), QJsonObject{{QStringLiteral("targetFolder"), target}}}}}});
        QVERIFY2(restored.status == 202, restored.body.constData());
        other.engine().waitForJobs();
        const auto files = QDir(target).entryInfoList(QDir::Files);
        QCOMPARE(files.size(), 1);
        QFile disk(files.constFirst().filePath());
        QFile source(m_world->path(QStringLiteral("images/vm-001.raw")));
        QVERIFY(disk.open(QIODevice::ReadOnly) && source.open(QIODevice::ReadOnly));
        QVERIFY(disk.readAll() == source.readAll());
        const auto second = other.path(QStringLiteral("second"));
        QVERIFY(copyFolder(copy, second));
        refused(body(second, key), 409, "VaultAlreadyAttached");
    }

    void deletionOfAFullVault()
    {
        m_world->makeVault();
        QCOMPARE(m_world->protect(QStringLiteral("vm-001")).status, 202);
        m_world->engine().waitForJobs();
        const auto reply = m_world->remove(QStringLiteral("{v}"));
        QCOMPARE(reply.status, 400);
        QCOMPARE(reply.code(), QStringLiteral("BMSUserErrorVaultDeletionNotAllowed"));
        QVERIFY2(reply.message().contains(QLatin1String("existing resources within the vault")),
                 qPrintable(reply.message()));
        QVERIFY(reply.message().contains(QLatin1String("vm-001")));
    }
};

VALV_TEST_GUILESS(TestVaults)

} // namespace tst_vaults

#include "tst_vaults.moc"
