// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules.h"
#include "engine/faults.h"
#include "engine/vaultkeeper.h"

#include <QDir>

// A new vault: a row that everybody sees, then its folder and key, then the rest.
namespace valv::engine {

using contract::SoftDelete;
using contract::StorageModel;

Result<> VaultKeeper::checkRoom() const
{
    const auto all = vaultRecords(*m_context.catalogue);
    if (!all) {
        return Fault(all.error());
    }
    const int limit = m_context.capacity.vaults;
    return all->size() < limit
        ? Result<>()
        : fault(QStringLiteral("VaultLimitReached"),
                QStringLiteral("The subscription has reached its limit of %1 vaults.").arg(limit), {},
                QStringLiteral("Delete vaults that are not used."));
}

Result<VaultRecord> VaultKeeper::planned(const Vault& vault) const
{
    const auto name = vault.id.value(u"vaults");
    if (const auto violation = contract::checkVaultName(name)) {
        return broken(QStringLiteral("ResourceNameInvalid"), *violation);
    }
    if (auto located = checkLocation(vault.location); !located) {
        return Fault(located.error());
    }
    const auto group = this->group(vault.id.resourceGroup());
    if (!group) {
        return Fault(group.error());
    }
    if (const auto problem = nameProblem(name)) {
        return Fault(*problem);
    }
    if (auto room = checkRoom(); !room) {
        return Fault(room.error());
    }
    VaultRecord record;
    record.vault.id = ArmId::vault(m_context.subscriptionId, group->name, name);
    record.vault.name = name;
    record.vault.location = contract::normalizedRegion(vault.location);
    record.vault.redundancy = StorageModel::GeoRedundant;
    record.vault.softDelete = SoftDelete::Enabled;
    record.vault.immutability = contract::Immutability::Disabled;
    record.vault.tags = vault.tags;
    auto made = changed(record, vault.toJson());
    if (made) {
        made->vault.provisioning = contract::ProvisioningState::Provisioning;
    }
    return made;
}

Result<VaultRecord> VaultKeeper::create(const Vault& vault)
{
    std::unique_lock lock(m_context.changing);
    bool sameDisk = false;
    auto made = planned(vault);
    if (!made) {
        return made;
    }
    if (!vault.secondFolder.isEmpty()) { // a share may take its time, and nobody waits for it but who asked
        lock.unlock();
        const auto second = secondWish(*made, vault.toJson().value(QLatin1String("properties")).toObject(), false);
        if (!second) {
            return Fault(second.error());
        }
        lock.lock();
        made = planned(vault); // somebody may have been faster
        if (!made) {
            return made;
        }
        if (auto set = setSecond(*made, *second); !set) {
            return Fault(set.error());
        }
        sameDisk = *second && (*second)->sameDisk;
    }
    made->id = m_context.uuid();
    made->vault.etag = m_context.newEtag();
    const QDir data(m_context.dataFolder);
    const QString place = made->vault.name + QLatin1Char('-') + made->id.left(8);
    made->folder = data.filePath(QStringLiteral("vaults/") + place);
    made->keyFile = data.filePath(QStringLiteral("keys/") + place + QStringLiteral(".key"));
    PolicyRecord policy;
    policy.vaultId = made->id;
    policy.policy = contract::BackupPolicy::defaultPolicy();
    policy.policy.timeZone = zoneToWire(m_context.timeZone); // 22:30 to those who work beside it
    policy.policy.id = made->vault.id.child(QStringLiteral("backupPolicies"), policy.policy.name);
    policy.etag = m_context.newEtag();
    policy.changed = m_context.now();
    auto announced = m_context.catalogue->write([&](Catalogue::Writer& writer) { return saveVault(writer, *made); });
    if (!announced) {
        return Fault(announced.error());
    }
    lock.unlock();
    const auto files = makeFiles(*made, policy);
    lock.lock();
    made->vault.provisioning = contract::ProvisioningState::Succeeded;
    auto stored = files;
    if (stored) {
        stored = m_context.catalogue->write([&](Catalogue::Writer& writer) -> Result<> {
            auto saved = saveVault(writer, *made);
            if (saved && !made->secondFolder.isEmpty()) {
                saved = saveReplica(writer, newReplica(*made, sameDisk, m_context.now()));
            }
            return saved ? savePolicy(writer, policy) : saved;
        });
    }
    if (!stored) {
        removeFiles(*made);
        (void)m_context.catalogue->write(QStringLiteral("DELETE FROM vaults WHERE id=?"), {made->id});
        return Fault(stored.error());
    }
    if (!made->secondFolder.isEmpty()) {
        m_context.replicator->setSecond(*made, sameDisk);
    }
    return made;
}

Result<> VaultKeeper::makeFiles(const VaultRecord& record, const PolicyRecord& policy)
{
    if (auto created = m_context.vaults->create(record, m_context.clock->now()); !created) {
        const auto reason = jobError(created.error());
        return fault(QStringLiteral("VaultCreateFailed"),
                     QStringLiteral("The vault could not be created. %1").arg(reason.message), record.vault.name,
                     reason.recommendations.value(0));
    }
    auto whole = record.vault;
    whole.provisioning = contract::ProvisioningState::Succeeded;
    auto put = m_context.vaults->putDocument(record, vaultDocument, whole.toJson());
    return put ? m_context.vaults->putDocument(record, policyDocument(policy.policy.name), policy.policy.toJson())
               : put;
}

} // namespace valv::engine
