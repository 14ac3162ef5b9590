// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/bytes.h"
#include "hypervisor/imageheader.h"
#include "hypervisor/vhdxguids.h"

#include <algorithm>
#include <array>
#include <vector>

namespace valv::hypervisor {

namespace {

constexpr std::uint64_t largestTable = 256ULL * 1024 * 1024;

tl::unexpected<Error> cutShort(const std::string& path)
{
    return failure("DiskTruncated",
                   "The disk image is shorter than its tables say: some of its data lie behind its end.", path,
                   "Copy the image again from where it came from.");
}

//! Reads a table; false when it does not lie in the file.
bool readTable(int fd, std::uint64_t fileSize, std::uint64_t offset, std::uint64_t bytes,
               std::vector<unsigned char>& out)
{
    if (bytes > largestTable || offset > fileSize || bytes > fileSize - offset) {
        return false;
    }
    out.resize(static_cast<std::size_t>(bytes));
    return readFully(fd, out.data(), out.size(), offset);
}

Result<void> checkQcow2(int fd, std::uint64_t fileSize, const ImageHeader& header, const std::string& path)
{
    std::array<unsigned char, 104> head{};
    if (!readFully(fd, head.data(), head.size(), 0)) {
        return cutShort(path);
    }
    constexpr std::uint64_t offsetMask = 0x00ff'ffff'ffff'fe00ULL;
    const auto clusterBits = bigEndian<std::uint32_t>(&head[20]);
    const auto cluster = std::uint64_t{1} << clusterBits;
    const bool version3 = bigEndian<std::uint32_t>(&head[4]) >= 3;
    const auto incompatible = version3 ? bigEndian<std::uint64_t>(&head[72]) : 0;
    const bool external = (incompatible & 4) != 0; // guest data in a file of its own
    const std::uint64_t entryBytes = (incompatible & 16) != 0 ? 16 : 8; // sub-clusters
    std::vector<unsigned char> l1;
    if (!readTable(fd, fileSize, bigEndian<std::uint64_t>(&head[40]),
                   std::uint64_t{bigEndian<std::uint32_t>(&head[36])} * 8, l1)) {
        return cutShort(path);
    }
    std::vector<unsigned char> l2;
    const auto entries = cluster / entryBytes;
    for (std::size_t i = 0; i < l1.size() / 8; ++i) {
        const auto table = bigEndian<std::uint64_t>(&l1[i * 8]) & offsetMask;
        if (table == 0) {
            continue;
        }
        if (!readTable(fd, fileSize, table, cluster, l2)) {
            return cutShort(path);
        }
        for (std::uint64_t j = 0; j < entries && !external; ++j) {
            const auto entry = bigEndian<std::uint64_t>(&l2[static_cast<std::size_t>(j * entryBytes)]);
            const auto guest = (i * entries + j) * cluster;
            if (guest >= header.capacity) {
                break;
            }
            if ((entry >> 62 & 1) != 0) { // compressed: the offset has fewer bits, the length is in the rest
                const auto bits = 62 - (clusterBits - 8);
                const auto offset = entry & ((std::uint64_t{1} << bits) - 1);
                if (offset >= fileSize) {
                    return cutShort(path);
                }
                continue;
            }
            const auto offset = entry & offsetMask;
            const bool readsAsZeros = version3 && entryBytes == 8 && (entry & 1) != 0;
            if (offset == 0 || readsAsZeros) {
                continue;
            }
            // Sub-clusters need not all be written; only where the cluster begins is sure then.
            const auto needed =
                entryBytes == 16 ? 1 : std::min(cluster, (header.capacity - guest + sector - 1) / sector * sector);
            if (offset > fileSize || needed > fileSize - offset) {
                return cutShort(path);
            }
        }
    }
    return {};
}

//! Hosted sparse VMDK: a directory of tables of grains.
Result<void> checkVmdk(int fd, std::uint64_t fileSize, const std::string& path)
{
    std::array<unsigned char, 512> head{};
    if (!readFully(fd, head.data(), head.size(), 0)) {
        return cutShort(path);
    }
    if (littleEndian<std::uint32_t>(head.data()) != 0x564d444bU) {
        return {}; // a descriptor: its extents are files of their own, which QEMU opens
    }
    if (littleEndian<std::uint64_t>(&head[56]) == ~std::uint64_t{0}) { // streamed: the real header stands at the end
        if (fileSize < 1536 || !readFully(fd, head.data(), head.size(), fileSize - 1024)
            || littleEndian<std::uint32_t>(head.data()) != 0x564d444bU) {
            return cutShort(path);
        }
    }
    const auto capacity = littleEndian<std::uint64_t>(&head[12]);
    const auto grain = littleEndian<std::uint64_t>(&head[20]);
    const auto perTable = std::uint64_t{littleEndian<std::uint32_t>(&head[44])};
    const auto directory = littleEndian<std::uint64_t>(&head[56]);
    const bool compressed = (littleEndian<std::uint32_t>(&head[8]) & 0x10000U) != 0;
    if (grain == 0 || grain > 65536 || perTable == 0 || perTable > 65536 || directory > fileSize / sector) {
        return cutShort(path);
    }
    const auto tables = (capacity + grain * perTable - 1) / (grain * perTable);
    std::vector<unsigned char> gd;
    std::vector<unsigned char> gt;
    if (!readTable(fd, fileSize, directory * sector, tables * 4, gd)) {
        return cutShort(path);
    }
    for (std::size_t i = 0; i < tables; ++i) {
        const std::uint64_t table = littleEndian<std::uint32_t>(&gd[i * 4]);
        if (table == 0) {
            continue;
        }
        if (!readTable(fd, fileSize, table * sector, perTable * 4, gt)) {
            return cutShort(path);
        }
        for (std::size_t j = 0; j < perTable; ++j) {
            const std::uint64_t at = littleEndian<std::uint32_t>(&gt[j * 4]);
            const auto guest = (i * perTable + j) * grain;
            if (at <= 1 || guest >= capacity) { // 1 reads as zeros
                continue;
            }
            const auto needed = compressed ? sector : std::min(grain, capacity - guest) * sector;
            if (at * sector > fileSize || needed > fileSize - at * sector) {
                return cutShort(path);
            }
        }
    }
    return {};
}

Result<void> checkVhd(int fd, std::uint64_t fileSize, const std::string& path)
{
    std::array<unsigned char, 512> footer{};
    std::array<unsigned char, 1024> head{};
    if (!readFully(fd, footer.data(), footer.size(), fileSize - 512)) {
        return cutShort(path);
    }
    if (bigEndian<std::uint32_t>(&footer[60]) != 3) { // not dynamic: the data is all before the footer
        return {};
    }
    if (!readFully(fd, head.data(), head.size(), bigEndian<std::uint64_t>(&footer[16]))) {
        return cutShort(path);
    }
    const std::uint64_t blocks = bigEndian<std::uint32_t>(&head[28]);
    const std::uint64_t blockBytes = bigEndian<std::uint32_t>(&head[32]);
    const auto bitmap = (blockBytes / sector / 8 + sector - 1) / sector * sector;
    std::vector<unsigned char> table;
    if (!readTable(fd, fileSize, bigEndian<std::uint64_t>(&head[16]), blocks * 4, table)) {
        return cutShort(path);
    }
    for (std::size_t i = 0; i < blocks; ++i) {
        const std::uint64_t at = bigEndian<std::uint32_t>(&table[i * 4]);
        if (at != 0xffffffffU && at * sector + bitmap + blockBytes > fileSize) {
            return cutShort(path);
        }
    }
    return {};
}

//! Where a region of a VHDX lies: offset and length; {0, 0} when there is none.
std::pair<std::uint64_t, std::uint64_t> vhdxRegion(int fd, const vhdx::Guid& guid)
{
    std::array<unsigned char, 4096> regions{};
    if (readFully(fd, regions.data(), regions.size(), 192 * 1024)) {
        const auto count = std::min<std::uint32_t>(littleEndian<std::uint32_t>(&regions[8]), 120);
        for (std::uint32_t i = 0; i < count; ++i) {
            const auto* entry = &regions[16 + i * 32];
            if (std::equal(guid.begin(), guid.end(), entry)) {
                return {littleEndian<std::uint64_t>(entry + 16), littleEndian<std::uint32_t>(entry + 24)};
            }
        }
    }
    return {0, 0};
}

//! The first four bytes of an item of the metadata; 0 when there is none.
std::uint32_t vhdxItem(int fd, const vhdx::Guid& guid)
{
    const auto region = vhdxRegion(fd, vhdx::metadataRegion).first;
    std::array<unsigned char, 4096> table{};
    if (region != 0 && readFully(fd, table.data(), table.size(), region)) {
        const auto count = std::min<unsigned>(littleEndian<std::uint16_t>(&table[10]), 120);
        for (unsigned i = 0; i < count; ++i) {
            const auto* entry = &table[32 + i * 32];
            std::array<unsigned char, 4> value{};
            if (std::equal(guid.begin(), guid.end(), entry)
                && readFully(fd, value.data(), value.size(), region + littleEndian<std::uint32_t>(entry + 16))) {
                return littleEndian<std::uint32_t>(value.data());
            }
        }
    }
    return 0;
}

Result<void> checkVhdx(int fd, std::uint64_t fileSize, const std::string& path)
{
    const auto [offset, length] = vhdxRegion(fd, vhdx::batRegion);
    const std::uint64_t blockBytes = vhdxItem(fd, vhdx::parametersItem);
    std::vector<unsigned char> table;
    if (!readTable(fd, fileSize, offset, length, table)) {
        return cutShort(path);
    }
    for (std::size_t at = 0; at + 8 <= table.size(); at += 8) {
        const auto value = littleEndian<std::uint64_t>(&table[at]);
        // 6 is a whole block of data, or a bitmap of 1 MiB.
        if ((value & 7) == 6 && (value >> 20 << 20) + std::min<std::uint64_t>(blockBytes, 1024 * 1024) > fileSize) {
            return cutShort(path);
        }
    }
    return {};
}

} // namespace

std::optional<std::vector<Extent>> vhdxExtents(int fd, std::uint64_t fileSize)
{
    const auto [offset, length] = vhdxRegion(fd, vhdx::batRegion);
    const std::uint64_t blockBytes = vhdxItem(fd, vhdx::parametersItem);
    const std::uint64_t sectorBytes = vhdxItem(fd, vhdx::sectorItem);
    std::vector<unsigned char> table;
    if (blockBytes == 0 || sectorBytes == 0 || !readTable(fd, fileSize, offset, length, table)) {
        return {};
    }
    // After so many blocks the table has one entry for a bitmap that only images with parents use.
    const auto ratio = (std::uint64_t{1} << 23) * sectorBytes / blockBytes;
    if (ratio == 0) {
        return {};
    }
    std::vector<Extent> out;
    std::uint64_t block = 0;
    for (std::uint64_t i = 0; (i + 1) * 8 <= table.size(); ++i) {
        if (i % (ratio + 1) == ratio) {
            continue;
        }
        const auto state = table[static_cast<std::size_t>(i * 8)] & 7;
        if (state == 6 || state == 7) {
            out.push_back({block * blockBytes, blockBytes});
        }
        ++block;
    }
    return out;
}

Result<void> checkImageBounds(int fd, std::uint64_t fileSize, const ImageHeader& header, const std::string& path)
{
    if (header.format == "qcow2") {
        return checkQcow2(fd, fileSize, header, path);
    }
    if (header.format == "vmdk") {
        return checkVmdk(fd, fileSize, path);
    }
    if (header.format == "vpc") {
        return checkVhd(fd, fileSize, path);
    }
    if (header.format == "vhdx") {
        return checkVhdx(fd, fileSize, path);
    }
    return {}; // raw has no tables; a VDI says how many blocks it has in its header, which was checked there
}

} // namespace valv::hypervisor
