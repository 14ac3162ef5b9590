// SPDX-License-Identifier: GPL-3.0-or-later
#include "servecommand.h"

#include "access.h"
#include "engine/engine.h"
#include "httpsserver.h"
#include "hypervisor/demoestate.h"
#include "hypervisor/imagefolder.h"
#include "serveoptions.h"
#include "service/demohistory.h"
#include "service/router.h"
#include "service/serving.h"
#include "service/ticker.h"
#include "stopsignal.h"
#include "tls.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFileInfo>

#include <cstdio>
#include <memory>

namespace valv::daemon {
namespace {

constexpr int cannotStart = 1;
constexpr int wrongArguments = 2;

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
        parts.uptime = engine::uptimeOfComputer;
    }
    parts.clock = clock;
    parts.host = options.host;
    parts.version = QStringLiteral(VALV_VERSION);
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

//! For programs on this computer: an address that means "all" is no place to go to.
QString localUrl(QString url)
{
    return url.replace(QLatin1String("//0.0.0.0:"), QLatin1String("//127.0.0.1:"))
        .replace(QLatin1String("//[::]:"), QLatin1String("//[::1]:"));
}

QString absolute(const std::string& path)
{
    return QFileInfo(QString::fromStdString(path)).absoluteFilePath();
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
    const service::Serving serving{localUrl((*server)->url()), absolute(options.tokenFile),
                                   absolute(options.selfSigned ? tlsFolder + "/cert.pem" : options.certificateFile)};
    if (const auto written = service::writeServing(options.data, serving); !written) {
        std::fprintf(stderr, "valvd: %s\n", written.error().message.c_str()); // only a convenience is lost
    }
    say("Listening on " + (*server)->url().toStdString());
    stop.wait();
    say("Stopping");
    service::removeServing(options.data);
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
    addServeOptions(parser);
    if (!parser.parse(words)) {
        return report(Error{"BadOption", parser.errorText().toStdString(), {}, {}, {}}, wrongArguments);
    }
    if (parser.isSet(QStringLiteral("help"))) {
        auto help = parser.helpText(); // Qt knows nothing of commands
        std::printf("%s", qPrintable(help.replace(QLatin1String("[options]"), QLatin1String("serve [options]"))));
        return 0;
    }
    const auto options = readServeOptions(parser);
    return options ? serve(*options) : report(options.error(), wrongArguments);
}

} // namespace valv::daemon
