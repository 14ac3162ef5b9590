// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/protecteditem.h"

#include "contract/json_p.h"

#include <algorithm>

namespace valv::contract {
namespace {

const char virtualMachines[] = "Microsoft.Compute/virtualMachines";

HealthDetail healthFrom(const Reader& reader)
{
    return {reader.integer(QLatin1String("code")), reader.text(QLatin1String("title")),
            reader.text(QLatin1String("message")), reader.texts(QLatin1String("recommendations"))};
}

QJsonObject healthJson(const HealthDetail& detail, const QJsonArray& old)
{
    return Writer(elementWith(old, QLatin1String("code"), detail.code))
        .number(QLatin1String("code"), detail.code)
        .text(QLatin1String("title"), detail.title)
        .text(QLatin1String("message"), detail.message)
        .texts(QLatin1String("recommendations"), detail.recommendations)
        .done();
}

} // namespace

Result<ProtectedItem> ProtectedItem::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    const auto p = reader.in(propertiesKey);
    const auto extended = p.in(extendedInfoKey);
    const auto ours = p.in(valvKey);

    ProtectedItem item;
    item.id = reader.id(QLatin1String("id"));
    item.name = reader.text(QLatin1String("name"));
    if (item.name.isEmpty()) {
        item.name = item.id.value(u"protectedItems");
    }
    item.friendlyName = p.text(QLatin1String("friendlyName"));
    item.sourceResourceId = p.id(QLatin1String("sourceResourceId"));
    if (item.sourceResourceId.isEmpty()) {
        item.sourceResourceId = p.id(QLatin1String("virtualMachineId"));
    }
    item.containerName = p.text(QLatin1String("containerName"));
    item.policyId = p.id(QLatin1String("policyId"));
    item.policyName = p.text(QLatin1String("policyName"));
    if (item.policyName.isEmpty()) {
        item.policyName = item.policyId.value(u"backupPolicies"); // older versions send the id alone
    }
    item.state = p.word<ProtectionState>(QLatin1String("protectionState"));
    item.health = p.word<HealthStatus>(QLatin1String("healthStatus"));
    const auto details = p.list(QLatin1String("healthDetails"));
    for (const auto& detail : details) {
        item.healthDetails.append(healthFrom(detail));
    }
    item.lastBackupStatus = p.word<LastBackupStatus>(QLatin1String("lastBackupStatus"));
    item.lastBackupTime = p.time(QLatin1String("lastBackupTime"));
    item.lastRecoveryPoint = p.time(QLatin1String("lastRecoveryPoint"));
    item.oldestRecoveryPoint = extended.time(QLatin1String("oldestRecoveryPoint"));
    item.recoveryPointCount = extended.integer(QLatin1String("recoveryPointCount"), -1);
    item.softDeleted = p.flag(QLatin1String("isScheduledForDeferredDelete"));
    item.deletedAt = p.time(QLatin1String("deferredDeleteTimeInUTC"));
    item.softDeleteDays = p.integer(QLatin1String("softDeleteRetentionPeriod"));
    item.nextRun = ours.time(QLatin1String("nextRunTime"));
    item.missedRuns = ours.integer(QLatin1String("missedRuns"));
    item.lastMissedRun = ours.time(QLatin1String("lastMissedRunTime"));
    item.runningJob = ours.text(QLatin1String("runningJob"));
    item.sourceBytes = ours.number(QLatin1String("sourceBytes"), -1);
    item.estimatedChangedBytes = ours.number(QLatin1String("estimatedChangedBytes"), -1);
    item.raw = json;
    return checked(reader, item);
}

