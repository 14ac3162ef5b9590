// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/armid.h"
#include "support/testprogram.h"

#include <QSet>
#include <QTest>

namespace tst_armid {

using valv::ArmId;

class TestArmId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parse_data();
    void parse();
    void parts();
    void comparedWithoutCase();
    void order_data();
    void order();
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

void TestArmId::order_data()
{
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("expected"); // below 0, 0, above 0
    const QString before = QStringLiteral("/subscriptions/00000000-0000-4000-8000-000000000000/resourceGroups/");
    const auto add = [&before](const char* row, const QString& a, const QString& b, int expected) {
        QTest::newRow(row) << QString(before + a) << QString(before + b) << expected;
    };
    add("alike", QStringLiteral("rg"), QStringLiteral("rg"), 0);
    add("another case", QStringLiteral("RG-web"), QStringLiteral("rg-WEB"), 0);
    add("the last letter", QStringLiteral("rg-a"), QStringLiteral("rg-B"), -1);
    add("case before the difference", QStringLiteral("RG-b"), QStringLiteral("rg-A"), 1);
    add("one goes on", QStringLiteral("rg"), QStringLiteral("RG-1"), -1);
    add("far behind", QString(100, u'a') + u'X', QString(100, u'A') + u'y', -1);
    add("beyond Latin letters", QStringLiteral("åsa"), QStringLiteral("ÅSA"), 0);
    add("a letter beyond them follows", QStringLiteral("rz"), QStringLiteral("rå"), -1);
    add("two beyond them", QStringLiteral("Öst"), QStringLiteral("äst"), 1);
    add("of another length in UTF-8", QStringLiteral("\u212A"), QStringLiteral("k"), 0); // the sign of kelvin
    add("behind such a one", QStringLiteral("\u212Ab"), QStringLiteral("kA"), 1);
}

void TestArmId::order()
{
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(int, expected);
    const auto left = *ArmId::parse(a);
    const auto right = *ArmId::parse(b);
    const auto sign = [](int order) { return order < 0 ? -1 : order > 0 ? 1 : 0; };
    QCOMPARE(sign(left.compare(right)), expected);
    QCOMPARE(sign(right.compare(left)), -expected);
    QCOMPARE(left == right, expected == 0);
    QCOMPARE(left < right, expected < 0);
    if (expected == 0) {
        QCOMPARE(qHash(left, 7), qHash(right, 7));
    }
}

void TestArmId::madeIds()
{
    QCOMPARE(ArmId::virtualMachine(QStringLiteral("s"), QStringLiteral("rg"), QStringLiteral("vm")).text(),
             QStringLiteral("/subscriptions/s/resourceGroups/rg/providers/Microsoft.Compute/virtualMachines/vm"));
    QCOMPARE(ArmId::vault(QStringLiteral("s"), QStringLiteral("rg"), QStringLiteral("v")).text(),
             QStringLiteral("/subscriptions/s/resourceGroups/rg/providers/Microsoft.RecoveryServices/vaults/v"));
}

VALV_TEST_GUILESS(TestArmId)

} // namespace tst_armid

#include "tst_armid.moc"
