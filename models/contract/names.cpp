// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/names.h"

#include <QStringList>

namespace valv::contract {

QString shortName(const VmName& vm)
{
    return QStringLiteral("iaasvmcontainerv2;") + vm.resourceGroup + QLatin1Char(';') + vm.vm;
}

QString containerName(const VmName& vm)
{
    return QStringLiteral("IaasVMContainer;") + shortName(vm);
}

QString itemName(const VmName& vm)
{
    return QStringLiteral("VM;") + shortName(vm);
}

std::optional<VmName> vmNameFrom(const QString& containerOrItem)
{
    auto parts = containerOrItem.split(QLatin1Char(';'));
    const auto is = [](const QString& part, QLatin1String word) {
        return part.compare(word, Qt::CaseInsensitive) == 0;
    };
    if (parts.size() == 4
        && (is(parts.front(), QLatin1String("vm")) || is(parts.front(), QLatin1String("iaasvmcontainer")))) {
        parts.removeFirst();
    }
    if (parts.size() != 3 || !is(parts[0], QLatin1String("iaasvmcontainerv2")) || parts[1].isEmpty()
        || parts[2].isEmpty()) {
        return std::nullopt;
    }
    return VmName{parts[1], parts[2]};
}

ArmId containerId(const ArmId& vault, const VmName& vm)
{
    return vault.child(QStringLiteral("backupFabrics"), QStringLiteral("Azure"))
        .child(QStringLiteral("protectionContainers"), containerName(vm));
}

ArmId itemId(const ArmId& vault, const VmName& vm)
{
    return containerId(vault, vm).child(QStringLiteral("protectedItems"), itemName(vm));
}

} // namespace valv::contract
