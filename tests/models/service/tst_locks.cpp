// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "world.h"

#include <QJsonObject>
#include <QTest>

namespace tst_locks {

using namespace valv;
using namespace valv::test;

//! Microsoft.Authorization/locks: docs/wire-extensions.md. And what else a vault is kept by.
class TestLocks : public QObject
{
    Q_OBJECT

    std::unique_ptr<World> m_world;

    static QString group() { return QStringLiteral("/subscriptions/{s}/resourceGroups/rg-web"); }
    static QString locks(const QString& scope)
    {
        return scope + QStringLiteral("/providers/Microsoft.Authorization/locks");
    }
    Reply lock(const QString& scope, const char* level, const QString& name = QStringLiteral("keep"))
    {
        return m_world->put(locks(scope) + QLatin1Char('/') + name,
                            {{QStringLiteral("properties"),
                              QJsonObject{{QStringLiteral("level"), QString::fromLatin1(level)},
                                          {QStringLiteral("notes"), QStringLiteral("Fråga Karin först.")}}}});
    }

private Q_SLOTS:
    void init()
    {
        m_world = std::make_unique<World>(2);
        m_world->makeVault();
    }
    void cleanup() { m_world.reset(); }

    void life()
    {
        const auto made = lock(QStringLiteral("{v}"), "CanNotDelete");
        QCOMPARE(made.status, 201);
        QCOMPARE(made.json.value(QLatin1String("type")).toString(), QStringLiteral("Microsoft.Authorization/locks"));
        QVERIFY(made.json.value(QLatin1String("id"))
                    .toString()
                    .endsWith(QLatin1String("/vaults/vault-one/providers/Microsoft.Authorization/locks/keep")));
        QCOMPARE(made.properties().value(QLatin1String("notes")).toString(), QStringLiteral("Fråga Karin först."));
        QCOMPARE(lock(QStringLiteral("{v}"), "ReadOnly").status, 200);
        QCOMPARE(lock(group(), "CanNotDelete", QStringLiteral("alla")).status, 201);
        QCOMPARE(m_world->get(locks(QStringLiteral("{v}"))).names(),
                 QStringList({QStringLiteral("alla"), QStringLiteral("keep")}));
        QCOMPARE(m_world->get(locks(group())).value().size(), 2);
        QCOMPARE(m_world->get(locks(QStringLiteral("/subscriptions/{s}"))).value().size(), 2);
        QCOMPARE(m_world->get(locks(QStringLiteral("/subscriptions/{s}/resourceGroups/rg-north"))).value().size(), 0);
        const auto one = locks(QStringLiteral("{v}")) + QStringLiteral("/KEEP");
        QCOMPARE(m_world->get(one).properties().value(QLatin1String("level")).toString(), QStringLiteral("ReadOnly"));
        QCOMPARE(m_world->remove(one).status, 200); // a lock never locks itself
        QCOMPARE(m_world->remove(one).status, 204);
        QCOMPARE(m_world->get(one).status, 404);
    }

    void refused()
    {
        QCOMPARE(lock(QStringLiteral("{v}"), "Shut").code(), QStringLiteral("InvalidRequestContent"));
        QCOMPARE(lock(QStringLiteral("{v}x"), "ReadOnly").code(), QStringLiteral("ResourceNotFound"));
        QCOMPARE(lock(QStringLiteral("/subscriptions/{s}/resourceGroups/nowhere"), "ReadOnly").code(),
                 QStringLiteral("ResourceGroupNotFound"));
        QCOMPARE(m_world->get(locks(QStringLiteral("{v}x"))).code(), QStringLiteral("ResourceNotFound"));
    }

    void forbids_data()
    {
        QTest::addColumn<bool>("onGroup");
        QTest::addColumn<QString>("level");
        QTest::addColumn<QString>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("free");
        const QString item = QStringLiteral("{v}/") + World::item(QStringLiteral("vm-001"));
        const auto policy = QStringLiteral("{v}/backupPolicies/DefaultPolicy");
        for (const bool onGroup : {false, true}) {
            for (const bool readOnly : {false, true}) {
                const auto row = [&](const char* what, const char* method, const QString& path, bool free) {
                    const auto level = readOnly ? QStringLiteral("ReadOnly") : QStringLiteral("CanNotDelete");
                    QTest::addRow("%s on the %s: %s", qPrintable(level), onGroup ? "group" : "vault", what)
                        << onGroup << level << QString::fromLatin1(method) << path << free;
                };
                row("look", "GET", QStringLiteral("{v}"), true);
                row("blockers", "GET", QStringLiteral("{v}/valv/deletionBlockers"), true);
                row("delete the vault", "DELETE", QStringLiteral("{v}"), false);
                row("delete an item", "DELETE", item, false);
                row("delete a policy", "DELETE", policy, false);
                row("change the vault", "PATCH", QStringLiteral("{v}"), !readOnly);
                row("change the soft delete", "PATCH", QStringLiteral("{v}/backupconfig/vaultconfig"), !readOnly);
                row("back up", "POST", item + QStringLiteral("/backup"), !readOnly);
                row("check now", "POST", QStringLiteral("{v}/valv/checkNow"), !readOnly);
                row("copy now", "POST", QStringLiteral("{v}/valv/copyNow"), !readOnly);
                row("delete the group", "DELETE", group(), false);
                row("change the group", "PUT", group(), !readOnly || !onGroup);
                row("ask for a name", "POST",
                    group()
                        + QStringLiteral("/providers/Microsoft.RecoveryServices/locations/westeurope/"
                                         "checkNameAvailability"),
                    true);
                row("another group", "DELETE", QStringLiteral("/subscriptions/{s}/resourceGroups/rg-north"), true);
            }
        }
    }

