// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/immutability.h"

#include "engine/faults.h"
#include "engine/points.h"

#include <algorithm>
#include <map>

namespace valv::engine {

namespace {

Fault immutable(const Context& context, const VaultRecord& vault, const QString& reason)
{
    const auto& until = vault.vault.immutableUntil;
    const auto lasts = vault.vault.immutability == contract::Immutability::Locked && until && *until > context.now()
        ? QStringLiteral(" until %1").arg(toIso(*until))
        : QString();
    const bool doubted = !vault.vault.isImmutable(context.now());
    const auto why = doubted ? QStringLiteral("The computer's clock was set forward: it is not believed for a day. ")
                             : QString();
    return invalidInput(QStringLiteral("The vault %1 is immutable%2. %3%4").arg(vault.vault.name, lasts, why, reason),
                        QStringLiteral("immutabilitySettings"), QStringLiteral("VaultImmutable"));
}

using Verdicts = std::map<QString, policy::Verdict>;

Verdicts verdictsUnder(const ItemRecord& item, const PolicyRecord& policy, const VaultRegistry::Points& points,
                       const QDateTime& now)
{
    auto active = item;
    active.state = contract::ProtectionState::Protected;
    active.deletedAt.reset();
    Verdicts verdicts;
    for (const auto& verdict : verdictsOn(active, policy, points, now)) {
        verdicts[verdict.id] = verdict;
    }
    return verdicts;
}

bool goesEarlier(const policy::Verdict& before, const policy::Verdict& after)
{
    if (!before.kept) {
        return false; // its time is up
    }
    return !after.kept || (before.until && after.until && *after.until < *before.until);
}

} // namespace

bool isImmutable(const Context& context, const contract::Vault& vault)
{
    return vault.isImmutable(context.now())
        || (vault.immutability == contract::Immutability::Locked && !context.clockWatch->isBelieved());
}

Result<> checkDeletion(const Context& context, const VaultRecord& vault)
{
    return isImmutable(context, vault.vault)
        ? immutable(context, vault, QStringLiteral("Recovery points cannot be deleted before their time."))
        : Result<>();
}

Result<> checkState(const Context& context, const VaultRecord& vault, const ItemRecord& item,
                    const VaultRegistry::Points& points, const std::string& pointId, const store::PointState& after)
{
    const auto now = context.now();
    if (!isImmutable(context, vault.vault)) {
        return {};
    }
    const auto verdictWith = [&](const store::PointState& state) -> std::optional<policy::Verdict> {
        auto own = points;
        for (auto& point : own) {
            if (point.header.id == pointId) {
                point.state = state;
                point.state.pinned = false;
                point.state.hold = false;
            }
        }
        for (const auto& verdict : verdictsOn(item, policyOf(context, vault, item), own, now)) {
            if (verdict.id.toStdString() == pointId) {
                return verdict;
            }
        }
        return std::nullopt;
    };
    const auto found = std::find_if(points.begin(), points.end(),
                                    [&pointId](const store::PointInfo& point) { return point.header.id == pointId; });
    if (found == points.end()) {
        return {};
    }
    const auto before = verdictWith(found->state);
    const auto then = verdictWith(after);
    return before && then && goesEarlier(*before, *then)
        ? immutable(context, vault, QStringLiteral("A recovery point cannot be kept shorter than before."))
        : Result<>();
}

Result<> checkPolicy(const Context& context, const VaultRecord& vault, const ItemRecord& item,
                     const contract::BackupPolicy& after)
{
    const auto now = context.now();
    if (!isImmutable(context, vault.vault) || item.points == 0) {
        return {};
    }
    const auto points = context.vaults->points(vault, item.nameKey());
    if (!points) {
        return Fault(points.error());
    }
    const auto next = verdictsUnder(item, {vault.id, after, {}, now}, *points, now);
    std::map<QString, Verdicts> known; // by policy: what its points were promised
    for (const auto& point : *points) {
        const auto id = QString::fromStdString(point.header.id);
        const auto then = next.find(id);
        if (point.damaged || then == next.end()) {
            continue;
        }
        const auto name = item.policyKey.isEmpty() ? originOf(point.header).policyName : item.policyKey;
        auto promised = known.find(name);
        if (promised == known.end()) {
            const auto policy = findPolicy(*context.catalogue, vault, name);
            if (!policy) {
                return Fault(policy.error());
            }
            if (!*policy && point.state.expiry) {
                continue; // on demand: it has a date of its own, under whatever policy
            }
            if (!*policy) {
                return immutable(context, vault,
                                 QStringLiteral("The policy %1, which recovery points of %2 were made under, is gone.")
                                     .arg(name, item.vmName));
            }
            promised = known.emplace(name, verdictsUnder(item, **policy, *points, now)).first;
        }
        if (const auto before = promised->second.find(id);
            before != promised->second.end() && goesEarlier(before->second, then->second)) {
            return immutable(context, vault,
                             QStringLiteral("The recovery point of %1 from %2 would be kept shorter than before.")
                                 .arg(item.vmName, toIso(toDateTime(point.header.time))));
        }
    }
    return {};
}

} // namespace valv::engine
