// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "world.h"

#include <QFile>
#include <QJsonObject>
#include <QTest>
#include <QUrl>

namespace tst_servicelists {

using namespace valv;
using namespace valv::test;

namespace {

constexpr int machines = 250;

} // namespace

//! Lists, pages and filters: contract.md 5.
class TestServiceLists : public QObject
{
    Q_OBJECT

    std::unique_ptr<World> m_world;

    //! All names, as a client that follows nextLink sees them; sizes gets how many each page held.
    QStringList all(const QString& path, QList<int>& sizes)
    {
        QStringList names;
        auto reply = m_world->get(path);
        while (true) {
            if (reply.status != 200) {
                return {reply.code()};
            }
            sizes.append(static_cast<int>(reply.value().size()));
            names += reply.names();
            const auto next = reply.json.value(QLatin1String("nextLink")).toString();
            if (next.isEmpty()) {
                return names;
            }
            if (!next.startsWith(base() + QLatin1Char('/'))
                || !next.contains(QLatin1String("api-version=2023-02-01"))) {
                return {next};
            }
            reply = m_world->follow(next);
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_world = std::make_unique<World>(machines);
        m_world->makeVault();
        for (int i = 1; i <= machines; ++i) {
            QCOMPARE(m_world->protect(QStringLiteral("vm-%1").arg(i, 3, 10, QLatin1Char('0'))).status, 202);
        }
        m_world->engine().waitForJobs();
    }
    void cleanupTestCase() { m_world.reset(); }

    void pages_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QList<int>>("sizes");
        const auto items = QStringLiteral("{v}/backupProtectedItems");
        QTest::newRow("items") << items << QList<int>{100, 100, 50};
        QTest::newRow("containers") << QStringLiteral("{v}/backupProtectionContainers") << QList<int>{100, 100, 50};
        QTest::newRow("jobs") << QStringLiteral("{v}/backupJobs") << QList<int>{100, machines - 100}; // the first page is small
        QTest::newRow("a filter goes along")
            << QString(items + QStringLiteral("?$filter=policyName+eq+'defaultpolicy'+and+itemType+eq+'VM'"))
            << QList<int>{100, 100, 50};
        QTest::newRow("top below a page") << QString(items + QStringLiteral("?$top=7")) << QList<int>{7};
        QTest::newRow("top beyond a page") << QString(items + QStringLiteral("?$top=130")) << QList<int>{100, 30};
        QTest::newRow("top of a whole page") << QString(items + QStringLiteral("?$top=100")) << QList<int>{100};
        QTest::newRow("top of nothing") << QString(items + QStringLiteral("?$top=0")) << QList<int>{0};
        QTest::newRow("top of more than there are")
            << QString(items + QStringLiteral("?%24top=1000")) << QList<int>{100, 100, 50};
        QTest::newRow("machines") << QStringLiteral("/subscriptions/{s}/providers/Microsoft.Compute/virtualMachines")
                                  << QList<int>{100, machines + 1 - 100};
    }
    void pages()
    {
        QFETCH(QString, path);
        QFETCH(QList<int>, sizes);
        QList<int> seen;
        const auto names = all(path, seen);
        QCOMPARE(seen, sizes);
        auto unique = names;
        QCOMPARE(unique.removeDuplicates(), 0);
    }

    void machineThatAppearsBetweenPages()
    {
        World world(101);
        const auto machines = QStringLiteral("/subscriptions/{s}/providers/Microsoft.Compute/virtualMachines");
        const auto first = world.get(machines);
        QVERIFY(QFile::copy(world.path(QStringLiteral("images/vm-001.raw")),
                            world.path(QStringLiteral("images/zz-new.raw"))));
        world.clock().advance(std::chrono::seconds(6));
        const auto second = world.follow(first.json.value(QLatin1String("nextLink")).toString());
        QCOMPARE(second.names(), (QStringList{QStringLiteral("vm-100"), QStringLiteral("vm-101")})); // of the same list
        const auto again = world.follow(world.get(machines).json.value(QLatin1String("nextLink")).toString());
        QCOMPARE(again.names(),
                 (QStringList{QStringLiteral("vm-100"), QStringLiteral("vm-101"), QStringLiteral("zz-new")}));
    }

    void order()
    {
        QList<int> sizes;
        auto names = all(QStringLiteral("{v}/backupProtectedItems"), sizes);
        auto sorted = names;
        sorted.sort(Qt::CaseInsensitive);
        QCOMPARE(names, sorted);
    }

