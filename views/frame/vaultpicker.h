// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"

#include <QMap>
#include <QSet>
#include <QString>

#include <functional>

class QWidget;

namespace valv::presentation {
class VaultStore;
}

namespace valv::views {

//! \brief What tells each of these vaults from the others, sorted: its name; where two have the same one, the resource
//! group too, and where that is the same, the subscription.
[[nodiscard]] QMap<QString, ArmId> vaultNames(const QSet<ArmId>& vaults);

//! \brief Why no vault can be chosen: none is read yet, there is none, or none is ready. Empty: one can.
[[nodiscard]] QString whyNoVault(const presentation::VaultStore& vaults);

//! \brief Lets the person choose one of the vaults that can be opened: the only one at once, several from a menu.
//! \param name of the menu
//! \param beside the menu opens below it, or where the person is when it is none
void pickVault(const presentation::VaultStore& vaults, QWidget* parent, const QString& name, const QWidget* beside,
               const std::function<void(const ArmId& vault)>& chosen);

} // namespace valv::views
