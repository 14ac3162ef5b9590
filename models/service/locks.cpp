// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/managementlock.h"
#include "service/errors.h"
#include "service/lookup.h"
#include "service/routes.h"

#include <QJsonArray>

namespace valv::service {
namespace {

using contract::LockLevel;
using contract::ManagementLock;
using contract::Method;

//! What a request is about: the vault, else the group, else the subscription.
ArmId scopeOf(const Call& call)
{
    if (!call.parameter(u"vault").isNull()) {
        return call.vault();
    }
    const auto group = call.parameter(u"rg");
    return group.isNull() ? call.subscription() : ArmId::resourceGroup(call.parameter(u"s"), group);
}

//! The same, spelled as it is itself; or what is not there.
Result<ArmId> knownScope(const Call& call)
{
    if (!call.parameter(u"vault").isNull()) {
        return findVault(call).map([](const contract::Vault& vault) { return vault.id; });
    }
    if (!call.parameter(u"rg").isNull()) {
        return findGroup(call).map([](const contract::ResourceGroup& group) { return group.id; });
    }
    return call.subscription();
}

Result<Answer> listLocks(const Call& call)
{
    const auto scope = knownScope(call);
    const auto locks =
        scope ? call.engine().locks(*scope) : Result<QList<ManagementLock>>(tl::unexpected(scope.error()));
    if (!locks) {
        return tl::unexpected(locks.error());
    }
    QJsonArray value;
    for (const auto& lock : *locks) {
        value.append(lock.toJson());
    }
    return json(200, {{QStringLiteral("value"), value}});
}

Result<Answer> getLock(const Call& call)
{
    const auto scope = knownScope(call);
    const auto lock = scope ? call.engine().lock(ManagementLock::idOf(*scope, call.parameter(u"lock")))
                            : Result<ManagementLock>(tl::unexpected(scope.error()));
    return lock ? Result<Answer>(json(200, lock->toJson())) : tl::unexpected(lock.error());
}

Result<Answer> putLock(const Call& call)
{
    const auto body = call.body();
    if (!body) {
        return tl::unexpected(body.error());
    }
    auto lock = ManagementLock::fromJson(*body);
    if (!lock) {
        return tl::unexpected(lock.error());
    }
    const auto scope = knownScope(call);
    if (!scope) {
        return tl::unexpected(scope.error());
    }
    lock->id = ManagementLock::idOf(*scope, call.parameter(u"lock"));
    const auto written = call.engine().putLock(*lock);
    return written ? Result<Answer>(json(written->created ? 201 : 200, written->value.toJson()))
                   : tl::unexpected(written.error());
}

Result<Answer> deleteLock(const Call& call)
{
    const auto scope = knownScope(call);
    if (!scope) {
        return tl::unexpected(scope.error());
    }
    const auto gone = call.engine().deleteLock(ManagementLock::idOf(*scope, call.parameter(u"lock")));
    return gone ? Result<Answer>(empty(*gone ? 200 : 204)) : tl::unexpected(gone.error());
}

//! Requests that a lock has no say in: they only look, or are about the locks themselves.
bool isFree(const Call& call, Method method)
{
    const auto& segments = call.target().segments;
    return method == Method::Get || method == Method::Head || call.parameter(u"rg").isNull()
        || segments.contains(QStringLiteral("Microsoft.Authorization"), Qt::CaseInsensitive)
        || segments.constLast().compare(QLatin1String("checkNameAvailability"), Qt::CaseInsensitive) == 0;
}

} // namespace

Result<void> checkLocks(const Call& call, Method method)
{
    if (isFree(call, method)) {
        return {};
    }
    const auto scope = scopeOf(call);
    const bool deletes = method == Method::Delete;
    // Who deletes a group deletes what is in it.
    const bool whole = deletes && call.parameter(u"vault").isNull();
    const auto locks = whole ? call.engine().locks(scope) : call.engine().locksOn(scope);
    if (!locks) {
        return tl::unexpected(locks.error());
    }
    QStringList holding;
    for (const auto& lock : *locks) {
        if (deletes || lock.level == LockLevel::ReadOnly) {
            holding.append(QLatin1Char('\'') + lock.scope().text() + QLatin1Char('\''));
        }
    }
    holding.removeDuplicates();
    if (holding.isEmpty()) {
        return {};
    }
    return tl::unexpected(problem("ScopeLocked",
                                  QStringLiteral("The scope '%1' cannot perform %2 operation because following "
                                                 "scope(s) are locked: %3. Please remove the lock and try again.")
                                      .arg(scope.text(), deletes ? QStringLiteral("delete") : QStringLiteral("write"),
                                           holding.join(QStringLiteral(", ")))));
}

std::vector<Route> lockRoutes()
{
    const auto locks = QStringLiteral("/providers/Microsoft.Authorization/locks");
    std::vector<Route> routes{{Method::Get, subscriptionPath() + locks, listLocks}};
    for (const auto& scope : {groupPath(), vaultPath()}) {
        const QString one = scope + locks + QStringLiteral("/{lock}");
        routes.push_back({Method::Get, scope + locks, listLocks});
        routes.push_back({Method::Get, one, getLock});
        routes.push_back({Method::Put, one, putLock});
        routes.push_back({Method::Delete, one, deleteLock});
    }
    return routes;
}

} // namespace valv::service
