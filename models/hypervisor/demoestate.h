// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "hypervisor/vmsource.h"

namespace valv::hypervisor {

//! \brief Makes the demo estate of Nordvik Logistik AB in a folder: 16 VMs on real small disks with real file systems,
//! the same bytes each time. Does nothing where it is already there and whole. Takes seconds.
[[nodiscard]] Result<void> makeDemoEstate(const std::string& folder, std::stop_token stop = {});

//! \brief The estate as it stood at an earlier moment: changes files inside the disks of a VM in a repeatable way, so
//! that the history of the demo has real increments. day: 0 is the oldest.
[[nodiscard]] Result<void> advanceDemoEstate(const std::string& folder, const std::string& vmName, int day);

//! \brief What the agent of a VM can do from now on: the points of other nights are not all alike. Nothing: what the
//! estate's own facts say.
[[nodiscard]] Result<void> setDemoConsistency(const std::string& folder, const std::string& vmName,
                                              std::optional<Consistency> consistency);

//! \brief The estate as a source of VMs. Same as an image folder, with the estate's own facts.
[[nodiscard]] std::unique_ptr<VmSource> makeDemoSource(std::string folder);

//! Wednesday 19 December 2018 09:42 in Stockholm: "now" in every demo.
[[nodiscard]] Instant demoNow();

} // namespace valv::hypervisor
