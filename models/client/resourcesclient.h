// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/operation.h"
#include "client/pages.h"
#include "contract/engineinfo.h"
#include "contract/notifications.h"
#include "contract/resources.h"

#include <QFuture>

namespace valv::client {

//! \brief Microsoft.Resources. Source: contract.md 6.
class ResourcesClient
{
public:
    explicit ResourcesClient(Pipeline& pipeline)
        : m_pipeline(pipeline)
    { }
    [[nodiscard]] QFuture<Result<QList<contract::Subscription>>> subscriptions();
    [[nodiscard]] QFuture<Result<QList<contract::Location>>> locations(const QString& subscriptionId);
    [[nodiscard]] QFuture<Result<QList<contract::ResourceGroup>>>
    resourceGroups(const QString& subscriptionId, PageSink<contract::ResourceGroup> sink = {});
    //! \param onlyNew there must be none of that name yet: PreconditionFailed, with ValResourceGroupTaken among details
    [[nodiscard]] QFuture<Result<contract::ResourceGroup>> putResourceGroup(const contract::ResourceGroup& group,
                                                                            bool onlyNew = false);
    //! What keeps the engine running; a server that is not Valv's answers InvalidResourceType.
    [[nodiscard]] QFuture<Result<contract::EngineInfo>> engine(const QString& subscriptionId);
    //! Ours: what the engine hands mails about alerts to, without its password; an empty host: nothing.
    [[nodiscard]] QFuture<Result<contract::MailServer>> mailServer(const QString& subscriptionId);
    [[nodiscard]] QFuture<Result<contract::MailServer>> setMailServer(const QString& subscriptionId,
                                                                      const contract::MailServer& server);
    [[nodiscard]] QFuture<Result<Outcome>> removeMailServer(const QString& subscriptionId);

private:
    Pipeline& m_pipeline;
};

} // namespace valv::client
