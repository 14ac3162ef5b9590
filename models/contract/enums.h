// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/open.h"

//! Enumerations of the wire. Source: contract.md 7–10. Unknown is never written.
namespace valv::contract {

// clang-format off
enum class PowerState { Unknown, Running, Stopped, Deallocated, Starting, Stopping }; // PowerState/running …
enum class OsType { Unknown, Linux, Windows };
enum class AgentState { Unknown, Ready, NotReady, OutOfDate, NotInstalled }; // displayStatus of the vmAgent status
enum class ProvisioningState { Unknown, Provisioning, Succeeded, Failed, Deleting };
enum class StorageModel { Unknown, GeoRedundant, LocallyRedundant, ZoneRedundant };
enum class SoftDelete { Unknown, Enabled, Disabled, AlwaysON };
enum class Immutability { Unknown, Disabled, Unlocked, Locked };
enum class ReplicationState { Unknown, None, Copying, Current, Behind, Unreachable }; // ours
enum class IntegrityState { Unknown, NotChecked, Checking, Whole, Damaged, Unreadable }; // ours
enum class LockLevel { Unknown, CanNotDelete, ReadOnly };
enum class BlockerKind { Unknown, ProtectedItem, StoppedItem, SoftDeletedItem, Lock, Immutability }; // ours
enum class ProtectionState
{
    Unknown,
    NotProtected,
    IRPending,
    Protected,
    ProtectionError,
    ProtectionStopped,
    ProtectionPaused,
    BackupsSuspended
};
enum class HealthStatus { Unknown, Passed, ActionRequired, ActionSuggested };
enum class LastBackupStatus { Unknown, Completed, CompletedWithWarnings, Failed, InProgress, Cancelled };
enum class ConsistencyType { Unknown, AppConsistent, FileSystemConsistent, CrashConsistent };
enum class TierType { Unknown, InstantRP, HardenedRP, ArchivedRP };
enum class TierStatus { Unknown, Valid, Disabled, Deleted, Rehydrated };
enum class JobOperation { Unknown, ConfigureBackup, Backup, Restore, DisableBackup, DeleteBackupData, Undelete };
enum class JobStatus { Unknown, InProgress, Completed, CompletedWithWarnings, Failed, Cancelling, Cancelled };
enum class TaskStatus { Unknown, NotStarted, InProgress, Completed, Failed, Cancelled, Skipped };
enum class CheckState { Unknown, Passed, Warning, Failed };
enum class OperationState { Unknown, InProgress, Succeeded, Failed, Canceled };
enum class RecoveryType { Unknown, RestoreDisks, AlternateLocation, OriginalLocation };
enum class Frequency { Unknown, Daily, Weekly, Hourly }; // Hourly: several times a day, in a window
enum class RetentionFormat { Unknown, Daily, Weekly }; //!< Daily: by day of month; Weekly: by weekday of week
enum class Weekday { Unknown, Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday };
enum class WeekOfMonth { Unknown, First, Second, Third, Fourth, Last };
enum class Month { Unknown, January, February, March, April, May, June, July, August, September, October, November, December };
enum class AlertSeverity { Unknown, Critical, Warning, Information }; // Sev0 and Sev1, Sev2, Sev3 and Sev4
enum class AlertCondition { Unknown, Fired, Resolved }; // whether the cause is still there
enum class AlertState { Unknown, New, Acknowledged, Closed }; // what a person made of it
enum class MailSecurity { Unknown, None, StartTls, Tls }; // ours
enum class EngineHost { Unknown, Console, Daemon, LoginService, BootService }; // what keeps an engine running
// clang-format on

} // namespace valv::contract
