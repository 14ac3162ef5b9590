// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/blade.h"
#include "core/armid.h"
#include "frame/context.h"

namespace valv::views {

class Label;
class MessageBar;

//! \brief Asks before a running job is cancelled, and says what that means. Source: flows.md E7.
class CancelJobBlade : public Blade
{
    Q_OBJECT
public:
    CancelJobBlade(const Context& context, const ArmId& job, QWidget* window);

private:
    void submit();

    Context m_context;
    ArmId m_job;
    MessageBar* m_failure;
};

} // namespace valv::views
