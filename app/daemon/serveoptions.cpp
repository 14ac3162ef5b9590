// SPDX-License-Identifier: GPL-3.0-or-later
#include "serveoptions.h"

#include <QCommandLineParser>
#include <QFile>

#include <pwd.h>
#include <unistd.h>

namespace valv::daemon {

namespace {

tl::unexpected<Error> badOption(const QString& message)
{
    return failure("BadOption", message.toStdString());
}

Result<void> readListen(const QString& text, ServeOptions& options)
{
    const auto colon = text.lastIndexOf(QLatin1Char(':'));
    bool number = false;
    const auto port = text.mid(colon + 1).toUShort(&number);
    auto host = text.left(colon);
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']'))) {
        host = host.mid(1, host.size() - 2);
    }
    if (colon <= 0 || !number || host.isEmpty()) {
        return badOption(QStringLiteral("--listen wants ADDRESS:PORT, e.g. 127.0.0.1:8443."));
    }
    options.address = host == QLatin1String("localhost") ? "127.0.0.1" : host.toStdString();
    options.port = port;
    return {};
}

//! Whether the services of this person run from boot on, also when nobody is logged in (loginctl enable-linger).
bool lingers()
{
    const auto* who = ::getpwuid(::geteuid());
    return who != nullptr
        && QFile::exists(QStringLiteral("/var/lib/systemd/linger/") + QString::fromLocal8Bit(who->pw_name));
}

} // namespace

void addServeOptions(QCommandLineParser& parser)
{
    parser.setApplicationDescription(QStringLiteral("Serves the engine over HTTPS, for consoles on other computers."));
    const auto add = [&parser](const char* name, const char* description, const char* value = nullptr) {
        QCommandLineOption option(QString::fromLatin1(name), QString::fromLatin1(description));
        if (value != nullptr) {
            option.setValueName(QString::fromLatin1(value));
        }
        parser.addOption(option);
    };
    add("listen", "Address and port, e.g. 127.0.0.1:8443 or [::1]:8443; port 0 takes any that is free.",
        "ADDRESS:PORT");
    add("data", "Folder of catalogue, vaults and keys; made when it is not there.", "DIR");
    add("vm-folder", "Folder of disk images; may be given several times.", "DIR");
    add("demo", "Use the demo estate: 16 small VMs, December 2018.");
    add("tls-self-signed", "Use the certificate in DIR/tls, and make it when it is not there.");
    add("tls-cert", "Use this certificate (PEM) instead.", "FILE");
    add("tls-key", "The key of --tls-cert (PEM).", "FILE");
    add("token-file", "File that holds the token that clients must bring; made with a random one when it is not there.",
        "FILE");
    add("timeout", "Close a connection that is silent for so long (default 30).", "SECONDS");
    add("service", "Set by service files: user or system, whose manager starts it.", "WHOSE");
    add("help", "Show this text.");
}

Result<ServeOptions> readServeOptions(const QCommandLineParser& parser)
{
    const auto value = [&parser](const char* name) { return parser.value(QString::fromLatin1(name)); };
    const auto isSet = [&parser](const char* name) { return parser.isSet(QString::fromLatin1(name)); };
    if (!parser.positionalArguments().isEmpty()) {
        return badOption(QStringLiteral("Unexpected argument “%1”. Options start with --.")
                             .arg(parser.positionalArguments().constFirst()));
    }
    for (const auto* needed : {"listen", "data", "token-file"}) {
        if (value(needed).isEmpty()) {
            return badOption(QStringLiteral("--%1 is missing.").arg(QString::fromLatin1(needed)));
        }
    }
    ServeOptions options;
    if (const auto listen = readListen(value("listen"), options); !listen) {
        return tl::unexpected(listen.error());
    }
    options.data = value("data");
    options.vmFolders = parser.values(QStringLiteral("vm-folder"));
    options.demo = isSet("demo");
    options.selfSigned = isSet("tls-self-signed");
    options.certificateFile = value("tls-cert").toStdString();
    options.keyFile = value("tls-key").toStdString();
    options.tokenFile = value("token-file").toStdString();
    if (options.selfSigned == (isSet("tls-cert") || isSet("tls-key")) || isSet("tls-cert") != isSet("tls-key")) {
        return badOption(QStringLiteral("Give either --tls-self-signed, or --tls-cert and --tls-key."));
    }
    if (options.demo && !options.vmFolders.isEmpty()) {
        return badOption(QStringLiteral("--demo and --vm-folder can't be used together."));
    }
    if (isSet("timeout")) {
        bool number = false;
        options.timeoutSeconds = value("timeout").toUInt(&number);
        if (!number || options.timeoutSeconds == 0 || options.timeoutSeconds > 3600) {
            return badOption(QStringLiteral("--timeout wants a number of seconds from 1 to 3600."));
        }
    }
    if (isSet("service")) {
        const auto whose = value("service");
        if (whose != QLatin1String("user") && whose != QLatin1String("system")) {
            return badOption(QStringLiteral("--service wants user or system."));
        }
        options.host = whose == QLatin1String("system") || lingers() ? contract::EngineHost::BootService
                                                                     : contract::EngineHost::LoginService;
    }
    return options;
}

} // namespace valv::daemon
