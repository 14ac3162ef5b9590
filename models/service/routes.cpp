// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/routes.h"

namespace valv::service {
namespace {

bool isVariable(const QString& segment)
{
    return segment.startsWith(QLatin1Char('{'));
}

bool matches(const QStringList& pattern, const QStringList& segments)
{
    if (pattern.size() != segments.size()) {
        return false;
    }
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (!isVariable(pattern[i]) && pattern[i].compare(segments[i], Qt::CaseInsensitive) != 0) {
            return false;
        }
    }
    return true;
}

} // namespace

QString subscriptionPath()
{
    return QStringLiteral("/subscriptions/{s}");
}

QString groupPath()
{
    return subscriptionPath() + QStringLiteral("/resourceGroups/{rg}");
}

QString vaultPath()
{
    return groupPath() + QStringLiteral("/providers/Microsoft.RecoveryServices/vaults/{vault}");
}

QString itemPath()
{
    return vaultPath() + QStringLiteral("/backupFabrics/Azure/protectionContainers/{container}/protectedItems/{item}");
}

RouteTable::RouteTable()
{
    for (const auto& routes : {resourceRoutes(), storageRoutes(), computeRoutes(), vaultRoutes(), policyRoutes(),
                               itemRoutes(), protectabilityRoutes(), protectionRuleRoutes(), recoveryPointRoutes(),
                               jobRoutes(), alertRoutes(), operationRoutes(), lockRoutes()}) {
        for (const auto& route : routes) {
            m_entries.push_back(
                {route.method, route.pattern.split(QLatin1Char('/'), Qt::SkipEmptyParts), route.handler});
        }
    }
}

RouteTable::Match RouteTable::find(contract::Method method, const QStringList& segments) const
{
    Match match;
    for (const auto& entry : m_entries) {
        if (!matches(entry.segments, segments)) {
            continue;
        }
        match.pathKnown = true;
        if (entry.method != method) {
            continue;
        }
        match.handler = entry.handler;
        for (qsizetype i = 0; i < segments.size(); ++i) {
            if (isVariable(entry.segments[i])) {
                match.parameters.emplace_back(entry.segments[i].mid(1, entry.segments[i].size() - 2), segments[i]);
            }
        }
        break;
    }
    return match;
}

} // namespace valv::service