QJsonObject ProtectedItem::toJson() const
{
    Writer writer(raw);
    Writer p(writer.child(propertiesKey));

    QJsonArray details;
    for (const auto& detail : healthDetails) {
        details.append(healthJson(detail, p.children(QLatin1String("healthDetails"))));
    }
    Writer extended(p.child(extendedInfoKey));
    extended.time(QLatin1String("oldestRecoveryPoint"), oldestRecoveryPoint)
        .known(QLatin1String("recoveryPointCount"), recoveryPointCount);
    if (!extended.done().isEmpty()) {
        extended.otherwise(QLatin1String("policyInconsistent"), false);
    }
    const auto ours = Writer(p.child(valvKey))
                          .time(QLatin1String("nextRunTime"), nextRun)
                          .known(QLatin1String("missedRuns"), missedRuns > 0 ? missedRuns : -1)
                          .time(QLatin1String("lastMissedRunTime"), lastMissedRun)
                          .text(QLatin1String("runningJob"), runningJob)
                          .known(QLatin1String("sourceBytes"), sourceBytes)
                          .known(QLatin1String("estimatedChangedBytes"), estimatedChangedBytes)
                          .done();

    p.text(QLatin1String("friendlyName"), friendlyName)
        .id(QLatin1String("sourceResourceId"), sourceResourceId)
        .word(QLatin1String("protectionState"), state)
        .word(QLatin1String("healthStatus"), health)
        .array(QLatin1String("healthDetails"), details)
        .always(QLatin1String("lastBackupStatus"), lastBackupStatus.text())
        .timeOr(QLatin1String("lastBackupTime"), lastBackupTime, QLatin1String("2001-01-01T00:00:00Z"))
        .time(QLatin1String("lastRecoveryPoint"), lastRecoveryPoint)
        .otherwise(QLatin1String("protectedItemType"), QString::fromLatin1(virtualMachines))
        .otherwise(QLatin1String("backupManagementType"), QStringLiteral("AzureIaasVM"))
        .otherwise(QLatin1String("workloadType"), QStringLiteral("VM"))
        .text(QLatin1String("containerName"), containerName)
        .id(QLatin1String("policyId"), policyId)
        .otherwise(QLatin1String("policyId"), QString()) // empty when stopped, never absent
        .always(QLatin1String("policyName"), policyName)
        .otherwise(QLatin1String("isArchiveEnabled"), false)
        .number(QLatin1String("softDeleteRetentionPeriod"), softDeleteDays)
        .object(extendedInfoKey, extended.done())
        .object(valvKey, ours);
    if (!health.isEmpty()) {
        const bool unhealthy = health == HealthStatus::ActionRequired;
        p.always(QLatin1String("protectionStatus"),
                 unhealthy ? QStringLiteral("Unhealthy") : QStringLiteral("Healthy"));
    }
    if (!sourceResourceId.isEmpty()) {
        p.otherwise(QLatin1String("virtualMachineId"), sourceResourceId.text());
    }
    if (!id.vaultId().isEmpty()) {
        p.otherwise(QLatin1String("vaultId"), id.vaultId().text());
    }
    if (softDeleted) {
        p.flag(QLatin1String("isScheduledForDeferredDelete"), true)
            .time(QLatin1String("deferredDeleteTimeInUTC"), deletedAt);
    } else {
        p.remove(QLatin1String("isScheduledForDeferredDelete"))
            .remove(QLatin1String("deferredDeleteTimeInUTC"))
            .remove(QLatin1String("deferredDeleteTimeRemaining"));
    }
    return writer.id(QLatin1String("id"), id)
        .text(QLatin1String("name"), name)
        .otherwise(
            QLatin1String("type"),
            QStringLiteral("Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems"))
        .object(propertiesKey, p.done())
        .done();
}

void lighten(ProtectedItem& item, SharedTexts& texts)
{
    item.raw = {};
    item.name.clear();
    item.containerName.clear();
    texts.share(item.policyId);
    texts.share(item.policyName);
}

