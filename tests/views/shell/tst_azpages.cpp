// SPDX-License-Identifier: GPL-3.0-or-later
// Every command can be copied as what Azure's command line calls it, where it is done: by the link of its form or
// panel, and by the menu of its button, with keys. Source: contract.md 14.
#include "controls/azcopy.h"
#include "controls/button.h"
#include "controls/combobox.h"
#include "controls/radiocard.h"
#include "controls/table.h"
#include "controls/toggle.h"
#include "items/undeleteblade.h"
#include "presentation/text/azcommand.h"
#include "support/pagerig.h"
#include "support/testprogram.h"
#include "support/widgetwalk.h"
#include "vaults/createvaultblade.h"
#include "virtualmachines/enablemanyblade.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QMenu>

namespace tst_azpages {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using namespace valv::views;
using contract::JobOperation;
using contract::JobStatus;

namespace {

struct AzRig : PageRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));
    ArmId sql = backend.vmId(QStringLiteral("sql-prod-01"));
    ArmId item = FakeBackend::itemId(vault, sql);
    ArmId job;

    AzRig()
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.vaults.last().softDelete = contract::SoftDelete::Enabled;
        backend.vaults.last().redundancy = contract::StorageModel::GeoRedundant;
        backend.addPolicy(vault, QStringLiteral("Guld"));
        backend.addVm(QStringLiteral("sql-prod-01"));
        backend.addVm(QStringLiteral("vm-web-01"));
        backend.addVm(QStringLiteral("vm-web-02"));
        backend.addItem(vault, sql);
        backend.addPoint(item, QStringLiteral("2000000001"), backend.now.addDays(-1),
                         contract::ConsistencyType::AppConsistent);
        backend.points.last().disks = {{QStringLiteral("os"), -1, 32LL << 30, QStringLiteral("raw")},
                                       {QStringLiteral("data"), 0, 64LL << 30, QStringLiteral("raw")}};
        job = backend.addJob(item, JobOperation::Backup, JobStatus::InProgress, backend.now.addSecs(-600)).id;
        QGuiApplication::clipboard()->clear();
    }
    [[nodiscard]] QString group() const
    {
        return QStringLiteral(" --subscription %1 --resource-group %2")
            .arg(vault.subscriptionId(), vault.resourceGroup());
    }
    [[nodiscard]] QString inVault() const { return group() + QStringLiteral(" --vault-name valv-produktion"); }
    [[nodiscard]] QString enables(const char* vm, const char* policy) const
    {
        return QStringLiteral("az backup protection enable-for-vm") + inVault() + QStringLiteral(" --vm ")
            + backend.vmId(QLatin1String(vm)).text() + QStringLiteral(" --policy-name ") + QLatin1String(policy);
    }
    [[nodiscard]] CopyAzLink* link() const { return person().find<CopyAzLink>(QStringLiteral("copyAz")); }
    //! Its link is reached and pressed with keys.
    [[nodiscard]] QString byLink() const
    {
        auto* found = link();
        if (found == nullptr || !found->isAvailable()) {
            return found == nullptr ? QStringLiteral("no link") : found->toolTip();
        }
        found->setFocus(Qt::TabFocusReason);
        QTest::keyClick(found, Qt::Key_Space);
        return QGuiApplication::clipboard()->text();
    }
    //! The menu key on the button, and the entry chosen.
    [[nodiscard]] static QString byMenu(QWidget* button)
    {
        if (button == nullptr) {
            return QStringLiteral("no button");
        }
        QGuiApplication::clipboard()->clear();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, button->rect().center(),
                                button->mapToGlobal(button->rect().center()));
        QApplication::sendEvent(button, &event);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (menu == nullptr || menu->actions().size() != 1) {
            return QStringLiteral("no menu");
        }
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        return QGuiApplication::clipboard()->text();
    }
    [[nodiscard]] QString byMenu(const char* button) const { return byMenu(person().find(QLatin1String(button))); }
    //! Of the row at hand, by the menu below its menu.
    [[nodiscard]] QString byRow(const char* table, int entry) const
    {
        auto* list = person().find<Table>(QLatin1String(table));
        if (list == nullptr || list->model()->rowCount() == 0) {
            return QStringLiteral("no row");
        }
        const auto at = list->visualRect(list->model()->index(0, 0)).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, list->viewport()->mapToGlobal(at));
        QApplication::sendEvent(list->viewport(), &event);
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        auto* az = menu != nullptr ? menu->findChild<QMenu*>(QStringLiteral("copyAz.menu")) : nullptr;
        if (az == nullptr || az->actions().size() <= entry) {
            return QStringLiteral("no menu");
        }
        az->actions().at(entry)->trigger();
        menu->close();
        return QGuiApplication::clipboard()->text();
    }
};

} // namespace

class TestAzPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void creatingAVault()
    {
        AzRig rig;
        rig.show({QStringLiteral("vaults"), {}, QStringLiteral("create")});
        QVERIFY(!rig.link()->isAvailable()); // nothing is entered yet
        QCOMPARE(rig.byLink(), QStringLiteral("Enter name, resource group and location first."));
        QCOMPARE(rig.link()->accessibleDescription(), rig.link()->toolTip());
        rig.person().type(QStringLiteral("createVault.vaultName"), QStringLiteral("valv-ny"));
        auto* groups = rig.window->findChild<ComboBox*>(QStringLiteral("createVault.group"));
        groups->setCurrentIndex(groups->findText(rig.vault.resourceGroup()));
        auto* locations = rig.window->findChild<ComboBox*>(QStringLiteral("createVault.location"));
        locations->setCurrentIndex(locations->findData(QStringLiteral("swedencentral")));
        rig.pass(1);
        const auto wanted = QStringLiteral("az backup vault create") + rig.group()
            + QStringLiteral(" --name valv-ny --location swedencentral");
        QCOMPARE(rig.byLink(), wanted);
        QCOMPARE(rig.byMenu("createVault.submit"), wanted);
        rig.person().type(QStringLiteral("createVault.vaultName"), QStringLiteral("1-valv"));
        rig.pass(1);
        QCOMPARE(rig.byLink(), QStringLiteral("Correct the name first."));
    }

    void creatingAVaultBesideAForm()
    {
        AzRig rig;
        rig.show({QStringLiteral("vaults"), {}, {}});
        presentation::NewVault vault;
        vault.name = QStringLiteral("valv-sida");
        vault.subscriptionId = rig.vault.subscriptionId();
        vault.resourceGroup = QStringLiteral("rg-ny");
        vault.newResourceGroup = true;
        vault.location = QStringLiteral("swedencentral");
        rig.context->navigator.openBlade(new CreateVaultBlade(*rig.context, vault, vault, rig.window.get()));
        rig.pass(1);
        const auto place = QStringLiteral(" --subscription ") + rig.vault.subscriptionId();
        QCOMPARE(rig.byLink(),
                 QStringLiteral("az group create") + place
                     + QStringLiteral(" --name rg-ny --location swedencentral && az backup vault create") + place
                     + QStringLiteral(" --resource-group rg-ny --name valv-sida --location swedencentral"));
    }

    void deletingAVault()
    {
        AzRig rig;
        rig.show({QStringLiteral("vault"), rig.vault.text(), QStringLiteral("overview")});
        const auto wanted =
            QStringLiteral("az backup vault delete") + rig.group() + QStringLiteral(" --name valv-produktion");
        QCOMPARE(AzRig::byMenu(rig.person().commandButton(QStringLiteral("vault.delete"))), wanted);
        rig.person().command(QStringLiteral("vault.delete"));
        rig.pass(1);
        QCOMPARE(rig.byLink(), wanted);
    }

    void theSettingsOfAVault()
    {
        AzRig rig;
        rig.backend.items.clear();
        const auto sets = QStringLiteral("az backup vault backup-properties set") + rig.group()
            + QStringLiteral(" --name valv-produktion");
        rig.show({QStringLiteral("vault"), rig.vault.text(), QStringLiteral("properties")});
        const auto off = sets + QStringLiteral(" --soft-delete-feature-state Disable"); // what the switch does now
        QCOMPARE(rig.byLink(), off);
        QCOMPARE(rig.byMenu("properties.softDelete"), off);
        rig.backend.vaults.last().softDelete = contract::SoftDelete::AlwaysON;
        rig.session->vaults().refresh();
        rig.pass(1);
        QVERIFY(!rig.link()->isAvailable());

        rig.context->navigator.open({QStringLiteral("vault"), rig.vault.text(), QStringLiteral("infrastructure")});
        rig.pass(1);
        rig.person().click(QStringLiteral("infrastructure.configuration"));
        rig.pass(1);
        rig.person().find<RadioCard>(QStringLiteral("storage.local"))->click();
        const auto local = sets + QStringLiteral(" --backup-storage-redundancy LocallyRedundant");
        QCOMPARE(rig.byLink(), local);
        QCOMPARE(rig.byMenu("storage.save"), local);
    }

    void tagsAndLocksOfAVault()
    {
        AzRig rig;
        rig.show({QStringLiteral("vault"), rig.vault.text(), QStringLiteral("tags")});
        rig.person().click(QStringLiteral("tags.add"));
        rig.person().type(QStringLiteral("tags.name"), QStringLiteral("miljo"));
        rig.person().type(QStringLiteral("tags.value"), QStringLiteral("test"));
        rig.person().click(QStringLiteral("tags.take"));
        rig.pass(0);
        QCOMPARE(rig.byMenu("tags.save"),
                 QStringLiteral("az resource tag --ids ") + rig.vault.text() + QStringLiteral(" --tags miljo=test"));
        rig.person().click(QStringLiteral("tags.discard"));

        rig.context->navigator.open({QStringLiteral("vault"), rig.vault.text(), QStringLiteral("locks")});
        rig.pass(1);
        QVERIFY(rig.byMenu("locks.add").isEmpty()); // it has no name yet
        rig.person().type(QStringLiteral("locks.name"), QStringLiteral("behall"));
        QCOMPARE(rig.byMenu("locks.add"),
                 QStringLiteral("az resource lock create --name behall --lock-type CanNotDelete --resource ")
                     + rig.vault.text());
        rig.person().click(QStringLiteral("locks.add"));
        rig.pass(2);
        QWidget* gone = nullptr;
        for (auto* button : rig.page()->findChildren<Button*>()) {
            gone = button->accessibleName().contains(QStringLiteral("behall")) ? button : gone;
        }
        QCOMPARE(AzRig::byMenu(gone),
                 QStringLiteral("az lock delete --ids ")
                     + contract::ManagementLock::idOf(rig.vault, QStringLiteral("behall")).text());
    }

    void enablingOne()
    {
        AzRig rig;
        rig.show({QStringLiteral("virtualmachine"), rig.backend.vmId(QStringLiteral("vm-web-01")).text(),
                  QStringLiteral("backup")});
        const auto wanted = rig.enables("vm-web-01", "DefaultPolicy");
        QCOMPARE(rig.byLink(), wanted);
        QCOMPARE(rig.byMenu("enable.submit"), wanted);
        rig.person().find<QCheckBox>(QStringLiteral("enable.startNow"))->click();
        QVERIFY2(rig.byLink().startsWith(wanted + QStringLiteral("\naz backup protection backup-now") + rig.inVault()),
                 qPrintable(rig.byLink()));
        rig.person().click(QStringLiteral("enable.newVault"));
        rig.person().type(QStringLiteral("enable.vaultName"), QString());
        rig.pass(1);
        QCOMPARE(rig.byLink(), QStringLiteral("Choose a vault first."));
        rig.person().type(QStringLiteral("enable.vaultName"), QStringLiteral("valv-ny"));
        rig.pass(1);
        QVERIFY2(rig.byLink().startsWith(QStringLiteral("az backup vault create")), qPrintable(rig.byLink()));
        QVERIFY(rig.byLink().contains(QStringLiteral("--name valv-ny")));
    }

    //! One command for each machine.
    void enablingMany()
    {
        AzRig rig;
        rig.show({QStringLiteral("virtualmachines"), {}, {}});
        rig.context->navigator.openBlade(new EnableManyBlade(
            *rig.context,
            {rig.backend.vmId(QStringLiteral("vm-web-01")), rig.backend.vmId(QStringLiteral("vm-web-02"))},
            rig.window.get()));
        rig.pass(1);
        const auto wanted =
            rig.enables("vm-web-01", "DefaultPolicy") + QLatin1Char('\n') + rig.enables("vm-web-02", "DefaultPolicy");
        QCOMPARE(rig.byLink(), wanted);
        QCOMPARE(rig.byMenu("enableMany.submit"), wanted);
    }

    void enablingFromTheVault()
    {
        AzRig rig;
        rig.show({QStringLiteral("vault"), rig.vault.text(), QStringLiteral("backup")});
        QVERIFY(rig.link() == nullptr); // there is nothing to copy before machines are chosen
        for (int step = 0; step < 2; ++step) {
            rig.person().click(QStringLiteral("protect.submit"));
            rig.pass(3);
        }
        QCOMPARE(rig.byLink(), QStringLiteral("Choose the virtual machines first."));
        auto* list = rig.person().find<Table>(QStringLiteral("candidates"));
        QVERIFY(list != nullptr);
        QTRY_VERIFY(console::Driver::row(*list, 0, QStringLiteral("vm-web-02")).isValid());
        const auto at = console::Driver::row(*list, 0, QStringLiteral("vm-web-02"));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->checkRect(at.row()).center());
        rig.pass(2);
        QTRY_COMPARE(rig.byLink(), rig.enables("vm-web-02", "DefaultPolicy"));
        QCOMPARE(rig.byMenu("protect.submit"), rig.enables("vm-web-02", "DefaultPolicy"));
    }

    void restoringDisks()
    {
        AzRig rig;
        rig.show({QStringLiteral("restore"), rig.item.text(), {}});
        const auto wanted = QStringLiteral("az backup restore restore-disks") + rig.inVault()
            + QStringLiteral(" --container-name '") + rig.item.value(u"protectionContainers")
            + QStringLiteral("' --item-name '") + rig.item.value(u"protectedItems")
            + QStringLiteral("' --rp-name 2000000001 --storage-account valvrestore --target-resource-group ")
            + rig.sql.resourceGroup();
        QCOMPARE(rig.byLink(), wanted);
        QCOMPARE(rig.byMenu("restore.submit"), wanted);
        QVERIFY(rig.link()->toolTip().contains(QStringLiteral("valvrestore"))); // not the folder of the form
        rig.person().find<RadioCard>(QStringLiteral("restore.vm"))->click();
        QCOMPARE(rig.byLink(), QStringLiteral("az restores disks, not whole machines."));
    }

    void jobs()
    {
        AzRig rig;
        const auto name = rig.inVault() + QStringLiteral(" --name ") + rig.job.name();
        const auto stop = QStringLiteral("az backup job stop") + name;
        const auto show = QStringLiteral("az backup job show") + name;
        rig.show({QStringLiteral("jobs"), {}, rig.job.text()});
        rig.pass(1);
        QCOMPARE(rig.byLink(), show); // of the details
        QCOMPARE(rig.byMenu("job.cancel"), stop);
        QCOMPARE(AzRig::byMenu(rig.person().commandButton(QStringLiteral("jobs.cancel"))), stop);
        QCOMPARE(rig.byRow("jobs", 0), show);
        QCOMPARE(rig.byRow("jobs", 1), stop);
        rig.person().click(QStringLiteral("job.cancel"));
        rig.pass(1);
        QCOMPARE(rig.byMenu("cancelJob.submit"), stop);
        QCOMPARE(rig.byLink(), stop);
    }

    //! A backup that failed is made again; what another job was told can't be said in one command.
    void aJobOnceMore()
    {
        AzRig rig;
        const auto failed =
            rig.backend.addJob(rig.item, JobOperation::Backup, JobStatus::Failed, rig.backend.now.addSecs(-60)).id;
        const auto restore =
            rig.backend.addJob(rig.item, JobOperation::Restore, JobStatus::Failed, rig.backend.now.addSecs(-90)).id;
        rig.show({QStringLiteral("jobs"), {}, failed.text()});
        rig.pass(1);
        QCOMPARE(rig.byMenu("job.retry"), az::backupNow(rig.item));
        rig.context->navigator.open({QStringLiteral("jobs"), {}, restore.text()});
        rig.pass(1);
        QVERIFY(rig.byMenu("job.retry").isEmpty());
    }

    void policies()
    {
        AzRig rig;
        rig.show({QStringLiteral("policies"), {}, {}});
        rig.pass(1);
        const auto deletes = [&rig](const QString& name) {
            return QStringLiteral("az backup policy delete") + rig.inVault() + QStringLiteral(" --name ") + name;
        };
        auto* list = rig.person().find<Table>(QStringLiteral("policies"));
        QVERIFY(list != nullptr);
        const auto first = list->model()->index(0, 0).data().toString();
        QCOMPARE(rig.byRow("policies", 0), deletes(first));
        QCOMPARE(AzRig::byMenu(rig.person().commandButton(QStringLiteral("policies.delete"))), deletes(first));
        rig.window->findChild<QAction*>(QStringLiteral("policies.delete"))->trigger();
        rig.pass(1);
        QCOMPARE(rig.byLink(), deletes(first));
    }

    void items()
    {
        AzRig rig;
        rig.show({QStringLiteral("items"), {}, {}});
        rig.pass(1);
        const auto command = rig.byRow("items", 0);
        QVERIFY2(command.startsWith(QStringLiteral("az backup protection backup-now") + rig.inVault()),
                 qPrintable(command));
        rig.context->navigator.openBlade(new UndeleteBlade(*rig.context, {rig.item}, rig.window.get()));
        rig.pass(1);
        QVERIFY(rig.byLink().startsWith(QStringLiteral("az backup protection undelete") + rig.inVault()));
        QCOMPARE(rig.byMenu("undelete.submit"), rig.byLink());
    }

    //! A link that can't be used is reached, and says why to who looks and who listens.
    void whatIsMissingIsTold()
    {
        CopyAzLink link([] { return AzLine::missing(QStringLiteral("Choose a policy first.")); });
        link.show();
        QVERIFY(QTest::qWaitForWindowExposed(&link));
        QVERIFY(link.focusPolicy() & Qt::TabFocus);
        QGuiApplication::clipboard()->setText(QStringLiteral("before"));
        QTest::keyClick(&link, Qt::Key_Return);
        QTest::mouseClick(&link, Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
        const auto* heard = QAccessible::queryAccessibleInterface(&link);
        QVERIFY(heard->state().disabled);
        QCOMPARE(heard->text(QAccessible::Description), QStringLiteral("Choose a policy first."));
    }
};

VALV_TEST(TestAzPages)

} // namespace tst_azpages

#include "tst_azpages.moc"
