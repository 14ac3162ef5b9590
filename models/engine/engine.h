// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/alert.h"
#include "contract/backupjob.h"
#include "contract/backuppolicy.h"
#include "contract/engineinfo.h"
#include "contract/managementlock.h"
#include "contract/notifications.h"
#include "contract/operation.h"
#include "contract/previews.h"
#include "contract/protecteditem.h"
#include "contract/protectionrule.h"
#include "contract/recoverypoint.h"
#include "contract/requests.h"
#include "contract/resources.h"
#include "contract/restorevalidation.h"
#include "contract/rules.h"
#include "contract/vault.h"
#include "contract/vaultfacts.h"
#include "contract/virtualmachine.h"
#include "core/clock.h"
#include "core/ids.h"
#include "engine/machinelist.h"
#include "hypervisor/vmsource.h"

#include <QTimeZone>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace valv::engine {

using contract::BackupJob;
using contract::BackupPolicy;
using contract::OperationStatus;
using contract::ProtectedItem;
using contract::RecoveryPoint;
using contract::ResourceGroup;
using contract::Vault;
using contract::VirtualMachine;

//! \brief How much there may be. Machines are not counted here unless somebody wants to be refused what Azure refuses:
//! the engine does without those limits. Sources: flows.md 0.11, V7, V18, V19, V45.
struct Capacity
{
    int vaults = contract::Limits::vaultsPerSubscription;
    int policies = contract::Limits::policiesPerVault; //!< in one vault
    std::optional<int> itemsOfVault; //!< nothing: any number
    std::optional<int> itemsOfPolicy;
};

//! What the engine stands on; handed in by app/ and by tests.
struct Options
{
    QString dataFolder; //!< catalogue, vaults (each in vaults/{name}-{id}), keys; made when it is not there, 0700
    std::vector<std::unique_ptr<hypervisor::VmSource>> sources;
    std::shared_ptr<Clock> clock;
    //! How long the computer has been up, for a clock that can be set wrong (uptimeOfComputer()); empty: the clock is
    //! always believed.
    std::function<std::chrono::milliseconds()> uptime;
    std::shared_ptr<IdGenerator> ids;
    QString subscriptionName = QStringLiteral("Valv");
    QString defaultRegion = QStringLiteral("swedencentral");
    QTimeZone timeZone = QTimeZone::systemTimeZone(); //!< where people are: a new vault's DefaultPolicy runs by it
    contract::EngineHost host = contract::EngineHost::Console; //!< what keeps the engine running
    QString version; //!< of the program
    Capacity capacity;
    int workers = 2; //!< jobs that move data at the same time
    bool tellsSpace = true; //!< how full the disks of vaults are; a demo's host is not the one that it runs on
    int packingThreads = 0; //!< of each of them; 0: one for each core. One makes a vault's bytes the same each time.
};

//! How long this computer has been up, sleep included.
[[nodiscard]] std::chrono::milliseconds uptimeOfComputer();

//! What an accepted long-running request answers: an operation to ask for, and the job it made (empty: none).
struct Accepted
{
    QString operationId;
    QString jobId;
};

//! A vault's folder that comes from elsewhere: a copy, a disk that was moved, a catalogue that was lost.
struct AttachRequest
{
    QString folder; //!< on this computer; stays where it is
    QString recoveryKey; //!< as a person types it
    QString name; //!< empty: the one that it had
    QString resourceGroup; //!< empty: the one that it had
};

template <typename T>
struct Written
{
    T value;
    bool created = false;
};

struct JobQuery
{
    QString status, operation; //!< wire texts, several separated by commas; empty: all
    QString entity, jobId; //!< empty: all
    std::optional<QDateTime> from, to; //!< window on the start time
    QString after; //!< only those behind this job (one of the vault's), newest first; empty: from the beginning
    qsizetype skip = 0; //!< so many of them are left out
    qsizetype limit = -1; //!< no more than this; below 0: all
};

struct AlertQuery
{
    contract::AlertSeverity severity = contract::AlertSeverity::Unknown; //!< Unknown: all
    QString condition, state; //!< wire texts; empty: all
    ArmId target; //!< an item, or a vault and all that is in it; empty: all
    std::optional<QDateTime> from, to; //!< window on the time that it was raised
};

