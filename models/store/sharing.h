// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/vaultcore.h"

#include <cstdint>
#include <set>
#include <stop_token>
#include <string>

namespace valv::store {

//! \brief Stored bytes that these points need and no other one: what their removal would free in the end. Chunks are
//! compressed together, so a pack's bytes count by the share of its contents; ids that there are no points of count
//! nothing. Reads the maps of all points. A damaged point keeps all packs that its list names, as in the collector.
//! Errors: VaultDamaged, PointCancelled, those of the place.
[[nodiscard]] Result<std::uint64_t> bytesOnlyIn(VaultCore& core, const std::set<std::string>& points,
                                                const std::stop_token& stop);

} // namespace valv::store
