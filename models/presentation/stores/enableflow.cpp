// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/enableflow.h"

#include "contract/names.h"
#include "presentation/text/errortext.h"

#include <utility>

namespace valv::presentation {

Availability allowed(const EnableRequest& request, const Refusals& refusals)
{
    const auto vault = request.vaultId();
    auto can = Availability::yes();
    if (request.newVault) {
        can = refusals.can(Deed::CreateVault, ArmId::resourceGroup(vault.subscriptionId(), vault.resourceGroup()));
    }
    if (request.newPolicy) {
        can = refusals.can(Deed::SavePolicy, vault, can);
    }
    return refusals.can(Deed::Enable, vault, can);
}

using client::Outcome;
using contract::BackupJob;
using contract::JobStatus;

EnableFlow::EnableFlow(const StoreContext& context, VaultStore& vaults, PolicyStoreOf policies,
                       ProtectedItemStore& items, JobStore& jobs, EnableRequest request, QObject* parent)
    : QObject(parent)
    , m_context(context)
    , m_vaults(vaults)
    , m_policies(std::move(policies))
    , m_items(items)
    , m_jobs(jobs)
    , m_request(std::move(request))
{ }

template <typename T>
void EnableFlow::await(const QFuture<Result<T>>& future, std::function<void(const T&)> then)
{
    whenDone(future, this, [this, then = std::move(then)](const Result<T>& result) {
        if (result) {
            then(*result);
        } else {
            stopped(nameTakenOr(result.error()));
        }
    });
}

QFuture<Result<ArmId>> EnableFlow::run()
{
    if (m_running) {
        return m_promise->future();
    }
    m_running = true;
    m_promise.emplace();
    const auto future = m_promise->future();
    if (!m_quiet) {
        Activity activity;
        activity.kind = ActivityKind::EnableBackup;
        activity.subject = m_request.virtualMachine.name();
        activity.second = m_request.vaultId().name();
        activity.target = m_request.virtualMachine;
        m_activity = m_context.activities.begin(activity, [this] { (void)run(); });
    }
    next();
    return future;
}

void EnableFlow::next()
{
    Q_EMIT stepChanged();
    const auto go = [this](EnableStep step) {
        m_step = step;
        next();
    };
    switch (m_step) {
    case EnableStep::CreateVault:
        if (!m_request.newVault) {
            go(EnableStep::SavePolicy);
            return;
        }
        await<contract::Vault>(m_vaults.createQuietly(*m_request.newVault), [this, go](const contract::Vault& vault) {
            m_made << vault.name;
            go(EnableStep::SavePolicy);
        });
        return;
    case EnableStep::SavePolicy:
        if (!m_request.newPolicy) {
            go(EnableStep::Configure);
            return;
        }
        whenDone(m_policies(m_request.vaultId())->saveQuietly(*m_request.newPolicy, m_request.policyIsNew), this,
                 [this, go](const Result<contract::BackupPolicy>& policy) {
                     if (policy) {
                         m_made << policy->name;
                         go(EnableStep::Configure);
                     } else if (isConflict(policy.error()) && !m_request.newPolicy->etag.isEmpty()) {
                         m_request.newPolicy->etag.clear(); // the next attempt replaces theirs, and that is said
                         stopped(Error{policyChangedMeanwhile, policy.error().message, {}, {}, {}});
                     } else {
                         stopped(nameTakenOr(policy.error()));
                     }
                 });
        return;
    case EnableStep::Configure: {
        const auto& vm = m_request.virtualMachine;
        const auto item = contract::itemId(m_request.vaultId(), {vm.resourceGroup(), vm.name()});
        contract::ProtectRequest request;
        request.sourceResourceId = vm;
        request.policyId = m_request.policyId();
        await<Outcome>(m_context.client.items().protect(item, request), [this, go](const Outcome& outcome) {
            m_job = outcome.jobId.isEmpty() ? ArmId() : client::JobsClient::idOf(m_request.vaultId(), outcome.jobId);
            go(EnableStep::Wait);
        });
        return;
    }
    case EnableStep::Wait:
        if (m_job.isEmpty()) {
            done();
            return;
        }
        await<BackupJob>(m_jobs.untilEnd(m_job), [this](const BackupJob& job) {
            if (job.status == JobStatus::Completed || job.status == JobStatus::CompletedWithWarnings) {
                done();
            } else {
                m_step = EnableStep::Configure; // a new attempt makes a new job
                stopped(errorOf(job));
            }
        });
        return;
    }
}

void EnableFlow::done()
{
    const auto& vm = m_request.virtualMachine;
    const auto item = contract::itemId(m_request.vaultId(), {vm.resourceGroup(), vm.name()});
    m_items.refreshItem(item);
    m_running = false;
    m_context.activities.succeed(m_activity, m_job);
    const auto promise = std::exchange(m_promise, std::nullopt);
    promise->finish(item);
    Q_EMIT finished();
}

void EnableFlow::stopped(const Error& error)
{
    m_running = false;
    m_context.activities.fail(m_activity, error, m_made);
    const auto promise = std::exchange(m_promise, std::nullopt);
    promise->finish(tl::unexpected<Error>(error));
    Q_EMIT stepChanged();
}

} // namespace valv::presentation
