// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QRect>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

class QAction;
class QWidget;
class QWindow;

namespace valv::views {
class Blade;
}

//! What is on the screen, as somebody sees and hears it who looks for a control.
namespace valv::test {

enum class Kind
{
    Control,
    Table
};

//! As a reader says it. What a drop-down says is its value; its name is that of its label.
[[nodiscard]] QString nameOf(QWidget* widget);
[[nodiscard]] bool isName(const QString& name, const QStringList& wanted);
//! "Status: all" for "Status", and "Failed 3" for "Failed".
[[nodiscard]] bool isNameWithValue(const QString& name, const QStringList& wanted);
//! Those of that name: in the open blade, else in the page before the rest; by their whole name first.
[[nodiscard]] QList<QWidget*> named(const QWidget& window, const QStringList& names, Kind kind = Kind::Control);
//! The command of that name which has no room in its bar, and the button that leads to it.
[[nodiscard]] std::pair<QAction*, QWidget*> hiddenCommand(const QWidget& window, const QStringList& names);
//! The topmost blade that covers the rest; null: none.
[[nodiscard]] views::Blade* openBlade(const QWidget& window);
//! What of a widget is inside all that holds it, in the window's coordinates.
[[nodiscard]] QRect seenPart(const QWidget* widget, const QWidget& window);
//! A point of it that nothing else covers, in the window's coordinates.
[[nodiscard]] std::optional<QPoint> openPoint(const QWidget* widget, const QWidget& window);
//! Scrolls whatever holds it.
void bringIntoView(QWidget& widget, const QRect& part);
//! The right button there, with the request for a menu that a desktop makes of it.
void rightClick(QWidget& widget, const QPoint& at);
//! Where keys go: a menu or list that is open, a dialog, or the window.
[[nodiscard]] QWindow* keyWindow(QWidget& window);

} // namespace valv::test
