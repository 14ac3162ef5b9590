// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/crypto.h"

#include <algorithm>
#include <cstdint>
#include <type_traits>

namespace valv::store {

//! \brief Puts numbers (little endian) and byte strings one after the other.
class ByteWriter
{
public:
    template <typename T>
    requires std::is_unsigned_v<T>
    void number(T value)
    {
        for (std::size_t i = 0; i < sizeof(T); ++i) {
            m_bytes.push_back(static_cast<std::byte>(value >> (8 * i)));
        }
    }
    void bytes(ByteSpan data) { m_bytes.insert(m_bytes.end(), data.begin(), data.end()); }
    [[nodiscard]] const Bytes& all() const { return m_bytes; }
    [[nodiscard]] Bytes take() { return std::move(m_bytes); }
    void reserve(std::size_t size) { m_bytes.reserve(size); }

private:
    Bytes m_bytes;
};

//! \brief Takes them out again. Past the end it gives zeros and is no longer good().
class ByteReader
{
public:
    explicit ByteReader(ByteSpan data)
        : m_data(data)
    { }
    template <typename T>
    requires std::is_unsigned_v<T>
    [[nodiscard]] T number()
    {
        const auto from = bytes(sizeof(T));
        T value = 0;
        for (std::size_t i = 0; i < from.size(); ++i) {
            value = static_cast<T>(value | (static_cast<T>(std::to_integer<unsigned>(from[i])) << (8 * i)));
        }
        return value;
    }
    //! Empty when there are not so many.
    [[nodiscard]] ByteSpan bytes(std::size_t size)
    {
        if (size > m_data.size()) {
            m_good = false;
            m_data = {};
            return {};
        }
        const auto taken = m_data.first(size);
        m_data = m_data.subspan(size);
        return taken;
    }
    template <std::size_t N>
    void array(std::array<std::byte, N>& into)
    {
        const auto from = bytes(N);
        std::copy(from.begin(), from.end(), into.begin());
    }
    [[nodiscard]] std::size_t left() const { return m_data.size(); }
    [[nodiscard]] bool good() const { return m_good; }

private:
    ByteSpan m_data;
    bool m_good = true;
};

} // namespace valv::store