    void forbids()
    {
        QFETCH(bool, onGroup);
        QFETCH(QString, level);
        QFETCH(QString, method);
        QFETCH(QString, path);
        QFETCH(bool, free);
        QVERIFY(m_world->protect(QStringLiteral("vm-001")).status == 202);
        QCOMPARE(lock(onGroup ? group() : QStringLiteral("{v}"), level.toLatin1().constData()).status, 201);
        const QJsonObject body{{QStringLiteral("name"), QStringLiteral("x")},
                               {QStringLiteral("properties"), QJsonObject()}};
        const auto reply = method == QLatin1String("GET") ? m_world->get(path)
            : method == QLatin1String("DELETE")           ? m_world->remove(path)
            : method == QLatin1String("PATCH")            ? m_world->patch(path, body)
            : method == QLatin1String("PUT")              ? m_world->put(path, body)
                                                          : m_world->post(path, body);
        if (free) {
            QVERIFY2(reply.code() != QLatin1String("ScopeLocked"), qPrintable(reply.message()));
            return;
        }
        QCOMPARE(reply.status, 409);
        QCOMPARE(reply.code(), QStringLiteral("ScopeLocked"));
        QVERIFY(reply.message().contains(onGroup ? QStringLiteral("resourceGroups/rg-web'")
                                                 : QStringLiteral("vaults/vault-one'")));
    }

    void blockersAreTold()
    {
        QCOMPARE(m_world->get(QStringLiteral("{v}/valv/deletionBlockers")).value().size(), 0);
        QCOMPARE(m_world->protect(QStringLiteral("vm-001")).status, 202);
        QCOMPARE(lock(group(), "CanNotDelete").status, 201);
        const auto value = m_world->get(QStringLiteral("{v}/valv/deletionBlockers")).value();
        QCOMPARE(value.size(), 2);
        QCOMPARE(value.first().toObject().value(QLatin1String("kind")).toString(), QStringLiteral("ProtectedItem"));
        QCOMPARE(value.first().toObject().value(QLatin1String("name")).toString(), QStringLiteral("vm-001"));
        QVERIFY(value.last().toObject().value(QLatin1String("id")).toString().contains(QLatin1String("/locks/keep")));
        QCOMPARE(m_world->get(QStringLiteral("{v}x/valv/deletionBlockers")).status, 404);
    }

    //! Two who choose at once: the later is told, and replaces nothing that was not seen.
    void aStorageConfigThatWasChangedIsNotReplaced()
    {
        const auto config = QStringLiteral("{v}/backupstorageconfig/vaultstorageconfig");
        const auto wish = [](const char* type) {
            return QJsonObject{{QStringLiteral("properties"),
                                QJsonObject{{QStringLiteral("storageModelType"), QString::fromLatin1(type)}}}};
        };
        const auto seen = m_world->get(config).header("ETag").toUtf8();
        QVERIFY(!seen.isEmpty());
        QCOMPARE(m_world->get(config).header("ETag").toUtf8(), seen); // while nothing is changed
        const auto first = m_world->put(config, wish("LocallyRedundant"), {{"If-Match", seen}});
        QCOMPARE(first.status, 200);
        QVERIFY(first.header("ETag").toUtf8() != seen);
        const auto late = m_world->put(config, wish("GeoRedundant"), {{"If-Match", seen}});
        QCOMPARE(late.status, 412);
        QCOMPARE(late.code(), QStringLiteral("PreconditionFailed"));
        QCOMPARE(m_world->get(config).properties().value(QLatin1String("storageModelType")).toString(),
                 QStringLiteral("LocallyRedundant"));
        QCOMPARE(m_world->put(config, wish("GeoRedundant"), {{"If-Match", first.header("ETag").toUtf8()}}).status, 200);
        QCOMPARE(m_world->put(config, wish("LocallyRedundant"), {{"If-Match", "*"}}).status, 200);
        QCOMPARE(m_world->put(config, wish("GeoRedundant")).status, 200); // as Azure's clients do
    }

