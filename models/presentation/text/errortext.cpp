// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/text/errortext.h"

#include "presentation/text/errortable.h"
#include "presentation/text/format.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>
#include <optional>

namespace valv::presentation {

bool isConflict(const Error& error)
{
    return error.code == "PreconditionFailed" || error.code == "ConflictETagMismatch";
}

namespace {

const ErrorRow* findRow(std::span<const ErrorRow> rows, const QString& code)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&code](const ErrorRow& row) {
        return code.compare(QLatin1String(row.code), Qt::CaseInsensitive) == 0;
    });
    return found == rows.end() ? nullptr : &*found;
}

const ErrorRow* rowOf(const QString& code)
{
    for (const auto rows : {serviceErrors(), formErrors(), localErrors(), vaultErrors()}) {
        if (const ErrorRow* row = findRow(rows, code)) {
            return row;
        }
    }
    for (const ErrorAlias& alias : errorAliases()) {
        if (code.compare(QLatin1String(alias.code), Qt::CaseInsensitive) == 0) {
            return rowOf(QString::fromLatin1(alias.known));
        }
    }
    return nullptr;
}

//! The highest %1 … %9 in a text; %n counts as the first argument.
int argumentsIn(const QString& text)
{
    static const QRegularExpression place(QStringLiteral("%([1-9n])"));
    int highest = 0;
    for (auto at = place.globalMatch(text); at.hasNext();) {
        const QString which = at.next().captured(1);
        highest = std::max(highest, which == QLatin1String("n") ? 1 : which.toInt());
    }
    return highest;
}

//! Words that the rules hand over in the wire's spelling: days and rows of a policy.
QString worded(const QString& text)
{
    if (const auto day = contract::fromText<contract::Weekday>(text); day != contract::Weekday::Unknown) {
        return Format::weekdayPlural(day);
    }
    return ErrorText::retentionRow(text);
}

QString shown(const QVariant& value, const QLocale& locale)
{
    switch (value.typeId()) {
    case QMetaType::QStringList: {
        QStringList words;
        for (const QString& each : value.toStringList()) {
            words.append(worded(each));
        }
        return Format::list(words);
    }
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        return locale.toString(value.toLongLong());
    default:
        return ErrorText::retentionRow(value.toString());
    }
}

//! The text with its values, or nothing when values are missing.
std::optional<QString> filled(const char* english, const char* comment, const QVariantList& arguments,
                              const QLocale& locale)
{
    if (english == nullptr) {
        return QString();
    }
    const QString source = QString::fromUtf8(english);
    if (argumentsIn(source) > arguments.size()) {
        return std::nullopt;
    }
    const bool counted = source.contains(QLatin1String("%n"));
    QString text = QCoreApplication::translate("valv::presentation::ErrorText", english, comment,
                                               counted ? arguments.constFirst().toInt() : -1);
    // Values are put in at once, from the end of the text: a value that holds "%2" stays as it is.
    static const QRegularExpression place(QStringLiteral("%([1-9])"));
    for (qsizetype from = text.size(); from >= 0;) {
        QRegularExpressionMatch match;
        const qsizetype at = text.lastIndexOf(place, from, &match);
        if (at < 0) {
            break;
        }
        const int index = match.captured(1).toInt();
        if (index <= arguments.size()) {
            text.replace(at, 2, shown(arguments.at(index - 1), locale));
        }
        from = at - 1;
    }
    return text;
}

