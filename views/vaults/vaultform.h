// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/azcopy.h"
#include "controls/field.h"
#include "frame/formsending.h"
#include "presentation/stores/vaultstore.h"

#include <QWidget>

#include <optional>

namespace valv::views {

class Card;
class ComboBox;
class Label;
class LinkButton;
class ResourceGroupChooser;
class SecondLocationField;
class StatusText;
class StoreNotice;
class TagsEditor;
class VaultNameField;

//! \brief What a new vault is made from: subscription, group, name, location, second location, tags; each checked.
//! Of the page that creates a vault, and of the blade that does so beside another form.
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
    //! That it is made in; empty while none is chosen.
    [[nodiscard]] ArmId group() const;
    void take(const presentation::NewVault& vault);
    //! Something was entered that would be lost.
    [[nodiscard]] bool isTouched() const;
    //! Those that can be wrong, in order.
    [[nodiscard]] QList<Field*> fields() const;
    [[nodiscard]] const VaultNameField& name() const { return *m_name; }
    [[nodiscard]] QString subscriptionName() const;
    //! What is entered as a command of Azure's command line, or what is still missing.
    [[nodiscard]] AzLine az() const;
    //! Shows what is wrong. \return nothing is
    [[nodiscard]] bool validate();
    void focusFirst();
    //! What is asked for with it. \param again submits the form once more
    [[nodiscard]] FormSending::Errand errand(std::function<void()> again) const;
    //! Asks for the vault that is entered, once nothing is wrong; else the first wrong field has the focus.
    //! \param again submits the form once more
    //! \param made the vault stands
    void send(FormSending& sending, std::function<void()> again, std::function<void(const ArmId&)> made);
    //! \return it is said beside the field that it is about
    bool showRefusal(const Error& error);
    //! The first thing to see of a vault that has been made. Source: wishes W7.
    static void showKey(const Context& context, const ArmId& vault, QWidget* window);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeProject();
    QWidget* makeVault();
    void fillSubscriptions();
    void showSubscription();
    [[nodiscard]] QString subscriptionError() const; //!< V7
    void fillLocations();
    [[nodiscard]] QString locationError() const;
    void updateLocationHint();
    void followStores();
    void updateGroupError();
    void entered();
    [[nodiscard]] Field* firstWrong() const;
    void retranslate();
    [[nodiscard]] QString subscription() const;
    [[nodiscard]] QString location() const;

    const Context m_context;
    const Field::Layout m_layout;
    const std::optional<presentation::NewVault> m_place;
    Card* m_project;
    ComboBox* m_subscription;
    Field* m_subscriptionField;
    Label* m_onlySubscription;
    Field* m_onlySubscriptionField;
    StoreNotice* m_subscriptionsUnread;
    ResourceGroupChooser* m_group;
    Field* m_groupField;
    StoreNotice* m_groupsUnread;
    LinkButton* m_useExisting;
    Card* m_vaultCard;
    VaultNameField* m_name;
    ComboBox* m_location;
    Field* m_locationField;
    StoreNotice* m_locationsUnread;
    StatusText* m_unprotected;
    LinkButton* m_suggestedLocation;
    SecondLocationField* m_second;
    TagsEditor* m_tags;
    Field* m_tagsField;
    QString m_locationWanted; //!< chosen before its list was there
    bool m_groupLeft = false;
};

} // namespace valv::views
