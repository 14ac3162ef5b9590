// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaults/vaultpages.h"

#include "vaults/createvaultpage.h"
#include "vaults/vaultinfrastructurepage.h"
#include "vaults/vaultlistpage.h"
#include "vaults/vaultlockspage.h"
#include "vaults/vaultoverviewpage.h"
#include "vaults/vaultpropertiespage.h"
#include "vaults/vaulttagspage.h"

namespace valv::views {

Page* makeVaultsPage(const Context& context, const Route& route)
{
    if (route.part == QLatin1String("create")) {
        return new CreateVaultPage(context, route);
    }
    return new VaultListPage(context, route);
}

Page* makeVaultPage(const Context& context, const Route& route)
{
    if (route.part == QLatin1String("tags")) {
        return new VaultTagsPage(context, route);
    }
    if (route.part == QLatin1String("infrastructure")) {
        return new VaultInfrastructurePage(context, route);
    }
    if (route.part == QLatin1String("properties")) {
        return new VaultPropertiesPage(context, route);
    }
    if (route.part == QLatin1String("locks")) {
        return new VaultLocksPage(context, route);
    }
    return new VaultOverviewPage(context, route);
}

} // namespace valv::views
