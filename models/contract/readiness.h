// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/virtualmachine.h"

#include <QList>

#include <optional>

namespace valv::contract {

//! \brief One thing to know about a machine before it is backed up. Codes: VmProblem (an obstacle; what it is stands in
//! VirtualMachine::problem), VmHasNoDisk (an obstacle), VmPoweredOff, VmAgentNotReady, VmAgentOutOfDate,
//! VmAgentMissing (the point will be less consistent), VmEncrypted (its files can't be browsed), VaultNearlyFull (the
//! first backup may not fit).
struct ReadinessNote
{
    QString code;
    bool obstacle = false; //!< else a warning
    friend bool operator==(const ReadinessNote&, const ReadinessNote&) = default;
};

//! \brief What a machine lacks for a good first backup, obstacles first. Pure; any thread. Nothing: ready.
//! \param freeBytes on the disk of the vault that it is for; nothing: not known
[[nodiscard]] QList<ReadinessNote> readiness(const VirtualMachine& machine,
                                             std::optional<qint64> freeBytes = std::nullopt);

} // namespace valv::contract
