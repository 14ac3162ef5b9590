// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inventory.h"

#include "core/waiting.h"
#include "engine/faults.h"
#include "engine/logging.h"
#include "engine/records.h"
#include "engine/wire_p.h"

#include <algorithm>

namespace valv::engine {

Inventory::Inventory(std::vector<std::unique_ptr<hypervisor::VmSource>> sources, Place place,
                     std::shared_ptr<Clock> clock)
    : m_sources(std::move(sources))
    , m_place(std::move(place))
    , m_clock(std::move(clock))
    , m_lists(m_sources.size())
    , m_thread([this](const std::stop_token& stop) { listLoop(stop); })
{ }

Inventory::~Inventory()
{
    m_thread.request_stop();
    m_thread.join();
    for (const auto& done : m_waiting) {
        done(failure("JobInterrupted", "The program was closed."));
    }
}

Result<> Inventory::listOnce()
{
    Result<> outcome;
    bool any = m_sources.empty();
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        if (auto listed = m_sources[i]->list(); listed) {
            m_lists[i] = {m_sources[i].get(), std::make_shared<const std::vector<hypervisor::Vm>>(std::move(*listed))};
        } else {
            qCWarning(lcEngine) << "The VMs of" << text(m_sources[i]->name())
                                << "could not be listed:" << text(listed.error().message);
            auto problem =
                Error{"DiscoveryFailed",
                      "The VMs of " + m_sources[i]->name() + " could not be listed. " + listed.error().message,
                      listed.error().target,
                      "Check the folder and who may read it, then try again.",
                      {}};
            problem.details.push_back(listed.error());
            outcome = tl::unexpected(std::move(problem));
        }
        any = any || m_lists[i].vms;
    }
    MachineList machines(m_place, m_lists);
    const std::lock_guard lock(m_mutex);
    m_machines = std::move(machines);
    m_listed = true;
    m_problem = any || outcome ? std::nullopt : std::optional(outcome.error());
    return outcome;
}

void Inventory::listLoop(const std::stop_token& stop)
{
    while (true) {
        std::vector<std::function<void(const Result<>&)>> waiting;
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return m_wanted; }) || stop.stop_requested()) {
                return;
            }
            m_wanted = false;
            m_asking = true;
            m_askedAt = m_clock->now();
            waiting.swap(m_waiting);
        }
        const auto outcome = listOnce();
        {
            const std::lock_guard lock(m_mutex);
            m_asking = false;
            ++m_answers;
        }
        m_changed.notify_all();
        for (const auto& done : waiting) {
            done(outcome);
        }
    }
}

void Inventory::refresh(std::function<void(const Result<>&)> done)
{
    {
        const std::lock_guard lock(m_mutex);
        m_wanted = true;
        if (done) {
            m_waiting.push_back(std::move(done));
        }
    }
    m_changed.notify_all();
}

bool Inventory::isOlder(std::chrono::milliseconds age) const
{
    const auto since = m_clock->now() - m_askedAt;
    return m_listed && (since > age || since < std::chrono::milliseconds(0));
}

void Inventory::refreshWhenOlder(std::chrono::milliseconds age)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!isOlder(age)) {
            return;
        }
        m_wanted = true;
    }
    m_changed.notify_all();
}

Result<MachineList> Inventory::list(std::chrono::milliseconds age, std::chrono::milliseconds patience)
{
    {
        std::unique_lock lock(m_mutex);
        if (isOlder(age) && !m_asking) {
            m_wanted = true;
            m_changed.notify_all();
        }
        if (m_wanted || m_asking) {
            const Waiting waits;
            m_changed.wait_for(lock, patience, [this, answers = m_answers] { return m_answers != answers; });
        }
    }
    return list();
}

void Inventory::waitUntilListed(std::unique_lock<std::mutex>& lock) const
{
    if (!m_listed) {
        const Waiting waits;
        m_changed.wait(lock, [this] { return m_listed; });
    }
}

Result<MachineList> Inventory::list() const
{
    std::unique_lock lock(m_mutex);
    waitUntilListed(lock);
    if (m_problem) {
        return Fault(*m_problem);
    }
    return m_machines;
}

Result<std::optional<Inventory::Found>> Inventory::find(const ArmId& id) const
{
    std::unique_lock lock(m_mutex);
    waitUntilListed(lock);
    if (const auto at = m_machines.find(id)) {
        return Found{m_machines.source(*at), m_machines.vm(*at), m_machines.machine(*at)};
    }
    if (m_problem) {
        return Fault(*m_problem);
    }
    return std::optional<Found>();
}

hypervisor::VmSource* Inventory::firstSource() const
{
    return m_sources.empty() ? nullptr : m_sources.front().get();
}

} // namespace valv::engine
