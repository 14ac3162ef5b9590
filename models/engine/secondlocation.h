// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/context.h"

namespace valv::engine {

struct SecondLocation
{
    QString folder; //!< clean, without symbolic links
    bool sameDisk = false; //!< on one file system with the first location
};

//! \brief Can this folder be the second location of this vault? Makes it when only its last part is missing. Reads and
//! writes there, so it may take as long as a share does: to be called without a lock. An empty vault id: one that is
//! being made. Errors: BMSUserErrorInvalidInput with ValSecondLocation… in its details (docs/wire-extensions.md).
[[nodiscard]] Result<SecondLocation> checkSecondLocation(const Context& context, const VaultRecord& vault,
                                                         const QString& folder);

} // namespace valv::engine
