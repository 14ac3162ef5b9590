// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hypervisor/vmsource.h"

namespace valv::hypervisor {

//! \brief A folder of disk images as a place of VMs: each image, or each sub-folder of images, is a VM. A valv.json
//! beside (in the folder for single images, by file name; in the sub-folder for its own VM) may name OS, size, resource
//! group, region, power state, agent, tags. Documented in docs/image-folder.md. Needs no root.
[[nodiscard]] std::unique_ptr<VmSource> makeImageFolder(std::string folder);

} // namespace valv::hypervisor
