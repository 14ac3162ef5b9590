// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace valv::views {

//! \brief The Tab key stops here now.
[[nodiscard]] bool takesTab(const QWidget* widget);
//! \brief Where Tab (or Shift+Tab) leads from a widget, round what is inside of another; null: nowhere else.
//!
//! Qt's own way forward takes what has a focus proxy for a stop: it goes from before a field straight to the control
//! that the field's label stands for, past a check box or a choice that come before it.
[[nodiscard]] QWidget* nextTabStop(const QWidget& within, QWidget* from, bool next);

} // namespace valv::views
