// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/async.h"
#include "client/operation.h"
#include "client/pipeline.h"
#include "contract/page.h"
#include "core/armid.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QString>
#include <QUrl>

//! How the typed clients write requests and read answers; private to the room.
namespace valv::client {

namespace versions {
constexpr auto subscriptions = "2019-11-01";
constexpr auto resources = "2021-04-01";
constexpr auto locks = "2016-09-01";
constexpr auto compute = "2022-08-01";
constexpr auto vaults = "2023-02-01";
constexpr auto backup = "2023-02-01";
constexpr auto alerts = "2019-03-01";
} // namespace versions

//! Percent-encoded as a request line needs it; query is ready-made ("$filter=…" with its own encoding) or empty.
[[nodiscard]] inline QString target(const QString& path, const char* version, const QString& query = {})
{
    // "%" itself is encoded too: an id is plain text. ";" and "'" may stand as they are.
    QString line = QString::fromLatin1(QUrl::toPercentEncoding(path, "/;'()")) + QStringLiteral("?api-version=")
        + QLatin1String(version);
    if (!query.isEmpty()) {
        line += QLatin1Char('&') + query;
    }
    return line;
}
[[nodiscard]] inline QString target(const ArmId& id, const char* version, const QString& query = {})
{
    return target(id.text(), version, query);
}
//! A $filter of the wire; a quote inside a value is the caller's to double.
[[nodiscard]] inline QString filterQuery(const QString& filter)
{
    return filter.isEmpty() ? QString()
                            : QStringLiteral("$filter=") + QString::fromLatin1(QUrl::toPercentEncoding(filter));
}
[[nodiscard]] inline QString quoted(const QString& value)
{
    auto inner = value;
    return QLatin1Char('\'') + inner.replace(QLatin1Char('\''), QStringLiteral("''")) + QLatin1Char('\'');
}

//! A moment as filters write it: 12-hour UTC. Source: contract.md 5.
[[nodiscard]] inline QString filterTime(const QDateTime& at)
{
    return QLocale::c().toString(at.toUTC(), QStringLiteral("yyyy-MM-dd hh:mm:ss AP"));
}

[[nodiscard]] inline contract::HttpRequest request(contract::Method method, const QString& line,
                                                   const QJsonObject& body = {})
{
    contract::HttpRequest r;
    r.method = method;
    r.target = line;
    if (!body.isEmpty()) {
        r.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    }
    return r;
}

//! Only if what is changed is still in the state that has this etag; empty: whatever its state.
[[nodiscard]] inline contract::HttpRequest ifMatch(contract::HttpRequest r, const QString& etag)
{
    if (!etag.isEmpty()) {
        r.headers.append({"If-Match", etag.toUtf8()});
    }
    return r;
}

//! Only if nothing of that id is there: nobody's place is taken.
[[nodiscard]] inline contract::HttpRequest ifNew(contract::HttpRequest r, bool onlyNew)
{
    if (onlyNew) {
        r.headers.append({QByteArray("If-None-Match"), QByteArray("*")});
    }
    return r;
}

template <typename T>
[[nodiscard]] Result<T> readBody(const QByteArray& body)
{
    const auto object = contract::parseObject(body);
    auto value = object ? T::fromJson(*object) : Result<T>(tl::unexpected<Error>(object.error()));
    if (!value) {
        Error error{"UnexpectedAnswer", "The server's answer could not be read.", {}, {}, {}};
        error.details.push_back(value.error());
        return tl::unexpected<Error>(std::move(error));
    }
    return value;
}

//! Sends and reads one value.
template <typename T>
[[nodiscard]] QFuture<Result<T>> ask(Pipeline& pipeline, contract::HttpRequest r)
{
    return mapped<T>(pipeline.send(std::move(r)), &pipeline,
                     [](const Result<contract::HttpResponse>& response) -> Result<T> {
                         if (!response) {
                             return tl::unexpected<Error>(response.error());
                         }
                         return readBody<T>(response->body);
                     });
}

} // namespace valv::client
