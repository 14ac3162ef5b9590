// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace valv::hypervisor {

enum class PartitionKind
{
    Linux,
    EfiSystem,
    WindowsData
};

struct Partition
{
    PartitionKind kind = PartitionKind::Linux;
    std::uint64_t offset = 0; //!< bytes, a multiple of 512
    std::uint64_t length = 0; //!< bytes, a multiple of 512
    bool bootable = false; //!< MBR only
};

//! Bytes to be written at a place of a disk.
using Patch = std::pair<std::uint64_t, std::vector<unsigned char>>;

//! \brief A master boot record for at most four partitions. signature: the disk's own number.
[[nodiscard]] std::vector<Patch> masterBootRecord(const std::vector<Partition>& partitions, std::uint32_t signature);

//! \brief A GUID partition table, both copies, with the protective record. uuids[0] is the disk's, then one a
//! partition; each in the usual text form.
[[nodiscard]] std::vector<Patch> guidPartitionTable(const std::vector<Partition>& partitions, std::uint64_t capacity,
                                                    const std::vector<std::string>& uuids);

} // namespace valv::hypervisor
