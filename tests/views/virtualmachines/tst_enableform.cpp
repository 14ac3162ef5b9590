// SPDX-License-Identifier: GPL-3.0-or-later
// Enabling backup of one machine through the real form. Source: flows.md A4–A8, V1–V6.
#include "controls/combobox.h"
#include "controls/essentials.h"
#include "controls/label.h"
#include "controls/linkbutton.h"
#include "controls/messagebar.h"
#include "controls/statustext.h"
#include "frame/storenotice.h"
#include "support/testprogram.h"
#include "support/trouble.h"
#include "support/widgetwalk.h"
#include "vaults/vaultchooser.h"
#include "views/virtualmachines/formrig.h"
#include "virtualmachines/enableform.h"

#include <QAccessible>
#include <QLineEdit>
#include <QRadioButton>

namespace tst_enableform {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;

class EnableFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void existingVaultsOfTheRegionAndWhyNotTheOthers()
    {
        FormRig rig;
        rig.addVaults();
        rig.open();
        QVERIFY(rig.get<QRadioButton>("existingVault")->isChecked());
        QCOMPARE(FormRig::choices(rig.vault()),
                 (QStringList{QStringLiteral("valv-produktion"), QStringLiteral("valv-test")}));
        QVERIFY(!rig.name()->isVisible());
        auto* why = rig.get<LinkButton>("whyVault");
        QVERIFY(why->isVisible());
        rig.person().click(QStringLiteral("enable.whyVault"));
        const auto said = FormRig::texts(rig.window.get()).join(QLatin1Char('\n'));
        QVERIFY2(said.contains(QStringLiteral("valv-dublin – ")), qPrintable(said));
    }

    void noVaultInTheRegionForcesANewOne()
    {
        FormRig rig;
        rig.backend.addVault(QStringLiteral("valv-dublin"), QStringLiteral("northeurope"));
        rig.open();
        QVERIFY(rig.get<QRadioButton>("newVault")->isChecked());
        QVERIFY(!rig.get<QRadioButton>("existingVault")->isEnabled());
        QVERIFY(rig.get<QRadioButton>("existingVault")
                    ->toolTip()
                    .startsWith(QStringLiteral("There is no vault in the machine's region")));
        QVERIFY(rig.name()->isVisible());
        QVERIFY(!rig.name()->text().isEmpty()); // a suggestion that is free
        const auto said = FormRig::texts(rig.window->findChild<EnableForm*>());
        QVERIFY(said.contains(QStringLiteral("rg-webb"))); // where it will be
    }

