// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/menu.h"

#include "controls/accessible.h"
#include "controls/action.h"
#include "theme/theme.h"

#include <QApplication>
#include <QFontMetrics>
#include <QKeyEvent>
#include <QPointer>
#include <QScreen>
#include <QToolTip>

#include <limits>

namespace valv::views {

Menu::Menu(QWidget* parent)
    : QMenu(parent)
{
    installAccessibility();
    setToolTipsVisible(true);
}

void Menu::keyPressEvent(QKeyEvent* event)
{
    const QPointer<Menu> self(this); // the key may choose what closes and ends the menu
    QMenu::keyPressEvent(event);
    if (self && isVisible()) {
        tellReason();
    }
}

void Menu::hideEvent(QHideEvent* event)
{
    QToolTip::hideText();
    QMenu::hideEvent(event);
}

//! Beside the entry, where it covers none; below the menu, where there is no room beside it. It stays until the next
//! key.
void Menu::tellReason() const
{
    QAction* action = activeAction();
    const QString why = action != nullptr ? reason(action) : QString();
    if (why.isEmpty()) {
        QToolTip::hideText();
        return;
    }
    const int room = screen()->geometry().right() - mapToGlobal(rect().topRight()).x();
    const bool fits = QFontMetrics(QToolTip::font()).horizontalAdvance(why) + 4 * Space::md <= room;
    const QPoint beside(width(), actionGeometry(action).top() - Space::lg); // Qt puts it below a pointer that is there
    QToolTip::showText(mapToGlobal(fits ? beside : rect().bottomLeft()), why, nullptr, {},
                       std::numeric_limits<int>::max());
}

} // namespace valv::views
