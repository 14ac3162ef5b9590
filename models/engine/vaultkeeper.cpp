// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/vaultkeeper.h"

#include "contract/rules.h"
#include "engine/alerts.h"
#include "engine/faults.h"
#include "engine/logging.h"
#include "engine/regions.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace valv::engine {

using contract::SoftDelete;
using contract::StorageModel;

Vault VaultKeeper::shown(const VaultRecord& record) const
{
    auto vault = record.vault;
    vault.folder = record.folder;
    auto properties = vault.raw.value(QLatin1String("properties")).toObject();
    properties.insert(QStringLiteral("backupStorageVersion"),
                      record.everProtected ? QStringLiteral("V2") : QStringLiteral("Unassigned"));
    vault.raw.insert(QStringLiteral("properties"), properties);
    return vault;
}

Result<QList<Vault>> VaultKeeper::list() const
{
    const auto records = vaultRecords(*m_context.catalogue);
    if (!records) {
        return Fault(records.error());
    }
    QList<Vault> all;
    for (const auto& record : *records) {
        if (!record.deleting) {
            all.append(shown(record));
        }
    }
    return all;
}

Result<Vault> VaultKeeper::get(const ArmId& id) const
{
    const auto record = m_context.vault(id);
    return record ? Result<Vault>(shown(*record)) : Fault(record.error());
}

Result<> VaultKeeper::checkLocation(const QString& location) const
{
    if (location.isEmpty()) {
        return fault(QStringLiteral("LocationRequired"),
                     QStringLiteral("The location property is required for this definition."),
                     QStringLiteral("location"));
    }
    const auto wanted = contract::normalizedRegion(location);
    QStringList names;
    for (const auto& known : locations()) {
        if (known.name == wanted) {
            return {};
        }
        names.append(known.name);
    }
    return fault(QStringLiteral("LocationNotAvailableForResourceType"),
                 QStringLiteral("The provided location '%1' is not available for resource type "
                                "'Microsoft.RecoveryServices/vaults'. List of available regions for the resource type "
                                "is '%2'.")
                     .arg(location, names.join(QLatin1Char(','))),
                 QStringLiteral("location"));
}

std::optional<Error> VaultKeeper::nameProblem(const QString& name) const
{
    if (const auto violation = contract::checkVaultName(name)) {
        return Error{violation->code.toStdString(),
                     contract::inEnglish(*violation).toStdString(),
                     "name",
                     violation->suggestion.toStdString(),
                     {}};
    }
    const auto records = vaultRecords(*m_context.catalogue);
    if (!records) {
        return records.error();
    }
    for (const auto& record : *records) {
        if (keyOf(record.vault.name) != keyOf(name)) {
            continue;
        }
        return record.deleting ? Error{"ValVaultNameReserved",
                                       "The name is held by a vault that is being deleted.",
                                       "name",
                                       "Choose another name or wait.",
                                       {}}
                               : Error{"ValVaultNameTaken",
                                       "There is already a vault with this name in the subscription.",
                                       "name",
                                       "Choose another name.",
                                       {}};
    }
    return std::nullopt;
}

Result<VaultRecord> VaultKeeper::changed(const VaultRecord& record, const QJsonObject& over) const
{
    auto json = record.vault.toJson();
    auto given = over;
    // A PUT or PATCH that names tags replaces them all; what only we may say is ours.
    if (given.value(QLatin1String("tags")).isObject()) {
        json.remove(QStringLiteral("tags"));
    }
    for (const auto* ours : {"id", "name", "type", "etag", "eTag", "location"}) {
        given.remove(QLatin1String(ours));
    }
    auto properties = given.value(QLatin1String("properties")).toObject();
    for (const auto* ours : {"provisioningState", "backupStorageVersion", "valv"}) {
        properties.remove(QLatin1String(ours));
    }
    given.insert(QStringLiteral("properties"), properties);
    const auto parsed = contract::Vault::fromJson(merged(json, given));
    if (!parsed) {
        return Fault(parsed.error());
    }
    auto next = record;
    next.vault = *parsed;
    const auto& before = record.vault;
    if (!(next.vault.redundancy == before.redundancy)) {
        if (next.vault.redundancy.value() == StorageModel::Unknown) {
            return invalidInput(
                QStringLiteral("The storage redundancy '%1' is not known.").arg(next.vault.redundancy.text()),
                QStringLiteral("standardTierStorageRedundancy"));
        }
        if (record.everProtected) {
            return invalidInput(
                QStringLiteral("The replication type cannot be changed once backup has been configured."),
                QStringLiteral("storageModelType"), QStringLiteral("StorageTypeLocked"));
        }
    }
    if (next.vault.softDelete.value() == SoftDelete::Unknown) {
        return invalidInput(
            QStringLiteral("The soft delete state '%1' is not known.").arg(next.vault.softDelete.text()),
            QStringLiteral("softDeleteFeatureState"));
    }
    if (before.softDelete == SoftDelete::AlwaysON && !(next.vault.softDelete == SoftDelete::AlwaysON)) {
        return invalidInput(QStringLiteral("Soft delete that is always on cannot be turned off."),
                            QStringLiteral("softDeleteFeatureState"));
    }
    if (next.vault.softDeleteDays < 14 || next.vault.softDeleteDays > 180) {
        return invalidInput(QStringLiteral("Soft-deleted items can be kept for 14 to 180 days."),
                            QStringLiteral("softDeleteRetentionPeriodInDays"));
    }
    return next;
}

