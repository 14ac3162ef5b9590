// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/pointkeeper.h"

#include "contract/names.h"
#include "contract/rules.h"
#include "engine/alerts.h"
#include "engine/faults.h"
#include "engine/immutability.h"
#include "engine/points.h"

#include <algorithm>
#include <set>

namespace valv::engine {

namespace {

const store::PointInfo* pointNamed(const VaultRegistry::Points& points, const QString& name)
{
    const auto id = name.toStdString();
    const auto found = std::find_if(points.begin(), points.end(), [&id](const store::PointInfo& point) {
        return !point.damaged && point.header.id == id;
    });
    return found == points.end() ? nullptr : &*found;
}

//! Why nobody may remove it; nothing: it may go. The newest good one only when that is asked for.
std::optional<Error> obstacleTo(const store::PointInfo& point, const VaultRegistry::Points& points, bool evenLastGood)
{
    const auto refusal = [&point](const char* code, const char* message, const char* action) {
        return Error{code, message, point.header.id, action, {}};
    };
    if (point.state.hold) {
        return refusal("RecoveryPointHeld", "The recovery point is on hold.",
                       "Who put it on hold has to let it go first.");
    }
    if (point.state.pinned) {
        return refusal("RecoveryPointPinned", "The recovery point is pinned.", "Unpin it first.");
    }
    if (!evenLastGood && point.header.id == lastGoodPoint(points)) {
        return refusal("RecoveryPointLastGood", "This is the newest good recovery point of the VM.",
                       "Back up first, or confirm expressly that it is to go.");
    }
    return std::nullopt;
}

} // namespace

Result<PointKeeper::Found> PointKeeper::find(const ArmId& id) const
{
    auto found = m_context.item(id);
    if (!found) {
        return Fault(found.error());
    }
    if (found->item.deletedAt) {
        return fault(QStringLiteral("ItemSoftDeleted"),
                     QStringLiteral("The item is soft-deleted.\r\nUndelete it first."), found->item.vmName,
                     QStringLiteral("Undelete it first."));
    }
    auto points = m_context.vaults->points(found->vault, found->item.nameKey());
    if (!points) {
        return Fault(points.error());
    }
    return Found{std::move(found->vault), std::move(found->item), std::move(*points)};
}

Result<QList<RecoveryPoint>> PointKeeper::list(const ArmId& item) const
{
    const auto found = m_context.item(item);
    if (!found) {
        return Fault(found.error());
    }
    const auto points = m_context.vaults->points(found->vault, found->item.nameKey());
    if (!points) {
        return Fault(points.error());
    }
    const auto id = contract::itemId(found->vault.vault.id, {found->item.group, found->item.vmName});
    return shownPoints(id, found->item, policyOf(m_context, found->vault, found->item), *points, m_context.now());
}

Result<RecoveryPoint> PointKeeper::get(const ArmId& id) const
{
    const auto points = list(id);
    if (!points) {
        return Fault(points.error());
    }
    const auto name = id.value(u"recoveryPoints");
    for (const auto& point : *points) {
        if (point.name == name) {
            return point;
        }
    }
    return objectNotFound(QStringLiteral("recovery point"), name);
}

Result<RecoveryPoint> PointKeeper::change(const ArmId& id, const contract::PointChange& change, const QString& ifMatch)
{
    {
        const std::lock_guard lock(m_context.changing);
        const auto found = find(id);
        if (!found) {
            return Fault(found.error());
        }
        const auto name = id.value(u"recoveryPoints");
        const auto* point = pointNamed(found->points, name);
        if (point == nullptr) {
            return objectNotFound(QStringLiteral("recovery point"), name);
        }
        if (auto matched = checkMatch(ifMatch, pointEtag(*point), name); !matched) {
            return Fault(matched.error());
        }
        if (change.reason && change.reason->size() > contract::PointChange::longestReason) {
            return invalidInput(
                QStringLiteral("The comment may be at most %1 characters long.").arg(change.longestReason),
                QStringLiteral("reason"), QStringLiteral("ValCommentLength"));
        }
        const bool stopped = found->item.state == contract::ProtectionState::ProtectionStopped;
        if (change.expiry && stopped) {
            return invalidInput(QStringLiteral("Protection is stopped: the point is kept until somebody deletes it."),
                                QStringLiteral("expiryTime"), QStringLiteral("RecoveryPointOfStopped"));
        }
        if (change.expiry) {
            if (auto dated = checkRetainUntil(m_context, *change.expiry, QStringLiteral("expiryTime")); !dated) {
                return Fault(dated.error());
            }
        }
        auto state = point->state;
        if (change.followPolicy || change.expiry) {
            state = withChosenDate(std::move(state), change.expiry);
        }
        state.pinned = change.pinned.value_or(state.pinned);
        state.hold = change.held.value_or(state.hold);
        if (change.reason) {
            state.reason = change.reason->trimmed().toStdString();
        }
        if (!state.pinned && !state.hold) {
            state.reason.clear(); // a reason for nothing
        }
        if (!(state == point->state)) {
            if (auto kept = checkState(m_context, found->vault, found->item, found->points, point->header.id, state);
                !kept) {
                return Fault(kept.error());
            }
            if (auto set = m_context.vaults->setPointState(found->vault, point->header.id, state); !set) {
                return Fault(set.error());
            }
        }
    }
    return get(id);
}

Result<bool> PointKeeper::remove(const ArmId& id, bool evenLastGood, const QString& ifMatch)
{
    const std::lock_guard lock(m_context.changing);
    auto found = find(id);
    if (!found) {
        return Fault(found.error());
    }
    auto& [vault, item, points] = *found;
    const auto name = id.value(u"recoveryPoints");
    const auto* point = pointNamed(points, name);
    if (point == nullptr) {
        return false;
    }
    if (auto matched = checkMatch(ifMatch, pointEtag(*point), name); !matched) {
        return Fault(matched.error());
    }
    if (auto obstacle = obstacleTo(*point, points, evenLastGood)) {
        return Fault(std::move(*obstacle));
    }
    if (auto allowed = checkDeletion(m_context, vault); !allowed) {
        return Fault(allowed.error());
    }
    if (m_context.runner->isBusy(item.nameKey())) {
        return objectLocked(QStringLiteral("BMSUserErrorObjectLocked"),
                            QStringLiteral("A backup or restore of this item is running."));
    }
    if (auto removed = m_context.vaults->removePoint(vault, point->header.id); !removed) {
        return Fault(removed.error());
    }
    m_context.tidy.add(vault.id);
    auto job = m_context.newJob(vault, item, contract::JobOperation::DeleteBackupData, true);
    const auto time = toDateTime(point->header.time);
    job.job.propertyBag.insert(QStringLiteral("Number of Recovery Points"), QStringLiteral("1"));
    job.job.propertyBag.insert(QStringLiteral("Recovery point"), name);
    job.job.propertyBag.insert(QStringLiteral("Recovery point time "), toIso(time));
    m_context.complete(job.job);
    if (const auto left = m_context.vaults->points(vault, item.nameKey())) {
        countPoints(item, *left);
    }
    if (item.points == 0 && item.state == contract::ProtectionState::Protected) {
        item.state = contract::ProtectionState::IRPending; // as before the first backup
    }
    auto saved = m_context.catalogue->write([&](Catalogue::Writer& writer) -> Result<> {
        if (auto done = saveItem(writer, item); !done) {
            return done;
        }
        if (auto done = saveJob(writer, job); !done) {
            return done;
        }
        return raiseAlert(
            m_context, writer,
            {alert::recoveryPointDeleted, &vault, &item, job.job.name, {{QStringLiteral("time"), toIso(time)}}});
    });
    return saved ? Result<bool>(true) : Fault(saved.error());
}

Result<contract::RemovalPreview> PointKeeper::preview(const ArmId& item, const QStringList& names) const
{
    const auto found = find(item);
    if (!found) {
        return Fault(found.error());
    }
    contract::RemovalPreview preview;
    std::set<std::string> ids;
    for (const auto& name : names) {
        const auto* point = pointNamed(found->points, name);
        if (point == nullptr) {
            return objectNotFound(QStringLiteral("recovery point"), name);
        }
        if (ids.insert(point->header.id).second) {
            auto obstacle = obstacleTo(*point, found->points, false);
            if (const auto allowed = checkDeletion(m_context, found->vault); !obstacle && !allowed) {
                obstacle = allowed.error().details.front();
            }
            preview.points.append({name, toDateTime(point->header.time), std::move(obstacle)});
        }
    }
    std::stable_sort(preview.points.begin(), preview.points.end(),
                     [](const auto& a, const auto& b) { return a.time > b.time; });
    auto vault = m_context.vaults->open(found->vault);
    if (!vault) {
        return Fault(vault.error());
    }
    const auto bytes = (*vault)->bytesOnlyIn(ids);
    if (!bytes) {
        return Fault(bytes.error());
    }
    preview.freedBytes = static_cast<qint64>(*bytes);
    return preview;
}

} // namespace valv::engine
