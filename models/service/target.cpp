// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/target.h"

#include <QStringDecoder>
#include <QUrl>

#include <algorithm>
#include <optional>

namespace valv::service {
namespace {

constexpr qsizetype longestTarget = 16 * 1024;

int hexDigit(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::optional<QString> decoded(QByteArrayView text, bool form)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
            const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
            if (high < 0 || low < 0) {
                return std::nullopt;
            }
            bytes.append(static_cast<char>(high * 16 + low));
            i += 2;
        } else {
            bytes.append(form && text[i] == '+' ? ' ' : text[i]);
        }
    }
    QStringDecoder utf8(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString result = utf8(bytes);
    const bool control =
        std::any_of(result.begin(), result.end(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
    return utf8.hasError() || control ? std::nullopt : std::optional(result);
}

tl::unexpected<Error> bad(const char* why)
{
    return failure("InvalidRequestUri", std::string("The request URI is not valid: ") + why);
}

} // namespace

QString Target::option(QStringView name) const
{
    const auto found = std::find_if(options.begin(), options.end(),
                                    [name](const auto& o) { return o.first.compare(name, Qt::CaseInsensitive) == 0; });
    return found == options.end() ? QString() : found->second;
}

QString Target::encodedPath() const
{
    QString path;
    for (const auto& segment : segments) {
        path += QLatin1Char('/') + encoded(segment);
    }
    return path;
}

QString encoded(const QString& text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, QByteArrayLiteral(";()'")));
}

Result<Target> parseTarget(const QString& target)
{
    if (target.size() > longestTarget) {
        return bad("it is too long.");
    }
    QByteArray text = target.toUtf8();
    for (const auto* scheme : {"https://", "http://"}) {
        if (text.left(8).toLower().startsWith(scheme)) {
            const auto slash = text.indexOf('/', static_cast<qsizetype>(qstrlen(scheme)));
            text = slash < 0 ? QByteArrayLiteral("/") : text.mid(slash);
            break;
        }
    }
    if (const auto hash = text.indexOf('#'); hash >= 0) {
        text.truncate(hash);
    }
    const auto question = text.indexOf('?');
    const QByteArray path = question < 0 ? text : text.left(question);
    const QByteArray query = question < 0 ? QByteArray() : text.mid(question + 1);
    if (!path.startsWith('/')) {
        return bad("the path does not start with a slash.");
    }
    Target result;
    for (const auto& part : path.split('/')) {
        if (part.isEmpty()) {
            continue;
        }
        const auto segment = decoded(part, false);
        if (!segment || segment->contains(QLatin1Char('/')) || *segment == QLatin1String(".")
            || *segment == QLatin1String("..")) {
            return bad("a segment of the path cannot be decoded.");
        }
        result.segments.append(*segment);
    }
    for (const auto& part : query.split('&')) {
        if (part.isEmpty()) {
            continue;
        }
        const auto equals = part.indexOf('=');
        const auto name = decoded(equals < 0 ? part : part.left(equals), true);
        const auto value = equals < 0 ? std::optional(QString(QLatin1String(""))) : decoded(part.mid(equals + 1), true);
        if (!name || !value) {
            return bad("an option of the query cannot be decoded.");
        }
        result.options.emplaceBack(*name, value->isNull() ? QString(QLatin1String("")) : *value);
    }
    return result;
}

} // namespace valv::service
