// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/faults.h"

namespace valv::engine {

namespace {

Error plain(const QString& code, const QString& message, const QString& target = {}, const QString& action = {})
{
    return {code.toStdString(), message.toStdString(), target.toStdString(), action.toStdString(), {}};
}

Error detailed(const QString& code, const QString& message, Error detail)
{
    auto error = plain(code, message);
    error.target = detail.target;
    error.details.push_back(std::move(detail));
    return error;
}

Error detailOf(const contract::Violation& violation)
{
    return plain(violation.code, contract::inEnglish(violation), violation.field, violation.suggestion);
}

struct Known
{
    const char* from; //!< code of a source, the store or a transfer
    const char* code;
    int number;
    const char* message;
    const char* action;
};

// Numbers are ours, from 510001; they stay with their code for good.
constexpr Known knownErrors[] = {
    {"VmNotFound", "UserErrorVmNotFoundV2", 510001, "The VM no longer exists or has been moved.",
     "Stop backup for the item (retain or delete data), or recreate the VM with the same name and resource group."},
    {"VmNotReady", "UserErrorVmNotInDesirableState", 510002, "The VM is in a state that does not allow backup.",
     "Wait until it is Running or Stopped and try again."},
    {"SourceUnreadable", "DiscoveryFailed", 510003, "The VMs in the subscription could not be listed.",
     "Check the connection and your role, then try again."},
    {"DiskInUse", "DiskInUse", 510004, "A disk is being written by another program.",
     "Shut the VM down, or use a source that can take snapshots, and try again."},
    {"DiskUnreadable", "DiskUnreadable", 510005, "A disk could not be read.",
     "Check that the file is there, that it may be read and that its disk is healthy, then try again."},
    {"DiskTruncated", "DiskTruncated", 510006, "A disk image is shorter than it should be.",
     "Check the image with its own tools; restore it from an earlier recovery point if it is damaged."},
    {"DiskVanished", "DiskVanished", 510007, "A disk image disappeared while it was being backed up.",
     "Put the file back or stop protecting the VM, then try again."},
    {"DiskChanged", "DiskChanged", 510008, "A disk was changed while it was being backed up.",
     "Shut the VM down or wait until nothing writes to the disk, then try again."},
    {"DiskFormatUnknown", "DiskFormatUnknown", 510009, "The format of a disk image is not known.",
     "Convert the image to raw or qcow2."},
    {"VmFactsUnreadable", "VmFactsUnreadable", 510015, "The file valv.json of the VM can't be understood.",
     "Correct the file; docs/image-folder.md describes it."},
    {"ToolMissing", "ToolMissing", 510010, "A program that is needed is not installed.",
     "Install the package qemu-utils and try again."},
    {"DiskMissing", "DiskMissing", 510014, "", // the words say it all, and name the disk
     "Put the file back. If the disk no longer belongs to the VM, take it out of valv.json."},
    {"NameTaken", "NameTaken", 510011, "There is already a VM with this name.", "Choose another name."},
    {"NotSupported", "NotSupportedHere", 510012, "This is not possible here.", ""},
    {"TargetUnwritable", "TargetUnwritable", 510045, "A restored disk could not be written.",
     "Check the disk and try again."},
    {"InvalidName", "InvalidName", 510013, "A VM can't have this name here.",
     "Choose a name of letters, digits and hyphens."},
    {"VaultFull", "VaultFull", 510020, "The vault's disk is full.",
     "Free some space on the disk that holds the vault, then try again. Earlier recovery points are intact."},
    {"VaultNoPermission", "VaultNoPermission", 510021, "The vault's folder may not be read or written.",
     "Check the owner and the permissions of the vault's folder."},
    {"VaultNotFound", "VaultNotFound", 510022, "The vault's folder is not there.",
     "Connect the disk that holds the vault and try again."},
    {"VaultInUse", "VaultInUse", 510023, "Another program is writing to the vault.",
     "Wait until it has finished and try again."},
    {"VaultWrongKey", "VaultWrongKey", 510024, "The key does not open the vault.",
     "Put the vault's own key file back, or attach the vault with its recovery key."},
    {"VaultNotAVault", "VaultNotAVault", 510025, "The vault is damaged.", "Run a check of the vault."},
    {"VaultDamaged", "VaultDamaged", 510025, "The vault is damaged.", "Run a check of the vault."},
    {"VaultFormatTooNew", "VaultFormatTooNew", 510026, "The vault was written by a later version.",
     "Install that version or a later one."},
    {"VaultIoError", "VaultIoError", 510027, "The vault's disk reported an error.",
     "Check the disk that holds the vault, then try again."},
    {"ChunkNotReadBack", "ChunkNotReadBack", 510027, "The vault's disk reported an error.",
     "Check the disk that holds the vault, then try again."},
    {"PointNotFound", "BMSUserErrorObjectNotFound", 510028, "The recovery point could not be found.",
     "Choose another recovery point."},
    {"PointDamaged", "PointDamaged", 510029, "The recovery point is damaged in the vault.",
     "Choose another recovery point and run a check of the vault."},
    {"ChunkDamaged", "ChunkDamaged", 510029, "The recovery point is damaged in the vault.",
     "Choose another recovery point and run a check of the vault."},
    {"BlobNotFound", "BlobNotFound", 510029, "The recovery point is damaged in the vault.",
     "Choose another recovery point and run a check of the vault."},
    {"BlobTooShort", "BlobTooShort", 510029, "The recovery point is damaged in the vault.",
     "Choose another recovery point and run a check of the vault."},
    {"KeyFileNotFound", "KeyFileNotFound", 510030, "The vault's key file is missing.",
     "Put the vault's own key file back, or attach the vault with its recovery key."},
    {"KeyFileNoPermission", "KeyFileNoPermission", 510030, "The vault's key file is missing.",
     "Put the vault's own key file back, or attach the vault with its recovery key."},
    {"RecoveryKeyMistyped", "RecoveryKeyMistyped", 510024, "The key does not open the vault.",
     "Put the vault's own key file back, or attach the vault with its recovery key."},
    {"ValvRestoreTargetExists", "ValvRestoreTargetExists", 510040, "A file to be restored is already there.",
     "Choose another folder, or allow the file to be replaced."},
    {"ValvRestoreTargetBusy", "ValvRestoreTargetBusy", 510041, "Another restore is writing the same file.",
     "Wait until it has finished, or choose another folder."},
    {"ValvRestoreNoPermission", "ValvRestoreNoPermission", 510042, "The folder to restore to may not be written to.",
     "Choose a folder that you may write to."},
    {"ValvRestoreNoSpace", "ValvRestoreNoSpace", 510043, "There is not enough free space to restore to.",
     "Free some space or choose another folder."},
    {"ValvRestoreFolderInvalid", "ValvRestoreFolderInvalid", 510044, "The folder to restore to cannot be used.",
     "Choose another folder."},
    {"ValvRestoreWriteFailed", "ValvRestoreWriteFailed", 510045, "A restored disk could not be written.",
     "Check the disk and try again."},
    {"JobInterrupted", "JobInterrupted", 510050,
     "The program was closed or the computer restarted while the job ran. Earlier recovery points are intact.",
     "Start the job again."},
};

} // namespace

Fault fault(const QString& code, const QString& message, const QString& target, const QString& action)
{
    return Fault(plain(code, message, target, action));
}

Fault resourceNotFound(const ArmId& id)
{
    const bool vault = !id.value(u"vaults").isEmpty();
    const auto name = vault ? id.value(u"vaults") : id.name();
    const auto type = vault ? QStringLiteral("Microsoft.RecoveryServices/vaults")
                            : QStringLiteral("Microsoft.Compute/virtualMachines");
    return fault(QStringLiteral("ResourceNotFound"),
                 QStringLiteral("The Resource '%1/%2' under resource group '%3' was not found. For more details please "
                                "go to https://aka.ms/ARMResourceNotFoundFix")
                     .arg(type, name, id.resourceGroup()));
}

Fault resourceGroupNotFound(const QString& group)
{
    return fault(QStringLiteral("ResourceGroupNotFound"),
                 QStringLiteral("Resource group '%1' could not be found.").arg(group), group);
}

Fault objectNotFound(const QString& what, const QString& name)
{
    return fault(QStringLiteral("BMSUserErrorObjectNotFound"),
                 QStringLiteral("The %1 '%2' could not be found.").arg(what, name), name);
}

Fault itemNotFound()
{
    return fault(QStringLiteral("BMSUserErrorDataSourceObjectNotFound"),
                 QStringLiteral("Item not found.\r\nSelected item might have been deleted. Please check if item is "
                                "registered to the vault."));
}

Fault invalidInput(const QString& reason, const QString& target, const QString& detailCode)
{
    const auto code = QStringLiteral("BMSUserErrorInvalidInput");
    return Fault(detailed(code,
                          QStringLiteral("Input provided for the call is invalid\r\nPlease check the required inputs"),
                          plain(detailCode.isEmpty() ? code : detailCode, reason, target)));
}

Fault invalidInput(const QList<contract::Violation>& violations)
{
    auto refusal = invalidInput(contract::inEnglish(violations.first()));
    refusal.value().details.clear();
    for (const auto& violation : violations) {
        refusal.value().details.push_back({violation.code.toStdString(),
                                           contract::inEnglish(violation).toStdString(),
                                           violation.field.toStdString(),
                                           {},
                                           {}});
    }
    return refusal;
}

Fault invalidProtection(const QString& reason, const QString& target)
{
    const auto code = QStringLiteral("BMSUserErrorInvalidConfigureProtectionRequest");
    return Fault(detailed(code,
                          QStringLiteral("Input for configure protection is not in proper format\r\nPlease ensure that "
                                         "container exists and other parameters are in valid format"),
                          plain(code, reason, target)));
}

Fault invalidPolicy(const QList<contract::Violation>& violations)
{
    auto error =
        plain(QStringLiteral("BMSUserErrorInvalidPolicyInput"),
              QStringLiteral("Input for create or update policy is not in proper format\r\nPlease check format "
                             "of parameters like schedule time, schedule days, retention time and retention "
                             "days "));
    for (const auto& violation : violations) {
        error.details.push_back(detailOf(violation));
    }
    return Fault(std::move(error));
}

Fault objectLocked(const QString& detailCode, const QString& reason)
{
    return Fault(detailed(QStringLiteral("BMSUserErrorObjectLocked"),
                          QStringLiteral("Another operation is in progress on the selected item.\r\nWait until the "
                                         "other in-progress operation has completed, and then retry the operation."),
                          plain(detailCode, reason)));
}

Fault preconditionFailed(const QString& name)
{
    return fault(QStringLiteral("PreconditionFailed"),
                 QStringLiteral("'%1' was changed by someone else since it was read.").arg(name), name,
                 QStringLiteral("Reload, compare and save again."));
}

Fault broken(const QString& code, const contract::Violation& violation)
{
    return Fault(detailed(code, contract::inEnglish(violation), detailOf(violation)));
}

contract::JobError jobError(const Error& error)
{
    // "Not ready" has a cause of its own wherever the source knows it: that is what a person can do something about.
    if (error.code == "VmNotReady" && !error.details.empty()) {
        return jobError(error.details.front());
    }
    const auto words = QString::fromStdString(error.message);
    for (const auto& known : knownErrors) {
        if (error.code != known.from) {
            continue;
        }
        auto message = QString::fromUtf8(known.message);
        if (!words.isEmpty() && (message.isEmpty() || !words.startsWith(message))) {
            message += message.isEmpty() ? words : QLatin1Char(' ') + words;
        }
        QStringList actions;
        if (const auto action = QString::fromUtf8(known.action); !action.isEmpty()) {
            actions.append(action);
        }
        return {known.number, QString::fromLatin1(known.code), message, actions};
    }
    QStringList actions;
    if (!error.action.empty()) {
        actions.append(QString::fromStdString(error.action));
    }
    if (error.code.rfind("UserError", 0) == 0 || error.code.rfind("BMS", 0) == 0 || error.code.rfind("Valv", 0) == 0) {
        return {510098, QString::fromStdString(error.code), words, actions};
    }
    return {510099, QStringLiteral("BackUpOperationFailed"),
            QStringLiteral("The operation failed because of an internal error (%1). %2")
                .arg(QString::fromStdString(error.code), words),
            actions};
}

} // namespace valv::engine
