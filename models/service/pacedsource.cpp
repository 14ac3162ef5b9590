// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/pacedsource.h"

#include <atomic>
#include <map>
#include <mutex>

namespace valv::service {
namespace {

using namespace hypervisor;

constexpr std::chrono::milliseconds atLeast(23'000);
constexpr std::chrono::milliseconds forEachMebibyte(4'000);

class PacedSession final : public BackupSession
{
public:
    PacedSession(std::unique_ptr<BackupSession> session, ManualClock& clock)
        : m_session(std::move(session))
        , m_clock(clock)
    { }
    [[nodiscard]] Consistency consistency() const override { return m_session->consistency(); }
    [[nodiscard]] std::string consistencyReason() const override { return m_session->consistencyReason(); }
    [[nodiscard]] const std::vector<DiskPlan>& disks() const override { return m_session->disks(); }
    [[nodiscard]] Result<void> read(std::size_t disk, std::uint64_t offset, std::span<std::byte> into) override
    {
        return m_session->read(disk, offset, into);
    }
    [[nodiscard]] Result<void> stillSame() override
    {
        std::uint64_t bytes = 0;
        for (const auto& plan : m_session->disks()) {
            for (const auto& extent : plan.extents) {
                bytes += extent.length;
            }
        }
        if (!m_paced.exchange(true)) {
            const auto mebibytes = static_cast<std::int64_t>(bytes >> 20U);
            m_clock.advance(atLeast + forEachMebibyte * mebibytes);
        }
        return m_session->stillSame();
    }
    [[nodiscard]] Result<CheckpointId> commit() override { return m_session->commit(); }
    void abort() override { m_session->abort(); }

private:
    std::unique_ptr<BackupSession> m_session;
    ManualClock& m_clock;
    std::atomic_bool m_paced{false};
};

class PacedSource final : public VmSource
{
public:
    PacedSource(std::unique_ptr<VmSource> source, ManualClock& clock, Turn turn)
        : m_source(std::move(source))
        , m_clock(clock)
        , m_turn(std::move(turn))
    { }
    [[nodiscard]] std::string name() const override { return m_source->name(); }
    [[nodiscard]] Result<std::vector<Vm>> list() override
    {
        auto vms = m_source->list();
        if (vms) {
            const std::lock_guard lock(m_mutex);
            for (const auto& vm : *vms) {
                m_names[vm.id] = vm.name;
            }
        }
        return vms;
    }
    [[nodiscard]] Result<std::unique_ptr<BackupSession>> begin(const std::string& vmId,
                                                               std::optional<CheckpointId> since) override
    {
        {
            const std::lock_guard lock(m_mutex);
            if (const auto name = m_names.find(vmId); name != m_names.end()) {
                m_clock.set(m_turn(name->second, m_clock.now()));
            }
        }
        auto session = m_source->begin(vmId, std::move(since));
        if (!session) {
            return session;
        }
        return std::make_unique<PacedSession>(std::move(*session), m_clock);
    }
    [[nodiscard]] Result<std::unique_ptr<NewVmPlace>> prepare(const NewVm& vm) override
    {
        return m_source->prepare(vm);
    }

private:
    std::unique_ptr<VmSource> m_source;
    ManualClock& m_clock;
    Turn m_turn;
    std::mutex m_mutex;
    std::map<std::string, std::string> m_names; // by id
};

} // namespace

std::unique_ptr<VmSource> makePacedSource(std::unique_ptr<VmSource> source, ManualClock& clock, Turn turn)
{
    return std::make_unique<PacedSource>(std::move(source), clock, std::move(turn));
}

} // namespace valv::service
