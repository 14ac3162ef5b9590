// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"
#include "core/result.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <string>

class QCommandLineParser;

namespace valv::daemon {

//! What `valvd serve` was asked for, checked.
struct ServeOptions
{
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;
    QString data;
    QStringList vmFolders;
    bool demo = false;
    bool selfSigned = false;
    std::string certificateFile;
    std::string keyFile;
    std::string tokenFile;
    unsigned timeoutSeconds = 30;
    contract::EngineHost host = contract::EngineHost::Daemon; //!< what starts it: a person, or a service manager
};

void addServeOptions(QCommandLineParser& parser);
//! Error BadOption, with words for a person.
[[nodiscard]] Result<ServeOptions> readServeOptions(const QCommandLineParser& parser);

} // namespace valv::daemon
