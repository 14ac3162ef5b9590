// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/backupjob.h"

#include "contract/json_p.h"
#include "core/datetime.h"

namespace valv::contract {
namespace {

constexpr QLatin1String tasksList("tasksList");
constexpr QLatin1String actionsInfo("actionsInfo");
constexpr QLatin1String errorDetails("errorDetails");
constexpr QLatin1String progressPercentage("progressPercentage");
constexpr QLatin1String figuresKey("figures");
constexpr QLatin1String never("0001-01-01T00:00:00"); // without Z: az shows exactly this as nothing

JobTask taskFrom(const Reader& reader)
{
    JobTask task;
    task.taskId = reader.text(QLatin1String("taskId"));
    task.status = reader.word<TaskStatus>(QLatin1String("status"));
    task.startTime = reader.time(QLatin1String("startTime"));
    task.endTime = reader.time(QLatin1String("endTime"));
    task.durationMs = reader.duration(QLatin1String("duration"));
    task.progress = reader.real(progressPercentage);
    task.details = reader.text(QLatin1String("taskExecutionDetails"));
    return task;
}

QJsonObject taskJson(const JobTask& task, const QJsonArray& old)
{
    return Writer(elementWith(old, QLatin1String("taskId"), task.taskId))
        .text(QLatin1String("taskId"), task.taskId)
        .timeOr(QLatin1String("startTime"), task.startTime, never)
        .timeOr(QLatin1String("endTime"), task.endTime, never)
        .duration(QLatin1String("duration"), task.durationMs)
        .word(QLatin1String("status"), task.status)
        .real(progressPercentage, task.progress)
        .text(QLatin1String("taskExecutionDetails"), task.details)
        .done();
}

JobError errorOf(const Reader& reader)
{
    return {reader.integer(QLatin1String("errorCode")), reader.text(QLatin1String("errorTitle")),
            reader.text(QLatin1String("errorString")), reader.texts(QLatin1String("recommendations"))};
}

QJsonObject errorJson(const JobError& error, const QJsonArray& old)
{
    return Writer(elementWith(old, QLatin1String("errorTitle"), error.code))
        .number(QLatin1String("errorCode"), error.number)
        .text(QLatin1String("errorTitle"), error.code)
        .text(QLatin1String("errorString"), error.message)
        .texts(QLatin1String("recommendations"), error.recommendations)
        .done();
}

JobFigures figuresFrom(const Reader& reader)
{
    JobFigures figures;
    figures.totalBytes = reader.number(QLatin1String("totalBytes"), -1);
    figures.readBytes = reader.number(QLatin1String("readBytes"));
    figures.changedBytes = reader.number(QLatin1String("changedBytes"));
    figures.storedBytes = reader.number(QLatin1String("storedBytes"));
    figures.bytesPerSecond = reader.real(QLatin1String("bytesPerSecond")).value_or(-1);
    figures.remainingMs = reader.number(QLatin1String("remainingMilliseconds"), -1);
    return figures;
}

QJsonObject figuresJson(const JobFigures& figures, const QJsonObject& old)
{
    return Writer(old)
        .known(QLatin1String("totalBytes"), figures.totalBytes)
        .number(QLatin1String("readBytes"), figures.readBytes)
        .number(QLatin1String("changedBytes"), figures.changedBytes)
        .number(QLatin1String("storedBytes"), figures.storedBytes)
        .real(QLatin1String("bytesPerSecond"),
              figures.bytesPerSecond < 0 ? std::nullopt : std::optional(figures.bytesPerSecond))
        .known(QLatin1String("remainingMilliseconds"), figures.remainingMs)
        .done();
}

//! Old versions sent the number 1.
bool isCancellable(const QJsonArray& actions)
{
    for (const auto& action : actions) {
        if (action.toInt(-1) == 1
            || action.toString().compare(QLatin1String("Cancellable"), Qt::CaseInsensitive) == 0) {
            return true;
        }
    }
    return false;
}

QJsonArray actionsJson(bool cancellable, const QJsonArray& old)
{
    QJsonArray actions;
    if (cancellable) {
        actions.append(QStringLiteral("Cancellable"));
    }
    for (const auto& action : old) {
        if (action.isString() && !isCancellable({action})) {
            actions.append(action);
        }
    }
    return actions;
}

} // namespace

bool BackupJob::isSlow() const
{
    constexpr qint64 hourMs = 60LL * 60 * 1000;
    constexpr qint64 backupHours = 12;
    constexpr qint64 restoreHours = 6;
    return (operation == JobOperation::Backup && durationMs > backupHours * hourMs)
        || (operation == JobOperation::Restore && durationMs > restoreHours * hourMs);
}

Result<BackupJob> BackupJob::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    const auto p = reader.in(propertiesKey);
    const auto extended = p.in(extendedInfoKey);
    const auto ours = p.in(valvKey);

