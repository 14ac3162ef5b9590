// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules.h"
#include "engine/faults.h"
#include "engine/logging.h"
#include "engine/points.h"
#include "engine/protection.h"
#include "engine/rulekeeper.h"
#include "engine/vaultkeeper.h"
#include "engine/wire_p.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

// A vault's folder that comes from elsewhere. What it says of itself becomes rows of the catalogue; the folder is only
// read, so that a copy on a medium that can't be written to serves as well.
namespace valv::engine {

using contract::ProtectionState;

namespace {

//! All that a vault tells when it is opened.
struct Contents
{
    store::VaultIdentity identity;
    contract::Vault vault;
    QList<contract::BackupPolicy> policies;
    QList<contract::ProtectionRule> rules;
    QList<ItemRecord> items;
    VaultRegistry::Points points;
};

QJsonObject objectIn(const store::Document& document)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(document.text)).object();
}

ItemRecord itemFrom(const QJsonObject& json)
{
    ItemRecord item;
    item.group = json.value(QLatin1String("resourceGroup")).toString();
    item.vmName = json.value(QLatin1String("virtualMachine")).toString();
    item.policyKey = keyOf(json.value(QLatin1String("policy")).toString());
    item.state = contract::Open<ProtectionState>::fromWire(json.value(QLatin1String("state")).toString());
    item.deletedAt = fromIso(json.value(QLatin1String("deleted")).toString());
    return item;
}

//! An item of which only recovery points are left: nothing expires, nothing runs, all can be restored.
ItemRecord itemFrom(const store::PointHeader& header)
{
    const auto origin = originOf(header).vm;
    ItemRecord item;
    item.group = itemKeyOf(header).section(QLatin1Char(';'), 0, 0);
    item.vmName = text(header.vmName);
    if (itemKey(text(origin.resourceGroup), item.vmName) == itemKeyOf(header)) {
        item.group = text(origin.resourceGroup); // as it was spelled
    }
    item.state = ProtectionState::ProtectionStopped;
    return item;
}

Result<Contents> readContents(store::Vault& vault)
{
    Contents contents;
    contents.identity = vault.identity();
    auto points = vault.points();
    if (!points) {
        return Fault(points.error());
    }
    contents.points = std::move(*points);
    std::vector<store::DamagedFile> damaged;
    const auto documents = vault.documents({}, &damaged);
    if (!documents) {
        return Fault(documents.error());
    }
    for (const auto& file : damaged) { // the data is worth more than its settings
        qCWarning(lcEngine) << "A document of an attached vault is damaged and left out:" << text(file.name)
                            << text(file.reason);
    }
    for (const auto& document : *documents) {
        const auto name = text(document.name);
        const auto json = objectIn(document);
        if (name == vaultDocument) {
            contents.vault = contract::Vault::fromJson(json).value_or(contract::Vault());
        } else if (name.startsWith(policyDocument({}))) {
            if (auto policy = contract::BackupPolicy::fromJson(json); policy && !policy->name.isEmpty()) {
                contents.policies.append(*policy);
            }
        } else if (name.startsWith(ruleDocument({}))) {
            if (auto rule = contract::ProtectionRule::fromJson(json); rule && ruleDocument(rule->name) == name) {
                contents.rules.append(*rule);
            }
        } else if (name.startsWith(itemDocument({}))) {
            if (auto item = itemFrom(json); itemDocument(item.nameKey()) == name) {
                contents.items.append(item);
            }
        }
    }
    for (const auto& point : contents.points) {
        const bool known = point.damaged
            || std::any_of(contents.items.begin(), contents.items.end(),
                           [&point](const ItemRecord& item) { return item.nameKey() == itemKeyOf(point.header); });
        if (!known) {
            contents.items.append(itemFrom(point.header));
        }
    }
    return contents;
}

//! Where the key of an attached vault is kept: beside the others, and never over one that is there.
Result<QString> keepKey(const QString& dataFolder, const QString& name, const store::VaultIdentity& identity,
                        const store::RecoveryKey& key)
{
    const QDir keys(QDir(dataFolder).filePath(QStringLiteral("keys")));
    const QString stem = name + QLatin1Char('-') + text(identity.id).left(8);
    for (int turn = 1;; ++turn) {
        const auto path =
            keys.filePath((turn == 1 ? stem : stem + QStringLiteral("-%1").arg(turn)) + QStringLiteral(".key"));
        if (const auto there = store::RecoveryKey::fromFile(path.toStdString()); there && *there == key) {
            return path;
        }
        auto written = key.writeFile(path.toStdString(), name.toStdString(), identity.id);
        if (written) {
            return path;
        }
        if (written.error().code != "KeyFileExists") {
            return Fault(written.error());
        }
    }
}

} // namespace

