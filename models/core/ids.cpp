// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ids.h"

#include <array>
#include <cstdio>
#include <random>

namespace valv {
namespace {

std::string formatted(std::uint64_t high, std::uint64_t low)
{
    high = (high & 0xffffffffffff0fffULL) | 0x4000ULL; // version 4
    low = (low & 0x3fffffffffffffffULL) | 0x8000000000000000ULL; // variant 1
    std::array<char, 37> text{};
    std::snprintf(text.data(), text.size(), "%08x-%04x-%04x-%04x-%012llx", static_cast<unsigned>(high >> 32),
                  static_cast<unsigned>((high >> 16) & 0xffff), static_cast<unsigned>(high & 0xffff),
                  static_cast<unsigned>(low >> 48), static_cast<unsigned long long>(low & 0xffffffffffffULL));
    return text.data();
}

std::uint64_t splitMix(std::uint64_t& state)
{
    std::uint64_t z = (state += 0x9e3779b97f4a7c15ULL);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
}

} // namespace

std::string RandomIds::uuid()
{
    thread_local std::random_device device; // opening it costs as much as many words
    const auto word = [] { return (std::uint64_t{device()} << 32) | device(); };
    const auto high = word();
    return formatted(high, word());
}

std::string SequenceIds::uuid()
{
    const std::lock_guard lock(m_mutex);
    const auto high = splitMix(m_state);
    return formatted(high, splitMix(m_state));
}

} // namespace valv
