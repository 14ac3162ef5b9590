// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>

//! Sizes that disks are told in; and numbers out of bytes, whatever the order of this machine.
namespace valv::hypervisor {

inline constexpr std::uint64_t sector = 512;
inline constexpr std::uint64_t mebibyte = 1024ULL * 1024;

template <std::unsigned_integral T>
[[nodiscard]] T bigEndian(const unsigned char* at)
{
    T value = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i) {
        value = static_cast<T>((value << 8) | at[i]);
    }
    return value;
}

template <std::unsigned_integral T>
[[nodiscard]] T littleEndian(const unsigned char* at)
{
    T value = 0;
    for (std::size_t i = sizeof(T); i-- > 0;) {
        value = static_cast<T>((value << 8) | at[i]);
    }
    return value;
}

} // namespace valv::hypervisor
