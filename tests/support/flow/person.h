// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/flow/screen.h"
#include "support/flow/seat.h"
#include "support/flow/words.h"

#include <QKeyCombination>
#include <QString>

class QMenu;
class QWidget;
class QWindow;

namespace valv::views {
class Table;
}

namespace valv::test {

//! \brief Somebody who does what a flow says with a pointer, or with keys only. Controls are found by the names that a
//! reader of the screen hears, in the language of the seat; what is not there yet is waited for. With keys every step
//! is a key: Tab and the arrows lead to a control, and wherever they stop the focus must be seen, named and uncovered.
//! Each deed returns why it could not be done; empty: it is done. Use DO().
class Person
{
public:
    Person(QWidget& window, Words words, Seat::Hands hands);

    //! A button, command (also in "…"), link, tick box, choice or place in a menu.
    [[nodiscard]] QString press(const Text& name);
    //! The primary button of the form or blade, by its name.
    [[nodiscard]] QString submit(const Text& name);
    //! Such a control is there and can't be used, and tells the reason.
    [[nodiscard]] QString cannotPress(const Text& name, const QString& reason = {}) const;
    //! Writes into a field, over what stands there, and leaves it there.
    [[nodiscard]] QString type(const Text& field, const QString& text);
    //! One of a drop-down's choices.
    [[nodiscard]] QString choose(const Text& field, const Text& choice);
    //! Makes a row the current one.
    [[nodiscard]] QString goToRow(const Text& table, const QString& cell);
    //! Opens a row of a list: the one of which a cell has this text.
    [[nodiscard]] QString openRow(const Text& table, const QString& cell);
    //! Marks the row's check box.
    [[nodiscard]] QString tickRow(const Text& table, const QString& cell);
    //! A command of the row's menu; with keys the menu key, or Shift+F10.
    [[nodiscard]] QString rowCommand(const Text& table, const QString& cell, const Text& command);
    //! A command of a control's own menu, as of a row's.
    [[nodiscard]] QString menuCommand(const Text& name, const Text& command);
    //! A command of the menu that is open, or opens before long.
    [[nodiscard]] QString pick(const Text& command);
    //! A place or command found in the palette.
    [[nodiscard]] QString find(const QString& typed, const Text& name);
    [[nodiscard]] QString key(QKeyCombination keys);
    //! The dialog that asks where to save gets this path.
    [[nodiscard]] QString saveAs(const QString& path);
    //! A blade of this title opens before long.
    [[nodiscard]] QString blade(const Text& title) const;
    [[nodiscard]] QString bladeCloses() const;
    //! Stands somewhere on the window before long.
    [[nodiscard]] QString sees(const Text& text) const;
    [[nodiscard]] QString seesNoMore(const Text& text) const;
    //! The control of that name, once it is there and can be used; null: it never was.
    [[nodiscard]] QWidget* control(const Text& name) const;
    //! Why the focus can't be seen, named or used where it is; empty: it can.
    [[nodiscard]] QString focusFault() const;

    [[nodiscard]] const Words& words() const { return m_words; }
    //! The names of what can be used now, one a line: for whoever writes a flow, and for failures.
    [[nodiscard]] QString names() const;

private:
    [[nodiscard]] bool usesKeys() const { return m_hands == Seat::Hands::Keys; }
    [[nodiscard]] QWidget* await(const Text& name, QString& why, Kind kind = Kind::Control) const;
    [[nodiscard]] QWidget* usable(const QStringList& names, Kind kind = Kind::Control) const;
    [[nodiscard]] QString whyNot(const QStringList& names, Kind kind = Kind::Control) const;
    struct Row
    {
        views::Table* table = nullptr;
        int row = -1;
        QString why; //!< empty: it is reached
    };
    [[nodiscard]] Row reach(const Text& table, const QString& cell);
    [[nodiscard]] QString walkTo(QWidget& target);
    [[nodiscard]] bool arrowTo(QWidget& target);
    [[nodiscard]] QString activate(QWidget& target);
    [[nodiscard]] QString click(QWidget& target, Qt::MouseButton button = Qt::LeftButton);
    void strike(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    void write(const QString& text) const;

    QWidget& m_window;
    Words m_words;
    Seat::Hands m_hands;
};

} // namespace valv::test

//! A deed of a person, or the test ends with the reason.
#define DO(deed)                                                                                                       \
    do {                                                                                                               \
        const QString why = (deed);                                                                                    \
        if (!why.isEmpty()) {                                                                                          \
            qWarning("%s", qPrintable(why)); /* all of it; a failure is cut short */                                   \
        }                                                                                                              \
        QVERIFY2(why.isEmpty(), qPrintable(QStringLiteral(#deed ": ") + why.section(QLatin1Char('\n'), 0, 0)));        \
    } while (false)
