// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/notificationcard.h"
#include "presentation/app/notifications.h"
#include "presentation/text/format.h"

namespace valv::views {

//! \brief What a card says about a notification, in the person's language now. Links: "retry", "job", "target".
[[nodiscard]] NotificationText cardText(const presentation::Notification& notification,
                                        const presentation::Format& format);

} // namespace valv::views
