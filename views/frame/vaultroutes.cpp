// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/vaultroutes.h"

#include "presentation/stores/session.h"

#include <QCoreApplication>

#include <algorithm>

namespace valv::views {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(valv::views::VaultMenu)
};

} // namespace

PageHeading vaultHeading(const ArmId& vault, const QString& shown)
{
    return {vault.name(),
            shown + QStringLiteral(" · ") + vault.resourceGroup(),
            Icon::Vault,
            {{Words::tr("Recovery Services vaults"), vaultsRoute()},
             {vault.name(), vaultRoute(vault)},
             {shown, {}}}};
}

QList<MenuEntry> vaultMenu(const Context& context, const ArmId& vault)
{
    const QString manage = Words::tr("Manage");
    const auto part = [&vault](const char* name) { return vaultRoute(vault, QLatin1String(name)); };
    const auto list = [&vault](const char* page) { return Route{QLatin1String(page), vault.text(), {}}; };
    QList<MenuEntry> menu{
        {Words::tr("Overview"), {}, Icon::Overview, part("overview")},
        {Words::tr("Tags"), {}, Icon::Tag, part("tags")},
        {Words::tr("Backup"), Words::tr("Get started"), Icon::Protected, part("backup")},
        {Words::tr("Protected items"), Words::tr("Protection"), Icon::ProtectedItem, list("items")},
        {Words::tr("Policies"), manage, Icon::Policy, list("policies")},
        {Words::tr("Infrastructure"), manage, Icon::Server, part("infrastructure")},
        {Words::tr("Properties"), manage, Icon::Sliders, part("properties")},
        {Words::tr("Locks"), manage, Icon::Lock, part("locks")},
        {Words::tr("Jobs"), Words::tr("Monitoring"), Icon::Job, list("jobs")},
        {Words::tr("Alerts"), Words::tr("Monitoring"), Icon::Alert, list("alerts")},
        {Words::tr("Reports"), Words::tr("Monitoring"), Icon::Report, list("reports")},
    };
    if (context.session.capabilities().protectionRules) {
        const auto items = std::find_if(menu.cbegin(), menu.cend(), [](const MenuEntry& entry) {
            return entry.route.page == QLatin1String("items");
        });
        menu.insert(items + 1, {Words::tr("Protection rules"), Words::tr("Protection"), Icon::Filter, part("rules")});
    }
    return menu;
}

} // namespace valv::views
