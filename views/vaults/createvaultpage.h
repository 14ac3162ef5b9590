// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/context.h"
#include "presentation/stores/vaultstore.h"

#include <QTimer>

#include <optional>

class QBoxLayout;

namespace valv::views {

class Button;
class Card;
class ComboBox;
class Essentials;
class Field;
class FormFooter;
class FormSummary;
class Label;
class LinkButton;
class MessageBar;
class ResourceGroupChooser;
class SecondLocationField;
class StatusText;
class TagsEditor;
class VaultNameField;

//! \brief The form for a new vault. What was entered stays when it fails, and is there again when the form is opened
//! for a vault whose creation failed. Source: flows.md B2, B3; picture vault_create_sv.
class CreateVaultPage : public Page
{
    Q_OBJECT
public:
    //! Route: subject = a vault that could not be created, or empty
    CreateVaultPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    [[nodiscard]] PageHeading heading() const override;
    void focusFirst() override;
    [[nodiscard]] QString unsaved() const override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeProject();
    QWidget* makeVault();
    QWidget* makeSide();
    void fillSubscriptions();
    void showSubscription();
    [[nodiscard]] QString subscriptionError() const; //!< V7
    void fillLocations();
    void updateLocationHint();
    void updateGroupError();
    void updateSides();
    void updateFooter();
    void arrange();
    [[nodiscard]] bool validate();
    [[nodiscard]] presentation::NewVault vault() const;
    [[nodiscard]] QString subscription() const;
    [[nodiscard]] QString location() const;
    void take(const presentation::NewVault& vault);
    void submit();
    void ended(const ArmId& id, const Result<contract::Vault>& made);
    void showFailure();
    void retranslate();

    const Context m_context;
    Route m_route;
    MessageBar* m_failure;
    FormSummary* m_summary;
    QBoxLayout* m_columns;
    QWidget* m_left;
    QWidget* m_right;
    Card* m_project;
    ComboBox* m_subscription;
    Field* m_subscriptionField;
    Label* m_onlySubscription;
    Field* m_onlySubscriptionField;
    ResourceGroupChooser* m_group;
    Field* m_groupField;
    LinkButton* m_useExisting;
    Card* m_vaultCard;
    VaultNameField* m_name;
    ComboBox* m_location;
    Field* m_locationField;
    StatusText* m_unprotected;
    LinkButton* m_suggestedLocation;
    SecondLocationField* m_second;
    TagsEditor* m_tags;
    Field* m_tagsField;
    Card* m_rulesCard;
    QList<StatusText*> m_rules;
    Card* m_reviewCard;
    Essentials* m_review;
    MessageBar* m_note;
    FormFooter* m_footer;
    Button* m_cancel;
    QTimer m_leave; //!< when it takes long, the list shows it
    std::optional<Error> m_error; //!< why the last try failed
    QString m_locationWanted; //!< chosen before its list was there
    bool m_groupLeft = false;
    bool m_running = false;
    bool m_accepted = false; //!< made: nothing is left to save
};

} // namespace valv::views
