// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/context.h"
#include "presentation/stores/vaultstore.h"

#include <QTimer>

class QBoxLayout;

namespace valv::views {

class Button;
class Card;
class Essentials;
class FormFooter;
class FormSending;
class FormSummary;
class MessageBar;
class StatusText;
class VaultForm;

//! \brief The form for a new vault. What was entered stays when it fails, and is there again when the form is opened
//! for a vault whose creation failed. Source: flows.md B2, B3; picture vault_create_sv.
class CreateVaultPage : public Page
{
    Q_OBJECT
public:
    //! Route: subject = a vault that could not be created, or empty
    CreateVaultPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    void refresh() override;
    void focusFirst() override;
    [[nodiscard]] QString unsaved() const override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeForm();
    QWidget* makeSide();
    void updateSides();
    void updateFooter();
    void arrange();
    void submit();
    void sendingChanged();
    void stands(const ArmId& vault);
    void retranslate();

    const Context m_context;
    Route m_route;
    QBoxLayout* m_columns;
    FormSummary* m_summary;
    VaultForm* m_form;
    FormSending* m_sending;
    QWidget* m_left;
    QWidget* m_right;
    Card* m_rulesCard;
    QList<StatusText*> m_rules;
    Card* m_reviewCard;
    Essentials* m_review;
    MessageBar* m_note;
    FormFooter* m_footer;
    Button* m_cancel;
    QTimer m_leave; //!< when it takes long, the list shows it
    bool m_accepted = false; //!< made: nothing is left to save
};

} // namespace valv::views
