// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/alert.h"

#include <QTimeZone>

namespace valv::engine {

//! What a mail says, in the vault's language and not in that of a screen; its words stand among the translations, and
//! what is said of errors is what the console says.
struct MailText
{
    QString subject;
    QString body; //!< lines end with \n
};

//! \brief One mail about these alerts of a vault; what happened, when, why and what to do. Pure.
//! \param language en or sv
//! \param zone that moments are told in
[[nodiscard]] MailText mailAbout(const QList<contract::Alert>& alerts, const QString& vault, const QString& language,
                                 const QTimeZone& zone);
//! One that only shows that mails arrive.
[[nodiscard]] MailText testMail(const QString& vault, const QString& language);

} // namespace valv::engine