Result<VaultRecord> VaultKeeper::create(const Vault& vault)
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
    VaultRecord record;
    record.id = m_context.uuid();
    record.vault.id = ArmId::vault(m_context.subscriptionId, group->name, name);
    record.vault.name = name;
    record.vault.location = contract::normalizedRegion(vault.location);
    record.vault.provisioning = contract::ProvisioningState::Succeeded;
    record.vault.redundancy = StorageModel::GeoRedundant;
    record.vault.softDelete = SoftDelete::Enabled;
    record.vault.tags = vault.tags;
    record.vault.etag = m_context.newEtag();
    auto over = vault.toJson();
    auto made = changed(record, over);
    if (!made) {
        return made;
    }
    const QDir data(m_context.dataFolder);
    const QString place = name + QLatin1Char('-') + record.id.left(8);
    made->folder = data.filePath(QStringLiteral("vaults/") + place);
    made->keyFile = data.filePath(QStringLiteral("keys/") + place + QStringLiteral(".key"));
    if (auto created = m_context.vaults->create(*made, m_context.clock->now()); !created) {
        const auto reason = jobError(created.error());
        return fault(QStringLiteral("VaultCreateFailed"),
                     QStringLiteral("The vault could not be created. %1").arg(reason.message), name,
                     reason.recommendations.value(0));
    }
    PolicyRecord policy;
    policy.vaultId = record.id;
    policy.policy = contract::BackupPolicy::defaultPolicy();
    policy.policy.timeZone = zoneToWire(m_context.timeZone); // 22:30 to those who work beside it
    policy.policy.id = made->vault.id.child(QStringLiteral("backupPolicies"), policy.policy.name);
    policy.etag = m_context.newEtag();
    policy.changed = m_context.now();
    auto stored = m_context.vaults->putDocument(*made, vaultDocument, made->vault.toJson());
    if (stored) {
        stored = m_context.vaults->putDocument(*made, policyDocument(policy.policy.name), policy.policy.toJson());
    }
    if (stored) {
        stored = m_context.catalogue->write([&](Catalogue::Writer& writer) -> Result<> {
            auto saved = saveVault(writer, *made);
            return saved ? savePolicy(writer, policy) : saved;
        });
    }
    if (!stored) {
        removeFiles(*made);
        return Fault(stored.error());
    }
    return made;
}

Result<> VaultKeeper::store(const VaultRecord& record)
{
    if (auto put = m_context.vaults->putDocument(record, vaultDocument, record.vault.toJson()); !put) {
        return put;
    }
    return m_context.catalogue->write([&](Catalogue::Writer& writer) -> Result<> {
        const auto before = findVault(*m_context.catalogue, record.vault.id);
        if (!before) {
            return Fault(before.error());
        }
        if (auto saved = saveVault(writer, record); !saved) {
            return saved;
        }
        const bool off = record.vault.softDelete == contract::SoftDelete::Disabled;
        const bool wasOff = *before && (*before)->vault.softDelete == contract::SoftDelete::Disabled;
        if (off == wasOff) {
            return {};
        }
        return off ? raiseAlert(m_context, writer, {alert::softDeleteOff, &record, nullptr, {}, {}})
                   : resolveAlerts(m_context, writer, {alert::softDeleteOff}, record, nullptr);
    });
}

Result<Written<Vault>> VaultKeeper::put(const Vault& vault, const QString& ifMatch)
{
    const std::lock_guard lock(m_context.changing);
    auto found = findVault(*m_context.catalogue, vault.id);
    if (!found) {
        return Fault(found.error());
    }
    if (!*found) {
        if (!ifMatch.isEmpty()) {
            return preconditionFailed(vault.id.value(u"vaults"));
        }
        const auto made = create(vault);
        if (!made) {
            return Fault(made.error());
        }
        return Written<Vault>{shown(*made), true};
    }
    if ((*found)->deleting) {
        return fault(QStringLiteral("ValVaultNameReserved"),
                     QStringLiteral("The name is held by a vault that is being deleted."), QStringLiteral("name"));
    }
    if (auto matched = checkMatch(ifMatch, (*found)->vault.etag, (*found)->vault.name); !matched) {
        return Fault(matched.error());
    }
    if (!vault.location.isEmpty()
        && contract::normalizedRegion(vault.location) != contract::normalizedRegion((*found)->vault.location)) {
        return fault(QStringLiteral("InvalidResourceLocation"),
                     QStringLiteral("The resource '%1' already exists in location '%2' in resource group '%3'. A "
                                    "resource with the same name cannot be created in location '%4'. Please select a "
                                    "new resource name.")
                         .arg((*found)->vault.name, (*found)->vault.location, vault.id.resourceGroup(), vault.location),
                     QStringLiteral("location"));
    }
    auto over = vault.toJson();
    if (!over.contains(QLatin1String("tags"))) {
        over.insert(QStringLiteral("tags"), QJsonObject());
    }
    auto next = changed(**found, over);
    if (!next) {
        return Fault(next.error());
    }
    next->vault.etag = m_context.newEtag();
    if (auto stored = store(*next); !stored) {
        return Fault(stored.error());
    }
    return Written<Vault>{shown(*next), false};
}

