// SPDX-License-Identifier: GPL-3.0-or-later
#include "vaultrestore.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

extern char** environ;

namespace valv::daemon {

namespace {

tl::unexpected<Error> targetFailure(int code, const std::string& path)
{
    const auto words = path + ": " + std::strerror(code) + ".";
    switch (code) {
    case ENOSPC:
    case EDQUOT:
        return failure("TargetFull", "There is no space left for " + words, path, "Choose a folder with more space.");
    case EACCES:
    case EPERM:
    case EROFS:
        return failure("TargetNoPermission", "Cannot write " + words, path, "Choose a folder that you may write to.");
    default:
        return failure("TargetNotWritten", "Cannot write " + words, path);
    }
}

//! \brief A file under way: closed and removed unless it was kept.
class PartialFile
{
public:
    explicit PartialFile(std::string path)
        : m_path(std::move(path))
        , m_file(::open(m_path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666))
    { }
    PartialFile(const PartialFile&) = delete;
    PartialFile& operator=(const PartialFile&) = delete;
    ~PartialFile()
    {
        if (m_file >= 0) {
            ::close(m_file);
        }
        if (!m_path.empty()) {
            ::unlink(m_path.c_str());
        }
    }
    [[nodiscard]] bool isOpen() const { return m_file >= 0; }
    [[nodiscard]] int get() const { return m_file; }
    [[nodiscard]] const std::string& path() const { return m_path; }

    Result<> write(std::uint64_t offset, std::span<const std::byte> data)
    {
        while (!data.empty()) {
            const auto written = ::pwrite(m_file, data.data(), data.size(), static_cast<off_t>(offset));
            if (written < 0 && errno != EINTR) {
                return targetFailure(errno, m_path);
            }
            if (written > 0) {
                offset += static_cast<std::uint64_t>(written);
                data = data.subspan(static_cast<std::size_t>(written));
            }
        }
        return {};
    }

    //! Makes it durable under its final name.
    Result<> keepAs(const std::string& path, bool overwrite)
    {
        if (::fsync(m_file) != 0 || ::close(std::exchange(m_file, -1)) != 0) {
            return targetFailure(errno, m_path);
        }
        // A link fails when the name is taken, however late it was taken.
        const bool moved = overwrite ? ::rename(m_path.c_str(), path.c_str()) == 0
                                     : ::link(m_path.c_str(), path.c_str()) == 0 && ::unlink(m_path.c_str()) == 0;
        const bool noLinks = !overwrite && !moved && (errno == EPERM || errno == ENOTSUP || errno == ENOSYS);
        if (!moved && !(noLinks && ::access(path.c_str(), F_OK) != 0 && ::rename(m_path.c_str(), path.c_str()) == 0)) {
            return targetFailure(errno, path);
        }
        m_path.clear();
        const int folder =
            ::open(std::filesystem::path(path).parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (folder >= 0) {
            static_cast<void>(::fsync(folder));
            ::close(folder);
        }
        return {};
    }

private:
    std::string m_path;
    int m_file;
};

Result<> convert(const std::string& raw, const std::string& qcow2)
{
    const char* const arguments[] = {"qemu-img", "convert",   "-f",          "raw",  "-O",
                                     "qcow2",    raw.c_str(), qcow2.c_str(), nullptr};
    pid_t child = 0;
    if (::posix_spawnp(&child, "qemu-img", nullptr, nullptr, const_cast<char* const*>(arguments), environ) != 0) {
        return failure("ToolMissing", "qemu-img, which makes qcow2 files, cannot be started.", "qemu-img",
                       "Install the package qemu-utils, or restore as raw.");
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) { }
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        return failure("TargetNotWritten", "qemu-img could not make " + qcow2 + ".", qcow2, "Read what it said above.");
    }
    return {};
}

} // namespace

std::string restoredPath(const std::string& folder, const std::string& diskName, const std::string& format)
{
    std::string name = diskName.empty() || diskName[0] == '.' ? "disk" + diskName : diskName;
    for (auto& c : name) {
        c = c == '/' || c == '\0' ? '_' : c;
    }
    return (std::filesystem::absolute(folder) / (name + "." + format)).string();
}

Result<> restoreToFile(const store::PointReader& reader, int disk, const std::string& path, const std::string& format,
                       bool overwrite, const store::ProgressCallback& progress)
{
    struct stat status = {};
    if (!overwrite && ::lstat(path.c_str(), &status) == 0) {
        return failure("TargetExists", "The file " + path + " exists and is not replaced.", path,
                       "Choose another folder, or give --overwrite.");
    }
    PartialFile raw(format == "raw" ? path + ".partial" : path + ".raw.partial");
    const auto capacity = reader.disks()[static_cast<std::size_t>(disk)].header.capacity;
    if (!raw.isOpen() || ::ftruncate(raw.get(), static_cast<off_t>(capacity)) != 0) {
        return targetFailure(errno, raw.path());
    }
    const auto written = reader.restoreDisk(
        disk, [&raw](std::uint64_t offset, std::span<const std::byte> data) { return raw.write(offset, data); }, {},
        progress);
    if (!written) {
        return written;
    }
    if (format == "raw") {
        return raw.keepAs(path, overwrite);
    }
    PartialFile qcow2(path + ".partial");
    if (!qcow2.isOpen()) {
        return targetFailure(errno, qcow2.path());
    }
    if (auto converted = convert(raw.path(), qcow2.path()); !converted) {
        return converted;
    }
    return qcow2.keepAs(path, overwrite);
}

} // namespace valv::daemon
