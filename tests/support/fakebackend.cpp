// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/fakebackend.h"

#include "contract/names.h"
#include "core/datetime.h"

#include <QJsonArray>
#include <QSet>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace valv::test {

ArmId FakeBackend::vmId(const QString& name, const QString& group) const
{
    return ArmId::virtualMachine(subscription, group, name);
}

ArmId FakeBackend::vaultId(const QString& name) const
{
    return ArmId::vault(subscription, QStringLiteral("rg-backup"), name);
}

ArmId FakeBackend::itemId(const ArmId& vault, const ArmId& vm)
{
    return contract::itemId(vault, {vm.resourceGroup(), vm.name()});
}

void FakeBackend::addVm(const QString& name, const QString& group, const QString& location)
{
    contract::VirtualMachine vm;
    vm.id = vmId(name, group);
    vm.name = name;
    vm.location = location;
    vm.size = QStringLiteral("Standard_D2s_v3");
    vm.osType = contract::OsType::Linux;
    vm.osName = QStringLiteral("Ubuntu 18.04 LTS");
    vm.power = contract::PowerState::Running;
    contract::VmDisk disk;
    disk.name = name + QStringLiteral("-os");
    disk.os = true;
    disk.capacityBytes = 32LL << 30;
    vm.disks = {disk};
    machines.append(vm);
}

void FakeBackend::addVault(const QString& name, const QString& location)
{
    contract::Vault vault;
    vault.id = vaultId(name);
    vault.name = name;
    vault.location = location;
    vault.provisioning = contract::ProvisioningState::Succeeded;
    vaults.append(vault);
    addPolicy(vault.id, QStringLiteral("DefaultPolicy"));
}

void FakeBackend::addPolicy(const ArmId& vault, const QString& name)
{
    auto policy = contract::BackupPolicy::defaultPolicy();
    policy.id = vault.child(QStringLiteral("backupPolicies"), name);
    policy.name = name;
    policies.append(policy);
}

contract::ProtectedItem& FakeBackend::addItem(const ArmId& vault, const ArmId& vm, contract::ProtectionState state)
{
    contract::ProtectedItem item;
    item.id = itemId(vault, vm);
    item.name = item.id.name();
    item.friendlyName = vm.name();
    item.sourceResourceId = vm;
    item.containerName = contract::shortName({vm.resourceGroup(), vm.name()});
    item.policyId = vault.child(QStringLiteral("backupPolicies"), QStringLiteral("DefaultPolicy"));
    item.policyName = QStringLiteral("DefaultPolicy");
    item.state = state;
    items.append(item);
    return items.last();
}

contract::BackupJob& FakeBackend::addJob(const ArmId& item, contract::JobOperation operation,
                                         contract::JobStatus status, const QDateTime& start)
{
    const auto name = *contract::vmNameFrom(item.name());
    contract::BackupJob job;
    job.name = QStringLiteral("job-%1").arg(++m_made);
    job.id = item.vaultId().child(QStringLiteral("backupJobs"), job.name);
    job.entity = name.vm;
    job.containerName = contract::shortName(name);
    job.operation = operation;
    job.status = status;
    job.startTime = start;
    job.cancellable = true;
    contract::JobTask task;
    task.taskId = QStringLiteral("Take Snapshot");
    task.status = contract::TaskStatus::InProgress;
    job.tasks = {task};
    jobs.append(job);
    return jobs.last();
}

contract::BackupJob& FakeBackend::job(const ArmId& id)
{
    return *std::find_if(jobs.begin(), jobs.end(), [&id](const auto& j) { return j.id == id; });
}

contract::Alert& FakeBackend::addAlert(const QString& code, contract::AlertSeverity severity, const ArmId& target,
                                       const QDateTime& raised)
{
    contract::Alert alert;
    alert.name = QStringLiteral("alert-%1").arg(++m_made);
    alert.id = ArmId::subscription(subscription)
                   .child(QStringLiteral("providers"), QStringLiteral("Microsoft.AlertsManagement"))
                   .child(QStringLiteral("alerts"), alert.name);
    alert.code = code;
    alert.severity = severity;
    alert.condition = contract::AlertCondition::Fired;
    alert.state = contract::AlertState::New;
    alert.target = target;
    const auto vm = contract::vmNameFrom(target.name());
    alert.targetName = vm ? vm->vm : target.name();
    alert.raised = raised;
    alert.changed = raised;
    alert.last = raised;
    alerts.append(alert);
    return alerts.last();
}

