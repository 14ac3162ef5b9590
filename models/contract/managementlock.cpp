// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/managementlock.h"

#include "contract/json_p.h"

namespace valv::contract {

ArmId ManagementLock::idOf(const ArmId& scope, const QString& name)
{
    return scope.child(QStringLiteral("providers"), QStringLiteral("Microsoft.Authorization"))
        .child(QStringLiteral("locks"), name);
}

Result<ManagementLock> ManagementLock::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    const auto p = reader.in(propertiesKey);
    ManagementLock value;
    value.id = reader.id(QLatin1String("id"));
    value.name = reader.text(QLatin1String("name"));
    if (value.name.isEmpty()) {
        value.name = value.id.name();
    }
    value.level = p.word<LockLevel>(QLatin1String("level"));
    value.notes = p.text(QLatin1String("notes"));
    value.raw = json;
    return checked(reader, value);
}

QJsonObject ManagementLock::toJson() const
{
    Writer writer(raw);
    return writer.id(QLatin1String("id"), id)
        .text(QLatin1String("name"), name)
        .otherwise(QLatin1String("type"), QStringLiteral("Microsoft.Authorization/locks"))
        .object(propertiesKey,
                Writer(writer.child(propertiesKey))
                    .word(QLatin1String("level"), level)
                    .text(QLatin1String("notes"), notes)
                    .done())
        .done();
}

} // namespace valv::contract
