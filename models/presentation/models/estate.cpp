// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/models/estate.h"

#include <algorithm>

namespace valv::presentation {

namespace {

constexpr qint64 daySeconds = 24 * 60 * 60;

QDateTime toMinute(const QDateTime& at)
{
    return QDateTime::fromSecsSinceEpoch(at.toSecsSinceEpoch() / 60 * 60, Qt::UTC);
}

template <typename T, typename F>
void firstThose(QList<T>& list, F first)
{
    std::stable_sort(list.begin(), list.end(), [&first](const T& a, const T& b) {
        if (first(a) != first(b)) {
            return first(a);
        }
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    });
}

} // namespace

void EstateCounter::add(const contract::BackupJob& job)
{
    if (job.isRunning()) {
        ++m_summary.running;
        return;
    }
    if (job.startTime < m_now.addSecs(-daySeconds)) {
        return;
    }
    switch (job.status.value()) {
    case contract::JobStatus::Completed:
        ++m_summary.completed;
        break;
    case contract::JobStatus::CompletedWithWarnings:
        ++m_summary.warned;
        break;
    case contract::JobStatus::Failed:
        ++m_summary.failed;
        break;
    default:
        break; // cancelled by a person
    }
}

void EstateCounter::add(const VmRow& row)
{
    ++m_summary.machines;
    if (row.protection == Protection::Unknown) {
        ++m_summary.unknown;
        return;
    }
    if (row.protection == Protection::NotProtected || !row.item) {
        m_summary.unprotected.append({row.vm.id, row.vm.name, canEnable(row)});
        return;
    }
    ++m_summary.byState[row.protection];
    const bool stopped = row.protection == Protection::Stopped || row.protection == Protection::SoftDeleted;
    m_summary.covered += stopped ? 0 : 1;
    const auto& next = row.item->nextRun;
    if (row.protection == Protection::InitialPending) {
        const auto free = m_free.constFind(row.item->id.vaultId());
        m_summary.waiting.append(
            {row.vm.id, row.vm.name, next, !row.item->runningJob.isEmpty(), canBackupNow(&*row.item, &row.vm),
             contract::readiness(row.vm, free == m_free.cend() ? std::nullopt : std::optional(*free))});
    }
    if (next && *next >= m_now && *next < m_now.addSecs(daySeconds)) {
        m_runs[toMinute(*next)].append(row.vm.name);
    }
    m_summary.sourceBytes += std::max<qint64>(0, row.item->sourceBytes);
}

EstateSummary EstateCounter::done()
{
    for (auto run = m_runs.begin(); run != m_runs.end(); ++run) {
        run->sort(Qt::CaseInsensitive);
        m_summary.nextRuns.append({run.key(), *run});
    }
    // What one can act on stands first.
    firstThose(m_summary.unprotected, [](const EstateSummary::Machine& each) { return each.canEnable.enabled; });
    firstThose(m_summary.waiting, [](const EstateSummary::Waiting& each) {
        return !each.running && (!each.canBackUp.enabled || !each.notes.isEmpty());
    });
    return m_summary;
}

} // namespace valv::presentation
