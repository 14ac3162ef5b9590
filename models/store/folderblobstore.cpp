// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/folderblobstore.h"

#include "store/crypto.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace valv::store {

namespace {

namespace fs = std::filesystem;

//! \brief A file descriptor that closes itself.
class File
{
public:
    explicit File(int descriptor = -1)
        : m_descriptor(descriptor)
    { }
    File(File&& other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
    { }
    File& operator=(File&& other) noexcept
    {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    ~File()
    {
        if (m_descriptor >= 0) {
            ::close(m_descriptor);
        }
    }
    [[nodiscard]] int get() const { return m_descriptor; }
    explicit operator bool() const { return m_descriptor >= 0; }
    //! Some file systems report a lost write only here.
    [[nodiscard]] bool close() { return ::close(std::exchange(m_descriptor, -1)) == 0; }

private:
    int m_descriptor;
};

tl::unexpected<Error> ioFailure(int code, const std::string& what, const std::string& path)
{
    const std::string words = what + " " + path + ": " + std::strerror(code) + ".";
    switch (code) {
    case ENOSPC:
    case EDQUOT:
        return failure("VaultFull", "There is no space left for the vault. " + words, path,
                       "Free space where the vault is, or let old recovery points expire.");
    case EACCES:
    case EPERM:
    case EROFS:
        return failure("VaultNoPermission", "The vault's folder may not be used so. " + words, path,
                       "Give the user that runs Valv the right to read and write the folder.");
    case ENOENT:
    case ENOTDIR:
        return failure("BlobNotFound", words, path);
    default:
        return failure("VaultIoError", words, path, "Check the disk or share that holds the vault.");
    }
}

Result<> syncFolder(const std::string& path)
{
    const File folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!folder) {
        return ioFailure(errno, "Cannot open the folder", path);
    }
    // Some network file systems cannot sync a folder and say EINVAL: they have no more to give.
    if (::fsync(folder.get()) != 0 && errno != EINVAL && errno != ENOTSUP) {
        return ioFailure(errno, "Cannot sync the folder", path);
    }
    return {};
}

//! Makes the folders of a name below the root, each made durable in its parent.
Result<> makeFolders(const std::string& root, const std::string& name)
{
    for (auto slash = name.find('/'); slash != std::string::npos; slash = name.find('/', slash + 1)) {
        const std::string folder = root + '/' + name.substr(0, slash);
        if (::mkdir(folder.c_str(), 0777) == 0) {
            if (auto synced = syncFolder(fs::path(folder).parent_path().string()); !synced) {
                return synced;
            }
        } else if (errno != EEXIST) {
            return ioFailure(errno, "Cannot make the folder", folder);
        }
    }
    return {};
}

class FileWriter final : public BlobWriter
{
public:
    FileWriter(File file, std::string temporary, std::string target)
        : m_file(std::move(file))
        , m_temporary(std::move(temporary))
        , m_target(std::move(target))
    { }
    ~FileWriter() override
    {
        if (!m_temporary.empty()) {
            ::unlink(m_temporary.c_str());
        }
    }

    Result<> append(std::span<const std::byte> data) override
    {
        while (!data.empty()) {
            const auto written = ::write(m_file.get(), data.data(), data.size());
            if (written < 0) {
                if (errno == EINTR) {
                    continue;
                }
                return ioFailure(errno, "Cannot write", m_target);
            }
            data = data.subspan(static_cast<std::size_t>(written));
        }
        return {};
    }

