// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules.h"
#include "service/errors.h"
#include "service/lookup.h"
#include "service/paging.h"
#include "service/routes.h"

#include <QJsonArray>

namespace valv::service {
namespace {

using contract::Method;
using contract::Vault;

Answer vaultAnswer(int status, const Vault& vault)
{
    auto answer = json(status, vault.toJson());
    if (!vault.etag.isEmpty()) {
        setHeader(answer, "ETag", vault.etag.toUtf8());
    }
    return answer;
}

Result<Answer> listVaults(const Call& call)
{
    auto vaults = call.engine().vaults();
    if (!vaults) {
        return tl::unexpected(vaults.error());
    }
    const auto group = call.parameter(u"rg");
    if (!group.isNull()) {
        if (const auto found = findGroup(call); !found) {
            return tl::unexpected(found.error());
        }
        vaults->removeIf(
            [&group](const Vault& v) { return v.id.resourceGroup().compare(group, Qt::CaseInsensitive) != 0; });
    }
    sortBy(*vaults, [](const Vault& v) { return v.name; });
    return page(
        call, *vaults, vaultPageSize, [](const Vault& v) { return v.id.text(); },
        [](const Vault& v) { return v.toJson(); });
}

Result<Answer> getVault(const Call& call)
{
    const auto vault = findVault(call);
    return vault ? Result<Answer>(vaultAnswer(200, *vault)) : tl::unexpected(vault.error());
}

//! What a PUT may not drop: members of properties that it leaves out keep their values.
QJsonObject merged(QJsonObject old, const QJsonObject& over)
{
    for (auto i = over.begin(); i != over.end(); ++i) {
        if (i.value().isNull()) {
            continue;
        }
        const auto before = old.value(i.key());
        const bool both = before.isObject() && i.value().isObject();
        old.insert(i.key(), both ? QJsonValue(merged(before.toObject(), i.value().toObject())) : QJsonValue(i.value()));
    }
    return old;
}

Result<QString> checkedLocation(const Call& call, const QString& wanted)
{
    if (wanted.trimmed().isEmpty()) {
        return tl::unexpected(problem("LocationRequired",
                                      QStringLiteral("The location property is required for this definition."),
                                      QStringLiteral("location")));
    }
    if (const auto known = knownLocation(call, wanted)) {
        return *known;
    }
    return tl::unexpected(
        problem("LocationNotAvailableForResourceType",
                QStringLiteral("The provided location '%1' is not available for resource type "
                               "'Microsoft.RecoveryServices/vaults'. List of available regions for the resource "
                               "type is '%2'.")
                    .arg(wanted, locationNames(call)),
                QStringLiteral("location")));
}

Result<Answer> putVault(const Call& call)
{
    const auto body = call.body();
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto sent = Vault::fromJson(*body);
    if (!sent) {
        return tl::unexpected(sent.error());
    }
    const auto location = checkedLocation(call, sent->location);
    if (!location) {
        return tl::unexpected(location.error());
    }
    if (const auto group = findGroup(call); !group) {
        return tl::unexpected(group.error());
    }
    QJsonObject whole = *body;
    auto old = call.engine().vault(call.vault());
    std::unique_lock<std::mutex> writing;
    if (old) { // not while one is made, which takes its time
        writing = call.writing();
        old = call.engine().vault(call.vault());
    }
    if (old && call.onlyNew()) {
        return tl::unexpected(nameTaken(
            "ValVaultNameTaken", QStringLiteral("There is already a vault with this name in the resource group.")));
    }
    if (old) {
        if (contract::normalizedRegion(old->location) != contract::normalizedRegion(*location)) {
            return tl::unexpected(
                problem("InvalidResourceLocation",
                        QStringLiteral("The resource '%1' already exists in location '%2' in resource group '%3'. A "
                                       "resource with the same name cannot be created in location '%4'. Please "
                                       "select a new resource name.")
                            .arg(old->name, old->location, old->id.resourceGroup(), *location)));
        }
        const QLatin1String properties("properties");
        whole.insert(properties,
                     merged(old->toJson().value(properties).toObject(), body->value(properties).toObject()));
    } else if (const auto writable = checkEnabled(call.engine().subscriptions(), call.parameter(u"s")); !writable) {
        return tl::unexpected(writable.error());
    } else if (const auto broken = contract::checkVaultName(call.parameter(u"vault"))) {
        return tl::unexpected(
            problem(broken->code.toUtf8().constData(), contract::inEnglish(*broken), QStringLiteral("name")));
    }
    for (const auto* readOnly : {"id", "name", "type", "etag", "eTag", "location"}) {
        whole.remove(QLatin1String(readOnly));
    }
    auto vault = Vault::fromJson(whole);
    if (!vault) {
        return tl::unexpected(vault.error());
    }
    vault->id = call.vault();
    vault->name = call.parameter(u"vault");
    vault->location = *location;
    const auto written = call.engine().putVault(*vault, call.ifMatch());
    return written ? Result<Answer>(vaultAnswer(written->created ? 201 : 200, written->value))
                   : tl::unexpected(written.error());
}

Result<Answer> patchVault(const Call& call)
{
    const auto body = call.body();
    if (!body) {
        return tl::unexpected(body.error());
    }
    if (const auto typed = Vault::fromJson(*body); !typed) {
        return tl::unexpected(typed.error());
    }
    if (const auto old = findVault(call); !old) {
        return tl::unexpected(old.error());
    }
    const auto writing = call.writing();
    const auto vault = call.engine().patchVault(call.vault(), *body, call.ifMatch());
    return vault ? Result<Answer>(vaultAnswer(200, *vault)) : tl::unexpected(vault.error());
}

Result<Answer> deleteVault(const Call& call)
{
    const auto done = call.engine().deleteVault(call.vault(), call.ifMatch());
    return done ? Result<Answer>(empty(*done ? 200 : 204)) : tl::unexpected(done.error());
}

Result<Answer> usages(const Call& call)
{
    if (const auto vault = findVault(call); !vault) {
        return tl::unexpected(vault.error());
    }
    const auto all = call.engine().usages(call.vault());
    if (!all) {
        return tl::unexpected(all.error());
    }
    QJsonArray value;
    for (const auto& usage : *all) {
        value.append(usage.toJson());
    }
    return json(200, {{QStringLiteral("value"), value}});
}

Result<Answer> emptyListOfVault(const Call& call)
{
    const auto vault = findVault(call);
    return vault ? Result<Answer>(json(200, {{QStringLiteral("value"), QJsonArray()}})) : tl::unexpected(vault.error());
}

Result<Answer> checkName(const Call& call)
{
    const auto body = call.body();
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto name = body->value(QLatin1String("name"));
    if (!name.isString()) {
        return tl::unexpected(invalidContent(QStringLiteral("Required property 'name' not found in JSON.")));
    }
    const auto problem = call.engine().vaultNameProblem(name.toString());
    if (!problem) {
        return json(200, {{QStringLiteral("nameAvailable"), true}});
    }
    const bool taken = problem->code == "ValVaultNameTaken" || problem->code == "ValVaultNameReserved";
    return json(
        200,
        {{QStringLiteral("nameAvailable"), false},
         {QStringLiteral("reason"), taken ? QStringLiteral("AlreadyExists") : QStringLiteral("Invalid")},
         {QStringLiteral("message"), QString::fromStdString(problem->message)},
         {QStringLiteral("valv"), QJsonObject{{QStringLiteral("code"), QString::fromStdString(problem->code)}}}});
}

//! A part of a vault that has no life of its own: its properties in the dress of a resource.
Answer part(const Call& call, const QString& type, const QString& name, const QJsonObject& content)
{
    const QLatin1String properties("properties");
    const auto inner = content.contains(properties) ? content.value(properties).toObject() : content;
    return json(200,
                {{QStringLiteral("id"), call.vault().child(type, name).text()},
                 {QStringLiteral("name"), name},
                 {QStringLiteral("type"), QString(QStringLiteral("Microsoft.RecoveryServices/vaults/") + type)},
                 {properties, inner}});
}

using Reading = Result<QJsonObject> (engine::Engine::*)(const ArmId&) const;
using Writing = Result<QJsonObject> (engine::Engine::*)(const ArmId&, const QJsonObject&);

Result<QJsonObject> readPart(const Call& call, Reading reading)
{
    if (const auto vault = findVault(call); !vault) {
        return tl::unexpected(vault.error());
    }
    return (call.engine().*reading)(call.vault());
}

Result<QJsonObject> writePart(const Call& call, Writing writing)
{
    const auto body = call.body();
    if (!body) {
        return tl::unexpected(body.error());
    }
    if (const auto properties = body->value(QLatin1String("properties")); !properties.isObject()) {
        return tl::unexpected(invalidContent(QStringLiteral("Required property 'properties' not found in JSON.")));
    }
    if (const auto vault = findVault(call); !vault) {
        return tl::unexpected(vault.error());
    }
    return (call.engine().*writing)(call.vault(), *body);
}

//! What a person chooses of it: not how the copying goes, nor that items lock it.
QString storageEtag(const QJsonObject& content)
{
    const auto properties = content.value(QLatin1String("properties")).toObject();
    const auto ours = properties.value(QLatin1String("valv")).toObject();
    return contentEtag({{QStringLiteral("type"), properties.value(QLatin1String("storageModelType"))},
                        {QStringLiteral("second"), ours.value(QLatin1String("secondLocation"))}});
}

Result<Answer> storagePart(const Call& call, const Result<QJsonObject>& content)
{
    if (!content) {
        return tl::unexpected(content.error());
    }
    auto answer = part(call, QStringLiteral("backupstorageconfig"), QStringLiteral("vaultstorageconfig"), *content);
    setHeader(answer, "ETag", storageEtag(*content).toUtf8());
    return answer;
}

Result<Answer> getStorageConfig(const Call& call)
{
    return storagePart(call, readPart(call, &engine::Engine::storageConfig));
}

Result<Answer> putStorageConfig(const Call& call)
{
    const auto writing = call.writing();
    const auto wanted = call.ifMatch();
    if (!wanted.isEmpty() && wanted != QLatin1String("*")) {
        const auto known = readPart(call, &engine::Engine::storageConfig);
        if (!known) {
            return tl::unexpected(known.error());
        }
        if (wanted != storageEtag(*known)) {
            return tl::unexpected(
                problem("PreconditionFailed",
                        QStringLiteral("The condition '%1' in the If-Match header was not satisfied. The storage "
                                       "configuration was changed since it was read.")
                            .arg(wanted)));
        }
    }
    return storagePart(call, writePart(call, &engine::Engine::setStorageConfig));
}

Result<Answer> patchStorageConfig(const Call& call)
{
    return putStorageConfig(call).map([](const Answer&) { return empty(204); });
}

Result<Answer> configPart(const Call& call, const Result<QJsonObject>& content)
{
    return content ? Result<Answer>(part(call, QStringLiteral("backupconfig"), QStringLiteral("vaultconfig"), *content))
                   : tl::unexpected(content.error());
}

Result<Answer> getVaultConfig(const Call& call)
{
    return configPart(call, readPart(call, &engine::Engine::vaultConfig));
}

Result<Answer> putVaultConfig(const Call& call)
{
    return configPart(call, writePart(call, &engine::Engine::setVaultConfig));
}

Result<Answer> encryptionConfig(const Call& call)
{
    const auto vault = findVault(call);
    if (!vault) {
        return tl::unexpected(vault.error());
    }
    return part(call, QStringLiteral("backupEncryptionConfigs"), QStringLiteral("backupResourceEncryptionConfig"),
                {{QStringLiteral("encryptionAtRestType"), QStringLiteral("MicrosoftManaged")},
                 {QStringLiteral("lastUpdateStatus"), QStringLiteral("NotEnabled")},
                 {QStringLiteral("infrastructureEncryptionState"), QStringLiteral("Disabled")}});
}

Result<Answer> usageSummaries(const Call& call)
{
    const auto filter = call.filter();
    if (!filter) {
        return tl::unexpected(filter.error());
    }
    if (const auto vault = findVault(call); !vault) {
        return tl::unexpected(vault.error());
    }
    const auto items = call.engine().protectedItems(call.vault());
    if (!items) {
        return tl::unexpected(items.error());
    }
    // One container holds one virtual machine, so that both summaries count the same.
    contract::Usage usage;
    usage.name = QStringLiteral("AzureIaasVM");
    usage.localizedName = QStringLiteral("Azure Virtual Machine");
    usage.unit = QStringLiteral("Count");
    usage.current = items->size();
    return json(200, {{QStringLiteral("value"), QJsonArray{usage.toJson()}}});
}

Result<Answer> recoveryKey(const Call& call)
{
    if (const auto vault = findVault(call); !vault) {
        return tl::unexpected(vault.error());
    }
    const auto key = call.engine().recoveryKey(call.vault());
    if (!key) {
        return tl::unexpected(key.error());
    }
    auto answer =
        part(call, QStringLiteral("valv"), QStringLiteral("recoveryKey"), {{QStringLiteral("recoveryKey"), *key}});
    setHeader(answer, "Cache-Control", "no-cache, no-store");
    return answer;
}

template <typename T>
Result<Answer> listOf(const Result<QList<T>>& all)
{
    if (!all) {
        return tl::unexpected(all.error());
    }
    QJsonArray value;
    for (const auto& one : *all) {
        value.append(one.toJson());
    }
    return json(200, {{QStringLiteral("value"), value}});
}

Result<Answer> deletionBlockers(const Call& call)
{
    const auto vault = findVault(call);
    return vault ? listOf(call.engine().deletionBlockers(call.vault())) : tl::unexpected(vault.error());
}

Result<Answer> storageHistory(const Call& call)
{
    if (const auto vault = findVault(call); !vault) {
        return tl::unexpected(vault.error());
    }
    constexpr int usual = 30;
    bool isNumber = true;
    const auto asked = call.option(u"days");
    const int days = asked.isNull() ? usual : asked.toInt(&isNumber);
    if (!isNumber || days < 1) {
        return tl::unexpected(invalidInput(QStringLiteral("'days' is a whole number from 1.")));
    }
    return listOf(call.engine().storageHistory(call.vault(), days));
}

Result<Answer> copyNow(const Call& call)
{
    return storagePart(call, [&call]() -> Result<QJsonObject> {
        const auto vault = findVault(call);
        return vault ? call.engine().copyNow(call.vault()) : tl::unexpected(vault.error());
    }());
}

Result<Answer> checkNow(const Call& call)
{
    if (const auto vault = findVault(call); !vault) {
        return tl::unexpected(vault.error());
    }
    const auto vault = call.engine().checkNow(call.vault());
    return vault ? Result<Answer>(vaultAnswer(200, *vault)) : tl::unexpected(vault.error());
}

Result<Answer> sendTestMail(const Call& call)
{
    if (const auto vault = findVault(call); !vault) {
        return tl::unexpected(vault.error());
    }
    const auto vault = call.engine().sendTestMail(call.vault());
    return vault ? Result<Answer>(vaultAnswer(200, *vault)) : tl::unexpected(vault.error());
}

Result<Answer> getMailServer(const Call& call)
{
    const auto server = call.engine().mailServer();
    return server ? Result<Answer>(json(200, server->toJson())) : tl::unexpected(server.error());
}

Result<Answer> putMailServer(const Call& call)
{
    const auto body = call.body();
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto sent = contract::MailServer::fromJson(*body);
    if (!sent) {
        return tl::unexpected(sent.error());
    }
    const auto server = call.engine().setMailServer(*sent);
    return server ? Result<Answer>(json(200, server->toJson())) : tl::unexpected(server.error());
}

Result<Answer> deleteMailServer(const Call& call)
{
    const auto removed = call.engine().removeMailServer();
    return removed ? Result<Answer>(empty(200)) : tl::unexpected(removed.error());
}

//! A vault's folder from elsewhere becomes a vault here: docs/wire-extensions.md.
Result<Answer> attachVault(const Call& call)
{
    const auto body = call.body();
    if (!body) {
        return tl::unexpected(body.error());
    }
    const auto properties = body->value(QLatin1String("properties")).toObject();
    const auto given = [&properties](const char* name) { return properties.value(QLatin1String(name)); };
    for (const auto* needed : {"folder", "recoveryKey"}) {
        if (given(needed).toString().isEmpty()) {
            return tl::unexpected(invalidContent(
                QStringLiteral("Required property 'properties.%1' not found in JSON.").arg(QLatin1String(needed))));
        }
    }
    const auto attached = call.engine().attachVault({given("folder").toString(), given("recoveryKey").toString(),
                                                     given("name").toString(), given("resourceGroup").toString()});
    return attached ? Result<Answer>(vaultAnswer(attached->created ? 201 : 200, attached->value))
                    : tl::unexpected(attached.error());
}

} // namespace

std::vector<Route> vaultRoutes()
{
    const auto vaults = QStringLiteral("/providers/Microsoft.RecoveryServices/vaults");
    const auto v = vaultPath();
    const QString storage = v + QStringLiteral("/backupstorageconfig/vaultstorageconfig");
    const QString mailServer =
        subscriptionPath() + QStringLiteral("/providers/Microsoft.RecoveryServices/valv/mailServer");
    const QString config = v + QStringLiteral("/backupconfig/vaultconfig");
    return {
        {Method::Get, subscriptionPath() + vaults, listVaults},
        {Method::Get, groupPath() + vaults, listVaults},
        {Method::Get, v, getVault},
        {Method::Put, v, putVault},
        {Method::Patch, v, patchVault},
        {Method::Delete, v, deleteVault},
        {Method::Get, v + QStringLiteral("/usages"), usages},
        {Method::Get, v + QStringLiteral("/replicationUsages"), emptyListOfVault},
        {Method::Post,
         groupPath() + QStringLiteral("/providers/Microsoft.RecoveryServices/locations/{region}/checkNameAvailability"),
         checkName},
        {Method::Get, storage, getStorageConfig},
        {Method::Put, storage, putStorageConfig},
        {Method::Patch, storage, patchStorageConfig},
        {Method::Get, config, getVaultConfig},
        {Method::Put, config, putVaultConfig},
        {Method::Patch, config, putVaultConfig},
        {Method::Get, v + QStringLiteral("/backupResourceGuardProxies"), emptyListOfVault},
        {Method::Get, v + QStringLiteral("/backupEncryptionConfigs/backupResourceEncryptionConfig"), encryptionConfig},
        {Method::Get, v + QStringLiteral("/backupUsageSummaries"), usageSummaries},
        {Method::Get, v + QStringLiteral("/valv/recoveryKey"), recoveryKey},
        {Method::Get, v + QStringLiteral("/valv/deletionBlockers"), deletionBlockers},
        {Method::Get, v + QStringLiteral("/valv/storageHistory"), storageHistory},
        {Method::Post, v + QStringLiteral("/valv/copyNow"), copyNow},
        {Method::Post, v + QStringLiteral("/valv/checkNow"), checkNow},
        {Method::Post, v + QStringLiteral("/valv/sendTestMail"), sendTestMail},
        {Method::Get, mailServer, getMailServer},
        {Method::Put, mailServer, putMailServer},
        {Method::Delete, mailServer, deleteMailServer},
        {Method::Post, subscriptionPath() + QStringLiteral("/providers/Microsoft.RecoveryServices/valv/attachVault"),
         attachVault},
    };
}

} // namespace valv::service
