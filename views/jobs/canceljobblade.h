// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "frame/formblade.h"

namespace valv::views {

class Label;

//! \brief Asks before a running job is cancelled, and says what that means. Closing does not stop what was asked for.
//! Source: flows.md E7.
class CancelJobBlade : public FormBlade
{
    Q_OBJECT
public:
    CancelJobBlade(const Context& context, const ArmId& job, QWidget* window);

private:
    [[nodiscard]] bool isDirty() const override { return false; }
    void submit() override;
    void retranslate() override;

    ArmId m_job;
    Label* m_question;
    Label* m_effect;
};

} // namespace valv::views
