// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualmachines/enableaz.h"

#include "contract/names.h"
#include "presentation/stores/enableflow.h"
#include "presentation/text/azcommand.h"

namespace valv::views {

AzLine enableAz(const presentation::EnableRequest& request, const QList<ArmId>& machines, bool startNow)
{
    namespace az = presentation::az;
    const auto vault = request.vaultId();
    if (vault.value(u"vaults").isEmpty()) {
        return AzLine::missing(CopyAzLink::tr("Choose a vault first."));
    }
    const auto policy = request.newPolicy ? request.newPolicy->name : request.policyName;
    if (policy.isEmpty()) {
        return AzLine::missing(CopyAzLink::tr("Choose a policy first."));
    }
    if (machines.isEmpty()) {
        return AzLine::missing(CopyAzLink::tr("Choose the virtual machines first."));
    }
    QStringList lines;
    if (request.newVault) {
        lines.append(az::createVault(vault, request.newVault->location, request.newVault->newResourceGroup,
                                     request.newVault->tags));
    }
    if (request.newPolicy) {
        lines.append(az::createPolicy(vault, *request.newPolicy));
    }
    for (const auto& machine : machines) {
        lines.append(az::enableBackup(vault, machine, policy));
        if (startNow) {
            lines.append(az::backupNow(contract::itemId(vault, {machine.resourceGroup(), machine.name()})));
        }
    }
    return lines.contains(QString()) ? AzLine() : AzLine(lines.join(QLatin1Char('\n')));
}

} // namespace valv::views
