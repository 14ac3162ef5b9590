// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/errors.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace valv::service {
namespace {

struct Status
{
    std::string_view code;
    int status;
};

constexpr std::array statuses{
    Status{"AuthenticationFailed", 401},
    Status{"InvalidAuthenticationToken", 401},
    Status{"ExpiredAuthenticationToken", 401},
    Status{"AuthorizationFailed", 403},
    Status{"SubscriptionNotFound", 404},
    Status{"ResourceGroupNotFound", 404},
    Status{"ResourceNotFound", 404},
    Status{"InvalidResourceType", 404},
    Status{"InvalidResourceNamespace", 404},
    Status{"MissingSubscription", 404},
    Status{"BMSUserErrorDataSourceObjectNotFound", 404},
    Status{"BMSUserErrorObjectNotFound", 404},
    Status{"MethodNotAllowed", 405},
    Status{"InvalidResourceLocation", 409},
    Status{"InvalidResourceGroupLocation", 409},
    Status{"ResourceGroupDeletionBlocked", 409},
    Status{"BMSUserErrorObjectLocked", 409},
    Status{"ScopeLocked", 409},
    Status{"BMSUserErrorConflictingProtectionOperation", 409},
    Status{"VaultAlreadyAttached", 409},
    Status{"VaultInUse", 409},
    Status{"RecoveryPointPinned", 409},
    Status{"RecoveryPointHeld", 409},
    Status{"RecoveryPointLastGood", 409},
    Status{"PreconditionFailed", 412},
    Status{"RequestEntityTooLarge", 413},
    Status{"InvalidSubscriptionId", 400},
    Status{"InvalidRequestContent", 400},
    Status{"InvalidRequestUri", 400},
    Status{"InvalidInput", 400},
    Status{"MissingApiVersionParameter", 400},
    Status{"InvalidApiVersionParameter", 400},
    Status{"ResourceNameInvalid", 400},
    Status{"LocationRequired", 400},
    Status{"LocationNotAvailableForResourceType", 400},
    Status{"LocationNotAvailableForResourceGroup", 400},
    Status{"RecoveryKeyMistyped", 400},
    Status{"VaultWrongKey", 400},
    Status{"VaultNotAVault", 400},
    Status{"VaultFormatTooNew", 400},
    Status{"VaultNoPermission", 400},
    Status{"JobNotRetryable", 400},
    Status{"ResourceRequestsThrottled", 429},
    Status{"ServiceUnavailable", 503},
};

//! A finer code of ours, the code that Azure's clients know for the case, and its words (empty: the engine's own).
struct Renamed
{
    std::string_view own;
    std::string_view wire;
    std::string_view words;
};

constexpr std::string_view locked =
    "Another operation is in progress on the selected item.\r\nWait until the other in-progress "
    "operation has completed, and then retry the operation.";
constexpr std::string_view notEmpty = "BMSUserErrorVaultDeletionNotAllowed";
constexpr std::string_view badProtect = "BMSUserErrorInvalidConfigureProtectionRequest";

constexpr std::array renamed{
    Renamed{"ConflictETagMismatch", "PreconditionFailed", {}},
    Renamed{"PolicyInUse", "BMSUserErrorPolicyObjectInUse", {}},
    Renamed{"PolicyInUseByRule", "BMSUserErrorPolicyObjectInUse", {}},
    Renamed{"PolicyLimitReached", "BMSUserErrorInvalidPolicyInput", {}},
    Renamed{"RegionMismatch", "UserErrorVaultAndVmRegionMismatch", {}},
    Renamed{"AlreadyProtectedInOtherVault", badProtect, {}},
    Renamed{"VaultLimitReached", "BMSUserErrorInvalidInput", {}},
    Renamed{"PolicyVmLimitReached", badProtect, {}},
    Renamed{"VaultVmLimitReached", badProtect, {}},
    Renamed{"ItemSoftDeleted", "UserErrorProtectionStopped", {}},
    Renamed{"UserErrorBcmDatasourceNotPresent", "UserErrorProtectionStopped", {}},
    Renamed{"UserErrorBackupOperationInProgress", "BMSUserErrorObjectLocked", locked},
    Renamed{"JobNotCancelable", "BMSUserErrorJobNotCancellable", {}},
    Renamed{"JobNotInCancelableState", "BMSUserErrorJobNotCancellable", {}},
    Renamed{"JobNotInProgress", "BMSUserErrorJobNotCancellable", {}},
    Renamed{"VaultNotEmpty", notEmpty, {}},
    Renamed{"VaultHasSoftDeletedItems", notEmpty, {}},
    Renamed{"StorageTypeLocked", "BMSUserErrorInvalidInput", {}},
    Renamed{"CloudInternalError", "InternalServerError", {}},
};

bool starts(const std::string& text, std::string_view head)
{
    return text.starts_with(head);
}

} // namespace

