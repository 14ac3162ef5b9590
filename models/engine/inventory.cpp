// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/inventory.h"

#include "contract/resources.h"
#include "engine/faults.h"
#include "engine/logging.h"
#include "engine/records.h"
#include "engine/wire_p.h"

#include <algorithm>
#include <numeric>

namespace valv::engine {

namespace {

//! Names stand in paths and, with semicolons between them, in container names.
QString armName(const std::string& name)
{
    auto clean = text(name);
    clean.replace(QLatin1Char('/'), QLatin1Char('-')).replace(QLatin1Char(';'), QLatin1Char('-'));
    return clean;
}

contract::PowerState wirePower(hypervisor::PowerState power)
{
    using From = hypervisor::PowerState;
    using To = contract::PowerState;
    switch (power) {
    case From::Running:
        return To::Running;
    case From::Stopped:
        return To::Stopped;
    case From::Deallocated:
        return To::Deallocated;
    case From::Starting:
        return To::Starting;
    case From::Stopping:
        return To::Stopping;
    case From::Unknown:
        break;
    }
    return To::Unknown;
}

contract::AgentState wireAgent(hypervisor::AgentState agent)
{
    using From = hypervisor::AgentState;
    using To = contract::AgentState;
    switch (agent) {
    case From::Ready:
        return To::Ready;
    case From::NotReady:
        return To::NotReady;
    case From::OutOfDate:
        return To::OutOfDate;
    case From::NotInstalled:
        return To::NotInstalled;
    case From::Unknown:
        break;
    }
    return To::Unknown;
}

//! False: that id has a place.
bool addPlace(QHash<ArmId, qsizetype>& places, const ArmId& id, qsizetype place)
{
    const auto before = places.size();
    auto& known = places[id]; // hashes once
    if (places.size() == before) {
        return false;
    }
    known = place;
    return true;
}

} // namespace

Inventory::Inventory(std::vector<std::unique_ptr<hypervisor::VmSource>> sources, Place place,
                     std::shared_ptr<Clock> clock)
    : m_sources(std::move(sources))
    , m_place(std::move(place))
    , m_clock(std::move(clock))
    , m_lists(m_sources.size())
    , m_everListed(m_sources.size())
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

contract::VirtualMachine Inventory::toWire(const hypervisor::Vm& vm) const
{
    contract::VirtualMachine wire;
    const auto group = vm.resourceGroup.empty() ? m_place.defaultGroup : armName(vm.resourceGroup);
    wire.name = armName(vm.name);
    wire.id = ArmId::virtualMachine(m_place.subscriptionId, group, wire.name);
    wire.location = vm.region.empty() ? m_place.defaultRegion : contract::normalizedRegion(text(vm.region));
    for (const auto& [key, value] : vm.tags) {
        wire.tags.insert(text(key), text(value));
    }
    wire.vmId = text(vm.id);
    wire.size = text(vm.size);
    wire.osType = wireOs(vm.os);
    wire.osName = text(vm.osName);
    wire.computerName = text(vm.computerName);
    wire.power = wirePower(vm.power);
    wire.agent = wireAgent(vm.agent);
    wire.agentVersion = text(vm.agentVersion);
    wire.encrypted = vm.encrypted;
    wire.problem = vm.problem;
    for (const auto& disk : vm.disks) {
        contract::VmDisk shown;
        shown.name = text(disk.name);
        shown.lun = disk.os ? -1 : disk.lun;
        shown.os = disk.os;
        shown.capacityBytes = static_cast<qint64>(disk.capacity);
        shown.allocatedBytes = static_cast<qint64>(disk.allocated);
        shown.format = text(disk.format);
        shown.path = text(disk.path);
        wire.disks.append(shown);
    }
    std::stable_partition(wire.disks.begin(), wire.disks.end(), [](const contract::VmDisk& disk) { return disk.os; });
    return wire;
}

Result<> Inventory::listOnce()
{
    Result<> outcome;
    bool any = m_sources.empty();
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        if (auto listed = m_sources[i]->list(); listed) {
            m_lists[i] = std::make_shared<const std::vector<hypervisor::Vm>>(std::move(*listed));
            m_everListed[i] = true;
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
        any = any || m_everListed[i];
    }
    std::vector<Origin> found;
    QList<contract::VirtualMachine> unsorted;
    QHash<ArmId, qsizetype> places;
    std::size_t count = 0;
    for (const auto& list : m_lists) {
        count += list ? list->size() : 0;
    }
    found.reserve(count);
    unsorted.reserve(static_cast<qsizetype>(count));
    places.reserve(static_cast<qsizetype>(count));
    SharedTexts texts;
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        if (!m_lists[i]) {
            continue; // never listed
        }
        for (const auto& vm : *m_lists[i]) {
            auto wire = toWire(vm);
            contract::lighten(wire, texts);
            // Two sources may have a VM of the same name in the same group: ids must still be told apart.
            const auto name = wire.name;
            for (int copy = 2; !addPlace(places, wire.id, unsorted.size()); ++copy) {
                wire.name = name + QStringLiteral("-%1").arg(copy);
                wire.id = ArmId::virtualMachine(m_place.subscriptionId, wire.id.resourceGroup(), wire.name);
            }
            found.push_back({m_sources[i].get(), {m_lists[i], &vm}});
            unsorted.append(std::move(wire));
        }
    }
    std::vector<qsizetype> order(count); // rows are large: they are moved once
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&unsorted](qsizetype a, qsizetype b) {
        return unsorted.at(a).name.compare(unsorted.at(b).name, Qt::CaseInsensitive) < 0;
    });
    std::vector<Origin> origins;
    QList<contract::VirtualMachine> wires;
    std::vector<qsizetype> sorted(count); // where each of them is now
    origins.reserve(count);
    wires.reserve(static_cast<qsizetype>(count));
    for (const auto from : order) {
        sorted[static_cast<std::size_t>(from)] = wires.size();
        origins.push_back(std::move(found[static_cast<std::size_t>(from)]));
        wires.append(std::move(unsorted[from]));
    }
    for (auto& place : places) {
        place = sorted[static_cast<std::size_t>(place)];
    }
    const std::lock_guard lock(m_mutex);
    m_origins = std::move(origins);
    m_wires = std::move(wires);
    m_places = std::move(places);
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

Result<QList<contract::VirtualMachine>> Inventory::list(std::chrono::milliseconds age,
                                                        std::chrono::milliseconds patience)
{
    {
        std::unique_lock lock(m_mutex);
        if (isOlder(age) && !m_asking) {
            m_wanted = true;
            m_changed.notify_all();
        }
        if (m_wanted || m_asking) {
            m_changed.wait_for(lock, patience, [this, answers = m_answers] { return m_answers != answers; });
        }
    }
    return list();
}

Result<QList<contract::VirtualMachine>> Inventory::list() const
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_listed; });
    if (m_problem) {
        return Fault(*m_problem);
    }
    return m_wires;
}

Result<std::optional<Inventory::Found>> Inventory::find(const ArmId& id) const
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_listed; });
    if (const auto place = m_places.constFind(id); place != m_places.cend()) {
        const auto& origin = m_origins[static_cast<std::size_t>(*place)];
        return Found{origin.source, *origin.vm, m_wires[*place]};
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
