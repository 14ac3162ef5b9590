// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/page.h"

#include <QList>

namespace valv::views {

class Badge;
class CommandBar;
class PageHeader;
class ResourceMenu;

//! \brief A page with what the shell draws around it: breadcrumb, title, resource menu, command bar, refresh line.
//! Owns the page. Follows headingChanged, commandsChanged, busyChanged, the language and the window's width.
class PageView : public QWidget
{
    Q_OBJECT
public:
    PageView(Page* page, const Route& route, QWidget* parent = nullptr);

    [[nodiscard]] Page* page() const { return m_page; }
    [[nodiscard]] const Route& route() const { return m_route; }
    //! What stands first in every breadcrumb.
    void setHome(const Crumb& home);
    //! Parts that F6 goes through, in order; only those that show something.
    [[nodiscard]] QList<QWidget*> regions() const;
    [[nodiscard]] PageHeader* header() const { return m_header; }
    [[nodiscard]] CommandBar* commandBar() const { return m_commands; }
    [[nodiscard]] ResourceMenu* resourceMenu() const { return m_menu; }

Q_SIGNALS:
    void routeWanted(const valv::views::Route& route);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void updateHeading();
    void updateMenu();
    void updateCommands();
    void arrange();

    Page* m_page;
    Route m_route;
    Crumb m_home;
    PageHeader* m_header;
    Badge* m_badge = nullptr; //!< right of the title, once a page had one
    ResourceMenu* m_menu;
    CommandBar* m_commands;
    QWidget* m_menuPlace;
};

} // namespace valv::views
