// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <vector>

namespace valv {

//! \brief Why something could not be done: a code to branch on, words for the log, and what to do about it.
//! A value without Qt, so that every room can use it. Text is UTF-8 English; the console shows its own text, in the
//! person's language, for every code it knows (translations of errors.tsv), and these words otherwise.
struct Error
{
    std::string code; //!< stable, e.g. "UserErrorBackupOperationInProgress"; codes of contract.md on the wire
    std::string message; //!< one or two whole sentences
    std::string target; //!< what it is about: a field, a path, a disk; may be empty
    std::string action; //!< recommended action; may be empty
    std::vector<Error> details; //!< several causes, e.g. one for each bad field

    friend bool operator==(const Error&, const Error&) = default;
};

//! \brief A value or the reason why there is none. Copyable when T is, which Qt 6.4's futures need.
template <typename T = void>
using Result = tl::expected<T, Error>;

//! \brief Shorthand for returning a failure from a function that returns a Result.
[[nodiscard]] inline tl::unexpected<Error> failure(std::string code, std::string message, std::string target = {},
                                                   std::string action = {})
{
    return tl::unexpected<Error>(Error { std::move(code), std::move(message), std::move(target), std::move(action), {} });
}

} // namespace valv
