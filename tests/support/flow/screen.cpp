// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/flow/screen.h"

#include "controls/commandbar.h"
#include "controls/table.h"
#include "shell/notificationpanel.h"
#include "shell/pagehost.h"
#include "support/flow/words.h"
#include "support/widgetwalk.h"

#include <QAction>
#include <QCheckBox>
#include <QContextMenuEvent>
#include <QScrollArea>
#include <QStyleOptionButton>
#include <QWindow>

namespace valv::test {

//! As a reader hears it. What a drop-down says is its value; its name is that of its label.
QString nameOf(QWidget* widget)
{
    auto* interface = QAccessible::queryAccessibleInterface(widget);
    if (interface == nullptr) {
        return {};
    }
    if (qobject_cast<QComboBox*>(widget) != nullptr) {
        for (const auto& [label, relation] : interface->relations(QAccessible::Label)) {
            if (!label->text(QAccessible::Name).isEmpty()) {
                return Words::plain(label->text(QAccessible::Name));
            }
        }
        return Words::plain(widget->accessibleName());
    }
    return Words::plain(interface->text(QAccessible::Name));
}

//! The topmost blade that covers the rest; null: none.
views::Blade* openBlade(const QWidget& window)
{
    views::Blade* open = nullptr;
    for (auto* blade : window.findChildren<views::Blade*>()) {
        const bool covers = qobject_cast<views::NotificationPanel*>(blade) == nullptr;
        if (covers && blade->isOpen() && blade->isVisibleTo(&window)) {
            open = blade;
        }
    }
    return open;
}

//! What of a widget is inside all that holds it, in the window's coordinates.
QRect seenPart(const QWidget* widget, const QWidget& window)
{
    QRect seen = widget->rect();
    for (const auto* inner = widget; inner != &window && inner->parentWidget() != nullptr;
         inner = inner->parentWidget()) {
        seen = seen.translated(inner->pos()).intersected(inner->parentWidget()->rect());
    }
    return seen;
}

namespace {

//! Where a click does something: beside the words of a tick box there is room that takes none.
QRect clickedPart(const QWidget* widget)
{
    const auto* box = qobject_cast<const QCheckBox*>(widget);
    if (box == nullptr) {
        return widget->rect();
    }
    QStyleOptionButton option;
    option.initFrom(box);
    option.text = box->text();
    option.icon = box->icon();
    option.iconSize = box->iconSize();
    return box->style()->subElementRect(QStyle::SE_CheckBoxClickRect, &option, box);
}

} // namespace

//! A point of it that nothing else covers, in the window's coordinates.
std::optional<QPoint> openPoint(const QWidget* widget, const QWidget& window)
{
    const auto part = clickedPart(widget);
    const auto seen = seenPart(widget, window).intersected(QRect(widget->mapTo(&window, part.topLeft()), part.size()));
    if (seen.isEmpty()) {
        return std::nullopt;
    }
    const int dx = std::min(12, seen.width() / 4);
    const int dy = std::min(12, seen.height() / 4);
    for (const auto& at : {seen.center(), seen.topLeft() + QPoint(dx, dy), seen.topRight() + QPoint(-dx, dy),
                           seen.bottomLeft() + QPoint(dx, -dy), seen.bottomRight() - QPoint(dx, dy)}) {
        const auto* there = window.childAt(at);
        if (there == widget || (there != nullptr && widget->isAncestorOf(there))) {
            return at;
        }
    }
    return std::nullopt;
}

void bringIntoView(QWidget& widget, const QRect& part)
{
    for (auto* outer = widget.parentWidget(); outer != nullptr; outer = outer->parentWidget()) {
        if (auto* area = qobject_cast<QScrollArea*>(outer)) {
            const auto within = QRect(widget.mapTo(area->widget(), part.topLeft()), part.size());
            area->ensureVisible(within.center().x(), within.center().y(), within.width() / 2 + 50,
                                within.height() / 2 + 50);
        }
    }
}

void rightClick(QWidget& widget, const QPoint& at)
{
    QTest::mouseMove(&widget, at); // a menu takes no click before the pointer has left where it opened
    QTest::mouseClick(&widget, Qt::RightButton, {}, at);
    QContextMenuEvent event(QContextMenuEvent::Mouse, at, widget.mapToGlobal(at));
    QApplication::sendEvent(&widget, &event);
}

bool isName(const QString& name, const QStringList& wanted)
{
    return wanted.contains(name);
}

//! "Status: all" for "Status", and "Failed 3" for "Failed".
bool isNameWithValue(const QString& name, const QStringList& wanted)
{
    return std::any_of(wanted.begin(), wanted.end(), [&name](const QString& each) {
        const auto rest = name.mid(each.size());
        const bool isCounted = rest.size() > 1 && rest.at(0) == QLatin1Char(' ') && rest.at(1).isDigit();
        return name.startsWith(each)
            && (isCounted || (!rest.isEmpty() && !rest.at(0).isLetterOrNumber() && rest.at(0) != QLatin1Char(' ')));
    });
}

QWindow* keyWindow(QWidget& window)
{
    for (auto* over : {QApplication::activePopupWidget(), QApplication::activeModalWidget()}) {
        if (over != nullptr) {
            return over->windowHandle();
        }
    }
    return window.window()->windowHandle();
}

//! The command of that name which has no room in its bar, and the button that leads to it.
std::pair<QAction*, QWidget*> hiddenCommand(const QWidget& window, const QStringList& names)
{
    for (const auto* bar : window.findChildren<views::CommandBar*>()) {
        if (!bar->isVisibleTo(&window)) {
            continue;
        }
        for (auto* action : bar->overflow()) {
            if (names.contains(Words::plain(action->text()))) {
                return {action, bar->moreButton()};
            }
        }
    }
    return {nullptr, nullptr};
}

//! Those in the open blade, else those of the page before the rest; by their whole name first.
QList<QWidget*> named(const QWidget& window, const QStringList& names, Kind kind)
{
    QList<QWidget*> whole;
    QList<QWidget*> begun;
    const auto add = [&](const QWidget& root) {
        for (auto* widget : root.findChildren<QWidget*>()) {
            const bool isTable = qobject_cast<views::Table*>(widget) != nullptr;
            if (!isShown(widget, window) || isTable != (kind == Kind::Table) || !(isTable || isControl(widget))
                || qobject_cast<QComboBox*>(widget->parentWidget()) != nullptr || whole.contains(widget)
                || begun.contains(widget)) {
                continue;
            }
            const auto name = nameOf(widget);
            if (isName(name, names)) {
                whole.append(widget);
            } else if (isNameWithValue(name, names)) {
                begun.append(widget);
            }
        }
    };
    if (auto* blade = openBlade(window)) {
        add(*blade);
        return whole + begun;
    }
    for (auto* host : window.findChildren<views::PageHost*>()) {
        add(*host);
    }
    add(window);
    return whole + begun;
}

} // namespace valv::test
