// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/diskwriter.h"

#include <vector>

namespace valv::engine {

//! \brief Writes a QEMU copy-on-write image, version 3, front to back: clusters of data as they come, each table of
//! 512 MiB of disk when the next begins, then reference counts, and the header last. Needs no more memory than 8 bytes
//! for each 512 MiB of disk. Source: QEMU's docs/interop/qcow2.rst (the format).
class Qcow2Writer final : public DiskWriter
{
public:
    Qcow2Writer(PartialFile& file, std::uint64_t capacity);
    [[nodiscard]] Result<> write(std::uint64_t offset, std::span<const std::byte> data) override;
    [[nodiscard]] Result<> finish() override;

private:
    [[nodiscard]] Result<> flushCluster();
    [[nodiscard]] Result<> flushTable();
    [[nodiscard]] Result<> append(std::span<const std::byte> data); //!< in whole clusters, zero-filled

    PartialFile& m_file;
    std::uint64_t m_capacity;
    std::uint64_t m_end; //!< where the next cluster of the file goes
    std::vector<std::uint64_t> m_l1;
    std::vector<std::uint64_t> m_l2; //!< of m_table
    std::uint64_t m_table = 0;
    bool m_tableUsed = false;
    std::vector<std::byte> m_cluster; //!< of m_at
    std::uint64_t m_at = 0;
    bool m_clusterUsed = false;
};

} // namespace valv::engine
