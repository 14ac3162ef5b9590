// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/fd.h"
#include "hypervisor/foldersource.h"
#include "hypervisor/imageheader.h"
#include "hypervisor/workfolder.h"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>

namespace valv::hypervisor {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> cantWrite(const std::string& path, const std::string& what)
{
    return failure("TargetUnwritable", what + " (" + std::strerror(errno) + ").", path,
                   "Check that the folder can be written to and that the disk is not full.");
}

class NewFolder final : public NewVmPlace
{
public:
    NewFolder(std::string parent, WorkFolder work, NewVm vm, std::string idRoot)
        : m_parent(std::move(parent))
        , m_folder(work.path())
        , m_work(std::move(work))
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
            if (entry.is_regular_file() && !syncPath(entry.path().string())) {
                return cantWrite(entry.path().string(), "A disk of the new VM can't be made safe");
            }
        }
        if (error || !syncPath(m_folder)) {
            return cantWrite(m_folder, "The folder of the new VM can't be made safe");
        }
        if (!m_work.moveTo(target)) {
            if (errno == EEXIST || errno == ENOTEMPTY) {
                return failure("NameTaken", "There is already a VM or a folder with this name.", m_vm.name,
                               "Choose another name.");
            }
            return cantWrite(target, "The folder of the new VM can't be put in its place");
        }
        m_published = true;
        m_folder = target;
        if (!syncPath(m_parent)) {
            return cantWrite(m_parent, "The folder can't be made safe");
        }
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
    WorkFolder m_work;
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
    auto work = WorkFolder::make(folder);
    if (!work) {
        return tl::unexpected(work.error());
    }
    return std::unique_ptr<NewVmPlace>(new NewFolder(folder, std::move(*work), vm, idRoot));
}

} // namespace valv::hypervisor
