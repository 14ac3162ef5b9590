// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace valv::daemon {

//! \brief `valvd vault init|backup|list|verify|restore|remove|collect`: a vault without catalogue or service, for
//! scripts, rescue and measuring. Results on standard output, progress and errors on standard error.
//! \param arguments what stands behind "vault"
//! \return 0: done; 1: could not be done, or something is damaged; 2: wrong arguments
[[nodiscard]] int vaultCommand(const std::vector<std::string>& arguments);

} // namespace valv::daemon
