// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "frame/formblade.h"

#include <QList>

class QVBoxLayout;

namespace valv::views {

class Label;

//! \brief Deletes a policy that nothing uses; otherwise says what uses it, each with a link. Source: flows.md F.
class DeletePolicyBlade : public FormBlade
{
    Q_OBJECT
public:
    DeletePolicyBlade(const Context& context, const ArmId& policy, QWidget* window);

Q_SIGNALS:
    void removed();

private:
    void showUsers();
    [[nodiscard]] QList<ArmId> users() const;
    [[nodiscard]] bool isDirty() const override { return false; }
    void submit() override;
    void updateState() override;
    void retranslate() override;

    ArmId m_policy;
    Label* m_question;
    QVBoxLayout* m_users = nullptr;
    QList<ArmId> m_shown;
};

} // namespace valv::views
