// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/regions.h"

namespace valv::engine {

namespace {

struct Region
{
    const char* name;
    const char* display;
    const char* geography;
};

constexpr Region regions[] = {
    {"australiacentral", "Australia Central", "Asia Pacific"},
    {"australiaeast", "Australia East", "Asia Pacific"},
    {"australiasoutheast", "Australia Southeast", "Asia Pacific"},
    {"brazilsouth", "Brazil South", "South America"},
    {"canadacentral", "Canada Central", "Canada"},
    {"canadaeast", "Canada East", "Canada"},
    {"centralindia", "Central India", "Asia Pacific"},
    {"centralus", "Central US", "US"},
    {"eastasia", "East Asia", "Asia Pacific"},
    {"eastus", "East US", "US"},
    {"eastus2", "East US 2", "US"},
    {"francecentral", "France Central", "Europe"},
    {"germanywestcentral", "Germany West Central", "Europe"},
    {"italynorth", "Italy North", "Europe"},
    {"japaneast", "Japan East", "Asia Pacific"},
    {"japanwest", "Japan West", "Asia Pacific"},
    {"koreacentral", "Korea Central", "Asia Pacific"},
    {"northcentralus", "North Central US", "US"},
    {"northeurope", "North Europe", "Europe"},
    {"norwayeast", "Norway East", "Europe"},
    {"polandcentral", "Poland Central", "Europe"},
    {"southafricanorth", "South Africa North", "Africa"},
    {"southcentralus", "South Central US", "US"},
    {"southeastasia", "Southeast Asia", "Asia Pacific"},
    {"southindia", "South India", "Asia Pacific"},
    {"swedencentral", "Sweden Central", "Europe"},
    {"switzerlandnorth", "Switzerland North", "Europe"},
    {"uaenorth", "UAE North", "Middle East"},
    {"uksouth", "UK South", "Europe"},
    {"ukwest", "UK West", "Europe"},
    {"westcentralus", "West Central US", "US"},
    {"westeurope", "West Europe", "Europe"},
    {"westus", "West US", "US"},
    {"westus2", "West US 2", "US"},
    {"westus3", "West US 3", "US"},
};

contract::Location location(const QString& subscriptionId, const QString& name, const QString& display,
                            const QString& geography)
{
    contract::Location location;
    location.id = ArmId::subscription(subscriptionId).child(QStringLiteral("locations"), name);
    location.name = name;
    location.displayName = display;
    location.geographyGroup = geography;
    return location;
}

} // namespace

QList<contract::Location> knownRegions(const QString& subscriptionId)
{
    QList<contract::Location> all;
    for (const auto& region : regions) {
        all.append(location(subscriptionId, QString::fromLatin1(region.name), QString::fromLatin1(region.display),
                            QString::fromLatin1(region.geography)));
    }
    return all;
}

contract::Location regionOf(const QString& subscriptionId, const QString& name)
{
    for (const auto& region : regions) {
        if (name == QLatin1String(region.name)) {
            return location(subscriptionId, name, QString::fromLatin1(region.display),
                            QString::fromLatin1(region.geography));
        }
    }
    return location(subscriptionId, name, name, QString());
}

} // namespace valv::engine
