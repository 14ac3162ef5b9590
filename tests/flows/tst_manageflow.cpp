// SPDX-License-Identifier: GPL-3.0-or-later
// Flow I: managing an item from beginning to end: another policy, a point that is pinned and one that goes, stop,
// resume, delete softly by typing the name, and undelete; and several items at once, of which one is refused.
#include "presentation/text/format.h"
#include "support/flow/itemrig.h"
#include "support/testprogram.h"

namespace tst_manageflow {

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

    void severalOfWhichOneIsRefused_data() { seats(); }
    void severalOfWhichOneIsRefused()
    {
        QFETCH(Seat, seat);
        ItemRig rig(seat, machineName);
        QVERIFY(rig.start());
        auto& person = rig.hands();
        auto& items = rig.session().items();
        client::Client& client = rig.session().client();
        const QStringList names{machineName, QStringLiteral("ad-dc-01"), QStringLiteral("mon-01")};
        const auto known = [&](const QString& name) { return items.find(rig.itemOf(name)); };
        auto& policies = rig.session().policies(rig.item().vaultId());
        policies.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(policies.hasLoaded() && policies.count() > 1, patience);
        QString other;
        for (int row = 0; row < policies.count(); ++row) {
            const bool used = std::any_of(names.cbegin(), names.cend(), [&](const QString& name) {
                return known(name)->policyName == policies.at(row).name;
            });
            other = used ? other : policies.at(row).name;
        }
        QVERIFY(!other.isEmpty());

        // K11: one policy for three, of which somebody else deletes one meanwhile: the others are not stopped by it.
        DO(person.press("Backup items"));
        for (const auto& name : names) {
            DO(person.tickRow("Backup items", name));
        }
        DO(person.press("Change policy"));
        DO(person.blade("Change policy"));
        DO(person.choose("Choose policy", Text::verbatim(other)));
        const auto gone = names.last();
        const auto deleted = await(client.items().remove(rig.itemOf(gone)), patience);
        QVERIFY(deleted && *deleted);
        DO(person.submit(Text("Save for %n item(s)", {}, 3)));
        DO(person.sees(Text("Try again for %n item(s)", {}, 1)));
        DO(person.sees(
            Text::verbatim(seat.in("mon-01 – The item is soft-deleted.", "mon-01 – Objektet är mjukt borttaget."))));
        for (const auto& name : {names.at(0), names.at(1)}) {
            QTRY_COMPARE_WITH_TIMEOUT(known(name)->policyName, other, patience);
        }
        const auto stored = await(client.items().get(rig.itemOf(gone)), patience);
        QVERIFY(stored && *stored);
        QVERIFY((*stored)->softDeleted && (*stored)->policyName != other);
        const auto& log = rig.console->notifications();
        QCOMPARE(log.all().first().state, presentation::NotificationState::Failed);
        DO(person.key(Qt::Key_Escape));
        DO(person.bladeCloses());

        // I5: those that are deleted come back together.
        const auto second = await(client.items().remove(rig.itemOf(names.at(1))), patience);
        QVERIFY(second && *second);
        items.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(known(names.at(1))->softDeleted && known(gone)->softDeleted, patience);
        DO(person.press("Clear"));
        DO(person.choose("Status", "Soft deleted"));
        DO(person.tickRow("Backup items", names.at(1)));
        DO(person.tickRow("Backup items", gone));
        DO(person.press("More commands"));
        DO(person.pick("Undelete"));
        DO(person.blade("Undelete"));
        DO(person.submit(Text("Undelete %n item(s)", {}, 2)));
        DO(person.bladeCloses());
        for (const auto& name : {names.at(1), gone}) {
            QTRY_COMPARE_WITH_TIMEOUT(presentation::protectionOf(*known(name)), Protection::Stopped, patience);
        }
        QCOMPARE(log.all().first().state, presentation::NotificationState::Succeeded);
    }
};

VALV_TEST(ManageFlow)

} // namespace tst_manageflow

#include "tst_manageflow.moc"
