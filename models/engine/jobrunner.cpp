// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/jobrunner.h"

#include "core/datetime.h"
#include "engine/faults.h"
#include "engine/logging.h"

#include <algorithm>
#include <exception>

namespace valv::engine {

using contract::JobStatus;
using contract::TaskStatus;

JobRunner::JobRunner(Catalogue& catalogue, std::shared_ptr<Clock> clock, int workers, Ended ended)
    : m_catalogue(catalogue)
    , m_clock(std::move(clock))
    , m_ended(std::move(ended))
{
    for (int i = 0; i < std::max(1, workers); ++i) {
        m_threads.emplace_back([this](const std::stop_token& stop) { workLoop(stop); });
    }
}

JobRunner::~JobRunner()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closing = true;
        for (const auto& entry : m_known) {
            entry.job->requestStop();
        }
    }
    for (auto& thread : m_threads) {
        thread.request_stop();
    }
    m_threads.clear(); // joins
}

Result<> JobRunner::start(JobRecord record, bool exclusive, Work work, AtEnd atEnd,
                          const std::function<Result<>(Catalogue::Writer& writer)>& beside)
{
    const std::lock_guard lock(m_mutex);
    if (exclusive) {
        for (const auto& entry : m_known) {
            if (entry.exclusive && entry.item == record.item) {
                return objectLocked(
                    QStringLiteral("UserErrorBackupOperationInProgress"),
                    QStringLiteral("Another backup of this VM is already running (job %1).").arg(entry.id));
            }
        }
    }
    auto saved = m_catalogue.write([&](Catalogue::Writer& writer) -> Result<> {
        if (beside) {
            if (auto written = beside(writer); !written) {
                return written;
            }
        }
        return saveJob(writer, record);
    });
    if (!saved) {
        return saved;
    }
    Entry entry;
    entry.id = record.job.name;
    entry.vaultId = record.vaultId;
    entry.item = record.item;
    entry.exclusive = exclusive;
    entry.work = std::move(work);
    entry.atEnd = std::move(atEnd);
    entry.job = std::make_shared<LiveJob>(std::move(record), m_clock);
    m_known.push_back(entry);
    m_waiting.push_back(std::move(entry));
    m_changed.notify_all();
    return {};
}

std::optional<JobRecord> JobRunner::live(const QString& jobId) const
{
    std::shared_ptr<LiveJob> job;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto& entry : m_known) {
            if (entry.id.compare(jobId, Qt::CaseInsensitive) == 0) {
                job = entry.job;
            }
        }
        for (const auto& [record, atEnd] : m_unwritten) {
            if (record.job.name.compare(jobId, Qt::CaseInsensitive) == 0) {
                return record;
            }
        }
    }
    return job ? std::optional(job->snapshot()) : std::nullopt;
}

QString JobRunner::exclusiveJob(const QString& item) const
{
    const std::lock_guard lock(m_mutex);
    for (const auto& entry : m_known) {
        if (entry.exclusive && entry.item == item) {
            return entry.id;
        }
    }
    return {};
}

bool JobRunner::isBusy(const QString& item) const
{
    const std::lock_guard lock(m_mutex);
    return std::any_of(m_known.begin(), m_known.end(), [&item](const Entry& entry) { return entry.item == item; });
}

bool JobRunner::worksOn(const QString& vaultId) const
{
    const std::lock_guard lock(m_mutex);
    return std::any_of(m_known.begin(), m_known.end(),
                       [&vaultId](const Entry& entry) { return entry.vaultId == vaultId; });
}

void JobRunner::writeLater(JobRecord record, AtEnd atEnd)
{
    const std::lock_guard lock(m_mutex);
    m_unwritten.emplace_back(std::move(record), std::move(atEnd));
}

