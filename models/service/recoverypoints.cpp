// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/names.h"
#include "contract/page.h"
#include "service/accepted.h"
#include "service/errors.h"
#include "service/lookup.h"
#include "service/paging.h"
#include "service/routes.h"
#include "service/storageaccounts.h"

#include <QJsonArray>

#include <algorithm>

namespace valv::service {
namespace {

using contract::Method;
using contract::RecoveryPoint;

//! A time of a filter; nothing when it was not asked for.
Result<std::optional<QDateTime>> timeIn(const QHash<QString, QString>& filter, const QString& name)
{
    const auto found = filter.constFind(name);
    if (found == filter.constEnd()) {
        return std::optional<QDateTime>();
    }
    const auto time = contract::parseFilterTime(found.value());
    if (!time) {
        return tl::unexpected(invalidInput(QStringLiteral("'%1' is not a time.").arg(found.value())));
    }
    return time;
}

Result<Answer> listPoints(const Call& call)
{
    const auto filter = call.filter();
    if (!filter) {
        return tl::unexpected(filter.error());
    }
    const auto from = timeIn(*filter, QStringLiteral("startdate"));
    const auto to = timeIn(*filter, QStringLiteral("enddate"));
    if (!from || !to) {
        return tl::unexpected(!from ? from.error() : to.error());
    }
    const auto item = findItem(call);
    if (!item) {
        return tl::unexpected(item.error());
    }
    auto points = call.engine().recoveryPoints(item->id);
    if (!points) {
        return tl::unexpected(points.error());
    }
    points->removeIf([&from, &to](const RecoveryPoint& p) {
        return (from->has_value() && p.time < **from) || (to->has_value() && p.time > **to);
    });
    std::stable_sort(points->begin(), points->end(),
                     [](const RecoveryPoint& a, const RecoveryPoint& b) { return a.time > b.time; });
    return page(
        call, *points, backupPageSize, [](const RecoveryPoint& p) { return p.name; },
        [](const RecoveryPoint& p) { return p.toJson(); });
}

Result<RecoveryPoint> findPoint(const Call& call)
{
    const auto id = call.item();
    auto point =
        id ? call.engine().recoveryPoint(call.point(*id)) : Result<RecoveryPoint>(tl::unexpected(itemNotFound()));
    if (!point && statusOf(point.error().code) == 404) {
        if (const auto item = findItem(call); !item) {
            return tl::unexpected(item.error());
        }
        return tl::unexpected(objectNotFound(QStringLiteral("Recovery point '%1'").arg(call.parameter(u"point"))));
    }
    return point;
}

Answer pointAnswer(const RecoveryPoint& point)
{
    auto answer = json(200, point.toJson());
    setHeader(answer, "ETag", point.etag.toUtf8());
    return answer;
}

Result<Answer> getPoint(const Call& call)
{
    const auto point = findPoint(call);
    return point ? Result<Answer>(pointAnswer(*point)) : tl::unexpected(point.error());
}

Result<Answer> patchPoint(const Call& call)
{
    const auto body = call.body();
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto change = contract::PointChange::fromJson(*body);
    if (!change) {
        return tl::unexpected(change.error());
    }
    const auto point = findPoint(call);
    if (!point) {
        return tl::unexpected(point.error());
    }
    const auto changed = call.engine().changePoint(point->id, *change, call.ifMatch());
    return changed ? Result<Answer>(pointAnswer(*changed)) : tl::unexpected(changed.error());
}

Result<Answer> deletePoint(const Call& call)
{
    const auto item = findItem(call);
    if (!item) {
        return tl::unexpected(item.error());
    }
    const bool evenLastGood = call.option(u"evenLastGood").compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
    const auto removed = call.engine().removePoint(call.point(item->id), evenLastGood, call.ifMatch());
    return removed ? Result<Answer>(empty(*removed ? 200 : 204)) : tl::unexpected(removed.error());
}

Result<Answer> previewRemoval(const Call& call)
{
    const auto body = call.body();
    if (!body) {
        return tl::unexpected(body.error());
    }
    QStringList names;
    const auto given =
        body->value(QLatin1String("properties")).toObject().value(QLatin1String("recoveryPoints")).toArray();
    for (const auto& name : given) {
        names.append(name.toString());
    }
    if (names.isEmpty()) {
        return tl::unexpected(invalidInput(QStringLiteral("No recovery point is named.")));
    }
    const auto item = findItem(call);
    if (!item) {
        return tl::unexpected(item.error());
    }
    const auto preview = call.engine().previewRemoval(item->id, names);
    return preview ? Result<Answer>(json(200, preview->toJson())) : tl::unexpected(preview.error());
}

Result<Answer> restore(const Call& call)
{
    const auto body = call.body();
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto request = contract::RestoreRequest::fromJson(*body);
    if (!request) {
        return tl::unexpected(request.error());
    }
    const auto type = body->value(QLatin1String("properties")).toObject().value(QLatin1String("objectType")).toString();
    if (type != QLatin1String("IaasVMRestoreRequest")) {
        return tl::unexpected(invalidInput(QStringLiteral("A request of type '%1' is not supported.").arg(type)));
    }
    if (!request->storageAccountId.isEmpty() && request->targetFolder.isEmpty()
        && !isStorageAccount(call, request->storageAccountId)) {
        return tl::unexpected(invalidInput(
            QStringLiteral("The storage account '%1' could not be found.").arg(request->storageAccountId.name())));
    }
    const auto point = findPoint(call);
    if (!point) {
        return tl::unexpected(point.error());
    }
    const auto accepted = call.engine().restore(point->id, *request);
    return accepted ? Result<Answer>(acceptedAnswer(call, *accepted, Asking::resource(*call.item())))
                    : tl::unexpected(accepted.error());
}

//! What speaks for and against a restore, before it is asked for.
Result<Answer> validateOperation(const Call& call)
{
    const auto body = call.body();
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto request = contract::validatedRequest(*body);
    if (!request) {
        return tl::unexpected(request.error());
    }
    const auto vault = findVault(call);
    if (!vault) {
        return tl::unexpected(vault.error());
    }
    const auto& source = request->sourceResourceId;
    const auto item = contract::itemId(vault->id, {source.resourceGroup(), source.name()});
    const auto validation = call.engine().validateRestore(
        item.child(QStringLiteral("recoveryPoints"), request->recoveryPointId), *request);
    return validation ? Result<Answer>(json(200, validation->toJson())) : tl::unexpected(validation.error());
}

} // namespace

std::vector<Route> recoveryPointRoutes()
{
    const QString all = itemPath() + QStringLiteral("/recoveryPoints");
    const QString one = all + QStringLiteral("/{point}");
    return {
        {Method::Get, all, listPoints},
        {Method::Get, one, getPoint},
        {Method::Patch, one, patchPoint},
        {Method::Delete, one, deletePoint},
        {Method::Post, itemPath() + QStringLiteral("/valv/previewRemoval"), previewRemoval},
        {Method::Post, one + QStringLiteral("/restore"), restore},
        {Method::Post, vaultPath() + QStringLiteral("/backupValidateOperation"), validateOperation},
    };
}

} // namespace valv::service
