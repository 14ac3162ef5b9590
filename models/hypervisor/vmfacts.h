// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hypervisor/vmsource.h"

#include <map>
#include <optional>
#include <string>

namespace valv::hypervisor {

//! \brief What a valv.json says of one VM. All optional; docs/image-folder.md describes each. Private to the room.
struct VmFacts
{
    struct DiskFacts
    {
        std::optional<int> lun;
        std::optional<bool> os;
        std::string name;
    };
    std::string name;
    std::string resourceGroup;
    std::string region;
    std::string size;
    std::string computerName;
    std::string osName;
    std::string agentVersion;
    OsType os = OsType::Unknown;
    PowerState power = PowerState::Unknown;
    AgentState agent = AgentState::Unknown;
    std::optional<bool> encrypted;
    std::optional<Consistency> consistency;
    std::map<std::string, std::string> tags;
    std::map<std::string, DiskFacts> disks; //!< by file name
};

//! A valv.json of the folder itself: what holds for all, and what holds for single images.
struct FolderFacts
{
    VmFacts defaults; //!< only resourceGroup and region are used
    std::map<std::string, VmFacts> images; //!< by file name
};

//! Errors: VmFactsUnreadable (no JSON, or a known field of the wrong kind); target: the path. A missing file is no
//! error.
[[nodiscard]] Result<std::optional<VmFacts>> readVmFacts(const std::string& path);
[[nodiscard]] Result<FolderFacts> readFolderFacts(const std::string& path);

//! The valv.json for a VM whose disks lie in the given files.
[[nodiscard]] std::string writeVmFacts(const Vm& vm, const std::map<std::string, std::string>& fileOfDisk,
                                       std::optional<Consistency> consistency = {});

//! "Ubuntu 18.04 LTS" → Linux.
[[nodiscard]] OsType guessOs(const std::string& text);

//! The name of a folder made into a name that a resource group may have: "Bilder från i fjol" → "Bilder-fran-i-fjol".
[[nodiscard]] std::string validResourceGroup(const std::string& text);

//! A lower-case UUID (version 5 in form, by SHA-256) that is the same for the same text.
[[nodiscard]] std::string stableUuid(const std::string& text);

} // namespace valv::hypervisor
