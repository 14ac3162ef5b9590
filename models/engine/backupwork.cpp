// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/backupwork.h"

#include "contract/names.h"
#include "contract/rules.h"
#include "engine/alerts.h"
#include "engine/faults.h"
#include "engine/points.h"
#include "engine/wire_p.h"

#include <algorithm>
#include <set>

namespace valv::engine {

using contract::JobOperation;
using contract::JobStatus;
using contract::ProtectionState;
using contract::TaskStatus;

namespace {

constexpr qsizetype snapshotTask = 0;

//! What the work leaves for the end of the job.
struct Outcome
{
    std::optional<BackupOutcome> backup;
    QString vmId;
};

int rank(const QString& consistency)
{
    return consistency == QLatin1String("AppConsistent")       ? 2
        : consistency == QLatin1String("FileSystemConsistent") ? 1
                                                               : 0;
}

const store::PointInfo* newestGood(const VaultRegistry::Points& points)
{
    const auto found =
        std::find_if(points.rbegin(), points.rend(), [](const store::PointInfo& p) { return !p.damaged; });
    return found == points.rend() ? nullptr : &*found;
}

Fault protectionStopped(const ItemRecord& item)
{
    return fault(QStringLiteral("UserErrorProtectionStopped"),
                 QStringLiteral("The protection of '%1' is stopped.\r\nResume backup and try again.").arg(item.vmName),
                 item.vmName, QStringLiteral("Resume backup and try again."));
}

const QString requestedUntil = QStringLiteral("expiry"); //!< of a job's request
const QString requestedRun = QStringLiteral("scheduledFor");

contract::JobError warning(int number, const QString& code, const QString& message, const QString& action)
{
    return {number, code, message, action.isEmpty() ? QStringList() : QStringList{action}};
}

} // namespace

Result<Accepted> BackupWork::start(const ArmId& id, const contract::BackupRequest& request, bool userTriggered)
{
    const std::lock_guard lock(m_context.changing);
    const auto found = m_context.item(id);
    if (!found) {
        return Fault(found.error());
    }
    const auto& [vault, item] = *found;
    if (!item.isActive()) {
        return protectionStopped(item);
    }
    return onDemand(vault, item, request.expiry, userTriggered);
}

Result<Accepted> BackupWork::onDemand(const VaultRecord& vault, const ItemRecord& item,
                                      const std::optional<QDateTime>& until, bool userTriggered)
{
    const auto expiry = until.value_or(m_context.now().addDays(contract::Limits::defaultRetainDays));
    if (auto dated = checkRetainUntil(m_context, expiry, QStringLiteral("recoveryPointExpiryTimeInUTC")); !dated) {
        return Fault(dated.error());
    }
    const auto policy = policyOf(m_context, vault, item);
    Plan plan{vault, item, policy ? policy->policy.name : QString(), expiry, std::nullopt};
    auto job = m_context.newJob(vault, item, JobOperation::Backup, userTriggered);
    job.request.insert(requestedUntil, toIso(expiry));
    job.job.propertyBag.insert(QStringLiteral("Recovery Point Expiry Time in UTC"), usDate(expiry));
    return enqueue(plan, std::move(job), item);
}

Result<Accepted> BackupWork::startDue(const VaultRecord& vault, const ItemRecord& item, const PolicyRecord& policy,
                                      const policy::CatchUp& due)
{
    const auto now = m_context.now();
    Plan plan{vault, item, policy.policy.name, std::nullopt, due.due};
    auto job = m_context.newJob(vault, item, JobOperation::Backup, false);
    job.job.propertyBag.insert(QStringLiteral("Scheduled time"), toIso(due.due));
    job.request.insert(requestedRun, toIso(due.due));
    auto counted = item;
    counted.countsFrom = now;
    counted.missedRuns = policy::missedCount(due, now);
    if (counted.missedRuns > 0) {
        counted.lastMissed = counted.missedRuns == due.runs ? due.due : policy::lastBefore(policy.policy, due.due);
        job.job.propertyBag.insert(QStringLiteral("Missed runs"), QString::number(counted.missedRuns));
        job.job.propertyBag.insert(QStringLiteral("Missed since"), toIso(due.first));
    }
    return enqueue(plan, std::move(job), counted, &due);
}

Result<Accepted> BackupWork::again(const VaultRecord& vault, const ItemRecord& item, const JobRecord& failed)
{
    if (!item.isActive()) {
        return protectionStopped(item);
    }
    const auto run = fromIso(failed.request.value(requestedRun).toString());
    if (!run) {
        // A date that has gone by since says nothing any more.
        const auto until = fromIso(failed.request.value(requestedUntil).toString());
        const bool isGood = until && checkRetainUntil(m_context, *until, {});
        return onDemand(vault, item, isGood ? until : std::nullopt, true);
    }
    const auto policy = policyOf(m_context, vault, item);
    Plan plan{vault, item, policy ? policy->policy.name : QString(), std::nullopt, run};
    auto job = m_context.newJob(vault, item, JobOperation::Backup, true);
    job.job.propertyBag.insert(QStringLiteral("Scheduled time"), toIso(*run));
    job.request.insert(requestedRun, toIso(*run));
    return enqueue(plan, std::move(job), item);
}

Result<Accepted> BackupWork::enqueue(const Plan& plan, JobRecord job, const ItemRecord& changedItem,
                                     const policy::CatchUp* missed)
{
    job.job.policyName = plan.policyName;
    job.job.internalBag.insert(QStringLiteral("IsInstantRpJob"), QStringLiteral("False"));
    for (const auto* task : {"Take Snapshot", "Transfer data to vault"}) {
        contract::JobTask entry;
        entry.taskId = QString::fromLatin1(task);
        entry.status = TaskStatus::NotStarted;
        job.job.tasks.append(entry);
    }
    const auto operation = m_context.newOperation(plan.vault.id, job.job.name);
    const auto name = job.job.name;
    const auto outcome = std::make_shared<Outcome>();
    auto started = m_context.runner->start(
        std::move(job), true,
        [this, plan, outcome](LiveJob& live) -> Result<> {
            auto done = run(plan, live);
            const auto code = done ? std::string() : done.error().code;
            if (code == "ChunkDamaged" || code == "PointDamaged") {
                m_context.checker->suspect(plan.vault.id, {}); // something of an older point could not be read
            }
            if (!done) {
                return Fault(done.error());
            }
            if (const auto problem = m_context.replicator->problemOf(plan.vault.id)) {
                live.warn(warning(510063, QStringLiteral("ValvSecondLocationBehind"),
                                  QStringLiteral("The recovery point is in the vault, but not in its second location. ")
                                      + QString::fromStdString(problem->message),
                                  QString::fromStdString(problem->action)));
            }
            outcome->backup = std::move(*done);
            outcome->vmId = QString::fromStdString(originOf(outcome->backup->point.header).vm.id);
            return {};
        },
        [this, plan, outcome](Catalogue::Writer& writer, const contract::BackupJob& ended) {
            tidyAfter(plan.vault.id, ended);
            return writeItem(writer, plan, ended, outcome->backup, outcome->vmId);
        },
        [&](Catalogue::Writer& writer) -> Result<> {
            if (auto saved = saveItem(writer, changedItem); !saved) {
                return saved;
            }
            if (missed != nullptr && changedItem.missedRuns > 0) {
                auto told = raiseAlert(m_context, writer,
                                       {alert::missedRun,
                                        &plan.vault,
                                        &plan.item,
                                        name,
                                        {{QStringLiteral("missed"), QString::number(changedItem.missedRuns)},
                                         {QStringLiteral("since"), toIso(missed->first)}}});
                if (!told) {
                    return told;
                }
            }
            return saveOperation(writer, operation);
        });
    if (!started) {
        return Fault(started.error());
    }
    return Accepted{operation.id, name};
}

Result<std::unique_ptr<hypervisor::BackupSession>> BackupWork::begin(const Plan& plan, const Inventory::Found& vm,
                                                                     bool incremental) const
{
    std::optional<hypervisor::CheckpointId> since;
    if (incremental && !plan.item.checkpoint.isEmpty() && plan.item.checkpointVm.toStdString() == vm.vm.id) {
        since = plan.item.checkpoint.toStdString();
    }
    return vm.source->begin(vm.vm.id, since);
}

Result<BackupOutcome> BackupWork::run(const Plan& plan, LiveJob& live) const
{
    const auto stopped = failure(CancelledCode, "The backup was stopped.");
    if (live.stopToken().stop_requested()) {
        return stopped;
    }
    live.beginTask(snapshotTask);
    auto found = m_context.inventory->find(plan.item.sourceId);
    if (!found) {
        return Fault(found.error());
    }
    if (!*found) {
        return failure("VmNotFound", "The VM " + plan.item.vmName.toStdString() + " is in no source any more.",
                       plan.item.vmName.toStdString());
    }
    const auto& vm = **found;
    auto vault = m_context.vaults->open(plan.vault);
    if (!vault) {
        return Fault(vault.error());
    }
    auto points = m_context.vaults->points(plan.vault, plan.item.nameKey());
    if (!points) {
        return Fault(points.error());
    }
    const auto checkpointPoint = plan.item.checkpointPoint.toStdString();
    const auto* last = newestGood(*points);
    // Changes since a checkpoint build on the point that belongs to it, and on no other.
    const bool incremental = std::any_of(points->begin(), points->end(), [&](const store::PointInfo& point) {
        return point.header.id == checkpointPoint && !point.damaged;
    });
    const std::string previous = last == nullptr ? std::string() : last->header.consistency;

    std::string broken;
    for (const bool useCheckpoint : {incremental, false}) {
        auto session = begin(plan, vm, useCheckpoint);
        if (!session) {
            return Fault(session.error());
        }
        PointOrigin origin;
        origin.scheduled = plan.scheduledFor.has_value();
        origin.scheduledFor = plan.scheduledFor;
        origin.policyName = plan.policyName;
        origin.vm = vm.vm;
        BackupInput input{**session, **vault, {}, {}, {}, 4};
        input.header.id = newPointId(m_context);
        input.header.itemId = plan.item.nameKey().toStdString();
        input.header.vmName = plan.item.vmName.toStdString();
        input.header.time = m_context.clock->now();
        input.header.properties = toProperties(origin);
        if (plan.expiry) {
            input.state.expiry = toInstant(*plan.expiry);
        }
        input.basePoint = useCheckpoint ? checkpointPoint : last == nullptr ? std::string() : last->header.id;

        constexpr qsizetype transferTask = 1;
        live.beginTask(transferTask);
        const auto saved = live.snapshot();
        (void)m_context.catalogue->write([&saved](Catalogue::Writer& writer) { return saveJob(writer, saved); });
        auto outcome = runBackup(input, live.progress, live.stopToken());
        if (!outcome && outcome.error().code == BaseUnusableCode && useCheckpoint) {
            broken = outcome.error().target + ": " + outcome.error().message; // never a failure: read everything
            m_context.checker->suspect(plan.vault.id, {});
            live.progress.read = 0;
            continue;
        }
        if (!outcome) {
            return outcome;
        }
        if (!broken.empty()) {
            outcome->fullReads.push_back(broken);
        }
        m_context.vaults->pointAdded(plan.vault.id, outcome->point);
        const bool runs = vm.vm.power == hypervisor::PowerState::Running;
        const auto now = QString::fromStdString(outcome->point.header.consistency);
        if (runs && rank(now) < rank(QString::fromStdString(previous)) && !previous.empty()) {
            outcome->warnings.push_back("The recovery point is only " + now.toStdString() + ", the one before was "
                                        + previous + ". " + outcome->point.header.consistencyReason);
        }
        tell(plan, vm, last, *outcome, live);
        return outcome;
    }
    return failure(BaseUnusableCode, broken);
}

void BackupWork::tell(const Plan& plan, const Inventory::Found& vm, const store::PointInfo* last,
                      const BackupOutcome& outcome, LiveJob& live) const
{
    for (const auto& text : outcome.warnings) {
        live.warn(warning(510060, QStringLiteral("ValvConsistencyFellBack"), QString::fromStdString(text),
                          QStringLiteral("Check the VM agent, then back up again.")));
    }
    std::set<std::string> taken;
    for (const auto& disk : outcome.point.disks) {
        taken.insert(disk.header.name);
    }
    for (const auto& disk : vm.vm.disks) {
        if (taken.insert(disk.name).second) {
            live.warn(warning(510061, QStringLiteral("ValvDiskSkipped"),
                              QStringLiteral("The disk %1 was not backed up.").arg(QString::fromStdString(disk.name)),
                              QStringLiteral("Check whether the disk can be read, then back up again.")));
        }
    }
    // A folder can't tell a disk that was taken away from one that was lost: a person can.
    for (const auto& disk : last == nullptr ? std::vector<store::DiskInfo>() : last->disks) {
        if (taken.insert(disk.header.name).second) {
            live.warn(
                warning(510062, QStringLiteral("ValvDiskGone"),
                        QStringLiteral("The disk %1 of the last recovery point no longer belongs to the VM, and is "
                                       "not in this one.")
                            .arg(QString::fromStdString(disk.header.name)),
                        QStringLiteral("If the disk was not removed on purpose, put it back and back up again. "
                                       "Earlier recovery points still have it.")));
        }
    }
    QStringList reads;
    for (const auto& read : outcome.fullReads) {
        reads.append(QString::fromStdString(read));
    }
    live.change([&](contract::BackupJob& job) {
        const auto megabytes = (outcome.point.stats.bytesRead + 1024 * 1024 - 1) / (1024 * 1024);
        job.propertyBag.insert(QStringLiteral("Backup Size"), QStringLiteral("%1 MB").arg(megabytes));
        job.propertyBag.insert(QStringLiteral("Recovery point"), QString::fromStdString(outcome.point.header.id));
        job.propertyBag.insert(QStringLiteral("Consistency"), QString::fromStdString(outcome.point.header.consistency));
        if (!reads.isEmpty()) {
            job.propertyBag.insert(QStringLiteral("Read in full"), reads.join(QStringLiteral("; ")));
        }
        if (!plan.policyName.isEmpty() && plan.scheduledFor) {
            job.propertyBag.insert(QStringLiteral("Policy Name"), plan.policyName);
        }
    });
}

void BackupWork::tidyAfter(const QString& vaultId, const contract::BackupJob& job)
{
    const bool full = std::any_of(job.errors.begin(), job.errors.end(), [](const contract::JobError& error) {
        return error.code == QLatin1String("VaultFull");
    });
    if (job.status == JobStatus::Cancelled || (job.status == JobStatus::Failed && full)) {
        m_context.tidy.add(vaultId); // the room is wanted back
    } else if (job.status == JobStatus::Failed) {
        m_unfinished.add(vaultId); // stored once already: the next try takes it over
    } else if (m_unfinished.take(vaultId)) {
        m_context.tidy.add(vaultId);
    }
}

Result<> BackupWork::writeAlerts(Catalogue::Writer& writer, const Plan& plan, const contract::BackupJob& job) const
{
    const auto messageOf = [&job] { return job.errors.isEmpty() ? QString() : job.errors.first().message; };
    const auto codeOf = [&job] { return job.errors.isEmpty() ? QString() : job.errors.first().code; };
    const auto event = [&](const QString& code) {
        return AlertEvent{code,
                          &plan.vault,
                          &plan.item,
                          job.name,
                          {{QStringLiteral("error"), codeOf()}, {QStringLiteral("message"), messageOf()}}};
    };
    if (job.status == JobStatus::Failed) {
        // A machine that is gone is no failure of its backup; that its points grow old is told all the same.
        return codeOf() == QLatin1String("UserErrorVmNotFoundV2")
            ? Result<>()
            : raiseAlert(m_context, writer, event(alert::backupFailed));
    }
    QStringList ended{alert::backupFailed, alert::missedRun, alert::pointTooOld};
    const bool warned = job.status == JobStatus::CompletedWithWarnings;
    if (!warned) {
        ended.append(alert::backupWithWarnings);
    }
    if (auto resolved = resolveAlerts(m_context, writer, ended, plan.vault, &plan.item); !resolved || !warned) {
        return resolved;
    }
    return raiseAlert(m_context, writer, event(alert::backupWithWarnings));
}

Result<> BackupWork::writeItem(Catalogue::Writer& writer, const Plan& plan, const contract::BackupJob& job,
                               const std::optional<BackupOutcome>& outcome, const QString& vmId) const
{
    auto found = findItem(*m_context.catalogue, plan.vault.id, plan.item.nameKey()); // inside the transaction
    if (!found) {
        return Fault(found.error());
    }
    if (!*found) {
        return {};
    }
    auto item = **found;
    if (job.status == JobStatus::Cancelled) {
        return {}; // the last real result stands
    }
    if (auto told = writeAlerts(writer, plan, job); !told) {
        return told;
    }
    item.lastTime = job.startTime;
    item.lastStatus = job.status == JobStatus::Completed ? contract::LastBackupStatus::Completed
        : job.status == JobStatus::CompletedWithWarnings ? contract::LastBackupStatus::CompletedWithWarnings
                                                         : contract::LastBackupStatus::Failed;
    item.lastError = job.status == JobStatus::Failed && !job.errors.isEmpty() ? job.errors.first().code : QString();
    if (outcome) {
        if (item.state == ProtectionState::IRPending || item.state == ProtectionState::ProtectionError) {
            item.state = ProtectionState::Protected;
        }
        if (const auto points = m_context.vaults->points(plan.vault, item.nameKey())) {
            countPoints(item, *points);
        }
        qint64 data = 0;
        for (const auto& disk : outcome->point.disks) {
            data += static_cast<qint64>(disk.dataBytes);
        }
        item.sourceBytes = data;
        item.checkpoint = QString::fromStdString(outcome->checkpoint);
        item.checkpointPoint = item.checkpoint.isEmpty() ? QString() : QString::fromStdString(outcome->point.header.id);
        item.checkpointVm = vmId;
    }
    return saveItem(writer, item);
}

} // namespace valv::engine
