// SPDX-License-Identifier: GPL-3.0-or-later
// Marks of StatusWords, and the words for what is a text on the wire.
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
    Phrase{"LastGood", QT_TRANSLATE_NOOP("valv::presentation::StatusWords", "Last good point")},
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

QString StatusWords::of(const ProtectedItem& item)
{
    return item.softDeleted ? tr("Soft deleted") : of(item.state);
}

Mark StatusWords::mark(const ProtectedItem& item)
{
    return item.softDeleted ? Mark::Stopped : mark(item.state.value());
}

Mark StatusWords::mark(PowerState value)
{
    switch (value) {
    case PowerState::Running:
        return Mark::Ok;
    case PowerState::Starting:
    case PowerState::Stopping:
        return Mark::Running;
    case PowerState::Stopped:
    case PowerState::Deallocated:
    case PowerState::Unknown:
        break;
    }
    return Mark::Off;
}

Mark StatusWords::mark(AgentState value)
{
    switch (value) {
    case AgentState::Ready:
        return Mark::Ok;
    case AgentState::NotReady:
    case AgentState::OutOfDate:
        return Mark::Warning;
    case AgentState::NotInstalled:
    case AgentState::Unknown:
        break;
    }
    return Mark::Off;
}

Mark StatusWords::mark(ProtectionState value)
{
    switch (value) {
    case ProtectionState::Protected:
        return Mark::Protected;
    case ProtectionState::IRPending:
        return Mark::Pending;
    case ProtectionState::ProtectionError:
        return Mark::Failed;
    case ProtectionState::ProtectionStopped:
    case ProtectionState::ProtectionPaused:
    case ProtectionState::BackupsSuspended:
        return Mark::Stopped;
    case ProtectionState::NotProtected:
        return Mark::NotProtected;
    case ProtectionState::Unknown:
        break;
    }
    return Mark::Off;
}

Mark StatusWords::mark(HealthStatus value)
{
    switch (value) {
    case HealthStatus::Passed:
        return Mark::Ok;
    case HealthStatus::ActionSuggested:
        return Mark::Warning;
    case HealthStatus::ActionRequired:
        return Mark::Failed;
    case HealthStatus::Unknown:
        break;
    }
    return Mark::Off;
}

Mark StatusWords::mark(LastBackupStatus value)
{
    switch (value) {
    case LastBackupStatus::Completed:
        return Mark::Ok;
    case LastBackupStatus::CompletedWithWarnings:
        return Mark::Warning;
    case LastBackupStatus::Failed:
        return Mark::Failed;
    case LastBackupStatus::InProgress:
        return Mark::Running;
    case LastBackupStatus::Cancelled:
        return Mark::Stopped;
    case LastBackupStatus::Unknown:
        break;
    }
    return Mark::Pending;
}

Mark StatusWords::mark(ConsistencyType value)
{
    switch (value) {
    case ConsistencyType::AppConsistent:
        return Mark::Ok;
    case ConsistencyType::FileSystemConsistent:
    case ConsistencyType::CrashConsistent:
        return Mark::Warning;
    case ConsistencyType::Unknown:
        break;
    }
    return Mark::Off;
}

Mark StatusWords::mark(JobStatus value)
{
    switch (value) {
    case JobStatus::InProgress:
    case JobStatus::Cancelling:
        return Mark::Running;
    case JobStatus::Completed:
        return Mark::Ok;
    case JobStatus::CompletedWithWarnings:
        return Mark::Warning;
    case JobStatus::Failed:
        return Mark::Failed;
    case JobStatus::Cancelled:
        return Mark::Stopped;
    case JobStatus::Unknown:
        break;
    }
    return Mark::Off;
}

Mark StatusWords::mark(TaskStatus value)
{
    switch (value) {
    case TaskStatus::InProgress:
        return Mark::Running;
    case TaskStatus::Completed:
        return Mark::Ok;
    case TaskStatus::Failed:
        return Mark::Failed;
    case TaskStatus::Cancelled:
        return Mark::Stopped;
    case TaskStatus::NotStarted:
    case TaskStatus::Skipped:
    case TaskStatus::Unknown:
        break;
    }
    return Mark::Off;
}

Mark StatusWords::mark(OperationState value)
{
    switch (value) {
    case OperationState::InProgress:
        return Mark::Running;
    case OperationState::Succeeded:
        return Mark::Ok;
    case OperationState::Failed:
        return Mark::Failed;
    case OperationState::Canceled:
        return Mark::Stopped;
    case OperationState::Unknown:
        break;
    }
    return Mark::Off;
}

} // namespace valv::presentation
