// SPDX-License-Identifier: GPL-3.0-or-later
#include "jobs/jobfacts.h"

#include "core/datetime.h"
#include "presentation/stores/protection.h"
#include "presentation/stores/session.h"
#include "presentation/text/format.h"
#include "presentation/text/statuswords.h"

#include <QCoreApplication>

#include <algorithm>

namespace valv::views {

using presentation::StatusWords;

namespace {

constexpr qint64 leastWait = 60'000; //!< ms, that is told

class JobFacts
{
    Q_DECLARE_TR_FUNCTIONS(valv::views::JobFacts)
};

quint64 positive(qint64 bytes)
{
    return static_cast<quint64>(std::max<qint64>(bytes, 0));
}

//! How long it stood in line behind others, ms: no step tells of that.
qint64 waitedMs(const contract::BackupJob& job)
{
    qint64 waited = -1;
    for (const auto& task : job.tasks) {
        if (task.startTime) {
            const auto until = job.startTime.msecsTo(*task.startTime);
            waited = waited < 0 ? until : std::min(waited, until);
        }
    }
    return waited;
}

} // namespace

bool moves(const contract::BackupJob& job)
{
    return job.operation == contract::JobOperation::Backup || job.operation == contract::JobOperation::Restore;
}

double percentOf(const contract::BackupJob& job)
{
    return job.progress.value_or(
        job.status == contract::JobStatus::Completed || job.status == contract::JobStatus::CompletedWithWarnings ? 100.0
                                                                                                                 : 0.0);
}

QString jobProgress(const contract::BackupJob& job, const presentation::Format& format)
{
    QStringList words;
    if (job.figures && job.figures->totalBytes > 0) {
        words.append(
            JobFacts::tr("%1 of %2")
                .arg(format.size(positive(job.figures->readBytes)), format.size(positive(job.figures->totalBytes))));
    }
    const double percent = percentOf(job);
    const bool known = job.progress.has_value() || !job.isRunning();
    // A failed one was not done, whatever it read.
    if (known && (job.status != contract::JobStatus::Failed || percent < 100)) {
        words.append(format.percent(percent / 100.0));
    }
    if (job.isRunning() && job.figures && job.figures->remainingMs >= 0) {
        words.append(JobFacts::tr("%1 left").arg(format.duration(job.figures->remainingMs)));
    }
    return words.join(QStringLiteral(" · "));
}

QVector<Fact> jobFigures(const contract::BackupJob& job, const presentation::Format& format)
{
    QVector<Fact> facts;
    const auto fact = [&facts](const QString& label, const QString& value) {
        Fact made;
        made.label = label;
        made.value = value;
        facts.append(made);
    };
    if (job.figures && moves(job)) {
        const auto& figures = *job.figures;
        fact(job.operation == contract::JobOperation::Backup ? JobFacts::tr("Read") : JobFacts::tr("Written"),
             format.size(positive(figures.readBytes)));
        const bool lost = job.status == contract::JobStatus::Failed || job.status == contract::JobStatus::Cancelled;
        if (job.operation == contract::JobOperation::Backup && !lost) { // what a failed one packed stays nowhere
            fact(JobFacts::tr("New to the vault"), format.size(positive(figures.changedBytes)));
            fact(JobFacts::tr("Stored"), format.size(positive(figures.storedBytes)));
            if (figures.changedBytes > 0 && figures.readBytes > 0) {
                //: a ratio, "3.4 : 1"
                fact(JobFacts::tr("Deduplication"),
                     JobFacts::tr("%1 : 1").arg(
                         format.number(double(figures.readBytes) / double(figures.changedBytes), 1)));
            }
            if (figures.storedBytes > 0 && figures.changedBytes > 0) {
                fact(JobFacts::tr("Compression"),
                     JobFacts::tr("%1 : 1").arg(
                         format.number(double(figures.changedBytes) / double(figures.storedBytes), 1)));
            }
        }
    }
    return facts;
}

QVector<Fact> jobFacts(const contract::BackupJob& job, presentation::Session& session,
                       const presentation::Format& format)
{
    QVector<Fact> facts;
    const auto fact = [&facts](const QString& label, const QString& value) -> Fact& {
        Fact made;
        made.label = label;
        made.value = value;
        facts.append(made);
        return facts.last();
    };
    auto& vm = fact(JobFacts::tr("Virtual machine"), job.entity);
    const auto machine = job.sourceResourceId;
    if (!machine.isEmpty() && session.virtualMachines().find(machine) != nullptr) {
        vm.link = machine.text();
    }
    fact(JobFacts::tr("Vault"), job.id.vaultId().name()).link = QStringLiteral("vault");
    if (!job.policyName.isEmpty()) {
        fact(JobFacts::tr("Policy"), job.policyName).link = QStringLiteral("policy");
    }
    if (const auto reason = job.propertyBag.value(QStringLiteral("Reason")); !reason.isEmpty()) {
        fact(JobFacts::tr("Reason"), presentation::stopReasonWords(reason));
    }
    if (const auto comment = job.propertyBag.value(QStringLiteral("Comment")); !comment.isEmpty()) {
        fact(JobFacts::tr("Comment"), comment);
    }
    fact(JobFacts::tr("Status"), StatusWords::of(job.status)).status = StatusWords::kind(job.status.value());
    fact(JobFacts::tr("Start and end"),
         job.endTime ? format.span(job.startTime, *job.endTime) : format.dateTime(job.startTime));
    fact(JobFacts::tr("Duration"), format.duration(job.durationMs));
    if (const auto waited = waitedMs(job); waited >= leastWait) {
        fact(JobFacts::tr("Of which waiting"), format.duration(waited));
    }
    if (const auto wire = job.propertyBag.value(QStringLiteral("Consistency")); !wire.isEmpty()) {
        const auto consistency = contract::Open<contract::ConsistencyType>::fromWire(wire);
        fact(JobFacts::tr("Consistency"), StatusWords::of(consistency)).status = StatusWords::kind(consistency.value());
    }
    if (const int missed = job.propertyBag.value(QStringLiteral("Missed runs")).toInt(); missed > 0) {
        const auto since = fromIso(job.propertyBag.value(QStringLiteral("Missed since")));
        const auto count = format.number(static_cast<qint64>(missed));
        //: how many, and since when
        fact(JobFacts::tr("Missed runs"),
             since ? JobFacts::tr("%1, since %2").arg(count, format.dateTime(*since)) : count);
    }
    fact(JobFacts::tr("Started by"), job.userTriggered ? JobFacts::tr("a person") : JobFacts::tr("the schedule"));
    if (const auto second = job.propertyBag.value(QStringLiteral("Read from")); !second.isEmpty()) {
        auto& place = fact(JobFacts::tr("Read from"), second); // the first location was lost
        place.elide = Qt::ElideMiddle;
    }
    if (!job.resultFolder.isEmpty()) {
        auto& folder = fact(JobFacts::tr("Folder"), job.resultFolder);
        folder.elide = Qt::ElideMiddle;
    }
    auto& id = fact(JobFacts::tr("Job ID"), job.name);
    id.mono = true;
    id.elide = Qt::ElideMiddle;
    if (!job.activityId.isEmpty()) {
        auto& activity = fact(JobFacts::tr("Activity ID"), job.activityId);
        activity.mono = true;
        activity.elide = Qt::ElideMiddle;
    }
    return facts;
}

} // namespace valv::views
