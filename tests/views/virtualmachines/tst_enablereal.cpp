// SPDX-License-Identifier: GPL-3.0-or-later
// Protecting a machine with keys and clicks, on the real engine and a real image. Source: flows.md A1–A8.
#include "controls/field.h"
#include "controls/table.h"
#include "support/consolerig.h"

#include <QLineEdit>

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;

class EnableRealTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromTheServicesToAProtectedMachine_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("typed");
        QTest::newRow("Swedish") << QStringLiteral("sv") << QStringLiteral("virtuella da");
        QTest::newRow("English") << QStringLiteral("en") << QStringLiteral("virtual ma");
    }
    void fromTheServicesToAProtectedMachine()
    {
        QFETCH(QString, language);
        QFETCH(QString, typed);
        ConsoleRig rig(false, language);
        rig.makeMachine(QStringLiteral("bygg 01 åäö"), 1, 4);
        rig.makeMachine(QStringLiteral("web-01"), 2, 4);
        QVERIFY(rig.start());

        // A1: by its name in the command palette, where the best hit is chosen already, then Enter.
        QTest::keyClick(&rig.window(), Qt::Key_K, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), typed);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(rig.window().navigator().current().page, QStringLiteral("virtualmachines"));

        // A2, A3: the machine, by the filter.
        QTest::keyClick(&rig.window(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("bygg"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        auto* table = rig.person().find<Table>(QStringLiteral("vms"));
        QTRY_VERIFY(table->hasFocus());
        QTRY_COMPARE(table->model()->rowCount(), 1);
        QTest::keyClick(table, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_COMPARE(rig.window().navigator().current().page, QStringLiteral("virtualmachine"));

        // A4: to its backup; there is no vault, so one is made.
        QTRY_VERIFY(rig.person().canUse(QStringLiteral("vm.enable")));
        QTRY_VERIFY(rig.person().find(QStringLiteral("vm.enable"))->hasFocus());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(rig.person().canUse(QStringLiteral("enable.submit")), patience);
        QTRY_VERIFY_WITH_TIMEOUT(rig.person().canUse(QStringLiteral("enable.vaultName")), patience);
        rig.person().type(QStringLiteral("enable.vaultName"), QStringLiteral("mitt-valv"));

        // A7, A8
        rig.person().find(QStringLiteral("enable.submit"))->setFocus(Qt::TabFocusReason);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTRY_VERIFY_WITH_TIMEOUT(rig.person().canUse(QStringLiteral("backupItem")), patience);
        const auto& log = rig.console->notifications();
        QTRY_COMPARE_WITH_TIMEOUT(log.all().first().state, NotificationState::Succeeded, patience);
        QCOMPARE(log.all().first().target.name(), QStringLiteral("bygg 01 åäö"));
        QVERIFY(log.unread() > 0);
        QCOMPARE(rig.machine(QStringLiteral("bygg 01 åäö"))->vaultId().name(), QStringLiteral("mitt-valv"));
        QCOMPARE(rig.machine(QStringLiteral("bygg 01 åäö"))->protection, Protection::InitialPending);

        // The next machine finds the vault; a name that is taken is refused while one types, whatever its case.
        rig.openBackupOf(QStringLiteral("web-01"));
        QTRY_VERIFY_WITH_TIMEOUT(rig.person().canUse(QStringLiteral("enable.vault")), patience);
        rig.person().click(QStringLiteral("enable.newVault"));
        rig.person().type(QStringLiteral("enable.vaultName"), QStringLiteral("MITT-valv"));
        auto* name = rig.person().find<QLineEdit>(QStringLiteral("enable.vaultName"));
        const auto* field = qobject_cast<Field*>(name->parentWidget());
        QVERIFY(field != nullptr);
        QTRY_VERIFY_WITH_TIMEOUT(field->hasError(), patience);
        rig.person().type(QStringLiteral("enable.vaultName"), QStringLiteral("mitt-andra-valv"));
        QTRY_VERIFY_WITH_TIMEOUT(!field->hasError(), patience);
    }
};

QTEST_MAIN(EnableRealTest)
#include "tst_enablereal.moc"
