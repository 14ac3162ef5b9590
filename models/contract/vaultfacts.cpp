// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/vaultfacts.h"

#include "contract/json_p.h"

namespace valv::contract {

Result<DeletionBlocker> DeletionBlocker::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    DeletionBlocker value;
    value.kind = reader.word<BlockerKind>(QLatin1String("kind"));
    value.id = reader.id(QLatin1String("id"));
    value.name = reader.text(QLatin1String("name"));
    value.until = reader.time(QLatin1String("until"));
    return checked(reader, value);
}

QJsonObject DeletionBlocker::toJson() const
{
    return Writer()
        .word(QLatin1String("kind"), kind)
        .id(QLatin1String("id"), id)
        .text(QLatin1String("name"), name)
        .time(QLatin1String("until"), until)
        .done();
}

Result<StorageSample> StorageSample::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    const auto time = reader.time(QLatin1String("time"));
    if (!time) {
        return failure("UnexpectedAnswer", "A sample of the storage has no time.", "time");
    }
    const StorageSample value{*time, reader.number(QLatin1String("storedBytes")),
                              reader.number(QLatin1String("sourceBytes"))};
    return checked(reader, value);
}

QJsonObject StorageSample::toJson() const
{
    return Writer()
        .time(QLatin1String("time"), time)
        .number(QLatin1String("storedBytes"), storedBytes)
        .number(QLatin1String("sourceBytes"), sourceBytes)
        .done();
}

} // namespace valv::contract
