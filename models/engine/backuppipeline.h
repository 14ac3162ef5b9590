// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "engine/readahead.h"
#include "engine/transfer.h"
#include "hypervisor/vmsource.h"
#include "store/vault.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace valv::engine {

struct BackupInput
{
    hypervisor::BackupSession& session;
    store::Vault& vault;
    store::PointHeader header; //!< consistency and its reason are taken from the session
    store::PointState state;
    std::string basePoint; //!< the point before this one of the same VM; empty: none
    unsigned readers = 4; //!< threads that read the disks
};

struct BackupOutcome
{
    store::PointInfo point;
    hypervisor::CheckpointId checkpoint; //!< empty: the next backup reads everything
    std::vector<std::string> fullReads; //!< "disk: why", for disks read fully although a checkpoint was given
    std::vector<std::string> warnings; //!< English sentences
};

//! The error of a disk that was to be read incrementally while its base can't be used: begin the session again without
//! a checkpoint.
inline const std::string BaseUnusableCode = "BaseUnusable";

//! \brief Reads one consistent moment of a VM into a vault. Nothing is visible in the vault before it succeeded.
//! Reads only extents, widened to 64 KiB, several at once; asks the session whether the disks are still the same before
//! the manifest is written, and commits the session after it. On any error the session is aborted.
//! Errors: Cancelled, BaseUnusable, those of BackupSession and of store::PointWriter. Blocks; no Qt; any thread.
[[nodiscard]] Result<BackupOutcome> runBackup(const BackupInput& input, TransferProgress& progress,
                                              const std::stop_token& stop);

//! \brief The extents of a disk as pieces: widened to 64 KiB, merged where they touch, cut at PieceSize and at the
//! capacity. Extents behind the capacity are left out.
[[nodiscard]] std::vector<Piece> piecesOf(std::size_t disk, const std::vector<hypervisor::Extent>& extents,
                                          std::uint64_t capacity);

//! The wire's word for a consistency, e.g. "AppConsistent".
[[nodiscard]] std::string consistencyText(hypervisor::Consistency consistency);

} // namespace valv::engine
