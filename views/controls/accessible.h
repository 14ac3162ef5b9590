// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAccessible>
#include <QRect>
#include <QString>

class QWidget;

namespace valv::views {

//! \brief What a control that paints items (days, points, steps) tells about them. Readers then find a list with one
//! child an item; Press on a child is pressItem.
class AccessibleItems
{
public:
    virtual ~AccessibleItems() = default;
    [[nodiscard]] virtual QAccessible::Role itemsRole() const { return QAccessible::List; }
    [[nodiscard]] virtual int itemCount() const = 0;
    [[nodiscard]] virtual QString itemName(int index) const = 0;
    [[nodiscard]] virtual QString itemDescription(int index) const = 0;
    //! In the widget's coordinates.
    [[nodiscard]] virtual QRect itemRect(int index) const = 0;
    [[nodiscard]] virtual bool isItemSelected(int index) const = 0;
    [[nodiscard]] virtual bool isItemEnabled(int index) const = 0;
    //! False: the items are only there to be read.
    [[nodiscard]] virtual bool canPickItems() const { return true; }
    virtual void pressItem(int index) = 0;
};

//! \brief Tells Qt's accessibility how to speak of the controls that paint themselves. Idempotent; controls that need
//! it call it in their constructor. GUI thread.
void installAccessibility();
//! \brief An item became the current one: readers say its name. For widgets that are AccessibleItems. It is told once
//! the event at hand is over: where the widget gets the focus with it, the item is said after the widget, as the last.
void announceItem(QWidget* widget, int index);

} // namespace valv::views
