// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"
#include "frame/context.h"

#include <QPointer>
#include <QWidget>

#include <optional>

namespace valv::presentation {
class PolicyStore;
}

namespace valv::views {

class ComboBox;
class Essentials;
class Field;
class Label;
class LinkButton;
class StoreNotice;

//! \brief Chooses a policy of a vault, shows it in words, and leads to the editor. Policies that were made or changed
//! here wait in the form until it is sent: they are not yet in the vault. Source: flows.md A6.
class PolicyChooser : public QWidget
{
    Q_OBJECT
public:
    explicit PolicyChooser(const Context& context, QWidget* parent = nullptr);

    //! \param vault an empty id: a vault that is not made yet, which will have DefaultPolicy
    void setVault(const ArmId& vault);
    [[nodiscard]] std::optional<contract::BackupPolicy> policy() const; //!< the chosen one
    //! The chosen one exists only in this form, or was changed in it.
    [[nodiscard]] bool isDraft() const;
    //! A draft that is a policy of its own, not a change of one that stands.
    [[nodiscard]] bool isNewPolicy() const;
    //! Somebody else has changed what the chosen draft changes, and the person was told: it is saved all the same.
    void replaceTheirs();
    //! The chosen draft stands in the vault now.
    void policySaved();
    //! Somebody else has made a policy of that name meanwhile: that is said until the draft has another one.
    void refuseName();
    [[nodiscard]] Field* field() const { return m_field; }
    [[nodiscard]] bool isLoading() const; //!< the vault's policies are being read
    //! Why the choice can't be used for so many machines that do not use the policy yet; empty: it can. Source: V18.
    [[nodiscard]] QString problemFor(int machines) const;
    //! Shows that beside the field. \return there is no problem
    bool validate(int machines);
    //! Only policies that the vault has: none is made or changed here.
    void setFixed();
    //! By its name, whatever its case; without it the vault's first stands.
    void choose(const QString& name);
    //! The vault that was to be made is there: what was made or changed for it is its.
    void vaultMade(const ArmId& vault);

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void showChosen();
    void retranslate();
    void editChosen();
    void openEditor(const std::optional<contract::BackupPolicy>& edited);
    [[nodiscard]] QList<contract::BackupPolicy> all() const;
    void showHint();
    [[nodiscard]] int usedBy(const contract::BackupPolicy& policy) const;

    const Context m_context;
    ArmId m_vault;
    QPointer<presentation::PolicyStore> m_store;
    QMetaObject::Connection m_rows;
    QMetaObject::Connection m_state;
    struct Draft
    {
        contract::BackupPolicy policy;
        ArmId vault; //!< the one whose policy it changes
        bool isNew = false; //!< it can be saved in any vault
    };
    [[nodiscard]] QList<contract::BackupPolicy> drafts() const; //!< those of the vault
    void accept(const contract::BackupPolicy& policy, bool isNew);
    [[nodiscard]] QString nameProblem() const;
    QString m_refused; //!< the name that somebody else's has
    QList<Draft> m_drafts;
    bool m_reading = false; //!< the policy that is to be edited
    void forgetLost();
    bool m_shown = false; //!< one of this vault's has been chosen
    bool m_isFixed = false;
    QString m_lost; //!< was chosen when it went: another one is not taken in its place without a word
    bool m_fellBack = false; //!< another vault was chosen, and with it DefaultPolicy: that is said
    QString m_chosen = QStringLiteral("DefaultPolicy");
    ComboBox* m_combo;
    Field* m_field;
    StoreNotice* m_notice;
    LinkButton* m_edit;
    LinkButton* m_create;
    QWidget* m_box;
    Label* m_heading;
    Essentials* m_rowsView;
};

} // namespace valv::views
