// SPDX-License-Identifier: GPL-3.0-or-later
// Managing an item from beginning to end, against the real engine, in both languages: another policy, a point that is
// pinned and one that goes, stop, resume, delete softly and undelete. Source: flows.md I1–I5.
#include "controls/table.h"
#include "support/consolerig.h"

#include <QCheckBox>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QMenu>

using namespace valv;
using namespace valv::test;
using presentation::Protection;

namespace {

const auto machineName = QStringLiteral("sql-prod-01");

} // namespace

class TestManageFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromChangeToUndelete_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << QStringLiteral("en");
        QTest::newRow("sv") << QStringLiteral("sv");
    }
    void fromChangeToUndelete()
    {
        QFETCH(QString, language);
        rig = std::make_unique<ConsoleRig>(true, language);
        QVERIFY(rig->start());
        const auto item = rig->itemOf(machineName);
        QVERIFY(!item.isEmpty());
        auto& points = rig->session().recoveryPoints(item);
        rig->openBackupOf(machineName);
        QTRY_VERIFY_WITH_TIMEOUT(points.hasLoaded() && points.count() > 3, patience);
        const auto person = rig->person();

        // Another policy.
        const auto before = known(item)->policyName;
        command("changePolicy");
        QTRY_VERIFY(person.find<QComboBox>(QStringLiteral("enable.policy")) != nullptr);
        auto* combo = person.find<QComboBox>(QStringLiteral("enable.policy"));
        QTRY_VERIFY_WITH_TIMEOUT(combo->count() > 1, patience);
        QVERIFY(!person.canUse(QStringLiteral("changePolicy.submit"))); // the same one
        combo->setFocus();
        QTest::keyClick(combo, combo->currentIndex() > 0 ? Qt::Key_Up : Qt::Key_Down);
        submit("changePolicy");
        QTRY_VERIFY_WITH_TIMEOUT(known(item)->policyName != before, patience);

        // One point is pinned, and one goes.
        const auto pinned = points.latest()->id;
        openPoint(pinned, "point.open");
        QTRY_VERIFY(person.canUse(QStringLiteral("point.pin")));
        person.click(QStringLiteral("point.pin"));
        submit("point");
        QTRY_VERIFY_WITH_TIMEOUT(points.find(pinned) != nullptr && points.find(pinned)->pinned, patience);
        const auto old = points.oldest()->id;
        openPoint(old, "point.remove");
        QTRY_VERIFY(person.canUse(QStringLiteral("deletePoint.name")));
        person.type(QStringLiteral("deletePoint.name"), machineName);
        submit("deletePoint");
        QTRY_VERIFY_WITH_TIMEOUT(points.find(old) == nullptr, patience);

        // Stopped, and resumed.
        command("stop");
        submit("stopBackup");
        QTRY_COMPARE_WITH_TIMEOUT(presentation::protectionOf(*known(item)), Protection::Stopped, patience);
        command("resume");
        submit("resumeBackup");
        QTRY_VERIFY_WITH_TIMEOUT(presentation::protectionOf(*known(item)) != Protection::Stopped, patience);

        // Deleted softly, and back.
        command("stop");
        QTRY_VERIFY(person.canUse(QStringLiteral("stopBackup.delete")));
        person.click(QStringLiteral("stopBackup.delete"));
        QTRY_VERIFY(person.canUse(QStringLiteral("stopBackup.name")));
        person.type(QStringLiteral("stopBackup.name"), machineName);
        auto* reason = person.find<QComboBox>(QStringLiteral("stopBackup.reason"));
        QVERIFY(reason != nullptr);
        reason->setFocus();
        QTest::keyClick(reason, Qt::Key_Down);
        person.find<QCheckBox>(QStringLiteral("stopBackup.consent"))->click();
        submit("stopBackup");
        QTRY_VERIFY_WITH_TIMEOUT(known(item) != nullptr && known(item)->softDeleted, patience);
        command("undelete");
        submit("undelete");
        QTRY_COMPARE_WITH_TIMEOUT(presentation::protectionOf(*known(item)), Protection::Stopped, patience);
        QVERIFY(points.find(pinned) != nullptr); // all its points are there
    }
    void cleanup() { rig.reset(); }

private:
    [[nodiscard]] const contract::ProtectedItem* known(const ArmId& item) const
    {
        return rig->session().items().find(item);
    }
    void command(const char* name) const
    {
        const auto action = QString::fromLatin1("item.") + QLatin1String(name);
        QTRY_VERIFY_WITH_TIMEOUT(rig->isQuiet() && rig->person().canCommand(action), patience);
        rig->person().command(action);
    }
    //! Presses the primary button of a blade and waits until it has closed.
    void submit(const char* blade) const
    {
        const auto button = QString::fromLatin1(blade) + QLatin1String(".submit");
        QTRY_VERIFY_WITH_TIMEOUT(rig->person().canUse(button), patience);
        rig->person().click(button);
        QTRY_VERIFY_WITH_TIMEOUT(rig->person().find(QString::fromLatin1(blade)) == nullptr, patience);
    }
    void openPoint(const ArmId& point, const char* command) const
    {
        auto* table = rig->person().find<views::Table>(QStringLiteral("points"));
        QVERIFY(table != nullptr);
        const auto& points = rig->session().recoveryPoints(point.parent());
        const auto time = rig->console->language().format().dateTimeShort(points.find(point)->time);
        const auto row = console::Driver::row(*table, 0, time);
        QVERIFY(row.isValid());
        table->setFocus();
        table->setCurrentIndex(row);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(table->viewport(), &event);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        for (auto* action : menu->actions()) {
            if (action->objectName() == QLatin1String(command)) {
                action->trigger();
            }
        }
        menu->close();
    }

    std::unique_ptr<ConsoleRig> rig;
};

QTEST_MAIN(TestManageFlow)
#include "tst_manageflow.moc"
