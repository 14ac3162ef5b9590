// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace valv::hypervisor {

//! A file inside a disk of the demo. How its bytes are made is data, so that a plan of all disks weighs nothing.
struct DemoFile
{
    enum class Kind
    {
        Text,
        Log,
        Orders,
        Binary,
        Journal
    };
    std::string path; //!< "/var/log/syslog"
    Kind kind = Kind::Text;
    std::size_t size = 0; //!< bytes; for a journal rounded up to blocks
    std::string text; //!< for Text
};

struct DemoPartition
{
    enum class Content
    {
        Ext4,
        Fat,
        Luks
    };
    Content content = Content::Ext4;
    std::uint64_t length = 0; //!< bytes; 0: all the rest
    std::string label;
    std::vector<DemoFile> files;
    bool efi = false;
};

struct DemoDisk
{
    std::string name; //!< "sql-prod-01-data-0"
    bool os = false;
    int lun = -1;
    std::uint64_t capacity = 0;
    bool gpt = false;
    std::string format = "raw"; //!< raw or qcow2
    std::vector<DemoPartition> partitions;

    [[nodiscard]] std::string fileName() const { return name + "." + format; }
};

//! \brief Makes the disk in a folder, with real partitions and file systems, the same bytes each time. scratch: a
//! folder of its own for files on their way into the disk; emptied. Errors: ToolMissing, ToolFailed, TargetUnwritable.
[[nodiscard]] Result<void> makeDemoDisk(const DemoDisk& disk, const std::string& folder, const std::string& scratch);

//! \brief Writes the journals of a raw disk as they stood on that day, in place. The file systems stay clean.
//! Errors: DiskUnreadable, TargetUnwritable.
[[nodiscard]] Result<void> advanceDemoDisk(const std::string& path, int day);

} // namespace valv::hypervisor
