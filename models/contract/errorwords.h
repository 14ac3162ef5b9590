// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <span>

//! What is said about each error code, in English: the wire and the log have it as it is, the console and the mails
//! find their translation by it (translations/README.md).
namespace valv::contract {

//! Of all texts below; what QTranslator calls a context.
inline constexpr const char* errorContext = "valv::contract::ErrorWords";

//! An English text and its position comment, null when it has none.
struct ErrorAdvice
{
    const char* text = nullptr;
    const char* comment = nullptr;
};

//! UTF-8, with %1, %2 … for the error's values; %n stands for the first, and counts. The action's text may be null.
struct ErrorRow
{
    const char* code;
    const char* message;
    ErrorAdvice action;
};

[[nodiscard]] std::span<const ErrorRow> serviceErrors(); //!< of the service, the engine and the virtual machine
[[nodiscard]] std::span<const ErrorRow> formErrors(); //!< Val…: of a form's fields
[[nodiscard]] std::span<const ErrorRow> localErrors(); //!< of this computer: disks, vault folders, keys, the network
[[nodiscard]] std::span<const ErrorRow> vaultErrors(); //!< immutability, locks, the second location

//! Another name of a code, on the wire or of an older version of the service.
struct ErrorAlias
{
    const char* code;
    const char* known;
};
[[nodiscard]] std::span<const ErrorAlias> errorAliases();

//! By the code or another name of it, in any case; null: nothing is said about it.
[[nodiscard]] const ErrorRow* errorRow(const QString& code);

//! It has a form for one and another for several: its translation depends on the first value.
[[nodiscard]] bool isCounted(const char* english);
//! \brief The values that a sentence was made with, read back out of it. \return none: it was made from another text
//! \param english with places for them
[[nodiscard]] QStringList valuesIn(const QString& sentence, const char* english);
//! \brief The text with values in its places; nothing: there are fewer values than places. What stands in a value that
//! looks like a place stays. \param text in any language
[[nodiscard]] std::optional<QString> withValues(QString text, const QStringList& values);

} // namespace valv::contract
