// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/protectionrulesclient.h"

#include "client/requests_p.h"

namespace valv::client {

using contract::Method;
using contract::ProtectionRule;

QFuture<Result<QList<ProtectionRule>>> ProtectionRulesClient::list(const ArmId& vault)
{
    return allPages<ProtectionRule>(m_pipeline,
                                    target(vault.text() + QStringLiteral("/valvProtectionRules"), versions::backup));
}

QFuture<Result<ProtectionRule>> ProtectionRulesClient::put(const ProtectionRule& rule)
{
    return ask<ProtectionRule>(
        m_pipeline, ifMatch(request(Method::Put, target(rule.id, versions::backup), rule.toJson()), rule.etag));
}

QFuture<Result<Outcome>> ProtectionRulesClient::remove(const ArmId& id)
{
    return perform(m_pipeline, request(Method::Delete, target(id, versions::backup)));
}

QFuture<Result<contract::RulePreview>> ProtectionRulesClient::preview(const ProtectionRule& rule)
{
    const QString path = rule.id.text() + QStringLiteral("/preview");
    return ask<contract::RulePreview>(m_pipeline, request(Method::Post, target(path, versions::backup), rule.toJson()));
}

ArmId ProtectionRulesClient::idOf(const ArmId& vault, const QString& name)
{
    return vault.child(QStringLiteral("valvProtectionRules"), name);
}

} // namespace valv::client
