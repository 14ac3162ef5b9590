// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/policiesclient.h"

#include "client/requests_p.h"

namespace valv::client {

using contract::BackupPolicy;
using contract::Method;

QFuture<Result<QList<BackupPolicy>>> PoliciesClient::list(const ArmId& vault, PageSink<BackupPolicy> sink)
{
    const QString path = vault.text() + QStringLiteral("/backupPolicies");
    const auto query = filterQuery(QStringLiteral("backupManagementType eq 'AzureIaasVM'"));
    return allPages<BackupPolicy>(m_pipeline, target(path, versions::backup, query), std::move(sink));
}

QFuture<Result<BackupPolicy>> PoliciesClient::get(const ArmId& id)
{
    return mapped<BackupPolicy>(m_pipeline.send(request(Method::Get, target(id, versions::backup))), &m_pipeline,
                                [](const Result<contract::HttpResponse>& response) -> Result<BackupPolicy> {
                                    if (!response) {
                                        return tl::unexpected<Error>(response.error());
                                    }
                                    auto policy = readBody<BackupPolicy>(response->body);
                                    if (policy) {
                                        policy->etag = QString::fromUtf8(contract::header(response->headers, "ETag"));
                                    }
                                    return policy;
                                });
}

QFuture<Result<BackupPolicy>> PoliciesClient::put(const BackupPolicy& policy, bool onlyNew)
{
    auto put = ifMatch(request(Method::Put, target(policy.id, versions::backup), policy.toJson()), policy.etag);
    const auto written = perform(m_pipeline, ifNew(std::move(put), onlyNew));
    return followed<BackupPolicy>(written, &m_pipeline, [this, id = policy.id](const Outcome& outcome) {
        if (outcome.operationId.isEmpty()) {
            return readyFuture(readBody<BackupPolicy>(outcome.body));
        }
        return get(id);
    });
}

QFuture<Result<Outcome>> PoliciesClient::remove(const ArmId& id)
{
    return perform(m_pipeline, request(Method::Delete, target(id, versions::backup)));
}

QFuture<Result<contract::ExpiryPreview>> PoliciesClient::preview(const BackupPolicy& policy, bool bytes)
{
    const QString path = policy.id.text() + QStringLiteral("/valv/preview");
    const auto query = bytes ? QStringLiteral("$expand=freedBytes") : QString();
    return ask<contract::ExpiryPreview>(m_pipeline,
                                        request(Method::Post, target(path, versions::backup, query), policy.toJson()));
}

} // namespace valv::client
