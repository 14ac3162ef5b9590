// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/blade.h"
#include "core/armid.h"
#include "core/result.h"
#include "frame/context.h"

#include <optional>

namespace valv::views {

class Label;
class MessageBar;

//! \brief Asks before a running job is cancelled, and says what that means. Source: flows.md E7.
class CancelJobBlade : public Blade
{
    Q_OBJECT
public:
    CancelJobBlade(const Context& context, const ArmId& job, QWidget* window);

protected:
    void changeEvent(QEvent* event) override;

private:
    void submit();
    void retranslate();

    Context m_context;
    ArmId m_job;
    MessageBar* m_failure;
    Label* m_question = nullptr;
    Label* m_effect = nullptr;
    std::optional<Error> m_error;
};

} // namespace valv::views
