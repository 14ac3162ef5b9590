// SPDX-License-Identifier: GPL-3.0-or-later
// Flows B and I6: a vault is made, its storage replication is chosen until it is locked, and a vault is deleted once
// nothing keeps it.
#include "contract/names.h"
#include "contract/requests.h"
#include "presentation/text/statuswords.h"
#include "support/flow/flowrig.h"
#include "support/testprogram.h"

namespace tst_vaultflow {

using namespace valv;
using namespace valv::test;
using contract::StorageModel;
using presentation::NotificationState;

namespace {

const auto machineName = QStringLiteral("web-01");

} // namespace

class VaultFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void madeConfiguredAndDeleted_data() { seats(); }
    void madeConfiguredAndDeleted()
    {
        QFETCH(Seat, seat);
        FlowRig rig(false, seat);
        rig.makeMachine(machineName, 1, 2);
        QVERIFY(rig.start());
        auto& person = rig.hands();
        auto& session = rig.session();
        const auto machine = rig.machine(machineName)->vm;
        const auto& vaults = session.vaults();

        // B1, B2: all that is missing is said at once; a letter that can't be is named.
        DO(person.press("Recovery Services vaults"));
        DO(person.sees(
            Text::verbatim(seat.in("No Recovery Services vaults to show", "Inga Recovery Services-valv att visa"))));
        DO(person.press("Add"));
        DO(person.submit("Create"));
        DO(person.sees(Text::verbatim(seat.in("Enter a name for the vault.", "Ange ett namn på valvet."))));
        DO(person.sees(Text::verbatim(seat.in("Choose a location.", "Välj en plats."))));
        DO(person.type("Name", QStringLiteral("mitt-vålv")));
        DO(person.sees(Text::verbatim(seat.in("The character “å” is not allowed.", "Tecknet ”å” är inte tillåtet."))));
        DO(person.type("Name", QStringLiteral("mitt-valv")));
        DO(person.choose("Resource group", Text::verbatim(machine.id.resourceGroup())));
        DO(person.choose("Location", Text::verbatim(presentation::StatusWords::region(machine.location))));
        // B3
        DO(person.submit("Create"));
        const auto& log = rig.console->notifications();
        QTRY_VERIFY_WITH_TIMEOUT(!log.all().isEmpty() && log.all().first().state == NotificationState::Succeeded,
                                 patience);
        QTRY_COMPARE_WITH_TIMEOUT(vaults.count(), 1, patience);
        const auto vault = vaults.idAt(0);
        DO(person.blade("The vault has been created: keep its key"));
        DO(person.key(Qt::Key_Escape));
        DO(person.bladeCloses());

        // B4: locally redundant, after it was understood what is lost; then back.
        DO(person.press("Recovery Services vaults"));
        DO(person.openRow("Recovery Services vaults", QStringLiteral("mitt-valv")));
        DO(person.press("Infrastructure"));
        DO(person.press("Backup configuration"));
        DO(person.blade("Backup configuration"));
        DO(person.press("Locally redundant"));
        DO(person.press("I understand that there is no copy in another place."));
        DO(person.submit("Save"));
        QTRY_COMPARE_WITH_TIMEOUT(vaults.find(vault)->redundancy.value(), StorageModel::LocallyRedundant, patience);
        DO(person.press("Geo-redundant"));
        DO(person.key(Qt::Key_Escape)); // what is not saved is not lost unasked
        DO(person.sees(
            Text::verbatim(seat.in("There are unsaved changes.", "Det finns ändringar som inte har sparats."))));
        DO(person.submit("Save"));
        DO(person.bladeCloses());
        QTRY_COMPARE_WITH_TIMEOUT(vaults.find(vault)->redundancy.value(), StorageModel::GeoRedundant, patience);

        // V16: an item locks it.
        const auto item = protect(rig, vault);
        QVERIFY(!item.isEmpty());
        DO(person.press("Backup configuration"));
        DO(person.blade("Backup configuration"));
        DO(person.sees(Text::verbatim(
            seat.in("The replication type cannot be changed once backup has been configured in the vault.",
                    "Det går inte att ändra replikeringstypen när säkerhetskopiering har konfigurerats i valvet."))));
        DO(person.key(Qt::Key_Escape));
        DO(person.bladeCloses());

        // I6: what keeps the vault is listed and follows what happens.
        DO(person.press("Overview"));
        DO(person.press("Delete"));
        DO(person.blade("Delete vault"));
        DO(person.sees(Text("%n protected item(s)", {}, 1)));
        DO(person.cannotPress("Delete vault"));
        client::Client& client = session.client();
        const auto deleted = await(client.items().remove(item), patience);
        QVERIFY(deleted && *deleted);
        DO(person.sees(Text("%n soft-deleted item(s)", {}, 1)));
        DO(person.press(Text::verbatim(machineName))); // and leads to where it is done
        DO(person.bladeCloses());
        DO(person.sees("Undelete"));

        // One that nothing keeps goes by its name.
        presentation::NewVault wanted;
        wanted.name = QStringLiteral("tomt-valv");
        wanted.subscriptionId = machine.id.subscriptionId();
        wanted.resourceGroup = machine.id.resourceGroup();
        wanted.location = machine.location;
        const auto made = await(session.vaults().create(wanted), patience);
        QVERIFY(made && *made);
        DO(person.press("Recovery Services vaults"));
        DO(person.openRow("Recovery Services vaults", wanted.name));
        DO(person.press("Delete"));
        DO(person.blade("Delete vault"));
        DO(person.type("Type the name of the vault", wanted.name.toUpper()));
        DO(person.submit("Delete vault"));
        DO(person.sees(Text::verbatim(seat.in("The name does not match.", "Namnet stämmer inte."))));
        DO(person.type("Type the name of the vault", wanted.name));
        DO(person.submit("Delete vault"));
        DO(person.bladeCloses());
        QTRY_VERIFY_WITH_TIMEOUT(vaults.find(wanted.id()) == nullptr, patience);
    }

private:
    //! As somebody else does, while the person looks on.
    [[nodiscard]] static ArmId protect(const ConsoleRig& rig, const ArmId& vault)
    {
        const auto machine = rig.machine(machineName)->vm.id;
        const auto item = contract::itemId(vault, {machine.resourceGroup(), machine.name()});
        contract::ProtectRequest request;
        request.sourceResourceId = machine;
        request.policyId = vault.child(QStringLiteral("backupPolicies"), QStringLiteral("DefaultPolicy"));
        const auto done = await(rig.session().client().items().protect(item, request), patience);
        if (!done || !*done) {
            return {};
        }
        rig.session().items().refresh();
        return QTest::qWaitFor([&] { return !rig.itemOf(machineName).isEmpty(); }, patience) ? rig.itemOf(machineName)
                                                                                             : ArmId();
    }
};

VALV_TEST(VaultFlow)

} // namespace tst_vaultflow

#include "tst_vaultflow.moc"
