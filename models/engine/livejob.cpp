// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datetime.h"
#include "engine/jobrunner.h"

namespace valv::engine {

using contract::TaskStatus;

LiveJob::LiveJob(JobRecord record, std::shared_ptr<Clock> clock)
    : m_clock(std::move(clock))
    , m_record(std::move(record))
{ }

JobRecord LiveJob::snapshot() const
{
    const std::lock_guard lock(m_mutex);
    auto record = m_record;
    const auto now = toDateTime(m_clock->now());
    record.job.durationMs = std::max<qint64>(0, record.job.startTime.msecsTo(record.job.endTime.value_or(now)));
    for (auto& task : record.job.tasks) {
        if (task.startTime) {
            task.durationMs = std::max<qint64>(0, task.startTime->msecsTo(task.endTime.value_or(now)));
        }
    }
    addFigures(record.job);
    return record;
}

void LiveJob::addFigures(contract::BackupJob& job) const
{
    const auto total = progress.total.load();
    if (total < 0) {
        return; // nothing is being moved
    }
    contract::JobFigures figures;
    figures.totalBytes = total;
    figures.readBytes = progress.read.load();
    figures.changedBytes = progress.changed.load();
    figures.storedBytes = progress.stored.load();

    const auto now = m_clock->steady();
    if (m_samples.empty() || now - m_samples.back().at >= std::chrono::milliseconds(200)) {
        m_samples.push_back({now, figures.readBytes});
    }
    while (m_samples.size() > 2 && now - m_samples.front().at > std::chrono::seconds(10)) {
        m_samples.pop_front();
    }
    const auto& first = m_samples.front();
    const auto seconds = std::chrono::duration<double>(now - first.at).count();
    if (!job.endTime && seconds >= 0.2 && figures.readBytes > first.read) {
        figures.bytesPerSecond = static_cast<double>(figures.readBytes - first.read) / seconds;
        const auto left = static_cast<double>(std::max<qint64>(0, total - figures.readBytes));
        figures.remainingMs = static_cast<qint64>(left / figures.bytesPerSecond * 1000);
    }
    job.figures = figures;
    if (job.isRunning() || job.status == contract::JobStatus::Failed) {
        job.progress = total == 0 ? 0 : 100.0 * static_cast<double>(figures.readBytes) / static_cast<double>(total);
        for (auto& task : job.tasks) {
            if (task.status == TaskStatus::InProgress && task.taskId.startsWith(QLatin1String("Transfer"))) {
                task.progress = job.progress;
            }
        }
    }
}

void LiveJob::change(const std::function<void(contract::BackupJob&)>& change)
{
    const std::lock_guard lock(m_mutex);
    change(m_record.job);
}

void LiveJob::setLeftovers(const QStringList& paths)
{
    const std::lock_guard lock(m_mutex);
    m_record.leftovers = paths;
}

void LiveJob::beginTask(qsizetype index)
{
    endTask(TaskStatus::Completed);
    const std::lock_guard lock(m_mutex);
    m_task = index;
    auto& task = m_record.job.tasks[index];
    task.status = TaskStatus::InProgress;
    task.startTime = toDateTime(m_clock->now());
    m_samples.assign(1, {m_clock->steady(), progress.read.load()});
}

void LiveJob::endTask(TaskStatus status)
{
    const std::lock_guard lock(m_mutex);
    if (m_task < 0) {
        return;
    }
    auto& task = m_record.job.tasks[m_task];
    task.status = status;
    task.endTime = toDateTime(m_clock->now());
    task.durationMs = std::max<qint64>(0, task.startTime->msecsTo(*task.endTime));
    if (status == TaskStatus::Completed) {
        task.progress = 100;
    }
    m_task = -1;
}

void LiveJob::warn(const contract::JobError& warning)
{
    const std::lock_guard lock(m_mutex);
    m_record.job.errors.append(warning);
}

} // namespace valv::engine
