// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/jobstore.h"

#include "contract/names.h"
#include "core/datetime.h"
#include "presentation/text/errortext.h"

#include <algorithm>
#include <utility>

namespace valv::contract {

bool sameRow(const BackupJob& a, const BackupJob& b)
{
    return a.status == b.status && a.durationMs == b.durationMs && a.progress == b.progress && a.figures == b.figures
        && a.endTime == b.endTime && a.startTime == b.startTime && a.tasks == b.tasks && a.errors == b.errors
        && a.propertyBag == b.propertyBag && a.internalBag == b.internalBag && a.cancellable == b.cancellable
        && a.entity == b.entity && a.operation == b.operation && a.resultFolder == b.resultFolder
        && a.userTriggered == b.userTriggered && a.policyName == b.policyName;
}

} // namespace valv::contract

namespace valv::presentation {

using client::Outcome;
using contract::BackupJob;
using contract::JobOperation;
using namespace std::chrono_literals;

namespace {

constexpr auto second = 1s;
constexpr auto idlePause = 30s;
constexpr int listEvery = 10; // ticks
constexpr auto recently = 24h;
constexpr auto margin = 2h; // how much later than another one a job may come to the list
constexpr int enough = 5000; // jobs: more of them are read only for somebody who looks
constexpr qsizetype readAtOnce = 8; // jobs in a tick; more take turns
constexpr qint64 shortestTelling = 1000; // ms: what a job did in less says nothing about the next

QList<contract::TaskStatus> taskStates(const BackupJob& job)
{
    QList<contract::TaskStatus> states;
    for (const auto& task : job.tasks) {
        states << task.status.value();
    }
    return states;
}

} // namespace

Error errorOf(const BackupJob& job)
{
    if (job.status == contract::JobStatus::Cancelled) {
        return {"JobCancelled", "The job was canceled.", {}, {}, {}};
    }
    if (job.errors.isEmpty()) {
        return {"OperationFailed", "The operation failed.", {}, {}, {}};
    }
    const auto& first = job.errors.first();
    return {
        first.code.toStdString(), first.message.toStdString(), {}, first.recommendations.value(0).toStdString(), {}};
}

JobStore::JobStore(const StoreContext& context, VaultStore& vaults, ProtectedItemStore& items, QObject* parent)
    : ListStore(context, parent)
    , m_vaults(vaults)
    , m_items(items)
{
    dependOn(vaults);
    connect(this, &ListStoreBase::rowsInserted, this, [this](int first, int last) { seen(first, last, true); });
    connect(this, &ListStoreBase::rowsChanged, this, [this](int first, int last) { seen(first, last, false); });
    connect(this, &ListStoreBase::rowsAboutToBeRemoved, this, [this](int first, int last) {
        for (int row = first; row <= last; ++row) {
            forget(idAt(row), {"BMSUserErrorObjectNotFound", "The job could not be found.", {}, {}, {}});
        }
    });
    connect(this, &ListStoreBase::loadEnded, this, [this] {
        m_quiet = m_quiet && !hasLoaded();
        schedule();
    });
}

QList<ArmId> JobStore::scopes() const
{
    QList<ArmId> all;
    for (int row = 0; row < m_vaults.count(); ++row) {
        if (!(m_vaults.at(row).provisioning == contract::ProvisioningState::Provisioning)) {
            all << m_vaults.idAt(row);
        }
    }
    return all;
}

//! What has ended does not change and what runs is followed by itself, so only what may be new is asked for again: by
//! the backend's clock, not by ours.
QDateTime JobStore::newFrom() const
{
    QDateTime newest;
    for (int row = 0; row < count(); ++row) {
        newest = newest.isValid() ? std::max(newest, at(row).startTime) : at(row).startTime;
    }
    return hasLoaded() && newest.isValid() ? newest.addSecs(-std::chrono::seconds(margin).count())
                                           : toDateTime(client().clock().now() - recently);
}

void JobStore::load()
{
    const auto now = client().clock().now();
    const auto vaults = scopes();
    m_oldest = m_period ? toDateTime(now - *m_period) : QDateTime();
    m_from = newFrom();
    if (m_oldest.isValid()) {
        m_from = std::max(m_from, m_oldest);
    }
    const QSet<ArmId> there(vaults.cbegin(), vaults.cend());
    m_known.intersect(there);
    m_whole.intersect(there);
    m_searched.intersect(there);
    m_older = vaults;
    begin(vaults + QList<ArmId>{ArmId()}); // the last one: what is older
    if (vaults.isEmpty()) {
        endScope({}, std::nullopt);
        return;
    }
    const auto left = std::make_shared<qsizetype>(vaults.size());
    askEach(vaults, [this, now, left](const ArmId& vault) {
        client::JobFilter filter;
        filter.from = m_known.contains(vault) ? m_from : std::min(m_from, toDateTime(now - recently));
        if (m_oldest.isValid()) {
            filter.from = std::max(*filter.from, m_oldest);
        }
        const auto page = [this, vault](const QList<BackupJob>& jobs) { receive(vault, jobs); };
        whenDone(client().jobs().list(vault, filter, {this, page}), this, [this, vault, left](const auto& result) {
            if (result) {
                m_known.insert(vault);
            } else { // who knows what was missed: from the beginning, next time
                m_known.remove(vault);
                m_whole.remove(vault);
                m_searched.remove(vault);
                m_older.removeOne(vault);
            }
            endScope(vault, result ? std::nullopt : std::optional<Error>(result.error()));
            if (--*left == 0) {
                loadOlder();
            }
        });
    });
}

bool JobStore::takesMoreOf(const ArmId& vault) const
{
    return m_allWanted || m_wanted.contains(vault) || count() < enough;
}

//! One vault after the other, so that many of them do not come all at once. Where there are enough jobs, only those
//! that have been running since then.
void JobStore::loadOlder()
{
    const auto done = [this](const ArmId& vault) {
        return m_whole.contains(vault) || (m_searched.contains(vault) && !takesMoreOf(vault));
    };
    while (!m_older.isEmpty() && done(m_older.constFirst())) {
        m_older.removeFirst();
    }
    if (m_older.isEmpty()) {
        endScope({}, std::nullopt);
        return;
    }
    const auto vault = m_older.takeFirst();
    client::JobFilter filter;
    filter.to = toDateTime(client().clock().now() - recently);
    if (m_oldest.isValid()) {
        filter.from = m_oldest;
    }
    const auto whole = std::make_shared<bool>(takesMoreOf(vault));
    const bool onlyRunning = !*whole;
    if (onlyRunning) {
        filter.status = contract::JobStatus::InProgress;
    }
    const auto page = [this, vault](const QList<BackupJob>& jobs) {
        m_readsOlder = true;
        receive(vault, jobs);
        m_readsOlder = false;
    };
    const auto more = [this, vault, whole, onlyRunning] {
        *whole = !onlyRunning && takesMoreOf(vault);
        return onlyRunning || *whole;
    };
    whenDone(client().jobs().list(vault, filter, {this, page, more}), this,
             [this, vault, whole, onlyRunning](const auto& result) {
                 if (result && *whole) {
                     m_whole.insert(vault);
                 } else if (result && onlyRunning) {
                     m_searched.insert(vault);
                 } else if (result) {
                     m_older.prepend(vault); // stopped half-way: what runs is still to be asked for
                 }
                 loadOlder(); // a failure is not told: the last day is there, and the next load tries again
             });
}

void JobStore::want(const ArmId& vault)
{
    if (m_allWanted || m_wanted.contains(vault)) {
        return;
    }
    if (vault.isEmpty()) {
        m_allWanted = true;
    } else {
        m_wanted.insert(vault);
    }
    const bool comes = isBusy() && !vault.isEmpty() && (!hasLoaded() || m_older.contains(vault));
    if (!isWhole(vault) && !comes) {
        refresh();
    }
}

bool JobStore::isWhole(const ArmId& vault) const
{
    if (!vault.isEmpty()) {
        return m_whole.contains(vault);
    }
    const auto all = scopes();
    return std::all_of(all.cbegin(), all.cend(), [this](const ArmId& each) { return m_whole.contains(each); });
}

bool JobStore::covers(const BackupJob& job) const
{
    return job.startTime >= m_from || (m_oldest.isValid() && job.startTime < m_oldest);
}

BackupJob JobStore::merged(const BackupJob& before, BackupJob after) const
{
    // An answer that was overtaken by a later one: what has ended stays ended.
    if (!before.isRunning() && after.isRunning()) {
        return before;
    }
    if (after.tasks.isEmpty()) { // from a list
        after.tasks = before.tasks;
        after.propertyBag = before.propertyBag;
        after.internalBag = before.internalBag;
        after.figures = after.figures ? after.figures : before.figures;
        after.progress = after.progress ? after.progress : before.progress;
        after.errors = after.errors.isEmpty() ? before.errors : after.errors;
    }
    return after;
}

void JobStore::setSince(std::optional<std::chrono::hours> period)
{
    if (m_period != period) {
        m_period = period;
        m_whole.clear();
        m_searched.clear();
        m_quiet = true;
        refresh();
    }
}

void JobStore::seen(int first, int last, bool inserted)
{
    for (int row = first; row <= last; ++row) {
        look(BackupJob(at(row)), inserted);
    }
}

void JobStore::look(const BackupJob& job, bool isNew)
{
    const bool wasRunning = m_running.contains(job.id);
    if (job.isRunning()) {
        if (!wasRunning) {
            m_running.append(job.id);
            Q_EMIT runningChanged();
            schedule();
        }
        const auto states = taskStates(job);
        const auto known = m_tasks.constFind(job.id);
        if (!states.isEmpty() && (known == m_tasks.cend() || *known != states)) {
            m_tasks.insert(job.id, states);
            tellLater(&JobStore::jobAdvanced, job);
        }
        return;
    }
    const bool news = wasRunning || (isNew && !m_quiet && !m_readsOlder);
    if (m_running.removeOne(job.id)) {
        m_tasks.remove(job.id);
        Q_EMIT runningChanged();
    }
    const auto waiting = m_waiting.values(job.id);
    m_waiting.remove(job.id);
    for (const auto& promise : waiting) {
        promise.finish(job);
    }
    if (news) {
        ended(job);
    }
}

void JobStore::ended(const BackupJob& job)
{
    if (job.tasks.isEmpty()) {
        track(job.id); // the list leaves out how it went
    }
    tellLater(&JobStore::jobEnded, job);
}

// Item models over this store may be in the middle of an insertion now.
void JobStore::tellLater(void (JobStore::*signal)(const BackupJob&), const BackupJob& job)
{
    QMetaObject::invokeMethod(
        this,
        [this, signal, job] {
            Q_EMIT(this->*signal)
            (job);
        },
        Qt::QueuedConnection);
}

void JobStore::forget(const ArmId& job, const Error& error)
{
    m_tasks.remove(job);
    if (m_running.removeOne(job)) {
        Q_EMIT runningChanged();
    }
    const auto waiting = m_waiting.values(job);
    m_waiting.remove(job);
    for (const auto& promise : waiting) {
        promise.finish(tl::unexpected<Error>(error));
    }
}

void JobStore::track(const ArmId& job)
{
    if (m_asked.contains(job)) {
        return;
    }
    m_asked.insert(job);
    whenDone(client().jobs().get(job), this, [this, job](const Result<BackupJob>& read) {
        if (read) {
            m_asked.remove(job);
            auto row = *read;
            row.raw = {}; // as in the list
            receive(job.vaultId(), {row});
            if (const auto* known = find(job)) {
                look(BackupJob(*known), false);
            }
            return;
        }
        const auto& error = read.error();
        const bool isGone = isNotThere(error);
        if (isGone) {
            forget(job, error);
            ListStore::remove(job); // who sees it go need not ask why
        }
        m_asked.remove(job);
        Q_EMIT notRead(job, error, isGone);
    });
}

void JobStore::expect(const ArmId& job)
{
    const auto* known = find(job);
    if (known && !known->isRunning()) {
        return;
    }
    if (!m_running.contains(job)) {
        m_running.append(job);
        Q_EMIT runningChanged();
    }
    track(job);
    schedule();
}

QFuture<Result<BackupJob>> JobStore::untilEnd(const ArmId& job)
{
    const auto* known = find(job);
    if (known && !known->isRunning()) {
        return readyFuture(Result<BackupJob>(*known));
    }
    const client::Promise<BackupJob> promise;
    m_waiting.insert(job, promise);
    expect(job);
    return promise.future();
}

// One wait at a time: a second while something runs, else half a minute. A later one replaces it.
void JobStore::schedule()
{
    const int timer = ++m_timer;
    const auto pause = m_running.isEmpty() ? std::chrono::milliseconds(idlePause) : std::chrono::milliseconds(second);
    client().delay().after(pause, this, [this, timer] {
        if (timer == m_timer) {
            tick();
        }
    });
}

void JobStore::tick()
{
    ++m_ticks;
    for (qsizetype left = std::min(m_running.size(), readAtOnce); left > 0; --left) {
        m_running.append(m_running.takeFirst());
        track(m_running.constLast());
    }
    if ((m_running.isEmpty() || m_ticks % listEvery == 0) && !isBusy()) {
        refresh(); // its end schedules the next tick; so does this, should it take long
    }
    schedule();
}

int JobStore::countFailed(const QDateTime& since) const
{
    int failed = 0;
    for (int row = 0; row < count(); ++row) {
        failed += at(row).status == contract::JobStatus::Failed && at(row).startTime >= since ? 1 : 0;
    }
    return failed;
}

std::optional<double> JobStore::usualRate(contract::JobOperation operation, const ArmId& virtualMachine) const
{
    const contract::BackupJob* best = nullptr;
    const auto isOfVm = [&](const contract::BackupJob& job) { return job.sourceResourceId == virtualMachine; };
    for (int row = 0; row < count(); ++row) {
        const auto& job = at(row);
        const bool went = job.operation == operation && job.endTime && job.durationMs >= shortestTelling && job.figures
            && job.figures->readBytes > 0
            && (job.status == contract::JobStatus::Completed
                || job.status == contract::JobStatus::CompletedWithWarnings);
        if (went
            && (best == nullptr || isOfVm(job) > isOfVm(*best)
                || (isOfVm(job) == isOfVm(*best) && *job.endTime > *best->endTime))) {
            best = &job;
        }
    }
    if (best == nullptr) {
        return std::nullopt;
    }
    return static_cast<double>(best->figures->readBytes) * 1000 / static_cast<double>(best->durationMs);
}

ArmId JobStore::itemOf(const BackupJob& job)
{
    const auto name = contract::vmNameFrom(job.containerName);
    return name ? contract::itemId(job.id.vaultId(), *name) : ArmId();
}

namespace {

//! Whether a job is of that item. The machine's name is asked first: to make ids of all jobs takes longer.
auto isOf(const ArmId& item)
{
    return [item, name = contract::vmNameFrom(item.name())](const BackupJob& job) {
        return name && job.containerName.endsWith(name->vm, Qt::CaseInsensitive) && JobStore::itemOf(job) == item;
    };
}

template <typename F>
const BackupJob* newestOf(const JobStore& jobs, F wanted)
{
    const BackupJob* newest = nullptr;
    for (int row = 0; row < jobs.count(); ++row) {
        const auto& job = jobs.at(row);
        if ((newest == nullptr || job.startTime > newest->startTime) && wanted(job)) {
            newest = &job;
        }
    }
    return newest;
}

} // namespace

QList<BackupJob> JobStore::of(const ArmId& item) const
{
    QList<BackupJob> found;
    const auto wanted = isOf(item);
    for (int row = 0; row < count(); ++row) {
        if (wanted(at(row))) {
            found << at(row);
        }
    }
    std::sort(found.begin(), found.end(),
              [](const BackupJob& a, const BackupJob& b) { return a.startTime > b.startTime; });
    return found;
}

const BackupJob* JobStore::latestOf(const ArmId& item) const
{
    return newestOf(*this, isOf(item));
}

const BackupJob* JobStore::latestBackupOf(const ArmId& item) const
{
    return newestOf(*this, [wanted = isOf(item)](const BackupJob& job) {
        return job.operation == contract::JobOperation::Backup && wanted(job);
    });
}

QFuture<Result<Outcome>> JobStore::cancel(const ArmId& job)
{
    const auto* row = find(job);
    Activity activity;
    activity.kind = ActivityKind::CancelJob;
    activity.subject = row ? row->entity : job.name();
    activity.target = job;
    const int number = activities().begin(activity, [this, job] { (void)cancel(job); });
    return client::mapped<Outcome>(client().jobs().cancel(job), this, [this, number, job](Result<Outcome> outcome) {
        track(job);
        if (outcome) {
            activities().succeed(number, job);
        } else {
            activities().fail(number, outcome.error());
        }
        return outcome;
    });
}

bool JobStore::isRepeatable(const BackupJob& job) const
{
    return job.operation == JobOperation::Backup || job.operation == JobOperation::Restore
        || m_repeats.contains(job.id);
}

QFuture<Result<StartedJob>> JobStore::retry(const ArmId& job)
{
    if (const auto known = m_repeats.value(job)) {
        return known();
    }
    const auto* row = find(job);
    const ArmId item = row ? itemOf(*row) : ArmId();
    if (row && row->operation == JobOperation::Restore) {
        // One that this console did not start, or not since it was opened: the backend knows where it went.
        Activity activity;
        activity.kind = ActivityKind::Restore;
        activity.subject = row->entity;
        activity.target = item;
        const int number = activities().begin(activity, [this, job] { (void)retry(job); });
        return client::mapped<StartedJob>(
            client().jobs().retry(job), this,
            [this, number, vault = job.vaultId()](Result<Outcome> outcome) -> Result<StartedJob> {
                if (!outcome) {
                    activities().fail(number, outcome.error());
                    return tl::unexpected<Error>(std::move(outcome.error()));
                }
                StartedJob started;
                if (!outcome->jobId.isEmpty()) {
                    started.job = client::JobsClient::idOf(vault, outcome->jobId);
                    expect(started.job);
                }
                activities().succeed(number, started.job);
                return started;
            });
    }
    if (item.isEmpty() || row->operation != JobOperation::Backup) {
        return readyFuture(Result<StartedJob>(failure("CommandCannotRepeat", "This type of job cannot be run again.")));
    }
    return m_items.backupNow(item, std::nullopt);
}

void JobStore::rememberRepeat(const ArmId& job, Repeat repeat)
{
    m_repeats.insert(job, std::move(repeat));
}

} // namespace valv::presentation
