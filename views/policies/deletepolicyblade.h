// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "frame/formblade.h"

#include <QList>
#include <QStringList>

class QVBoxLayout;

namespace valv::views {

class Label;
class StoreNotice;

//! \brief Deletes a policy that nothing uses; otherwise says what uses it, each with a link. What could not be read
//! is not said to be nothing: the backend deletes none that is used. Source: flows.md F.
class DeletePolicyBlade : public FormBlade
{
    Q_OBJECT
public:
    DeletePolicyBlade(const Context& context, const ArmId& policy, QWidget* window);

Q_SIGNALS:
    void removed();

private:
    struct Users
    {
        QList<ArmId> items; //!< that are known; told may be more
        int itemCount = 0;
        QStringList rules;
        bool known = false; //!< there are no others
        bool loading = false; //!< it will be known
    };
    [[nodiscard]] Users users() const;
    void showUsers();
    void showLinks();
    //! What is said of them in one sentence, with what to do; empty: nothing uses it.
    [[nodiscard]] QString usedBy(bool advice) const;
    [[nodiscard]] bool isDirty() const override { return false; }
    void submit() override;
    void updateState() override;
    void retranslate() override;

    ArmId m_policy;
    Label* m_question;
    StoreNotice* m_itemsUnread;
    StoreNotice* m_rulesUnread = nullptr; //!< null: there are no rules here
    QVBoxLayout* m_users = nullptr;
    Users m_shown;
};

} // namespace valv::views
