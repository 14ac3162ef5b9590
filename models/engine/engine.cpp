// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/engine.h"

#include "engine/alerts.h"
#include "engine/backupwork.h"
#include "engine/context.h"
#include "engine/faults.h"
#include "engine/housekeeper.h"
#include "engine/lockkeeper.h"
#include "engine/pointkeeper.h"
#include "engine/policykeeper.h"
#include "engine/protection.h"
#include "engine/regions.h"
#include "engine/restorework.h"
#include "engine/rulekeeper.h"
#include "engine/startup.h"
#include "engine/storagehistory.h"
#include "engine/vaultkeeper.h"

#include <QDir>
#include <QSysInfo>

namespace valv::engine {

namespace {

constexpr std::chrono::seconds shownListAge(5); // older: who asks for the list has it made anew
constexpr std::chrono::seconds shownListPatience(2);

} // namespace

// Members in the order they stand on each other: the last goes first.
class Engine::Private
{
public:
    std::unique_ptr<FolderLock> lock;
    Context context;
    VaultKeeper vaults{context};
    LockKeeper locks{context};
    PolicyKeeper policies{context};
    Protection protection{context};
    RuleKeeper rules{context, protection};
    PointKeeper points{context};
    BackupWork backups{context};
    RestoreWork restores{context};
    std::unique_ptr<Housekeeper> housekeeper;
    contract::EngineInfo info;

