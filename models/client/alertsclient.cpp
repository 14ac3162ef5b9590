// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/alertsclient.h"

#include "client/requests_p.h"
#include "core/datetime.h"

namespace valv::client {

using contract::Alert;
using contract::Method;

QFuture<Result<QList<Alert>>> AlertsClient::list(const QString& subscriptionId, const AlertFilter& filter,
                                                 PageSink<Alert> sink)
{
    QStringList options;
    const auto add = [&options](const char* name, const QString& value) {
        if (!value.isEmpty()) {
            options << QLatin1String(name) + QLatin1Char('=') + QString::fromLatin1(QUrl::toPercentEncoding(value));
        }
    };
    add("severity", filter.severity.text());
    add("monitorCondition", filter.condition.text());
    add("alertState", filter.state.text());
    add("targetResource", filter.target.text());
    if (filter.from || filter.to) {
        const auto bound = [](const std::optional<QDateTime>& time, const QDateTime& otherwise) {
            return toIso(time.value_or(otherwise));
        };
        const QDateTime first(QDate(2000, 1, 1), QTime(0, 0), Qt::UTC);
        const QDateTime last(QDate(9999, 12, 31), QTime(0, 0), Qt::UTC);
        add("customTimeRange", bound(filter.from, first) + QLatin1Char('/') + bound(filter.to, last));
    }
    const QString path =
        ArmId::subscription(subscriptionId).text() + QStringLiteral("/providers/Microsoft.AlertsManagement/alerts");
    return allPages<Alert>(m_pipeline, target(path, versions::alerts, options.join(QLatin1Char('&'))), std::move(sink));
}

QFuture<Result<Alert>> AlertsClient::get(const ArmId& id)
{
    return ask<Alert>(m_pipeline, request(Method::Get, target(id, versions::alerts)));
}

QFuture<Result<Alert>> AlertsClient::setState(const ArmId& id, contract::AlertState state)
{
    const QString path = id.text() + QStringLiteral("/changestate");
    const auto query = QStringLiteral("newState=") + contract::toText(state);
    return ask<Alert>(m_pipeline, request(Method::Post, target(path, versions::alerts, query)));
}

} // namespace valv::client
