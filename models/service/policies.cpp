// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/rules.h"
#include "service/errors.h"
#include "service/lookup.h"
#include "service/paging.h"
#include "service/routes.h"

namespace valv::service {
namespace {

using contract::BackupPolicy;
using contract::Method;

Error policyNotFound(const Call& call)
{
    return objectNotFound(QStringLiteral("Backup policy '%1'").arg(call.parameter(u"policy")));
}

//! \brief All that is wrong with a policy under the one code that clients look for.
Error invalidPolicy(const QList<contract::Violation>& broken)
{
    auto error =
        problem("BMSUserErrorInvalidPolicyInput",
                QStringLiteral("Input for create or update policy is not in proper format\r\nPlease check format of "
                               "parameters like schedule time, schedule days, retention time and retention days "));
    for (const auto& violation : broken) {
        error.details.push_back(
            problem(violation.code.toUtf8().constData(), contract::inEnglish(violation), violation.field));
    }
    return error;
}

//! Policies have no etag member in bodies; theirs is made of what the body says, the read-only count of items aside.
QString etagOf(const BackupPolicy& policy)
{
    auto body = policy.toJson();
    auto properties = body.value(QLatin1String("properties")).toObject();
    properties.remove(QLatin1String("protectedItemsCount"));
    body.insert(QLatin1String("properties"), properties);
    return contentEtag(body);
}

Answer policyAnswer(const BackupPolicy& policy)
{
    auto answer = json(200, policy.toJson());
    setHeader(answer, "ETag", etagOf(policy).toUtf8());
    return answer;
}

//! Error PreconditionFailed when If-Match names another state than the policy's. Under Call::writing().
Result<void> checkMatch(const Call& call, const Result<BackupPolicy>& known)
{
    const auto wanted = call.ifMatch();
    if (wanted.isEmpty() || (known && (wanted == QLatin1String("*") || wanted == etagOf(*known)))) {
        return {};
    }
    return tl::unexpected(
        problem("PreconditionFailed",
                QStringLiteral("The condition '%1' in the If-Match header was not satisfied. The policy was changed "
                               "or removed since it was read.")
                    .arg(wanted)));
}

Result<Answer> listPolicies(const Call& call)
{
    const auto filter = call.filter();
    if (!filter) {
        return tl::unexpected(filter.error());
    }
    if (const auto vault = findVault(call); !vault) {
        return tl::unexpected(vault.error());
    }
    auto policies = call.engine().policies(call.vault());
    if (!policies) {
        return tl::unexpected(policies.error());
    }
    if (!acceptsVms(*filter) || !accepts(*filter, QStringLiteral("workloadType"), QStringLiteral("VM"))) {
        policies->clear();
    }
    sortBy(*policies, [](const BackupPolicy& p) { return p.name; });
    return page(
        call, *policies, backupPageSize, [](const BackupPolicy& p) { return p.name; },
        [](const BackupPolicy& p) { return p.toJson(); });
}

Result<Answer> getPolicy(const Call& call)
{
    const auto policy = call.engine().policy(call.policy());
    if (!policy && statusOf(policy.error().code) == 404) {
        if (const auto vault = findVault(call); !vault) {
            return tl::unexpected(vault.error());
        }
        return tl::unexpected(policyNotFound(call));
    }
    return policy ? Result<Answer>(policyAnswer(*policy)) : tl::unexpected(policy.error());
}

//! The policy in the body, under the name in the path.
Result<BackupPolicy> policyIn(const Call& call)
{
    const auto body = call.body();
    if (!body) {
        return tl::unexpected(body.error());
    }
    if (const auto vault = findVault(call); !vault) {
        return tl::unexpected(vault.error());
    }
    auto policy = BackupPolicy::fromJson(*body);
    if (!policy) {
        return tl::unexpected(policy.error());
    }
    policy->id = call.policy();
    policy->name = call.parameter(u"policy");
    return policy;
}

Result<Answer> previewPolicy(const Call& call)
{
    const auto policy = policyIn(call);
    if (!policy) {
        return tl::unexpected(policy.error());
    }
    if (const auto broken = contract::checkPolicy(*policy); !broken.isEmpty()) {
        return tl::unexpected(invalidPolicy(broken));
    }
    const auto preview = call.engine().previewPolicy(*policy, asksForBytes(call));
    return preview ? Result<Answer>(json(200, preview->toJson())) : tl::unexpected(preview.error());
}

Result<Answer> putPolicy(const Call& call)
{
    const auto policy = policyIn(call);
    if (!policy) {
        return tl::unexpected(policy.error());
    }
    auto broken = contract::checkPolicy(*policy);
    const auto writing = call.writing();
    const auto known = call.engine().policy(call.policy());
    if (!known) {
        if (const auto badName = contract::checkPolicyName(policy->name)) {
            broken.prepend(*badName);
        }
    }
    if (!broken.isEmpty()) {
        return tl::unexpected(invalidPolicy(broken));
    }
    if (const auto match = checkMatch(call, known); !match) {
        return tl::unexpected(match.error());
    }
    if (known && call.onlyNew()) {
        return tl::unexpected(
            nameTaken("ValPolicyNameTaken", QStringLiteral("There is already a policy with this name in the vault.")));
    }
    const auto written = call.engine().putPolicy(*policy, QString());
    return written ? Result<Answer>(policyAnswer(written->value)) : tl::unexpected(written.error());
}

Result<Answer> deletePolicy(const Call& call)
{
    if (const auto vault = findVault(call); !vault) {
        return tl::unexpected(vault.error());
    }
    const auto writing = call.writing();
    const auto known = call.engine().policy(call.policy());
    if (!known && statusOf(known.error().code) == 404 && call.ifMatch().isEmpty()) {
        return empty(204);
    }
    if (const auto match = checkMatch(call, known); !match) {
        return tl::unexpected(match.error());
    }
    const auto done = call.engine().deletePolicy(call.policy(), QString());
    return done ? Result<Answer>(empty(*done ? 200 : 204)) : tl::unexpected(done.error());
}

} // namespace

std::vector<Route> policyRoutes()
{
    const QString all = vaultPath() + QStringLiteral("/backupPolicies");
    const QString one = all + QStringLiteral("/{policy}");
    return {
        {Method::Get, all, listPolicies},
        {Method::Get, one, getPolicy},
        {Method::Put, one, putPolicy},
        {Method::Delete, one, deletePolicy},
        {Method::Post, one + QStringLiteral("/valv/preview"), previewPolicy},
    };
}

} // namespace valv::service
