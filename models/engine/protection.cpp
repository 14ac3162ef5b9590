// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/protection.h"

#include "contract/names.h"
#include "contract/resources.h"
#include "engine/alerts.h"
#include "engine/expirypreview.h"
#include "engine/faults.h"
#include "engine/immutability.h"
#include "engine/points.h"

namespace valv::engine {

using contract::JobOperation;
using contract::ProtectionState;

namespace {

Fault itemSoftDeleted(const ItemRecord& item)
{
    return fault(QStringLiteral("ItemSoftDeleted"), QStringLiteral("The item is soft-deleted.\r\nUndelete it first."),
                 item.vmName, QStringLiteral("Undelete it first."));
}

//! What is raised about the backups of an item, and means nothing once nothing is backed up any more.
QStringList scheduleAlerts()
{
    return {alert::backupFailed, alert::backupWithWarnings, alert::missedRun, alert::pointTooOld};
}

} // namespace

QJsonObject documentOf(const ItemRecord& item)
{
    QJsonObject json{
        {QStringLiteral("resourceGroup"), item.group},
        {QStringLiteral("virtualMachine"), item.vmName},
        {QStringLiteral("sourceResourceId"), item.sourceId.text()},
        {QStringLiteral("policy"), item.policyKey},
        {QStringLiteral("state"), item.state.text()},
    };
    if (item.deletedAt) {
        json.insert(QStringLiteral("deleted"), toIso(*item.deletedAt));
    }
    return json;
}

Result<> Protection::checkFree(const ItemRecord& item) const
{
    const auto running = m_context.runner->exclusiveJob(item.nameKey());
    if (!running.isEmpty()) {
        return objectLocked(QStringLiteral("BMSUserErrorObjectLocked"),
                            QStringLiteral("The job %1 is running on this item.").arg(running));
    }
    return {};
}

Protection::Beside Protection::endOfAlerts(const VaultRecord& vault, const ItemRecord& item,
                                           const QStringList& codes) const
{
    return [this, vault, item, codes](Catalogue::Writer& writer, const JobRecord&) {
        return resolveAlerts(m_context, writer, codes, vault, &item);
    };
}

Protection::Beside Protection::dataDeleted(const VaultRecord& vault, const ItemRecord& item) const
{
    return [this, vault, item](Catalogue::Writer& writer, const JobRecord& job) -> Result<> {
        if (auto ended = resolveAlerts(m_context, writer, scheduleAlerts(), vault, &item); !ended) {
            return ended;
        }
        return raiseAlert(m_context, writer,
                          {alert::backupDataDeleted,
                           &vault,
                           &item,
                           job.job.name,
                           {{QStringLiteral("points"), QString::number(item.points)}}});
    };
}

Result<Accepted> Protection::commit(const VaultRecord& vault, const ItemRecord& item, JobRecord job,
                                    const Beside& beside)
{
    m_context.complete(job.job);
    const auto operation = m_context.newOperation(vault.id, job.job.name);
    if (auto put = m_context.vaults->putDocument(vault, itemDocument(item.nameKey()), documentOf(item)); !put) {
        return Fault(put.error());
    }
    auto saved = m_context.catalogue->write([&](Catalogue::Writer& writer) -> Result<> {
        if (!vault.everProtected) {
            auto locked = vault;
            locked.everProtected = true;
            if (auto done = saveVault(writer, locked); !done) {
                return done;
            }
        }
        if (auto done = saveItem(writer, item); !done) {
            return done;
        }
        if (auto done = saveJob(writer, job); !done) {
            return done;
        }
        if (beside) {
            if (auto done = beside(writer, job); !done) {
                return done;
            }
        }
        return saveOperation(writer, operation);
    });
    if (!saved) {
        return Fault(saved.error());
    }
    return Accepted{operation.id, job.job.name};
}

Result<Accepted> Protection::change(const ArmId& id, const contract::ProtectRequest& request)
{
    const std::lock_guard lock(m_context.changing);
    const auto vault = m_context.vault(id);
    if (!vault) {
        return Fault(vault.error());
    }
    const auto name = contract::vmNameFrom(id.value(u"protectedItems"));
    const auto container = contract::vmNameFrom(id.value(u"protectionContainers"));
    if (!name || !container || !(*name == *container)) {
        return invalidProtection(
            QStringLiteral("The names of container and item are not those of one virtual machine."),
            QStringLiteral("name"));
    }
    if (!request.sourceResourceId.isEmpty()
        && !(*name == contract::VmName{request.sourceResourceId.resourceGroup(), request.sourceResourceId.name()})) {
        return invalidProtection(QStringLiteral("The names of container and item do not fit sourceResourceId."),
                                 QStringLiteral("sourceResourceId"));
    }
    auto found = findItem(*m_context.catalogue, vault->id, itemKey(name->resourceGroup, name->vm));
    if (!found) {
        return Fault(found.error());
    }
    const auto& item = *found;
    if (item) {
        if (auto free = checkFree(*item); !free) {
            return Fault(free.error());
        }
    }
    const bool stopping =
        request.state == ProtectionState::ProtectionStopped || request.state == ProtectionState::BackupsSuspended;
    if (request.rehydrate) {
        return item ? undelete(*vault, *item) : Result<Accepted>(itemNotFound());
    }
    if (stopping && request.policyId.isEmpty()) {
        return item ? stop(*vault, *item, request) : Result<Accepted>(itemNotFound());
    }
    if (request.policyId.isEmpty()) {
        return invalidProtection(QStringLiteral("No backup policy is given."), QStringLiteral("policyId"));
    }
    return assign(*vault, item, request);
}

Result<ItemRecord> Protection::newItem(const VaultRecord& vault, const contract::ProtectRequest& request) const
{
    const auto vm = m_context.inventory->find(request.sourceResourceId);
    if (!vm) {
        return Fault(vm.error());
    }
    if (!*vm) {
        return invalidProtection(
            QStringLiteral("The virtual machine '%1' was not found.").arg(request.sourceResourceId.name()),
            QStringLiteral("sourceResourceId"));
    }
    const auto& wire = (*vm)->wire;
    const auto region = contract::normalizedRegion(vault.vault.location);
    if (contract::normalizedRegion(wire.location) != region) {
        return fault(QStringLiteral("UserErrorVaultAndVmRegionMismatch"),
                     QStringLiteral("The VM is in %1 but the vault is in %2.\r\nChoose or create a vault in the VM's "
                                    "region.")
                         .arg(wire.location, region),
                     QStringLiteral("sourceResourceId"),
                     QStringLiteral("Choose or create a vault in the VM's region."));
    }
    ItemRecord item;
    item.id = m_context.uuid();
    item.vaultId = vault.id;
    item.group = wire.id.resourceGroup();
    item.vmName = wire.name;
    item.sourceId = wire.id;
    const auto others = itemRecordsOfVm(*m_context.catalogue, item.nameKey());
    if (!others) {
        return Fault(others.error());
    }
    if (!others->isEmpty()) {
        QString other;
        for (const auto& record : vaultRecords(*m_context.catalogue).value_or(QList<VaultRecord>())) {
            if (record.id == others->first().vaultId) {
                other = record.vault.name;
            }
        }
        return fault(QStringLiteral("AlreadyProtectedInOtherVault"),
                     QStringLiteral("The VM is already protected in the vault %1.\r\nOpen that vault, or stop and "
                                    "delete its backup first.")
                         .arg(other),
                     other, QStringLiteral("Open that vault, or stop and delete its backup first."));
    }
    return item;
}

Result<> Protection::checkRoom(const VaultRecord& vault, const std::optional<ItemRecord>& item,
                               const BackupPolicy& policy) const
{
    const auto isFull = [this](const std::optional<int>& limit, const QString& where,
                               const QVariantList& values) -> Result<bool> {
        if (!limit) {
            return false;
        }
        const auto count =
            m_context.catalogue->value(QStringLiteral("SELECT count(*) FROM items WHERE ") + where, values);
        return count ? Result<bool>(*count && (*count)->toInt() >= *limit) : Fault(count.error());
    };
    const auto& capacity = m_context.capacity;
    const auto vaultFull =
        item ? Result<bool>(false) : isFull(capacity.itemsOfVault, QStringLiteral("vault=?"), {vault.id});
    if (!vaultFull || *vaultFull) {
        return vaultFull ? fault(QStringLiteral("VaultVmLimitReached"),
                                 QStringLiteral("A vault can protect at most %1 VMs.").arg(*capacity.itemsOfVault),
                                 vault.vault.name, QStringLiteral("Use another vault in the same region."))
                         : Fault(vaultFull.error());
    }
    const auto policyFull = isFull(capacity.itemsOfPolicy, QStringLiteral("vault=? AND policy_key=? AND id<>?"),
                                   {vault.id, keyOf(policy.name), item ? item->id : QString(QLatin1String(""))});
    if (!policyFull || *policyFull) {
        return policyFull
            ? fault(QStringLiteral("PolicyVmLimitReached"),
                    QStringLiteral("A policy can be used by at most %1 VMs.").arg(*capacity.itemsOfPolicy), policy.name,
                    QStringLiteral("Create another policy with the same schedule."))
            : Fault(policyFull.error());
    }
    return {};
}

Result<Accepted> Protection::assign(const VaultRecord& vault, std::optional<ItemRecord> item,
                                    const contract::ProtectRequest& request)
{
    if (item && item->deletedAt) {
        return itemSoftDeleted(*item);
    }
    const auto policyName = request.policyId.value(u"backupPolicies");
    auto policy = findPolicy(*m_context.catalogue, vault, policyName);
    if (!policy) {
        return Fault(policy.error());
    }
    if (!*policy || !(request.policyId.vaultId() == vault.vault.id)) {
        return invalidProtection(QStringLiteral("The policy '%1' was not found in this vault.").arg(policyName),
                                 QStringLiteral("policyId"));
    }
    if (auto room = checkRoom(vault, item, (*policy)->policy); !room) {
        return Fault(room.error());
    }
    if (!item) {
        if (request.sourceResourceId.isEmpty()) {
            return invalidProtection(QStringLiteral("No virtual machine is given."),
                                     QStringLiteral("sourceResourceId"));
        }
        auto made = newItem(vault, request);
        if (!made) {
            return Fault(made.error());
        }
        item = std::move(*made);
    }
    if (auto kept = checkPolicy(m_context, vault, *item, (*policy)->policy); !kept) {
        return Fault(kept.error());
    }
    const auto key = keyOf((*policy)->policy.name);
    const bool active = item->state == ProtectionState::Protected || item->state == ProtectionState::IRPending;
    if (!active || item->policyKey != key) {
        item->countsFrom = m_context.now(); // the schedule counts from here
        item->since = item->countsFrom;
        item->missedRuns = 0;
    }
    const bool isSame = active && item->policyKey == key; // asked for what it has: nothing expires by that
    const auto expiring = item->points > 0 && !isSame ? expiryByAssignment(m_context, vault, *item, **policy, false)
                                                      : Result<contract::ExpiryPreview>(contract::ExpiryPreview());
    item->policyKey = key;
    if (!active) {
        item->state = item->points > 0 ? ProtectionState::Protected : ProtectionState::IRPending;
    }
    auto job = m_context.newJob(vault, *item, JobOperation::ConfigureBackup, true);
    job.job.policyName = (*policy)->policy.name;
    job.job.propertyBag.insert(QStringLiteral("Policy Name"), job.job.policyName);
    const int points = expiring ? expiring->expiring() : 0; // a vault that can't be read keeps nobody from protecting
    return commit(vault, *item, std::move(job), [&](Catalogue::Writer& writer, const JobRecord& row) -> Result<> {
        if (points == 0) {
            return {};
        }
        return raiseAlert(
            m_context, writer,
            {alert::policyShortened,
             &vault,
             &*item,
             row.job.name,
             {{QStringLiteral("policy"), row.job.policyName}, {QStringLiteral("points"), QString::number(points)}}});
    });
}

namespace {

Result<> checkComment(const contract::StopReason& why)
{
    const int longest = contract::StopReason::longestComment;
    return why.comment.size() <= longest
        ? Result<>()
        : invalidInput(QStringLiteral("The comment may be at most %1 characters long (now %2).")
                           .arg(longest)
                           .arg(why.comment.size()),
                       QStringLiteral("comment"), QStringLiteral("ValCommentLength"));
}

//! A person's own words stay with the job.
void tellWhy(JobRecord& job, const contract::StopReason& why)
{
    if (!why.reason.isEmpty()) {
        job.job.propertyBag.insert(QStringLiteral("Reason"), why.reason);
    }
    if (!why.comment.isEmpty()) {
        job.job.propertyBag.insert(QStringLiteral("Comment"), why.comment);
    }
}

} // namespace

Result<Accepted> Protection::stop(const VaultRecord& vault, ItemRecord item, const contract::ProtectRequest& request)
{
    const auto to = request.state.value();
    if (item.deletedAt) { // its data does not stay
        return itemSoftDeleted(item);
    }
    if (item.state == to) {
        return invalidInput(QStringLiteral("The protection of this item is already stopped."),
                            QStringLiteral("protectionState"), QStringLiteral("UserErrorProtectionStopped"));
    }
    if (auto good = checkComment(request.why); !good) {
        return Fault(good.error());
    }
    auto job = m_context.newJob(vault, item, JobOperation::DisableBackup, true);
    job.job.policyName = item.policyKey;
    if (const auto policy = findPolicy(*m_context.catalogue, vault, item.policyKey); policy && *policy) {
        job.job.policyName = (*policy)->policy.name;
    }
    job.job.propertyBag.insert(QStringLiteral("Policy Name"), job.job.policyName);
    tellWhy(job, request.why);
    item.state = to;
    if (to == ProtectionState::ProtectionStopped) {
        item.policyKey.clear(); // suspended backups keep theirs: it says what still expires
    }
    return commit(vault, item, std::move(job), endOfAlerts(vault, item, scheduleAlerts()));
}

Result<Accepted> Protection::undelete(const VaultRecord& vault, ItemRecord item)
{
    if (!item.deletedAt || item.isGoing()) {
        return invalidInput(QStringLiteral("The item is not soft-deleted."), QStringLiteral("isRehydrate"));
    }
    item.deletedAt.reset();
    item.state = ProtectionState::ProtectionStopped;
    auto job = m_context.newJob(vault, item, JobOperation::Undelete, true);
    job.job.propertyBag.insert(QStringLiteral("Undelete flag"), QStringLiteral("True"));
    return commit(vault, item, std::move(job), endOfAlerts(vault, item, {alert::backupDataDeleted}));
}

Result<contract::ExpiryPreview> Protection::previewPolicy(const ArmId& id, const ArmId& policyId, bool bytes) const
{
    const auto found = m_context.item(id);
    if (!found) {
        return Fault(found.error());
    }
    const auto name = policyId.value(u"backupPolicies");
    const auto policy = findPolicy(*m_context.catalogue, found->vault, name);
    if (!policy) {
        return Fault(policy.error());
    }
    if (!*policy || !(policyId.vaultId() == found->vault.vault.id)) {
        return invalidProtection(QStringLiteral("The policy '%1' was not found in this vault.").arg(name),
                                 QStringLiteral("policyId"));
    }
    return expiryByAssignment(m_context, found->vault, found->item, **policy, bytes);
}

Result<std::optional<Accepted>> Protection::remove(const ArmId& id, const contract::StopReason& why)
{
    const std::lock_guard lock(m_context.changing);
    auto found = m_context.item(id);
    if (!found) {
        if (found.error().code == "BMSUserErrorDataSourceObjectNotFound") {
            return std::optional<Accepted>();
        }
        return Fault(found.error());
    }
    auto& [vault, item] = *found;
    if (auto good = checkComment(why); !good) {
        return Fault(good.error());
    }
    if (auto free = checkFree(item); !free) {
        return Fault(free.error());
    }
    if (auto allowed = checkDeletion(m_context, vault); !allowed) {
        return Fault(allowed.error());
    }
    if (m_context.runner->isBusy(item.nameKey())) {
        return objectLocked(QStringLiteral("BMSUserErrorObjectLocked"),
                            QStringLiteral("A restore of this item is running."));
    }
    const bool soft = !(vault.vault.softDelete == contract::SoftDelete::Disabled);
    if (!soft) {
        const auto accepted = purgeByJob(vault, item, why);
        return accepted ? Result<std::optional<Accepted>>(*accepted) : Fault(accepted.error());
    }
    if (item.deletedAt) {
        return fault(QStringLiteral("ItemSoftDeleted"),
                     QStringLiteral("The item is soft-deleted already.\r\nIt is removed for good when its time is up."),
                     item.vmName);
    }
    item.deletedAt = m_context.now();
    item.state = ProtectionState::ProtectionStopped;
    item.policyKey.clear();
    auto job = m_context.newJob(vault, item, JobOperation::DeleteBackupData, true);
    job.job.propertyBag.insert(QStringLiteral("Number of Recovery Points"), QString::number(item.points));
    tellWhy(job, why);
    const auto accepted = commit(vault, item, std::move(job), dataDeleted(vault, item));
    return accepted ? Result<std::optional<Accepted>>(*accepted) : Fault(accepted.error());
}

Result<Accepted> Protection::purgeByJob(const VaultRecord& vault, ItemRecord item,
                                        const contract::StopReason& why)
{
    item.deletedAt = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC); // going: housekeeping ends it if we can't
    item.state = ProtectionState::ProtectionStopped;
    item.policyKey.clear();
    auto job = m_context.newJob(vault, item, JobOperation::DeleteBackupData, true);
    job.job.propertyBag.insert(QStringLiteral("Number of Recovery Points"), QString::number(item.points));
    tellWhy(job, why);
    const auto operation = m_context.newOperation(vault.id, job.job.name);
    const auto name = job.job.name;
    auto started = m_context.runner->start(
        std::move(job), true,
        [this, vault, item](LiveJob& live) -> Result<> {
            if (auto purged = purge(vault, item, live.stopToken()); !purged) {
                return purged;
            }
            (void)m_context.vaults->collect(vault, live.stopToken()); // what it leaves, the next one takes
            return {};
        },
        {},
        [&](Catalogue::Writer& writer) -> Result<> {
            if (auto saved = saveItem(writer, item); !saved) {
                return saved;
            }
            JobRecord named;
            named.job.name = name;
            if (auto told = dataDeleted(vault, item)(writer, named); !told) {
                return told;
            }
            return saveOperation(writer, operation);
        });
    if (!started) {
        return Fault(started.error());
    }
    return Accepted{operation.id, name};
}

Result<> Protection::purge(const VaultRecord& vault, const ItemRecord& item, const std::stop_token& stop)
{
    const auto points = m_context.vaults->points(vault, item.nameKey());
    if (!points) {
        return Fault(points.error());
    }
    for (const auto& point : *points) {
        if (stop.stop_requested()) {
            return failure(CancelledCode, "The removal was stopped.");
        }
        if (auto removed = m_context.vaults->removePoint(vault, point.header.id); !removed) {
            return removed;
        }
    }
    if (auto removed = m_context.vaults->removeDocument(vault, itemDocument(item.nameKey())); !removed) {
        return removed;
    }
    auto gone = m_context.catalogue->write(QStringLiteral("DELETE FROM items WHERE id=?"), {item.id});
    return gone ? Result<>() : Fault(gone.error());
}

} // namespace valv::engine
