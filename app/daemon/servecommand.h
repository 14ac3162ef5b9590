// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace valv::daemon {

//! \brief `valvd serve`: the engine behind HTTPS until SIGTERM or SIGINT. Makes the QCoreApplication that it needs;
//! call it once, from main(). \param arguments what stands behind "serve" \return 0: stopped by a signal; 1: could not
//! start, with the reason on standard error; 2: wrong arguments
[[nodiscard]] int serveCommand(const std::vector<std::string>& arguments);

} // namespace valv::daemon
