// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/imagefolder.h"

#include "hypervisor/foldersource.h"
#include "hypervisor/imageheader.h"
#include "hypervisor/imagereader.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>

namespace valv::hypervisor {

namespace {

constexpr const char* factsFile = "valv.json";

struct Entry
{
    std::string name;
    bool folder = false;
};

//! Names of a folder, sorted; without what is hidden or still being written. False: can't be read (errno).
bool readFolder(const std::string& path, std::vector<Entry>& out)
{
    struct CloseDir
    {
        void operator()(DIR* dir) const { ::closedir(dir); }
    };
    const std::unique_ptr<DIR, CloseDir> dir(::opendir(path.c_str()));
    if (!dir) {
        return false;
    }
    while (const auto* entry = ::readdir(dir.get())) {
        const std::string name = entry->d_name;
        if (name.front() == '.' || name.ends_with(".partial") || name.ends_with(".tmp") || name.ends_with("~")) {
            continue;
        }
        bool folder = entry->d_type == DT_DIR;
        if (entry->d_type == DT_UNKNOWN || entry->d_type == DT_LNK) {
            struct stat st
            { };
            folder = ::stat((path + "/" + name).c_str(), &st) == 0 && S_ISDIR(st.st_mode);
        }
        out.push_back({name, folder});
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return true;
}

std::string stemOf(const std::string& file)
{
    return file.substr(0, file.rfind('.'));
}

std::string lowered(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return text;
}

//! Adds the disk, or says in problem why it can't be read. False: no disk of its own.
bool addDisk(Vm& vm, const std::string& path, const std::string& file)
{
    Disk disk;
    disk.name = stemOf(file);
    disk.path = path;
    const auto info = probeImage(path);
    if (!info) {
        disk.format = extensionOf(file);
        vm.problem = vm.problem ? vm.problem : info.error();
        vm.disks.push_back(std::move(disk));
        return true;
    }
    if (info->part) {
        return false;
    }
    disk.format = info->format;
    disk.capacity = info->capacity;
    disk.allocated = info->allocated;
    vm.encrypted = vm.encrypted || info->encrypted;
    if (info->inUse) {
        vm.power = PowerState::Running;
        vm.problem = vm.problem ? vm.problem
                                : Error{"DiskInUse",
                                        "Another program is writing to the disk image.",
                                        path,
                                        "Shut down the VM that uses the disk, then run the backup again.",
                                        {}};
    } else if (info->locked) {
        vm.problem = vm.problem ? vm.problem
                                : Error{"DiskUnreadable",
                                        "The disk image is encrypted by its format, and its key is not known here.",
                                        path,
                                        "Decrypt the image with qemu-img convert, or encrypt inside the guest instead.",
                                        {}};
    }
    vm.disks.push_back(std::move(disk));
    return true;
}

//! A disk that valv.json names and that no image here is: a point without it would look whole and not be. It stands
//! among the disks, and the VM can't be backed up.
void addNamedDisks(Vm& vm, const std::string& folder, const VmFacts& facts)
{
    for (const auto& [file, named] : facts.disks) {
        const auto path = folder + "/" + file;
        if (std::any_of(vm.disks.begin(), vm.disks.end(), [&path](const Disk& disk) { return disk.path == path; })) {
            continue;
        }
        struct stat st
        { };
        const bool there = ::stat(path.c_str(), &st) == 0;
        const auto info = there ? probeImage(path) : Result<ImageInfo>(ImageInfo());
        if (there && info && info->part) {
            continue; // a piece of an image that is among the disks
        }
        Disk disk;
        disk.name = stemOf(file);
        disk.path = path;
        disk.format = extensionOf(file);
        vm.disks.push_back(std::move(disk));
        vm.problem = there ? Error{"DiskFormatUnknown",
                                   "The file " + file + ", which valv.json names as a disk, is no image by its name.",
                                   path,
                                   "Give the file the extension of its format, and valv.json its new name.",
                                   {}}
                           : Error{"DiskMissing",
                                   "The disk " + file + " is missing: valv.json names it, but there is no such file.",
                                   path,
                                   "Put the file back. If the disk no longer belongs to the VM, take it out of "
                                   "valv.json.",
                                   {}};
    }
}

//! Names that are the same without their extension get it back: os.raw and os.qcow2.
void makeDiskNamesUnique(std::vector<Disk>& disks)
{
    std::map<std::string, int> times;
    for (const auto& disk : disks) {
        ++times[lowered(disk.name)];
    }
    for (auto& disk : disks) {
        if (times[lowered(disk.name)] > 1) {
            disk.name = std::filesystem::path(disk.path).filename().string();
        }
    }
}

//! The disk of the operating system: the one that valv.json says, or the one named os, or the first.
void orderDisks(std::vector<Disk>& disks, const VmFacts& facts)
{
    if (disks.empty()) {
        return;
    }
    const auto factsOf = [&facts](const Disk& disk) {
        const auto found = facts.disks.find(std::filesystem::path(disk.path).filename().string());
        return found == facts.disks.end() ? VmFacts::DiskFacts() : found->second;
    };
    auto os = std::find_if(disks.begin(), disks.end(), [&](const auto& d) { return factsOf(d).os.value_or(false); });
    if (os == disks.end()) {
        os = std::find_if(disks.begin(), disks.end(), [](const auto& d) {
            const auto name = lowered(d.name);
            return name == "os" || name.ends_with("-os") || name.ends_with("_os") || name.ends_with("-osdisk");
        });
    }
    if (os == disks.end()) {
        os = std::find_if(disks.begin(), disks.end(), [&](const auto& d) { return !factsOf(d).lun; });
    }
    std::rotate(disks.begin(), os == disks.end() ? disks.begin() : os, os == disks.end() ? disks.begin() : os + 1);
    disks.front().os = true;
    std::set<int> taken;
    for (std::size_t i = 0; i < disks.size(); ++i) {
        const auto given = factsOf(disks[i]);
        if (!given.name.empty()) {
            disks[i].name = given.name;
        }
        if (i > 0 && given.lun && taken.insert(*given.lun).second) {
            disks[i].lun = *given.lun;
        }
    }
    int next = 0;
    for (std::size_t i = 1; i < disks.size(); ++i) {
        if (disks[i].lun < 0) {
            while (!taken.insert(next).second) {
                ++next;
            }
            disks[i].lun = next;
        }
    }
    std::sort(disks.begin() + 1, disks.end(), [](const auto& a, const auto& b) { return a.lun < b.lun; });
    makeDiskNamesUnique(disks);
}

std::string absolute(const std::string& folder)
{
    std::error_code error;
    auto path = std::filesystem::weakly_canonical(folder, error);
    if (error) {
        return folder;
    }
    auto text = path.string();
    while (text.size() > 1 && text.back() == '/') {
        text.pop_back();
    }
    return text;
}

} // namespace

FolderSource::FolderSource(std::string folder, std::string name, std::string idRoot)
    : m_folder(absolute(folder))
    , m_name(std::move(name))
    , m_idRoot(idRoot.empty() ? m_folder : std::move(idRoot))
{ }

void FolderSource::fill(Found& found, const VmFacts& facts, const FolderFacts& defaults) const
{
    auto& vm = found.vm;
    const auto either = [](const std::string& first, const std::string& second, const std::string& third) {
        return !first.empty() ? first : !second.empty() ? second : third;
    };
    vm.name = either(facts.name, vm.name, {});
    vm.resourceGroup = either(facts.resourceGroup, defaults.defaults.resourceGroup,
                              validResourceGroup(std::filesystem::path(m_folder).filename().string()));
    vm.region = either(facts.region, defaults.defaults.region, "swedencentral");
    vm.size = facts.size;
    vm.os = facts.os;
    vm.osName = facts.osName;
    vm.power = vm.power == PowerState::Unknown ? facts.power : vm.power;
    vm.agent = facts.agent;
    vm.agentVersion = facts.agentVersion;
    vm.encrypted = facts.encrypted.value_or(vm.encrypted);
    vm.computerName = either(facts.computerName, vm.name, {});
    vm.tags = facts.tags;
    found.consistency = facts.consistency;
    makeDiskNamesUnique(vm.disks);
    orderDisks(vm.disks, facts);
}

std::optional<FolderSource::Found> FolderSource::examine(const std::string& entry,
                                                         const Result<FolderFacts>& facts) const
{
    Found found;
    auto& vm = found.vm;
    const auto path = m_folder + "/" + entry;
    const FolderFacts defaults = facts ? FolderFacts{facts->defaults, {}} : FolderFacts{};
    vm.id = stableUuid(m_idRoot + "/" + entry);
    struct stat st
    { };
    if (::stat(path.c_str(), &st) == 0 && S_ISDIR(st.st_mode)) {
        vm.name = entry;
        std::vector<Entry> files;
        if (!readFolder(path, files)) {
            vm.problem = Error{"DiskUnreadable",
                               std::string("The folder of the VM can't be read: ") + std::strerror(errno) + ".",
                               path,
                               "Check the folder's permissions.",
                               {}};
            fill(found, {}, defaults);
            return found;
        }
        bool any = false;
        for (const auto& file : files) {
            if (!file.folder && isImageExtension(extensionOf(file.name))) {
                any = addDisk(vm, path + "/" + file.name, file.name) || any;
            }
        }
        if (!any) {
            return {};
        }
        const auto own = readVmFacts(path + "/" + factsFile);
        if (!own) {
            vm.problem = own.error();
        } else if (*own) {
            addNamedDisks(vm, path, **own);
        }
        fill(found, own && *own ? **own : VmFacts(), defaults);
        return found;
    }
    if (!isImageExtension(extensionOf(entry))) {
        return {};
    }
    vm.name = stemOf(entry);
    if (!addDisk(vm, path, entry)) {
        return {};
    }
    if (!facts) {
        vm.problem = facts.error();
        fill(found, {}, defaults);
        return found;
    }
    const auto own = facts->images.find(entry);
    if (own != facts->images.end()) {
        addNamedDisks(vm, m_folder, own->second);
    }
    fill(found, own == facts->images.end() ? VmFacts() : own->second, defaults);
    return found;
}

Result<std::vector<FolderSource::Found>> FolderSource::examineAll()
{
    std::vector<Entry> entries;
    if (!readFolder(m_folder, entries)) {
        return failure("SourceUnreadable", std::string("The folder can't be read: ") + std::strerror(errno) + ".",
                       m_folder, "Check that the folder is there and that you may read it.");
    }
    const auto facts = readFolderFacts(m_folder + "/" + factsFile);
    std::vector<Found> out;
    std::vector<std::string> from;
    std::set<std::string> taken;
    for (const auto& entry : entries) {
        auto found = examine(entry.name, facts);
        if (!found) {
            continue;
        }
        // Names are compared without case on the wire, so two VMs must differ in more than that.
        auto& name = found->vm.name;
        if (taken.contains(lowered(name)) && !entry.folder) {
            name = entry.name;
        }
        const auto base = name;
        for (int i = 2; !taken.insert(lowered(name)).second; ++i) {
            name = base + "-" + std::to_string(i);
        }
        out.push_back(std::move(*found));
        from.push_back(entry.name);
    }
    {
        const std::lock_guard lock(m_mutex);
        m_known.clear();
        for (std::size_t i = 0; i < out.size(); ++i) {
            m_known[out[i].vm.id] = {from[i], out[i].vm.name};
        }
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.vm.name < b.vm.name; });
    return out;
}

Result<std::vector<Vm>> FolderSource::list()
{
    auto found = examineAll();
    if (!found) {
        return tl::unexpected(found.error());
    }
    std::vector<Vm> out;
    out.reserve(found->size());
    for (auto& one : *found) {
        out.push_back(std::move(one.vm));
    }
    return out;
}

Result<std::unique_ptr<BackupSession>> FolderSource::begin(const std::string& vmId, std::optional<CheckpointId> since)
{
    std::pair<std::string, std::string> known;
    for (int attempt = 0; attempt < 2 && known.first.empty(); ++attempt) {
        if (attempt == 1) {
            if (auto all = examineAll(); !all) {
                return tl::unexpected(all.error());
            }
        }
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_known.find(vmId); found != m_known.end()) {
            known = found->second;
        }
    }
    auto found = known.first.empty() ? std::nullopt : examine(known.first, readFolderFacts(m_folder + "/" + factsFile));
    if (!found || found->vm.disks.empty()) {
        return failure("VmNotFound", "The VM no longer exists in this folder.",
                       known.second.empty() ? vmId : known.second, "Put its images back, or stop its protection.");
    }
    found->vm.name = known.second;
    if (found->vm.problem) {
        const auto& code = found->vm.problem->code;
        // Its only disk gone between two calls is the same as a VM that is gone.
        struct stat st
        { };
        if (code == "DiskVanished" && ::lstat((m_folder + "/" + known.first).c_str(), &st) != 0) {
            return failure("VmNotFound", "The VM no longer exists in this folder.", found->vm.name,
                           "Put its images back, or stop its protection.");
        }
        if (code == "DiskInUse" || code == "DiskUnreadable" || code == "DiskMissing" || code == "DiskVanished") {
            return tl::unexpected(*found->vm.problem);
        }
        Error notReady{"VmNotReady",
                       "The VM can't be backed up now: " + found->vm.problem->message,
                       found->vm.problem->target,
                       found->vm.problem->action,
                       {*found->vm.problem}};
        return tl::unexpected(std::move(notReady));
    }
    return beginFileSession(found->vm, found->consistency, since);
}

Result<std::unique_ptr<NewVmPlace>> FolderSource::prepare(const NewVm& vm)
{
    const auto all = list();
    if (!all) {
        return tl::unexpected(all.error());
    }
    const auto same = [&vm](const Vm& other) { return lowered(other.name) == lowered(vm.name); };
    if (std::any_of(all->begin(), all->end(), same)) {
        return failure("NameTaken", "There is already a VM with this name.", vm.name, "Choose another name.");
    }
    return prepareFolder(m_folder, vm, m_idRoot);
}

std::unique_ptr<VmSource> makeImageFolder(std::string folder)
{
    auto name = folder;
    return std::make_unique<FolderSource>(std::move(folder), std::move(name));
}

} // namespace valv::hypervisor
