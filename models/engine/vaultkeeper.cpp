// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/vaultkeeper.h"

#include "contract/rules.h"
#include "engine/alerts.h"
#include "engine/faults.h"
#include "engine/immutability.h"
#include "engine/logging.h"
#include "engine/regions.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace valv::engine {

using contract::SoftDelete;
using contract::StorageModel;

namespace {

//! The wire has one code for both reasons; the finer one stands in details.
Fault notDeletable(const QString& reason, const QString& words)
{
    auto refusal = fault(QStringLiteral("BMSUserErrorVaultDeletionNotAllowed"), words);
    refusal.value().details.push_back({reason.toStdString(), words.toStdString(), {}, {}, {}});
    return refusal;
}

} // namespace

Vault VaultKeeper::shown(const VaultRecord& record) const
{
    return shown(record, m_context.notifier->states().of(record));
}

Vault VaultKeeper::shown(const VaultRecord& record, const contract::NotificationState& notifications) const
{
    auto vault = record.vault;
    vault.folder = record.folder;
    vault.secondFolder = record.secondFolder;
    vault.replication = m_context.replicator->stateOf(record);
    vault.notificationState = notifications;
    vault.integrity = m_context.checker ? m_context.checker->stateOf(record.id) : contract::Integrity();
    if (vault.immutability.isEmpty()) {
        vault.immutability = contract::Immutability::Disabled;
    }
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
    all.reserve(records->size());
    const auto mails = m_context.notifier->states();
    for (const auto& record : *records) {
        if (!record.deleting) {
            all.append(shown(record, mails.of(record)));
        }
    }
    return all;
}

Result<Vault> VaultKeeper::get(const ArmId& id) const
{
    const auto record = findVault(*m_context.catalogue, id); // one that is being made can be looked at
    if (!record) {
        return Fault(record.error());
    }
    return *record && !(*record)->deleting ? Result<Vault>(shown(**record)) : resourceNotFound(id.vaultId());
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
    const auto valv = properties.value(QLatin1String("valv")).toObject();
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
    if (auto allowed = changeImmutability(record, next, properties, valv); !allowed) {
        return Fault(allowed.error());
    }
    if (auto allowed = changeNotifications(next, valv); !allowed) {
        return Fault(allowed.error());
    }
    return next;
}

Result<> VaultKeeper::store(const VaultRecord& record, const Second& second)
{
    if (auto put = m_context.vaults->putDocument(record, vaultDocument, record.vault.toJson()); !put) {
        return put;
    }
    auto saved = m_context.catalogue->write([&](Catalogue::Writer& writer) -> Result<> {
        const auto before = findVault(*m_context.catalogue, record.vault.id);
        if (!before) {
            return Fault(before.error());
        }
        auto done = saveVault(writer, record);
        if (done && second) {
            done = removeReplica(writer, record.id);
        }
        if (done && second && !record.secondFolder.isEmpty()) {
            done = saveReplica(writer, newReplica(record, second->sameDisk, m_context.now()));
        }
        const bool off = record.vault.softDelete == contract::SoftDelete::Disabled;
        const bool wasOff = *before && (*before)->vault.softDelete == contract::SoftDelete::Disabled;
        if (!done || off == wasOff) {
            return done;
        }
        return off ? raiseAlert(m_context, writer, {alert::softDeleteOff, &record, nullptr, {}, {}})
                   : resolveAlerts(m_context, writer, {alert::softDeleteOff}, record, nullptr);
    });
    if (saved && second) {
        m_context.replicator->setSecond(record, second->sameDisk);
    }
    return saved;
}

