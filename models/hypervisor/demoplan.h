// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hypervisor/demodisk.h"
#include "hypervisor/vmsource.h"

#include <optional>
#include <vector>

namespace valv::hypervisor {

//! A VM of the demo: its facts (without disks) and what its disks are made of.
struct DemoVm
{
    Vm facts;
    std::optional<Consistency> consistency;
    std::vector<DemoDisk> disks;
};

//! \brief All of Nordvik Logistik AB, sorted by name.
[[nodiscard]] std::vector<DemoVm> demoPlan();

} // namespace valv::hypervisor
