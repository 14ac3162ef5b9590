// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/ticker.h"

#include "engine/engine.h"

namespace valv::service {

Ticker::Ticker(engine::Engine& engine, std::chrono::milliseconds interval, std::chrono::milliseconds first)
    : m_thread([this, &engine, interval, first](const std::stop_token& stop) {
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, stop, first, [] { return false; });
        while (!stop.stop_requested()) {
            lock.unlock();
            engine.tick();
            lock.lock();
            m_wake.wait_for(lock, stop, interval, [] { return false; });
        }
    })
{ }

} // namespace valv::service
