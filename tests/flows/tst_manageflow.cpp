// SPDX-License-Identifier: GPL-3.0-or-later
// Flow I: managing an item from beginning to end: another policy, a point that is pinned and one that goes, stop,
// resume, delete softly by typing the name, and undelete.
#include "presentation/text/format.h"
#include "support/flow/itemrig.h"

using namespace valv;
using namespace valv::test;
using presentation::Protection;

namespace {

const auto machineName = QStringLiteral("sql-prod-01");

} // namespace

class ManageFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromChangeToUndelete_data() { seats(); }
    void fromChangeToUndelete()
    {
        QFETCH(Seat, seat);
        ItemRig rig(seat, machineName);
        QVERIFY(rig.start());
        auto& person = rig.hands();
        auto& points = rig.session().recoveryPoints(rig.item());

        // To the item: through its machine.
        DO(person.press("Virtual machines"));
        DO(person.openRow("Virtual machines", machineName));
        DO(person.press("Backup"));
        QTRY_VERIFY_WITH_TIMEOUT(points.hasLoaded() && points.count() > 3, patience);

        // I1: the same policy can't be saved; another one takes effect at once.
        const auto before = rig.known()->policyName;
        auto& policies = rig.session().policies(rig.item().vaultId());
        policies.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(policies.hasLoaded() && policies.count() > 1, patience);
        const auto other = policies.at(policies.at(0).name == before ? 1 : 0).name;
        DO(person.press("Change policy"));
        DO(person.blade("Change policy"));
        DO(person.cannotPress(
            "Save", seat.in("The item uses this policy already.", "Objektet använder redan den här principen.")));
        DO(person.choose("Choose policy", Text::verbatim(other)));
        DO(person.submit("Save"));
        DO(person.bladeCloses());
        QTRY_COMPARE_WITH_TIMEOUT(rig.known()->policyName, other, patience);

        // One point is pinned, and one goes; its machine's name has to be typed.
        const auto timeOf = [&](const ArmId& point) {
            return rig.console->language().format().dateTimeShort(points.find(point)->time);
        };
        const auto pinned = points.latest()->id;
        DO(person.rowCommand("Recovery points", timeOf(pinned), "How long it is kept"));
        DO(person.blade("Recovery point"));
        DO(person.press("Pinned"));
        DO(person.submit("Save"));
        DO(person.bladeCloses());
        QTRY_VERIFY_WITH_TIMEOUT(points.find(pinned) != nullptr && points.find(pinned)->pinned, patience);
        const auto old = points.oldest()->id;
        DO(person.rowCommand("Recovery points", timeOf(old), "Delete recovery point"));
        DO(person.blade("Delete recovery point"));
        DO(person.type("Type the name of the backup item", machineName));
        DO(person.submit("Delete recovery point"));
        DO(person.bladeCloses());
        QTRY_VERIFY_WITH_TIMEOUT(points.find(old) == nullptr, patience);

        // I2, I4: stopped, with a reason, and resumed.
        DO(person.press("Stop backup"));
        DO(person.blade("Stop backup"));
        DO(person.choose("Reason", "Decommissioned"));
        DO(person.submit("Stop backup"));
        DO(person.bladeCloses());
        QTRY_COMPARE_WITH_TIMEOUT(presentation::protectionOf(*rig.known()), Protection::Stopped, patience);
        DO(person.sees(Text::verbatim(seat.in("Protection stopped", "Skyddet stoppat"))));
        DO(person.press("Resume backup"));
        DO(person.blade("Resume backup"));
        DO(person.choose("Choose policy", Text::verbatim(before)));
        DO(person.submit("Resume backup"));
        DO(person.bladeCloses());
        QTRY_VERIFY_WITH_TIMEOUT(presentation::protectionOf(*rig.known()) != Protection::Stopped, patience);

        // I3: nothing is deleted until the name is right, a reason is given and the consequences are confirmed.
        DO(person.press("Stop backup"));
        DO(person.blade("Stop backup"));
        DO(person.press("Delete backup data"));
        DO(person.type("Type the name of the backup item", machineName.toUpper()));
        DO(person.submit("Delete backup data"));
        DO(person.sees(Text::verbatim(seat.in("The name does not match. Upper and lower case matter.",
                                              "Namnet stämmer inte. Skillnad görs på stora och små bokstäver."))));
        DO(person.sees(Text::verbatim(seat.in("Choose a reason.", "Välj en anledning."))));
        DO(person.type("Type the name of the backup item", machineName));
        DO(person.choose("Reason", "Decommissioned"));
        DO(person.press("I understand that all recovery points are deleted."));
        DO(person.submit("Delete backup data"));
        DO(person.bladeCloses());
        QTRY_VERIFY_WITH_TIMEOUT(rig.known() != nullptr && rig.known()->softDeleted, patience);
        DO(person.sees(Text::verbatim(seat.in("Soft deleted", "Mjukt borttaget"))));

        // I5: back, with all its points.
        DO(person.press("Undelete"));
        DO(person.blade("Undelete"));
        DO(person.submit("Undelete"));
        DO(person.bladeCloses());
        QTRY_COMPARE_WITH_TIMEOUT(presentation::protectionOf(*rig.known()), Protection::Stopped, patience);
        QVERIFY(points.find(pinned) != nullptr);
    }
};

QTEST_MAIN(ManageFlow)
#include "tst_manageflow.moc"
