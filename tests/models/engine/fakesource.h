// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hypervisor/vmsource.h"

#include <algorithm>
#include <condition_variable>
#include <cstring>
#include <functional>
#include <map>
#include <mutex>

//! A source of VMs in memory whose timing and faults a test decides. Plain C++.
namespace valv::test {

using Bytes = std::vector<std::byte>;

//! Threads wait here until the test opens it; the test waits until someone waits.
class Gate
{
public:
    void pass()
    {
        std::unique_lock lock(m_mutex);
        ++m_waiting;
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return m_open; });
    }
    void waitUntilReached()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_waiting > 0; });
    }
    void open()
    {
        const std::lock_guard lock(m_mutex);
        m_open = true;
        m_changed.notify_all();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_waiting = 0;
    bool m_open = false;
};

//! What the test changes and the source answers from. Guarded by its mutex.
struct Estate
{
    std::mutex mutex;
    std::vector<hypervisor::Vm> vms;
    std::map<std::string, std::vector<Bytes>> data; //!< by VM id, in the order of its disks
    std::optional<Error> listError;
    std::optional<Error> beginError;
    std::function<Result<>(std::size_t disk, std::uint64_t offset)> onRead; //!< before each read
    std::function<Result<>()> onStillSame;
    hypervisor::Consistency consistency = hypervisor::Consistency::FileSystem;
    bool checkpoints = false; //!< answers only what changed since the last commit
    bool forgetCheckpoint = false; //!< a bitmap was lost: reads everything and says why
    std::map<std::string, std::vector<Bytes>> committed; //!< data at each checkpoint
    std::vector<std::string> skipped; //!< disks that sessions leave out
    int aborted = 0;
    int reads = 0;
};

inline Bytes randomBytes(std::size_t size, std::uint64_t seed)
{
    Bytes bytes(size);
    std::uint64_t state = seed * 0x9e3779b97f4a7c15ULL + 1;
    for (std::size_t i = 0; i < size; i += 8) {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        std::memcpy(bytes.data() + i, &state, std::min<std::size_t>(8, size - i));
    }
    return bytes;
}

//! A VM with disks of these contents; the first is the OS disk.
inline hypervisor::Vm addVm(Estate& estate, const std::string& name, const std::vector<Bytes>& disks,
                            const std::string& region = "northeurope")
{
    hypervisor::Vm vm;
    vm.id =
        "00000000-0000-4000-8000-" + std::string(12 - std::min<std::size_t>(12, name.size()), '0') + name.substr(0, 12);
    vm.name = name;
    vm.resourceGroup = "nordvik-rg";
    vm.region = region;
    vm.size = "Standard_D2s_v3";
    vm.os = hypervisor::OsType::Linux;
    vm.power = hypervisor::PowerState::Running;
    vm.agent = hypervisor::AgentState::Ready;
    for (std::size_t i = 0; i < disks.size(); ++i) {
        hypervisor::Disk disk;
        disk.name = i == 0 ? name + "-os" : name + "-data-" + std::to_string(i - 1);
        disk.lun = i == 0 ? -1 : static_cast<int>(i) - 1;
        disk.os = i == 0;
        disk.format = "raw";
        disk.capacity = disks[i].size();
        disk.allocated = disks[i].size();
        vm.disks.push_back(disk);
    }
    const std::lock_guard lock(estate.mutex);
    estate.vms.push_back(vm);
    estate.data[vm.id] = disks;
    return vm;
}

