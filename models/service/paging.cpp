// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/paging.h"

#include "service/errors.h"

#include <optional>

namespace valv::service {
namespace {

struct Token
{
    qsizetype position = 0;
    QString last;
};

QString toText(const Token& token)
{
    const QString text = QStringLiteral("1\n%1\n").arg(token.position) + token.last;
    return QString::fromLatin1(text.toUtf8().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

std::optional<Token> fromText(const QString& text)
{
    const auto bytes = QByteArray::fromBase64Encoding(
        text.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!bytes) {
        return std::nullopt;
    }
    const auto parts = QString::fromUtf8(*bytes).split(QLatin1Char('\n'));
    bool number = false;
    const auto position = parts.size() == 3 && parts[0] == QLatin1String("1") ? parts[1].toLongLong(&number) : -1;
    return number && position > 0 ? std::optional(Token{static_cast<qsizetype>(position), parts[2]}) : std::nullopt;
}

QString nextLink(const Call& call, const Token& token, std::optional<qsizetype> top)
{
    QString query;
    for (const auto& [name, value] : call.target().options) {
        if (name.compare(QLatin1String("$skipToken"), Qt::CaseInsensitive) != 0
            && name.compare(QLatin1String("$top"), Qt::CaseInsensitive) != 0) {
            query += (name.startsWith(QLatin1Char('$')) ? QLatin1Char('$') + encoded(name.mid(1)) : encoded(name))
                + QLatin1Char('=') + encoded(value) + QLatin1Char('&');
        }
    }
    if (top) {
        query += QStringLiteral("$top=%1&").arg(*top);
    }
    return call.baseUrl() + call.target().encodedPath() + QLatin1Char('?') + query + QStringLiteral("$skipToken=")
        + toText(token);
}

} // namespace

Result<Cursor> cursorOf(const Call& call)
{
    Cursor cursor;
    if (const auto text = call.option(u"$top"); !text.isNull()) {
        bool number = false;
        const auto value = text.toLongLong(&number);
        if (!number || value < 0) {
            return tl::unexpected(
                problem("InvalidInput", QStringLiteral("The value of $top is not a whole number of rows.")));
        }
        cursor.top = static_cast<qsizetype>(value);
    }
    if (const auto text = call.option(u"$skipToken"); !text.isNull()) {
        const auto token = fromText(text);
        if (!token) {
            return tl::unexpected(
                problem("InvalidInput", QStringLiteral("The value of $skipToken is not one that was handed out.")));
        }
        cursor.position = token->position;
        cursor.last = token->last;
    }
    return cursor;
}

qsizetype lengthOf(const Cursor& cursor, PageSize pageSize)
{
    const auto usual = cursor.position == 0 ? pageSize.first : pageSize.further;
    return cursor.top ? std::min(*cursor.top, usual) : usual;
}

QString linkBehind(const Call& call, const Cursor& cursor, qsizetype sent, const QString& last)
{
    const auto rest = cursor.top ? std::optional(*cursor.top - sent) : std::nullopt;
    return sent > 0 && (!rest || *rest > 0) ? nextLink(call, {cursor.position + sent, last}, rest) : QString();
}

Result<Window> windowOf(const Call& call, qsizetype count, PageSize pageSize,
                        const std::function<QString(qsizetype)>& keyAt)
{
    auto cursor = cursorOf(call);
    if (!cursor) {
        return tl::unexpected(cursor.error());
    }
    Window window;
    if (cursor->position > 0) {
        window.from = std::min(cursor->position, count);
        // Rows come and go near the place where the last page ended; look there first, then everywhere.
        const auto isLast = [&](qsizetype i) { return i >= 0 && i < count && keyAt(i) == cursor->last; };
        if (!isLast(window.from - 1)) {
            for (qsizetype i = 0; i < count; ++i) {
                if (isLast(i)) {
                    window.from = i + 1;
                    break;
                }
            }
        }
    }
    cursor->position = window.from;
    window.to = std::min(window.from + lengthOf(*cursor, pageSize), count);
    if (window.to < count && window.to > window.from) {
        window.nextLink = linkBehind(call, *cursor, window.to - window.from, keyAt(window.to - 1));
    }
    return window;
}

bool accepts(const QHash<QString, QString>& filter, const QString& name, const QString& value)
{
    const auto found = filter.constFind(name.toLower());
    return found == filter.constEnd() || found.value().compare(value, Qt::CaseInsensitive) == 0;
}

bool acceptsVms(const QHash<QString, QString>& filter)
{
    return accepts(filter, QStringLiteral("backupManagementType"), QStringLiteral("AzureIaasVM"))
        || accepts(filter, QStringLiteral("backupManagementType"), QStringLiteral("AzureVM"));
}

} // namespace valv::service
