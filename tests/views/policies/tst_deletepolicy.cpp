// SPDX-License-Identifier: GPL-3.0-or-later
// What uses a policy keeps it from being deleted: backup items and protection rules, and what is not known of them is
// not said to be nothing; through the window over the fake backend. Source: flows.md F.
#include "support/testprogram.h"
#include "support/trouble.h"
#include "views/policies/policyrig.h"

namespace tst_deletepolicy {

using namespace valv;
using namespace valv::test;
using views::MessageBar;

namespace {

const auto unused = QStringLiteral("No backup item uses the policy");
const auto unknown = QStringLiteral("It is not known what uses the policy.");
const auto looking = QStringLiteral("Looking at what uses the policy…");

//! One more policy, that nothing uses.
struct DeleteRig : PolicyRig
{
    explicit DeleteRig(LanguageChoice words = LanguageChoice::English)
        : PolicyRig(words)
    {
        backend.addPolicy(vault, QStringLiteral("Gammal"));
    }
    void addRule(const char* name, const QString& policy)
    {
        contract::ProtectionRule rule;
        rule.name = QString::fromUtf8(name);
        rule.id = vault.child(QStringLiteral("valvProtectionRules"), rule.name);
        rule.namePattern = QStringLiteral("web-*");
        rule.policyName = policy;
        backend.rules.append(rule);
    }
    void ask()
    {
        openPolicy("Gammal");
        command("delete");
    }
    [[nodiscard]] QWidget& blade() const { return *person().find(QStringLiteral("deletePolicy")); }
    [[nodiscard]] bool can() const { return person().canUse(QStringLiteral("deletePolicy.submit")); }
    [[nodiscard]] MessageBar* message(const char* name) const
    {
        return person().find<MessageBar>(QString::fromLatin1("deletePolicy.") + QLatin1String(name));
    }
    [[nodiscard]] QString faults() const
    {
        keepPicture(
            *window,
            QStringLiteral("deletepolicy-%1-%2")
                .arg(QLatin1String(QTest::currentTestFunction()),
                     QString::fromLatin1(QTest::currentDataTag()).replace(QLatin1String(": "), QLatin1String("-"))));
        return faultsOf(*window);
    }
};

} // namespace

class TestDeletePolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRuleKeepsIt_data()
    {
        QTest::addColumn<LanguageChoice>("words");
        QTest::addColumn<QString>("said");
        QTest::newRow("en") << LanguageChoice::English
                            << QStringLiteral("The policy is used by 2 protection rules and cannot be deleted.");
        QTest::newRow("sv") << LanguageChoice::Swedish
                            << QStringLiteral("Principen används av 2 skyddsregler och kan inte tas bort.");
    }
    void aRuleKeepsIt()
    {
        QFETCH(LanguageChoice, words);
        QFETCH(QString, said);
        DeleteRig rig(words);
        rig.addRule("webb", QStringLiteral("GAMMAL"));
        rig.addRule("test", QStringLiteral("Gammal"));
        rig.addRule("annat", QStringLiteral("Drift-GFS"));
        rig.ask();
        QVERIFY2(says(rig.blade(), said), qPrintable(wordsOf(rig.blade()).join(QLatin1Char('\n'))));
        QVERIFY(says(rig.blade(), QStringLiteral("webb")));
        QVERIFY(!says(rig.blade(), QStringLiteral("annat")));
        QVERIFY(!rig.can());
        QVERIFY2(rig.faults().isEmpty(), qPrintable(faultsOf(*rig.window)));
        QVERIFY(pressSaying(rig.blade(), QStringLiteral("webb")));
        rig.pass(1);
        QCOMPARE(rig.window->navigator().current(),
                 (views::Route{QStringLiteral("vault"), rig.vault.text(), QStringLiteral("rules")}));
    }

    //! Both, beside each other.
    void anItemAndARuleKeepIt()
    {
        DeleteRig rig;
        rig.addRule("webb", QStringLiteral("Drift-GFS"));
        rig.openPolicy("Drift-GFS");
        rig.command("whyNot");
        QVERIFY(says(rig.blade(), QStringLiteral("The policy is used by 2 items and cannot be deleted.")));
        QVERIFY(says(rig.blade(), QStringLiteral("The policy is used by 1 protection rule and cannot be deleted.")));
        QVERIFY(says(rig.blade(), QStringLiteral("vm-web-02")));
        QVERIFY(says(rig.blade(), QStringLiteral("webb")));
        QVERIFY(!rig.can());
        QVERIFY2(rig.faults().isEmpty(), qPrintable(faultsOf(*rig.window)));
    }

