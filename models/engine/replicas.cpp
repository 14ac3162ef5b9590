// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/replicas.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlQuery>

namespace valv::engine {

namespace {

QVariant replicaMillis(const std::optional<QDateTime>& at)
{
    return at ? QVariant(at->toMSecsSinceEpoch()) : QVariant();
}

std::optional<QDateTime> replicaMoment(const QVariant& value)
{
    return value.isNull() ? std::nullopt : std::optional(QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC));
}

QString problemText(const std::optional<Error>& problem)
{
    if (!problem) {
        return QStringLiteral("");
    }
    const QJsonObject json{{QStringLiteral("code"), QString::fromStdString(problem->code)},
                           {QStringLiteral("message"), QString::fromStdString(problem->message)},
                           {QStringLiteral("target"), QString::fromStdString(problem->target)},
                           {QStringLiteral("action"), QString::fromStdString(problem->action)}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<Error> problemOf(const QString& text)
{
    if (text.isEmpty()) {
        return std::nullopt;
    }
    const auto json = QJsonDocument::fromJson(text.toUtf8()).object();
    const auto word = [&json](const char* key) { return json.value(QLatin1String(key)).toString().toStdString(); };
    return Error{word("code"), word("message"), word("target"), word("action"), {}};
}

} // namespace

ReplicaRecord newReplica(const VaultRecord& vault, bool sameDisk, const QDateTime& now)
{
    ReplicaRecord record;
    record.vaultId = vault.id;
    record.sameDisk = sameDisk;
    record.behindSince = now;
    return record;
}

Result<QList<ReplicaRecord>> replicaRecords(const Catalogue& catalogue)
{
    QList<ReplicaRecord> records;
    const auto read = catalogue.read(
        QStringLiteral("SELECT vault, begun, same_disk, behind_since, behind_bytes, last_copied, last_checked, share,"
                       " repaired, problem FROM replicas"),
        {}, [&records](const QSqlQuery& row) {
            records.append({row.value(0).toString(), row.value(1).toBool(), row.value(2).toBool(),
                            replicaMoment(row.value(3)), row.value(4).toLongLong(), replicaMoment(row.value(5)),
                            replicaMoment(row.value(6)), row.value(7).toUInt(), row.value(8).toLongLong(),
                            problemOf(row.value(9).toString())});
        });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return records;
}

Result<> saveReplica(Catalogue::Writer& writer, const ReplicaRecord& record)
{
    return done(writer.run(
        QStringLiteral("INSERT INTO replicas(vault, begun, same_disk, behind_since, behind_bytes, last_copied,"
                       " last_checked, share, repaired, problem) SELECT ?,?,?,?,?,?,?,?,?,?"
                       " WHERE EXISTS(SELECT 1 FROM vaults WHERE id=?) ON CONFLICT(vault) DO UPDATE SET"
                       " begun=excluded.begun, same_disk=excluded.same_disk, behind_since=excluded.behind_since,"
                       " behind_bytes=excluded.behind_bytes, last_copied=excluded.last_copied,"
                       " last_checked=excluded.last_checked, share=excluded.share, repaired=excluded.repaired,"
                       " problem=excluded.problem"),
        {record.vaultId, record.begun ? 1 : 0, record.sameDisk ? 1 : 0, replicaMillis(record.behindSince),
         record.behindBytes, replicaMillis(record.lastCopied), replicaMillis(record.lastChecked), record.share,
         record.repaired, problemText(record.problem), record.vaultId}));
}

Result<> removeReplica(Catalogue::Writer& writer, const QString& vaultId)
{
    return done(writer.run(QStringLiteral("DELETE FROM replicas WHERE vault=?"), {vaultId}));
}

Result<std::set<std::string>> removedBlobs(const Catalogue& catalogue, const QString& vaultId)
{
    std::set<std::string> blobs;
    const auto read =
        catalogue.read(QStringLiteral("SELECT blob FROM replica_removals WHERE vault=?"), {vaultId},
                       [&blobs](const QSqlQuery& row) { blobs.insert(row.value(0).toString().toStdString()); });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return blobs;
}

Result<> addRemovedBlob(Catalogue::Writer& writer, const QString& vaultId, const std::string& blob)
{
    return done(writer.run(QStringLiteral("INSERT OR IGNORE INTO replica_removals(vault, blob) VALUES(?,?)"),
                           {vaultId, QString::fromStdString(blob)}));
}

Result<> settleRemovedBlobs(Catalogue::Writer& writer, const QString& vaultId, const std::set<std::string>& blobs)
{
    for (const auto& blob : blobs) {
        auto gone = writer.run(QStringLiteral("DELETE FROM replica_removals WHERE vault=? AND blob=?"),
                               {vaultId, QString::fromStdString(blob)});
        if (!gone) {
            return tl::unexpected(gone.error());
        }
    }
    return {};
}

} // namespace valv::engine
