// SPDX-License-Identifier: GPL-3.0-or-later
// Enabling backup for several machines at once, in each of its states. Source: flows.md A2, A5.
#include "support/drawnstate.h"
#include "support/testprogram.h"
#include "support/trouble.h"
#include "views/virtualmachines/formrig.h"
#include "virtualmachines/enablemanyblade.h"

namespace tst_enablemanystates {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;

namespace {

struct Rig : FormRig
{
    explicit Rig(LanguageChoice words)
        : FormRig(words)
    {
        backend.addVm(QStringLiteral("vm-web-02"));
        backend.addVm(QStringLiteral("vm-dublin"), QStringLiteral("rg-webb"), QStringLiteral("northeurope"));
        addVaults();
    }
    void openMany(QSize size)
    {
        show({QStringLiteral("virtualmachines"), {}, {}}, size);
        pass(2);
        openBlade();
    }
    void openBlade()
    {
        QList<ArmId> machines;
        for (const char* name : {"vm-web-01", "vm-web-02", "vm-dublin"}) {
            machines.append(backend.vmId(QLatin1String(name)));
        }
        window->navigator().openBlade(new EnableManyBlade(*context, machines, window.get()));
        pass(1);
    }
    void submitMany() { person().click(QStringLiteral("enableMany.submit")); }
};

const std::vector<DrawnState<Rig>>& states()
{
    const auto unread = [](int status) {
        return [status](Rig& rig) {
            rig.backend.before = Trouble{status, QStringLiteral("/backupPolicies")};
            rig.vault()->setCurrentIndex(1);
            rig.pass(60); // it is tried again by itself first
        };
    };
    static const std::vector<DrawnState<Rig>> all{
        {"opened", "vm-dublin – It is in another region", "vm-dublin – Den finns i en annan region", [](Rig&) {}},
        {"loading", "Loading…", "Hämtar …",
         [](Rig& rig) {
             rig.transport->hold = true;
             rig.vault()->setCurrentIndex(1);
         }},
        {"failing", "The policies could not be read.", "Principerna kunde inte läsas in.", unread(500)},
        {"forbidden", "You do not have permission", "Du saknar behörighet", unread(403)},
        {"offline", "The policies could not be read.", "Principerna kunde inte läsas in.", unread(0)},
        {"vault-gone", "The vault valv-test is gone. Choose another one.",
         "Valvet valv-test finns inte längre. Välj ett annat.",
         [](Rig& rig) {
             rig.vault()->setCurrentIndex(1);
             rig.pass(1);
             rig.backend.vaults.removeIf([](const auto& vault) { return vault.name == QStringLiteral("valv-test"); });
             rig.session->refreshAll();
             rig.pass(3);
         }},
        {"bad-name", "letter", "bokstav",
         [](Rig& rig) {
             rig.newVault(QStringLiteral("1valv"));
             rig.submitMany();
         }},
        {"under-way", "vm-web-02 – backup is being enabled", "vm-web-02 – säkerhetskopiering aktiveras",
         [](Rig& rig) {
             rig.transport->hold = true;
             rig.submitMany();
             rig.pass(0);
         }},
        {"one-refused", "vm-web-02 – An Azure Policy", "vm-web-02 – En Azure Policy",
         [](Rig& rig) {
             rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
                 const bool meant = request.method == contract::Method::Put
                     && request.target.contains(QLatin1String("protectedItems"))
                     && request.target.contains(QLatin1String("vm-web-02"));
                 return meant ? std::optional<Result<HttpResponse>>(
                            answer(409, errorBody(QStringLiteral("UserErrorRequestDisallowedByPolicy"))))
                              : std::nullopt;
             };
             rig.submitMany();
             rig.pass(12);
         }},
    };
    return all;
}

} // namespace

class EnableManyStates : public QObject
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
        rig.openMany(as.size());
        state.bring(rig);
        QCOMPARE(faultsOfState(*rig.window, state, as, "enable-many"), QString());
    }

    //! Somebody else took the new policy's name meanwhile: another one is enough, and nothing else is typed again.
    void aPolicyWhoseNameWasTaken()
    {
        Rig rig(LanguageChoice::English);
        rig.openMany({1000, 900});
        rig.person().click(QStringLiteral("enable.createPolicy"));
        rig.pass(1);
        rig.person().type(QStringLiteral("policy.name"), QStringLiteral("Kort"));
        rig.person().type(QStringLiteral("policy.dailyCount"), QStringLiteral("9"));
        rig.person().click(QStringLiteral("policy.ok"));
        rig.pass(1);
        rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            const bool meant =
                request.method == contract::Method::Put && request.target.contains(QLatin1String("backupPolicies"));
            return meant ? std::optional(Result<HttpResponse>(nameTaken("ValPolicyNameTaken"))) : std::nullopt;
        };
        rig.submitMany();
        rig.pass(12);
        QVERIFY(rig.backend.items.isEmpty());
        QVERIFY(says(*rig.window, QStringLiteral("There is already a policy with this name in the vault.")));
        rig.backend.before = nullptr;
        rig.person().click(QStringLiteral("enable.editPolicy"));
        rig.pass(1);
        rig.person().type(QStringLiteral("policy.name"), QStringLiteral("Kort-2"));
        rig.person().click(QStringLiteral("policy.ok"));
        rig.pass(1);
        rig.submitMany();
        rig.pass(12);
        QCOMPARE(rig.backend.items.size(), 2);
        for (const auto& item : std::as_const(rig.backend.items)) {
            QCOMPARE(item.policyName, QStringLiteral("Kort-2"));
        }
        const auto saved = std::find_if(rig.backend.policies.cbegin(), rig.backend.policies.cend(),
                                        [](const auto& policy) { return policy.name == QLatin1String("Kort-2"); });
        QVERIFY(saved != rig.backend.policies.cend());
        QCOMPARE(saved->daily, contract::DailyRetention{9});
    }

    //! One that is refused says why and can be tried again; the other is protected.
    void oneIsRefused()
    {
        Rig rig(LanguageChoice::English);
        rig.openMany({1000, 700});
        const auto& refused = *std::find_if(states().cbegin(), states().cend(),
                                            [](const auto& state) { return qstrcmp(state.name, "one-refused") == 0; });
        refused.bring(rig);
        QCOMPARE(rig.backend.items.size(), 1);
        QVERIFY2(says(*rig.window, ErrorText::of(QStringLiteral("UserErrorRequestDisallowedByPolicy"), {}).title()),
                 qPrintable(wordsOf(*rig.window).join(QLatin1Char('\n'))));
        const auto lines = rig.window->findChild<EnableManyBlade*>()->findChildren<StatusText*>();
        const auto why = std::find_if(lines.cbegin(), lines.cend(),
                                      [](const StatusText* line) { return line->kind() == StatusKind::Failed; });
        QVERIFY(why != lines.cend());
        QVERIFY(!(*why)->visibleRegion().isEmpty()); // without scrolling
        rig.backend.before = nullptr;
        rig.submitMany();
        rig.pass(12);
        QCOMPARE(rig.backend.items.size(), 2);
    }
};

VALV_TEST(EnableManyStates)

} // namespace tst_enablemanystates

#include "tst_enablemanystates.moc"
