// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/delay.h"
#include "client/serverclock.h"
#include "client/tokensource.h"
#include "client/transport.h"
#include "contract/http.h"
#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"

#include <QFuture>
#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace valv::client {

struct PipelineOptions
{
    std::shared_ptr<TokenSource> token; //!< nothing: no sign-in
    std::shared_ptr<Delay> delay; //!< nothing: TimerDelay
    std::shared_ptr<Clock> clock; //!< for a Retry-After that is a date; nothing: SystemClock
    std::shared_ptr<ServerClock> serverClock; //!< is told the Date of each answer; nothing: nobody is
    std::shared_ptr<IdGenerator> ids; //!< request ids; nothing: RandomIds
    QByteArray userAgent = "valv";
    int attempts = 4; //!< in all
    std::chrono::milliseconds firstBackoff{500}; //!< doubled each time, 50–100 % of it by chance
    std::chrono::milliseconds longestWait{60000}; //!< a longer Retry-After is not waited for
    std::function<double()> chance; //!< 0 to 1; nothing: random
};

//! \brief What every request passes: request id, user agent, bearer token, retry, error mapping.
//! Lives on one thread with an event loop (the console's); futures are finished there. Repeats only GET, HEAD, PUT and
//! DELETE, on 429 and 503 and on a gateway's 408, 502 and 504. An answer of 2xx is a value; any other is the error of
//! its body, except that 401 becomes SignInExpired, 412 ConflictETagMismatch and 429 TooManyRequests (the wire's own
//! error in details). Destroying it drops what is under way. Source: contract.md 1–3.
class Pipeline final : public QObject
{
    Q_OBJECT
public:
    Pipeline(std::shared_ptr<Transport> transport, PipelineOptions options, QObject* parent = nullptr);
    ~Pipeline() override;

    [[nodiscard]] QFuture<Result<contract::HttpResponse>> send(contract::HttpRequest request);
    [[nodiscard]] Delay& delay() const { return *m_options.delay; }
    [[nodiscard]] const Clock& clock() const { return *m_options.clock; }

    //! How long a Retry-After asks to wait; the fallback when there is none or it can't be read.
    [[nodiscard]] static std::chrono::milliseconds retryAfter(const contract::HttpResponse& response,
                                                              const Clock& clock, std::chrono::milliseconds fallback);

Q_SIGNALS:
    //! An answer of any status came.
    void answered();
    //! No answer came: NetworkOffline, NetworkTimeout, CertificateUntrusted.
    void unanswered(const valv::Error& error);
    //! The answer was that this account may not do it (AuthorizationFailed), or that it has been done.
    void decided(valv::contract::Method method, const QString& target, bool allowed);

private:
    struct Call;
    void attempt(const std::shared_ptr<Call>& call);
    void transmit(const std::shared_ptr<Call>& call);
    void receive(const std::shared_ptr<Call>& call, Result<contract::HttpResponse> result);

    std::shared_ptr<Transport> m_transport;
    PipelineOptions m_options;
};

//! The error of an answer that is no success, as the console names it.
[[nodiscard]] Error errorOf(const contract::HttpResponse& response);

} // namespace valv::client