//! \brief The engine: catalogue, jobs, backup and restore over real disks and real vaults.
//!
//! Every public call may be made from any thread, may block on the catalogue for milliseconds, and never waits for a
//! job, a disk or a hypervisor (virtualMachines() answers the last known list and waits only for the very first
//! listing; listVirtualMachines() waits two seconds at most). Jobs run on threads of the engine's own and are rows
//! before they are actions. Errors carry contract.md's codes. Ids are compared without case. The destructor cancels
//! what runs, waits for its threads and leaves rows that the next start finds and ends ("the program was closed").
class Engine
{
public:
    //! Errors: DataFolderInUse (a second instance), DataFolderUnwritable, CatalogueTooNew, CatalogueDamaged
    //! (a large catalogue that is damaged may only be found so later: then every call answers it).
    [[nodiscard]] static Result<std::unique_ptr<Engine>> open(Options options);
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    // Microsoft.Resources
    [[nodiscard]] QList<contract::Subscription> subscriptions() const;
    [[nodiscard]] QList<contract::Location> locations() const;
    [[nodiscard]] Result<QList<ResourceGroup>> resourceGroups() const; //!< of VMs, of vaults, and made by hand
    [[nodiscard]] Result<ResourceGroup> resourceGroup(const QString& name) const;
    [[nodiscard]] Result<Written<ResourceGroup>> putResourceGroup(const ResourceGroup& group);
    [[nodiscard]] Result<void> deleteResourceGroup(const QString& name);

    // Microsoft.Compute
    [[nodiscard]] Result<MachineList> virtualMachines() const;
    //! For somebody who asks how things are: a list that is older than some seconds is made anew first. A hypervisor
    //! that takes longer than two seconds leaves the list as it was; what it tells stands in the next one.
    [[nodiscard]] Result<MachineList> listVirtualMachines();
    [[nodiscard]] Result<VirtualMachine> virtualMachine(const ArmId& id) const;
    //! Asks the sources again; the operation ends when the list is new.
    [[nodiscard]] Result<Accepted> refreshInventory();

    // Vaults. ifMatch: an etag, "*", or empty.
    [[nodiscard]] Result<QList<Vault>> vaults() const;
    [[nodiscard]] Result<Vault> vault(const ArmId& id) const;
    [[nodiscard]] Result<Written<Vault>> putVault(const Vault& vault, const QString& ifMatch);
    [[nodiscard]] Result<Vault> patchVault(const ArmId& id, const QJsonObject& patch, const QString& ifMatch);
    //! Brings a vault's policies, protection rules, items and recovery points back; schedules count from now. Attaching
    //! what is attached changes nothing (created: false). Reads the vault's index and manifests, so it may take
    //! seconds. Errors: RecoveryKeyMistyped, VaultWrongKey, VaultNotFound, VaultNotAVault, VaultFormatTooNew,
    //! VaultNoPermission, VaultDamaged, VaultAlreadyAttached (another copy of it), ValVaultNameTaken, ValVaultName…,
    //! ValResourceGroup….
    [[nodiscard]] Result<Written<Vault>> attachVault(const AttachRequest& request);
    [[nodiscard]] Result<bool> deleteVault(const ArmId& id, const QString& ifMatch); //!< false: there was none
    //! What deleteVault() would be refused for, and the locks that the router keeps to.
    [[nodiscard]] Result<QList<contract::DeletionBlocker>> deletionBlockers(const ArmId& vault) const;
    [[nodiscard]] Result<QList<contract::Usage>> usages(const ArmId& vault) const;
    //! How much the vault held in the last days, oldest first.
    [[nodiscard]] Result<QList<contract::StorageSample>> storageHistory(const ArmId& vault, int days) const;
    //! Nothing: free. Otherwise the reason: ValVaultName…, ValVaultNameTaken, ValVaultNameReserved.
    [[nodiscard]] std::optional<Error> vaultNameProblem(const QString& name) const;
    [[nodiscard]] Result<QJsonObject> storageConfig(const ArmId& vault) const;
    [[nodiscard]] Result<QJsonObject> setStorageConfig(const ArmId& vault, const QJsonObject& body);
    //! Copies to the second location now, and checks all of it; answers the storage configuration at once. Error
    //! BMSUserErrorInvalidInput with SecondLocationNone.
    [[nodiscard]] Result<QJsonObject> copyNow(const ArmId& vault);
    //! Reads all that the vault holds and compares it with its hashes; answers the vault at once, which tells how it
    //! goes.
    [[nodiscard]] Result<Vault> checkNow(const ArmId& vault);
    [[nodiscard]] Result<QJsonObject> vaultConfig(const ArmId& vault) const;
    [[nodiscard]] Result<QJsonObject> setVaultConfig(const ArmId& vault, const QJsonObject& body);
    //! The vault's recovery key as a person types it.
    [[nodiscard]] Result<QString> recoveryKey(const ArmId& vault) const;