Result<Written<Vault>> VaultKeeper::put(const Vault& vault, const QString& ifMatch)
{
    const auto properties = vault.toJson().value(QLatin1String("properties")).toObject();
    const auto before = findVault(*m_context.catalogue, vault.id);
    if (!before) {
        return Fault(before.error());
    }
    if (!*before) {
        if (!ifMatch.isEmpty()) {
            return preconditionFailed(vault.id.value(u"vaults"));
        }
        const auto made = create(vault);
        return made ? Result<Written<Vault>>({shown(*made), true}) : Fault(made.error());
    }
    const auto second = secondWish(**before, properties, false);
    if (!second) {
        return Fault(second.error());
    }
    const std::lock_guard lock(m_context.changing);
    const auto found = findVault(*m_context.catalogue, vault.id);
    if (!found || !*found) {
        return found ? resourceNotFound(vault.id) : Fault(found.error());
    }
    if ((*found)->deleting) {
        return fault(QStringLiteral("ValVaultNameReserved"),
                     QStringLiteral("The name is held by a vault that is being deleted."), QStringLiteral("name"));
    }
    if (const auto usable = m_context.vault(vault.id); !usable) {
        return Fault(usable.error());
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
    auto next = write(**found, over, *second);
    return next ? Result<Written<Vault>>({shown(*next), false}) : Fault(next.error());
}

Result<Vault> VaultKeeper::patch(const ArmId& id, const QJsonObject& patch, const QString& ifMatch)
{
    const auto before = m_context.vault(id);
    if (!before) {
        return Fault(before.error());
    }
    const auto second = secondWish(*before, patch.value(QLatin1String("properties")).toObject(), false);
    if (!second) {
        return Fault(second.error());
    }
    const std::lock_guard lock(m_context.changing);
    const auto record = m_context.vault(id);
    if (!record) {
        return Fault(record.error());
    }
    if (auto matched = checkMatch(ifMatch, record->vault.etag, record->vault.name); !matched) {
        return Fault(matched.error());
    }
    const auto next = write(*record, patch, *second);
    return next ? Result<Vault>(shown(*next)) : Fault(next.error());
}

Result<> VaultKeeper::changeNotifications(VaultRecord& next, const QJsonObject& ours)
{
    const auto wanted = ours.value(QLatin1String("notifications"));
    if (!wanted.isObject()) {
        return {};
    }
    const auto settings = contract::NotificationSettings::fromJson(wanted.toObject());
    if (!settings) {
        return Fault(settings.error());
    }
    // Whoever reads a vault writes it back whole: what is in force already breaks no rule by that.
    if (next.vault.notifications && *settings == *next.vault.notifications) {
        return {};
    }
    if (const auto violations = contract::checkNotifications(*settings); !violations.isEmpty()) {
        return invalidInput(violations);
    }
    next.vault.notifications = *settings;
    return {};
}

Result<VaultRecord> VaultKeeper::write(const VaultRecord& record, const QJsonObject& over, Second second)
{
    auto next = changed(record, over);
    if (!next) {
        return next;
    }
    const bool geo = next->vault.redundancy == StorageModel::GeoRedundant;
    if (!geo && !second && !next->secondFolder.isEmpty()) {
        second = SecondLocation(); // what is locally redundant has none
    }
    if (auto set = setSecond(*next, second); !set) {
        return Fault(set.error());
    }
    next->vault.etag = m_context.newEtag();
    if (auto stored = store(*next, second); !stored) {
        return Fault(stored.error());
    }
    return next;
}

Result<bool> VaultKeeper::remove(const ArmId& id, const QString& ifMatch)
{
    std::unique_lock lock(m_context.changing);
    auto found = findVault(*m_context.catalogue, id);
    if (!found) {
        return Fault(found.error());
    }
    if (!*found || (*found)->deleting) {
        return false;
    }
    if (const auto usable = m_context.vault(id); !usable) {
        return Fault(usable.error());
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
        return notDeletable(QStringLiteral("VaultNotEmpty"),
                            QStringLiteral("Recovery Services vault cannot be deleted as there are existing resources "
                                           "within the vault. : %1\r\nUnregister all containers from the vault and "
                                           "then retry to delete vault. For instructions, see "
                                           "https://aka.ms/AB-AA4ecq5")
                                .arg(names.join(QStringLiteral(", "))));
    }
    if (!items->isEmpty()) {
        return notDeletable(QStringLiteral("VaultHasSoftDeletedItems"),
                            QStringLiteral("Recovery Services vault cannot be deleted as there are backup items in "
                                           "soft deleted state in the vault. The soft deleted items are permanently "
                                           "deleted after %1 days of delete operation.\r\nPlease try vault deletion "
                                           "after the backup items are permanently deleted and there is no item in "
                                           "soft deleted state left in the vault. For more information, refer "
                                           "https://aka.ms/SoftDeleteCloudWorkloads")
                                .arg(record.vault.softDeleteDays));
    }
    if (auto allowed = checkDeletion(m_context, record); !allowed) {
        return Fault(allowed.error());
    }
    record.deleting = true; // from here the next start goes on where this one was cut off
    auto saved = m_context.catalogue->write([&](Catalogue::Writer& writer) -> Result<> {
        auto marked = saveVault(writer, record);
        return marked ? resolveAlertsOfVault(m_context, writer, record) : marked;
    });
    if (!saved) {
        return Fault(saved.error());
    }
    lock.unlock(); // nobody else touches it any more
    removeFiles(record);
    auto gone = m_context.catalogue->write(QStringLiteral("DELETE FROM vaults WHERE id=?"), {record.id});
    if (!gone) {
        return Fault(gone.error());
    }
    m_context.replicator->vaultRemoved(record);
    m_context.checker->forget(record.id);
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
        if (record.deleting || record.isCreating()) {
            if (!m_context.catalogue->whole()) {
                return; // a damaged file must not say what is removed
            }
            removeFiles(record);
            m_context.replicator->vaultRemoved(record);
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
        for (const auto& spot : vms->spots()) {
            add(contract::normalizedRegion(spot.location));
        }
    }
    return all;
}

} // namespace valv::engine
