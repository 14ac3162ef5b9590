// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/expirypreview.h"

#include "contract/names.h"
#include "engine/faults.h"
#include "engine/points.h"

#include <QSet>

#include <algorithm>
#include <set>

namespace valv::engine {

using contract::ExpiryPreview;

namespace {

//! Adds what the item would lose; its points' ids to those that would go.
Result<> addItem(ExpiryPreview& preview, std::set<std::string>& going, const Context& context, const VaultRecord& vault,
                 const ItemRecord& item, const PolicyRecord& after)
{
    const auto points = context.vaults->points(vault, item.nameKey());
    if (!points) {
        return Fault(points.error());
    }
    const auto now = context.now();
    auto then = item;
    if (then.state == contract::ProtectionState::ProtectionStopped) {
        then.state = contract::ProtectionState::Protected;
    }
    // What expires anyway is not the change's doing.
    const auto asSet = [](const QStringList& ids) { return QSet<QString>(ids.begin(), ids.end()); };
    const auto anyway = asSet(expiredPoints(item, policyOf(context, vault, item), *points, now));
    const auto expired = asSet(expiredPoints(then, after, *points, now)) - anyway;

    ExpiryPreview::Item shown;
    shown.id = contract::itemId(vault.vault.id, {item.group, item.vmName});
    shown.friendlyName = item.vmName;
    shown.expiring = static_cast<int>(expired.size());
    for (auto point = points->rbegin(); point != points->rend(); ++point) { // newest first
        const auto id = QString::fromStdString(point->header.id);
        if (point->damaged) {
            continue;
        }
        ++shown.points;
        const auto time = toDateTime(point->header.time);
        if (expired.contains(id)) {
            going.insert(point->header.id);
            if (shown.times.size() < ExpiryPreview::mostTimes) {
                shown.times.append(time);
            }
        } else if (!anyway.contains(id)) {
            shown.oldestKept = time;
        }
    }
    preview.items.append(shown);
    return {};
}

Result<ExpiryPreview> withBytes(ExpiryPreview preview, const std::set<std::string>& going, const Context& context,
                                const VaultRecord& vault, bool bytes)
{
    std::stable_sort(preview.items.begin(), preview.items.end(),
                     [](const auto& a, const auto& b) { return keyOf(a.friendlyName) < keyOf(b.friendlyName); });
    if (bytes) {
        auto open = context.vaults->open(vault);
        const auto freed = open ? (*open)->bytesOnlyIn(going) : Result<std::uint64_t>(tl::unexpected(open.error()));
        if (!freed) {
            return Fault(freed.error());
        }
        preview.freedBytes = static_cast<qint64>(*freed);
    }
    return preview;
}

} // namespace

Result<ExpiryPreview> expiryByPolicy(const Context& context, const VaultRecord& vault,
                                     const contract::BackupPolicy& policy, bool bytes)
{
    const auto items = itemRecords(*context.catalogue, vault.id);
    if (!items) {
        return Fault(items.error());
    }
    PolicyRecord after;
    after.vaultId = vault.id;
    after.policy = policy;
    ExpiryPreview preview;
    std::set<std::string> going;
    for (const auto& item : *items) {
        if (item.policyKey != keyOf(policy.name) || item.deletedAt) {
            continue;
        }
        if (auto added = addItem(preview, going, context, vault, item, after); !added) {
            return Fault(added.error());
        }
    }
    return withBytes(std::move(preview), going, context, vault, bytes);
}

Result<ExpiryPreview> expiryByAssignment(const Context& context, const VaultRecord& vault, const ItemRecord& item,
                                         const PolicyRecord& policy, bool bytes)
{
    ExpiryPreview preview;
    std::set<std::string> going;
    if (auto added = addItem(preview, going, context, vault, item, policy); !added) {
        return Fault(added.error());
    }
    return withBytes(std::move(preview), going, context, vault, bytes);
}

} // namespace valv::engine
