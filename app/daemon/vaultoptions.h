// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <string>
#include <vector>

namespace valv::daemon {

//! \brief What `valvd vault` was told.
struct VaultArguments
{
    std::string command;
    std::string location;
    std::string keyFile;
    std::string name; //!< of the vault (init) or the VM
    std::string point;
    std::string to;
    std::string format = "raw";
    std::vector<std::string> images;
    unsigned share = 0;
    unsigned shares = 1;
    int level = 4;
    int threads = 0;
    bool json = false;
    bool overwrite = false;
    bool help = false;
};

//! Error "BadOption" with a sentence for the person.
[[nodiscard]] Result<VaultArguments> readVaultArguments(const std::vector<std::string>& arguments);
[[nodiscard]] std::string vaultHelp();

} // namespace valv::daemon
