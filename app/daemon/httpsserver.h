// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

namespace valv::service {
class Router;
}

namespace valv::daemon {

//! \brief The router behind HTTPS: libmicrohttpd with its own TLS and threads.
//! Answers /healthz to everybody, and everything else to who brings the bearer token. Bodies up to Router::largestBody;
//! a connection that sends or takes nothing for the timeout is closed, and so is a request that takes longer than four
//! of them altogether; so many connections at once, and a quarter of them from one address. The router must outlive it.
class HttpsServer
{
public:
    struct Options
    {
        std::string address = "127.0.0.1"; //!< IPv4 or IPv6, numeric
        std::uint16_t port = 0; //!< 0: any that is free
        std::string certificate; //!< PEM
        std::string key; //!< PEM
        QByteArray token;
        unsigned timeoutSeconds = 30;
        unsigned connections = 256;
        unsigned threads = 4;
        std::size_t largestHeader = 32 * 1024; //!< bytes, of all headers of a request together
    };

    //! Errors: TlsMissing (libmicrohttpd was built without), BadAddress, ListenFailed.
    [[nodiscard]] static Result<std::unique_ptr<HttpsServer>> start(const service::Router& router, Options options);
    ~HttpsServer(); //!< takes no new connection, ends what is under way, joins
    HttpsServer(const HttpsServer&) = delete;
    HttpsServer& operator=(const HttpsServer&) = delete;

    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] QString url() const; //!< https://127.0.0.1:8443

private:
    class Private;
    explicit HttpsServer(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace valv::daemon
