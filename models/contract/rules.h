// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"

#include <QDate>
#include <QString>
#include <QStringList>
#include <QVariantList>

#include <optional>

//! \brief The validation rules of flows.md, once: the form shows them while typing, the router enforces them.
//! Pure; any thread. Rule numbers (V1, V30 …) are those of flows.md.
namespace valv::contract {

//! One broken rule: the code of errors.tsv and the values for its %1, %2 …; the console turns it into words.
struct Violation
{
    QString code; //!< ValVaultNameChars …
    QVariantList arguments; //!< e.g. the bad character, its position (from 1), limits
    QString field; //!< "name", "daily", … for the form and for details[].target
    QString suggestion; //!< a corrected value, e.g. valv-malmo; empty: none
    friend bool operator==(const Violation&, const Violation&) = default;
};

[[nodiscard]] std::optional<Violation> checkVaultName(const QString& name); //!< V1, V3, V4, V2
[[nodiscard]] std::optional<Violation> checkResourceGroupName(const QString& name); //!< V9–V12
[[nodiscard]] std::optional<Violation> checkPolicyName(const QString& name); //!< V30
[[nodiscard]] std::optional<Violation> checkVmName(const QString& name, bool windows);
[[nodiscard]] std::optional<Violation> checkRetainUntil(const QDate& until, const QDate& today); //!< V21, V22
//! V31–V43, all that are broken, in the order of the form.
[[nodiscard]] QList<Violation> checkPolicy(const BackupPolicy& policy);
//! V44: warnings, not errors.
[[nodiscard]] QList<Violation> policyWarnings(const BackupPolicy& policy);
//! The text of one whole number in a form: ValWholeNumber, or the given code when out of range. V33–V37.
[[nodiscard]] std::optional<Violation> checkWholeNumber(const QString& text, int from, int to, const QString& code);
//! English words for the wire and the log.
[[nodiscard]] QString inEnglish(const Violation& violation);

struct Limits
{
    static constexpr int dailyMin = 7, dailyMax = 9999;
    static constexpr int weeklyMin = 1, weeklyMax = 5163;
    static constexpr int monthlyMin = 1, monthlyMax = 1188;
    static constexpr int yearlyMin = 1, yearlyMax = 99;
    static constexpr int snapshotMin = 1, snapshotMax = 5;
    static constexpr int pointsPerVm = 9999;
    static constexpr int retainYears = 99;
    static constexpr int defaultRetainDays = 30;
};

} // namespace valv::contract