Result<Written<Vault>> VaultKeeper::attachAgain(VaultRecord known, const QString& folder, const store::RecoveryKey& key)
{
    if (known.deleting) {
        return fault(QStringLiteral("ValVaultNameReserved"),
                     QStringLiteral("The name is held by a vault that is being deleted."), QStringLiteral("name"));
    }
    const auto there = store::Vault::identify(known.folder.toStdString());
    const bool same = QFileInfo(known.folder).canonicalFilePath() == folder;
    if (!same && there && text(there->id) == known.id) {
        return fault(QStringLiteral("VaultAlreadyAttached"),
                     QStringLiteral("The vault is already attached, from the folder %1.").arg(known.folder),
                     known.vault.name, QStringLiteral("Open the vault that is there."));
    }
    // Its folder was moved, or its key file lost: the vault stays, with its items and jobs.
    const auto kept = store::RecoveryKey::fromFile(known.keyFile.toStdString());
    if (same && kept && *kept == key) {
        return Written<Vault>{shown(known), false};
    }
    const auto keyFile = keepKey(m_context.dataFolder, known.vault.name, {known.id.toStdString(), {}, {}, 0}, key);
    if (!keyFile) {
        return Fault(keyFile.error());
    }
    known.folder = folder;
    known.keyFile = *keyFile;
    const bool wasSecond = known.secondFolder == folder; // the first is lost: its copy takes its place
    if (wasSecond) {
        known.secondFolder.clear();
    }
    auto saved = m_context.catalogue->write([&](Catalogue::Writer& writer) -> Result<> {
        auto done = saveVault(writer, known);
        return done && wasSecond ? removeReplica(writer, known.id) : done;
    });
    if (!saved) {
        return Fault(saved.error());
    }
    if (wasSecond) {
        m_context.replicator->setSecond(known, false);
    }
    m_context.vaults->forget(known.id);
    return Written<Vault>{shown(known), false};
}