    // Locks of vaults and resource groups; the router keeps to them.
    [[nodiscard]] Result<QList<contract::ManagementLock>> locks(const ArmId& scope) const; //!< within, and inherited
    [[nodiscard]] Result<QList<contract::ManagementLock>> locksOn(const ArmId& scope) const; //!< its own, and inherited
    [[nodiscard]] Result<contract::ManagementLock> lock(const ArmId& id) const;
    [[nodiscard]] Result<Written<contract::ManagementLock>> putLock(const contract::ManagementLock& lock);
    [[nodiscard]] Result<bool> deleteLock(const ArmId& id); //!< false: there was none

    // Policies
    [[nodiscard]] Result<QList<BackupPolicy>> policies(const ArmId& vault) const;
    [[nodiscard]] Result<BackupPolicy> policy(const ArmId& id) const;
    [[nodiscard]] Result<Written<BackupPolicy>> putPolicy(const BackupPolicy& policy, const QString& ifMatch);
    [[nodiscard]] Result<bool> deletePolicy(const ArmId& id, const QString& ifMatch);
    //! What saving this policy would expire; nothing is changed. With bytes it reads the maps of the vault's points and
    //! may take seconds.
    [[nodiscard]] Result<contract::ExpiryPreview> previewPolicy(const BackupPolicy& policy, bool bytes) const;
    //! What the points of an item would lose under a policy of its vault: change of policy, resume.
    [[nodiscard]] Result<contract::ExpiryPreview> previewItemPolicy(const ArmId& item, const ArmId& policy,
                                                                    bool bytes) const;
    [[nodiscard]] Result<QString> policyEtag(const ArmId& id) const; //!< bodies of policies have no etag

    // Rules that protect machines by themselves
    [[nodiscard]] Result<QList<contract::ProtectionRule>> protectionRules(const ArmId& vault) const;
    [[nodiscard]] Result<contract::ProtectionRule> protectionRule(const ArmId& id) const;
    //! Applied at once, and to what is seen later. Errors BMSUserErrorInvalidInput with the broken rules in its
    //! details.
    [[nodiscard]] Result<Written<contract::ProtectionRule>> putProtectionRule(const contract::ProtectionRule& rule,
                                                                              const QString& ifMatch);
    [[nodiscard]] Result<bool> deleteProtectionRule(const ArmId& id, const QString& ifMatch);
    [[nodiscard]] Result<contract::RulePreview> previewProtectionRule(const contract::ProtectionRule& rule) const;

    // Items
    [[nodiscard]] Result<QList<contract::ProtectableItem>> protectableItems(const ArmId& vault) const;
    [[nodiscard]] Result<QList<ProtectedItem>> protectedItems(const ArmId& vault) const;
    [[nodiscard]] Result<ProtectedItem> protectedItem(const ArmId& id) const; //!< with extended info
    [[nodiscard]] contract::BackupStatus backupStatus(const ArmId& vm) const;
    //! Enable, change policy, resume, stop and keep, undelete: whatever the request says (contract.md 10.3).
    [[nodiscard]] Result<Accepted> protect(const ArmId& item, const contract::ProtectRequest& request);
    //! Nothing: there was none.
    [[nodiscard]] Result<std::optional<Accepted>> deleteProtection(const ArmId& item,
                                                                   const contract::StopReason& why = {});

