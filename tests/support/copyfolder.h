// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>

namespace valv::test {

//! As a person copies a folder to another disk. False: could not.
inline bool copyFolder(const QString& from, const QString& to)
{
    std::error_code error;
    std::filesystem::copy(from.toStdString(), to.toStdString(), std::filesystem::copy_options::recursive, error);
    return !error;
}

} // namespace valv::test
