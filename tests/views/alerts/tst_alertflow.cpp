// SPDX-License-Identifier: GPL-3.0-or-later
// From a backup that fails to the alert that a person acknowledges, against the real engine, in both languages.
// Source: flows.md I9.
#include "alerts/alertdetails.h"
#include "controls/navlist.h"
#include "controls/table.h"
#include "presentation/models/alertmodel.h"
#include "shell/navigation.h"
#include "support/consolerig.h"
#include "support/widgetwalk.h"

using namespace valv;
using namespace valv::test;
using contract::AlertState;
using presentation::AlertModel;
using presentation::AlertStanding;

namespace {

const auto machineName = QStringLiteral("sql-prod-01");

} // namespace

class TestAlertFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fromFailureToAcknowledged_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("acknowledge");
        QTest::addColumn<QString>("close");
        QTest::newRow("en") << QStringLiteral("en") << QStringLiteral("Backup failed") << QStringLiteral("Acknowledge")
                            << QStringLiteral("Close alert");
        QTest::newRow("sv") << QStringLiteral("sv") << QStringLiteral("Säkerhetskopieringen misslyckades")
                            << QStringLiteral("Kvittera") << QStringLiteral("Stäng aviseringen");
    }
    void fromFailureToAcknowledged()
    {
        QFETCH(QString, language);
        QFETCH(QString, title);
        QFETCH(QString, acknowledge);
        QFETCH(QString, close);
        ConsoleRig rig(true, language);
        QVERIFY(rig.start());
        auto& alerts = rig.session().alerts();
        QTRY_VERIFY_WITH_TIMEOUT(alerts.hasLoaded() && !alerts.isBusy(), patience);
        const auto item = rig.itemOf(machineName);
        QVERIFY(!item.isEmpty());
        QVERIFY(alerts.fired(item, QStringLiteral("BackupFailed")) == nullptr);
        const int before = alerts.counts().critical.active;
        rig.open(QStringLiteral("alerts"));

        // It fails; the page shows it without being asked, and the navigation counts it.
        rig.stage->fail(machineName.toStdString());
        (void)rig.session().items().backupNow(item, std::nullopt);
        QTRY_VERIFY_WITH_TIMEOUT(alerts.fired(item, QStringLiteral("BackupFailed")) != nullptr, patience);
        const auto id = alerts.fired(item, QStringLiteral("BackupFailed"))->id;
        QCOMPARE(alerts.counts().critical.active, before + 1);
        auto* table = rig.person().find<views::Table>(QStringLiteral("alerts"));
        QTRY_VERIFY(console::Driver::row(*table, AlertModel::Resource, machineName).isValid());
        const auto row = console::Driver::row(*table, AlertModel::Resource, machineName);
        QCOMPARE(row.siblingAtColumn(AlertModel::Title).data().toString(), title);
        auto* navigation = rig.window().findChild<views::Navigation*>();
        QTRY_VERIFY(
            accessibleNameOf(navigation->list()->item(QStringLiteral("alerts"))).contains(QString::number(before + 1)));

        // Its details, by keyboard: the error of the job in the person's language.
        table->setFocus(Qt::TabFocusReason);
        table->setCurrentIndex(row);
        rig.person().key(Qt::Key_Return);
        auto* details = rig.person().find<views::AlertDetails>(QStringLiteral("alertDetails"));
        QVERIFY(details != nullptr);
        QVERIFY(says(*details, QStringLiteral("DiskUnreadable")));
        QVERIFY(says(*details, machineName));

        const auto press = [&](const QString& name) {
            for (auto* button : details->findChildren<QAbstractButton*>()) {
                if (isShown(button, *details) && accessibleNameOf(button) == name) {
                    button->setFocus(Qt::TabFocusReason);
                    QTest::keyClick(button, Qt::Key_Space);
                    return true;
                }
            }
            return false;
        };
        QVERIFY(press(acknowledge));
        QTRY_COMPARE_WITH_TIMEOUT(presentation::standingOf(*alerts.find(id)), AlertStanding::Acknowledged, patience);
        QTRY_VERIFY(!alerts.find(id)->changedBy.isEmpty());

        // Once more: the same alert, counted up, still acknowledged.
        (void)rig.session().items().backupNow(item, std::nullopt);
        QTRY_COMPARE_WITH_TIMEOUT(alerts.find(id)->count, 2, patience);
        QCOMPARE(presentation::standingOf(*alerts.find(id)), AlertStanding::Acknowledged);
        QVERIFY(press(close));
        QTRY_COMPARE_WITH_TIMEOUT(presentation::standingOf(*alerts.find(id)), AlertStanding::Closed, patience);
        QTRY_COMPARE(alerts.counts().critical.active, before);
    }
};

QTEST_MAIN(TestAlertFlow)
#include "tst_alertflow.moc"
