// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/operation.h"
#include "client/pages.h"
#include "contract/previews.h"
#include "contract/protecteditem.h"
#include "contract/requests.h"

#include <QFuture>

namespace valv::client {

//! \brief Protectable and protected items, and what can be asked of them. Source: contract.md 10.2–10.4.
class ItemsClient
{
public:
    explicit ItemsClient(Pipeline& pipeline)
        : m_pipeline(pipeline)
    { }
    [[nodiscard]] QFuture<Result<QList<contract::ProtectedItem>>> list(const ArmId& vault,
                                                                       PageSink<contract::ProtectedItem> sink = {});
    //! With extended info: oldest point and their number.
    [[nodiscard]] QFuture<Result<contract::ProtectedItem>> get(const ArmId& id);
    [[nodiscard]] QFuture<Result<QList<contract::ProtectableItem>>>
    protectable(const ArmId& vault, PageSink<contract::ProtectableItem> sink = {});
    //! Whether any vault protects the machine; region is the machine's.
    [[nodiscard]] QFuture<Result<contract::BackupStatus>> status(const ArmId& virtualMachine, const QString& region);
    //! Whether the vault could protect the machine, and what would be less than good; region is the machine's.
    [[nodiscard]] QFuture<Result<contract::PreValidation>> preValidate(const ArmId& virtualMachine, const ArmId& vault,
                                                                       const QString& region);
    //! Enable, change policy, stop, resume, undelete: what the request says. Ends when the job was made.
    [[nodiscard]] QFuture<Result<Outcome>> protect(const ArmId& item, const contract::ProtectRequest& request);
    //! What the item's points would lose under that policy: for a change of policy, and for resuming.
    [[nodiscard]] QFuture<Result<contract::ExpiryPreview>> previewPolicy(const ArmId& item, const ArmId& policy,
                                                                         bool bytes = false);
    //! Deletes the backup data (softly where the vault says so).
    [[nodiscard]] QFuture<Result<Outcome>> remove(const ArmId& item, const contract::StopReason& why = {});
    [[nodiscard]] QFuture<Result<Outcome>> backup(const ArmId& item, const contract::BackupRequest& request);

private:
    Pipeline& m_pipeline;
};

} // namespace valv::client
