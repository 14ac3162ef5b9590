// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/storageaccounts.h"

#include "service/errors.h"
#include "service/lookup.h"
#include "service/routes.h"

#include <QJsonArray>

namespace valv::service {
namespace {

using contract::Method;

QJsonObject accountBody(const Call& call, const contract::ResourceGroup& group)
{
    const auto id = ArmId::resourceGroup(call.parameter(u"s"), group.name)
                        .child(QStringLiteral("providers"), QStringLiteral("Microsoft.Storage"))
                        .child(QStringLiteral("storageAccounts"), storageAccountName());
    return {{QStringLiteral("id"), id.text()},
            {QStringLiteral("name"), storageAccountName()},
            {QStringLiteral("type"), QStringLiteral("Microsoft.Storage/storageAccounts")},
            {QStringLiteral("location"), group.location},
            {QStringLiteral("kind"), QStringLiteral("StorageV2")},
            {QStringLiteral("sku"), QJsonObject{{QStringLiteral("name"), QStringLiteral("Standard_LRS")}}},
            {QStringLiteral("properties"),
             QJsonObject{{QStringLiteral("provisioningState"), QStringLiteral("Succeeded")}}}};
}

Result<Answer> getAccount(const Call& call)
{
    const auto group = findGroup(call);
    if (!group) {
        return tl::unexpected(group.error());
    }
    if (call.parameter(u"account").compare(storageAccountName(), Qt::CaseInsensitive) != 0) {
        return tl::unexpected(
            problem("ResourceNotFound",
                    QStringLiteral("The Resource 'Microsoft.Storage/storageAccounts/%1' under resource group '%2' "
                                   "was not found. For more details please go to "
                                   "https://aka.ms/ARMResourceNotFoundFix")
                        .arg(call.parameter(u"account"), group->name)));
    }
    return json(200, accountBody(call, *group));
}

Result<Answer> listAccounts(const Call& call)
{
    const auto groups = call.engine().resourceGroups();
    if (!groups) {
        return tl::unexpected(groups.error());
    }
    const auto wanted = call.parameter(u"rg");
    if (!wanted.isNull()) {
        if (const auto group = findGroup(call); !group) {
            return tl::unexpected(group.error());
        }
    }
    QJsonArray value;
    for (const auto& group : *groups) {
        if (wanted.isNull() || group.name.compare(wanted, Qt::CaseInsensitive) == 0) {
            value.append(accountBody(call, group));
        }
    }
    return json(200, {{QStringLiteral("value"), value}});
}

} // namespace

QString storageAccountName()
{
    return QStringLiteral("valvrestore");
}

bool isStorageAccount(const Call& call, const ArmId& id)
{
    return id.value(u"storageAccounts").compare(storageAccountName(), Qt::CaseInsensitive) == 0
        && call.engine().resourceGroup(id.resourceGroup()).has_value();
}

std::vector<Route> storageRoutes()
{
    const auto accounts = QStringLiteral("/providers/Microsoft.Storage/storageAccounts");
    return {
        {Method::Get, subscriptionPath() + accounts, listAccounts},
        {Method::Get, groupPath() + accounts, listAccounts},
        {Method::Get, groupPath() + accounts + QStringLiteral("/{account}"), getAccount},
    };
}

} // namespace valv::service
