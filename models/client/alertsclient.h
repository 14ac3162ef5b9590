// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/pages.h"
#include "contract/alert.h"

#include <QDateTime>
#include <QFuture>

#include <optional>

namespace valv::client {

struct AlertFilter
{
    contract::Open<contract::AlertSeverity> severity; //!< empty: any; so with all of these
    contract::Open<contract::AlertCondition> condition;
    contract::Open<contract::AlertState> state;
    ArmId target; //!< an item, or a vault and all that is in it
    std::optional<QDateTime> from; //!< window on the time that it was raised
    std::optional<QDateTime> to;
};

//! \brief Microsoft.AlertsManagement/alerts of a subscription. Source: docs/wire-extensions.md.
class AlertsClient
{
public:
    explicit AlertsClient(Pipeline& pipeline)
        : m_pipeline(pipeline)
    { }
    //! Newest first, by the last time that something about it changed.
    [[nodiscard]] QFuture<Result<QList<contract::Alert>>>
    list(const QString& subscriptionId, const AlertFilter& filter = {}, PageSink<contract::Alert> sink = {});
    [[nodiscard]] QFuture<Result<contract::Alert>> get(const ArmId& id);
    //! What a person makes of it: New again, Acknowledged or Closed. Answers the alert as it then is.
    [[nodiscard]] QFuture<Result<contract::Alert>> setState(const ArmId& id, contract::AlertState state);

private:
    Pipeline& m_pipeline;
};

} // namespace valv::client
