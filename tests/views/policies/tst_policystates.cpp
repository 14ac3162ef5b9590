// SPDX-License-Identifier: GPL-3.0-or-later
// What the page and the summary of a policy say while it is read, when it could not be, and when what they show is old;
// through the window over the fake backend. The list: tests/views/frame. Source: flows.md 0.10.
#include "controls/combobox.h"
#include "controls/field.h"
#include "controls/messagebar.h"
#include "controls/skeleton.h"
#include "policies/policysummaryblade.h"
#include "presentation/text/errortext.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/trouble.h"
#include "support/widgetwalk.h"

#include <QLineEdit>

namespace tst_policystates {

using namespace valv;
using namespace valv::test;
using namespace valv::views;
using presentation::LanguageChoice;

namespace {

struct StateRig : PageRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));
    ArmId policy = vault.child(QStringLiteral("backupPolicies"), QStringLiteral("DefaultPolicy"));

    explicit StateRig(LanguageChoice words = LanguageChoice::English)
        : PageRig(words)
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVm(QStringLiteral("vm-web-01"));
        backend.addItem(vault, backend.vmId(QStringLiteral("vm-web-01")));
    }
    void open(const QString& part = {})
    {
        show({QStringLiteral("policy"), part == QLatin1String("new") ? QString() : policy.text(), part});
        pass(2);
    }
    void openSummary()
    {
        show({QStringLiteral("policies"), {}, {}});
        pass(2);
        window->navigator().openBlade(new PolicySummaryBlade(*context, policy, window.get()));
        pass(1);
    }
    //! The list of policies is not what is ill: one policy is.
    void refuse(const Trouble& trouble) { backend.before = trouble; }
    [[nodiscard]] MessageBar* bar(const char* name) const { return person().find<MessageBar>(QLatin1String(name)); }
    [[nodiscard]] bool isLoading() const
    {
        for (const auto* skeleton : page()->findChildren<Skeleton*>()) {
            if (skeleton->isVisible()) {
                return true;
            }
        }
        return false;
    }
    void letGo()
    {
        transport->hold = false;
        while (transport->release()) {
            pass(0);
        }
        pass(2);
    }
    void keep() const
    {
        keepPicture(*window,
                    QStringLiteral("policy-%1-%2")
                        .arg(QLatin1String(QTest::currentTestFunction()), QLatin1String(QTest::currentDataTag())));
    }
};

const QString onePolicy = QStringLiteral("/backupPolicies/DefaultPolicy");

} // namespace

class TestPolicyStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loading_data() { parts(); }
    void loading()
    {
        QFETCH(QString, part);
        StateRig rig;
        rig.transport->hold = true;
        rig.open(part);
        QVERIFY(rig.isLoading());
        QVERIFY(!rig.person().canCommand(QStringLiteral("policy.save")));
        QVERIFY(!rig.page()->heading().caption.contains(QStringLiteral("used by"))); // that is not known
        rig.keep();
        rig.page()->refresh(); // in vain, and no harm
        rig.letGo();
        QVERIFY(!rig.isLoading());
        QVERIFY(rig.bar("policy.failure") == nullptr);
        if (part.isEmpty()) {
            QVERIFY(rig.page()->heading().caption.contains(QStringLiteral("used by 1 item")));
        }
    }

    void unread_data() { partsWithTroubles(); }
    void unread()
    {
        QFETCH(QString, part);
        QFETCH(int, status);
        StateRig rig;
        const Trouble trouble{status, onePolicy};
        rig.refuse(trouble);
        rig.open(part);
        QVERIFY(!rig.isLoading());
        QVERIFY2(says(*rig.page(), QStringLiteral("The policy could not be read.")),
                 qPrintable(wordsOf(*rig.page()).join(QLatin1Char('\n'))));
        QVERIFY2(says(*rig.page(), trouble.why()), qPrintable(wordsOf(*rig.page()).join(QLatin1Char('\n'))));
        QVERIFY(!rig.page()->heading().caption.contains(QStringLiteral("used by")));
        for (const char* command : {"policy.save", "policy.copy", "policy.items", "policy.delete"}) {
            QVERIFY2(!rig.person().canCommand(QLatin1String(command)), command);
        }
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.speak(LanguageChoice::Swedish);
        QVERIFY(says(*rig.page(), QStringLiteral("Principen kunde inte läsas.")));
        QVERIFY(!says(*rig.page(), QStringLiteral("The policy could not be read.")));
        rig.speak(LanguageChoice::English);
        QVERIFY(pressSaying(*rig.page(), QStringLiteral("Try again"))); // in vain
        rig.pass(2);
        QVERIFY(rig.person().find(QStringLiteral("policy.again")) != nullptr);
        *trouble.on = false;
        QVERIFY(pressSaying(*rig.page(), QStringLiteral("Try again")));
        rig.pass(8);
        QVERIFY(rig.person().find(QStringLiteral("policy.again")) == nullptr);
        QVERIFY(rig.person().find(QStringLiteral("policy.time")) != nullptr);
        QVERIFY(rig.page()->isAncestorOf(QApplication::focusWidget())); // where one was goes on
    }

    //! Reading it anew by F5 is as good as the button.
    void refreshedAfterAFailure_data() { parts(); }
    void refreshedAfterAFailure()
    {
        QFETCH(QString, part);
        StateRig rig;
        const Trouble trouble{500, onePolicy};
        rig.refuse(trouble);
        rig.open(part);
        *trouble.on = false;
        rig.page()->refresh();
        rig.pass(2);
        QVERIFY(rig.person().find(QStringLiteral("policy.again")) == nullptr);
        QVERIFY(rig.person().find(QStringLiteral("policy.time")) != nullptr);
    }

    void stale_data() { Trouble::addRows(); }
    void stale()
    {
        QFETCH(int, status);
        StateRig rig;
        rig.open();
        const Trouble trouble{status, onePolicy};
        rig.refuse(trouble);
        rig.page()->refresh();
        rig.pass(2);
        auto* bar = rig.bar("policy.failure");
        QVERIFY(bar != nullptr);
        QCOMPARE(bar->kind(), MessageKind::Warning);
        QVERIFY2(bar->sentence().contains(QStringLiteral("Showing the policy as it was")), qPrintable(bar->sentence()));
        QVERIFY2(bar->sentence().contains(trouble.why()), qPrintable(bar->sentence()));
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        // What is typed now is not lost by reading it anew.
        auto* time = rig.person().find<QWidget>(QStringLiteral("policy.time"));
        QVERIFY(time != nullptr);
        rig.person().type(QStringLiteral("policy.dailyCount"), QStringLiteral("77"));
        rig.pass(1);
        QVERIFY(!rig.page()->unsaved().isEmpty());
        *trouble.on = false;
        QVERIFY(pressSaying(*bar, QStringLiteral("Try again")));
        rig.pass(8);
        QVERIFY(rig.bar("policy.failure") == nullptr);
        QVERIFY(!rig.page()->unsaved().isEmpty());
        QVERIFY(rig.person().canCommand(QStringLiteral("policy.save")));
    }

    //! A new one belongs to a vault: what is known of the vaults is said where one is chosen.
    void vaultsOfANewOne_data()
    {
        Trouble::addRows();
        QTest::newRow("none") << 200;
    }
    void vaultsOfANewOne()
    {
        QFETCH(int, status);
        StateRig rig;
        const Trouble trouble{status, QStringLiteral("/vaults")};
        if (status == 200) {
            rig.backend.vaults.clear();
        } else {
            rig.refuse(trouble);
        }
        rig.transport->hold = true;
        rig.open(QStringLiteral("new"));
        auto* vaults = rig.person().find<ComboBox>(QStringLiteral("policy.vault"));
        QVERIFY(vaults != nullptr);
        QCOMPARE(vaults->placeholderText(), QStringLiteral("Loading…"));
        rig.person().type(QStringLiteral("policy.name"), QStringLiteral("Guld"));
        rig.letGo();
        const bool none = status == 200;
        QCOMPARE(vaults->placeholderText(),
                 none ? QStringLiteral("There is no vault yet") : QStringLiteral("The vaults could not be read"));
        auto* bar = rig.bar("policy.vaultsUnread");
        QCOMPARE(bar == nullptr, none);
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        if (none) {
            QVERIFY(says(*rig.page(), QStringLiteral("Create a vault first")));
            rig.person().command(QStringLiteral("policy.save"));
            QCOMPARE(vaults->accessibleDescription().contains(
                         presentation::ErrorText::of(QStringLiteral("ValVaultRequired"), {}).message()),
                     true);
            rig.person().click(QStringLiteral("policy.createVault"));
            QCOMPARE(rig.window->navigator().current(),
                     (views::Route{QStringLiteral("vaults"), {}, QStringLiteral("create")}));
            rig.backend.addVault(QStringLiteral("valv-produktion"));
            rig.session->vaults().refresh();
            rig.pass(4);
            rig.window->navigator().back(); // what was typed is there still
        } else {
            QVERIFY2(bar->sentence().contains(trouble.why()), qPrintable(bar->sentence()));
            *trouble.on = false;
            QVERIFY(pressSaying(*bar, QStringLiteral("Try again")));
        }
        rig.pass(8);
        QVERIFY(rig.bar("policy.vaultsUnread") == nullptr);
        QCOMPARE(vaults->currentText(), QStringLiteral("valv-produktion")); // the only one
        QCOMPARE(rig.person().find<QLineEdit>(QStringLiteral("policy.name"))->text(), QStringLiteral("Guld"));
    }

    void summaryLoading()
    {
        StateRig rig;
        rig.show({QStringLiteral("policies"), {}, {}});
        rig.pass(2);
        rig.transport->hold = true;
        rig.window->navigator().openBlade(new PolicySummaryBlade(*rig.context, rig.policy, rig.window.get()));
        rig.pass(1);
        QVERIFY(rig.person().find(QStringLiteral("policySummary.loading")) != nullptr);
        QVERIFY(!says(*rig.window, QStringLiteral("The policy is not there.")));
        rig.keep();
        rig.letGo();
        QVERIFY(rig.person().find(QStringLiteral("policySummary.loading")) == nullptr);
        QVERIFY(says(*rig.window, QStringLiteral("What this policy keeps")));
    }

    void summaryUnread_data() { Trouble::addRows(); }
    void summaryUnread()
    {
        QFETCH(int, status);
        StateRig rig;
        rig.show({QStringLiteral("policies"), {}, {}});
        rig.pass(2);
        const Trouble trouble{status, QStringLiteral("/backupPolicies")};
        rig.refuse(trouble);
        rig.window->navigator().openBlade(new PolicySummaryBlade(*rig.context, rig.policy, rig.window.get()));
        rig.pass(2);
        auto* bar = rig.bar("policySummary.unread");
        QVERIFY(bar != nullptr);
        QVERIFY2(bar->sentence().startsWith(QStringLiteral("The policy could not be read.")),
                 qPrintable(bar->sentence()));
        QVERIFY2(bar->sentence().contains(trouble.why()), qPrintable(bar->sentence()));
        QVERIFY(rig.person().find(QStringLiteral("policySummary.loading")) == nullptr);
        QVERIFY(!says(*rig.window, QStringLiteral("The policy is not there.")));
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        *trouble.on = false;
        QVERIFY(pressSaying(*bar, QStringLiteral("Try again")));
        rig.pass(8);
        QVERIFY(rig.bar("policySummary.unread") == nullptr);
        QVERIFY(says(*rig.window, QStringLiteral("What this policy keeps")));
        // And what was read stays when it is read in vain.
        *trouble.on = true;
        rig.session->policies(rig.vault).refresh();
        rig.pass(2);
        QVERIFY(rig.bar("policySummary.unread") != nullptr);
        QVERIFY(rig.bar("policySummary.unread")->sentence().contains(QStringLiteral("Showing data from")));
        QVERIFY(says(*rig.window, QStringLiteral("What this policy keeps")));
    }

    void summaryOfOneThatIsGone()
    {
        StateRig rig;
        rig.backend.policies.clear();
        rig.openSummary();
        QVERIFY(says(*rig.window, QStringLiteral("The policy is not there. It may have been deleted.")));
        QVERIFY(!rig.person().canUse(QStringLiteral("policySummary.edit")));
        rig.keep();
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
    }

private:
    static void parts()
    {
        QTest::addColumn<QString>("part");
        QTest::newRow("itself") << QString();
        QTest::newRow("a copy") << QStringLiteral("copy");
    }
    static void partsWithTroubles()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<int>("status");
        for (const char* part : {"", "copy"}) {
            for (const auto& [kind, status] : {std::pair("failing", 500), {"forbidden", 403}, {"offline", 0}}) {
                QTest::addRow("%s: %s", *part == '\0' ? "itself" : part, kind) << QString::fromLatin1(part) << status;
            }
        }
    }
};

VALV_TEST(TestPolicyStates)

} // namespace tst_policystates

#include "tst_policystates.moc"
