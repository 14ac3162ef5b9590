// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/operation.h"
#include "client/pages.h"
#include "contract/backuppolicy.h"
#include "contract/previews.h"

#include <QFuture>

namespace valv::client {

//! \brief vaults/{v}/backupPolicies. Source: contract.md 9.
class PoliciesClient
{
public:
    explicit PoliciesClient(Pipeline& pipeline)
        : m_pipeline(pipeline)
    { }
    [[nodiscard]] QFuture<Result<QList<contract::BackupPolicy>>> list(const ArmId& vault,
                                                                      PageSink<contract::BackupPolicy> sink = {});
    [[nodiscard]] QFuture<Result<contract::BackupPolicy>> get(const ArmId& id); //!< with its etag
    //! By policy.id. With policy.etag: only if nobody else changed it (PreconditionFailed).
    //! \param onlyNew refused with PreconditionFailed, and ValPolicyNameTaken in its details, when there is one already
    [[nodiscard]] QFuture<Result<contract::BackupPolicy>> put(const contract::BackupPolicy& policy,
                                                              bool onlyNew = false);
    [[nodiscard]] QFuture<Result<Outcome>> remove(const ArmId& id);
    //! What saving this policy would expire, item by item; nothing is changed. A policy that breaks a rule is refused
    //! as by put(). \param bytes also what that would free; may take seconds
    [[nodiscard]] QFuture<Result<contract::ExpiryPreview>> preview(const contract::BackupPolicy& policy,
                                                                   bool bytes = false);

private:
    Pipeline& m_pipeline;
};

} // namespace valv::client