    Result<> commit() override
    {
        if (::fsync(m_file.get()) != 0) {
            return ioFailure(errno, "Cannot sync", m_target);
        }
        if (!m_file.close()) {
            return ioFailure(errno, "Cannot close", m_target);
        }
        if (::rename(m_temporary.c_str(), m_target.c_str()) != 0) {
            return ioFailure(errno, "Cannot rename to", m_target);
        }
        m_temporary.clear();
        return syncFolder(fs::path(m_target).parent_path().string());
    }

private:
    File m_file;
    std::string m_temporary;
    std::string m_target;
};

class FileLock final : public BlobLock
{
public:
    explicit FileLock(File file)
        : m_file(std::move(file))
    { }

private:
    File m_file;
};

} // namespace

Result<std::vector<std::byte>> BlobStore::get(const std::string& name) const
{
    constexpr int tries = 4;
    constexpr std::uint64_t mostBytes = std::uint64_t{1} << 30;
    auto length = size(name);
    for (int i = 0; length && i < tries; ++i) {
        if (*length > mostBytes) {
            return failure("VaultIoError", "The file " + name + " is too large to be what it says.", name);
        }
        std::vector<std::byte> data(*length);
        const auto got = read(name, 0, data);
        const auto after = size(name);
        if (after && *after != *length) { // another was put in its place: this is a part of it, or none
            length = after;
            continue;
        }
        return got ? Result<std::vector<std::byte>>(std::move(data)) : tl::unexpected(got.error());
    }
    return length ? failure("VaultIoError", "The file " + name + " changes all the time.", name)
                  : tl::unexpected(length.error());
}

Result<> BlobStore::put(const std::string& name, std::span<const std::byte> data)
{
    auto writer = create(name);
    if (!writer) {
        return tl::unexpected(writer.error());
    }
    if (auto written = (*writer)->append(data); !written) {
        return written;
    }
    return (*writer)->commit();
}

FolderBlobStore::FolderBlobStore(std::string folder)
    : m_folder(std::move(folder))
{
    while (m_folder.size() > 1 && m_folder.back() == '/') {
        m_folder.pop_back();
    }
}

Result<std::unique_ptr<BlobWriter>> FolderBlobStore::create(const std::string& name)
{
    if (auto made = makeFolders(m_folder, name); !made) {
        return tl::unexpected(made.error());
    }
    if (auto made = makeFolders(m_folder, "tmp/"); !made) {
        return tl::unexpected(made.error());
    }
    std::array<std::byte, 8> random;
    fillRandom(random);
    const std::string temporary = path("tmp/" + toHex(random));
    File file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666));
    if (!file) {
        return ioFailure(errno, "Cannot make", temporary);
    }
    return std::make_unique<FileWriter>(std::move(file), temporary, path(name));
}

Result<> FolderBlobStore::read(const std::string& name, std::uint64_t offset, std::span<std::byte> into) const
{
    const auto from = path(name);
    const File file(::open(from.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file) {
        return ioFailure(errno, "Cannot open", from);
    }
    while (!into.empty()) {
        const auto got = ::pread(file.get(), into.data(), into.size(), static_cast<off_t>(offset));
        if (got < 0) {
            if (errno == EINTR) {
                continue;
            }
            return ioFailure(errno, "Cannot read", from);
        }
        if (got == 0) {
            return failure("BlobTooShort", "The file " + from + " ends too early.", from);
        }
        offset += static_cast<std::uint64_t>(got);
        into = into.subspan(static_cast<std::size_t>(got));
    }
    return {};
}

Result<std::uint64_t> FolderBlobStore::size(const std::string& name) const
{
    struct stat status = {};
    if (::stat(path(name).c_str(), &status) != 0) {
        return ioFailure(errno, "Cannot look at", path(name));
    }
    if (!S_ISREG(status.st_mode)) {
        return failure("BlobNotFound", path(name) + " is no file.", path(name));
    }
    return static_cast<std::uint64_t>(status.st_size);
}

Result<std::vector<BlobInfo>> FolderBlobStore::list(const std::string& prefix) const
{
    std::vector<BlobInfo> found;
    std::error_code error;
    const fs::path root = path(prefix);
    fs::recursive_directory_iterator entry(root, error);
    if (error == std::errc::no_such_file_or_directory) {
        return found;
    }
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        if (!entry->is_regular_file(error)) {
            continue; // a folder, or gone since
        }
        const auto size = entry->file_size(error);
        if (!error) {
            found.push_back({prefix + entry->path().lexically_relative(root).string(), size});
        }
        error.clear();
    }
    if (error) {
        return ioFailure(error.value(), "Cannot list", root.string());
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return found;
}

Result<> FolderBlobStore::remove(const std::string& name)
{
    if (::unlink(path(name).c_str()) != 0 && errno != ENOENT) {
        return ioFailure(errno, "Cannot remove", path(name));
    }
    return {};
}

Result<std::unique_ptr<BlobLock>> FolderBlobStore::lock()
{
    const auto name = path("lock");
    File file(::open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
    if (!file) {
        if (errno == ENOENT) {
            return failure("VaultNotFound", "The vault's folder is gone: " + m_folder + ".", m_folder,
                           "Connect the disk or share that holds the vault.");
        }
        return ioFailure(errno, "Cannot open", name);
    }
    if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
        if (errno == EWOULDBLOCK) {
            return failure("VaultInUse", "Another program is writing to the vault in " + m_folder + ".", m_folder,
                           "Wait until it is done, or close it, and try again.");
        }
        return ioFailure(errno, "Cannot lock", name);
    }
    return std::make_unique<FileLock>(std::move(file));
}

Result<> FolderBlobStore::removeLeftovers()
{
    auto leftovers = list("tmp/");
    if (!leftovers) {
        return tl::unexpected(leftovers.error());
    }
    for (const auto& leftover : *leftovers) {
        if (auto removed = remove(leftover.name); !removed) {
            return removed;
        }
    }
    return {};
}

} // namespace valv::store
