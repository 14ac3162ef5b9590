// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/activity/activitynotes.h"

#include <QtGlobal>

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

#define W(text) QT_TRANSLATE_NOOP("ActivityNotes", text)
constexpr Story stories[] {
    { ActivityKind::EnableBackup,
      { W("Deployment started"), W("Enabling backup for %1…") },
      { W("Deployment succeeded"), W("Backup enabled for %1") },
      { W("Deployment failed"), W("Backup could not be enabled for %1") } },
    { ActivityKind::CreateVault,
      { W("Deployment started"), W("Creating the vault %1…") },
      { W("Deployment succeeded"), W("The vault %1 has been created") },
      { W("Deployment failed"), W("The vault %1 could not be created") } },
    { ActivityKind::DeleteVault,
      { W("Deleting the vault"), W("Deleting the vault %1…") },
      { W("Vault deleted"), W("The vault %1 has been deleted") },
      { W("The vault was not deleted"), W("The vault %1 could not be deleted") } },
    { ActivityKind::SavePolicy,
      { W("Saving the policy"), W("Saving the policy %1…") },
      { W("Policy saved"), W("The policy %1 has been saved") },
      { W("The policy was not saved"), W("The policy %1 could not be saved") } },
    { ActivityKind::DeletePolicy,
      { W("Deleting the policy"), W("Deleting the policy %1…") },
      { W("Policy deleted"), W("The policy %1 has been deleted") },
      { W("The policy was not deleted"), W("The policy %1 could not be deleted") } },
    { ActivityKind::ChangePolicy,
      { W("Changing the policy"), W("Changing the policy of %1…") },
      { W("Policy changed"), W("%1 now uses the policy %2") },
      { W("The policy was not changed"), W("The policy of %1 could not be changed") } },
    { ActivityKind::BackupNow,
      { W("Backup requested"), W("Starting the backup of %1…") },
      { W("Backup triggered"), W("The backup of %1 has been triggered. Follow it under Backup jobs.") },
      { W("The backup did not start"), W("The backup of %1 could not be started") } },
    { ActivityKind::Restore,
      { W("Restore requested"), W("Starting the restore of %1…") },
      { W("Restore triggered"), W("The restore of %1 has been triggered") },
      { W("The restore did not start"), W("The restore of %1 could not be started") } },
    { ActivityKind::StopBackup,
      { W("Stopping backup"), W("Stopping the backup of %1…") },
      { W("Backup stopped"), W("Backup of %1 has been stopped; data is kept") },
      { W("Backup was not stopped"), W("The backup of %1 could not be stopped") } },
    { ActivityKind::ResumeBackup,
      { W("Resuming backup"), W("Resuming the backup of %1…") },
      { W("Backup resumed"), W("%1 is protected again") },
      { W("Backup was not resumed"), W("The backup of %1 could not be resumed") } },
    { ActivityKind::DeleteData,
      { W("Deleting backup data"), W("Deleting backup data for %1…") },
      { W("Backup data deleted"), W("Backup data for %1 has been deleted") },
      { W("Backup data was not deleted"), W("Backup data for %1 could not be deleted") } },
    { ActivityKind::Undelete,
      { W("Undoing the deletion"), W("Undoing the deletion of %1…") },
      { W("Deletion undone"), W("The deletion of %1 has been undone") },
      { W("The deletion was not undone"), W("The deletion of %1 could not be undone") } },
    { ActivityKind::CancelJob,
      { W("Canceling the job"), W("Canceling the job for %1…") },
      { W("Cancel requested"), W("The job for %1 is being canceled") },
      { W("The job was not canceled"), W("The job for %1 could not be canceled") } },
};
// What a job did is said by its operation; others than these end with the activity that asked for them.
constexpr Words backupDone { W("Backup completed"), W("Backup of %1 completed") };
constexpr Words backupFailed { W("Backup failed"), W("Backup of %1 failed") };
constexpr Words restoreDone { W("Restore completed"), W("The restore of %1 completed") };
constexpr Words restoreFailed { W("Restore failed"), W("The restore of %1 failed") };
constexpr Words jobCancelled { W("Job canceled"), W("The job for %1 has been canceled") };
#undef W

const Story* storyOf(ActivityKind kind)
{
    for (const auto& story : stories) {
        if (story.kind == kind) {
            return &story;
        }
    }
    return nullptr;
}

const Words* wordsOf(const Activity& activity)
{
    if (activity.kind != ActivityKind::JobEnded) {
        const auto* story = storyOf(activity.kind);
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
    notification.body = Phrase(context, words->body, { activity.subject, activity.second });
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
