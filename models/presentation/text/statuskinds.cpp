// SPDX-License-Identifier: GPL-3.0-or-later
// Kinds of StatusWords, and the words for what is a text on the wire.
#include "presentation/text/statuswords.h"

#include <array>

namespace valv::presentation {

using namespace contract;

namespace {

struct Phrase
{
    const char* wire;
    const char* english;
};

constexpr const char* context = "valv::presentation::StatusWords";

template <size_t N>
QString look(const std::array<Phrase, N>& phrases, const QString& wire, const QString& otherwise)
{
    for (const Phrase& phrase : phrases) {
        if (wire.compare(QLatin1String(phrase.wire), Qt::CaseInsensitive) == 0) {
            return QCoreApplication::translate(context, phrase.english);
        }
    }
    return otherwise;
}

const std::array tasks{
    Phrase{"Take Snapshot", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Take snapshot")},
    Phrase{"Transfer data to vault", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Transfer data to vault")},
    Phrase{"Transfer data from vault",
           QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Transfer data from vault")},
    Phrase{"Create the restored virtual machine",
           QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Create the restored virtual machine")},
    Phrase{"Update the virtual machine",
           QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Update the virtual machine")},
    Phrase{"Replace disks", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Replace disks")},
    Phrase{"Configure backup", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Configure backup")},
    Phrase{"Delete backup data", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Delete backup data")},
    Phrase{"Verify checksums", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Verify checksums")},
    Phrase{"Create recovery point", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Create recovery point")},
    Phrase{"Prepare recovery point", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Prepare recovery point")},
};

const std::array regions{
    Phrase{"northeurope", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "North Europe")},
    Phrase{"westeurope", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "West Europe")},
    Phrase{"swedencentral", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Sweden Central")},
    Phrase{"norwayeast", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Norway East")},
    Phrase{"uksouth", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "UK South")},
    Phrase{"germanywestcentral", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Germany West Central")},
    Phrase{"francecentral", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "France Central")},
    Phrase{"eastus", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "East US")},
    Phrase{"westus", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "West US")},
};

const std::array reasons{
    Phrase{"Daily", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Daily")},
    Phrase{"Weekly", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Weekly")},
    Phrase{"Monthly", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Monthly")},
    Phrase{"Yearly", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Yearly")},
    Phrase{"OnDemand", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "On demand")},
    Phrase{"Pinned", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Pinned")},
    Phrase{"Chosen", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Date chosen")},
    Phrase{"Held", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "On hold")},
    Phrase{"LastGood", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Last good")},
    Phrase{"Stopped", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Protection stopped")},
};

const std::array types{
    Phrase{"Microsoft.Compute/virtualMachines",
           QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Virtual machine")},
    Phrase{"Microsoft.RecoveryServices/vaults",
           QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Recovery Services vault")},
    Phrase{"Microsoft.RecoveryServices/vaults/backupPolicies",
           QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Backup policy")},
    Phrase{"Microsoft.RecoveryServices/vaults/backupJobs",
           QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Backup job")},
};

} // namespace

QString StatusWords::task(const QString& taskId)
{
    return look(tasks, taskId, taskId);
}

QString StatusWords::region(const QString& regionId)
{
    return look(regions, regionId, regionId);
}

QString StatusWords::keptBy(const QString& reason)
{
    return look(reasons, reason, reason);
}

QString StatusWords::resourceType(const QString& armType)
{
    return look(types, armType, armType);
}

namespace {

//! What stands in place of the last backup's status: the item's own state. Unknown: nothing does.
ProtectionState before(const ProtectedItem& item)
{
    const auto state = item.state.value();
    const auto last = item.lastBackupStatus.value();
    switch (state) {
    case ProtectionState::IRPending: {
        const bool said = last == LastBackupStatus::Failed || last == LastBackupStatus::InProgress;
        return said ? ProtectionState::Unknown : state;
    }
    case ProtectionState::Protected:
    case ProtectionState::ProtectionError:
        return item.lastBackupStatus.isEmpty() ? state : ProtectionState::Unknown;
    default:
        return state;
    }
}

} // namespace

QString StatusWords::softDeleted()
{
    return tr("Soft deleted");
}

QString StatusWords::of(const ProtectedItem& item)
{
    if (item.softDeleted) {
        return softDeleted();
    }
    const auto state = before(item);
    return state == ProtectionState::Unknown ? of(item.lastBackupStatus) : of(state);
}

StatusKind StatusWords::kind(const ProtectedItem& item)
{
    if (item.softDeleted) {
        return StatusKind::Stopped;
    }
    const auto state = before(item);
    return state == ProtectionState::Unknown ? kind(item.lastBackupStatus.value()) : kind(state);
}

StatusKind StatusWords::kind(PowerState value)
{
    switch (value) {
    case PowerState::Running:
        return StatusKind::Ok;
    case PowerState::Starting:
    case PowerState::Stopping:
        return StatusKind::Running;
    case PowerState::Stopped:
        return StatusKind::Stopped;
    case PowerState::Deallocated:
    case PowerState::Unknown:
        break;
    }
    return StatusKind::Off;
}

StatusKind StatusWords::kind(AgentState value)
{
    switch (value) {
    case AgentState::Ready:
        return StatusKind::Ok;
    case AgentState::NotReady:
    case AgentState::OutOfDate:
        return StatusKind::Warning;
    case AgentState::NotInstalled:
    case AgentState::Unknown:
        break;
    }
    return StatusKind::Off;
}

StatusKind StatusWords::kind(ProtectionState value)
{
    switch (value) {
    case ProtectionState::Protected:
        return StatusKind::Protected;
    case ProtectionState::IRPending:
        return StatusKind::Pending;
    case ProtectionState::ProtectionError:
        return StatusKind::Failed;
    case ProtectionState::ProtectionStopped:
    case ProtectionState::ProtectionPaused:
    case ProtectionState::BackupsSuspended:
        return StatusKind::Stopped;
    case ProtectionState::NotProtected:
        return StatusKind::NotProtected;
    case ProtectionState::Unknown:
        break;
    }
    return StatusKind::Off;
}

StatusKind StatusWords::kind(HealthStatus value)
{
    switch (value) {
    case HealthStatus::Passed:
        return StatusKind::Ok;
    case HealthStatus::ActionSuggested:
        return StatusKind::Warning;
    case HealthStatus::ActionRequired:
        return StatusKind::Failed;
    case HealthStatus::Unknown:
        break;
    }
    return StatusKind::Off;
}

StatusKind StatusWords::kind(LastBackupStatus value)
{
    switch (value) {
    case LastBackupStatus::Completed:
        return StatusKind::Ok;
    case LastBackupStatus::CompletedWithWarnings:
        return StatusKind::Warning;
    case LastBackupStatus::Failed:
        return StatusKind::Failed;
    case LastBackupStatus::InProgress:
        return StatusKind::Running;
    case LastBackupStatus::Cancelled:
        return StatusKind::Stopped;
    case LastBackupStatus::Unknown:
        break;
    }
    return StatusKind::Pending;
}

StatusKind StatusWords::kind(ConsistencyType value)
{
    switch (value) {
    case ConsistencyType::AppConsistent:
        return StatusKind::Ok;
    case ConsistencyType::FileSystemConsistent:
    case ConsistencyType::CrashConsistent:
        return StatusKind::Warning;
    case ConsistencyType::Unknown:
        break;
    }
    return StatusKind::Off;
}

StatusKind StatusWords::kind(JobStatus value)
{
    switch (value) {
    case JobStatus::InProgress:
    case JobStatus::Cancelling:
        return StatusKind::Running;
    case JobStatus::Completed:
        return StatusKind::Ok;
    case JobStatus::CompletedWithWarnings:
        return StatusKind::Warning;
    case JobStatus::Failed:
        return StatusKind::Failed;
    case JobStatus::Cancelled:
        return StatusKind::Stopped;
    case JobStatus::Unknown:
        break;
    }
    return StatusKind::Off;
}

StatusKind StatusWords::kind(contract::IntegrityState value)
{
    using contract::IntegrityState;
    switch (value) {
    case IntegrityState::Whole:
        return StatusKind::Ok;
    case IntegrityState::Checking:
        return StatusKind::Running;
    case IntegrityState::Unreadable:
        return StatusKind::Warning;
    case IntegrityState::Damaged:
        return StatusKind::Failed;
    case IntegrityState::NotChecked:
    case IntegrityState::Unknown:
        break;
    }
    return StatusKind::Off;
}

StatusKind StatusWords::kind(TaskStatus value)
{
    switch (value) {
    case TaskStatus::InProgress:
        return StatusKind::Running;
    case TaskStatus::Completed:
        return StatusKind::Ok;
    case TaskStatus::Failed:
        return StatusKind::Failed;
    case TaskStatus::Cancelled:
        return StatusKind::Stopped;
    case TaskStatus::NotStarted:
    case TaskStatus::Skipped:
    case TaskStatus::Unknown:
        break;
    }
    return StatusKind::Off;
}

StatusKind StatusWords::kind(OperationState value)
{
    switch (value) {
    case OperationState::InProgress:
        return StatusKind::Running;
    case OperationState::Succeeded:
        return StatusKind::Ok;
    case OperationState::Failed:
        return StatusKind::Failed;
    case OperationState::Canceled:
        return StatusKind::Stopped;
    case OperationState::Unknown:
        break;
    }
    return StatusKind::Off;
}

} // namespace valv::presentation
