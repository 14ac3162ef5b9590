// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/text/phrase.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

namespace valv::presentation {

Phrase Phrase::verbatim(const QString& text)
{
    Phrase phrase;
    phrase.values = {text};
    return phrase;
}

QString Phrase::text() const
{
    if (source.isEmpty()) {
        return values.value(0);
    }
    QString text = QCoreApplication::translate(context.constData(), source.constData());
    // From the end, so that a value that holds "%2" stays as it is.
    static const QRegularExpression place(QStringLiteral("%([1-9])"));
    for (qsizetype from = text.size(); from >= 0;) {
        QRegularExpressionMatch match;
        const qsizetype at = text.lastIndexOf(place, from, &match);
        if (at < 0) {
            break;
        }
        const int index = match.captured(1).toInt();
        if (index <= values.size()) {
            text.replace(at, 2, values.at(index - 1));
        }
        from = at - 1;
    }
    return text;
}

QJsonObject Phrase::toJson() const
{
    QJsonObject json{{QStringLiteral("values"), QJsonArray::fromStringList(values)}};
    if (!source.isEmpty()) {
        json.insert(QStringLiteral("context"), QString::fromUtf8(context));
        json.insert(QStringLiteral("source"), QString::fromUtf8(source));
    }
    return json;
}

Phrase Phrase::fromJson(const QJsonObject& json)
{
    Phrase phrase;
    phrase.context = json.value(QStringLiteral("context")).toString().toUtf8();
    phrase.source = json.value(QStringLiteral("source")).toString().toUtf8();
    const QJsonArray values = json.value(QStringLiteral("values")).toArray();
    for (const QJsonValue value : values) {
        phrase.values.append(value.toString());
    }
    return phrase;
}

} // namespace valv::presentation
