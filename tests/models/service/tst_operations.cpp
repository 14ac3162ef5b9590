// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "world.h"

#include <QRegularExpression>
#include <QTest>

namespace tst_operations {

using namespace valv;
using namespace valv::test;

//! Long-running operations: contract.md 4.
class TestOperations : public QObject
{
    Q_OBJECT

    std::unique_ptr<World> m_world;

    static QString lastPart(const QString& link)
    {
        return link.section(QLatin1Char('?'), 0, 0).section(QLatin1Char('/'), -1);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<World>(2);
        m_world->makeVault();
    }
    void cleanupTestCase() { m_world.reset(); }

    void accepted()
    {
        const auto reply = m_world->protect(QStringLiteral("vm-001"));
        QCOMPARE(reply.status, 202);
        QVERIFY(reply.body.isEmpty());
        QCOMPARE(reply.header("Retry-After"), QStringLiteral("1"));
        const auto status = reply.header("Azure-AsyncOperation");
        const auto location = reply.header("Location");
        static const QRegularExpression form(
            QStringLiteral("^https://test\\.example:8443/subscriptions/[0-9a-f-]{36}/resourceGroups/rg-web/providers/"
                           "Microsoft\\.RecoveryServices/vaults/vault-one/"
                           "backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;rg-web;vm-001/"
                           "protectedItems/"
                           "VM;iaasvmcontainerv2;rg-web;vm-001/operations?(Status|Results)/"
                           "[0-9a-f-]{36}\\?api-version=2023-02-01$"),
            QRegularExpression::CaseInsensitiveOption);
        QVERIFY2(form.match(status).hasMatch(), qPrintable(status));
        QVERIFY(status.contains(QLatin1String("/operationsStatus/")));
        QVERIFY(location.contains(QLatin1String("/operationResults/")));
        QCOMPARE(lastPart(status), lastPart(location));

        m_world->engine().waitForJobs();
        const auto op = lastPart(status);
        const auto answer = m_world->follow(status);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json.value(QLatin1String("id")).toString(), op);
        QCOMPARE(answer.json.value(QLatin1String("name")).toString(), op);
        QCOMPARE(answer.json.value(QLatin1String("status")).toString(), QStringLiteral("Succeeded"));
        QVERIFY(!answer.json.value(QLatin1String("startTime")).toString().isEmpty());
        QCOMPARE(answer.properties().value(QLatin1String("objectType")).toString(),
                 QStringLiteral("OperationStatusJobExtendedInfo"));
        const auto job = answer.properties().value(QLatin1String("jobId")).toString();
        QVERIFY(job != op);
        QCOMPARE(m_world->get(QStringLiteral("{v}/backupJobs/") + job).status, 200);
        const auto result = m_world->follow(location);
        QCOMPARE(result.status, 200);
        QCOMPARE(result.json.value(QLatin1String("name")).toString(),
                 QStringLiteral("VM;iaasvmcontainerv2;rg-web;vm-001"));
    }

    //! az takes the last part of a link and asks the vault.
    void anyPathFindsAnyOperation_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("vault") << QStringLiteral("{v}/backupOperations/");
        QTest::newRow("vault, another case") << QStringLiteral("{v}/BackupOperations/");
        QTest::newRow("fabric") << QStringLiteral("{v}/backupFabrics/Azure/operationsStatus/");
        QTest::newRow("item") << QStringLiteral("{i}/operationsStatus/");
        QTest::newRow("job") << QStringLiteral("{v}/backupJobs/x/operationsStatus/");
    }
    void anyPathFindsAnyOperation()
    {
        QFETCH(QString, path);
        const auto refreshed = m_world->post(QStringLiteral("{v}/backupFabrics/Azure/refreshContainers"));
        const auto op = lastPart(refreshed.header("Location"));
        const auto answer = m_world->get(path + op);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json.value(QLatin1String("id")).toString(), op);
        QCOMPARE(m_world->get(path + QStringLiteral("11111111-2222-4333-8444-555555555555")).status, 404);
    }

    void refresh()
    {
        const auto reply = m_world->post(QStringLiteral("{v}/backupFabrics/Azure/refreshContainers"));
        QCOMPARE(reply.status, 202);
        QVERIFY(reply.header("Azure-AsyncOperation").contains(QLatin1String("/backupFabrics/Azure/operationsStatus/")));
        const auto location = reply.header("Location");
        QVERIFY(location.contains(QLatin1String("/backupFabrics/Azure/operationResults/")));
        const auto first = m_world->follow(location);
        if (first.status == 202) {
            QCOMPARE(first.header("Location"), location);
            QCOMPARE(first.header("Retry-After"), QStringLiteral("1"));
        }
        QTRY_COMPARE(m_world->follow(location).status, 204);
        const auto done = m_world->follow(reply.header("Azure-AsyncOperation"));
        QCOMPARE(done.json.value(QLatin1String("status")).toString(), QStringLiteral("Succeeded"));
        QVERIFY(!done.json.contains(QLatin1String("properties")));
    }

    void linksUseTheRequestsHost()
    {
        const auto answer = m_world->router().handle(
            {contract::Method::Post,
             QString(
                 QStringLiteral("/subscriptions/") + m_world->subscription()
                 + QStringLiteral(
                     "/resourceGroups/rg-web/providers/Microsoft.RecoveryServices/vaults/vault-one/backupFabrics/Azure/"
                     "refreshContainers?api-version=2016-12-01")),
             {},
             {}},
            {}, QStringLiteral("https://[::1]:99"));
        const auto location = contract::header(answer.headers, "Location");
        QVERIFY(location.startsWith("https://[::1]:99/subscriptions/"));
        QVERIFY(location.endsWith("?api-version=2016-12-01"));
    }
};

VALV_TEST_GUILESS(TestOperations)

} // namespace tst_operations

#include "tst_operations.moc"
