// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/field.h"
#include "frame/context.h"
#include "presentation/stores/vaultstore.h"

#include <QWidget>

#include <optional>

namespace valv::views {

class Card;
class ComboBox;
class FormSummary;
class Label;
class LinkButton;
class MessageBar;
class ResourceGroupChooser;
class SecondLocationField;
class StatusText;
class TagsEditor;
class VaultNameField;

//! \brief What a new vault is made from: subscription, group, name, location, second location, tags; each checked, and
//! why the last try failed. Of the page that creates a vault, and of the blade that does so beside another form.
//! Source: flows.md B2, V1–V15.
class VaultForm : public QWidget
{
    Q_OBJECT
public:
    //! \param place what can't be chosen here: subscription and location of the machine that the vault is for; its
    //! group is the one that is chosen at first. Nothing: all can be.
    VaultForm(const Context& context, Field::Layout layout, const std::optional<presentation::NewVault>& place = {},
              QWidget* parent = nullptr);

    [[nodiscard]] presentation::NewVault vault() const;
    void take(const presentation::NewVault& vault);
    //! Something was entered that would be lost.
    [[nodiscard]] bool isTouched() const;
    [[nodiscard]] FormSummary& summary() const { return *m_summary; }
    [[nodiscard]] const VaultNameField& name() const { return *m_name; }
    [[nodiscard]] QString subscriptionName() const;
    //! Shows what is wrong. \return nothing is
    [[nodiscard]] bool validate();
    void focusFirst();
    //! Why it could not be created, until the next try; nothing: it is being tried.
    void setFailure(const std::optional<Error>& error);

Q_SIGNALS:
    void changed();
    //! From what tells why it failed.
    void tryAgain();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeProject();
    QWidget* makeVault();
    void fillSubscriptions();
    void showSubscription();
    [[nodiscard]] QString subscriptionError() const; //!< V7
    void fillLocations();
    void updateLocationHint();
    void updateGroupError();
    void entered();
    void showFailure();
    void retranslate();
    [[nodiscard]] QString subscription() const;
    [[nodiscard]] QString location() const;

    const Context m_context;
    const Field::Layout m_layout;
    const std::optional<presentation::NewVault> m_place;
    MessageBar* m_failure;
    FormSummary* m_summary;
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
    std::optional<Error> m_error; //!< why the last try failed
    QString m_locationWanted; //!< chosen before its list was there
    bool m_groupLeft = false;
};

} // namespace valv::views
