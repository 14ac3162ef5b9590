// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules.h"

#include <QLatin1String>

#include <algorithm>
#include <iterator>
#include <utility>

namespace valv::contract {
namespace {

// The English of each rule: on the wire, in the log, and the source that the console's words are looked up by.
// clang-format off
constexpr std::pair<QLatin1String, const char*> words[] = {
    { QLatin1String("ValVaultNameRequired"), "Enter a name for the vault." },
    { QLatin1String("ValVaultNameLength"), "The name must be 2–50 characters long (now %1)." },
    { QLatin1String("ValVaultNameStart"), "The name must start with a letter." },
    { QLatin1String("ValVaultNameChars"), "The character “%1” is not allowed. Use letters (A–Z), digits and hyphens." },
    { QLatin1String("ValVaultNameTaken"), "There is already a vault with this name in the subscription." },
    { QLatin1String("ValVaultNameReserved"), "The name is held by a vault that is being deleted." },
    { QLatin1String("ValVaultRequired"), "Choose a vault." },
    { QLatin1String("ValVaultNotUsable"), "The vault cannot be used right now." },
    { QLatin1String("ValSubscriptionRequired"), "Choose a subscription." },
    { QLatin1String("ValSubscriptionDisabled"), "The subscription is disabled." },
    { QLatin1String("ValResourceGroupRequired"), "Choose a resource group or create a new one." },
    { QLatin1String("ValResourceGroupLength"), "The name must be 1–90 characters long (now %1)." },
    { QLatin1String("ValResourceGroupChars"), "The character “%1” is not allowed. Use letters, digits, underscores, hyphens, periods and parentheses." },
    { QLatin1String("ValResourceGroupEnd"), "The name must not end with a period." },
    { QLatin1String("ValResourceGroupTaken"), "There is already a resource group with this name." },
    { QLatin1String("ValLocationRequired"), "Choose a location." },
    { QLatin1String("ValPolicyRequired"), "Choose a backup policy." },
    { QLatin1String("ValNoVmSelected"), "Select at least one VM." },
    { QLatin1String("ValPolicyNameRequired"), "Enter a policy name." },
    { QLatin1String("ValPolicyNameLength"), "The name must be 3–150 characters long (now %1)." },
    { QLatin1String("ValPolicyNameStart"), "The name must start with a letter." },
    { QLatin1String("ValPolicyNameEnd"), "The name must not end with a hyphen." },
    { QLatin1String("ValPolicyNameChars"), "The character “%1” is not allowed. Use letters (A–Z), digits and hyphens." },
    { QLatin1String("ValPolicyNameTaken"), "There is already a policy with this name in the vault." },
    { QLatin1String("ValRuleNameRequired"), "Enter a name for the rule." },
    { QLatin1String("ValRuleCondition"), "Give at least one of name, resource group and tag. The name * takes every VM." },
    { QLatin1String("ValScheduleDays"), "Choose at least one day." },
    { QLatin1String("ValScheduleTime"), "The time must be on the hour or half hour, 00:00–23:30." },
    { QLatin1String("ValTimeZoneRequired"), "Choose a time zone." },
    { QLatin1String("ValSnapshotDays"), "Snapshots can be kept for 1–5 days; with a weekly schedule always 5." },
    { QLatin1String("ValSnapshotDaysEnhanced"), "Snapshots can be kept for 1–30 days." },
    { QLatin1String("ValHourlyInterval"), "Back up every 4, 6, 8 or 12 hours." },
    { QLatin1String("ValHourlyWindow"), "The window must be a whole number of hours from %1 to 24." },
    { QLatin1String("ValDailyRetention"), "Enter a whole number of days from 7 to 9999." },
    { QLatin1String("ValWeeklyRetention"), "Enter a whole number of weeks from 1 to 5163." },
    { QLatin1String("ValMonthlyRetention"), "Enter a whole number of months from 1 to 1188." },
    { QLatin1String("ValYearlyRetention"), "Enter a whole number of years from 1 to 99." },
    { QLatin1String("ValWholeNumber"), "Enter a whole number from %1 to %2." },
    { QLatin1String("ValRetentionMissing"), "The %1 retention must be on for this frequency." },
    { QLatin1String("ValRetentionDayMismatch"), "No backup is made on %1." },
    { QLatin1String("ValDayBasedNotAllowed"), "With a weekly schedule only week-based retention is possible." },
    { QLatin1String("ValOrdinalRequired"), "Choose at least one of First, Second, Third, Fourth and Last." },
    { QLatin1String("ValWeekdayRequired"), "Choose at least one weekday." },
    { QLatin1String("ValDayRequired"), "Choose at least one day of the month." },
    { QLatin1String("ValMonthRequired"), "Choose at least one month." },
    { QLatin1String("ValTooManyRecoveryPoints"), "The policy would keep %1 recovery points; at most 9,999 are possible." },
    { QLatin1String("ValSnapshotLongerThanDaily"), "The snapshot cannot be kept longer than the recovery point in the vault." },
    { QLatin1String("ValRetainTillRequired"), "Choose the last day the recovery point is to be kept." },
    { QLatin1String("ValRetainTillFormat"), "This is not a valid date." },
    { QLatin1String("ValRetainTillPast"), "The date must be tomorrow or later." },
    { QLatin1String("ValRetainTillTooFar"), "The date can be at most 99 years ahead." },
    { QLatin1String("ValNameMismatch"), "The name does not match. Upper and lower case matter." },
    { QLatin1String("ValVmNameRequired"), "Enter a name for the new VM." },
    { QLatin1String("ValVmNameLength"), "The name may be at most %1 characters long (now %2)." },
    { QLatin1String("ValVmNameChars"), "The name may hold letters, digits and hyphens, not only digits, and must not end with a hyphen." },
    { QLatin1String("ValVmNameTaken"), "There is already a VM with this name." },
    { QLatin1String("ValVNetRequired"), "Choose a virtual network." },
    { QLatin1String("ValSubnetRequired"), "Choose a subnet." },
    { QLatin1String("ValStagingRequired"), "Choose a storage account as staging location." },
    { QLatin1String("ValRecoveryPointRequired"), "Choose a recovery point." },
    { QLatin1String("ValRetentionDayNotKept"), "No retention row keeps the points of %1." },
    { QLatin1String("ValEmailRequired"), "Enter at least one email address." },
    { QLatin1String("ValEmail"), "“%1” is not a valid email address." },
    { QLatin1String("ValEmailTooMany"), "At most %1 addresses are possible." },
    { QLatin1String("ValSeverityRequired"), "Choose at least one severity." },
    { QLatin1String("ValMailLanguage"), "The language must be en or sv." },
    { QLatin1String("ValMailHost"), "Enter the name or address of the mail server." },
    { QLatin1String("ValMailUnencrypted"), "A password is only sent over an encrypted connection." },
    { QLatin1String("ValTierOrder"), "%1 points expire before %2 points." },
    { QLatin1String("BMSUserErrorInvalidPolicyInput"), "The service did not accept the policy's schedule or retention." },
};
// clang-format on

} // namespace

QString inEnglish(const Violation& violation)
{
    const auto* found =
        std::find_if(std::begin(words), std::end(words), [&](const auto& w) { return violation.code == w.first; });
    if (found == std::end(words)) {
        return violation.code;
    }
    auto text = QString::fromUtf8(found->second);
    for (qsizetype i = violation.arguments.size(); i > 0; --i) {
        const auto& argument = violation.arguments[i - 1];
        const auto value = argument.typeId() == QMetaType::QStringList
            ? argument.toStringList().join(QStringLiteral(", "))
            : argument.toString();
        text.replace(QLatin1Char('%') + QString::number(i), value);
    }
    return text;
}

} // namespace valv::contract
