// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/replication.h"

#include "contract/json_p.h"

namespace valv::contract {

Result<Replication> Replication::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    Replication value;
    value.state = reader.word<ReplicationState>(QLatin1String("state"));
    value.behindBytes = reader.number(QLatin1String("behindBytes"));
    value.behindSince = reader.time(QLatin1String("behindSince"));
    value.lastCopied = reader.time(QLatin1String("lastCopied"));
    value.lastChecked = reader.time(QLatin1String("lastChecked"));
    value.repairedFiles = reader.number(QLatin1String("repairedFiles"));
    value.sameDisk = reader.flag(QLatin1String("sameDisk"));
    if (reader.has(QLatin1String("problem"))) {
        value.problem = problemFrom(reader.in(QLatin1String("problem")));
    }
    return checked(reader, value);
}

QJsonObject Replication::toJson(const QJsonObject& over) const
{
    Writer writer(over);
    return writer.word(QLatin1String("state"), state)
        .known(QLatin1String("behindBytes"), behindBytes > 0 ? behindBytes : -1)
        .time(QLatin1String("behindSince"), behindSince)
        .time(QLatin1String("lastCopied"), lastCopied)
        .time(QLatin1String("lastChecked"), lastChecked)
        .known(QLatin1String("repairedFiles"), repairedFiles > 0 ? repairedFiles : -1)
        .flagIfSet(QLatin1String("sameDisk"), sameDisk)
        .object(QLatin1String("problem"),
                problem ? problemJson(*problem, writer.child(QLatin1String("problem"))) : QJsonObject())
        .done();
}

Result<StorageConfig> StorageConfig::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    const auto p = reader.in(propertiesKey);
    const auto ours = p.in(valvKey);
    StorageConfig value;
    value.redundancy = p.word<StorageModel>(QLatin1String("storageModelType"));
    if (value.redundancy.isEmpty()) {
        value.redundancy = p.word<StorageModel>(QLatin1String("storageType"));
    }
    value.locked = p.text(QLatin1String("storageTypeState")).compare(QLatin1String("Locked"), Qt::CaseInsensitive) == 0;
    if (ours.has(QLatin1String("secondLocation"))) {
        value.secondFolder = ours.in(QLatin1String("secondLocation")).text(QLatin1String("folder"));
    }
    if (ours.has(QLatin1String("replication"))) {
        auto replication = Replication::fromJson(ours.in(QLatin1String("replication")).json());
        if (!replication) {
            return tl::unexpected<Error>(replication.error());
        }
        value.replication = std::move(*replication);
    }
    value.raw = json;
    return checked(reader, value);
}

QJsonObject StorageConfig::toJson() const
{
    Writer writer(raw);
    Writer p(writer.child(propertiesKey));
    Writer ours(p.child(valvKey));
    auto second = ours.child(QLatin1String("secondLocation"));
    if (secondFolder) { // an empty one too: it gives the second location up
        second.insert(QStringLiteral("folder"), *secondFolder);
    }
    ours.object(QLatin1String("secondLocation"), secondFolder ? second : QJsonObject());
    ours.object(QLatin1String("replication"),
                replication ? replication->toJson(ours.child(QLatin1String("replication"))) : QJsonObject());
    return writer
        .object(
            propertiesKey,
            p.word(QLatin1String("storageModelType"), redundancy)
                .word(QLatin1String("storageType"), redundancy)
                .text(QLatin1String("storageTypeState"), locked ? QStringLiteral("Locked") : QStringLiteral("Unlocked"))
                .object(valvKey, ours.done())
                .done())
        .done();
}

} // namespace valv::contract
