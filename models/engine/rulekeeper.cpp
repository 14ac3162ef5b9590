// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/rulekeeper.h"

#include "contract/names.h"
#include "contract/resources.h"
#include "engine/alerts.h"
#include "engine/faults.h"
#include "engine/logging.h"

#include <QHash>
#include <QJsonDocument>
#include <QSqlQuery>

#include <algorithm>

namespace valv::engine {

using contract::ProtectionRule;
using contract::RulePreview;

namespace {

const QString ruleType = QStringLiteral("valvProtectionRules");

std::optional<ProtectionRule> ruleFrom(const QVariant& body)
{
    const auto rule = ProtectionRule::fromJson(QJsonDocument::fromJson(body.toString().toUtf8()).object());
    return rule ? std::optional(*rule) : std::nullopt;
}

Result<std::optional<ProtectionRule>> findRule(const Catalogue& catalogue, const VaultRecord& vault,
                                               const QString& name)
{
    const auto body = catalogue.value(QStringLiteral("SELECT body FROM protection_rules WHERE vault=? AND name_key=?"),
                                      {vault.id, keyOf(name)});
    if (!body) {
        return Fault(body.error());
    }
    return *body ? ruleFrom(**body) : std::nullopt;
}

} // namespace

Result<> saveRule(Catalogue::Writer& writer, const QString& vaultId, const ProtectionRule& rule)
{
    return done(writer.run(
        QStringLiteral("INSERT INTO protection_rules(vault, name_key, body, in_vault) VALUES(?,?,?,1)"
                       " ON CONFLICT(vault, name_key) DO UPDATE SET body=excluded.body, in_vault=1"),
        {vaultId, keyOf(rule.name), QString::fromUtf8(QJsonDocument(rule.toJson()).toJson(QJsonDocument::Compact))}));
}

Result<QList<ProtectionRule>> ruleRecords(const Catalogue& catalogue, const QString& vaultId)
{
    QList<ProtectionRule> rules;
    const auto read =
        catalogue.read(QStringLiteral("SELECT body FROM protection_rules WHERE vault=? ORDER BY name_key"), {vaultId},
                       [&rules](const QSqlQuery& row) {
                           if (auto rule = ruleFrom(row.value(0))) {
                               rules.append(std::move(*rule));
                           }
                       });
    return read ? Result<QList<ProtectionRule>>(rules) : Fault(read.error());
}

Result<QList<ProtectionRule>> RuleKeeper::list(const ArmId& id) const
{
    const auto vault = m_context.vault(id);
    return vault ? ruleRecords(*m_context.catalogue, vault->id) : Fault(vault.error());
}

Result<ProtectionRule> RuleKeeper::get(const ArmId& id) const
{
    const auto vault = m_context.vault(id);
    if (!vault) {
        return Fault(vault.error());
    }
    const auto found = findRule(*m_context.catalogue, *vault, id.value(ruleType));
    if (!found) {
        return Fault(found.error());
    }
    return *found ? Result<ProtectionRule>(**found) : objectNotFound(QStringLiteral("protection rule"), id.name());
}

Result<> RuleKeeper::check(const VaultRecord& vault, const ProtectionRule& rule) const
{
    auto violations = contract::checkProtectionRule(rule);
    if (!rule.policyName.isEmpty()) {
        const auto policy = findPolicy(*m_context.catalogue, vault, rule.policyName);
        if (!policy) {
            return Fault(policy.error());
        }
        if (!*policy) {
            violations.append({QStringLiteral("ValPolicyRequired"), {}, QStringLiteral("policy"), {}});
        }
    }
    return violations.isEmpty() ? Result<>() : invalidInput(violations);
}

Result<Written<ProtectionRule>> RuleKeeper::put(const ProtectionRule& rule, const QString& ifMatch)
{
    const std::lock_guard lock(m_context.changing);
    const auto vault = m_context.vault(rule.id);
    if (!vault) {
        return Fault(vault.error());
    }
    const auto name = rule.id.value(ruleType);
    const auto old = findRule(*m_context.catalogue, *vault, name);
    if (!old) {
        return Fault(old.error());
    }
    if (auto matched = checkMatch(ifMatch, *old ? (*old)->etag : QString(), name); !matched) {
        return Fault(matched.error());
    }
    auto next = rule;
    next.name = *old ? (*old)->name : name;
    next.id = vault->vault.id.child(ruleType, next.name);
    next.etag = m_context.newEtag();
    if (auto good = check(*vault, next); !good) {
        return Fault(good.error());
    }
    // In the vault first: a rule that is in force comes back with it.
    if (auto put = m_context.vaults->putDocument(*vault, ruleDocument(next.name), next.toJson()); !put) {
        return Fault(put.error());
    }
    const auto saved =
        m_context.catalogue->write([&](Catalogue::Writer& writer) { return saveRule(writer, vault->id, next); });
    return saved ? Result<Written<ProtectionRule>>({next, !*old}) : Fault(saved.error());
}

Result<bool> RuleKeeper::remove(const ArmId& id, const QString& ifMatch)
{
    const std::lock_guard lock(m_context.changing);
    const auto vault = m_context.vault(id);
    if (!vault) {
        return Fault(vault.error());
    }
    const auto name = id.value(ruleType);
    const auto old = findRule(*m_context.catalogue, *vault, name);
    if (!old) {
        return Fault(old.error());
    }
    if (!*old) {
        return false;
    }
    if (auto matched = checkMatch(ifMatch, (*old)->etag, name); !matched) {
        return Fault(matched.error());
    }
    if (auto removed = m_context.vaults->removeDocument(*vault, ruleDocument(name)); !removed) {
        return Fault(removed.error());
    }
    const auto gone = m_context.catalogue->write(
        QStringLiteral("DELETE FROM protection_rules WHERE vault=? AND name_key=?"), {vault->id, keyOf(name)});
    return gone ? Result<bool>(true) : Fault(gone.error());
}

Result<RulePreview> RuleKeeper::preview(const ProtectionRule& rule) const
{
    const auto vault = m_context.vault(rule.id);
    if (!vault) {
        return Fault(vault.error());
    }
    auto wanted = rule;
    wanted.name = rule.id.value(ruleType);
    if (auto good = check(*vault, wanted); !good) {
        return Fault(good.error());
    }
    const auto all = estate();
    return all ? Result<RulePreview>(matched(*vault, wanted, *all)) : Fault(all.error());
}

Result<RuleKeeper::Estate> RuleKeeper::estate() const
{
    const auto machines = m_context.inventory->list();
    const auto items = itemRecords(*m_context.catalogue);
    const auto vaults = vaultRecords(*m_context.catalogue);
    if (!machines || !items || !vaults) {
        return Fault(!machines ? machines.error() : !items ? items.error() : vaults.error());
    }
    QHash<QString, QString> vaultNames;
    for (const auto& vault : *vaults) {
        vaultNames.insert(vault.id, vault.vault.name);
    }
    Estate all;
    all.machines = machines->all();
    all.taken.reserve(items->size());
    for (const auto& item : *items) {
        all.taken.insert(item.nameKey(), vaultNames.value(item.vaultId));
    }
    return all;
}

RulePreview RuleKeeper::matched(const VaultRecord& vault, const ProtectionRule& rule, const Estate& estate)
{
    const auto region = contract::normalizedRegion(vault.vault.location);
    RulePreview preview;
    for (const auto& machine : estate.machines) {
        if (!rule.matches(machine)) {
            continue;
        }
        RulePreview::Machine shown{machine.id, machine.name, {}, {}};
        const auto key = itemKey(machine.id.resourceGroup(), machine.name);
        if (const auto holder = estate.taken.constFind(key); holder != estate.taken.constEnd()) {
            shown.reason = QStringLiteral("AlreadyProtected");
            shown.vault = holder.value();
        } else if (contract::normalizedRegion(machine.location) != region) {
            shown.reason = QStringLiteral("RegionMismatch");
        } else if (machine.problem) {
            shown.reason = QStringLiteral("VmProblem");
        }
        preview.machines.append(shown);
    }
    std::stable_sort(preview.machines.begin(), preview.machines.end(),
                     [](const auto& a, const auto& b) { return keyOf(a.name) < keyOf(b.name); });
    return preview;
}

void RuleKeeper::keepInVaults()
{
    const auto left = m_context.catalogue->value(QStringLiteral("SELECT 1 FROM protection_rules WHERE in_vault=0"));
    if (!left || !*left) {
        return;
    }
    const auto vaults = vaultRecords(*m_context.catalogue);
    for (const auto& vault : vaults.value_or(QList<VaultRecord>())) {
        if (vault.deleting || vault.isCreating()) {
            continue;
        }
        const std::lock_guard lock(m_context.changing);
        QList<ProtectionRule> rules;
        (void)m_context.catalogue->read(
            QStringLiteral("SELECT body FROM protection_rules WHERE vault=? AND in_vault=0"), {vault.id},
            [&rules](const QSqlQuery& row) {
                if (auto rule = ruleFrom(row.value(0))) {
                    rules.append(std::move(*rule));
                }
            });
        for (const auto& rule : rules) {
            auto kept = m_context.vaults->putDocument(vault, ruleDocument(rule.name), rule.toJson());
            if (kept) {
                kept = m_context.catalogue->write(
                    [&](Catalogue::Writer& writer) { return saveRule(writer, vault.id, rule); });
            }
            if (!kept) {
                qCWarning(lcEngine) << "The rule" << rule.name << "is not in its vault" << vault.vault.name
                                    << "yet:" << QString::fromStdString(kept.error().message);
                break; // the next tick tries again
            }
        }
    }
}

void RuleKeeper::apply()
{
    std::optional<Estate> all; // not read at all where there is no rule
    const auto vaults = vaultRecords(*m_context.catalogue);
    for (const auto& vault : vaults.value_or(QList<VaultRecord>())) {
        if (vault.deleting) {
            continue;
        }
        const auto rules = ruleRecords(*m_context.catalogue, vault.id);
        for (const auto& rule : rules.value_or(QList<ProtectionRule>())) {
            if (!rule.enabled || !check(vault, rule)) {
                continue; // its policy is gone: then it protects nothing
            }
            if (!all) {
                auto read = estate();
                if (!read) {
                    return;
                }
                all = std::move(*read);
            }
            for (const auto& machine : matched(vault, rule, *all).machines) {
                if (machine.reason.isEmpty() && protect(vault, rule, machine)) {
                    all->taken.insert(itemKey(machine.id.resourceGroup(), machine.name), vault.vault.name);
                }
            }
        }
    }
}

bool RuleKeeper::protect(const VaultRecord& vault, const ProtectionRule& rule, const RulePreview::Machine& machine)
{
    const contract::VmName name{machine.id.resourceGroup(), machine.name};
    contract::ProtectRequest request;
    request.sourceResourceId = machine.id;
    request.policyId = vault.vault.id.child(QStringLiteral("backupPolicies"), rule.policyName);
    const auto accepted = m_protection.change(contract::itemId(vault.vault.id, name), request);
    if (!accepted) {
        qCWarning(lcEngine) << "The rule" << rule.name << "could not protect" << machine.name << ":"
                            << QString::fromStdString(accepted.error().message);
        return false;
    }
    qCInfo(lcEngine) << "The rule" << rule.name << "protected" << machine.name;
    const auto item = findItem(*m_context.catalogue, vault.id, itemKey(name.resourceGroup, name.vm));
    if (!item || !*item) {
        return true;
    }
    (void)m_context.catalogue->write([&](Catalogue::Writer& writer) {
        return raiseAlert(m_context, writer,
                          {alert::machineAdded,
                           &vault,
                           &**item,
                           accepted->jobId,
                           {{QStringLiteral("rule"), rule.name}, {QStringLiteral("policy"), rule.policyName}}});
    });
    return true;
}

} // namespace valv::engine
