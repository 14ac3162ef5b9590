// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/protection.h"

#include "presentation/stores/protecteditemstore.h"
#include "presentation/text/statuswords.h"

#include <algorithm>

namespace valv::presentation {

using contract::LastBackupStatus;
using contract::ProtectionState;

contract::Open<contract::HealthStatus> preCheckOf(const contract::ProtectedItem& item)
{
    switch (protectionOf(item)) {
    case Protection::Stopped:
    case Protection::Paused:
    case Protection::SoftDeleted:
        return {};
    default:
        return item.health;
    }
}

Protection protectionOf(const contract::ProtectedItem& item)
{
    if (item.softDeleted) {
        return Protection::SoftDeleted;
    }
    switch (item.state.value()) {
    case ProtectionState::ProtectionStopped:
        return Protection::Stopped;
    case ProtectionState::ProtectionPaused:
    case ProtectionState::BackupsSuspended:
        return Protection::Paused;
    case ProtectionState::IRPending:
        return item.lastBackupStatus == LastBackupStatus::Failed ? Protection::LastFailed : Protection::InitialPending;
    case ProtectionState::ProtectionError:
        return Protection::LastFailed;
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

QString protectionWords(Protection protection)
{
    switch (protection) {
    case Protection::Unknown:
        return StatusWords::of(ProtectionState::Unknown);
    case Protection::NotProtected:
        return StatusWords::of(ProtectionState::NotProtected);
    case Protection::InitialPending:
        //: Protection of a machine that has no recovery point yet. Keep short: a column.
        return StatusWords::tr("First backup pending");
    case Protection::Protected:
        return StatusWords::of(ProtectionState::Protected);
    case Protection::LastFailed:
        return StatusWords::of(LastBackupStatus::Failed);
    case Protection::LastWarned:
        return StatusWords::of(LastBackupStatus::CompletedWithWarnings);
    case Protection::Stopped:
        return StatusWords::of(ProtectionState::ProtectionStopped);
    case Protection::Paused:
        return StatusWords::of(ProtectionState::ProtectionPaused);
    case Protection::SoftDeleted:
        return StatusWords::softDeleted();
    }
    return {};
}

StatusKind protectionKind(Protection protection)
{
    switch (protection) {
    case Protection::NotProtected:
        return StatusKind::NotProtected;
    case Protection::InitialPending:
        return StatusKind::Pending;
    case Protection::Protected:
        return StatusKind::Protected;
    case Protection::LastFailed:
        return StatusKind::Failed;
    case Protection::LastWarned:
        return StatusKind::Warning;
    case Protection::Stopped:
    case Protection::Paused:
    case Protection::SoftDeleted:
        return StatusKind::Stopped;
    case Protection::Unknown:
        break;
    }
    return StatusKind::Off;
}

QStringList stopReasons()
{
    return {QStringLiteral("Decommissioned"), QStringLiteral("DevTest"), QStringLiteral("Cost"),
            QStringLiteral("Others")};
}

QString stopReasonWords(const QString& reason)
{
    const QStringList words{StatusWords::tr("Decommissioned"), StatusWords::tr("Dev/test"), StatusWords::tr("Cost"),
                            StatusWords::tr("Others")};
    const auto at = stopReasons().indexOf(reason);
    return at < 0 ? reason : words.at(at);
}

std::optional<int> daysUntilGone(const contract::ProtectedItem& item, const QDateTime& now)
{
    if (!item.softDeleted || !item.deletedAt) {
        return std::nullopt;
    }
    constexpr qint64 day = 24 * 3600;
    const auto left = now.secsTo(item.deletedAt->addDays(item.softDeleteDays > 0 ? item.softDeleteDays : 14));
    return static_cast<int>(std::max<qint64>(0, (left + day - 1) / day));
}

bool sameRow(const VmRow& a, const VmRow& b)
{
    if (a.protection != b.protection || a.subscription != b.subscription || a.item.has_value() != b.item.has_value()) {
        return false;
    }
    return (!a.item || sameRow(*a.item, *b.item)) && a.vm == b.vm;
}

} // namespace valv::presentation
