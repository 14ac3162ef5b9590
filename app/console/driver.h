// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>
#include <QPointer>
#include <QString>
#include <QWidget>

class QAbstractItemView;
class QAction;

namespace valv::console {

//! \brief A person's hands on a window: finds controls by object name and gives them real mouse and key events.
//! Used by the tour and by the pictures; a control that is hidden, disabled or covered by a blade can't be used.
//! GUI thread.
class Driver
{
public:
    explicit Driver(QWidget& window)
        : m_window(window)
    {
    }

    //! The visible control of that name; the topmost when several pages hold one. Null: not there (yet).
    [[nodiscard]] QWidget* find(const QString& name) const;
    template <typename T>
    [[nodiscard]] T* find(const QString& name) const
    {
        return qobject_cast<T*>(find(name));
    }
    //! It is there, visible and enabled.
    [[nodiscard]] bool canUse(const QString& name) const;

    void click(const QString& name) const;
    //! A command of the page's command bar by the name of its action, also when it has moved into "…".
    void command(const QString& action) const;
    [[nodiscard]] bool canCommand(const QString& action) const;
    //! The button of that command in its bar; null when it stands in "…".
    [[nodiscard]] QWidget* commandButton(const QString& action) const;
    void click(QWidget& widget, const QPoint& at) const;
    //! The mouse is what is used from now on: what gets the focus next has no ring.
    void touch() const;
    //! A cell of a list or table, scrolled to first.
    void click(QAbstractItemView& view, const QModelIndex& index) const;
    void doubleClick(QAbstractItemView& view, const QModelIndex& index) const;
    //! Focuses the field, selects what stands there, and types over it.
    void type(const QString& name, const QString& text) const;
    void key(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier, const QString& text = {}) const;
    //! The row whose cell in this column has that text; invalid when there is none.
    [[nodiscard]] static QModelIndex row(const QAbstractItemView& view, int column, const QString& text);

private:
    [[nodiscard]] QAction* action(const QString& name) const;

    QWidget& m_window;
};

} // namespace valv::console
