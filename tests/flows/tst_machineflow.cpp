// SPDX-License-Identifier: GPL-3.0-or-later
// Flow A: from the machine's own menu to a first backup that is there, with a vault that is made on the way; with one
// of several vaults that are there and a policy made in the form; and with a vault of other values.
#include "presentation/text/format.h"
#include "presentation/text/statuswords.h"
#include "support/flow/flowrig.h"
#include "support/testprogram.h"

namespace tst_machineflow {

using namespace valv;
using namespace valv::test;
using contract::JobOperation;
using contract::JobStatus;
using presentation::NotificationState;
using presentation::Protection;

namespace {

const auto machineName = QStringLiteral("bygg 01 åäö");

} // namespace

class MachineFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheMachineToItsFirstPoint_data() { seats(); }
    void fromTheMachineToItsFirstPoint()
    {
        QFETCH(Seat, seat);
        FlowRig rig(false, seat);
        rig.makeMachine(machineName, 1, 2);
        rig.makeMachine(QStringLiteral("web-01"), 2, 2);
        QVERIFY(rig.start());
        auto& person = rig.hands();

        // A1: both languages find the list.
        DO(person.press("All services"));
        DO(person.type("Filter services", seat.in("virtual mach", "virtuella")));
        DO(person.press("Virtual machines"));
        // A2, A3
        DO(person.sees(Text::verbatim(seat.in("Not protected", "Inte skyddat"))));
        DO(person.openRow("Virtual machines", machineName));
        // A4: no vault yet, so one is made; a name that can't be is said while it is typed, and stays.
        DO(person.press("Backup"));
        DO(person.type("Vault name", QStringLiteral("mitt_valv")));
        DO(person.sees(Text::verbatim(seat.in("The character “_” is not allowed.", "Tecknet ”_” är inte tillåtet."))));
        DO(person.type("Vault name", QStringLiteral("mitt-valv")));
        // A7, A8
        DO(person.press("Enable backup"));
        const auto& log = rig.console->notifications();
        QTRY_VERIFY_WITH_TIMEOUT(!log.all().isEmpty() && log.all().first().state == NotificationState::Succeeded,
                                 patience);
        QCOMPARE(log.all().first().title.text(), seat.in("Deployment succeeded", "Distributionen har slutförts"));
        QCOMPARE(log.all().first().target.name(), machineName);
        QTRY_COMPARE_WITH_TIMEOUT(rig.machine(machineName)->vaultId().name(), QStringLiteral("mitt-valv"), patience);

        // A9: the item view.
        DO(person.sees(Text::verbatim(
            seat.in("Warning (initial backup pending)", "Varning (första säkerhetskopieringen väntar)"))));
        // A10, A11: until a day of one's own; one that is past is refused, and stays.
        DO(person.press("Back up now"));
        DO(person.blade("Back up now"));
        DO(person.type("Keep the recovery point through", QStringLiteral("2018-12-19")));
        DO(person.submit("Back up now"));
        DO(person.sees(Text::verbatim(
            seat.in("The date must be tomorrow or later.", "Datumet måste vara i morgon eller senare."))));
        const auto day = QDate::currentDate().addDays(40);
        DO(person.type("Keep the recovery point through", day.toString(Qt::ISODate)));
        DO(person.submit("Back up now"));
        DO(person.bladeCloses());
        QTRY_VERIFY_WITH_TIMEOUT(ended(rig, JobOperation::Backup), patience);
        DO(person.sees(Text::verbatim(seat.in("Completed", "Slutfört"))));
        auto& points = rig.session().recoveryPoints(rig.itemOf(machineName));
        QTRY_VERIFY_WITH_TIMEOUT(points.hasLoaded() && points.count() == 1, patience);
        QTRY_VERIFY_WITH_TIMEOUT(points.latest()->expiry.has_value(), patience);
        QCOMPARE(rig.machine(machineName)->protection, Protection::Protected);

        // The next machine finds the vault.
        DO(person.find(QStringLiteral("web-01"), Text::verbatim(QStringLiteral("web-01"))));
        DO(person.press("Backup"));
        DO(person.press("Create new"));
        DO(person.type("Vault name", QStringLiteral("MITT-valv")));
        DO(person.sees(Text::verbatim(
            seat.in("There is already a vault with this name", "Det finns redan ett valv med det här namnet"))));
    }