    void vaultNameRules_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("suggested");
        QTest::newRow("V1 nothing") << QString() << QStringLiteral("ValVaultNameRequired") << QString();
        QTest::newRow("V2 too short") << QStringLiteral("v") << QStringLiteral("ValVaultNameLength") << QString();
        QTest::newRow("V2 too long") << QString(51, QLatin1Char('v')) << QStringLiteral("ValVaultNameLength")
                                     << QString();
        QTest::newRow("V3 begins with a digit")
            << QStringLiteral("1valv") << QStringLiteral("ValVaultNameStart") << QString();
        QTest::newRow("V4 a space") << QStringLiteral("mitt valv") << QStringLiteral("ValVaultNameChars") << QString();
        QTest::newRow("V4 å") << QStringLiteral("valv-åäö") << QStringLiteral("ValVaultNameChars")
                              << QStringLiteral("valv-aao");
        QTest::newRow("V5 taken, other case")
            << QStringLiteral("VALV-Dublin") << QStringLiteral("ValVaultNameTaken") << QString();
        QTest::newRow("right") << QStringLiteral("valv-2") << QString() << QString();
        QTest::newRow("right, 50 long") << QString(50, QLatin1Char('v')) << QString() << QString();
    }
    void vaultNameRules()
    {
        QFETCH(QString, typed);
        QFETCH(QString, code);
        QFETCH(QString, suggested);
        FormRig rig;
        rig.addVaults();
        rig.open();
        rig.newVault(QStringLiteral("x"));
        rig.person().type(QStringLiteral("enable.vaultName"), typed);
        rig.policy()->setFocus(Qt::TabFocusReason); // the first blur
        rig.pass(0);
        auto* field = FormRig::fieldOf(rig.name());
        QCOMPARE(field->hasError(), !code.isEmpty());
        if (!code.isEmpty()) {
            QVERIFY2(rig.name()->accessibleDescription().contains(field->error()), "a reader hears it");
            rig.submit(); // never sends what is wrong; the focus goes to it
            rig.pass(2);
            QVERIFY(rig.writes().isEmpty());
            QTRY_VERIFY(rig.name()->hasFocus());
            QCOMPARE(rig.name()->text(), typed);
            const auto english = field->error();
            rig.speak(LanguageChoice::Swedish); // the words follow, the text stays
            QVERIFY(field->hasError());
            QVERIFY2(field->error() != english, qPrintable(english));
            QCOMPARE(rig.name()->text(), typed);
        }
        auto* suggestion = rig.get<LinkButton>("suggestion");
        QVERIFY(suggested.isEmpty() || suggestion->isVisible());
        if (suggestion->isVisible()) { // what is offered is right
            rig.person().click(QStringLiteral("enable.suggestion"));
            rig.pass(0);
            QVERIFY(suggested.isEmpty() || rig.name()->text() == suggested);
            QVERIFY2(!field->hasError(), qPrintable(rig.name()->text()));
        }
    }

    void aHalfTypedNameIsNoMistakeYet()
    {
        FormRig rig;
        rig.addVaults();
        rig.open();
        rig.newVault(QStringLiteral("v"));
        QVERIFY(!FormRig::fieldOf(rig.name())->hasError());
        rig.policy()->setFocus(Qt::TabFocusReason);
        rig.pass(0);
        QVERIFY(FormRig::fieldOf(rig.name())->hasError());
        rig.person().type(QStringLiteral("enable.vaultName"), QStringLiteral("va")); // from now on with every key
        QVERIFY(!FormRig::fieldOf(rig.name())->hasError());
        rig.person().type(QStringLiteral("enable.vaultName"), QString());
        QVERIFY(FormRig::fieldOf(rig.name())->hasError());
    }

    void theBackendKnowsMoreNames()
    {
        FormRig rig;
        rig.addVaults();
        const auto taken = QStringLiteral("valv-annans"); // nobody may see it, but it is there
        rig.backend.before = [taken](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (request.target.contains(QLatin1String("checkNameAvailability"), Qt::CaseInsensitive)) {
                const bool free = !request.body.contains(taken.toUtf8());
                return answer(200,
                              {{QStringLiteral("nameAvailable"), free},
                               {QStringLiteral("reason"), free ? QString() : QStringLiteral("AlreadyExists")},
                               {QStringLiteral("message"), QString()}});
            }
            return std::nullopt;
        };
        rig.open();
        rig.newVault(taken);
        auto* field = FormRig::fieldOf(rig.name());
        QVERIFY(!field->hasError());
        QTRY_VERIFY_WITH_TIMEOUT((rig.pass(0), field->hasError()), 20'000);
        rig.person().type(QStringLiteral("enable.vaultName"), QStringLiteral("valv-eget"));
        QVERIFY(!field->hasError());
        const auto free = [&] {
            rig.pass(0);
            for (auto* each : field->findChildren<StatusText*>()) {
                if (each->isVisible() && each->kind() == StatusKind::Ok) {
                    return true;
                }
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(free(), 20'000);
    }

    void thePolicyInWords()
    {
        FormRig rig;
        rig.addVaults();
        rig.open();
        QCOMPARE(FormRig::choices(rig.policy()),
                 (QStringList{QStringLiteral("DefaultPolicy"), QStringLiteral("Guld")}));
        QCOMPARE(rig.policy()->currentText(), QStringLiteral("DefaultPolicy"));
        const auto words = FormRig::texts(rig.window->findChild<EnableForm*>()).join(QLatin1Char('\n'));
        QVERIFY2(words.contains(QStringLiteral("30 days")), qPrintable(words));
        rig.speak(LanguageChoice::Swedish);
        const auto swedish = FormRig::texts(rig.window->findChild<EnableForm*>()).join(QLatin1Char('\n'));
        QVERIFY2(swedish.contains(QStringLiteral("30 dagar")), qPrintable(swedish));
        QVERIFY2(swedish.contains(QStringLiteral("Aktivera säkerhetskopiering")), qPrintable(swedish));
    }

    void anotherVaultFallsBackToDefaultPolicyAndSaysSo()
    {
        FormRig rig;
        rig.addVaults();
        rig.open();
        rig.policy()->setCurrentIndex(1);
        QCOMPARE(rig.policy()->currentText(), QStringLiteral("Guld"));
        rig.vault()->setCurrentIndex(1);
        rig.pass(2);
        QCOMPARE(rig.policy()->currentText(), QStringLiteral("DefaultPolicy"));
        QVERIFY(rig.policy()->accessibleDescription().contains(QStringLiteral("DefaultPolicy is chosen")));
    }

    void theLimitsOfAConnectionAreSaid_data()
    {
        QTest::addColumn<int>("perPolicy");
        QTest::addColumn<int>("perVault");
        QTest::addColumn<bool>("newVault");
        QTest::newRow("V18 policy") << 1 << -1 << false;
        QTest::newRow("V19 vault") << -1 << 1 << false;
        QTest::newRow("a new vault has room") << 1 << 1 << true;
    }
    void theLimitsOfAConnectionAreSaid()
    {
        QFETCH(int, perPolicy);
        QFETCH(int, perVault);
        QFETCH(bool, newVault);
        auto capabilities = client::Capabilities::local({});
        capabilities.vmsPerPolicy = perPolicy;
        capabilities.vmsPerVault = perVault;
        FormRig rig(LanguageChoice::English, capabilities);
        rig.addVaults();
        rig.backend.addVm(QStringLiteral("vm-web-02"));
        rig.backend.addItem(rig.backend.vaultId(QStringLiteral("valv-produktion")),
                            rig.backend.vmId(QStringLiteral("vm-web-02")));
        rig.open();
        if (newVault) {
            rig.newVault(QStringLiteral("valv-nytt"));
        }
        rig.submit();
        rig.pass(newVault ? 6 : 1);
        QCOMPARE(rig.writes().isEmpty(), !newVault);
        if (!newVault) {
            auto* field = FormRig::fieldOf(perPolicy > 0 ? static_cast<QWidget*>(rig.policy()) : rig.vault());
            QCOMPARE(field->error(),
                     perPolicy > 0 ? QStringLiteral("A policy can be used by at most 1 VMs.")
                                   : QStringLiteral("A vault can protect at most 1 VMs."));
            // Another one has room.
            auto* combo = perPolicy > 0 ? rig.policy() : rig.vault();
            combo->setCurrentIndex(1);
            QVERIFY(!field->hasError());
            rig.pass(1);
            rig.submit();
            rig.pass(6);
            QCOMPARE(rig.backend.items.size(), 2);
        }
    }

    //! Source: flows.md C4.
    void theLastRowOfTheListMakesANewPolicy()
    {
        FormRig rig;
        rig.addVaults();
        rig.open();
        auto* combo = rig.policy();
        combo->setCurrentIndex(1);
        combo->setFocus();
        QTest::keyClick(combo, Qt::Key_End); // in the closed list it is no choice
        QTest::keyClick(combo, Qt::Key_Down);
        QCOMPARE(combo->currentText(), QStringLiteral("Guld"));
        QVERIFY(rig.blade() == nullptr);
        FormRig::takeLast(combo);
        QTRY_VERIFY(rig.blade() != nullptr);
        QCOMPARE(combo->currentText(), QStringLiteral("Guld"));
        rig.person().type(QStringLiteral("policy.name"), QStringLiteral("Silver"));
        rig.person().click(QStringLiteral("policy.ok"));
        QTRY_VERIFY(rig.blade() == nullptr);
        QCOMPARE(combo->currentText(), QStringLiteral("Silver"));
        QTRY_VERIFY(combo->hasFocus());
    }

    void theEditorReturnsItsPolicyOrLeavesTheChoice()
    {
        FormRig rig;
        rig.addVaults();
        rig.open();
        rig.policy()->setCurrentIndex(1);
        rig.person().click(QStringLiteral("enable.createPolicy"));
        QTRY_VERIFY(rig.blade() != nullptr);
        rig.person().type(QStringLiteral("policy.name"), QStringLiteral("Silver"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        auto* unsaved = rig.person().find<MessageBar>(QStringLiteral("policyBlade.unsaved"));
        QVERIFY(unsaved != nullptr && rig.blade() != nullptr); // nothing typed is lost unasked
        QVERIFY(pressSaying(*unsaved, QStringLiteral("Discard changes")));
        QTRY_VERIFY(rig.blade() == nullptr);
        QCOMPARE(rig.policy()->currentText(), QStringLiteral("Guld"));
        QTRY_VERIFY(rig.get<LinkButton>("createPolicy")->hasFocus()); // it comes back

        rig.person().click(QStringLiteral("enable.createPolicy"));
        QTRY_VERIFY(rig.blade() != nullptr);
        rig.person().type(QStringLiteral("policy.name"), QStringLiteral("Silver"));
        rig.person().click(QStringLiteral("policy.ok"));
        QTRY_VERIFY(rig.blade() == nullptr);
        QCOMPARE(rig.policy()->currentText(), QStringLiteral("Silver"));
        QVERIFY(!rig.page()->unsaved().isEmpty());
        rig.vault()->setCurrentIndex(1); // it can be saved in any vault
        rig.pass(2);
        QCOMPARE(rig.policy()->currentText(), QStringLiteral("Silver"));
        rig.submit();
        rig.pass(6);
        QCOMPARE(rig.writes(), (QStringList{QStringLiteral("backupPolicies"), QStringLiteral("protectedItems")}));
        QCOMPARE(rig.backend.items.first().policyName, QStringLiteral("Silver"));
        QCOMPARE(rig.backend.items.first().id.vaultId().name(), QStringLiteral("valv-test"));
    }

    //! W11: what others lose by it is said and asked here too.
    void editingWhatOthersUseAsks()
    {
        FormRig rig;
        rig.addVaults();
        rig.backend.addVm(QStringLiteral("vm-web-02"));
        const auto& item = rig.backend.addItem(rig.backend.vaultId(QStringLiteral("valv-produktion")),
                                               rig.backend.vmId(QStringLiteral("vm-web-02")));
        contract::ExpiryPreview::Item of;
        of.id = item.id;
        of.friendlyName = QStringLiteral("vm-web-02");
        of.points = 30;
        of.expiring = 23;
        rig.backend.expiry.items = {of};
        rig.open();
        rig.person().click(QStringLiteral("enable.editPolicy"));
        QTRY_VERIFY(rig.blade() != nullptr);
        rig.person().type(QStringLiteral("policy.dailyCount"), QStringLiteral("7"));
        rig.person().click(QStringLiteral("policy.ok"));
        rig.pass(1);
        QVERIFY(rig.person().find(QStringLiteral("savePolicy")) != nullptr);
        QVERIFY(says(*rig.window, QStringLiteral("vm-web-02 – 23 of 30 recovery points")));
        rig.person().key(Qt::Key_Escape); // no: the editor is still there, with what was typed
        QTRY_VERIFY(rig.person().find(QStringLiteral("savePolicy")) == nullptr);
        QVERIFY(rig.blade() != nullptr);
        rig.person().click(QStringLiteral("policy.ok"));
        rig.pass(1);
        rig.person().click(QStringLiteral("savePolicy.submit"));
        QTRY_VERIFY(rig.blade() == nullptr);
        QVERIFY(rig.writes().isEmpty());
        rig.submit();
        rig.pass(6);
        QCOMPARE(rig.writes(), (QStringList{QStringLiteral("backupPolicies"), QStringLiteral("protectedItems")}));
    }

    void editingWaitsForEnabling()
    {
        FormRig rig;
        rig.addVaults();
        rig.open();
        rig.person().click(QStringLiteral("enable.editPolicy"));
        QTRY_VERIFY(rig.blade() != nullptr);
        QVERIFY(rig.window->findChild<QLineEdit*>(QStringLiteral("policy.name"))->isReadOnly());
        rig.person().type(QStringLiteral("policy.dailyCount"), QStringLiteral("45"));
        rig.person().click(QStringLiteral("policy.ok"));
        QTRY_VERIFY(rig.blade() == nullptr);
        QVERIFY(rig.writes().isEmpty());
        QCOMPARE(rig.policy()->currentText(), QStringLiteral("DefaultPolicy"));
        QVERIFY(FormRig::texts(rig.window->findChild<EnableForm*>())
                    .join(QLatin1Char('\n'))
                    .contains(QStringLiteral("45 days")));
        rig.vault()->setCurrentIndex(1); // the other vault's DefaultPolicy was not changed
        rig.pass(2);
        QVERIFY(FormRig::texts(rig.window->findChild<EnableForm*>())
                    .join(QLatin1Char('\n'))
                    .contains(QStringLiteral("30 days")));
        rig.vault()->setCurrentIndex(0);
        rig.pass(2);
        rig.submit();
        rig.pass(6);
        QCOMPARE(rig.writes(), (QStringList{QStringLiteral("backupPolicies"), QStringLiteral("protectedItems")}));
    }

    //! The same words as the wizard's, and none about what is not known.
    void theChecksSayWhatTheMachineLacks_data()
    {
        QTest::addColumn<contract::AgentState>("agent");
        QTest::addColumn<bool>("off");
        QTest::addColumn<QString>("said"); // empty: nothing of the agent
        using contract::AgentState;
        QTest::newRow("ready") << AgentState::Ready << false << QStringLiteral("The VM agent answers");
        QTest::newRow("silent") << AgentState::NotReady << false << QStringLiteral("The VM agent does not answer");
        QTest::newRow("old") << AgentState::OutOfDate << false << QStringLiteral("The VM agent is out of date");
        QTest::newRow("none") << AgentState::NotInstalled << false << QStringLiteral("The VM agent is not installed");
        QTest::newRow("not known") << AgentState::Unknown << false << QString();
        QTest::newRow("off") << AgentState::Unknown << true << QStringLiteral("The machine is off");
    }
    void theChecksSayWhatTheMachineLacks()
    {
        QFETCH(contract::AgentState, agent);
        QFETCH(bool, off);
        QFETCH(QString, said);
        FormRig rig;
        rig.addVaults();
        auto& machine = rig.backend.machines.first();
        machine.agent = agent;
        machine.power = off ? contract::PowerState::Deallocated : contract::PowerState::Running;
        machine.encrypted = true;
        rig.open();
        const auto words = wordsOf(*rig.page()).join(QLatin1Char('\n'));
        QVERIFY2(words.contains(said), qPrintable(words));
        QCOMPARE(words.contains(QStringLiteral("VM agent")), !said.isEmpty() && !off);
        QVERIFY(words.contains(QStringLiteral("The guest encrypts its disks")));
        QVERIFY(words.contains(QStringLiteral("All disks can be read")));
    }

    void whatCannotBeProtectedSaysWhy()
    {
        FormRig rig;
        rig.addVaults();
        rig.backend.machines.first().disks.clear();
        rig.open();
        auto* enable = rig.get<QAbstractButton>("submit");
        QVERIFY(!canBeUsed(enable));
        QVERIFY(!enable->toolTip().isEmpty());
        QCOMPARE(enable->accessibleDescription(), enable->toolTip());
    }

    //! Where the short form is not enough: the whole one, beside it, and back with the vault chosen.
    void aVaultWithOtherValues_data()
    {
        QTest::addColumn<bool>("swedish");
        QTest::newRow("en") << false;
        QTest::newRow("sv") << true;
    }
    void aVaultWithOtherValues()
    {
        QFETCH(bool, swedish);
        FormRig rig(swedish ? LanguageChoice::Swedish : LanguageChoice::English);
        rig.addVaults();
        rig.backend.groups.append(QStringLiteral("rg-backup"));
        rig.open();
        rig.policy()->setCurrentText(QStringLiteral("Guld"));
        const auto bladeOf = [&rig] { return rig.window->findChild<Blade*>(QStringLiteral("createVaultBlade")); };
        const auto field = [&rig](const char* name) {
            return rig.person().find<ComboBox>(QStringLiteral("createVault.") + QLatin1String(name));
        };
        rig.newVault(QStringLiteral("valv-eget"));
        rig.person().click(QStringLiteral("enable.otherVault"));
        QTRY_VERIFY(bladeOf() != nullptr && bladeOf()->isOpen());
        auto* name = rig.person().find<QLineEdit>(QStringLiteral("createVault.vaultName"));
        QCOMPARE(name->text(), QStringLiteral("valv-eget")); // what was typed comes along
        QCOMPARE(field("group")->currentText(), QStringLiteral("rg-webb"));
        QCOMPARE(field("location")->count(), 1); // another region would not do for this machine
        QCOMPARE(field("location")->currentData().toString(), QStringLiteral("swedencentral"));

        rig.person().type(QStringLiteral("createVault.vaultName"), QStringLiteral("valv-annat"));
        QTest::keyClick(name, Qt::Key_Escape);
        QTRY_VERIFY(bladeOf() == nullptr);
        QTRY_VERIFY(rig.get<LinkButton>("otherVault")->hasFocus());
        rig.person().click(QStringLiteral("enable.existingVault"));
        rig.person().click(QStringLiteral("enable.otherVault"));
        QTRY_VERIFY(bladeOf() != nullptr && bladeOf()->isOpen());
        name = rig.person().find<QLineEdit>(QStringLiteral("createVault.vaultName"));
        QCOMPARE(name->text(), QStringLiteral("valv-annat")); // nothing typed is lost

        rig.person().type(QStringLiteral("createVault.vaultName"), QStringLiteral("1valv"));
        rig.person().click(QStringLiteral("createVault.submit"));
        QVERIFY(rig.writes().isEmpty());
        QTRY_VERIFY(name->hasFocus());
        rig.person().type(QStringLiteral("createVault.vaultName"), QStringLiteral("valv-annat"));
        rig.refuse("vaults", QStringLiteral("UserErrorRequestDisallowedByPolicy"));
        name->setFocus(Qt::TabFocusReason);
        rig.person().find<QAbstractButton>(QStringLiteral("createVault.submit"))->click();
        // Nothing can be changed meanwhile, and it does not go unasked: how it ended would not be seen.
        QVERIFY(!rig.person().canUse(QStringLiteral("createVault.vaultName")));
        QCOMPARE(rig.window->focusWidget(), bladeOf());
        QVERIFY(QAccessible::queryAccessibleInterface(bladeOf())->state().busy);
        QTest::keyClick(bladeOf(), Qt::Key_Escape);
        QVERIFY(bladeOf() != nullptr && bladeOf()->isOpen());
        auto* notDone = rig.person().find<MessageBar>(QStringLiteral("createVault.unsaved"));
        QVERIFY(notDone != nullptr);
        QVERIFY2(notDone->sentence().contains(swedish ? QStringLiteral("Det här är inte klart ännu.")
                                                      : QStringLiteral("This is not done yet.")),
                 qPrintable(notDone->sentence()));
        rig.pass(3);
        QVERIFY(bladeOf() != nullptr && notDone->isHidden());
        QCOMPARE(rig.window->focusWidget(), name);
        QCOMPARE(name->text(), QStringLiteral("valv-annat"));
        QVERIFY(rig.person().find<MessageBar>(QStringLiteral("createVault.failure"))->isVisible());
        rig.backend.before = {};
        rig.transport->requests.clear();
        rig.person().click(QStringLiteral("createVault.submit"));
        rig.pass(3);
        QTRY_VERIFY(bladeOf() == nullptr);
        QCOMPARE(rig.writes(), QStringList{QStringLiteral("vaults")});
        if (auto* key = rig.window->findChild<Blade*>(QStringLiteral("recoveryKey"))) {
            QTest::keyClick(key, Qt::Key_Escape);
        }
        QVERIFY(rig.get<QRadioButton>("existingVault")->isChecked());
        QCOMPARE(rig.vault()->currentText(), QStringLiteral("valv-annat"));
        rig.submit();
        rig.pass(8);
        QCOMPARE(rig.backend.items.size(), 1);
        QCOMPARE(rig.backend.items.first().id.vaultId().name(), QStringLiteral("valv-annat"));
    }
};

VALV_TEST(EnableFormTest)

} // namespace tst_enableform

#include "tst_enableform.moc"
