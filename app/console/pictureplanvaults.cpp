// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/console.h"
#include "console/picturenames.h"
#include "console/pictures.h"
#include "controls/blade.h"
#include "controls/combobox.h"
#include "controls/table.h"
#include "frame/vaultroutes.h"
#include "presentation/app/language.h"
#include "presentation/app/settings.h"
#include "presentation/stores/session.h"
#include "shell/mainwindow.h"
#include "shell/pagehost.h"
#include "shell/pageview.h"

#include <QLineEdit>

// The pictures of the vaults: their list, the form for a new one, its dashboard, its storage, its deletion.
namespace valv::console {

namespace {

const auto newVault = QStringLiteral("valv-norra-europa"); // the guide's
const auto usedVault = QStringLiteral("valv-produktion");

} // namespace

QStringList Pictures::vaultNames()
{
    return {tenMinutes("open-rs-vault-list"),
            firstLook("list-of-rs-vault"),
            tenMinutes("rs-vault-menu"),
            tenMinutes("rs-vault-step-3"),
            tenMinutes("refresh-button"),
            tenMinutes("rs-vault-list"),
            prepare("rs-list-of-vaults"),
            tenMinutes("set-storage-configuration-update"),
            prepare("new-vault-settings-blade"),
            prepare("backup-button"),
            tenMinutes("set-storage-config-bkup-infra"),
            tenMinutes("set-storage-open-infra"),
            tenMinutes("choose-storage-configuration"),
            firstLook("rs-vault-config-vm-back-up-now-1"),
            firstLook("open-backup-jobs-1"),
            ours("dark-theme"),
            ours("delete-vault-checklist")};
}

const contract::Vault* Pictures::vault(const QString& name) const
{
    const auto& vaults = m_console.session()->vaults();
    for (int row = 0; row < vaults.count(); ++row) {
        if (vaults.at(row).name == name && presentation::isOpenable(vaults.at(row))) {
            return &vaults.at(row);
        }
    }
    return nullptr;
}

void Pictures::openVault(const QString& name, const QString& part)
{
    then([this, name] { return isQuiet() && vault(name) != nullptr; },
         [this, name, part] { m_console.window().navigator().open(views::vaultRoute(vault(name)->id, part)); });
}

void Pictures::markVault(const QString& name)
{
    then([this, name] { return isQuiet() && vault(name) != nullptr && m_driver.canUse(QStringLiteral("vaults")); },
         [this, name] {
             auto* table = m_driver.find<views::Table>(QStringLiteral("vaults"));
             const auto row = Driver::row(*table, 0, name);
             table->setCurrentIndex(row);
         });
}

void Pictures::planVaults()
{
    closeBlades();
    openPage(QStringLiteral("services"));
    then([this] { return m_console.window().pages()->view() != nullptr; },
         [this] {
             if (auto* field = qobject_cast<QLineEdit*>(m_console.window().pages()->view()->page()->filterField())) {
                 field->setFocus(Qt::OtherFocusReason);
                 field->setText(QStringLiteral("Recovery Services"));
             }
         });
    draw(tenMinutes("open-rs-vault-list"));
    openPage(QStringLiteral("vaults"));
    const auto listed = [this] { return m_driver.canUse(QStringLiteral("vaults")) && vault(usedVault) != nullptr; };
    then(listed, [this] { m_console.session()->vaults().refresh(); }); // what was done before counts
    draw(firstLook("list-of-rs-vault"), listed);
    then(listed, [this] { point(m_driver.commandButton(QStringLiteral("vaults.add"))); });
    draw(tenMinutes("rs-vault-menu"));
    planNewVault();
    planStorage();
    planDashboard();
}

void Pictures::planNewVault()
{
    then({}, [this] {
        pointAway();
        m_driver.command(QStringLiteral("vaults.add"));
    });
    then([this] { return m_driver.canUse(QStringLiteral("createVault.vaultName")) && isQuiet(); },
         [this] {
             auto* group = m_driver.find<views::ComboBox>(QStringLiteral("createVault.group"));
             group->setCurrentIndex(group->findText(QStringLiteral("rg-backup")));
             auto* location = m_driver.find<views::ComboBox>(QStringLiteral("createVault.location"));
             location->setCurrentIndex(location->findData(QStringLiteral("northeurope")));
             m_driver.type(QStringLiteral("createVault.vaultName"), newVault);
         });
    draw(tenMinutes("rs-vault-step-3"),
         [this] { return m_driver.canUse(QStringLiteral("createVault.vaultAvailable")); });
    // The moment after the click: it is on its way, and nothing has answered yet.
    then({}, [this] {
        m_driver.click(QStringLiteral("createVault.submit"));
        m_console.window().navigator().open(views::vaultsRoute());
        point(m_driver.commandButton(QStringLiteral("vaults.refresh")));
        save(tenMinutes("refresh-button"), shotOfWindow());
        pointAway();
    });
    markVault(newVault);
    then({}, [this] { m_console.session()->vaults().refresh(); });
    draw(tenMinutes("rs-vault-list"));
    draw(prepare("rs-list-of-vaults"));
}

void Pictures::planStorage()
{
    openVault(newVault);
    const auto ready = [this] { return m_driver.canUse(QStringLiteral("vault.itemCount")); };
    draw(tenMinutes("set-storage-configuration-update"), ready);
    draw(prepare("new-vault-settings-blade"), ready);
    then(ready, [this] { point(m_driver.commandButton(QStringLiteral("vault.backup"))); });
    draw(prepare("backup-button"));
    then({}, [this] { point(menuItem(QStringLiteral("infrastructure"))); });
    draw(tenMinutes("set-storage-config-bkup-infra"));
    then({}, [this] { pointAway(); });
    openVault(newVault, QStringLiteral("infrastructure"));
    then([this] { return m_driver.canUse(QStringLiteral("infrastructure.configuration")); },
         [this] { point(m_driver.find(QStringLiteral("infrastructure.configuration"))); });
    draw(tenMinutes("set-storage-open-infra"));
    then({}, [this] {
        pointAway();
        m_driver.click(QStringLiteral("infrastructure.configuration"));
    });
    then([this] { return m_driver.canUse(QStringLiteral("storage.folder")); },
         [this] { m_driver.type(QStringLiteral("storage.folder"), QStringLiteral("/mnt/valv-kopia")); });
    draw(tenMinutes("choose-storage-configuration"),
         [this] { return m_driver.canUse(QStringLiteral("storage.save")); });
    then({}, [this] { m_driver.click(QStringLiteral("storage.discard")); });
    closeBlades();
}

void Pictures::planDashboard()
{
    openVault(usedVault);
    // The history is read apart from the lists.
    const auto ready = [this] { return m_driver.canUse(QStringLiteral("vault.growth")); };
    then(ready, [this] { point(m_driver.find(QStringLiteral("vault.itemCount"))); });
    draw(firstLook("rs-vault-config-vm-back-up-now-1"), ready);
    then({}, [this] { point(m_driver.find(QStringLiteral("vault.running"))); });
    draw(firstLook("open-backup-jobs-1"), ready);
    then({}, [this] {
        pointAway();
        m_look = m_console.settings().look();
        m_console.settings().setLook(presentation::LookChoice::Dark);
    });
    draw(ours("dark-theme"), ready);
    then([this] { return m_driver.canCommand(QStringLiteral("vault.delete")); },
         [this] {
             m_console.settings().setLook(m_look);
             m_driver.command(QStringLiteral("vault.delete"));
         });
    draw(ours("delete-vault-checklist"), [this] { return m_driver.canUse(QStringLiteral("deleteVault.list")); });
    closeBlades();
}

} // namespace valv::console
