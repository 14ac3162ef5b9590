// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/housekeeper.h"

#include "engine/logging.h"
#include "engine/points.h"
#include "policy/schedule.h"

#include <algorithm>

namespace valv::engine {

using contract::ProtectionState;

namespace {

constexpr std::chrono::milliseconds listingAge = std::chrono::minutes(1);
constexpr int operationDays = 2; //!< contract.md: at least 24 hours

bool isActive(const ItemRecord& item)
{
    return !item.deletedAt
        && (item.state == ProtectionState::Protected || item.state == ProtectionState::IRPending
            || item.state == ProtectionState::ProtectionError);
}

} // namespace

Housekeeper::Housekeeper(Context& context, BackupWork& backups, Protection& protection)
    : m_context(context)
    , m_backups(backups)
    , m_protection(protection)
    , m_thread([this](const std::stop_token& stop) { cleanLoop(stop); })
{ }

Housekeeper::~Housekeeper()
{
    m_thread.request_stop();
    m_thread.join();
}

void Housekeeper::tick()
{
    const std::lock_guard lock(m_ticking); // two ticks at once would start two catch-ups
    m_context.runner->writeAgain();
    m_context.inventory->refreshWhenOlder(listingAge);
    startDue();
    {
        const std::lock_guard guard(m_mutex);
        m_wanted = true;
    }
    m_changed.notify_all();
}

void Housekeeper::startDue()
{
    const std::lock_guard lock(m_context.changing);
    const auto vaults = vaultRecords(*m_context.catalogue);
    if (!vaults) {
        return;
    }
    const auto now = m_context.now();
    for (const auto& vault : *vaults) {
        if (vault.deleting) {
            continue;
        }
        const auto items = itemRecords(*m_context.catalogue, vault.id);
        for (const auto& item : items.value_or(QList<ItemRecord>())) {
            if (!isActive(item) || !m_context.runner->exclusiveJob(item.nameKey()).isEmpty()) {
                continue; // what is due stays due until the running job has ended
            }
            const auto policy = policyOf(m_context, vault, item);
            if (!policy) {
                continue;
            }
            const auto due = policy::missedRuns(policy->policy, std::max(item.countsFrom, policy->changed), now);
            if (!due) {
                continue;
            }
            if (const auto started = m_backups.startDue(vault, item, *policy, *due); !started) {
                qCWarning(lcEngine) << "A due backup of" << item.vmName
                                    << "could not start:" << QString::fromStdString(started.error().message);
            }
        }
    }
}

void Housekeeper::waitUntilIdle()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_wanted && !m_cleaning; });
}

void Housekeeper::cleanLoop(const std::stop_token& stop)
{
    while (true) {
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return m_wanted; }) || stop.stop_requested()) {
                return;
            }
            m_wanted = false;
            m_cleaning = true;
        }
        clean(stop);
        {
            const std::lock_guard lock(m_mutex);
            m_cleaning = false;
        }
        m_changed.notify_all();
    }
}

void Housekeeper::clean(const std::stop_token& stop)
{
    const auto vaults = vaultRecords(*m_context.catalogue);
    if (!vaults) {
        return;
    }
    for (const auto& vault : *vaults) {
        if (vault.deleting || stop.stop_requested()) {
            continue;
        }
        bool freed = m_context.tidy.take(vault.id);
        const auto items = itemRecords(*m_context.catalogue, vault.id);
        for (const auto& item : items.value_or(QList<ItemRecord>())) {
            freed = (item.deletedAt ? purgeWhenDue(vault, item, stop) : cleanItem(vault, item, stop)) || freed;
        }
        if (!freed) {
            continue;
        }
        if (const auto open = m_context.vaults->open(vault)) {
            if (const auto collected = (*open)->collect({}, stop); !collected) {
                m_context.tidy.add(vault.id);
                qCWarning(lcEngine) << "The vault" << vault.vault.name
                                    << "could not be tidied:" << QString::fromStdString(collected.error().message);
            }
        }
    }
    (void)m_context.catalogue->write(QStringLiteral("DELETE FROM operations WHERE ended IS NOT NULL AND ended<?"),
                                     {m_context.now().addDays(-operationDays).toMSecsSinceEpoch()});
}

