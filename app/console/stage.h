// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "hypervisor/vmsource.h"

#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>

namespace valv::console {

//! \brief What the guide's pictures need of the demo estate: a clock that stands still, a VM whose backup is caught in
//! the middle of its work, and one whose disk can't be read. All else is the real engine at work. Any thread.
class Stage
{
public:
    explicit Stage(Instant now);

    [[nodiscard]] const std::shared_ptr<ManualClock>& clock() const { return m_clock; }
    //! Backups of this VM wait until release() when that share (0 to 1) of what they move is read; at 0 nothing is.
    //! Call it before the backup begins.
    void hold(const std::string& vmName, double share = 0);
    //! Bytes that the backup of this VM has read when it waits; nothing before it waits.
    [[nodiscard]] std::optional<std::uint64_t> heldAt(const std::string& vmName) const;
    //! Backups of this VM end with DiskUnreadable from now on.
    void fail(const std::string& vmName);
    //! Its disk can be read again.
    void mend(const std::string& vmName);
    //! It is that time now, and what was due by then is asked for, as by the ticker of a live console.
    void goOnTo(Instant now);
    //! \param tick of the engine on this stage; nothing: it has gone
    void setTick(std::function<void()> tick);
    //! Whatever waits goes on, and nothing waits any more.
    void release();
    //! The source as it stands on this stage, which must outlive it.
    [[nodiscard]] std::unique_ptr<hypervisor::VmSource> dress(std::unique_ptr<hypervisor::VmSource> source);

    // For the sources on this stage.
    void waitIfHeld(const std::string& vmName, std::uint64_t before, std::uint64_t total);
    [[nodiscard]] bool fails(const std::string& vmName) const;

private:
    std::shared_ptr<ManualClock> m_clock;
    mutable std::mutex m_mutex;
    std::condition_variable m_released;
    struct Hold
    {
        double share = 0;
        std::optional<std::uint64_t> at; //!< bytes
    };
    std::map<std::string, Hold> m_held; // by VM
    std::set<std::string> m_failing;
    std::function<void()> m_tick;
};

} // namespace valv::console
