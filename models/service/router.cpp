// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/router.h"

#include "contract/operation.h"
#include "core/datetime.h"
#include "service/errors.h"
#include "service/logging.h"
#include "service/lookup.h"
#include "service/ratewindow.h"
#include "service/routes.h"

#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>

#include <exception>

namespace valv::service {
namespace {

using contract::HttpRequest;
using contract::HttpResponse;
using contract::Method;

//! A header of the request that is sent back must not be able to end a line or to grow.
QByteArray echoed(const QByteArray& value)
{
    QByteArray safe;
    for (const char c : value.left(128)) {
        if (c > 0x20 && c < 0x7f) {
            safe.append(c);
        }
    }
    return safe;
}

Result<void> checkApiVersion(const Target& target)
{
    static const QRegularExpression pattern(QStringLiteral("^\\d{4}-\\d{2}-\\d{2}(-[A-Za-z]+)?$"));
    const auto version = target.option(u"api-version");
    if (version.isEmpty()) {
        return tl::unexpected(
            problem("MissingApiVersionParameter",
                    QStringLiteral("The api-version query parameter (?api-version=) is required for all requests.")));
    }
    if (!pattern.match(version).hasMatch()) {
        return tl::unexpected(
            problem("InvalidApiVersionParameter",
                    QStringLiteral("The api-version '%1' is invalid. It must be of the form 'YYYY-MM-DD', optionally "
                                   "with '-preview'.")
                        .arg(version.left(64))));
    }
    return {};
}

Error unknownPath(const Target& target)
{
    const auto& segments = target.segments;
    for (qsizetype i = 0; i + 1 < segments.size(); ++i) {
        if (segments[i].compare(QLatin1String("providers"), Qt::CaseInsensitive) == 0) {
            return problem(
                "InvalidResourceType",
                QStringLiteral("The resource type could not be found in the namespace '%1' for api version '%2'.")
                    .arg(segments[i + 1], target.option(u"api-version")));
        }
    }
    if (segments.isEmpty() || segments.front().compare(QLatin1String("subscriptions"), Qt::CaseInsensitive) != 0) {
        return problem(
            "MissingSubscription",
            QStringLiteral("The request did not have a subscription or a valid tenant level resource provider."));
    }
    return problem("InvalidResourceType",
                   QStringLiteral("The resource type could not be found in the namespace '%1' for api version '%2'.")
                       .arg(QStringLiteral("Microsoft.Resources"), target.option(u"api-version")));
}

} // namespace

class Router::Private
{
public:
    engine::Engine& engine;
    std::shared_ptr<Clock> clock;
    std::shared_ptr<IdGenerator> ids;
    RouteTable table;
    mutable FinishedOperations finished;
    mutable RateWindow rates;
    mutable std::mutex writing;

    [[nodiscard]] QByteArray newId() const { return QByteArray::fromStdString(ids->uuid()); }

    [[nodiscard]] Result<Answer> answer(const HttpRequest& request, const Caller& caller, const QString& baseUrl) const
    {
        if (!caller.signedIn) {
            return tl::unexpected(problem(caller.refusal.toUtf8().constData(), refusalText(caller.refusal)));
        }
        if (request.body.size() > largestBody) {
            return tl::unexpected(
                problem("RequestEntityTooLarge",
                        QStringLiteral("The request content size exceeds the limit of %1 bytes.").arg(largestBody)));
        }
        const auto target = parseTarget(request.target);
        if (!target) {
            return tl::unexpected(target.error());
        }
        if (const auto version = checkApiVersion(*target); !version) {
            return tl::unexpected(version.error());
        }
        auto match = table.find(request.method, target->segments);
        if (match.handler == nullptr) {
            return tl::unexpected(
                match.pathKnown
                    ? problem("MethodNotAllowed", QStringLiteral("The HTTP method is not supported on this resource."))
                    : unknownPath(*target));
        }
        const Call call({engine, *clock, *ids, finished, writing}, request, *target, std::move(match.parameters),
                        caller, baseUrl);
        if (const auto subscription = checkSubscription(call); !subscription) {
            return tl::unexpected(subscription.error());
        }
        if (const auto free = checkLocks(call, request.method); !free) {
            return tl::unexpected(free.error());
        }
        const bool reads = request.method == Method::Get || request.method == Method::Head;
        if (const auto ready = reads ? Result<>() : engine.readyForChanges(); !ready) {
            return tl::unexpected(ready.error());
        }
        return match.handler(call);
    }

