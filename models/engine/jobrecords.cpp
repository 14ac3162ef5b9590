// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobrecords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlQuery>

namespace valv::engine {

namespace {

const QString jobQuery = QStringLiteral("SELECT vault, item, leftovers, body, request FROM jobs");
const QString listQuery = QStringLiteral("SELECT vault, item, body FROM jobs");

contract::BackupJob jobIn(const QString& body)
{
    return contract::BackupJob::fromJson(QJsonDocument::fromJson(body.toUtf8()).object())
        .value_or(contract::BackupJob());
}

JobRecord jobFrom(const QSqlQuery& row)
{
    JobRecord record;
    record.vaultId = row.value(0).toString();
    record.item = row.value(1).toString();
    const auto leftovers = QJsonDocument::fromJson(row.value(2).toString().toUtf8()).array();
    for (const auto& path : leftovers) {
        record.leftovers.append(path.toString());
    }
    record.job = jobIn(row.value(3).toString());
    record.request = QJsonDocument::fromJson(row.value(4).toString().toUtf8()).object();
    return record;
}

QString orEmpty(const std::string& text)
{
    return text.empty() ? QStringLiteral("") : QString::fromStdString(text);
}

} // namespace

Result<> saveJob(Catalogue::Writer& writer, const JobRecord& record)
{
    const auto& job = record.job;
    return done(writer.run(
        QStringLiteral("INSERT INTO jobs(id, vault, item, operation, status, started, ended, leftovers, body, request)"
                       " VALUES(?,?,?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET status=excluded.status,"
                       " ended=excluded.ended, leftovers=excluded.leftovers, body=excluded.body"),
        {keyOf(job.name), record.vaultId, record.item, job.operation.text(), job.status.text(),
         job.startTime.toMSecsSinceEpoch(), job.endTime ? QVariant(job.endTime->toMSecsSinceEpoch()) : QVariant(),
         QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(record.leftovers)).toJson(QJsonDocument::Compact)),
         QString::fromUtf8(QJsonDocument(job.toJson()).toJson(QJsonDocument::Compact)),
         QString::fromUtf8(QJsonDocument(record.request).toJson(QJsonDocument::Compact))}));
}

Result<QList<JobRecord>> jobRecords(const Catalogue& catalogue, const VaultRecord& vault, const JobQuery& query)
{
    auto where = QStringLiteral(" WHERE vault=?");
    QVariantList values{vault.id};
    const auto add = [&](const QString& condition, const QVariant& value) {
        where += QStringLiteral(" AND ") + condition;
        values.append(value);
    };
    const auto anyOf = [&](const QString& column, const QString& texts) {
        QStringList marks;
        const auto parts = texts.split(QLatin1Char(','), Qt::SkipEmptyParts);
        for (const auto& part : parts) {
            marks.append(QStringLiteral("?"));
            values.append(part.trimmed());
        }
        if (!marks.isEmpty()) {
            where += QStringLiteral(" AND %1 COLLATE NOCASE IN (%2)").arg(column, marks.join(QLatin1Char(',')));
        }
    };
    anyOf(QStringLiteral("status"), query.status);
    anyOf(QStringLiteral("operation"), query.operation);
    if (!query.jobId.isEmpty()) {
        add(QStringLiteral("id=?"), keyOf(query.jobId));
    }
    if (query.from) {
        add(QStringLiteral("started>=?"), query.from->toMSecsSinceEpoch());
    }
    if (query.to) {
        add(QStringLiteral("started<=?"), query.to->toMSecsSinceEpoch());
    }
    if (!query.entity.isEmpty()) {
        add(QStringLiteral("substr(item, instr(item, ';') + 1)=?"), keyOf(query.entity)); // "group;vm" in one case
    }
    if (!query.after.isEmpty()) {
        add(QStringLiteral("(started, rowid)<(SELECT started, rowid FROM jobs WHERE id=?)"), keyOf(query.after));
    }
    values.append(static_cast<qlonglong>(query.limit));
    values.append(static_cast<qlonglong>(query.skip));
    QList<JobRecord> records;
    const auto read =
        catalogue.read(listQuery + where + QStringLiteral(" ORDER BY started DESC, rowid DESC LIMIT ? OFFSET ?"), values,
                       [&records](const QSqlQuery& row) {
                           JobRecord record;
                           record.vaultId = row.value(0).toString();
                           record.item = row.value(1).toString();
                           record.job = jobIn(row.value(2).toString());
                           records.append(std::move(record));
                       });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return records;
}

Result<std::optional<JobRecord>> findJob(const Catalogue& catalogue, const QString& vaultId, const QString& jobId)
{
    std::optional<JobRecord> found;
    const auto read = catalogue.read(jobQuery + QStringLiteral(" WHERE vault=? AND id=?"), {vaultId, keyOf(jobId)},
                                     [&found](const QSqlQuery& row) { found = jobFrom(row); });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return found;
}

Result<QList<JobRecord>> unendedJobs(const Catalogue& catalogue)
{
    QList<JobRecord> records;
    const auto read =
        catalogue.read(jobQuery + QStringLiteral(" WHERE status IN ('InProgress', 'Cancelling') ORDER BY started"), {},
                       [&records](const QSqlQuery& row) { records.append(jobFrom(row)); });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return records;
}

Result<> saveOperation(Catalogue::Writer& writer, const OperationRecord& record)
{
    return done(writer.run(
        QStringLiteral("INSERT INTO operations(id, vault, status, started, ended, job, error_code, error_message)"
                       " VALUES(?,?,?,?,?,?,?,?) ON CONFLICT(id) DO UPDATE SET status=excluded.status,"
                       " ended=excluded.ended, error_code=excluded.error_code, error_message=excluded.error_message"),
        {keyOf(record.id), record.vaultId.isNull() ? QStringLiteral("") : record.vaultId,
         contract::toText(record.status), record.started.toMSecsSinceEpoch(),
         record.ended ? QVariant(record.ended->toMSecsSinceEpoch()) : QVariant(),
         record.jobId.isNull() ? QStringLiteral("") : record.jobId,
         record.error ? orEmpty(record.error->code) : QStringLiteral(""),
         record.error ? orEmpty(record.error->message) : QStringLiteral("")}));
}

Result<std::optional<OperationRecord>> findOperation(const Catalogue& catalogue, const QString& vaultId,
                                                     const QString& id)
{
    std::optional<OperationRecord> found;
    const auto read = catalogue.read(
        QStringLiteral("SELECT id, vault, status, started, ended, job, error_code, error_message FROM operations"
                       " WHERE id=? AND (vault=? OR vault='')"),
        {keyOf(id), vaultId}, [&found](const QSqlQuery& row) {
            OperationRecord record;
            record.id = row.value(0).toString();
            record.vaultId = row.value(1).toString();
            record.status = contract::fromText<contract::OperationState>(row.value(2).toString());
            record.started = QDateTime::fromMSecsSinceEpoch(row.value(3).toLongLong(), Qt::UTC);
            if (!row.value(4).isNull()) {
                record.ended = QDateTime::fromMSecsSinceEpoch(row.value(4).toLongLong(), Qt::UTC);
            }
            record.jobId = row.value(5).toString();
            if (const auto code = row.value(6).toString(); !code.isEmpty()) {
                record.error = Error{code.toStdString(), row.value(7).toString().toStdString(), {}, {}, {}};
            }
            found = record;
        });
    if (!read) {
        return tl::unexpected(read.error());
    }
    return found;
}

} // namespace valv::engine
