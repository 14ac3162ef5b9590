// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/blade.h"
#include "core/armid.h"
#include "core/result.h"
#include "frame/context.h"

#include <optional>

class QVBoxLayout;

namespace valv::views {

class Label;
class MessageBar;

//! \brief Deletes a policy that nothing uses; otherwise says what uses it, each with a link. Source: flows.md F.
class DeletePolicyBlade : public Blade
{
    Q_OBJECT
public:
    DeletePolicyBlade(const Context& context, const ArmId& policy, QWidget* window);

Q_SIGNALS:
    void removed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void showUsers();
    void submit();

    const Context m_context;
    ArmId m_policy;
    MessageBar* m_failure;
    Label* m_question;
    QVBoxLayout* m_users = nullptr;
    QList<ArmId> m_shown;
    std::optional<Error> m_error;
    bool m_sending = false;
};

} // namespace valv::views
