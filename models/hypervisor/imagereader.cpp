// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/imagereader.h"

#include "hypervisor/imageheader.h"
#include "hypervisor/nbdreader.h"
#include "hypervisor/rawreader.h"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

namespace valv::hypervisor {

namespace {

struct OpenFile
{
    UniqueFd fd;
    struct stat st
    { };
};

Result<OpenFile> openFile(const std::string& path)
{
    OpenFile out;
    // O_NONBLOCK: a FIFO by that name must not hold us.
    out.fd = UniqueFd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!out.fd || ::fstat(out.fd.get(), &out.st) != 0) {
        if (errno == ENOENT || errno == ENOTDIR) {
            return failure("DiskVanished", "The disk image is gone.", path,
                           "Put the file back, or remove the disk from the VM.");
        }
        return failure("DiskUnreadable", std::string("The disk image can't be read: ") + std::strerror(errno) + ".",
                       path, "Check the file's permissions.");
    }
    if (!S_ISREG(out.st.st_mode)) {
        return failure("DiskUnreadable", "The disk image can't be read: it is not a file.", path,
                       "Check the path of the disk image.");
    }
    return out;
}

//! QEMU marks what it does with an image by locks on single bytes: 100 + n "I use permission n", 200 + n "nobody else
//! may use it"; 1 is writing. (block/file-posix.c)
constexpr off_t qemuReads = 100;
constexpr off_t qemuWrites = 101;
constexpr off_t qemuNobodyWrites = 201;

bool isWrittenByQemu(int fd)
{
    struct flock lock
    { };
    lock.l_type = F_WRLCK;
    lock.l_whence = SEEK_SET;
    lock.l_start = qemuWrites;
    lock.l_len = 1;
    return ::fcntl(fd, F_OFD_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
}

//! As qemu-nbd does for its own images: while we read, QEMU refuses to write. Best effort; some file systems have no
//! locks.
void keepQemuFromWriting(int fd)
{
    for (const off_t at : {qemuReads, qemuNobodyWrites}) {
        struct flock lock
        { };
        lock.l_type = F_RDLCK;
        lock.l_whence = SEEK_SET;
        lock.l_start = at;
        lock.l_len = 1;
        static_cast<void>(::fcntl(fd, F_OFD_SETLK, &lock));
    }
}

std::string backingPath(const std::string& image, const std::string& backing)
{
    if (backing.empty() || backing.front() == '/') {
        return backing;
    }
    return (std::filesystem::path(image).parent_path() / (backing.starts_with("file:") ? backing.substr(5) : backing))
        .string();
}

} // namespace

Result<ImageInfo> probeImage(const std::string& path)
{
    auto file = openFile(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    const auto header = readImageHeader(file->fd.get(), static_cast<std::uint64_t>(file->st.st_size), path);
    if (!header) {
        return tl::unexpected(header.error());
    }
    ImageInfo info;
    info.format = header->format;
    info.capacity = header->capacity;
    info.allocated = std::min<std::uint64_t>(static_cast<std::uint64_t>(file->st.st_blocks) * 512, header->capacity);
    info.encrypted = header->imageEncrypted || header->guestEncrypted;
    info.locked = header->imageEncrypted;
    info.part = header->part;
    info.inUse = isWrittenByQemu(file->fd.get());
    info.backingFile = header->backingFile;
    return info;
}

Result<std::unique_ptr<ImageReader>> openImage(const std::string& path)
{
    auto file = openFile(path);
    if (!file) {
        return tl::unexpected(file.error());
    }
    const auto stamp = FileStamp::of(file->st);
    auto header = readImageHeader(file->fd.get(), stamp.size, path);
    if (!header) {
        return tl::unexpected(header.error());
    }
    if (header->imageEncrypted) {
        return failure("DiskUnreadable", "The disk image is encrypted by its format, and its key is not known here.",
                       path, "Decrypt the image with qemu-img convert, or encrypt inside the guest instead.");
    }
    if (isWrittenByQemu(file->fd.get())) {
        return failure("DiskInUse", "Another program is writing to the disk image.", path,
                       "Shut down the VM that uses the disk, then run the backup again.");
    }
    ImageFiles files(path, std::move(file->fd), stamp);
    if (header->format == "raw") {
        keepQemuFromWriting(files.fd());
        return RawReader::open(std::move(files));
    }
    if (auto whole = checkImageBounds(files.fd(), stamp.size, *header, path); !whole) {
        return tl::unexpected(whole.error());
    }
    std::string at = path;
    for (std::string backing = header->backingFile; !backing.empty();) {
        if (files.backingCount() >= 64) {
            return failure("DiskUnreadable", "The disk image has more than 64 backing files, or they form a ring.",
                           path);
        }
        at = backingPath(at, backing);
        const auto below = openFile(at);
        if (!below) {
            return tl::unexpected(below.error());
        }
        const auto size = static_cast<std::uint64_t>(below->st.st_size);
        auto belowHeader = readImageHeader(below->fd.get(), size, at);
        if (!belowHeader) {
            return tl::unexpected(belowHeader.error());
        }
        if (auto whole = checkImageBounds(below->fd.get(), size, *belowHeader, at); !whole) {
            return tl::unexpected(whole.error());
        }
        files.addBacking(at, FileStamp::of(below->st));
        backing = belowHeader->backingFile;
    }
    return NbdReader::open(std::move(files), header->format);
}

} // namespace valv::hypervisor
