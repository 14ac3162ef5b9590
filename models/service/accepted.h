// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "service/call.h"

//! The 202 of a long-running operation. Source: contract.md 4B.
namespace valv::service {

//! Where its status and its result are asked for: Azure-AsyncOperation and Location without the operation's id.
struct Asking
{
    ArmId at;
    QString status;
    QString result;

    [[nodiscard]] static Asking resource(const ArmId& id); //!< an item or a job: its own operationsStatus
    [[nodiscard]] static Asking vault(const ArmId& id); //!< removal of an item: backupOperations of the vault
    [[nodiscard]] static Asking fabric(const ArmId& vault); //!< discovery
};

//! 202 without a body, with both links and Retry-After: 1.
[[nodiscard]] Answer acceptedAnswer(const Call& call, const engine::Accepted& accepted, const Asking& asking);

} // namespace valv::service
