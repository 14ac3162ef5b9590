// SPDX-License-Identifier: GPL-3.0-or-later
#include "frame/itemroutes.h"

#include <algorithm>
#include <array>
#include <utility>

namespace valv::views {

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

} // namespace

Route itemsRoute(const ArmId& vault, std::optional<Protection> state)
{
    const auto found = std::find_if(statesByPart.begin(), statesByPart.end(),
                                    [&state](const auto& part) { return state && part.second == *state; });
    return {QStringLiteral("items"), vault.text(), found == statesByPart.end() ? QString() : QString(found->first)};
}

std::optional<Protection> itemStateIn(const QString& part)
{
    const auto found = std::find_if(statesByPart.begin(), statesByPart.end(),
                                    [&part](const auto& known) { return known.first == part; });
    return found == statesByPart.end() ? std::nullopt : std::optional(found->second);
}

} // namespace valv::views
