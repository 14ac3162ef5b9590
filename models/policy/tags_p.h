// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"
#include "policy/reason.h"

#include <QDate>

#include <vector>

//! Private to the room: the calendar of a policy, in whole days, that retention and simulation share.
namespace valv::policy {

inline constexpr int daysInWeek = 7;

struct Tag
{
    Reason tier;
    QDate until; //!< the day on which it ends, at the hour of the run
};

//! Whether a monthly or yearly rule takes this day of its month.
[[nodiscard]] bool takes(const contract::MonthDays& on, const QDate& day);
//! The tags that a point of this day bears.
[[nodiscard]] std::vector<Tag> tagsOf(const contract::BackupPolicy& policy, const QDate& day);
//! The day whose tags a scheduled point bears that was taken on this day.
[[nodiscard]] QDate runDayOf(const contract::BackupPolicy& policy, const QDate& day);

} // namespace valv::policy
