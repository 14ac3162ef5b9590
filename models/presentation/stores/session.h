// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/client.h"
#include "presentation/stores/activity.h"
#include "presentation/stores/alertstore.h"
#include "presentation/stores/candidates.h"
#include "presentation/stores/enableflow.h"
#include "presentation/stores/enablemany.h"
#include "presentation/stores/firstlist.h"
#include "presentation/stores/jobstore.h"
#include "presentation/stores/lockstore.h"
#include "presentation/stores/policyliststore.h"
#include "presentation/stores/policystore.h"
#include "presentation/stores/protecteditemstore.h"
#include "presentation/stores/protectionrulestore.h"
#include "presentation/stores/recoverypointstore.h"
#include "presentation/stores/refusals.h"
#include "presentation/stores/resourcestores.h"
#include "presentation/stores/vaultstore.h"
#include "presentation/stores/vaultusagestore.h"
#include "presentation/stores/virtualmachinestore.h"

#include <QObject>

#include <memory>

namespace valv::presentation {

enum class ConnectionState
{
    Connecting,
    Connected,
    Offline, //!< no answer came; tried again every few seconds
    SignedOut, //!< the backend refused who we are
};

//! \brief One connection and everything that is known through it: the one thing that views are given.
//! Owns client and stores, in an order that ends well. Call start() once the views are there.
class Session final : public QObject
{
    Q_OBJECT
public:
    explicit Session(std::shared_ptr<client::Transport> transport, client::ClientOptions options,
                     QObject* parent = nullptr);
    ~Session() override;

    //! \param first what is looked at: its first rows are read before other lists. Null: nothing is
    void start(ListStoreBase* first = nullptr);
    void refreshAll();

    [[nodiscard]] ConnectionState state() const { return m_state; }
    [[nodiscard]] const std::optional<Error>& connectionError() const { return m_error; }
    [[nodiscard]] const client::Capabilities& capabilities() const { return m_client.capabilities(); }
    [[nodiscard]] const Clock& clock() const { return m_client.clock(); }

    [[nodiscard]] client::Client& client() { return m_client; }
    //! What keeps the engine running, and so its schedules. Error: a server that is not Valv's does not say.
    [[nodiscard]] QFuture<Result<contract::EngineInfo>> engineInfo();
    //! What it said; asked for when it is wanted first. Null: not known yet, or it does not say. See engineKnown().
    [[nodiscard]] const contract::EngineInfo* engine();
    //! What the engine hands mails about alerts to; an empty host: nothing.
    [[nodiscard]] QFuture<Result<contract::MailServer>> mailServer();
    [[nodiscard]] QFuture<Result<contract::MailServer>> setMailServer(const contract::MailServer& server);
    [[nodiscard]] QFuture<Result<client::Outcome>> removeMailServer();
    [[nodiscard]] ActivityHub& activities() { return m_activities; }
    [[nodiscard]] Refusals& refusals() { return m_refusals; }
    [[nodiscard]] SubscriptionStore& subscriptions() { return m_subscriptions; }
    [[nodiscard]] ResourceGroupStore& resourceGroups() { return m_resourceGroups; }
    [[nodiscard]] LocationStore& locations() { return m_locations; }
    [[nodiscard]] VaultStore& vaults() { return m_vaults; }
    [[nodiscard]] ProtectedItemStore& items() { return m_items; }
    [[nodiscard]] VirtualMachineStore& virtualMachines() { return m_virtualMachines; }
    [[nodiscard]] JobStore& jobs() { return m_jobs; }
    //! Made and read at the first asking, kept with the session.
    [[nodiscard]] PolicyStore& policies(const ArmId& vault);
    [[nodiscard]] PolicyListStore& allPolicies();
    [[nodiscard]] RecoveryPointStore& recoveryPoints(const ArmId& item);
    [[nodiscard]] VaultUsageStore& vaultUsages();
    [[nodiscard]] AlertStore& alerts();
    [[nodiscard]] LockStore& locks(const ArmId& vault);
    [[nodiscard]] ProtectionRuleStore& protectionRules(const ArmId& vault);

    //! Not started yet: call run(). Owned by the session, and gone soon after it has ended well; a failed one stays
    //! for its retry.
    [[nodiscard]] EnableFlow* enableBackup(const EnableRequest& request);
    //! Not started yet: call run(). Owned by the session, which it ends with.
    [[nodiscard]] EnableMany* enableBackup(const QList<ArmId>& virtualMachines, const EnableRequest& choice);
    //! The machines as a vault sees them that is to protect some; ends before the session.
    [[nodiscard]] std::unique_ptr<Candidates> candidates(const ArmId& vault);

Q_SIGNALS:
    void stateChanged();
    void engineKnown();
    //! It was set or removed from here, whoever asked for it. \param server as the engine has it now
    void mailServerChanged(const valv::contract::MailServer& server);

private:
    [[nodiscard]] PolicyStore* policyStore(const ArmId& vault);
    void setState(ConnectionState state, const std::optional<Error>& error);
    void reachable(bool yes, const Error& error);
    void tryAgain();
    void jobEnded(const contract::BackupJob& job);
    void followJobsOf(ListStoreBase& store);

    client::Client m_client;
    ActivityHub m_activities;
    Refusals m_refusals;
    FirstList m_first;
    StoreContext m_context;
    SubscriptionStore m_subscriptions;
    // Asked in this order: what a person waits for first, what forms offer afterwards.
    VaultStore m_vaults;
    ProtectedItemStore m_items;
    VirtualMachineStore m_virtualMachines;
    ResourceGroupStore m_resourceGroups;
    LocationStore m_locations;
    JobStore m_jobs;
    QHash<ArmId, PolicyStore*> m_policies;
    std::unique_ptr<PolicyListStore> m_allPolicies;
    QHash<ArmId, RecoveryPointStore*> m_recoveryPoints;
    std::unique_ptr<VaultUsageStore> m_vaultUsages;
    std::unique_ptr<AlertStore> m_alerts;
    QHash<ArmId, LockStore*> m_locks;
    QHash<ArmId, ProtectionRuleStore*> m_protectionRules;
    std::optional<contract::EngineInfo> m_engine;
    bool m_engineAsked = false;
    ConnectionState m_state = ConnectionState::Connecting;
    std::optional<Error> m_error;
    bool m_trying = false;
    bool m_started = false;
};

} // namespace valv::presentation