    void rowsThatGoBetweenPages()
    {
        const auto first = m_world->get(QStringLiteral("{v}/backupProtectedItems"));
        QCOMPARE(m_world
                     ->patch(QStringLiteral("{v}/backupconfig/vaultconfig"),
                             {{QStringLiteral("properties"),
                               QJsonObject{{QStringLiteral("softDeleteFeatureState"), QStringLiteral("Disabled")}}}})
                     .status,
                 200);
        QCOMPARE(m_world->remove(QStringLiteral("{v}/") + World::item(QStringLiteral("vm-050"))).status, 202);
        m_world->engine().waitForJobs();
        const auto second = m_world->follow(first.json.value(QLatin1String("nextLink")).toString());
        QCOMPARE(second.names().constFirst(), QStringLiteral("VM;iaasvmcontainerv2;rg-web;vm-101"));
    }

    void itemFilters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<int>("count");
        QTest::newRow("friendly name") << QStringLiteral("friendlyName eq 'VM-007'") << 1;
        QTest::newRow("container, short") << QStringLiteral("containerName eq 'iaasvmcontainerv2;rg-web;vm-007'") << 1;
        QTest::newRow("container, long") << QStringLiteral(
            "containerName eq 'IaasVMContainer;iaasvmcontainerv2;RG-WEB;vm-007'")
                                         << 1;
        QTest::newRow("another type") << QStringLiteral("itemType eq 'FileFolder'") << 0;
        QTest::newRow("another management") << QStringLiteral("backupManagementType eq 'MAB'") << 0;
        QTest::newRow("another policy") << QStringLiteral("policyName eq 'Other'") << 0;
        QTest::newRow("two names") << QStringLiteral("friendlyName eq 'vm-007' and friendlyname eq 'vm-008'") << 1;
        QTest::newRow("spaces") << QStringLiteral("   friendlyName   eq   'vm-007'  ") << 1;
        QTest::newRow("a quote in the value") << QStringLiteral("friendlyName eq 'vm''7'") << 0;
    }
    void itemFilters()
    {
        QFETCH(QString, filter);
        const auto reply = m_world->get(QStringLiteral("{v}/backupProtectedItems?$filter=")
                                        + QString::fromLatin1(QUrl::toPercentEncoding(filter)));
        QCOMPARE(reply.status, 200);
        QTEST(static_cast<int>(reply.value().size()), "count");
    }

    void jobFilters_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("some");
        QTest::newRow("operation") << QStringLiteral("operation eq 'configurebackup'") << true;
        QTest::newRow("another operation") << QStringLiteral("operation eq 'Restore'") << false;
        QTest::newRow("status") << QStringLiteral("status eq 'Completed'") << true;
        QTest::newRow("another status") << QStringLiteral("status eq 'Failed'") << false;
        QTest::newRow("window, 12 hours")
            << QStringLiteral("startTime eq '2019-01-09 11:00:00 AM' and endTime eq '2019-01-09 01:00:00 PM'") << true;
        QTest::newRow("window, 24 hours")
            << QStringLiteral("startTime eq '2019-01-09 11:00:00' and endTime eq '2019-01-09 13:00:00'") << true;
        QTest::newRow("window, ISO") << QStringLiteral("startTime eq '2019-01-09T11:00:00Z'") << true;
        QTest::newRow("window before") << QStringLiteral(
            "startTime eq '2019-01-08 12:00:00 AM' and endTime eq '2019-01-09 12:00:00 AM'")
                                       << false;
        QTest::newRow("item") << QStringLiteral("entityFriendlyName eq 'vm-007'") << true;
        QTest::newRow("another item") << QStringLiteral("entityFriendlyName eq 'vm-999'") << false;
        QTest::newRow("management type") << QStringLiteral("backupManagementType eq 'AzureStorage'") << false;
        QTest::newRow("job") << QStringLiteral("jobId eq '11111111-2222-4333-8444-555555555555'") << false;
    }
    void jobFilters()
    {
        QFETCH(QString, filter);
        const auto reply = m_world->get(QStringLiteral("{v}/backupJobs?$filter=")
                                        + QString::fromLatin1(QUrl::toPercentEncoding(filter)));
        QCOMPARE(reply.status, 200);
        QTEST(!reply.value().isEmpty(), "some");
    }
};

VALV_TEST_GUILESS(TestServiceLists)

} // namespace tst_servicelists

#include "tst_servicelists.moc"
