// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "engine/jobrecords.h"
#include "engine/transfer.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace valv::engine {

//! \brief A job that waits or runs: its row as it will be written, and its live figures. Any thread.
class LiveJob
{
public:
    LiveJob(JobRecord record, std::shared_ptr<Clock> clock);

    TransferProgress progress;

    [[nodiscard]] std::stop_token stopToken() const { return m_stop.get_token(); }
    void requestStop() { m_stop.request_stop(); }

    //! The row now, with figures, rate, time left, and durations.
    [[nodiscard]] JobRecord snapshot() const;
    //! Changes the row; the text of a task's progress comes from the figures.
    void change(const std::function<void(contract::BackupJob&)>& change);
    void setLeftovers(const QStringList& paths);
    void beginTask(qsizetype index);
    //! Ends the running task, if any.
    void endTask(contract::TaskStatus status);
    //! Something to know about although the job went on: it ends as CompletedWithWarnings.
    void warn(const contract::JobError& warning);

private:
    void addFigures(contract::BackupJob& job) const;

    struct Sample
    {
        std::chrono::steady_clock::time_point at;
        std::int64_t read = 0;
    };

    std::shared_ptr<Clock> m_clock;
    std::stop_source m_stop;
    mutable std::mutex m_mutex;
    JobRecord m_record;
    qsizetype m_task = -1;
    mutable std::deque<Sample> m_samples; // of the last seconds, for the rate
};

//! \brief Runs jobs on threads of its own, a few at a time, in the order they came. A job is a row before it waits. One
//! job at a time changes an item; restores read beside it. Any thread.
class JobRunner
{
public:
    using Work = std::function<Result<>(LiveJob& job)>;
    //! Called in the transaction that ends the job's row, with its final state.
    using AtEnd = std::function<Result<>(Catalogue::Writer& writer, const contract::BackupJob& job)>;

    //! Called when a job has ended, with the vault's id and the time. Must not call back, and must outlive the runner.
    using Ended = std::function<void(const QString& vaultId, const QDateTime& at)>;

    JobRunner(Catalogue& catalogue, std::shared_ptr<Clock> clock, int workers, Ended ended = {});
    ~JobRunner(); //!< stops what runs and joins; rows of unended jobs stay as they are

    //! \param exclusive refuse (BMSUserErrorObjectLocked) while another exclusive job has the item
    //! \param beside written in the transaction that makes the row; may be empty
    [[nodiscard]] Result<> start(JobRecord record, bool exclusive, Work work, AtEnd atEnd = {},
                                 const std::function<Result<>(Catalogue::Writer& writer)>& beside = {});
    //! Live figures; nothing when it neither waits nor runs.
    [[nodiscard]] std::optional<JobRecord> live(const QString& jobId) const;
    //! Name of the exclusive job that has the item; empty when none.
    [[nodiscard]] QString exclusiveJob(const QString& item) const;
    [[nodiscard]] bool isBusy(const QString& item) const; //!< any job waits or runs on it
    [[nodiscard]] bool worksOn(const QString& vaultId) const; //!< any job waits or runs in the vault
    //! Ends that could not be written: writeAgain() tries.
    void writeLater(JobRecord record, AtEnd atEnd);
    //! False: it neither waits nor runs.
    bool cancel(const QString& jobId);
    void waitForAll();
    //! Ends of jobs that the catalogue would not take (disk full) are tried again.
    void writeAgain();

private:
    struct Entry
    {
        std::shared_ptr<LiveJob> job;
        QString id;
        QString vaultId;
        QString item;
        bool exclusive = false;
        Work work;
        AtEnd atEnd;
    };
    void workLoop(const std::stop_token& stop);
    [[nodiscard]] static Result<> run(const Entry& entry);
    void end(const Entry& entry, const Result<>& result);
    [[nodiscard]] Result<> writeEnd(const JobRecord& record, const AtEnd& atEnd);

    Catalogue& m_catalogue;
    std::shared_ptr<Clock> m_clock;
    Ended m_ended;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Entry> m_waiting;
    std::vector<Entry> m_known; //!< waiting and running
    std::vector<std::pair<JobRecord, AtEnd>> m_unwritten;
    bool m_closing = false;
    std::vector<std::jthread> m_threads; // last: joined first
};

} // namespace valv::engine
