// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hypervisor/vmsource.h"

#include <array>
#include <atomic>
#include <cstdio>
#include <utility>
#include <vector>

namespace valv::bench {

//! \brief As many virtual machines as asked for, alike every time: for measuring lists. None can be backed up.
class ManyVms final : public hypervisor::VmSource
{
public:
    explicit ManyVms(int count)
        : m_count(count)
        , m_invented(std::exchange(invented(), {}))
    { }
    //! Invents those of the next one to be made, which real machines need not be: its first list() hands them out.
    static void prepare(int count) { invented() = machines(count); }
    //! From now on every so many-th machine is off; 0: all run. Any thread.
    static void turnOff(int every) { offEvery() = every; }

    //! What the machine of that number is called, and where it is.
    struct Place
    {
        std::string group;
        std::string name;
    };
    static Place placeOf(int number)
    {
        static constexpr std::array roles{"web", "app-order", "sql-prod", "fil", "mon", "vpn", "bygg"};
        std::array<char, 64> text{};
        std::snprintf(text.data(), text.size(), "vm-%s-%05d", roles[static_cast<std::size_t>(number) % roles.size()],
                      number);
        return {"rg-" + std::to_string(number % 40), text.data()};
    }

    std::string name() const override { return "benchmark"; }
    Result<std::vector<hypervisor::Vm>> list() override
    {
        auto vms = std::exchange(m_invented, {});
        return vms.size() == static_cast<std::size_t>(m_count) ? std::move(vms) : machines(m_count);
    }
    Result<std::unique_ptr<hypervisor::BackupSession>> begin(const std::string&,
                                                             std::optional<hypervisor::CheckpointId>) override
    {
        return failure("NotSupported", "These machines are made up.");
    }
    Result<std::unique_ptr<hypervisor::NewVmPlace>> prepare(const hypervisor::NewVm&) override
    {
        return failure("NotSupported", "These machines are made up.");
    }

private:
    static std::atomic_int& offEvery()
    {
        static std::atomic_int every = 0;
        return every;
    }
    static std::vector<hypervisor::Vm>& invented()
    {
        static std::vector<hypervisor::Vm> vms;
        return vms;
    }
    static std::vector<hypervisor::Vm> machines(int count)
    {
        std::vector<hypervisor::Vm> vms;
        vms.reserve(static_cast<std::size_t>(count));
        for (int i = 0; i < count; ++i) {
            vms.push_back(machine(i));
        }
        return vms;
    }
    static hypervisor::Vm machine(int number)
    {
        static constexpr std::array systems{"Ubuntu 18.04 LTS", "Windows Server 2016", "Debian 9"};
        const auto i = static_cast<std::size_t>(number);
        std::array<char, 64> text{};
        hypervisor::Vm vm;
        std::snprintf(text.data(), text.size(), "00000000-0000-4000-8000-%012d", number);
        vm.id = text.data();
        const auto place = placeOf(number);
        vm.name = place.name;
        vm.resourceGroup = place.group;
        vm.region = number % 3 == 0 ? "northeurope" : "swedencentral";
        vm.size = "Standard_D2s_v3";
        vm.osName = systems[i % systems.size()];
        vm.os = vm.osName.starts_with("Win") ? hypervisor::OsType::Windows : hypervisor::OsType::Linux;
        const int every = offEvery();
        vm.power = every > 0 && number % every == 0 ? hypervisor::PowerState::Stopped : hypervisor::PowerState::Running;
        vm.agent = hypervisor::AgentState::Ready;
        vm.agentVersion = "2.2.45";
        vm.computerName = vm.name;
        vm.tags = {{"miljö", number % 2 == 0 ? "produktion" : "test"}, {"ägare", "drift"}};
        hypervisor::Disk disk;
        disk.name = vm.name + "-os";
        disk.os = true;
        disk.format = "raw";
        disk.capacity = std::uint64_t(32) << 30;
        disk.allocated = std::uint64_t(4) << 30;
        vm.disks = {disk};
        return vm;
    }

    int m_count;
    std::vector<hypervisor::Vm> m_invented;
};

} // namespace valv::bench
