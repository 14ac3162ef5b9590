// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/stage.h"

#include "engine/backuppipeline.h"

#include <algorithm>

namespace valv::console {
namespace {

class StagedSession final : public hypervisor::BackupSession
{
public:
    StagedSession(std::unique_ptr<hypervisor::BackupSession> session, Stage& stage, std::string vmName)
        : m_session(std::move(session))
        , m_stage(stage)
        , m_vmName(std::move(vmName))
    { }
    [[nodiscard]] hypervisor::Consistency consistency() const override { return m_session->consistency(); }
    [[nodiscard]] std::string consistencyReason() const override { return m_session->consistencyReason(); }
    [[nodiscard]] const std::vector<hypervisor::DiskPlan>& disks() const override { return m_session->disks(); }
    [[nodiscard]] Result<void> read(std::size_t disk, std::uint64_t offset, std::span<std::byte> into) override
    {
        m_stage.waitIfHeld(m_vmName, bytesUpTo(disk, offset), bytesUpTo(disks().size(), 0));
        if (m_stage.fails(m_vmName)) {
            return failure("DiskUnreadable", "The disk can't be read: input/output error.",
                           m_session->disks()[disk].disk.path);
        }
        return m_session->read(disk, offset, into);
    }
    [[nodiscard]] Result<void> stillSame() override { return m_session->stillSame(); }
    [[nodiscard]] Result<hypervisor::CheckpointId> commit() override { return m_session->commit(); }
    void abort() override { m_session->abort(); }

private:
    //! What is read before a place, for everything is read in order.
    [[nodiscard]] std::uint64_t bytesUpTo(std::size_t disk, std::uint64_t offset) const
    {
        std::uint64_t bytes = 0;
        for (std::size_t i = 0; i < disks().size() && i <= disk; ++i) {
            for (const auto& piece : engine::piecesOf(i, disks()[i].extents, disks()[i].disk.capacity)) {
                bytes += i < disk || piece.offset < offset ? piece.length : 0;
            }
        }
        return bytes;
    }

    std::unique_ptr<hypervisor::BackupSession> m_session;
    Stage& m_stage;
    std::string m_vmName;
};

class StagedSource final : public hypervisor::VmSource
{
public:
    StagedSource(std::unique_ptr<hypervisor::VmSource> source, Stage& stage)
        : m_source(std::move(source))
        , m_stage(stage)
    { }
    [[nodiscard]] std::string name() const override { return m_source->name(); }
    [[nodiscard]] Result<std::vector<hypervisor::Vm>> list() override { return m_source->list(); }
    [[nodiscard]] Result<std::unique_ptr<hypervisor::BackupSession>>
    begin(const std::string& vmId, std::optional<hypervisor::CheckpointId> since) override
    {
        auto session = m_source->begin(vmId, std::move(since));
        if (!session) {
            return session;
        }
        return std::make_unique<StagedSession>(std::move(*session), m_stage, nameOf(vmId));
    }
    [[nodiscard]] Result<std::unique_ptr<hypervisor::NewVmPlace>> prepare(const hypervisor::NewVm& vm) override
    {
        return m_source->prepare(vm);
    }

private:
    [[nodiscard]] std::string nameOf(const std::string& vmId)
    {
        if (const auto vms = m_source->list()) {
            for (const auto& vm : *vms) {
                if (vm.id == vmId) {
                    return vm.name;
                }
            }
        }
        return {};
    }

    std::unique_ptr<hypervisor::VmSource> m_source;
    Stage& m_stage;
};

} // namespace

Stage::Stage(Instant now)
    : m_clock(std::make_shared<ManualClock>(now))
{ }

void Stage::hold(const std::string& vmName, double share)
{
    const std::lock_guard lock(m_mutex);
    m_held[vmName] = {share, {}};
}

std::optional<std::uint64_t> Stage::heldAt(const std::string& vmName) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_held.find(vmName);
    return found == m_held.end() ? std::nullopt : found->second.at;
}

void Stage::mend(const std::string& vmName)
{
    const std::lock_guard lock(m_mutex);
    m_failing.erase(vmName);
}

void Stage::fail(const std::string& vmName)
{
    const std::lock_guard lock(m_mutex);
    m_failing.insert(vmName);
}

void Stage::goOnTo(Instant now)
{
    m_clock->set(now);
    std::function<void()> tick;
    {
        const std::lock_guard lock(m_mutex);
        tick = m_tick;
    }
    if (tick) {
        tick();
    }
}

void Stage::setTick(std::function<void()> tick)
{
    const std::lock_guard lock(m_mutex);
    m_tick = std::move(tick);
}

void Stage::release()
{
    const std::lock_guard lock(m_mutex);
    m_held.clear();
    m_released.notify_all();
}

std::unique_ptr<hypervisor::VmSource> Stage::dress(std::unique_ptr<hypervisor::VmSource> source)
{
    return std::make_unique<StagedSource>(std::move(source), *this);
}

void Stage::waitIfHeld(const std::string& vmName, std::uint64_t before, std::uint64_t total)
{
    std::unique_lock lock(m_mutex);
    const auto found = m_held.find(vmName);
    if (found == m_held.end() || static_cast<double>(before) < found->second.share * static_cast<double>(total)) {
        return;
    }
    auto& at = found->second.at;
    at = std::min(at.value_or(before), before); // several read at once
    m_released.wait(lock, [&] { return !m_held.contains(vmName); });
}

bool Stage::fails(const std::string& vmName) const
{
    const std::lock_guard lock(m_mutex);
    return m_failing.contains(vmName);
}

} // namespace valv::console