    void intoAVaultThatIsThereOrOneOfOtherValues_data() { seats(); }
    void intoAVaultThatIsThereOrOneOfOtherValues()
    {
        QFETCH(Seat, seat);
        const auto first = QStringLiteral("web-01");
        const auto second = QStringLiteral("web-02");
        FlowRig rig(false, seat);
        rig.makeMachine(first, 1, 2);
        rig.makeMachine(second, 2, 2);
        QVERIFY(rig.start());
        auto& person = rig.hands();
        auto& session = rig.session();
        presentation::NewVault wanted;
        wanted.subscriptionId = rig.machine(first)->vm.id.subscriptionId();
        wanted.resourceGroup = rig.machine(first)->vm.id.resourceGroup();
        wanted.location = rig.machine(first)->vm.location;
        for (const auto& name : {QStringLiteral("a-valv"), QStringLiteral("b-valv")}) {
            wanted.name = name;
            const auto made = await(session.vaults().create(wanted), patience);
            QVERIFY(made && *made);
        }

        // A5: the other one of those that are there. A6: a policy made here; cancelled, the choice stays as it was.
        DO(person.press("Virtual machines"));
        DO(person.openRow("Virtual machines", first));
        DO(person.press("Backup"));
        DO(person.sees(Text("%1 of %n vault(s) shown: only those in the machine's region (%2).",
                            {QStringLiteral("2"), presentation::StatusWords::region(wanted.location)}, 2)));
        DO(person.choose("Vault", Text::verbatim(QStringLiteral("b-valv"))));
        DO(person.press("Create a new policy"));
        DO(person.blade("Create policy"));
        DO(person.key(Qt::Key_Escape));
        DO(person.bladeCloses());
        DO(person.sees(Text::verbatim(seat.in("Kept for 30 days", "Behålls i 30 dagar"))));
        DO(person.press("Create a new policy"));
        DO(person.blade("Create policy"));
        DO(person.type("Policy name", QStringLiteral("defaultpolicy")));
        DO(person.submit("OK"));
        DO(person.sees(Text::verbatim(seat.in("There is already a policy with this name in the vault",
                                              "Det finns redan en princip med det här namnet i valvet"))));
        DO(person.type("Policy name", QStringLiteral("Kort")));
        DO(person.type("Keep daily points, days", QStringLiteral("9")));
        DO(person.submit("OK"));
        DO(person.bladeCloses());
        // Somebody else takes the name meanwhile: another one is enough.
        auto theirs = contract::BackupPolicy::defaultPolicy();
        theirs.name = QStringLiteral("kort");
        theirs.id = wanted.id().child(QStringLiteral("backupPolicies"), theirs.name);
        const auto put = await(session.client().policies().put(theirs), patience);
        QVERIFY(put && *put);
        DO(person.submit("Enable backup"));
        DO(person.sees(Text::verbatim(QStringLiteral("ValPolicyNameTaken"))));
        DO(person.press("Edit the policy"));
        DO(person.blade("Edit policy"));
        DO(person.type("Policy name", QStringLiteral("Kort-2")));
        DO(person.submit("OK"));
        DO(person.bladeCloses());
        DO(person.submit("Enable backup"));
        QTRY_COMPARE_WITH_TIMEOUT(rig.machine(first)->vaultId().name(), QStringLiteral("b-valv"), patience);
        auto stored = policyOf(rig, first);
        QVERIFY(stored);
        QCOMPARE(stored->name, QStringLiteral("Kort-2"));
        QCOMPARE(stored->daily, contract::DailyRetention{9});

        // A vault of other values, made without leaving the form; what was chosen of the policy is kept.
        DO(person.press("Virtual machines"));
        DO(person.openRow("Virtual machines", second));
        DO(person.press("Backup"));
        DO(person.press("Create a new policy"));
        DO(person.blade("Create policy"));
        DO(person.type("Policy name", QStringLiteral("Veckovis")));
        DO(person.press("Weekly"));
        DO(person.submit("OK"));
        DO(person.bladeCloses());
        DO(person.press("Create a vault with other values"));
        DO(person.blade("Create Recovery Services vault"));
        DO(person.type("Name", QStringLiteral("A-VALV")));
        DO(person.press("Create new"));
        DO(person.type("Resource group name", QStringLiteral("annan-grupp")));
        DO(person.choose("Location", Text::verbatim(presentation::StatusWords::region(wanted.location))));
        DO(person.submit("Create"));
        DO(person.sees(Text::verbatim(
            seat.in("There is already a vault with this name", "Det finns redan ett valv med det här namnet"))));
        DO(person.type("Name", QStringLiteral("c-valv")));
        DO(person.submit("Create"));
        DO(person.blade("The vault has been created: keep its key"));
        DO(person.key(Qt::Key_Escape));
        DO(person.bladeCloses());
        DO(person.press("Start the first backup right away"));
        DO(person.submit("Enable backup"));
        QTRY_COMPARE_WITH_TIMEOUT(rig.machine(second)->vaultId().name(), QStringLiteral("c-valv"), patience);
        QCOMPARE(rig.machine(second)->vaultId().resourceGroup(), QStringLiteral("annan-grupp"));
        stored = policyOf(rig, second);
        QVERIFY(stored);
        QCOMPARE(stored->name, QStringLiteral("Veckovis"));
        QCOMPARE(stored->frequency, contract::Frequency::Weekly);
        QTRY_VERIFY_WITH_TIMEOUT(ended(rig, JobOperation::Backup), patience);
    }

private:
    //! As the router has stored the one that the machine's item uses.
    [[nodiscard]] static std::optional<contract::BackupPolicy> policyOf(const ConsoleRig& rig, const QString& machine)
    {
        const auto* item = rig.session().items().find(rig.itemOf(machine));
        if (item == nullptr) {
            return std::nullopt;
        }
        const auto policy = await(rig.session().client().policies().get(item->policyId), patience);
        return policy && *policy ? std::optional(**policy) : std::nullopt;
    }
    [[nodiscard]] static bool ended(const ConsoleRig& rig, JobOperation operation)
    {
        const auto& jobs = rig.session().jobs();
        for (int row = 0; row < jobs.count(); ++row) {
            if (jobs.at(row).operation == operation) {
                return jobs.at(row).status == JobStatus::Completed;
            }
        }
        return false;
    }
};

VALV_TEST(MachineFlow)

} // namespace tst_machineflow

#include "tst_machineflow.moc"
