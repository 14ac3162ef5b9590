// SPDX-License-Identifier: GPL-3.0-or-later
#include "hypervisor/foldersource.h"
#include "hypervisor/imagereader.h"

#include <shared_mutex>

namespace valv::hypervisor {

namespace {

struct Verdict
{
    Consistency consistency = Consistency::Crash;
    std::string reason;
};

//! Nothing freezes the guest of a file: what an agent would have given holds only where valv.json vouches for it.
Verdict judge(const Vm& vm, std::optional<Consistency> claimed)
{
    if (vm.power == PowerState::Stopped || vm.power == PowerState::Deallocated) {
        return {Consistency::Crash, "The VM is not running, so no agent could prepare it; its disks were at rest."};
    }
    switch (vm.agent) {
    case AgentState::NotInstalled:
        return {Consistency::Crash, "The VM has no agent that could have prepared its file systems."};
    case AgentState::NotReady:
        return {Consistency::Crash, "The agent of the VM is not ready, so its file systems were not prepared."};
    case AgentState::OutOfDate:
        return {Consistency::Crash, "The agent of the VM is out of date, so its file systems were not prepared."};
    case AgentState::Unknown:
        return {Consistency::Crash, "The images were read as files; no agent is known that could have prepared them."};
    case AgentState::Ready:
        break;
    }
    switch (claimed.value_or(Consistency::Crash)) {
    case Consistency::Application:
        return {Consistency::Application,
                "The disks were at rest, with applications closed and file systems unmounted."};
    case Consistency::FileSystem:
        return {Consistency::FileSystem, "The disks were at rest, with file systems cleanly unmounted."};
    case Consistency::Crash:
        break;
    }
    return {Consistency::Crash, "The images were read as files, so the agent could not be asked to prepare the VM."};
}

class FileSession final : public BackupSession
{
public:
    FileSession(Verdict verdict, std::vector<DiskPlan> plans, std::vector<std::unique_ptr<ImageReader>> readers)
        : m_verdict(std::move(verdict))
        , m_plans(std::move(plans))
        , m_readers(std::move(readers))
    { }

    [[nodiscard]] Consistency consistency() const override { return m_verdict.consistency; }
    [[nodiscard]] std::string consistencyReason() const override { return m_verdict.reason; }
    [[nodiscard]] const std::vector<DiskPlan>& disks() const override { return m_plans; }

    [[nodiscard]] Result<void> read(std::size_t disk, std::uint64_t offset, std::span<std::byte> into) override
    {
        const std::shared_lock lock(m_mutex);
        if (m_readers.empty()) {
            return ended();
        }
        if (disk >= m_readers.size()) {
            return failure("DiskUnreadable", "The VM has no such disk.", std::to_string(disk));
        }
        return about(disk, m_readers[disk]->read(offset, into));
    }

    [[nodiscard]] Result<void> stillSame() override
    {
        const std::shared_lock lock(m_mutex);
        if (m_readers.empty()) {
            return ended();
        }
        for (std::size_t i = 0; i < m_readers.size(); ++i) {
            if (auto same = m_readers[i]->stillSame(); !same) {
                return about(i, same);
            }
        }
        return {};
    }

    [[nodiscard]] Result<CheckpointId> commit() override
    {
        const std::unique_lock lock(m_mutex);
        if (m_readers.empty()) {
            return tl::unexpected(ended().error());
        }
        m_readers.clear();
        return CheckpointId();
    }

    void abort() override
    {
        const std::unique_lock lock(m_mutex);
        m_readers.clear();
    }

private:
    static Result<void> ended() { return failure("SessionEnded", "The backup session has already ended."); }

    //! An error of an image becomes one of a disk: people know the disk's name.
    Result<void> about(std::size_t disk, Result<void> outcome) const
    {
        if (!outcome) {
            Error cause = outcome.error();
            Error error{cause.code, cause.message, m_plans[disk].disk.name, cause.action, {cause}};
            return tl::unexpected(std::move(error));
        }
        return outcome;
    }

    const Verdict m_verdict;
    const std::vector<DiskPlan> m_plans;
    std::shared_mutex m_mutex; //!< readers share it; commit and abort wait for them
    std::vector<std::unique_ptr<ImageReader>> m_readers;
};

} // namespace

Result<std::unique_ptr<BackupSession>> beginFileSession(const Vm& vm, std::optional<Consistency> consistency,
                                                        const std::optional<CheckpointId>& since)
{
    std::vector<DiskPlan> plans;
    std::vector<std::unique_ptr<ImageReader>> readers;
    for (const auto& disk : vm.disks) {
        auto reader = openImage(disk.path);
        if (!reader) {
            return tl::unexpected(reader.error());
        }
        DiskPlan plan;
        plan.disk = disk;
        plan.disk.capacity = (*reader)->capacity();
        plan.extents = (*reader)->extents();
        if (since) {
            plan.why = "A folder of images keeps no record of changes, so all that is allocated was read.";
        }
        plans.push_back(std::move(plan));
        readers.push_back(std::move(*reader));
    }
    return std::unique_ptr<BackupSession>(
        new FileSession(judge(vm, consistency), std::move(plans), std::move(readers)));
}

} // namespace valv::hypervisor
