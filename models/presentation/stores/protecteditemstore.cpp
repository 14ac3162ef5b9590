// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/protecteditemstore.h"

#include "contract/names.h"
#include "presentation/stores/protection.h"

#include <utility>

namespace valv::contract {

bool sameRow(const ProtectedItem& a, const ProtectedItem& b)
{
    return a.raw == b.raw && a.recoveryPointCount == b.recoveryPointCount
        && a.oldestRecoveryPoint == b.oldestRecoveryPoint;
}

} // namespace valv::contract

namespace valv::presentation {

using client::Outcome;
using contract::ProtectedItem;
using contract::ProtectRequest;

namespace {

bool saysGone(const Error& error)
{
    return error.code == "BMSUserErrorDataSourceObjectNotFound" || error.code == "ResourceNotFound"
        || error.code == "BMSUserErrorObjectNotFound";
}

int rank(const ProtectedItem& item)
{
    switch (protectionOf(item)) {
    case Protection::SoftDeleted:
        return 0;
    case Protection::Stopped:
        return 1;
    default:
        return 2;
    }
}

} // namespace

ProtectedItemStore::ProtectedItemStore(const StoreContext& context, VaultStore& vaults, QObject* parent)
    : ListStore(context, parent)
    , m_vaults(vaults)
{
    dependOn(vaults);
    connect(this, &ListStoreBase::rowsInserted, this, &ProtectedItemStore::index);
    connect(this, &ListStoreBase::rowsAboutToBeRemoved, this, &ProtectedItemStore::unindex);
    connect(this, &ListStoreBase::rowsChanged, this, [this](int first, int last) {
        QList<ArmId> touched;
        for (int row = first; row <= last; ++row) {
            touched << at(row).sourceResourceId;
        }
        Q_EMIT virtualMachinesTouched(touched);
    });
    connect(this, &ListStoreBase::rowsRemoved, this,
            [this] { Q_EMIT virtualMachinesTouched(std::exchange(m_removed, {})); });
}

void ProtectedItemStore::load()
{
    QList<ArmId> scopes;
    for (int row = 0; row < m_vaults.count(); ++row) {
        const auto state = m_vaults.at(row).provisioning.value();
        if (state != contract::ProvisioningState::Provisioning && state != contract::ProvisioningState::Deleting) {
            scopes << m_vaults.idAt(row);
        }
    }
    begin(scopes);
    for (const auto& scope : scopes) {
        const auto page = [this, scope](const QList<ProtectedItem>& items) { receive(scope, items); };
        whenDone(client().items().list(scope, {this, page}), this, [this, scope](const auto& result) {
            endScope(scope, result ? std::nullopt : std::optional<Error>(result.error()));
        });
    }
}

// A list does not count points: what a single read told stays until the next one.
ProtectedItem ProtectedItemStore::merged(const ProtectedItem& before, ProtectedItem after) const
{
    if (after.recoveryPointCount < 0) {
        after.recoveryPointCount = before.recoveryPointCount;
        after.oldestRecoveryPoint = before.oldestRecoveryPoint;
    }
    return after;
}

void ProtectedItemStore::index(int first, int last)
{
    QList<ArmId> touched;
    for (int row = first; row <= last; ++row) {
        const auto& item = at(row);
        m_byVm.insert(item.sourceResourceId, item.id);
        ++m_perVault[item.id.vaultId()];
        touched << item.sourceResourceId;
    }
    Q_EMIT virtualMachinesTouched(touched);
}

void ProtectedItemStore::unindex(int first, int last)
{
    for (int row = first; row <= last; ++row) {
        const auto& item = at(row);
        m_byVm.remove(item.sourceResourceId, item.id);
        --m_perVault[item.id.vaultId()];
        m_removed << item.sourceResourceId;
    }
}

const ProtectedItem* ProtectedItemStore::forVm(const ArmId& virtualMachine) const
{
    const ProtectedItem* best = nullptr;
    for (auto [it, end] = m_byVm.equal_range(virtualMachine); it != end; ++it) {
        const auto* item = find(*it);
        if (item && (!best || rank(*item) > rank(*best))) {
            best = item;
        }
    }
    return best;
}

int ProtectedItemStore::countIn(const ArmId& vault) const
{
    return m_perVault.value(vault, 0);
}

int ProtectedItemStore::countUsing(const ArmId& policy) const
{
    int using_ = 0;
    for (int row = 0; row < count(); ++row) {
        using_ += at(row).policyId == policy ? 1 : 0;
    }
    return using_;
}

void ProtectedItemStore::refreshItem(const ArmId& id)
{
    whenDone(client().items().get(id), this, [this, id](const Result<ProtectedItem>& item) {
        if (item) {
            receive(id.vaultId(), {*item});
        } else if (saysGone(item.error())) {
            ListStore::remove(id);
        }
    });
}

QFuture<Result<StartedJob>> ProtectedItemStore::command(ActivityKind kind, const ArmId& item, const QString& second,
                                                        Ask ask)
{
    const auto* row = find(item);
    const auto name = contract::vmNameFrom(item.name());
    Activity activity;
    activity.kind = kind;
    activity.subject = row ? row->friendlyName : name ? name->vm : item.name();
    activity.second = second;
    activity.target = item;
    const auto again = [this, kind, item, second, ask] { (void)command(kind, item, second, ask); };
    const int number = activities().begin(activity, again);
    return client::mapped<StartedJob>(ask(item), this,
                                      [this, number, item](Result<Outcome> outcome) -> Result<StartedJob> {
                                          refreshItem(item);
                                          if (!outcome) {
                                              activities().fail(number, outcome.error());
                                              return tl::unexpected<Error>(std::move(outcome.error()));
                                          }
                                          StartedJob started;
                                          if (!outcome->jobId.isEmpty()) {
                                              started.job = client::JobsClient::idOf(item.vaultId(), outcome->jobId);
                                          }
                                          activities().succeed(number, started.job);
                                          if (!started.job.isEmpty()) {
                                              Q_EMIT jobStarted(started.job);
                                          }
                                          return started;
                                      });
}

QFuture<Result<StartedJob>> ProtectedItemStore::backupNow(const ArmId& item, const std::optional<QDateTime>& until)
{
    contract::BackupRequest request;
    request.expiry = until;
    return command(ActivityKind::BackupNow, item, {},
                   [this, request](const ArmId& id) { return client().items().backup(id, request); });
}

QFuture<Result<StartedJob>> ProtectedItemStore::protect(ActivityKind kind, const ArmId& item, const QString& second,
                                                        ProtectRequest request)
{
    if (const auto* row = find(item)) {
        request.sourceResourceId = row->sourceResourceId;
    } else if (const auto name = contract::vmNameFrom(item.name())) {
        request.sourceResourceId = ArmId::virtualMachine(item.subscriptionId(), name->resourceGroup, name->vm);
    }
    return command(kind, item, second,
                   [this, request](const ArmId& id) { return client().items().protect(id, request); });
}

QFuture<Result<StartedJob>> ProtectedItemStore::stop(const ArmId& item)
{
    ProtectRequest request;
    request.state = contract::ProtectionState::ProtectionStopped;
    return protect(ActivityKind::StopBackup, item, {}, request);
}

QFuture<Result<StartedJob>> ProtectedItemStore::resume(const ArmId& item, const ArmId& policy)
{
    ProtectRequest request;
    request.policyId = policy;
    return protect(ActivityKind::ResumeBackup, item, policy.name(), request);
}

QFuture<Result<StartedJob>> ProtectedItemStore::changePolicy(const ArmId& item, const ArmId& policy)
{
    ProtectRequest request;
    request.policyId = policy;
    return protect(ActivityKind::ChangePolicy, item, policy.name(), request);
}

QFuture<Result<StartedJob>> ProtectedItemStore::deleteData(const ArmId& item)
{
    return command(ActivityKind::DeleteData, item, {}, [this](const ArmId& id) { return client().items().remove(id); });
}

QFuture<Result<StartedJob>> ProtectedItemStore::undelete(const ArmId& item)
{
    ProtectRequest request;
    request.state = contract::ProtectionState::ProtectionStopped;
    request.rehydrate = true;
    return protect(ActivityKind::Undelete, item, {}, request);
}

} // namespace valv::presentation
