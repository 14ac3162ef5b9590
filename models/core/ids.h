// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <mutex>
#include <string>

namespace valv {

//! \brief Makes identifiers. Handed in like Clock, so that a demo or a test gets the same ones each time. Any thread.
class IdGenerator
{
public:
    virtual ~IdGenerator() = default;
    //! A lower-case UUID without braces, e.g. "8a3c0d5e-...".
    [[nodiscard]] virtual std::string uuid() = 0;

protected:
    IdGenerator() = default;
    IdGenerator(const IdGenerator&) = default;
    IdGenerator& operator=(const IdGenerator&) = default;
};

//! \brief Random version 4 UUIDs from the operating system's generator.
class RandomIds final : public IdGenerator
{
public:
    [[nodiscard]] std::string uuid() override;
};

//! \brief The same sequence of well-formed version 4 UUIDs for the same seed. Never for keys or nonces.
class SequenceIds final : public IdGenerator
{
public:
    explicit SequenceIds(std::uint64_t seed = 1)
        : m_state(seed)
    {
    }
    [[nodiscard]] std::string uuid() override;

private:
    std::mutex m_mutex;
    std::uint64_t m_state;
};

} // namespace valv
