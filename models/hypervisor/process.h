// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <string>
#include <vector>

namespace valv::hypervisor {

//! \brief Where a program is: the PATH, then the sbin folders that a person's PATH often lacks. Empty: nowhere.
[[nodiscard]] std::string findProgram(const std::string& name);

//! \brief Strings as execve() takes them: pointers into them, a null pointer last. They must outlive what is returned.
[[nodiscard]] std::vector<char*> pointers(std::vector<std::string>& strings);

//! \brief Runs a short-lived tool and waits for it. No shell. environment ("NAME=value") is all that it gets beside
//! PATH.
//! \return what it wrote to its error output, at most 2000 bytes
//! Errors: ToolMissing (target: the tool), ToolFailed (with its error output).
[[nodiscard]] Result<std::string> runTool(const std::string& name, const std::vector<std::string>& arguments,
                                          const std::vector<std::string>& environment, const std::string& package);

} // namespace valv::hypervisor