//! Reads the values of an English text with places back out of a sentence made from it.
QVariantList valuesFrom(const char* english, const QString& sentence)
{
    if (english == nullptr) {
        return {};
    }
    const QString source = QString::fromUtf8(english);
    static const QRegularExpression place(QStringLiteral("%([1-9n])|\\(s\\)"));
    QString pattern;
    QList<int> order;
    qsizetype last = 0;
    for (auto at = place.globalMatch(source); at.hasNext();) {
        const auto match = at.next();
        pattern += QRegularExpression::escape(source.mid(last, match.capturedStart() - last));
        if (match.captured(1).isEmpty()) {
            pattern += QStringLiteral("(?:\\(s\\)|s|)");
        } else {
            pattern += QStringLiteral("(.+?)");
            order.append(match.captured(1) == QLatin1String("n") ? 1 : match.captured(1).toInt());
        }
        last = match.capturedEnd();
    }
    pattern += QRegularExpression::escape(source.mid(last));
    const auto match = QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(sentence.trimmed());
    QVariantList values;
    if (match.hasMatch() && !order.isEmpty()) {
        values.resize(*std::max_element(order.cbegin(), order.cend()));
        for (int i = 0; i < order.size(); ++i) {
            values[order.at(i) - 1] = match.captured(i + 1);
        }
    }
    return values;
}

QString spoken(const std::string& text)
{
    return QString::fromStdString(text).replace(QLatin1String("\r\n"), QLatin1String("\n")).trimmed();
}

} // namespace

QString ErrorText::retentionRow(const QString& field)
{
    if (field == QLatin1String("daily")) {
        return tr("daily", "retention row, inside a sentence");
    }
    if (field == QLatin1String("weekly")) {
        return tr("weekly", "retention row, inside a sentence");
    }
    if (field == QLatin1String("monthly")) {
        return tr("monthly", "retention row, inside a sentence");
    }
    if (field == QLatin1String("yearly")) {
        return tr("yearly", "retention row, inside a sentence");
    }
    return field;
}

bool ErrorText::knows(const QString& code)
{
    return rowOf(code) != nullptr;
}

ErrorText ErrorText::of(const Error& error, const QLocale& locale)
{
    // The wire's code may be a wide one; the service puts the precise one into the details.
    const auto precise = std::find_if(error.details.begin(), error.details.end(),
                                      [](const Error& detail) { return knows(QString::fromStdString(detail.code)); });
    if (precise != error.details.end()) {
        return of(*precise, locale);
    }
    ErrorText text;
    text.m_serverWords = spoken(error.message);
    text.m_code = QString::fromStdString(error.code);
    const QString message = spoken(error.message);
    const QString action = spoken(error.action);
    const ErrorRow* row = rowOf(text.m_code);
    if (row == nullptr) {
        text.m_message = message.isEmpty() ? tr("The operation failed.") : message;
        text.m_action = action;
        return text;
    }
    text.m_message = filled(row->message, nullptr, valuesFrom(row->message, message), locale).value_or(message);
    const auto advice = filled(row->action.text, row->action.comment, valuesFrom(row->action.text, action), locale);
    text.m_action = advice.value_or(action);
    return text;
}

ErrorText ErrorText::of(const QString& code, const QVariantList& arguments, const QLocale& locale)
{
    ErrorText text;
    text.m_code = code;
    const ErrorRow* row = rowOf(code);
    if (row == nullptr) {
        text.m_message = tr("The operation failed.");
        return text;
    }
    text.m_message =
        Format::capitalised(filled(row->message, nullptr, arguments, locale).value_or(tr("The operation failed.")));
    text.m_action = filled(row->action.text, row->action.comment, arguments, locale).value_or(QString());
    return text;
}

ErrorText ErrorText::of(const contract::Violation& violation, const QLocale& locale)
{
    ErrorText text = of(violation.code, violation.arguments, locale);
    text.m_suggestion = violation.suggestion;
    return text;
}

QString ErrorText::title() const
{
    static const QRegularExpression end(QStringLiteral("[.!?](?=\\s|$)"));
    const auto match = end.match(m_message);
    return match.hasMatch() ? m_message.left(match.capturedEnd()) : m_message;
}

QString ErrorText::underField() const
{
    if (m_suggestion.isEmpty()) {
        return m_message;
    }
    //: %1 a sentence about a field, %2 a value that would be right
    return tr("%1 Suggestion: %2").arg(m_message, m_suggestion);
}

QString ErrorText::sentence() const
{
    return m_action.isEmpty() ? m_message : QString(m_message + QLatin1Char(' ') + m_action);
}

} // namespace valv::presentation
