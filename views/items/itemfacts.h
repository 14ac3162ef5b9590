// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/protecteditem.h"
#include "controls/essentials.h"

namespace valv::presentation {
class Format;
class RecoveryPointStore;
class Session;
} // namespace valv::presentation

namespace valv::views {

//! \brief Where a backup item is kept, by which rules, how its backups go and what there is of it. Links: "vault",
//! "policy", "job" (the last one). Source: flows.md A9, D3.
[[nodiscard]] QVector<Fact> itemFacts(const contract::ProtectedItem& item, presentation::Session& session,
                                      const presentation::RecoveryPointStore& points,
                                      const presentation::Format& format);

} // namespace valv::views
