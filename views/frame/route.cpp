// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/route.h"

#include <QUrl>
#include <QUrlQuery>

namespace valv::views {

QString toLink(const Route& route)
{
    QUrl url;
    url.setScheme(QStringLiteral("valv"));
    url.setHost(route.page);
    url.setPath(route.subject.startsWith(QLatin1Char('/')) || route.subject.isEmpty() ? route.subject
                                                                                        : QLatin1Char('/') + route.subject);
    if (!route.part.isEmpty()) {
        QUrlQuery query;
        // Encoded here: what is handed in is taken for encoded where it looks like it.
        query.addQueryItem(QStringLiteral("part"), QString::fromLatin1(QUrl::toPercentEncoding(route.part)));
        url.setQuery(query);
    }
    return url.toString(QUrl::FullyEncoded);
}

Route fromLink(const QString& link)
{
    const QUrl url(link, QUrl::StrictMode);
    if (url.scheme() != QLatin1String("valv")) {
        return {};
    }
    return { url.host(), url.path(QUrl::FullyDecoded),
             QUrlQuery(url).queryItemValue(QStringLiteral("part"), QUrl::FullyDecoded) };
}

} // namespace valv::views
