// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/text/errortext.h"

#include "contract/errorwords.h"
#include "presentation/text/format.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

namespace valv::presentation {

bool isConflict(const Error& error)
{
    return error.code == "PreconditionFailed" || error.code == "ConflictETagMismatch";
}

bool isNotThere(const Error& error)
{
    return error.code == "BMSUserErrorDataSourceObjectNotFound" || error.code == "ResourceNotFound"
        || error.code == "BMSUserErrorObjectNotFound";
}

namespace {

const Error* nameTaken(const Error& error)
{
    constexpr std::array codes{"ValPolicyNameTaken", "ValVaultNameTaken", "ValVaultNameReserved",
                               "ValResourceGroupTaken"};
    if (std::any_of(codes.begin(), codes.end(), [&error](const char* code) { return error.code == code; })) {
        return &error;
    }
    for (const auto& detail : error.details) { // within what the client calls it
        if (const auto* inner = nameTaken(detail)) {
            return inner;
        }
    }
    return nullptr;
}

} // namespace

Error nameTakenOr(const Error& error)
{
    const auto* found = nameTaken(error);
    return found != nullptr ? *found : error;
}

namespace {

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

QStringList shown(const QVariantList& arguments, const QLocale& locale)
{
    QStringList all;
    for (const auto& argument : arguments) {
        all.append(shown(argument, locale));
    }
    return all;
}

//! A text of a row in the person's language; nothing: values are missing.
std::optional<QString> filled(const char* english, const char* comment, const QVariantList& arguments,
                              const QLocale& locale)
{
    if (english == nullptr) {
        return QString();
    }
    const bool counted = contract::isCounted(english);
    if (counted && arguments.isEmpty()) {
        return std::nullopt;
    }
    const int number = counted ? arguments.constFirst().toInt() : -1;
    return contract::withValues(QCoreApplication::translate(contract::errorContext, english, comment, number),
                                shown(arguments, locale));
}

//! The same with the values that stand in the server's English sentence.
std::optional<QString> filledFrom(const QString& sentence, const char* english, const char* comment,
                                  const QLocale& locale)
{
    const auto values = contract::valuesIn(sentence, english);
    return filled(english, comment, QVariantList(values.begin(), values.end()), locale);
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
    return contract::errorRow(code) != nullptr;
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
    const auto* row = contract::errorRow(text.m_code);
    if (row == nullptr) {
        text.m_message = message.isEmpty() ? tr("The operation failed.") : message;
        text.m_action = action;
        return text;
    }
    text.m_message = filledFrom(message, row->message, nullptr, locale).value_or(message);
    text.m_action = filledFrom(action, row->action.text, row->action.comment, locale).value_or(action);
    if (text.m_action.isEmpty() && error.code == "AuthorizationFailed") { // which role is not known
        text.m_action = tr("Ask whoever is responsible for the subscription for a role that allows it.");
    }
    return text;
}

ErrorText ErrorText::of(const QString& code, const QVariantList& arguments, const QLocale& locale)
{
    ErrorText text;
    text.m_code = code;
    const auto* row = contract::errorRow(code);
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
