// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "controls/blade.h"

#include <QAction>
#include <QList>
#include <QPointer>

namespace valv::views {

//! \brief Every key of the program and what it does: those of the actions that can be used on this page, and those that
//! every list, form and panel has.
class KeyboardMapBlade : public Blade
{
    Q_OBJECT
public:
    //! \param actions of which those with a key are shown, in the language of the moment
    KeyboardMapBlade(const QList<QAction*>& actions, QWidget* window);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    QList<QPointer<QAction>> m_actions;
    QWidget* m_list = nullptr;
};

//! \brief Name, version, licence, and what the program is built of.
class AboutBlade : public Blade
{
    Q_OBJECT
public:
    explicit AboutBlade(QWidget* window);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    QWidget* m_list = nullptr;
};

} // namespace valv::views
