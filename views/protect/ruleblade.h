// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/protectionrule.h"
#include "frame/formblade.h"

#include <optional>

class QCheckBox;
class QLineEdit;

namespace valv::views {

class Button;
class CheckLines;
class ComboBox;
class Field;
class Label;
class PolicyChooser;
class SectionTitle;
class TagsEditor;

//! \brief A rule by which machines protect themselves: which machines, and with which policy, with what it would do
//! now. Somebody else's change is noticed when saving; what was typed stays. Source: docs/wire-extensions.md.
class RuleBlade : public FormBlade
{
    Q_OBJECT
public:
    //! \param rule nothing: a new one
    RuleBlade(const Context& context, const ArmId& vault, const std::optional<contract::ProtectionRule>& rule,
              QWidget* window);

Q_SIGNALS:
    void removed(const valv::contract::ProtectionRule& rule);

protected:
    [[nodiscard]] bool isDirty() const override;
    void submit() override;
    void updateState() override;
    void showErrors(bool all) override;
    [[nodiscard]] QString conflict() const override;
    void readTheirs(bool drop) override;
    void retranslate() override;

private:
    void makeFields();
    [[nodiscard]] contract::ProtectionRule rule() const; //!< as it stands in the fields
    void askPreview();
    void showPreview();
    void removeRule();
    void fill();
    void fillGroups();

    ArmId m_vault;
    std::optional<contract::ProtectionRule> m_before;
    std::optional<contract::RulePreview> m_preview;
    std::optional<Error> m_previewError;
    bool m_asking = false;
    QLineEdit* m_name;
    Field* m_nameField;
    SectionTitle* m_conditionsTitle;
    Label* m_conditionsHint;
    QLineEdit* m_pattern;
    Field* m_patternField;
    ComboBox* m_group;
    Field* m_groupField;
    TagsEditor* m_tags;
    Field* m_tagsField;
    SectionTitle* m_policyTitle;
    PolicyChooser* m_policy;
    QCheckBox* m_enabled;
    SectionTitle* m_previewTitle;
    Label* m_previewText;
    CheckLines* m_machines;
    Button* m_remove;
};

} // namespace valv::views
