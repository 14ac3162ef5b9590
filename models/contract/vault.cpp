// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/vault.h"

#include "contract/json_p.h"

namespace valv::contract {
namespace {

constexpr QLatin1String redundancySettings("redundancySettings");
constexpr QLatin1String securitySettings("securitySettings");
constexpr QLatin1String softDeleteSettings("softDeleteSettings");
constexpr QLatin1String immutabilitySettings("immutabilitySettings");
constexpr QLatin1String immutableUntilKey("immutableUntil");
constexpr QLatin1String secondLocation("secondLocation");
constexpr QLatin1String monitoringSettings("monitoringSettings");
constexpr QLatin1String restoreSettings("restoreSettings");

QJsonObject enabled(QLatin1String key)
{
    return {{key, QStringLiteral("Enabled")}};
}

} // namespace

Result<Vault> Vault::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    const auto p = reader.in(propertiesKey);
    const auto soft = p.in(securitySettings).in(softDeleteSettings);
    Vault value;
    value.id = reader.id(QLatin1String("id"));
    value.name = reader.text(QLatin1String("name"));
    if (value.name.isEmpty()) {
        value.name = value.id.value(u"vaults");
    }
    value.location = reader.text(QLatin1String("location"));
    value.etag = reader.text(QLatin1String("etag"));
    if (value.etag.isEmpty()) {
        value.etag = reader.text(QLatin1String("eTag"));
    }
    value.tags = reader.map(QLatin1String("tags"));
    value.provisioning = p.word<ProvisioningState>(QLatin1String("provisioningState"));
    value.redundancy = p.in(redundancySettings).word<StorageModel>(QLatin1String("standardTierStorageRedundancy"));
    value.softDelete = soft.word<SoftDelete>(QLatin1String("softDeleteState"));
    value.softDeleteDays = soft.integer(QLatin1String("softDeleteRetentionPeriodInDays"), value.softDeleteDays);
    value.immutability = p.in(securitySettings).in(immutabilitySettings).word<Immutability>(QLatin1String("state"));
    const auto ours = p.in(valvKey);
    value.immutableUntil = ours.time(immutableUntilKey);
    value.secondFolder = ours.in(secondLocation).text(QLatin1String("folder"));
    if (ours.has(QLatin1String("replication"))) {
        auto replication = Replication::fromJson(ours.in(QLatin1String("replication")).json());
        if (!replication) {
            return tl::unexpected<Error>(replication.error());
        }
        value.replication = std::move(*replication);
    }
    if (ours.has(QLatin1String("integrity"))) {
        auto integrity = Integrity::fromJson(ours.in(QLatin1String("integrity")).json());
        if (!integrity) {
            return tl::unexpected<Error>(integrity.error());
        }
        value.integrity = std::move(*integrity);
    }
    if (ours.has(QLatin1String("notifications"))) {
        auto notifications = NotificationSettings::fromJson(ours.in(QLatin1String("notifications")).json());
        if (!notifications) {
            return tl::unexpected<Error>(notifications.error());
        }
        value.notifications = std::move(*notifications);
    }
    if (ours.has(QLatin1String("notificationState"))) {
        auto state = NotificationState::fromJson(ours.in(QLatin1String("notificationState")).json());
        if (!state) {
            return tl::unexpected<Error>(state.error());
        }
        value.notificationState = std::move(*state);
    }
    value.folder = ours.text(QLatin1String("folder"));
    value.raw = json;
    return checked(reader, value);
}

