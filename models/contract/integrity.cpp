// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/integrity.h"

#include "contract/json_p.h"

#include <QJsonArray>

namespace valv::contract {

Result<Integrity::Damage> Integrity::Damage::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    Damage value;
    value.recoveryPoint = reader.text(QLatin1String("recoveryPoint"));
    value.time = reader.time(QLatin1String("time"));
    value.machine = reader.text(QLatin1String("machine"));
    value.disk = reader.text(QLatin1String("disk"));
    value.bytes = reader.number(QLatin1String("bytes"));
    return checked(reader, value);
}

QJsonObject Integrity::Damage::toJson() const
{
    return Writer()
        .text(QLatin1String("recoveryPoint"), recoveryPoint)
        .time(QLatin1String("time"), time)
        .text(QLatin1String("machine"), machine)
        .text(QLatin1String("disk"), disk)
        .known(QLatin1String("bytes"), bytes > 0 ? bytes : -1)
        .done();
}

Result<Integrity> Integrity::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    Integrity value;
    value.state = reader.word<IntegrityState>(QLatin1String("state"));
    value.lastChecked = reader.time(QLatin1String("lastChecked"));
    value.allReadSince = reader.time(QLatin1String("allReadSince"));
    value.checkedBytes = reader.number(QLatin1String("checkedBytes"));
    value.progress = reader.integer(QLatin1String("progressPercentage"), -1);
    value.damagedFiles = reader.number(QLatin1String("damagedFiles"));
    for (const auto& one : reader.list(QLatin1String("damage"))) {
        auto damage = Damage::fromJson(one.json());
        if (!damage) {
            return tl::unexpected<Error>(damage.error());
        }
        value.damage.append(std::move(*damage));
    }
    value.repairedFiles = reader.number(QLatin1String("repairedFiles"));
    value.lastRepaired = reader.time(QLatin1String("lastRepaired"));
    if (reader.has(QLatin1String("problem"))) {
        value.problem = problemFrom(reader.in(QLatin1String("problem")));
    }
    return checked(reader, value);
}

QJsonObject Integrity::toJson(const QJsonObject& over) const
{
    QJsonArray hit;
    for (const auto& one : damage) {
        hit.append(one.toJson());
    }
    Writer writer(over);
    return writer.word(QLatin1String("state"), state)
        .time(QLatin1String("lastChecked"), lastChecked)
        .time(QLatin1String("allReadSince"), allReadSince)
        .known(QLatin1String("checkedBytes"), checkedBytes > 0 ? checkedBytes : -1)
        .known(QLatin1String("progressPercentage"), progress)
        .known(QLatin1String("damagedFiles"), damagedFiles > 0 ? damagedFiles : -1)
        .array(QLatin1String("damage"), hit)
        .known(QLatin1String("repairedFiles"), repairedFiles > 0 ? repairedFiles : -1)
        .time(QLatin1String("lastRepaired"), lastRepaired)
        .object(QLatin1String("problem"),
                problem ? problemJson(*problem, writer.child(QLatin1String("problem"))) : QJsonObject())
        .done();
}

} // namespace valv::contract
