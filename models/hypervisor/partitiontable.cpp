// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/partitiontable.h"

#include "hypervisor/bytes.h"

#include <algorithm>
#include <cstring>

namespace valv::hypervisor {

namespace {

void put(unsigned char* at, std::uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i) {
        at[i] = static_cast<unsigned char>(value >> (8 * i));
    }
}

std::uint32_t crc32(const unsigned char* data, std::size_t size)
{
    std::uint32_t crc = ~0U;
    for (std::size_t i = 0; i < size; ++i) {
        crc ^= data[i];
        for (int bit = 0; bit < 8; ++bit) {
            crc = (crc >> 1) ^ (0xedb88320U & (0U - (crc & 1)));
        }
    }
    return ~crc;
}

//! Text form to the mixed order of a GPT: the first three groups little-endian.
void putGuid(unsigned char* at, const std::string& text)
{
    std::array<unsigned char, 16> bytes{};
    std::size_t n = 0;
    for (std::size_t i = 0; i + 1 < text.size() && n < bytes.size(); ++i) {
        if (text[i] != '-') {
            bytes[n++] = static_cast<unsigned char>(std::stoul(text.substr(i, 2), nullptr, 16));
            ++i;
        }
    }
    constexpr std::array<std::size_t, 16> order{3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
    for (std::size_t i = 0; i < order.size(); ++i) {
        at[i] = bytes[order[i]];
    }
}

void putMbrEntry(unsigned char* at, unsigned char type, bool bootable, std::uint64_t start, std::uint64_t count)
{
    at[0] = bootable ? 0x80 : 0;
    at[1] = 0xfe; // cylinders are long out of use: "too large, see the sector numbers"
    at[2] = 0xff;
    at[3] = 0xff;
    at[4] = type;
    at[5] = 0xfe;
    at[6] = 0xff;
    at[7] = 0xff;
    put(at + 8, start, 4);
    put(at + 12, std::min<std::uint64_t>(count, 0xffffffffU), 4);
}

} // namespace

std::vector<Patch> masterBootRecord(const std::vector<Partition>& partitions, std::uint32_t signature)
{
    std::vector<unsigned char> record(sector);
    put(&record[440], signature, 4);
    for (std::size_t i = 0; i < std::min<std::size_t>(partitions.size(), 4); ++i) {
        const auto& p = partitions[i];
        const unsigned char type = p.kind == PartitionKind::Linux ? 0x83
            : p.kind == PartitionKind::EfiSystem                  ? 0xef
                                                                  : 0x0c;
        putMbrEntry(&record[446 + i * 16], type, p.bootable, p.offset / sector, p.length / sector);
    }
    record[510] = 0x55;
    record[511] = 0xaa;
    return {{0, std::move(record)}};
}

std::vector<Patch> guidPartitionTable(const std::vector<Partition>& partitions, std::uint64_t capacity,
                                      const std::vector<std::string>& uuids)
{
    constexpr std::size_t entryCount = 128;
    constexpr std::size_t entrySize = 128;
    const auto last = capacity / sector - 1;
    std::vector<unsigned char> record(sector);
    putMbrEntry(&record[446], 0xee, false, 1, last);
    record[510] = 0x55;
    record[511] = 0xaa;

    std::vector<unsigned char> entries(entryCount * entrySize);
    for (std::size_t i = 0; i < partitions.size() && i + 1 < uuids.size(); ++i) {
        const auto& p = partitions[i];
        auto* at = &entries[i * entrySize];
        putGuid(at,
                p.kind == PartitionKind::Linux           ? "0fc63daf-8483-4772-8e79-3d69d8477de4"
                    : p.kind == PartitionKind::EfiSystem ? "c12a7328-f81f-11d2-ba4b-00a0c93ec93b"
                                                         : "ebd0a0a2-b9e5-4433-87c0-68b6b72699c7");
        putGuid(at + 16, uuids[i + 1]);
        put(at + 32, p.offset / sector, 8);
        put(at + 40, (p.offset + p.length) / sector - 1, 8);
    }

    const auto header = [&](std::uint64_t own, std::uint64_t other, std::uint64_t entriesAt) {
        std::vector<unsigned char> out(sector);
        std::memcpy(out.data(), "EFI PART", 8);
        put(&out[8], 0x00010000, 4);
        put(&out[12], 92, 4);
        put(&out[24], own, 8);
        put(&out[32], other, 8);
        put(&out[40], 34, 8);
        put(&out[48], last - 33, 8);
        putGuid(&out[56], uuids.empty() ? "" : uuids.front());
        put(&out[72], entriesAt, 8);
        put(&out[80], entryCount, 4);
        put(&out[84], entrySize, 4);
        put(&out[88], crc32(entries.data(), entries.size()), 4);
        put(&out[16], crc32(out.data(), 92), 4);
        return out;
    };
    return {{0, std::move(record)},
            {sector, header(1, last, 2)},
            {2 * sector, entries},
            {(last - 32) * sector, entries},
            {last * sector, header(last, 1, last - 32)}};
}

} // namespace valv::hypervisor
