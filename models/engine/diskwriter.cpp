// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/diskwriter.h"

#include "engine/qcow2writer.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>

namespace valv::engine {

namespace {

tl::unexpected<Error> failed(int error, const std::string& path)
{
    const auto words = std::generic_category().message(error);
    switch (error) {
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return failure("ValvRestoreNoSpace", "There is not enough free space to write " + path + " (" + words + ").",
                       path, "Free some space or choose another folder.");
    case EACCES:
    case EPERM:
    case EROFS:
        return failure("ValvRestoreNoPermission", "The file " + path + " may not be written (" + words + ").", path,
                       "Choose a folder that you may write to.");
    case EEXIST:
        return failure("ValvRestoreTargetExists", "There is already a file " + path + ".", path,
                       "Choose another folder, or allow the file to be replaced.");
    default:
        return failure("ValvRestoreWriteFailed", "The file " + path + " could not be written (" + words + ").", path,
                       "Check the disk and try again.");
    }
}

Result<> syncFolderOf(const std::string& path)
{
    const auto folder = std::filesystem::path(path).parent_path().string();
    const int fd = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0) {
        return failed(errno, folder);
    }
    const int done = ::fsync(fd);
    const int error = errno;
    ::close(fd);
    if (done != 0 && error != EINVAL) { // some file systems can't, and need not
        return failed(error, folder);
    }
    return {};
}

class RawWriter final : public DiskWriter
{
public:
    RawWriter(PartialFile& file, std::uint64_t capacity)
        : m_file(file)
        , m_capacity(capacity)
    { }
    Result<> write(std::uint64_t offset, std::span<const std::byte> data) override
    {
        return m_file.write(offset, data);
    }
    Result<> finish() override { return m_file.resize(m_capacity); }

private:
    PartialFile& m_file;
    std::uint64_t m_capacity;
};

} // namespace

Result<std::unique_ptr<PartialFile>> PartialFile::create(const std::string& path)
{
    const auto partial = partialPath(path);
    // Another writer may remove the name between our open and our lock: then look again.
    for (int attempt = 0; attempt < 10; ++attempt) {
        const int fd = ::open(partial.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (fd < 0) {
            return failed(errno, path);
        }
        auto file = std::unique_ptr<PartialFile>(new PartialFile(path, -1)); // owns nothing until it holds the lock
        if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
            ::close(fd);
            return failure("ValvRestoreTargetBusy", "Another restore is writing " + path + " right now.", path,
                           "Wait until it has finished, or choose another folder.");
        }
        struct stat ours
        { };
        struct stat named
        { };
        if (::fstat(fd, &ours) != 0 || ::lstat(partial.c_str(), &named) != 0 || ours.st_ino != named.st_ino
            || ours.st_dev != named.st_dev) {
            ::close(fd);
            continue;
        }
        file->m_fd = fd;
        if (::fchmod(fd, 0600) != 0 || ::ftruncate(fd, 0) != 0) { // one found here may have been anyone's to read
            return failed(errno, path);
        }
        return file;
    }
    return failed(EBUSY, path);
}

PartialFile::~PartialFile()
{
    if (m_fd < 0) {
        return;
    }
    if (!m_published) {
        ::unlink(partialPath(m_path).c_str()); // while the lock is held
    }
    ::close(m_fd);
}

Result<> PartialFile::write(std::uint64_t offset, std::span<const std::byte> data)
{
    while (!data.empty()) {
        const auto done = ::pwrite(m_fd, data.data(), data.size(), static_cast<off_t>(offset));
        if (done < 0) {
            if (errno == EINTR) {
                continue;
            }
            return failed(errno, m_path);
        }
        offset += static_cast<std::uint64_t>(done);
        data = data.subspan(static_cast<std::size_t>(done));
    }
    return {};
}

Result<> PartialFile::resize(std::uint64_t bytes)
{
    if (::ftruncate(m_fd, static_cast<off_t>(bytes)) != 0) {
        return failed(errno, m_path);
    }
    return {};
}

Result<> PartialFile::sync()
{
    if (::fsync(m_fd) != 0) {
        return failed(errno, m_path);
    }
    return {};
}

Result<> PartialFile::publish(bool overwrite)
{
    const auto partial = partialPath(m_path);
    if (overwrite) {
        if (::rename(partial.c_str(), m_path.c_str()) != 0) {
            return failed(errno, m_path);
        }
    } else if (::renameat2(AT_FDCWD, partial.c_str(), AT_FDCWD, m_path.c_str(), RENAME_NOREPLACE) != 0) {
        if (errno != EINVAL && errno != ENOSYS) {
            return failed(errno, m_path);
        }
        // A file system without that call: a link never replaces either.
        if (::link(partial.c_str(), m_path.c_str()) != 0) {
            return failed(errno, m_path);
        }
        ::unlink(partial.c_str());
    }
    m_published = true;
    return syncFolderOf(m_path);
}

void PartialFile::unpublish()
{
    if (m_published) {
        ::unlink(m_path.c_str());
    }
}

Result<std::unique_ptr<DiskWriter>> makeDiskWriter(PartialFile& file, const std::string& format, std::uint64_t capacity)
{
    if (format.empty() || format == "raw") {
        return std::make_unique<RawWriter>(file, capacity);
    }
    if (format == "qcow2") {
        return std::make_unique<Qcow2Writer>(file, capacity);
    }
    return failure("BMSUserErrorInvalidInput", "Disks can be restored as raw or qcow2, not as " + format + ".",
                   "format", "Choose raw or qcow2.");
}

} // namespace valv::engine
