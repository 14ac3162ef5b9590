// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/records.h"

#include "core/datetime.h"

#include <QDir>
#include <QJsonDocument>
#include <QSqlQuery>

namespace valv::engine {

namespace {

QString compact(const QJsonObject& json)
{
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QJsonObject object(const QVariant& text)
{
    return QJsonDocument::fromJson(text.toString().toUtf8()).object();
}

QVariant millis(const std::optional<QDateTime>& at)
{
    return at ? QVariant(at->toMSecsSinceEpoch()) : QVariant();
}

std::optional<QDateTime> moment(const QVariant& value)
{
    if (value.isNull()) {
        return std::nullopt;
    }
    return QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC);
}

//! What lies in the data folder is remembered as seen from there: the folder can be moved or copied with all in it.
QString toStored(const QString& path, const QString& dataFolder)
{
    const auto within = dataFolder + QLatin1Char('/');
    return path.startsWith(within) ? path.mid(within.size()) : path;
}

QString fromStored(const QString& path, const QString& dataFolder)
{
    return path.isEmpty() ? path : QDir(dataFolder).absoluteFilePath(path);
}

VaultRecord vaultFrom(const QSqlQuery& row, const QString& dataFolder)
{
    VaultRecord record;
    record.id = row.value(0).toString();
    record.folder = fromStored(row.value(1).toString(), dataFolder);
    record.keyFile = fromStored(row.value(2).toString(), dataFolder);
    record.deleting = row.value(3).toBool();
    record.everProtected = row.value(4).toBool();
    record.secondFolder = row.value(6).toString();
    record.vault = contract::Vault::fromJson(object(row.value(5))).value_or(contract::Vault());
    return record;
}

const QString vaultColumns = QStringLiteral("id, folder, key_file, deleting, ever_protected, body, second_folder");

PolicyRecord policyFrom(const VaultRecord& vault, const QSqlQuery& row)
{
    PolicyRecord record;
    record.vaultId = vault.id;
    record.etag = row.value(0).toString();
    record.changed = QDateTime::fromMSecsSinceEpoch(row.value(1).toLongLong(), Qt::UTC);
    record.policy = contract::BackupPolicy::fromJson(object(row.value(2))).value_or(contract::BackupPolicy());
    record.policy.protectedItems = row.value(3).toInt();
    return record;
}

const QString policyQuery = QStringLiteral(
    "SELECT etag, changed, body, (SELECT count(*) FROM items i WHERE i.vault=p.vault AND i.policy_key=p.name_key)"
    " FROM policies p WHERE vault=?");

const QString itemQuery = QStringLiteral(
    "SELECT id, vault, group_name, vm_name, source_id, policy_key, state, counts_from, last_status, last_time,"
    " last_point, oldest_point, points, deleted, source_bytes, checkpoint, checkpoint_point, checkpoint_vm, last_error,"
    " missed_runs, last_missed, since FROM items");

ItemRecord itemFrom(const QSqlQuery& row)
{
    ItemRecord record;
    record.id = row.value(0).toString();
    record.vaultId = row.value(1).toString();
    record.group = row.value(2).toString();
    record.vmName = row.value(3).toString();
    record.sourceId = ArmId::parse(row.value(4).toString()).value_or(ArmId());
    record.policyKey = row.value(5).toString();
    record.state = contract::Open<contract::ProtectionState>::fromWire(row.value(6).toString());
    record.countsFrom = QDateTime::fromMSecsSinceEpoch(row.value(7).toLongLong(), Qt::UTC);
    record.lastStatus = contract::Open<contract::LastBackupStatus>::fromWire(row.value(8).toString());
    record.lastTime = moment(row.value(9));
    record.lastPoint = moment(row.value(10));
    record.oldestPoint = moment(row.value(11));
    record.points = row.value(12).toInt();
    record.deletedAt = moment(row.value(13));
    record.sourceBytes = row.value(14).toLongLong();
    record.checkpoint = row.value(15).toString();
    record.checkpointPoint = row.value(16).toString();
    record.checkpointVm = row.value(17).toString();
    record.lastError = row.value(18).toString();
    record.missedRuns = row.value(19).toInt();
    record.lastMissed = moment(row.value(20));
    record.since = QDateTime::fromMSecsSinceEpoch(row.value(21).toLongLong(), Qt::UTC);
    return record;
}

Result<QList<ItemRecord>> items(const Catalogue& catalogue, const QString& where, const QVariantList& values)
{
    QList<ItemRecord> records;
    const auto read = catalogue.read(itemQuery + where + QStringLiteral(" ORDER BY name_key"), values,
                                     [&records](const QSqlQuery& row) { records.append(itemFrom(row)); });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return records;
}

} // namespace

QString keyOf(const QString& name)
{
    return name.toCaseFolded();
}

Result<QList<VaultRecord>> vaultRecords(const Catalogue& catalogue)
{
    return catalogue.remembered<QList<VaultRecord>>("vaults", [&catalogue]() -> Result<QList<VaultRecord>> {
        QList<VaultRecord> records;
        const auto read = catalogue.read(
            QStringLiteral("SELECT ") + vaultColumns + QStringLiteral(" FROM vaults ORDER BY name_key, group_key"), {},
            [&](const QSqlQuery& row) { records.append(vaultFrom(row, catalogue.folder())); });
        if (!read) {
            return tl::unexpected(read.error());
        }
        return records;
    });
}

Result<std::optional<VaultRecord>> findVault(const Catalogue& catalogue, const ArmId& id)
{
    std::optional<VaultRecord> found;
    const auto read = catalogue.read(QStringLiteral("SELECT ") + vaultColumns
                                         + QStringLiteral(" FROM vaults WHERE group_key=? AND name_key=?"),
                                     {keyOf(id.resourceGroup()), keyOf(id.value(u"vaults"))},
                                     [&](const QSqlQuery& row) { found = vaultFrom(row, catalogue.folder()); });
    if (!read) {
        return tl::unexpected(read.error());
    }
    if (found && !(found->vault.id.vaultId() == id.vaultId())) {
        found.reset(); // another subscription's
    }
    return found;
}

Result<std::optional<VaultRecord>> findVaultById(const Catalogue& catalogue, const QString& id)
{
    std::optional<VaultRecord> found;
    const auto read =
        catalogue.read(QStringLiteral("SELECT ") + vaultColumns + QStringLiteral(" FROM vaults WHERE id=?"), {id},
                       [&](const QSqlQuery& row) { found = vaultFrom(row, catalogue.folder()); });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return found;
}

Result<> saveVault(Catalogue::Writer& writer, const VaultRecord& record)
{
    return done(writer.run(
        QStringLiteral("INSERT INTO vaults(id, group_key, name_key, folder, key_file, deleting, ever_protected, body,"
                       " second_folder) VALUES(?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET"
                       " folder=excluded.folder, key_file=excluded.key_file, deleting=excluded.deleting,"
                       " ever_protected=excluded.ever_protected, body=excluded.body,"
                       " second_folder=excluded.second_folder"),
        {record.id, keyOf(record.vault.id.resourceGroup()), keyOf(record.vault.name),
         toStored(record.folder, writer.folder()), toStored(record.keyFile, writer.folder()), record.deleting ? 1 : 0,
         record.everProtected ? 1 : 0, compact(record.vault.toJson()),
         record.secondFolder.isNull() ? QString(QLatin1String("")) : record.secondFolder}));
}

Result<QList<PolicyRecord>> policyRecords(const Catalogue& catalogue, const VaultRecord& vault)
{
    QList<PolicyRecord> records;
    const auto read = catalogue.read(policyQuery + QStringLiteral(" ORDER BY name_key"), {vault.id},
                                     [&](const QSqlQuery& row) { records.append(policyFrom(vault, row)); });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return records;
}

Result<std::optional<PolicyRecord>> findPolicy(const Catalogue& catalogue, const VaultRecord& vault,
                                               const QString& name)
{
    std::optional<PolicyRecord> found;
    const auto read = catalogue.read(policyQuery + QStringLiteral(" AND name_key=?"), {vault.id, keyOf(name)},
                                     [&](const QSqlQuery& row) { found = policyFrom(vault, row); });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return found;
}

Result<> savePolicy(Catalogue::Writer& writer, const PolicyRecord& record)
{
    return done(writer.run(
        QStringLiteral("INSERT INTO policies(vault, name_key, changed, etag, body) VALUES(?,?,?,?,?)"
                       " ON CONFLICT(vault, name_key) DO UPDATE SET changed=excluded.changed, etag=excluded.etag,"
                       " body=excluded.body"),
        {record.vaultId, keyOf(record.policy.name), record.changed.toMSecsSinceEpoch(), record.etag,
         compact(record.policy.toJson())}));
}

QString itemKey(const QString& group, const QString& vm)
{
    return keyOf(group) + QLatin1Char(';') + keyOf(vm);
}

QString ItemRecord::nameKey() const
{
    return itemKey(group, vmName);
}

bool ItemRecord::isActive() const
{
    using contract::ProtectionState;
    return !deletedAt
        && (state == ProtectionState::Protected || state == ProtectionState::IRPending
            || state == ProtectionState::ProtectionError);
}

Result<QList<ItemRecord>> itemRecords(const Catalogue& catalogue, const QString& vaultId)
{
    return vaultId.isEmpty() ? items(catalogue, {}, {}) : items(catalogue, QStringLiteral(" WHERE vault=?"), {vaultId});
}

Result<QList<ItemRecord>> itemRecordsOfVm(const Catalogue& catalogue, const QString& nameKey)
{
    return items(catalogue, QStringLiteral(" WHERE name_key=?"), {nameKey});
}

Result<std::optional<ItemRecord>> findItem(const Catalogue& catalogue, const QString& vaultId, const QString& nameKey)
{
    const auto found = items(catalogue, QStringLiteral(" WHERE vault=? AND name_key=?"), {vaultId, nameKey});
    if (!found) {
        return tl::unexpected(found.error());
    }
    return found->isEmpty() ? std::nullopt : std::optional(found->first());
}

Result<> saveItem(Catalogue::Writer& writer, const ItemRecord& r)
{
    return done(writer.run(
        QStringLiteral("INSERT INTO items(id, vault, name_key, group_name, vm_name, source_id, policy_key, state,"
                       " counts_from, last_status, last_time, last_point, oldest_point, points, deleted, source_bytes,"
                       " checkpoint, checkpoint_point, checkpoint_vm, last_error, missed_runs, last_missed, since)"
                       " VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET"
                       " group_name=excluded.group_name, vm_name=excluded.vm_name, source_id=excluded.source_id,"
                       " policy_key=excluded.policy_key, state=excluded.state, counts_from=excluded.counts_from,"
                       " last_status=excluded.last_status, last_time=excluded.last_time,"
                       " last_point=excluded.last_point, oldest_point=excluded.oldest_point, points=excluded.points,"
                       " deleted=excluded.deleted, source_bytes=excluded.source_bytes,"
                       " checkpoint=excluded.checkpoint, checkpoint_point=excluded.checkpoint_point,"
                       " checkpoint_vm=excluded.checkpoint_vm, last_error=excluded.last_error,"
                       " missed_runs=excluded.missed_runs, last_missed=excluded.last_missed, since=excluded.since"),
        {r.id,
         r.vaultId,
         r.nameKey(),
         r.group,
         r.vmName,
         r.sourceId.text(),
         r.policyKey.isEmpty() ? QVariant() : QVariant(r.policyKey),
         r.state.text(),
         r.countsFrom.toMSecsSinceEpoch(),
         r.lastStatus.text().isNull() ? QStringLiteral("") : r.lastStatus.text(),
         millis(r.lastTime),
         millis(r.lastPoint),
         millis(r.oldestPoint),
         r.points,
         millis(r.deletedAt),
         r.sourceBytes,
         r.checkpoint.isNull() ? QStringLiteral("") : r.checkpoint,
         r.checkpointPoint.isNull() ? QStringLiteral("") : r.checkpointPoint,
         r.checkpointVm.isNull() ? QStringLiteral("") : r.checkpointVm,
         r.lastError.isNull() ? QStringLiteral("") : r.lastError,
         r.missedRuns,
         millis(r.lastMissed),
         (r.since.isValid() ? r.since : r.countsFrom).toMSecsSinceEpoch()}));
}

} // namespace valv::engine
