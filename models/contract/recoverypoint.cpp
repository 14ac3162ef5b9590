// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/recoverypoint.h"

#include "contract/json_p.h"

namespace valv::contract {
namespace {

constexpr QLatin1String tierDetails("recoveryPointTierDetails");
constexpr QLatin1String pointProperties("recoveryPointProperties");
constexpr QLatin1String diskConfiguration("recoveryPointDiskConfiguration");
constexpr QLatin1String includedDisks("includedDiskList");

} // namespace

Result<RecoveryPoint> RecoveryPoint::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    const auto p = reader.in(propertiesKey);
    const auto ours = p.in(valvKey);

    RecoveryPoint point;
    point.id = reader.id(QLatin1String("id"));
    point.name = reader.text(QLatin1String("name"));
    if (point.name.isEmpty()) {
        point.name = point.id.value(u"recoveryPoints");
    }
    point.consistency = p.word<ConsistencyType>(QLatin1String("recoveryPointType"));
    point.consistencyReason = p.text(QLatin1String("recoveryPointAdditionalInfo"));
    point.time = p.time(QLatin1String("recoveryPointTime")).value_or(QDateTime());
    const auto tiers = p.list(tierDetails);
    for (const auto& tier : tiers) {
        point.tiers.append(
            {tier.word<TierType>(QLatin1String("type")), tier.word<TierStatus>(QLatin1String("status"))});
    }
    point.expiry = p.in(pointProperties).time(QLatin1String("expiryTime"));
    point.keptBy = ours.texts(QLatin1String("keptBy"));
    point.pinned = ours.flag(QLatin1String("pinned"));
    point.held = ours.flag(QLatin1String("held"));
    point.reason = ours.text(QLatin1String("reason"));
    point.expiryChosen = ours.flag(QLatin1String("expiryChosen"));
    point.etag = ours.text(QLatin1String("etag"));
    const auto disks = p.in(diskConfiguration).list(includedDisks);
    const auto ourDisks = ours.list(QLatin1String("disks"));
    for (const auto& disk : disks) {
        RecoveryPointDisk value{disk.text(QLatin1String("name")), disk.integer(QLatin1String("lun"), -1), -1, {}};
        for (const auto& own : ourDisks) {
            if (own.integer(QLatin1String("lun"), -1) == value.lun) {
                value.capacityBytes = own.number(QLatin1String("capacityBytes"), -1);
                value.format = own.text(QLatin1String("format"));
            }
        }
        point.disks.append(value);
    }
    point.sourceBytes = ours.number(QLatin1String("sourceBytes"), -1);
    point.storedBytes = ours.number(QLatin1String("storedBytes"), -1);
    point.osType = p.word<OsType>(QLatin1String("osType"));
    point.vmSize = p.text(QLatin1String("virtualMachineSize"));
    point.raw = json;
    return checked(reader, point);
}

QJsonObject RecoveryPoint::toJson() const
{
    Writer writer(raw);
    Writer p(writer.child(propertiesKey));
    Writer ours(p.child(valvKey));
    Writer configuration(p.child(diskConfiguration));

    QJsonArray writtenTiers;
    for (const auto& tier : tiers) {
        writtenTiers.append(Writer(elementWith(p.children(tierDetails), QLatin1String("type"), tier.type.text()))
                                .word(QLatin1String("type"), tier.type)
                                .word(QLatin1String("status"), tier.status)
                                .done());
    }
    QJsonArray included;
    QJsonArray ourDisks;
    for (const auto& disk : disks) {
        included.append(Writer(elementWith(configuration.children(includedDisks), QLatin1String("lun"), disk.lun))
                            .number(QLatin1String("lun"), disk.lun)
                            .text(QLatin1String("name"), disk.name)
                            .done());
        Writer own(elementWith(ours.children(QLatin1String("disks")), QLatin1String("lun"), disk.lun));
        own.known(QLatin1String("capacityBytes"), disk.capacityBytes).text(QLatin1String("format"), disk.format);
        if (!own.done().isEmpty()) {
            ourDisks.append(own.number(QLatin1String("lun"), disk.lun).done());
        }
    }
    if (!disks.isEmpty()) {
        configuration.array(includedDisks, included)
            .number(QLatin1String("numberOfDisksIncludedInBackup"), disks.size())
            .otherwise(QLatin1String("numberOfDisksAttachedToVm"), disks.size())
            .otherwise(QLatin1String("excludedDiskList"), QJsonArray());
    }
    Writer lifetime(p.child(pointProperties));
    lifetime.time(QLatin1String("expiryTime"), expiry);
    if (expiry) {
        lifetime.otherwise(QLatin1String("isSoftDeleted"), false);
    }
    ours.texts(QLatin1String("keptBy"), keptBy)
        .flagIfSet(QLatin1String("pinned"), pinned)
        .flagIfSet(QLatin1String("held"), held)
        .text(QLatin1String("reason"), reason)
        .flagIfSet(QLatin1String("expiryChosen"), expiryChosen)
        .text(QLatin1String("etag"), etag)
        .array(QLatin1String("disks"), ourDisks)
        .known(QLatin1String("sourceBytes"), sourceBytes)
        .known(QLatin1String("storedBytes"), storedBytes);

    p.otherwise(QLatin1String("objectType"), QStringLiteral("IaasVMRecoveryPoint"))
        .word(QLatin1String("recoveryPointType"), consistency)
        .time(QLatin1String("recoveryPointTime"), time.isValid() ? std::optional(time) : std::nullopt)
        .always(QLatin1String("recoveryPointAdditionalInfo"), consistencyReason)
        .otherwise(QLatin1String("sourceVMStorageType"), QStringLiteral("NormalStorage"))
        .otherwise(QLatin1String("isSourceVMEncrypted"), false)
        .otherwise(QLatin1String("isInstantIlrSessionActive"), false)
        .array(tierDetails, writtenTiers)
        .otherwise(QLatin1String("isManagedVirtualMachine"), true)
        .text(QLatin1String("virtualMachineSize"), vmSize)
        .otherwise(QLatin1String("originalStorageAccountOption"), false)
        .word(QLatin1String("osType"), osType)
        .object(pointProperties, lifetime.done())
        .object(diskConfiguration, configuration.done())
        .object(valvKey, ours.done());
    return writer.id(QLatin1String("id"), id)
        .text(QLatin1String("name"), name)
        .otherwise(
            QLatin1String("type"),
            QStringLiteral(
                "Microsoft.RecoveryServices/vaults/backupFabrics/protectionContainers/protectedItems/recoveryPoints"))
        .object(propertiesKey, p.done())
        .done();
}

} // namespace valv::contract
