// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <memory>
#include <mutex>

namespace valv::console {

//! \brief The console's "now": the computer's clock, or that of the demo or the server once one is chosen. What words
//! and dates are written with must be there before the person has chosen, and stays when the choice changes. Any
//! thread.
class LiveClock final : public Clock
{
public:
    explicit LiveClock(std::shared_ptr<Clock> clock)
        : m_clock(std::move(clock))
    {
    }
    [[nodiscard]] Instant now() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_clock->now();
    }
    void follow(std::shared_ptr<Clock> clock)
    {
        const std::lock_guard lock(m_mutex);
        m_clock = std::move(clock);
    }

private:
    mutable std::mutex m_mutex;
    std::shared_ptr<Clock> m_clock;
};

} // namespace valv::console