bool JobRunner::cancel(const QString& jobId)
{
    std::optional<Entry> neverRan;
    {
        const std::lock_guard lock(m_mutex);
        const auto same = [&jobId](const Entry& entry) { return entry.id.compare(jobId, Qt::CaseInsensitive) == 0; };
        const auto known = std::find_if(m_known.begin(), m_known.end(), same);
        if (known == m_known.end()) {
            return false;
        }
        known->job->change([](contract::BackupJob& job) { job.status = JobStatus::Cancelling; });
        known->job->requestStop();
        if (const auto waiting = std::find_if(m_waiting.begin(), m_waiting.end(), same); waiting != m_waiting.end()) {
            neverRan = std::move(*waiting);
            m_waiting.erase(waiting);
        }
    }
    if (neverRan) {
        end(*neverRan, failure(CancelledCode, "The job was cancelled before it began."));
    }
    return true;
}

Result<> JobRunner::writeEnd(const JobRecord& record, const AtEnd& atEnd)
{
    return m_catalogue.write([&](Catalogue::Writer& writer) -> Result<> {
        if (atEnd) {
            if (auto ended = atEnd(writer, record.job); !ended) {
                return ended;
            }
        }
        return saveJob(writer, record);
    });
}

void JobRunner::writeAgain()
{
    std::vector<std::pair<JobRecord, AtEnd>> unwritten;
    {
        const std::lock_guard lock(m_mutex);
        unwritten = m_unwritten;
    }
    for (const auto& [record, atEnd] : unwritten) {
        if (writeEnd(record, atEnd)) {
            const std::lock_guard lock(m_mutex);
            std::erase_if(m_unwritten,
                          [&name = record.job.name](const auto& kept) { return kept.first.job.name == name; });
        }
    }
}

void JobRunner::waitForAll()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_known.empty(); });
}

void JobRunner::workLoop(const std::stop_token& stop)
{
    while (true) {
        std::optional<Entry> entry;
        {
            std::unique_lock lock(m_mutex);
            if (!m_changed.wait(lock, stop, [this] { return !m_waiting.empty(); }) || m_closing) {
                return;
            }
            entry = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        end(*entry, run(*entry));
    }
}

//! What nobody foresaw (no memory left) fails the job, not the program.
Result<> JobRunner::run(const Entry& entry)
{
    try {
        return entry.work(*entry.job);
    } catch (const std::exception& unforeseen) {
        return failure("Unforeseen", unforeseen.what());
    }
}

void JobRunner::end(const Entry& entry, const Result<>& result)
{
    bool closing = false;
    {
        const std::lock_guard lock(m_mutex);
        closing = m_closing;
    }
    auto& live = *entry.job;
    const bool cancelled = !result && result.error().code == CancelledCode;
    if (cancelled && closing) {
        return; // the row stays; the next start says that the program was closed
    }
    live.endTask(result ? TaskStatus::Completed : cancelled ? TaskStatus::Cancelled : TaskStatus::Failed);
    live.change([&](contract::BackupJob& job) {
        job.endTime = toDateTime(m_clock->now());
        if (result) {
            job.status = job.errors.isEmpty() ? JobStatus::Completed : JobStatus::CompletedWithWarnings;
            job.progress = 100;
        } else if (cancelled) {
            job.status = JobStatus::Cancelled;
        } else {
            job.status = JobStatus::Failed;
            job.errors = {jobError(result.error(), job.operation.value())};
        }
        for (auto& task : job.tasks) {
            if (task.status == TaskStatus::NotStarted) {
                task.status = result ? TaskStatus::Skipped : TaskStatus::Cancelled;
            }
        }
    });
    auto record = live.snapshot();
    if (record.job.figures) {
        record.job.figures->bytesPerSecond = -1;
        record.job.figures->remainingMs = -1;
    }
    record.leftovers.clear();
    const auto at = record.job.endTime.value_or(QDateTime());
    const auto written = writeEnd(record, entry.atEnd);
    {
        const std::lock_guard lock(m_mutex);
        if (!written) {
            qCCritical(lcEngine) << "The end of job" << entry.id
                                 << "could not be written:" << QString::fromStdString(written.error().message);
            m_unwritten.emplace_back(std::move(record), entry.atEnd);
        }
        std::erase_if(m_known, [&entry](const Entry& known) { return known.id == entry.id; });
        if (m_ended) {
            m_ended(entry.vaultId, at); // before anybody who waits for the job goes on
        }
    }
    m_changed.notify_all();
}

} // namespace valv::engine
