// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "core/result.h"

#include <QString>

//! Errors on the wire: their codes, statuses and words. Source: contract.md 2.
namespace valv::service {

//! The HTTP status of a code; 500 only for faults.
[[nodiscard]] int statusOf(const std::string& code);
//! Whether the backup provider speaks (x-ms-failure-cause: service) or the front door (gateway).
[[nodiscard]] bool isOfBackupProvider(const std::string& code);
//! \brief The error as contract.md names it. Where the engine uses a finer code of the console's own list, the wire
//! carries contract.md's code and words, and the finer one stands in details, where the console finds it.
[[nodiscard]] Error onTheWire(Error error);

[[nodiscard]] Error problem(const char* code, const QString& message, const QString& target = {});
//! 412 for If-None-Match: *. \param code what is wrong with the name, in the details
[[nodiscard]] Error nameTaken(const char* code, const QString& message);
[[nodiscard]] Error resourceNotFound(const ArmId& id); //!< vault or virtual machine
[[nodiscard]] Error resourceGroupNotFound(const QString& name);
[[nodiscard]] Error itemNotFound();
[[nodiscard]] Error objectNotFound(const QString& what); //!< e.g. "Backup job '…'"
[[nodiscard]] Error invalidInput(const QString& reason);
[[nodiscard]] Error invalidContent(const QString& reason);

} // namespace valv::service
