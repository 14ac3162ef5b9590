// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/alertroutes.h"

#include "contract/names.h"
#include "frame/vaultroutes.h"

namespace valv::views {

Route alertTargetRoute(const ArmId& target)
{
    if (const auto vm = contract::vmNameFrom(target.value(u"protectedItems"))) {
        return {QStringLiteral("virtualmachine"),
                ArmId::virtualMachine(target.subscriptionId(), vm->resourceGroup, vm->vm).text(),
                QStringLiteral("backup")};
    }
    return target.vaultId().isEmpty() ? Route() : vaultRoute(target.vaultId());
}

} // namespace valv::views
