// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/availability.h"

#include "contract/resources.h"
#include "presentation/text/errortext.h"
#include "presentation/text/statuswords.h"

#include <algorithm>

namespace valv::presentation {

using contract::BackupJob;
using contract::JobOperation;
using contract::JobStatus;
using contract::ProtectedItem;

namespace {

struct Reason
{
    const char* code;
    const char* words;
};

// Why a command does not fit, where the error table has no text for it.
constexpr Reason reasons[] = {
    {"CommandNotProtected",
     QT_TRANSLATE_NOOP("valv::presentation::Availability", "The virtual machine is not protected.")},
    {"CommandAlreadyProtected",
     QT_TRANSLATE_NOOP("valv::presentation::Availability", "The virtual machine is already protected.")},
    {"CommandProtectionUnknown",
     QT_TRANSLATE_NOOP("valv::presentation::Availability",
                       "It cannot be determined whether the virtual machine is already backed up.")},
    {"CommandNoPoint", QT_TRANSLATE_NOOP("valv::presentation::Availability", "There are no recovery points yet.")},
    {"CommandAlreadyStopped",
     QT_TRANSLATE_NOOP("valv::presentation::Availability", "Backup has already been stopped.")},
    {"CommandNotStopped",
     QT_TRANSLATE_NOOP("valv::presentation::Availability", "Only for items whose backup has been stopped.")},
    {"CommandNotDeleted",
     QT_TRANSLATE_NOOP("valv::presentation::Availability", "Only for items whose data has been deleted.")},
    {"CommandCancelling", QT_TRANSLATE_NOOP("valv::presentation::Availability", "The job is already being canceled.")},
    {"CommandNotFailed",
     QT_TRANSLATE_NOOP("valv::presentation::Availability", "Only failed or canceled jobs can be run again.")},
    {"CommandCannotRepeat",
     QT_TRANSLATE_NOOP("valv::presentation::Availability", "This type of job cannot be run again.")},
    {"CommandNotOffered", QT_TRANSLATE_NOOP("valv::presentation::Availability", "The connection does not offer this.")},
    {"CommandOtherSubscription",
     QT_TRANSLATE_NOOP("valv::presentation::Availability", "The vault is in another subscription.")},
    {"CommandNoDisks", QT_TRANSLATE_NOOP("valv::presentation::Availability", "The virtual machine has no disks.")},
    {"CommandForbidden",
     QT_TRANSLATE_NOOP("valv::presentation::Availability",
                       "You need the role %1 on %2. Refresh when you have been given it.")},
    {"CommandNothingSelected", QT_TRANSLATE_NOOP("valv::presentation::Availability", "Nothing is selected.")},
    {"CandidateProtected", QT_TRANSLATE_NOOP("valv::presentation::Availability", "Already protected in %1")},
    {"CandidateStopped", QT_TRANSLATE_NOOP("valv::presentation::Availability", "Stopped, with its data kept in %1")},
    {"CandidateDeleted", QT_TRANSLATE_NOOP("valv::presentation::Availability", "Its data is soft-deleted in %1")},
    {"CandidateOtherRegion", QT_TRANSLATE_NOOP("valv::presentation::Availability", "Other region: %1")},
    {"CandidateNotOffered", QT_TRANSLATE_NOOP("valv::presentation::Availability", "Not offered by the server")},
};

bool isStopped(const ProtectedItem& item)
{
    return protectionOf(item) == Protection::Stopped;
}

// What keeps every change of an item away.
std::optional<Availability> locked(const ProtectedItem* item)
{
    if (!item) {
        return Availability::no(QStringLiteral("CommandNotProtected"));
    }
    if (!item->runningJob.isEmpty()) {
        return Availability::no(QStringLiteral("BMSUserErrorObjectLocked"));
    }
    return std::nullopt;
}

Availability softDeleted()
{
    return Availability::no(QStringLiteral("ItemSoftDeleted"));
}

Availability problemOf(const Error& problem)
{
    return Availability::no(QString::fromStdString(problem.code), {QString::fromStdString(problem.message)});
}

} // namespace

Availability Availability::no(const QString& code, const QStringList& arguments)
{
    Availability availability;
    availability.enabled = false;
    availability.reasonCode = code;
    availability.arguments = arguments;
    return availability;
}

QString Availability::reason() const
{
    if (enabled) {
        return {};
    }
    const auto code = reasonCode.toLatin1();
    const auto* known = std::find_if(std::begin(reasons), std::end(reasons),
                                     [&code](const Reason& reason) { return code == reason.code; });
    if (known != std::end(reasons)) {
        auto words = tr(known->words);
        for (const auto& argument : arguments) {
            words = words.arg(argument);
        }
        return words;
    }
    if (ErrorText::knows(reasonCode)) {
        QVariantList values;
        for (const auto& argument : arguments) {
            values << argument;
        }
        return ErrorText::of(reasonCode, values).message();
    }
    return arguments.value(0, reasonCode);
}

Availability canEnable(const VmRow& row)
{
    switch (row.protection) {
    case Protection::Unknown:
        return Availability::no(QStringLiteral("CommandProtectionUnknown"));
    case Protection::NotProtected:
        break;
    case Protection::SoftDeleted:
        return softDeleted();
    case Protection::InitialPending:
    case Protection::Protected:
    case Protection::LastFailed:
    case Protection::LastWarned:
    case Protection::Stopped:
    case Protection::Paused:
        return Availability::no(QStringLiteral("CommandAlreadyProtected"));
    }
    if (row.vm.problem) {
        return problemOf(*row.vm.problem);
    }
    if (row.vm.disks.isEmpty()) {
        return Availability::no(QStringLiteral("CommandNoDisks"));
    }
    return Availability::yes();
}

Availability canBackupNow(const ProtectedItem* item, const contract::VirtualMachine* vm)
{
    if (!item) {
        return Availability::no(QStringLiteral("CommandNotProtected"));
    }
    if (item->softDeleted) {
        return softDeleted();
    }
    if (isStopped(*item)) {
        return Availability::no(QStringLiteral("UserErrorBcmDatasourceNotPresent"));
    }
    if (!item->runningJob.isEmpty()) {
        return Availability::no(QStringLiteral("UserErrorBackupOperationInProgress"));
    }
    if (!vm) {
        return Availability::no(QStringLiteral("UserErrorVmNotFoundV2"));
    }
    return vm->problem ? problemOf(*vm->problem) : Availability::yes();
}

Availability canRestore(const ProtectedItem* item)
{
    if (!item) {
        return Availability::no(QStringLiteral("CommandNotProtected"));
    }
    if (item->softDeleted) {
        return softDeleted();
    }
    const bool none = !item->lastRecoveryPoint && item->recoveryPointCount <= 0;
    return none ? Availability::no(QStringLiteral("CommandNoPoint")) : Availability::yes();
}

Availability canRecoverFiles(const ProtectedItem* item, const client::Capabilities& capabilities)
{
    return capabilities.fileRecovery ? canRestore(item) : Availability::no(QStringLiteral("CommandNotOffered"));
}

Availability canStop(const ProtectedItem* item)
{
    if (item && item->softDeleted) {
        return softDeleted();
    }
    if (item && isStopped(*item)) {
        return Availability::no(QStringLiteral("CommandAlreadyStopped"));
    }
    return locked(item).value_or(Availability::yes());
}

Availability canResume(const ProtectedItem* item)
{
    if (item && item->softDeleted) {
        return softDeleted();
    }
    if (item && !isStopped(*item)) {
        return Availability::no(QStringLiteral("CommandNotStopped"));
    }
    return locked(item).value_or(Availability::yes());
}

Availability canChangePolicy(const ProtectedItem* item)
{
    if (item && item->softDeleted) {
        return softDeleted();
    }
    if (item && isStopped(*item)) {
        return Availability::no(QStringLiteral("UserErrorBcmDatasourceNotPresent"));
    }
    return locked(item).value_or(Availability::yes());
}

Availability canDeleteData(const ProtectedItem* item)
{
    return canResume(item); // only what is stopped and kept
}

Availability canUndelete(const ProtectedItem* item)
{
    if (item && !item->softDeleted) {
        return Availability::no(QStringLiteral("CommandNotDeleted"));
    }
    return locked(item).value_or(Availability::yes());
}

Availability canCancel(const BackupJob& job, const client::Capabilities& capabilities)
{
    if (job.status == JobStatus::Cancelling) {
        return Availability::no(QStringLiteral("CommandCancelling"));
    }
    if (!(job.status == JobStatus::InProgress)) {
        return Availability::no(QStringLiteral("JobNotInProgress"));
    }
    if (!job.cancellable) {
        return Availability::no(QStringLiteral("JobNotCancelable"));
    }
    if (!capabilities.cancelAnyTime && job.operation == JobOperation::Backup) {
        const bool transfers = std::any_of(job.tasks.begin(), job.tasks.end(), [](const contract::JobTask& task) {
            return task.taskId.contains(QLatin1String("Transfer"), Qt::CaseInsensitive)
                && task.status == contract::TaskStatus::InProgress;
        });
        if (transfers) {
            return Availability::no(QStringLiteral("JobNotInCancelableState"));
        }
    }
    return Availability::yes();
}

Availability canRetry(const BackupJob& job, bool repeatable)
{
    if (!(job.status == JobStatus::Failed) && !(job.status == JobStatus::Cancelled)) {
        return Availability::no(QStringLiteral("CommandNotFailed"));
    }
    return repeatable ? Availability::yes() : Availability::no(QStringLiteral("CommandCannotRepeat"));
}

Availability canDeletePolicy(const contract::BackupPolicy& policy)
{
    return policy.protectedItems > 0
        ? Availability::no(QStringLiteral("PolicyInUse"), {QString::number(policy.protectedItems)})
        : Availability::yes();
}

Availability canProtectIn(const contract::Vault& vault, const contract::VirtualMachine& vm)
{
    if (vault.id.subscriptionId().compare(vm.id.subscriptionId(), Qt::CaseInsensitive) != 0) {
        return Availability::no(QStringLiteral("CommandOtherSubscription"));
    }
    if (contract::normalizedRegion(vault.location) != contract::normalizedRegion(vm.location)) {
        return Availability::no(QStringLiteral("RegionMismatch"), {vm.location, vault.location});
    }
    const auto state = vault.provisioning.value();
    if (state != contract::ProvisioningState::Succeeded && !vault.provisioning.isEmpty()) {
        return Availability::no(QStringLiteral("ValVaultNotUsable"));
    }
    return Availability::yes();
}

Availability canProtectWith(const contract::Vault& vault, const VmRow& row)
{
    if (row.item) {
        const QStringList where{row.vaultId().name()};
        switch (row.protection) {
        case Protection::SoftDeleted:
            return Availability::no(QStringLiteral("CandidateDeleted"), where);
        case Protection::Stopped:
            return Availability::no(QStringLiteral("CandidateStopped"), where);
        default:
            return Availability::no(QStringLiteral("CandidateProtected"), where);
        }
    }
    const auto place = canProtectIn(vault, row.vm);
    if (place.reasonCode == QLatin1String("RegionMismatch")) {
        return Availability::no(QStringLiteral("CandidateOtherRegion"), {StatusWords::region(row.vm.location)});
    }
    return place ? canEnable(row) : place;
}

namespace {

std::optional<contract::Violation> beyond(int limit, int machines, const char* code, const char* field)
{
    return limit >= 0 && machines > limit
        ? std::optional(contract::Violation{QLatin1String(code), {limit}, QLatin1String(field), {}})
        : std::nullopt;
}

} // namespace

std::optional<contract::Violation> policyLimit(const client::Capabilities& capabilities, int now, int more)
{
    return beyond(capabilities.vmsPerPolicy, now + more, "PolicyVmLimitReached", "policy");
}

std::optional<contract::Violation> vaultLimit(const client::Capabilities& capabilities, int now, int more)
{
    return beyond(capabilities.vmsPerVault, now + more, "VaultVmLimitReached", "vault");
}

Availability anyOf(const QList<Availability>& each)
{
    if (each.isEmpty()) {
        return Availability::no(QStringLiteral("CommandNothingSelected"));
    }
    const auto usable = std::any_of(each.begin(), each.end(), [](const Availability& a) { return a.enabled; });
    return usable ? Availability::yes() : each.first();
}

} // namespace valv::presentation