    // Backup and restore
    [[nodiscard]] Result<Accepted> backup(const ArmId& item, const contract::BackupRequest& request,
                                          bool userTriggered = true);
    [[nodiscard]] Result<QList<RecoveryPoint>> recoveryPoints(const ArmId& item) const; //!< newest first
    [[nodiscard]] Result<RecoveryPoint> recoveryPoint(const ArmId& id) const;
    //! Pin, hold, reason, date. Errors: contract.md 2 and docs/wire-extensions.md.
    [[nodiscard]] Result<RecoveryPoint> changePoint(const ArmId& id, const contract::PointChange& change,
                                                    const QString& ifMatch);
    //! For good; false: there was none. Errors RecoveryPointPinned, …Held, …LastGood (unless evenLastGood),
    //! BMSUserErrorObjectLocked, ItemSoftDeleted, PreconditionFailed.
    [[nodiscard]] Result<bool> removePoint(const ArmId& id, bool evenLastGood, const QString& ifMatch);
    //! Reads the maps of the vault's points: may take seconds.
    [[nodiscard]] Result<contract::RemovalPreview> previewRemoval(const ArmId& item, const QStringList& points) const;
    [[nodiscard]] Result<Accepted> restore(const ArmId& point, const contract::RestoreRequest& request);
    //! What would be looked at first: target, room, name. Makes nothing; looks at the target's file system.
    [[nodiscard]] Result<contract::RestoreValidation> validateRestore(const ArmId& point,
                                                                      const contract::RestoreRequest& request) const;

    // Jobs and operations
    [[nodiscard]] Result<QList<BackupJob>> jobs(const ArmId& vault,
                                                const JobQuery& query) const; //!< newest first, without tasks
    [[nodiscard]] Result<BackupJob> job(const ArmId& id) const; //!< with tasks and live figures
    [[nodiscard]] Result<Accepted> cancelJob(const ArmId& id);
    //! The same backup or restore once more. Error JobNotRetryable: it runs, ended well, or is of another kind.
    [[nodiscard]] Result<Accepted> retryJob(const ArmId& id);
    [[nodiscard]] Result<OperationStatus> operation(const ArmId& vault, const QString& operationId) const;

    // Alerts, newest change first
    [[nodiscard]] Result<QList<contract::Alert>> alerts(const AlertQuery& query) const;
    [[nodiscard]] Result<contract::Alert> alert(const QString& name) const;
    [[nodiscard]] Result<contract::Alert> setAlertState(const QString& name, contract::AlertState state,
                                                        const QString& who);

    // Alerts by mail; what a vault wants stands in the vault
    [[nodiscard]] Result<contract::MailServer> mailServer() const; //!< an empty host: there is none
    //! Errors BMSUserErrorInvalidInput with the broken rules as details.
    [[nodiscard]] Result<contract::MailServer> setMailServer(const contract::MailServer& server);
    [[nodiscard]] Result<> removeMailServer();
    //! To the recipients of the vault, soon; how it went is told by the vault. Errors BMSUserErrorInvalidInput with
    //! ValEmailRequired, MailServerMissing.
    [[nodiscard]] Result<Vault> sendTestMail(const ArmId& vault);

    [[nodiscard]] const contract::EngineInfo& info() const; //!< what keeps it running
    //! Looks through a large catalogue, which takes up to a second or two, unless that was done: to be asked before a
    //! change. Error CatalogueDamaged.
    [[nodiscard]] Result<> readyForChanges() const;

    //! Runs what the schedules say is due, and clean-up; the owner's timer calls it, tests call it with a moved clock.
    void tick();
    //! For tests and for the demo's history: returns when no job runs or waits.
    void waitForJobs();
    //! For the demo's history: returns when what the last tick had to clean up has gone; jobs go on.
    void waitForCleaning();

private:
    class Private;
    explicit Engine(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace valv::engine