    BackupJob job;
    job.id = reader.id(QLatin1String("id"));
    job.name = reader.text(QLatin1String("name"));
    if (job.name.isEmpty()) {
        job.name = job.id.value(u"backupJobs");
    }
    job.entity = p.text(QLatin1String("entityFriendlyName"));
    job.containerName = p.text(QLatin1String("containerName"));
    job.operation = p.word<JobOperation>(QLatin1String("operation"));
    job.status = p.word<JobStatus>(QLatin1String("status"));
    job.startTime = p.time(QLatin1String("startTime")).value_or(QDateTime());
    job.endTime = p.time(QLatin1String("endTime"));
    job.durationMs = p.duration(QLatin1String("duration"));
    job.activityId = p.text(QLatin1String("activityId"));
    job.cancellable = isCancellable(p.json().value(actionsInfo).toArray());
    job.userTriggered = p.flag(QLatin1String("isUserTriggered"), true);
    const auto errors = p.list(errorDetails);
    for (const auto& error : errors) {
        job.errors.append(errorOf(error));
    }
    const auto tasks = extended.list(tasksList);
    for (const auto& task : tasks) {
        job.tasks.append(taskFrom(task));
    }
    job.propertyBag = extended.map(QLatin1String("propertyBag"));
    job.internalBag = extended.map(QLatin1String("internalPropertyBag"));
    job.progress = extended.real(progressPercentage);
    if (!job.progress) {
        job.progress = ours.real(progressPercentage);
    }
    if (ours.has(figuresKey)) {
        job.figures = figuresFrom(ours.in(figuresKey));
    }
    job.sourceResourceId = ours.id(QLatin1String("sourceResourceId"));
    job.policyName = ours.text(QLatin1String("policyName"));
    job.resultFolder = ours.text(QLatin1String("resultFolder"));
    job.raw = json;
    return checked(reader, job);
}

QJsonObject BackupJob::toJson(bool extended) const
{
    Writer writer(raw);
    Writer p(writer.child(propertiesKey));

    QJsonArray writtenErrors;
    for (const auto& error : errors) {
        writtenErrors.append(errorJson(error, p.children(errorDetails)));
    }
    const bool restore = operation == JobOperation::Restore;
    if (extended) {
        Writer e(p.child(extendedInfoKey));
        QJsonArray writtenTasks;
        for (const auto& task : tasks) {
            writtenTasks.append(taskJson(task, e.children(tasksList)));
        }
        e.remove(tasksList)
            .otherwise(tasksList, writtenTasks) // az iterates it: there even when empty
            .map(QLatin1String("propertyBag"), propertyBag)
            .map(QLatin1String("internalPropertyBag"), internalBag);
        if (restore || p.child(extendedInfoKey).contains(progressPercentage)) {
            e.real(progressPercentage, progress);
        }
        if (restore && figures && figures->remainingMs >= 0) {
            e.duration(QLatin1String("estimatedRemainingDuration"), figures->remainingMs);
        }
        p.object(extendedInfoKey, e.done());
    } else {
        p.remove(extendedInfoKey);
    }
    Writer ours(p.child(valvKey));
    ours.real(progressPercentage, progress)
        .object(figuresKey, figures ? figuresJson(*figures, ours.child(figuresKey)) : QJsonObject())
        .id(QLatin1String("sourceResourceId"), sourceResourceId)
        .text(QLatin1String("policyName"), policyName)
        .text(QLatin1String("resultFolder"), resultFolder);

    p.otherwise(QLatin1String("jobType"), QStringLiteral("AzureIaaSVMJob"))
        .word(QLatin1String("operation"), operation)
        .word(QLatin1String("status"), status)
        .text(QLatin1String("entityFriendlyName"), entity)
        .text(QLatin1String("containerName"), containerName)
        .otherwise(QLatin1String("backupManagementType"), QStringLiteral("AzureIaasVM"))
        .otherwise(QLatin1String("virtualMachineVersion"), QStringLiteral("Compute"))
        .time(QLatin1String("startTime"), startTime.isValid() ? std::optional(startTime) : std::nullopt)
        .time(QLatin1String("endTime"), endTime)
        .duration(QLatin1String("duration"), durationMs)
        .text(QLatin1String("activityId"), activityId)
        .array(actionsInfo, actionsJson(cancellable, p.children(actionsInfo)))
        .flag(QLatin1String("isUserTriggered"), userTriggered)
        .array(errorDetails, writtenErrors)
        .object(valvKey, ours.done());
    return writer.id(QLatin1String("id"), id)
        .text(QLatin1String("name"), name)
        .otherwise(QLatin1String("type"), QStringLiteral("Microsoft.RecoveryServices/vaults/backupJobs"))
        .object(propertiesKey, p.done())
        .done();
}

void lighten(BackupJob& job, SharedTexts& texts)
{
    job.raw = {};
    for (auto* text : {&job.entity, &job.containerName, &job.policyName}) {
        texts.share(*text);
    }
    texts.share(job.sourceResourceId);
    if (job.activityId == job.name) {
        job.activityId = job.name; // one text
    }
}

} // namespace valv::contract
