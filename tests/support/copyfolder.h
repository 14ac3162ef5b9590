// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>

namespace valv::test {

//! As a person copies a folder to another disk, holes stay holes. False: could not.
inline bool copyFolder(const QString& from, const QString& to)
{
    return QProcess::execute(
               QStringLiteral("cp"),
               {QStringLiteral("-aT"), QStringLiteral("--reflink=auto"), QStringLiteral("--sparse=always"), from, to})
        == 0;
}

} // namespace valv::test