    ~Private()
    {
        housekeeper.reset();
        if (context.checker) {
            context.checker->stop(); // it asks the runner, and jobs tell it what they could not read
        }
        context.runner.reset(); // jobs use everything below
        context.checker.reset();
        context.replicator.reset();
        context.inventory.reset();
        context.notifier.reset(); // it sends what they queued until they are gone
    }
};

Result<std::unique_ptr<Engine>> Engine::open(Options options)
{
    auto d = std::make_unique<Private>();
    auto& context = d->context;
    context.dataFolder = QDir(options.dataFolder).absolutePath();
    context.clock = options.clock ? options.clock : std::make_shared<SystemClock>();
    context.ids = options.ids ? options.ids : std::make_shared<RandomIds>();
    context.subscriptionName = options.subscriptionName;
    context.defaultRegion = options.defaultRegion;
    context.tellsSpace = options.tellsSpace;
    context.capacity = options.capacity;
    context.timeZone = options.timeZone.isValid() ? options.timeZone : QTimeZone::utc();
    d->info = {options.host, QSysInfo::machineHostName(), options.version, context.dataFolder};
    auto lock = FolderLock::take(context.dataFolder);
    if (!lock) {
        return Fault(lock.error());
    }
    d->lock = std::move(*lock);
    auto catalogue = Catalogue::open(QDir(context.dataFolder).filePath(QStringLiteral("catalogue.sqlite")));
    if (!catalogue) {
        return Fault(catalogue.error());
    }
    context.catalogue = std::move(*catalogue);
    context.notifier = std::make_unique<Notifier>(*context.catalogue, context.clock, context.timeZone);
    context.clockWatch =
        std::make_unique<ClockWatch>(*context.catalogue, context.clock, std::move(options.uptime));
    if (auto known = identify(context); !known) {
        return Fault(known.error());
    }
    store::VaultOptions packing;
    packing.threads = options.packingThreads;
    context.vaults = std::make_unique<VaultRegistry>(packing);
    context.replicator = std::make_unique<Replicator>(*context.catalogue, context.clock);
    context.vaults->setWatch(
        {[&replicator = *context.replicator](const QString& vaultId, const std::string& blob) {
             return replicator.removing(vaultId, blob);
         },
         [&replicator = *context.replicator](const QString& vaultId) { replicator.changed(vaultId); },
         [&context](const QString& vaultId, store::Vault& vault) {
             const auto checks = checkRecords(*context.catalogue);
             for (const auto& check : checks.value_or(QList<CheckRecord>())) {
                 if (check.vaultId == vaultId) {
                     vault.doubt(check.files);
                 }
             }
         }});
    d->vaults.finishDeletions();
    auto touched = endInterruptedJobs(context);
    if (!touched) {
        return Fault(touched.error());
    }
    context.inventory = std::make_unique<Inventory>(
        std::move(options.sources), Inventory::Place{context.subscriptionId, groupOfNone, context.defaultRegion},
        context.clock);
    context.runner = std::make_unique<JobRunner>(
        *context.catalogue, context.clock, options.workers,
        [&context](const QString& vault, const QDateTime& at) {
            context.sampling.add(vault, at);
            context.notifier->tick(); // what it raised is mailed at once
        });
    for (auto& [record, atEnd] : touched->unwritten) {
        context.runner->writeLater(std::move(record), std::move(atEnd));
    }
    context.checker = std::make_unique<Checker>(context);
    d->housekeeper = std::make_unique<Housekeeper>(context, d->backups, d->protection, d->rules);
    for (const auto& vault : touched->vaults) {
        context.tidy.add(vault);
    }
    return std::unique_ptr<Engine>(new Engine(std::move(d)));
}

Engine::Engine(std::unique_ptr<Private> p)
    : d(std::move(p))
{ }

Engine::~Engine() = default;

QList<contract::Subscription> Engine::subscriptions() const
{
    contract::Subscription subscription;
    subscription.subscriptionId = d->context.subscriptionId;
    subscription.tenantId = d->context.tenantId;
    subscription.displayName = d->context.subscriptionName;
    return {subscription};
}

QList<contract::Location> Engine::locations() const
{
    return d->vaults.locations();
}

Result<QList<ResourceGroup>> Engine::resourceGroups() const
{
    return d->vaults.groups();
}

Result<ResourceGroup> Engine::resourceGroup(const QString& name) const
{
    return d->vaults.group(name);
}

Result<Written<ResourceGroup>> Engine::putResourceGroup(const ResourceGroup& group)
{
    return d->vaults.putGroup(group);
}

Result<void> Engine::deleteResourceGroup(const QString& name)
{
    return d->vaults.removeGroup(name);
}

Result<QList<VirtualMachine>> Engine::virtualMachines() const
{
    return d->context.inventory->list();
}

Result<QList<VirtualMachine>> Engine::listVirtualMachines()
{
    return d->context.inventory->list(shownListAge, shownListPatience);
}

Result<VirtualMachine> Engine::virtualMachine(const ArmId& id) const
{
    const auto found = d->context.inventory->find(id);
    if (!found) {
        return Fault(found.error());
    }
    return *found ? Result<VirtualMachine>((*found)->wire) : resourceNotFound(id);
}

Result<Accepted> Engine::refreshInventory()
{
    auto& context = d->context;
    auto operation = context.newOperation(QString(), QString());
    operation.status = contract::OperationState::InProgress;
    operation.ended.reset();
    auto saved =
        context.catalogue->write([&operation](Catalogue::Writer& writer) { return saveOperation(writer, operation); });
    if (!saved) {
        return Fault(saved.error());
    }
    context.inventory->refresh([&context, operation](const Result<>& listed) {
        auto done = operation;
        done.status = listed ? contract::OperationState::Succeeded : contract::OperationState::Failed;
        done.ended = context.now();
        if (!listed) {
            done.error = listed.error();
        }
        (void)context.catalogue->write([&done](Catalogue::Writer& writer) { return saveOperation(writer, done); });
    });
    return Accepted{operation.id, QString()};
}

Result<QList<Vault>> Engine::vaults() const
{
    return d->vaults.list();
}

Result<Vault> Engine::vault(const ArmId& id) const
{
    return d->vaults.get(id);
}

Result<Written<Vault>> Engine::putVault(const Vault& vault, const QString& ifMatch)
{
    return d->vaults.put(vault, ifMatch);
}

Result<Vault> Engine::patchVault(const ArmId& id, const QJsonObject& patch, const QString& ifMatch)
{
    return d->vaults.patch(id, patch, ifMatch);
}

Result<Written<Vault>> Engine::attachVault(const AttachRequest& request)
{
    return d->vaults.attach(request);
}

Result<bool> Engine::deleteVault(const ArmId& id, const QString& ifMatch)
{
    return d->vaults.remove(id, ifMatch);
}

Result<QList<contract::DeletionBlocker>> Engine::deletionBlockers(const ArmId& vault) const
{
    const auto locks = d->locks.holding(vault);
    return locks ? d->vaults.deletionBlockers(vault, *locks) : Fault(locks.error());
}

Result<QList<contract::StorageSample>> Engine::storageHistory(const ArmId& vault, int days) const
{
    return engine::storageHistory(d->context, vault, days);
}

Result<QJsonObject> Engine::copyNow(const ArmId& vault)
{
    return d->vaults.copyNow(vault);
}

Result<Vault> Engine::checkNow(const ArmId& vault)
{
    return d->vaults.checkNow(vault);
}

Result<QList<contract::ManagementLock>> Engine::locks(const ArmId& scope) const
{
    return d->locks.list(scope);
}

Result<QList<contract::ManagementLock>> Engine::locksOn(const ArmId& scope) const
{
    return d->locks.holding(scope);
}

Result<contract::ManagementLock> Engine::lock(const ArmId& id) const
{
    return d->locks.get(id);
}

Result<Written<contract::ManagementLock>> Engine::putLock(const contract::ManagementLock& lock)
{
    return d->locks.put(lock);
}

Result<bool> Engine::deleteLock(const ArmId& id)
{
    return d->locks.remove(id);
}

Result<QList<contract::Usage>> Engine::usages(const ArmId& vault) const
{
    return d->vaults.usages(vault);
}

std::optional<Error> Engine::vaultNameProblem(const QString& name) const
{
    return d->vaults.nameProblem(name);
}

Result<QJsonObject> Engine::storageConfig(const ArmId& vault) const
{
    return d->vaults.storageConfig(vault);
}

Result<QJsonObject> Engine::setStorageConfig(const ArmId& vault, const QJsonObject& body)
{
    return d->vaults.setStorageConfig(vault, body);
}

Result<QJsonObject> Engine::vaultConfig(const ArmId& vault) const
{
    return d->vaults.vaultConfig(vault);
}

Result<QJsonObject> Engine::setVaultConfig(const ArmId& vault, const QJsonObject& body)
{
    return d->vaults.setVaultConfig(vault, body);
}

Result<QString> Engine::recoveryKey(const ArmId& vault) const
{
    const auto record = d->context.vault(vault);
    return record ? d->context.vaults->recoveryKey(*record) : Fault(record.error());
}

Result<QList<BackupPolicy>> Engine::policies(const ArmId& vault) const
{
    return d->policies.list(vault);
}

Result<BackupPolicy> Engine::policy(const ArmId& id) const
{
    const auto found = d->policies.get(id);
    return found ? Result<BackupPolicy>(found->policy) : Fault(found.error());
}

Result<Written<BackupPolicy>> Engine::putPolicy(const BackupPolicy& policy, const QString& ifMatch)
{
    const auto put = d->policies.put(policy, ifMatch);
    if (!put) {
        return Fault(put.error());
    }
    return Written<BackupPolicy>{put->value.policy, put->created};
}

Result<bool> Engine::deletePolicy(const ArmId& id, const QString& ifMatch)
{
    return d->policies.remove(id, ifMatch);
}

Result<contract::ExpiryPreview> Engine::previewPolicy(const BackupPolicy& policy, bool bytes) const
{
    return d->policies.preview(policy, bytes);
}

Result<contract::ExpiryPreview> Engine::previewItemPolicy(const ArmId& item, const ArmId& policy, bool bytes) const
{
    return d->protection.previewPolicy(item, policy, bytes);
}

Result<QString> Engine::policyEtag(const ArmId& id) const
{
    const auto found = d->policies.get(id);
    return found ? Result<QString>(found->etag) : Fault(found.error());
}

Result<QList<contract::ProtectionRule>> Engine::protectionRules(const ArmId& vault) const
{
    return d->rules.list(vault);
}

Result<contract::ProtectionRule> Engine::protectionRule(const ArmId& id) const
{
    return d->rules.get(id);
}

Result<Written<contract::ProtectionRule>> Engine::putProtectionRule(const contract::ProtectionRule& rule,
                                                                    const QString& ifMatch)
{
    auto written = d->rules.put(rule, ifMatch);
    if (written) {
        d->rules.apply();
    }
    return written;
}

Result<bool> Engine::deleteProtectionRule(const ArmId& id, const QString& ifMatch)
{
    return d->rules.remove(id, ifMatch);
}

Result<contract::RulePreview> Engine::previewProtectionRule(const contract::ProtectionRule& rule) const
{
    return d->rules.preview(rule);
}

Result<QList<contract::ProtectableItem>> Engine::protectableItems(const ArmId& vault) const
{
    return d->protection.protectable(vault);
}

Result<QList<ProtectedItem>> Engine::protectedItems(const ArmId& vault) const
{
    return d->protection.list(vault);
}

Result<ProtectedItem> Engine::protectedItem(const ArmId& id) const
{
    return d->protection.get(id);
}

contract::BackupStatus Engine::backupStatus(const ArmId& vm) const
{
    return d->protection.statusOf(vm);
}

Result<Accepted> Engine::protect(const ArmId& item, const contract::ProtectRequest& request)
{
    return d->protection.change(item, request);
}

Result<std::optional<Accepted>> Engine::deleteProtection(const ArmId& item, const contract::StopReason& why)
{
    return d->protection.remove(item, why);
}

Result<Accepted> Engine::backup(const ArmId& item, const contract::BackupRequest& request, bool userTriggered)
{
    return d->backups.start(item, request, userTriggered);
}

Result<QList<RecoveryPoint>> Engine::recoveryPoints(const ArmId& item) const
{
    return d->points.list(item);
}

Result<RecoveryPoint> Engine::recoveryPoint(const ArmId& id) const
{
    return d->points.get(id);
}

Result<RecoveryPoint> Engine::changePoint(const ArmId& id, const contract::PointChange& change, const QString& ifMatch)
{
    return d->points.change(id, change, ifMatch);
}

Result<bool> Engine::removePoint(const ArmId& id, bool evenLastGood, const QString& ifMatch)
{
    return d->points.remove(id, evenLastGood, ifMatch);
}

Result<contract::RemovalPreview> Engine::previewRemoval(const ArmId& item, const QStringList& points) const
{
    return d->points.preview(item, points);
}

Result<Accepted> Engine::restore(const ArmId& point, const contract::RestoreRequest& request)
{
    return d->restores.start(point, request);
}

Result<contract::RestoreValidation> Engine::validateRestore(const ArmId& point,
                                                            const contract::RestoreRequest& request) const
{
    return d->restores.validate(point, request);
}

Result<QList<BackupJob>> Engine::jobs(const ArmId& vault, const JobQuery& query) const
{
    const auto record = d->context.vault(vault);
    if (!record) {
        return Fault(record.error());
    }
    const auto records = jobRecords(*d->context.catalogue, *record, query);
    if (!records) {
        return Fault(records.error());
    }
    QList<BackupJob> all;
    for (const auto& row : *records) {
        const auto live = row.job.isRunning() ? d->context.runner->live(row.job.name) : std::nullopt;
        auto job = live ? live->job : row.job;
        job.tasks.clear();
        all.append(job);
    }
    return all;
}

Result<BackupJob> Engine::job(const ArmId& id) const
{
    const auto vault = d->context.vault(id);
    if (!vault) {
        return Fault(vault.error());
    }
    const auto name = id.value(u"backupJobs");
    if (const auto live = d->context.runner->live(name); live && live->vaultId == vault->id) {
        return live->job;
    }
    auto found = findJob(*d->context.catalogue, vault->id, name);
    if (!found) {
        return Fault(found.error());
    }
    return *found ? Result<BackupJob>((*found)->job) : objectNotFound(QStringLiteral("job"), name);
}

Result<Accepted> Engine::cancelJob(const ArmId& id)
{
    auto& context = d->context;
    const auto vault = context.vault(id);
    const auto job = this->job(id);
    if (!vault || !job) {
        return Fault(vault ? job.error() : vault.error());
    }
    if (!job->cancellable || !job->isRunning() || !context.runner->cancel(job->name)) {
        return fault(QStringLiteral("BMSUserErrorJobNotCancellable"),
                     job->cancellable ? QStringLiteral("Only jobs in progress can be canceled.")
                                      : QStringLiteral("This type of job cannot be canceled."),
                     job->name);
    }
    const auto operation = context.newOperation(vault->id, QString());
    auto saved =
        context.catalogue->write([&operation](Catalogue::Writer& writer) { return saveOperation(writer, operation); });
    if (!saved) {
        return Fault(saved.error());
    }
    return Accepted{operation.id, QString()};
}

Result<Accepted> Engine::retryJob(const ArmId& id)
{
    auto& context = d->context;
    const auto vault = context.vault(id);
    if (!vault) {
        return Fault(vault.error());
    }
    const auto name = id.value(u"backupJobs");
    auto found = findJob(*context.catalogue, vault->id, name);
    if (!found) {
        return Fault(found.error());
    }
    if (!*found) {
        return objectNotFound(QStringLiteral("job"), name);
    }
    const auto& record = **found;
    const bool ended = record.job.status == contract::JobStatus::Failed
        || record.job.status == contract::JobStatus::Cancelled
        || record.job.status == contract::JobStatus::CompletedWithWarnings;
    if (ended && record.job.operation == contract::JobOperation::Restore) {
        return d->restores.again(record);
    }
    if (!ended || !(record.job.operation == contract::JobOperation::Backup)) {
        return fault(QStringLiteral("JobNotRetryable"),
                     ended ? QStringLiteral("This type of job cannot be started again.")
                           : QStringLiteral("Only jobs that failed or were canceled can be started again."),
                     record.job.name);
    }
    const std::lock_guard lock(context.changing);
    const auto item = findItem(*context.catalogue, vault->id, record.item);
    if (!item || !*item || (*item)->isGoing()) {
        return item ? itemNotFound() : Fault(item.error());
    }
    return d->backups.again(*vault, **item, record);
}

Result<QList<contract::Alert>> Engine::alerts(const AlertQuery& query) const
{
    return alertsOf(*d->context.catalogue, query);
}

Result<contract::Alert> Engine::alert(const QString& name) const
{
    auto found = findAlert(*d->context.catalogue, name);
    if (!found) {
        return Fault(found.error());
    }
    return *found ? Result<contract::Alert>(**found) : objectNotFound(QStringLiteral("alert"), name);
}

Result<contract::Alert> Engine::setAlertState(const QString& name, contract::AlertState state, const QString& who)
{
    return engine::setAlertState(d->context, name, state, who);
}

const contract::EngineInfo& Engine::info() const
{
    return d->info;
}

Result<OperationStatus> Engine::operation(const ArmId& vault, const QString& operationId) const
{
    const auto record = d->context.vault(vault);
    if (!record) {
        return Fault(record.error());
    }
    auto found = findOperation(*d->context.catalogue, record->id, operationId);
    if (!found) {
        return Fault(found.error());
    }
    if (!*found) {
        return objectNotFound(QStringLiteral("operation"), operationId);
    }
    OperationStatus status;
    status.id = (*found)->id;
    status.name = (*found)->id;
    status.status = (*found)->status;
    status.startTime = (*found)->started;
    status.endTime = (*found)->ended;
    status.jobId = (*found)->jobId;
    status.error = (*found)->error;
    return status;
}

Result<> Engine::readyForChanges() const
{
    return d->context.catalogue->whole();
}

Result<contract::MailServer> Engine::mailServer() const
{
    return d->context.notifier->server();
}

Result<contract::MailServer> Engine::setMailServer(const contract::MailServer& server)
{
    return d->context.notifier->setServer(server);
}

Result<> Engine::removeMailServer()
{
    return d->context.notifier->removeServer();
}

Result<Vault> Engine::sendTestMail(const ArmId& vault)
{
    const auto record = d->context.vault(vault);
    if (!record) {
        return Fault(record.error());
    }
    const auto queued = d->context.notifier->sendTest(*record);
    return queued ? this->vault(vault) : Fault(queued.error());
}

void Engine::tick()
{
    d->housekeeper->tick();
}

void Engine::waitForJobs()
{
    d->context.runner->waitForAll();
    d->housekeeper->sampleNow();
    d->housekeeper->waitUntilIdle();
    d->context.replicator->waitUntilIdle();
    d->context.checker->waitUntilIdle();
    d->context.replicator->waitUntilIdle(); // what was repaired is compared again
    d->context.notifier->waitUntilIdle();
}

void Engine::waitForCleaning()
{
    d->housekeeper->waitUntilIdle();
}

} // namespace valv::engine
