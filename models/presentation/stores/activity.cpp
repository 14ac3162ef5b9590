// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/activity.h"

#include "core/datetime.h"

namespace valv::presentation {

ActivityHub::ActivityHub(const Clock& clock, QObject* parent)
    : QObject(parent)
    , m_clock(clock)
{ }

int ActivityHub::begin(Activity activity, std::function<void()> retry)
{
    activity.number = ++m_last;
    activity.state = ActivityState::Running;
    activity.started = toDateTime(m_clock.now());
    m_running.insert(activity.number, activity);
    if (retry) {
        m_retries.insert(activity.number, std::move(retry));
    }
    Q_EMIT changed(activity);
    return activity.number;
}

void ActivityHub::succeed(int number, const ArmId& job)
{
    m_retries.remove(number);
    const auto found = m_running.find(number);
    if (found == m_running.end()) {
        return;
    }
    Activity activity = *found;
    m_running.erase(found);
    activity.state = ActivityState::Succeeded;
    activity.ended = toDateTime(m_clock.now());
    activity.job = job;
    Q_EMIT changed(activity);
}

void ActivityHub::fail(int number, const Error& error, const QStringList& made, int failed)
{
    const auto found = m_running.find(number);
    if (found == m_running.end()) {
        return;
    }
    Activity activity = *found;
    m_running.erase(found);
    activity.state = ActivityState::Failed;
    activity.ended = toDateTime(m_clock.now());
    activity.error = error;
    activity.made = made;
    activity.failed = failed;
    activity.canRetry = m_retries.contains(number);
    Q_EMIT changed(activity);
}

void ActivityHub::tell(Activity activity)
{
    activity.number = ++m_last;
    Q_EMIT changed(activity);
}

bool ActivityHub::retry(int number)
{
    if (m_running.contains(number)) {
        return false;
    }
    const auto again = m_retries.take(number);
    if (again) {
        again();
    }
    return static_cast<bool>(again);
}

} // namespace valv::presentation
