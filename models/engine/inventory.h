// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/virtualmachine.h"
#include "core/clock.h"
#include "core/result.h"
#include "hypervisor/vmsource.h"

#include <QHash>
#include <QList>
#include <QString>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace valv::engine {

//! \brief The VMs of all sources as the wire knows them, with stable ids under one subscription. Listed on a thread of
//! its own; answers come from memory. A source that fails keeps its last list. Any thread.
class Inventory
{
public:
    struct Place
    {
        QString subscriptionId;
        QString defaultGroup; //!< of VMs whose source names none
        QString defaultRegion;
    };
    //! Where a VM of the wire really is.
    struct Found
    {
        hypervisor::VmSource* source = nullptr; //!< lives as long as the inventory
        hypervisor::Vm vm;
        contract::VirtualMachine wire;
    };

    Inventory(std::vector<std::unique_ptr<hypervisor::VmSource>> sources, Place place, std::shared_ptr<Clock> clock);
    ~Inventory();

    //! Sorted by name, shared, not copied. Waits only for the very first listing; error DiscoveryFailed when nothing
    //! was ever listed.
    [[nodiscard]] Result<QList<contract::VirtualMachine>> list() const;
    //! The same, but sources that were last asked longer ago than \p age are asked first. Waits that long for them at
    //! most: slower ones answer later lists.
    [[nodiscard]] Result<QList<contract::VirtualMachine>> list(std::chrono::milliseconds age,
                                                               std::chrono::milliseconds patience);
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
    [[nodiscard]] Result<> listOnce();
    [[nodiscard]] contract::VirtualMachine toWire(const hypervisor::Vm& vm) const;

    std::vector<std::unique_ptr<hypervisor::VmSource>> m_sources;
    Place m_place;
    std::shared_ptr<Clock> m_clock;

    mutable std::mutex m_mutex;
    mutable std::condition_variable_any m_changed;
    using Listed = std::shared_ptr<const std::vector<hypervisor::Vm>>;
    std::vector<Listed> m_lists; // by source, as last listed; listing thread only
    std::vector<bool> m_everListed; // by source; listing thread only
    struct Origin
    {
        hypervisor::VmSource* source = nullptr;
        std::shared_ptr<const hypervisor::Vm> vm; // keeps the whole list that it stands in
    };
    std::vector<Origin> m_origins; // beside m_wires
    QList<contract::VirtualMachine> m_wires; // by name
    QHash<ArmId, qsizetype> m_places; // in both; the ids are theirs
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
