// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hypervisor/vmsource.h"

namespace valv::hypervisor {

//! \brief Reads one disk image, whatever its format. Raw files are read directly (SEEK_DATA finds what is allocated);
//! every other format through QEMU's block layer: a qemu-nbd of our own behind a private Unix socket, read with libnbd.
//! read() may be called from several threads at once. A qemu-nbd that dies is an Error, never a hang.
class ImageReader
{
public:
    virtual ~ImageReader() = default;
    [[nodiscard]] virtual std::uint64_t capacity() const = 0;
    //! All that is allocated, ascending, aligned to 64 KiB (the last one may end at the capacity).
    [[nodiscard]] virtual const std::vector<Extent>& extents() const = 0;
    [[nodiscard]] virtual Result<void> read(std::uint64_t offset, std::span<std::byte> into) = 0;
    //! The file is still the one that was opened: same inode, size and modification time. Error DiskChanged.
    [[nodiscard]] virtual Result<void> stillSame() = 0;

protected:
    ImageReader() = default;
    ImageReader(const ImageReader&) = delete;
    ImageReader& operator=(const ImageReader&) = delete;
};

struct ImageInfo
{
    std::string format; //!< raw when no magic number is known
    std::uint64_t capacity = 0;
    std::uint64_t allocated = 0;
    bool encrypted = false; //!< LUKS or BitLocker inside, or the format's own encryption
    bool locked = false; //!< encrypted by its format (qcow2 with a key): can't be opened here
    bool part = false; //!< a piece of a split VMDK: not a disk of its own
    bool inUse = false; //!< a QEMU program has it open for writing
    std::string backingFile; //!< empty: none
};

//! \brief Facts of an image without reading its data. Errors: DiskVanished, DiskUnreadable (permission, not a file),
//! DiskTruncated (shorter than its header says), DiskFormatUnknown.
[[nodiscard]] Result<ImageInfo> probeImage(const std::string& path);

//! \brief Opens an image read-only. Errors as probeImage, DiskInUse (another program writes it), ToolMissing
//! (qemu-nbd).
[[nodiscard]] Result<std::unique_ptr<ImageReader>> openImage(const std::string& path);

} // namespace valv::hypervisor