void FakeBackend::addPoint(const ArmId& item, const QString& name, const QDateTime& time,
                           contract::ConsistencyType consistency)
{
    contract::RecoveryPoint point;
    point.id = item.child(QStringLiteral("recoveryPoints"), name);
    point.name = name;
    point.time = time;
    point.consistency = consistency;
    point.tiers = {{contract::TierType::InstantRP, contract::TierStatus::Valid},
                   {contract::TierType::HardenedRP, contract::TierStatus::Valid}};
    points.append(point);
}

ScriptedTransport::Handler FakeBackend::handler()
{
    return [this](const HttpRequest& request) { return handle(request); };
}

Result<HttpResponse> FakeBackend::handle(const HttpRequest& request)
{
    if (before) {
        if (auto own = before(request)) {
            return *own;
        }
    }
    const QUrl url(request.target);
    const auto path = url.path(QUrl::FullyDecoded);
    const auto lower = path.toLower();
    const auto body = QJsonDocument::fromJson(request.body).object();
    const auto ends = [&lower](const char* word) { return lower.endsWith(QLatin1String(word)); };
    const auto last = path.section(QLatin1Char('/'), -1);
    // A list's path has a type without a name at its end.
    const auto id = ArmId::parse(path).value_or(ArmId::parse(path.section(QLatin1Char('/'), 0, -2)).value_or(ArmId()));
    using contract::Method;

    if (lower == QLatin1String("/subscriptions")) {
        return answer(200,
                      {{QStringLiteral("value"),
                        QJsonArray{QJsonObject{{QStringLiteral("id"), ArmId::subscription(subscription).text()},
                                               {QStringLiteral("subscriptionId"), subscription},
                                               {QStringLiteral("displayName"), QStringLiteral("Nordvik – Produktion")},
                                               {QStringLiteral("state"), subscriptionState}}}}});
    }
    if (ends("/locations")) {
        return list(locations(), url);
    }
    if (ends("/resourcegroups")) {
        return list(resourceGroups(), url);
    }
    const bool onlyNew = contract::header(request.headers, "If-None-Match") == "*";
    if (request.method == Method::Put
        && path.section(QLatin1Char('/'), -2, -2).toLower() == QLatin1String("resourcegroups")) {
        const auto all = resourceGroups();
        const bool isThere = std::any_of(all.begin(), all.end(), [&last](const contract::ResourceGroup& each) {
            return each.name.compare(last, Qt::CaseInsensitive) == 0;
        });
        if (isThere && onlyNew) {
            return nameTaken("ValResourceGroupTaken");
        }
        if (!isThere) {
            groups.append(last);
        }
        return answer(isThere ? 200 : 201, group(last).toJson());
    }
    if (lower.contains(QLatin1String("/providers/microsoft.authorization/locks"))) {
        return lockAnswer(request, path);
    }
    if (lower.contains(QLatin1String("/microsoft.alertsmanagement/alerts"))) {
        return alertAnswer(request, url);
    }
    if (ends("/valv/mailserver")) {
        if (request.method == Method::Put) {
            mailServer = *contract::MailServer::fromJson(body);
        } else if (request.method == Method::Delete) {
            mailServer = {};
        }
        mailServer.hasPassword = mailServer.hasPassword || mailServer.password;
        auto told = mailServer;
        told.password.reset();
        return answer(200, told.toJson());
    }
    if (ends("/virtualmachines")) {
        return list(machines, url);
    }
    if (lower.contains(QLatin1String("/virtualmachines/"))) {
        return one(machines, id);
    }
    if (ends("/microsoft.recoveryservices/vaults")) {
        return list(vaults, url);
    }
    if (lower.contains(QLatin1String("/operationsstatus/")) || lower.contains(QLatin1String("/operationstatus/"))) {
        QJsonObject status{{QStringLiteral("name"), last}, {QStringLiteral("status"), QStringLiteral("Succeeded")}};
        if (m_jobOf.contains(last)) {
            status.insert(QStringLiteral("properties"), QJsonObject{{QStringLiteral("jobId"), m_jobOf.value(last)}});
        }
        return answer(200, status);
    }
    if (ends("/backupprevalidateprotection")) {
        const auto machine = ArmId::parse(body.value(QLatin1String("resourceId")).toString()).value_or(ArmId());
        contract::PreValidation validation;
        validation.warnings = warnings.value(machine);
        if (obstacles.contains(machine)) {
            validation.obstacle = Error{obstacles.value(machine).toStdString(), "It can't be done.", {}, {}, {}};
        }
        return answer(200, validation.toJson());
    }
    const auto vault = id.vaultId();
    if (ends("/refreshcontainers")) {
        return accepted(ArmId::parse(path.left(lower.indexOf(QLatin1String("/backupfabrics")))).value_or(ArmId()), {});
    }
    if (ends("/backupprotectableitems")) {
        return list(protectable(vault), url);
    }
    if (auto aside = besideVault(request, lower, vault)) {
        return *aside;
    }
    const auto inVault = [&vault](const auto& thing) { return thing.id.vaultId() == vault; };
    if (ends("/backuppolicies")) {
        return list(filtered(policies, inVault), url);
    }
    if (ends("/backupprotecteditems")) {
        return list(filtered(items, inVault), url);
    }
    if (ends("/backupjobs")) {
        auto found = filtered(jobs, inVault);
        for (auto& job : found) {
            job.tasks.clear();
        }
        return list(found, url, [](const contract::BackupJob& job) { return job.toJson(false); });
    }
    if (ends("/recoverypoints")) {
        return list(filtered(points, [&id](const auto& p) { return p.id.parent() == id; }), url);
    }
    if (ends("/valv/preview") || ends("/valv/previewpolicy")) {
        return answer(200, expiry.toJson());
    }
    if (ends("/valv/previewremoval")) {
        return answer(200, removal.toJson());
    }
    if (lower.contains(QLatin1String("/recoverypoints/")) && request.method == Method::Patch) {
        return isOld(request, id) ? answer(412, errorBody(QStringLiteral("PreconditionFailed")))
                                  : change(id, *contract::PointChange::fromJson(body));
    }
    if (lower.contains(QLatin1String("/recoverypoints/")) && request.method == Method::Delete) {
        if (isOld(request, id)) {
            return answer(412, errorBody(QStringLiteral("PreconditionFailed")));
        }
        points.removeIf([&id](const auto& p) { return p.id == id; });
        return answer(200);
    }
    if (ends("/cancel")) {
        job(without(path, "/cancel")).status = contract::JobStatus::Cancelled;
        return accepted(vault, {});
    }
    if (ends("/restore")) {
        const auto item = without(path.left(lower.indexOf(QLatin1String("/recoverypoints/"))), "");
        return accepted(vault,
                        addJob(item, contract::JobOperation::Restore, contract::JobStatus::InProgress, now).name);
    }
    if (ends("/backup")) {
        const auto item = without(path, "/backup");
        const auto& made = addJob(item, contract::JobOperation::Backup, contract::JobStatus::InProgress, now);
        return accepted(vault, made.name);
    }
    if (lower.contains(QLatin1String("/backupjobs/"))) {
        return one(jobs, id);
    }
    if (lower.contains(QLatin1String("/backuppolicies/"))) {
        const auto etag = QByteArray("W/\"") + QByteArray::number(policyVersion) + '"';
        if (request.method == Method::Put) {
            const auto wanted = contract::header(request.headers, "If-Match");
            if (!wanted.isEmpty() && wanted != etag) {
                return answer(412, errorBody(QStringLiteral("PreconditionFailed")));
            }
            if (onlyNew && one(policies, id).status == 200) {
                return nameTaken("ValPolicyNameTaken");
            }
            ++policyVersion;
            auto policy = *contract::BackupPolicy::fromJson(body);
            policy.id = id;
            policy.name = last;
            put(policies, policy);
            return answer(200, policy.toJson());
        }
        if (request.method == Method::Delete) {
            policies.removeIf([&id](const auto& p) { return p.id == id; });
            return answer(200);
        }
        auto response = one(policies, id);
        response.headers.append({"ETag", etag});
        return response;
    }
    if (lower.contains(QLatin1String("/protecteditems/"))) {
        if (request.method == Method::Put) {
            return protect(id, *contract::ProtectRequest::fromJson(body));
        }
        if (request.method == Method::Delete) {
            items.removeIf([&id](const auto& i) { return i.id == id; });
            return accepted(vault, {});
        }
        return one(items, id);
    }
    if (request.method == Method::Put && id == vault) {
        if (onlyNew && one(vaults, id).status == 200) {
            return nameTaken("ValVaultNameTaken");
        }
        auto made = *contract::Vault::fromJson(body);
        made.id = id;
        made.name = last;
        made.provisioning = contract::ProvisioningState::Succeeded;
        put(vaults, made);
        addPolicy(id, QStringLiteral("DefaultPolicy"));
        auto response = accepted(vault, {});
        response.status = 201;
        response.body = QJsonDocument(made.toJson()).toJson();
        return response;
    }
    if (request.method == Method::Delete && id == vault) {
        vaults.removeIf([&id](const auto& v) { return v.id == id; });
        return answer(200);
    }
    if (id == vault && !vault.isEmpty()) {
        return one(vaults, id);
    }
    return answer(404, errorBody(QStringLiteral("InvalidResourceType"), request.target));
}

