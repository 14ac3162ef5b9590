// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/errors.h"
#include "service/lookup.h"
#include "service/routes.h"

namespace valv::service {
namespace {

using contract::Method;
using contract::OperationState;
using contract::OperationStatus;

//! \brief Any operation of the vault, whatever the path it is asked on: az takes only the last segment of a link.
Result<OperationStatus> findOperation(const Call& call)
{
    auto operation = call.engine().operation(call.vault(), call.parameter(u"op"));
    if (!operation && statusOf(operation.error().code) == 404) {
        if (const auto vault = findVault(call); !vault) {
            return tl::unexpected(vault.error());
        }
        return tl::unexpected(objectNotFound(QStringLiteral("Operation '%1'").arg(call.parameter(u"op"))));
    }
    return operation;
}

Result<Answer> status(const Call& call)
{
    const auto operation = findOperation(call);
    if (!operation) {
        return tl::unexpected(operation.error());
    }
    auto answer = json(200, operation->toJson());
    if (operation->status == OperationState::InProgress) {
        setHeader(answer, "Retry-After", "1");
    }
    return answer;
}

//! Vault writes name the operation by its whole id.
Result<Answer> vaultStatus(const Call& call)
{
    const auto operation = findOperation(call);
    if (!operation) {
        return tl::unexpected(operation.error());
    }
    auto body = operation->toJson();
    body.insert(QStringLiteral("id"), call.vault().child(QStringLiteral("operationStatus"), operation->name).text());
    return json(200, body);
}

//! Still running: 202 and the same place again. Failed: its error. Ended well: nothing, and the caller knows what to
//! send.
Result<std::optional<Answer>> unfinished(const Call& call, const OperationStatus& operation)
{
    if (operation.status == OperationState::InProgress) {
        auto answer = empty(202);
        const QString at = call.baseUrl() + call.target().encodedPath() + QStringLiteral("?api-version=")
            + encoded(call.option(u"api-version"));
        setHeader(answer, "Location", at.toUtf8());
        setHeader(answer, "Retry-After", "1");
        return std::optional(answer);
    }
    if (operation.status == OperationState::Failed && operation.error) {
        return tl::unexpected(*operation.error);
    }
    return std::optional<Answer>();
}

Result<Answer> result(const Call& call)
{
    const auto operation = findOperation(call);
    if (!operation) {
        return tl::unexpected(operation.error());
    }
    return unfinished(call, *operation).map([](const std::optional<Answer>& answer) {
        return answer.value_or(empty(204));
    });
}

//! Configure and backup end with the item; a restore, whose operation is its job, and an item that is gone end with
//! nothing.
Result<Answer> itemResult(const Call& call)
{
    const auto operation = findOperation(call);
    if (!operation) {
        return tl::unexpected(operation.error());
    }
    const auto answer = unfinished(call, *operation);
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    if (answer->has_value()) {
        return **answer;
    }
    const auto item = findItem(call);
    return item && operation->name != operation->jobId ? json(200, item->toJson()) : empty(204);
}

Result<Answer> vaultResult(const Call& call)
{
    const auto operation = findOperation(call);
    if (!operation) {
        return tl::unexpected(operation.error());
    }
    const auto answer = unfinished(call, *operation);
    if (!answer) {
        return tl::unexpected(answer.error());
    }
    const auto vault = findVault(call);
    return answer->has_value() ? **answer : vault ? json(200, vault->toJson()) : empty(200);
}

} // namespace

std::vector<Route> operationRoutes()
{
    const auto v = vaultPath();
    const QString fabric = v + QStringLiteral("/backupFabrics/Azure");
    const QString container = fabric + QStringLiteral("/protectionContainers/{container}");
    const QString job = v + QStringLiteral("/backupJobs/{job}");
    const auto statusOp = QStringLiteral("/operationsStatus/{op}");
    const auto resultOp = QStringLiteral("/operationResults/{op}");
    return {
        {Method::Get, v + QStringLiteral("/operationStatus/{op}"), vaultStatus},
        {Method::Get, v + resultOp, vaultResult},
        {Method::Get, v + QStringLiteral("/backupOperations/{op}"), status},
        {Method::Get, v + QStringLiteral("/backupOperationResults/{op}"), result},
        {Method::Get, fabric + statusOp, status},
        {Method::Get, fabric + resultOp, result},
        {Method::Get, container + statusOp, status},
        {Method::Get, container + resultOp, result},
        {Method::Get, itemPath() + statusOp, status},
        {Method::Get, itemPath() + resultOp, itemResult},
        {Method::Get, job + statusOp, status},
        {Method::Get, job + resultOp, result},
        {Method::Get, v + QStringLiteral("/backupPolicies/{policy}/operations/{op}"), status},
        {Method::Get, v + QStringLiteral("/backupPolicies/{policy}") + resultOp, result},
    };
}

} // namespace valv::service
