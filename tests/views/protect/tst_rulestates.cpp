// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of protection rules says while they are read, when there are none, when they could not be read, and
// when what it shows is old; through the window over the fake backend. What it does: tst_rulespage. The vault's own
// states: tst_vaultstates. Source: flows.md 0.10.
#include "controls/messagebar.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/trouble.h"
#include "support/widgetwalk.h"

namespace tst_rulestates {

using namespace valv;
using namespace valv::test;
using namespace valv::views;
using presentation::LanguageChoice;

namespace {

const QString rulesPath = QStringLiteral("/valvProtectionRules");

struct StateRig : PageRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));

    explicit StateRig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
    {
        backend.addVault(QStringLiteral("valv-produktion"));
    }
    void addRule()
    {
        contract::ProtectionRule rule;
        rule.name = QStringLiteral("webb");
        rule.id = vault.child(QStringLiteral("valvProtectionRules"), rule.name);
        rule.namePattern = QStringLiteral("web-*");
        rule.policyName = QStringLiteral("DefaultPolicy");
        backend.rules.append(rule);
    }
    //! \param trouble comes when the vault is known
    void open(const Trouble* trouble = nullptr)
    {
        show({QStringLiteral("vault"), vault.text(), QStringLiteral("overview")});
        pass(2);
        if (trouble != nullptr) {
            backend.before = *trouble;
        }
        window->navigator().open({QStringLiteral("vault"), vault.text(), QStringLiteral("rules")});
        pass(2);
    }
    [[nodiscard]] MessageBar* message() const { return person().find<MessageBar>(QStringLiteral("rules.message")); }
    [[nodiscard]] bool isLoading() const { return person().find(QStringLiteral("rules.loading")) != nullptr; }
    [[nodiscard]] bool saysNone() const { return says(*page(), QStringLiteral("There is no rule yet")); }
    [[nodiscard]] bool showsRule() const { return person().canUse(QStringLiteral("rules.edit.webb")); }
    void keep() const
    {
        keepPicture(*window,
                    QStringLiteral("rules-%1-%2")
                        .arg(QLatin1String(QTest::currentTestFunction()), QLatin1String(QTest::currentDataTag())));
    }
};

} // namespace

class TestRuleStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! A rule whose policy the vault does not have protects nothing, whatever it is told to.
    void itsPolicyIsMissing_data()
    {
        QTest::addColumn<bool>("swedish");
        QTest::newRow("en") << false;
        QTest::newRow("sv") << true;
    }
    void itsPolicyIsMissing()
    {
        QFETCH(bool, swedish);
        StateRig rig(swedish ? LanguageChoice::Swedish : LanguageChoice::English);
        rig.addRule();
        rig.backend.policies.clear();
        rig.open();
        const auto missing = swedish ? QStringLiteral("Principen saknas") : QStringLiteral("Its policy is missing");
        const auto inUse = swedish ? QStringLiteral("Används") : QStringLiteral("In use");
        const auto says = [&rig](const QString& text) {
            return wordsOf(*rig.page()).contains(QStringLiteral("text: ") + text);
        };
        QVERIFY2(says(missing), qPrintable(wordsOf(*rig.page()).join(QLatin1Char('\n'))));
        QVERIFY(!says(inUse));
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.backend.addPolicy(rig.vault, QStringLiteral("DefaultPolicy"));
        rig.page()->refresh();
        rig.pass(4);
        QVERIFY(says(inUse));
        QVERIFY(!says(missing));
    }

    //! What could not be read is not missing.
    void itsPolicyIsNotKnown()
    {
        StateRig rig;
        rig.addRule();
        rig.backend.policies.clear();
        const Trouble trouble{500, QStringLiteral("/backupPolicies")};
        rig.open(&trouble);
        QVERIFY(rig.showsRule());
        QVERIFY(!says(*rig.page(), QStringLiteral("Its policy is missing")));
    }

    void loading()
    {
        StateRig rig;
        rig.addRule();
        rig.show({QStringLiteral("vault"), rig.vault.text(), QStringLiteral("overview")});
        rig.pass(2);
        rig.transport->hold = true; // the vault is known, its rules are not
        rig.window->navigator().open({QStringLiteral("vault"), rig.vault.text(), QStringLiteral("rules")});
        rig.pass(1);
        QVERIFY(rig.isLoading());
        QVERIFY(rig.message() == nullptr);
        QVERIFY(!rig.saysNone());
        rig.keep();
        rig.transport->hold = false;
        while (rig.transport->release()) {
            rig.pass(0);
            QVERIFY(!rig.saysNone());
        }
        rig.pass(1);
        QVERIFY(!rig.isLoading());
        QVERIFY(rig.showsRule());
    }

    void empty_data()
    {
        QTest::addColumn<bool>("swedish");
        QTest::newRow("en") << false;
        QTest::newRow("sv") << true;
    }
    void empty()
    {
        QFETCH(bool, swedish);
        StateRig rig(swedish ? LanguageChoice::Swedish : LanguageChoice::English);
        rig.open();
        QVERIFY(!rig.isLoading());
        QVERIFY(rig.message() == nullptr);
        QVERIFY(rig.person().canUse(QStringLiteral("rules.first")));
        QVERIFY(rig.saysNone() != swedish);
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
    }

    void unread_data() { Trouble::addRows(); }
    void unread()
    {
        QFETCH(int, status);
        StateRig rig;
        rig.addRule();
        const Trouble trouble{status, rulesPath};
        rig.open(&trouble);
        QVERIFY(!rig.isLoading());
        QVERIFY(rig.message() != nullptr);
        QCOMPARE(rig.message()->kind(), MessageKind::Error);
        const auto said = rig.message()->sentence();
        QVERIFY2(said.startsWith(QStringLiteral("The rules could not be read.")), qPrintable(said));
        QVERIFY2(said.contains(trouble.why()), qPrintable(said));
        QVERIFY(!rig.saysNone());
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        *trouble.on = false;
        QVERIFY(pressSaying(*rig.message(), QStringLiteral("Try again")));
        rig.pass(8);
        QVERIFY(rig.message() == nullptr);
        QVERIFY(rig.showsRule());
        QVERIFY(rig.page()->isAncestorOf(QApplication::focusWidget())); // where one was goes on
    }

    void stale_data() { Trouble::addRows(); }
    void stale()
    {
        QFETCH(int, status);
        StateRig rig;
        rig.addRule();
        rig.open();
        QVERIFY(rig.showsRule());
        const Trouble trouble{status, rulesPath};
        rig.backend.before = trouble;
        rig.page()->refresh();
        rig.pass(2);
        QVERIFY(rig.showsRule());
        QVERIFY(rig.message() != nullptr);
        QCOMPARE(rig.message()->kind(), MessageKind::Warning);
        const auto said = rig.message()->sentence();
        QVERIFY2(said.contains(QStringLiteral("Showing data from")), qPrintable(said));
        QVERIFY2(said.contains(trouble.why()), qPrintable(said));
        rig.keep();
        *trouble.on = false;
        QVERIFY(pressSaying(*rig.message(), QStringLiteral("Try again")));
        rig.pass(8);
        QVERIFY(rig.message() == nullptr);
        QVERIFY(rig.showsRule());
    }
};

VALV_TEST(TestRuleStates)

} // namespace tst_rulestates

#include "tst_rulestates.moc"