    [[nodiscard]] static QString refusalText(const QString& code)
    {
        if (code == QLatin1String("AuthenticationFailed")) {
            return QStringLiteral("Authentication failed. The 'Authorization' header is missing.");
        }
        return code == QLatin1String("ExpiredAuthenticationToken") ? QStringLiteral("The access token has expired.")
                                                                   : QStringLiteral("The access token is invalid.");
    }

    [[nodiscard]] Answer errorAnswer(Error error, const QByteArray& requestId, const QString& baseUrl) const
    {
        error = onTheWire(std::move(error));
        const int status = statusOf(error.code);
        if (status >= 500) {
            qCCritical(lcService).noquote() << "request" << requestId << "failed:" << QString::fromStdString(error.code)
                                            << QString::fromStdString(error.message);
            error.message += " Request id: " + requestId.toStdString() + ".";
        }
        auto answer = json(status, contract::errorBody(error));
        setHeader(answer, "x-ms-failure-cause", isOfBackupProvider(error.code) ? "service" : "gateway");
        if (status == 401) {
            setHeader(answer, "WWW-Authenticate",
                      "Bearer authorization_uri=\"" + baseUrl.toUtf8()
                          + "/adfs\", error=\"invalid_token\", error_description=\""
                          + QByteArray::fromStdString(error.message).replace('"', '\'') + "\"");
        }
        return answer;
    }

    void addCommonHeaders(Answer& answer, const contract::Headers& requestHeaders, const QByteArray& requestId,
                          std::optional<Method> method) const
    {
        const auto at = toDateTime(clock->now());
        // The engine's time, which a demo's host does not have; clients go by it.
        setHeader(answer, "Date",
                  QLocale::c().toString(at, QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'")).toLatin1());
        setHeader(answer, "x-ms-request-id", requestId);
        setHeader(answer, "x-ms-correlation-request-id", newId());
        setHeader(answer, "x-ms-routing-request-id",
                  "LOCAL:" + at.toString(QStringLiteral("yyyyMMddTHHmmss'Z'")).toLatin1() + ":" + newId());
        if (contract::header(answer.headers, "Cache-Control").isEmpty()) {
            setHeader(answer, "Cache-Control", "no-cache");
        }
        setHeader(answer, "Pragma", "no-cache");
        setHeader(answer, "X-Content-Type-Options", "nosniff");
        setHeader(answer, "Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        if (method) {
            const auto [name, left] = rates.count(*method, clock->now());
            setHeader(answer, name, QByteArray::number(left));
        }
        if (const auto id = echoed(contract::header(requestHeaders, "x-ms-client-request-id")); !id.isEmpty()) {
            setHeader(answer, "x-ms-client-request-id", id);
        }
    }
};

Router::Router(engine::Engine& engine, std::shared_ptr<Clock> clock, std::shared_ptr<IdGenerator> ids)
    : d(new Private{engine, std::move(clock), std::move(ids), {}, {}, {}, {}})
{ }

Router::~Router() = default;

HttpResponse Router::handle(const HttpRequest& request, const Caller& caller, const QString& baseUrl) const
{
    const auto requestId = d->newId();
    Answer answer;
    try {
        auto result = d->answer(request, caller, baseUrl);
        answer = result ? std::move(*result) : d->errorAnswer(std::move(result.error()), requestId, baseUrl);
    } catch (const std::exception& fault) {
        // The engine does not throw; a library beneath might (memory). The caller gets an answer all the same.
        answer = d->errorAnswer(problem("InternalServerError", QString::fromUtf8(fault.what())), requestId, baseUrl);
    }
    if (request.method == Method::Head) {
        answer.body.clear();
        answer.headers.removeIf([](const auto& h) { return h.first == "Content-Type"; });
    }
    d->addCommonHeaders(answer, request.headers, requestId, request.method);
    return answer;
}

HttpResponse Router::refuse(const Error& error, const contract::Headers& requestHeaders, const QString& baseUrl) const
{
    const auto requestId = d->newId();
    auto answer = d->errorAnswer(error, requestId, baseUrl);
    d->addCommonHeaders(answer, requestHeaders, requestId, std::nullopt);
    return answer;
}

} // namespace valv::service
