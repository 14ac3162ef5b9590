// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/rules.h"
#include "core/result.h"

#include <QCoreApplication>
#include <QLocale>
#include <QString>
#include <QVariantList>

namespace valv::presentation {

//! Somebody else has changed it since it was read.
[[nodiscard]] bool isConflict(const Error& error);
//! The backend has none such, or has it no longer.
[[nodiscard]] bool isNotThere(const Error& error);

//! Another has the name of what was to be made: what is wrong with the name (Val…Taken, ValVaultNameReserved); else the
//! error as it is.
[[nodiscard]] Error nameTakenOr(const Error& error);

//! \brief An error in the person's language: what happened, and what to do about it.
//!
//! Every code of the error table has its own text; for another code the server's own words are shown. A text with %1,
//! %2 … takes its values from the arguments, or, when an Error came over the wire, reads them out of the server's
//! English sentence; when it can't, the server's sentence is shown as it is. GUI thread. Source: errors.tsv,
//! contract.md 2.
class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(valv::presentation::ErrorText)

public:
    ErrorText() = default;
    //! \param locale for numbers among the values
    [[nodiscard]] static ErrorText of(const Error& error, const QLocale& locale = {});
    [[nodiscard]] static ErrorText of(const QString& code, const QVariantList& arguments, const QLocale& locale = {});
    [[nodiscard]] static ErrorText of(const contract::Violation& violation, const QLocale& locale = {});
    //! "weekly" as it stands inside a sentence; any other text as it is.
    [[nodiscard]] static QString retentionRow(const QString& field);
    //! Whether a code has a text of its own here.
    [[nodiscard]] static bool knows(const QString& code);

    [[nodiscard]] const QString& code() const { return m_code; } //!< as it came
    [[nodiscard]] QString title() const; //!< the first sentence of the message
    [[nodiscard]] const QString& message() const { return m_message; } //!< whole sentences
    [[nodiscard]] const QString& action() const { return m_action; } //!< recommended action; may be empty
    [[nodiscard]] const QString& suggestion() const
    {
        return m_suggestion;
    } //!< a value that would be right; may be empty
    //! What the service or the computer said, in English, for "Copy details"; may be empty.
    [[nodiscard]] const QString& serverWords() const { return m_serverWords; }
    //! Message, then the suggestion if there is one: what stands under a field.
    [[nodiscard]] QString underField() const;
    //! Message and action as one paragraph.
    [[nodiscard]] QString sentence() const;

private:
    QString m_code;
    QString m_message;
    QString m_action;
    QString m_suggestion;
    QString m_serverWords;
};

} // namespace valv::presentation
