// SPDX-License-Identifier: GPL-3.0-or-later
#include "httpsserver.h"

#include "access.h"
#include "service/router.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstring>
#include <exception>
#include <new>
#include <optional>

namespace valv::daemon {
namespace {

using contract::HttpRequest;
using contract::HttpResponse;
using contract::Method;
using SteadyTime = std::chrono::steady_clock::time_point;

//! Two times the limit is read and thrown away, so that a polite client hears 413; who sends more is cut off.
constexpr qsizetype patience = 2 * service::Router::largestBody;

struct MethodName
{
    const char* name;
    Method method;
};
constexpr std::array methods{
    MethodName{"GET", Method::Get},   MethodName{"HEAD", Method::Head},   MethodName{"PUT", Method::Put},
    MethodName{"POST", Method::Post}, MethodName{"PATCH", Method::Patch}, MethodName{"DELETE", Method::Delete},
};

//! One request while libmicrohttpd hands it over, in pieces.
struct Exchange
{
    QByteArray target; // as on the request line
    HttpRequest request;
    std::optional<HttpResponse> refusal; // known before the body is
    qsizetype received = 0;
    SteadyTime begun = std::chrono::steady_clock::now();
    bool known = false; // the headers were looked at
};

} // namespace

class HttpsServer::Private
{
public:
    const service::Router& router;
    Options options;
    Access access;
    MHD_Daemon* server = nullptr;
    std::uint16_t port = 0;

    Private(const service::Router& r, Options o)
        : router(r)
        , options(std::move(o))
        , access(options.token)
    { }

    [[nodiscard]] QString url() const
    {
        const auto address = QString::fromStdString(options.address);
        const auto host =
            address.contains(QLatin1Char(':')) ? QString(QLatin1Char('[') + address + QLatin1Char(']')) : address;
        return QStringLiteral("https://%1:%2").arg(host).arg(port);
    }

    //! What the client calls this server, when it may stand in a link.
    [[nodiscard]] QString baseUrl(const contract::Headers& headers) const
    {
        const auto host = contract::header(headers, "Host");
        const bool plain = !host.isEmpty() && host.size() <= 255 && std::all_of(host.begin(), host.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                || std::strchr(".-:[]_", c) != nullptr;
        });
        return plain ? QString(QStringLiteral("https://") + QString::fromLatin1(host)) : url();
    }

    [[nodiscard]] static bool isHealth(const Exchange& exchange)
    {
        const auto& target = exchange.target;
        return target == "/healthz" || target.startsWith("/healthz?");
    }

    [[nodiscard]] HttpResponse refused(const char* code, const char* message, const Exchange& exchange) const
    {
        return router.refuse(Error{code, message, {}, {}, {}}, exchange.request.headers,
                             baseUrl(exchange.request.headers));
    }

    //! Everything that can be said before the body is read: the answer then goes out at once, and no body is asked for.
    void look(Exchange& exchange, const char* methodName) const
    {
        exchange.known = true;
        const auto method = std::find_if(methods.begin(), methods.end(), [methodName](const MethodName& m) {
            return std::strcmp(m.name, methodName) == 0;
        });
        if (method != methods.end()) {
            exchange.request.method = method->method;
        }
        exchange.request.target = QString::fromUtf8(exchange.target);
        const auto caller = access.callerOf(contract::header(exchange.request.headers, "Authorization"));
        if (!caller.signedIn && !isHealth(exchange)) {
            exchange.refusal =
                router.handle({exchange.request.method, exchange.request.target, exchange.request.headers, {}}, caller,
                              baseUrl(exchange.request.headers));
            return;
        }
        if (method == methods.end()) {
            exchange.refusal =
                refused("MethodNotAllowed", "The HTTP method is not supported on this resource.", exchange);
            exchange.refusal->headers.emplaceBack("Allow", "GET, HEAD, PUT, POST, PATCH, DELETE");
            return;
        }
        bool number = false;
        const auto announced =
            contract::header(exchange.request.headers, "Content-Length").trimmed().toULongLong(&number);
        if (number && announced > static_cast<qulonglong>(service::Router::largestBody)) {
            exchange.refusal = tooLarge(exchange);
        }
    }

