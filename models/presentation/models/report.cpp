// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/models/report.h"

#include "contract/rules.h"
#include "presentation/stores/jobstore.h"

#include <algorithm>

namespace valv::presentation {

using contract::JobStatus;

namespace {

constexpr int mostMonths = 13;
constexpr qint64 gigabyte = 1'000'000'000; // as sizes are shown
constexpr qint64 smallInstance = 50 * gigabyte;
constexpr qint64 instanceStep = 500 * gigabyte;

//! Its data was backed up once, and it is not soft deleted: then it counts.
bool isCounted(const contract::ProtectedItem& item)
{
    return !item.softDeleted && (item.lastRecoveryPoint || item.sourceBytes >= 0);
}

} // namespace

QString ReportPeriod::problem() const
{
    if (!first.isValid() || !last.isValid() || first > last) {
        return QStringLiteral("ValDateRange");
    }
    return last >= first.addMonths(mostMonths) ? QStringLiteral("ValDateRangeTooLong") : QString();
}

void JobTally::add(JobStatus status)
{
    completed += status == JobStatus::Completed ? 1 : 0;
    warned += status == JobStatus::CompletedWithWarnings ? 1 : 0;
    failed += status == JobStatus::Failed ? 1 : 0;
}

std::optional<double> JobTally::successRate() const
{
    return ended() == 0 ? std::nullopt : std::optional(double(completed + warned) / ended());
}

int instancesOf(qint64 usedBytes)
{
    return usedBytes < 0 ? 0 : usedBytes <= instanceStep ? 1 : static_cast<int>((usedBytes + instanceStep - 1) / instanceStep);
}

void countInstance(InstanceCount& count, const contract::ProtectedItem& item)
{
    const auto bytes = item.sourceBytes;
    if (!isCounted(item)) {
        ++count.free;
    } else if (bytes < 0) {
        ++count.unknown;
    } else if (bytes <= smallInstance) {
        ++count.small;
    } else if (bytes <= instanceStep) {
        ++count.standard;
    } else {
        ++count.large;
        count.ofLarge += instancesOf(bytes);
    }
}

std::optional<double> monthlyCost(const InstanceCount& count, qint64 storedBytes, bool geoRedundant,
                                  const Prices& prices)
{
    if (prices.isEmpty() || count.unknown > 0 || (storedBytes < 0 && count.instances() > 0)) {
        return std::nullopt;
    }
    double cost = 0;
    const auto add = [&cost](double amount, const std::optional<double>& price) {
        if (amount > 0 && price) {
            cost += amount * *price;
        }
        return amount <= 0 || price.has_value();
    };
    const auto stored = static_cast<double>(std::max<qint64>(storedBytes, 0)) / static_cast<double>(gigabyte);
    const bool known = add(count.small, prices.small) && add(count.standard + count.ofLarge, prices.full)
        && add(stored, geoRedundant ? prices.geo : prices.local);
    return known ? std::optional(cost) : std::nullopt;
}

std::optional<double> BackupReport::cost(const Prices& prices) const
{
    double sum = 0;
    for (const auto& vault : vaults) {
        const auto cost = vault.cost(prices);
        if (!cost) {
            return std::nullopt;
        }
        sum += *cost;
    }
    return vaults.isEmpty() ? std::nullopt : std::optional(sum);
}

qint64 BackupReport::storedFirst() const
{
    const auto known = std::find_if(days.cbegin(), days.cend(), [](const Day& day) { return day.storedBytes >= 0; });
    return known == days.cend() ? -1 : known->storedBytes;
}

qint64 BackupReport::storedLast() const
{
    return days.isEmpty() ? -1 : days.constLast().storedBytes;
}

QList<BackupReport::ItemRow> BackupReport::mostFailures(int count) const
{
    auto rows = items;
    rows.removeIf([](const ItemRow& row) { return row.jobs.failed == 0; });
    std::stable_sort(rows.begin(), rows.end(), [](const ItemRow& a, const ItemRow& b) {
        return a.jobs.failed != b.jobs.failed ? a.jobs.failed > b.jobs.failed : a.jobs.ended() > b.jobs.ended();
    });
    return rows.mid(0, count);
}

QList<BackupReport::ItemRow> BackupReport::mostData(int count) const
{
    auto rows = items;
    rows.removeIf([](const ItemRow& row) { return row.sourceBytes < 0; });
    std::stable_sort(rows.begin(), rows.end(),
                     [](const ItemRow& a, const ItemRow& b) { return a.sourceBytes > b.sourceBytes; });
    return rows.mid(0, count);
}

ReportCounter::ReportCounter(const ReportPeriod& period, const QTimeZone& zone)
    : m_zone(zone)
{
    m_report.period = period;
    for (auto day = period.first; day <= period.last; day = day.addDays(1)) {
        m_report.days.append({day, {}, -1});
    }
}

void ReportCounter::addVault(const ArmId& vault, bool geoRedundant)
{
    auto& row = m_vaults[vault];
    row.vault = vault;
    row.geoRedundant = geoRedundant;
}

void ReportCounter::add(const contract::ProtectedItem& item)
{
    auto& row = m_items[item.id];
    row.item = item.id;
    row.name = item.friendlyName;
    row.gone = false;
    row.sourceBytes = item.sourceBytes;
    auto& vault = m_vaults[item.id.vaultId()];
    ++vault.items;
    countInstance(m_report.instances, item);
    countInstance(vault.count, item);
    row.instances = isCounted(item) ? instancesOf(item.sourceBytes) : 0;
}

void ReportCounter::add(const contract::BackupPolicy& policy)
{
    constexpr int week = 7;
    constexpr int month = 30;
    constexpr int year = 365;
    BackupReport::PolicyRow row{policy.id, policy.name, policy.protectedItems, 0, contract::pointsAtMost(policy)};
    row.days = std::max({policy.daily ? policy.daily->days : 0, policy.weekly ? policy.weekly->weeks * week : 0,
                         policy.monthly ? policy.monthly->months * month : 0,
                         policy.yearly ? policy.yearly->years * year : 0});
    m_report.policies.append(row);
}

void ReportCounter::add(const contract::BackupJob& job)
{
    const bool backup = job.operation == contract::JobOperation::Backup;
    if (!backup && !(job.operation == contract::JobOperation::Restore)) {
        return;
    }
    const auto at = m_report.period.first.daysTo(job.startTime.toTimeZone(m_zone).date());
    if (at < 0 || at >= m_report.days.size()) {
        return;
    }
    JobTally one;
    one.add(job.status.value());
    if (one.ended() == 0) {
        return;
    }
    m_report.jobs.add(job.status.value());
    m_report.days[at].jobs.add(job.status.value());
    m_vaults[job.id.vaultId()].jobs.add(job.status.value());
    const auto item = JobStore::itemOf(job);
    if (item.isEmpty()) {
        return;
    }
    auto& row = m_items[item];
    if (row.item.isEmpty()) {
        row.item = item;
        row.name = job.entity;
        row.gone = true;
    }
    row.jobs.add(job.status.value());
    if (backup && one.failed == 0 && job.figures) {
        row.readBytes += std::max<qint64>(job.figures->readBytes, 0);
        row.storedBytes += std::max<qint64>(job.figures->storedBytes, 0);
    }
}

//! What a vault held at the end of a day is what it last told before.
void ReportCounter::add(const ArmId& vault, const QList<contract::StorageSample>& samples)
{
    auto& row = m_vaults[vault];
    auto sample = samples.cbegin();
    qint64 stored = -1;
    for (auto& day : m_report.days) {
        const auto end = day.day.addDays(1).startOfDay(m_zone);
        for (; sample != samples.cend() && sample->time < end; ++sample) {
            stored = sample->storedBytes;
        }
        if (stored >= 0) {
            day.storedBytes = std::max<qint64>(day.storedBytes, 0) + stored;
            row.storedFirst = row.storedFirst < 0 ? stored : row.storedFirst;
            row.storedLast = stored;
        }
    }
}

BackupReport ReportCounter::done()
{
    for (auto it = m_vaults.begin(); it != m_vaults.end(); ++it) {
        it->vault = it.key();
        m_report.vaults.append(*it);
    }
    m_report.items = m_items.values();
    std::sort(m_report.vaults.begin(), m_report.vaults.end(), [](const auto& a, const auto& b) {
        const int order = a.vault.name().compare(b.vault.name(), Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.vault < b.vault;
    });
    std::sort(m_report.items.begin(), m_report.items.end(), [](const auto& a, const auto& b) {
        const int order = a.name.compare(b.name, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a.item < b.item;
    });
    std::sort(m_report.policies.begin(), m_report.policies.end(), [](const auto& a, const auto& b) {
        if (a.days != b.days) {
            return a.days > b.days;
        }
        const int order = a.name.compare(b.name, Qt::CaseInsensitive);
        return a.points != b.points ? a.points > b.points : order != 0 ? order < 0 : a.policy < b.policy;
    });
    return m_report;
}

} // namespace valv::presentation
