// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/route.h"
#include "theme/icons.h"

#include <QList>
#include <QString>
#include <QWidget>

class QAction;

namespace valv::views {

struct Crumb
{
    QString text;
    Route route; //!< an empty page: the place itself, no link
};

//! What stands above a page. Made anew whenever headerChanged() says so, which is also how it is retranslated.
struct PageHeading
{
    QString title;
    QString caption;
    Icon icon = Icon{};
    QList<Crumb> crumbs; //!< without Home, which the shell puts first; the page itself last
    QString badge = {}; //!< a chip right of the title that asks for attention: "2 unsaved changes"
};

//! \brief One entry of a resource menu (the 200 px column of a VM or a vault).
struct MenuEntry
{
    QString text;
    QString group; //!< heading that it stands under; empty: the first, nameless group
    Icon icon = Icon{};
    Route route;
};

//! \brief A page of the console: what the shell shows between navigation and window edge.
//! The page is made when it is opened and destroyed when the history forgets it; it holds no truth, it binds to stores.
//! The shell draws heading, resource menu, command bar and the refresh line; the page is what stands beneath.
class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    [[nodiscard]] virtual PageHeading heading() const = 0;
    //! Actions of the command bar, in order; a separator action divides; an action with the property "alignRight" set
    //! to true goes to the right. Their status tip is the reason while they are disabled. Owned by the page.
    [[nodiscard]] virtual QList<QAction*> commands() const { return {}; }
    //! The resource menu, if the page belongs to a resource; the entry whose route is this page's own is marked.
    [[nodiscard]] virtual QList<MenuEntry> resourceMenu() const { return {}; }
    //! F5 and the Refresh command: keeps selection and scroll.
    virtual void refresh() { }
    //! Called when the page was opened or come back to.
    virtual void focusFirst() { setFocus(Qt::OtherFocusReason); }
    //! The page's filter field for Ctrl+F and "/", if it has one.
    [[nodiscard]] virtual QWidget* filterField() const { return nullptr; }
    //! For a link to what is seen now: the route that was opened, with what has been chosen in the page since.
    [[nodiscard]] virtual Route routeNow(const Route& opened) const { return opened; }
    //! Nothing is under way that would be lost; otherwise one sentence that the shell asks with before leaving.
    [[nodiscard]] virtual QString unsaved() const { return {}; }
    //! True while data is being fetched: the shell shows the line under the command bar.
    [[nodiscard]] bool isBusy() const { return m_busy; }

Q_SIGNALS:
    void headingChanged();
    void commandsChanged();
    void busyChanged(bool busy);

protected:
    void setBusy(bool busy)
    {
        if (m_busy != busy) {
            m_busy = busy;
            Q_EMIT busyChanged(busy);
        }
    }

private:
    bool m_busy = false;
};

} // namespace valv::views