    [[nodiscard]] HttpResponse tooLarge(const Exchange& exchange) const
    {
        return refused("RequestEntityTooLarge", "The request content size exceeds the limit of 10485760 bytes.",
                       exchange);
    }

    [[nodiscard]] HttpResponse answered(const Exchange& exchange) const
    {
        if (isHealth(exchange)) {
            HttpResponse healthy;
            const bool asked = exchange.request.method == Method::Get || exchange.request.method == Method::Head;
            healthy.status = asked ? 200 : 405;
            healthy.body = asked ? QByteArrayLiteral("{\"status\":\"ok\"}") : QByteArray();
            healthy.headers = {{"Content-Type", "application/json; charset=utf-8"}, {"Cache-Control", "no-store"}};
            return healthy;
        }
        if (exchange.received > service::Router::largestBody) {
            return tooLarge(exchange);
        }
        // The caller was checked before the body was read.
        service::Caller caller;
        caller.name = QStringLiteral("token");
        return router.handle(exchange.request, caller, baseUrl(exchange.request.headers));
    }

    [[nodiscard]] static MHD_Result reply(MHD_Connection* connection, const HttpResponse& response, bool close)
    {
        auto* answer =
            MHD_create_response_from_buffer(static_cast<std::size_t>(response.body.size()),
                                            const_cast<char*>(response.body.constData()), MHD_RESPMEM_MUST_COPY);
        if (answer == nullptr) {
            return MHD_NO;
        }
        for (const auto& [name, value] : response.headers) {
            MHD_add_response_header(answer, name.constData(), value.constData());
        }
        if (close) {
            MHD_add_response_header(answer, MHD_HTTP_HEADER_CONNECTION, "close");
        }
        const auto queued = MHD_queue_response(connection, static_cast<unsigned>(response.status), answer);
        MHD_destroy_response(answer);
        return queued;
    }

    [[nodiscard]] MHD_Result handle(MHD_Connection* connection, Exchange& exchange, const char* methodName,
                                    const char* data, std::size_t* size) const
    {
        if (!exchange.known) {
            MHD_get_connection_values(
                connection, MHD_HEADER_KIND,
                [](void* into, MHD_ValueKind, const char* name, const char* value) {
                    static_cast<contract::Headers*>(into)->emplaceBack(QByteArray(name), QByteArray(value));
                    return MHD_YES;
                },
                &exchange.request.headers);
            look(exchange, methodName);
            return exchange.refusal ? reply(connection, *exchange.refusal, true) : MHD_YES;
        }
        if (*size > 0) {
            exchange.received += static_cast<qsizetype>(*size);
            const auto longest = std::chrono::seconds(4L * options.timeoutSeconds);
            if (exchange.received > patience || std::chrono::steady_clock::now() - exchange.begun > longest) {
                return MHD_NO;
            }
            if (exchange.received <= service::Router::largestBody) {
                exchange.request.body.append(data, static_cast<qsizetype>(*size));
            } else {
                exchange.request.body = QByteArray();
            }
            *size = 0;
            return MHD_YES;
        }
        return reply(connection, answered(exchange), false);
    }

    static void* onTarget(void*, const char* target, MHD_Connection*)
    {
        auto* exchange = new (std::nothrow) Exchange;
        if (exchange != nullptr) {
            exchange->target = target;
        }
        return exchange;
    }

    static MHD_Result onRequest(void* self, MHD_Connection* connection, const char*, const char* method, const char*,
                                const char* data, std::size_t* size, void** state)
    {
        auto* exchange = static_cast<Exchange*>(*state);
        try {
            return exchange == nullptr
                ? MHD_NO
                : static_cast<const Private*>(self)->handle(connection, *exchange, method, data, size);
        } catch (const std::exception&) {
            return MHD_NO; // memory; the connection is closed, the server goes on
        }
    }

