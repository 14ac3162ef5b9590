// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/virtualmachine.h"
#include "frame/context.h"
#include "presentation/stores/vaultstore.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLineEdit;
class QRadioButton;

namespace valv::views {

class ComboBox;
class Essentials;
class Field;
class Label;
class LinkButton;
class StatusText;

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
    //! Shows what is wrong. \return nothing is
    bool validate();
    [[nodiscard]] QList<Field*> fields() const { return { m_existingField, m_nameField }; }
    //! The choice of a person is kept after a failed try: the vault may exist by now.
    void chooseExisting(const ArmId& vault);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void showMode();
    void checkName(bool final);
    void askBackend();
    void retranslate();

    const Context m_context;
    contract::VirtualMachine m_machine;
    QRadioButton* m_useExisting;
    QRadioButton* m_createNew;
    ComboBox* m_combo;
    Field* m_existingField;
    QWidget* m_hintRow;
    Label* m_hint;
    LinkButton* m_why;
    Label* m_reasons;
    QLineEdit* m_name;
    Field* m_nameField;
    LinkButton* m_suggestion;
    StatusText* m_available;
    Essentials* m_place;
    QTimer m_ask;
    ArmId m_chosen;
    QString m_takenName; //!< the backend said so
    QString m_freeName;
    bool m_personChose = false;
    bool m_nameLeft = false;
    int m_asked = 0;
};

} // namespace valv::views
