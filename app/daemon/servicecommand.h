// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace valv::daemon {

//! \brief `valvd install-service`: writes a service file for systemd, of the person or (as root, --system) of the
//! computer, and starts it. `valvd uninstall-service` stops it and takes the file away; data stays.
//! \return exit status: 0 done, 1 could not, 2 wrong arguments
[[nodiscard]] int installServiceCommand(const std::vector<std::string>& arguments);
[[nodiscard]] int uninstallServiceCommand(const std::vector<std::string>& arguments);

} // namespace valv::daemon
