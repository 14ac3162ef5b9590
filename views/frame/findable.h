// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/route.h"
#include "theme/icons.h"

#include <QAction>
#include <QList>
#include <QObject>
#include <QPointer>
#include <QVector>

namespace valv::views {

//! What a thing is that can be found by typing; also the groups of the command palette, in their order.
enum class FindKind
{
    Command,
    Resource, //!< a machine, vault, item, policy; has commands
    Page, //!< a page or a part of the settings
    Job, //!< has commands
    Recent
};

//! \brief One thing that can be found by typing, in the command palette. A value.
struct Findable
{
    FindKind kind = FindKind::Page;
    QString title; //!< in the person's language
    QString also; //!< other words that match and are not shown: groups, types
    Icon icon = Icon::Box;
    Route route; //!< where it leads, for all but commands
    QPointer<QAction> action = {}; //!< what it does, for commands
    QString other = {}; //!< the title in the other language, by which it is found as well
    int rank = -1; //!< how near it is to what was typed, lower is nearer; below 0: not asked
};

//! \brief What a connection has that can be found. GUI thread.
class FindSource : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    //! All of it as it is known now. Called when the palette opens, so it copies what is there and asks nobody.
    [[nodiscard]] virtual QVector<Findable> all() const = 0;
    //! The quiet text after a title: "Virtual machine · rg-produktion · protected". Only asked for what is shown.
    [[nodiscard]] virtual QString detail(const Findable& found) const = 0;
    //! What can be done with it now, disabled ones with their reason. The actions belong to the parent.
    [[nodiscard]] virtual QList<QAction*> commandsOf(const Route& thing, QObject* parent) const = 0;
    //! The palette opens: what is not known yet may be asked for.
    virtual void wanted() { }

Q_SIGNALS:
    void changed();
};

} // namespace valv::views
