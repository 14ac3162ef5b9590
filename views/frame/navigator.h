// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/route.h"

#include <QObject>

class QWidget;

namespace valv::views {

class Blade;

//! \brief How a page gets elsewhere. The shell is one; a test may be another. GUI thread.
class Navigator : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    //! Opens a place and puts it on the history; where the person already is, it only takes the focus there.
    virtual void open(const Route& route) = 0;
    //! Puts another route in place of the current one, without a new entry.
    virtual void replace(const Route& route) = 0;
    virtual void back() = 0;
    virtual void forward() = 0;
    [[nodiscard]] virtual Route current() const = 0;
    //! What blades cover: the parent of one that is made for openBlade.
    [[nodiscard]] virtual QWidget* window() const = 0;
    //! Shows a blade from the right over the page; it is deleted when closed. The focus goes back where it was.
    virtual void openBlade(Blade* blade) = 0;
    //! Shows the notification panel.
    virtual void showNotifications() = 0;

Q_SIGNALS:
    void currentChanged(const valv::views::Route& route);
};

} // namespace valv::views
