// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/operation.h"
#include "client/pages.h"
#include "contract/previews.h"
#include "contract/recoverypoint.h"
#include "contract/requests.h"
#include "contract/restorevalidation.h"

#include <QDateTime>
#include <QFuture>
#include <QStringList>

#include <optional>

namespace valv::client {

//! \brief Recovery points of an item, and restoring one. Source: contract.md 10.5, 10.6.
class RecoveryPointsClient
{
public:
    explicit RecoveryPointsClient(Pipeline& pipeline)
        : m_pipeline(pipeline)
    { }
    //! Newest first; from and to bound the point's time.
    [[nodiscard]] QFuture<Result<QList<contract::RecoveryPoint>>> list(const ArmId& item,
                                                                       const std::optional<QDateTime>& from = {},
                                                                       const std::optional<QDateTime>& to = {},
                                                                       PageSink<contract::RecoveryPoint> sink = {});
    [[nodiscard]] QFuture<Result<contract::RecoveryPoint>> get(const ArmId& id);
    //! Pins, holds, or gives another date. With etag: only if nobody else changed the point (ConflictETagMismatch).
    [[nodiscard]] QFuture<Result<contract::RecoveryPoint>>
    change(const ArmId& point, const contract::PointChange& change, const QString& etag = {});
    //! What the removal of these points of one item would free, and what stands against it. May take seconds.
    [[nodiscard]] QFuture<Result<contract::RemovalPreview>> previewRemoval(const ArmId& item,
                                                                           const QStringList& points);
    //! Removes one point for good. \param evenLastGood the person was told that no good point is newer, and agreed
    [[nodiscard]] QFuture<Result<Outcome>> remove(const ArmId& point, bool evenLastGood = false,
                                                  const QString& etag = {});
    //! What speaks for and against that restore; nothing is made.
    [[nodiscard]] QFuture<Result<contract::RestoreValidation>> validate(const ArmId& point,
                                                                        const contract::RestoreRequest& request);
    //! Ends when the job was made; its operation id is the job's.
    [[nodiscard]] QFuture<Result<Outcome>> restore(const ArmId& point, const contract::RestoreRequest& request);

private:
    Pipeline& m_pipeline;
};

} // namespace valv::client
