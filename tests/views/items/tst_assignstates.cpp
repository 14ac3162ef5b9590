// SPDX-License-Identifier: GPL-3.0-or-later
// Changing the policy of an item and resuming its backup, in each state. Source: flows.md I1, I4.
#include "controls/combobox.h"
#include "items/assignpolicyblade.h"
#include "support/drawnstate.h"
#include "support/testprogram.h"
#include "support/trouble.h"

namespace tst_assignstates {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;
using Purpose = AssignPolicyBlade::Purpose;

namespace {

struct Rig : PageRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));
    ArmId vm = backend.vmId(QStringLiteral("sql-prod-01"));
    ArmId item = FakeBackend::itemId(vault, vm);

    Rig(LanguageChoice words, bool isStopped)
        : PageRig(words)
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addPolicy(vault, QStringLiteral("Guld"));
        backend.addVm(QStringLiteral("sql-prod-01"));
        auto& made = backend.addItem(
            vault, vm, isStopped ? contract::ProtectionState::ProtectionStopped : contract::ProtectionState::Protected);
        made.recoveryPointCount = 30;
        made.lastRecoveryPoint = backend.now.addDays(-1);
    }
    void open(QSize size)
    {
        show({QStringLiteral("virtualmachine"), vm.text(), QStringLiteral("backup")}, size);
        pass(2);
    }
    void openBlade()
    {
        const bool isStopped = protectionOf(backend.items.constFirst()) == Protection::Stopped;
        window->navigator().openBlade(
            new AssignPolicyBlade(*context, isStopped ? Purpose::Resume : Purpose::Change, {item}, window.get()));
        pass(0);
    }
    void choose(const QString& policy)
    {
        auto* combo = window->findChild<AssignPolicyBlade*>()->findChild<ComboBox*>();
        combo->setCurrentIndex(combo->findText(policy));
        pass(1);
    }
    void submit()
    {
        for (const char* name : {"changePolicy.submit", "resumeBackup.submit"}) {
            if (person().find(QLatin1String(name)) != nullptr) {
                person().click(QLatin1String(name));
            }
        }
    }
};

const std::vector<DrawnState<Rig>>& states()
{
    const auto unread = [](int status) {
        return [status](Rig& rig) {
            rig.backend.before = Trouble{status, QStringLiteral("/backupPolicies")};
            rig.openBlade();
            rig.pass(60); // it is tried again by itself first
        };
    };
    static const std::vector<DrawnState<Rig>> all{
        {"loading", "Loading…", "Hämtar …",
         [](Rig& rig) {
             rig.transport->hold = true;
             rig.openBlade();
         }},
        {"failing", "The policies could not be read.", "Principerna kunde inte läsas in.", unread(500)},
        {"forbidden", "You do not have permission", "Du saknar behörighet", unread(403)},
        {"offline", "The policies could not be read.", "Principerna kunde inte läsas in.", unread(0)},
        {"chosen", "Guld", "Guld",
         [](Rig& rig) {
             rig.backend.expiry.items = {{rig.item, QStringLiteral("sql-prod-01"), 30, 3, {}, {}}};
             rig.openBlade();
             rig.pass(2);
             rig.choose(QStringLiteral("Guld"));
             rig.pass(2);
         }},
        {"refused", "An Azure Policy in the subscription does not allow", "En Azure Policy i prenumerationen",
         [](Rig& rig) {
             rig.openBlade();
             rig.pass(2);
             rig.choose(QStringLiteral("Guld"));
             rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
                 return request.method == contract::Method::Put ? std::optional<Result<HttpResponse>>(
                            answer(403, errorBody(QStringLiteral("UserErrorRequestDisallowedByPolicy"))))
                                                                : std::nullopt;
             };
             rig.submit();
             rig.pass(3);
         }},
    };
    return all;
}

} // namespace

class AssignStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void changing_data() { addStates(states()); }
    void changing() { draw(false, "change-policy"); }
    void resuming_data() { addStates(states()); }
    void resuming() { draw(true, "resume"); }

private:
    static void draw(bool isStopped, const char* screen)
    {
        QFETCH(DrawnAs, as);
        const auto& state = states()[static_cast<std::size_t>(as.state)];
        Rig rig(as.words(), isStopped);
        rig.settings.setLook(as.look());
        rig.open(as.size());
        state.bring(rig);
        QCOMPARE(faultsOfState(*rig.window, state, as, screen), QString());
    }
};

VALV_TEST(AssignStates)

} // namespace tst_assignstates

#include "tst_assignstates.moc"
