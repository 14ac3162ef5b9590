// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/fd.h"
#include "hypervisor/foldersource.h"
#include "hypervisor/imageheader.h"

#include <fcntl.h>
#include <sys/file.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <set>

namespace valv::hypervisor {

namespace {

constexpr const char* hiddenPrefix = ".valv-new-";
namespace fs = std::filesystem;

tl::unexpected<Error> cantWrite(const std::string& path, const std::string& what)
{
    return failure("TargetUnwritable", what + " (" + std::strerror(errno) + ").", path,
                   "Check that the folder can be written to and that the disk is not full.");
}

bool syncPath(const std::string& path, int flags)
{
    const UniqueFd fd(::open(path.c_str(), flags | O_CLOEXEC));
    return fd && ::fsync(fd.get()) == 0;
}

//! What killed runs left: hidden folders that nobody holds locked.
void removeAbandoned(const std::string& folder)
{
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
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

class NewFolder final : public NewVmPlace
{
public:
    NewFolder(std::string parent, std::string temporary, UniqueFd lock, NewVm vm, std::string idRoot)
        : m_parent(std::move(parent))
        , m_folder(std::move(temporary))
        , m_lock(std::move(lock))
        , m_vm(std::move(vm))
        , m_idRoot(std::move(idRoot))
    {
        std::set<std::string> taken;
        for (const auto& disk : m_vm.like.disks) {
            std::string stem;
            for (const char c : disk.name) {
                stem += c == '/' || c == '\0' ? '-' : c;
            }
            // A disk that took its name from a file with its extension: "os.qcow2" becomes "os".
            if (isImageExtension(extensionOf(stem))) {
                stem = stem.substr(0, stem.rfind('.'));
            }
            while (!stem.empty() && (stem.front() == '.' || stem.front() == ' ')) {
                stem.erase(0, 1);
            }
            stem = stem.empty() ? "disk" : stem.substr(0, 200);
            auto file = stem + ".raw";
            for (int i = 2; !taken.insert(file).second; ++i) {
                file = stem + "-" + std::to_string(i) + ".raw";
            }
            m_files[disk.name] = file;
        }
    }

    ~NewFolder() override
    {
        if (!m_published) {
            std::error_code ignored;
            fs::remove_all(m_folder, ignored);
        }
    }

    [[nodiscard]] std::string pathFor(const Disk& disk) const override
    {
        const auto found = m_files.find(disk.name);
        return m_folder + "/"
            + (found == m_files.end() ? fs::path(disk.name).filename().string() + ".raw" : found->second);
    }

    [[nodiscard]] std::string folder() const override { return m_folder; }

    [[nodiscard]] Result<std::string> publish() override
    {
        const auto target = m_parent + "/" + m_vm.name;
        if (m_published) {
            return stableUuid(m_idRoot + "/" + m_vm.name);
        }
        if (auto written = writeFacts(); !written) {
            return tl::unexpected(written.error());
        }
        std::error_code error;
        for (const auto& entry : fs::directory_iterator(m_folder, error)) {
            if (entry.is_regular_file() && !syncPath(entry.path().string(), O_RDONLY)) {
                return cantWrite(entry.path().string(), "A disk of the new VM can't be made safe");
            }
        }
        if (error || !syncPath(m_folder, O_RDONLY | O_DIRECTORY)) {
            return cantWrite(m_folder, "The folder of the new VM can't be made safe");
        }
        if (::renameat2(AT_FDCWD, m_folder.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE) != 0) {
            if (errno == EEXIST || errno == ENOTEMPTY) {
                return failure("NameTaken", "There is already a VM or a folder with this name.", m_vm.name,
                               "Choose another name.");
            }
            // A file system without RENAME_NOREPLACE; rename() replaces only an empty folder, and there is none.
            if ((errno != EINVAL && errno != ENOSYS) || fs::exists(target)
                || ::rename(m_folder.c_str(), target.c_str()) != 0) {
                return cantWrite(target, "The folder of the new VM can't be put in its place");
            }
        }
        m_published = true;
        m_folder = target;
        syncPath(m_parent, O_RDONLY | O_DIRECTORY);
        return stableUuid(m_idRoot + "/" + m_vm.name);
    }

private:
    [[nodiscard]] Result<void> writeFacts() const
    {
        Vm facts = m_vm.like;
        facts.name = m_vm.name;
        if (!m_vm.resourceGroup.empty()) {
            facts.resourceGroup = m_vm.resourceGroup;
        }
        // Nobody has started it yet.
        facts.power = PowerState::Stopped;
        const auto text = writeVmFacts(facts, m_files);
        const auto path = m_folder + "/valv.json";
        const UniqueFd fd(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644));
        if (!fd || ::write(fd.get(), text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
            return cantWrite(path, "The facts of the new VM can't be written");
        }
        return {};
    }

    const std::string m_parent;
    std::string m_folder;
    const UniqueFd m_lock; //!< says to others that this folder is being worked on
    const NewVm m_vm;
    const std::string m_idRoot;
    std::map<std::string, std::string> m_files; //!< by disk name
    bool m_published = false;
};

} // namespace

Result<std::unique_ptr<NewVmPlace>> prepareFolder(const std::string& folder, const NewVm& vm, const std::string& idRoot)
{
    const auto& name = vm.name;
    if (name.empty() || name.size() > 200 || name.front() == '.' || name.back() == '~' || name.ends_with(".partial")
        || name.ends_with(".tmp") || name.find('/') != std::string::npos || name.find('\0') != std::string::npos) {
        return failure("InvalidName", "A VM in this folder can't have this name.", name,
                       "Choose a name of letters, digits and hyphens.");
    }
    struct stat st
    { };
    if (::lstat((folder + "/" + name).c_str(), &st) == 0) {
        return failure("NameTaken", "There is already a VM or a folder with this name.", name, "Choose another name.");
    }
    removeAbandoned(folder);
    std::string temporary = folder + "/" + hiddenPrefix + "XXXXXX";
    if (::mkdtemp(temporary.data()) == nullptr) {
        return cantWrite(folder, "No folder can be made here");
    }
    ::chmod(temporary.c_str(), 0755);
    UniqueFd lock(::open(temporary.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!lock || ::flock(lock.get(), LOCK_EX | LOCK_NB) != 0) {
        const auto error = errno;
        ::rmdir(temporary.c_str());
        errno = error;
        return cantWrite(temporary, "The new folder can't be locked");
    }
    return std::unique_ptr<NewVmPlace>(new NewFolder(folder, std::move(temporary), std::move(lock), vm, idRoot));
}

} // namespace valv::hypervisor
