// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "world.h"

#include <QJsonObject>
#include <QTest>

namespace tst_resources {

using namespace valv;
using namespace valv::test;
using contract::Method;

//! contract.md 6 and 7.
class TestResources : public QObject
{
    Q_OBJECT

    std::unique_ptr<World> m_world;

    static QJsonObject inRegion(const char* region)
    {
        return {{QStringLiteral("location"), QString::fromLatin1(region)}};
    }

private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<World>(3); }
    void cleanupTestCase() { m_world.reset(); }

    void subscriptions()
    {
        const auto reply = m_world->get(QStringLiteral("/subscriptions"));
        QCOMPARE(reply.status, 200);
        const auto one = reply.value().at(0).toObject();
        QCOMPARE(one.value(QLatin1String("state")).toString(), QStringLiteral("Enabled"));
        QCOMPARE(one.value(QLatin1String("subscriptionId")).toString(), m_world->subscription());
        QCOMPARE(one.value(QLatin1String("authorizationSource")).toString(), QStringLiteral("RoleBased"));
        QVERIFY(one.value(QLatin1String("managedByTenants")).isArray());
        QVERIFY(one.value(QLatin1String("subscriptionPolicies")).isObject());
        QVERIFY(!one.value(QLatin1String("tenantId")).toString().isEmpty());
        QCOMPARE(reply.json.value(QLatin1String("count")).toObject().value(QLatin1String("value")).toInt(), 1);
        QCOMPARE(m_world->get(QStringLiteral("/subscriptions/{s}")).json, one);
        QCOMPARE(m_world->get(QStringLiteral("/tenants")).value().at(0).toObject().value(QLatin1String("tenantId")),
                 one.value(QLatin1String("tenantId")));
    }

