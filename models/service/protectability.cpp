// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/names.h"
#include "contract/readiness.h"
#include "service/errors.h"
#include "service/lookup.h"
#include "service/routes.h"

#include <QStorageInfo>

namespace valv::service {
namespace {

using contract::Method;

//! The virtual machine that a body of these calls names.
Result<ArmId> machineIn(const QJsonObject& body)
{
    const auto type = body.value(QLatin1String("resourceType"));
    const auto id = body.value(QLatin1String("resourceId"));
    if (!type.isString() || !id.isString()) {
        return tl::unexpected(
            invalidContent(QStringLiteral("Required properties 'resourceType' and 'resourceId' not found in JSON.")));
    }
    if (type.toString().compare(QLatin1String("VM"), Qt::CaseInsensitive) != 0) {
        return tl::unexpected(
            invalidInput(QStringLiteral("The resource type '%1' is not supported.").arg(type.toString())));
    }
    const auto machine = ArmId::parse(id.toString());
    if (!machine || machine->value(u"virtualMachines").isEmpty()) {
        return tl::unexpected(invalidInput(QStringLiteral("resourceId is not the id of a virtual machine.")));
    }
    return *machine;
}

Result<Answer> backupStatus(const Call& call)
{
    const auto body = call.body();
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto machine = machineIn(*body);
    return machine ? Result<Answer>(json(200, call.engine().backupStatus(*machine).toJson()))
                   : tl::unexpected(machine.error());
}

//! Why this machine could not be protected by that vault; nothing when it could.
std::optional<Error> obstacle(const Call& call, const ArmId& machine, const ArmId& vaultId)
{
    const auto vm = call.engine().virtualMachine(machine);
    if (!vm) {
        return Error{"UserErrorVmNotFoundV2",
                     "The VM no longer exists or has been moved.",
                     {},
                     "Check that the virtual machine exists, then try again.",
                     {}};
    }
    const auto vault = call.engine().vault(vaultId);
    if (!vault) {
        return Error{"ResourceNotFound", resourceNotFound(vaultId).message, {}, "Choose a vault that exists.", {}};
    }
    if (contract::normalizedRegion(vm->location) != contract::normalizedRegion(vault->location)) {
        return Error{
            "UserErrorVaultAndVmRegionMismatch",
            QStringLiteral("The VM is in %1 but the vault is in %2.").arg(vm->location, vault->location).toStdString(),
            {},
            "Choose a vault in the region of the virtual machine.",
            {}};
    }
    const auto status = call.engine().backupStatus(machine);
    if (!status.vaultId.isEmpty()) {
        return Error{"VirtualMachineAlreadyProtected",
                     QStringLiteral("The virtual machine is already protected by the vault '%1'.")
                         .arg(status.vaultId.name())
                         .toStdString(),
                     {},
                     "Please do not enable protection again.",
                     {}};
    }
    return vm->problem;
}

//! What will be less than good about the machine's first backup into that vault: codes of contract/readiness.h.
QStringList warningsOf(const Call& call, const ArmId& machine, const ArmId& vaultId)
{
    QStringList codes;
    const auto vm = call.engine().virtualMachine(machine);
    const auto vault = call.engine().vault(vaultId);
    if (!vm || !vault) {
        return codes;
    }
    const auto free = QStorageInfo(vault->folder).bytesAvailable();
    for (const auto& note : contract::readiness(*vm, free < 0 ? std::nullopt : std::optional<qint64>(free))) {
        if (!note.obstacle) {
            codes.append(note.code);
        }
    }
    return codes;
}

Result<Answer> preValidate(const Call& call)
{
    const auto body = call.body();
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto machine = machineIn(*body);
    if (!machine) {
        return tl::unexpected(machine.error());
    }
    const auto vault = ArmId::parse(body->value(QLatin1String("vaultId")).toString());
    if (!vault || vault->vaultId().isEmpty()) {
        return tl::unexpected(invalidInput(QStringLiteral("vaultId is not the id of a vault.")));
    }
    const auto names = contract::shortName({machine->resourceGroup(), machine->name()});
    contract::PreValidation validation;
    validation.warnings = warningsOf(call, *machine, vault->vaultId());
    validation.obstacle = obstacle(call, *machine, vault->vaultId());
    auto answer = validation.toJson();
    answer.insert(QStringLiteral("containerName"), QString(QStringLiteral("iaasvmcontainer;") + names));
    answer.insert(QStringLiteral("protectedItemName"), QString(QStringLiteral("vm;") + names));
    return json(200, answer);
}

Result<Answer> validateFeatures(const Call& call)
{
    const auto body = call.body();
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto feature = body->value(QLatin1String("featureType")).toString();
    const bool known = feature.compare(QLatin1String("AzureVMResourceBackup"), Qt::CaseInsensitive) == 0;
    return json(
        200, {{QStringLiteral("supportStatus"), known ? QStringLiteral("Supported") : QStringLiteral("NotSupported")}});
}

} // namespace

std::vector<Route> protectabilityRoutes()
{
    const QString region =
        subscriptionPath() + QStringLiteral("/providers/Microsoft.RecoveryServices/locations/{region}");
    return {
        {Method::Post, region + QStringLiteral("/backupStatus"), backupStatus},
        {Method::Post, region + QStringLiteral("/backupPreValidateProtection"), preValidate},
        {Method::Post, region + QStringLiteral("/backupValidateFeatures"), validateFeatures},
    };
}

} // namespace valv::service
