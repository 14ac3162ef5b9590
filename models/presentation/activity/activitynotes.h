// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/app/notifications.h"
#include "presentation/stores/activity.h"

#include <QHash>
#include <QObject>

namespace valv::presentation {

//! \brief What an activity says as a notification. Pure. Source: flows.md 0.4, glossary notify.*.
[[nodiscard]] Notification notificationOf(const Activity& activity);

//! \brief Turns what the stores begin and end into notifications: one for each activity, from running to its end, with a
//! retry where there is one. A cancelled request and jobs that only configure are not told twice. GUI thread; hub and
//! log must outlive it.
class ActivityNotes final : public QObject
{
    Q_OBJECT
public:
    ActivityNotes(ActivityHub& hub, NotificationLog& log, QObject* parent = nullptr);

private:
    void tell(const Activity& activity);

    ActivityHub& m_hub;
    NotificationLog& m_log;
    QHash<int, int> m_ids; //!< activity → notification
};

} // namespace valv::presentation
