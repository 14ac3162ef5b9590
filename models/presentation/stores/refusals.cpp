// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/refusals.h"

#include "contract/access.h"

#include <array>
#include <optional>

namespace valv::presentation {

namespace {

struct Rule
{
    Deed deed;
    const char* action;
    const char* role; //!< the least that allows it. Source: flows.md J; of locks: Azure's built-in roles
};

constexpr const char* owner = QT_TRANSLATE_NOOP("valv::presentation::Refusals", "Owner");
constexpr const char* contributor = QT_TRANSLATE_NOOP("valv::presentation::Refusals", "Contributor");
constexpr const char* backupContributor = QT_TRANSLATE_NOOP("valv::presentation::Refusals", "Backup Contributor");
constexpr const char* backupOperator = QT_TRANSLATE_NOOP("valv::presentation::Refusals", "Backup Operator");

#define VALV_VAULTS "microsoft.recoveryservices/vaults"
#define VALV_ITEMS VALV_VAULTS "/backupfabrics/protectioncontainers/protecteditems"
constexpr const char* makeVault = "make a vault"; //!< the same action as changing one, but of a group
constexpr std::array rules{
    Rule{Deed::BackUp, VALV_ITEMS "/backup/action", backupOperator},
    Rule{Deed::Restore, VALV_ITEMS "/recoverypoints/restore/action", backupOperator},
    Rule{Deed::Enable, VALV_ITEMS "/write", backupOperator},
    Rule{Deed::ChangeItem, VALV_ITEMS "/write", backupContributor},
    Rule{Deed::DeleteData, VALV_ITEMS "/delete", backupContributor},
    Rule{Deed::KeepPoint, VALV_ITEMS "/recoverypoints/write", backupContributor},
    Rule{Deed::DeletePoint, VALV_ITEMS "/recoverypoints/delete", backupContributor},
    Rule{Deed::CancelJob, VALV_VAULTS "/backupjobs/cancel/action", backupOperator},
    Rule{Deed::SavePolicy, VALV_VAULTS "/backuppolicies/write", backupContributor},
    Rule{Deed::DeletePolicy, VALV_VAULTS "/backuppolicies/delete", backupContributor},
    Rule{Deed::CreateVault, makeVault, backupContributor},
    Rule{Deed::ChangeVault, VALV_VAULTS "/write", backupContributor},
    Rule{Deed::ConfigureStorage, VALV_VAULTS "/backupstorageconfig/write", backupContributor},
    Rule{Deed::DeleteVault, VALV_VAULTS "/delete", contributor},
    Rule{Deed::AddLock, "microsoft.authorization/locks/write", owner},
    Rule{Deed::DeleteLock, "microsoft.authorization/locks/delete", owner},
    Rule{Deed::SaveRule, VALV_VAULTS "/valvprotectionrules/write", backupContributor},
    Rule{Deed::DeleteRule, VALV_VAULTS "/valvprotectionrules/delete", backupContributor},
};
#undef VALV_ITEMS
#undef VALV_VAULTS

const Rule& ruleOf(Deed deed)
{
    return rules.at(static_cast<std::size_t>(deed));
}

//! What a role for it is given on: the vault that it is in, or else the resource group.
ArmId scopeOf(const ArmId& resource)
{
    const auto vault = resource.vaultId();
    return vault.isEmpty() ? ArmId::resourceGroup(resource.subscriptionId(), resource.resourceGroup()) : vault;
}

//! The action, and what it is refused for; a vault that is put is made: one that stands is patched.
std::optional<std::pair<QString, ArmId>> askedFor(contract::Method method, const QString& target)
{
    const auto action = contract::accessAction(method, target);
    if (!action || action->resource.resourceGroup().isEmpty()) {
        return std::nullopt;
    }
    const auto scope = scopeOf(action->resource);
    if (method == contract::Method::Put && action->resource == scope) {
        return std::pair(QString::fromLatin1(makeVault),
                         ArmId::resourceGroup(scope.subscriptionId(), scope.resourceGroup()));
    }
    return std::pair(action->name, scope);
}

} // namespace

void Refusals::note(contract::Method method, const QString& target, bool allowed)
{
    if (allowed && m_refused.isEmpty()) {
        return; // as nearly always
    }
    const auto asked = askedFor(method, target);
    if (!asked || m_refused.contains(*asked) != allowed) {
        return;
    }
    if (allowed) {
        m_refused.remove(*asked);
    } else {
        m_refused.insert(*asked);
    }
    Q_EMIT changed();
}

void Refusals::forget()
{
    if (!m_refused.isEmpty()) {
        m_refused.clear();
        Q_EMIT changed();
    }
}

Availability Refusals::can(Deed deed, const ArmId& on) const
{
    const auto& rule = ruleOf(deed);
    const auto scope = scopeOf(on);
    return m_refused.contains({QString::fromLatin1(rule.action), scope})
        ? Availability::no(QStringLiteral("CommandForbidden"), {tr(rule.role), scope.name()})
        : Availability::yes();
}

} // namespace valv::presentation
