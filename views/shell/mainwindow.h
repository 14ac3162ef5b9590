// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "frame/findable.h"
#include "shell/pagehost.h"
#include "shell/services.h"
#include "shell/topbar.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>

#include <functional>
#include <memory>

namespace valv::presentation {
class Language;
class NotificationLog;
class Settings;
} // namespace valv::presentation

namespace valv::views {

class AllServicesPage;
class CommandPalette;
class Navigation;
class NotificationPanel;
class ShellCommands;
class Theme;
class Toast;

//! Where a notification's link leads; an empty page: nowhere.
using RouteOf = std::function<Route(const ArmId& id)>;

//! \brief The window: top bar, navigation, pages, blades, notifications; keys and focus. It knows pages by name only.
//!
//! Make it, give it pages with setPages(), then open a place. app/ makes the Context of the pages from navigator() and
//! hands factories over, again when the connection is another one. Language and theme follow the settings. GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    MainWindow(presentation::NotificationLog& notifications, presentation::Settings& settings,
               presentation::Language& language, Theme& theme, QWidget* parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] Navigator& navigator() const;
    //! Forgets what was open. "services" and "notfound" are the window's own.
    //! \param pages the names that the maker knows; only their services are offered
    void setPages(const QStringList& pages, PageMaker maker);
    //! The first place, as if one had come to it from home.
    void start(const Route& home, const Route& first);
    //! Without navigation, search and connection: the first start.
    void setFrameVisible(bool visible);
    void setConnection(const QString& name, LinkState state, const QString& description);
    //! What stands at the right of a service in All services ("3 vaults"), and its red number in the navigation.
    void setServiceState(const QString& page, const QString& text, int badge = 0);
    void setRouteOf(RouteOf routeOf) { m_routeOf = std::move(routeOf); }
    //! What the command palette finds beside commands and pages. Null: nothing; call it before the source goes.
    void setFindSource(FindSource* source);
    //! More places that the palette finds: the parts of the settings. In the person's language now.
    void setMorePages(std::function<QVector<Findable>()> pages) { m_morePages = std::move(pages); }
    //! The other connections, as actions of the parent, for the menu of the pill.
    void setConnections(std::function<QList<QAction*>(QObject* parent)> connections)
    {
        m_connections = std::move(connections);
    }
    //! The backend can take in a vault's folder from elsewhere: the command is offered.
    void setCanAttachVault(bool can);

    [[nodiscard]] TopBar* topBar() const { return m_topBar; }
    [[nodiscard]] Navigation* navigation() const { return m_navigation; }
    [[nodiscard]] PageHost* pages() const { return m_pages; }
    [[nodiscard]] NotificationPanel* notificationPanel() const { return m_panel; }
    [[nodiscard]] Toast* toast() const { return m_toast; }
    [[nodiscard]] CommandPalette* commandPalette() const { return m_palette; }
    [[nodiscard]] ShellCommands* commands() const { return m_commands; }

Q_SIGNALS:
    void connectionChangeWanted(); //!< "Connect elsewhere …" of the pill's menu
    void attachVaultWanted();

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    class ShellNavigator;
    void makeKeys();
    void connectTopBar();
    void updateCommands();
    void togglePalette();
    void openPalette(const QString& typed);
    void openPaletteAgain();
    [[nodiscard]] QVector<Findable> ownFindables() const;
    [[nodiscard]] QList<QAction*> keyboardActions() const;
    void askForMenu();
    void copyLink();
    void openSettings();
    void showSettingsMenu();
    void showConnectionMenu();
    void showBlade(Blade* blade);
    void closeBlades();
    void showNotifications(bool on);
    void openLink(int notification, const QString& link);
    void focusFilter();
    void cycleRegion(int step);
    [[nodiscard]] QList<QWidget*> regions() const;
    [[nodiscard]] bool isBlocked() const; //!< a blade with scrim is open
    void pageChanged(const Route& route);
    void ask(const QString& sentence, std::function<void()> leave);
    void applyLook();
    void updateThemeButton();
    void updateUnread();
    void retranslate();
    [[nodiscard]] Crumb home() const;
    [[nodiscard]] Page* makePage(const Route& route);

    presentation::NotificationLog& m_log;
    presentation::Settings& m_settings;
    presentation::Language& m_language;
    Theme& m_theme;
    std::unique_ptr<ShellNavigator> m_navigator;
    Services m_services;
    PageMaker m_maker;
    RouteOf m_routeOf;
    TopBar* m_topBar;
    Navigation* m_navigation;
    PageHost* m_pages;
    NotificationPanel* m_panel = nullptr;
    Toast* m_toast = nullptr;
    CommandPalette* m_palette = nullptr;
    ShellCommands* m_commands = nullptr;
    QPointer<FindSource> m_finder;
    std::function<QVector<Findable>()> m_morePages;
    std::function<QList<QAction*>(QObject*)> m_connections;
    bool m_canAttachVault = false;
    QPointer<AllServicesPage> m_servicesPage;
    QHash<QString, QString> m_states;
    QList<QPointer<Blade>> m_blades;
};

} // namespace valv::views
