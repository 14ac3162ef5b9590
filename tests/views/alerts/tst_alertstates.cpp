// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of one alert, of a vault's notifications and of the mail server while they are read and when they could
// not be: said, and drawn in both languages. The list of alerts: tst_alertspage. Source: flows.md 0.10.
#include "alerts/notificationsblade.h"
#include "controls/button.h"
#include "controls/messagebar.h"
#include "support/testprogram.h"
#include "support/trouble.h"
#include "views/alerts/alertrig.h"

namespace tst_alertstates {

using namespace valv;
using namespace valv::test;
using namespace valv::views;

namespace {

void languagesWithTroubles()
{
    QTest::addColumn<bool>("isSwedish");
    QTest::addColumn<int>("status");
    for (const bool isSwedish : {false, true}) {
        for (const auto& [kind, status] : {std::pair("failing", 500), {"forbidden", 403}, {"offline", 0}}) {
            QTest::addRow("%s, %s", kind, isSwedish ? "sv" : "en") << isSwedish << status;
        }
    }
}

LanguageChoice choiceOf(bool isSwedish)
{
    return isSwedish ? LanguageChoice::Swedish : LanguageChoice::English;
}

void keep(AlertRig& rig)
{
    keepPicture(*rig.window,
                QStringLiteral("alert-%1-%2")
                    .arg(QLatin1String(QTest::currentTestFunction()), QLatin1String(QTest::currentDataTag()))
                    .remove(QLatin1Char(',')));
}

} // namespace

class TestAlertStates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void detailsLoading()
    {
        AlertRig rig;
        rig.fill();
        rig.transport->hold = true;
        rig.show({QStringLiteral("alerts"), {}, rig.failed.text()});
        QVERIFY(rig.details() != nullptr);
        QCOMPARE(rig.details()->title(), QStringLiteral("Loading…"));
        QVERIFY(rig.person().find(QStringLiteral("alert.acknowledge")) == nullptr); // nothing is offered for what is not known
        keep(rig);
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.transport->hold = false;
        while (rig.transport->release()) {
            rig.pass(0);
        }
        rig.pass(2);
        QVERIFY(rig.details()->title() != QStringLiteral("Loading…"));
        QVERIFY(says(*rig.details(), QStringLiteral("What happened")));
    }

    void detailsUnread_data() { languagesWithTroubles(); }
    void detailsUnread()
    {
        QFETCH(bool, isSwedish);
        QFETCH(int, status);
        AlertRig rig(choiceOf(isSwedish));
        rig.fill();
        const Trouble trouble{status, QStringLiteral("/alerts")};
        rig.backend.before = trouble;
        rig.show({QStringLiteral("alerts"), {}, rig.failed.text()});
        rig.pass(60); // it is tried again by itself first
        QVERIFY(rig.details() != nullptr);
        QCOMPARE(rig.details()->title(),
                 isSwedish ? QStringLiteral("Aviseringen kunde inte läsas")
                           : QStringLiteral("The alert could not be read"));
        QVERIFY(!says(*rig.details(), QStringLiteral("What happened")));
        keep(rig);
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.speak(LanguageChoice::English);
        auto* bar = rig.person().find<MessageBar>(QStringLiteral("alert.unread"));
        QVERIFY(bar != nullptr);
        QVERIFY2(bar->sentence().contains(trouble.why()), qPrintable(bar->sentence()));
        *trouble.on = false;
        *trouble.broken = false;
        QVERIFY(pressSaying(*bar, QStringLiteral("Try again")));
        QVERIFY(rig.page()->isAncestorOf(QApplication::focusWidget()));
        rig.pass(8);
        QVERIFY(!bar->isVisible());
        QVERIFY(says(*rig.details(), QStringLiteral("What happened")));
        QVERIFY(rig.person().find(QStringLiteral("alert.acknowledge")) != nullptr);
    }

    void notificationsUnread_data() { languagesWithTroubles(); }
    void notificationsUnread()
    {
        QFETCH(bool, isSwedish);
        QFETCH(int, status);
        AlertRig rig(choiceOf(isSwedish));
        rig.fill();
        contract::NotificationState state;
        state.hasServer = true;
        rig.backend.vaults.first().notificationState = state;
        rig.backend.vaults.first().notifications = contract::NotificationSettings();
        const Trouble trouble{status, QString()}; // whatever is read
        rig.backend.before = trouble;
        rig.show({QStringLiteral("alerts"), {}, {}});
        rig.context->navigator.openBlade(new NotificationsBlade(*rig.context, rig.vault, rig.window.get()));
        rig.pass(60);
        auto* bar = rig.person().find<MessageBar>(QStringLiteral("notifications.failure"));
        QVERIFY(bar != nullptr);
        keep(rig);
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.speak(LanguageChoice::English);
        QVERIFY2(bar->sentence().contains(QStringLiteral("The notifications could not be read."))
                     || bar->sentence().contains(trouble.why()),
                 qPrintable(bar->sentence()));
        QVERIFY(!says(*rig.window, QStringLiteral("The engine knows no mail server yet."))); // that is not known
        QVERIFY(!rig.person().canUse(QStringLiteral("notifications.recipients")));
        QVERIFY(!rig.person().canUse(QStringLiteral("notifications.test")));
        *trouble.on = false;
        *trouble.broken = false;
        QVERIFY(pressSaying(*bar, QStringLiteral("Try again")));
        rig.pass(8);
        QVERIFY(!bar->isVisible());
        QVERIFY(rig.person().canUse(QStringLiteral("notifications.recipients")));
    }

    void mailServerUnread_data() { languagesWithTroubles(); }
    void mailServerUnread()
    {
        QFETCH(bool, isSwedish);
        QFETCH(int, status);
        AlertRig rig(choiceOf(isSwedish));
        rig.backend.mailServer.host = QStringLiteral("smtp.nordvik.example");
        const Trouble trouble{status, QStringLiteral("/mailServer")};
        rig.backend.before = trouble;
        rig.show({QStringLiteral("settings"), {}, QStringLiteral("mail")});
        rig.pass(60);
        auto* bar = rig.person().find<MessageBar>(QStringLiteral("settings.mailUnread"));
        QVERIFY(bar != nullptr);
        bar->findChild<QAbstractButton*>()->setFocus(Qt::TabFocusReason); // the tip of where one was goes
        keep(rig);
        QVERIFY2(faultsOf(*rig.window).isEmpty(), qPrintable(faultsOf(*rig.window)));
        rig.speak(LanguageChoice::English);
        QVERIFY2(bar->sentence().contains(QStringLiteral("The mail server could not be read.")),
                 qPrintable(bar->sentence()));
        QVERIFY2(bar->sentence().contains(trouble.why()), qPrintable(bar->sentence()));
        QVERIFY(!says(*rig.page(), QStringLiteral("Asking the engine …")));
        *trouble.on = false;
        *trouble.broken = false;
        QVERIFY(pressSaying(*bar, QStringLiteral("Try again")));
        rig.pass(8);
        QVERIFY(!bar->isVisible());
        QVERIFY(says(*rig.page(), QStringLiteral("smtp.nordvik.example")));
    }
};

VALV_TEST(TestAlertStates)

} // namespace tst_alertstates

#include "tst_alertstates.moc"
