// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/storagehistory.h"

#include "engine/faults.h"
#include "engine/logging.h"

#include <QSqlQuery>

#include <algorithm>

namespace valv::engine {

namespace {

constexpr int keptDays = 400; // reports go back thirteen months
constexpr qint64 dueAfterSeconds = 20 * 3600; // one a day, also when the next day's comes a little earlier

} // namespace

void takeSample(const Context& context, const VaultRecord& vault, const QDateTime& at)
{
    if (context.runner->worksOn(vault.id)) {
        return;
    }
    const auto open = context.vaults->open(vault);
    const auto stats = open ? (*open)->stats() : Result<store::VaultStats>(tl::unexpected(open.error()));
    const auto items = itemRecords(*context.catalogue, vault.id);
    if (!stats || !items) {
        return; // a vault that can't be reached has no size to tell
    }
    qint64 source = 0;
    for (const auto& item : *items) {
        source += item.isGoing() ? 0 : std::max<qint64>(0, item.sourceBytes);
    }
    const auto saved = context.catalogue->write(
        QStringLiteral("INSERT INTO storage_samples(vault, time, stored, source) SELECT ?,?,?,?"
                       " WHERE EXISTS(SELECT 1 FROM vaults WHERE id=?)"
                       " ON CONFLICT(vault, time) DO UPDATE SET stored=excluded.stored, source=excluded.source"),
        {vault.id, at.toMSecsSinceEpoch(), static_cast<qint64>(stats->bytesStored), source, vault.id});
    if (!saved) {
        qCWarning(lcEngine) << "A sample of the storage could not be written:"
                            << QString::fromStdString(saved.error().message);
    }
}

bool isSampleDue(const Context& context, const VaultRecord& vault, const QDateTime& now)
{
    const auto last =
        context.catalogue->value(QStringLiteral("SELECT max(time) FROM storage_samples WHERE vault=?"), {vault.id});
    return last
        && (!*last || (*last)->isNull() || (*last)->toLongLong() <= now.addSecs(-dueAfterSeconds).toMSecsSinceEpoch());
}

void removeOldSamples(const Context& context)
{
    (void)context.catalogue->write(QStringLiteral("DELETE FROM storage_samples WHERE time<?"),
                                   {context.now().addDays(-keptDays).toMSecsSinceEpoch()});
}

Result<QList<contract::StorageSample>> storageHistory(const Context& context, const ArmId& id, int days)
{
    const auto vault = context.vault(id);
    if (!vault) {
        return Fault(vault.error());
    }
    QList<contract::StorageSample> samples;
    const auto from = context.now().addDays(-std::clamp(days, 1, keptDays));
    const auto read = context.catalogue->read(
        QStringLiteral("SELECT time, stored, source FROM storage_samples WHERE vault=? AND time>=? ORDER BY time"),
        {vault->id, from.toMSecsSinceEpoch()}, [&samples](const QSqlQuery& row) {
            samples.append({QDateTime::fromMSecsSinceEpoch(row.value(0).toLongLong(), Qt::UTC),
                            row.value(1).toLongLong(), row.value(2).toLongLong()});
        });
    if (!read) {
        return Fault(read.error());
    }
    return samples;
}

} // namespace valv::engine
