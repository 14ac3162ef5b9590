// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/resourcestores.h"

#include <algorithm>

namespace valv::contract {

bool sameRow(const ResourceGroup& a, const ResourceGroup& b)
{
    return a.raw == b.raw;
}

bool sameRow(const Location& a, const Location& b)
{
    return a.raw == b.raw;
}

} // namespace valv::contract

namespace valv::presentation {

bool sameRow(const SubscriptionRow& a, const SubscriptionRow& b)
{
    return a.value.raw == b.value.raw;
}

SubscriptionStore::SubscriptionStore(const StoreContext& context, QObject* parent)
    : ListStore(context, parent)
{ }

void SubscriptionStore::load()
{
    begin({ArmId()});
    whenDone(client().resources().subscriptions(), this, [this](const Result<QList<contract::Subscription>>& all) {
        if (!all) {
            endScope({}, all.error());
            return;
        }
        QList<SubscriptionRow> rows;
        for (const auto& one : *all) {
            rows.append({ArmId::subscription(one.subscriptionId), one});
        }
        receive({}, rows);
        endScope({}, std::nullopt);
    });
}

QString SubscriptionStore::nameOf(const QString& subscriptionId) const
{
    const auto* row = find(ArmId::subscription(subscriptionId));
    return row && !row->value.displayName.isEmpty() ? row->value.displayName : subscriptionId;
}

QStringList SubscriptionStore::subscriptionIds() const
{
    QStringList all;
    for (int row = 0; row < count(); ++row) {
        all << at(row).value.subscriptionId;
    }
    return all;
}

QList<ArmId> SubscriptionStore::ids() const
{
    QList<ArmId> all;
    for (int row = 0; row < count(); ++row) {
        all << idAt(row);
    }
    return all;
}

ResourceGroupStore::ResourceGroupStore(const StoreContext& context, SubscriptionStore& subscriptions, QObject* parent)
    : ListStore(context, parent)
    , m_subscriptions(subscriptions)
{
    dependOn(subscriptions);
}

void ResourceGroupStore::load()
{
    const auto scopes = m_subscriptions.ids();
    begin(scopes);
    for (const auto& scope : scopes) {
        const auto page = [this, scope](const QList<contract::ResourceGroup>& groups) { receive(scope, groups); };
        whenDone(client().resources().resourceGroups(scope.subscriptionId(), {this, page}), this,
                 [this, scope](const auto& result) {
                     endScope(scope, result ? std::nullopt : std::optional<Error>(result.error()));
                 });
    }
}

QList<contract::ResourceGroup> ResourceGroupStore::of(const QString& subscriptionId) const
{
    QList<contract::ResourceGroup> found;
    for (int row = 0; row < count(); ++row) {
        if (at(row).id.subscriptionId().compare(subscriptionId, Qt::CaseInsensitive) == 0) {
            found << at(row);
        }
    }
    std::sort(found.begin(), found.end(),
              [](const auto& a, const auto& b) { return QString::compare(a.name, b.name, Qt::CaseInsensitive) < 0; });
    return found;
}

bool ResourceGroupStore::has(const QString& subscriptionId, const QString& name) const
{
    return find(ArmId::resourceGroup(subscriptionId, name)) != nullptr;
}

LocationStore::LocationStore(const StoreContext& context, SubscriptionStore& subscriptions, QObject* parent)
    : ListStore(context, parent)
    , m_subscriptions(subscriptions)
{
    dependOn(subscriptions);
}

void LocationStore::load()
{
    const auto scopes = m_subscriptions.ids();
    begin(scopes);
    for (const auto& scope : scopes) {
        whenDone(client().resources().locations(scope.subscriptionId()), this,
                 [this, scope](const Result<QList<contract::Location>>& result) {
                     if (!result) {
                         endScope(scope, result.error());
                         return;
                     }
                     receive(scope, *result);
                     endScope(scope, std::nullopt);
                 });
    }
}

QString LocationStore::displayName(const QString& region) const
{
    const auto wanted = contract::normalizedRegion(region);
    for (int row = 0; row < count(); ++row) {
        if (contract::normalizedRegion(at(row).name) == wanted) {
            return at(row).displayName;
        }
    }
    return region;
}

} // namespace valv::presentation
