// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/context.h"

#include "contract/names.h"
#include "contract/rules.h"
#include "engine/faults.h"

namespace valv::engine {

QString Context::newEtag()
{
    const auto stamp = now().toString(QStringLiteral("yyyy-MM-dd'T'HH%3Amm%3Ass.zzz"));
    const auto turn = etags++ % 10000;
    return QStringLiteral("W/\"datetime'%1%2Z'\"").arg(stamp).arg(turn, 4, 10, QLatin1Char('0'));
}

Result<VaultRecord> Context::vault(const ArmId& id) const
{
    auto found = findVault(*catalogue, id);
    if (!found) {
        return Fault(found.error());
    }
    if (!*found || (*found)->deleting) {
        return resourceNotFound(id.vaultId().isEmpty() ? id : id.vaultId());
    }
    if ((*found)->isCreating()) {
        return invalidInput(QStringLiteral("The vault '%1' is being created.").arg((*found)->vault.name),
                            QStringLiteral("vault"), QStringLiteral("ValVaultNotUsable"));
    }
    return **found;
}

Result<Context::VaultItem> Context::item(const ArmId& id) const
{
    const auto record = vault(id);
    if (!record) {
        return Fault(record.error());
    }
    const auto name = contract::vmNameFrom(id.value(u"protectedItems"));
    if (!name) {
        return itemNotFound();
    }
    auto found = findItem(*catalogue, record->id, itemKey(name->resourceGroup, name->vm));
    if (!found) {
        return Fault(found.error());
    }
    if (!*found || (*found)->isGoing()) {
        return itemNotFound();
    }
    return VaultItem{*record, **found};
}

JobRecord Context::newJob(const VaultRecord& vault, const ItemRecord& item, contract::JobOperation operation,
                          bool userTriggered) const
{
    JobRecord record;
    record.vaultId = vault.id;
    record.item = item.nameKey();
    auto& job = record.job;
    job.name = uuid();
    job.id = vault.vault.id.child(QStringLiteral("backupJobs"), job.name);
    job.entity = item.vmName;
    job.containerName = contract::shortName({item.group, item.vmName});
    job.operation = operation;
    job.status = contract::JobStatus::InProgress;
    job.startTime = now();
    job.activityId = uuid();
    job.cancellable = operation == contract::JobOperation::Backup || operation == contract::JobOperation::Restore;
    job.userTriggered = userTriggered;
    job.sourceResourceId = item.sourceId;
    job.propertyBag.insert(QStringLiteral("VM Name"), item.vmName);
    return record;
}

void Context::complete(contract::BackupJob& job) const
{
    job.status = contract::JobStatus::Completed;
    job.endTime = now();
    job.durationMs = std::max<qint64>(0, job.startTime.msecsTo(*job.endTime));
}

OperationRecord Context::newOperation(const QString& vaultId, const QString& jobId) const
{
    OperationRecord record;
    record.id = uuid();
    record.vaultId = vaultId;
    record.started = now();
    record.ended = record.started;
    record.jobId = jobId;
    return record;
}

Result<> checkMatch(const QString& ifMatch, const QString& etag, const QString& name)
{
    if (ifMatch.isEmpty() || ifMatch == QLatin1String("*") || ifMatch == etag) {
        return {};
    }
    return preconditionFailed(name);
}

Result<> checkRetainUntil(const Context& context, const QDateTime& until, const QString& target)
{
    const auto broken = contract::checkRetainUntil(until, context.now(), context.timeZone);
    return broken ? invalidInput(contract::inEnglish(*broken), target, broken->code) : Result<>();
}

QJsonObject merged(QJsonObject base, const QJsonObject& over)
{
    for (auto it = over.begin(); it != over.end(); ++it) {
        if (it.value().isNull()) {
            continue; // in requests null equals absent
        }
        const auto old = base.value(it.key());
        base.insert(it.key(),
                    old.isObject() && it.value().isObject() ? QJsonValue(merged(old.toObject(), it.value().toObject()))
                                                            : it.value());
    }
    return base;
}

} // namespace valv::engine
