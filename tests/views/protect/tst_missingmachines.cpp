// SPDX-License-Identifier: GPL-3.0-or-later
// Why a machine is not among those that can be chosen, in each of its states, and as it changes. Source: flows.md C5.
#include "support/drawnstate.h"
#include "support/testprogram.h"

namespace tst_missingmachines {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;

namespace {

struct Rig : PageRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));
    ArmId other = backend.vaultId(QStringLiteral("valv-test"));

    explicit Rig(LanguageChoice words)
        : PageRig(words)
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVault(QStringLiteral("valv-test"));
        backend.addPolicy(vault, QStringLiteral("Guld"));
        backend.addVm(QStringLiteral("vm-web-01"));
    }
    void addFar(int count)
    {
        for (int i = 1; i <= count; ++i) {
            backend.addVm(QStringLiteral("fil-%1").arg(i, 2, 10, QLatin1Char('0')), QStringLiteral("rg-fil"),
                          QStringLiteral("northeurope"));
        }
    }
    void addOther(const char* name, contract::ProtectionState state)
    {
        backend.addVm(QLatin1String(name));
        backend.addItem(other, backend.vmId(QLatin1String(name)), state);
    }
    void ask(QSize size)
    {
        show({QStringLiteral("vault"), vault.text(), QStringLiteral("backup")}, size);
        pass(1);
        for (int step = 0; step < 2; ++step) {
            person().click(QStringLiteral("protect.submit"));
            pass(3);
        }
        person().click(QStringLiteral("protect.whyMissing"));
        settle();
    }
    [[nodiscard]] QWidget* blade() const { return person().find(QStringLiteral("missingMachines")); }
};

const std::vector<DrawnState<Rig>>& states()
{
    static const std::vector<DrawnState<Rig>> all{
        {"other-region", "Other region: North Europe (1)", "Annan region: ",
         [](Rig& rig) { rig.addFar(1); }},
        {"many", "18 more", "18 till", [](Rig& rig) { rig.addFar(30); }},
        {"in-another-vault", "Already protected in valv-test (1)", "Skyddas redan i valv-test (1)",
         [](Rig& rig) { rig.addOther("sql-01", contract::ProtectionState::Protected); }},
        {"stopped-there", "Resume its backup in that vault", "Återuppta säkerhetskopieringen i det valvet",
         [](Rig& rig) { rig.addOther("sql-01", contract::ProtectionState::ProtectionStopped); }},
        {"of-several-reasons", "Other region: North Europe (2)", "Skyddas redan i valv-test (1)",
         [](Rig& rig) {
             rig.addFar(2);
             rig.addOther("sql-01", contract::ProtectionState::Protected);
         }},
    };
    return all;
}

} // namespace

class MissingMachines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachIsDrawn_data() { addStates(states()); }
    void eachIsDrawn()
    {
        QFETCH(DrawnAs, as);
        const auto& state = states()[static_cast<std::size_t>(as.state)];
        Rig rig(as.words());
        rig.settings.setLook(as.look());
        state.bring(rig);
        rig.ask(as.size());
        QVERIFY(rig.blade() != nullptr);
        QCOMPARE(faultsOfState(*rig.window, state, as, "missing-machines"), QString());
    }

    //! What somebody does meanwhile is seen while it is open.
    void itFollowsWhatChanges()
    {
        Rig rig(LanguageChoice::English);
        rig.addOther("sql-01", contract::ProtectionState::Protected);
        rig.ask({1440, 900});
        QVERIFY(says(*rig.blade(), QStringLiteral("Already protected in valv-test (1)")));
        rig.backend.items.clear();
        rig.page()->refresh();
        rig.pass(5);
        QVERIFY(!says(*rig.blade(), QStringLiteral("Already protected in valv-test (1)")));
        QVERIFY2(says(*rig.blade(), QStringLiteral("No machine is missing")),
                 qPrintable(wordsOf(*rig.blade()).join(QLatin1Char('\n'))));
    }
};

VALV_TEST(MissingMachines)

} // namespace tst_missingmachines

#include "tst_missingmachines.moc"
