// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/itemblade.h"

namespace valv::views {

class ExpiryList;
class Label;
class LinkButton;
class PolicyChooser;

//! \brief Gives items another policy, or resumes stopped ones with one; says first what that lets expire.
//! Source: flows.md I1, I4.
class AssignPolicyBlade : public ItemBlade
{
    Q_OBJECT
public:
    enum class Purpose
    {
        Change,
        Resume
    };
    AssignPolicyBlade(const Context& context, Purpose purpose, const QList<ArmId>& items, QWidget* window);

protected:
    [[nodiscard]] QString primaryText() const override;
    [[nodiscard]] AzLine azText(const ArmId& item) const override;
    void submit() override;
    void retranslate() override;
    void itemsChanged() override { policyChosen(); }

private:
    void policyChosen();
    [[nodiscard]] QString blockedBecause() const;

    Purpose m_purpose;
    ArmId m_vault;
    Label* m_now;
    PolicyChooser* m_policy;
    MessageBar* m_effect;
    ExpiryList* m_expiry;
    QString m_askedFor; //!< the policy that the list of what expires is about
    LinkButton* m_restore;
};

} // namespace valv::views
