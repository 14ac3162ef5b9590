// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/recoverypointsclient.h"

#include "client/requests_p.h"

#include <QJsonArray>

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

QFuture<Result<RecoveryPoint>> RecoveryPointsClient::change(const ArmId& point, const contract::PointChange& change,
                                                            const QString& etag)
{
    return ask<RecoveryPoint>(m_pipeline,
                              ifMatch(request(Method::Patch, target(point, versions::backup), change.toJson()), etag));
}

QFuture<Result<contract::RemovalPreview>> RecoveryPointsClient::previewRemoval(const ArmId& item,
                                                                               const QStringList& points)
{
    const QString path = item.text() + QStringLiteral("/valv/previewRemoval");
    const QJsonObject names{{QStringLiteral("recoveryPoints"), QJsonArray::fromStringList(points)}};
    const QJsonObject body{{QStringLiteral("properties"), names}};
    return ask<contract::RemovalPreview>(m_pipeline, request(Method::Post, target(path, versions::backup), body));
}

QFuture<Result<Outcome>> RecoveryPointsClient::remove(const ArmId& point, bool evenLastGood, const QString& etag)
{
    const auto query = evenLastGood ? QStringLiteral("evenLastGood=true") : QString();
    return perform(m_pipeline, ifMatch(request(Method::Delete, target(point, versions::backup, query)), etag));
}

QFuture<Result<contract::RestoreValidation>> RecoveryPointsClient::validate(const ArmId& point,
                                                                            const contract::RestoreRequest& asked)
{
    const QString path = point.vaultId().text() + QStringLiteral("/backupValidateOperation");
    return ask<contract::RestoreValidation>(
        m_pipeline, request(Method::Post, target(path, versions::backup), contract::validationBody(asked)));
}

QFuture<Result<Outcome>> RecoveryPointsClient::restore(const ArmId& point, const contract::RestoreRequest& asked)
{
    const QString path = point.text() + QStringLiteral("/restore");
    return perform(m_pipeline, request(Method::Post, target(path, versions::backup), asked.toJson()));
}

} // namespace valv::client
