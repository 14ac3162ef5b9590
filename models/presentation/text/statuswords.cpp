// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/text/statuswords.h"

namespace valv::presentation {

using namespace contract;

QString StatusWords::of(PowerState value)
{
    switch (value) {
    case PowerState::Running:
        return tr("Running", "virtual machine");
    case PowerState::Stopped:
        return tr("Stopped", "virtual machine");
    case PowerState::Deallocated:
        return tr("Stopped (deallocated)");
    case PowerState::Starting:
        return tr("Starting");
    case PowerState::Stopping:
        return tr("Stopping");
    case PowerState::Unknown:
        break;
    }
    return tr("Unknown");
}

QString StatusWords::of(OsType value)
{
    switch (value) {
    case OsType::Linux:
        return tr("Linux");
    case OsType::Windows:
        return tr("Windows");
    case OsType::Unknown:
        break;
    }
    return tr("Unknown");
}

QString StatusWords::of(AgentState value)
{
    switch (value) {
    case AgentState::Ready:
        return tr("Ready");
    case AgentState::NotReady:
        return tr("Not ready");
    case AgentState::OutOfDate:
        return tr("Out of date");
    case AgentState::NotInstalled:
        return tr("Not installed");
    case AgentState::Unknown:
        break;
    }
    return tr("Unknown");
}

QString StatusWords::of(ProvisioningState value)
{
    switch (value) {
    case ProvisioningState::Provisioning:
        return tr("Creating");
    case ProvisioningState::Succeeded:
        return tr("Succeeded");
    case ProvisioningState::Failed:
        return tr("Failed");
    case ProvisioningState::Deleting:
        return tr("Deleting");
    case ProvisioningState::Unknown:
        break;
    }
    return tr("Unknown");
}

QString StatusWords::of(StorageModel value)
{
    switch (value) {
    case StorageModel::GeoRedundant:
        return tr("Geo-redundant");
    case StorageModel::LocallyRedundant:
        return tr("Locally redundant");
    case StorageModel::ZoneRedundant:
        return tr("Zone-redundant");
    case StorageModel::Unknown:
        break;
    }
    return tr("Unknown");
}

QString StatusWords::of(contract::ReplicationState value)
{
    using contract::ReplicationState;
    switch (value) {
    case ReplicationState::None:
        return tr("No second location");
    case ReplicationState::Copying:
        return tr("Copying");
    case ReplicationState::Current:
        //: The second location holds all that the first does.
        return tr("Up to date");
    case ReplicationState::Behind:
        return tr("Behind");
    case ReplicationState::Unreachable:
        return tr("Can't be reached");
    case ReplicationState::Unknown:
        break;
    }
    return tr("Unknown");
}

QString StatusWords::of(contract::IntegrityState value)
{
    using contract::IntegrityState;
    switch (value) {
    case IntegrityState::NotChecked:
        return tr("Not checked yet");
    case IntegrityState::Checking:
        return tr("Being checked");
    case IntegrityState::Whole:
        return tr("No damage found");
    case IntegrityState::Damaged:
        return tr("Damage found");
    case IntegrityState::Unreadable:
        return tr("Could not be checked");
    case IntegrityState::Unknown:
        break;
    }
    return tr("Unknown");
}

QString StatusWords::of(SoftDelete value)
{
    switch (value) {
    case SoftDelete::Enabled:
        return tr("On", "switch");
    case SoftDelete::Disabled:
        return tr("Off", "switch");
    case SoftDelete::AlwaysON:
        return tr("Always on");
    case SoftDelete::Unknown:
        break;
    }
    return tr("Unknown");
}

QString StatusWords::of(ProtectionState value)
{
    switch (value) {
    case ProtectionState::NotProtected:
        return tr("Not protected");
    case ProtectionState::IRPending:
        return tr("Warning (initial backup pending)");
    case ProtectionState::Protected:
        return tr("Protected");
    case ProtectionState::ProtectionError:
        return tr("Failed");
    case ProtectionState::ProtectionStopped:
        return tr("Protection stopped");
    case ProtectionState::ProtectionPaused:
    case ProtectionState::BackupsSuspended:
        return tr("Protection paused");
    case ProtectionState::Unknown:
        break;
    }
    return tr("Protection unknown");
}

QString StatusWords::of(HealthStatus value)
{
    switch (value) {
    case HealthStatus::Passed:
        return tr("Passed");
    case HealthStatus::ActionSuggested:
        return tr("Warning");
    case HealthStatus::ActionRequired:
        return tr("Critical");
    case HealthStatus::Unknown:
        break;
    }
    return tr("Not run yet");
}

QString StatusWords::of(LastBackupStatus value)
{
    switch (value) {
    case LastBackupStatus::Completed:
        return tr("Completed");
    case LastBackupStatus::CompletedWithWarnings:
        return tr("Completed with warnings");
    case LastBackupStatus::Failed:
        return tr("Failed");
    case LastBackupStatus::InProgress:
        return tr("In progress");
    case LastBackupStatus::Cancelled:
        return tr("Canceled");
    case LastBackupStatus::Unknown:
        break;
    }
    return tr("Warning (initial backup pending)");
}

QString StatusWords::of(ConsistencyType value)
{
    switch (value) {
    case ConsistencyType::AppConsistent:
        return tr("Application-consistent");
    case ConsistencyType::FileSystemConsistent:
        return tr("File-system-consistent");
    case ConsistencyType::CrashConsistent:
        return tr("Crash-consistent");
    case ConsistencyType::Unknown:
        break;
    }
    return tr("Unknown");
}

QString StatusWords::consistencyShort(ConsistencyType value)
{
    switch (value) {
    case ConsistencyType::AppConsistent:
        //: Consistency of a recovery point, short: a column
        return tr("Application");
    case ConsistencyType::FileSystemConsistent:
        //: Consistency of a recovery point, short: a column
        return tr("File system");
    case ConsistencyType::CrashConsistent:
        //: Consistency of a recovery point, short: a column
        return tr("Crash");
    case ConsistencyType::Unknown:
        break;
    }
    return tr("Unknown");
}

QString StatusWords::consistencyHelp(ConsistencyType value)
{
    switch (value) {
    case ConsistencyType::AppConsistent:
        return tr("Memory and pending writes are included; applications start in order.");
    case ConsistencyType::FileSystemConsistent:
        return tr("All files were captured at the same moment.");
    case ConsistencyType::CrashConsistent:
        return tr("Only what was on the disks was captured, as after a power failure.");
    case ConsistencyType::Unknown:
        break;
    }
    return {};
}

QString StatusWords::of(TierType value)
{
    switch (value) {
    case TierType::InstantRP:
        return tr("Snapshot tier");
    case TierType::HardenedRP:
        return tr("Vault tier");
    case TierType::ArchivedRP:
        return tr("Archive tier");
    case TierType::Unknown:
        break;
    }
    return tr("Unknown");
}

QString StatusWords::of(TierStatus value)
{
    switch (value) {
    case TierStatus::Valid:
        return tr("Valid");
    case TierStatus::Disabled:
        return tr("Off", "switch");
    case TierStatus::Deleted:
        return tr("Deleted");
    case TierStatus::Rehydrated:
        return tr("Fetched from the archive");
    case TierStatus::Unknown:
        break;
    }
    return tr("Unknown");
}

QString StatusWords::tiers(const QList<TierType>& valid)
{
    const bool snapshot = valid.contains(TierType::InstantRP);
    const bool vault = valid.contains(TierType::HardenedRP);
    if (snapshot && vault) {
        return tr("Snapshot and vault");
    }
    return valid.isEmpty() ? QString() : of(valid.constFirst());
}

QString StatusWords::of(JobOperation value)
{
    switch (value) {
    case JobOperation::ConfigureBackup:
        return tr("Configure backup");
    case JobOperation::Backup:
        return tr("Backup", "job operation");
    case JobOperation::Restore:
        return tr("Restore");
    case JobOperation::DisableBackup:
        return tr("Disable backup");
    case JobOperation::DeleteBackupData:
        return tr("Delete backup data");
    case JobOperation::Undelete:
        return tr("Undelete");
    case JobOperation::Unknown:
        break;
    }
    return tr("Unknown");
}

QString StatusWords::operation(JobOperation value, bool userTriggered)
{
    if (value == JobOperation::Backup) {
        return userTriggered ? tr("Backup (on demand)") : tr("Backup (scheduled)");
    }
    return of(value);
}

QString StatusWords::of(JobStatus value)
{
    switch (value) {
    case JobStatus::InProgress:
        return tr("In progress");
    case JobStatus::Completed:
        return tr("Completed");
    case JobStatus::CompletedWithWarnings:
        return tr("Completed with warnings");
    case JobStatus::Failed:
        return tr("Failed");
    case JobStatus::Cancelling:
        return tr("Cancelling");
    case JobStatus::Cancelled:
        return tr("Canceled");
    case JobStatus::Unknown:
        break;
    }
    return tr("Unknown");
}

QString StatusWords::of(TaskStatus value)
{
    switch (value) {
    case TaskStatus::NotStarted:
        return tr("Not started");
    case TaskStatus::InProgress:
        return tr("In progress");
    case TaskStatus::Completed:
        return tr("Completed");
    case TaskStatus::Failed:
        return tr("Failed");
    case TaskStatus::Cancelled:
        return tr("Canceled");
    case TaskStatus::Skipped:
        return tr("Skipped");
    case TaskStatus::Unknown:
        break;
    }
    return tr("Unknown");
}

QString StatusWords::of(OperationState value)
{
    switch (value) {
    case OperationState::InProgress:
        return tr("In progress");
    case OperationState::Succeeded:
        return tr("Succeeded");
    case OperationState::Failed:
        return tr("Failed");
    case OperationState::Canceled:
        return tr("Canceled");
    case OperationState::Unknown:
        break;
    }
    return tr("Unknown");
}

QString StatusWords::of(RecoveryType value)
{
    switch (value) {
    case RecoveryType::RestoreDisks:
        return tr("Restore disks");
    case RecoveryType::AlternateLocation:
        return tr("Create virtual machine");
    case RecoveryType::OriginalLocation:
        return tr("Replace disks");
    case RecoveryType::Unknown:
        break;
    }
    return tr("Unknown");
}

QString StatusWords::of(Frequency value)
{
    switch (value) {
    case Frequency::Daily:
        return tr("Daily");
    case Frequency::Weekly:
        return tr("Weekly");
    case Frequency::Hourly:
        return tr("Hourly");
    case Frequency::Unknown:
        break;
    }
    return tr("Unknown");
}

QString StatusWords::of(RetentionFormat value)
{
    switch (value) {
    case RetentionFormat::Daily:
        return tr("Day based");
    case RetentionFormat::Weekly:
        return tr("Week based");
    case RetentionFormat::Unknown:
        break;
    }
    return tr("Unknown");
}

} // namespace valv::presentation
