// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "hypervisor/vmsource.h"

#include <functional>
#include <memory>
#include <string>

namespace valv::service {

//! When the turn of a VM of this name comes, for a backup that starts now.
using Turn = std::function<Instant(const std::string& vm, Instant now)>;

//! \brief A source whose backups take time on a clock that stands still by itself: the clock is set to the VM's turn
//! when a backup begins, and goes on by a while for each mebibyte once all is read. So the jobs of the demo's history
//! have the times of a real estate, the same each time, without anybody waiting. The clock must outlive it.
[[nodiscard]] std::unique_ptr<hypervisor::VmSource> makePacedSource(std::unique_ptr<hypervisor::VmSource> source,
                                                                    ManualClock& clock, Turn turn);

} // namespace valv::service