bool Housekeeper::purgeWhenDue(const VaultRecord& vault, const ItemRecord& item, const std::stop_token& stop)
{
    auto going = item;
    {
        const std::lock_guard lock(m_context.changing);
        auto again = findItem(*m_context.catalogue, vault.id, item.nameKey());
        if (!again || !*again || !(*again)->deletedAt || m_context.runner->isBusy(item.nameKey())) {
            return false;
        }
        going = **again;
        if (!going.isGoing() && going.deletedAt->addDays(vault.vault.softDeleteDays) > m_context.now()) {
            return false;
        }
        going.deletedAt = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC); // from here there is no undelete
        auto marked =
            m_context.catalogue->write([&going](Catalogue::Writer& writer) { return saveItem(writer, going); });
        if (!marked) {
            return false;
        }
    }
    const auto purged = m_protection.purge(vault, going, stop);
    if (!purged) {
        qCWarning(lcEngine) << "The deleted item" << item.vmName
                            << "could not be removed:" << QString::fromStdString(purged.error().message);
    }
    return true;
}

bool Housekeeper::cleanItem(const VaultRecord& vault, const ItemRecord& item, const std::stop_token& stop)
{
    const auto policy = policyOf(m_context, vault, item);
    if (!policy || item.points < 2) {
        return false; // stopped items keep everything, and one point alone is always kept
    }
    const auto points = m_context.vaults->points(vault, item.nameKey());
    if (!points || points->empty()) {
        return false;
    }
    const auto now = m_context.now();
    const auto suspended = item.state == ProtectionState::BackupsSuspended;
    const auto newest =
        std::find_if(points->rbegin(), points->rend(), [](const auto& point) { return !point.damaged; });
    if (newest == points->rend()) {
        return false;
    }
    const auto today = verdictsOn(item, policy, *points, now);
    const auto then = suspended ? today : verdictsOn(item, policy, *points, toDateTime(newest->header.time));
    QSet<QString> keptThen;
    for (const auto& verdict : then) {
        if (verdict.kept) {
            keptThen.insert(verdict.id);
        }
    }
    bool removed = false;
    for (const auto& verdict : today) {
        const auto point = std::find_if(points->begin(), points->end(), [&verdict](const store::PointInfo& p) {
            return QString::fromStdString(p.header.id) == verdict.id;
        });
        const bool scheduled = originOf(point->header).scheduled;
        if (verdict.kept || (scheduled && keptThen.contains(verdict.id)) || stop.stop_requested()) {
            continue;
        }
        const std::lock_guard lock(m_context.changing); // not while a policy changes or a restore is asked for
        const auto again = findItem(*m_context.catalogue, vault.id, item.nameKey());
        if (!again || !*again || (*again)->policyKey != item.policyKey || (*again)->deletedAt
            || m_context.runner->isBusy(item.nameKey())) {
            return removed;
        }
        if (const auto gone = m_context.vaults->removePoint(vault, point->header.id); !gone) {
            qCWarning(lcEngine) << "An expired recovery point of" << item.vmName
                                << "could not be removed:" << QString::fromStdString(gone.error().message);
            return removed;
        }
        qCInfo(lcEngine) << "Expired recovery point removed:" << item.vmName << verdict.id;
        removed = true;
    }
    if (removed) {
        (void)m_context.catalogue->write([&](Catalogue::Writer& writer) -> Result<> {
            auto again = findItem(*m_context.catalogue, vault.id, item.nameKey());
            if (!again || !*again) {
                return {};
            }
            const auto left = m_context.vaults->points(vault, item.nameKey());
            countPoints(**again, left.value_or(VaultRegistry::Points()));
            return saveItem(writer, **again);
        });
    }
    return removed;
}

} // namespace valv::engine
