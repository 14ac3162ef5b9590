// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "engine/catalogue.h"

#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace valv::engine {

//! \brief Whether the computer's clock can be believed when it says that the time of recovery points is up. A clock that
//! is set forward must not end immutability or expire points: what the clock gained over the time that the computer has
//! run is not believed before the program has run for a day with it, so that it can be set right meanwhile. A clock
//! that is set back keeps everything longer, and needs no care. Any thread.
class ClockWatch
{
public:
    //! How long the computer has been up, sleep included; empty: the clock is always believed.
    using Uptime = std::function<std::chrono::milliseconds()>;

    ClockWatch(Catalogue& catalogue, std::shared_ptr<Clock> clock, Uptime uptime);
    //! Looks at the clock; what removes data by its time asks this first.
    [[nodiscard]] bool isBelieved() { return !doubted(); }
    //! What the clock would show if nobody had set it forward; nothing: it is believed.
    [[nodiscard]] std::optional<Instant> doubted();

private:
    void remember(Instant now, std::chrono::milliseconds up);

    Catalogue& m_catalogue;
    std::shared_ptr<Clock> m_clock;
    Uptime m_uptime;
    std::mutex m_mutex; // for all below
    Instant m_base{}; //!< what the clock showed when the computer had been up for m_baseUp
    std::chrono::milliseconds m_baseUp{0};
    std::optional<std::chrono::milliseconds> m_doubtedSince; //!< uptime
    std::optional<std::chrono::milliseconds> m_remembered; //!< uptime of the last time that was written
};

} // namespace valv::engine
