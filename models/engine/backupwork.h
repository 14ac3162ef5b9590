// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/backuppipeline.h"
#include "engine/context.h"
#include "engine/engine.h"
#include "policy/schedule.h"

#include <optional>

namespace valv::engine {

//! \brief Backs up items: the request's checks, the job's row, and the work of the job. Any thread.
class BackupWork
{
public:
    explicit BackupWork(Context& context)
        : m_context(context)
    { }

    //! Errors BMSUserErrorDataSourceObjectNotFound, UserErrorProtectionStopped, BMSUserErrorInvalidInput (date),
    //! BMSUserErrorObjectLocked.
    [[nodiscard]] Result<Accepted> start(const ArmId& item, const contract::BackupRequest& request, bool userTriggered);
    //! The one backup for runs that came due; the job says when it was missed. The schedule's count moves with it.
    [[nodiscard]] Result<Accepted> startDue(const VaultRecord& vault, const ItemRecord& item,
                                            const PolicyRecord& policy, const policy::CatchUp& due);

    //! What a job that ended badly was asked for, once more; a scheduled run's point still answers its run.
    [[nodiscard]] Result<Accepted> again(const VaultRecord& vault, const ItemRecord& item, const JobRecord& job);

private:
    struct Plan
    {
        VaultRecord vault;
        ItemRecord item;
        QString policyName;
        std::optional<QDateTime> expiry; //!< on demand
        std::optional<QDateTime> scheduledFor; //!< scheduled
    };
    //! \param missed runs that this one makes up for, beside its own
    [[nodiscard]] Result<Accepted> enqueue(const Plan& plan, JobRecord job, const ItemRecord& changedItem,
                                           const policy::CatchUp* missed = nullptr);
    [[nodiscard]] Result<Accepted> onDemand(const VaultRecord& vault, const ItemRecord& item,
                                            const std::optional<QDateTime>& until, bool userTriggered);
    [[nodiscard]] Result<BackupOutcome> run(const Plan& plan, LiveJob& live) const;
    [[nodiscard]] Result<std::unique_ptr<hypervisor::BackupSession>> begin(const Plan& plan, const Inventory::Found& vm,
                                                                           bool incremental) const;
    //! \param last the newest good point before this one; may be null
    void tell(const Plan& plan, const Inventory::Found& vm, const store::PointInfo* last, const BackupOutcome& outcome,
              LiveJob& live) const;
    [[nodiscard]] Result<> writeAlerts(Catalogue::Writer& writer, const Plan& plan,
                                       const contract::BackupJob& job) const;
    [[nodiscard]] Result<> writeItem(Catalogue::Writer& writer, const Plan& plan, const contract::BackupJob& job,
                                     const std::optional<BackupOutcome>& outcome, const QString& vmId) const;

    //! What the job wrote without making a point of it: when it goes.
    void tidyAfter(const QString& vaultId, const contract::BackupJob& job);

    Context& m_context;
    VaultList m_unfinished; //!< vaults where a failed backup left something that the next one may build on
};

} // namespace valv::engine
