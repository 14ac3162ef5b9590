// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/virtualmachine.h"
#include "hypervisor/vmsource.h"

#include <QList>

#include <memory>
#include <optional>
#include <vector>

namespace valv::engine {

//! \brief The VMs of all sources at one moment, in order of their names, with stable ids under one subscription. A
//! value; copies share. A machine is put into the words of the wire when it is asked for: a page needs a hundred, and
//! ten thousand are 20 MB. Any thread.
class MachineList
{
public:
    struct Place
    {
        QString subscriptionId;
        QString defaultGroup; //!< of VMs whose source names none
        QString defaultRegion;
    };
    //! What one source listed; it outlives the list.
    struct Listed
    {
        hypervisor::VmSource* source = nullptr;
        std::shared_ptr<const std::vector<hypervisor::Vm>> vms; //!< null: never listed
    };

    MachineList() = default;
    MachineList(Place place, std::vector<Listed> lists);

    [[nodiscard]] qsizetype size() const;
    [[nodiscard]] std::optional<qsizetype> find(const ArmId& id) const;
    [[nodiscard]] const ArmId& id(qsizetype at) const; //!< its name() is the machine's
    [[nodiscard]] QString location(qsizetype at) const;
    [[nodiscard]] contract::VirtualMachine machine(qsizetype at) const;
    [[nodiscard]] QList<contract::VirtualMachine> all() const; //!< milliseconds, and megabytes, for thousands

    //! Resource groups and regions in which there are machines; each pair once, in the order of the machines.
    struct Spot
    {
        QString group;
        QString location;
    };
    [[nodiscard]] QList<Spot> spots() const;

    [[nodiscard]] hypervisor::VmSource* source(qsizetype at) const;
    [[nodiscard]] const hypervisor::Vm& vm(qsizetype at) const; //!< as the source told it

private:
    struct Entry;
    struct Data;
    [[nodiscard]] const Entry& entry(qsizetype at) const;

    std::shared_ptr<const Data> m_data; // null: empty
};

} // namespace valv::engine
