// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"

#include <QString>

#include <optional>

//! Names of containers and items. Source: contract.md 10.1.
namespace valv::contract {

struct VmName
{
    QString resourceGroup;
    QString vm;
    friend bool operator==(const VmName& a, const VmName& b)
    {
        return a.resourceGroup.compare(b.resourceGroup, Qt::CaseInsensitive) == 0
            && a.vm.compare(b.vm, Qt::CaseInsensitive) == 0;
    }
};

[[nodiscard]] QString containerName(const VmName& vm); //!< IaasVMContainer;iaasvmcontainerv2;rg;vm
[[nodiscard]] QString itemName(const VmName& vm); //!< VM;iaasvmcontainerv2;rg;vm
[[nodiscard]] QString shortName(const VmName& vm); //!< iaasvmcontainerv2;rg;vm
//! Reads any of the three, any case; nothing for classic or foreign names.
[[nodiscard]] std::optional<VmName> vmNameFrom(const QString& containerOrItem);
[[nodiscard]] ArmId containerId(const ArmId& vault, const VmName& vm);
[[nodiscard]] ArmId itemId(const ArmId& vault, const VmName& vm);

} // namespace valv::contract