    static void onCompleted(void*, MHD_Connection*, void** state, MHD_RequestTerminationCode)
    {
        delete static_cast<Exchange*>(*state);
        *state = nullptr;
    }

    //! Segments are decoded by the router, after splitting.
    static std::size_t leaveEncoded(void*, MHD_Connection*, char* text) { return std::strlen(text); }
};

HttpsServer::HttpsServer(std::unique_ptr<Private> p)
    : d(std::move(p))
{ }

HttpsServer::~HttpsServer()
{
    if (d->server != nullptr) {
        MHD_stop_daemon(d->server);
    }
}

Result<std::unique_ptr<HttpsServer>> HttpsServer::start(const service::Router& router, Options options)
{
    if (MHD_is_feature_supported(MHD_FEATURE_TLS) != MHD_YES) {
        return failure("TlsMissing", "libmicrohttpd was built without TLS on this computer.");
    }
    auto d = std::make_unique<Private>(router, std::move(options));
    const auto& o = d->options;
    sockaddr_in v4{};
    sockaddr_in6 v6{};
    const bool isV4 = inet_pton(AF_INET, o.address.c_str(), &v4.sin_addr) == 1;
    if (!isV4 && inet_pton(AF_INET6, o.address.c_str(), &v6.sin6_addr) != 1) {
        return failure("BadAddress", "The address to listen on is no numeric address.", o.address);
    }
    v4.sin_family = AF_INET;
    v4.sin_port = htons(o.port);
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(o.port);
    const auto* address = isV4 ? reinterpret_cast<const sockaddr*>(&v4) : reinterpret_cast<const sockaddr*>(&v6);
    const unsigned flags =
        MHD_USE_AUTO_INTERNAL_THREAD | MHD_USE_TLS | MHD_USE_ITC | (isV4 ? MHD_NO_FLAG : MHD_USE_IPv6);
    const unsigned atOnce = std::max(o.connections, o.threads);
    d->server = MHD_start_daemon(
        flags, o.port, nullptr, nullptr, &Private::onRequest, d.get(), MHD_OPTION_SOCK_ADDR, address,
        MHD_OPTION_HTTPS_MEM_KEY, o.key.c_str(), MHD_OPTION_HTTPS_MEM_CERT, o.certificate.c_str(),
        MHD_OPTION_HTTPS_PRIORITIES, "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2:%SERVER_PRECEDENCE",
        MHD_OPTION_THREAD_POOL_SIZE, o.threads, MHD_OPTION_CONNECTION_LIMIT, atOnce, MHD_OPTION_PER_IP_CONNECTION_LIMIT,
        std::max(atOnce / 4, 16U), MHD_OPTION_CONNECTION_TIMEOUT, o.timeoutSeconds, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
        o.largestHeader, MHD_OPTION_URI_LOG_CALLBACK, &Private::onTarget, nullptr, MHD_OPTION_UNESCAPE_CALLBACK,
        &Private::leaveEncoded, nullptr, MHD_OPTION_NOTIFY_COMPLETED, &Private::onCompleted, nullptr, MHD_OPTION_END);
    if (d->server == nullptr) {
        return failure("ListenFailed",
                       "The server cannot listen on " + o.address + ":" + std::to_string(o.port)
                           + ": the port may be in use.",
                       o.address);
    }
    const auto* info = MHD_get_daemon_info(d->server, MHD_DAEMON_INFO_BIND_PORT);
    d->port = info == nullptr ? o.port : info->port;
    return std::unique_ptr<HttpsServer>(new HttpsServer(std::move(d)));
}

std::uint16_t HttpsServer::port() const
{
    return d->port;
}

QString HttpsServer::url() const
{
    return d->url();
}

} // namespace valv::daemon
