// SPDX-License-Identifier: GPL-3.0-or-later
// Rules by which machines protect themselves, on the real engine: what one would do is seen while it is written, it
// does so when it is saved, it is changed, removed and taken back. Source: docs/wire-extensions.md.
#include "controls/field.h"
#include "controls/messagebar.h"
#include "presentation/stores/protectionrulestore.h"
#include "support/consolerig.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"

#include <QCheckBox>
#include <QLineEdit>

namespace tst_rulespage {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;

class RulesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheFirstRuleToNone_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("preview");
        QTest::addColumn<QString>("row");
        QTest::newRow("Swedish") << QStringLiteral("sv")
                                 << QStringLiteral("2 virtuella datorer passar · 2 skulle skyddas genast")
                                 << QStringLiteral("namn web-* → principen DefaultPolicy");
        QTest::newRow("English") << QStringLiteral("en")
                                 << QStringLiteral("2 virtual machines fit · 2 would be protected at once")
                                 << QStringLiteral("name web-* → policy DefaultPolicy");
    }
    void fromTheFirstRuleToNone()
    {
        QFETCH(QString, language);
        QFETCH(QString, preview);
        QFETCH(QString, row);
        ConsoleRig rig(false, language);
        for (const char* name : {"web-01", "web-02", "db-01"}) {
            rig.makeMachine(QLatin1String(name), 1, 2);
        }
        QVERIFY(rig.start());
        auto& session = rig.session();
        NewVault wanted;
        wanted.name = QStringLiteral("mitt-valv");
        wanted.subscriptionId = session.subscriptions().at(0).value.subscriptionId;
        wanted.resourceGroup = session.virtualMachines().at(0).vm.id.resourceGroup();
        wanted.location = session.virtualMachines().at(0).vm.location;
        const auto made = await(session.vaults().create(wanted), patience);
        QVERIFY(made && *made);
        QTRY_VERIFY_WITH_TIMEOUT(rig.isQuiet(), patience);
        const auto person = rig.person();
        auto& rules = session.protectionRules(wanted.id());

        // The first one, from the empty page.
        rig.open(QStringLiteral("vault"), wanted.id().text(), QStringLiteral("rules"));
        QTRY_VERIFY_WITH_TIMEOUT(person.canUse(QStringLiteral("rules.first")), patience);
        keepPicture(rig.window(), QStringLiteral("rules-empty-") + language);
        QVERIFY2(faultsOf(*rig.page()).isEmpty(), qPrintable(faultsOf(*rig.page())));
        person.click(QStringLiteral("rules.first"));
        QTRY_VERIFY(person.canUse(QStringLiteral("rule.submit")));
        person.click(QStringLiteral("rule.submit")); // nothing is filled in: it says what is missing
        QTRY_VERIFY(fieldOf(rig, "rule.name")->hasError() && fieldOf(rig, "rule.pattern")->hasError());
        person.type(QStringLiteral("rule.name"), QStringLiteral("webb"));
        person.type(QStringLiteral("rule.pattern"), QStringLiteral("web-*"));
        QTRY_VERIFY(!fieldOf(rig, "rule.name")->hasError() && !fieldOf(rig, "rule.pattern")->hasError());
        QTRY_COMPARE_WITH_TIMEOUT(person.find<QLabel>(QStringLiteral("rule.preview"))->text(), preview, patience);
        keepPicture(rig.window(), QStringLiteral("rule-new-") + language);
        person.click(QStringLiteral("rule.submit"));
        QTRY_VERIFY_WITH_TIMEOUT(person.find(QStringLiteral("rule")) == nullptr, patience);
        QTRY_COMPARE_WITH_TIMEOUT(rules.count(), 1, patience);
        QTRY_VERIFY(says(rig.window(), row));
        QTRY_COMPARE_WITH_TIMEOUT(session.virtualMachines().countProtected(), 2, patience);
        keepPicture(rig.window(), QStringLiteral("rules-") + language);

        // Put out of use; a change that is not saved is not lost unasked.
        person.click(QStringLiteral("rules.edit.webb"));
        QTRY_VERIFY(person.find<QCheckBox>(QStringLiteral("rule.enabled")) != nullptr);
        person.find<QCheckBox>(QStringLiteral("rule.enabled"))->click();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(person.find<MessageBar>(QStringLiteral("rule.unsaved")) != nullptr);
        person.click(QStringLiteral("rule.submit"));
        QTRY_VERIFY_WITH_TIMEOUT(person.find(QStringLiteral("rule")) == nullptr, patience);
        QTRY_VERIFY_WITH_TIMEOUT(!rules.at(0).enabled, patience);

        // Removed, and taken back.
        QTRY_VERIFY(person.canUse(QStringLiteral("rules.edit.webb")));
        person.click(QStringLiteral("rules.edit.webb"));
        QTRY_VERIFY(person.canUse(QStringLiteral("rule.remove")));
        person.click(QStringLiteral("rule.remove"));
        QTRY_COMPARE_WITH_TIMEOUT(rules.count(), 0, patience);
        QTRY_VERIFY(person.find<MessageBar>(QStringLiteral("rules.removed")) != nullptr);
        Q_EMIT person.find<MessageBar>(QStringLiteral("rules.removed"))->actionTriggered();
        QTRY_COMPARE_WITH_TIMEOUT(rules.count(), 1, patience);
        QCOMPARE(rules.at(0).namePattern, QStringLiteral("web-*"));
        QVERIFY(!rules.at(0).enabled);
        QCOMPARE(session.virtualMachines().countProtected(), 2); // what it has protected stays protected
    }

    //! It is said, what was typed stays, and saving again replaces theirs.
    void somebodyElseWasFaster()
    {
        ConsoleRig rig(false, QStringLiteral("en"));
        rig.makeMachine(QStringLiteral("web-01"), 1, 2);
        QVERIFY(rig.start());
        auto& session = rig.session();
        NewVault wanted;
        wanted.name = QStringLiteral("mitt-valv");
        wanted.subscriptionId = session.subscriptions().at(0).value.subscriptionId;
        wanted.resourceGroup = session.virtualMachines().at(0).vm.id.resourceGroup();
        wanted.location = session.virtualMachines().at(0).vm.location;
        const auto made = await(session.vaults().create(wanted), patience);
        QVERIFY(made && *made);
        auto& rules = session.protectionRules(wanted.id());
        contract::ProtectionRule rule;
        rule.name = QStringLiteral("webb");
        rule.namePattern = QStringLiteral("www-*");
        rule.policyName = QStringLiteral("DefaultPolicy");
        const auto first = await(rules.save(rule), patience);
        QVERIFY(first && *first);
        const auto person = rig.person();
        rig.open(QStringLiteral("vault"), wanted.id().text(), QStringLiteral("rules"));
        QTRY_VERIFY_WITH_TIMEOUT(person.canUse(QStringLiteral("rules.edit.webb")), patience);
        person.click(QStringLiteral("rules.edit.webb"));
        QTRY_VERIFY(person.canUse(QStringLiteral("rule.submit")));
        person.type(QStringLiteral("rule.pattern"), QStringLiteral("app-*"));
        auto theirs = **first;
        theirs.enabled = false;
        const auto second = await(rules.save(theirs), patience);
        QVERIFY(second && *second);
        person.click(QStringLiteral("rule.submit"));
        QTRY_VERIFY_WITH_TIMEOUT(person.find<MessageBar>(QStringLiteral("rule.failure")) != nullptr, patience);
        const auto said = person.find<MessageBar>(QStringLiteral("rule.failure"))->sentence();
        QVERIFY2(said.startsWith(QLatin1String("Somebody else has changed the rule meanwhile.")), qPrintable(said));
        QCOMPARE(person.find<QLineEdit>(QStringLiteral("rule.pattern"))->text(), QStringLiteral("app-*"));
        QVERIFY(person.find<QCheckBox>(QStringLiteral("rule.enabled"))->isChecked());
        QTRY_VERIFY_WITH_TIMEOUT(!rules.isBusy(), patience); // theirs is read
        person.click(QStringLiteral("rule.submit"));
        QTRY_VERIFY_WITH_TIMEOUT(person.find(QStringLiteral("rule")) == nullptr, patience);
        QTRY_COMPARE_WITH_TIMEOUT(rules.byName(QStringLiteral("webb"))->namePattern, QStringLiteral("app-*"), patience);
        QVERIFY(rules.byName(QStringLiteral("webb"))->enabled);
    }

private:
    [[nodiscard]] static Field* fieldOf(const ConsoleRig& rig, const char* control)
    {
        return qobject_cast<Field*>(rig.person().find(QLatin1String(control))->parentWidget());
    }
};

VALV_TEST(RulesTest)

} // namespace tst_rulespage

#include "tst_rulespage.moc"
