// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"
#include "core/armid.h"
#include "core/result.h"

#include <QJsonObject>
#include <QList>
#include <QTime>

#include <optional>

namespace valv::contract {

//! Which days of a month a monthly or yearly rule takes. Format Weekly uses weekdays and weeks; Daily uses days and
//! lastDay.
struct MonthDays
{
    RetentionFormat format = RetentionFormat::Weekly;
    QList<Weekday> weekdays;
    QList<WeekOfMonth> weeks;
    QList<int> days; //!< 1–28
    bool lastDay = false;
    friend bool operator==(const MonthDays&, const MonthDays&) = default;
};

struct DailyRetention
{
    int days = 30;
    friend bool operator==(const DailyRetention&, const DailyRetention&) = default;
};
struct WeeklyRetention
{
    QList<Weekday> weekdays;
    int weeks = 12;
    friend bool operator==(const WeeklyRetention&, const WeeklyRetention&) = default;
};
struct MonthlyRetention
{
    MonthDays on;
    int months = 60;
    friend bool operator==(const MonthlyRetention&, const MonthlyRetention&) = default;
};
struct YearlyRetention
{
    QList<Month> months;
    MonthDays on;
    int years = 10;
    friend bool operator==(const YearlyRetention&, const YearlyRetention&) = default;
};

//! \brief Several backups a day: one every so many hours, the first at the policy's runTime, the last not later than
//! the end of the window. The window may pass midnight; all its runs belong to the day on which it began.
struct HourlySchedule
{
    int intervalHours = 4; //!< 4, 6, 8 or 12
    int windowHours = 12; //!< from the interval to 24
    friend bool operator==(const HourlySchedule&, const HourlySchedule&) = default;
};

//! \brief backupPolicies/{name} of type AzureIaasVM. runTime is wall-clock time in timeZone.
//! Source: contract.md 9.
struct BackupPolicy
{
    ArmId id;
    QString name;
    bool enhanced = false; //!< policyType V2: Hourly needs it, and snapshots may be kept for up to 30 days
    Frequency frequency = Frequency::Daily;
    QList<Weekday> runDays; //!< Weekly only
    QTime runTime{22, 30}; //!< Hourly: when the window begins
    std::optional<HourlySchedule> hourly; //!< Hourly only
    QString timeZone = QStringLiteral("UTC"); //!< Windows name
    int instantRestoreDays = 2;
    std::optional<DailyRetention> daily;
    std::optional<WeeklyRetention> weekly;
    std::optional<MonthlyRetention> monthly;
    std::optional<YearlyRetention> yearly;
    int protectedItems = 0;
    QString etag; //!< of the header ETag of a single answer: policies have none in their bodies; empty: not told
    QJsonObject raw;

    [[nodiscard]] int runsPerDay() const; //!< 1 unless it is hourly
    [[nodiscard]] static Result<BackupPolicy> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
    //! What a new vault has: daily 22:30 UTC, 30 days, instant restore 2 days.
    [[nodiscard]] static BackupPolicy defaultPolicy();
};

} // namespace valv::contract
