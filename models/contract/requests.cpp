// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/requests.h"

#include "contract/json_p.h"

namespace valv::contract {
namespace {

constexpr QLatin1String objectType("objectType");
constexpr QLatin1String lunList("restoreDiskLunList");

Error invalidInput(const char* target, const char* reason, const char* code = "BMSUserErrorInvalidInput")
{
    Error error{"BMSUserErrorInvalidInput",
                "Input provided for the call is invalid\r\nPlease check the required inputs",
                target,
                {},
                {}};
    error.details.push_back({code, reason, target, {}, {}});
    return error;
}

//! Type discriminators are case-sensitive on the wire.
void checkType(const Reader& reader, QLatin1String wanted)
{
    if (reader.text(objectType) != wanted) {
        reader.refuse(invalidInput("objectType", "The objectType of this request is missing or not supported."));
    }
}

} // namespace

Result<BackupRequest> BackupRequest::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    const auto p = reader.in(propertiesKey);
    checkType(p, QLatin1String("IaasVMBackupRequest"));
    constexpr QLatin1String key("recoveryPointExpiryTimeInUTC");
    BackupRequest request{p.time(key)};
    if (!p.text(key).isEmpty() && !request.expiry) {
        p.refuse(invalidInput("recoveryPointExpiryTimeInUTC", "This is not a valid date.", "ValRetainTillFormat"));
    }
    return checked(reader, request);
}

QJsonObject BackupRequest::toJson() const
{
    const auto p = Writer()
                       .text(objectType, QStringLiteral("IaasVMBackupRequest"))
                       .time(QLatin1String("recoveryPointExpiryTimeInUTC"), expiry)
                       .done();
    return {{propertiesKey, p}};
}

Result<RestoreRequest> RestoreRequest::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    const auto p = reader.in(propertiesKey);
    const auto ours = p.in(valvKey);
    checkType(p, QLatin1String("IaasVMRestoreRequest"));
    RestoreRequest request;
    request.recoveryPointId = p.text(QLatin1String("recoveryPointId"));
    request.type = p.word<RecoveryType>(QLatin1String("recoveryType"));
    request.sourceResourceId = p.id(QLatin1String("sourceResourceId"));
    request.region = p.text(QLatin1String("region"));
    request.storageAccountId = p.id(QLatin1String("storageAccountId"));
    if (p.has(lunList)) {
        request.diskLuns = QList<int>();
        const auto luns = p.json().value(lunList).toArray();
        for (const auto& lun : luns) {
            const int number = lun.toInt(-1);
            if (number < 0) {
                p.refuse(invalidInput("restoreDiskLunList", "A LUN is a whole number from 0."));
                break;
            }
            request.diskLuns->append(number);
        }
        if (!p.json().value(lunList).isArray()) {
            p.refuse(invalidInput("restoreDiskLunList", "The list of LUNs is not an array."));
        }
    }
    request.targetVirtualMachineId = p.id(QLatin1String("targetVirtualMachineId"));
    request.targetResourceGroupId = p.id(QLatin1String("targetResourceGroupId"));
    request.targetFolder = ours.text(QLatin1String("targetFolder"));
    request.format = ours.text(QLatin1String("format"));
    request.overwrite = ours.flag(QLatin1String("overwrite"));
    request.raw = json;
    return checked(reader, request);
}

QJsonObject RestoreRequest::toJson() const
{
    Writer writer(raw);
    Writer p(writer.child(propertiesKey));
    p.otherwise(objectType, QStringLiteral("IaasVMRestoreRequest"))
        .text(QLatin1String("recoveryPointId"), recoveryPointId)
        .word(QLatin1String("recoveryType"), type)
        .id(QLatin1String("sourceResourceId"), sourceResourceId)
        .text(QLatin1String("region"), region)
        .id(QLatin1String("storageAccountId"), storageAccountId)
        .otherwise(QLatin1String("createNewCloudService"), false)
        .otherwise(QLatin1String("originalStorageAccountOption"), false)
        .id(QLatin1String("targetVirtualMachineId"), targetVirtualMachineId)
        .id(QLatin1String("targetResourceGroupId"), targetResourceGroupId)
        .remove(lunList);
    if (diskLuns) {
        QJsonArray luns;
        for (const int lun : *diskLuns) {
            luns.append(lun);
        }
        p.otherwise(lunList, luns); // an empty list means the OS disk only
    }
    const auto ours = Writer(p.child(valvKey))
                          .text(QLatin1String("targetFolder"), targetFolder)
                          .text(QLatin1String("format"), format)
                          .flagIfSet(QLatin1String("overwrite"), overwrite)
                          .done();
    return writer.object(propertiesKey, p.object(valvKey, ours).done()).done();
}