Result<Written<Vault>> VaultKeeper::attach(const AttachRequest& request)
{
    const auto key = store::RecoveryKey::fromText(request.recoveryKey.toStdString());
    if (!key) {
        return Fault(key.error());
    }
    if (!QDir::isAbsolutePath(request.folder)) {
        return fault(QStringLiteral("VaultNotFound"), QStringLiteral("The path of the vault's folder is not absolute."),
                     QStringLiteral("folder"), QStringLiteral("Give the whole path of the vault's folder."));
    }
    const auto canonical = QFileInfo(request.folder).canonicalFilePath();
    const auto folder = canonical.isEmpty() ? QDir::cleanPath(request.folder) : canonical;
    auto opened = store::Vault::open(folder.toStdString(), *key);
    if (!opened) {
        return Fault(opened.error());
    }
    // The long part, before anyone else has to wait.
    auto contents = readContents(**opened);
    if (!contents) {
        return Fault(contents.error());
    }

    const std::lock_guard lock(m_context.changing);
    const auto records = vaultRecords(*m_context.catalogue);
    if (!records) {
        return Fault(records.error());
    }
    for (const auto& known : *records) {
        if (known.id == text(contents->identity.id)) {
            return attachAgain(known, folder, *key);
        }
    }

    VaultRecord record;
    record.id = text(contents->identity.id);
    record.folder = folder;
    record.vault = contents->vault;
    const auto first = [](const QString& wish, const QString& own, const QString& otherwise) {
        return !wish.isEmpty() ? wish : !own.isEmpty() ? own : otherwise;
    };
    const auto name = first(request.name, contents->vault.name, text(contents->identity.name));
    if (const auto problem = nameProblem(name)) {
        return Fault(*problem);
    }
    const auto group = first(request.resourceGroup, contents->vault.id.resourceGroup(), groupOfNone);
    if (const auto violation = contract::checkResourceGroupName(group)) {
        return broken(QStringLiteral("InvalidResourceGroup"), *violation);
    }
    const auto there = this->group(group);
    record.vault.id = ArmId::vault(m_context.subscriptionId, there ? there->name : group, name);
    record.vault.name = name;
    if (record.vault.location.isEmpty()) { // made by the command line
        record.vault.location = contract::normalizedRegion(m_context.defaultRegion);
        record.vault.provisioning = contract::ProvisioningState::Succeeded;
        record.vault.redundancy = contract::StorageModel::GeoRedundant;
        record.vault.softDelete = contract::SoftDelete::Enabled;
    }
    record.vault.etag = m_context.newEtag();
    record.everProtected = !contents->items.isEmpty();

    QList<PolicyRecord> policies;
    for (auto policy : contents->policies) {
        policy.id = record.vault.id.child(QStringLiteral("backupPolicies"), policy.name);
        policies.append({record.id, policy, m_context.newEtag(), m_context.now()});
    }
    for (auto& rule : contents->rules) {
        rule.id = record.vault.id.child(QStringLiteral("valvProtectionRules"), rule.name);
        rule.etag = m_context.newEtag();
    }
    for (auto& item : contents->items) {
        item.id = m_context.uuid();
        item.vaultId = record.id;
        item.sourceId = ArmId::virtualMachine(m_context.subscriptionId, item.group, item.vmName);
        if (auto kept = adopt(item, policies, contents->points); !kept) {
            return Fault(kept.error());
        }
    }

    const auto keyFile = keepKey(m_context.dataFolder, name, contents->identity, *key);
    if (!keyFile) {
        return Fault(keyFile.error());
    }
    record.keyFile = *keyFile;
    auto saved = m_context.catalogue->write([&](Catalogue::Writer& writer) -> Result<> {
        if (auto done = saveVault(writer, record); !done) {
            return done;
        }
        for (const auto& policy : policies) {
            if (auto done = savePolicy(writer, policy); !done) {
                return done;
            }
        }
        for (const auto& rule : contents->rules) {
            if (auto done = saveRule(writer, record.id, rule); !done) {
                return done;
            }
        }
        for (const auto& item : contents->items) {
            if (auto done = saveItem(writer, item); !done) {
                return done;
            }
        }
        return {};
    });
    if (!saved) {
        return Fault(saved.error());
    }
    m_context.vaults->adopt(record.id, std::move(*opened), std::move(contents->points));
    qCInfo(lcEngine) << "Vault" << name << "attached from" << folder << "with" << contents->items.size() << "items";
    return Written<Vault>{shown(record), true};
}

Result<> VaultKeeper::adopt(ItemRecord& item, const QList<PolicyRecord>& policies,
                            const VaultRegistry::Points& points) const
{
    item.countsFrom = m_context.now(); // what was missed elsewhere is not run here
    VaultRegistry::Points own;
    std::copy_if(points.begin(), points.end(), std::back_inserter(own), [&item](const store::PointInfo& point) {
        return !point.damaged && itemKeyOf(point.header) == item.nameKey();
    });
    countPoints(item, own);
    if (!own.empty()) {
        item.lastStatus = contract::LastBackupStatus::Completed;
        item.lastTime = item.lastPoint;
        qint64 data = 0;
        for (const auto& disk : own.back().disks) {
            data += static_cast<qint64>(disk.dataBytes);
        }
        item.sourceBytes = data;
    }
    const bool knowsPolicy = std::any_of(policies.begin(), policies.end(), [&item](const PolicyRecord& policy) {
        return keyOf(policy.policy.name) == item.policyKey;
    });
    const auto others = itemRecordsOfVm(*m_context.catalogue, item.nameKey());
    if (!others) {
        return Fault(others.error());
    }
    if (!knowsPolicy) {
        item.policyKey.clear();
    }
    // Two vaults never back up one VM, and nothing runs, or expires, by a policy that is not there.
    const bool active = item.state == ProtectionState::Protected || item.state == ProtectionState::IRPending
        || item.state == ProtectionState::ProtectionError;
    if (!others->isEmpty() || (active && !knowsPolicy)) {
        item.policyKey.clear();
        item.state = ProtectionState::ProtectionStopped;
    } else if (active) {
        item.state = item.points > 0 ? ProtectionState::Protected : ProtectionState::IRPending;
    }
    return {};
}

} // namespace valv::engine
