// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

//! A request and its answer as plain values: what the client's transports carry and the service's router answers.
namespace valv::contract {

enum class Method
{
    Get,
    Head,
    Put,
    Post,
    Patch,
    Delete
};

using Headers = QList<std::pair<QByteArray, QByteArray>>;

//! The first header of that name, whatever its case; empty when there is none.
[[nodiscard]] QByteArray header(const Headers& headers, QByteArrayView name);

struct HttpRequest
{
    Method method = Method::Get;
    //! Path and query as they stand on the request line, percent-encoded: "/subscriptions/…?api-version=…".
    //! An absolute URL (nextLink, Location) is also accepted; transports take its path and query.
    QString target;
    Headers headers;
    QByteArray body;
};

struct HttpResponse
{
    int status = 0; //!< 0: no answer came; then failure says why
    Headers headers;
    QByteArray body;
    friend bool operator==(const HttpResponse&, const HttpResponse&) = default;
};

} // namespace valv::contract
