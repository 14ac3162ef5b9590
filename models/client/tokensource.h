// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/whendone.h"

#include <QByteArray>
#include <QFuture>

#include <utility>

namespace valv::client {

//! \brief Where the bearer token of a connection comes from. Tokens never reach a log.
class TokenSource
{
public:
    virtual ~TokenSource() = default;
    //! \param renew true when the server refused the last one: get another, or say SignInExpired.
    [[nodiscard]] virtual QFuture<Result<QByteArray>> token(bool renew) = 0;

protected:
    TokenSource() = default;
    TokenSource(const TokenSource&) = default;
    TokenSource& operator=(const TokenSource&) = default;
};

//! \brief One token that somebody handed in, e.g. from a token file.
class FixedToken final : public TokenSource
{
public:
    explicit FixedToken(QByteArray token)
        : m_token(std::move(token))
    { }
    [[nodiscard]] QFuture<Result<QByteArray>> token(bool renew) override
    {
        if (renew) {
            return readyFuture(Result<QByteArray>(failure("SignInExpired", "The token was refused by the server.")));
        }
        return readyFuture(Result<QByteArray>(m_token));
    }

private:
    QByteArray m_token;
};

} // namespace valv::client
