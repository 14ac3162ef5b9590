// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/virtualmachine.h"
#include "frame/context.h"
#include "presentation/stores/vaultstore.h"

#include <QWidget>

#include <optional>

class QRadioButton;

namespace valv::views {

class ComboBox;
class Essentials;
class Field;
class Label;
class LinkButton;
class StoreNotice;
class VaultNameField;

//! \brief Chooses the vault that is to protect a machine: one of its region, or a new one in its resource group and
//! region. The name is checked while one types, and against the backend. Source: flows.md A5, V1–V6.
class VaultChooser : public QWidget
{
    Q_OBJECT
public:
    explicit VaultChooser(const Context& context, QWidget* parent = nullptr);

    void setMachine(const contract::VirtualMachine& machine);
    [[nodiscard]] bool isNew() const;
    [[nodiscard]] ArmId existing() const; //!< empty: none is chosen
    [[nodiscard]] std::optional<presentation::NewVault> newVault() const;
    //! Shows what is wrong with the choice for so many machines. \return nothing is
    bool validate(int machines);
    [[nodiscard]] QList<Field*> fields() const;
    //! The backend has a vault of that name.
    void refuseName(const QString& code);
    //! The choice of a person is kept after a failed try: the vault may exist by now.
    void chooseExisting(const ArmId& vault);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void showMode();
    void createWithOtherValues();
    [[nodiscard]] presentation::NewVault place() const;
    [[nodiscard]] bool isUnreadable() const;
    [[nodiscard]] QString lostReason() const;
    void retranslate();

    const Context m_context;
    contract::VirtualMachine m_machine;
    QRadioButton* m_useExisting;
    QRadioButton* m_createNew;
    ComboBox* m_combo;
    Field* m_existingField;
    StoreNotice* m_notice;
    QWidget* m_hintRow;
    Label* m_hint;
    LinkButton* m_why;
    Label* m_reasons;
    VaultNameField* m_nameField;
    Essentials* m_place;
    LinkButton* m_otherValues;
    std::optional<presentation::NewVault> m_entered; //!< there, before it was closed
    ArmId m_chosen;
    ArmId m_lost; //!< was chosen when it went; another one is not taken in its place without a word
    bool m_personChose = false;
};

} // namespace valv::views
