// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/protectionrule.h"

#include "contract/json_p.h"

#include <algorithm>

namespace valv::contract {
namespace {

constexpr QLatin1String conditionsKey("conditions");

//! * any characters, ? one. Linear in what matters: after the last * only one way back is needed.
bool fitsPattern(const QString& pattern, const QString& text)
{
    qsizetype p = 0;
    qsizetype t = 0;
    qsizetype star = -1;
    qsizetype back = 0;
    while (t < text.size()) {
        if (p < pattern.size() && (pattern[p] == QLatin1Char('?') || pattern[p] == text[t])) {
            ++p;
            ++t;
        } else if (p < pattern.size() && pattern[p] == QLatin1Char('*')) {
            star = p++;
            back = t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++back;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == QLatin1Char('*')) {
        ++p;
    }
    return p == pattern.size();
}

bool hasTag(const VirtualMachine& machine, const QString& name, const QString& value)
{
    for (auto it = machine.tags.begin(); it != machine.tags.end(); ++it) {
        if (it.key().compare(name, Qt::CaseInsensitive) == 0) {
            return value.isEmpty() || it.value() == value;
        }
    }
    return false;
}

} // namespace

bool ProtectionRule::matches(const VirtualMachine& machine) const
{
    if (!namePattern.isEmpty() && !fitsPattern(namePattern.toCaseFolded(), machine.name.toCaseFolded())) {
        return false;
    }
    if (!resourceGroup.isEmpty() && machine.id.resourceGroup().compare(resourceGroup, Qt::CaseInsensitive) != 0) {
        return false;
    }
    for (auto it = tags.begin(); it != tags.end(); ++it) {
        if (!hasTag(machine, it.key(), it.value())) {
            return false;
        }
    }
    return true;
}

Result<ProtectionRule> ProtectionRule::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    const auto p = reader.in(propertiesKey);
    const auto conditions = p.in(conditionsKey);
    ProtectionRule rule;
    rule.id = reader.id(QLatin1String("id"));
    rule.name = reader.text(QLatin1String("name"));
    if (rule.name.isEmpty()) {
        rule.name = rule.id.value(u"valvProtectionRules");
    }
    rule.etag = reader.text(QLatin1String("etag"));
    rule.enabled = p.flag(QLatin1String("enabled"), true);
    rule.policyName = p.text(QLatin1String("policyName"));
    rule.namePattern = conditions.text(QLatin1String("namePattern"));
    rule.resourceGroup = conditions.text(QLatin1String("resourceGroup"));
    rule.tags = conditions.map(QLatin1String("tags"));
    rule.raw = json;
    return checked(reader, rule);
}

QJsonObject ProtectionRule::toJson() const
{
    Writer writer(raw);
    Writer p(writer.child(propertiesKey));
    const auto conditions = Writer(p.child(conditionsKey))
                                .text(QLatin1String("namePattern"), namePattern)
                                .text(QLatin1String("resourceGroup"), resourceGroup)
                                .map(QLatin1String("tags"), tags)
                                .done();
    p.flag(QLatin1String("enabled"), enabled)
        .text(QLatin1String("policyName"), policyName)
        .object(conditionsKey, conditions);
    return writer.id(QLatin1String("id"), id)
        .text(QLatin1String("name"), name)
        .text(QLatin1String("etag"), etag)
        .otherwise(QLatin1String("type"), QStringLiteral("Microsoft.RecoveryServices/vaults/valvProtectionRules"))
        .object(propertiesKey, p.done())
        .done();
}

QList<Violation> checkProtectionRule(const ProtectionRule& rule)
{
    QList<Violation> found;
    if (auto name = checkPolicyName(rule.name)) {
        if (name->code == QLatin1String("ValPolicyNameRequired")) {
            name->code = QStringLiteral("ValRuleNameRequired");
        }
        found.append(*name);
    }
    if (rule.policyName.isEmpty()) {
        found.append({QStringLiteral("ValPolicyRequired"), {}, QStringLiteral("policy"), {}});
    }
    if (rule.namePattern.isEmpty() && rule.resourceGroup.isEmpty() && rule.tags.isEmpty()) {
        found.append({QStringLiteral("ValRuleCondition"), {}, QStringLiteral("condition"), {}});
    }
    return found;
}

int RulePreview::protectedNow() const
{
    return static_cast<int>(std::count_if(machines.begin(), machines.end(),
                                          [](const Machine& machine) { return machine.reason.isEmpty(); }));
}

Result<RulePreview> RulePreview::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    RulePreview preview;
    const auto machines = reader.in(propertiesKey).list(QLatin1String("machines"));
    for (const auto& machine : machines) {
        preview.machines.append({machine.id(QLatin1String("id")), machine.text(QLatin1String("name")),
                                 machine.text(QLatin1String("reason")), machine.text(QLatin1String("vault"))});
    }
    return checked(reader, preview);
}

QJsonObject RulePreview::toJson() const
{
    QJsonArray all;
    for (const auto& machine : machines) {
        all.append(Writer()
                       .id(QLatin1String("id"), machine.id)
                       .text(QLatin1String("name"), machine.name)
                       .text(QLatin1String("reason"), machine.reason)
                       .text(QLatin1String("vault"), machine.vault)
                       .done());
    }
    const QJsonObject p{{QLatin1String("protectedNow"), protectedNow()}, {QLatin1String("machines"), all}};
    return {{propertiesKey, p}};
}

} // namespace valv::contract