QList<contract::ProtectableItem> FakeBackend::protectable(const ArmId& vault) const
{
    const auto own = std::find_if(vaults.begin(), vaults.end(), [&vault](const auto& v) { return v.id == vault; });
    QSet<ArmId> taken;
    for (const auto& item : items) {
        taken.insert(item.sourceResourceId);
    }
    QList<contract::ProtectableItem> all;
    for (const auto& vm : machines) {
        if (own != vaults.end() && vm.location == own->location && !taken.contains(vm.id)) {
            contract::ProtectableItem item;
            item.name = contract::shortName({vm.id.resourceGroup(), vm.name});
            item.id = contract::containerId(vault, {vm.id.resourceGroup(), vm.name})
                          .child(QStringLiteral("protectableItems"), item.name);
            item.friendlyName = vm.name;
            item.virtualMachineId = vm.id;
            all.append(item);
        }
    }
    return all;
}

contract::ResourceGroup FakeBackend::group(const QString& name) const
{
    contract::ResourceGroup made;
    made.id = ArmId::resourceGroup(subscription, name);
    made.name = name;
    made.location = QStringLiteral("swedencentral");
    return made;
}

QList<contract::ResourceGroup> FakeBackend::resourceGroups() const
{
    QStringList names = groups;
    for (const auto& vm : machines) {
        names.append(vm.id.resourceGroup());
    }
    for (const auto& vault : vaults) {
        names.append(vault.id.resourceGroup());
    }
    names.removeDuplicates();
    QList<contract::ResourceGroup> all;
    for (const auto& name : names) {
        all.append(group(name));
    }
    return all;
}

