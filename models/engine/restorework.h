// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/context.h"
#include "engine/engine.h"
#include "engine/restorepipeline.h"
#include "store/pointreader.h"

#include <functional>

namespace valv::engine {

//! \brief Restores: the request's checks, the job's row, and the work of the job. Any thread. Source: contract.md 10.6.
class RestoreWork
{
public:
    explicit RestoreWork(Context& context)
        : m_context(context)
    { }
    //! Errors before a job is made: unknown point (BMSUserErrorObjectNotFound), ItemSoftDeleted,
    //! BMSUserErrorInvalidInput with the reason in its details, ValvRestoreTargetExists, …NoPermission, …NoSpace.
    [[nodiscard]] Result<Accepted> start(const ArmId& point, const contract::RestoreRequest& request);
    //! What start() would look at, without making anything. Errors: unknown point, ItemSoftDeleted, an unknown kind.
    [[nodiscard]] Result<contract::RestoreValidation> validate(const ArmId& point,
                                                               const contract::RestoreRequest& request) const;

    //! What a job that ended badly was asked for, once more. Error JobNotRetryable, those of start().
    [[nodiscard]] Result<Accepted> again(const JobRecord& failed);

private:
    struct Plan
    {
        VaultRecord vault;
        ItemRecord item;
        store::PointInfo point;
        std::vector<store::DiskHeader> disks; //!< chosen ones
        QString folder; //!< RestoreDisks
        QString format;
        bool overwrite = false;
        QString newName; //!< AlternateLocation
        QString newGroup;
        std::uint64_t bytes = 0; //!< that the chosen disks will take
    };
    [[nodiscard]] Result<> writeAlerts(Catalogue::Writer& writer, const Plan& plan,
                                       const contract::BackupJob& job) const;
    //! The vault, item, point and chosen disks; then planDisks or planNewVm.
    [[nodiscard]] Result<Plan> find(const ArmId& point, const contract::RestoreRequest& request) const;
    [[nodiscard]] Result<> planDisks(Plan& plan, const contract::RestoreRequest& request) const;
    [[nodiscard]] Result<> planNewVm(Plan& plan, const contract::RestoreRequest& request) const;
    [[nodiscard]] std::vector<RestoreDisk> targets(const Plan& plan) const;
    [[nodiscard]] Result<> runDisks(const Plan& plan, LiveJob& live) const;
    [[nodiscard]] Result<> runNewVm(const Plan& plan, LiveJob& live) const;
    [[nodiscard]] Result<> transfer(const Plan& plan, const std::vector<RestoreDisk>& disks, LiveJob& live) const;
    using OpenVault = std::function<Result<std::shared_ptr<store::Vault>>()>;
    //! From one location; what can't be read there, chunk by chunk, from the other.
    [[nodiscard]] Result<> transferFrom(const OpenVault& one, const OpenVault& other, const Plan& plan,
                                        const std::vector<RestoreDisk>& disks, LiveJob& live,
                                        store::PointReader::Elsewhere& missed) const;
    void tellSecond(const Plan& plan, const QString& words, LiveJob& live) const;

    Context& m_context;
};

} // namespace valv::engine
