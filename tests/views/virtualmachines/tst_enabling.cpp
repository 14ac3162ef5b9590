// SPDX-License-Identifier: GPL-3.0-or-later
// The form that enables backup, sent: what is told, kept, tried again and left. Source: flows.md A7, A8.
#include "controls/messagebar.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"
#include "views/virtualmachines/formrig.h"
#include "virtualmachines/enableform.h"

#include <QCheckBox>
#include <QRadioButton>

namespace tst_enabling {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;

class EnablingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enablingIsTold()
    {
        FormRig rig;
        rig.addVaults();
        rig.open();
        rig.submit();
        QCOMPARE(rig.log.all().first().state, NotificationState::InProgress);
        QVERIFY(!canBeUsed(rig.get<QAbstractButton>("submit")));
        rig.submit(); // twice is once
        rig.pass(6);
        QCOMPARE(rig.writes(), QStringList{QStringLiteral("protectedItems")});
        QCOMPARE(rig.log.all().first().state, NotificationState::Succeeded);
        QVERIFY(rig.window->findChild<EnableForm*>() == nullptr); // the item stands there now
        QVERIFY(rig.person().find(QStringLiteral("backupItem")) != nullptr);
    }

    void aFailureKeepsEverythingAndCanBeTriedAgain()
    {
        FormRig rig;
        rig.addVaults();
        rig.refuse("protectedItems", QStringLiteral("UserErrorRequestDisallowedByPolicy"));
        rig.open();
        rig.vault()->setCurrentIndex(1);
        rig.pass(2);
        rig.get<QCheckBox>("startNow")->setChecked(true);
        rig.submit();
        rig.pass(6);
        QVERIFY(rig.failure() != nullptr);
        const auto english = rig.failure()->sentence();
        QCOMPARE(rig.log.all().first().state, NotificationState::Failed);
        QVERIFY(rig.log.all().first().canRetry);
        QCOMPARE(rig.vault()->currentText(), QStringLiteral("valv-test"));
        QVERIFY(rig.get<QCheckBox>("startNow")->isChecked());
        QVERIFY(canBeUsed(rig.get<QAbstractButton>("submit")));
        rig.speak(LanguageChoice::Swedish);
        QVERIFY2(rig.failure()->sentence() != english, qPrintable(english));
        rig.backend.before = {};
        Q_EMIT rig.failure()->actionTriggered();
        rig.pass(8);
        QCOMPARE(rig.backend.items.size(), 1);
        const auto backups = std::count_if(rig.backend.jobs.cbegin(), rig.backend.jobs.cend(), [](const auto& job) {
            return job.operation == contract::JobOperation::Backup;
        });
        QCOMPARE(backups, 1); // the first backup was asked for, once
    }

    void tryingAgainGoesOnAfterTheVaultWasMade()
    {
        FormRig rig; // no vault at all
        rig.refuse("protectedItems", QStringLiteral("BMSUserErrorObjectLocked"));
        rig.open();
        rig.person().type(QStringLiteral("enable.vaultName"), QStringLiteral("valv-nytt"));
        rig.person().click(QStringLiteral("enable.createPolicy"));
        QTRY_VERIFY(rig.blade() != nullptr);
        rig.person().type(QStringLiteral("policy.name"), QStringLiteral("Silver"));
        rig.person().click(QStringLiteral("policy.ok"));
        QTRY_VERIFY(rig.blade() == nullptr);
        rig.submit();
        rig.pass(8);
        QVERIFY(rig.failure() != nullptr);
        QVERIFY2(rig.failure()->sentence().contains(QStringLiteral("valv-nytt")),
                 qPrintable(rig.failure()->sentence()));
        QVERIFY(rig.get<QRadioButton>("existingVault")->isChecked()); // it is there now
        QCOMPARE(rig.vault()->currentText(), QStringLiteral("valv-nytt"));
        QCOMPARE(rig.policy()->currentText(), QStringLiteral("Silver"));
        rig.backend.before = {};
        rig.submit();
        rig.pass(8);
        QCOMPARE(rig.writes().count(QStringLiteral("vaults")), 1); // not made twice
        QCOMPARE(rig.backend.items.size(), 1);
        QCOMPARE(rig.backend.items.first().policyName, QStringLiteral("Silver"));
    }

    void leavingWhileItRuns()
    {
        FormRig rig;
        rig.addVaults();
        rig.open();
        rig.submit();
        rig.window->navigator().open({QStringLiteral("virtualmachines"), {}, {}});
        for (int i = 0; i < 16; ++i) { // so many places that the form's page is forgotten
            rig.window->navigator().open(
                {QStringLiteral("virtualmachine"), QStringLiteral("/subscriptions/%1").arg(i), {}});
        }
        settle();
        QVERIFY(rig.window->findChild<EnableForm*>() == nullptr);
        rig.pass(6);
        QCOMPARE(rig.log.all().first().state, NotificationState::Succeeded);
        QCOMPARE(rig.backend.items.size(), 1);
    }

    void theWindowClosesWhileItRuns()
    {
        FormRig rig;
        rig.addVaults();
        rig.open();
        rig.transport->hold = true;
        rig.submit();
        settle();
        rig.window->close();
        rig.window.reset();
        rig.transport->hold = false;
        while (rig.transport->release()) {
            rig.pass(1);
        }
        rig.pass(6);
        QCOMPARE(rig.log.all().first().state, NotificationState::Succeeded);
    }

    void cancelLeavesToTheMachine()
    {
        FormRig rig;
        rig.addVaults();
        rig.open();
        rig.person().click(QStringLiteral("enable.cancel"));
        QCOMPARE(rig.window->navigator().current().part, QStringLiteral("overview"));
        QVERIFY(rig.writes().isEmpty());
    }

    void keysAlone()
    {
        FormRig rig;
        rig.addVaults();
        rig.open();
        QTRY_VERIFY(rig.policy()->hasFocus()); // what one most likely changes
        QSet<QWidget*> seen;
        QWidget* at = QApplication::focusWidget();
        while (at != nullptr && !seen.contains(at) && at->objectName() != QLatin1String("enable.submit")) {
            seen.insert(at);
            QTest::keyClick(at, Qt::Key_Tab);
            at = QApplication::focusWidget();
            QVERIFY(at != nullptr && at->isVisible());
        }
        QCOMPARE(at->objectName(), QStringLiteral("enable.submit"));
        QTest::keyClick(at, Qt::Key_Space);
        rig.pass(6);
        QCOMPARE(rig.backend.items.size(), 1);
    }

    void ctrlEnterEnablesFromAnyField()
    {
        FormRig rig;
        rig.addVaults();
        rig.open();
        rig.newVault(QStringLiteral("valv-nytt"));
        QTest::keyClick(rig.name(), Qt::Key_Return, Qt::ControlModifier);
        rig.pass(8);
        QCOMPARE(rig.backend.items.size(), 1);
        QCOMPARE(rig.backend.items.first().id.vaultId().name(), QStringLiteral("valv-nytt"));
    }
};

VALV_TEST(EnablingTest)

} // namespace tst_enabling

#include "tst_enabling.moc"
