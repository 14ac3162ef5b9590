// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/workfolder.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <utility>

namespace valv::hypervisor {

namespace {

namespace fs = std::filesystem;
constexpr const char* hiddenPrefix = ".valv-new-";

void removeAbandoned(const std::string& parent)
{
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(parent, ignored)) {
        if (!entry.path().filename().string().starts_with(hiddenPrefix)) {
            continue;
        }
        const UniqueFd fd(::open(entry.path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        struct stat st
        { };
        // One just made may not be locked yet.
        if (fd && ::fstat(fd.get(), &st) == 0 && std::time(nullptr) - st.st_ctim.tv_sec > 60
            && ::flock(fd.get(), LOCK_EX | LOCK_NB) == 0) {
            fs::remove_all(entry.path(), ignored);
        }
    }
}

} // namespace

WorkFolder::WorkFolder(std::string path, UniqueFd lock)
    : m_path(std::move(path))
    , m_lock(std::move(lock))
{ }

WorkFolder::~WorkFolder()
{
    if (m_lock && !m_path.empty()) {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
}

Result<WorkFolder> WorkFolder::make(const std::string& parent)
{
    removeAbandoned(parent);
    std::string path = parent + "/" + hiddenPrefix + "XXXXXX";
    UniqueFd lock;
    if (::mkdtemp(path.data()) != nullptr) {
        ::chmod(path.c_str(), 0755);
        lock = UniqueFd(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (lock && ::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
            lock.reset();
        }
    }
    if (!lock) {
        return failure("TargetUnwritable", std::string("No folder can be made here (") + std::strerror(errno) + ").",
                       parent, "Check that the folder can be written to and that the disk is not full.");
    }
    return WorkFolder(std::move(path), std::move(lock));
}

bool WorkFolder::moveTo(const std::string& target)
{
    if (!renameWithoutReplacing(m_path, target)) {
        return false;
    }
    m_path.clear();
    m_lock.reset();
    return true;
}

bool renameWithoutReplacing(const std::string& from, const std::string& to)
{
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) {
        return true;
    }
    if (errno != EINVAL && errno != ENOSYS) {
        return false;
    }
    // A file system that does not know how. rename() of a folder replaces at most an empty one.
    struct stat st
    { };
    if (::lstat(to.c_str(), &st) == 0) {
        errno = EEXIST;
        return false;
    }
    return ::rename(from.c_str(), to.c_str()) == 0;
}

bool syncPath(const std::string& path)
{
    const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    return fd && ::fsync(fd.get()) == 0;
}

} // namespace valv::hypervisor
