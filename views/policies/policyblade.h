// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"
#include "controls/blade.h"
#include "core/armid.h"
#include "frame/context.h"

#include <QStringList>

#include <optional>

namespace valv::views {

class FormSummary;
class UnsavedBar;
class Label;
class MessageBar;
class NextRuns;
class PolicyForm;
class RetentionPreview;

//! What the editor begins with.
struct PolicyEditing
{
    ArmId vault; //!< empty: one that is not made yet
    std::optional<contract::BackupPolicy> policy; //!< nothing: a new one
    bool isNew = false; //!< policy is not in the vault yet: its name can be another one
    std::optional<contract::BackupPolicy> original; //!< as it stands in the vault: fields that differ say what they are
    QStringList takenNames; //!< names that a new policy can't have
    int usedBy = 0; //!< other machines that a change affects
    bool usersKnown = true; //!< false: there may be more of them
};

//! \brief Creates or edits a policy inside another form: schedule, retention, and what it keeps as a picture while one
//! types. OK answers with the policy; nothing is sent from here. Source: flows.md A6, F.
class PolicyBlade : public Blade
{
    Q_OBJECT
public:
    PolicyBlade(const Context& context, PolicyEditing editing, QWidget* window);

Q_SIGNALS:
    void accepted(const valv::contract::BackupPolicy& policy);

protected:
    void changeEvent(QEvent* event) override;

private:
    void showWhatItKeeps();
    void submit();
    void retranslate();

    Context m_context;
    PolicyEditing m_editing;
    UnsavedBar* m_unsaved = nullptr;
    FormSummary* m_summary;
    MessageBar* m_affects;
    PolicyForm* m_form;
    Label* m_retentionTitle;
    Label* m_previewTitle;
    Label* m_points;
    RetentionPreview* m_preview;
    Label* m_runsTitle;
    NextRuns* m_runs;
    Label* m_warning = nullptr;
};

} // namespace valv::views
