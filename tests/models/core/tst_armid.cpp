// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/armid.h"

#include <QSet>
#include <QTest>

using valv::ArmId;

class TestArmId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_data();
    void parse();
    void parts();
    void comparedWithoutCase();
    void madeIds();
};

void TestArmId::parse_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // empty: no id
    const auto add = [](const char* row, const char* text, const char* expected) {
        QTest::newRow(row) << QString::fromLatin1(text) << QString::fromLatin1(expected);
    };
    add("subscription", "/subscriptions/s", "/subscriptions/s");
    add("spelling kept", "/Subscriptions/S/resourcegroups/Rg", "/Subscriptions/S/resourcegroups/Rg");
    add("final and doubled slashes", "/subscriptions//s/resourceGroups/rg/", "/subscriptions/s/resourceGroups/rg");
    add("a whole address", "https://host:8443/subscriptions/s", "/subscriptions/s");
    add("semicolons", "/subscriptions/s/protectedItems/VM;iaasvmcontainerv2;rg;vm",
        "/subscriptions/s/protectedItems/VM;iaasvmcontainerv2;rg;vm");
    add("empty", "", "");
    add("a slash", "/", "");
    add("an address without path", "https://host", "");
    add("no leading slash", "subscriptions/s", "");
    add("a name is missing", "/subscriptions/s/resourceGroups", "");
    add("something else", "/tenants/t", "");
}

void TestArmId::parse()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto id = ArmId::parse(text);
    QCOMPARE(id.has_value(), !expected.isEmpty());
    if (id) {
        QCOMPARE(id->text(), expected);
    }
}

void TestArmId::parts()
{
    const auto vault = ArmId::vault(QStringLiteral("s"), QStringLiteral("rg"), QStringLiteral("v"));
    const auto policy = vault.child(QStringLiteral("backupPolicies"), QStringLiteral("p"));
    QCOMPARE(policy.name(), QStringLiteral("p"));
    QCOMPARE(policy.value(u"BACKUPPOLICIES"), QStringLiteral("p"));
    QCOMPARE(policy.value(u"backupJobs"), QString());
    QCOMPARE(policy.subscriptionId(), QStringLiteral("s"));
    QCOMPARE(policy.resourceGroup(), QStringLiteral("rg"));
    QCOMPARE(policy.providerNamespace(), QStringLiteral("Microsoft.RecoveryServices"));
    QCOMPARE(policy.parent(), vault);
    QCOMPARE(policy.vaultId(), vault);
    QCOMPARE(vault.parent(), ArmId::resourceGroup(QStringLiteral("s"), QStringLiteral("rg"))); // without the provider
    QVERIFY(ArmId::subscription(QStringLiteral("s")).parent().isEmpty());
    QVERIFY(ArmId::subscription(QStringLiteral("s")).vaultId().isEmpty());
    QVERIFY(ArmId().isEmpty() && ArmId().name().isEmpty() && ArmId().parent().isEmpty());
}

void TestArmId::comparedWithoutCase()
{
    const auto one = *ArmId::parse(QStringLiteral("/subscriptions/S/resourceGroups/MALMÖ"));
    const auto other = *ArmId::parse(QStringLiteral("/Subscriptions/s/resourcegroups/malmö"));
    QCOMPARE(one, other);
    QCOMPARE(qHash(one), qHash(other));
    QVERIFY(!(one < other) && !(other < one));
    QCOMPARE((QSet<ArmId>{one, other}).size(), 1);
}

void TestArmId::madeIds()
{
    QCOMPARE(ArmId::virtualMachine(QStringLiteral("s"), QStringLiteral("rg"), QStringLiteral("vm")).text(),
             QStringLiteral("/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm"));
    QCOMPARE(ArmId::vault(QStringLiteral("s"), QStringLiteral("rg"), QStringLiteral("v")).text(),
             QStringLiteral("/subscriptions/s/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v"));
}

QTEST_GUILESS_MAIN(TestArmId)
#include "tst_armid.moc"
