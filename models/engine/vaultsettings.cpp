// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules.h"
#include "engine/faults.h"
#include "engine/vaultkeeper.h"

#include <QDir>
#include <QJsonDocument>
#include <QSet>
#include <QSqlQuery>
#include <QStorageInfo>

#include <algorithm>

// The settings beside a vault, its figures, and the groups that vaults and VMs stand in.
namespace valv::engine {

namespace {

QJsonObject settingsOf(const VaultRecord& record, const QString& kind, const QString& name,
                       const QJsonObject& properties)
{
    return {{QStringLiteral("id"), record.vault.id.child(kind, name).text()},
            {QStringLiteral("name"), name},
            {QStringLiteral("type"), QString(QStringLiteral("Microsoft.RecoveryServices/vaults/") + kind)},
            {QStringLiteral("properties"), properties}};
}

Result<> checkFits(bool geoRedundant)
{
    return geoRedundant ? Result<>()
                        : invalidInput(QStringLiteral("Only a geo-redundant vault has a second location."),
                                       QStringLiteral("secondLocation"), QStringLiteral("ValSecondLocationLocal"));
}

contract::Usage usage(const char* name, const char* words, qint64 current, const char* unit = "Count")
{
    return {QString::fromLatin1(name), QString::fromLatin1(words), QString::fromLatin1(unit), current, -1};
}

} // namespace

QJsonObject VaultKeeper::storageConfigOf(const VaultRecord& record) const
{
    const auto model = record.vault.redundancy.text();
    QJsonObject ours;
    if (!record.secondFolder.isEmpty()) {
        ours.insert(QStringLiteral("secondLocation"), QJsonObject{{QStringLiteral("folder"), record.secondFolder}});
    }
    if (const auto replication = m_context.replicator->stateOf(record)) {
        ours.insert(QStringLiteral("replication"), replication->toJson());
    }
    return settingsOf(record, QStringLiteral("backupstorageconfig"), QStringLiteral("vaultstorageconfig"),
                      {{QStringLiteral("storageModelType"), model},
                       {QStringLiteral("storageType"), model},
                       {QStringLiteral("storageTypeState"),
                        record.everProtected ? QStringLiteral("Locked") : QStringLiteral("Unlocked")},
                       {QStringLiteral("dedupState"), QStringLiteral("Disabled")},
                       {QStringLiteral("xcoolState"), QStringLiteral("Disabled")},
                       {QStringLiteral("crossRegionRestoreFlag"), false},
                       {QStringLiteral("valv"), ours}});
}

Result<QJsonObject> VaultKeeper::storageConfig(const ArmId& id) const
{
    const auto record = m_context.vault(id);
    return record ? Result<QJsonObject>(storageConfigOf(*record)) : Fault(record.error());
}

Result<QJsonObject> VaultKeeper::setStorageConfig(const ArmId& id, const QJsonObject& body)
{
    const auto before = m_context.vault(id);
    if (!before) {
        return Fault(before.error());
    }
    const auto properties = body.value(QLatin1String("properties")).toObject();
    auto model = properties.value(QLatin1String("storageModelType")).toString();
    if (model.isEmpty()) {
        model = properties.value(QLatin1String("storageType")).toString();
    }
    if (properties.value(QLatin1String("crossRegionRestoreFlag")).toBool()) {
        return invalidInput(QStringLiteral("Restoring in another region is not offered here."),
                            QStringLiteral("crossRegionRestoreFlag"));
    }
    const auto value = contract::fromText<contract::StorageModel>(model);
    if (!model.isEmpty() && value == contract::StorageModel::Unknown) {
        return invalidInput(QStringLiteral("The storage redundancy '%1' is not known.").arg(model),
                            QStringLiteral("storageModelType"));
    }
    const auto second = secondWish(*before, properties, true);
    if (!second) {
        return Fault(second.error());
    }
    const std::lock_guard lock(m_context.changing);
    const auto record = m_context.vault(id);
    if (!record) {
        return Fault(record.error());
    }
    const bool other = !model.isEmpty() && !(record->vault.redundancy == value);
    if (!other && !*second) {
        return storageConfigOf(*record);
    }
    QJsonObject over;
    if (other) {
        over.insert(
            QStringLiteral("properties"),
            QJsonObject{{QStringLiteral("redundancySettings"),
                         QJsonObject{{QStringLiteral("standardTierStorageRedundancy"), contract::toText(value)}}}});
    }
    const auto next = write(*record, over, *second);
    return next ? Result<QJsonObject>(storageConfigOf(*next)) : Fault(next.error());
}

Result<VaultKeeper::Second> VaultKeeper::secondWish(const VaultRecord& record, const QJsonObject& properties,
                                                    bool again) const
{
    const auto wish = properties.value(QLatin1String("valv")).toObject().value(QLatin1String("secondLocation"));
    const auto folder = wish.toObject().value(QLatin1String("folder"));
    if (!folder.isString()) {
        return Second();
    }
    const auto path = folder.toString().trimmed();
    if (path.isEmpty()) {
        return record.secondFolder.isEmpty() ? Second() : Second(SecondLocation());
    }
    // A whole vault that is written back brings its second location along: that is no wish to begin anew.
    if (!again && QDir::cleanPath(path) == record.secondFolder) {
        return Second();
    }
    const auto asked = properties.value(QLatin1String("storageModelType")).toString();
    const bool local = !asked.isEmpty() ? asked.compare(QLatin1String("GeoRedundant"), Qt::CaseInsensitive) != 0
                                        : !(record.vault.redundancy == contract::StorageModel::GeoRedundant);
    if (auto unfit = checkFits(!local); again && !unfit) { // said before anything is said about the folder
        return Fault(unfit.error());
    }
    const auto checked = checkSecondLocation(m_context, record, path);
    return checked ? Result<Second>(*checked) : Fault(checked.error());
}

Result<> VaultKeeper::setSecond(VaultRecord& record, const Second& second) const
{
    if (!second) {
        return {};
    }
    const bool fits = second->folder.isEmpty() || record.vault.redundancy == contract::StorageModel::GeoRedundant;
    if (auto checked = checkFits(fits); !checked) {
        return checked;
    }
    record.secondFolder = second->folder;
    return {};
}

Result<QJsonObject> VaultKeeper::copyNow(const ArmId& id)
{
    const auto record = m_context.vault(id);
    if (!record) {
        return Fault(record.error());
    }
    if (record->secondFolder.isEmpty()) {
        return invalidInput(QStringLiteral("The vault '%1' has no second location.").arg(record->vault.name),
                            QStringLiteral("secondLocation"), QStringLiteral("SecondLocationNone"));
    }
    m_context.replicator->copyNow(record->id);
    return storageConfigOf(*record);
}

Result<Vault> VaultKeeper::checkNow(const ArmId& id)
{
    const auto record = m_context.vault(id);
    if (!record) {
        return Fault(record.error());
    }
    m_context.checker->checkNow(record->id);
    return shown(*record);
}

QJsonObject VaultKeeper::vaultConfigOf(const VaultRecord& record) const
{
    return settingsOf(record, QStringLiteral("backupconfig"), QStringLiteral("vaultconfig"),
                      {{QStringLiteral("enhancedSecurityState"), QStringLiteral("Enabled")},
                       {QStringLiteral("softDeleteFeatureState"), record.vault.softDelete.text()},
                       {QStringLiteral("softDeleteRetentionPeriodInDays"), record.vault.softDeleteDays},
                       {QStringLiteral("isSoftDeleteFeatureStateEditable"),
                        !(record.vault.softDelete == contract::SoftDelete::AlwaysON)}});
}

Result<QJsonObject> VaultKeeper::vaultConfig(const ArmId& id) const
{
    const auto record = m_context.vault(id);
    return record ? Result<QJsonObject>(vaultConfigOf(*record)) : Fault(record.error());
}

Result<QJsonObject> VaultKeeper::setVaultConfig(const ArmId& id, const QJsonObject& body)
{
    const std::lock_guard lock(m_context.changing);
    const auto record = m_context.vault(id);
    if (!record) {
        return Fault(record.error());
    }
    const auto given = body.value(QLatin1String("properties")).toObject();
    QJsonObject soft;
    if (const auto state = given.value(QLatin1String("softDeleteFeatureState")); state.isString()) {
        const auto value = contract::fromText<contract::SoftDelete>(state.toString());
        if (value == contract::SoftDelete::Unknown) {
            return invalidInput(QStringLiteral("The soft delete state '%1' is not known.").arg(state.toString()),
                                QStringLiteral("softDeleteFeatureState"));
        }
        soft.insert(QStringLiteral("softDeleteState"), contract::toText(value));
    }
    if (const auto days = given.value(QLatin1String("softDeleteRetentionPeriodInDays")); days.isDouble()) {
        soft.insert(QStringLiteral("softDeleteRetentionPeriodInDays"), days);
    }
    if (soft.isEmpty()) {
        return vaultConfigOf(*record);
    }
    const auto next = write(*record,
                            {{QStringLiteral("properties"),
                              QJsonObject{{QStringLiteral("securitySettings"),
                                           QJsonObject{{QStringLiteral("softDeleteSettings"), soft}}}}}},
                            std::nullopt);
    return next ? Result<QJsonObject>(vaultConfigOf(*next)) : Fault(next.error());
}

Result<QList<contract::Usage>> VaultKeeper::usages(const ArmId& id) const
{
    const auto record = m_context.vault(id);
    if (!record) {
        return Fault(record.error());
    }
    const auto items = itemRecords(*m_context.catalogue, record->id);
    if (!items) {
        return Fault(items.error());
    }
    qint64 all = 0;
    qint64 critical = 0;
    qint64 warning = 0;
    for (const auto& item : *items) {
        if (item.deletedAt) {
            continue;
        }
        ++all;
        critical += item.lastStatus == contract::LastBackupStatus::Failed;
        warning += item.state == contract::ProtectionState::IRPending
            || item.lastStatus == contract::LastBackupStatus::CompletedWithWarnings;
    }
    const auto failed =
        m_context.catalogue->value(QStringLiteral("SELECT count(*) FROM jobs WHERE vault=? AND status='Failed'"
                                                  " AND started>=?"),
                                   {record->id, m_context.now().addDays(-1).toMSecsSinceEpoch()});
    const auto running =
        m_context.catalogue->value(QStringLiteral("SELECT count(*) FROM jobs WHERE vault=? AND status IN"
                                                  " ('InProgress', 'Cancelling')"),
                                   {record->id});
    if (!failed || !running) {
        return Fault(failed ? running.error() : failed.error());
    }
    // A vault that can't be reached now has no size to tell; its other figures still hold.
    qint64 stored = 0;
    if (const auto vault = m_context.vaults->open(*record)) {
        if (const auto stats = (*vault)->stats()) {
            stored = static_cast<qint64>(stats->bytesStored);
        }
    }
    const auto in = [&](contract::StorageModel model) { return record->vault.redundancy == model ? stored : 0; };
    QList<contract::Usage> usages{
        usage("ProtectedItemCount", "Protected items", all),
        usage("ProtectedItemCriticalCount", "Protected items with errors", critical),
        usage("ProtectedItemWarningCount", "Protected items with warnings", warning),
        usage("IaaSVMProtectedItemCount", "Protected virtual machines", all),
        usage("IaaSVMProtectedItemCriticalCount", "Protected virtual machines with errors", critical),
        usage("IaaSVMProtectedItemWarningCount", "Protected virtual machines with warnings", warning),
        usage("InProgressJobsCount", "Jobs in progress", *running ? (*running)->toLongLong() : 0),
        usage("FailedJobsCount", "Failed jobs", *failed ? (*failed)->toLongLong() : 0),
        usage("ManagedInstances", "Managed instances", all),
        usage("GRSStorageUsage", "Geo-redundant storage", in(contract::StorageModel::GeoRedundant), "Bytes"),
        usage("LRSStorageUsage", "Locally redundant storage", in(contract::StorageModel::LocallyRedundant), "Bytes"),
        usage("ZRSStorageUsage", "Zone-redundant storage", in(contract::StorageModel::ZoneRedundant), "Bytes"),
    };
    if (const QStorageInfo disk(record->folder); m_context.tellsSpace && disk.isValid()) {
        auto space =
            usage("ValvDiskUsage", "Disk that the vault is on", disk.bytesTotal() - disk.bytesAvailable(), "Bytes");
        space.limit = disk.bytesTotal();
        usages.append(space);
    }
    return usages;
}

Result<QList<ResourceGroup>> VaultKeeper::groups() const
{
    QList<ResourceGroup> all;
    QSet<QString> known;
    const auto add = [&](const QString& name, const QString& location) {
        if (const auto key = keyOf(name); !key.isEmpty() && !known.contains(key)) {
            known.insert(key);
            ResourceGroup group;
            group.name = name;
            group.id = ArmId::resourceGroup(m_context.subscriptionId, name);
            group.location = location;
            all.append(group);
        }
    };
    const auto read =
        m_context.catalogue->read(QStringLiteral("SELECT body FROM resource_groups"), {}, [&](const QSqlQuery& row) {
            const auto json = QJsonDocument::fromJson(row.value(0).toString().toUtf8()).object();
            if (auto group = ResourceGroup::fromJson(json)) {
                known.insert(keyOf(group->name));
                all.append(*group);
            }
        });
    if (!read) {
        return Fault(read.error());
    }
    const auto vaults = vaultRecords(*m_context.catalogue);
    if (!vaults) {
        return Fault(vaults.error());
    }
    for (const auto& record : *vaults) {
        if (!record.deleting) {
            add(record.vault.id.resourceGroup(), record.vault.location);
        }
    }
    if (const auto vms = m_context.inventory->list()) { // a source that fails takes no other group away
        for (const auto& spot : vms->spots()) {
            add(spot.group, spot.location);
        }
    }
    std::sort(all.begin(), all.end(),
              [](const ResourceGroup& a, const ResourceGroup& b) { return keyOf(a.name) < keyOf(b.name); });
    return all;
}

Result<ResourceGroup> VaultKeeper::group(const QString& name) const
{
    const auto all = groups();
    if (!all) {
        return Fault(all.error());
    }
    for (const auto& group : *all) {
        if (keyOf(group.name) == keyOf(name)) {
            return group;
        }
    }
    return resourceGroupNotFound(name);
}

Result<Written<ResourceGroup>> VaultKeeper::putGroup(const ResourceGroup& given)
{
    const std::lock_guard lock(m_context.changing);
    const auto name = given.id.isEmpty() ? given.name : given.id.resourceGroup();
    if (const auto violation = contract::checkResourceGroupName(name)) {
        return broken(QStringLiteral("InvalidResourceGroup"), *violation);
    }
    const auto old = group(name);
    auto next = given;
    next.name = old ? old->name : name;
    next.id = ArmId::resourceGroup(m_context.subscriptionId, next.name);
    next.location = contract::normalizedRegion(given.location);
    if (next.location.isEmpty() && old) {
        next.location = old->location;
    }
    if (auto located = checkLocation(next.location); !located) {
        return Fault(located.error());
    }
    if (old && old->location != next.location) {
        return fault(QStringLiteral("InvalidResourceGroupLocation"),
                     QStringLiteral("Invalid resource group location '%1'. The resource group already exists in "
                                    "location '%2'.")
                         .arg(next.location, old->location),
                     QStringLiteral("location"));
    }
    const auto body = QString::fromUtf8(QJsonDocument(next.toJson()).toJson(QJsonDocument::Compact));
    auto saved = m_context.catalogue->write(QStringLiteral("INSERT INTO resource_groups(key, body) VALUES(?,?)"
                                                           " ON CONFLICT(key) DO UPDATE SET body=excluded.body"),
                                            {keyOf(next.name), body});
    if (!saved) {
        return Fault(saved.error());
    }
    return Written<ResourceGroup>{next, !old};
}

Result<> VaultKeeper::removeGroup(const QString& name)
{
    const std::lock_guard lock(m_context.changing);
    const auto old = group(name);
    if (!old) {
        return Fault(old.error());
    }
    QStringList within;
    if (const auto vms = m_context.inventory->list()) {
        for (qsizetype i = 0; i < vms->size(); ++i) {
            const auto& id = vms->id(i);
            if (keyOf(id.resourceGroup()) == keyOf(name)) {
                within.append(id.name());
            }
        }
    }
    const auto vaults = vaultRecords(*m_context.catalogue);
    if (!vaults) {
        return Fault(vaults.error());
    }
    for (const auto& record : *vaults) {
        if (!record.deleting && keyOf(record.vault.id.resourceGroup()) == keyOf(name)) {
            within.append(record.vault.name);
        }
    }
    if (!within.isEmpty()) {
        return fault(QStringLiteral("ResourceGroupDeletionBlocked"),
                     QStringLiteral("Deletion of resource group '%1' failed as resources in it could not be deleted: "
                                    "%2.")
                         .arg(old->name, within.join(QStringLiteral(", "))),
                     old->name, QStringLiteral("Remove these first."));
    }
    auto gone = m_context.catalogue->write(QStringLiteral("DELETE FROM resource_groups WHERE key=?"), {keyOf(name)});
    return gone ? Result<>() : Fault(gone.error());
}

} // namespace valv::engine