QString timeSpan(qint64 milliseconds)
{
    const qint64 ms = std::max<qint64>(0, milliseconds);
    const auto two = [](qint64 n) { return QString::number(n).rightJustified(2, QLatin1Char('0')); };
    QString text =
        two(ms / 3'600'000 % 24) + QLatin1Char(':') + two(ms / 60'000 % 60) + QLatin1Char(':') + two(ms / 1000 % 60);
    if (ms / 86'400'000 > 0) {
        text = QString::number(ms / 86'400'000) + QLatin1Char('.') + text;
    }
    if (ms % 1000 != 0) {
        text += QLatin1Char('.') + QString::number(ms % 1000 * 10'000).rightJustified(7, QLatin1Char('0'));
    }
    return text;
}

Result<ProtectableItem> ProtectableItem::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    const auto p = reader.in(propertiesKey);
    ProtectableItem item;
    item.id = reader.id(QLatin1String("id"));
    item.name = reader.text(QLatin1String("name"));
    item.friendlyName = p.text(QLatin1String("friendlyName"));
    item.virtualMachineId = p.id(QLatin1String("virtualMachineId"));
    item.resourceGroup = p.text(QLatin1String("resourceGroup"));
    if (item.resourceGroup.isEmpty()) {
        item.resourceGroup = item.virtualMachineId.resourceGroup();
    }
    item.raw = json;
    return checked(reader, item);
}

QJsonObject ProtectableItem::toJson() const
{
    Writer writer(raw);
    const auto p = Writer(writer.child(propertiesKey))
                       .text(QLatin1String("friendlyName"), friendlyName)
                       .id(QLatin1String("virtualMachineId"), virtualMachineId)
                       .otherwise(QLatin1String("virtualMachineVersion"), QStringLiteral("Compute"))
                       .text(QLatin1String("resourceGroup"), resourceGroup)
                       .otherwise(QLatin1String("backupManagementType"), QStringLiteral("AzureIaasVM"))
                       .otherwise(QLatin1String("workloadType"), QStringLiteral("VM"))
                       .otherwise(QLatin1String("protectableItemType"), QString::fromLatin1(virtualMachines))
                       .otherwise(QLatin1String("protectionState"), QStringLiteral("NotProtected"))
                       .done();
    return writer.id(QLatin1String("id"), id)
        .text(QLatin1String("name"), name)
        .otherwise(
            QLatin1String("type"),
            QStringLiteral("Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectableItems"))
        .object(propertiesKey, p)
        .done();
}

Result<BackupStatus> BackupStatus::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    BackupStatus status;
    status.protectionStatus = reader.text(QLatin1String("protectionStatus"));
    status.vaultId = reader.id(QLatin1String("vaultId"));
    status.containerName = reader.text(QLatin1String("containerName"));
    status.protectedItemName = reader.text(QLatin1String("protectedItemName"));
    status.policyName = reader.text(QLatin1String("policyName"));
    status.raw = json;
    return checked(reader, status);
}

QJsonObject BackupStatus::toJson() const
{
    return Writer(raw)
        .text(QLatin1String("protectionStatus"), protectionStatus)
        .id(QLatin1String("vaultId"), vaultId)
        .otherwise(QLatin1String("fabricName"), QStringLiteral("Azure"))
        .text(QLatin1String("containerName"), containerName)
        .text(QLatin1String("protectedItemName"), protectedItemName)
        .text(QLatin1String("policyName"), policyName)
        .done();
}

Result<PreValidation> PreValidation::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    PreValidation validation;
    if (reader.text(QLatin1String("status")).compare(QLatin1String("Failed"), Qt::CaseInsensitive) == 0) {
        validation.obstacle = Error{reader.text(QLatin1String("errorCode")).toStdString(),
                                    reader.text(QLatin1String("errorMessage")).toStdString(),
                                    {},
                                    reader.text(QLatin1String("recommendation")).toStdString(),
                                    {}};
    }
    validation.warnings = reader.in(valvKey).texts(QLatin1String("warnings"));
    return checked(reader, validation);
}

QJsonObject PreValidation::toJson() const
{
    Writer writer;
    writer.text(QLatin1String("status"), obstacle ? QStringLiteral("Failed") : QStringLiteral("Succeeded"))
        .object(valvKey, Writer().texts(QLatin1String("warnings"), warnings).done());
    if (obstacle) {
        writer.text(QLatin1String("errorCode"), QString::fromStdString(obstacle->code))
            .text(QLatin1String("errorMessage"), QString::fromStdString(obstacle->message))
            .text(QLatin1String("recommendation"), QString::fromStdString(obstacle->action));
    }
    return writer.done();
}

} // namespace valv::contract