    //! What somebody made meanwhile is said when the deletion is refused.
    void aRuleThatSomebodyMadeMeanwhile()
    {
        DeleteRig rig;
        rig.ask();
        QVERIFY(says(rig.blade(), unused));
        rig.addRule("webb", QStringLiteral("Gammal"));
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return request.method == contract::Method::Delete ? std::optional<Result<HttpResponse>>(
                       answer(400, errorBody(QStringLiteral("BMSUserErrorPolicyObjectInUse"))))
                                                              : std::nullopt;
        };
        rig.person().click(QStringLiteral("deletePolicy.submit"));
        rig.pass(4);
        QVERIFY(says(rig.blade(), QStringLiteral("The policy is used by 1 protection rule and cannot be deleted.")));
        QVERIFY(!rig.can());
    }

    void loading_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("items") << QStringLiteral("backupProtectedItems");
        QTest::newRow("rules") << QStringLiteral("valvProtectionRules");
    }
    void loading()
    {
        QFETCH(QString, path);
        DeleteRig rig;
        if (path == QLatin1String("valvProtectionRules")) {
            rig.openPolicy("Gammal");
            rig.transport->hold = true;
        } else { // nothing has been read of them at all
            const Trouble trouble{500, QLatin1Char('/') + path};
            rig.backend.before = trouble;
            rig.openPolicy("Gammal");
            rig.backend.before = {};
            rig.transport->hold = true;
            rig.session->items().refresh();
            settle();
        }
        rig.person().command(QStringLiteral("policy.delete"));
        settle();
        const bool first = path == QLatin1String("valvProtectionRules");
        QVERIFY(says(rig.blade(), first ? looking : unknown)); // what failed stands until it is there
        QVERIFY(!says(rig.blade(), first ? unknown : looking));
        QCOMPARE(rig.can(), !first);
        QVERIFY(!says(rig.blade(), unused));
        QVERIFY2(rig.faults().isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.transport->hold = false;
        while (rig.transport->release()) {
            rig.pass(0);
        }
        rig.pass(4);
        QVERIFY2(says(rig.blade(), unused), qPrintable(wordsOf(rig.blade()).join(QLatin1Char('\n'))));
        QVERIFY(rig.can());
    }

    void unread_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("bar");
        QTest::addColumn<int>("status");
        for (const auto& [path, bar] :
             {std::pair("backupProtectedItems", "itemsUnread"), std::pair("valvProtectionRules", "rulesUnread")}) {
            for (const auto& [kind, status] : {std::pair("failing", 500), {"forbidden", 403}, {"offline", 0}}) {
                QTest::addRow("%s: %s", bar, kind) << QString::fromLatin1(path) << QString::fromLatin1(bar) << status;
            }
        }
    }
    void unread()
    {
        QFETCH(QString, path);
        QFETCH(QString, bar);
        QFETCH(int, status);
        DeleteRig rig;
        rig.openPolicy("Gammal");
        const Trouble trouble{status, QLatin1Char('/') + path};
        rig.backend.before = trouble;
        rig.command("delete");
        rig.session->items().refresh();
        rig.pass(8);
        auto* message = rig.message(bar.toUtf8().constData());
        QVERIFY(message != nullptr);
        QVERIFY2(message->sentence().contains(trouble.why()), qPrintable(message->sentence()));
        QVERIFY(says(rig.blade(), unknown));
        QVERIFY(!says(rig.blade(), unused));
        QVERIFY(rig.can()); // the backend deletes none that is used
        QVERIFY2(rig.faults().isEmpty(), qPrintable(faultsOf(*rig.window)));
        *trouble.on = false;
        QVERIFY(pressSaying(*message, QStringLiteral("Try again")));
        rig.pass(8);
        if (status != 0) { // offline, the other list failed too
            QVERIFY(rig.message(bar.toUtf8().constData()) == nullptr);
            QVERIFY(says(rig.blade(), unused));
        }
    }
};

VALV_TEST(TestDeletePolicy)

} // namespace tst_deletepolicy

#include "tst_deletepolicy.moc"
