// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/protectionrule.h"
#include "presentation/stores/policystore.h"
#include "presentation/stores/protectionrulestore.h"
#include "vaults/vaultpage.h"

#include <QStringList>

#include <optional>

class QVBoxLayout;

namespace valv::views {

class Button;
class Card;
class EmptyState;
class Skeleton;
class StoreNotice;
class UndoBar;

//! \brief The rules by which machines protect themselves in a vault. One that was removed can be taken back.
//! Route: {vault, its id, rules}. Source: docs/wire-extensions.md, flows.md K20.
class RulesPage : public VaultPage
{
    Q_OBJECT
public:
    RulesPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    [[nodiscard]] QList<QAction*> commands() const override;
    void refresh() override;
    void focusFirst() override;

protected:
    void update() override;
    void retranslate() override;
    [[nodiscard]] QString partTitle() const override;

private:
    void rebuild();
    //! The policies that rules use and the vault does not have, as far as is known.
    [[nodiscard]] QStringList missingPolicies() const;
    void policiesChanged();
    [[nodiscard]] QWidget* makeRow(const contract::ProtectionRule& rule);
    void openRule(const std::optional<contract::ProtectionRule>& rule);
    void offerUndo(contract::ProtectionRule gone);

    presentation::ProtectionRuleStore& m_rules;
    presentation::PolicyStore& m_policies;
    QStringList m_missing; //!< what the rows say now
    StoreNotice* m_unread;
    UndoBar* m_removedBar;
    Card* m_card;
    Skeleton* m_loading;
    QVBoxLayout* m_list;
    QList<QWidget*> m_rows;
    EmptyState* m_empty;
    QAction* m_add;
};

} // namespace valv::views
