// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/jobsclient.h"

#include "client/requests_p.h"

namespace valv::client {

using contract::BackupJob;
using contract::Method;

QFuture<Result<QList<BackupJob>>> JobsClient::list(const ArmId& vault, const JobFilter& filter,
                                                   PageSink<BackupJob> sink)
{
    QStringList terms;
    const auto add = [&terms](const QString& name, const QString& value) {
        if (!value.isEmpty()) {
            terms << name + QStringLiteral(" eq ") + quoted(value);
        }
    };
    add(QStringLiteral("status"), filter.status.text());
    add(QStringLiteral("operation"), filter.operation.text());
    add(QStringLiteral("startTime"), filter.from ? filterTime(*filter.from) : QString());
    add(QStringLiteral("endTime"), filter.to ? filterTime(*filter.to) : QString());
    add(QStringLiteral("entityFriendlyName"), filter.entity);
    const QString path = vault.text() + QStringLiteral("/backupJobs");
    const auto query = filterQuery(terms.join(QStringLiteral(" and ")));
    return allPages<BackupJob>(m_pipeline, target(path, versions::backup, query), std::move(sink),
                               lightened<BackupJob>());
}

QFuture<Result<BackupJob>> JobsClient::get(const ArmId& id)
{
    return ask<BackupJob>(m_pipeline, request(Method::Get, target(id, versions::backup)));
}

QFuture<Result<Outcome>> JobsClient::cancel(const ArmId& id)
{
    const QString path = id.text() + QStringLiteral("/cancel");
    return perform(m_pipeline, request(Method::Post, target(path, versions::backup)));
}

QFuture<Result<Outcome>> JobsClient::retry(const ArmId& id)
{
    const QString path = id.text() + QStringLiteral("/valv/retry");
    return perform(m_pipeline, request(Method::Post, target(path, versions::backup)));
}

ArmId JobsClient::idOf(const ArmId& vault, const QString& jobId)
{
    return vault.child(QStringLiteral("backupJobs"), jobId);
}

} // namespace valv::client
