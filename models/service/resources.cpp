// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules.h"
#include "service/errors.h"
#include "service/lookup.h"
#include "service/paging.h"
#include "service/routes.h"

#include <QJsonArray>

#include <algorithm>

namespace valv::service {
namespace {

using contract::Method;

QJsonObject subscriptionBody(const contract::Subscription& subscription)
{
    auto body = subscription.toJson();
    const auto otherwise = [&body](const QString& key, const QJsonValue& value) {
        if (!body.contains(key)) {
            body.insert(key, value);
        }
    };
    otherwise(QStringLiteral("authorizationSource"), QStringLiteral("RoleBased"));
    otherwise(QStringLiteral("managedByTenants"), QJsonArray());
    otherwise(QStringLiteral("subscriptionPolicies"),
              QJsonObject{{QStringLiteral("locationPlacementId"), QStringLiteral("Valv_2018-01-01")},
                          {QStringLiteral("quotaId"), QStringLiteral("Valv_2018-01-01")},
                          {QStringLiteral("spendingLimit"), QStringLiteral("Off")}});
    return body;
}

Result<Answer> listSubscriptions(const Call& call)
{
    const auto all = call.engine().subscriptions();
    QJsonArray value;
    for (const auto& subscription : all) {
        value.append(subscriptionBody(subscription));
    }
    return json(
        200,
        {{QStringLiteral("value"), value},
         {QStringLiteral("count"),
          QJsonObject{{QStringLiteral("type"), QStringLiteral("Total")}, {QStringLiteral("value"), value.size()}}}});
}

Result<Answer> getSubscription(const Call& call)
{
    for (const auto& subscription : call.engine().subscriptions()) {
        if (subscription.subscriptionId.compare(call.parameter(u"s"), Qt::CaseInsensitive) == 0) {
            return json(200, subscriptionBody(subscription));
        }
    }
    return tl::unexpected(subscriptionNotFound(call.parameter(u"s")));
}

Result<Answer> listTenants(const Call& call)
{
    QJsonArray value;
    QStringList seen;
    for (const auto& subscription : call.engine().subscriptions()) {
        if (!seen.contains(subscription.tenantId)) {
            seen.append(subscription.tenantId);
            value.append(
                QJsonObject{{QStringLiteral("id"), QString(QStringLiteral("/tenants/") + subscription.tenantId)},
                            {QStringLiteral("tenantId"), subscription.tenantId},
                            {QStringLiteral("displayName"), subscription.displayName}});
        }
    }
    return json(200, {{QStringLiteral("value"), value}});
}

Result<Answer> listLocations(const Call& call)
{
    QJsonArray value;
    for (auto location : call.engine().locations()) {
        location.id = call.subscription().child(QStringLiteral("locations"), location.name);
        value.append(location.toJson());
    }
    return json(200, {{QStringLiteral("value"), value}});
}

Result<Answer> listGroups(const Call& call)
{
    auto groups = call.engine().resourceGroups();
    if (!groups) {
        return tl::unexpected(groups.error());
    }
    sortBy(*groups, [](const contract::ResourceGroup& g) { return g.name; });
    return page(
        call, *groups, resourcePageSize, [](const contract::ResourceGroup& g) { return g.name; },
        [](const contract::ResourceGroup& g) { return g.toJson(); });
}

Result<Answer> getGroup(const Call& call)
{
    const auto group = findGroup(call);
    return group ? Result<Answer>(json(200, group->toJson())) : tl::unexpected(group.error());
}

Result<Answer> headGroup(const Call& call)
{
    return empty(findGroup(call) ? 204 : 404);
}

Result<Answer> putGroup(const Call& call)
{
    const auto body = call.body();
    if (!body) {
        return tl::unexpected(body.error());
    }
    auto group = contract::ResourceGroup::fromJson(*body);
    if (!group) {
        return tl::unexpected(group.error());
    }
    const auto name = call.parameter(u"rg");
    if (const auto broken = contract::checkResourceGroupName(name)) {
        return tl::unexpected(
            problem(broken->code.toUtf8().constData(), contract::inEnglish(*broken), QStringLiteral("name")));
    }
    group->name = name;
    group->id = ArmId::resourceGroup(call.parameter(u"s"), name);
    if (group->location.trimmed().isEmpty()) {
        return tl::unexpected(
            problem("LocationRequired", QStringLiteral("The location property is required for this definition.")));
    }
    const auto location = knownLocation(call, group->location);
    if (!location) {
        return tl::unexpected(
            problem("LocationNotAvailableForResourceGroup",
                    QStringLiteral("The provided location '%1' is not available for resource group. List of "
                                   "available regions is '%2'.")
                        .arg(group->location, locationNames(call))));
    }
    group->location = *location;
    if (const auto old = call.engine().resourceGroup(name)) {
        if (call.onlyNew()) {
            return tl::unexpected(nameTaken("ValResourceGroupTaken",
                                            QStringLiteral("There is already a resource group with this name.")));
        }
        if (contract::normalizedRegion(old->location) != *location) {
            return tl::unexpected(
                problem("InvalidResourceGroupLocation",
                        QStringLiteral(
                            "Invalid resource group location '%1'. The Resource group already exists in location '%2'.")
                            .arg(group->location, old->location)));
        }
    }
    const auto written = call.engine().putResourceGroup(*group);
    return written ? Result<Answer>(json(written->created ? 201 : 200, written->value.toJson()))
                   : tl::unexpected(written.error());
}

Result<Answer> deleteGroup(const Call& call)
{
    const auto group = findGroup(call);
    if (!group) {
        return tl::unexpected(group.error());
    }
    if (const auto done = call.engine().deleteResourceGroup(group->name); !done) {
        return tl::unexpected(done.error());
    }
    const auto id = call.newId();
    call.finished().add(id, call.now());
    auto answer = empty(202);
    setHeader(answer, "Location", call.link(call.subscription(), QStringLiteral("operationresults/") + id).toUtf8());
    setHeader(answer, "Retry-After", "1");
    return answer;
}

Result<Answer> groupOperationResult(const Call& call)
{
    if (!call.finished().contains(call.parameter(u"op"), call.now())) {
        return tl::unexpected(problem(
            "ResourceNotFound", QStringLiteral("The operation '%1' could not be found.").arg(call.parameter(u"op"))));
    }
    return empty(200);
}

struct GenericResource
{
    QString type;
    QString group;
    QJsonObject body;
    [[nodiscard]] QString key() const { return body.value(QLatin1String("id")).toString(); }
    [[nodiscard]] QString name() const { return body.value(QLatin1String("name")).toString(); }
};

GenericResource generic(const QString& type, const QString& group, const QJsonObject& whole)
{
    GenericResource resource{type, group, {}};
    for (const auto& key : {"id", "name", "type", "location", "tags", "kind", "sku"}) {
        if (const auto value = whole.value(QLatin1String(key)); !value.isUndefined()) {
            resource.body.insert(QLatin1String(key), value);
        }
    }
    return resource;
}

Result<Answer> listResources(const Call& call)
{
    const auto filter = call.filter();
    const auto vms = call.engine().virtualMachines();
    const auto vaults = call.engine().vaults();
    if (!filter || !vms || !vaults) {
        return tl::unexpected(!filter ? filter.error() : !vms ? vms.error() : vaults.error());
    }
    const auto group = call.parameter(u"rg");
    if (!group.isEmpty()) {
        if (const auto found = findGroup(call); !found) {
            return tl::unexpected(found.error());
        }
    }
    QList<GenericResource> all;
    for (const auto& vm : vms->all()) {
        all.append(generic(QStringLiteral("Microsoft.Compute/virtualMachines"), vm.id.resourceGroup(), vm.toJson()));
    }
    for (const auto& vault : *vaults) {
        all.append(
            generic(QStringLiteral("Microsoft.RecoveryServices/vaults"), vault.id.resourceGroup(), vault.toJson()));
    }
    all.removeIf([&](const GenericResource& r) {
        return (!group.isEmpty() && r.group.compare(group, Qt::CaseInsensitive) != 0)
            || !accepts(*filter, QStringLiteral("resourceType"), r.type)
            || !accepts(*filter, QStringLiteral("resourceGroup"), r.group)
            || !accepts(*filter, QStringLiteral("name"), r.name());
    });
    sortBy(all, [](const GenericResource& r) { return r.name(); });
    return page(
        call, all, resourcePageSize, [](const GenericResource& r) { return r.key(); },
        [](const GenericResource& r) { return r.body; });
}

struct Provider
{
    const char* name;
    QStringList types;
};

QList<Provider> providers()
{
    return {{"Microsoft.Compute", {QStringLiteral("virtualMachines")}},
            {"Microsoft.RecoveryServices",
             {QStringLiteral("vaults"), QStringLiteral("locations"), QStringLiteral("locations/backupStatus"),
              QStringLiteral("locations/checkNameAvailability"), QStringLiteral("backupProtectedItems")}},
            {"Microsoft.Resources",
             {QStringLiteral("subscriptions"), QStringLiteral("resourceGroups"), QStringLiteral("resources")}},
            {"Microsoft.Storage", {QStringLiteral("storageAccounts")}}};
}

QJsonObject providerBody(const Call& call, const Provider& provider)
{
    QJsonArray places;
    for (const auto& location : call.engine().locations()) {
        places.append(location.displayName);
    }
    const QJsonArray versions{QStringLiteral("2023-06-01"), QStringLiteral("2022-10-01"), QStringLiteral("2021-04-01")};
    QJsonArray types;
    for (const auto& type : provider.types) {
        types.append(QJsonObject{{QStringLiteral("resourceType"), type},
                                 {QStringLiteral("locations"), places},
                                 {QStringLiteral("apiVersions"), versions},
                                 {QStringLiteral("capabilities"), QStringLiteral("None")}});
    }
    const auto name = QString::fromLatin1(provider.name);
    return {{QStringLiteral("id"), call.subscription().child(QStringLiteral("providers"), name).text()},
            {QStringLiteral("namespace"), name},
            {QStringLiteral("registrationState"), QStringLiteral("Registered")},
            {QStringLiteral("registrationPolicy"), QStringLiteral("RegistrationRequired")},
            {QStringLiteral("resourceTypes"), types}};
}

Result<Answer> listProviders(const Call& call)
{
    QJsonArray value;
    for (const auto& provider : providers()) {
        value.append(providerBody(call, provider));
    }
    return json(200, {{QStringLiteral("value"), value}});
}

Result<Answer> getProvider(const Call& call)
{
    const auto asked = call.parameter(u"ns");
    for (const auto& provider : providers()) {
        if (asked.compare(QLatin1String(provider.name), Qt::CaseInsensitive) == 0) {
            return json(200, providerBody(call, provider));
        }
    }
    return tl::unexpected(
        problem("InvalidResourceNamespace", QStringLiteral("The resource namespace '%1' is invalid.").arg(asked)));
}

Result<Answer> getEngine(const Call& call)
{
    return json(200, call.engine().info().toJson());
}

} // namespace

std::vector<Route> resourceRoutes()
{
    const auto s = subscriptionPath();
    const auto rg = groupPath();
    return {
        {Method::Get, QStringLiteral("/subscriptions"), listSubscriptions},
        {Method::Get, QStringLiteral("/tenants"), listTenants},
        {Method::Get, s, getSubscription},
        {Method::Get, s + QStringLiteral("/locations"), listLocations},
        {Method::Get, s + QStringLiteral("/resourceGroups"), listGroups},
        {Method::Get, rg, getGroup},
        {Method::Head, rg, headGroup},
        {Method::Put, rg, putGroup},
        {Method::Delete, rg, deleteGroup},
        {Method::Get, s + QStringLiteral("/operationresults/{op}"), groupOperationResult},
        {Method::Get, s + QStringLiteral("/resources"), listResources},
        {Method::Get, rg + QStringLiteral("/resources"), listResources},
        {Method::Get, s + QStringLiteral("/providers"), listProviders},
        {Method::Get, s + QStringLiteral("/providers/{ns}"), getProvider},
        {Method::Post, s + QStringLiteral("/providers/{ns}/register"), getProvider},
        {Method::Get, s + QStringLiteral("/providers/Microsoft.RecoveryServices/valv/engine"), getEngine},
    };
}

} // namespace valv::service
