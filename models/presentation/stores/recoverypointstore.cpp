// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/recoverypointstore.h"

#include "contract/names.h"

namespace valv::contract {

bool sameRow(const RecoveryPoint& a, const RecoveryPoint& b)
{
    return a.raw == b.raw;
}

} // namespace valv::contract

namespace valv::presentation {

using client::Outcome;
using contract::RecoveryPoint;
using contract::RecoveryType;

RecoveryPointStore::RecoveryPointStore(const StoreContext& context, ArmId item, ProtectedItemStore& items,
                                       VaultStore& vaults, JobStore& jobs, QObject* parent)
    : ListStore(context, parent)
    , m_item(std::move(item))
    , m_items(items)
    , m_vaults(vaults)
    , m_jobs(jobs)
{ }

void RecoveryPointStore::load()
{
    begin({m_item});
    const auto page = [this](const QList<RecoveryPoint>& points) { receive(m_item, points); };
    whenDone(client().recoveryPoints().list(m_item, {}, {}, {this, page}), this, [this](const auto& result) {
        endScope(m_item, result ? std::nullopt : std::optional<Error>(result.error()));
    });
}

const RecoveryPoint* RecoveryPointStore::latest() const
{
    const RecoveryPoint* best = nullptr;
    for (int row = 0; row < count(); ++row) {
        best = !best || at(row).time > best->time ? &at(row) : best;
    }
    return best;
}

const RecoveryPoint* RecoveryPointStore::oldest() const
{
    const RecoveryPoint* best = nullptr;
    for (int row = 0; row < count(); ++row) {
        best = !best || at(row).time < best->time ? &at(row) : best;
    }
    return best;
}

int RecoveryPointStore::countOf(contract::ConsistencyType consistency, const QDateTime& since) const
{
    int points = 0;
    for (int row = 0; row < count(); ++row) {
        points += at(row).consistency == consistency && (!since.isValid() || at(row).time >= since) ? 1 : 0;
    }
    return points;
}

Activity RecoveryPointStore::about(ActivityKind kind) const
{
    const auto name = contract::vmNameFrom(m_item.name());
    Activity activity;
    activity.kind = kind;
    activity.subject = name ? name->vm : m_item.name();
    activity.target = m_item;
    return activity;
}

QFuture<Result<RecoveryPoint>> RecoveryPointStore::change(const ArmId& point, const contract::PointChange& change,
                                                          const QString& etag)
{
    const int number = activities().begin(about(ActivityKind::ChangePoint));
    const auto asked = client().recoveryPoints().change(point, change, etag);
    return client::mapped<RecoveryPoint>(asked, this, [this, number](Result<RecoveryPoint> changed) {
        if (changed) {
            activities().succeed(number);
            receive(m_item, {*changed});
        } else {
            activities().fail(number, changed.error());
            refresh(); // it may be another one now
        }
        return changed;
    });
}

QFuture<Result<contract::RemovalPreview>> RecoveryPointStore::previewRemoval(const ArmId& point)
{
    return client().recoveryPoints().previewRemoval(m_item, {point.name()});
}

QFuture<Result<Outcome>> RecoveryPointStore::remove(const ArmId& point, bool evenLastGood, const QString& etag)
{
    const int number = activities().begin(about(ActivityKind::DeletePoint));
    const auto asked = client().recoveryPoints().remove(point, evenLastGood, etag);
    return client::mapped<Outcome>(asked, this, [this, number, point](Result<Outcome> outcome) {
        if (outcome) {
            activities().succeed(number);
            ListStore::remove(point);
            m_items.refreshItem(m_item);
        } else {
            activities().fail(number, outcome.error());
            refresh();
        }
        return outcome;
    });
}

contract::RestoreRequest RecoveryPointStore::requestFor(const ArmId& point, const RestoreTarget& target) const
{
    const auto* item = m_items.find(m_item);
    const auto* vault = m_vaults.find(m_item.vaultId());
    const auto name = contract::vmNameFrom(m_item.name());
    contract::RestoreRequest request;
    request.recoveryPointId = point.name();
    request.type = target.type;
    request.region = vault ? vault->location : QString();
    if (item) {
        request.sourceResourceId = item->sourceResourceId;
    } else if (name) {
        request.sourceResourceId = ArmId::virtualMachine(m_item.subscriptionId(), name->resourceGroup, name->vm);
    }
    request.storageAccountId = target.storageAccount;
    request.diskLuns = target.diskLuns;
    request.targetFolder = target.folder;
    request.format = target.format;
    request.overwrite = target.overwrite;
    if (target.type == RecoveryType::AlternateLocation) {
        const auto subscription = request.sourceResourceId.subscriptionId();
        const auto group =
            target.resourceGroup.isEmpty() ? request.sourceResourceId.resourceGroup() : target.resourceGroup;
        request.targetVirtualMachineId = ArmId::virtualMachine(subscription, group, target.vmName);
        request.targetResourceGroupId = ArmId::resourceGroup(subscription, group);
    }
    return request;
}

QFuture<Result<contract::RestoreValidation>> RecoveryPointStore::validate(const ArmId& point,
                                                                          const RestoreTarget& target) const
{
    return client().recoveryPoints().validate(point, requestFor(point, target));
}

QFuture<Result<StartedJob>> RecoveryPointStore::restore(const ArmId& point, const RestoreTarget& target)
{
    auto activity = about(ActivityKind::Restore);
    activity.second = target.type == RecoveryType::AlternateLocation ? target.vmName : target.folder;
    const int number = activities().begin(activity, [this, point, target] { (void)restore(point, target); });
    return client::mapped<StartedJob>(
        client().recoveryPoints().restore(point, requestFor(point, target)), this, [this, number, point, target](Result<Outcome> outcome) -> Result<StartedJob> {
            if (!outcome) {
                activities().fail(number, outcome.error());
                return tl::unexpected<Error>(std::move(outcome.error()));
            }
            StartedJob started;
            if (!outcome->jobId.isEmpty()) {
                started.job = client::JobsClient::idOf(m_item.vaultId(), outcome->jobId);
                m_jobs.rememberRepeat(started.job, [this, point, target] { return restore(point, target); });
            }
            activities().succeed(number, started.job);
            if (!started.job.isEmpty()) {
                Q_EMIT jobStarted(started.job);
            }
            return started;
        });
}

} // namespace valv::presentation
