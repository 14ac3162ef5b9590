// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/pointreader.h"

#include <string>

namespace valv::daemon {

//! \brief The file that a disk of a point is restored to: its name, free of path separators, and the format's suffix.
[[nodiscard]] std::string restoredPath(const std::string& folder, const std::string& diskName,
                                       const std::string& format);

//! \brief Writes a disk to a file: sparse, as <name>.partial until all of it is there and synced. What is there already
//! stays unless `overwrite` is set. qcow2 is made by qemu-img from the finished raw file. Errors: "TargetExists",
//! "TargetFull", "TargetNoPermission", "TargetNotWritten", "ToolMissing", and those of PointReader.
[[nodiscard]] Result<> restoreToFile(const store::PointReader& reader, int disk, const std::string& path,
                                     const std::string& format, bool overwrite,
                                     const store::ProgressCallback& progress);

} // namespace valv::daemon
