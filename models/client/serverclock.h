// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

#include <chrono>
#include <memory>
#include <mutex>

namespace valv::client {

//! \brief The clock of the server on the other side, as the Date of its answers tells it: what is "today" there counts
//! for its jobs and points, also when the two computers do not agree. Until the first answer it is our own. Any thread.
class ServerClock final : public Clock
{
public:
    explicit ServerClock(std::shared_ptr<Clock> own = std::make_shared<SystemClock>())
        : m_own(std::move(own))
    { }
    [[nodiscard]] Instant now() const override
    {
        const std::lock_guard lock(m_mutex);
        return m_own->now() + m_ahead;
    }
    //! An answer said so just now. It knows only seconds and has been under way: what is that near changes nothing, so
    //! that time does not jump to and fro.
    void heard(Instant there)
    {
        const std::lock_guard lock(m_mutex);
        const auto ahead = there - m_own->now();
        if (std::chrono::abs(ahead - m_ahead) > near) {
            m_ahead = ahead;
        }
    }

private:
    static constexpr auto near = std::chrono::seconds(5);

    mutable std::mutex m_mutex;
    std::shared_ptr<Clock> m_own;
    std::chrono::milliseconds m_ahead{0}; //!< of ours
};

} // namespace valv::client
