// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/pipeline.h"

#include "client/async.h"
#include "client/logging.h"
#include "contract/operation.h"
#include "core/datetime.h"

#include <QLocale>
#include <QRandomGenerator>

#include <algorithm>
#include <array>

namespace valv::client {

namespace {

using contract::HttpRequest;
using contract::HttpResponse;
using contract::Method;
using std::chrono::milliseconds;

constexpr std::array<int, 5> repeatable{408, 429, 502, 503, 504};

bool isIdempotent(Method method)
{
    return method == Method::Get || method == Method::Head || method == Method::Put || method == Method::Delete;
}

bool hasHeader(const contract::Headers& headers, QByteArrayView name)
{
    return !contract::header(headers, name).isEmpty();
}

void setHeader(contract::Headers& headers, const QByteArray& name, const QByteArray& value)
{
    headers.removeIf([&name](const auto& header) { return header.first.compare(name, Qt::CaseInsensitive) == 0; });
    headers.append({name, value});
}

//! A date of HTTP: Wed, 19 Dec 2018 08:42:00 GMT. Invalid when it is none.
QDateTime httpDate(const QByteArray& text)
{
    auto at =
        QLocale::c().toDateTime(QString::fromLatin1(text.trimmed()), QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'"));
    at.setTimeSpec(Qt::UTC);
    return at;
}

void fillIn(PipelineOptions& options)
{
    if (!options.delay) {
        options.delay = std::make_shared<TimerDelay>();
    }
    if (!options.clock) {
        options.clock = std::make_shared<SystemClock>();
    }
    if (!options.ids) {
        options.ids = std::make_shared<RandomIds>();
    }
    if (!options.chance) {
        options.chance = [] { return QRandomGenerator::global()->generateDouble(); };
    }
}

} // namespace

struct Pipeline::Call
{
    HttpRequest request;
    Promise<HttpResponse> promise;
    int attempts = 0;
    bool renewed = false; // the token was asked for again
    bool renew = false; // ask for another one now
};

Pipeline::Pipeline(std::shared_ptr<Transport> transport, PipelineOptions options, QObject* parent)
    : QObject(parent)
    , m_transport(std::move(transport))
    , m_options(std::move(options))
{
    fillIn(m_options);
}

Pipeline::~Pipeline() = default;

QFuture<Result<HttpResponse>> Pipeline::send(HttpRequest request)
{
    auto call = std::make_shared<Call>();
    call->request = std::move(request);
    auto& headers = call->request.headers;
    setHeader(headers, "User-Agent", m_options.userAgent);
    setHeader(headers, "Accept", "application/json");
    setHeader(headers, "x-ms-client-request-id", QByteArray::fromStdString(m_options.ids->uuid()));
    if (!call->request.body.isEmpty() && !hasHeader(headers, "Content-Type")) {
        setHeader(headers, "Content-Type", "application/json; charset=utf-8");
    }
    const auto future = call->promise.future();
    attempt(call);
    return future;
}

void Pipeline::attempt(const std::shared_ptr<Call>& call)
{
    if (!m_options.token) {
        transmit(call);
        return;
    }
    whenDone(m_options.token->token(call->renew), this, [this, call](const Result<QByteArray>& token) {
        if (!token) {
            call->promise.finish(tl::unexpected<Error>(token.error()));
            return;
        }
        setHeader(call->request.headers, "Authorization", QByteArrayLiteral("Bearer ") + *token);
        transmit(call);
    });
}

void Pipeline::transmit(const std::shared_ptr<Call>& call)
{
    ++call->attempts;
    whenDone(m_transport->send(call->request), this,
             [this, call](Result<HttpResponse> result) { receive(call, std::move(result)); });
}

void Pipeline::receive(const std::shared_ptr<Call>& call, Result<HttpResponse> result)
{
    if (!result || result->status == 0) {
        const Error error = result
            ? Error{"NetworkOffline", "The server closed the connection without an answer.", {}, {}, {}}
            : std::move(result.error());
        qCDebug(lcClient) << "no answer:" << error.code.c_str() << call->request.target;
        Q_EMIT unanswered(error);
        call->promise.finish(tl::unexpected<Error>(error));
        return;
    }
    if (m_options.serverClock) {
        if (const auto date = httpDate(contract::header(result->headers, "Date")); date.isValid()) {
            m_options.serverClock->heard(toInstant(date));
        }
    }
    Q_EMIT answered();
    const int status = result->status;
    if (status >= 200 && status < 300) {
        Q_EMIT decided(call->request.method, call->request.target, true);
        call->promise.finish(std::move(*result));
        return;
    }
    if (status == 401 && m_options.token && !call->renewed) {
        call->renewed = call->renew = true;
        attempt(call);
        return;
    }
    call->renew = false;
    const bool again = std::find(repeatable.begin(), repeatable.end(), status) != repeatable.end()
        && isIdempotent(call->request.method) && call->attempts < m_options.attempts;
    if (again) {
        const auto step = m_options.firstBackoff * (1 << (call->attempts - 1));
        const auto backoff =
            milliseconds(static_cast<qint64>(static_cast<double>(step.count()) * (0.5 + 0.5 * m_options.chance())));
        const auto wait = retryAfter(*result, *m_options.clock, backoff);
        if (wait <= m_options.longestWait) {
            qCInfo(lcClient) << "status" << status << "- again in" << wait.count() << "ms:" << call->request.target;
            m_options.delay->after(wait, this, [this, call] { attempt(call); });
            return;
        }
    }
    const Error error = errorOf(*result);
    if (error.code == "AuthorizationFailed") {
        Q_EMIT decided(call->request.method, call->request.target, false);
    }
    call->promise.finish(tl::unexpected<Error>(error));
}

milliseconds Pipeline::retryAfter(const HttpResponse& response, const Clock& clock, milliseconds fallback)
{
    const auto text = contract::header(response.headers, "Retry-After").trimmed();
    bool isNumber = false;
    const auto seconds = text.toLongLong(&isNumber);
    if (isNumber) {
        constexpr qint64 aDay = 86400;
        return seconds < 0 ? fallback : std::chrono::seconds(std::min(seconds, aDay));
    }
    const auto at = httpDate(text);
    if (!at.isValid()) {
        return fallback;
    }
    return std::max(milliseconds(0), milliseconds(toDateTime(clock.now()).msecsTo(at)));
}

Error errorOf(const HttpResponse& response)
{
    Error error = contract::errorFrom(response);
    const auto named = [&error](const char* code) {
        Error outer{code, error.message, error.target, error.action, {}};
        outer.details.push_back(std::move(error));
        return outer;
    };
    switch (response.status) {
    case 401:
        return named("SignInExpired");
    case 412:
        return named("ConflictETagMismatch");
    case 429:
        return named("TooManyRequests");
    default:
        return error;
    }
}

} // namespace valv::client