    void locations()
    {
        const auto reply = m_world->get(QStringLiteral("/subscriptions/{s}/locations"));
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.names().contains(QStringLiteral("swedencentral")));
        const auto one = reply.value().at(0).toObject();
        QCOMPARE(one.value(QLatin1String("type")).toString(), QStringLiteral("Region"));
        QVERIFY(one.value(QLatin1String("id")).toString().contains(QLatin1String("/locations/")));
        QVERIFY(one.value(QLatin1String("metadata")).isObject());
    }

    void groups()
    {
        const auto path = QStringLiteral("/subscriptions/{s}/resourcegroups/rg-neu");
        QCOMPARE(m_world->head(path).status, 404);
        QVERIFY(m_world->head(path).body.isEmpty());
        const auto made =
            m_world->put(path,
                         {{QStringLiteral("location"), QStringLiteral("West Europe")},
                          {QStringLiteral("tags"), QJsonObject{{QStringLiteral("a"), QStringLiteral("b")}}}});
        QCOMPARE(made.status, 201);
        QCOMPARE(made.json.value(QLatin1String("location")).toString(), QStringLiteral("westeurope"));
        QCOMPARE(made.json.value(QLatin1String("type")).toString(),
                 QStringLiteral("Microsoft.Resources/resourceGroups"));
        QCOMPARE(made.properties().value(QLatin1String("provisioningState")).toString(), QStringLiteral("Succeeded"));
        QCOMPARE(m_world->put(path, inRegion("westeurope")).status, 200);
        QCOMPARE(m_world->head(path).status, 204);
        QVERIFY(m_world->head(path).body.isEmpty());
        QCOMPARE(m_world->get(path).status, 200);
        QVERIFY(m_world->get(QStringLiteral("/subscriptions/{s}/resourceGroups"))
                    .names()
                    .contains(QStringLiteral("rg-neu")));

        const auto gone = m_world->remove(path);
        QCOMPARE(gone.status, 202);
        QVERIFY(gone.body.isEmpty());
        const auto link = gone.header("Location");
        QVERIFY2(link.startsWith(base() + QStringLiteral("/subscriptions/")), qPrintable(link));
        QVERIFY(link.endsWith(QLatin1String("?api-version=2023-02-01")));
        QCOMPARE(m_world->follow(link).status, 200);
        QCOMPARE(m_world->head(path).status, 404);
        QCOMPARE(m_world->remove(path).status, 404);
    }

    void groupErrors_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::newRow("final dot") << QStringLiteral("rg.") << inRegion("westeurope") << 400
                                   << QStringLiteral("ResourceNameInvalid");
        QTest::newRow("bad letter") << QStringLiteral("rg%20x") << inRegion("westeurope") << 400
                                    << QStringLiteral("ResourceNameInvalid");
        QTest::newRow("no location") << QStringLiteral("rg-x") << QJsonObject() << 400
                                     << QStringLiteral("LocationRequired");
        QTest::newRow("unknown location") << QStringLiteral("rg-x") << inRegion("moonbase") << 400
                                          << QStringLiteral("LocationNotAvailableForResourceGroup");
        QTest::newRow("another location") << QStringLiteral("rg-web") << inRegion("northeurope") << 409
                                          << QStringLiteral("InvalidResourceGroupLocation");
    }
    void groupErrors()
    {
        QFETCH(QString, name);
        QFETCH(QJsonObject, body);
        const auto reply = m_world->put(QStringLiteral("/subscriptions/{s}/resourcegroups/") + name, body);
        QTEST(reply.status, "status");
        QTEST(reply.code(), "code");
    }

    //! V13: unique in the subscription, whatever the case.
    void groupThatMustBeNew()
    {
        const contract::Headers onlyNew{{"If-None-Match", "*"}};
        const auto path = QStringLiteral("/subscriptions/{s}/resourcegroups/");
        const auto tagged = [](const char* tag) {
            auto body = inRegion("westeurope");
            body.insert(QStringLiteral("tags"), QJsonObject{{QStringLiteral("by"), QString::fromLatin1(tag)}});
            return body;
        };
        QCOMPARE(m_world->put(path + QStringLiteral("rg-first"), tagged("one"), onlyNew).status, 201);
        for (const char* name : {"rg-first", "RG-First", "RG-WEB"}) { // the last one is known by its machines alone
            const auto taken = m_world->put(path + QLatin1String(name), tagged("two"), onlyNew);
            QCOMPARE(taken.status, 412);
            QCOMPARE(taken.code(), QStringLiteral("PreconditionFailed"));
            const auto detail =
                taken.json.value(QLatin1String("error")).toObject().value(QLatin1String("details")).toArray().at(0);
            QCOMPARE(detail.toObject().value(QLatin1String("code")).toString(),
                     QStringLiteral("ValResourceGroupTaken"));
            QCOMPARE(detail.toObject().value(QLatin1String("target")).toString(), QStringLiteral("name"));
        }
        QCOMPARE(m_world->get(path + QStringLiteral("rg-first"))
                     .json.value(QLatin1String("tags"))
                     .toObject()
                     .value(QLatin1String("by"))
                     .toString(),
                 QStringLiteral("one"));
        QCOMPARE(m_world->put(path + QStringLiteral("rg-first"), tagged("three")).status, 200); // as Azure does
    }

    void groupWithSomethingIn()
    {
        const auto reply = m_world->remove(QStringLiteral("/subscriptions/{s}/resourcegroups/rg-web"));
        QCOMPARE(reply.status, 409);
        QCOMPARE(reply.code(), QStringLiteral("ResourceGroupDeletionBlocked"));
    }

    void providers()
    {
        const auto list = m_world->get(QStringLiteral("/subscriptions/{s}/providers"));
        QCOMPARE(list.value().size(), 4);
        const auto one = m_world->get(QStringLiteral("/subscriptions/{s}/providers/microsoft.recoveryservices"));
        QCOMPARE(one.status, 200);
        QCOMPARE(one.json.value(QLatin1String("registrationState")).toString(), QStringLiteral("Registered"));
        QVERIFY(!one.json.value(QLatin1String("resourceTypes")).toArray().isEmpty());
        QCOMPARE(m_world->post(QStringLiteral("/subscriptions/{s}/providers/Microsoft.RecoveryServices/register")).json,
                 one.json);
        QCOMPARE(m_world->get(QStringLiteral("/subscriptions/{s}/providers/Microsoft.Nothing")).code(),
                 QStringLiteral("InvalidResourceNamespace"));
    }

    void genericList_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("count");
        QTest::newRow("all") << QStringLiteral("/subscriptions/{s}/resources") << 4;
        QTest::newRow("of a group") << QStringLiteral("/subscriptions/{s}/resourceGroups/RG-north/resources") << 1;
        QTest::newRow("of a type") << QStringLiteral(
            "/subscriptions/{s}/resources?$filter=resourceType+eq+'microsoft.compute/VirtualMachines'")
                                   << 4;
        QTest::newRow("of another type") << QStringLiteral(
            "/subscriptions/{s}/resources?$filter=resourceType eq 'Microsoft.RecoveryServices/vaults'")
                                         << 0;
        QTest::newRow("by name") << QStringLiteral("/subscriptions/{s}/resources?$filter=name eq 'VM-002'") << 1;
        QTest::newRow("by group") << QStringLiteral(
            "/subscriptions/{s}/resources?$filter=resourceGroup eq 'rg-web' and name eq 'vm-001'")
                                  << 1;
    }
    void genericList()
    {
        QFETCH(QString, query);
        const auto reply = m_world->get(query);
        QCOMPARE(reply.status, 200);
        QTEST(static_cast<int>(reply.value().size()), "count");
        for (const auto& entry : reply.value()) {
            QVERIFY(!entry.toObject().contains(QLatin1String("properties")));
            QVERIFY(entry.toObject().contains(QLatin1String("location")));
        }
    }

    void storageAccounts()
    {
        const auto rg = QStringLiteral("/subscriptions/{s}/resourceGroups/rg-web/providers/");
        QCOMPARE(m_world->get(rg + QStringLiteral("Microsoft.ClassicStorage/storageAccounts/valvrestore")).status, 404);
        const auto one = m_world->get(rg + QStringLiteral("Microsoft.Storage/storageAccounts/valvrestore"));
        QCOMPARE(one.status, 200);
        QCOMPARE(one.json.value(QLatin1String("kind")).toString(), QStringLiteral("StorageV2"));
        QVERIFY(one.json.value(QLatin1String("id")).toString().endsWith(QLatin1String("/storageAccounts/valvrestore")));
        const auto none = m_world->get(rg + QStringLiteral("Microsoft.Storage/storageAccounts/other"));
        QCOMPARE(none.status, 404);
        QCOMPARE(none.code(), QStringLiteral("ResourceNotFound"));
        QVERIFY(!m_world->get(QStringLiteral("/subscriptions/{s}/providers/Microsoft.Storage/storageAccounts"))
                     .value()
                     .isEmpty());
    }

    void machines()
    {
        const auto all = m_world->get(QStringLiteral("/subscriptions/{s}/providers/Microsoft.Compute/virtualMachines"));
        QCOMPARE(all.names(),
                 (QStringList{QStringLiteral("far-away"), QStringLiteral("vm-001"), QStringLiteral("vm-002"),
                              QStringLiteral("vm-003")}));
        QVERIFY(!all.value()
                     .at(0)
                     .toObject()
                     .value(QLatin1String("properties"))
                     .toObject()
                     .contains(QLatin1String("instanceView")));
        const auto group = m_world->get(QStringLiteral("/subscriptions/{s}/resourceGroups/RG-WEB/providers/"
                                                       "Microsoft.Compute/virtualMachines?$expand=instanceView"));
        QCOMPARE(group.value().size(), 3);
        QVERIFY(group.value()
                    .at(0)
                    .toObject()
                    .value(QLatin1String("properties"))
                    .toObject()
                    .contains(QLatin1String("instanceView")));
        QCOMPARE(m_world
                     ->get(QStringLiteral(
                         "/subscriptions/{s}/resourceGroups/none/providers/Microsoft.Compute/virtualMachines"))
                     .code(),
                 QStringLiteral("ResourceGroupNotFound"));
    }

    void machine()
    {
        const auto path = QStringLiteral(
            "/subscriptions/{s}/resourceGroups/rg-web/providers/Microsoft.Compute/virtualMachines/vm-001");
        const auto one = m_world->get(path);
        QCOMPARE(one.status, 200);
        QCOMPARE(one.json.value(QLatin1String("type")).toString(), QStringLiteral("Microsoft.Compute/virtualMachines"));
        QCOMPARE(one.json.value(QLatin1String("location")).toString(), QStringLiteral("westeurope"));
        const auto p = one.properties();
        QVERIFY(!p.value(QLatin1String("vmId")).toString().isEmpty());
        QCOMPARE(p.value(QLatin1String("provisioningState")).toString(), QStringLiteral("Succeeded"));
        QCOMPARE(p.value(QLatin1String("hardwareProfile")).toObject().value(QLatin1String("vmSize")).toString(),
                 QStringLiteral("Standard_D2s_v3"));
        const auto disk = p.value(QLatin1String("storageProfile")).toObject().value(QLatin1String("osDisk")).toObject();
        QCOMPARE(disk.value(QLatin1String("osType")).toString(), QStringLiteral("Linux"));
        QVERIFY(!p.contains(QLatin1String("instanceView")));
        QVERIFY(!p.contains(QLatin1String("securityProfile")));

        const auto expanded = m_world->get(path + QStringLiteral("?$expand=instanceView"));
        const auto view = expanded.properties().value(QLatin1String("instanceView")).toObject();
        QVERIFY(!view.isEmpty());
        QCOMPARE(m_world->get(path + QStringLiteral("/InstanceView")).json, view);
        QStringList codes;
        for (const auto& status : view.value(QLatin1String("statuses")).toArray()) {
            codes.append(status.toObject().value(QLatin1String("code")).toString());
        }
        QVERIFY(codes.contains(QStringLiteral("ProvisioningState/succeeded")));
        QVERIFY(codes.contains(QStringLiteral("PowerState/stopped")));
    }
};

VALV_TEST_GUILESS(TestResources)

} // namespace tst_resources

#include "tst_resources.moc"
