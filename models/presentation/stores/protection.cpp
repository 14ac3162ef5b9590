// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/protection.h"

#include "presentation/stores/protecteditemstore.h"

namespace valv::presentation {

using contract::LastBackupStatus;
using contract::ProtectionState;

Protection protectionOf(const contract::ProtectedItem& item)
{
    if (item.softDeleted) {
        return Protection::SoftDeleted;
    }
    switch (item.state.value()) {
    case ProtectionState::ProtectionStopped:
    case ProtectionState::ProtectionPaused:
    case ProtectionState::BackupsSuspended:
        return Protection::Stopped;
    case ProtectionState::IRPending:
        return item.lastBackupStatus == LastBackupStatus::Failed ? Protection::LastFailed : Protection::InitialPending;
    case ProtectionState::ProtectionError:
        return Protection::Failing;
    case ProtectionState::NotProtected:
        return Protection::NotProtected;
    case ProtectionState::Protected:
    case ProtectionState::Unknown:
        break;
    }
    if (item.lastBackupStatus == LastBackupStatus::Failed) {
        return Protection::LastFailed;
    }
    if (item.lastBackupStatus == LastBackupStatus::CompletedWithWarnings) {
        return Protection::LastWarned;
    }
    return item.state == ProtectionState::Protected ? Protection::Protected : Protection::Unknown;
}

bool sameRow(const VmRow& a, const VmRow& b)
{
    if (a.protection != b.protection || a.subscription != b.subscription || a.item.has_value() != b.item.has_value()) {
        return false;
    }
    return (!a.item || sameRow(*a.item, *b.item)) && a.vm.raw == b.vm.raw;
}

bool isSlow(const contract::BackupJob& job)
{
    constexpr qint64 hour = 3600 * 1000;
    if (!job.isRunning()) {
        return false;
    }
    if (job.operation == contract::JobOperation::Backup) {
        return job.durationMs > 12 * hour;
    }
    return job.operation == contract::JobOperation::Restore && job.durationMs > 6 * hour;
}

} // namespace valv::presentation
