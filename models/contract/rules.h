// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"
#include "core/result.h"

#include <QDate>
#include <QString>
#include <QStringList>
#include <QTimeZone>
#include <QVariantList>

#include <array>
#include <optional>
#include <vector>

//! \brief The validation rules of flows.md, once: the form shows them while typing, the router enforces them.
//! Pure; any thread. Rule numbers (V1, V30 …) are those of flows.md.
namespace valv::contract {

//! One broken rule: the code of errors.tsv and the values for its %1, %2 …; the console turns it into words.
struct Violation
{
    QString code; //!< ValVaultNameChars …
    //! For %1, %2 … of the words. …Chars: the bad character, the suggestion, its position (from 1). …Length: the length
    //! now; ValVmNameLength: the limit and the length now. ValWholeNumber: from, to. ValRetentionMissing: daily or
    //! weekly. ValRetentionDayMismatch, ValRetentionDayNotKept: English weekdays as on the wire (a QStringList).
    //! ValScheduleTime: a time that would do. ValTooManyRecoveryPoints: the count. ValTierOrder: the longer tier's row
    //! and the shorter tier's, e.g. weekly, daily.
    QVariantList arguments;
    QString field; //!< "name", "daily", … for the form and for details[].target
    QString suggestion; //!< a corrected value, e.g. valv-malmo; empty: none
    friend bool operator==(const Violation&, const Violation&) = default;
};

//! \brief Which of the rules for a vault's name it keeps, each by itself: for a list beside the form.
struct VaultNameRules
{
    bool length = false; //!< V2
    bool start = false; //!< V3
    bool characters = false; //!< V4
};
[[nodiscard]] VaultNameRules vaultNameRules(const QString& name);
[[nodiscard]] std::optional<Violation> checkVaultName(const QString& name); //!< V1, V3, V4, V2
[[nodiscard]] std::optional<Violation> checkResourceGroupName(const QString& name); //!< V9–V12
[[nodiscard]] std::optional<Violation> checkPolicyName(const QString& name); //!< V30
[[nodiscard]] std::optional<Violation> checkVmName(const QString& name, bool windows);
[[nodiscard]] std::optional<Violation> checkRetainUntil(const QDate& until, const QDate& today); //!< V21, V22
//! V21, V22 for a moment on the wire. Where the person who asks is, nobody told: what is tomorrow in the zone or in UTC
//! is tomorrow, and a day more than the 99 years is let through.
[[nodiscard]] std::optional<Violation> checkRetainUntil(const QDateTime& until, const QDateTime& now,
                                                        const QTimeZone& zone);
//! V31–V43, all that are broken, in the order of the form. ValRetentionDayNotKept is V39's other side: a day of a
//! weekly schedule that the weekly row leaves out, whose points nothing would keep. A schedule of an unknown kind is
//! BMSUserErrorInvalidPolicyInput. Fields: frequency, days, time, interval, window, timeZone, snapshot, daily, weekly,
//! monthly, yearly, retention.
[[nodiscard]] QList<Violation> checkPolicy(const BackupPolicy& policy);
//! V44: warnings, not errors: ValTierOrder (a month counts 31 days, a year 366, so it warns only when it is certain).
[[nodiscard]] QList<Violation> policyWarnings(const BackupPolicy& policy);
//! The text of one whole number in a form: ValWholeNumber, or the given code when out of range. V33–V37.
[[nodiscard]] std::optional<Violation> checkWholeNumber(const QString& text, int from, int to, const QString& code);
//! V42: how many points the policy keeps at most: days + weeks × days + months × (…) + years × months × (…). Points
//! that several rows keep are counted in each. Of an hourly schedule the daily row keeps all of a day's points.
[[nodiscard]] qint64 pointsAtMost(const BackupPolicy& policy);
//! English words for the wire and the log.
[[nodiscard]] QString inEnglish(const Violation& violation);
//! The wire's answer to a bad policy: BMSUserErrorInvalidPolicyInput with one detail for each reason.
[[nodiscard]] Error policyInputError(std::vector<Error> details);
[[nodiscard]] Error policyInputError(const QList<Violation>& violations);

struct Limits
{
    static constexpr int dailyMin = 7, dailyMax = 9999;
    static constexpr int weeklyMin = 1, weeklyMax = 5163;
    static constexpr int monthlyMin = 1, monthlyMax = 1188;
    static constexpr int yearlyMin = 1, yearlyMax = 99;
    static constexpr int snapshotMin = 1, snapshotMax = 5, snapshotMaxEnhanced = 30;
    static constexpr std::array<int, 4> intervals{4, 6, 8, 12}; //!< hours between the backups of one day
    static constexpr int pointsPerVm = 9999;
    static constexpr int retainYears = 99;
    static constexpr int defaultRetainDays = 30;
    static constexpr int policiesPerVault = 200; //!< V45
    static constexpr int vaultsPerSubscription = 500; //!< V7
};

} // namespace valv::contract
