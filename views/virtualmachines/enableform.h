// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/formhold.h"
#include "frame/context.h"
#include "presentation/stores/virtualmachinestore.h"

#include <QPointer>
#include <QWidget>

class QBoxLayout;
class QCheckBox;

namespace valv::presentation {
class EnableFlow;
struct EnableRequest;
} // namespace valv::presentation

namespace valv::views {

class Badge;
class Button;
class Card;
class Essentials;
class FormFooter;
class FormSummary;
class Label;
class MessageBar;
class PolicyChooser;
class RetentionPreview;
class SectionTitle;
class CheckLines;
class StatusText;
class VaultChooser;

//! \brief Enables backup of one machine: vault, policy, what the policy keeps, what is checked. What was entered stays
//! when it fails, and trying again goes on where it stopped. Source: flows.md A5–A8; picture vmbackup_enable_sv.
class EnableForm : public QWidget
{
    Q_OBJECT
public:
    explicit EnableForm(const Context& context, QWidget* parent = nullptr);

    void setMachine(const presentation::VmRow& row);
    void focusFirst();
    //! A policy has been made or changed here: it is saved only when backup is enabled.
    [[nodiscard]] bool hasDraft() const;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeLeft();
    QWidget* makeRight();
    void arrange();
    void updateSides();
    //! What is chosen; without a policy's name: none is.
    [[nodiscard]] presentation::EnableRequest request() const;
    void submit();
    void ended(const Result<ArmId>& result);
    void showFailure();
    void updateFooter();
    void retranslate();

    const Context m_context;
    presentation::VmRow m_row;
    Label* m_title;
    Label* m_intro;
    MessageBar* m_failure;
    FormSummary* m_summary;
    SectionTitle* m_vaultTitle;
    VaultChooser* m_vault;
    SectionTitle* m_policyTitle;
    PolicyChooser* m_policy;
    QCheckBox* m_startNow;
    Label* m_startHint;
    QBoxLayout* m_columns;
    QWidget* m_left;
    QWidget* m_right;
    Card* m_keepCard;
    Badge* m_atMost;
    RetentionPreview* m_preview;
    Card* m_estimateCard;
    Essentials* m_estimate;
    Card* m_checksCard;
    CheckLines* m_checks;
    FormFooter* m_footer;
    Button* m_cancel;
    std::optional<Error> m_error; //!< why the last try failed
    QPointer<presentation::EnableFlow> m_flow;
    FormHold m_hold; //!< while it runs
};

} // namespace valv::views
