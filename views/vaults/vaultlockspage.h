// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stores/lockstore.h"
#include "vaults/vaultpage.h"

class QLineEdit;
class QVBoxLayout;

namespace valv::views {

class Button;
class Card;
class ComboBox;
class Field;
class FormSending;
class Label;
class MessageBar;
class UndoBar;

//! \brief The locks of a vault, its own and its resource group's, and a form for a new one. It warns of a lock on a
//! group of the backup service. Source: flows.md G6, I6.
class VaultLocksPage : public VaultPage
{
    Q_OBJECT
public:
    VaultLocksPage(const Context& context, const Route& route, QWidget* parent = nullptr);

    void refresh() override;
    void focusFirst() override;
    [[nodiscard]] QString unsaved() const override;

protected:
    void update() override;
    void retranslate() override;
    [[nodiscard]] QString partTitle() const override;
    [[nodiscard]] QList<presentation::ListStoreBase*> besides() const override { return {m_locks}; }

private:
    void makeForm();
    void rebuild();
    void updateButtons();
    QWidget* makeRow(const contract::ManagementLock& lock);
    [[nodiscard]] contract::ManagementLock entered() const;
    void add();
    void remove(const contract::ManagementLock& lock);
    void offerUndo(contract::ManagementLock gone);
    [[nodiscard]] QString problem() const;

    presentation::LockStore* m_locks;
    FormSending* m_sending;
    MessageBar* m_service;
    UndoBar* m_removed;
    Card* m_card;
    Label* m_none;
    QVBoxLayout* m_list;
    QList<QWidget*> m_rows;
    QList<std::pair<Button*, ArmId>> m_deletes; //!< in the rows, and what their locks are on
    Card* m_form;
    QLineEdit* m_name;
    Field* m_nameField;
    ComboBox* m_level;
    Field* m_levelField;
    QLineEdit* m_notes;
    Field* m_notesField;
    Button* m_add;
};

} // namespace valv::views
