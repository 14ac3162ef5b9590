// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/engineinfo.h"

#include "contract/json_p.h"

namespace valv::contract {

Result<EngineInfo> EngineInfo::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    const auto p = reader.in(propertiesKey);
    EngineInfo info;
    info.host = p.word<EngineHost>(QLatin1String("host"));
    info.hostName = p.text(QLatin1String("hostName"));
    info.version = p.text(QLatin1String("version"));
    info.dataFolder = p.text(QLatin1String("dataFolder"));
    return checked(reader, info);
}

QJsonObject EngineInfo::toJson() const
{
    const auto p = Writer()
                       .word(QLatin1String("host"), host)
                       .text(QLatin1String("hostName"), hostName)
                       .text(QLatin1String("version"), version)
                       .text(QLatin1String("dataFolder"), dataFolder)
                       .flag(QLatin1String("runsWithoutConsole"), runsWithoutConsole())
                       .flag(QLatin1String("startsAtBoot"), startsAtBoot())
                       .done();
    return {{propertiesKey, p}};
}

} // namespace valv::contract
