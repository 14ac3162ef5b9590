// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/qcow2writer.h"

#include <algorithm>
#include <concepts>
#include <cstring>

namespace valv::engine {

namespace {

constexpr unsigned ClusterBits = 16;
constexpr std::uint64_t ClusterSize = 1ULL << ClusterBits;
constexpr std::uint64_t TableEntries = ClusterSize / 8;
constexpr std::uint64_t CountsPerBlock = ClusterSize / 2; // 16-bit counts
constexpr std::uint64_t Copied = 1ULL << 63; // the cluster is used exactly once

std::uint64_t clusters(std::uint64_t bytes)
{
    return (bytes + ClusterSize - 1) / ClusterSize;
}

template <std::unsigned_integral T>
void put(std::vector<std::byte>& into, std::size_t at, T value)
{
    for (std::size_t i = sizeof(T); i-- > 0;) {
        into[at + i] = static_cast<std::byte>(value & 0xff);
        value = static_cast<T>(value >> (sizeof(T) > 1 ? 8 : 0));
    }
}

std::vector<std::byte> tableBytes(const std::vector<std::uint64_t>& entries)
{
    std::vector<std::byte> bytes(clusters(entries.size() * 8) * ClusterSize);
    for (std::size_t i = 0; i < entries.size(); ++i) {
        put(bytes, i * 8, entries[i]);
    }
    return bytes;
}

} // namespace

Qcow2Writer::Qcow2Writer(PartialFile& file, std::uint64_t capacity)
    : m_file(file)
    , m_capacity(capacity)
    , m_end(ClusterSize) // the header's place
    , m_l1(std::max<std::uint64_t>(1, (clusters(capacity) + TableEntries - 1) / TableEntries))
    , m_l2(TableEntries)
    , m_cluster(ClusterSize)
{ }

Result<> Qcow2Writer::append(std::span<const std::byte> data)
{
    if (auto written = m_file.write(m_end, data); !written) {
        return written;
    }
    m_end += clusters(data.size()) * ClusterSize;
    return {};
}

Result<> Qcow2Writer::flushCluster()
{
    if (!m_clusterUsed) {
        return {};
    }
    const auto table = m_at / TableEntries;
    if (m_tableUsed && table != m_table) {
        if (auto flushed = flushTable(); !flushed) {
            return flushed;
        }
    }
    m_table = table;
    m_tableUsed = true;
    m_l2[m_at % TableEntries] = m_end | Copied;
    m_clusterUsed = false;
    return append(m_cluster);
}

Result<> Qcow2Writer::flushTable()
{
    if (!m_tableUsed) {
        return {};
    }
    m_l1[m_table] = m_end | Copied;
    auto appended = append(tableBytes(m_l2));
    std::fill(m_l2.begin(), m_l2.end(), 0);
    m_tableUsed = false;
    return appended;
}

Result<> Qcow2Writer::write(std::uint64_t offset, std::span<const std::byte> data)
{
    while (!data.empty()) {
        const auto cluster = offset / ClusterSize;
        const auto within = offset % ClusterSize;
        if (m_clusterUsed && cluster != m_at) {
            if (auto flushed = flushCluster(); !flushed) {
                return flushed;
            }
        }
        if (!m_clusterUsed) {
            std::fill(m_cluster.begin(), m_cluster.end(), std::byte{});
            m_at = cluster;
            m_clusterUsed = true;
        }
        const auto length = std::min<std::uint64_t>(data.size(), ClusterSize - within);
        std::memcpy(m_cluster.data() + within, data.data(), length);
        offset += length;
        data = data.subspan(length);
    }
    return {};
}

Result<> Qcow2Writer::finish()
{
    if (auto flushed = flushCluster(); !flushed) {
        return flushed;
    }
    if (auto flushed = flushTable(); !flushed) {
        return flushed;
    }
    const auto l1At = m_end;
    if (auto appended = append(tableBytes(m_l1)); !appended) {
        return appended;
    }
    // Counts must count the clusters that hold them, too.
    const auto before = m_end / ClusterSize;
    std::uint64_t blocks = 0;
    std::uint64_t tableClusters = 0;
    for (;;) {
        const auto all = before + blocks + tableClusters;
        const auto needBlocks = (all + CountsPerBlock - 1) / CountsPerBlock;
        const auto needTable = clusters(needBlocks * 8);
        if (needBlocks == blocks && needTable == tableClusters) {
            break;
        }
        blocks = needBlocks;
        tableClusters = needTable;
    }
    const auto used = before + blocks + tableClusters;
    std::vector<std::uint64_t> table(blocks);
    for (std::uint64_t block = 0; block < blocks; ++block) {
        table[block] = m_end;
        std::vector<std::byte> counts(ClusterSize);
        const auto first = block * CountsPerBlock;
        for (std::uint64_t i = 0; i < CountsPerBlock && first + i < used; ++i) {
            put(counts, i * 2, std::uint16_t{1});
        }
        if (auto appended = append(counts); !appended) {
            return appended;
        }
    }
    const auto countsAt = m_end;
    if (auto appended = append(tableBytes(table)); !appended) {
        return appended;
    }

    std::vector<std::byte> header(ClusterSize);
    put(header, 0, std::uint32_t{0x514649fb}); // "QFI\xfb"
    put(header, 4, std::uint32_t{3});
    put(header, 20, std::uint32_t{ClusterBits});
    put(header, 24, m_capacity);
    put(header, 36, static_cast<std::uint32_t>(m_l1.size()));
    put(header, 40, l1At);
    put(header, 48, countsAt);
    put(header, 56, static_cast<std::uint32_t>(tableClusters));
    put(header, 96, std::uint32_t{4}); // 1 << 4 bits each count
    put(header, 100, std::uint32_t{104}); // length of the header
    return m_file.write(0, header);
}

} // namespace valv::engine
