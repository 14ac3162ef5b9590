// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/readahead.h"

#include "engine/transfer.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace valv::engine {

namespace {

struct Slot
{
    std::vector<std::byte> buffer;
    Result<> result;
    bool ready = false;
};

//! What readers and taker share. A reader owns its slot between taking the number and setting ready.
class Window
{
public:
    Window(std::span<const Piece> pieces, std::size_t size)
        : m_pieces(pieces)
        , m_slots(size)
    { }

    void readLoop(const ReadPiece& read, const std::stop_token& stop)
    {
        while (true) {
            std::unique_lock lock(m_mutex);
            const bool more = m_changed.wait(lock, stop, [this] {
                return m_nextRead >= m_pieces.size() || m_nextRead < m_nextTake + m_slots.size();
            });
            if (!more || m_nextRead >= m_pieces.size()) {
                return;
            }
            const auto index = m_nextRead++;
            lock.unlock();

            auto& slot = m_slots[index % m_slots.size()];
            slot.buffer.resize(m_pieces[index].length);
            slot.result = read(m_pieces[index], slot.buffer);

            lock.lock();
            slot.ready = true;
            lock.unlock();
            m_changed.notify_all();
        }
    }

    Result<> takeAll(const TakePiece& take, const std::stop_token& stop)
    {
        for (std::size_t index = 0; index < m_pieces.size(); ++index) {
            auto& slot = m_slots[index % m_slots.size()];
            {
                std::unique_lock lock(m_mutex);
                if (!m_changed.wait(lock, stop, [&slot] { return slot.ready; }) || stop.stop_requested()) {
                    return failure(CancelledCode, "The transfer was stopped.");
                }
            }
            if (!slot.result) {
                return slot.result;
            }
            if (auto taken = take(m_pieces[index], slot.buffer); !taken) {
                return taken;
            }
            {
                const std::lock_guard lock(m_mutex);
                slot.ready = false;
                m_nextTake = index + 1;
            }
            m_changed.notify_all();
        }
        return {};
    }

private:
    std::span<const Piece> m_pieces;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::size_t m_nextRead = 0;
    std::size_t m_nextTake = 0;
    std::vector<Slot> m_slots;
};

} // namespace

Result<> readInOrder(std::span<const Piece> pieces, const ReadPiece& read, const TakePiece& take, unsigned threads,
                     const std::stop_token& stop)
{
    const auto readers = std::max<std::size_t>(1, std::min<std::size_t>(threads, pieces.size()));
    Window window(pieces, readers * 2);
    std::vector<std::jthread> workers;
    workers.reserve(readers);
    for (std::size_t i = 0; i < readers; ++i) {
        workers.emplace_back([&window, &read](const std::stop_token& own) { window.readLoop(read, own); });
    }
    return window.takeAll(take, stop); // the workers' destructors stop and join them
}

} // namespace valv::engine
