// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/jobstore.h"

#include "contract/names.h"
#include "core/datetime.h"

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

void JobStore::load()
{
    QList<ArmId> scopes;
    for (int row = 0; row < m_vaults.count(); ++row) {
        if (!(m_vaults.at(row).provisioning == contract::ProvisioningState::Provisioning)) {
            scopes << m_vaults.idAt(row);
        }
    }
    client::JobFilter filter;
    if (m_period) {
        filter.from = toDateTime(client().clock().now() - *m_period);
    }
    begin(scopes);
    for (const auto& scope : scopes) {
        const auto page = [this, scope](const QList<BackupJob>& jobs) { receive(scope, jobs); };
        whenDone(client().jobs().list(scope, filter, {this, page}), this, [this, scope](const auto& result) {
            endScope(scope, result ? std::nullopt : std::optional<Error>(result.error()));
        });
    }
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
    const bool news = wasRunning || (isNew && !m_quiet);
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
        m_asked.remove(job);
        if (read) {
            receive(job.vaultId(), {*read});
            if (const auto* known = find(job)) {
                look(BackupJob(*known), false);
            }
        } else if (read.error().code == "BMSUserErrorObjectNotFound" || read.error().code == "ResourceNotFound") {
            forget(job, read.error());
        }
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
            && job.figures->readBytes > 0 && (job.status == contract::JobStatus::Completed || job.status == contract::JobStatus::CompletedWithWarnings);
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

QList<BackupJob> JobStore::of(const ArmId& item) const
{
    QList<BackupJob> found;
    const auto vault = item.vaultId();
    const auto name = contract::vmNameFrom(item.name());
    for (int row = 0; row < count(); ++row) {
        const auto& job = at(row);
        const bool maybe = name && job.containerName.endsWith(name->vm, Qt::CaseInsensitive);
        if (maybe && itemOf(job) == item) {
            found << job;
        }
    }
    std::sort(found.begin(), found.end(),
              [](const BackupJob& a, const BackupJob& b) { return a.startTime > b.startTime; });
    return found;
}

const BackupJob* JobStore::latestOf(const ArmId& item) const
{
    const auto all = of(item);
    return all.isEmpty() ? nullptr : find(all.first().id);
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
    return job.operation == JobOperation::Backup || job.operation == JobOperation::Restore || m_repeats.contains(job.id);
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
        return client::mapped<StartedJob>(client().jobs().retry(job), this,
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
