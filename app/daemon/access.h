// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "service/router.h"

#include <QByteArray>

#include <string>

namespace valv::daemon {

//! \brief Who may ask: whoever brings the bearer token. Compared in constant time, by its hash. Any thread.
class Access
{
public:
    explicit Access(const QByteArray& token);
    //! \param authorization the header's value; empty when there was none
    [[nodiscard]] service::Caller callerOf(const QByteArray& authorization) const;

private:
    QByteArray m_hash;
};

struct Token
{
    QByteArray value;
    bool made = false;
    bool readableByOthers = false;
};

//! \brief The token in a file, white space around it left out; a random one is written there, for the owner only, when
//! there is no such file. Errors: TokenUnreadable, TokenTooShort (fewer than 16 characters), TokenUnwritable.
[[nodiscard]] Result<Token> readOrMakeToken(const std::string& file);

} // namespace valv::daemon
