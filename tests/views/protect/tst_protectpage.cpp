// SPDX-License-Identifier: GPL-3.0-or-later
// Backup goal, policy, machines: what the page says and keeps in all its states. Source: flows.md C2–C6.
#include "controls/formfooter.h"
#include "controls/messagebar.h"
#include "controls/pill.h"
#include "controls/radiocard.h"
#include "controls/searchfield.h"
#include "controls/table.h"
#include "presentation/models/candidatemodel.h"
#include "presentation/text/errortext.h"
#include "protect/machinesstep.h"
#include "protect/protectpage.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/trouble.h"
#include "support/widgetwalk.h"

#include <QComboBox>

namespace tst_protectpage {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;

namespace {

struct ProtectRig : PageRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));
    ArmId other = backend.vaultId(QStringLiteral("valv-test"));

    explicit ProtectRig(LanguageChoice words = LanguageChoice::English,
                        const client::Capabilities& capabilities = client::Capabilities::local({}))
        : PageRig(words, capabilities)
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVault(QStringLiteral("valv-test"));
        backend.addPolicy(vault, QStringLiteral("Guld"));
    }
    void addMachines(int count = 4)
    {
        for (int i = 1; i <= count; ++i) {
            backend.addVm(QStringLiteral("vm-web-%1").arg(i, 2, 10, QLatin1Char('0')));
        }
        backend.addVm(QStringLiteral("fil-02"), QStringLiteral("rg-fil"), QStringLiteral("northeurope"));
        backend.addVm(QStringLiteral("sql-01"), QStringLiteral("rg-sql"));
        backend.addItem(other, backend.vmId(QStringLiteral("sql-01"), QStringLiteral("rg-sql")));
    }
    void open(QSize size = {1440, 900})
    {
        show({QStringLiteral("vault"), vault.text(), QStringLiteral("backup")}, size);
        wait(1);
    }
    void wait(int seconds = 2)
    {
        for (int i = 0; i < seconds; ++i) {
            pass(1);
            for (const auto* model : window->findChildren<CandidateModel*>()) { // tells many answers together
                QVERIFY(QTest::qWaitFor([model] { return !model->candidates().hasNews(); }));
            }
        }
        settle();
    }
    [[nodiscard]] Table& table() const { return *person().find<Table>(QStringLiteral("candidates")); }
    void press(const char* name)
    {
        person().click(QLatin1String(name));
        wait(2);
    }
    void toMachines()
    {
        press("protect.submit");
        press("protect.submit");
        wait(4);
    }
    void tick(const QString& name)
    {
        auto& list = table();
        const auto at = console::Driver::row(list, 0, name);
        QVERIFY2(at.isValid(), qPrintable(name));
        list.scrollTo(at);
        QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.checkRect(at.row()).center());
        wait(1);
    }
    [[nodiscard]] QStringList ticked() const
    {
        QStringList names;
        for (const int row : table().selectedRows()) {
            names << table().model()->index(row, 0).data().toString();
        }
        names.sort();
        return names;
    }
    [[nodiscard]] QStringList listed() const
    {
        QStringList names;
        for (int row = 0; row < table().model()->rowCount(); ++row) {
            names << table().model()->index(row, 0).data().toString();
        }
        return names;
    }
    [[nodiscard]] QString stateOf(const QString& name) const
    {
        const auto at = console::Driver::row(table(), 0, name);
        return at.siblingAtColumn(CandidateModel::Check).data().toString();
    }
    [[nodiscard]] QString primary() const
    {
        return person().find<QAbstractButton>(QStringLiteral("protect.submit"))->text();
    }
    [[nodiscard]] bool sees(const QString& text) const { return says(*window, text); }
};

} // namespace

class ProtectPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatWorksCanBeChosen()
    {
        ProtectRig rig;
        rig.addMachines();
        rig.open();
        QVERIFY(rig.person().canUse(QStringLiteral("goal.here")));
        QVERIFY(rig.person().canUse(QStringLiteral("goal.vm")));
        for (const char* name : {"goal.azure", "goal.azureStack", "goal.fileShare", "goal.sql"}) {
            auto* card = rig.person().find<RadioCard>(QLatin1String(name));
            QVERIFY(card != nullptr && !card->isEnabled());
            QCOMPARE(card->accessibleDescription(), QStringLiteral("Valv cannot back up this workload yet."));
        }
        QVERIFY(rig.person().find(QStringLiteral("goal.here"))->hasFocus());
        QVERIFY(!rig.person().canUse(QStringLiteral("protect.previous")));
        QCOMPARE(rig.asked("/refreshContainers"), 0); // nobody has said what for
        rig.press("protect.submit");
        QCOMPARE(rig.asked("/refreshContainers"), 1);
    }

    void goingBackKeepsWhatWasChosen()
    {
        ProtectRig rig;
        rig.addMachines();
        rig.open();
        rig.press("protect.submit");
        auto* policy = rig.person().find<QComboBox>(QStringLiteral("enable.policy"));
        QVERIFY(policy != nullptr && policy->hasFocus());
        QVERIFY(rig.sees(QStringLiteral("Scheduled backups run while Valv is open on this computer."))); // W18
        policy->setCurrentIndex(policy->findText(QStringLiteral("Guld")));
        rig.press("protect.submit");
        rig.wait(3);
        QVERIFY(rig.sees(QStringLiteral("2. Backup policy: Guld")));
        rig.tick(QStringLiteral("vm-web-01"));
        rig.tick(QStringLiteral("vm-web-03"));
        QVERIFY(!rig.page()->unsaved().isEmpty());
        rig.press("protect.previous");
        QVERIFY(rig.person().find(QStringLiteral("candidates")) == nullptr);
        QCOMPARE(rig.person().find<QComboBox>(QStringLiteral("enable.policy"))->currentText(), QStringLiteral("Guld"));
        rig.press("protect.changeGoal");
        QVERIFY(rig.person().find(QStringLiteral("goal.here"))->hasFocus());
        rig.press("protect.submit");
        QCOMPARE(rig.person().find<QComboBox>(QStringLiteral("enable.policy"))->currentText(), QStringLiteral("Guld"));
        rig.press("protect.submit");
        QCOMPARE(rig.ticked(), QStringList({QStringLiteral("vm-web-01"), QStringLiteral("vm-web-03")}));
        QCOMPARE(rig.asked("/refreshContainers"), 1); // what was found is still found
        QVERIFY(rig.table().hasFocus());
    }

    void theOthersSayWhyOnDemand()
    {
        ProtectRig rig;
        rig.addMachines(2);
        rig.open();
        rig.toMachines();
        QCOMPARE(rig.listed(), QStringList({QStringLiteral("vm-web-01"), QStringLiteral("vm-web-02")}));
        rig.press("candidates.others");
        QCOMPARE(rig.listed().size(), 4);
        QCOMPARE(rig.stateOf(QStringLiteral("fil-02")), QStringLiteral("Other region: North Europe"));
        QCOMPARE(rig.stateOf(QStringLiteral("sql-01")), QStringLiteral("Already protected in valv-test"));
        rig.table().setFocus();
        QTest::keyClick(&rig.table(), Qt::Key_A, Qt::ControlModifier);
        rig.wait(1);
        QCOMPARE(rig.ticked(), QStringList({QStringLiteral("vm-web-01"), QStringLiteral("vm-web-02")}));
        rig.press("protect.whyMissing");
        QVERIFY(rig.person().find(QStringLiteral("missingMachines")) != nullptr);
        QVERIFY(rig.sees(QStringLiteral("Other region: North Europe (1)")));
        rig.speak(LanguageChoice::Swedish);
        QVERIFY(rig.sees(QStringLiteral("Varför saknas en virtuell dator?")));
        QVERIFY(rig.sees(QStringLiteral("Skyddas redan i valv-test (1)")));
    }

    void theFilterKeepsTheChoice()
    {
        ProtectRig rig;
        rig.addMachines(6);
        rig.open();
        rig.toMachines();
        rig.tick(QStringLiteral("vm-web-02"));
        rig.person().type(QStringLiteral("candidates.filter"), QStringLiteral("web-05"));
        rig.wait(1);
        QCOMPARE(rig.listed(), QStringList{QStringLiteral("vm-web-05")});
        rig.tick(QStringLiteral("vm-web-05"));
        QVERIFY(rig.sees(QStringLiteral("2 selected")));
        rig.person().find<QLineEdit>(QStringLiteral("candidates.filter"))->clear();
        rig.wait(1);
        QCOMPARE(rig.ticked(), QStringList({QStringLiteral("vm-web-02"), QStringLiteral("vm-web-05")}));
        // A range that is added with the shift key takes nothing away.
        auto& list = rig.table();
        list.setFocus();
        list.setCurrentIndex(console::Driver::row(list, 0, QStringLiteral("vm-web-03")));
        QTest::keyClick(&list, Qt::Key_Down, Qt::ShiftModifier);
        rig.wait(1);
        QVERIFY(rig.ticked().contains(QStringLiteral("vm-web-02")));
        QVERIFY(rig.ticked().contains(QStringLiteral("vm-web-04")));
    }

    void nothingIsEnabledWithoutAMachine()
    {
        ProtectRig rig;
        rig.addMachines(2);
        rig.open();
        rig.toMachines();
        rig.press("protect.submit");
        QVERIFY(rig.sees(QStringLiteral("Select at least one VM.")));
        QVERIFY(rig.table().hasFocus());
        rig.tick(QStringLiteral("vm-web-01"));
        QVERIFY(!rig.sees(QStringLiteral("Select at least one VM.")));
    }

    void oneThatIsNotValidIsSkipped()
    {
        ProtectRig rig;
        rig.addMachines(3);
        rig.backend.obstacles.insert(rig.backend.vmId(QStringLiteral("vm-web-02")),
                                     QStringLiteral("UserErrorVmNotFoundV2"));
        rig.open();
        rig.toMachines();
        rig.table().setFocus();
        QTest::keyClick(&rig.table(), Qt::Key_A, Qt::ControlModifier);
        rig.wait(2);
        QVERIFY(rig.sees(QStringLiteral("Validation: 3 of 3 done")));
        QVERIFY(rig.sees(QStringLiteral("2 valid")));
        QVERIFY(rig.sees(QStringLiteral("1 not valid")));
        rig.press("protect.submit"); // says what is wrong, and leads there
        QVERIFY(rig.sees(QStringLiteral("1 can't be protected")));
        QCOMPARE(rig.table().currentIndex().siblingAtColumn(0).data().toString(), QStringLiteral("vm-web-02"));
        QCOMPARE(rig.backend.items.size(), 1);
        auto* skip = rig.person().find<QAbstractButton>(QStringLiteral("protect.skip"));
        QCOMPARE(skip->text(), QStringLiteral("Skip vm-web-02 and continue"));
        rig.press("protect.skip");
        rig.wait(6);
        QCOMPARE(rig.backend.items.size(), 3);
        QVERIFY(rig.sees(QStringLiteral("Backup enabled for 2 of 2 virtual machines.")));
    }

    void whatFailsSaysWhyAndIsTriedAgain()
    {
        ProtectRig rig;
        rig.addMachines(3);
        auto refused = std::make_shared<bool>(true);
        rig.backend.before = [refused](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (*refused && request.method == contract::Method::Put
                && request.target.contains(QLatin1String("vm-web-02"))) {
                return answer(409, errorBody(QStringLiteral("BMSUserErrorObjectLocked")));
            }
            return std::nullopt;
        };
        rig.open();
        rig.toMachines();
        rig.table().setFocus();
        QTest::keyClick(&rig.table(), Qt::Key_A, Qt::ControlModifier);
        rig.wait(2);
        rig.press("protect.submit");
        rig.wait(6);
        auto* done = rig.window->findChild<MessageBar*>(QStringLiteral("protect.done"));
        auto* cause = rig.window->findChild<MessageBar*>(QStringLiteral("protect.cause0"));
        QVERIFY(done->isVisible() && cause->isVisible());
        QVERIFY(done->sentence().contains(QStringLiteral("Backup enabled for 2 of 3 virtual machines.")));
        QVERIFY(cause->sentence().contains(QStringLiteral("vm-web-02")));
        QVERIFY(cause->sentence().contains(ErrorText::of(QStringLiteral("BMSUserErrorObjectLocked"), {}).action()));
        QCOMPARE(rig.stateOf(QStringLiteral("vm-web-01")), QStringLiteral("Backup is enabled"));
        QCOMPARE(rig.primary(), QStringLiteral("Try again for 1 machine"));
        QCOMPARE(rig.told().size(), 1); // one notification for all
        QVERIFY(rig.told().first().contains(QStringLiteral("Backup has been enabled for 2 of 3 virtual machines")));
        QVERIFY2(faultsOf(*rig.page()).isEmpty(), qPrintable(faultsOf(*rig.page())));
        rig.speak(LanguageChoice::Swedish);
        QVERIFY(rig.sees(QStringLiteral("Säkerhetskopiering har aktiverats för 2 av 3 virtuella datorer.")));
        QCOMPARE(rig.primary(), QStringLiteral("Försök igen för 1 dator"));
        rig.speak(LanguageChoice::English);
        *refused = false;
        rig.press("protect.submit");
        rig.wait(6);
        QCOMPARE(rig.backend.items.size(), 4);
        QVERIFY(!cause->isVisible());
        QCOMPARE(rig.primary(), QStringLiteral("Show backup items"));
        QVERIFY(rig.page()->unsaved().isEmpty());
        rig.press("protect.previous"); // more machines
        QCOMPARE(rig.listed(), QStringList());
        rig.wait(4);
        QVERIFY(rig.sees(QStringLiteral("There is no virtual machine to protect here")));
    }

    //! A policy that was made in the first round stands in the vault in the second.
    void moreMachinesWithTheNewPolicy_data()
    {
        QTest::addColumn<bool>("changed"); // else it is a new one
        QTest::newRow("new") << false;
        QTest::newRow("changed") << true;
    }
    void moreMachinesWithTheNewPolicy()
    {
        QFETCH(bool, changed);
        ProtectRig rig;
        rig.addMachines(2);
        rig.open();
        rig.press("protect.submit");
        rig.press(changed ? "enable.editPolicy" : "enable.createPolicy");
        if (changed) {
            rig.person().type(QStringLiteral("policy.dailyCount"), QStringLiteral("45"));
        } else {
            rig.person().type(QStringLiteral("policy.name"), QStringLiteral("Silver"));
        }
        rig.press("policy.ok");
        rig.press("protect.submit");
        rig.wait(4);
        const int before = static_cast<int>(rig.backend.items.size());
        rig.tick(QStringLiteral("vm-web-01"));
        rig.press("protect.submit");
        rig.wait(6);
        QCOMPARE(rig.backend.items.size(), before + 1);
        rig.press("protect.previous"); // Protect more machines
        rig.wait(4);
        QVERIFY(rig.page()->unsaved().isEmpty());
        rig.tick(QStringLiteral("vm-web-02"));
        rig.press("protect.submit");
        rig.wait(6);
        QCOMPARE(rig.backend.items.size(), before + 2);
        const auto wanted = changed ? QStringLiteral("DefaultPolicy") : QStringLiteral("Silver");
        QCOMPARE(rig.backend.items.last().policyName, wanted);
        const auto saved =
            std::count_if(rig.transport->requests.cbegin(), rig.transport->requests.cend(), [](const auto& request) {
                return request.method == contract::Method::Put
                    && QUrl(request.target).path().section(QLatin1Char('/'), -2, -2) == QLatin1String("backupPolicies");
            });
        QCOMPARE(saved, 1);
    }

    void noneToChoose()
    {
        ProtectRig rig;
        rig.backend.addVm(QStringLiteral("fil-02"), QStringLiteral("rg-fil"), QStringLiteral("northeurope"));
        rig.open();
        rig.toMachines();
        QVERIFY(rig.sees(QStringLiteral("There is no virtual machine to protect here")));
        auto* why = rig.person().find(QStringLiteral("candidates.emptyAction"));
        QVERIFY(why != nullptr && why->hasFocus());
        QTest::keyClick(why, Qt::Key_Space);
        rig.wait(1);
        QVERIFY(rig.sees(QStringLiteral("Other region: North Europe (1)")));
    }

    void noneAtAll()
    {
        ProtectRig rig(LanguageChoice::Swedish);
        rig.open();
        rig.toMachines();
        QVERIFY(rig.sees(QStringLiteral("Inga virtuella datorer hittades")));
        rig.backend.addVm(QStringLiteral("vm-ny"));
        rig.press("candidates.emptyAction");
        rig.wait(4);
        QCOMPARE(rig.listed(), QStringList{QStringLiteral("vm-ny")});
        QVERIFY(rig.sees(QStringLiteral("hittade 1 ny dator")));
    }

    void aSearchThatFailsIsTriedAgain()
    {
        ProtectRig rig;
        rig.addMachines(2);
        auto failing = std::make_shared<bool>(true);
        rig.backend.before = [failing](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (*failing && request.target.contains(QLatin1String("refreshContainers"))) {
                return answer(500, errorBody(QStringLiteral("DiscoveryFailed")));
            }
            return std::nullopt;
        };
        rig.open();
        rig.toMachines();
        auto* bar = rig.person().find<MessageBar>(QStringLiteral("protect.discoveryFailed"));
        QVERIFY(bar != nullptr);
        QVERIFY(bar->sentence().contains(QStringLiteral("The search for virtual machines failed")));
        QCOMPARE(rig.listed().size(), 2); // what was known stands
        *failing = false;
        Q_EMIT bar->actionTriggered();
        rig.wait(4);
        QVERIFY(!bar->isVisible());
        QVERIFY(rig.sees(QStringLiteral("found no new machines")));
    }

    //! What could not be read is not known to be nothing.
    void whatIsNotKnownIsSaid_data()
    {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<int>("status");
        for (const char* ending : {"/refreshContainers", "/backupProtectedItems", "/virtualMachines"}) {
            for (const auto& [kind, status] : {std::pair("failing", 500), {"forbidden", 403}, {"offline", 0}}) {
                QTest::addRow("%s, %s", ending + 1, kind) << QString::fromLatin1(ending) << status;
            }
        }
    }
    void whatIsNotKnownIsSaid()
    {
        QFETCH(QString, ending);
        QFETCH(int, status);
        ProtectRig rig;
        const bool search = ending == QLatin1String("/refreshContainers");
        if (!search) {
            rig.addMachines(2);
        }
        const Trouble trouble{status, ending};
        rig.backend.before = [trouble, search](const HttpRequest& request) {
            auto asked = request;
            asked.method = search ? contract::Method::Get : asked.method; // the search is asked for by another one
            return trouble(asked);
        };
        rig.open();
        rig.toMachines();
        QVERIFY2(rig.sees(trouble.why()), qPrintable(wordsOf(*rig.page()).join(QLatin1Char('\n'))));
        QVERIFY(!rig.sees(QStringLiteral("No virtual machines were found")));
        QVERIFY(!rig.sees(QStringLiteral("There is no virtual machine to protect here")));
        keepPicture(*rig.window, QStringLiteral("protect-%1").arg(QLatin1String(QTest::currentDataTag())));
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        *trouble.on = false;
        if (search) {
            rig.addMachines(2);
        }
        while (pressSaying(*rig.page(), QStringLiteral("Try again"))) { // each that is there
            rig.wait(8);
        }
        if (rig.person().find(QStringLiteral("candidates")) == nullptr) { // the policies were not there either
            rig.press("protect.submit");
            rig.wait(4);
        }
        QVERIFY(rig.person().find(QStringLiteral("candidates")) != nullptr);
        QCOMPARE(rig.listed(), (QStringList{QStringLiteral("vm-web-01"), QStringLiteral("vm-web-02")}));
    }

    void policiesThatCannotBeReadSayWhy_data() { Trouble::addRows(); }
    void policiesThatCannotBeReadSayWhy()
    {
        QFETCH(int, status);
        ProtectRig rig;
        rig.addMachines(2);
        const Trouble trouble{status, QStringLiteral("/backupPolicies")};
        rig.backend.before = trouble;
        rig.open();
        rig.press("protect.submit");
        rig.pass(60);
        auto* said = rig.person().find<MessageBar>(QStringLiteral("enable.policiesUnread"));
        QVERIFY(said != nullptr && said->isVisible());
        QVERIFY2(said->sentence().contains(trouble.why()), qPrintable(said->sentence()));
        rig.press("protect.submit");
        QVERIFY(rig.person().find(QStringLiteral("candidates")) == nullptr); // no step without a policy
        *trouble.on = false;
        QVERIFY(pressSaying(*said, QStringLiteral("Try again")));
        rig.wait(2);
        QCOMPARE(rig.person().find<QComboBox>(QStringLiteral("enable.policy"))->currentText(),
                 QStringLiteral("DefaultPolicy"));
        rig.press("protect.submit");
        QVERIFY(rig.person().find(QStringLiteral("candidates")) != nullptr);
    }

    void theLimitOfAConnectionIsSaid_data()
    {
        QTest::addColumn<int>("perPolicy");
        QTest::addColumn<int>("perVault");
        QTest::addColumn<QString>("says");
        QTest::newRow("policy") << 2 << -1 << QStringLiteral("A policy can be used by at most 2 VMs.");
        QTest::newRow("vault") << -1 << 2 << QStringLiteral("A vault can protect at most 2 VMs.");
    }
    void theLimitOfAConnectionIsSaid()
    {
        QFETCH(int, perPolicy);
        QFETCH(int, perVault);
        QFETCH(QString, says);
        auto capabilities = client::Capabilities::local({});
        capabilities.vmsPerPolicy = perPolicy;
        capabilities.vmsPerVault = perVault;
        ProtectRig rig(LanguageChoice::English, capabilities);
        rig.addMachines(3);
        rig.open();
        rig.toMachines();
        rig.table().setFocus();
        QTest::keyClick(&rig.table(), Qt::Key_A, Qt::ControlModifier);
        rig.wait(1);
        rig.press("protect.submit");
        QVERIFY(rig.sees(says));
        QCOMPARE(rig.backend.items.size(), 1);
        rig.tick(QStringLiteral("vm-web-01")); // one less
        QVERIFY(!rig.sees(says));
        rig.press("protect.submit");
        rig.wait(5);
        QCOMPARE(rig.backend.items.size(), 3);
    }

    void aVaultThatIsNotThereSaysSo()
    {
        ProtectRig rig;
        rig.show(
            {QStringLiteral("vault"), rig.backend.vaultId(QStringLiteral("nobody")).text(), QStringLiteral("backup")});
        rig.wait(1);
        QVERIFY(rig.sees(QStringLiteral("The vault is not there.")));
        QVERIFY(rig.person().find(QStringLiteral("protect.submit")) == nullptr);
    }

    void looksAndNames_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("swedish");
        QTest::newRow("wide, Swedish") << QSize(1440, 900) << true;
        QTest::newRow("wide, English") << QSize(1440, 900) << false;
        QTest::newRow("narrow, Swedish") << QSize(1000, 700) << true;
        QTest::newRow("narrow, English") << QSize(1000, 700) << false;
    }
    void looksAndNames()
    {
        QFETCH(QSize, size);
        QFETCH(bool, swedish);
        ProtectRig rig(swedish ? LanguageChoice::Swedish : LanguageChoice::English);
        rig.addMachines(9);
        rig.backend.warnings.insert(rig.backend.vmId(QStringLiteral("vm-web-03")), {QStringLiteral("VmPoweredOff")});
        rig.backend.obstacles.insert(rig.backend.vmId(QStringLiteral("vm-web-02")),
                                     QStringLiteral("UserErrorVmNotFoundV2"));
        rig.open(size);
        const auto look = [&rig](const char* name) {
            keepPicture(*rig.window, QStringLiteral("protect-%1-%2").arg(QLatin1String(name)).arg(rig.window->width()));
            const auto faults = faultsOf(*rig.page());
            QVERIFY2(faults.isEmpty(), qPrintable(QLatin1String(name) + QLatin1Char('\n') + faults));
            const auto lost = lostStops(*rig.window);
            QVERIFY2(lost.isEmpty(), qPrintable(lost));
        };
        look("goal");
        rig.press("protect.submit");
        look("policy");
        rig.press("protect.submit");
        rig.wait(3);
        for (const char* name : {"vm-web-01", "vm-web-02", "vm-web-03"}) {
            rig.tick(QLatin1String(name));
        }
        rig.press("candidates.others");
        look("machines");
    }
};

VALV_TEST(ProtectPageTest)

} // namespace tst_protectpage

#include "tst_protectpage.moc"
