// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/rawreader.h"

#include "hypervisor/imageheader.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace valv::hypervisor {

namespace {

tl::unexpected<Error> vanished(const std::string& path)
{
    return failure("DiskVanished", "The disk image is gone.", path,
                   "Put the file back, or remove the disk from the VM.");
}

} // namespace

Result<void> ImageFiles::stillThere() const
{
    struct stat st
    { };
    if (::fstat(m_fd.get(), &st) != 0) {
        return failure("DiskUnreadable", std::string("The disk image can't be read: ") + std::strerror(errno) + ".",
                       m_path);
    }
    if (st.st_nlink == 0) {
        return vanished(m_path);
    }
    if (static_cast<std::uint64_t>(st.st_size) < m_stamp.size) {
        return failure("DiskTruncated", "The disk image became shorter while it was read.", m_path,
                       "Stop what changes the file, then run the backup again.");
    }
    return {};
}

Result<void> ImageFiles::stillSame() const
{
    const auto check = [](const std::string& path, const FileStamp& stamp) -> Result<void> {
        struct stat st
        { };
        if (::stat(path.c_str(), &st) != 0) {
            return vanished(path);
        }
        if (!(FileStamp::of(st) == stamp)) {
            return failure("DiskChanged", "The disk image was changed while it was read.", path,
                           "Stop what writes to the disk, then run the backup again.");
        }
        return {};
    };
    auto checked = check(m_path, m_stamp);
    for (auto it = m_backing.begin(); checked && it != m_backing.end(); ++it) {
        checked = check(it->first, it->second);
    }
    return checked;
}

std::vector<Extent> alignExtents(const std::vector<Extent>& extents, std::uint64_t capacity)
{
    constexpr std::uint64_t block = 64 * 1024;
    std::vector<Extent> out;
    for (const auto& extent : extents) {
        if (extent.length == 0 || extent.offset >= capacity) {
            continue;
        }
        const auto begin = extent.offset / block * block;
        const auto end = std::min(capacity, (extent.offset + extent.length + block - 1) / block * block);
        if (!out.empty() && begin <= out.back().offset + out.back().length) {
            out.back().length = std::max(out.back().offset + out.back().length, end) - out.back().offset;
        } else {
            out.push_back({begin, end - begin});
        }
    }
    return out;
}

Result<std::unique_ptr<ImageReader>> RawReader::open(ImageFiles files)
{
    const auto size = files.stamp().size;
    std::vector<Extent> found;
    for (std::uint64_t at = 0; at < size;) {
        const auto data = ::lseek(files.fd(), static_cast<off_t>(at), SEEK_DATA);
        if (data < 0 && errno == ENXIO) {
            break; // nothing but a hole up to the end
        }
        const auto hole = data < 0 ? -1 : ::lseek(files.fd(), data, SEEK_HOLE);
        if (data < 0 || hole <= data) {
            found.push_back({at, size - at}); // a file system that can't tell: all of it
            break;
        }
        found.push_back({static_cast<std::uint64_t>(data), static_cast<std::uint64_t>(hole - data)});
        at = static_cast<std::uint64_t>(hole);
    }
    auto extents = alignExtents(found, size);
    return std::unique_ptr<ImageReader>(new RawReader(std::move(files), std::move(extents)));
}

Result<void> RawReader::read(std::uint64_t offset, std::span<std::byte> into)
{
    if (offset > capacity() || into.size() > capacity() - offset) {
        return failure("DiskUnreadable", "A place behind the end of the disk was asked for.", m_files.path());
    }
    if (auto there = m_files.stillThere(); !there) {
        return there;
    }
    if (!readFully(m_files.fd(), into.data(), into.size(), offset)) {
        if (errno == 0) {
            return failure("DiskTruncated", "The disk image became shorter while it was read.", m_files.path(),
                           "Stop what changes the file, then run the backup again.");
        }
        return failure("DiskUnreadable", std::string("The disk image can't be read: ") + std::strerror(errno) + ".",
                       m_files.path(), "Check the disk that the file lies on.");
    }
    return {};
}

} // namespace valv::hypervisor