Result<Vault> VaultKeeper::patch(const ArmId& id, const QJsonObject& patch, const QString& ifMatch)
{
    const std::lock_guard lock(m_context.changing);
    const auto record = m_context.vault(id);
    if (!record) {
        return Fault(record.error());
    }
    if (auto matched = checkMatch(ifMatch, record->vault.etag, record->vault.name); !matched) {
        return Fault(matched.error());
    }
    auto next = changed(*record, patch);
    if (!next) {
        return Fault(next.error());
    }
    next->vault.etag = m_context.newEtag();
    if (auto stored = store(*next); !stored) {
        return Fault(stored.error());
    }
    return shown(*next);
}

Result<bool> VaultKeeper::remove(const ArmId& id, const QString& ifMatch)
{
    const std::lock_guard lock(m_context.changing);
    auto found = findVault(*m_context.catalogue, id);
    if (!found) {
        return Fault(found.error());
    }
    if (!*found || (*found)->deleting) {
        return false;
    }
    auto record = **found;
    if (auto matched = checkMatch(ifMatch, record.vault.etag, record.vault.name); !matched) {
        return Fault(matched.error());
    }
    const auto items = itemRecords(*m_context.catalogue, record.id);
    if (!items) {
        return Fault(items.error());
    }
    QStringList names;
    for (const auto& item : *items) {
        if (!item.deletedAt) {
            names.append(item.vmName);
        }
    }
    if (!names.isEmpty()) {
        return fault(QStringLiteral("BMSUserErrorVaultDeletionNotAllowed"),
                     QStringLiteral("Recovery Services vault cannot be deleted as there are existing resources within "
                                    "the vault. : %1\r\nUnregister all containers from the vault and then retry to "
                                    "delete vault. For instructions, see https://aka.ms/AB-AA4ecq5")
                         .arg(names.join(QStringLiteral(", "))));
    }
    if (!items->isEmpty()) {
        return fault(QStringLiteral("BMSUserErrorVaultDeletionNotAllowed"),
                     QStringLiteral("Recovery Services vault cannot be deleted as there are backup items in soft "
                                    "deleted state in the vault. The soft deleted items are permanently deleted after "
                                    "%1 days of delete operation.\r\nPlease try vault deletion after the backup items "
                                    "are permanently deleted and there is no item in soft deleted state left in the "
                                    "vault. For more information, refer https://aka.ms/SoftDeleteCloudWorkloads")
                         .arg(record.vault.softDeleteDays));
    }
    record.deleting = true; // from here the next start goes on where this one was cut off
    auto saved = m_context.catalogue->write([&](Catalogue::Writer& writer) -> Result<> {
        auto marked = saveVault(writer, record);
        return marked ? resolveAlertsOfVault(m_context, writer, record) : marked;
    });
    if (!saved) {
        return Fault(saved.error());
    }
    removeFiles(record);
    auto gone = m_context.catalogue->write(QStringLiteral("DELETE FROM vaults WHERE id=?"), {record.id});
    if (!gone) {
        return Fault(gone.error());
    }
    return true;
}

void VaultKeeper::removeFiles(const VaultRecord& record)
{
    m_context.vaults->forget(record.id);
    const QDir vaults(QDir(m_context.dataFolder).filePath(QStringLiteral("vaults")));
    const bool ours = record.folder.startsWith(vaults.absolutePath() + QLatin1Char('/'));
    if (ours && !QDir(record.folder).removeRecursively()) {
        qCWarning(lcEngine) << "The folder of a deleted vault could not be removed whole:" << record.folder;
    }
    if (ours) {
        QFile::remove(record.keyFile);
    }
}

void VaultKeeper::finishDeletions()
{
    const auto records = vaultRecords(*m_context.catalogue);
    if (!records) {
        return;
    }
    for (const auto& record : *records) {
        if (record.deleting) {
            removeFiles(record);
            (void)m_context.catalogue->write(QStringLiteral("DELETE FROM vaults WHERE id=?"), {record.id});
        }
    }
}

QList<contract::Location> VaultKeeper::locations() const
{
    auto all = knownRegions(m_context.subscriptionId);
    const auto add = [&](const QString& name) {
        const bool known = std::any_of(all.begin(), all.end(),
                                       [&name](const contract::Location& other) { return other.name == name; });
        if (!known && !name.isEmpty()) {
            all.append(regionOf(m_context.subscriptionId, name));
        }
    };
    add(contract::normalizedRegion(m_context.defaultRegion));
    if (const auto vms = m_context.inventory->list()) {
        for (const auto& vm : *vms) {
            add(contract::normalizedRegion(vm.location));
        }
    }
    return all;
}

} // namespace valv::engine
