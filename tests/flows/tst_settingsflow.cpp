// SPDX-License-Identifier: GPL-3.0-or-later
// Flows B4, G6, I5 and I6 of a vault that is there: a second location, tags, a lock that holds, soft delete, an
// immutability that nobody can shorten, and the recovery key saved and tested by typing it.
#include "presentation/stores/lockstore.h"
#include "support/flow/flowrig.h"
#include "support/testprogram.h"

#include <QDir>

namespace tst_settingsflow {

using namespace valv;
using namespace valv::test;
using contract::Immutability;
using contract::SoftDelete;

class SettingsFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofAVault_data() { seats(); }
    void ofAVault()
    {
        QFETCH(Seat, seat);
        FlowRig rig(false, seat);
        rig.makeMachine(QStringLiteral("web-01"), 1, 2);
        QVERIFY(rig.start());
        auto& person = rig.hands();
        auto& session = rig.session();
        const auto machine = rig.machine(QStringLiteral("web-01"))->vm;
        presentation::NewVault wanted;
        wanted.name = QStringLiteral("mitt-valv");
        wanted.subscriptionId = machine.id.subscriptionId();
        wanted.resourceGroup = machine.id.resourceGroup();
        wanted.location = machine.location;
        const auto made = await(session.vaults().create(wanted), patience);
        QVERIFY(made && *made);
        const auto vault = [&] { return session.vaults().find(wanted.id()); };
        DO(person.press("Recovery Services vaults"));
        DO(person.openRow("Recovery Services vaults", wanted.name));

        // B4: a second location; a folder that can't be is refused beside its field, and what was typed stays.
        const auto second = rig.folder.filePath(QStringLiteral("andra-platsen"));
        QVERIFY(QDir().mkpath(second));
        DO(person.press("Infrastructure"));
        DO(person.press("Backup configuration"));
        DO(person.blade("Backup configuration"));
        DO(person.type("Folder of the second location", QStringLiteral("inte/hel")));
        DO(person.submit("Save"));
        DO(person.sees("Enter the whole path of a folder."));
        DO(person.type("Folder of the second location", second));
        DO(person.submit("Save"));
        QTRY_COMPARE_WITH_TIMEOUT(vault()->secondFolder, second, patience);
        DO(person.key(Qt::Key_Escape));
        DO(person.bladeCloses());
        DO(person.press("Copy and check now"));
        QTRY_VERIFY_WITH_TIMEOUT(
            (session.vaults().refresh(),
             vault()->replication && vault()->replication->state == contract::ReplicationState::Current),
            patience);
        QVERIFY(!QDir(second).isEmpty());

        // Tags are saved together; what is not saved is not lost unasked.
        DO(person.press("Tags"));
        DO(person.press("Add tag"));
        DO(person.type("Tag name", QStringLiteral("miljö")));
        DO(person.type("Tag value", QStringLiteral("produktion")));
        DO(person.press("Add the tag"));
        DO(person.press("Properties"));
        DO(person.sees("The tags have been changed and not saved."));
        DO(person.key(Qt::Key_Escape));
        DO(person.press("Save"));
        QTRY_COMPARE_WITH_TIMEOUT(vault()->tags.value(QStringLiteral("miljö")), QStringLiteral("produktion"), patience);

        // A lock holds: the vault can't be deleted until it is gone.
        DO(person.press("Locks"));
        DO(person.press("Add lock"));
        DO(person.sees("Enter a name for the lock."));
        DO(person.type("Name", QStringLiteral("rör-inte")));
        DO(person.type("Notes", QStringLiteral("Revision")));
        DO(person.press("Add lock"));
        QTRY_COMPARE_WITH_TIMEOUT(session.locks(wanted.id()).count(), 1, patience);
        DO(person.press("Overview"));
        DO(person.press("Delete"));
        DO(person.blade("Delete vault"));
        DO(person.cannotPress("Delete vault"));
        DO(person.key(Qt::Key_Escape));
        DO(person.bladeCloses());
        DO(person.press("Locks"));
        DO(person.press(Text("Delete the lock %1", {QStringLiteral("rör-inte")})));
        QTRY_COMPARE_WITH_TIMEOUT(session.locks(wanted.id()).count(), 0, patience);

        // Soft delete goes off only after the question; it comes back without one.
        DO(person.press("Properties"));
        DO(person.press("Soft delete"));
        DO(person.sees("Turn soft delete off?"));
        QCOMPARE(vault()->softDelete.value(), SoftDelete::Enabled);
        DO(person.press("Turn off"));
        QTRY_COMPARE_WITH_TIMEOUT(vault()->softDelete.value(), SoftDelete::Disabled, patience);
        DO(person.press("Soft delete"));
        QTRY_COMPARE_WITH_TIMEOUT(vault()->softDelete.value(), SoftDelete::Enabled, patience);

        // The recovery key: saved in a file, and tested by typing what stands there.
        const auto key = await(session.vaults().recoveryKey(wanted.id()), patience);
        QVERIFY(key && *key);
        const auto sheet = rig.path(QStringLiteral("nyckel åäö.txt"));
        DO(person.press("Show, save or test the key"));
        DO(person.blade("Recovery key"));
        DO(person.sees(Text::verbatim(**key)));
        DO(person.press("Save to file…"));
        DO(person.saveAs(sheet));
        DO(person.sees(Text("The key is saved in %1.", {sheet})));
        QFile written(sheet);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        const auto lines = QString::fromUtf8(written.readAll()).split(QLatin1Char('\n'));
        QVERIFY2(lines.contains(seat.in("Vault: mitt-valv", "Valv: mitt-valv")), qPrintable(lines.join(u'|')));
        QVERIFY2(lines.contains(**key), qPrintable(lines.join(u'|')));
        DO(person.type("Type the key to test what you have kept", QStringLiteral("ABCD")));
        DO(person.submit("Test the key"));
        DO(person.sees("This is not the key. Compare it sign by sign with what is shown."));
        DO(person.type("Type the key to test what you have kept", lines.at(lines.indexOf(**key)).toLower()));
        DO(person.submit("Test the key"));
        DO(person.sees(Text("The key was typed correctly on %1.",
                            {rig.console->language().format().date(rig.console->language().format().now())})));
        DO(person.key(Qt::Key_Escape));
        DO(person.bladeCloses());

        // Immutable: on, then locked until a date, after which nobody can turn it off.
        DO(person.press("Immutable vault"));
        QTRY_COMPARE_WITH_TIMEOUT(vault()->immutability.value(), Immutability::Unlocked, patience);
        DO(person.press("Lock until the date"));
        DO(person.sees("Until then nobody can delete a recovery point early, turn this off, or delete the vault: not "
                       "you either."));
        DO(person.press("Lock the vault"));
        QTRY_COMPARE_WITH_TIMEOUT(vault()->immutability.value(), Immutability::Locked, patience);
        QVERIFY(vault()->immutableUntil && *vault()->immutableUntil > QDateTime::currentDateTimeUtc().addDays(29));
        DO(person.cannotPress("Immutable vault"));
    }
};

VALV_TEST(SettingsFlow)

} // namespace tst_settingsflow

#include "tst_settingsflow.moc"
