// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/names.h"
#include "contract/resources.h"
#include "engine/faults.h"
#include "engine/points.h"
#include "engine/protection.h"
#include "policy/schedule.h"

#include <QHash>
#include <QSet>

// What the wire shows of items.
namespace valv::engine {

using contract::ProtectionState;

Protection::Ruling Protection::rulingOf(const PolicyRecord& policy) const
{
    const auto next = policy::nextRuns(policy.policy, m_context.now(), 1);
    return {policy.policy.id, policy.policy.name, next.isEmpty() ? std::nullopt : std::optional(next.first())};
}

ProtectedItem Protection::shown(const VaultRecord& vault, const ItemRecord& item,
                                const std::optional<Ruling>& ruling) const
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
    if (ruling) {
        wire.policyId = ruling->id;
        wire.policyName = ruling->name;
        const bool runs = item.state == ProtectionState::Protected || item.state == ProtectionState::IRPending
            || item.state == ProtectionState::ProtectionError;
        if (runs) {
            wire.nextRun = ruling->nextRun;
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
    wire.oldestRecoveryPoint = item.oldestPoint;
    wire.recoveryPointCount = item.points;
    return wire;
}

Result<QList<ProtectedItem>> Protection::list(const ArmId& id) const
{
    const auto vault = m_context.vault(id);
    if (!vault) {
        return Fault(vault.error());
    }
    const auto records = itemRecords(*m_context.catalogue, vault->id);
    const auto policies = policyRecords(*m_context.catalogue, *vault);
    if (!records || !policies) {
        return Fault(!records ? records.error() : policies.error());
    }
    QHash<QString, Ruling> rulings; // once for all items: a policy's next run takes its time to find
    for (const auto& policy : *policies) {
        rulings.insert(keyOf(policy.policy.name), rulingOf(policy));
    }
    QList<ProtectedItem> all;
    all.reserve(records->size());
    for (const auto& item : *records) {
        if (!item.isGoing()) {
            const auto ruling = rulings.constFind(item.policyKey);
            all.append(shown(*vault, item, ruling == rulings.cend() ? std::nullopt : std::optional(*ruling)));
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
    if (!found) {
        return Fault(found.error());
    }
    const auto policy = policyOf(m_context, found->vault, found->item);
    return shown(found->vault, found->item, policy ? std::optional(rulingOf(*policy)) : std::nullopt);
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
    const auto region = contract::normalizedRegion(vault->vault.location);
    for (qsizetype i = 0; i < vms->size(); ++i) {
        const auto& machine = vms->id(i);
        const contract::VmName name{machine.resourceGroup(), machine.name()};
        if (contract::normalizedRegion(vms->location(i)) != region
            || taken.contains(itemKey(name.resourceGroup, name.vm))) {
            continue;
        }
        contract::ProtectableItem item;
        item.name = contract::shortName(name);
        item.id = contract::containerId(vault->vault.id, name)
                      .child(QStringLiteral("protectableItems"), QStringLiteral("vm;") + item.name);
        item.friendlyName = name.vm;
        item.virtualMachineId = machine;
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
