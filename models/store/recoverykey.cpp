// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/recoverykey.h"

#include "store/crypto.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <fstream>

namespace valv::store {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t checkSize = 3;
constexpr std::size_t characters = (KeySize + checkSize) * 8 / 5; // 56
constexpr std::size_t groupSize = 7;

tl::unexpected<Error> mistyped(std::string message)
{
    return failure("RecoveryKeyMistyped", std::move(message), {},
                   "Compare each group of the recovery key with what was saved or printed.");
}

Hash check(const RecoveryKey::Bytes& key)
{
    Bytes data(key.begin(), key.end());
    const auto label = asBytes("valv recovery key");
    data.insert(data.end(), label.begin(), label.end());
    const auto hash = sha256(data);
    wipe(data);
    return hash;
}

int valueOf(char c)
{
    if (c >= 'a' && c <= 'z') {
        c = static_cast<char>(c - 'a' + 'A');
    }
    c = c == 'O' ? '0' : c == 'I' || c == 'L' ? '1' : c;
    const auto at = alphabet.find(c);
    return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

} // namespace

RecoveryKey RecoveryKey::generate()
{
    return RecoveryKey(randomKey());
}

RecoveryKey::~RecoveryKey()
{
    wipe(m_bytes);
}

Result<RecoveryKey> RecoveryKey::fromText(std::string_view text)
{
    std::array<std::byte, KeySize + checkSize> all{};
    std::size_t count = 0;
    for (const char c : text) {
        if (c == ' ' || c == '-' || c == '\t' || c == '\r' || c == '\n') {
            continue;
        }
        const int value = valueOf(c);
        if (value < 0) {
            return mistyped(std::string("The character \"") + c + "\" does not occur in a recovery key.");
        }
        if (count < characters) {
            for (std::size_t bit = 0; bit < 5; ++bit) {
                if ((value >> (4 - bit)) & 1) {
                    const auto at = count * 5 + bit;
                    all[at / 8] |= static_cast<std::byte>(0x80 >> (at % 8));
                }
            }
        }
        ++count;
    }
    if (count != characters) {
        return mistyped("A recovery key has 56 characters in eight groups of seven; this one has "
                        + std::to_string(count) + ".");
    }
    Bytes bytes;
    std::copy_n(all.begin(), KeySize, bytes.begin());
    RecoveryKey key(bytes);
    wipe(bytes);
    const auto hash = check(key.m_bytes);
    if (!std::equal(hash.begin(), hash.begin() + checkSize, all.begin() + KeySize)) {
        wipe(all);
        return mistyped("The recovery key has a mistyped character.");
    }
    wipe(all);
    return key;
}

std::string RecoveryKey::text() const
{
    std::array<std::byte, KeySize + checkSize> all;
    std::copy(m_bytes.begin(), m_bytes.end(), all.begin());
    const auto hash = check(m_bytes);
    std::copy_n(hash.begin(), checkSize, all.begin() + KeySize);
    std::string text;
    for (std::size_t i = 0; i < characters; ++i) {
        std::size_t value = 0;
        for (std::size_t bit = i * 5; bit < i * 5 + 5; ++bit) {
            value = value * 2 + ((std::to_integer<unsigned>(all[bit / 8]) >> (7 - bit % 8)) & 1);
        }
        if (i != 0 && i % groupSize == 0) {
            text += '-';
        }
        text += alphabet[value];
    }
    wipe(all);
    return text;
}

Result<RecoveryKey> RecoveryKey::fromFile(const std::string& path)
{
    std::ifstream file(path);
    if (!file) {
        return errno == EACCES ? failure("KeyFileNoPermission", "The key file may not be read: " + path + ".", path,
                                         "Read it as the user who made the vault.")
                               : failure("KeyFileNotFound", "There is no key file " + path + ".", path,
                                         "Give the file that holds the vault's recovery key.");
    }
    std::string line;
    while (std::getline(file, line)) {
        const auto start = line.find_first_not_of(" \t\r");
        if (start != std::string::npos && line[start] != '#') {
            auto key = fromText(line);
            wipe(std::as_writable_bytes(std::span(line)));
            return key;
        }
    }
    return mistyped("The key file " + path + " holds no recovery key.");
}

Result<> RecoveryKey::writeFile(const std::string& path, std::string_view vaultName, std::string_view vaultId) const
{
    const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0) {
        const int code = errno;
        if (code == EEXIST) {
            return failure("KeyFileExists", "The file " + path + " exists; a key file is never overwritten.", path,
                           "Give another name.");
        }
        return failure(code == EACCES || code == EROFS ? "KeyFileNoPermission" : "KeyFileNotWritten",
                       "The key file " + path + " cannot be made: " + std::strerror(code) + ".", path, {});
    }
    std::string content = "# Recovery key of the Valv vault \"" + std::string(vaultName) + "\" (" + std::string(vaultId)
        + ").\n# Whoever has it can read the vault; without it nobody can. Keep a copy away from the vault.\n" + text()
        + "\n";
    const bool written =
        ::write(file, content.data(), content.size()) == static_cast<ssize_t>(content.size()) && ::fsync(file) == 0;
    wipe(std::as_writable_bytes(std::span(content)));
    if (::close(file) != 0 || !written) {
        const int code = errno;
        ::unlink(path.c_str());
        return failure("KeyFileNotWritten",
                       "The key file " + path + " could not be written: " + std::strerror(code) + ".", path, {});
    }
    return {};
}

bool operator==(const RecoveryKey& a, const RecoveryKey& b)
{
    return sameSecret(a.m_bytes, b.m_bytes);
}

} // namespace valv::store
