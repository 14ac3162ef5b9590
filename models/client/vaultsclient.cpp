// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/vaultsclient.h"

#include "client/requests_p.h"

namespace valv::client {

using contract::Method;
using contract::Vault;

namespace {

const QString& vaultType()
{
    static const QString type = QStringLiteral("Microsoft.RecoveryServices/vaults");
    return type;
}

QString storagePath(const ArmId& id)
{
    return id.text() + QStringLiteral("/backupstorageconfig/vaultstorageconfig");
}

//! The configuration with its etag, which stands in the header alone.
QFuture<Result<contract::StorageConfig>> askStorage(Pipeline& pipeline, contract::HttpRequest r)
{
    return mapped<contract::StorageConfig>(
        pipeline.send(std::move(r)), &pipeline,
        [](const Result<contract::HttpResponse>& response) -> Result<contract::StorageConfig> {
            if (!response) {
                return tl::unexpected<Error>(response.error());
            }
            auto config = readBody<contract::StorageConfig>(response->body);
            if (config) {
                config->etag = QString::fromUtf8(contract::header(response->headers, "ETag"));
            }
            return config;
        });
}

struct NameAnswer
{
    NameAvailability value;
    static Result<NameAnswer> fromJson(const QJsonObject& json)
    {
        const auto available = json.value(QLatin1String("nameAvailable"));
        if (!available.isBool()) {
            return failure("InvalidRequestContent", "nameAvailable is missing.");
        }
        // The code of the rule says more than the wire's reason, where it is told.
        const auto code = json.value(QLatin1String("valv")).toObject().value(QLatin1String("code")).toString();
        return NameAnswer{{available.toBool(), code.isEmpty() ? json.value(QLatin1String("reason")).toString() : code,
                           json.value(QLatin1String("message")).toString()}};
    }
};

struct KeyAnswer
{
    QString key;
    static Result<KeyAnswer> fromJson(const QJsonObject& json)
    {
        const auto key = json.value(QLatin1String("properties")).toObject().value(QLatin1String("recoveryKey"));
        if (!key.isString()) {
            return failure("InvalidRequestContent", "recoveryKey is missing.");
        }
        return KeyAnswer{key.toString()};
    }
};

} // namespace

QFuture<Result<QList<Vault>>> VaultsClient::list(const QString& subscriptionId, PageSink<Vault> sink)
{
    const QString path = ArmId::subscription(subscriptionId).text() + QStringLiteral("/providers/") + vaultType();
    return allPages<Vault>(m_pipeline, target(path, versions::vaults), std::move(sink));
}

QFuture<Result<Vault>> VaultsClient::get(const ArmId& id)
{
    return ask<Vault>(m_pipeline, request(Method::Get, target(id, versions::vaults)));
}

QFuture<Result<Vault>> VaultsClient::put(const Vault& vault, bool onlyNew)
{
    auto put = ifMatch(request(Method::Put, target(vault.id, versions::vaults), vault.toJson()), vault.etag);
    const auto written = perform(m_pipeline, ifNew(std::move(put), onlyNew));
    return followed<Vault>(written, &m_pipeline, [this, id = vault.id](const Outcome&) { return get(id); });
}

QFuture<Result<Vault>> VaultsClient::patch(const ArmId& id, const contract::VaultPatch& patch, const QString& etag)
{
    const auto change = ifMatch(request(Method::Patch, target(id, versions::vaults), patch.toJson()), etag);
    const auto written = perform(m_pipeline, change);
    return followed<Vault>(written, &m_pipeline, [this, id](const Outcome&) { return get(id); });
}

QFuture<Result<Outcome>> VaultsClient::remove(const ArmId& id)
{
    return perform(m_pipeline, request(Method::Delete, target(id, versions::vaults)));
}

QFuture<Result<NameAvailability>> VaultsClient::checkName(const QString& subscriptionId, const QString& resourceGroup,
                                                          const QString& location, const QString& name)
{
    const QString path = ArmId::resourceGroup(subscriptionId, resourceGroup).text()
        + QStringLiteral("/providers/Microsoft.RecoveryServices/locations/") + location
        + QStringLiteral("/checkNameAvailability");
    const QJsonObject body{{QStringLiteral("type"), vaultType()}, {QStringLiteral("name"), name}};
    const auto answer = ask<NameAnswer>(m_pipeline, request(Method::Post, target(path, versions::vaults), body));
    return mapped<NameAvailability>(answer, &m_pipeline, [](const Result<NameAnswer>& read) {
        return read.map([](const NameAnswer& a) { return a.value; });
    });
}

QFuture<Result<Vault>> VaultsClient::attach(const QString& subscriptionId, const AttachVault& vault)
{
    QJsonObject properties{{QStringLiteral("folder"), vault.folder},
                           {QStringLiteral("recoveryKey"), vault.recoveryKey}};
    if (!vault.name.isEmpty()) {
        properties.insert(QStringLiteral("name"), vault.name);
    }
    if (!vault.resourceGroup.isEmpty()) {
        properties.insert(QStringLiteral("resourceGroup"), vault.resourceGroup);
    }
    const QString path = ArmId::subscription(subscriptionId).text()
        + QStringLiteral("/providers/Microsoft.RecoveryServices/valv/attachVault");
    return ask<Vault>(
        m_pipeline,
        request(Method::Post, target(path, versions::vaults), {{QStringLiteral("properties"), properties}}));
}

QFuture<Result<QList<contract::Usage>>> VaultsClient::usages(const ArmId& id)
{
    return allPages<contract::Usage>(m_pipeline, target(id.text() + QStringLiteral("/usages"), versions::vaults));
}

QFuture<Result<contract::StorageConfig>> VaultsClient::storageConfig(const ArmId& id)
{
    return askStorage(m_pipeline, request(Method::Get, target(storagePath(id), versions::backup)));
}

QFuture<Result<contract::StorageConfig>> VaultsClient::setStorageConfig(const ArmId& id,
                                                                        const contract::StorageConfig& config)
{
    return askStorage(
        m_pipeline,
        ifMatch(request(Method::Put, target(storagePath(id), versions::backup), config.toJson()), config.etag));
}

QFuture<Result<contract::StorageConfig>> VaultsClient::copyNow(const ArmId& id)
{
    const QString path = id.text() + QStringLiteral("/valv/copyNow");
    return ask<contract::StorageConfig>(m_pipeline, request(Method::Post, target(path, versions::vaults)));
}

QFuture<Result<Vault>> VaultsClient::checkNow(const ArmId& id)
{
    const QString path = id.text() + QStringLiteral("/valv/checkNow");
    return ask<Vault>(m_pipeline, request(Method::Post, target(path, versions::vaults)));
}

QFuture<Result<Vault>> VaultsClient::sendTestMail(const ArmId& id)
{
    const QString path = id.text() + QStringLiteral("/valv/sendTestMail");
    return ask<Vault>(m_pipeline, request(Method::Post, target(path, versions::vaults)));
}

QFuture<Result<QList<contract::DeletionBlocker>>> VaultsClient::deletionBlockers(const ArmId& id)
{
    const QString path = id.text() + QStringLiteral("/valv/deletionBlockers");
    return allPages<contract::DeletionBlocker>(m_pipeline, target(path, versions::vaults));
}

QFuture<Result<QList<contract::StorageSample>>> VaultsClient::storageHistory(const ArmId& id, int days)
{
    const QString path = id.text() + QStringLiteral("/valv/storageHistory");
    const QString query = QStringLiteral("days=") + QString::number(days);
    return allPages<contract::StorageSample>(m_pipeline, target(path, versions::vaults, query));
}

QFuture<Result<QString>> VaultsClient::recoveryKey(const ArmId& id)
{
    const QString path = id.text() + QStringLiteral("/valv/recoveryKey");
    const auto answer = ask<KeyAnswer>(m_pipeline, request(Method::Get, target(path, versions::vaults)));
    return mapped<QString>(answer, &m_pipeline, [](const Result<KeyAnswer>& read) {
        return read.map([](const KeyAnswer& a) { return a.key; });
    });
}

QFuture<Result<Outcome>> VaultsClient::discover(const ArmId& id)
{
    const QString path = id.text() + QStringLiteral("/backupFabrics/Azure/refreshContainers");
    return perform(m_pipeline, request(Method::Post, target(path, versions::backup)));
}

} // namespace valv::client
