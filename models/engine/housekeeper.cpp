// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/housekeeper.h"

#include "engine/alerts.h"
#include "engine/immutability.h"
#include "engine/logging.h"
#include "engine/points.h"
#include "engine/storagehistory.h"
#include "policy/schedule.h"

#include <QHash>

#include <algorithm>

namespace valv::engine {

namespace {

constexpr std::chrono::milliseconds listingAge = std::chrono::minutes(1);
constexpr int operationDays = 2; //!< contract.md: at least 24 hours

} // namespace

Housekeeper::Housekeeper(Context& context, BackupWork& backups, Protection& protection, RuleKeeper& rules)
    : m_context(context)
    , m_backups(backups)
    , m_protection(protection)
    , m_rules(rules)
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
    if (!m_context.catalogue->whole()) {
        return;
    }
    const auto now = m_context.now();
    m_context.runner->writeAgain();
    m_context.replicator->tick();
    m_context.inventory->refreshWhenOlder(listingAge);
    m_rules.apply();
    startDue();
    tellOldPoints();
    tellReplication();
    tellClock();
    m_context.checker->tick();
    m_context.notifier->tick();
    {
        const std::lock_guard guard(m_mutex);
        m_wanted = true;
        m_ticked = now;
    }
    m_changed.notify_all();
}

void Housekeeper::sampleNow()
{
    {
        const std::lock_guard guard(m_mutex);
        m_samplesWanted = true;
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
        if (vault.deleting || vault.isCreating()) {
            continue;
        }
        QHash<QString, PolicyRecord> policies;
        const auto known = policyRecords(*m_context.catalogue, vault);
        for (const auto& policy : known.value_or(QList<PolicyRecord>())) {
            policies.insert(keyOf(policy.policy.name), policy);
        }
        const auto items = itemRecords(*m_context.catalogue, vault.id);
        for (const auto& item : items.value_or(QList<ItemRecord>())) {
            if (!item.isActive() || !m_context.runner->exclusiveJob(item.nameKey()).isEmpty()) {
                continue; // what is due stays due until the running job has ended
            }
            const auto policy = policies.constFind(item.policyKey);
            if (policy == policies.cend()) {
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

void Housekeeper::tellOldPoints()
{
    const auto vaults = vaultRecords(*m_context.catalogue);
    const auto now = m_context.now();
    for (const auto& vault : vaults.value_or(QList<VaultRecord>())) {
        if (vault.deleting) {
            continue;
        }
        QHash<QString, std::optional<qint64>> limits;
        const auto policies = policyRecords(*m_context.catalogue, vault);
        for (const auto& policy : policies.value_or(QList<PolicyRecord>())) {
            limits.insert(keyOf(policy.policy.name), policy::tooOldAfter(policy.policy));
        }
        const auto items = itemRecords(*m_context.catalogue, vault.id);
        for (const auto& item : items.value_or(QList<ItemRecord>())) {
            const auto limit = limits.value(item.policyKey);
            const auto last = std::max(item.lastPoint.value_or(item.since), item.since);
            // What is being backed up right now is cared for.
            if (!item.isActive() || !limit || last.msecsTo(now) <= *limit
                || !m_context.runner->exclusiveJob(item.nameKey()).isEmpty()) {
                continue;
            }
            (void)raiseAlertOnce(m_context,
                                 {alert::pointTooOld, &vault, &item, {}, {{QStringLiteral("since"), toIso(last)}}});
        }
    }
}

//! Raised once and resolved once, whatever number of ticks it lasts.
void Housekeeper::tellReplication()
{
    const auto vaults = vaultRecords(*m_context.catalogue);
    for (const auto& vault : vaults.value_or(QList<VaultRecord>())) {
        const auto problem = m_context.replicator->problemOf(vault.id);
        const auto told = m_replicationTold.find(vault.id);
        const bool isNews = told == m_replicationTold.end() || !*told;
        if (problem && isNews && problem->code == "FirstLocationDamaged") {
            m_context.checker->suspect(vault.id, {problem->target});
        }
        if (vault.deleting || (told == m_replicationTold.end() && vault.secondFolder.isEmpty())
            || (told != m_replicationTold.end() && *told == problem.has_value())) {
            continue;
        }
        const auto done = problem
            ? raiseAlertOnce(m_context,
                             {alert::replicationProblem,
                              &vault,
                              nullptr,
                              {},
                              {{QStringLiteral("error"), QString::fromStdString(problem->code)},
                               {QStringLiteral("message"), QString::fromStdString(problem->message)}}})
            : m_context.catalogue->write([&](Catalogue::Writer& writer) {
                  return resolveAlerts(m_context, writer, {alert::replicationProblem}, vault, nullptr);
              });
        if (done) {
            m_replicationTold[vault.id] = problem.has_value();
        }
    }
}

//! The alert has the time that it should be: the clock's own would put it far ahead of all others.
void Housekeeper::tellClock()
{
    const auto expected = m_context.clockWatch->doubted();
    if (m_clockTold == expected.has_value()) {
        return;
    }
    const auto told = expected ? raiseAlertOnce(m_context,
                                                {alert::clockDoubted,
                                                 nullptr,
                                                 nullptr,
                                                 {},
                                                 {{QStringLiteral("shown"), toIso(m_context.now())}},
                                                 toDateTime(*expected)})
                               : resolveAlertOfComputer(m_context, alert::clockDoubted);
    if (told) {
        m_clockTold = expected.has_value();
    }
}

void Housekeeper::waitUntilIdle()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_wanted && !m_samplesWanted && !m_cleaning; });
}

void Housekeeper::cleanLoop(const std::stop_token& stop)
{
    while (true) {
        std::optional<QDateTime> tick;
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return m_wanted || m_samplesWanted; }) || stop.stop_requested()) {
                return;
            }
            if (m_wanted) {
                tick = m_ticked;
            }
            m_wanted = false;
            m_samplesWanted = false;
            m_cleaning = true;
        }
        if (tick) {
            m_rules.keepInVaults();
            clean(*tick, stop);
        }
        sample(tick, stop);
        {
            const std::lock_guard lock(m_mutex);
            m_cleaning = false;
        }
        m_changed.notify_all();
    }
}

