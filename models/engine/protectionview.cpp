// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/names.h"
#include "contract/resources.h"
#include "engine/faults.h"
#include "engine/points.h"
#include "engine/protection.h"
#include "policy/schedule.h"

#include <QSet>

// What the wire shows of items.
namespace valv::engine {

using contract::ProtectionState;

ProtectedItem Protection::shown(const VaultRecord& vault, const ItemRecord& item, bool extended) const
{
    ProtectedItem wire;
    const contract::VmName name{item.group, item.vmName};
    wire.id = contract::itemId(vault.vault.id, name);
    wire.name = contract::itemName(name);
    wire.friendlyName = item.vmName;
    wire.sourceResourceId = item.sourceId;
    wire.containerName = contract::shortName(name);
    wire.state = item.state;
    wire.lastBackupStatus = item.lastStatus;
    wire.lastBackupTime = item.lastTime;
    wire.lastRecoveryPoint = item.lastPoint;
    wire.sourceBytes = item.sourceBytes;
    wire.missedRuns = item.missedRuns;
    wire.lastMissedRun = item.lastMissed;
    wire.runningJob = m_context.runner->exclusiveJob(item.nameKey());
    const bool failed = item.lastStatus == contract::LastBackupStatus::Failed;
    wire.health = failed ? contract::HealthStatus::ActionRequired : contract::HealthStatus::Passed;
    if (failed) {
        const auto known = jobError(Error{item.lastError.toStdString(), {}, {}, {}, {}});
        wire.healthDetails.append({known.number, known.code, known.message, known.recommendations});
    }
    if (const auto policy = policyOf(m_context, vault, item)) {
        wire.policyId = policy->policy.id;
        wire.policyName = policy->policy.name;
        const bool runs = item.state == ProtectionState::Protected || item.state == ProtectionState::IRPending
            || item.state == ProtectionState::ProtectionError;
        if (runs) {
            const auto next = policy::nextRuns(policy->policy, m_context.now(), 1);
            wire.nextRun = next.isEmpty() ? std::nullopt : std::optional(next.first());
        }
    }
    if (item.deletedAt) {
        wire.softDeleted = true;
        wire.deletedAt = item.deletedAt;
        wire.softDeleteDays = vault.vault.softDeleteDays;
        // What is left is told to the tenth of a second, as a .NET span.
        const auto left =
            std::max<qint64>(0, m_context.now().msecsTo(item.deletedAt->addDays(vault.vault.softDeleteDays)));
        const auto clock = QTime(0, 0).addMSecs(static_cast<int>(left % 86400000));
        wire.raw.insert(
            QStringLiteral("properties"),
            QJsonObject{
                {QStringLiteral("deferredDeleteTimeRemaining"),
                 QStringLiteral("%1.%2").arg(left / 86400000).arg(clock.toString(QStringLiteral("HH:mm:ss.zzz")))}});
    }
    if (extended) {
        wire.oldestRecoveryPoint = item.oldestPoint;
        wire.recoveryPointCount = item.points;
    }
    return wire;
}

Result<QList<ProtectedItem>> Protection::list(const ArmId& id) const
{
    const auto vault = m_context.vault(id);
    if (!vault) {
        return Fault(vault.error());
    }
    const auto records = itemRecords(*m_context.catalogue, vault->id);
    if (!records) {
        return Fault(records.error());
    }
    QList<ProtectedItem> all;
    for (const auto& item : *records) {
        if (!item.isGoing()) {
            all.append(shown(*vault, item, true));
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const ProtectedItem& a, const ProtectedItem& b) {
        return keyOf(a.friendlyName) < keyOf(b.friendlyName);
    });
    return all;
}

Result<ProtectedItem> Protection::get(const ArmId& id) const
{
    const auto found = m_context.item(id);
    return found ? Result<ProtectedItem>(shown(found->vault, found->item, true)) : Fault(found.error());
}

Result<QList<contract::ProtectableItem>> Protection::protectable(const ArmId& id) const
{
    const auto vault = m_context.vault(id);
    if (!vault) {
        return Fault(vault.error());
    }
    const auto vms = m_context.inventory->list();
    if (!vms) {
        return Fault(vms.error());
    }
    const auto items = itemRecords(*m_context.catalogue);
    if (!items) {
        return Fault(items.error());
    }
    QSet<QString> taken;
    for (const auto& item : *items) {
        taken.insert(item.nameKey());
    }
    QList<contract::ProtectableItem> all;
    for (const auto& vm : *vms) {
        const contract::VmName name{vm.id.resourceGroup(), vm.name};
        if (taken.contains(itemKey(name.resourceGroup, name.vm))
            || contract::normalizedRegion(vm.location) != contract::normalizedRegion(vault->vault.location)) {
            continue;
        }
        contract::ProtectableItem item;
        item.name = contract::shortName(name);
        item.id = contract::containerId(vault->vault.id, name)
                      .child(QStringLiteral("protectableItems"), QStringLiteral("vm;") + item.name);
        item.friendlyName = vm.name;
        item.virtualMachineId = vm.id;
        item.resourceGroup = name.resourceGroup;
        all.append(item);
    }
    return all;
}

contract::BackupStatus Protection::statusOf(const ArmId& vm) const
{
    contract::BackupStatus status;
    status.protectionStatus = QStringLiteral("NotProtected");
    const contract::VmName name{vm.resourceGroup(), vm.name()};
    const auto items = itemRecordsOfVm(*m_context.catalogue, itemKey(name.resourceGroup, name.vm));
    const auto vaults = vaultRecords(*m_context.catalogue);
    if (!items || !vaults) {
        return status;
    }
    for (const auto& item : *items) {
        for (const auto& vault : *vaults) {
            if (vault.id != item.vaultId || item.isGoing()) {
                continue;
            }
            status.protectionStatus = QStringLiteral("Protected");
            status.vaultId = vault.vault.id;
            status.containerName = QStringLiteral("iaasvmcontainer;") + contract::shortName({item.group, item.vmName});
            status.protectedItemName = QStringLiteral("vm;") + contract::shortName({item.group, item.vmName});
            if (const auto policy = policyOf(m_context, vault, item)) {
                status.policyName = policy->policy.name;
            }
        }
    }
    return status;
}

} // namespace valv::engine
