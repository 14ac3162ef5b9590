// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "engine/transfer.h"
#include "store/pointreader.h"

#include <stop_token>
#include <string>
#include <vector>

namespace valv::engine {

struct RestoreDisk
{
    std::string name; //!< of the disk in the point
    std::string path; //!< the image to write
};

struct RestoreInput
{
    const store::PointReader& reader;
    std::vector<RestoreDisk> disks;
    std::string format = "raw"; //!< raw or qcow2
    bool overwrite = false;
};

//! What stands in the way of images at these paths. Makes nothing.
struct TargetReport
{
    Result<> folder; //!< is there or can be made, and may be written to
    Result<> files; //!< none exists; ValvRestoreTargetExists
    Result<> space;
    std::uint64_t freeBytes = 0;
};
[[nodiscard]] TargetReport lookAtTargets(const std::vector<std::string>& paths, std::uint64_t bytes);

//! \brief What must hold before a byte is written: the folder is there or can be made, may be written, has room; no
//! target exists unless it may be replaced. Makes the folder. Bytes: what the images will take.
//! Errors: ValvRestoreTargetExists, ValvRestoreNoPermission, ValvRestoreNoSpace, ValvRestoreFolderInvalid.
[[nodiscard]] Result<> checkRestoreTargets(const std::vector<std::string>& paths, std::uint64_t bytes, bool overwrite);

//! \brief Writes disks of a point as images: each under a temporary name until all are whole and safe on the disk, then
//! all get their names. Every chunk is verified by the reader. On any error or stop nothing of it is left.
//! Errors: Cancelled, ChunkDamaged (target: point/disk), those of PartialFile and PointReader. Blocks; any thread.
[[nodiscard]] Result<> runRestore(const RestoreInput& input, TransferProgress& progress, const std::stop_token& stop);

} // namespace valv::engine
