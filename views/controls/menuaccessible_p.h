// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAccessibleInterface;
class QAction;

namespace valv::views {

//! \brief What readers are told of a menu's entry. Qt's own has no description, hence no reason for being disabled, and
//! knows the first menu that an action stood in as its only one. Qt owns what is made.
[[nodiscard]] QAccessibleInterface* makeEntryAccessible(QAction* action);

} // namespace valv::views