    void storageIsTold()
    {
        QCOMPARE(m_world->get(QStringLiteral("{v}/valv/storageHistory")).value().size(), 0);
        m_world->protectAndBackup(QStringLiteral("vm-001"));
        m_world->engine().waitForJobs();
        const auto value = m_world->get(QStringLiteral("{v}/valv/storageHistory?days=2")).value();
        QCOMPARE(value.size(), 1);
        QVERIFY(value.first().toObject().value(QLatin1String("storedBytes")).toDouble() > 0);
        QCOMPARE(m_world->get(QStringLiteral("{v}/valv/storageHistory?days=0")).status, 400);
        QCOMPARE(m_world->get(QStringLiteral("{v}/valv/storageHistory?days=x")).status, 400);
    }

    void secondLocationOverTheWire()
    {
        const auto folder = m_world->path(QStringLiteral("second"));
        const auto wish = [](const QString& path) {
            return QJsonObject{{QStringLiteral("properties"),
                                QJsonObject{{QStringLiteral("valv"),
                                             QJsonObject{{QStringLiteral("secondLocation"),
                                                          QJsonObject{{QStringLiteral("folder"), path}}}}}}}};
        };
        const auto config = QStringLiteral("{v}/backupstorageconfig/vaultstorageconfig");
        const auto refused = m_world->put(config, wish(QStringLiteral("second")));
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.json.value(QLatin1String("error"))
                     .toObject()
                     .value(QLatin1String("details"))
                     .toArray()
                     .first()
                     .toObject()
                     .value(QLatin1String("code"))
                     .toString(),
                 QStringLiteral("ValSecondLocationPath"));
        QCOMPARE(m_world->put(config, wish(folder)).status, 200);
        m_world->engine().waitForJobs();
        const auto ours = m_world->get(QStringLiteral("{v}")).properties().value(QLatin1String("valv")).toObject();
        QCOMPARE(ours.value(QLatin1String("secondLocation")).toObject().value(QLatin1String("folder")).toString(),
                 folder);
        QCOMPARE(ours.value(QLatin1String("replication")).toObject().value(QLatin1String("state")).toString(),
                 QStringLiteral("Current"));
        const auto now = m_world->post(QStringLiteral("{v}/valv/copyNow"));
        QCOMPARE(now.status, 200);
        QCOMPARE(now.properties().value(QLatin1String("storageModelType")).toString(), QStringLiteral("GeoRedundant"));
        m_world->engine().waitForJobs();
        // Written back whole, as clients do.
        const auto vault = m_world->get(QStringLiteral("{v}"));
        QCOMPARE(m_world->put(QStringLiteral("{v}"), vault.json).status, 200);
        QCOMPARE(m_world->put(config, wish(QString(QLatin1String("")))).status, 200);
        QVERIFY(!m_world->get(QStringLiteral("{v}"))
                     .properties()
                     .value(QLatin1String("valv"))
                     .toObject()
                     .contains(QLatin1String("secondLocation")));
    }

    void immutabilityOverTheWire()
    {
        const auto until = [](const char* when) {
            return QJsonObject{
                {QStringLiteral("properties"),
                 QJsonObject{{QStringLiteral("valv"),
                              QJsonObject{{QStringLiteral("immutableUntil"), QString::fromLatin1(when)}}}}}};
        };
        const auto locked = m_world->patch(QStringLiteral("{v}"), until("2019-02-01T00:00:00Z"));
        QCOMPARE(locked.status, 200);
        QCOMPARE(locked.properties()
                     .value(QLatin1String("securitySettings"))
                     .toObject()
                     .value(QLatin1String("immutabilitySettings"))
                     .toObject()
                     .value(QLatin1String("state"))
                     .toString(),
                 QStringLiteral("Locked"));
        const auto shorter = m_world->patch(QStringLiteral("{v}"), until("2019-01-20T00:00:00Z"));
        QCOMPARE(shorter.status, 400);
        QCOMPARE(shorter.code(), QStringLiteral("BMSUserErrorInvalidInput"));
        QCOMPARE(m_world->patch(QStringLiteral("{v}"), until("soon")).status, 400);
        QCOMPARE(m_world->patch(QStringLiteral("{v}"), until("2019-03-01T00:00:00Z")).status, 200);
        QCOMPARE(m_world->remove(QStringLiteral("{v}")).status, 400);
        QCOMPARE(m_world->put(QStringLiteral("{v}"), m_world->get(QStringLiteral("{v}")).json).status, 200);
    }
};

VALV_TEST_GUILESS(TestLocks)

} // namespace tst_locks

#include "tst_locks.moc"
