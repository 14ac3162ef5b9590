// SPDX-License-Identifier: GPL-3.0-or-later
// What the form that enables backup says while something is read, could not be read, has gone, was changed by somebody
// else or was refused: said, and drawn in both languages. Source: flows.md 0.10, A5–A8, C4.
#include "controls/combobox.h"
#include "controls/messagebar.h"
#include "frame/storenotice.h"
#include "support/drawnstate.h"
#include "support/testprogram.h"
#include "support/trouble.h"
#include "vaults/vaultchooser.h"
#include "views/virtualmachines/formrig.h"
#include "virtualmachines/enableform.h"

#include <QAbstractItemView>
#include <QLineEdit>
#include <QRadioButton>

namespace tst_enablestates {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;

namespace {

contract::BackupPolicy& policyInForce(FormRig& rig)
{
    return *std::find_if(rig.backend.policies.begin(), rig.backend.policies.end(), [&rig](const auto& policy) {
        return policy.id.vaultId() == rig.backend.vaultId(QStringLiteral("valv-produktion"))
            && policy.name == QStringLiteral("DefaultPolicy");
    });
}

void changedBySomebodyElse(FormRig& rig)
{
    rig.person().click(QStringLiteral("enable.editPolicy"));
    QTRY_VERIFY(rig.blade() != nullptr);
    rig.person().type(QStringLiteral("policy.dailyCount"), QStringLiteral("45"));
    rig.person().click(QStringLiteral("policy.ok"));
    QTRY_VERIFY(rig.blade() == nullptr);
    policyInForce(rig).daily->days = 14;
    ++rig.backend.policyVersion;
    rig.submit();
    rig.pass(4);
}

void vaultGoes(FormRig& rig)
{
    rig.vault()->setCurrentIndex(1);
    rig.pass(1);
    rig.backend.vaults.removeIf([](const auto& vault) { return vault.name == QStringLiteral("valv-test"); });
    rig.session->refreshAll();
    rig.pass(3);
}

void policyGoes(FormRig& rig)
{
    rig.policy()->setCurrentIndex(1);
    rig.backend.policies.removeIf([](const auto& policy) { return policy.name == QStringLiteral("Guld"); });
    rig.session->refreshAll();
    rig.pass(3);
}

const std::vector<DrawnState<FormRig>>& states()
{
    const auto unread = [](int status) {
        return [status](FormRig& rig) {
            rig.backend.before = Trouble{status, QStringLiteral("/backupPolicies")};
            rig.vault()->setCurrentIndex(1);
            rig.pass(60); // it is tried again by itself first
        };
    };
    static const std::vector<DrawnState<FormRig>> all{
        {"opened", "About the policy", "Information om principen", [](FormRig&) {}},
        {"loading", "Loading…", "Hämtar …",
         [](FormRig& rig) {
             rig.transport->hold = true;
             rig.vault()->setCurrentIndex(1);
         }},
        {"no-vault", "There is no vault in the machine's region", "Det finns inget valv i datorns region",
         [](FormRig& rig) {
             rig.backend.vaults.clear();
             rig.session->refreshAll();
             rig.pass(3);
         }},
        {"failing", "The policies could not be read.", "Principerna kunde inte läsas in.", unread(500)},
        {"forbidden", "You do not have permission", "Du saknar behörighet", unread(403)},
        {"offline", "The policies could not be read.", "Principerna kunde inte läsas in.", unread(0)},
        {"stale", "Showing data from", "Visar data från",
         [](FormRig& rig) {
             rig.backend.before = Trouble{500, QStringLiteral("/vaults")};
             rig.session->refreshAll();
             rig.pass(60);
         }},
        {"vault-gone", "The vault valv-test is gone. Choose another one.",
         "Valvet valv-test finns inte längre. Välj ett annat.", vaultGoes},
        {"policy-gone", "The policy Guld is gone. Choose another one.",
         "Principen Guld finns inte längre. Välj en annan.", policyGoes},
        {"conflict", "Someone else has changed the policy", "Någon annan har ändrat principen", changedBySomebodyElse},
        {"refused", "Backup could not be enabled for vm-web-01", "kunde inte aktiveras för vm-web-01",
         [](FormRig& rig) {
             rig.refuse("protectedItems", QStringLiteral("UserErrorRequestDisallowedByPolicy"));
             rig.submit();
             rig.pass(6);
         }},
        {"under-way", "Enabling backup for vm-web-01…", "Aktiverar säkerhetskopiering för vm-web-01 …",
         [](FormRig& rig) {
             rig.transport->hold = true;
             rig.submit();
         }},
        {"new-vault-bad-name", "letter", "bokstav",
         [](FormRig& rig) {
             rig.newVault(QStringLiteral("1valv"));
             rig.submit();
         }},
    };
    return all;
}

} // namespace

class EnableStatesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsDrawn_data() { addStates(states()); }
    void eachIsDrawn()
    {
        QFETCH(DrawnAs, as);
        const auto& state = states()[static_cast<std::size_t>(as.state)];
        FormRig rig(as.words());
        rig.settings.setLook(as.look());
        rig.addVaults();
        rig.open(as.size());
        state.bring(rig);
        QCOMPARE(faultsOfState(*rig.window, state, as, "enable"), QString());
    }

