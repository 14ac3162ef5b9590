// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/app/notifications.h"
#include "presentation/stores/alertstore.h"

#include <QObject>

namespace valv::presentation {

//! \brief Tells of alerts that come up while the console runs, where neither a job nor the person's own command has
//! told of the matter already. Many at once are one notification. GUI thread; store and log must outlive it. Source:
//! wishes.md W1, W16.
class AlertNotes final : public QObject
{
    Q_OBJECT
public:
    AlertNotes(AlertStore& alerts, NotificationLog& log, QObject* parent = nullptr);

private:
    void tell(const QList<contract::Alert>& alerts);

    NotificationLog& m_log;
};

} // namespace valv::presentation
