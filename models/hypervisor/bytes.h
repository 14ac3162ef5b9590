// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <bit>
#include <concepts>
#include <cstddef>
#include <cstring>

//! Numbers out of bytes, whatever the order of this machine.
namespace valv::hypervisor {

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
