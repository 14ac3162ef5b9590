// SPDX-License-Identifier: GPL-3.0-or-later
// Flow C: from the vault's Backup to many protected machines: one goes away while backup is being enabled, and is tried
// again; a search that fails is made again; a policy that is made on the way is refused, and mended.
// And machines that protect themselves, by a rule on their group and tags.
#include "contract/names.h"
#include "contract/requests.h"
#include "controls/messagebar.h"
#include "controls/table.h"
#include "presentation/models/candidatemodel.h"
#include "support/flow/flowrig.h"
#include "support/testprogram.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace tst_protectflow {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;

namespace {

constexpr int machines = 6;
const auto vanishing = QStringLiteral("web-03");

QString nameOf(int machine)
{
    return QStringLiteral("web-0%1").arg(machine);
}

QString imageOf(const QString& name)
{
    return name + QStringLiteral(".raw");
}

} // namespace

class ProtectFlowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheVaultToManyMachines_data() { seats(); }
    void fromTheVaultToManyMachines()
    {
        QFETCH(Seat, seat);
        const auto enabled = seat.in("Backup is enabled", "Säkerhetskopiering är aktiverad");
        rig = std::make_unique<FlowRig>(false, seat);
        for (int i = 1; i <= machines; ++i) {
            rig->makeMachine(nameOf(i), i, 2);
        }
        QVERIFY(rig->start());
        auto& person = rig->hands();
        const auto vault = makeVault();
        QVERIFY(!vault.isEmpty());

        // C1, C2: the vault's command.
        DO(person.press("Recovery Services vaults"));
        DO(person.openRow("Recovery Services vaults", vault.name()));
        DO(person.press("Choose virtual machines"));
        // C3: what can't be backed up yet says so.
        DO(person.cannotPress("Azure file share",
                              seat.in("Valv cannot back up this workload yet.",
                                      "Valv kan inte säkerhetskopiera den här arbetsbelastningen än.")));
        DO(person.submit("OK"));
        // C4
        DO(person.choose("Choose policy", Text::verbatim(QStringLiteral("DefaultPolicy"))));
        DO(person.submit("OK"));

        // C5: none is chosen; then all of them.
        DO(person.goToRow("Virtual machines", nameOf(1)));
        DO(person.submit("Enable backup"));
        DO(person.sees(Text::verbatim(seat.in("Select at least one VM.", "Välj minst en virtuell dator."))));
        auto* table = rig->person().find<Table>(QStringLiteral("candidates"));
        QVERIFY(table != nullptr);
        for (int i = 1; i <= machines; ++i) {
            DO(person.tickRow("Virtual machines", nameOf(i)));
        }
        QTRY_COMPARE(table->selectedRows().size(), machines);
        QTRY_VERIFY_WITH_TIMEOUT(allValidated(*table), patience);

        // C6: one goes away before it is enabled.
        hide(vanishing);
        discoverQuietly(vault);
        DO(person.submit("Enable backup"));
        QTRY_VERIFY_WITH_TIMEOUT(settled(*table, machines), patience);
        for (int i = 1; i <= machines; ++i) {
            QCOMPARE(stateOf(*table, nameOf(i)) == enabled, nameOf(i) != vanishing);
        }
        DO(person.sees(Text("Backup could not be enabled for %1.", {vanishing})));
        QTRY_COMPARE_WITH_TIMEOUT(protectedOnes(), machines - 1, patience);
        const auto& log = rig->console->notifications();
        QTRY_COMPARE_WITH_TIMEOUT(log.all().first().state, NotificationState::Failed, patience);
        QCOMPARE(log.count(NotificationState::Failed), 1);

        // It is there again; only it is tried again.
        show(vanishing);
        discoverQuietly(vault);
        DO(person.submit(Text("Try again for %n machine(s)", {}, 1)));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(*table, vanishing), enabled, patience);
        QTRY_COMPARE_WITH_TIMEOUT(protectedOnes(), machines, patience);
        QTRY_COMPARE_WITH_TIMEOUT(log.all().first().state, NotificationState::Succeeded, patience);
        DO(person.submit("Show backup items"));
        QTRY_COMPARE(rig->window().navigator().current().page, QStringLiteral("items"));
    }

    void aSearchThatFailsIsMadeAgain_data() { seats(); }
    void aSearchThatFailsIsMadeAgain()
    {
        QFETCH(Seat, seat);
        rig = std::make_unique<FlowRig>(false, seat);
        rig->makeMachine(nameOf(1), 1, 2);
        QVERIFY(rig->start());
        auto& person = rig->hands();
        const auto vault = makeVault();
        const auto away = rig->path(QStringLiteral("away"));
        QVERIFY(QDir().rename(rig->vms(), away));
        DO(person.press("Recovery Services vaults"));
        DO(person.openRow("Recovery Services vaults", vault.name()));
        DO(person.press("Backup"));
        DO(person.submit("OK"));
        DO(person.choose("Choose policy", Text::verbatim(QStringLiteral("DefaultPolicy"))));
        DO(person.submit("OK"));
        DO(person.sees("The search for virtual machines failed."));
        QVERIFY(QDir().rename(away, rig->vms()));
        DO(person.press("Try again"));
        DO(person.seesNoMore("The search for virtual machines failed."));
        DO(person.goToRow("Virtual machines", nameOf(1)));
    }

    void aPolicyOfItsOwnThatIsRefusedIsMended_data() { seats(); }
    void aPolicyOfItsOwnThatIsRefusedIsMended()
    {
        QFETCH(Seat, seat);
        rig = std::make_unique<FlowRig>(false, seat);
        for (int i = 1; i <= 3; ++i) {
            rig->makeMachine(nameOf(i), i, 2);
        }
        rig->makeMachine(QStringLiteral("db-01"), 4, 2);
        QVERIFY(rig->start());
        auto& person = rig->hands();
        const auto vault = makeVault();
        const auto elsewhere = makeVault(QStringLiteral("annat-valv"));
        QVERIFY(protect(elsewhere, QStringLiteral("db-01")));

        // C4: a policy of its own, and one that is thought better of.
        DO(person.press("Recovery Services vaults"));
        DO(person.openRow("Recovery Services vaults", vault.name()));
        DO(person.press("Choose virtual machines"));
        DO(person.submit("OK"));
        DO(person.press("Create a new policy"));
        DO(person.blade("Create policy"));
        DO(person.type("Policy name", QStringLiteral("Kort")));
        DO(person.type("Keep daily points, days", QStringLiteral("9")));
        DO(person.submit("OK"));
        DO(person.bladeCloses());
        DO(person.submit("OK"));

        // C5: found by the filter; the one that is not offered is explained, and shown when asked for.
        DO(person.type("Filter by name", QStringLiteral("-03")));
        DO(person.tickRow("Virtual machines", nameOf(3)));
        auto* table = rig->person().find<Table>(QStringLiteral("candidates"));
        QCOMPARE(table->model()->rowCount(), 1);
        DO(person.type("Filter by name", QStringLiteral("01")));
        QTRY_COMPARE(table->model()->rowCount(), 1);
        DO(person.tickRow("Virtual machines", nameOf(1)));
        DO(person.press("Why is a virtual machine missing?"));
        DO(person.blade("Why is a virtual machine missing?"));
        DO(person.sees(
            Text::verbatim(seat.in("Already protected in annat-valv (1)", "Skyddas redan i annat-valv (1)"))));
        DO(person.sees(Text::verbatim(QStringLiteral("db-01"))));
        DO(person.key(Qt::Key_Escape));
        DO(person.bladeCloses());
        DO(person.press("Show those that can't be chosen too"));
        QTRY_COMPARE(table->model()->rowCount(), 2);
        DO(person.press("Show those that can't be chosen too"));
        DO(person.type("Filter by name", QString()));
        QTRY_COMPARE(table->model()->rowCount(), 3);
        QCOMPARE(table->selectedRows().size(), 2); // filters take no choice away

        // C6: somebody else makes a policy of that name meanwhile: refused, and theirs stays as it is.
        auto theirs = contract::BackupPolicy::defaultPolicy();
        theirs.name = QStringLiteral("kort");
        theirs.id = vault.child(QStringLiteral("backupPolicies"), theirs.name);
        const auto put = await(rig->session().client().policies().put(theirs), patience);
        QVERIFY(put && *put);
        DO(person.submit("Enable backup"));
        DO(person.sees(Text::verbatim(QStringLiteral("ValPolicyNameTaken"))));
        QCOMPARE(protectedOnes(), 1);

        // Another name, and nothing else: what was typed and chosen is there still.
        DO(person.press("Previous"));
        DO(person.sees(Text::verbatim(seat.in("There is already a policy with this name in the vault",
                                              "Det finns redan en princip med det här namnet i valvet"))));
        DO(person.press("Edit the policy"));
        DO(person.blade("Edit policy"));
        DO(person.type("Policy name", QStringLiteral("Kort-2")));
        DO(person.submit("OK"));
        DO(person.bladeCloses());
        DO(person.submit("OK"));
        QTRY_COMPARE_WITH_TIMEOUT(table->selectedRows().size(), 2, patience);
        DO(person.submit("Enable backup"));
        QTRY_COMPARE_WITH_TIMEOUT(protectedOnes(), 3, patience);
        QVERIFY(!rig->machine(nameOf(2))->item);
        for (const auto& [name, days] :
             {std::pair(QStringLiteral("kort"), theirs.daily->days), {QStringLiteral("Kort-2"), 9}}) {
            const auto id = vault.child(QStringLiteral("backupPolicies"), name);
            const auto stored = await(rig->session().client().policies().get(id), patience);
            QVERIFY(stored && *stored);
            QCOMPARE((*stored)->daily, contract::DailyRetention{days});
        }
        for (const int each : {1, 3}) {
            QTRY_COMPARE_WITH_TIMEOUT(policyOf(nameOf(each)), QStringLiteral("Kort-2"), patience);
        }
    }

    void aRuleByGroupAndTagProtectsWhatFits_data() { seats(); }
    void aRuleByGroupAndTagProtectsWhatFits()
    {
        QFETCH(Seat, seat);
        rig = std::make_unique<FlowRig>(false, seat);
        makeTagged(QStringLiteral("web-01"), QStringLiteral("rg-webb"), QStringLiteral("produktion"));
        makeTagged(QStringLiteral("web-02"), QStringLiteral("rg-webb"), QStringLiteral("test"));
        makeTagged(QStringLiteral("db-01"), QStringLiteral("rg-data"), QStringLiteral("produktion"));
        QVERIFY(rig->start());
        auto& person = rig->hands();
        const auto vault = makeVault();
        const auto protectedNow = [this] {
            QStringList names;
            for (const auto& name : {QStringLiteral("db-01"), QStringLiteral("web-01"), QStringLiteral("web-02")}) {
                names += rig->itemOf(name).isEmpty() ? QStringList() : QStringList(name);
            }
            return names;
        };
        const auto stored = [&] {
            const auto rules = await(rig->session().client().protectionRules().list(vault), patience);
            return rules && *rules ? (*rules)->value(0) : contract::ProtectionRule();
        };

        // What is missing is said; what fits is shown while it is being narrowed down.
        DO(person.press("Recovery Services vaults"));
        DO(person.openRow("Recovery Services vaults", vault.name()));
        DO(person.press("Protection rules"));
        DO(person.press("Add rule"));
        DO(person.blade("New protection rule"));
        DO(person.submit("Create rule"));
        DO(person.sees("Enter a name for the rule."));
        DO(person.sees("Give at least one of name, resource group and tag. The name * takes every VM."));
        DO(person.type("Name of the rule", QStringLiteral("Webb-i-drift")));
        DO(person.choose("Resource group", Text::verbatim(QStringLiteral("rg-webb"))));
        DO(person.sees(Text("%n virtual machine(s) fit", {}, 2)));
        DO(person.press("Add tag"));
        DO(person.type("Tag name", QStringLiteral("miljö")));
        DO(person.type("Tag value", QStringLiteral("produktion")));
        DO(person.press("Add the tag"));
        DO(person.sees(Text("%n virtual machine(s) fit", {}, 1)));
        DO(person.choose("Choose policy", Text::verbatim(QStringLiteral("DefaultPolicy"))));
        QVERIFY(protectedNow().isEmpty());
        DO(person.submit("Create rule"));
        DO(person.bladeCloses());
        QTRY_COMPARE_WITH_TIMEOUT(protectedNow(), QStringList{QStringLiteral("web-01")}, patience);
        const auto rule = stored();
        QCOMPARE(rule.resourceGroup, QStringLiteral("rg-webb"));
        QCOMPARE(rule.tags, (QMap<QString, QString>{{QStringLiteral("miljö"), QStringLiteral("produktion")}}));
        QVERIFY(rule.namePattern.isEmpty() && rule.enabled);

        // Widened to all groups: only the one that has the tag is new. Removed, what it has protected stays so.
        DO(person.press(Text("Edit the rule %1", {QStringLiteral("Webb-i-drift")})));
        DO(person.blade("Protection rule"));
        DO(person.choose("Resource group", "Any resource group"));
        DO(person.submit("Save"));
        DO(person.bladeCloses());
        const QStringList both{QStringLiteral("db-01"), QStringLiteral("web-01")};
        QTRY_COMPARE_WITH_TIMEOUT(protectedNow(), both, patience);
        DO(person.press(Text("Edit the rule %1", {QStringLiteral("Webb-i-drift")})));
        DO(person.blade("Protection rule"));
        DO(person.press("Remove the rule"));
        DO(person.bladeCloses());
        DO(person.sees(Text("The rule %1 has been removed.", {QStringLiteral("Webb-i-drift")})));
        QVERIFY(stored().name.isEmpty());
        QCOMPARE(protectedNow(), both);
    }
    void cleanup() { rig.reset(); }

