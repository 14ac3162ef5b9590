// SPDX-License-Identifier: GPL-3.0-or-later
#include "access.h"

#include "files.h"

#include <QCryptographicHash>

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <array>
#include <filesystem>
#include <system_error>

namespace valv::daemon {
namespace {

constexpr qsizetype shortestToken = 16;

QByteArray hashOf(const QByteArray& token)
{
    return QCryptographicHash::hash(token, QCryptographicHash::Sha256);
}

} // namespace

Access::Access(const QByteArray& token)
    : m_hash(hashOf(token))
{ }

service::Caller Access::callerOf(const QByteArray& authorization) const
{
    service::Caller caller;
    caller.signedIn = false;
    const QByteArray scheme("bearer ");
    if (authorization.isEmpty()) {
        return caller;
    }
    caller.refusal = QStringLiteral("InvalidAuthenticationToken");
    if (authorization.left(scheme.size()).toLower() != scheme) {
        return caller;
    }
    const auto hash = hashOf(authorization.mid(scheme.size()).trimmed());
    if (CRYPTO_memcmp(hash.constData(), m_hash.constData(), static_cast<std::size_t>(m_hash.size())) == 0) {
        caller.signedIn = true;
        caller.name = QStringLiteral("token");
    }
    return caller;
}

Result<Token> readOrMakeToken(const std::string& file)
{
    std::error_code ignored;
    if (!std::filesystem::exists(std::filesystem::symlink_status(file, ignored))) {
        std::array<unsigned char, 32> random{};
        if (RAND_bytes(random.data(), static_cast<int>(random.size())) != 1) {
            return failure("TokenUnwritable", "The system gave no random bytes.", file);
        }
        Token token;
        token.value = QByteArray(reinterpret_cast<const char*>(random.data()), static_cast<qsizetype>(random.size()))
                          .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        token.made = true;
        if (const auto written = createPrivateFile(file, token.value.toStdString() + "\n"); !written) {
            return failure("TokenUnwritable", written.error().message, file);
        }
        return token;
    }
    const auto content = readSmallFile(file);
    if (!content) {
        return failure("TokenUnreadable", content.error().message, file);
    }
    Token token;
    token.value = QByteArray::fromStdString(*content).trimmed();
    token.readableByOthers = isReadableByOthers(file);
    if (token.value.size() < shortestToken) {
        return failure("TokenTooShort", "The token must have at least 16 characters.", file);
    }
    return token;
}

} // namespace valv::daemon
