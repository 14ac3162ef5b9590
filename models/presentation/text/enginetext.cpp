// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/text/enginetext.h"

namespace valv::presentation {

QString EngineText::schedules(const contract::EngineInfo* engine, bool remote)
{
    using contract::EngineHost;
    if (engine != nullptr) {
        switch (engine->host.value()) {
        case EngineHost::BootService:
            return tr("A service on %1 runs scheduled backups from the start of the computer, also when nobody is "
                      "logged in.")
                .arg(engine->hostName);
        case EngineHost::LoginService:
            return tr("A service on %1 runs scheduled backups while you are logged in, also when this window is "
                      "closed.")
                .arg(engine->hostName);
        case EngineHost::Daemon:
            return tr("valvd on %1 runs scheduled backups until somebody stops it, also when this window is closed.")
                .arg(engine->hostName);
        case EngineHost::Console:
        case EngineHost::Unknown:
            break;
        }
    }
    return remote ? tr("Scheduled backups run there, also when this window is closed.")
                  : tr("Scheduled backups run while Valv is open on this computer.");
}

} // namespace valv::presentation
