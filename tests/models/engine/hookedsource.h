// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hypervisor/vmsource.h"

#include <functional>
#include <mutex>

//! A real source whose backups are interrupted by the test: for what befalls files while they are read.
namespace valv::test {

struct Hook
{
    std::function<void()> beforeReads; //!< once for each session that has begun, before anything of it is read
    std::function<void()> beforeList; //!< each time; set before the engine opens
};

class HookedSession final : public hypervisor::BackupSession
{
public:
    HookedSession(std::unique_ptr<hypervisor::BackupSession> session, std::function<void()> beforeReads)
        : m_session(std::move(session))
        , m_beforeReads(std::move(beforeReads))
    { }
    hypervisor::Consistency consistency() const override { return m_session->consistency(); }
    std::string consistencyReason() const override { return m_session->consistencyReason(); }
    const std::vector<hypervisor::DiskPlan>& disks() const override { return m_session->disks(); }
    Result<void> read(std::size_t disk, std::uint64_t offset, std::span<std::byte> into) override
    {
        if (m_beforeReads) {
            std::call_once(m_called, m_beforeReads);
        }
        return m_session->read(disk, offset, into);
    }
    Result<void> stillSame() override { return m_session->stillSame(); }
    Result<hypervisor::CheckpointId> commit() override { return m_session->commit(); }
    void abort() override { m_session->abort(); }

private:
    std::unique_ptr<hypervisor::BackupSession> m_session;
    std::function<void()> m_beforeReads;
    std::once_flag m_called;
};

class HookedSource final : public hypervisor::VmSource
{
public:
    HookedSource(std::unique_ptr<hypervisor::VmSource> source, std::shared_ptr<Hook> hook)
        : m_source(std::move(source))
        , m_hook(std::move(hook))
    { }
    std::string name() const override { return m_source->name(); }
    Result<std::vector<hypervisor::Vm>> list() override
    {
        if (m_hook->beforeList) {
            m_hook->beforeList();
        }
        return m_source->list();
    }
    Result<std::unique_ptr<hypervisor::BackupSession>> begin(const std::string& id,
                                                             std::optional<hypervisor::CheckpointId> since) override
    {
        auto session = m_source->begin(id, std::move(since));
        if (!session) {
            return session;
        }
        return std::unique_ptr<hypervisor::BackupSession>(
            new HookedSession(std::move(*session), m_hook->beforeReads));
    }
    Result<std::unique_ptr<hypervisor::NewVmPlace>> prepare(const hypervisor::NewVm& vm) override
    {
        return m_source->prepare(vm);
    }

private:
    std::unique_ptr<hypervisor::VmSource> m_source;
    std::shared_ptr<Hook> m_hook;
};

} // namespace valv::test
