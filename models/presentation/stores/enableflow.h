// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stores/jobstore.h"
#include "presentation/stores/policystore.h"
#include "presentation/stores/protecteditemstore.h"
#include "presentation/stores/refusals.h"
#include "presentation/stores/vaultstore.h"

#include <QObject>

#include <functional>
#include <optional>

namespace valv::presentation {

//! What enabling backup was asked with: a vault and a policy, each existing or new.
struct EnableRequest
{
    ArmId virtualMachine;
    std::optional<NewVault> newVault;
    ArmId vault; //!< when newVault is not given
    //! Saved in the vault under its name; with an etag only if nobody else changed it: policyChangedMeanwhile.
    std::optional<contract::BackupPolicy> newPolicy;
    bool policyIsNew = false; //!< newPolicy takes nobody's place: one of that name is a refusal
    QString policyName = QStringLiteral("DefaultPolicy"); //!< when newPolicy is not given

    [[nodiscard]] ArmId vaultId() const { return newVault ? newVault->id() : vault; }
    [[nodiscard]] ArmId policyId() const
    {
        return vaultId().child(QStringLiteral("backupPolicies"), newPolicy ? newPolicy->name : policyName);
    }
};

//! Code of that refusal. Who tries again after it has been told replaces what somebody else saved.
inline constexpr auto policyChangedMeanwhile = "PolicyChangedMeanwhile";

//! What the account has been refused of what deploying it takes. Source: flows.md 0.9.
[[nodiscard]] Availability allowed(const EnableRequest& request, const Refusals& refusals);

enum class EnableStep
{
    CreateVault,
    SavePolicy,
    Configure,
    Wait
};

//! \brief Deploys vault, policy and protection in turn. What was made stays when a later step fails; run() again goes
//! on with the step that failed. Each run is one activity "EnableBackup" whose retry is run(), unless somebody else
//! tells of it. Source: flows.md A7, A8.
class EnableFlow final : public QObject
{
    Q_OBJECT
public:
    using PolicyStoreOf = std::function<PolicyStore*(const ArmId& vault)>;

    EnableFlow(const StoreContext& context, VaultStore& vaults, PolicyStoreOf policies, ProtectedItemStore& items,
               JobStore& jobs, EnableRequest request, QObject* parent = nullptr);

    [[nodiscard]] const EnableRequest& request() const { return m_request; }
    [[nodiscard]] bool isRunning() const { return m_running; }
    [[nodiscard]] EnableStep step() const { return m_step; } //!< the one that runs, or failed
    [[nodiscard]] QStringList made() const { return m_made; } //!< names of what exists now because of it
    //! One of many: it begins no activity of its own.
    void setQuiet(bool on) { m_quiet = on; }
    [[nodiscard]] bool isQuiet() const { return m_quiet; }

    //! Ends when the machine is protected, with its item's id; or with the reason of the step that failed.
    [[nodiscard]] QFuture<Result<ArmId>> run();

Q_SIGNALS:
    void stepChanged(); //!< or it stopped: ask isRunning()
    void finished(); //!< the machine is protected; there is nothing to run again

private:
    void next();
    void done();
    void stopped(const Error& error);
    template <typename T>
    void await(const QFuture<Result<T>>& future, std::function<void(const T&)> then);

    StoreContext m_context;
    VaultStore& m_vaults;
    PolicyStoreOf m_policies;
    ProtectedItemStore& m_items;
    JobStore& m_jobs;
    EnableRequest m_request;
    EnableStep m_step = EnableStep::CreateVault;
    ArmId m_job;
    QStringList m_made;
    bool m_running = false;
    bool m_quiet = false;
    int m_activity = 0;
    std::optional<client::Promise<ArmId>> m_promise;
};

} // namespace valv::presentation
