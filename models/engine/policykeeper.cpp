// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/policykeeper.h"

#include "contract/names.h"
#include "contract/rules.h"
#include "engine/alerts.h"
#include "engine/expirypreview.h"
#include "engine/faults.h"
#include "engine/immutability.h"
#include "engine/rulekeeper.h"

#include <utility>

namespace valv::engine {

namespace {

bool sameSchedule(const BackupPolicy& a, const BackupPolicy& b)
{
    return a.frequency == b.frequency && a.runDays == b.runDays && a.runTime == b.runTime && a.hourly == b.hourly
        && a.timeZone == b.timeZone;
}

} // namespace

Result<QList<BackupPolicy>> PolicyKeeper::list(const ArmId& vault) const
{
    const auto record = m_context.vault(vault);
    if (!record) {
        return Fault(record.error());
    }
    const auto records = policyRecords(*m_context.catalogue, *record);
    if (!records) {
        return Fault(records.error());
    }
    QList<BackupPolicy> all;
    for (const auto& policy : *records) {
        all.append(policy.policy);
    }
    return all;
}

Result<PolicyRecord> PolicyKeeper::get(const ArmId& id) const
{
    const auto vault = m_context.vault(id);
    if (!vault) {
        return Fault(vault.error());
    }
    auto found = findPolicy(*m_context.catalogue, *vault, id.value(u"backupPolicies"));
    if (!found) {
        return Fault(found.error());
    }
    if (!*found) {
        return objectNotFound(QStringLiteral("policy"), id.value(u"backupPolicies"));
    }
    return **found;
}

Result<Written<PolicyRecord>> PolicyKeeper::put(const BackupPolicy& policy, const QString& ifMatch)
{
    const std::lock_guard lock(m_context.changing);
    const auto vault = m_context.vault(policy.id);
    if (!vault) {
        return Fault(vault.error());
    }
    const auto name = policy.id.value(u"backupPolicies");
    auto old = findPolicy(*m_context.catalogue, *vault, name);
    if (!old) {
        return Fault(old.error());
    }
    if (!*old && !ifMatch.isEmpty()) {
        return preconditionFailed(name);
    }
    if (*old) {
        if (auto matched = checkMatch(ifMatch, (*old)->etag, name); !matched) {
            return Fault(matched.error());
        }
    }
    PolicyRecord next;
    next.vaultId = vault->id;
    next.policy = policy;
    next.policy.name = *old ? (*old)->policy.name : name;
    next.policy.id = vault->vault.id.child(QStringLiteral("backupPolicies"), next.policy.name);
    next.policy.protectedItems = *old ? (*old)->policy.protectedItems : 0;
    auto violations = contract::checkPolicy(next.policy);
    if (!*old) { // an older name that no longer fits must still be editable
        if (auto named = contract::checkPolicyName(name)) {
            const bool told = violations.contains(*named);
            if (!told) {
                violations.prepend(*named);
            }
        }
    }
    if (!violations.isEmpty()) {
        return invalidPolicy(violations);
    }
    if (!*old) {
        const auto all = policyRecords(*m_context.catalogue, *vault);
        if (!all) {
            return Fault(all.error());
        }
        if (const int limit = m_context.capacity.policies; all->size() >= limit) {
            return fault(QStringLiteral("PolicyLimitReached"),
                         QStringLiteral("The vault has reached its limit of %1 policies.").arg(limit), name,
                         QStringLiteral("Delete policies that are not used."));
        }
    }
    if (*old) {
        const auto items = itemRecords(*m_context.catalogue, vault->id);
        for (const auto& item : items.value_or(QList<ItemRecord>())) {
            if (item.policyKey != keyOf(next.policy.name)) {
                continue;
            }
            if (auto kept = engine::checkPolicy(m_context, *vault, item, next.policy); !kept) {
                return Fault(kept.error());
            }
        }
    }
    next.etag = m_context.newEtag();
    next.changed = *old && sameSchedule((*old)->policy, next.policy) ? (*old)->changed : m_context.now();
    const auto expiring = *old ? expiryByPolicy(m_context, *vault, next.policy, false)
                               : Result<contract::ExpiryPreview>(contract::ExpiryPreview());
    if (!expiring) {
        return Fault(expiring.error());
    }
    if (auto put = m_context.vaults->putDocument(*vault, policyDocument(next.policy.name), next.policy.toJson());
        !put) {
        return Fault(put.error());
    }
    auto saved = m_context.catalogue->write([&](Catalogue::Writer& writer) -> Result<> {
        if (auto done = savePolicy(writer, next); !done || expiring->expiring() == 0) {
            return done;
        }
        return raiseAlert(m_context, writer,
                          {alert::policyShortened,
                           &*vault,
                           nullptr,
                           {},
                           {{QStringLiteral("policy"), next.policy.name},
                            {QStringLiteral("points"), QString::number(expiring->expiring())}}});
    });
    if (!saved) {
        return Fault(saved.error());
    }
    return Written<PolicyRecord>{next, !*old};
}

Result<contract::ExpiryPreview> PolicyKeeper::preview(const BackupPolicy& policy, bool bytes) const
{
    const auto vault = m_context.vault(policy.id);
    if (!vault) {
        return Fault(vault.error());
    }
    auto wanted = policy;
    wanted.name = policy.id.value(u"backupPolicies");
    if (const auto violations = contract::checkPolicy(wanted); !violations.isEmpty()) {
        return invalidPolicy(violations);
    }
    return expiryByPolicy(m_context, *vault, wanted, bytes);
}

//! Refuses with what uses the policy, item by item and rule by rule.
Result<> PolicyKeeper::checkUnused(const VaultRecord& vault, const QString& name) const
{
    const auto items = itemRecords(*m_context.catalogue, vault.id);
    const auto rules = ruleRecords(*m_context.catalogue, vault.id);
    if (!items || !rules) {
        return Fault(!items ? items.error() : rules.error());
    }
    QStringList names;
    QList<ArmId> itemIds;
    for (const auto& item : *items) {
        if (item.policyKey == keyOf(name)) {
            names.append(item.vmName);
            itemIds.append(contract::itemId(vault.vault.id, {item.group, item.vmName}));
        }
    }
    QList<ArmId> ruleIds;
    for (const auto& rule : *rules) {
        if (keyOf(rule.policyName) == keyOf(name)) { // one that is off as well: it would never protect anything again
            names.append(rule.name);
            ruleIds.append(rule.id);
        }
    }
    if (names.isEmpty()) {
        return {};
    }
    std::vector<Error> details;
    const auto many = [](const char* words, qsizetype count) { return QString::fromLatin1(words).arg(count); };
    for (const auto& id : std::as_const(itemIds)) {
        const auto words = many("The policy is used by %1 item(s) and cannot be deleted.", itemIds.size());
        details.push_back({"PolicyInUse", words.toStdString(), id.text().toStdString(), {}, {}});
    }
    for (const auto& id : std::as_const(ruleIds)) {
        const auto words = many("The policy is used by %1 protection rule(s) and cannot be deleted.", ruleIds.size());
        details.push_back({"PolicyInUseByRule", words.toStdString(), id.text().toStdString(), {}, {}});
    }
    auto refusal =
        fault(QStringLiteral("BMSUserErrorPolicyObjectInUse"),
              QStringLiteral("The policy '%1' is used by backup items or protection rules and cannot be deleted: %2.")
                  .arg(name, names.join(QStringLiteral(", "))),
              name, QStringLiteral("Choose another policy for them first."));
    refusal.value().details = std::move(details);
    return refusal;
}

Result<bool> PolicyKeeper::remove(const ArmId& id, const QString& ifMatch)
{
    const std::lock_guard lock(m_context.changing);
    const auto vault = m_context.vault(id);
    if (!vault) {
        return Fault(vault.error());
    }
    auto old = findPolicy(*m_context.catalogue, *vault, id.value(u"backupPolicies"));
    if (!old) {
        return Fault(old.error());
    }
    if (!*old) {
        return false;
    }
    const auto& name = (*old)->policy.name;
    if (auto matched = checkMatch(ifMatch, (*old)->etag, name); !matched) {
        return Fault(matched.error());
    }
    if (auto unused = checkUnused(*vault, name); !unused) {
        return Fault(unused.error());
    }
    if (auto removed = m_context.vaults->removeDocument(*vault, policyDocument(name)); !removed) {
        return Fault(removed.error());
    }
    auto gone = m_context.catalogue->write(QStringLiteral("DELETE FROM policies WHERE vault=? AND name_key=?"),
                                           {vault->id, keyOf(name)});
    return gone ? Result<bool>(true) : Fault(gone.error());
}

} // namespace valv::engine