class FakeSession final : public hypervisor::BackupSession
{
public:
    FakeSession(std::shared_ptr<Estate> estate, hypervisor::Vm vm, const std::optional<std::string>& since)
        : m_estate(std::move(estate))
        , m_vm(std::move(vm))
    {
        const std::lock_guard lock(m_estate->mutex);
        m_data = m_estate->data[m_vm.id];
        m_consistency = m_estate->consistency;
        const auto base = since ? m_estate->committed.find(*since) : m_estate->committed.end();
        for (std::size_t i = 0; i < m_vm.disks.size(); ++i) {
            const auto& skipped = m_estate->skipped;
            if (std::find(skipped.begin(), skipped.end(), m_vm.disks[i].name) != skipped.end()) {
                continue;
            }
            hypervisor::DiskPlan plan;
            plan.disk = m_vm.disks[i];
            const bool known = base != m_estate->committed.end() && i < base->second.size()
                && base->second[i].size() == m_data[i].size();
            plan.incremental = since && known && !m_estate->forgetCheckpoint;
            if (since && !plan.incremental) {
                plan.why = "the bitmap is missing";
            }
            for (std::uint64_t at = 0; at < m_data[i].size(); at += 4096) {
                const auto length = std::min<std::uint64_t>(4096, m_data[i].size() - at);
                const auto* now = m_data[i].data() + at;
                bool wanted = false;
                if (plan.incremental) {
                    wanted = std::memcmp(now, base->second[i].data() + at, length) != 0;
                } else {
                    wanted = std::any_of(now, now + length, [](std::byte b) { return b != std::byte{}; });
                }
                if (wanted) {
                    plan.extents.push_back({at, length});
                }
            }
            m_plans.push_back(plan);
            m_indexes.push_back(i);
        }
    }
    ~FakeSession() override
    {
        if (!m_ended) {
            abort();
        }
    }
    hypervisor::Consistency consistency() const override { return m_consistency; }
    std::string consistencyReason() const override { return "The test says so."; }
    const std::vector<hypervisor::DiskPlan>& disks() const override { return m_plans; }
    Result<void> read(std::size_t disk, std::uint64_t offset, std::span<std::byte> into) override
    {
        std::function<Result<>(std::size_t, std::uint64_t)> hook;
        {
            const std::lock_guard lock(m_estate->mutex);
            ++m_estate->reads;
            hook = m_estate->onRead;
        }
        if (hook) {
            if (auto allowed = hook(disk, offset); !allowed) {
                return allowed;
            }
        }
        std::memcpy(into.data(), m_data[m_indexes[disk]].data() + offset, into.size());
        return {};
    }
    Result<void> stillSame() override
    {
        std::function<Result<>()> hook;
        {
            const std::lock_guard lock(m_estate->mutex);
            hook = m_estate->onStillSame;
        }
        return hook ? hook() : Result<>();
    }
    Result<hypervisor::CheckpointId> commit() override
    {
        m_ended = true;
        const std::lock_guard lock(m_estate->mutex);
        if (!m_estate->checkpoints) {
            return std::string();
        }
        const auto id = "checkpoint-" + std::to_string(m_estate->committed.size() + 1);
        m_estate->committed[id] = m_data;
        return id;
    }
    void abort() override
    {
        m_ended = true;
        const std::lock_guard lock(m_estate->mutex);
        ++m_estate->aborted;
    }

private:
    std::shared_ptr<Estate> m_estate;
    hypervisor::Vm m_vm;
    std::vector<Bytes> m_data;
    std::vector<std::size_t> m_indexes; // of each plan in m_data
    hypervisor::Consistency m_consistency = hypervisor::Consistency::Crash;
    std::vector<hypervisor::DiskPlan> m_plans;
    bool m_ended = false;
};

class FakeSource final : public hypervisor::VmSource
{
public:
    explicit FakeSource(std::shared_ptr<Estate> estate)
        : m_estate(std::move(estate))
    { }
    std::string name() const override { return "test"; }
    Result<std::vector<hypervisor::Vm>> list() override
    {
        const std::lock_guard lock(m_estate->mutex);
        if (m_estate->listError) {
            return tl::unexpected(*m_estate->listError);
        }
        return m_estate->vms;
    }
    Result<std::unique_ptr<hypervisor::BackupSession>> begin(const std::string& id,
                                                             std::optional<hypervisor::CheckpointId> since) override
    {
        std::optional<hypervisor::Vm> found;
        {
            const std::lock_guard lock(m_estate->mutex);
            if (m_estate->beginError) {
                return tl::unexpected(*m_estate->beginError);
            }
            for (const auto& vm : m_estate->vms) {
                if (vm.id == id) {
                    found = vm;
                }
            }
        }
        if (!found) {
            return failure("VmNotFound", "No such VM.");
        }
        return std::make_unique<FakeSession>(m_estate, *found, since);
    }
    Result<std::unique_ptr<hypervisor::NewVmPlace>> prepare(const hypervisor::NewVm&) override
    {
        return failure("NotSupported", "VMs can't be made here.");
    }

private:
    std::shared_ptr<Estate> m_estate;
};

} // namespace valv::test
