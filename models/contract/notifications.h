// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"
#include "contract/rules.h"
#include "core/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QStringList>

#include <optional>

//! Alerts by mail: Valv's own, properties.valv of a vault and {subscription}/…/valv/mailServer. Source: flows.md I9,
//! docs/wire-extensions.md.
namespace valv::contract {

constexpr int mostRecipients = 20;

//! \brief Who is mailed about a vault's alerts, about which, and how often. A value.
struct NotificationSettings
{
    bool enabled = false;
    QStringList recipients; //!< addresses, kept also while it is off
    bool hourly = false; //!< all of an hour in one mail; those that were resolved within it are left out
    bool critical = true;
    bool warning = true;
    bool information = false;
    QString language = QStringLiteral("en"); //!< of the mails: en or sv

    [[nodiscard]] bool wants(const Open<AlertSeverity>& severity) const;
    [[nodiscard]] static Result<NotificationSettings> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
    friend bool operator==(const NotificationSettings&, const NotificationSettings&) = default;
};

//! \brief How the sending goes; read only.
struct NotificationState
{
    bool hasServer = false; //!< the engine knows a mail server
    int waiting = 0; //!< alerts that are not mailed yet
    std::optional<QDateTime> lastSent;
    std::optional<QDateTime> lastFailed; //!< after the last that went well; nothing: none
    std::optional<Error> problem; //!< why: Mail… codes, and the server's own words
    [[nodiscard]] static Result<NotificationState> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

//! \brief The server that the engine hands its mails to. A value.
struct MailServer
{
    QString host; //!< empty: there is none
    int port = 587;
    Open<MailSecurity> security = MailSecurity::StartTls;
    QString user; //!< empty: it asks for no name
    std::optional<QString> password; //!< only towards the engine; nothing: the one it has
    bool hasPassword = false; //!< only from the engine
    QString from; //!< address that mails come from
    QStringList owners; //!< are mailed when backup data is deleted, whatever a vault's notifications say

    [[nodiscard]] static Result<MailServer> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

//! "a@b.se; c@d.se" as a list, without the empty ones.
[[nodiscard]] QStringList addressesIn(const QString& typed);
//! local@domain: no spaces, control characters, semicolons or angle brackets, in a domain with proper labels.
[[nodiscard]] bool isAddress(const QString& text);
//! \brief All that is wrong; fields recipients, severities, language. Codes ValEmailRequired (on, and nobody named),
//! ValEmail, ValEmailTooMany, ValSeverityRequired, ValMailLanguage.
[[nodiscard]] QList<Violation> checkNotifications(const NotificationSettings& settings);
//! \brief Fields host, port, user, from, owners. Codes ValMailHost, ValWholeNumber, ValMailUnencrypted (a password only
//! goes over an encrypted connection), ValEmailRequired, ValEmail, ValEmailTooMany.
[[nodiscard]] QList<Violation> checkMailServer(const MailServer& server);

} // namespace valv::contract
