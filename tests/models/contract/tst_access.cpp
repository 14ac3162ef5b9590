// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/access.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_access {

using namespace valv;
using contract::Method;

class AccessTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! The names are those of Azure's resource provider operations.
    void aRequestIsNamedAsAccessControlDoes_data()
    {
        QTest::addColumn<int>("method");
        QTest::addColumn<QString>("below"); // of the vault
        QTest::addColumn<QString>("action"); // of Microsoft.RecoveryServices
        QTest::addColumn<QString>("resource");
        const auto row = [](const char* name, Method method, const QString& below, const char* action,
                            const QString& resource) {
            QTest::newRow(name) << static_cast<int>(method) << below << QString::fromLatin1(action) << resource;
        };
        const auto item =
            QStringLiteral("/backupFabrics/Azure/protectionContainers/IaasVMContainer;a/protectedItems/VM;a");
        row("a vault is saved", Method::Put, {}, "vaults/write", {});
        row("part of a vault is saved", Method::Patch, {}, "vaults/write", {});
        row("a vault is deleted", Method::Delete, {}, "vaults/delete", {});
        row("a policy is deleted", Method::Delete, QStringLiteral("/backupPolicies/Guld"),
            "vaults/backuppolicies/delete", QStringLiteral("/backupPolicies/Guld"));
        row("an item is backed up", Method::Post, item + QStringLiteral("/backup"),
            "vaults/backupfabrics/protectioncontainers/protecteditems/backup/action", item);
        row("an item is changed", Method::Put, item, "vaults/backupfabrics/protectioncontainers/protecteditems/write",
            item);
        row("a point is restored", Method::Post, item + QStringLiteral("/recoveryPoints/1/restore"),
            "vaults/backupfabrics/protectioncontainers/protecteditems/recoverypoints/restore/action",
            item + QStringLiteral("/recoveryPoints/1"));
        row("reading asks for nothing that is remembered", Method::Get, item, "", {});
    }
    void aRequestIsNamedAsAccessControlDoes()
    {
        QFETCH(int, method);
        QFETCH(QString, below);
        QFETCH(QString, action);
        QFETCH(QString, resource);
        const auto vault = QStringLiteral("/subscriptions/s/resourceGroups/rg/providers/Microsoft.RecoveryServices/"
                                          "vaults/valv-1");
        const auto asked = contract::accessAction(static_cast<Method>(method),
                                                  vault + below + QStringLiteral("?api-version=2023-02-01"));
        QCOMPARE(asked.has_value(), !action.isEmpty());
        if (asked) {
            QCOMPARE(asked->name, QStringLiteral("microsoft.recoveryservices/") + action);
            QCOMPARE(asked->resource.text(), vault + resource);
        }
    }

    void theLastProviderHasTheType()
    {
        const auto asked = contract::accessAction(
            Method::Delete,
            QStringLiteral("/subscriptions/s/resourceGroups/rg/providers/Microsoft.RecoveryServices/"
                           "vaults/v/providers/Microsoft.Authorization/locks/keep"));
        QVERIFY(asked);
        QCOMPARE(asked->name, QStringLiteral("microsoft.authorization/locks/delete"));
        QVERIFY(!contract::accessAction(Method::Put, QStringLiteral("/subscriptions/s/resourceGroups/rg")));
        QVERIFY(!contract::accessAction(Method::Post, QStringLiteral("/nothing")));
    }
};

VALV_TEST_GUILESS(AccessTest)

} // namespace tst_access

#include "tst_access.moc"
