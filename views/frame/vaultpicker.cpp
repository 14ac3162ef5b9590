// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/vaultpicker.h"

#include "controls/menu.h"
#include "frame/popup.h"
#include "presentation/stores/vaultstore.h"
#include "theme/icons.h"

#include <QCoreApplication>
#include <QHash>

namespace valv::views {

namespace {

class PickerWords
{
    Q_DECLARE_TR_FUNCTIONS(valv::views::VaultPicker)
};

QSet<ArmId> openable(const presentation::VaultStore& vaults)
{
    QSet<ArmId> ids;
    for (int row = 0; row < vaults.count(); ++row) {
        if (presentation::isOpenable(vaults.at(row))) {
            ids.insert(vaults.idAt(row));
        }
    }
    return ids;
}

//! As much of where a vault is as is asked for.
QString placed(const ArmId& vault, int parts)
{
    const auto dot = QStringLiteral(" · ");
    return vault.name() + (parts > 0 ? dot + vault.resourceGroup() : QString())
        + (parts > 1 ? dot + vault.subscriptionId() : QString());
}

} // namespace

QMap<QString, ArmId> vaultNames(const QSet<ArmId>& vaults)
{
    QMap<QString, ArmId> names;
    auto left = vaults;
    for (int parts = 0; !left.isEmpty(); ++parts) {
        QHash<QString, int> times; // whatever the case
        for (const auto& vault : std::as_const(left)) {
            ++times[placed(vault, parts).toLower()];
        }
        QSet<ArmId> same;
        for (const auto& vault : std::as_const(left)) {
            const auto name = placed(vault, parts);
            if (parts < 2 && times.value(name.toLower()) > 1) {
                same.insert(vault);
            } else {
                names.insert(name, vault);
            }
        }
        left = same;
    }
    return names;
}

QString whyNoVault(const presentation::VaultStore& vaults)
{
    return !openable(vaults).isEmpty() ? QString()
        : !vaults.hasLoaded()          ? PickerWords::tr("The vaults have not been read yet.")
        : vaults.isEmpty()             ? PickerWords::tr("There is no vault yet.")
                                       : PickerWords::tr("No vault is ready yet.");
}

void pickVault(const presentation::VaultStore& vaults, QWidget* parent, const QString& name, const QWidget* beside,
               const std::function<void(const ArmId& vault)>& chosen)
{
    const auto names = vaultNames(openable(vaults));
    if (names.isEmpty()) {
        return; // the command says why
    }
    if (names.size() == 1) {
        chosen(names.first());
        return;
    }
    auto* menu = new Menu(parent);
    menu->setObjectName(name);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (auto it = names.cbegin(); it != names.cend(); ++it) {
        menu->addAction(icon(Icon::Vault, Role::Accent), it.key(), parent,
                        [chosen, vault = it.value()] { chosen(vault); });
    }
    popUp(menu, beside);
}

} // namespace valv::views
