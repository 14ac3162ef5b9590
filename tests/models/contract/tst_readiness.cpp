// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/backupjob.h"
#include "contract/protectionrule.h"
#include "contract/readiness.h"
#include "support/testprogram.h"

#include <QElapsedTimer>
#include <QTest>

namespace tst_readiness {

using namespace valv;
using namespace valv::contract;

//! Pure judgements on what the wire brings: whether a machine is ready, whether a job is slow, whether a rule fits.
class TestReadiness : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void machine_data();
    void machine();
    void slow_data();
    void slow();
    void rule_data();
    void rule();
    void ruleChecks_data();
    void ruleChecks();
    void quickOnNastyPatterns();
};

using MachineChange = std::function<void(VirtualMachine&)>;
} // namespace tst_readiness
Q_DECLARE_METATYPE(tst_readiness::MachineChange)
namespace tst_readiness {
using RuleChange = std::function<void(ProtectionRule&)>;
} // namespace tst_readiness
Q_DECLARE_METATYPE(tst_readiness::RuleChange)
namespace tst_readiness {

void TestReadiness::machine_data()
{
    QTest::addColumn<MachineChange>("change");
    QTest::addColumn<qint64>("freeBytes");
    QTest::addColumn<QString>("notes"); // obstacles with an exclamation mark
    const auto row = [](const char* name, MachineChange change, const char* notes, qint64 freeBytes = -1) {
        QTest::newRow(name) << std::move(change) << freeBytes << QString::fromLatin1(notes);
    };
    row(
        "ready", [](auto&) {}, "");
    row(
        "off", [](auto& m) { m.power = PowerState::Deallocated; }, "VmPoweredOff");
    row(
        "off: the agent can't be ready",
        [](auto& m) {
            m.power = PowerState::Stopped;
            m.agent = AgentState::NotReady;
        },
        "VmPoweredOff");
    row(
        "agent not ready", [](auto& m) { m.agent = AgentState::NotReady; }, "VmAgentNotReady");
    row(
        "agent out of date", [](auto& m) { m.agent = AgentState::OutOfDate; }, "VmAgentOutOfDate");
    row(
        "no agent", [](auto& m) { m.agent = AgentState::NotInstalled; }, "VmAgentMissing");
    row(
        "an agent that nobody knows of says nothing", [](auto& m) { m.agent = AgentState::Unknown; }, "");
    row(
        "encrypted", [](auto& m) { m.encrypted = true; }, "VmEncrypted");
    row(
        "no disks", [](auto& m) { m.disks.clear(); }, "VmHasNoDisk!");
    row(
        "a problem first, and it explains the missing disks",
        [](auto& m) {
            m.problem = Error{"DiskMissing", {}, {}, {}, {}};
            m.disks.clear();
            m.encrypted = true;
        },
        "VmProblem! VmEncrypted");
    row(
        "room for what is allocated", [](auto&) {}, "", 300);
    row(
        "one byte too little", [](auto&) {}, "VaultNearlyFull", 299);
    row(
        "what is not told counts whole", [](auto& m) { m.disks[0].allocatedBytes = -1; }, "VaultNearlyFull", 1099);
}

void TestReadiness::machine()
{
    QFETCH(MachineChange, change);
    QFETCH(qint64, freeBytes);
    QFETCH(QString, notes);
    VirtualMachine machine;
    machine.power = PowerState::Running;
    machine.agent = AgentState::Ready;
    machine.disks = {{QStringLiteral("os"), -1, true, 1000, 200, {}, {}},
                     {QStringLiteral("d"), 0, false, 500, 100, {}, {}}};
    change(machine);
    QStringList found;
    for (const auto& note : readiness(machine, freeBytes < 0 ? std::nullopt : std::optional(freeBytes))) {
        found.append(note.code + (note.obstacle ? QStringLiteral("!") : QString()));
    }
    QCOMPARE(found.join(QLatin1Char(' ')), notes);
}

void TestReadiness::slow_data()
{
    QTest::addColumn<JobOperation>("operation");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<bool>("slow");
    QTest::newRow("a backup of 12 hours") << JobOperation::Backup << 12 * 60 << false;
    QTest::newRow("and a minute") << JobOperation::Backup << 12 * 60 + 1 << true;
    QTest::newRow("a restore of 6 hours") << JobOperation::Restore << 6 * 60 << false;
    QTest::newRow("a restore of 6 hours and a minute") << JobOperation::Restore << 6 * 60 + 1 << true;
    QTest::newRow("a deletion takes its time") << JobOperation::DeleteBackupData << 100 * 60 << false;
}

void TestReadiness::slow()
{
    QFETCH(JobOperation, operation);
    QFETCH(int, minutes);
    QFETCH(bool, slow);
    BackupJob job;
    job.operation = operation;
    job.durationMs = qint64{minutes} * 60 * 1000;
    QCOMPARE(job.isSlow(), slow);
}

void TestReadiness::rule_data()
{
    QTest::addColumn<RuleChange>("change");
    QTest::addColumn<bool>("fits");
    const auto row = [](const char* name, RuleChange change, bool fits) {
        QTest::newRow(name) << std::move(change) << fits;
    };
    const auto pattern = [](const char* text) {
        return [text](ProtectionRule& rule) { rule.namePattern = QString::fromUtf8(text); };
    };
    row(
        "no condition", [](auto&) {}, true);
    row("the name", pattern("SRV-Web-01"), true);
    row("in another case", pattern("srv-web-01"), true);
    row("a head", pattern("srv-*"), true);
    row("a tail", pattern("*-01"), true);
    row("a middle", pattern("*web*"), true);
    row("one character", pattern("srv-web-0?"), true);
    row("one too many", pattern("srv-web-01?"), false);
    row("another name", pattern("db-*"), false);
    row("a part is not the whole", pattern("srv"), false);
    row("everything", pattern("*"), true);
    row("several stars that have to go back", pattern("s*-*1"), true);
    row("a bracket is a bracket", pattern("srv-web-0[1]"), false);
    row(
        "its group", [](auto& r) { r.resourceGroup = QStringLiteral("RG-WEB"); }, true);
    row(
        "another group", [](auto& r) { r.resourceGroup = QStringLiteral("rg"); }, false);
    row(
        "a tag",
        [](auto& r) {
            r.tags = {{QStringLiteral("ENV"), QStringLiteral("prod")}};
        },
        true);
    row(
        "a tag with any value",
        [](auto& r) {
            r.tags = {{QStringLiteral("env"), QString()}};
        },
        true);
    row(
        "a tag with another value",
        [](auto& r) {
            r.tags = {{QStringLiteral("env"), QStringLiteral("Prod")}};
        },
        false);
    row(
        "a tag that it lacks",
        [](auto& r) {
            r.tags = {{QStringLiteral("owner"), QString()}};
        },
        false);
    row(
        "all conditions together",
        [](auto& r) {
            r.namePattern = QStringLiteral("srv*");
            r.tags = {{QStringLiteral("owner"), QString()}};
        },
        false);
}

void TestReadiness::rule()
{
    QFETCH(RuleChange, change);
    QFETCH(bool, fits);
    VirtualMachine machine;
    machine.name = QStringLiteral("srv-web-01");
    machine.id = ArmId::virtualMachine(QStringLiteral("s"), QStringLiteral("rg-web"), machine.name);
    machine.tags = {{QStringLiteral("env"), QStringLiteral("prod")}};
    ProtectionRule rule;
    change(rule);
    QCOMPARE(rule.matches(machine), fits);
}

void TestReadiness::ruleChecks_data()
{
    QTest::addColumn<RuleChange>("change");
    QTest::addColumn<QString>("codes");
    const auto row = [](const char* name, RuleChange change, const char* codes) {
        QTest::newRow(name) << std::move(change) << QString::fromLatin1(codes);
    };
    row(
        "good", [](auto&) {}, "");
    row(
        "no name", [](auto& r) { r.name.clear(); }, "ValRuleNameRequired");
    row(
        "a bad name", [](auto& r) { r.name = QStringLiteral("web servers"); }, "ValPolicyNameChars");
    row(
        "no policy", [](auto& r) { r.policyName.clear(); }, "ValPolicyRequired");
    row(
        "no condition", [](auto& r) { r.namePattern.clear(); }, "ValRuleCondition");
}

void TestReadiness::ruleChecks()
{
    QFETCH(RuleChange, change);
    QFETCH(QString, codes);
    ProtectionRule rule;
    rule.name = QStringLiteral("web-servers");
    rule.policyName = QStringLiteral("DefaultPolicy");
    rule.namePattern = QStringLiteral("*");
    change(rule);
    QStringList found;
    for (const auto& violation : checkProtectionRule(rule)) {
        found.append(violation.code);
    }
    QCOMPARE(found.join(QLatin1Char(' ')), codes);
}

void TestReadiness::quickOnNastyPatterns()
{
    VirtualMachine machine;
    machine.name = QString(64, QLatin1Char('a'));
    ProtectionRule rule;
    rule.namePattern = QStringLiteral("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b");
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!rule.matches(machine));
    QVERIFY(timer.elapsed() < 1000); // no way back but the last one: not exponential
}

VALV_TEST_GUILESS(TestReadiness)

} // namespace tst_readiness

#include "tst_readiness.moc"
