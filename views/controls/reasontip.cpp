// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/reasontip.h"

#include <QAccessible>
#include <QToolTip>
#include <QWidget>

namespace valv::views {

void tellReason(QWidget& control)
{
    if (control.isVisible() && !control.toolTip().isEmpty()) {
        QToolTip::showText(control.mapToGlobal(QPoint(0, control.height())), control.toolTip(), &control);
    }
}

void tellReasonWhenFocused(QWidget& control)
{
    // Once it is over: Qt hands the event to the style as well, and each closes the tool tip.
    const auto tell = [&control] {
        if (control.hasFocus()) {
            tellReason(control);
        }
    };
    QMetaObject::invokeMethod(&control, tell, Qt::QueuedConnection);
}

void sayAvailability(QWidget& control)
{
    QAccessible::State changed;
    changed.disabled = true;
    QAccessibleStateChangeEvent event(&control, changed);
    QAccessible::updateAccessibility(&event);
}

} // namespace valv::views
