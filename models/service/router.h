// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/http.h"
#include "core/clock.h"
#include "core/ids.h"

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
};

//! \brief Answers the ARM contract over an engine: the same bytes in process and over HTTPS.
//! handle() may be called from any thread, several at once; it blocks for milliseconds and never throws.
//! baseUrl is scheme, host and port of the request ("https://127.0.0.1:8443"; in process "https://valv.local").
class Router
{
public:
    Router(engine::Engine& engine, std::shared_ptr<Clock> clock, std::shared_ptr<IdGenerator> ids);
    ~Router();
    Router(const Router&) = delete;
    Router& operator=(const Router&) = delete;

    [[nodiscard]] contract::HttpResponse handle(const contract::HttpRequest& request, const Caller& caller,
                                                const QString& baseUrl) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace valv::service
