// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/startup.h"

#include "engine/alerts.h"
#include "engine/faults.h"
#include "engine/logging.h"
#include "engine/points.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace valv::engine {

using contract::JobStatus;
using contract::TaskStatus;

namespace {

Fault unwritable(const QString& folder, const QString& words)
{
    return fault(QStringLiteral("DataFolderUnwritable"),
                 QStringLiteral("The data folder %1 cannot be written to (%2).").arg(folder, words), folder,
                 QStringLiteral("Choose another data folder, or change who may write to it."));
}

//! The run that a scheduled backup answers.
std::optional<QDateTime> scheduledRun(const JobRecord& record)
{
    return fromIso(record.request.value(QLatin1String("scheduledFor")).toString());
}

//! A scheduled backup that the end of the program cut short is due again, once: not when its point was made after all,
//! and not when it was itself such a second attempt, so that a machine that fells the program fells it no third time.
bool runsAgain(const JobRecord& record, const ItemRecord& item, const std::optional<VaultRegistry::Points>& points)
{
    const auto run = scheduledRun(record);
    if (!run || !item.isActive() || item.lastError == QLatin1String("JobInterrupted")) {
        return false;
    }
    return !points || std::none_of(points->begin(), points->end(), [&run](const store::PointInfo& point) {
        return !point.damaged && originOf(point.header).scheduledFor == run;
    });
}

//! Where there is none, nothing is written: the first writing has a large catalogue checked as a whole, for which a start
//! need not wait.
void endInterruptedOperations(Context& context)
{
    const auto any =
        context.catalogue->value(QStringLiteral("SELECT 1 FROM operations WHERE status='InProgress' LIMIT 1"));
    if (any && !*any) {
        return;
    }
    const auto ended = context.catalogue->write(
        QStringLiteral("UPDATE operations SET status='Failed', ended=?, error_code='JobInterrupted',"
                       " error_message='The program was closed.' WHERE status='InProgress'"),
        {context.now().toMSecsSinceEpoch()});
    if (!ended) { // whoever asks for one of them is told that it goes on, until the next start
        qCWarning(lcEngine) << "Interrupted operations cannot be ended yet:"
                            << QString::fromStdString(ended.error().message);
    }
}

} // namespace

Result<std::unique_ptr<FolderLock>> FolderLock::take(const QString& folder)
{
    const auto path = QFile::encodeName(folder);
    if (!QDir().mkpath(QFileInfo(folder).absolutePath()) || (::mkdir(path.constData(), 0700) != 0 && errno != EEXIST)) {
        return unwritable(folder, QString::fromLocal8Bit(std::strerror(errno)));
    }
    for (const auto* sub : {"vaults", "keys"}) {
        const QByteArray inner = path + '/' + sub;
        if (::mkdir(inner.constData(), 0700) != 0 && errno != EEXIST) {
            return unwritable(folder, QString::fromLocal8Bit(std::strerror(errno)));
        }
    }
    const int fd = ::open(QByteArray(path + "/lock").constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0) {
        return unwritable(folder, QString::fromLocal8Bit(std::strerror(errno)));
    }
    if (::flock(fd, LOCK_EX | LOCK_NB) != 0) {
        ::close(fd);
        return fault(QStringLiteral("DataFolderInUse"),
                     QStringLiteral("Another Valv is already working with the data folder %1.").arg(folder), folder,
                     QStringLiteral("Close the other one, or choose another data folder."));
    }
    return std::unique_ptr<FolderLock>(new FolderLock(fd));
}

FolderLock::~FolderLock()
{
    ::close(m_fd); // the lock goes with it
}

Result<> identify(Context& context)
{
    const auto known = [&context](const QString& key, QString& into) -> Result<> {
        const auto query = QStringLiteral("SELECT value FROM meta WHERE key=?");
        const auto found = context.catalogue->value(query, {key});
        if (!found) {
            return Fault(found.error());
        }
        if (*found) {
            into = (*found)->toString();
            return {};
        }
        into = context.uuid();
        auto saved = context.catalogue->write(QStringLiteral("INSERT INTO meta(key, value) VALUES(?,?)"), {key, into});
        return saved ? Result<>() : Fault(saved.error());
    };
    if (auto done = known(QStringLiteral("subscription"), context.subscriptionId); !done) {
        return done;
    }
    return known(QStringLiteral("tenant"), context.tenantId);
}

