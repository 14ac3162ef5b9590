// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/faults.h"

#include "contract/errorwords.h"

#include <algorithm>
#include <iterator>

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
    const char* code; //!< what the job's row calls it
    int number;
};

// Numbers are ours, from 510001; they stay with their code for good.
constexpr Known knownErrors[] = {
    {"VmNotFound", "UserErrorVmNotFoundV2", 510001},
    {"VmNotReady", "UserErrorVmNotInDesirableState", 510002},
    {"SourceUnreadable", "DiscoveryFailed", 510003},
    {"DiskInUse", "DiskInUse", 510004},
    {"DiskUnreadable", "DiskUnreadable", 510005},
    {"DiskTruncated", "DiskTruncated", 510006},
    {"DiskVanished", "DiskVanished", 510007},
    {"DiskChanged", "DiskChanged", 510008},
    {"DiskFormatUnknown", "DiskFormatUnknown", 510009},
    {"VmFactsUnreadable", "VmFactsUnreadable", 510015},
    {"ToolMissing", "ToolMissing", 510010},
    {"DiskMissing", "DiskMissing", 510014},
    {"NameTaken", "NameTaken", 510011},
    {"NotSupported", "NotSupportedHere", 510012},
    {"TargetUnwritable", "TargetUnwritable", 510045},
    {"InvalidName", "InvalidName", 510013},
    {"NameInvalid", "InvalidName", 510013},
    {"VaultFull", "VaultFull", 510020},
    {"VaultNoPermission", "VaultNoPermission", 510021},
    {"VaultNotFound", "VaultNotFound", 510022},
    {"VaultInUse", "VaultInUse", 510023},
    {"VaultWrongKey", "VaultWrongKey", 510024},
    {"VaultNotAVault", "VaultNotAVault", 510025},
    {"VaultDamaged", "VaultDamaged", 510025},
    {"PackDamaged", "VaultDamaged", 510025},
    {"SealDamaged", "VaultDamaged", 510025},
    {"VaultFormatTooNew", "VaultFormatTooNew", 510026},
    {"VaultIoError", "VaultIoError", 510027},
    {"ChunkNotReadBack", "ChunkNotReadBack", 510027},
    {"PointNotFound", "BMSUserErrorObjectNotFound", 510028},
    {"PointDamaged", "PointDamaged", 510029},
    {"ChunkDamaged", "ChunkDamaged", 510029},
    {"BlobNotFound", "BlobNotFound", 510029},
    {"BlobTooShort", "BlobTooShort", 510029},
    {"KeyFileNotFound", "KeyFileNotFound", 510030},
    {"KeyFileNoPermission", "KeyFileNoPermission", 510030},
    {"RecoveryKeyMistyped", "RecoveryKeyMistyped", 510024},
    {"ValvRestoreTargetExists", "ValvRestoreTargetExists", 510040},
    {"ValvRestoreTargetBusy", "ValvRestoreTargetBusy", 510041},
    {"ValvRestoreNoPermission", "ValvRestoreNoPermission", 510042},
    {"ValvRestoreNoSpace", "ValvRestoreNoSpace", 510043},
    {"ValvRestoreFolderInvalid", "ValvRestoreFolderInvalid", 510044},
    {"ValvRestoreWriteFailed", "ValvRestoreWriteFailed", 510045},
    {"JobInterrupted", "JobInterrupted", 510050},
};

//! What is said of a code, and then the words of whoever met it, which may know more.
QString told(const contract::ErrorRow* row, const QString& words)
{
    const auto text = row != nullptr ? QString::fromUtf8(row->message) : QString();
    const bool hasPlaces = !contract::withValues(text, {}); // the words name what belongs there
    if (hasPlaces || text.isEmpty() || words.startsWith(text)) {
        return words;
    }
    return words.isEmpty() ? text : QString(text + QLatin1Char(' ') + words);
}

QStringList advice(const contract::ErrorRow* row, const QString& own)
{
    const auto text = own.isEmpty() && row != nullptr ? QString::fromUtf8(row->action.text) : own;
    return text.isEmpty() ? QStringList() : QStringList{text};
}

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

contract::JobError jobError(const Error& error, contract::JobOperation operation)
{
    // "Not ready" has a cause of its own wherever the source knows it: that is what a person can do something about.
    if (error.code == "VmNotReady" && !error.details.empty()) {
        return jobError(error.details.front(), operation);
    }
    const auto words = QString::fromStdString(error.message);
    const auto* known = std::find_if(std::begin(knownErrors), std::end(knownErrors),
                                     [&error](const Known& each) { return error.code == each.from; });
    if (known != std::end(knownErrors)) {
        const auto code = QString::fromLatin1(known->code);
        const auto* row = contract::errorRow(code);
        return {known->number, code, told(row, words), advice(row, {})};
    }
    const auto code = QString::fromStdString(error.code);
    const auto action = QString::fromStdString(error.action);
    const auto* row = contract::errorRow(code);
    const bool hasWords = row != nullptr && error.code == row->code;
    if (hasWords || code.startsWith(QLatin1String("UserError")) || code.startsWith(QLatin1String("BMS"))) {
        return {510098, code, words.isEmpty() ? told(row, {}) : words, advice(row, action)};
    }
    return {510099,
            operation == contract::JobOperation::Backup ? QStringLiteral("BackUpOperationFailed")
                                                        : QStringLiteral("OperationFailed"),
            QStringLiteral("The operation failed because of an internal error (%1). %2").arg(code, words),
            advice(nullptr, action)};
}

} // namespace valv::engine
