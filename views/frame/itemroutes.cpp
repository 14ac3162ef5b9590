// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/itemroutes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace valv::views {

using contract::HealthStatus;
using presentation::Protection;

namespace {

// No policy is called so: their names have no "=".
constexpr std::array<std::pair<QLatin1String, Protection>, 6> statesByPart{{
    {QLatin1String("state=protected"), Protection::Protected},
    {QLatin1String("state=pending"), Protection::InitialPending},
    {QLatin1String("state=failed"), Protection::LastFailed},
    {QLatin1String("state=warned"), Protection::LastWarned},
    {QLatin1String("state=stopped"), Protection::Stopped},
    {QLatin1String("state=deleted"), Protection::SoftDeleted},
}};

constexpr std::array<std::pair<QLatin1String, HealthStatus>, 3> checksByPart{{
    {QLatin1String("check=passed"), HealthStatus::Passed},
    {QLatin1String("check=suggested"), HealthStatus::ActionSuggested},
    {QLatin1String("check=required"), HealthStatus::ActionRequired},
}};

template <typename T, std::size_t N>
QString partOf(const std::array<std::pair<QLatin1String, T>, N>& parts, T value)
{
    const auto found =
        std::find_if(parts.begin(), parts.end(), [&value](const auto& known) { return known.second == value; });
    return found == parts.end() ? QString() : QString(found->first);
}

template <typename T, std::size_t N>
std::optional<T> valueOf(const std::array<std::pair<QLatin1String, T>, N>& parts, const QString& part)
{
    const auto found =
        std::find_if(parts.begin(), parts.end(), [&part](const auto& known) { return known.first == part; });
    return found == parts.end() ? std::nullopt : std::optional(found->second);
}

Route itemsOf(const ArmId& vault, const QString& part)
{
    return {QStringLiteral("items"), vault.text(), part};
}

} // namespace

Route itemsRoute(const ArmId& vault, std::optional<Protection> state)
{
    return itemsOf(vault, state ? partOf(statesByPart, *state) : QString());
}

Route itemsRoute(const ArmId& vault, HealthStatus preCheck)
{
    return itemsOf(vault, partOf(checksByPart, preCheck));
}

std::optional<Protection> itemStateIn(const QString& part)
{
    return valueOf(statesByPart, part);
}

std::optional<HealthStatus> preCheckIn(const QString& part)
{
    return valueOf(checksByPart, part);
}

} // namespace valv::views
