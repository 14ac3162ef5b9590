// SPDX-License-Identifier: GPL-3.0-or-later
// What one may ask of the engine, and who answers it.
#include "engine/engine.h"

#include "engine/alerts.h"
#include "engine/engine_p.h"
#include "engine/faults.h"
#include "engine/storagehistory.h"

namespace valv::engine {

namespace {

constexpr std::chrono::seconds shownListAge(5); // older: who asks for the list has it made anew
constexpr std::chrono::seconds shownListPatience(2);

} // namespace

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

Result<MachineList> Engine::virtualMachines() const
{
    return d->context.inventory->list();
}

Result<MachineList> Engine::listVirtualMachines()
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
    return d->jobs.list(vault, query);
}

Result<BackupJob> Engine::job(const ArmId& id) const
{
    return d->jobs.get(id);
}

Result<Accepted> Engine::cancelJob(const ArmId& id)
{
    return d->jobs.cancel(id);
}

Result<Accepted> Engine::retryJob(const ArmId& id)
{
    return d->jobs.retry(id);
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
    return d->jobs.operation(vault, operationId);
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
