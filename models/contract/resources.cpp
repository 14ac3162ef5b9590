// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/resources.h"

#include "contract/json_p.h"

namespace valv::contract {

Result<Subscription> Subscription::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    Subscription value;
    value.subscriptionId = reader.text(QLatin1String("subscriptionId"));
    if (value.subscriptionId.isEmpty()) {
        value.subscriptionId = reader.id(QLatin1String("id")).subscriptionId();
    }
    value.tenantId = reader.text(QLatin1String("tenantId"));
    value.displayName = reader.text(QLatin1String("displayName"));
    if (reader.has(QLatin1String("state"))) {
        value.state = reader.text(QLatin1String("state"));
    }
    value.raw = json;
    return checked(reader, value);
}

QJsonObject Subscription::toJson() const
{
    return Writer(raw)
        .id(QLatin1String("id"), subscriptionId.isEmpty() ? ArmId() : ArmId::subscription(subscriptionId))
        .text(QLatin1String("subscriptionId"), subscriptionId)
        .text(QLatin1String("tenantId"), tenantId)
        .text(QLatin1String("displayName"), displayName)
        .text(QLatin1String("state"), state)
        .done();
}

Result<ResourceGroup> ResourceGroup::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    ResourceGroup value;
    value.id = reader.id(QLatin1String("id"));
    value.name = reader.text(QLatin1String("name"));
    if (value.name.isEmpty()) {
        value.name = value.id.resourceGroup();
    }
    value.location = reader.text(QLatin1String("location"));
    value.tags = reader.map(QLatin1String("tags"));
    value.raw = json;
    return checked(reader, value);
}

QJsonObject ResourceGroup::toJson() const
{
    Writer writer(raw);
    const auto properties = Writer(writer.child(QLatin1String("properties")))
                                .otherwise(QLatin1String("provisioningState"), QStringLiteral("Succeeded"))
                                .done();
    return writer.id(QLatin1String("id"), id)
        .text(QLatin1String("name"), name)
        .otherwise(QLatin1String("type"), QStringLiteral("Microsoft.Resources/resourceGroups"))
        .text(QLatin1String("location"), location)
        .map(QLatin1String("tags"), tags)
        .object(QLatin1String("properties"), properties)
        .done();
}

Result<Location> Location::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    Location value;
    value.id = reader.id(QLatin1String("id"));
    value.name = reader.text(QLatin1String("name"));
    value.displayName = reader.text(QLatin1String("displayName"));
    value.geographyGroup = reader.in(QLatin1String("metadata")).text(QLatin1String("geographyGroup"));
    value.raw = json;
    return checked(reader, value);
}

QJsonObject Location::toJson() const
{
    Writer writer(raw);
    const auto metadata = Writer(writer.child(QLatin1String("metadata")))
                              .otherwise(QLatin1String("regionType"), QStringLiteral("Physical"))
                              .otherwise(QLatin1String("regionCategory"), QStringLiteral("Recommended"))
                              .text(QLatin1String("geographyGroup"), geographyGroup)
                              .done();
    return writer.id(QLatin1String("id"), id)
        .text(QLatin1String("name"), name)
        .otherwise(QLatin1String("type"), QStringLiteral("Region"))
        .text(QLatin1String("displayName"), displayName)
        .otherwise(QLatin1String("regionalDisplayName"), displayName)
        .object(QLatin1String("metadata"), metadata)
        .done();
}

QString normalizedRegion(const QString& location)
{
    auto region = location.toLower();
    region.remove(QLatin1Char(' '));
    return region;
}

} // namespace valv::contract
