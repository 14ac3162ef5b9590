// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/notifications.h"
#include "core/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <stop_token>

namespace valv::engine {

//! A mail as a person reads it.
struct Mail
{
    QString from;
    QStringList to;
    QString subject;
    QString body; //!< plain text, lines end with \n
    QString id; //!< without angle brackets; the same mail sent again has the same
    QDateTime at; //!< UTC
};

//! \brief The bytes that go to a server: headers and body, UTF-8 in base64, lines of \r\n. Pure.
[[nodiscard]] QByteArray messageOf(const Mail& mail);

//! \brief Hands it to the server, which has to take it for one recipient at least. Blocks, for a minute at most; ends
//! soon after a stop is asked for. Errors: MailServerUnreachable, MailServerNotTrusted, MailSignInFailed, MailRefused.
//! A certificate has to lead to the computer's authorities, or to those of the file that SSL_CERT_FILE names.
//! \return what the server said about recipients that it did not take; empty: it took all
[[nodiscard]] Result<QString> sendMail(const contract::MailServer& server, const Mail& mail,
                                       const std::stop_token& stop);

} // namespace valv::engine
