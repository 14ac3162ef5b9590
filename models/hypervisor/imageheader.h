// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "hypervisor/vmsource.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace valv::hypervisor {

//! \brief What the first bytes (and for VHD the last ones) of an image say. Private to the room.
struct ImageHeader
{
    std::string format = "raw"; //!< QEMU's name: raw, qcow2, vmdk, vdi, vhdx, vpc
    std::uint64_t capacity = 0; //!< bytes
    bool imageEncrypted = false; //!< the image format itself encrypts: can't be read without a key
    bool guestEncrypted = false; //!< LUKS or BitLocker at the start of a raw disk or of one of its partitions
    bool part = false; //!< a piece of a split image (a VMDK extent): not a disk of its own
    std::string backingFile; //!< as written in the image; empty: none
};

//! \brief Reads the header of an open image; some preads, never its data. fileName decides two things only: ".raw" is
//! always raw, and a name that promises a format whose mark is missing is an error rather than a raw disk.
//! Errors: DiskTruncated, DiskFormatUnknown, DiskUnreadable; target: path.
[[nodiscard]] Result<ImageHeader> readImageHeader(int fd, std::uint64_t fileSize, const std::string& path);

//! \brief Walks an image's own tables: is all that they point at inside the file? QEMU reads what is behind the end as
//! zeros, so a file cut short would otherwise be backed up as if it were whole.
//! Error DiskTruncated; target: path. Reads tables only (8 bytes per cluster).
[[nodiscard]] Result<void> checkImageBounds(int fd, std::uint64_t fileSize, const ImageHeader& header,
                                            const std::string& path);

//! \brief What a VHDX image holds, by its own table; nothing when that can't be read.
//! The last one may reach beyond the capacity.
[[nodiscard]] std::optional<std::vector<Extent>> vhdxExtents(int fd, std::uint64_t fileSize);

//! \brief The last extension of a file name in lower-case ASCII without the dot: "Web.QCOW2" → "qcow2"; "" when none.
[[nodiscard]] std::string extensionOf(std::string_view fileName);

//! \brief Is this an extension that image folders list? raw img qcow2 vmdk vdi vhdx vhd.
[[nodiscard]] bool isImageExtension(std::string_view extension);

//! \brief Reads exactly size bytes, or says false (end of file or an I/O error; errno 0 at the end).
[[nodiscard]] bool readFully(int fd, void* into, std::size_t size, std::uint64_t offset);

} // namespace valv::hypervisor