    void policiesThatCannotBeReadSayWhy_data() { Trouble::addRows(); }
    void policiesThatCannotBeReadSayWhy()
    {
        QFETCH(int, status);
        FormRig rig;
        rig.addVaults();
        const Trouble trouble{status, QStringLiteral("/backupPolicies")};
        rig.backend.before = trouble;
        rig.open();
        rig.pass(60); // it is tried again by itself first
        auto* said = rig.get<StoreNotice>("policiesUnread");
        QVERIFY(said->isVisible());
        QVERIFY2(said->sentence().contains(QStringLiteral("The policies could not be read.")),
                 qPrintable(said->sentence()));
        QVERIFY2(said->sentence().contains(trouble.why()), qPrintable(said->sentence()));
        QCOMPARE(rig.policy()->placeholderText(), QStringLiteral("The policies could not be read"));
        rig.submit(); // nothing is chosen blindly
        rig.pass(1);
        QCOMPARE(FormRig::fieldOf(rig.policy())->error(), QStringLiteral("The policies could not be read."));
        QVERIFY(rig.writes().isEmpty());
        const auto english = said->sentence();
        rig.speak(LanguageChoice::Swedish);
        QVERIFY(said->sentence() != english);
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.speak(LanguageChoice::English);
        *trouble.on = false;
        QVERIFY(pressSaying(*said, QStringLiteral("Try again")));
        QVERIFY(rig.policy()->hasFocus());
        rig.pass(2);
        QVERIFY(!said->isVisible());
        QCOMPARE(FormRig::choices(rig.policy()),
                 (QStringList{QStringLiteral("DefaultPolicy"), QStringLiteral("Guld")}));
        QCOMPARE(rig.policy()->currentText(), QStringLiteral("DefaultPolicy"));
        QVERIFY(!FormRig::fieldOf(rig.policy())->hasError());
    }

    void policiesThatAreBeingReadAreWaitedFor()
    {
        FormRig rig;
        rig.addVaults();
        rig.open();
        rig.transport->hold = true;
        rig.vault()->setCurrentIndex(rig.vault()->findText(QStringLiteral("valv-test")));
        QCOMPARE(rig.policy()->placeholderText(), QStringLiteral("Loading…"));
        QVERIFY(!rig.get<StoreNotice>("policiesUnread")->isVisible());
        rig.submit();
        QCOMPARE(FormRig::fieldOf(rig.policy())->error(), QStringLiteral("The policies are being read."));
        rig.transport->hold = false;
        while (rig.transport->release()) { }
        rig.pass(1);
        QCOMPARE(rig.policy()->currentText(), QStringLiteral("DefaultPolicy"));
        QVERIFY(!FormRig::fieldOf(rig.policy())->hasError());
        QVERIFY(rig.writes().isEmpty());
    }

