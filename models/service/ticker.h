// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace valv::engine {
class Engine;
}

namespace valv::service {

//! \brief Calls the engine's tick() at once (or a while later) and then again and again, on a thread of its own, so
//! that schedules run while a program is open. The wait is on the steady clock: after the computer slept the next tick
//! comes within one interval, and the engine itself compares the wall clock with what was due. The engine must outlive
//! it; the destructor joins.
class Ticker
{
public:
    explicit Ticker(engine::Engine& engine, std::chrono::milliseconds interval = std::chrono::minutes(1),
                    std::chrono::milliseconds first = {});

private:
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread; // last: joined first
};

} // namespace valv::service
