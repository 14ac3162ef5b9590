// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/label.h"
#include "controls/messagebar.h"
#include "controls/statustext.h"
#include "controls/table.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStringList>
#include <QTest>

#include <functional>

//! What no page may show, found by walking its widgets: a control that a reader can't name, a text that is cut, a page
//! that must be pushed sideways. Each fault is one line that names the widget, its text and where it is.
namespace valv::test {

//! A widget as a person who mends it looks for it.
[[nodiscard]] QString widgetName(const QWidget* widget);

//! What a reader calls it; empty: nothing.
[[nodiscard]] QString accessibleNameOf(QWidget* widget);

//! A picture for a person to look at, where one is wanted: in the folder that VALV_WALK_PICTURES names.
void keepPicture(QWidget& window, const QString& name);

//! Some of it is on screen or can be scrolled to; what stands in a closed card or another page is not.
[[nodiscard]] bool isShown(const QWidget* widget, const QWidget& root);

//! A person presses it or types into it.
[[nodiscard]] bool isControl(const QWidget* widget);
//! It does what it is for. Some that can't are reached all the same, to be told why.
[[nodiscard]] bool canBeUsed(QWidget* widget);

//! \brief Visible controls without an accessible name. A drop-down's name is its text, so it needs a label as buddy
//! too.
[[nodiscard]] QStringList namelessControls(const QWidget& root);

//! \brief Buttons that can't be used, and neither say nor show why.
[[nodiscard]] QStringList unexplained(const QWidget& root);

//! The width and height that a text needs; nothing for what holds none, or may be cut (ids and paths, elided in the
//! middle, with the whole in a tool tip).
[[nodiscard]] QSize neededSize(const QWidget* widget, QString& text);

//! \brief Labels, states and buttons whose text does not fit into them, or that stick out of what holds them.
[[nodiscard]] QStringList cutTexts(const QWidget& root);

//! \brief Scroll areas that can be pushed sideways, or whose content is wider than they are and can't be.
[[nodiscard]] QStringList sidewaysScrolling(const QWidget& root);

//! \brief Cells and headings of the design's tables whose text does not fit its column; as many rows as are on screen.
[[nodiscard]] QStringList cutCells(const QWidget& root, int rows = 20);

//! \brief All of the above: what a page must not have, one fault a line; empty when all is well. For QVERIFY2, which
//! says all of it.
[[nodiscard]] QString faultsOf(const QWidget& root);

//! \brief Everything that a window says now, sorted: texts, names and descriptions for readers, tool tips, headings and
//! cells. Two windows that say the same look the same; what did not follow a change of language stands out.
[[nodiscard]] QStringList wordsOf(const QWidget& root);

//! With plain spaces where numbers and units are kept together.
[[nodiscard]] QString spaced(QString text);

//! The window says this somewhere.
[[nodiscard]] bool says(const QWidget& root, const QString& text);

//! What one says and the other does not, for a message that helps; empty: the same.
[[nodiscard]] QString difference(const QStringList& actual, const QStringList& expected);

//! \brief Where Tab leads within a window, from where the focus is until it is there again. Each stop once.
//! \param at called at each stop, while it has the focus
[[nodiscard]] QList<QWidget*> tabStops(QWidget& window, const std::function<void(QWidget*)>& at = {});

//! \brief Stops of the Tab key that can't be seen, or have no name; empty: none.
[[nodiscard]] QString lostStops(QWidget& window);

} // namespace valv::test
