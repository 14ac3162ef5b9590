// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/formhold.h"

#include "controls/accessible.h"

#include <QAccessible>
#include <QVariant>
#include <QWidget>

namespace valv::views {

namespace {

constexpr char busyProperty[] = "valvBusyWith";

} // namespace

FormHold::FormHold(QWidget* place, QWidget* fields)
    : m_place(place)
    , m_fields(fields)
{
    installAccessibility();
}

void FormHold::hold(const QString& doing)
{
    m_place->setProperty(busyProperty, doing);
    if (m_held) {
        return;
    }
    m_held = true;
    QAccessible::State busy;
    busy.busy = true;
    QAccessibleStateChangeEvent event(m_place, busy);
    QAccessible::updateAccessibility(&event);
    // Before a field with the focus is disabled, which would send the focus on to whatever comes next: "Cancel".
    auto* focus = m_place->window()->focusWidget();
    m_before = focus != nullptr && m_place->isAncestorOf(focus) ? focus : nullptr;
    if (m_before) {
        m_place->setFocus(Qt::OtherFocusReason);
    }
    m_fields->setEnabled(false);
}

void FormHold::release()
{
    end(true);
}

void FormHold::keep()
{
    end(false);
}

void FormHold::end(bool fieldsToo)
{
    if (!m_held) {
        return;
    }
    m_held = false;
    m_fields->setEnabled(fieldsToo);
    m_place->setProperty(busyProperty, {});
    QAccessible::State busy;
    busy.busy = true; // says which one has changed
    QAccessibleStateChangeEvent event(m_place, busy);
    QAccessible::updateAccessibility(&event);
    if (m_before && m_before->isVisible() && m_before->isEnabled() && m_place->window()->focusWidget() == m_place) {
        m_before->setFocus(Qt::OtherFocusReason);
    }
}

QString busyWith(const QWidget* place)
{
    return place->property(busyProperty).toString();
}

} // namespace valv::views
