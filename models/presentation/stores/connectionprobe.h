// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/engineinfo.h"
#include "core/result.h"
#include "presentation/app/connections.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

namespace valv::client {
class Client;
class Transport;
struct ClientOptions;
} // namespace valv::client

namespace valv::presentation {

//! \brief Asks a computer that runs valvd whether one could work with it, without connecting to it: does it answer, is
//! its certificate trusted, is the token accepted, who is it. Reads files and speaks to the network on threads of their
//! own; ends within 20 seconds. GUI thread; destroying it cancels.
class ConnectionProbe final : public QObject
{
    Q_OBJECT
public:
    //! In the order in which they are found out.
    enum class Step
    {
        Files, //!< certificate and token file can be read
        Answer, //!< somebody answers at the address
        Certificate, //!< and shows a certificate that is trusted
        Token, //!< and accepts the token
        Engine, //!< and is Valv
        Done
    };
    //! What was found: all steps before `reached` are well.
    struct Found
    {
        Step reached = Step::Files;
        std::optional<Error> error; //!< why it went no further
        QString subscription; //!< the name of what it serves
        contract::EngineInfo engine; //!< nothing in it: an older version, that does not say
        [[nodiscard]] bool isGood() const { return reached == Step::Done; }
    };
    //! For tests: what requests go through. Empty: HTTPS.
    using Transports = std::function<std::shared_ptr<client::Transport>(const ConnectionProfile& profile)>;

    explicit ConnectionProbe(Transports transports = {}, QObject* parent = nullptr);
    ~ConnectionProbe() override;

    //! A question that is under way is given up.
    void ask(const ConnectionProfile& profile);
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void found(const valv::presentation::ConnectionProbe::Found& found);

private:
    struct Parts;
    [[nodiscard]] static Result<Parts> open(const ConnectionProfile& profile, const Transports& transports);
    void opened(const Result<Parts>& parts);
    void askEngine(const QString& subscriptionId, Found found);
    void end(const Found& found);
    void close();

    Transports m_transports;
    std::shared_ptr<client::Transport> m_transport;
    std::unique_ptr<client::Client> m_client;
    int m_asked = 0; //!< an answer to an earlier question comes too late
    bool m_busy = false;
};

} // namespace valv::presentation
