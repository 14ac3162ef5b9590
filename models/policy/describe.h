// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"
#include "policy/reason.h"

#include <QList>
#include <QTime>

#include <vector>

namespace valv::policy {

//! \brief One row of a policy's retention as facts; the words are the console's. Lists are in the order of the calendar
//! and hold nothing twice.
struct RetentionLine
{
    Reason tier = Reason::Daily; //!< Daily to Yearly
    QList<contract::Weekday> weekdays; //!< Weekly; Monthly and Yearly by week
    QList<contract::WeekOfMonth> weeks; //!< Monthly and Yearly by week; empty: by day
    QList<int> days; //!< by day: days of the month
    bool lastDay = false; //!< by day: the last one too
    QList<contract::Month> months; //!< Yearly
    QTime time; //!< wall clock in the policy's zone
    int count = 0; //!< days, weeks, months or years, by tier
    friend bool operator==(const RetentionLine&, const RetentionLine&) = default;
};

//! The rows that the policy has, daily first. Pure; any thread.
[[nodiscard]] std::vector<RetentionLine> describe(const contract::BackupPolicy& policy);

} // namespace valv::policy