void Housekeeper::clean(const QDateTime& now, const std::stop_token& stop)
{
    const auto vaults = vaultRecords(*m_context.catalogue);
    if (!vaults) {
        return;
    }
    const bool believed = m_context.clockWatch->isBelieved(); // else nothing goes because of its age
    for (const auto& vault : *vaults) {
        if (vault.deleting || vault.isCreating() || stop.stop_requested()) {
            continue;
        }
        bool freed = m_context.tidy.take(vault.id);
        const auto items = itemRecords(*m_context.catalogue, vault.id).value_or(QList<ItemRecord>());
        const auto expired = believed ? withExpiredPoints(vault, items) : QSet<QString>();
        for (const auto& item : items) {
            if (item.deletedAt && (believed || item.isGoing())) {
                freed = purgeWhenDue(vault, item, stop) || freed;
            } else if (expired.contains(item.nameKey())) {
                freed = cleanItem(vault, item, stop) || freed;
            }
        }
        if (!freed) {
            continue;
        }
        m_context.sampling.add(vault.id, now);
        if (const auto collected = m_context.vaults->collect(vault, stop); !collected) {
            m_context.tidy.add(vault.id);
            qCWarning(lcEngine) << "The vault" << vault.vault.name
                                << "could not be tidied:" << QString::fromStdString(collected.error().message);
        }
    }
    if (!believed) {
        return;
    }
    (void)forgetOldAlerts(m_context);
    removeOldSamples(m_context);
    (void)m_context.catalogue->write(QStringLiteral("DELETE FROM operations WHERE ended IS NOT NULL AND ended<?"),
                                     {m_context.now().addDays(-operationDays).toMSecsSinceEpoch()});
}

//! As of the tick, or of the end of the jobs: what runs meanwhile takes its time, and time goes on.
void Housekeeper::sample(const std::optional<QDateTime>& tick, const std::stop_token& stop)
{
    const auto vaults = vaultRecords(*m_context.catalogue);
    for (const auto& vault : vaults.value_or(QList<VaultRecord>())) {
        if (vault.deleting || vault.isCreating() || stop.stop_requested()) {
            continue;
        }
        if (const auto ended = m_context.sampling.take(vault.id)) {
            takeSample(m_context, vault, *ended);
        } else if (tick && isSampleDue(m_context, vault, *tick)) {
            takeSample(m_context, vault, *tick);
        }
    }
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
        const auto fresh = findVaultById(*m_context.catalogue, vault.id);
        if (!fresh || !*fresh) {
            return false;
        }
        if (!going.isGoing() && !checkDeletion(m_context, **fresh)) {
            return false; // it waits, however long it has been deleted
        }
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

//! Policies and points are read once for all items: most have nothing that expired.
QSet<QString> Housekeeper::withExpiredPoints(const VaultRecord& vault, const QList<ItemRecord>& items) const
{
    // Stopped items keep everything, and one point alone is always kept.
    const auto mayExpire = [](const ItemRecord& item) {
        return !item.deletedAt && !item.policyKey.isEmpty() && item.points >= 2;
    };
    if (std::none_of(items.begin(), items.end(), mayExpire)) {
        return {};
    }
    const auto known = policyRecords(*m_context.catalogue, vault);
    const auto points = m_context.vaults->points(vault, {});
    if (!known || !points) {
        return {};
    }
    QHash<QString, PolicyRecord> policies;
    for (const auto& policy : *known) {
        policies.insert(keyOf(policy.policy.name), policy);
    }
    QHash<QString, VaultRegistry::Points> pointsOf;
    for (const auto& point : *points) {
        pointsOf[itemKeyOf(point.header)].push_back(point);
    }
    QSet<QString> found;
    for (const auto& item : items) {
        const auto policy = policies.constFind(item.policyKey);
        const auto own = pointsOf.constFind(item.nameKey());
        if (mayExpire(item) && policy != policies.cend() && own != pointsOf.cend()
            && !expiredPoints(item, *policy, *own, m_context.now()).isEmpty()) {
            found.insert(item.nameKey());
        }
    }
    return found;
}

bool Housekeeper::cleanItem(const VaultRecord& vault, const ItemRecord& item, const std::stop_token& stop)
{
    bool removed = false;
    while (!stop.stop_requested()) {
        // Judged anew each time, and held still meanwhile: a person may pin a point or save a longer policy at any
        // moment.
        const std::lock_guard lock(m_context.changing);
        const auto again = findItem(*m_context.catalogue, vault.id, item.nameKey());
        if (!again || !*again || (*again)->deletedAt || m_context.runner->isBusy(item.nameKey())) {
            return removed;
        }
        const auto points = m_context.vaults->points(vault, item.nameKey());
        if (!points) {
            return removed;
        }
        const auto expired = expiredPoints(**again, policyOf(m_context, vault, **again), *points, m_context.now());
        if (expired.isEmpty()) {
            break;
        }
        if (const auto gone = m_context.vaults->removePoint(vault, expired.last().toStdString()); !gone) {
            qCWarning(lcEngine) << "An expired recovery point of" << item.vmName
                                << "could not be removed:" << QString::fromStdString(gone.error().message);
            return removed;
        }
        qCInfo(lcEngine) << "Expired recovery point removed:" << item.vmName << expired.last();
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
