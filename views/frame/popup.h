// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "theme/focusring.h"

#include <QApplication>
#include <QCursor>
#include <QMenu>

namespace valv::views {

//! \brief Opens a menu below a widget; without one where the person is: at what the keyboard is on, else at the
//! pointer.
inline void popUp(QMenu* menu, const QWidget* below = nullptr)
{
    if (below == nullptr) {
        const auto* focused = QApplication::focusWidget();
        below = focused != nullptr && hasKeyFocus(focused) ? focused : nullptr;
    }
    menu->popup(below != nullptr ? below->mapToGlobal(QPoint(0, below->height())) : QCursor::pos());
}

} // namespace valv::views
