// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "hypervisor/vmsource.h"

#include <functional>
#include <memory>
#include <mutex>
#include <string>

namespace valv::service {

//! \brief How a night goes: when each VM's turn comes, and what befalls it.
struct Pace
{
    //! The moment of a backup of this VM that begins now.
    std::function<Instant(const std::string& vm, Instant now)> turn;
    //! The image that disappears while this backup reads, and is put back after it; empty: none.
    std::function<std::string(const std::string& vm, Instant now)> mishap;
    //! Held by whoever starts several backups at one moment: none begins, and moves the clock, before all are started.
    std::mutex start;
};

//! \brief A source whose backups take time on a clock that stands still by itself: the clock is set to the VM's turn
//! when a backup begins, and goes on by a while for each mebibyte once all is read. So the jobs of the demo's history
//! have the times of a real estate, the same each time, without anybody waiting. Clock and pace must outlive it.
[[nodiscard]] std::unique_ptr<hypervisor::VmSource> makePacedSource(std::unique_ptr<hypervisor::VmSource> source,
                                                                    ManualClock& clock, Pace& pace);

} // namespace valv::service
