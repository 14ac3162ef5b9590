// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "engine/machinelist.h"

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace valv::engine {

//! \brief Asks all sources for their VMs, on a thread of its own; answers come from memory. A source that fails keeps
//! its last list. Any thread.
class Inventory
{
public:
    using Place = MachineList::Place;
    //! Where a VM of the wire really is.
    struct Found
    {
        hypervisor::VmSource* source = nullptr; //!< lives as long as the inventory
        hypervisor::Vm vm;
        contract::VirtualMachine wire;
    };

    Inventory(std::vector<std::unique_ptr<hypervisor::VmSource>> sources, Place place, std::shared_ptr<Clock> clock);
    ~Inventory();

    //! Waits only for the very first listing; error DiscoveryFailed when nothing was ever listed.
    [[nodiscard]] Result<MachineList> list() const;
    //! The same, but sources that were last asked longer ago than \p age are asked first. Waits that long for them at
    //! most: slower ones answer later lists.
    [[nodiscard]] Result<MachineList> list(std::chrono::milliseconds age, std::chrono::milliseconds patience);
    [[nodiscard]] Result<std::optional<Found>> find(const ArmId& id) const;
    //! Asks the sources again; done is called on the inventory's thread when the list is new, or when it is destroyed.
    void refresh(std::function<void(const Result<>&)> done = {});
    //! Asks again when the list is older than that.
    void refreshWhenOlder(std::chrono::milliseconds age);
    //! The first source: where a new VM goes that is like no other.
    [[nodiscard]] hypervisor::VmSource* firstSource() const;

private:
    void listLoop(const std::stop_token& stop);
    [[nodiscard]] bool isOlder(std::chrono::milliseconds age) const; //!< than that, and known; under the lock
    void waitUntilListed(std::unique_lock<std::mutex>& lock) const;
    [[nodiscard]] Result<> listOnce();

    std::vector<std::unique_ptr<hypervisor::VmSource>> m_sources;
    Place m_place;
    std::shared_ptr<Clock> m_clock;

    mutable std::mutex m_mutex;
    mutable std::condition_variable_any m_changed;
    std::vector<MachineList::Listed> m_lists; // by source, as last listed; listing thread only
    MachineList m_machines;
    std::optional<Error> m_problem; // nothing was ever listed
    bool m_listed = false; // at least once, well or badly
    Instant m_askedAt{}; // when the sources were last asked: what changed later, the list may not know
    bool m_wanted = true;
    bool m_asking = false;
    quint64 m_answers = 0;
    std::vector<std::function<void(const Result<>&)>> m_waiting;
    std::jthread m_thread; // last: joined first
};

} // namespace valv::engine
