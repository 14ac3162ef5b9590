// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/protecteditemstore.h"

#include "contract/names.h"
#include "presentation/stores/protection.h"
#include "presentation/text/errortext.h"

#include <algorithm>
#include <utility>

namespace valv::contract {

bool sameRow(const ProtectedItem& a, const ProtectedItem& b)
{
    return a == b; // rows are light, see lighten()
}

} // namespace valv::contract

namespace valv::presentation {

using client::Outcome;
using contract::ProtectedItem;
using contract::ProtectRequest;

namespace {

constexpr int previewsAtOnce = 8; // each reads what a vault has of an item

//! The wire refuses to stop what is stopped (contract.md 10.3); who asked has what was asked for. Source: wishes W9.
bool saysDoneAlready(const Error& error, ActivityKind asked)
{
    return asked == ActivityKind::StopBackup
        && std::any_of(error.details.begin(), error.details.end(),
                       [](const Error& detail) { return detail.code == "UserErrorProtectionStopped"; });
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
    askEach(scopes, [this](const ArmId& scope) {
        const auto page = [this, scope](const QList<ProtectedItem>& items) { receive(scope, items); };
        whenDone(client().items().list(scope, {this, page}), this, [this, scope](const auto& result) {
            endScope(scope, result ? std::nullopt : std::optional<Error>(result.error()));
        });
    });
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
            auto row = *item;
            SharedTexts own;
            lighten(row, own); // as in the list
            receive(id.vaultId(), {row});
        } else if (isNotThere(item.error())) {
            ListStore::remove(id);
        }
    });
}

QFuture<Result<Outcome>> ProtectedItemStore::ask(const ArmId& item, const ItemCommand& command)
{
    if (command.kind == ActivityKind::BackupNow) {
        contract::BackupRequest request;
        request.expiry = command.until;
        return client().items().backup(item, request);
    }
    if (command.kind == ActivityKind::DeleteData) {
        return client().items().remove(item, command.why);
    }
    ProtectRequest request;
    if (const auto* row = find(item)) {
        request.sourceResourceId = row->sourceResourceId;
    } else if (const auto name = contract::vmNameFrom(item.name())) {
        request.sourceResourceId = ArmId::virtualMachine(item.subscriptionId(), name->resourceGroup, name->vm);
    }
    request.policyId = command.policy;
    if (command.policy.isEmpty()) {
        request.state = contract::ProtectionState::ProtectionStopped;
        request.rehydrate = command.kind == ActivityKind::Undelete;
        request.why = command.why;
    }
    return client().items().protect(item, request);
}

QFuture<Result<StartedJob>> ProtectedItemStore::performQuietly(const ArmId& item, const ItemCommand& command)
{
    return client::mapped<StartedJob>(ask(item, command), this,
                                      [this, item, kind = command.kind](Result<Outcome> outcome) -> Result<StartedJob> {
                                          refreshItem(item);
                                          if (!outcome && saysDoneAlready(outcome.error(), kind)) {
                                              return StartedJob();
                                          }
                                          if (!outcome) {
                                              return tl::unexpected<Error>(std::move(outcome.error()));
                                          }
                                          StartedJob started;
                                          if (!outcome->jobId.isEmpty()) {
                                              started.job = client::JobsClient::idOf(item.vaultId(), outcome->jobId);
                                              Q_EMIT jobStarted(started.job);
                                          }
                                          return started;
                                      });
}

QFuture<Result<StartedJob>> ProtectedItemStore::perform(const ArmId& item, const ItemCommand& command)
{
    const auto* row = find(item);
    const auto name = contract::vmNameFrom(item.name());
    Activity activity;
    activity.kind = command.kind;
    activity.subject = row ? row->friendlyName : name ? name->vm : item.name();
    activity.second = command.policy.name();
    activity.target = item;
    const int number = activities().begin(activity, [this, item, command] { (void)perform(item, command); });
    return client::mapped<StartedJob>(performQuietly(item, command), this, [this, number](Result<StartedJob> started) {
        if (started) {
            activities().succeed(number, started->job);
        } else {
            activities().fail(number, started.error());
        }
        return started;
    });
}

QFuture<Result<contract::ExpiryPreview>> ProtectedItemStore::previewPolicy(const ArmId& item, const ArmId& policy)
{
    return client().items().previewPolicy(item, policy);
}

struct ProtectedItemStore::Previews
{
    int number = 0;
    ArmId policy;
    QList<ArmId> left;
    int running = 0;
    contract::ExpiryPreview sum;
    client::Promise<contract::ExpiryPreview> promise;
};

QFuture<Result<contract::ExpiryPreview>> ProtectedItemStore::previewPolicy(const QList<ArmId>& items,
                                                                           const ArmId& policy)
{
    auto asked = std::make_shared<Previews>();
    asked->number = ++m_previews;
    asked->policy = policy;
    asked->left = items;
    previewNext(asked);
    return asked->promise.future();
}

void ProtectedItemStore::previewNext(const std::shared_ptr<Previews>& asked)
{
    if (asked->number != m_previews) {
        return;
    }
    if (asked->left.isEmpty() && asked->running == 0) {
        asked->promise.finish(asked->sum);
        return;
    }
    while (asked->running < previewsAtOnce && !asked->left.isEmpty()) {
        ++asked->running;
        whenDone(previewPolicy(asked->left.takeFirst(), asked->policy), this,
                 [this, asked](const Result<contract::ExpiryPreview>& preview) {
                     --asked->running;
                     if (preview) {
                         asked->sum.items += preview->items;
                     } else {
                         asked->left.clear();
                         asked->promise.finish(tl::unexpected<Error>(preview.error()));
                     }
                     previewNext(asked);
                 });
    }
}

ItemBatch* ProtectedItemStore::perform(const QList<ArmId>& items, const ItemCommand& command)
{
    Activity activity;
    activity.kind = command.kind;
    activity.second = command.policy.name();
    return new ItemBatch(
        activities(), activity, items, [this, command](const ArmId& item) { return performQuietly(item, command); },
        this);
}

QFuture<Result<StartedJob>> ProtectedItemStore::backupNow(const ArmId& item, const std::optional<QDateTime>& until)
{
    return perform(item, {ActivityKind::BackupNow, until, {}, {}});
}

QFuture<Result<StartedJob>> ProtectedItemStore::stop(const ArmId& item)
{
    return perform(item, {ActivityKind::StopBackup, {}, {}, {}});
}

QFuture<Result<StartedJob>> ProtectedItemStore::resume(const ArmId& item, const ArmId& policy)
{
    return perform(item, {ActivityKind::ResumeBackup, {}, policy, {}});
}

QFuture<Result<StartedJob>> ProtectedItemStore::changePolicy(const ArmId& item, const ArmId& policy)
{
    return perform(item, {ActivityKind::ChangePolicy, {}, policy, {}});
}

QFuture<Result<StartedJob>> ProtectedItemStore::deleteData(const ArmId& item)
{
    return perform(item, {ActivityKind::DeleteData, {}, {}, {}});
}

QFuture<Result<StartedJob>> ProtectedItemStore::undelete(const ArmId& item)
{
    return perform(item, {ActivityKind::Undelete, {}, {}, {}});
}

} // namespace valv::presentation
