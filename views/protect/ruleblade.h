// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/protectionrule.h"
#include "controls/blade.h"
#include "frame/context.h"

#include <optional>

class QCheckBox;
class QLineEdit;

namespace valv::views {

class Button;
class CheckLines;
class ComboBox;
class Field;
class FormSummary;
class Label;
class MessageBar;
class PolicyChooser;
class SectionTitle;
class TagsEditor;

//! \brief A rule by which machines protect themselves: which machines, and with which policy, with what it would do
//! now. Somebody else's change is noticed when saving; what was typed stays. Source: docs/wire-extensions.md.
class RuleBlade : public Blade
{
    Q_OBJECT
public:
    //! \param rule nothing: a new one
    RuleBlade(const Context& context, const ArmId& vault, const std::optional<contract::ProtectionRule>& rule,
              QWidget* window);

Q_SIGNALS:
    void removed(const valv::contract::ProtectionRule& rule);

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeFields();
    [[nodiscard]] contract::ProtectionRule rule() const; //!< as it stands in the fields
    [[nodiscard]] bool isDirty() const;
    bool mayClose();
    void changed();
    void askPreview();
    void showPreview();
    void showErrors(bool all);
    void submit();
    void removeRule();
    void showFailure();
    void takeTheirs();
    void fillGroups();
    void retranslate();

    const Context m_context;
    ArmId m_vault;
    std::optional<contract::ProtectionRule> m_before;
    std::optional<contract::RulePreview> m_preview;
    std::optional<Error> m_previewError;
    std::optional<Error> m_error; //!< of saving or removing
    bool m_running = false;
    bool m_asking = false;
    MessageBar* m_unsaved;
    MessageBar* m_failure;
    FormSummary* m_summary;
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
