// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/pacedsource.h"

#include <atomic>
#include <filesystem>
#include <map>
#include <mutex>
#include <system_error>

namespace valv::service {
namespace {

using namespace hypervisor;

constexpr std::chrono::milliseconds atLeast(23'000);
constexpr std::chrono::milliseconds forEachMebibyte(4'000);

class PacedSession final : public BackupSession
{
public:
    PacedSession(std::unique_ptr<BackupSession> session, ManualClock& clock, std::string vanishing)
        : m_session(std::move(session))
        , m_clock(clock)
        , m_vanishing(std::move(vanishing))
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
        if (m_vanishing.empty()) {
            return m_session->stillSame();
        }
        const auto aside = m_vanishing + ".aside";
        std::error_code problem;
        std::filesystem::rename(m_vanishing, aside, problem);
        auto same = m_session->stillSame();
        std::filesystem::rename(aside, m_vanishing, problem);
        if (problem) {
            return failure("TargetUnwritable", "The demo's disk can't be put back: " + problem.message() + ".", aside);
        }
        return same;
    }
    [[nodiscard]] Result<CheckpointId> commit() override { return m_session->commit(); }
    void abort() override { m_session->abort(); }

private:
    std::unique_ptr<BackupSession> m_session;
    ManualClock& m_clock;
    std::string m_vanishing;
    std::atomic_bool m_paced{false};
};

class PacedSource final : public VmSource
{
public:
    PacedSource(std::unique_ptr<VmSource> source, ManualClock& clock, Pace& pace)
        : m_source(std::move(source))
        , m_clock(clock)
        , m_pace(pace)
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
        const auto name = nameOf(vmId);
        const std::lock_guard start(m_pace.start);
        m_clock.set(m_pace.turn(name, m_clock.now()));
        auto session = m_source->begin(vmId, std::move(since));
        if (!session) {
            return session;
        }
        return std::make_unique<PacedSession>(std::move(*session), m_clock, m_pace.mishap(name, m_clock.now()));
    }
    [[nodiscard]] Result<std::unique_ptr<NewVmPlace>> prepare(const NewVm& vm) override
    {
        return m_source->prepare(vm);
    }

private:
    [[nodiscard]] std::string nameOf(const std::string& vmId)
    {
        const std::lock_guard lock(m_mutex);
        const auto name = m_names.find(vmId);
        return name == m_names.end() ? std::string() : name->second;
    }

    std::unique_ptr<VmSource> m_source;
    ManualClock& m_clock;
    Pace& m_pace;
    std::mutex m_mutex;
    std::map<std::string, std::string> m_names; // by id
};

} // namespace

std::unique_ptr<VmSource> makePacedSource(std::unique_ptr<VmSource> source, ManualClock& clock, Pace& pace)
{
    return std::make_unique<PacedSource>(std::move(source), clock, pace);
}

} // namespace valv::service