    void vaultsThatAreNotReadAreNotCalledMissing_data() { Trouble::addRows(); }
    void vaultsThatAreNotReadAreNotCalledMissing()
    {
        QFETCH(int, status);
        FormRig rig;
        rig.addVaults();
        const Trouble trouble{status, QStringLiteral("/vaults")};
        rig.backend.before = trouble;
        rig.transport->hold = true;
        rig.show({QStringLiteral("settings"), {}, {}});
        VaultChooser chooser(*rig.context);
        chooser.setMachine(rig.backend.machines.constFirst());
        chooser.resize(700, 300);
        chooser.show();
        auto* combo = chooser.findChild<ComboBox*>(QStringLiteral("enable.vault"));
        auto* existing = chooser.findChild<QRadioButton*>(QStringLiteral("enable.existingVault"));
        auto* said = chooser.findChild<StoreNotice*>(QStringLiteral("enable.vaultsUnread"));
        QCOMPARE(combo->placeholderText(), QStringLiteral("Loading…"));
        const auto missing = QStringLiteral("There is no vault in the machine's region");
        QVERIFY(!says(chooser, missing));
        QVERIFY(existing->isChecked() && existing->isEnabled());
        QVERIFY(!chooser.validate(1));
        QCOMPARE(chooser.fields().constFirst()->error(), QStringLiteral("The vaults are being read."));
        rig.transport->hold = false;
        while (rig.transport->release()) { }
        rig.pass(60);
        QVERIFY(said->isVisible());
        QVERIFY2(said->sentence().contains(trouble.why()), qPrintable(said->sentence()));
        QVERIFY(!says(chooser, missing));
        QVERIFY(!chooser.validate(1));
        QCOMPARE(chooser.fields().constFirst()->error(), QStringLiteral("The vaults could not be read."));
        *trouble.on = false;
        QVERIFY(pressSaying(*said, QStringLiteral("Try again")));
        rig.pass(60);
        QVERIFY(!said->isVisible());
        QCOMPARE(combo->currentText(), QStringLiteral("valv-produktion"));
        QVERIFY(chooser.validate(1));
    }

    //! Another one in its place without a word would put backups where nobody wanted them.
    void aChosenVaultThatGoesIsMissed_data()
    {
        QTest::addColumn<bool>("deleting");
        QTest::newRow("it is being deleted") << true;
        QTest::newRow("it is gone") << false;
    }
    void aChosenVaultThatGoesIsMissed()
    {
        QFETCH(bool, deleting);
        FormRig rig;
        rig.addVaults();
        rig.open();
        rig.vault()->setCurrentIndex(1);
        rig.pass(1);
        auto& vaults = rig.backend.vaults;
        const auto chosen = std::find_if(vaults.begin(), vaults.end(), [](const contract::Vault& vault) {
            return vault.name == QStringLiteral("valv-test");
        });
        const auto known = *chosen;
        if (deleting) {
            chosen->provisioning = contract::ProvisioningState::Deleting;
        } else {
            vaults.erase(chosen);
        }
        rig.session->refreshAll();
        rig.pass(3);
        QCOMPARE(rig.vault()->currentIndex(), -1);
        auto* field = FormRig::fieldOf(rig.vault());
        const auto why = deleting ? ErrorText::of(QStringLiteral("ValVaultNotUsable"), {}).message()
                                  : QStringLiteral("The vault valv-test is gone. Choose another one.");
        QCOMPARE(field->error(), why);
        rig.submit();
        rig.pass(3);
        QCOMPARE(rig.writes(), QStringList());
        QCOMPARE(field->error(), why);
        QVERIFY2(rig.vault()->accessibleDescription().contains(why), "a reader hears it");

        vaults.removeIf([&known](const contract::Vault& vault) { return vault.id == known.id; });
        vaults.append(known); // it was a mistake
        rig.session->refreshAll();
        rig.pass(3);
        QCOMPARE(rig.vault()->currentText(), QStringLiteral("valv-test"));
        QVERIFY(!field->hasError());
    }

    //! The field that is put away is not asked for any more.
    void whereNoVaultIsLeftNoneIsMissed()
    {
        FormRig rig;
        rig.addVaults();
        rig.open();
        vaultGoes(rig);
        QCOMPARE(rig.summary()->fieldsWithError().size(), 1);
        rig.backend.vaults.clear();
        rig.session->refreshAll();
        rig.pass(3);
        QVERIFY(rig.get<QRadioButton>("newVault")->isChecked());
        QVERIFY(!rig.summary()->hasErrors());
        rig.newVault(QStringLiteral("1valv"));
        rig.submit();
        QCOMPARE(rig.summary()->fieldsWithError().size(), 1);
        rig.backend.addVault(QStringLiteral("valv-produktion"));
        rig.session->refreshAll();
        rig.pass(3);
        rig.person().click(QStringLiteral("enable.existingVault"));
        QCOMPARE(rig.summary()->fieldsWithError(), QVector<Field*>{FormRig::fieldOf(rig.vault())}); // it is still gone
        rig.vault()->setCurrentIndex(0);
        QVERIFY(!rig.summary()->hasErrors());
        rig.person().click(QStringLiteral("enable.newVault"));
        QCOMPARE(rig.summary()->fieldsWithError().size(), 1); // still wrong, still there
    }

