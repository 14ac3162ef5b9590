// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/alertsclient.h"
#include "client/capabilities.h"
#include "client/itemsclient.h"
#include "client/jobsclient.h"
#include "client/locksclient.h"
#include "client/pipeline.h"
#include "client/policiesclient.h"
#include "client/protectionrulesclient.h"
#include "client/recoverypointsclient.h"
#include "client/resourcesclient.h"
#include "client/vaultsclient.h"
#include "client/virtualmachinesclient.h"

#include <QObject>

#include <memory>

namespace valv::client {

struct ClientOptions
{
    PipelineOptions pipeline;
    Capabilities capabilities = Capabilities::local({});
};

//! \brief The console's only way to a backend: a typed client for each resource provider over one transport.
//! Lives on the thread that made it; every future is finished there (use whenDone). Dropping a future, or its context,
//! cancels the continuation, never the operation on the server. Ends before its transport's futures: destroy it first.
class Client final : public QObject
{
    Q_OBJECT
public:
    Client(std::shared_ptr<Transport> transport, ClientOptions options, QObject* parent = nullptr);
    ~Client() override;

    [[nodiscard]] const Capabilities& capabilities() const { return m_capabilities; }
    [[nodiscard]] ResourcesClient& resources() { return m_resources; }
    [[nodiscard]] VirtualMachinesClient& virtualMachines() { return m_virtualMachines; }
    [[nodiscard]] VaultsClient& vaults() { return m_vaults; }
    [[nodiscard]] PoliciesClient& policies() { return m_policies; }
    [[nodiscard]] ItemsClient& items() { return m_items; }
    [[nodiscard]] RecoveryPointsClient& recoveryPoints() { return m_recoveryPoints; }
    [[nodiscard]] JobsClient& jobs() { return m_jobs; }
    [[nodiscard]] ProtectionRulesClient& protectionRules() { return m_protectionRules; }
    [[nodiscard]] AlertsClient& alerts() { return m_alerts; }
    [[nodiscard]] LocksClient& locks() { return m_locks; }
    //! For the waits of what stands above.
    [[nodiscard]] Delay& delay() const { return m_pipeline->delay(); }
    [[nodiscard]] const Clock& clock() const { return m_pipeline->clock(); }

Q_SIGNALS:
    //! True after an answer of any kind, false when none came. Only changes are told.
    void reachableChanged(bool reachable, const valv::Error& error);
    //! The backend refused a request because of who asked, or did it; told before its future is finished.
    void decided(valv::contract::Method method, const QString& target, bool allowed);

private:
    void setReachable(bool reachable, const Error& error);

    Capabilities m_capabilities;
    Pipeline* m_pipeline;
    ResourcesClient m_resources;
    VirtualMachinesClient m_virtualMachines;
    VaultsClient m_vaults;
    PoliciesClient m_policies;
    ItemsClient m_items;
    RecoveryPointsClient m_recoveryPoints;
    JobsClient m_jobs;
    AlertsClient m_alerts;
    ProtectionRulesClient m_protectionRules;
    LocksClient m_locks;
    std::optional<bool> m_reachable;
};

} // namespace valv::client
