// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/names.h"
#include "service/accepted.h"
#include "service/errors.h"
#include "service/lookup.h"
#include "service/paging.h"
#include "service/routes.h"

namespace valv::service {
namespace {

using contract::Method;
using contract::ProtectedItem;

bool sameVm(const QString& a, const QString& b)
{
    const auto left = contract::vmNameFrom(a);
    const auto right = contract::vmNameFrom(b);
    return left && right && *left == *right;
}

bool wanted(const ProtectedItem& item, const QHash<QString, QString>& filter)
{
    const auto container = filter.constFind(QStringLiteral("containername"));
    return accepts(filter, QStringLiteral("policyName"), item.policyName)
        && accepts(filter, QStringLiteral("friendlyName"), item.friendlyName)
        && accepts(filter, QStringLiteral("healthState"), item.health.text())
        && (container == filter.constEnd() || sameVm(container.value(), item.name));
}

//! The items of the call's vault that its filter wants, by name.
Result<QList<ProtectedItem>> items(const Call& call, const QHash<QString, QString>& filter)
{
    if (const auto vault = findVault(call); !vault) {
        return tl::unexpected(vault.error());
    }
    auto all = call.engine().protectedItems(call.vault());
    if (!all) {
        return tl::unexpected(all.error());
    }
    all->removeIf([&filter](const ProtectedItem& item) { return !wanted(item, filter); });
    sortBy(*all, [](const ProtectedItem& i) { return i.friendlyName; });
    return all;
}

Result<Answer> listItems(const Call& call)
{
    const auto filter = call.filter();
    if (!filter) {
        return tl::unexpected(filter.error());
    }
    auto all = items(call, *filter);
    if (!all) {
        return tl::unexpected(all.error());
    }
    if (!acceptsVms(*filter) || !accepts(*filter, QStringLiteral("itemType"), QStringLiteral("VM"))) {
        all->clear();
    }
    return page(
        call, *all, backupPageSize, [](const ProtectedItem& i) { return i.id.text(); },
        [](const ProtectedItem& i) { return i.toJson(); });
}

QJsonObject containerBody(const Call& call, const ProtectedItem& item)
{
    const auto vm = contract::vmNameFrom(item.name);
    const auto type = QStringLiteral("Microsoft.Compute/virtualMachines");
    return {{QStringLiteral("id"), vm ? contract::containerId(call.vault(), *vm).text() : item.id.parent().text()},
            {QStringLiteral("name"), vm ? contract::containerName(*vm) : item.containerName},
            {QStringLiteral("type"),
             QStringLiteral("Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers")},
            {QStringLiteral("properties"),
             QJsonObject{{QStringLiteral("friendlyName"), item.friendlyName},
                         {QStringLiteral("backupManagementType"), QStringLiteral("AzureIaasVM")},
                         {QStringLiteral("registrationStatus"), QStringLiteral("Registered")},
                         {QStringLiteral("healthStatus"), QStringLiteral("Healthy")},
                         {QStringLiteral("containerType"), type},
                         {QStringLiteral("protectableObjectType"), type},
                         {QStringLiteral("virtualMachineId"), item.sourceResourceId.text()},
                         {QStringLiteral("virtualMachineVersion"), QStringLiteral("Compute")},
                         {QStringLiteral("resourceGroup"), item.sourceResourceId.resourceGroup()}}}};
}

Result<Answer> listContainers(const Call& call)
{
    const auto filter = call.filter();
    if (!filter) {
        return tl::unexpected(filter.error());
    }
    QHash<QString, QString> relevant = *filter;
    relevant.remove(QStringLiteral("policyname"));
    relevant.remove(QStringLiteral("healthstate"));
    auto all = items(call, relevant);
    if (!all) {
        return tl::unexpected(all.error());
    }
    if (!acceptsVms(*filter) || !accepts(*filter, QStringLiteral("status"), QStringLiteral("Registered"))) {
        all->clear();
    }
    return page(
        call, *all, backupPageSize, [](const ProtectedItem& i) { return i.id.text(); },
        [&call](const ProtectedItem& i) { return containerBody(call, i); });
}

Result<Answer> getContainer(const Call& call)
{
    const auto all = items(call, {{QStringLiteral("containername"), call.parameter(u"container")}});
    if (!all) {
        return tl::unexpected(all.error());
    }
    if (all->isEmpty()) {
        return tl::unexpected(objectNotFound(QStringLiteral("Container '%1'").arg(call.parameter(u"container"))));
    }
    return json(200, containerBody(call, all->front()));
}

Result<Answer> listProtectable(const Call& call)
{
    const auto filter = call.filter();
    if (!filter) {
        return tl::unexpected(filter.error());
    }
    if (const auto vault = findVault(call); !vault) {
        return tl::unexpected(vault.error());
    }
    auto all = call.engine().protectableItems(call.vault());
    if (!all) {
        return tl::unexpected(all.error());
    }
    all->removeIf([&filter](const contract::ProtectableItem& item) {
        return !acceptsVms(*filter) || !accepts(*filter, QStringLiteral("workloadType"), QStringLiteral("VM"))
            || !accepts(*filter, QStringLiteral("friendlyName"), item.friendlyName);
    });
    sortBy(*all, [](const contract::ProtectableItem& i) { return i.friendlyName; });
    return page(
        call, *all, backupPageSize, [](const contract::ProtectableItem& i) { return i.id.text(); },
        [](const contract::ProtectableItem& i) { return i.toJson(); });
}

Result<Answer> refreshContainers(const Call& call)
{
    if (const auto vault = findVault(call); !vault) {
        return tl::unexpected(vault.error());
    }
    const auto accepted = call.engine().refreshInventory();
    return accepted ? Result<Answer>(acceptedAnswer(call, *accepted, Asking::fabric(call.vault())))
                    : tl::unexpected(accepted.error());
}

Result<Answer> getItem(const Call& call)
{
    const auto filter = call.filter();
    if (!filter) {
        return tl::unexpected(filter.error());
    }
    const auto item = findItem(call);
    if (!item) {
        return tl::unexpected(item.error());
    }
    auto body = item->toJson();
    if (filter->value(QStringLiteral("expand")).compare(QLatin1String("extendedInfo"), Qt::CaseInsensitive) != 0) {
        auto properties = body.value(QLatin1String("properties")).toObject();
        properties.remove(QLatin1String("extendedInfo"));
        body.insert(QLatin1String("properties"), properties);
    }
    return json(200, body);
}

Error badProtection(const QString& reason)
{
    auto error =
        problem("BMSUserErrorInvalidConfigureProtectionRequest",
                QStringLiteral("Input for configure protection is not in proper format\r\nPlease ensure that container "
                               "exists and other parameters are in valid format"));
    error.details.push_back(problem("BMSUserErrorInvalidConfigureProtectionRequest", reason));
    return error;
}

Result<Answer> putItem(const Call& call)
{
    const auto body = call.body();
    if (!body) {
        return tl::unexpected(body.error());
    }
    if (const auto vault = findVault(call); !vault) {
        return tl::unexpected(vault.error());
    }
    const auto request = contract::ProtectRequest::fromJson(*body);
    if (!request) {
        return tl::unexpected(request.error());
    }
    const auto id = call.item();
    if (!id) {
        return tl::unexpected(badProtection(QStringLiteral("The names of container and item do not fit each other.")));
    }
    const auto vm = contract::vmNameFrom(id->name());
    const contract::VmName source{request->sourceResourceId.resourceGroup(), request->sourceResourceId.name()};
    if (!request->sourceResourceId.isEmpty() && !(source == *vm)) {
        return tl::unexpected(
            badProtection(QStringLiteral("The names of container and item do not fit sourceResourceId.")));
    }
    const auto accepted = call.engine().protect(*id, *request);
    return accepted ? Result<Answer>(acceptedAnswer(call, *accepted, Asking::resource(*id)))
                    : tl::unexpected(accepted.error());
}

Result<Answer> deleteItem(const Call& call)
{
    if (const auto vault = findVault(call); !vault) {
        return tl::unexpected(vault.error());
    }
    const auto id = call.item();
    if (!id) {
        return empty(204);
    }
    const auto accepted = call.engine().deleteProtection(*id, {call.option(u"reason"), call.option(u"comment")});
    if (!accepted) {
        return tl::unexpected(accepted.error());
    }
    return accepted->has_value() ? acceptedAnswer(call, **accepted, Asking::vault(call.vault())) : empty(204);
}

Result<Answer> backup(const Call& call)
{
    const auto body = call.optionalBody();
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto item = findItem(call);
    if (!item) {
        return tl::unexpected(item.error());
    }
    // Without a body: for as long as is usual.
    const auto request = body->isEmpty() ? Result<contract::BackupRequest>() : contract::BackupRequest::fromJson(*body);
    if (!request) {
        return tl::unexpected(request.error());
    }
    const auto accepted = call.engine().backup(item->id, *request, true);
    return accepted ? Result<Answer>(acceptedAnswer(call, *accepted, Asking::resource(item->id)))
                    : tl::unexpected(accepted.error());
}

Result<Answer> previewItemPolicy(const Call& call)
{
    const auto body = call.body();
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto text = body->value(QLatin1String("properties")).toObject().value(QLatin1String("policyId")).toString();
    const auto policy = ArmId::parse(text);
    if (!policy) {
        return tl::unexpected(badProtection(QStringLiteral("policyId is not the id of a policy.")));
    }
    const auto item = findItem(call);
    if (!item) {
        return tl::unexpected(item.error());
    }
    const auto preview = call.engine().previewItemPolicy(item->id, *policy, asksForBytes(call));
    return preview ? Result<Answer>(json(200, preview->toJson())) : tl::unexpected(preview.error());
}

} // namespace

std::vector<Route> itemRoutes()
{
    const auto v = vaultPath();
    const QString fabric = v + QStringLiteral("/backupFabrics/Azure");
    return {
        {Method::Get, v + QStringLiteral("/backupProtectedItems"), listItems},
        {Method::Get, v + QStringLiteral("/backupProtectableItems"), listProtectable},
        {Method::Get, v + QStringLiteral("/backupProtectionContainers"), listContainers},
        {Method::Post, fabric + QStringLiteral("/refreshContainers"), refreshContainers},
        {Method::Get, fabric + QStringLiteral("/protectionContainers/{container}"), getContainer},
        {Method::Get, itemPath(), getItem},
        {Method::Put, itemPath(), putItem},
        {Method::Delete, itemPath(), deleteItem},
        {Method::Post, itemPath() + QStringLiteral("/backup"), backup},
        {Method::Post, itemPath() + QStringLiteral("/valv/previewPolicy"), previewItemPolicy},
    };
}

} // namespace valv::service
