// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/lookup.h"

#include "service/errors.h"

#include <QStringList>
#include <QUuid>

#include <algorithm>

namespace valv::service {

Error subscriptionNotFound(const QString& subscription)
{
    return problem("SubscriptionNotFound",
                   QStringLiteral("The subscription '%1' could not be found.").arg(subscription));
}

Result<void> checkSubscription(const Call& call)
{
    const auto asked = call.parameter(u"s");
    if (asked.isNull()) {
        return {};
    }
    const auto all = call.engine().subscriptions();
    const bool known = std::any_of(all.begin(), all.end(), [&asked](const contract::Subscription& s) {
        return s.subscriptionId.compare(asked, Qt::CaseInsensitive) == 0;
    });
    if (known) {
        return {};
    }
    if (asked.size() != 36 || QUuid::fromString(asked).isNull()) {
        return tl::unexpected(
            problem("InvalidSubscriptionId",
                    QStringLiteral("The provided subscription identifier '%1' is malformed or invalid.").arg(asked)));
    }
    return tl::unexpected(subscriptionNotFound(asked));
}

Result<void> checkEnabled(const QList<contract::Subscription>& all, const QString& subscription)
{
    const bool disabled = std::any_of(all.begin(), all.end(), [&subscription](const contract::Subscription& s) {
        return s.subscriptionId.compare(subscription, Qt::CaseInsensitive) == 0
            && s.state.compare(QLatin1String("Enabled"), Qt::CaseInsensitive) != 0;
    });
    if (disabled) {
        return tl::unexpected(problem("ValSubscriptionDisabled", QStringLiteral("The subscription is disabled."),
                                      QStringLiteral("subscription")));
    }
    return {};
}

Result<contract::ResourceGroup> findGroup(const Call& call)
{
    auto group = call.engine().resourceGroup(call.parameter(u"rg"));
    if (!group && statusOf(group.error().code) == 404) {
        return tl::unexpected(resourceGroupNotFound(call.parameter(u"rg")));
    }
    return group;
}

Result<contract::Vault> findVault(const Call& call)
{
    auto vault = call.engine().vault(call.vault());
    if (!vault && statusOf(vault.error().code) == 404) {
        if (const auto group = findGroup(call); !group) {
            return tl::unexpected(group.error());
        }
        return tl::unexpected(resourceNotFound(call.vault()));
    }
    return vault;
}

Result<contract::ProtectedItem> findItem(const Call& call)
{
    const auto id = call.item();
    auto item = id ? call.engine().protectedItem(*id) : Result<contract::ProtectedItem>(tl::unexpected(itemNotFound()));
    if (!item && statusOf(item.error().code) == 404) {
        if (const auto vault = findVault(call); !vault) {
            return tl::unexpected(vault.error());
        }
        return tl::unexpected(itemNotFound());
    }
    return item;
}

bool asksForBytes(const Call& call)
{
    return call.option(u"$expand").compare(QLatin1String("freedBytes"), Qt::CaseInsensitive) == 0;
}

std::optional<QString> knownLocation(const Call& call, const QString& location)
{
    const auto wanted = contract::normalizedRegion(location);
    for (const auto& known : call.engine().locations()) {
        if (contract::normalizedRegion(known.name) == wanted) {
            return known.name;
        }
    }
    return std::nullopt;
}

QString locationNames(const Call& call)
{
    QStringList names;
    for (const auto& location : call.engine().locations()) {
        names.append(location.name);
    }
    return names.join(QLatin1Char(','));
}

} // namespace valv::service
