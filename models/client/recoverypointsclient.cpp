// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/recoverypointsclient.h"

#include "client/requests_p.h"

namespace valv::client {

using contract::Method;
using contract::RecoveryPoint;

QFuture<Result<QList<RecoveryPoint>>> RecoveryPointsClient::list(const ArmId& item,
                                                                 const std::optional<QDateTime>& from,
                                                                 const std::optional<QDateTime>& to,
                                                                 PageSink<RecoveryPoint> sink)
{
    QStringList bounds;
    if (from) {
        bounds << QStringLiteral("startDate eq ") + quoted(filterTime(*from));
    }
    if (to) {
        bounds << QStringLiteral("endDate eq ") + quoted(filterTime(*to));
    }
    const QString path = item.text() + QStringLiteral("/recoveryPoints");
    const auto query = filterQuery(bounds.join(QStringLiteral(" and ")));
    return allPages<RecoveryPoint>(m_pipeline, target(path, versions::backup, query), std::move(sink));
}

QFuture<Result<RecoveryPoint>> RecoveryPointsClient::get(const ArmId& id)
{
    return ask<RecoveryPoint>(m_pipeline, request(Method::Get, target(id, versions::backup)));
}

QFuture<Result<Outcome>> RecoveryPointsClient::restore(const ArmId& point, const contract::RestoreRequest& asked)
{
    const QString path = point.text() + QStringLiteral("/restore");
    return perform(m_pipeline, request(Method::Post, target(path, versions::backup), asked.toJson()));
}

} // namespace valv::client
