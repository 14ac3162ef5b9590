// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/accepted.h"

namespace valv::service {

Asking Asking::resource(const ArmId& id)
{
    return {id, QStringLiteral("operationsStatus/"), QStringLiteral("operationResults/")};
}

Asking Asking::vault(const ArmId& id)
{
    return {id, QStringLiteral("backupOperations/"), QStringLiteral("backupOperationResults/")};
}

Asking Asking::fabric(const ArmId& vault)
{
    return {vault, QStringLiteral("backupFabrics/Azure/operationsStatus/"),
            QStringLiteral("backupFabrics/Azure/operationResults/")};
}

Answer acceptedAnswer(const Call& call, const engine::Accepted& accepted, const Asking& asking)
{
    auto answer = empty(202);
    setHeader(answer, "Azure-AsyncOperation", call.link(asking.at, asking.status + accepted.operationId).toUtf8());
    setHeader(answer, "Location", call.link(asking.at, asking.result + accepted.operationId).toUtf8());
    setHeader(answer, "Retry-After", "1");
    return answer;
}

} // namespace valv::service
