// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/reasontip.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QKeyEvent>
#include <QToolTip>

#include <utility>

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

bool ButtonReason::set(const QString& reason, const QString& toolTip)
{
    const bool isThere = !reason.isEmpty();
    m_button.setToolTip(toolTip);
    m_button.setAccessibleDescription(reason);
    if (std::exchange(m_isThere, isThere) == isThere) {
        return false;
    }
    m_button.setDown(false);
    sayAvailability(m_button);
    m_button.update();
    return true;
}

void ButtonReason::press()
{
    if (m_isThere) {
        tellReason(m_button);
    } else {
        m_button.click(); // nothing while it is disabled
    }
}

void ButtonReason::focused()
{
    if (m_isThere) {
        tellReasonWhenFocused(m_button);
    }
}

bool ButtonReason::takes(const QKeyEvent& event)
{
    const bool presses = event.key() == Qt::Key_Space || event.key() == Qt::Key_Select || event.key() == Qt::Key_Return
        || event.key() == Qt::Key_Enter;
    if (!m_isThere || !presses || (event.modifiers() & ~Qt::KeypadModifier) != 0) {
        return false;
    }
    press();
    return true;
}

} // namespace valv::views
