// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/activity/activitynotes.h"

#include <QtGlobal>

#include <algorithm>
#include <iterator>

namespace valv::presentation {
namespace {

constexpr const char* context = "ActivityNotes";

struct Words
{
    const char* title;
    const char* body; //!< %1 the subject, %2 the second name
};
struct Story
{
    ActivityKind kind;
    Words running;
    Words succeeded;
    Words failed;
};

constexpr Story stories[] {
    { ActivityKind::EnableBackup,
      { QT_TRANSLATE_NOOP("ActivityNotes", "Deployment started"), QT_TRANSLATE_NOOP("ActivityNotes", "Enabling backup for %1…") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Deployment succeeded"), QT_TRANSLATE_NOOP("ActivityNotes", "Backup enabled for %1") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Deployment failed"), QT_TRANSLATE_NOOP("ActivityNotes", "Backup could not be enabled for %1") } },
    { ActivityKind::CreateVault,
      { QT_TRANSLATE_NOOP("ActivityNotes", "Deployment started"), QT_TRANSLATE_NOOP("ActivityNotes", "Creating the vault %1…") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Deployment succeeded"), QT_TRANSLATE_NOOP("ActivityNotes", "The vault %1 has been created") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Deployment failed"), QT_TRANSLATE_NOOP("ActivityNotes", "The vault %1 could not be created") } },
    { ActivityKind::DeleteVault,
      { QT_TRANSLATE_NOOP("ActivityNotes", "Deleting the vault"), QT_TRANSLATE_NOOP("ActivityNotes", "Deleting the vault %1…") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Vault deleted"), QT_TRANSLATE_NOOP("ActivityNotes", "The vault %1 has been deleted") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "The vault was not deleted"), QT_TRANSLATE_NOOP("ActivityNotes", "The vault %1 could not be deleted") } },
    { ActivityKind::SavePolicy,
      { QT_TRANSLATE_NOOP("ActivityNotes", "Saving the policy"), QT_TRANSLATE_NOOP("ActivityNotes", "Saving the policy %1…") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Policy saved"), QT_TRANSLATE_NOOP("ActivityNotes", "The policy %1 has been saved") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "The policy was not saved"), QT_TRANSLATE_NOOP("ActivityNotes", "The policy %1 could not be saved") } },
    { ActivityKind::DeletePolicy,
      { QT_TRANSLATE_NOOP("ActivityNotes", "Deleting the policy"), QT_TRANSLATE_NOOP("ActivityNotes", "Deleting the policy %1…") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Policy deleted"), QT_TRANSLATE_NOOP("ActivityNotes", "The policy %1 has been deleted") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "The policy was not deleted"), QT_TRANSLATE_NOOP("ActivityNotes", "The policy %1 could not be deleted") } },
    { ActivityKind::ChangePolicy,
      { QT_TRANSLATE_NOOP("ActivityNotes", "Changing the policy"), QT_TRANSLATE_NOOP("ActivityNotes", "Changing the policy of %1…") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Policy changed"), QT_TRANSLATE_NOOP("ActivityNotes", "%1 now uses the policy %2") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "The policy was not changed"), QT_TRANSLATE_NOOP("ActivityNotes", "The policy of %1 could not be changed") } },
    { ActivityKind::BackupNow,
      { QT_TRANSLATE_NOOP("ActivityNotes", "Backup requested"), QT_TRANSLATE_NOOP("ActivityNotes", "Starting the backup of %1…") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Backup triggered"), QT_TRANSLATE_NOOP("ActivityNotes", "The backup of %1 has been triggered. Follow it under Backup jobs.") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "The backup did not start"), QT_TRANSLATE_NOOP("ActivityNotes", "The backup of %1 could not be started") } },
    { ActivityKind::Restore,
      { QT_TRANSLATE_NOOP("ActivityNotes", "Restore requested"), QT_TRANSLATE_NOOP("ActivityNotes", "Starting the restore of %1…") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Restore triggered"), QT_TRANSLATE_NOOP("ActivityNotes", "The restore of %1 has been triggered") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "The restore did not start"), QT_TRANSLATE_NOOP("ActivityNotes", "The restore of %1 could not be started") } },
    { ActivityKind::StopBackup,
      { QT_TRANSLATE_NOOP("ActivityNotes", "Stopping backup"), QT_TRANSLATE_NOOP("ActivityNotes", "Stopping the backup of %1…") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Backup stopped"), QT_TRANSLATE_NOOP("ActivityNotes", "Backup of %1 has been stopped; data is kept") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Backup was not stopped"), QT_TRANSLATE_NOOP("ActivityNotes", "The backup of %1 could not be stopped") } },
    { ActivityKind::ResumeBackup,
      { QT_TRANSLATE_NOOP("ActivityNotes", "Resuming backup"), QT_TRANSLATE_NOOP("ActivityNotes", "Resuming the backup of %1…") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Backup resumed"), QT_TRANSLATE_NOOP("ActivityNotes", "%1 is protected again") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Backup was not resumed"), QT_TRANSLATE_NOOP("ActivityNotes", "The backup of %1 could not be resumed") } },
    { ActivityKind::DeleteData,
      { QT_TRANSLATE_NOOP("ActivityNotes", "Deleting backup data"), QT_TRANSLATE_NOOP("ActivityNotes", "Deleting backup data for %1…") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Backup data deleted"), QT_TRANSLATE_NOOP("ActivityNotes", "Backup data for %1 has been deleted") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Backup data was not deleted"), QT_TRANSLATE_NOOP("ActivityNotes", "Backup data for %1 could not be deleted") } },
    { ActivityKind::Undelete,
      { QT_TRANSLATE_NOOP("ActivityNotes", "Undoing the deletion"), QT_TRANSLATE_NOOP("ActivityNotes", "Undoing the deletion of %1…") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Deletion undone"), QT_TRANSLATE_NOOP("ActivityNotes", "The deletion of %1 has been undone") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "The deletion was not undone"), QT_TRANSLATE_NOOP("ActivityNotes", "The deletion of %1 could not be undone") } },
    { ActivityKind::ChangePoint,
      { QT_TRANSLATE_NOOP("ActivityNotes", "Changing a recovery point"), QT_TRANSLATE_NOOP("ActivityNotes", "Changing a recovery point of %1…") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Recovery point changed"), QT_TRANSLATE_NOOP("ActivityNotes", "How long a recovery point of %1 is kept has been changed") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "The recovery point was not changed"), QT_TRANSLATE_NOOP("ActivityNotes", "A recovery point of %1 could not be changed") } },
    { ActivityKind::DeletePoint,
      { QT_TRANSLATE_NOOP("ActivityNotes", "Deleting a recovery point"), QT_TRANSLATE_NOOP("ActivityNotes", "Deleting a recovery point of %1…") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Recovery point deleted"), QT_TRANSLATE_NOOP("ActivityNotes", "A recovery point of %1 has been deleted") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "The recovery point was not deleted"), QT_TRANSLATE_NOOP("ActivityNotes", "A recovery point of %1 could not be deleted") } },
    { ActivityKind::CancelJob,
      { QT_TRANSLATE_NOOP("ActivityNotes", "Canceling the job"), QT_TRANSLATE_NOOP("ActivityNotes", "Canceling the job for %1…") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Cancel requested"), QT_TRANSLATE_NOOP("ActivityNotes", "The job for %1 is being canceled") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "The job was not canceled"), QT_TRANSLATE_NOOP("ActivityNotes", "The job for %1 could not be canceled") } },
};
// The same for several: %1 how many, %2 the second name, %3 how many failed, %4 how many did well. There are always at
// least two.
constexpr Story groupStories[] {
    { ActivityKind::EnableBackup,
      { QT_TRANSLATE_NOOP("ActivityNotes", "Deployment started"), QT_TRANSLATE_NOOP("ActivityNotes", "Enabling backup for %1 virtual machines…") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Deployment succeeded"), QT_TRANSLATE_NOOP("ActivityNotes", "Backup has been enabled for %1 virtual machines") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Backup was not enabled everywhere"), QT_TRANSLATE_NOOP("ActivityNotes", "Backup has been enabled for %4 of %1 virtual machines") } },
    { ActivityKind::BackupNow,
      { QT_TRANSLATE_NOOP("ActivityNotes", "Backup requested"), QT_TRANSLATE_NOOP("ActivityNotes", "Starting %1 backups…") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Backup triggered"), QT_TRANSLATE_NOOP("ActivityNotes", "%1 backups have been triggered. Follow them under Backup jobs.") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Some backups did not start"), QT_TRANSLATE_NOOP("ActivityNotes", "%3 of %1 backups could not be started") } },
    { ActivityKind::ChangePolicy,
      { QT_TRANSLATE_NOOP("ActivityNotes", "Changing the policy"), QT_TRANSLATE_NOOP("ActivityNotes", "Changing the policy of %1 backup items…") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Policy changed"), QT_TRANSLATE_NOOP("ActivityNotes", "%1 backup items now use the policy %2") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "The policy was not changed everywhere"), QT_TRANSLATE_NOOP("ActivityNotes", "The policy of %3 of %1 backup items could not be changed") } },
    { ActivityKind::StopBackup,
      { QT_TRANSLATE_NOOP("ActivityNotes", "Stopping backup"), QT_TRANSLATE_NOOP("ActivityNotes", "Stopping the backup of %1 backup items…") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Backup stopped"), QT_TRANSLATE_NOOP("ActivityNotes", "Backup of %1 backup items has been stopped; data is kept") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Backup was not stopped everywhere"), QT_TRANSLATE_NOOP("ActivityNotes", "The backup of %3 of %1 backup items could not be stopped") } },
    { ActivityKind::ResumeBackup,
      { QT_TRANSLATE_NOOP("ActivityNotes", "Resuming backup"), QT_TRANSLATE_NOOP("ActivityNotes", "Resuming the backup of %1 backup items…") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Backup resumed"), QT_TRANSLATE_NOOP("ActivityNotes", "%1 backup items are protected again") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Backup was not resumed everywhere"), QT_TRANSLATE_NOOP("ActivityNotes", "The backup of %3 of %1 backup items could not be resumed") } },
    { ActivityKind::Undelete,
      { QT_TRANSLATE_NOOP("ActivityNotes", "Undoing the deletion"), QT_TRANSLATE_NOOP("ActivityNotes", "Undoing the deletion of %1 backup items…") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "Deletion undone"), QT_TRANSLATE_NOOP("ActivityNotes", "The deletion of %1 backup items has been undone") },
      { QT_TRANSLATE_NOOP("ActivityNotes", "The deletion was not undone everywhere"), QT_TRANSLATE_NOOP("ActivityNotes", "The deletion of %3 of %1 backup items could not be undone") } },
};
// What a job did is said by its operation; others than these end with the activity that asked for them.
constexpr Words backupDone { QT_TRANSLATE_NOOP("ActivityNotes", "Backup completed"), QT_TRANSLATE_NOOP("ActivityNotes", "Backup of %1 completed") };
constexpr Words backupFailed { QT_TRANSLATE_NOOP("ActivityNotes", "Backup failed"), QT_TRANSLATE_NOOP("ActivityNotes", "Backup of %1 failed") };
constexpr Words restoreDone { QT_TRANSLATE_NOOP("ActivityNotes", "Restore completed"), QT_TRANSLATE_NOOP("ActivityNotes", "The restore of %1 completed") };
constexpr Words restoreFailed { QT_TRANSLATE_NOOP("ActivityNotes", "Restore failed"), QT_TRANSLATE_NOOP("ActivityNotes", "The restore of %1 failed") };
constexpr Words jobCancelled { QT_TRANSLATE_NOOP("ActivityNotes", "Job canceled"), QT_TRANSLATE_NOOP("ActivityNotes", "The job for %1 has been canceled") };

template <std::size_t N>
const Story* storyIn(const Story (&all)[N], ActivityKind kind)
{
    const auto* found = std::find_if(std::begin(all), std::end(all), [kind](const Story& s) { return s.kind == kind; });
    return found == std::end(all) ? nullptr : found;
}

const Words* wordsOf(const Activity& activity)
{
    if (activity.kind != ActivityKind::JobEnded) {
        const auto* story = activity.of > 1 ? storyIn(groupStories, activity.kind) : storyIn(stories, activity.kind);
        if (story == nullptr) {
            return nullptr;
        }
        switch (activity.state) {
        case ActivityState::Running:
            return &story->running;
        case ActivityState::Succeeded:
            return &story->succeeded;
        case ActivityState::Failed:
            return &story->failed;
        }
    }
    const bool well = activity.state == ActivityState::Succeeded;
    const bool cancelled = activity.error && (activity.error->code == "JobCancelled" || activity.error->code == "Cancelled");
    if (activity.second == QLatin1String("Backup")) {
        return cancelled ? &jobCancelled : well ? &backupDone : &backupFailed;
    }
    if (activity.second == QLatin1String("Restore")) {
        return cancelled ? &jobCancelled : well ? &restoreDone : &restoreFailed;
    }
    return nullptr;
}

} // namespace

Notification notificationOf(const Activity& activity)
{
    Notification notification;
    const auto* words = wordsOf(activity);
    if (words == nullptr) {
        return notification;
    }
    notification.state = activity.state == ActivityState::Running ? NotificationState::InProgress
        : activity.warned                                         ? NotificationState::Warning
        : activity.state == ActivityState::Succeeded              ? NotificationState::Succeeded
                                                                  : NotificationState::Failed;
    notification.title = Phrase(context, words->title);
    notification.body = activity.of > 1
        ? Phrase(context, words->body, { QString::number(activity.of), activity.second, QString::number(activity.failed), QString::number(activity.of - activity.failed) })
        : Phrase(context, words->body, { activity.subject, activity.second });
    notification.target = activity.target;
    notification.job = activity.job;
    notification.canRetry = activity.canRetry;
    if (activity.state == ActivityState::Failed) {
        notification.error = activity.error;
    }
    return notification;
}

ActivityNotes::ActivityNotes(ActivityHub& hub, NotificationLog& log, QObject* parent)
    : QObject(parent)
    , m_hub(hub)
    , m_log(log)
{
    connect(&m_hub, &ActivityHub::changed, this, &ActivityNotes::tell);
}

void ActivityNotes::tell(const Activity& activity)
{
    auto notification = notificationOf(activity);
    if (notification.title.isEmpty()) {
        return;
    }
    std::function<void()> retry;
    if (activity.canRetry) {
        retry = [&hub = m_hub, number = activity.number] { hub.retry(number); };
    }
    const auto known = m_ids.constFind(activity.number);
    if (known == m_ids.cend() || m_log.find(*known) == nullptr) {
        m_ids.insert(activity.number, m_log.add(std::move(notification), std::move(retry)));
    } else {
        m_log.update(*known, std::move(notification), std::move(retry));
    }
    if (activity.state != ActivityState::Running && !activity.canRetry) {
        m_ids.remove(activity.number);
    }
}

} // namespace valv::presentation
