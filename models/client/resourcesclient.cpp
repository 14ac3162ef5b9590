// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/resourcesclient.h"

#include "client/requests_p.h"

namespace valv::client {

using contract::Method;

QFuture<Result<QList<contract::Subscription>>> ResourcesClient::subscriptions()
{
    return allPages<contract::Subscription>(m_pipeline,
                                            target(QStringLiteral("/subscriptions"), versions::subscriptions));
}

QFuture<Result<QList<contract::Location>>> ResourcesClient::locations(const QString& subscriptionId)
{
    const QString path = ArmId::subscription(subscriptionId).text() + QStringLiteral("/locations");
    return allPages<contract::Location>(m_pipeline, target(path, versions::subscriptions));
}

QFuture<Result<QList<contract::ResourceGroup>>> ResourcesClient::resourceGroups(const QString& subscriptionId,
                                                                                PageSink<contract::ResourceGroup> sink)
{
    const QString path = ArmId::subscription(subscriptionId).text() + QStringLiteral("/resourcegroups");
    return allPages<contract::ResourceGroup>(m_pipeline, target(path, versions::resources), std::move(sink));
}

QFuture<Result<contract::ResourceGroup>> ResourcesClient::putResourceGroup(const contract::ResourceGroup& group,
                                                                           bool onlyNew)
{
    auto put = request(Method::Put, target(group.id, versions::resources), group.toJson());
    return ask<contract::ResourceGroup>(m_pipeline, ifNew(std::move(put), onlyNew));
}

QFuture<Result<contract::EngineInfo>> ResourcesClient::engine(const QString& subscriptionId)
{
    const QString path = ArmId::subscription(subscriptionId).text()
        + QStringLiteral("/providers/Microsoft.RecoveryServices/valv/engine");
    return ask<contract::EngineInfo>(m_pipeline, request(Method::Get, target(path, versions::vaults)));
}

namespace {

QString mailServerTarget(const QString& subscriptionId)
{
    return target(ArmId::subscription(subscriptionId).text()
                      + QStringLiteral("/providers/Microsoft.RecoveryServices/valv/mailServer"),
                  versions::vaults);
}

} // namespace

QFuture<Result<contract::MailServer>> ResourcesClient::mailServer(const QString& subscriptionId)
{
    return ask<contract::MailServer>(m_pipeline, request(Method::Get, mailServerTarget(subscriptionId)));
}

QFuture<Result<contract::MailServer>> ResourcesClient::setMailServer(const QString& subscriptionId,
                                                                     const contract::MailServer& server)
{
    return ask<contract::MailServer>(m_pipeline,
                                     request(Method::Put, mailServerTarget(subscriptionId), server.toJson()));
}

QFuture<Result<Outcome>> ResourcesClient::removeMailServer(const QString& subscriptionId)
{
    return perform(m_pipeline, request(Method::Delete, mailServerTarget(subscriptionId)));
}

} // namespace valv::client
