// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/client.h"
#include "core/clock.h"
#include "core/result.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace valv::client {
class Transport;
}
namespace valv::engine {
class Engine;
}
namespace valv::hypervisor {
class VmSource;
}
namespace valv::service {
class Router;
class Ticker;
}

namespace valv::console {

class Stage;

//! Which backend a connection is to.
struct BackendChoice
{
    enum class Kind { Folders, Demo, Server };
    Kind kind = Kind::Folders;
    QString dataFolder;
    QStringList vmFolders;
    std::function<std::unique_ptr<hypervisor::VmSource>()>
        otherSource; //!< Folders: machines from elsewhere too, if any
    QString address; //!< Server
    QString caFile;
    QString tokenFile;
    std::shared_ptr<Stage> stage; //!< Demo, or a server of it: its clock; nothing: the demo's, or the server's
};

//! \brief What stands behind one connection: the engine with router and schedule in this process, or the way to another
//! one. Destroyed after the session that uses its transport.
class Backend
{
public:
    //! A data folder that a service on this computer works with is reached through that service.
    //! Blocks: opening a catalogue, making the demo estate, reading files. On a worker thread.
    //! Errors: those of engine, estate and files; CertificateFileUnreadable, TokenFileUnreadable.
    [[nodiscard]] static Result<std::shared_ptr<Backend>> open(const BackendChoice& choice);
    Backend();
    ~Backend();
    Backend(const Backend&) = delete;
    Backend& operator=(const Backend&) = delete;

    [[nodiscard]] const std::shared_ptr<client::Transport>& transport() const { return m_transport; }
    [[nodiscard]] const client::ClientOptions& clientOptions() const { return m_clientOptions; }
    [[nodiscard]] const std::shared_ptr<Clock>& clock() const { return m_clock; } //!< where the engine is
    [[nodiscard]] BackendChoice::Kind kind() const { return m_kind; }
    //! What answers in this process, to be put behind a server; null: it is another process.
    [[nodiscard]] const service::Router* router() const { return m_router.get(); }
    //! The host that does the work, for the connection pill.
    [[nodiscard]] const QString& hostName() const { return m_hostName; }

private:
    [[nodiscard]] static Result<std::shared_ptr<Backend>> openLocal(const BackendChoice& choice);
    [[nodiscard]] static Result<std::shared_ptr<Backend>> openRemote(const BackendChoice& choice);
    [[nodiscard]] static Result<std::shared_ptr<Backend>> openServed(const BackendChoice& choice, const Error& taken);

    BackendChoice::Kind m_kind = BackendChoice::Kind::Folders;
    QString m_hostName;
    std::shared_ptr<Clock> m_clock;
    std::shared_ptr<Stage> m_stage;
    // In the order they stand on each other; destroyed from below.
    std::unique_ptr<engine::Engine> m_engine;
    std::unique_ptr<service::Router> m_router;
    std::unique_ptr<service::Ticker> m_ticker;
    std::shared_ptr<client::Transport> m_transport;
    client::ClientOptions m_clientOptions;
};

} // namespace valv::console
