// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/http.h"
#include "core/clock.h"
#include "core/ids.h"
#include "core/result.h"

#include <memory>

namespace valv::engine {
class Engine;
}

namespace valv::service {

//! Who asks. In process: the person at the computer. Over HTTPS: whom the bearer token names.
struct Caller
{
    QString name = QStringLiteral("local");
    bool signedIn = true;
    //! When not signed in: AuthenticationFailed (no token), InvalidAuthenticationToken or ExpiredAuthenticationToken.
    QString refusal = QStringLiteral("AuthenticationFailed");
};

//! \brief Answers the ARM contract over an engine: the same bytes in process and over HTTPS.
//! handle() may be called from any thread, several at once; it blocks for milliseconds and never throws.
//! baseUrl is scheme, host and port of the request ("https://127.0.0.1:8443"; in process "https://valv.local").
//! ids names requests and is drawn from for each, in the order in which they come: where the engine's ids must be the
//! same each time (a demo), the router gets a generator of its own.
class Router
{
public:
    Router(engine::Engine& engine, std::shared_ptr<Clock> clock, std::shared_ptr<IdGenerator> ids);
    ~Router();
    Router(const Router&) = delete;
    Router& operator=(const Router&) = delete;

    [[nodiscard]] contract::HttpResponse handle(const contract::HttpRequest& request, const Caller& caller,
                                                const QString& baseUrl) const;

    //! \brief An error of the front door with all headers of contract.md 1.5: for what a server refuses before it is a
    //! request, e.g. RequestEntityTooLarge or MethodNotAllowed. Body and status as handle() would make them.
    [[nodiscard]] contract::HttpResponse refuse(const Error& error, const contract::Headers& requestHeaders,
                                                const QString& baseUrl) const;

    static constexpr qsizetype largestBody = 10 * 1024 * 1024; //!< bytes

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace valv::service
