// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "frame/context.h"
#include "frame/page.h"

//! Where the vault screens are. A part of a vault is "overview", "backup", "rules", "properties", "infrastructure",
//! "tags" or "locks".
namespace valv::views {

[[nodiscard]] inline Route vaultsRoute()
{
    return {QStringLiteral("vaults"), {}, {}};
}
//! \param as a vault whose creation failed: its form with what was entered; empty: a new form
[[nodiscard]] inline Route createVaultRoute(const ArmId& as = {})
{
    return {QStringLiteral("vaults"), as.text(), QStringLiteral("create")};
}
[[nodiscard]] inline Route vaultRoute(const ArmId& vault, const QString& part = QStringLiteral("overview"))
{
    return {QStringLiteral("vault"), vault.text(), part};
}

//! \brief What stands above a page that is about a vault: its name, so that nothing jumps from one entry of its menu to
//! the next, and beneath it what the page shows.
[[nodiscard]] PageHeading vaultHeading(const ArmId& vault, const QString& shown);
//! The resource menu of a vault, for all pages that are about one: what this connection can do. Source: flows.md 0.12.
[[nodiscard]] QList<MenuEntry> vaultMenu(const Context& context, const ArmId& vault);

} // namespace valv::views
