// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace valv::store {

//! \brief The 32 random bytes that open a vault. Wiped from memory when it goes.
//! As text: eight groups of seven characters of an alphabet without I, L, O and U, the last three bytes a checksum, so
//! that a mistyped character is noticed (one in 16 million is not). Reading ignores case, spaces and hyphens and takes
//! O for 0, I and L for 1. Source: docs/vault-format.md.
class RecoveryKey
{
public:
    using Bytes = std::array<std::byte, 32>;

    //! From the operating system's generator.
    [[nodiscard]] static RecoveryKey generate();
    //! Error "RecoveryKeyMistyped" when length, alphabet or checksum is wrong.
    [[nodiscard]] static Result<RecoveryKey> fromText(std::string_view text);
    //! The first line of a key file that is neither empty nor a comment (#). Errors: "KeyFileNotFound",
    //! "KeyFileNoPermission", "RecoveryKeyMistyped".
    [[nodiscard]] static Result<RecoveryKey> fromFile(const std::string& path);

    explicit RecoveryKey(const Bytes& bytes)
        : m_bytes(bytes)
    { }
    RecoveryKey(const RecoveryKey&) = default;
    RecoveryKey& operator=(const RecoveryKey&) = default;
    ~RecoveryKey();

    [[nodiscard]] const Bytes& bytes() const { return m_bytes; }
    [[nodiscard]] std::string text() const;
    //! Writes a text file that only its owner can read (mode 0600), with a comment saying what it is for. Never
    //! overwrites: error "KeyFileExists". Others: "KeyFileNoPermission", "KeyFileNotWritten".
    [[nodiscard]] Result<> writeFile(const std::string& path, std::string_view vaultName,
                                     std::string_view vaultId) const;

    friend bool operator==(const RecoveryKey& a, const RecoveryKey& b);

private:
    Bytes m_bytes{};
};

} // namespace valv::store