Result<PointChange> PointChange::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    const auto p = reader.in(propertiesKey);
    const auto lifetime = p.in(QLatin1String("recoveryPointProperties"));
    const auto ours = p.in(valvKey);
    constexpr QLatin1String pinnedKey("pinned"), heldKey("held"), reasonKey("reason"), expiryKey("expiryTime");
    PointChange change;
    if (ours.has(pinnedKey)) {
        change.pinned = ours.flag(pinnedKey);
    }
    if (ours.has(heldKey)) {
        change.held = ours.flag(heldKey);
    }
    if (ours.has(reasonKey)) {
        change.reason = ours.text(reasonKey);
    }
    change.followPolicy = ours.flag(QLatin1String("followPolicy"));
    change.expiry = lifetime.time(expiryKey);
    if (!lifetime.text(expiryKey).isEmpty() && !change.expiry) {
        p.refuse(invalidInput("expiryTime", "This is not a valid date.", "ValRetainTillFormat"));
    }
    return checked(reader, change);
}

QJsonObject PointChange::toJson() const
{
    Writer ours;
    if (pinned) {
        ours.flag(QLatin1String("pinned"), *pinned);
    }
    if (held) {
        ours.flag(QLatin1String("held"), *held);
    }
    if (reason) {
        ours.always(QLatin1String("reason"), *reason);
    }
    ours.flagIfSet(QLatin1String("followPolicy"), followPolicy);
    const auto lifetime = Writer().time(QLatin1String("expiryTime"), expiry).done();
    const auto p =
        Writer().object(QLatin1String("recoveryPointProperties"), lifetime).object(valvKey, ours.done()).done();
    return {{propertiesKey, p}};
}

Result<ProtectRequest> ProtectRequest::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    const auto p = reader.in(propertiesKey);
    ProtectRequest request;
    request.sourceResourceId = p.id(QLatin1String("sourceResourceId"));
    request.policyId = p.id(QLatin1String("policyId"));
    const auto state = p.word<ProtectionState>(QLatin1String("protectionState"));
    // Clients put back what they got: any other state is read-only here.
    if (state == ProtectionState::ProtectionStopped || state == ProtectionState::BackupsSuspended) {
        request.state = state;
    }
    request.rehydrate = p.flag(QLatin1String("isRehydrate"));
    const auto ours = p.in(valvKey);
    request.why = {ours.text(QLatin1String("reason")), ours.text(QLatin1String("comment"))};
    if (p.text(QLatin1String("protectedItemType")) != QLatin1String("Microsoft.Compute/virtualMachines")) {
        Error error{"BMSUserErrorInvalidConfigureProtectionRequest",
                    "Input for configure protection is not in proper format\r\nPlease ensure that container exists and "
                    "other parameters are in valid format",
                    "protectedItemType",
                    {},
                    {}};
        error.details.push_back(
            {error.code, "The protectedItemType is missing or not supported.", "protectedItemType", {}, {}});
        p.refuse(error);
    }
    return checked(reader, request);
}

QJsonObject ProtectRequest::toJson() const
{
    Writer p;
    p.text(QLatin1String("protectedItemType"), QStringLiteral("Microsoft.Compute/virtualMachines"))
        .id(QLatin1String("sourceResourceId"), sourceResourceId)
        .word(QLatin1String("protectionState"), state)
        .flagIfSet(QLatin1String("isRehydrate"), rehydrate)
        .always(QLatin1String("policyId"), policyId.text());
    const auto ours =
        Writer().text(QLatin1String("reason"), why.reason).text(QLatin1String("comment"), why.comment).done();
    if (!ours.isEmpty()) {
        p.object(valvKey, ours);
    }
    return {{propertiesKey, p.done()}};
}

} // namespace valv::contract
