// SPDX-License-Identifier: GPL-3.0-or-later
#include "serviceunit.h"

namespace valv::daemon {

QString unitWord(const QString& word)
{
    QString quoted(QLatin1Char('"'));
    for (const QChar c : word) {
        if (c == QLatin1Char('"') || c == QLatin1Char('\\')) {
            quoted += QLatin1Char('\\');
        } else if (c == QLatin1Char('%') || c == QLatin1Char('$')) {
            quoted += c; // doubled
        }
        quoted += c;
    }
    return quoted + QLatin1Char('"');
}

QString ServiceUnit::text() const
{
    QStringList command{unitWord(program)};
    for (const auto& argument : arguments) {
        command.append(unitWord(argument));
    }
    QStringList lines{QStringLiteral("# Made by valvd install-service."), QStringLiteral("[Unit]"),
                      QStringLiteral("Description=Valv, backups of virtual machines"),
                      QStringLiteral("Documentation=man:valvd(1)")};
    if (system) {
        lines << QStringLiteral("After=network.target local-fs.target remote-fs.target");
    }
    // A job that is cut short is ended at the next start; a stop waits until disks and vaults are let go of.
    lines << QString() << QStringLiteral("[Service]") << QStringLiteral("Type=exec")
          << QStringLiteral("ExecStart=") + command.join(QLatin1Char(' ')) << QStringLiteral("Restart=on-failure")
          << QStringLiteral("RestartSec=10") << QStringLiteral("RestartPreventExitStatus=2")
          << QStringLiteral("TimeoutStopSec=120") << QStringLiteral("UMask=0077")
          << QStringLiteral("NoNewPrivileges=yes");
    if (system) {
        lines << QStringLiteral("ProtectSystem=yes") << QStringLiteral("ProtectKernelTunables=yes")
              << QStringLiteral("ProtectKernelModules=yes") << QStringLiteral("ProtectControlGroups=yes")
              << QStringLiteral("RestrictSUIDSGID=yes") << QStringLiteral("LockPersonality=yes");
    }
    lines << QString() << QStringLiteral("[Install]")
          << QStringLiteral("WantedBy=")
            + (system ? QStringLiteral("multi-user.target") : QStringLiteral("default.target"));
    return lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

} // namespace valv::daemon
