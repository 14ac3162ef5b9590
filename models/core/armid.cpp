// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/armid.h"

#include <QStringList>

#include <algorithm>

namespace valv {

ArmId::ArmId(std::vector<std::pair<QString, QString>> segments)
    : m_segments(std::move(segments))
{
    for (const auto& [type, name] : m_segments) {
        m_text += QLatin1Char('/') + type + QLatin1Char('/') + name;
    }
    m_key = m_text.toCaseFolded();
}

std::optional<ArmId> ArmId::parse(QStringView text)
{
    if (text.startsWith(u"https://", Qt::CaseInsensitive)) {
        const auto slash = text.indexOf(u'/', 8);
        if (slash < 0) {
            return std::nullopt;
        }
        text = text.mid(slash);
    }
    if (!text.startsWith(u'/')) {
        return std::nullopt;
    }
    const auto parts = text.split(u'/', Qt::SkipEmptyParts);
    if (parts.isEmpty() || parts.size() % 2 != 0 || parts.front().compare(u"subscriptions", Qt::CaseInsensitive) != 0) {
        return std::nullopt;
    }
    std::vector<std::pair<QString, QString>> segments;
    for (qsizetype i = 0; i < parts.size(); i += 2) {
        segments.emplace_back(parts[i].toString(), parts[i + 1].toString());
    }
    return ArmId(std::move(segments));
}

ArmId ArmId::subscription(const QString& subscriptionId)
{
    return ArmId({ { QStringLiteral("subscriptions"), subscriptionId } });
}

ArmId ArmId::resourceGroup(const QString& subscriptionId, const QString& group)
{
    return subscription(subscriptionId).child(QStringLiteral("resourceGroups"), group);
}

ArmId ArmId::vault(const QString& subscriptionId, const QString& group, const QString& vault)
{
    return resourceGroup(subscriptionId, group)
        .child(QStringLiteral("providers"), QStringLiteral("Microsoft.RecoveryServices"))
        .child(QStringLiteral("vaults"), vault);
}

ArmId ArmId::virtualMachine(const QString& subscriptionId, const QString& group, const QString& vm)
{
    return resourceGroup(subscriptionId, group)
        .child(QStringLiteral("providers"), QStringLiteral("Microsoft.Compute"))
        .child(QStringLiteral("virtualMachines"), vm);
}

QString ArmId::value(QStringView type) const
{
    const auto found = std::find_if(m_segments.begin(), m_segments.end(),
                                    [type](const auto& s) { return s.first.compare(type, Qt::CaseInsensitive) == 0; });
    return found == m_segments.end() ? QString() : found->second;
}

QString ArmId::name() const
{
    return m_segments.empty() ? QString() : m_segments.back().second;
}

ArmId ArmId::parent() const
{
    if (m_segments.empty()) {
        return {};
    }
    auto segments = m_segments;
    segments.pop_back();
    if (!segments.empty() && segments.back().first.compare(u"providers", Qt::CaseInsensitive) == 0) {
        segments.pop_back();
    }
    return ArmId(std::move(segments));
}

ArmId ArmId::child(const QString& type, const QString& name) const
{
    auto segments = m_segments;
    segments.emplace_back(type, name);
    return ArmId(std::move(segments));
}

ArmId ArmId::vaultId() const
{
    const auto found = std::find_if(m_segments.begin(), m_segments.end(),
                                    [](const auto& s) { return s.first.compare(u"vaults", Qt::CaseInsensitive) == 0; });
    return found == m_segments.end() ? ArmId() : ArmId({ m_segments.begin(), found + 1 });
}

} // namespace valv
