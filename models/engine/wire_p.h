// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"
#include "hypervisor/vmsource.h"

#include <QDateTime>
#include <QLocale>
#include <QString>

#include <string>

//! Private to the room: values of the rooms without Qt as the contract says them.
namespace valv::engine {

[[nodiscard]] inline QString text(const std::string& utf8)
{
    return QString::fromStdString(utf8);
}

[[nodiscard]] inline contract::OsType wireOs(hypervisor::OsType os)
{
    return os == hypervisor::OsType::Linux  ? contract::OsType::Linux
        : os == hypervisor::OsType::Windows ? contract::OsType::Windows
                                            : contract::OsType::Unknown;
}

//! As the service writes a time among a job's properties.
[[nodiscard]] inline QString usDate(const QDateTime& at)
{
    return QLocale::c().toString(at.toUTC(), QStringLiteral("M/d/yyyy h:mm:ss AP"));
}

} // namespace valv::engine
