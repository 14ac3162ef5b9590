// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/recoverypoint.h"

#include <QString>

namespace valv::presentation {
class Format;
}

namespace valv::views {

//! What somebody else has made of a recovery point since it was read: "It is now: pinned, kept until 31 Jan 2020."
//! Empty: nothing that a person would see.
[[nodiscard]] QString pointChanges(const contract::RecoveryPoint& before, const contract::RecoveryPoint& now,
                                   const presentation::Format& format);

} // namespace valv::views
