// SPDX-License-Identifier: GPL-3.0-or-later
#include "controls/menu.h"

#include "controls/accessible.h"
#include "controls/action.h"
#include "theme/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPointer>
#include <QScreen>
#include <QToolTip>

namespace valv::views {

Menu::Menu(QWidget* parent)
    : QMenu(parent)
    , m_reason(new QLabel(this, Qt::ToolTip | Qt::WindowTransparentForInput))
{
    installAccessibility();
    setToolTipsVisible(true);
    m_reason->setObjectName(QStringLiteral("menu.reason"));
    m_reason->setAttribute(Qt::WA_ShowWithoutActivating);
    m_reason->setForegroundRole(QPalette::ToolTipText);
    m_reason->setBackgroundRole(QPalette::ToolTipBase);
    m_reason->setAutoFillBackground(true);
    m_reason->setMargin(Space::sm);
}

void Menu::keyPressEvent(QKeyEvent* event)
{
    const QPointer<Menu> self(this); // the key may choose what closes and ends the menu
    QMenu::keyPressEvent(event);
    if (self && isVisible()) {
        tellReason();
    }
}

void Menu::mouseMoveEvent(QMouseEvent* event)
{
    m_reason->hide(); // the pointer has its own
    QMenu::mouseMoveEvent(event);
}

void Menu::hideEvent(QHideEvent* event)
{
    m_reason->hide();
    QMenu::hideEvent(event);
}

//! Beside the entry, where it covers none; below the menu, where there is no room beside it.
void Menu::tellReason()
{
    QAction* action = activeAction();
    const QString why = action != nullptr ? reason(action) : QString();
    if (why.isEmpty()) {
        m_reason->hide();
        return;
    }
    m_reason->setPalette(QToolTip::palette());
    m_reason->setFont(QToolTip::font());
    m_reason->setText(why);
    m_reason->adjustSize();
    const QRect entry(mapToGlobal(actionGeometry(action).topLeft()), actionGeometry(action).size());
    const QRect room = screen()->availableGeometry();
    const int right = mapToGlobal(rect().topRight()).x() + Space::xs;
    const int left = mapToGlobal(rect().topLeft()).x() - Space::xs - m_reason->width();
    QPoint at(right, entry.center().y() - m_reason->height() / 2);
    if (right + m_reason->width() > room.right()) {
        at.setX(left);
        if (left < room.left()) {
            at = mapToGlobal(rect().bottomLeft()) + QPoint(0, Space::xs);
        }
    }
    m_reason->move(at);
    m_reason->show();
    m_reason->raise();
}

} // namespace valv::views
