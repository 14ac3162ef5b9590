// SPDX-License-Identifier: GPL-3.0-or-later
#include "servecommand.h"

#include "access.h"
#include "engine/engine.h"
#include "httpsserver.h"
#include "hypervisor/demoestate.h"
#include "hypervisor/imagefolder.h"
#include "service/demohistory.h"
#include "service/router.h"
#include "service/ticker.h"
#include "stopsignal.h"
#include "tls.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <memory>
#include <optional>

namespace valv::daemon {
namespace {

constexpr int cannotStart = 1;
constexpr int wrongArguments = 2;

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
};

void addOptions(QCommandLineParser& parser)
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
    add("help", "Show this text.");
}

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

Result<ServeOptions> read(const QCommandLineParser& parser)
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
    return options;
}

//! The demo's past is made before its engine runs; then its clock goes on from December 2018.
Result<std::unique_ptr<engine::Engine>> openEngine(const ServeOptions& options, std::shared_ptr<Clock>& clock)
{
    engine::Options parts;
    parts.dataFolder = options.data;
    parts.ids = std::make_shared<RandomIds>();
    if (options.demo) {
        const auto estate = service::demoEstateFolder(options.data);
        if (const auto ready = service::prepareDemo(options.data); !ready) {
            return tl::unexpected(ready.error());
        }
        parts.subscriptionName = service::demoSubscriptionName();
        parts.timeZone = service::demoTimeZone();
        parts.sources.push_back(hypervisor::makeDemoSource(estate));
        clock = std::make_shared<StartedClock>(hypervisor::demoNow());
    } else {
        for (const auto& folder : options.vmFolders) {
            parts.sources.push_back(hypervisor::makeImageFolder(folder.toStdString()));
        }
        clock = std::make_shared<SystemClock>();
    }
    parts.clock = clock;
    return engine::Engine::open(std::move(parts));
}

int report(const Error& error, int exitCode)
{
    std::fprintf(stderr, "valvd: %s%s%s\n", error.message.c_str(), error.target.empty() ? "" : ": ",
                 error.target.c_str());
    if (!error.action.empty()) {
        std::fprintf(stderr, "%s\n", error.action.c_str());
    }
    return exitCode;
}

void say(const std::string& line)
{
    std::printf("%s\n", line.c_str());
    std::fflush(stdout);
}

int serve(const ServeOptions& options)
{
    StopSignal stop; // from here on a signal is an orderly end
    const auto token = readOrMakeToken(options.tokenFile);
    if (!token) {
        return report(token.error(), cannotStart);
    }
    if (token->made) {
        say("Token: made, in " + options.tokenFile);
    }
    if (token->readableByOthers) {
        std::fprintf(stderr, "valvd: others than you can read %s\n", options.tokenFile.c_str());
    }
    std::shared_ptr<Clock> clock;
    const auto engine = openEngine(options, clock);
    if (!engine) {
        return report(engine.error(), cannotStart);
    }
    const auto tlsFolder = options.data.toStdString() + "/tls";
    const auto certificate = options.selfSigned ? selfSignedCertificate(tlsFolder, {options.address})
                                                : readCertificate(options.certificateFile, options.keyFile);
    if (!certificate) {
        return report(certificate.error(), cannotStart);
    }
    if (options.selfSigned) {
        say(std::string("Certificate: ") + (certificate->made ? "made, " : "") + tlsFolder + "/cert.pem");
    }
    const service::Router router(**engine, clock, std::make_shared<RandomIds>());
    HttpsServer::Options https;
    https.address = options.address;
    https.port = options.port;
    https.certificate = certificate->certificate;
    https.key = certificate->key;
    https.token = token->value;
    https.timeoutSeconds = options.timeoutSeconds;
    const auto server = HttpsServer::start(router, std::move(https));
    if (!server) {
        return report(server.error(), cannotStart);
    }
    const service::Ticker ticker(**engine);
    say("Listening on " + (*server)->url().toStdString());
    stop.wait();
    say("Stopping");
    return 0;
}

} // namespace

int serveCommand(const std::vector<std::string>& arguments)
{
    // SQLite's driver is a plug-in, which Qt finds only with an application.
    int count = 1;
    std::string name = "valvd";
    char* values[] = {name.data(), nullptr};
    const QCoreApplication application(count, values);
    QCoreApplication::setApplicationName(QStringLiteral("valvd"));

    QStringList words{QStringLiteral("valvd serve")};
    for (const auto& argument : arguments) {
        words.append(QString::fromStdString(argument));
    }
    QCommandLineParser parser;
    addOptions(parser);
    if (!parser.parse(words)) {
        return report(Error{"BadOption", parser.errorText().toStdString(), {}, {}, {}}, wrongArguments);
    }
    if (parser.isSet(QStringLiteral("help"))) {
        auto help = parser.helpText(); // Qt knows nothing of commands
        std::printf("%s", qPrintable(help.replace(QLatin1String("[options]"), QLatin1String("serve [options]"))));
        return 0;
    }
    const auto options = read(parser);
    return options ? serve(*options) : report(options.error(), wrongArguments);
}

} // namespace valv::daemon
