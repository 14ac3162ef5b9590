// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/catalogue.h"
#include "models/engine/enginetest.h"
#include "support/testprogram.h"

#include <QSet>

namespace tst_enginerules {

using namespace valv;
using namespace valv::test;
using contract::ProtectionRule;

//! Machines that protect themselves.
class EngineRules : public QObject
{
    Q_OBJECT
private:
    static void prepare(Bench& bench)
    {
        addVm(*bench.estate, "web1", {randomBytes(64 * 1024, 1)});
        addVm(*bench.estate, "web2", {randomBytes(64 * 1024, 2)});
        addVm(*bench.estate, "db1", {randomBytes(64 * 1024, 3)});
        addVm(*bench.estate, "web-far", {randomBytes(64 * 1024, 4)}, "westeurope");
        VALV_VERIFY(bench.open());
        VALV_VERIFY(bench.makeVault());
    }
    static ProtectionRule rule(const Bench& bench, const QString& pattern)
    {
        ProtectionRule rule;
        rule.id = bench.vaultId().child(QStringLiteral("valvProtectionRules"), QStringLiteral("web-servers"));
        rule.policyName = QStringLiteral("DefaultPolicy");
        rule.namePattern = pattern;
        return rule;
    }
    static QStringList items(const Bench& bench)
    {
        QStringList names;
        for (const auto& item : bench.engine->protectedItems(bench.vaultId()).value_or(QList<ProtectedItem>())) {
            names.append(item.friendlyName);
        }
        return names;
    }
    //! The list of machines is new, and looked at.
    static void lookAgain(Bench& bench)
    {
        const auto accepted = bench.engine->refreshInventory();
        VALV_VERIFY(accepted);
        QTRY_VERIFY(bench.engine->operation(bench.vaultId(), accepted->operationId)->status
                    == contract::OperationState::Succeeded);
        bench.engine->tick();
        bench.engine->waitForJobs();
    }

private Q_SLOTS:
    void protectsWhatFitsNowAndLater();
    void previewSaysWhyNot();
    void aPersonsDecisionStands();
    void offAndGone();
    void itsPolicyIsNotDeleted_data();
    void itsPolicyIsNotDeleted();
    void refused();
    void entityTags();
    void rulesOfBeforeGoIntoTheirVault();
};

void EngineRules::protectsWhatFitsNowAndLater()
{
    Bench bench;
    prepare(bench);
    const auto written = bench.engine->putProtectionRule(rule(bench, QStringLiteral("web*")), {});
    VALV_VERIFY(written);
    QVERIFY(written->created);
    QCOMPARE(items(bench), (QStringList{QStringLiteral("web1"), QStringLiteral("web2")})); // not the far one, not db1
    QCOMPARE(bench.engine->protectedItem(bench.itemId(QStringLiteral("web1")))->policyName,
             QStringLiteral("DefaultPolicy"));
    AlertQuery query;
    query.severity = contract::AlertSeverity::Information;
    QCOMPARE(bench.engine->alerts(query)->size(), 2);
    QCOMPARE(bench.engine->alerts(query)->first().facts.value(QStringLiteral("rule")), QStringLiteral("web-servers"));
    JobQuery jobs;
    jobs.operation = QStringLiteral("ConfigureBackup");
    QCOMPARE(bench.engine->jobs(bench.vaultId(), jobs)->size(), 2);

    addVm(*bench.estate, "web3", {randomBytes(64 * 1024, 5)});
    lookAgain(bench);
    QCOMPARE(items(bench).size(), 3);
    bench.engine->tick();
    QCOMPARE(bench.engine->jobs(bench.vaultId(), jobs)->size(), 3); // once each
    bench.close();
    VALV_VERIFY(bench.open());
    QCOMPARE(bench.engine->protectionRules(bench.vaultId())->first().namePattern, QStringLiteral("web*"));
}

void EngineRules::previewSaysWhyNot()
{
    Bench bench;
    prepare(bench);
    VALV_VERIFY(bench.makeVault(QStringLiteral("other")));
    contract::ProtectRequest request;
    request.sourceResourceId = bench.vmId(QStringLiteral("web2"));
    request.policyId = bench.policyId(QStringLiteral("DefaultPolicy"), QStringLiteral("other"));
    VALV_VERIFY(bench.engine->protect(bench.itemId(QStringLiteral("web2"), QStringLiteral("other")), request));
    const auto preview = bench.engine->previewProtectionRule(rule(bench, QStringLiteral("web*")));
    VALV_VERIFY(preview);
    QCOMPARE(preview->protectedNow(), 1);
    QCOMPARE(preview->machines.size(), 3);
    QCOMPARE(preview->machines[0].name, QStringLiteral("web-far"));
    QCOMPARE(preview->machines[0].reason, QStringLiteral("RegionMismatch"));
    QCOMPARE(preview->machines[1].reason, QString());
    QCOMPARE(preview->machines[2].reason, QStringLiteral("AlreadyProtected"));
    QCOMPARE(preview->machines[2].vault, QStringLiteral("other"));
    QVERIFY(items(bench).isEmpty()); // nothing was done
}

void EngineRules::aPersonsDecisionStands()
{
    Bench bench;
    prepare(bench);
    VALV_VERIFY(bench.engine->putProtectionRule(rule(bench, QStringLiteral("web1")), {}));
    contract::ProtectRequest stop;
    stop.state = contract::ProtectionState::ProtectionStopped;
    const auto item = bench.itemId(QStringLiteral("web1"));
    VALV_VERIFY(bench.engine->protect(item, stop));
    bench.engine->tick();
    bench.engine->waitForJobs();
    QCOMPARE(bench.engine->protectedItem(item)->state, contract::ProtectionState::ProtectionStopped);
    VALV_VERIFY(bench.engine->deleteProtection(item)); // softly
    bench.engine->tick();
    bench.engine->waitForJobs();
    QVERIFY(bench.engine->protectedItem(item)->softDeleted);
}

void EngineRules::itsPolicyIsNotDeleted_data()
{
    QTest::addColumn<bool>("enabled");
    QTest::newRow("on") << true;
    QTest::newRow("off") << false;
}

void EngineRules::itsPolicyIsNotDeleted()
{
    QFETCH(bool, enabled);
    Bench bench;
    prepare(bench);
    auto held = rule(bench, QStringLiteral("none-yet-*"));
    held.policyName = QStringLiteral("DEFAULTPOLICY");
    held.enabled = enabled;
    VALV_VERIFY(bench.engine->putProtectionRule(held, {}));
    const auto policy = bench.policyId(QStringLiteral("DefaultPolicy"));
    const auto refused = bench.engine->deletePolicy(policy, {});
    QCOMPARE(codeOf(refused), QStringLiteral("BMSUserErrorPolicyObjectInUse"));
    QCOMPARE(detailOf(refused), QStringLiteral("PolicyInUseByRule"));
    QCOMPARE(QString::fromStdString(refused.error().details.front().target), held.id.text());
    QVERIFY(QString::fromStdString(refused.error().message).contains(QStringLiteral("web-servers")));
    // An item that uses it is named beside the rule.
    VALV_VERIFY(bench.protect(QStringLiteral("db1"), QStringLiteral("DefaultPolicy")));
    const auto both = bench.engine->deletePolicy(policy, {});
    QCOMPARE(both.error().details.size(), std::size_t(2));
    QCOMPARE(detailOf(both), QStringLiteral("PolicyInUse"));
    VALV_VERIFY(bench.engine->policy(policy));
    // It goes when nothing uses it.
    VALV_VERIFY(bench.engine->deleteProtectionRule(held.id, {}));
    QCOMPARE(bench.engine->deletePolicy(policy, {}).error().details.size(), std::size_t(1));
}

void EngineRules::offAndGone()
{
    Bench bench;
    prepare(bench);
    auto off = rule(bench, QStringLiteral("*"));
    off.enabled = false;
    VALV_VERIFY(bench.engine->putProtectionRule(off, {}));
    bench.engine->tick();
    QVERIFY(items(bench).isEmpty());
    const auto removed = bench.engine->deleteProtectionRule(off.id, {});
    VALV_VERIFY(removed);
    QVERIFY(*removed);
    QVERIFY(!*bench.engine->deleteProtectionRule(off.id, {}));
    QVERIFY(bench.engine->protectionRules(bench.vaultId())->isEmpty());
    QCOMPARE(codeOf(bench.engine->protectionRule(off.id)), QStringLiteral("BMSUserErrorObjectNotFound"));
}

void EngineRules::refused()
{
    Bench bench;
    prepare(bench);
    QCOMPARE(detailOf(bench.engine->putProtectionRule(rule(bench, {}), {})), QStringLiteral("ValRuleCondition"));
    auto noPolicy = rule(bench, QStringLiteral("*"));
    noPolicy.policyName = QStringLiteral("nowhere");
    QCOMPARE(detailOf(bench.engine->putProtectionRule(noPolicy, {})), QStringLiteral("ValPolicyRequired"));
    QCOMPARE(detailOf(bench.engine->previewProtectionRule(noPolicy)), QStringLiteral("ValPolicyRequired"));
    QVERIFY(items(bench).isEmpty());
}

void EngineRules::entityTags()
{
    Bench bench;
    prepare(bench);
    const auto first = bench.engine->putProtectionRule(rule(bench, QStringLiteral("none")), {});
    VALV_VERIFY(first);
    VALV_VERIFY(bench.engine->putProtectionRule(rule(bench, QStringLiteral("none2")), first->value.etag));
    QCOMPARE(codeOf(bench.engine->putProtectionRule(rule(bench, QStringLiteral("*")), first->value.etag)),
             QStringLiteral("PreconditionFailed"));
    QCOMPARE(codeOf(bench.engine->deleteProtectionRule(first->value.id, first->value.etag)),
             QStringLiteral("PreconditionFailed"));
}

//! The catalogue of a version that kept rules in the catalogue alone.
void EngineRules::rulesOfBeforeGoIntoTheirVault()
{
    Bench bench;
    prepare(bench);
    const QDir vaults(bench.path(QStringLiteral("data/vaults")));
    const QDir documents(
        vaults.filePath(vaults.entryList(QDir::Dirs | QDir::NoDotAndDotDot).value(0) + QStringLiteral("/documents")));
    QVERIFY(documents.exists());
    const auto names = [&documents] {
        const auto list = QDir(documents.path()).entryList(QDir::Files);
        return QSet<QString>(list.begin(), list.end());
    };
    const auto before = names();
    VALV_VERIFY(bench.engine->putProtectionRule(rule(bench, QStringLiteral("nothing*")), {}));
    const auto ofRule = names() - before;
    QCOMPARE(ofRule.size(), 1);
    const auto file = documents.filePath(*ofRule.begin());
    bench.close();
    QVERIFY(QFile::remove(file));
    {
        const auto catalogue = Catalogue::open(bench.path(QStringLiteral("data/catalogue.sqlite")));
        VALV_VERIFY(catalogue);
        const auto changed = (*catalogue)->write(QStringLiteral("UPDATE protection_rules SET in_vault=0"));
        VALV_VERIFY(changed);
        QCOMPARE(*changed, 1);
    }
    VALV_VERIFY(bench.open());
    bench.engine->tick();
    bench.engine->waitForJobs();
    QVERIFY(QFile::exists(file));
    QCOMPARE(bench.engine->protectionRules(bench.vaultId())->size(), 1);

    QVERIFY(QFile::remove(file)); // once, not again and again
    bench.engine->tick();
    bench.engine->waitForJobs();
    QVERIFY(!QFile::exists(file));
}

VALV_TEST_GUILESS(EngineRules)

} // namespace tst_enginerules

#include "tst_enginerules.moc"
