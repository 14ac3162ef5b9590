// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/enums.h"

#include <QLatin1String>
#include <QMap>

#include <array>
#include <utility>

namespace valv::contract {
namespace {

template <typename E>
using Row = std::pair<E, const char*>;

template <typename E>
struct Table;

// Of several rows for one value the first is written, all are read.
// clang-format off
template <> struct Table<PowerState> { static constexpr Row<PowerState> rows[] = {
    { PowerState::Running, "PowerState/running" }, { PowerState::Stopped, "PowerState/stopped" },
    { PowerState::Deallocated, "PowerState/deallocated" }, { PowerState::Starting, "PowerState/starting" },
    { PowerState::Stopping, "PowerState/stopping" }, { PowerState::Stopping, "PowerState/deallocating" } }; };
template <> struct Table<OsType> { static constexpr Row<OsType> rows[] = {
    { OsType::Linux, "Linux" }, { OsType::Windows, "Windows" } }; };
template <> struct Table<AgentState> { static constexpr Row<AgentState> rows[] = {
    { AgentState::Ready, "Ready" }, { AgentState::NotReady, "Not Ready" }, { AgentState::NotReady, "NotReady" },
    { AgentState::OutOfDate, "Out of date" }, { AgentState::NotInstalled, "Not installed" } }; };
template <> struct Table<ProvisioningState> { static constexpr Row<ProvisioningState> rows[] = {
    { ProvisioningState::Provisioning, "Provisioning" }, { ProvisioningState::Succeeded, "Succeeded" },
    { ProvisioningState::Failed, "Failed" }, { ProvisioningState::Deleting, "Deleting" } }; };
template <> struct Table<StorageModel> { static constexpr Row<StorageModel> rows[] = {
    { StorageModel::GeoRedundant, "GeoRedundant" }, { StorageModel::LocallyRedundant, "LocallyRedundant" },
    { StorageModel::ZoneRedundant, "ZoneRedundant" } }; };
template <> struct Table<SoftDelete> { static constexpr Row<SoftDelete> rows[] = {
    { SoftDelete::Enabled, "Enabled" }, { SoftDelete::Disabled, "Disabled" }, { SoftDelete::AlwaysON, "AlwaysON" } }; };
template <> struct Table<Immutability> { static constexpr Row<Immutability> rows[] = {
    { Immutability::Disabled, "Disabled" }, { Immutability::Unlocked, "Unlocked" }, { Immutability::Locked, "Locked" } }; };
template <> struct Table<ReplicationState> { static constexpr Row<ReplicationState> rows[] = {
    { ReplicationState::None, "None" }, { ReplicationState::Copying, "Copying" },
    { ReplicationState::Current, "Current" }, { ReplicationState::Behind, "Behind" },
    { ReplicationState::Unreachable, "Unreachable" } }; };
template <> struct Table<IntegrityState> { static constexpr Row<IntegrityState> rows[] = {
    { IntegrityState::NotChecked, "NotChecked" }, { IntegrityState::Checking, "Checking" },
    { IntegrityState::Whole, "Whole" }, { IntegrityState::Damaged, "Damaged" },
    { IntegrityState::Unreadable, "Unreadable" } }; };
template <> struct Table<LockLevel> { static constexpr Row<LockLevel> rows[] = {
    { LockLevel::CanNotDelete, "CanNotDelete" }, { LockLevel::ReadOnly, "ReadOnly" } }; };
template <> struct Table<BlockerKind> { static constexpr Row<BlockerKind> rows[] = {
    { BlockerKind::ProtectedItem, "ProtectedItem" }, { BlockerKind::StoppedItem, "StoppedItem" },
    { BlockerKind::SoftDeletedItem, "SoftDeletedItem" }, { BlockerKind::Lock, "Lock" },
    { BlockerKind::Immutability, "Immutability" } }; };
template <> struct Table<ProtectionState> { static constexpr Row<ProtectionState> rows[] = {
    { ProtectionState::NotProtected, "NotProtected" }, { ProtectionState::IRPending, "IRPending" },
    { ProtectionState::Protected, "Protected" }, { ProtectionState::ProtectionError, "ProtectionError" },
    { ProtectionState::ProtectionStopped, "ProtectionStopped" }, { ProtectionState::ProtectionPaused, "ProtectionPaused" },
    { ProtectionState::BackupsSuspended, "BackupsSuspended" } }; };
template <> struct Table<HealthStatus> { static constexpr Row<HealthStatus> rows[] = {
    { HealthStatus::Passed, "Passed" }, { HealthStatus::ActionRequired, "ActionRequired" },
    { HealthStatus::ActionSuggested, "ActionSuggested" } }; };
template <> struct Table<LastBackupStatus> { static constexpr Row<LastBackupStatus> rows[] = {
    { LastBackupStatus::Completed, "Completed" }, { LastBackupStatus::CompletedWithWarnings, "CompletedWithWarnings" },
    { LastBackupStatus::Failed, "Failed" }, { LastBackupStatus::InProgress, "InProgress" },
    { LastBackupStatus::Cancelled, "Cancelled" }, { LastBackupStatus::Cancelled, "Canceled" } }; };
template <> struct Table<ConsistencyType> { static constexpr Row<ConsistencyType> rows[] = {
    { ConsistencyType::AppConsistent, "AppConsistent" },
    { ConsistencyType::FileSystemConsistent, "FileSystemConsistent" },
    { ConsistencyType::CrashConsistent, "CrashConsistent" } }; };
template <> struct Table<TierType> { static constexpr Row<TierType> rows[] = {
    { TierType::InstantRP, "InstantRP" }, { TierType::HardenedRP, "HardenedRP" }, { TierType::ArchivedRP, "ArchivedRP" } }; };
template <> struct Table<TierStatus> { static constexpr Row<TierStatus> rows[] = {
    { TierStatus::Valid, "Valid" }, { TierStatus::Disabled, "Disabled" }, { TierStatus::Deleted, "Deleted" },
    { TierStatus::Rehydrated, "Rehydrated" } }; };
template <> struct Table<JobOperation> { static constexpr Row<JobOperation> rows[] = {
    { JobOperation::ConfigureBackup, "ConfigureBackup" }, { JobOperation::Backup, "Backup" },
    { JobOperation::Restore, "Restore" }, { JobOperation::DisableBackup, "DisableBackup" },
    { JobOperation::DeleteBackupData, "DeleteBackupData" }, { JobOperation::Undelete, "Undelete" } }; };
template <> struct Table<JobStatus> { static constexpr Row<JobStatus> rows[] = {
    { JobStatus::InProgress, "InProgress" }, { JobStatus::Completed, "Completed" },
    { JobStatus::CompletedWithWarnings, "CompletedWithWarnings" }, { JobStatus::Failed, "Failed" },
    { JobStatus::Cancelling, "Cancelling" }, { JobStatus::Cancelled, "Cancelled" }, { JobStatus::Cancelled, "Canceled" } }; };
template <> struct Table<TaskStatus> { static constexpr Row<TaskStatus> rows[] = {
    { TaskStatus::NotStarted, "NotStarted" }, { TaskStatus::InProgress, "InProgress" },
    { TaskStatus::Completed, "Completed" }, { TaskStatus::Failed, "Failed" }, { TaskStatus::Cancelled, "Cancelled" },
    { TaskStatus::Cancelled, "Canceled" }, { TaskStatus::Skipped, "Skipped" } }; };
template <> struct Table<CheckState> { static constexpr Row<CheckState> rows[] = {
    { CheckState::Passed, "Passed" }, { CheckState::Warning, "Warning" }, { CheckState::Failed, "Failed" } }; };
template <> struct Table<OperationState> { static constexpr Row<OperationState> rows[] = {
    { OperationState::InProgress, "InProgress" }, { OperationState::Succeeded, "Succeeded" },
    { OperationState::Failed, "Failed" }, { OperationState::Canceled, "Canceled" },
    { OperationState::Canceled, "Cancelled" } }; };
template <> struct Table<RecoveryType> { static constexpr Row<RecoveryType> rows[] = {
    { RecoveryType::RestoreDisks, "RestoreDisks" }, { RecoveryType::AlternateLocation, "AlternateLocation" },
    { RecoveryType::OriginalLocation, "OriginalLocation" } }; };
template <> struct Table<Frequency> { static constexpr Row<Frequency> rows[] = {
    { Frequency::Daily, "Daily" }, { Frequency::Weekly, "Weekly" }, { Frequency::Hourly, "Hourly" } }; };
template <> struct Table<RetentionFormat> { static constexpr Row<RetentionFormat> rows[] = {
    { RetentionFormat::Daily, "Daily" }, { RetentionFormat::Weekly, "Weekly" } }; };
template <> struct Table<Weekday> { static constexpr Row<Weekday> rows[] = {
    { Weekday::Monday, "Monday" }, { Weekday::Tuesday, "Tuesday" }, { Weekday::Wednesday, "Wednesday" },
    { Weekday::Thursday, "Thursday" }, { Weekday::Friday, "Friday" }, { Weekday::Saturday, "Saturday" },
    { Weekday::Sunday, "Sunday" } }; };
template <> struct Table<WeekOfMonth> { static constexpr Row<WeekOfMonth> rows[] = {
    { WeekOfMonth::First, "First" }, { WeekOfMonth::Second, "Second" }, { WeekOfMonth::Third, "Third" },
    { WeekOfMonth::Fourth, "Fourth" }, { WeekOfMonth::Last, "Last" } }; };
template <> struct Table<Month> { static constexpr Row<Month> rows[] = {
    { Month::January, "January" }, { Month::February, "February" }, { Month::March, "March" }, { Month::April, "April" },
    { Month::May, "May" }, { Month::June, "June" }, { Month::July, "July" }, { Month::August, "August" },
    { Month::September, "September" }, { Month::October, "October" }, { Month::November, "November" },
    { Month::December, "December" } }; };
template <> struct Table<AlertSeverity> { static constexpr Row<AlertSeverity> rows[] = {
    { AlertSeverity::Critical, "Sev0" }, { AlertSeverity::Critical, "Sev1" }, { AlertSeverity::Warning, "Sev2" },
    { AlertSeverity::Information, "Sev3" }, { AlertSeverity::Information, "Sev4" } }; };
template <> struct Table<AlertCondition> { static constexpr Row<AlertCondition> rows[] = {
    { AlertCondition::Fired, "Fired" }, { AlertCondition::Resolved, "Resolved" } }; };
template <> struct Table<AlertState> { static constexpr Row<AlertState> rows[] = {
    { AlertState::New, "New" }, { AlertState::Acknowledged, "Acknowledged" }, { AlertState::Closed, "Closed" } }; };
template <> struct Table<MailSecurity> { static constexpr Row<MailSecurity> rows[] = {
    { MailSecurity::None, "None" }, { MailSecurity::StartTls, "StartTls" }, { MailSecurity::Tls, "Tls" } }; };
template <> struct Table<EngineHost> { static constexpr Row<EngineHost> rows[] = {
    { EngineHost::Console, "Console" }, { EngineHost::Daemon, "Daemon" },
    { EngineHost::LoginService, "LoginService" }, { EngineHost::BootService, "BootService" } }; };
// clang-format on

} // namespace

template <typename E>
QString toText(E value)
{
    static const auto texts = [] { // made once and shared by whoever asks
        QMap<E, QString> all;
        for (const auto& [known, text] : Table<E>::rows) {
            if (!all.contains(known)) {
                all.insert(known, QString::fromLatin1(text));
            }
        }
        return all;
    }();
    return texts.value(value);
}

template <typename E>
E fromText(const QString& text)
{
    for (const auto& [known, word] : Table<E>::rows) {
        if (text.compare(QLatin1String(word), Qt::CaseInsensitive) == 0) {
            return known;
        }
    }
    return E::Unknown;
}

#define VALV_WORDS(E)                                                                                                  \
    template QString toText<E>(E);                                                                                     \
    template E fromText<E>(const QString&);

VALV_WORDS(PowerState)
VALV_WORDS(OsType)
VALV_WORDS(AgentState)
VALV_WORDS(ProvisioningState)
VALV_WORDS(StorageModel)
VALV_WORDS(SoftDelete)
VALV_WORDS(Immutability)
VALV_WORDS(ReplicationState)
VALV_WORDS(IntegrityState)
VALV_WORDS(LockLevel)
VALV_WORDS(BlockerKind)
VALV_WORDS(ProtectionState)
VALV_WORDS(HealthStatus)
VALV_WORDS(LastBackupStatus)
VALV_WORDS(ConsistencyType)
VALV_WORDS(TierType)
VALV_WORDS(TierStatus)
VALV_WORDS(JobOperation)
VALV_WORDS(JobStatus)
VALV_WORDS(TaskStatus)
VALV_WORDS(CheckState)
VALV_WORDS(OperationState)
VALV_WORDS(RecoveryType)
VALV_WORDS(Frequency)
VALV_WORDS(RetentionFormat)
VALV_WORDS(Weekday)
VALV_WORDS(WeekOfMonth)
VALV_WORDS(Month)
VALV_WORDS(AlertSeverity)
VALV_WORDS(AlertCondition)
VALV_WORDS(AlertState)
VALV_WORDS(MailSecurity)
VALV_WORDS(EngineHost)

#undef VALV_WORDS

} // namespace valv::contract
