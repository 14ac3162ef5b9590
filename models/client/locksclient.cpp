// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/locksclient.h"

#include "client/requests_p.h"

namespace valv::client {

using contract::ManagementLock;
using contract::Method;

QFuture<Result<QList<ManagementLock>>> LocksClient::list(const ArmId& scope)
{
    const QString path = scope.text() + QStringLiteral("/providers/Microsoft.Authorization/locks");
    return allPages<ManagementLock>(m_pipeline, target(path, versions::locks));
}

QFuture<Result<ManagementLock>> LocksClient::put(const ManagementLock& lock)
{
    return ask<ManagementLock>(m_pipeline, request(Method::Put, target(lock.id, versions::locks), lock.toJson()));
}

QFuture<Result<Outcome>> LocksClient::remove(const ArmId& id)
{
    return perform(m_pipeline, request(Method::Delete, target(id, versions::locks)));
}

} // namespace valv::client