QList<contract::Location> FakeBackend::locations() const
{
    QList<contract::Location> all;
    for (const auto& region : regions) {
        contract::Location location;
        location.id = *ArmId::parse(ArmId::subscription(subscription).text() + QStringLiteral("/locations/") + region);
        location.name = region;
        location.displayName = region;
        all.append(location);
    }
    return all;
}

HttpResponse FakeBackend::alertAnswer(const HttpRequest& request, const QUrl& url)
{
    const QUrlQuery query(url);
    const auto option = [&query](const char* name) { return query.queryItemValue(QLatin1String(name)); };
    if (request.method == contract::Method::Get) {
        const auto condition = option("monitorCondition");
        return list(filtered(alerts,
                             [&condition](const contract::Alert& alert) {
                                 return condition.isEmpty() || alert.condition.text() == condition;
                             }),
                    url);
    }
    const auto name = url.path().section(QLatin1Char('/'), -2, -2);
    for (auto& alert : alerts) {
        if (alert.name == name) {
            alert.state = contract::fromText<contract::AlertState>(option("newState"));
            alert.changed = alert.changed.addSecs(60);
            alert.changedBy = QStringLiteral("E. Lind");
            return answer(200, alert.toJson());
        }
    }
    return answer(404, errorBody(QStringLiteral("ResourceNotFound")));
}

HttpResponse FakeBackend::lockAnswer(const HttpRequest& request, const QString& path)
{
    const auto mark = QStringLiteral("/providers/Microsoft.Authorization/locks");
    const auto at = path.indexOf(mark, 0, Qt::CaseInsensitive);
    const auto scope = ArmId::parse(path.left(at)).value_or(ArmId());
    const auto name = path.mid(at + mark.size() + 1);
    if (request.method == contract::Method::Get) {
        QJsonArray value;
        for (const auto& lock : locks) {
            const bool within = scope.vaultId().isEmpty()
                ? true
                : lock.scope() == scope || lock.scope() == ArmId::resourceGroup(subscription, scope.resourceGroup());
            if (within) {
                value.append(lock.toJson());
            }
        }
        return answer(200, {{QStringLiteral("value"), value}});
    }
    const auto id = contract::ManagementLock::idOf(scope, name);
    locks.removeIf([&id](const auto& lock) { return lock.id == id; });
    if (request.method == contract::Method::Delete) {
        return answer(200);
    }
    auto lock = *contract::ManagementLock::fromJson(QJsonDocument::fromJson(request.body).object());
    lock.id = id;
    lock.name = name;
    locks.append(lock);
    return answer(201, lock.toJson());
}

