// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/alert.h"

#include "contract/json_p.h"

namespace valv::contract {
namespace {

constexpr QLatin1String essentialsKey("essentials");

} // namespace

Result<Alert> Alert::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    const auto p = reader.in(propertiesKey);
    const auto essentials = p.in(essentialsKey);
    const auto ours = p.in(valvKey);
    Alert alert;
    alert.id = reader.id(QLatin1String("id"));
    alert.name = reader.text(QLatin1String("name"));
    if (alert.name.isEmpty()) {
        alert.name = alert.id.value(u"alerts");
    }
    alert.severity = essentials.word<AlertSeverity>(QLatin1String("severity"));
    alert.condition = essentials.word<AlertCondition>(QLatin1String("monitorCondition"));
    alert.state = essentials.word<AlertState>(QLatin1String("alertState"));
    alert.target = essentials.id(QLatin1String("targetResource"));
    alert.targetName = essentials.text(QLatin1String("targetResourceName"));
    alert.description = essentials.text(QLatin1String("description"));
    alert.raised = essentials.time(QLatin1String("startDateTime")).value_or(QDateTime());
    alert.changed = essentials.time(QLatin1String("lastModifiedDateTime")).value_or(alert.raised);
    alert.resolved = essentials.time(QLatin1String("monitorConditionResolvedDateTime"));
    alert.changedBy = essentials.text(QLatin1String("lastModifiedUserName"));
    alert.code = ours.text(QLatin1String("code"));
    if (alert.code.isEmpty()) {
        alert.code = essentials.text(QLatin1String("alertRule"));
    }
    alert.count = ours.integer(QLatin1String("count"), 1);
    alert.last = ours.time(QLatin1String("lastTime")).value_or(alert.raised);
    alert.job = ours.text(QLatin1String("job"));
    alert.action = ours.text(QLatin1String("recommendedAction"));
    alert.facts = ours.map(QLatin1String("facts"));
    alert.raw = json;
    return checked(reader, alert);
}

QJsonObject Alert::toJson() const
{
    Writer writer(raw);
    Writer p(writer.child(propertiesKey));
    const auto some = [](const QDateTime& time) { return time.isValid() ? std::optional(time) : std::nullopt; };
    const auto essentials =
        Writer(p.child(essentialsKey))
            .word(QLatin1String("severity"), severity)
            .word(QLatin1String("monitorCondition"), condition)
            .word(QLatin1String("alertState"), state)
            .otherwise(QLatin1String("signalType"), QStringLiteral("Log"))
            .otherwise(QLatin1String("monitorService"), QStringLiteral("Azure Backup"))
            .text(QLatin1String("alertRule"), code)
            .id(QLatin1String("targetResource"), target)
            .text(QLatin1String("targetResourceName"), targetName)
            .text(QLatin1String("targetResourceGroup"), target.resourceGroup())
            .otherwise(QLatin1String("targetResourceType"),
                       target.vaultId().isEmpty() ? QStringLiteral("Microsoft.Resources/subscriptions")
                                                  : QStringLiteral("Microsoft.RecoveryServices/vaults"))
            .text(QLatin1String("description"), description)
            .time(QLatin1String("startDateTime"), some(raised))
            .time(QLatin1String("lastModifiedDateTime"), some(changed))
            .time(QLatin1String("monitorConditionResolvedDateTime"), resolved)
            .text(QLatin1String("lastModifiedUserName"), changedBy)
            .done();
    const auto ours = Writer(p.child(valvKey))
                          .text(QLatin1String("code"), code)
                          .number(QLatin1String("count"), count)
                          .time(QLatin1String("lastTime"), some(last))
                          .text(QLatin1String("job"), job)
                          .text(QLatin1String("recommendedAction"), action)
                          .map(QLatin1String("facts"), facts)
                          .done();
    return writer.id(QLatin1String("id"), id)
        .text(QLatin1String("name"), name)
        .otherwise(QLatin1String("type"), QStringLiteral("Microsoft.AlertsManagement/alerts"))
        .object(propertiesKey, p.object(essentialsKey, essentials).object(valvKey, ours).done())
        .done();
}

} // namespace valv::contract
