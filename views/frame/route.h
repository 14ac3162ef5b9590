// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace valv::views {

//! \brief Where one can be in the console: a page, what it is about, and a part of it. A value; also the deep link
//! valv://{page}/{subject}?part={part}. Two equal routes are the same place in the history.
struct Route
{
    QString page; //!< "services", "virtualmachines", "virtualmachine", "vaults", "policies", "items", "jobs",
                  //!< "restore", "settings" …
    QString subject; //!< an ARM id, or empty
    QString part; //!< "overview", "backup", a job's id …

    friend bool operator==(const Route&, const Route&) = default;
};

//! valv://page/…; subject percent-encoded.
[[nodiscard]] QString toLink(const Route& route);
//! An empty page when the text is no such link.
[[nodiscard]] Route fromLink(const QString& link);

} // namespace valv::views

Q_DECLARE_METATYPE(valv::views::Route)
