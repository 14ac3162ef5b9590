// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/demoestate.h"

#include "hypervisor/demodisk.h"
#include "hypervisor/demoplan.h"
#include "hypervisor/foldersource.h"
#include "hypervisor/workfolder.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <thread>

namespace valv::hypervisor {

namespace {

namespace fs = std::filesystem;

//! Its facts and all its disks are there; each raw one in its full size.
bool isWhole(const DemoVm& vm, const std::string& folder)
{
    const auto own = folder + "/" + vm.facts.name;
    std::error_code error;
    return fs::is_regular_file(own + "/valv.json", error)
        && std::all_of(vm.disks.begin(), vm.disks.end(), [&own](const DemoDisk& disk) {
               std::error_code ignored;
               const auto path = own + "/" + disk.fileName();
               return fs::is_regular_file(path, ignored)
                   && (disk.format != "raw" || fs::file_size(path, ignored) == disk.capacity);
           });
}

Result<void> writeFacts(const DemoVm& vm, const std::string& own)
{
    auto facts = vm.facts;
    std::map<std::string, std::string> files;
    for (const auto& disk : vm.disks) {
        Disk entry;
        entry.name = disk.name;
        entry.os = disk.os;
        entry.lun = disk.lun;
        facts.disks.push_back(entry);
        files[disk.name] = disk.fileName();
    }
    const auto path = own + "/valv.json";
    std::ofstream out(path, std::ios::binary);
    out << writeVmFacts(facts, files, vm.consistency);
    out.close();
    if (!out) {
        return failure("TargetUnwritable", "The facts of a VM can't be written.", path);
    }
    return {};
}

//! One disk to be made, by whichever thread is free.
struct Piece
{
    const DemoVm* vm = nullptr;
    const DemoDisk* disk = nullptr;
};

Result<DemoVm> planned(const std::string& vmName)
{
    auto plan = demoPlan();
    const auto vm = std::find_if(plan.begin(), plan.end(), [&](const auto& one) { return one.facts.name == vmName; });
    if (vm == plan.end()) {
        return failure("VmNotFound", "The demo has no VM with this name.", vmName);
    }
    return std::move(*vm);
}

} // namespace

Result<void> makeDemoEstate(const std::string& folder, std::stop_token stop)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        return failure("TargetUnwritable", "The folder of the demo can't be made (" + error.message() + ").", folder);
    }
    const auto plan = demoPlan();
    std::vector<Piece> pieces;
    std::vector<const DemoVm*> lacking;
    for (const auto& vm : plan) {
        if (!isWhole(vm, folder)) {
            lacking.push_back(&vm);
            for (const auto& disk : vm.disks) {
                pieces.push_back({&vm, &disk});
            }
        }
    }
    if (lacking.empty()) {
        return {};
    }
    auto work = WorkFolder::make(folder);
    if (!work) {
        return tl::unexpected(work.error());
    }
    for (const auto* vm : lacking) {
        const auto own = work->path() + "/" + vm->facts.name;
        fs::create_directory(own, error);
        if (auto written = writeFacts(*vm, own); !written) {
            return written;
        }
    }

    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    Result<void> outcome;
    const auto makeSome = [&](unsigned worker) {
        for (auto i = next++; i < pieces.size() && !stop.stop_requested(); i = next++) {
            auto made = makeDemoDisk(*pieces[i].disk, work->path() + "/" + pieces[i].vm->facts.name,
                                     work->path() + "/.scratch-" + std::to_string(worker));
            if (!made) {
                const std::lock_guard lock(mutex);
                outcome = made;
                next = pieces.size();
            }
        }
    };
    {
        std::vector<std::jthread> workers;
        for (unsigned i = 0; i < std::clamp(std::thread::hardware_concurrency(), 2U, 4U); ++i) {
            workers.emplace_back(makeSome, i);
        }
    }
    if (!outcome) {
        return outcome;
    }
    if (stop.stop_requested()) {
        return failure("Cancelled", "Making the demo was stopped.", folder);
    }
    for (const auto* vm : lacking) {
        const auto own = folder + "/" + vm->facts.name;
        fs::remove_all(own, error); // what a killed run or a person left of it
        if (!renameWithoutReplacing(work->path() + "/" + vm->facts.name, own)) {
            return failure("TargetUnwritable",
                           std::string("A VM of the demo can't be put in its place (") + std::strerror(errno) + ").",
                           own);
        }
    }
    return {};
}

Result<void> setDemoConsistency(const std::string& folder, const std::string& vmName,
                                std::optional<Consistency> consistency)
{
    auto vm = planned(vmName);
    if (!vm) {
        return tl::unexpected(vm.error());
    }
    if (consistency) {
        vm->consistency = consistency;
    }
    return writeFacts(*vm, folder + "/" + vmName);
}

Result<void> advanceDemoEstate(const std::string& folder, const std::string& vmName, int day)
{
    const auto vm = planned(vmName);
    if (!vm) {
        return tl::unexpected(vm.error());
    }
    for (const auto& disk : vm->disks) {
        if (disk.format != "raw") {
            continue;
        }
        if (auto done = advanceDemoDisk(folder + "/" + vmName + "/" + disk.fileName(), day); !done) {
            return done;
        }
    }
    return {};
}

std::unique_ptr<VmSource> makeDemoSource(std::string folder)
{
    // The ids must not hang on where the demo happens to lie: pictures and tests see the same ones everywhere.
    return std::make_unique<FolderSource>(std::move(folder), "Nordvik Logistik AB", "nordvik-logistik");
}

Instant demoNow()
{
    using namespace std::chrono;
    return sys_days(2018y / December / 19) + 8h + 42min; // 09:42 in Stockholm
}

} // namespace valv::hypervisor
