// SPDX-License-Identifier: GPL-3.0-or-later
// A vault that was made while backup was enabled: its recovery key is offered there. Source: flows.md A5, wishes W7.
#include "controls/messagebar.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"
#include "theme/breakpoints.h"
#include "vaults/recoverykeyblade.h"
#include "virtualmachines/enablemanyblade.h"

#include <QLayout>

namespace tst_keyreminder {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;

namespace {

struct ReminderRig : PageRig
{
    explicit ReminderRig(LanguageChoice words = LanguageChoice::English,
                         const client::Capabilities& capabilities = client::Capabilities::local({}))
        : PageRig(words, capabilities)
    {
        backend.addVm(QStringLiteral("vm-web-01"));
        backend.addVm(QStringLiteral("vm-web-02"));
    }
    void enable(QSize size = {1440, 900})
    {
        show({QStringLiteral("virtualmachine"), backend.vmId(QStringLiteral("vm-web-01")).text(),
              QStringLiteral("backup")},
             size);
        if (person().find(QStringLiteral("enable.vaultName")) != nullptr) {
            person().type(QStringLiteral("enable.vaultName"), QStringLiteral("valv-nytt"));
            pass(0);
        }
        person().click(QStringLiteral("enable.submit"));
        pass(12);
        QVERIFY(person().find(QStringLiteral("backupItem")) != nullptr);
    }
    [[nodiscard]] MessageBar* bar() const { return person().find<MessageBar>(QStringLiteral("keyReminder")); }
    [[nodiscard]] ArmId made() const { return session->virtualMachines().at(0).vaultId(); }
};

} // namespace

class TestKeyReminder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void standsUntilTheKeyIsKept_data()
    {
        QTest::addColumn<int>("words");
        QTest::addColumn<QString>("said");
        QTest::newRow("English") << static_cast<int>(LanguageChoice::English)
                                 << QStringLiteral("Keep the recovery key of valv-nytt.");
        QTest::newRow("Swedish") << static_cast<int>(LanguageChoice::Swedish)
                                 << QStringLiteral("Spara återställningsnyckeln till valv-nytt.");
    }
    void standsUntilTheKeyIsKept()
    {
        QFETCH(int, words);
        QFETCH(QString, said);
        ReminderRig rig(static_cast<LanguageChoice>(words));
        rig.enable();
        QVERIFY(rig.bar() != nullptr);
        QVERIFY2(rig.bar()->sentence().contains(said), qPrintable(rig.bar()->sentence()));
        Q_EMIT rig.bar()->actionTriggered();
        rig.pass(1);
        QVERIFY(rig.window->findChild<RecoveryKeyBlade*>() != nullptr);
        rig.settings.setRecoveryKeyChecked(rig.made().text(), rig.backend.now);
        QVERIFY(rig.bar() == nullptr);
    }

    //! Both edges are those of the page below.
    void standsAboveThePage_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("wide") << QSize(1440, 900);
        QTest::newRow("narrow") << QSize(1000, 700);
    }
    void standsAboveThePage()
    {
        QFETCH(QSize, size);
        ReminderRig rig;
        rig.enable(size);
        QVERIFY(rig.bar() != nullptr);
        const auto* place = rig.bar()->parentWidget();
        const int margin = Breakpoint::contentMargin(size.width());
        QCOMPARE(rig.bar()->x(), margin);
        QCOMPARE(place->width() - rig.bar()->geometry().right() - 1, margin);
        rig.window->resize(size == QSize(1440, 900) ? 1000 : 1440, 900);
        rig.pass(1);
        QCOMPARE(rig.bar()->x(), Breakpoint::contentMargin(rig.window->width()));
    }

    void canBeDeclined()
    {
        ReminderRig rig;
        rig.enable();
        Q_EMIT rig.bar()->dismissed();
        rig.page()->refresh();
        rig.pass(1);
        QVERIFY(rig.bar() == nullptr);
    }

    void isNotSaidOfAVaultThatWasThere()
    {
        ReminderRig rig;
        rig.backend.addVault(QStringLiteral("valv-produktion"));
        rig.enable();
        QVERIFY(rig.bar() == nullptr);
    }

    void isNotSaidWhereThereAreNoKeys()
    {
        ReminderRig rig(LanguageChoice::English, client::Capabilities::azure());
        rig.enable();
        QVERIFY(rig.bar() == nullptr);
    }

    //! What took longer than its form stayed open: its own dashboard says it.
    void ofAVaultThatTookLong()
    {
        ReminderRig rig;
        rig.show({QStringLiteral("vaults"), {}, {}});
        NewVault wanted;
        wanted.name = QStringLiteral("valv-nytt");
        wanted.subscriptionId = rig.backend.subscription;
        wanted.resourceGroup = QStringLiteral("rg-webb");
        wanted.location = QStringLiteral("swedencentral");
        (void)rig.session->vaults().create(wanted);
        rig.pass(4);
        rig.window->navigator().open({QStringLiteral("vault"), wanted.id().text(), QStringLiteral("overview")});
        rig.pass(2);
        QVERIFY(rig.bar() != nullptr);
        QCOMPARE(rig.bar()->parentWidget()->parentWidget()->layout()->contentsRect().left(),
                 rig.bar()->parentWidget()->x() + rig.bar()->x());
        Q_EMIT rig.bar()->actionTriggered();
        rig.pass(1);
        QVERIFY(rig.window->findChild<RecoveryKeyBlade*>() != nullptr);
        rig.settings.setRecoveryKeyChecked(wanted.id().text(), rig.backend.now);
        QVERIFY(rig.bar() == nullptr);
    }

    //! Nobody's page: the key is shown when all is done.
    void ofManyMachinesTheKeyIsShown()
    {
        ReminderRig rig;
        rig.show({QStringLiteral("virtualmachines"), {}, {}});
        auto* blade = new EnableManyBlade(
            *rig.context,
            {rig.backend.vmId(QStringLiteral("vm-web-01")), rig.backend.vmId(QStringLiteral("vm-web-02"))},
            rig.window.get());
        rig.window->navigator().openBlade(blade);
        rig.person().type(QStringLiteral("enable.vaultName"), QStringLiteral("valv-nytt"));
        rig.pass(0);
        rig.person().click(QStringLiteral("enableMany.submit"));
        rig.pass(12);
        QCOMPARE(rig.backend.items.size(), 2);
        QVERIFY(rig.window->findChild<RecoveryKeyBlade*>() != nullptr);
    }
};

VALV_TEST(TestKeyReminder)

} // namespace tst_keyreminder

#include "tst_keyreminder.moc"