std::optional<HttpResponse> FakeBackend::besideVault(const HttpRequest& request, const QString& path,
                                                     const ArmId& vault)
{
    using contract::Method;
    const auto ends = [&path](const char* word) { return path.endsWith(QLatin1String(word)); };
    const auto body = QJsonDocument::fromJson(request.body).object();
    const auto values = [](const auto& all) {
        QJsonArray value;
        for (const auto& one : all) {
            value.append(one.toJson());
        }
        return answer(200, {{QStringLiteral("value"), value}});
    };
    if (ends("/usages")) {
        contract::Usage usage;
        usage.name = QStringLiteral("GRSStorageUsage");
        usage.unit = QStringLiteral("Bytes");
        usage.current = stored.value(vault);
        QList all{usage};
        if (room.contains(vault)) {
            contract::Usage disk;
            disk.name = QStringLiteral("ValvDiskUsage");
            disk.unit = QStringLiteral("Bytes");
            disk.current = 1'000'000;
            disk.limit = disk.current + room.value(vault);
            all.append(disk);
        }
        return values(all);
    }
    if (ends("/valv/recoverykey")) {
        return answer(200, {{QStringLiteral("properties"), QJsonObject{{QStringLiteral("recoveryKey"), recoveryKey}}}});
    }
    if (ends("/valv/deletionblockers")) {
        return values(blockers);
    }
    if (ends("/valv/storagehistory")) {
        return values(samples);
    }
    if (ends("/valvprotectionrules") && request.method == Method::Get) {
        return values(rules);
    }
    if (ends("/vaultstorageconfig") || ends("/valv/copynow")) {
        auto& config = storage[vault];
        if (config.redundancy.isEmpty()) {
            config.redundancy = contract::StorageModel::GeoRedundant;
        }
        const auto etagOf = [](const contract::StorageConfig& each) {
            return (each.redundancy.text() + QLatin1Char('|') + each.secondFolder.value_or(QString())).toUtf8();
        };
        if (request.method == Method::Put) {
            const auto wanted = contract::header(request.headers, "If-Match");
            if (!wanted.isEmpty() && wanted != etagOf(config)) {
                return answer(412, errorBody(QStringLiteral("PreconditionFailed")));
            }
            config = *contract::StorageConfig::fromJson(body);
            for (auto& one : vaults) {
                if (one.id == vault) {
                    one.redundancy = config.redundancy;
                }
            }
        }
        auto told = answer(200, config.toJson());
        told.headers.append({QByteArray("ETag"), etagOf(config)});
        return told;
    }
    if (request.method == Method::Patch && path == vault.text().toLower()) {
        for (auto& one : vaults) {
            if (one.id == vault) {
                const auto wanted = contract::header(request.headers, "If-Match");
                if (!wanted.isEmpty() && wanted != one.etag.toUtf8()) {
                    return answer(412, errorBody(QStringLiteral("PreconditionFailed")));
                }
                const auto patch = *contract::Vault::fromJson(body);
                if (body.contains(QLatin1String("tags"))) {
                    one.tags = patch.tags;
                }
                one.softDelete = patch.softDelete.isEmpty() ? one.softDelete : patch.softDelete;
                one.immutability = patch.immutability.isEmpty() ? one.immutability : patch.immutability;
                one.immutableUntil = patch.immutableUntil ? patch.immutableUntil : one.immutableUntil;
                one.notifications = patch.notifications ? patch.notifications : one.notifications;
                one.etag = QStringLiteral("W/\"%1\"").arg(++m_made);
                return answer(200, one.toJson());
            }
        }
    }
    if (ends("/checknameavailability")) {
        return answer(200, {{QStringLiteral("nameAvailable"), true}});
    }
    return std::nullopt;
}

