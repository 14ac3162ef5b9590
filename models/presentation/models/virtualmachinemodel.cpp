// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/models/virtualmachinemodel.h"

#include "presentation/text/errortext.h"

namespace valv::presentation {

using contract::VirtualMachine;

namespace {

QString tagText(const VirtualMachine& vm)
{
    QStringList parts;
    for (auto it = vm.tags.cbegin(); it != vm.tags.cend(); ++it) {
        parts << (it.value().isEmpty() ? it.key() : QString(it.key() + QStringLiteral(": ") + it.value()));
    }
    return parts.join(QStringLiteral(", "));
}

QString shortSize(const QString& size)
{
    const auto prefix = QLatin1String("Standard_");
    return size.startsWith(prefix) ? size.mid(prefix.size()) : size;
}

} // namespace

VirtualMachineModel::VirtualMachineModel(VirtualMachineStore& store, const Format& format, QObject* parent)
    : StoreModel(store, format, parent)
    , m_store(store)
{ }

QString VirtualMachineModel::heading(int column) const
{
    switch (static_cast<Column>(column)) {
    case Name:
        return tr("Name");
    case Status:
        return tr("Status");
    case ResourceGroup:
        return tr("Resource group");
    case Location:
        return tr("Region");
    case Subscription:
        return tr("Subscription");
    case OperatingSystem:
        return tr("Operating system");
    case Size:
        return tr("Size");
    case ProtectionState:
        //: Column heading: whether the machine is protected. Keep short.
        return tr("Protection");
    case LastBackup:
        //: Column heading: when the last backup was made. Keep short.
        return tr("Last backup");
    case NextRun:
        //: Column heading: when the next scheduled backup runs. Keep short.
        return tr("Next run");
    case Tags:
        return tr("Tags");
    case ColumnCount:
        break;
    }
    return {};
}

Cell VirtualMachineModel::cell(int row, int column) const
{
    const VmRow& machine = m_store.at(row);
    const VirtualMachine& vm = machine.vm;
    const auto quiet = [](const QString& text) {
        Cell c = textCell(text);
        c.secondary = true;
        return c;
    };
    switch (static_cast<Column>(column)) {
    case Name: {
        Cell c = textCell(vm.name);
        c.link = true;
        return c;
    }
    case Status: {
        Cell c =
            textCell(vm.power.isEmpty() ? StatusWords::of(contract::PowerState::Unknown) : StatusWords::of(vm.power));
        c.status = StatusWords::kind(vm.power.value());
        if (vm.problem) {
            c.toolTip = ErrorText::of(*vm.problem, format().locale()).sentence();
        }
        return c;
    }
    case ResourceGroup:
        return textCell(vm.id.resourceGroup());
    case Location: {
        Cell c = textCell(StatusWords::region(vm.location));
        c.toolTip = vm.location;
        return c;
    }
    case Subscription:
        return textCell(machine.subscription);
    case OperatingSystem:
        return textCell(vm.osName.isEmpty() ? StatusWords::of(vm.osType) : vm.osName);
    case Size: {
        Cell c = quiet(shortSize(vm.size));
        c.toolTip = vm.size;
        return c;
    }
    case ProtectionState:
        return protectionCell(machine);
    case LastBackup: // that there is, not the last attempt: of how that went, the protection tells
        return momentCell(machine.item ? machine.item->lastRecoveryPoint : std::nullopt);
    case NextRun:
        return momentCell(machine.item ? machine.item->nextRun : std::nullopt);
    case Tags:
        return quiet(tagText(vm));
    case ColumnCount:
        break;
    }
    return {};
}

Cell VirtualMachineModel::protectionCell(const VmRow& machine)
{
    Cell c = statusCell(protectionWords(machine.protection), protectionKind(machine.protection));
    c.sort = static_cast<int>(machine.protection);
    c.secondary =
        c.status == StatusKind::NotProtected || c.status == StatusKind::Stopped || c.status == StatusKind::Off;
    return c;
}

QString VirtualMachineModel::searchText(int row) const
{
    const auto& vm = m_store.at(row).vm;
    return vm.name + QLatin1Char('\n') + vm.id.resourceGroup() + QLatin1Char('\n') + tagText(vm);
}

} // namespace valv::presentation
