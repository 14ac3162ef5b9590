// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/demoplan.h"

#include "hypervisor/bytes.h"

#include <algorithm>
#include <string_view>

namespace valv::hypervisor {

namespace {

constexpr std::uint64_t gibibyte = 1024ULL * 1024 * 1024;
constexpr std::size_t kibibyte = 1024;
using Kind = DemoFile::Kind;

DemoFile text(std::string path, std::string content)
{
    return {std::move(path), Kind::Text, 0, std::move(content)};
}

DemoFile made(std::string path, Kind kind, std::size_t kibibytes)
{
    return {std::move(path), kind, kibibytes * kibibyte, {}};
}

std::vector<DemoFile> linuxFiles(const std::string& vm, const std::string& osName, bool ubuntu)
{
    return {text("/etc/hostname", vm + "\n"),
            text("/etc/os-release",
                 "NAME=\"" + std::string(ubuntu ? "Ubuntu" : "Debian GNU/Linux") + "\"\nPRETTY_NAME=\"" + osName
                     + "\"\nVERSION_ID=\"" + (ubuntu ? "18.04" : "9") + "\"\n"),
            text("/etc/fstab", "LABEL=root / ext4 errors=remount-ro 0 1\n"),
            text("/etc/hosts", "127.0.0.1 localhost\n127.0.1.1 " + vm + ".nordvik.example " + vm + "\n"),
            text("/home/drift/Läs mig först.txt", "Servern " + vm + " sköts av driften på Nordvik Logistik AB.\n"),
            made("/boot/vmlinuz-4.15.0-42-generic", Kind::Binary, 900),
            made("/usr/lib/nordvik/program.bin", Kind::Binary, 500),
            made("/var/log/syslog.1", Kind::Log, 700),
            made("/var/log/nordvik/journal.log", Kind::Journal, 1536)};
}

std::vector<DemoFile> windowsFiles(const std::string& vm)
{
    return {text("/Windows/System32/drivers/etc/hosts", "127.0.0.1 localhost\r\n"),
            text("/Users/Administratör/Desktop/Läs mig först.txt", "Servern " + vm + " sköts av driften.\r\n"),
            made("/Windows/System32/ntoskrnl.exe", Kind::Binary, 900),
            made("/Windows/System32/config/SYSTEM", Kind::Binary, 300),
            made("/Windows/Logs/CBS/CBS.log", Kind::Log, 700),
            made("/ProgramData/Nordvik/journal.log", Kind::Journal, 1536)};
}

DemoDisk osDisk(const std::string& vm, bool windows, const std::string& osName)
{
    DemoDisk disk;
    disk.name = vm + "-os";
    disk.os = true;
    disk.capacity = 2 * gibibyte;
    if (windows) {
        disk.partitions = {{DemoPartition::Content::Fat, 0, "WINDOWS", windowsFiles(vm), false}};
        return disk;
    }
    const bool ubuntu = osName.starts_with("Ubuntu");
    disk.gpt = ubuntu;
    if (ubuntu) {
        disk.partitions.push_back(
            {DemoPartition::Content::Fat,
             96 * mebibyte,
             "EFI",
             {made("/EFI/ubuntu/grubx64.efi", Kind::Binary, 120),
              text("/EFI/ubuntu/grub.cfg", "search --label root --set=root\nconfigfile /boot/grub/grub.cfg\n")},
             true});
    }
    disk.partitions.push_back({DemoPartition::Content::Ext4, 0, "root", linuxFiles(vm, osName, ubuntu), false});
    return disk;
}

DemoDisk dataDisk(const std::string& vm, const std::string& suffix, int lun, std::uint64_t capacity, bool windows,
                  std::string label, std::vector<DemoFile> files)
{
    DemoDisk disk;
    disk.name = vm + "-" + suffix;
    disk.lun = lun;
    disk.capacity = capacity;
    disk.gpt = true;
    disk.partitions = {{windows ? DemoPartition::Content::Fat : DemoPartition::Content::Ext4, 0, std::move(label),
                        std::move(files), false}};
    return disk;
}

DemoVm machine(std::string name, std::string group, std::string region, std::string osName, std::string size,
               std::string costs)
{
    DemoVm vm;
    const bool windows = osName.starts_with("Windows");
    vm.facts.name = name;
    vm.facts.resourceGroup = std::move(group);
    vm.facts.region = std::move(region);
    vm.facts.size = "Standard_" + size;
    vm.facts.os = windows ? OsType::Windows : OsType::Linux;
    vm.facts.osName = osName;
    vm.facts.power = PowerState::Running;
    vm.facts.agent = AgentState::Ready;
    vm.facts.agentVersion = windows ? "2.7.41491.901" : "2.2.32.2";
    vm.facts.computerName = name;
    vm.facts.tags = {{"kostnadsställe", std::move(costs)}, {"ägare", "driften"}};
    vm.consistency = windows ? Consistency::Application : Consistency::FileSystem;
    vm.disks.push_back(osDisk(name, windows, osName));
    return vm;
}

//! A database: pages that are written here and there, a log, and a place for what may be lost.
void addDatabase(DemoVm& vm, bool large)
{
    const auto name = vm.facts.name;
    vm.disks.push_back(dataDisk(name, "data-0", 0, 4 * gibibyte, true, "DATA",
                                {made("/MSSQL/Data/order.mdf", Kind::Journal, large ? 6144 : 3072),
                                 made("/MSSQL/Data/arkiv.ndf", Kind::Orders, large ? 3072 : 1024)}));
    if (large) {
        vm.disks.push_back(dataDisk(name, "data-1", 1, 4 * gibibyte, true, "LOG",
                                    {made("/MSSQL/Log/order.ldf", Kind::Journal, 3072)}));
    }
    vm.disks.push_back(dataDisk(name, "tempdb", large ? 2 : 1, 3 * gibibyte, true, "TEMPDB",
                                {made("/MSSQL/TempDB/tempdb.mdf", Kind::Binary, 1024)}));
}

} // namespace

std::vector<DemoVm> demoPlan()
{
    const std::string sweden = "swedencentral";
    const std::string ireland = "northeurope";
    const std::string windows = "Windows Server 2016";
    const std::string ubuntu = "Ubuntu 18.04 LTS";
    const std::string debian = "Debian 9";
    std::vector<DemoVm> out;
    const auto add = [&out](DemoVm vm) -> DemoVm& { return out.emplace_back(std::move(vm)); };

    add(machine("ad-dc-01", "rg-identitet", sweden, windows, "D2s_v3", "1010"));
    add(machine("ad-dc-02", "rg-identitet", ireland, windows, "D2s_v3", "1010"));
    add(machine("app-order-01", "rg-produktion", sweden, ubuntu, "D4s_v3", "2040"));
    add(machine("app-order-02", "rg-produktion", sweden, ubuntu, "D4s_v3", "2040"));

    auto& build = add(machine("bygg-01", "rg-utveckling", sweden, ubuntu, "B4ms", "3050"));
    build.facts.agent = AgentState::NotInstalled;
    build.facts.agentVersion.clear();
    build.consistency.reset();
    build.disks.push_back(
        dataDisk("bygg-01", "data-0", 0, 4 * gibibyte, false, "bygge",
                 {made("/cache/objekt.bin", Kind::Binary, 1024), made("/logg/bygge.log", Kind::Log, 2048)}));
    build.disks.back().format = "qcow2";

    auto& files = add(machine("fil-01", "rg-produktion", sweden, windows, "E4s_v3", "2010"));
    files.disks.push_back(dataDisk("fil-01", "data-0", 0, 6 * gibibyte, true, "GEMENSAMT",
                                   {made("/Gemensamt/Ekonomi/Följesedlar 2018.csv", Kind::Orders, 4096),
                                    made("/Gemensamt/Bilder/Terminal Göteborg.jpg", Kind::Binary, 3072),
                                    made("/Gemensamt/Bilder/Terminal Malmö.jpg", Kind::Binary, 2048),
                                    made("/Gemensamt/Arkiv/Journal.txt", Kind::Journal, 3072)}));
    auto& oldFiles = add(machine("fil-02", "rg-produktion", ireland, "Windows Server 2012 R2", "E2s_v3", "2010"));
    oldFiles.facts.agent = AgentState::OutOfDate;
    oldFiles.facts.agentVersion = "2.7.1198.735";

    add(machine("mon-01", "rg-drift", sweden, debian, "B2ms", "4010"));
    addDatabase(add(machine("sql-prod-01", "rg-produktion", sweden, windows, "E8s_v3", "2020")), true);
    addDatabase(add(machine("sql-prod-02", "rg-produktion", sweden, windows, "E8s_v3", "2020")), false);
    auto& test = add(machine("sql-test-01", "rg-test", ireland, windows, "D4s_v3", "3050"));
    test.facts.power = PowerState::Deallocated;
    test.facts.agent = AgentState::Unknown;

    auto& web = add(machine("vm-web-01", "rg-webb", sweden, ubuntu, "D2s_v3", "2060"));
    web.disks.push_back(
        dataDisk("vm-web-01", "data-0", 0, 4 * gibibyte, false, "webb",
                 {made("/www/index.html", Kind::Log, 64), made("/www/bilder/omslag.png", Kind::Binary, 1536),
                  made("/www/logg/besök.log", Kind::Journal, 2048)}));
    add(machine("vm-web-02", "rg-webb", sweden, ubuntu, "D2s_v3", "2060"));
    add(machine("vm-web-03", "rg-webb", sweden, ubuntu, "D2s_v3", "2060"));

    auto& vpn = add(machine("vpn-01", "rg-natverk", ireland, debian, "B1ms", "4010"));
    vpn.facts.encrypted = true;
    auto& disk = vpn.disks.front();
    auto root = std::move(disk.partitions);
    root.front().label = "boot";
    root.front().length = 256 * mebibyte;
    root.push_back({DemoPartition::Content::Luks, 0, "root", {}, false});
    disk.partitions = std::move(root);

    auto& updates = add(machine("wsus-01", "rg-drift", sweden, windows, "D2s_v3", "4010"));
    updates.facts.power = PowerState::Stopped;
    updates.facts.agent = AgentState::NotReady;
    return out;
}

} // namespace valv::hypervisor