ArmId FakeBackend::without(const QString& path, const char* ending)
{
    return *ArmId::parse(path.left(path.size() - qsizetype(qstrlen(ending))));
}

template <typename T, typename F>
QList<T> FakeBackend::filtered(const QList<T>& all, F keep)
{
    QList<T> some;
    std::copy_if(all.begin(), all.end(), std::back_inserter(some), keep);
    return some;
}

template <typename T>
void FakeBackend::put(QList<T>& all, const T& value)
{
    all.removeIf([&value](const T& other) { return other.id == value.id; });
    all.append(value);
}

template <typename T>
HttpResponse FakeBackend::one(const QList<T>& all, const ArmId& id)
{
    const auto found = std::find_if(all.begin(), all.end(), [&id](const T& value) { return value.id == id; });
    return found == all.end() ? answer(404, errorBody(QStringLiteral("ResourceNotFound"), id.text()))
                              : answer(200, found->toJson());
}

template <typename T>
HttpResponse FakeBackend::list(const QList<T>& all, const QUrl& url) const
{
    return list(all, url, [](const T& value) { return value.toJson(); });
}

template <typename T, typename F>
HttpResponse FakeBackend::list(const QList<T>& all, const QUrl& url, F write) const
{
    const int first = QUrlQuery(url).queryItemValue(QStringLiteral("$skipToken")).toInt();
    const int end = std::min(first + pageSize, int(all.size()));
    QJsonArray values;
    for (int i = first; i < end; ++i) {
        values.append(write(all.at(i)));
    }
    QJsonObject page{{QStringLiteral("value"), values}};
    if (end < all.size()) {
        page.insert(QStringLiteral("nextLink"),
                    QStringLiteral("https://valv.local%1?api-version=1&$skipToken=%2")
                        .arg(url.path(QUrl::FullyEncoded))
                        .arg(end));
    }
    return answer(200, page);
}

HttpResponse FakeBackend::accepted(const ArmId& vault, const QString& job)
{
    const auto operation = QStringLiteral("op-%1").arg(++m_made);
    if (!job.isEmpty()) {
        m_jobOf.insert(operation, job);
    }
    const QString where = QStringLiteral("https://valv.local") + vault.text() + QStringLiteral("/operationsStatus/")
        + operation + QStringLiteral("?api-version=1");
    return answer(202, {}, {{"Azure-AsyncOperation", where.toUtf8()}, {"Retry-After", "1"}});
}

//! A point that somebody else has changed.
bool FakeBackend::isOld(const HttpRequest& request, const ArmId& id) const
{
    const auto wanted = contract::header(request.headers, "If-Match");
    const auto known = std::find_if(points.begin(), points.end(), [&id](const auto& point) { return point.id == id; });
    return !wanted.isEmpty() && known != points.end() && wanted != known->etag.toUtf8();
}

HttpResponse FakeBackend::change(const ArmId& id, const contract::PointChange& asked)
{
    for (auto& point : points) {
        if (point.id == id) {
            point.pinned = asked.pinned.value_or(point.pinned);
            point.held = asked.held.value_or(point.held);
            point.reason = asked.reason.value_or(point.reason);
            point.expiryChosen = !asked.followPolicy && (asked.expiry || point.expiryChosen);
            point.expiry = asked.expiry ? asked.expiry : point.expiry;
            point.etag = QStringLiteral("W/\"%1\"").arg(++m_made);
            return answer(200, point.toJson());
        }
    }
    return answer(404, errorBody(QStringLiteral("ResourceNotFound"), id.text()));
}

HttpResponse FakeBackend::protect(const ArmId& id, const contract::ProtectRequest& request)
{
    auto found = std::find_if(items.begin(), items.end(), [&id](const auto& item) { return item.id == id; });
    auto operation = contract::JobOperation::ConfigureBackup;
    if (found == items.end()) {
        addItem(id.vaultId(), request.sourceResourceId, contract::ProtectionState::IRPending);
        found = items.end() - 1;
    } else if (!request.state.isEmpty()) {
        found->state = request.state;
        found->softDeleted = false;
        operation = request.rehydrate ? contract::JobOperation::Undelete : contract::JobOperation::DisableBackup;
    } else {
        found->state = contract::ProtectionState::Protected;
    }
    found->policyId = request.policyId;
    found->policyName = request.policyId.name();
    return accepted(id.vaultId(), addJob(id, operation, configured, now).name);
}

} // namespace valv::test
