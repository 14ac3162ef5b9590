// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datetime.h"
#include "service/errors.h"
#include "service/lookup.h"
#include "service/paging.h"
#include "service/routes.h"

#include <algorithm>
#include <array>

// Microsoft.AlertsManagement, as far as it is about backup. Source: docs/wire-extensions.md.
namespace valv::service {
namespace {

using contract::Alert;
using contract::AlertState;
using contract::Method;

constexpr qsizetype mostAlertsOfAPage = 250;

//! The last 1h, 1d, 7d or 30d.
std::optional<qint64> secondsOf(const QString& range)
{
    constexpr qint64 hour = 3600;
    constexpr std::array<std::pair<const char*, qint64>, 4> ranges{
        {{"1h", hour}, {"1d", 24 * hour}, {"7d", 7 * 24 * hour}, {"30d", 30 * 24 * hour}}};
    for (const auto& [word, seconds] : ranges) {
        if (range.compare(QLatin1String(word), Qt::CaseInsensitive) == 0) {
            return seconds;
        }
    }
    return std::nullopt;
}

Error badOption(const QString& name, const QString& value)
{
    return invalidInput(QStringLiteral("'%1' is no value for %2.").arg(value, name));
}

Result<void> readWindow(const Call& call, engine::AlertQuery& query)
{
    if (const auto range = call.option(u"timeRange"); !range.isEmpty()) {
        const auto seconds = secondsOf(range);
        if (!seconds) {
            return tl::unexpected(badOption(QStringLiteral("timeRange"), range));
        }
        query.from = toDateTime(call.now()).addSecs(-*seconds);
    }
    const auto range = call.option(u"customTimeRange");
    if (range.isEmpty()) {
        return {};
    }
    const auto bounds = range.split(QLatin1Char('/'));
    const auto from = bounds.size() == 2 ? fromIso(bounds[0]) : std::nullopt;
    const auto to = bounds.size() == 2 ? fromIso(bounds[1]) : std::nullopt;
    if (!from || !to) {
        return tl::unexpected(badOption(QStringLiteral("customTimeRange"), range));
    }
    query.from = from;
    query.to = to;
    return {};
}

Result<engine::AlertQuery> queryOf(const Call& call)
{
    engine::AlertQuery query;
    query.condition = call.option(u"monitorCondition");
    query.state = call.option(u"alertState");
    if (const auto severity = call.option(u"severity"); !severity.isEmpty()) {
        query.severity = contract::fromText<contract::AlertSeverity>(severity);
        if (query.severity == contract::AlertSeverity::Unknown) {
            return tl::unexpected(badOption(QStringLiteral("severity"), severity));
        }
    }
    if (const auto target = call.option(u"targetResource"); !target.isEmpty()) {
        const auto id = ArmId::parse(target);
        if (!id) {
            return tl::unexpected(badOption(QStringLiteral("targetResource"), target));
        }
        query.target = *id;
    }
    if (auto window = readWindow(call, query); !window) {
        return tl::unexpected(window.error());
    }
    return query;
}

Result<Answer> listAlerts(const Call& call)
{
    const auto query = queryOf(call);
    if (!query) {
        return tl::unexpected(query.error());
    }
    PageSize pageSize = backupPageSize;
    if (const auto count = call.option(u"pageCount"); !count.isEmpty()) {
        bool number = false;
        const auto rows = static_cast<qsizetype>(count.toLongLong(&number));
        if (!number || rows < 1 || rows > mostAlertsOfAPage) {
            return tl::unexpected(badOption(QStringLiteral("pageCount"), count));
        }
        pageSize = {rows, rows};
    }
    auto alerts = call.engine().alerts(*query);
    if (!alerts) {
        return tl::unexpected(alerts.error());
    }
    if (const auto group = call.parameter(u"rg"); !group.isEmpty()) {
        alerts->removeIf([&group](const Alert& alert) {
            return alert.target.resourceGroup().compare(group, Qt::CaseInsensitive) != 0;
        });
    }
    return page(
        call, *alerts, pageSize, [](const Alert& a) { return a.name; }, [](const Alert& a) { return a.toJson(); });
}

Result<Alert> findAlert(const Call& call)
{
    auto alert = call.engine().alert(call.parameter(u"alert"));
    if (!alert && statusOf(alert.error().code) == 404) {
        return tl::unexpected(objectNotFound(QStringLiteral("Alert '%1'").arg(call.parameter(u"alert"))));
    }
    return alert;
}

Result<Answer> getAlert(const Call& call)
{
    const auto alert = findAlert(call);
    return alert ? Result<Answer>(json(200, alert->toJson())) : tl::unexpected(alert.error());
}

Result<Answer> changeState(const Call& call)
{
    const auto alert = findAlert(call);
    if (!alert) {
        return tl::unexpected(alert.error());
    }
    const auto state = contract::fromText<AlertState>(call.option(u"newState"));
    if (state == AlertState::Unknown) {
        return tl::unexpected(badOption(QStringLiteral("newState"), call.option(u"newState")));
    }
    const auto changed = call.engine().setAlertState(alert->name, state, call.caller().name);
    return changed ? Result<Answer>(json(200, changed->toJson())) : tl::unexpected(changed.error());
}

} // namespace

std::vector<Route> alertRoutes()
{
    const auto alerts = QStringLiteral("/providers/Microsoft.AlertsManagement/alerts");
    const QString all = subscriptionPath() + alerts;
    const QString one = all + QStringLiteral("/{alert}");
    return {
        {Method::Get, all, listAlerts},
        {Method::Get, groupPath() + alerts, listAlerts},
        {Method::Get, one, getAlert},
        {Method::Post, one + QStringLiteral("/changestate"), changeState},
    };
}

} // namespace valv::service
