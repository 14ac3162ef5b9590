// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace valv::views {

//! \brief Shows a control's tool tip, which says why it can't be used, below it. It goes when the focus does.
void tellReason(QWidget& control);
//! \brief The same for a control that has just got the focus, if it still has it then.
void tellReasonWhenFocused(QWidget& control);
//! \brief Readers hear that it can be used again, or no longer.
void sayAvailability(QWidget& control);

} // namespace valv::views
