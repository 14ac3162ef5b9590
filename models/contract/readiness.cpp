// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/readiness.h"

namespace valv::contract {
namespace {

//! What the first backup reads: what the images take, where that is known, else what they could.
qint64 bytesToRead(const VirtualMachine& machine)
{
    qint64 bytes = 0;
    for (const auto& disk : machine.disks) {
        bytes += disk.allocatedBytes >= 0 ? disk.allocatedBytes : disk.capacityBytes;
    }
    return bytes;
}

} // namespace

QList<ReadinessNote> readiness(const VirtualMachine& machine, std::optional<qint64> freeBytes)
{
    QList<ReadinessNote> notes;
    const auto obstacle = [&notes](const char* code) { notes.append({QString::fromLatin1(code), true}); };
    const auto warning = [&notes](const char* code) { notes.append({QString::fromLatin1(code), false}); };
    if (machine.problem) {
        obstacle("VmProblem");
    } else if (machine.disks.isEmpty()) {
        obstacle("VmHasNoDisk");
    }
    const bool off = machine.power == PowerState::Stopped || machine.power == PowerState::Deallocated;
    if (off) {
        warning("VmPoweredOff"); // the agent of a machine that is off says nothing
    } else if (machine.agent == AgentState::NotReady) {
        warning("VmAgentNotReady");
    } else if (machine.agent == AgentState::OutOfDate) {
        warning("VmAgentOutOfDate");
    } else if (machine.agent == AgentState::NotInstalled) {
        warning("VmAgentMissing");
    }
    if (machine.encrypted) {
        warning("VmEncrypted");
    }
    if (freeBytes && bytesToRead(machine) > *freeBytes) {
        warning("VaultNearlyFull"); // a warning: compressed it may fit
    }
    return notes;
}

} // namespace valv::contract
