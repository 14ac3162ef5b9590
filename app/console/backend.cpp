// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/backend.h"

#include "client/httpstransport.h"
#include "client/tokensource.h"
#include "console/stage.h"
#include "core/ids.h"
#include "engine/engine.h"
#include "hypervisor/demoestate.h"
#include "hypervisor/imagefolder.h"
#include "inprocess/inprocesstransport.h"
#include "service/demohistory.h"
#include "service/router.h"
#include "service/serving.h"
#include "service/ticker.h"

#include <QFile>
#include <QSysInfo>
#include <QUrl>

namespace valv::console {

namespace {

//! What the window shows first comes first; what is due waits so long. A tick looks through a large catalogue.
constexpr std::chrono::seconds untilFirstTick(2);

} // namespace

Backend::Backend() = default;

Backend::~Backend()
{
    m_transport.reset(); // waits for what is under way, which still needs router and engine
    m_ticker.reset();
    if (m_stage && m_engine) {
        m_stage->setTick({});
    }
    m_router.reset();
    m_engine.reset();
}

Result<std::shared_ptr<Backend>> Backend::open(const BackendChoice& choice)
{
    if (choice.kind == BackendChoice::Kind::Server) {
        return openRemote(choice);
    }
    auto local = openLocal(choice);
    const bool taken = !local && local.error().code == "DataFolderInUse" && choice.kind == BackendChoice::Kind::Folders;
    return taken ? openServed(choice, local.error()) : local;
}

//! A service of this computer works on the same data folder: what the console shows is the same, asked of it.
Result<std::shared_ptr<Backend>> Backend::openServed(const BackendChoice& choice, const Error& taken)
{
    const auto serving = service::readServing(choice.dataFolder);
    if (!serving) {
        return tl::unexpected(taken); // another console
    }
    auto there = choice;
    there.kind = BackendChoice::Kind::Server;
    there.address = serving->url;
    there.caFile = serving->certificateFile;
    there.tokenFile = serving->tokenFile;
    auto backend = openRemote(there);
    if (!backend) {
        return backend;
    }
    (*backend)->m_hostName = QSysInfo::machineHostName();
    (*backend)->m_clientOptions.capabilities = client::Capabilities::local((*backend)->m_hostName);
    return backend;
}

Result<std::shared_ptr<Backend>> Backend::openLocal(const BackendChoice& choice)
{
    auto backend = std::make_shared<Backend>();
    backend->m_kind = choice.kind;
    backend->m_hostName = QSysInfo::machineHostName();
    engine::Options parts;
    parts.dataFolder = choice.dataFolder;
    if (choice.kind == BackendChoice::Kind::Demo) {
        if (const auto ready = service::prepareDemo(choice.dataFolder); !ready) {
            return tl::unexpected(ready.error());
        }
        parts.subscriptionName = service::demoSubscriptionName();
        parts.timeZone = service::demoTimeZone();
        parts.tellsSpace = false;
        auto source = hypervisor::makeDemoSource(service::demoEstateFolder(choice.dataFolder));
        if (choice.stage) {
            backend->m_stage = choice.stage;
            backend->m_clock = choice.stage->clock();
            source = choice.stage->dress(std::move(source));
        } else {
            backend->m_clock = std::make_shared<StartedClock>(hypervisor::demoNow());
        }
        parts.sources.push_back(std::move(source));
        backend->m_hostName = QStringLiteral("kvm01"); // the demo's own host
        parts.ids =
            std::make_shared<SequenceIds>(static_cast<std::uint64_t>(hypervisor::demoNow().time_since_epoch().count()));
    } else {
        for (const auto& folder : choice.vmFolders) {
            parts.sources.push_back(hypervisor::makeImageFolder(folder.toStdString()));
        }
        if (choice.otherSource) {
            parts.sources.push_back(choice.otherSource());
        }
        backend->m_clock = std::make_shared<SystemClock>();
        parts.uptime = engine::uptimeOfComputer;
        parts.ids = std::make_shared<RandomIds>();
    }
    parts.clock = backend->m_clock;
    auto engine = engine::Engine::open(std::move(parts));
    if (!engine) {
        return tl::unexpected(engine.error());
    }
    service::removeServing(choice.dataFolder); // of one that was killed
    backend->m_engine = std::move(*engine);
    backend->m_router =
        std::make_unique<service::Router>(*backend->m_engine, backend->m_clock, std::make_shared<RandomIds>());
    if (backend->m_stage) { // a clock that stands still has nothing to wait for
        backend->m_stage->setTick([engine = backend->m_engine.get()] { engine->tick(); });
    } else {
        backend->m_ticker =
            std::make_unique<service::Ticker>(*backend->m_engine, std::chrono::minutes(1), untilFirstTick);
    }
    backend->m_transport = std::make_shared<app::InProcessTransport>(*backend->m_router);
    backend->m_clientOptions.capabilities = client::Capabilities::local(backend->m_hostName);
    backend->m_clientOptions.pipeline.clock = backend->m_clock;
    return backend;
}

Result<std::shared_ptr<Backend>> Backend::openRemote(const BackendChoice& choice)
{
    auto backend = std::make_shared<Backend>();
    backend->m_kind = choice.kind;
    if (choice.stage) {
        backend->m_clock = choice.stage->clock();
    } else {
        const auto clock = std::make_shared<client::ServerClock>();
        backend->m_clientOptions.pipeline.serverClock = clock;
        backend->m_clock = clock;
    }
    client::HttpsOptions https;
    https.base = QUrl(choice.address);
    backend->m_hostName = https.base.host();
    if (!choice.caFile.isEmpty()) {
        auto certificates = client::HttpsTransport::certificatesFrom(choice.caFile);
        if (!certificates) {
            return tl::unexpected(certificates.error());
        }
        https.trusted = *certificates;
    }
    if (!choice.tokenFile.isEmpty()) {
        QFile file(choice.tokenFile);
        if (!file.open(QIODevice::ReadOnly)) {
            return failure("TokenFileUnreadable", "The token file can't be read: " + file.errorString().toStdString(),
                           choice.tokenFile.toStdString());
        }
        backend->m_clientOptions.pipeline.token = std::make_shared<client::FixedToken>(file.read(64 * 1024).trimmed());
    }
    backend->m_clientOptions.capabilities = client::Capabilities::daemon(backend->m_hostName);
    backend->m_clientOptions.pipeline.clock = backend->m_clock;
    backend->m_transport = std::make_shared<client::HttpsTransport>(std::move(https));
    return backend;
}

} // namespace valv::console
