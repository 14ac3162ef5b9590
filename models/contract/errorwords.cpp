// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/errorwords.h"

#include "contract/rules.h"

#include <QRegularExpression>

#include <algorithm>

namespace valv::contract {

namespace {

//! Which value belongs into a place: 0 is the first.
int valueAt(QStringView place)
{
    return place == u"n" ? 0 : place.toInt() - 1;
}

const ErrorRow* rowOf(const QString& code)
{
    for (const auto rows : {serviceErrors(), formErrors(), localErrors(), vaultErrors()}) {
        const auto found = std::find_if(rows.begin(), rows.end(), [&code](const ErrorRow& row) {
            return code.compare(QLatin1String(row.code), Qt::CaseInsensitive) == 0;
        });
        if (found != rows.end()) {
            return &*found;
        }
    }
    return nullptr;
}

} // namespace

const ErrorRow* errorRow(const QString& code)
{
    if (const auto* row = rowOf(code)) {
        return row;
    }
    const auto aliases = errorAliases();
    const auto alias = std::find_if(aliases.begin(), aliases.end(), [&code](const ErrorAlias& each) {
        return code.compare(QLatin1String(each.code), Qt::CaseInsensitive) == 0;
    });
    return alias == aliases.end() ? nullptr : rowOf(QString::fromLatin1(alias->known));
}

bool isCounted(const char* english)
{
    return QByteArrayView(english).contains("%n");
}

QStringList valuesIn(const QString& sentence, const char* english)
{
    if (english == nullptr) {
        return {};
    }
    const auto source = QString::fromUtf8(english);
    static const QRegularExpression placeOrPlural(QStringLiteral("%([1-9n])|\\(s\\)"));
    QString pattern;
    QList<int> order;
    qsizetype last = 0;
    for (auto at = placeOrPlural.globalMatch(source); at.hasNext();) {
        const auto match = at.next();
        pattern += QRegularExpression::escape(source.mid(last, match.capturedStart() - last));
        if (match.capturedView(1).isEmpty()) {
            pattern += QStringLiteral("(?:\\(s\\)|s|)");
        } else {
            pattern += QStringLiteral("(.+?)");
            order.append(valueAt(match.capturedView(1)));
        }
        last = match.capturedEnd();
    }
    pattern += QRegularExpression::escape(source.mid(last));
    const auto match = QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(sentence.trimmed());
    QStringList values;
    if (match.hasMatch() && !order.isEmpty()) {
        values.resize(*std::max_element(order.cbegin(), order.cend()) + 1);
        for (int i = 0; i < order.size(); ++i) {
            values[order.at(i)] = match.captured(i + 1);
        }
    }
    return values;
}

std::optional<QString> withValues(QString text, const QStringList& values)
{
    static const QRegularExpression place(QStringLiteral("%([1-9n])"));
    // From the end of the text, so that what was put in is not looked at again.
    for (qsizetype from = text.size(); from >= 0;) {
        QRegularExpressionMatch match;
        const auto at = text.lastIndexOf(place, from, &match);
        if (at < 0) {
            break;
        }
        const int index = valueAt(match.capturedView(1));
        if (index >= values.size()) {
            return std::nullopt;
        }
        text.replace(at, match.capturedLength(), values.at(index));
        from = at - 1;
    }
    return text;
}

QString inEnglish(const Violation& violation)
{
    const auto* row = errorRow(violation.code);
    if (row == nullptr) {
        return violation.code;
    }
    QStringList values;
    for (const auto& argument : violation.arguments) {
        values.append(argument.typeId() == QMetaType::QStringList ? argument.toStringList().join(QStringLiteral(", "))
                                                                  : argument.toString());
    }
    const auto english = QString::fromUtf8(row->message);
    return withValues(english, values).value_or(english);
}

} // namespace valv::contract
