// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "frame/route.h"
#include "shell/services.h"

#include <QHash>
#include <QWidget>

namespace valv::presentation {
class Settings;
}

namespace valv::views {

class NavItem;
class NavList;

//! \brief The navigation at the left: All services, Overview if there is one, and the favourites. 236 wide, or 48 with
//! icons alone: as the person chose, and always in a narrow window unless it was opened there.
class Navigation : public QWidget
{
    Q_OBJECT
public:
    Navigation(presentation::Settings& settings, QWidget* parent = nullptr);

    void setServices(const Services& services);
    void setCurrent(const Route& route);
    void setBadge(const QString& page, int count);
    //! The window is narrow: below the breakpoint.
    void setNarrow(bool narrow);
    [[nodiscard]] bool isCollapsed() const { return m_collapsed; }
    [[nodiscard]] NavList* list() const { return m_list; }
    [[nodiscard]] NavItem* toggle() const { return m_toggle; }

Q_SIGNALS:
    void routeWanted(const valv::views::Route& route);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void rebuild();
    void updateCollapsed();
    [[nodiscard]] QStringList favourites() const;
    void moveFavourite(const QString& page, int places);
    void showMenu(const QString& page, const QPoint& at);

    presentation::Settings& m_settings;
    Services m_services;
    Route m_current;
    QHash<QString, int> m_badges;
    NavList* m_list;
    NavItem* m_toggle;
    bool m_narrow = false;
    bool m_openInNarrow = false;
    bool m_collapsed = false;
};

} // namespace valv::views