private:
    [[nodiscard]] QString policyOf(const QString& machine) const
    {
        const auto* item = rig->session().items().find(rig->itemOf(machine));
        return item != nullptr ? item->policyName : QString();
    }
    void makeTagged(const QString& name, const QString& group, const QString& environment) const
    {
        const QDir folder(QDir(rig->vms()).filePath(name));
        QVERIFY(folder.mkpath(QStringLiteral(".")));
        rig->makeMachine(name + QStringLiteral("/os"), 1, 2);
        const QJsonObject facts{{QStringLiteral("resourceGroup"), group},
                                {QStringLiteral("tags"), QJsonObject{{QStringLiteral("miljö"), environment}}}};
        QFile file(folder.filePath(QStringLiteral("valv.json")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(facts).toJson()) > 0);
    }
    //! As somebody else does.
    [[nodiscard]] bool protect(const ArmId& vault, const QString& machine) const
    {
        const auto id = rig->machine(machine)->vm.id;
        contract::ProtectRequest request;
        request.sourceResourceId = id;
        request.policyId = vault.child(QStringLiteral("backupPolicies"), QStringLiteral("DefaultPolicy"));
        const auto item = contract::itemId(vault, {id.resourceGroup(), id.name()});
        const auto done = await(rig->session().client().items().protect(item, request), patience);
        rig->session().items().refresh();
        return done && *done && QTest::qWaitFor([&] { return !rig->itemOf(machine).isEmpty(); }, patience);
    }
    [[nodiscard]] ArmId makeVault(const QString& name = QStringLiteral("mitt-valv")) const
    {
        auto& session = rig->session();
        NewVault wanted;
        wanted.name = name;
        wanted.subscriptionId = session.subscriptions().at(0).value.subscriptionId;
        wanted.resourceGroup = session.virtualMachines().at(0).vm.id.resourceGroup();
        wanted.location = session.virtualMachines().at(0).vm.location;
        const auto made = await(session.vaults().create(wanted), patience);
        if (!made || !*made) {
            return {};
        }
        return QTest::qWaitFor([&] { return rig->isQuiet() && session.vaults().find(wanted.id()) != nullptr; },
                               patience)
            ? wanted.id()
            : ArmId();
    }
    //! The engine looks at its folder again; the console is not told.
    void discoverQuietly(const ArmId& vault) const
    {
        const auto looked = await(rig->session().client().vaults().discover(vault), patience);
        QVERIFY(looked && *looked);
    }
    void hide(const QString& name) const
    {
        QVERIFY(QFile::rename(QDir(rig->vms()).filePath(imageOf(name)), rig->path(imageOf(name))));
    }
    void show(const QString& name) const
    {
        QVERIFY(QFile::rename(rig->path(imageOf(name)), QDir(rig->vms()).filePath(imageOf(name))));
    }
    [[nodiscard]] static QString stateOf(const Table& table, const QString& name)
    {
        return console::Driver::row(table, 0, name).siblingAtColumn(CandidateModel::Check).data().toString();
    }
    [[nodiscard]] static int kinds(const Table& table, const QList<StatusKind>& wanted)
    {
        int count = 0;
        for (int row = 0; row < table.model()->rowCount(); ++row) {
            const auto state = table.model()->index(row, CandidateModel::Check).data(StatusRole);
            count += state.isValid() && wanted.contains(static_cast<StatusKind>(state.toInt())) ? 1 : 0;
        }
        return count;
    }
    [[nodiscard]] static bool allValidated(const Table& table)
    {
        return kinds(table, {StatusKind::Ok, StatusKind::Warning}) == table.model()->rowCount();
    }
    //! Each of the machines is done with, well or not.
    [[nodiscard]] bool settled(const Table& table, int count) const
    {
        return table.selectedRows().isEmpty() && kinds(table, {StatusKind::Ok, StatusKind::Failed}) == count
            && rig->person().canUse(QStringLiteral("protect.submit"));
    }
    [[nodiscard]] int protectedOnes() const { return rig->session().virtualMachines().countProtected(); }

    std::unique_ptr<FlowRig> rig;
};

VALV_TEST(ProtectFlowTest)

} // namespace tst_protectflow

#include "tst_protectflow.moc"
