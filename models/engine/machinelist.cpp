// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/machinelist.h"

#include "contract/resources.h"
#include "engine/records.h"
#include "engine/wire_p.h"

#include <QSet>

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace valv::engine {

struct MachineList::Entry
{
    ArmId id;
    const hypervisor::Vm* vm = nullptr;
    std::size_t source = 0; // in the lists
};

struct MachineList::Data
{
    Place place;
    std::vector<Listed> lists; // what the entries point into
    std::vector<Entry> entries;
};

namespace {

//! Names stand in paths, which have no empty part, and, with semicolons between them, in container names.
QString armName(const std::string& name)
{
    auto clean = text(name);
    clean.replace(QLatin1Char('/'), QLatin1Char('-')).replace(QLatin1Char(';'), QLatin1Char('-'));
    return clean.isEmpty() ? QStringLiteral("-") : clean;
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

//! One that has not got its id yet.
struct Named
{
    QString name;
    QString group;
    const hypervisor::Vm* vm = nullptr;
    std::size_t source = 0;
    int copy = 1; // more: another one of its group had the name before
};

bool isBefore(const Named& a, const Named& b)
{
    const int names = a.name.compare(b.name, Qt::CaseInsensitive);
    return names != 0 ? names < 0 : a.copy < b.copy;
}

//! Sorted; of two of one group that have one name, which two sources may have, the later one gets another.
void tellApart(std::vector<Named>& all)
{
    bool changed = true;
    while (changed) {
        changed = false;
        std::stable_sort(all.begin(), all.end(), isBefore);
        for (std::size_t first = 0, end = 0; first < all.size(); first = end) {
            for (end = first + 1; end < all.size() && all[end].name.compare(all[first].name, Qt::CaseInsensitive) == 0;
                 ++end) { }
            QSet<QString> groups;
            for (auto i = first; end - first > 1 && i < end; ++i) {
                const auto before = groups.size();
                groups.insert(keyOf(all[i].group));
                if (groups.size() == before) {
                    all[i].name = armName(all[i].vm->name) + QStringLiteral("-%1").arg(++all[i].copy);
                    changed = true;
                }
            }
        }
    }
}

} // namespace

MachineList::MachineList(Place place, std::vector<Listed> lists)
{
    auto data = std::make_shared<Data>();
    std::size_t count = 0;
    for (const auto& list : lists) {
        count += list.vms ? list.vms->size() : 0;
    }
    std::vector<Named> named;
    named.reserve(count);
    for (std::size_t i = 0; i < lists.size(); ++i) {
        if (!lists[i].vms) {
            continue;
        }
        for (const auto& vm : *lists[i].vms) {
            named.push_back(
                {armName(vm.name), vm.resourceGroup.empty() ? place.defaultGroup : armName(vm.resourceGroup), &vm, i});
        }
    }
    tellApart(named);
    data->entries.reserve(count);
    for (const auto& each : named) {
        data->entries.push_back(
            {ArmId::virtualMachine(place.subscriptionId, each.group, each.name), each.vm, each.source});
    }
    data->place = std::move(place);
    data->lists = std::move(lists);
    m_data = std::move(data);
}

qsizetype MachineList::size() const
{
    return m_data ? static_cast<qsizetype>(m_data->entries.size()) : 0;
}

const MachineList::Entry& MachineList::entry(qsizetype at) const
{
    return m_data->entries[static_cast<std::size_t>(at)];
}

std::optional<qsizetype> MachineList::find(const ArmId& id) const
{
    if (!m_data) {
        return std::nullopt;
    }
    const auto& entries = m_data->entries;
    const auto name = id.name();
    auto at = std::lower_bound(entries.begin(), entries.end(), name, [](const Entry& entry, const QString& wanted) {
        return entry.id.name().compare(wanted, Qt::CaseInsensitive) < 0;
    });
    for (; at != entries.end() && at->id.name().compare(name, Qt::CaseInsensitive) == 0; ++at) {
        if (at->id == id) {
            return at - entries.begin();
        }
    }
    return std::nullopt;
}

const ArmId& MachineList::id(qsizetype at) const
{
    return entry(at).id;
}

QString MachineList::location(qsizetype at) const
{
    const auto& region = vm(at).region;
    return region.empty() ? m_data->place.defaultRegion : contract::normalizedRegion(text(region));
}

hypervisor::VmSource* MachineList::source(qsizetype at) const
{
    return m_data->lists[entry(at).source].source;
}

const hypervisor::Vm& MachineList::vm(qsizetype at) const
{
    return *entry(at).vm;
}

contract::VirtualMachine MachineList::machine(qsizetype at) const
{
    const auto& vm = this->vm(at);
    contract::VirtualMachine wire;
    wire.id = id(at);
    wire.name = wire.id.name();
    wire.location = location(at);
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

QList<contract::VirtualMachine> MachineList::all() const
{
    QList<contract::VirtualMachine> machines;
    machines.reserve(size());
    for (qsizetype i = 0; i < size(); ++i) {
        machines.append(machine(i));
    }
    return machines;
}

QList<MachineList::Spot> MachineList::spots() const
{
    QList<Spot> spots;
    std::set<std::pair<std::string_view, std::string_view>> seen;
    for (qsizetype i = 0; i < size(); ++i) {
        if (seen.emplace(vm(i).resourceGroup, vm(i).region).second) {
            spots.append({id(i).resourceGroup(), location(i)});
        }
    }
    return spots;
}

} // namespace valv::engine
