// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/tabstops.h"

#include <QWidget>

namespace valv::views {

bool takesTab(const QWidget* widget)
{
    return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus)
        && !widget->focusProxy();
}

QWidget* nextTabStop(const QWidget& within, QWidget* from, bool next)
{
    QWidget* at = from;
    do {
        at = next ? at->nextInFocusChain() : at->previousInFocusChain();
        if (at != from && within.isAncestorOf(at) && takesTab(at)) {
            return at;
        }
    } while (at != from);
    return nullptr;
}

} // namespace valv::views