Result<Interrupted> endInterruptedJobs(Context& context)
{
    const auto jobs = unendedJobs(*context.catalogue);
    if (!jobs) {
        return Fault(jobs.error());
    }
    const auto vaults = vaultRecords(*context.catalogue);
    if (!vaults) {
        return Fault(vaults.error());
    }
    if (const auto whole = jobs->isEmpty() ? Result<>() : context.catalogue->whole(); !whole) {
        return Fault(whole.error());
    }
    Interrupted interrupted;
    auto& touched = interrupted.vaults;
    for (auto record : *jobs) {
        for (const auto& path : record.leftovers) {
            if (path.endsWith(QLatin1String(".partial"))) {
                QFile::remove(path);
            }
        }
        record.leftovers.clear();
        auto& job = record.job;
        const bool wasCancelled = job.status == JobStatus::Cancelling;
        job.status = wasCancelled ? JobStatus::Cancelled : JobStatus::Failed;
        job.endTime = std::max(context.now(), job.startTime);
        job.durationMs = job.startTime.msecsTo(*job.endTime);
        if (!wasCancelled) {
            job.errors = {jobError(Error{"JobInterrupted", {}, {}, {}, {}})};
        }
        for (auto& task : job.tasks) {
            if (task.status == TaskStatus::InProgress) {
                task.status = wasCancelled ? TaskStatus::Cancelled : TaskStatus::Failed;
                task.endTime = job.endTime;
            } else if (task.status == TaskStatus::NotStarted) {
                task.status = TaskStatus::Cancelled;
            }
        }
        const VaultRecord* vault = nullptr;
        for (const auto& candidate : *vaults) {
            if (candidate.id == record.vaultId) {
                vault = &candidate;
            }
        }
        // The point may have been finished just before: what the vault holds is what counts.
        std::optional<VaultRegistry::Points> points;
        if (vault != nullptr && job.operation == contract::JobOperation::Backup) {
            touched.append(vault->id);
            if (auto read = context.vaults->points(*vault, record.item)) {
                points = std::move(*read);
            }
        }
        const auto owner = vault != nullptr ? std::optional(*vault) : std::nullopt;
        const JobRunner::AtEnd endItem = [&context, record, points, owner, wasCancelled](
                                             Catalogue::Writer& writer, const contract::BackupJob& ended) -> Result<> {
            const bool backup = ended.operation == contract::JobOperation::Backup;
            auto found = findItem(*context.catalogue, record.vaultId, record.item);
            if (found && *found && owner && !wasCancelled) {
                const bool again = backup && runsAgain(record, **found, points);
                const auto& code = backup ? alert::backupFailed : alert::restoreFailed;
                const auto& error = ended.errors.first();
                if (!again && ended.cancellable) {
                    auto told = raiseAlert(
                        context, writer,
                        {code,
                         &*owner,
                         &**found,
                         ended.name,
                         {{QStringLiteral("error"), error.code}, {QStringLiteral("message"), error.message}}});
                    if (!told) {
                        return told;
                    }
                }
            }
            if (backup && found && *found) {
                auto item = **found;
                if (!wasCancelled && runsAgain(record, item, points)) {
                    item.countsFrom = std::min(item.countsFrom, scheduledRun(record)->addMSecs(-1));
                }
                if (!wasCancelled) {
                    item.lastStatus = contract::LastBackupStatus::Failed;
                    item.lastTime = ended.startTime;
                    item.lastError = ended.errors.first().code;
                }
                if (points) {
                    countPoints(item, *points);
                    if (item.points > 0 && item.state == contract::ProtectionState::IRPending) {
                        item.state = contract::ProtectionState::Protected;
                    }
                }
                return saveItem(writer, item);
            }
            return {};
        };
        auto written = context.catalogue->write([&](Catalogue::Writer& writer) -> Result<> {
            auto ended = endItem(writer, job);
            return ended ? saveJob(writer, record) : ended;
        });
        if (!written) {
            qCWarning(lcEngine) << "The end of the interrupted job" << job.name
                                << "cannot be written yet:" << QString::fromStdString(written.error().message);
            interrupted.unwritten.emplace_back(record, endItem);
            continue;
        }
        qCInfo(lcEngine) << "Job" << job.name << "had been interrupted and is ended";
    }
    endInterruptedOperations(context);
    touched.removeDuplicates();
    return interrupted;
}

} // namespace valv::engine
