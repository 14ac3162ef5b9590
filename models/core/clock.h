// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <mutex>

namespace valv {

//! \brief A moment, UTC, with the millisecond that everything on the wire and on disk keeps.
using Instant = std::chrono::sys_time<std::chrono::milliseconds>;

//! \brief The only source of "now". Handed in by app/ and by tests; any thread.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Instant now() const = 0;
    //! For speeds: never goes back, whoever sets the time.
    [[nodiscard]] virtual std::chrono::steady_clock::time_point steady() const
    {
        return std::chrono::steady_clock::now();
    }

protected:
    Clock() = default;
    Clock(const Clock&) = default;
    Clock& operator=(const Clock&) = default;
};

//! \brief The computer's clock.
class SystemClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override
    {
        return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
    }
};

//! \brief Stands still until it is told to move: tests, pictures and the history of the demo estate.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(Instant at)
        : m_now(at)
    { }
    [[nodiscard]] Instant now() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_now;
    }
    //! Stands still too: nothing has a speed.
    [[nodiscard]] std::chrono::steady_clock::time_point steady() const override { return {}; }
    void set(Instant at)
    {
        const std::lock_guard lock(m_mutex);
        m_now = at;
    }
    void advance(std::chrono::milliseconds by)
    {
        const std::lock_guard lock(m_mutex);
        m_now += by;
    }

private:
    mutable std::mutex m_mutex;
    Instant m_now;
};

//! \brief Starts at a given moment and then runs with the computer's steady clock: a live demo in December 2018.
class StartedClock final : public Clock
{
public:
    explicit StartedClock(Instant at)
        : m_at(at)
        , m_started(std::chrono::steady_clock::now())
    { }
    [[nodiscard]] Instant now() const override
    {
        return m_at
            + std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - m_started);
    }

private:
    Instant m_at;
    std::chrono::steady_clock::time_point m_started;
};

} // namespace valv
