// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace valv::daemon {

//! \brief A service file for systemd. Pure.
struct ServiceUnit
{
    QString program; //!< absolute path of valvd
    QStringList arguments; //!< behind it, the first is "serve"
    bool system = false; //!< of the computer; else of a person

    [[nodiscard]] QString text() const;
};

//! One word of a command line as systemd reads it: quoted, with %, $, quotes and backslashes taken as they are.
[[nodiscard]] QString unitWord(const QString& word);

} // namespace valv::daemon
