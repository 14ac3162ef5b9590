// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/checkrecords.h"

#include "core/datetime.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlQuery>

namespace valv::engine {

Result<QList<CheckRecord>> checkRecords(const Catalogue& catalogue)
{
    QList<CheckRecord> records;
    const auto read = catalogue.read(
        QStringLiteral("SELECT vault, due, share, body FROM vault_checks"), {}, [&records](const QSqlQuery& row) {
            CheckRecord record;
            record.vaultId = row.value(0).toString();
            record.due = QDateTime::fromMSecsSinceEpoch(row.value(1).toLongLong(), Qt::UTC);
            record.share = row.value(2).toUInt();
            const auto body = QJsonDocument::fromJson(row.value(3).toString().toUtf8()).object();
            record.roundBegan = fromIso(body.value(QLatin1String("roundBegan")).toString());
            for (const auto& file : body.value(QLatin1String("files")).toArray()) {
                record.files.insert(file.toString().toStdString());
            }
            record.found = contract::Integrity::fromJson(body.value(QLatin1String("found")).toObject())
                               .value_or(contract::Integrity());
            records.append(std::move(record));
        });
    return read ? Result<QList<CheckRecord>>(std::move(records)) : tl::unexpected(read.error());
}

Result<> saveCheck(Catalogue::Writer& writer, const CheckRecord& record)
{
    QJsonArray files;
    for (const auto& file : record.files) {
        files.append(QString::fromStdString(file));
    }
    QJsonObject body{{QStringLiteral("files"), files}, {QStringLiteral("found"), record.found.toJson()}};
    if (record.roundBegan) {
        body.insert(QStringLiteral("roundBegan"), toIso(*record.roundBegan));
    }
    return done(
        writer.run(QStringLiteral("INSERT INTO vault_checks(vault, due, share, body) SELECT ?,?,?,?"
                                  " WHERE EXISTS(SELECT 1 FROM vaults WHERE id=?) ON CONFLICT(vault) DO UPDATE SET"
                                  " due=excluded.due, share=excluded.share, body=excluded.body"),
                   {record.vaultId, record.due.toMSecsSinceEpoch(), record.share,
                    QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact)), record.vaultId}));
}

} // namespace valv::engine
