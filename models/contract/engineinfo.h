// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"
#include "core/result.h"

#include <QJsonObject>

namespace valv::contract {

//! \brief What keeps the engine behind a connection running, so that the console can say whether backups happen while
//! it is closed. Valv's own: GET /subscriptions/{s}/providers/Microsoft.RecoveryServices/valv/engine.
struct EngineInfo
{
    Open<EngineHost> host;
    QString hostName; //!< of the computer
    QString version; //!< of Valv there
    QString dataFolder; //!< on that computer

    [[nodiscard]] bool runsWithoutConsole() const { return !(host == EngineHost::Console) && !host.isEmpty(); }
    [[nodiscard]] bool startsAtBoot() const { return host == EngineHost::BootService; }
    [[nodiscard]] static Result<EngineInfo> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace valv::contract
