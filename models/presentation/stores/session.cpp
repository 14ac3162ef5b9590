// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/session.h"

#include "core/datetime.h"
#include "core/whendone.h"

namespace valv::presentation {

namespace {

constexpr std::chrono::seconds offlinePause(5);

} // namespace

Session::Session(std::shared_ptr<client::Transport> transport, client::ClientOptions options, QObject* parent)
    : QObject(parent)
    , m_client(std::move(transport), std::move(options))
    , m_activities(m_client.clock())
    , m_context{m_client, m_activities, &m_first}
    , m_subscriptions(m_context)
    , m_vaults(m_context, m_subscriptions)
    , m_items(m_context, m_vaults)
    , m_virtualMachines(m_context, m_subscriptions, m_items)
    , m_resourceGroups(m_context, m_subscriptions)
    , m_locations(m_context, m_subscriptions)
    , m_jobs(m_context, m_vaults, m_items)
{
    connect(&m_client, &client::Client::reachableChanged, this, &Session::reachable);
    connect(&m_client, &client::Client::decided, &m_refusals, &Refusals::note);
    connect(&m_subscriptions, &ListStoreBase::loadEnded, this, [this] {
        const auto& error = m_subscriptions.error();
        if (error && (error->code == "SignInExpired" || error->code == "AuthorizationFailed")) {
            setState(ConnectionState::SignedOut, error);
        } else if (!error) {
            setState(ConnectionState::Connected, std::nullopt);
        }
    });
    followJobsOf(m_items);
    connect(&m_vaults, &VaultStore::resourceGroupFound, &m_resourceGroups, &ListStoreBase::refresh);
    connect(&m_jobs, &JobStore::jobEnded, this, &Session::jobEnded);
    connect(&m_jobs, &JobStore::jobAdvanced, this, [this](const contract::BackupJob& job) {
        const auto item = JobStore::itemOf(job);
        if (!item.isEmpty()) {
            m_items.refreshItem(item);
        }
        if (auto* points = m_recoveryPoints.value(item)) {
            points->refresh();
        }
    });
}

Session::~Session()
{
    // What listens to the stores goes before them.
    qDeleteAll(findChildren<EnableMany*>(Qt::FindDirectChildrenOnly));
    qDeleteAll(findChildren<EnableFlow*>(Qt::FindDirectChildrenOnly));
    m_allPolicies.reset();
    qDeleteAll(m_recoveryPoints);
    qDeleteAll(m_policies);
    qDeleteAll(m_locks);
    qDeleteAll(m_protectionRules);
}

void Session::start(ListStoreBase* first)
{
    if (!m_started) {
        m_started = true;
        if (first != nullptr) {
            m_first.wait(*first, m_client.delay());
        }
        if (m_subscriptions.state() == LoadState::Idle) { // else a list that was opened before has asked
            m_subscriptions.refresh();
        }
    }
}

QFuture<Result<contract::EngineInfo>> Session::engineInfo()
{
    return m_client.resources().engine(m_subscriptions.subscriptionIds().value(0));
}

const contract::EngineInfo* Session::engine()
{
    if (!m_engineAsked && !m_subscriptions.isEmpty()) { // else there is nobody to ask yet
        m_engineAsked = true;
        whenDone(engineInfo(), this, [this](const Result<contract::EngineInfo>& engine) {
            if (engine) {
                m_engine = *engine;
                Q_EMIT engineKnown();
            }
        });
    }
    return m_engine ? &*m_engine : nullptr;
}

QFuture<Result<contract::MailServer>> Session::mailServer()
{
    return m_client.resources().mailServer(m_subscriptions.subscriptionIds().value(0));
}

QFuture<Result<contract::MailServer>> Session::setMailServer(const contract::MailServer& server)
{
    auto answer = m_client.resources().setMailServer(m_subscriptions.subscriptionIds().value(0), server);
    whenDone(answer, this, [this](const Result<contract::MailServer>& kept) {
        if (kept) {
            Q_EMIT mailServerChanged(*kept);
        }
    });
    return answer;
}

QFuture<Result<client::Outcome>> Session::removeMailServer()
{
    auto answer = m_client.resources().removeMailServer(m_subscriptions.subscriptionIds().value(0));
    whenDone(answer, this, [this](const Result<client::Outcome>& gone) {
        if (gone) {
            Q_EMIT mailServerChanged({});
        }
    });
    return answer;
}

void Session::refreshAll()
{
    m_refusals.forget();
    m_subscriptions.refresh(); // the others follow
    for (auto* policies : std::as_const(m_policies)) {
        policies->refresh();
    }
    for (auto* points : std::as_const(m_recoveryPoints)) {
        points->refresh();
    }
}

PolicyStore* Session::policyStore(const ArmId& vault)
{
    auto*& store = m_policies[vault];
    if (!store) {
        store = new PolicyStore(m_context, vault);
        if (m_allPolicies) {
            m_allPolicies->follow(*store);
        }
    }
    return store;
}

PolicyStore& Session::policies(const ArmId& vault)
{
    auto* store = policyStore(vault);
    if (store->state() == LoadState::Idle) {
        store->refresh();
    }
    return *store;
}

PolicyListStore& Session::allPolicies()
{
    if (!m_allPolicies) {
        m_allPolicies = std::make_unique<PolicyListStore>(m_context, m_vaults);
        for (auto* store : std::as_const(m_policies)) {
            m_allPolicies->follow(*store);
        }
        m_allPolicies->refresh();
    }
    return *m_allPolicies;
}

RecoveryPointStore& Session::recoveryPoints(const ArmId& item)
{
    auto*& store = m_recoveryPoints[item];
    if (!store) {
        store = new RecoveryPointStore(m_context, item, m_items, m_vaults, m_jobs);
        followJobsOf(*store);
        store->refresh();
    }
    return *store;
}

VaultUsageStore& Session::vaultUsages()
{
    if (!m_vaultUsages) {
        m_vaultUsages = std::make_unique<VaultUsageStore>(m_context, m_vaults);
        m_vaultUsages->refresh();
    }
    return *m_vaultUsages;
}

AlertStore& Session::alerts()
{
    if (!m_alerts) {
        m_alerts = std::make_unique<AlertStore>(m_context, m_subscriptions);
        m_alerts->refresh();
    }
    return *m_alerts;
}

LockStore& Session::locks(const ArmId& vault)
{
    auto*& store = m_locks[vault];
    if (!store) {
        store = new LockStore(m_context, vault);
        store->refresh();
    }
    return *store;
}

ProtectionRuleStore& Session::protectionRules(const ArmId& vault)
{
    auto*& store = m_protectionRules[vault];
    if (!store) {
        store = new ProtectionRuleStore(m_context, vault, m_items);
        store->refresh();
    }
    return *store;
}

EnableFlow* Session::enableBackup(const EnableRequest& request)
{
    // A vault that is about to be made has no policies to read yet, hence not policies().
    const auto policiesOf = [this](const ArmId& vault) { return policyStore(vault); };
    auto* flow = new EnableFlow(m_context, m_vaults, policiesOf, m_items, m_jobs, request, this);
    connect(flow, &EnableFlow::finished, this, [this, flow, vault = request.vaultId()] {
        if (!flow->isQuiet()) { // of many, the last one does it for all
            policies(vault).refresh();
        }
        flow->deleteLater();
    });
    return flow;
}

EnableMany* Session::enableBackup(const QList<ArmId>& virtualMachines, const EnableRequest& choice)
{
    auto* many = new EnableMany(
        m_activities, [this](const EnableRequest& request) { return enableBackup(request); }, virtualMachines, choice,
        this);
    connect(many, &EnableMany::ended, many, [this, many, vault = choice.vaultId()] {
        policies(vault).refresh();
        if (many->count(EnableMany::State::Failed) == 0) {
            many->deleteLater();
        }
    });
    return many;
}

std::unique_ptr<Candidates> Session::candidates(const ArmId& vault)
{
    return std::make_unique<Candidates>(m_context, vault, m_virtualMachines, m_vaults);
}

void Session::followJobsOf(ListStoreBase& store)
{
    connect(&store, &ListStoreBase::jobStarted, &m_jobs, &JobStore::expect);
}

void Session::jobEnded(const contract::BackupJob& job)
{
    const auto item = JobStore::itemOf(job);
    if (!item.isEmpty()) {
        m_items.refreshItem(item);
    }
    if (auto* points = m_recoveryPoints.value(item)) {
        points->refresh();
    }
    if (job.operation == contract::JobOperation::Restore) {
        m_virtualMachines.refresh(); // there may be a new one
    } else if (m_vaultUsages) {
        m_vaultUsages->refreshVault(job.id.vaultId());
    }
    if (m_alerts) {
        m_alerts->refresh(); // it may have raised one, or taken one's cause away
    }
    Activity activity;
    activity.kind = ActivityKind::JobEnded;
    const bool well =
        job.status == contract::JobStatus::Completed || job.status == contract::JobStatus::CompletedWithWarnings;
    activity.state = well ? ActivityState::Succeeded : ActivityState::Failed;
    activity.warned = job.status == contract::JobStatus::CompletedWithWarnings;
    activity.subject = job.entity;
    activity.second = job.operation.text();
    activity.target = item;
    activity.job = job.id;
    activity.started = job.startTime;
    activity.ended = job.endTime.value_or(toDateTime(m_client.clock().now()));
    if (!well) {
        activity.error = errorOf(job);
    }
    m_activities.tell(activity);
}

void Session::reachable(bool yes, const Error& error)
{
    if (!yes) {
        setState(ConnectionState::Offline, error);
        tryAgain();
        return;
    }
    const bool back = m_state == ConnectionState::Offline;
    setState(ConnectionState::Connected, std::nullopt);
    if (back) {
        refreshAll();
    }
}

void Session::tryAgain()
{
    if (m_trying) {
        return;
    }
    m_trying = true;
    m_client.delay().after(offlinePause, this, [this] {
        m_trying = false;
        if (m_state == ConnectionState::Offline) {
            m_subscriptions.refresh();
            tryAgain();
        }
    });
}

void Session::setState(ConnectionState state, const std::optional<Error>& error)
{
    m_error = error;
    if (m_state != state) {
        m_state = state;
        Q_EMIT stateChanged();
    }
}

} // namespace valv::presentation
