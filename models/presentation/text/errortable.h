// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace valv::presentation {

//! An English text and its position comment, null when it has none.
struct ErrorAdvice
{
    const char* text = nullptr;
    const char* comment = nullptr;
};

//! \brief What is said about one error code: English source texts of the context valv::presentation::ErrorText, UTF-8,
//! with %1, %2 … for the error's arguments. The action's text may be null.
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

} // namespace valv::presentation