int statusOf(const std::string& code)
{
    const auto found =
        std::find_if(statuses.begin(), statuses.end(), [&code](const Status& s) { return s.code == code; });
    if (found != statuses.end()) {
        return found->status;
    }
    if (code.ends_with("NotFound")) {
        return 404;
    }
    // Codes of rules (Val…) and of users' errors are the caller's to mend; a code nobody wrote down is a fault of ours.
    for (const std::string_view head :
         {"BMSUserError", "UserError", "ServiceResource", "Val", "Restore", "Target", "Invalid"}) {
        if (starts(code, head)) {
            return 400;
        }
    }
    return 500;
}

bool isOfBackupProvider(const std::string& code)
{
    return starts(code, "BMS") || starts(code, "UserError") || starts(code, "ServiceResource") || starts(code, "Cloud");
}

Error onTheWire(Error error)
{
    std::string_view wire;
    std::string_view words;
    const auto found =
        std::find_if(renamed.begin(), renamed.end(), [&error](const Renamed& r) { return r.own == error.code; });
    if (found != renamed.end()) {
        wire = found->wire;
        words = found->words;
    } else if (starts(error.code, "ValVaultName") || starts(error.code, "ValResourceGroup")) {
        wire = "ResourceNameInvalid";
    } else if (starts(error.code, "ValPolicy")) {
        wire = "BMSUserErrorInvalidPolicyInput";
    } else if (starts(error.code, "Val")) {
        wire = "BMSUserErrorInvalidInput";
    }
    if (wire.empty()) {
        return error;
    }
    Error outer{std::string(wire), words.empty() ? error.message : std::string(words), error.target, error.action, {}};
    outer.details.push_back(Error{error.code, error.message, error.target, {}, {}});
    outer.details.insert(outer.details.end(), error.details.begin(), error.details.end());
    return outer;
}

Error problem(const char* code, const QString& message, const QString& target)
{
    return Error{code, message.toStdString(), target.toStdString(), {}, {}};
}

Error nameTaken(const char* code, const QString& message)
{
    auto taken = problem("PreconditionFailed",
                         QStringLiteral("The condition '*' in the If-None-Match header was not satisfied. ") + message);
    taken.details.push_back(problem(code, message, QStringLiteral("name")));
    return taken;
}

Error resourceNotFound(const ArmId& id)
{
    const auto vault = id.vaultId();
    const auto& about = vault.isEmpty() ? id : vault;
    const auto type = vault.isEmpty() ? QStringLiteral("Microsoft.Compute/virtualMachines")
                                      : QStringLiteral("Microsoft.RecoveryServices/vaults");
    return problem(
        "ResourceNotFound",
        QStringLiteral("The Resource '%1/%2' under resource group '%3' was not found. For more details please go to "
                       "https://aka.ms/ARMResourceNotFoundFix")
            .arg(type, about.name(), about.resourceGroup()));
}

Error resourceGroupNotFound(const QString& name)
{
    return problem("ResourceGroupNotFound", QStringLiteral("Resource group '%1' could not be found.").arg(name));
}

Error itemNotFound()
{
    return problem(
        "BMSUserErrorDataSourceObjectNotFound",
        QStringLiteral("Item not found.\r\nSelected item might have been deleted. Please check if item is registered "
                       "to the vault."));
}

Error objectNotFound(const QString& what)
{
    return problem("BMSUserErrorObjectNotFound", what + QStringLiteral(" could not be found."));
}

Error invalidInput(const QString& reason)
{
    auto error = problem("BMSUserErrorInvalidInput",
                         QStringLiteral("Input provided for the call is invalid\r\nPlease check the required inputs"));
    error.details.push_back(problem("BMSUserErrorInvalidInput", reason));
    return error;
}

Error invalidContent(const QString& reason)
{
    return problem("InvalidRequestContent",
                   QStringLiteral("The request content was invalid and could not be deserialized: '%1'.").arg(reason));
}

} // namespace valv::service
