// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/page.h"

#include "contract/json_p.h"
#include "core/datetime.h"

#include <QJsonDocument>
#include <QRegularExpression>

namespace valv::contract {

Result<Page> Page::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    Page page;
    const auto value = json.value(QLatin1String("value"));
    if (!value.isArray()) {
        return failure("InvalidRequestContent", "The answer is no list: it has no value array.", "value");
    }
    page.value = value.toArray();
    page.nextLink = reader.text(QLatin1String("nextLink"));
    return checked(reader, page);
}

QJsonObject Page::toJson() const
{
    QJsonObject json{{QStringLiteral("value"), value}};
    if (!nextLink.isEmpty()) {
        json.insert(QLatin1String("nextLink"), nextLink);
    }
    return json;
}

Result<QHash<QString, QString>> parseFilter(const QString& filter)
{
    static const QRegularExpression term(
        QStringLiteral(R"(\G\s*([A-Za-z_][\w./]*)\s+eq\s*(?:'((?:[^']|'')*)'|\s([^\s']+))\s*(and\b|$))"),
        QRegularExpression::CaseInsensitiveOption);
    QHash<QString, QString> values;
    qsizetype at = 0;
    bool more = !filter.trimmed().isEmpty();
    while (more) {
        const auto match = term.match(filter, at);
        if (!match.hasMatch()) {
            return failure("BMSUserErrorInvalidInput",
                           "Input provided for the call is invalid\r\nPlease check the required inputs", "$filter");
        }
        const bool quoted = match.capturedStart(2) >= 0;
        auto value = quoted ? match.captured(2) : match.captured(3);
        if (quoted) {
            value.replace(QLatin1String("''"), QLatin1String("'"));
        }
        values.insert(match.captured(1).toLower(), value);
        at = match.capturedEnd();
        more = !match.captured(4).isEmpty();
    }
    return values;
}

std::optional<QDateTime> parseFilterTime(const QString& text)
{
    static const QRegularExpression pattern(
        QStringLiteral(R"(^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})/(\d{1,2})/(\d{4})))"
                       R"((?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AaPp][Mm])?)?\s*Z?$)"));
    const auto trimmed = text.trimmed();
    const auto match = pattern.match(trimmed);
    if (!match.hasMatch()) {
        return fromIso(trimmed); // with an offset
    }
    const bool yearFirst = !match.captured(1).isEmpty();
    const QDate date = yearFirst
        ? QDate(match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt())
        : QDate(match.captured(6).toInt(), match.captured(4).toInt(), match.captured(5).toInt());
    int hour = match.captured(7).toInt();
    const auto half = match.captured(10).toLower();
    if (!half.isEmpty()) {
        if (hour > 12) {
            return std::nullopt;
        }
        hour = hour % 12 + (half == QLatin1String("pm") ? 12 : 0);
    }
    const QTime time(hour, match.captured(8).toInt(), match.captured(9).toInt());
    if (!date.isValid() || !time.isValid()) {
        return std::nullopt;
    }
    return QDateTime(date, time, Qt::UTC);
}

Result<QJsonObject> parseObject(const QByteArray& body)
{
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject()) {
        const auto reason = error.error != QJsonParseError::NoError ? error.errorString().toStdString() : "no object";
        return failure("InvalidRequestContent",
                       "The request content was invalid and could not be deserialized: '" + reason + "'.");
    }
    return document.object();
}

} // namespace valv::contract
