// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/refusals.h"

#include "contract/access.h"

#include <array>

namespace valv::presentation {

namespace {

struct Rule
{
    Deed deed;
    const char* action; //!< below microsoft.recoveryservices/vaults
    const char* role; //!< the least that allows it. Source: flows.md J
};

constexpr const char* contributor = QT_TRANSLATE_NOOP("valv::presentation::Refusals", "Contributor");
constexpr const char* backupContributor = QT_TRANSLATE_NOOP("valv::presentation::Refusals", "Backup Contributor");
constexpr const char* backupOperator = QT_TRANSLATE_NOOP("valv::presentation::Refusals", "Backup Operator");

#define VALV_ITEMS "/backupfabrics/protectioncontainers/protecteditems"
constexpr std::array rules{
    Rule{Deed::BackUp, VALV_ITEMS "/backup/action", backupOperator},
    Rule{Deed::Restore, VALV_ITEMS "/recoverypoints/restore/action", backupOperator},
    Rule{Deed::ChangeItem, VALV_ITEMS "/write", backupContributor},
    Rule{Deed::DeleteData, VALV_ITEMS "/delete", backupContributor},
    Rule{Deed::CancelJob, "/backupjobs/cancel/action", backupOperator},
    Rule{Deed::DeletePolicy, "/backuppolicies/delete", backupContributor},
    Rule{Deed::DeleteVault, "/delete", contributor},
};
#undef VALV_ITEMS

const Rule& ruleOf(Deed deed)
{
    return rules.at(static_cast<std::size_t>(deed));
}

} // namespace

void Refusals::note(contract::Method method, const QString& target, bool allowed)
{
    if (allowed && m_refused.isEmpty()) {
        return; // as nearly always
    }
    const auto action = contract::accessAction(method, target);
    if (!action || action->resource.vaultId().isEmpty()) {
        return;
    }
    const std::pair refusal(action->name, action->resource.vaultId());
    if (m_refused.contains(refusal) != allowed) {
        return;
    }
    if (allowed) {
        m_refused.remove(refusal);
    } else {
        m_refused.insert(refusal);
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
    const auto vault = on.vaultId();
    const auto action = QLatin1String("microsoft.recoveryservices/vaults") + QLatin1String(rule.action);
    return m_refused.contains({action, vault})
        ? Availability::no(QStringLiteral("CommandForbidden"), {tr(rule.role), vault.name()})
        : Availability::yes();
}

} // namespace valv::presentation
