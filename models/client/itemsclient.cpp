// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/itemsclient.h"

#include "client/requests_p.h"

namespace valv::client {

using contract::Method;
using contract::ProtectableItem;
using contract::ProtectedItem;

namespace {
QString machinesOnly()
{
    return filterQuery(QStringLiteral("backupManagementType eq 'AzureIaasVM'"));
}
} // namespace

QFuture<Result<QList<ProtectedItem>>> ItemsClient::list(const ArmId& vault, PageSink<ProtectedItem> sink)
{
    const QString path = vault.text() + QStringLiteral("/backupProtectedItems");
    return allPages<ProtectedItem>(m_pipeline, target(path, versions::backup, machinesOnly()), std::move(sink),
                                   lightened<ProtectedItem>());
}

QFuture<Result<ProtectedItem>> ItemsClient::get(const ArmId& id)
{
    const auto query = filterQuery(QStringLiteral("expand eq 'extendedInfo'"));
    return ask<ProtectedItem>(m_pipeline, request(Method::Get, target(id, versions::backup, query)));
}

QFuture<Result<QList<ProtectableItem>>> ItemsClient::protectable(const ArmId& vault, PageSink<ProtectableItem> sink)
{
    const QString path = vault.text() + QStringLiteral("/backupProtectableItems");
    return allPages<ProtectableItem>(m_pipeline, target(path, versions::backup, machinesOnly()), std::move(sink));
}

QFuture<Result<contract::BackupStatus>> ItemsClient::status(const ArmId& virtualMachine, const QString& region)
{
    const QString path = ArmId::subscription(virtualMachine.subscriptionId()).text()
        + QStringLiteral("/providers/Microsoft.RecoveryServices/locations/") + region + QStringLiteral("/backupStatus");
    const QJsonObject body{{QStringLiteral("resourceType"), QStringLiteral("VM")},
                           {QStringLiteral("resourceId"), virtualMachine.text()}};
    return ask<contract::BackupStatus>(m_pipeline, request(Method::Post, target(path, versions::backup), body));
}

QFuture<Result<contract::PreValidation>> ItemsClient::preValidate(const ArmId& virtualMachine, const ArmId& vault,
                                                                  const QString& region)
{
    const QString path = ArmId::subscription(virtualMachine.subscriptionId()).text()
        + QStringLiteral("/providers/Microsoft.RecoveryServices/locations/") + region
        + QStringLiteral("/backupPreValidateProtection");
    const QJsonObject body{{QStringLiteral("resourceType"), QStringLiteral("VM")},
                           {QStringLiteral("resourceId"), virtualMachine.text()},
                           {QStringLiteral("vaultId"), vault.text()}};
    return ask<contract::PreValidation>(m_pipeline, request(Method::Post, target(path, versions::backup), body));
}

QFuture<Result<Outcome>> ItemsClient::protect(const ArmId& item, const contract::ProtectRequest& asked)
{
    return perform(m_pipeline, request(Method::Put, target(item, versions::backup), asked.toJson()));
}

QFuture<Result<contract::ExpiryPreview>> ItemsClient::previewPolicy(const ArmId& item, const ArmId& policy, bool bytes)
{
    const QString path = item.text() + QStringLiteral("/valv/previewPolicy");
    const auto query = bytes ? QStringLiteral("$expand=freedBytes") : QString();
    const QJsonObject body{{QStringLiteral("properties"), QJsonObject{{QStringLiteral("policyId"), policy.text()}}}};
    return ask<contract::ExpiryPreview>(m_pipeline, request(Method::Post, target(path, versions::backup, query), body));
}

QFuture<Result<Outcome>> ItemsClient::remove(const ArmId& item, const contract::StopReason& why)
{
    QStringList options;
    for (const auto& [name, text] : {std::pair{"reason", why.reason}, std::pair{"comment", why.comment}}) {
        if (!text.isEmpty()) {
            options << QLatin1String(name) + QLatin1Char('=') + QString::fromLatin1(QUrl::toPercentEncoding(text));
        }
    }
    const auto line = target(item, versions::backup, options.join(QLatin1Char('&')));
    return perform(m_pipeline, request(Method::Delete, line));
}

QFuture<Result<Outcome>> ItemsClient::backup(const ArmId& item, const contract::BackupRequest& asked)
{
    const QString path = item.text() + QStringLiteral("/backup");
    return perform(m_pipeline, request(Method::Post, target(path, versions::backup), asked.toJson()));
}

} // namespace valv::client