    void aChosenPolicyThatGoesIsMissed()
    {
        FormRig rig;
        rig.addVaults();
        rig.open();
        policyGoes(rig);
        QCOMPARE(rig.policy()->currentIndex(), -1);
        auto* field = FormRig::fieldOf(rig.policy());
        QCOMPARE(field->error(), QStringLiteral("The policy Guld is gone. Choose another one."));
        rig.submit();
        rig.pass(3);
        QCOMPARE(rig.writes(), QStringList());
        rig.policy()->setCurrentIndex(0);
        QVERIFY(!field->hasError());
        rig.submit();
        rig.pass(6);
        QCOMPARE(rig.backend.items.size(), 1);
        QCOMPARE(rig.backend.items.first().policyName, QStringLiteral("DefaultPolicy"));
    }

    //! What somebody else saved meanwhile is not replaced without a word, and nothing typed is lost.
    void editingWhatSomebodyElseChangesToo()
    {
        FormRig rig;
        rig.addVaults();
        rig.open();
        changedBySomebodyElse(rig);
        QVERIFY(rig.failure() != nullptr && rig.failure()->isVisible());
        QVERIFY2(rig.failure()->sentence().contains(QStringLiteral("Someone else has changed the policy")),
                 qPrintable(rig.failure()->sentence()));
        QCOMPARE(policyInForce(rig).daily->days, 14);
        QVERIFY(rig.backend.items.isEmpty());

        rig.person().click(QStringLiteral("enable.editPolicy")); // mine, and what theirs is
        QTRY_VERIFY(rig.blade() != nullptr);
        QCOMPARE(rig.window->findChild<QLineEdit*>(QStringLiteral("policy.dailyCount"))->text(), QStringLiteral("45"));
        QVERIFY2(says(*rig.blade(), QStringLiteral("14")), "what it is now");
        rig.person().click(QStringLiteral("policy.ok"));
        QTRY_VERIFY(rig.blade() == nullptr);
        rig.submit();
        rig.pass(6);
        QCOMPARE(policyInForce(rig).daily->days, 45);
        QCOMPARE(rig.backend.items.size(), 1);
    }

    void aPolicyThatCannotBeReadIsNotEdited()
    {
        FormRig rig;
        rig.addVaults();
        rig.open();
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            return request.target.contains(QStringLiteral("/backupPolicies/"))
                ? std::optional(Result<HttpResponse>(answer(500, errorBody(QStringLiteral("CloudInternalError")))))
                : std::nullopt;
        };
        rig.person().click(QStringLiteral("enable.editPolicy"));
        auto* field = FormRig::fieldOf(rig.policy());
        for (int i = 0; i < 8 && !field->hasError(); ++i) { // it is tried more than once
            rig.pass(1);
        }
        QVERIFY(field->hasError());
        QVERIFY(rig.blade() == nullptr);
        rig.backend.before = {};
        rig.person().click(QStringLiteral("enable.editPolicy"));
        QTRY_VERIFY(rig.blade() != nullptr);
    }

    void unknownIsNotCalledUnprotected()
    {
        FormRig rig;
        rig.addVaults();
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (QUrl(request.target).path().endsWith(QLatin1String("/backupProtectedItems"), Qt::CaseInsensitive)) {
                return answer(403, errorBody(QStringLiteral("AuthorizationFailed")));
            }
            return std::nullopt;
        };
        rig.show({QStringLiteral("virtualmachine"), rig.backend.vmId(QStringLiteral("vm-web-01")).text(),
                  QStringLiteral("backup")});
        QVERIFY(rig.window->findChild<EnableForm*>() == nullptr);
        const auto said = FormRig::texts(rig.page()).join(QLatin1Char('\n'));
        QVERIFY2(
            said.contains(QStringLiteral("It cannot be determined whether the virtual machine is already backed up.")),
            qPrintable(said));
    }
};

VALV_TEST(EnableStatesTest)

} // namespace tst_enablestates

#include "tst_enablestates.moc"