QJsonObject Vault::toJson() const
{
    Writer writer(raw);
    Writer p(writer.child(propertiesKey));
    p.word(QLatin1String("provisioningState"), provisioning)
        .otherwise(QLatin1String("privateEndpointStateForBackup"), QStringLiteral("None"))
        .otherwise(QLatin1String("privateEndpointStateForSiteRecovery"), QStringLiteral("None"))
        // az strips the last letter of this when it creates a vault again, and crashes without it
        .otherwise(QLatin1String("publicNetworkAccess"), QStringLiteral("Enabled"))
        .otherwise(monitoringSettings,
                   QJsonObject{
                       {QStringLiteral("azureMonitorAlertSettings"), enabled(QLatin1String("alertsForAllJobFailures"))},
                       {QStringLiteral("classicAlertSettings"), enabled(QLatin1String("alertsForCriticalOperations"))}})
        .otherwise(restoreSettings,
                   QJsonObject{{QStringLiteral("crossSubscriptionRestoreSettings"),
                                enabled(QLatin1String("crossSubscriptionRestoreState"))}});
    if (!redundancy.isEmpty()) {
        p.object(redundancySettings,
                 Writer(p.child(redundancySettings))
                     .word(QLatin1String("standardTierStorageRedundancy"), redundancy)
                     .otherwise(QLatin1String("crossRegionRestore"), QStringLiteral("Disabled"))
                     .done());
    }
    if (!softDelete.isEmpty() || !immutability.isEmpty()) {
        Writer security(p.child(securitySettings));
        if (!immutability.isEmpty()) {
            security.object(
                immutabilitySettings,
                Writer(security.child(immutabilitySettings)).word(QLatin1String("state"), immutability).done());
        }
        if (!softDelete.isEmpty()) {
            security.object(softDeleteSettings,
                            Writer(security.child(softDeleteSettings))
                                .word(QLatin1String("softDeleteState"), softDelete)
                                .number(QLatin1String("softDeleteRetentionPeriodInDays"), softDeleteDays)
                                .done());
        }
        security.otherwise(QLatin1String("multiUserAuthorization"), QStringLiteral("Disabled"));
        p.object(securitySettings, security.done());
    }
    Writer ours(p.child(valvKey));
    ours.text(QLatin1String("folder"), folder)
        .time(immutableUntilKey, immutableUntil)
        .object(secondLocation, Writer(ours.child(secondLocation)).text(QLatin1String("folder"), secondFolder).done())
        .object(QLatin1String("replication"),
                replication ? replication->toJson(ours.child(QLatin1String("replication"))) : QJsonObject())
        .object(QLatin1String("integrity"),
                integrity ? integrity->toJson(ours.child(QLatin1String("integrity"))) : QJsonObject())
        .object(QLatin1String("notifications"), notifications ? notifications->toJson() : QJsonObject())
        .object(QLatin1String("notificationState"), notificationState ? notificationState->toJson() : QJsonObject());
    p.object(valvKey, ours.done());

    // Older bodies spell it eTag: that spelling is kept where it holds something.
    const bool older = !raw.value(QLatin1String("eTag")).toString().isEmpty() && !raw.contains(QLatin1String("etag"));
    return writer.id(QLatin1String("id"), id)
        .text(QLatin1String("name"), name)
        .otherwise(QLatin1String("type"), QStringLiteral("Microsoft.RecoveryServices/vaults"))
        .text(QLatin1String("location"), location)
        .remove(QLatin1String(older ? "etag" : "eTag"))
        .text(QLatin1String(older ? "eTag" : "etag"), etag)
        .map(QLatin1String("tags"), tags)
        .otherwise(QLatin1String("sku"), QJsonObject{{QStringLiteral("name"), QStringLiteral("Standard")}})
        .object(propertiesKey, p.done())
        .done();
}

bool Vault::isImmutable(const QDateTime& now) const
{
    return immutability == Immutability::Unlocked
        || (immutability == Immutability::Locked && (!immutableUntil || now < *immutableUntil));
}

QJsonObject VaultPatch::toJson() const
{
    Writer soft;
    soft.word(QLatin1String("softDeleteState"), softDelete);
    if (softDeleteDays) {
        soft.number(QLatin1String("softDeleteRetentionPeriodInDays"), *softDeleteDays);
    }
    const auto security = Writer()
                              .object(softDeleteSettings, soft.done())
                              .object(immutabilitySettings, Writer().word(QLatin1String("state"), immutability).done())
                              .done();
    Writer writer;
    writer.object(
        propertiesKey,
        Writer()
            .object(securitySettings, security)
            .object(valvKey,
                    Writer()
                        .time(immutableUntilKey, immutableUntil)
                        .object(QLatin1String("notifications"), notifications ? notifications->toJson() : QJsonObject())
                        .done())
            .done());
    auto json = writer.done();
    if (tags) { // an empty object too: it takes them away
        json.insert(QStringLiteral("tags"), Writer().map(QLatin1String("tags"), *tags).child(QLatin1String("tags")));
    }
    return json;
}

Result<Usage> Usage::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    const auto name = reader.in(QLatin1String("name"));
    Usage value;
    value.name = name.text(QLatin1String("value"));
    value.localizedName = name.text(QLatin1String("localizedValue"));
    value.unit = reader.text(QLatin1String("unit"));
    value.current = reader.number(QLatin1String("currentValue"));
    value.limit = reader.number(QLatin1String("limit"), -1);
    return checked(reader, value);
}

QJsonObject Usage::toJson() const
{
    Writer writer;
    writer.text(QLatin1String("unit"), unit)
        .number(QLatin1String("currentValue"), current)
        .number(QLatin1String("limit"), limit)
        .object(
            QLatin1String("name"),
            Writer().text(QLatin1String("value"), name).text(QLatin1String("localizedValue"), localizedName).done());
    if (name == QLatin1String("InProgressJobsCount") || name == QLatin1String("FailedJobsCount")) {
        writer.text(QLatin1String("quotaPeriod"), QStringLiteral("P1D"));
    }
    return writer.done();
}

} // namespace valv::contract
