// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstring>
#include <string>

namespace valv::store {

//! \brief Names a chunk: HMAC-SHA256 of its bytes under the vault's chunk key. All zero: no chunk, the range is zero.
struct ChunkId
{
    std::array<std::byte, 32> bytes{};

    [[nodiscard]] bool isZero() const { return *this == ChunkId{}; }
    friend bool operator==(const ChunkId& a, const ChunkId& b) { return a.bytes == b.bytes; }
    friend bool operator<(const ChunkId& a, const ChunkId& b) { return a.bytes < b.bytes; }
};

//! \brief Names a pack: 16 random bytes.
struct PackId
{
    std::array<std::byte, 16> bytes{};

    friend bool operator==(const PackId& a, const PackId& b) { return a.bytes == b.bytes; }
    friend bool operator<(const PackId& a, const PackId& b) { return a.bytes < b.bytes; }
};

//! A keyed hash is as good a hash as any: its first bytes will do.
struct ChunkIdHash
{
    [[nodiscard]] std::size_t operator()(const ChunkId& id) const
    {
        std::size_t value = 0;
        std::memcpy(&value, id.bytes.data(), sizeof value);
        return value;
    }
};
struct PackIdHash
{
    [[nodiscard]] std::size_t operator()(const PackId& id) const
    {
        std::size_t value = 0;
        std::memcpy(&value, id.bytes.data(), sizeof value);
        return value;
    }
};

} // namespace valv::store
