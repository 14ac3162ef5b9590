// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/pages.h"

#include "alerts/alertspage.h"
#include "contract/names.h"
#include "items/itemlistpage.h"
#include "items/itemtypespage.h"
#include "jobs/jobspage.h"
#include "overview/overviewpage.h"
#include "policies/policylistpage.h"
#include "policies/policypage.h"
#include "protect/protectpage.h"
#include "protect/rulespage.h"
#include "reports/reportspage.h"
#include "restore/restorepage.h"
#include "settings/settingspage.h"
#include "vaults/vaultpages.h"
#include "virtualmachines/vmbackuppage.h"
#include "virtualmachines/vmlistpage.h"
#include "virtualmachines/vmoverviewpage.h"

namespace valv::console {

using views::Context;
using views::Page;
using views::Route;

views::PageFactories pageFactories()
{
    return {
        { QStringLiteral("alerts"),
          [](const Context& context, const Route& route) -> Page* { return new views::AlertsPage(context, route); } },
        { QStringLiteral("overview"),
          [](const Context& context, const Route&) -> Page* { return new views::OverviewPage(context); } },
        { QStringLiteral("virtualmachines"),
          [](const Context& context, const Route& route) -> Page* { return new views::VmListPage(context, route); } },
        { QStringLiteral("virtualmachine"),
          [](const Context& context, const Route& route) -> Page* {
              if (route.part == QLatin1String("backup")) {
                  return new views::VmBackupPage(context, route);
              }
              return new views::VmOverviewPage(context, route);
          } },
        { QStringLiteral("items"),
          [](const Context& context, const Route& route) -> Page* {
              if (route.part == QLatin1String("types")) {
                  return new views::ItemTypesPage(context, route);
              }
              return new views::ItemListPage(context, route);
          } },
        { QStringLiteral("jobs"),
          [](const Context& context, const Route& route) -> Page* { return new views::JobsPage(context, route); } },
        { QStringLiteral("policies"),
          [](const Context& context, const Route& route) -> Page* { return new views::PolicyListPage(context, route); } },
        { QStringLiteral("policy"),
          [](const Context& context, const Route& route) -> Page* { return new views::PolicyPage(context, route); } },
        { QStringLiteral("reports"),
          [](const Context& context, const Route& route) -> Page* { return new views::ReportsPage(context, route); } },
        { QStringLiteral("restore"),
          [](const Context& context, const Route& route) -> Page* { return new views::RestorePage(context, route); } },
        { QStringLiteral("settings"),
          [](const Context& context, const Route& route) -> Page* { return new views::SettingsPage(context, route); } },
        { QStringLiteral("vaults"), views::makeVaultsPage },
        { QStringLiteral("vault"),
          [](const Context& context, const Route& route) -> Page* {
              if (route.part == QLatin1String("backup")) {
                  return new views::ProtectPage(context, route);
              }
              if (route.part == QLatin1String("rules") && context.session.capabilities().protectionRules) {
                  return new views::RulesPage(context, route);
              }
              return views::makeVaultPage(context, route);
          } },
    };
}

views::Route routeOf(const ArmId& id)
{
    if (!id.value(u"virtualMachines").isEmpty()) {
        return { QStringLiteral("virtualmachine"), id.text(), QStringLiteral("backup") };
    }
    if (!id.value(u"backupJobs").isEmpty()) {
        return { QStringLiteral("jobs"), {}, id.text() };
    }
    if (!id.value(u"backupPolicies").isEmpty()) {
        return { QStringLiteral("policy"), id.text(), {} };
    }
    // An item is shown on the page of its machine.
    if (const auto vm = contract::vmNameFrom(id.value(u"protectedItems"))) {
        return { QStringLiteral("virtualmachine"), ArmId::virtualMachine(id.subscriptionId(), vm->resourceGroup, vm->vm).text(),
                 QStringLiteral("backup") };
    }
    if (!id.isEmpty() && id == id.vaultId()) {
        return { QStringLiteral("vault"), id.text(), QStringLiteral("overview") };
    }
    return {};
}

} // namespace valv::console
