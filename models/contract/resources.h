// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "core/result.h"

#include <QJsonObject>
#include <QMap>

namespace valv::contract {

struct Subscription
{
    QString subscriptionId;
    QString tenantId;
    QString displayName;
    QString state = QStringLiteral("Enabled");
    QJsonObject raw;
    [[nodiscard]] static Result<Subscription> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

struct ResourceGroup
{
    ArmId id;
    QString name;
    QString location;
    QMap<QString, QString> tags;
    QJsonObject raw;
    [[nodiscard]] static Result<ResourceGroup> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

struct Location
{
    ArmId id;
    QString name; //!< northeurope
    QString displayName; //!< North Europe
    QString geographyGroup;
    QJsonObject raw;
    [[nodiscard]] static Result<Location> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

//! "North Europe", "NorthEurope" and "northeurope" are one region.
[[nodiscard]] QString normalizedRegion(const QString& location);

} // namespace valv::contract
