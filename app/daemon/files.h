// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <string>

//! Small files of the daemon: certificate, key, token. Plain C++; errors carry the system's words.
namespace valv::daemon {

//! At most 1 MiB. Error FileUnreadable.
[[nodiscard]] Result<std::string> readSmallFile(const std::string& path);
//! Folders above too; this one for the owner only. Error FileUnwritable.
[[nodiscard]] Result<void> makePrivateFolder(const std::string& path);
//! Written beside, synced, and put in place of what is there. Error FileUnwritable.
[[nodiscard]] Result<void> replaceFile(const std::string& path, const std::string& content, unsigned mode);
//! Only where there is nothing yet, for the owner only. Error FileUnwritable.
[[nodiscard]] Result<void> createPrivateFile(const std::string& path, const std::string& content);
//! Whether others than the owner may read it.
[[nodiscard]] bool isReadableByOthers(const std::string& path);

} // namespace valv::daemon
