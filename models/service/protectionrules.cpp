// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/errors.h"
#include "service/lookup.h"
#include "service/paging.h"
#include "service/routes.h"

// {vault}/valvProtectionRules: machines that protect themselves. Source: docs/wire-extensions.md.
namespace valv::service {
namespace {

using contract::Method;
using contract::ProtectionRule;

ArmId ruleId(const Call& call)
{
    return call.vault().child(QStringLiteral("valvProtectionRules"), call.parameter(u"rule"));
}

Answer ruleAnswer(const ProtectionRule& rule, int status)
{
    auto answer = json(status, rule.toJson());
    setHeader(answer, "ETag", rule.etag.toUtf8());
    return answer;
}

//! The rule in the body, under the name in the path.
Result<ProtectionRule> ruleIn(const Call& call)
{
    const auto body = call.body();
    if (!body) {
        return tl::unexpected(body.error());
    }
    if (const auto vault = findVault(call); !vault) {
        return tl::unexpected(vault.error());
    }
    auto rule = ProtectionRule::fromJson(*body);
    if (rule) {
        rule->id = ruleId(call);
        rule->name = call.parameter(u"rule");
    }
    return rule;
}

Result<Answer> listRules(const Call& call)
{
    if (const auto vault = findVault(call); !vault) {
        return tl::unexpected(vault.error());
    }
    const auto rules = call.engine().protectionRules(call.vault());
    if (!rules) {
        return tl::unexpected(rules.error());
    }
    return page(
        call, *rules, backupPageSize, [](const ProtectionRule& r) { return r.name; },
        [](const ProtectionRule& r) { return r.toJson(); });
}

Result<Answer> getRule(const Call& call)
{
    if (const auto vault = findVault(call); !vault) {
        return tl::unexpected(vault.error());
    }
    const auto rule = call.engine().protectionRule(ruleId(call));
    if (!rule && statusOf(rule.error().code) == 404) {
        return tl::unexpected(objectNotFound(QStringLiteral("Protection rule '%1'").arg(call.parameter(u"rule"))));
    }
    return rule ? Result<Answer>(ruleAnswer(*rule, 200)) : tl::unexpected(rule.error());
}

Result<Answer> putRule(const Call& call)
{
    const auto rule = ruleIn(call);
    if (!rule) {
        return tl::unexpected(rule.error());
    }
    const auto written = call.engine().putProtectionRule(*rule, call.ifMatch());
    return written ? Result<Answer>(ruleAnswer(written->value, written->created ? 201 : 200))
                   : tl::unexpected(written.error());
}

Result<Answer> deleteRule(const Call& call)
{
    if (const auto vault = findVault(call); !vault) {
        return tl::unexpected(vault.error());
    }
    const auto removed = call.engine().deleteProtectionRule(ruleId(call), call.ifMatch());
    return removed ? Result<Answer>(empty(*removed ? 200 : 204)) : tl::unexpected(removed.error());
}

Result<Answer> previewRule(const Call& call)
{
    const auto rule = ruleIn(call);
    if (!rule) {
        return tl::unexpected(rule.error());
    }
    const auto preview = call.engine().previewProtectionRule(*rule);
    return preview ? Result<Answer>(json(200, preview->toJson())) : tl::unexpected(preview.error());
}

} // namespace

std::vector<Route> protectionRuleRoutes()
{
    const QString all = vaultPath() + QStringLiteral("/valvProtectionRules");
    const QString one = all + QStringLiteral("/{rule}");
    return {
        {Method::Get, all, listRules},
        {Method::Get, one, getRule},
        {Method::Put, one, putRule},
        {Method::Delete, one, deleteRule},
        {Method::Post, one + QStringLiteral("/preview"), previewRule},
    };
}

} // namespace valv::service
