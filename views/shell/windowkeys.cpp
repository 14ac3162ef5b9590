// SPDX-License-Identifier: GPL-3.0-or-later
// Keys, regions and menus of MainWindow.
#include "controls/action.h"
#include "controls/commandbar.h"
#include "controls/menu.h"
#include "controls/navlist.h"
#include "controls/tabstops.h"
#include "frame/vaultroutes.h"
#include "presentation/app/language.h"
#include "presentation/app/notifications.h"
#include "presentation/app/settings.h"
#include "shell/commandpalette.h"
#include "shell/infoblades.h"
#include "shell/mainwindow.h"
#include "shell/navigation.h"
#include "shell/notificationpanel.h"
#include "shell/shellcommands.h"
#include "shell/toast.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QScrollArea>

namespace valv::views {

using presentation::LanguageChoice;
using presentation::LookChoice;
using presentation::MotionSetting;

namespace {

const QString servicesPlace = QStringLiteral("services");
const QString settingsPlace = QStringLiteral("settings");

//! The first thing in a region that Tab would stop at; the current item of a list rather than its first.
QWidget* firstStop(QWidget* region)
{
    for (QWidget* w = region->nextInFocusChain(); w != nullptr && w != region; w = w->nextInFocusChain()) {
        if (region->isAncestorOf(w) && w->isVisible() && w->isEnabled() && (w->focusPolicy() & Qt::TabFocus)) {
            return w;
        }
    }
    return nullptr;
}

void popUnder(QMenu* menu, QWidget* button)
{
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(button->mapToGlobal(QPoint(0, button->height() + 2)));
}

} // namespace

void MainWindow::makeKeys()
{
    using Command = ShellCommands;
    const auto on = [this](Command::Id id, std::function<void()> run) {
        m_commands->on(id, [this, run = std::move(run)] {
            if (!isBlocked()) {
                run();
            }
        });
    };
    m_commands->on(Command::Palette, [this] { togglePalette(); });
    on(Command::Filter, [this] { focusFilter(); });
    on(Command::Refresh, [this] {
        if (const PageView* view = m_pages->view()) {
            view->page()->refresh();
        }
    });
    on(Command::Back, [this] { m_pages->back(); });
    on(Command::Forward, [this] { m_pages->forward(); });
    on(Command::Home, [this] { m_pages->open(home().route); });
    on(Command::NextRegion, [this] { cycleRegion(1); });
    on(Command::PreviousRegion, [this] { cycleRegion(-1); });
    on(Command::Notifications, [this] { showNotifications(!m_panel->isOpen()); });
    on(Command::Settings, [this] { openSettings(); });
    on(Command::ConnectElsewhere, [this] { Q_EMIT connectionChangeWanted(); });
    on(Command::CreateVault, [this] { m_pages->open(createVaultRoute()); });
    on(Command::AttachVault, [this] { Q_EMIT attachVaultWanted(); });
    on(Command::CopyLink, [this] { copyLink(); });
    on(Command::ToggleMenu, [this] { m_navigation->toggle()->click(); });
    on(Command::LightTheme, [this] { m_settings.setLook(LookChoice::Light); });
    on(Command::DarkTheme, [this] { m_settings.setLook(LookChoice::Dark); });
    on(Command::SystemTheme, [this] { m_settings.setLook(LookChoice::System); });
    on(Command::Swedish, [this] { m_language.choose(LanguageChoice::Swedish); });
    on(Command::English, [this] { m_language.choose(LanguageChoice::English); });
    on(Command::SystemLanguage, [this] { m_language.choose(LanguageChoice::System); });
    on(Command::HighContrast, [this] { m_settings.setHighContrast(!m_settings.highContrast()); });
    on(Command::ReduceMotion, [this] {
        const bool reduced = m_settings.motion() == MotionSetting::Reduced;
        m_settings.setMotion(reduced ? MotionSetting::System : MotionSetting::Reduced);
    });
    on(Command::KeyboardMap, [this] { showBlade(new KeyboardMapBlade(keyboardActions(), this)); });
    on(Command::About, [this] { showBlade(new AboutBlade(this)); });
    connect(m_palette, &CommandPalette::routeChosen, this, [this](const Route& route) { m_pages->open(route); });
    connect(m_topBar->search(), &TopSearch::wanted, this, &MainWindow::openPalette);
    updateCommands();
}

//! What can be done now, and what is ticked.
void MainWindow::updateCommands()
{
    using Command = ShellCommands;
    const PageView* view = m_pages->view();
    m_commands->setReason(Command::Back, m_pages->canGoBack() ? QString() : tr("There is no earlier page."));
    m_commands->setReason(Command::Forward, m_pages->canGoForward() ? QString() : tr("There is no later page."));
    const bool filter = view != nullptr && view->page()->filterField() != nullptr;
    m_commands->setReason(Command::Filter, filter ? QString() : tr("This page has no filter."));
    m_commands->setChecked(Command::LightTheme, m_settings.look() == LookChoice::Light);
    m_commands->setChecked(Command::DarkTheme, m_settings.look() == LookChoice::Dark);
    m_commands->setChecked(Command::SystemTheme, m_settings.look() == LookChoice::System);
    m_commands->setChecked(Command::Swedish, m_settings.language() == LanguageChoice::Swedish);
    m_commands->setChecked(Command::English, m_settings.language() == LanguageChoice::English);
    m_commands->setChecked(Command::SystemLanguage, m_settings.language() == LanguageChoice::System);
    m_commands->setChecked(Command::HighContrast, m_settings.highContrast());
    m_commands->setChecked(Command::ReduceMotion, m_settings.motion() == MotionSetting::Reduced);
    // At the first start there is nowhere to go and nothing to find.
    const bool connected = !m_navigation->isHidden();
    for (const auto id :
         {Command::Palette, Command::Home, Command::ConnectElsewhere, Command::CopyLink, Command::ToggleMenu}) {
        m_commands->setOffered(id, connected);
    }
    m_commands->setOffered(Command::CreateVault, connected && m_services.has(vaultsRoute().page));
    m_commands->setOffered(Command::AttachVault, connected && m_canAttachVault);
    m_commands->setOffered(Command::Settings, m_services.has(settingsPlace));
}

void MainWindow::togglePalette()
{
    if (m_palette->isOpen()) {
        m_palette->closePalette();
    } else if (!isBlocked()) {
        openPalette({});
    }
}

void MainWindow::openPalette(const QString& typed)
{
    if (isBlocked() || m_navigation->isHidden()) {
        return;
    }
    m_toast->dismiss();
    updateCommands();
    m_palette->open(ownFindables(), m_finder, typed);
}

//! With the same words typed, after a change of language.
void MainWindow::openPaletteAgain()
{
    if (m_palette->isOpen()) {
        m_palette->open(ownFindables(), m_finder, m_palette->field()->text());
    }
}

//! Commands of the page and the window, pages, parts of the settings, and recent places.
QVector<Findable> MainWindow::ownFindables() const
{
    QVector<Findable> found;
    const auto addCommand = [this, &found](QAction* action) {
        if (action->isSeparator() || !action->isVisible() || action == m_commands->action(ShellCommands::Palette)) {
            return;
        }
        const QString text = QString(action->text()).remove(QLatin1Char('&'));
        found.append({FindKind::Command, text, {}, actionIcon(action), {}, action, m_language.inOtherLanguage(text)});
    };
    if (const PageView* view = m_pages->view()) {
        for (QAction* action : view->page()->commands()) {
            addCommand(action);
        }
    }
    for (QAction* action : m_commands->all()) {
        addCommand(action);
    }
    const auto addPage = [this, &found](const QString& text, const QString& also, Icon icon, const Route& route) {
        found.append({FindKind::Page, text, also, icon, route, {}, m_language.inOtherLanguage(text)});
    };
    addPage(tr("All services"), {}, Icon::AllServices, {servicesPlace, {}, {}});
    for (const Service& service : m_services.all()) {
        addPage(Services::title(service), QString::fromUtf8(service.also), service.icon,
                {QLatin1String(service.page), {}, {}});
    }
    for (const Findable& each : m_morePages ? m_morePages() : QVector<Findable>()) {
        addPage(each.title, each.also, each.icon, each.route);
    }
    for (const QString& link : m_settings.recent()) {
        const Route route = fromLink(link);
        const Service* service = m_services.find(route.page);
        const auto id = ArmId::parse(route.subject);
        if (service != nullptr && id) {
            found.append({FindKind::Recent,
                          id->name().section(QLatin1Char(';'), -1),
                          Services::title(*service),
                          service->icon,
                          route,
                          {}});
        }
    }
    return found;
}

//! Everything that has a key now, for the keyboard map.
QList<QAction*> MainWindow::keyboardActions() const
{
    QList<QAction*> actions = m_commands->all();
    if (const PageView* view = m_pages->view()) {
        actions += view->page()->commands();
    }
    return actions;
}

void MainWindow::focusFilter()
{
    const PageView* view = m_pages->view();
    QWidget* field = view != nullptr ? view->page()->filterField() : nullptr;
    if (field != nullptr && field->isVisible()) {
        field->setFocus(Qt::ShortcutFocusReason);
        if (auto* edit = qobject_cast<QLineEdit*>(field)) {
            edit->selectAll();
        }
    }
}

QList<QWidget*> MainWindow::regions() const
{
    QList<QWidget*> all{m_topBar};
    if (!m_navigation->isHidden()) {
        all.append(m_navigation);
    }
    if (const PageView* view = m_pages->view()) {
        all.append(view->regions());
    }
    if (m_panel->isOpen()) {
        all.append(m_panel);
    }
    if (m_toast->notification() != 0) {
        all.append(m_toast);
    }
    return all;
}

void MainWindow::cycleRegion(int step)
{
    const QList<QWidget*> all = regions();
    const QWidget* focused = QApplication::focusWidget();
    int at = -1;
    for (int i = 0; i < all.size(); ++i) {
        if (focused != nullptr && (all.at(i) == focused || all.at(i)->isAncestorOf(focused))) {
            at = i;
        }
    }
    const int count = static_cast<int>(all.size());
    for (int tried = 0; tried < count; ++tried) {
        at = at < 0 ? (step > 0 ? 0 : count - 1) : (at + step + count) % count;
        QWidget* region = all.at(at);
        if (m_pages->view() != nullptr && region == m_pages->view()->page()) {
            m_pages->view()->page()->focusFirst();
            return;
        }
        if (QWidget* stop = firstStop(region)) {
            stop->setFocus(step > 0 ? Qt::TabFocusReason : Qt::BacktabFocusReason);
            return;
        }
    }
}

void MainWindow::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier) {
        askForMenu();
        return;
    }
    if (isBlocked()) {
        QMainWindow::keyPressEvent(event);
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        // The topmost first; what a page has selected it clears itself, before the key comes here.
        if (m_toast->notification() != 0) {
            m_toast->dismiss();
            return;
        }
        if (m_panel->isOpen()) {
            showNotifications(false);
            return;
        }
    }
    // Unhandled by any field: a single "/" goes to the filter.
    if (event->text() == QLatin1String("/") && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier))) {
        focusFilter();
        return;
    }
    if (event->key() == Qt::Key_Back) {
        m_pages->back();
        return;
    }
    if (event->key() == Qt::Key_Forward) {
        m_pages->forward();
        return;
    }
    QMainWindow::keyPressEvent(event);
}

//! Shift+F10 is the menu key of those who have none; Qt knows only the key itself.
void MainWindow::askForMenu()
{
    if (auto* focused = QApplication::focusWidget()) {
        const QPoint at = focused->inputMethodQuery(Qt::ImCursorRectangle).toRect().center();
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, at, focused->mapToGlobal(at));
        QApplication::sendEvent(focused, &asked);
    }
}

bool MainWindow::focusNextPrevChild(bool next)
{
    QWidget* from = focusWidget();
    QWidget* stop = nextTabStop(*this, from != nullptr ? from : this, next);
    if (stop == nullptr) {
        return false;
    }
    stop->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    for (QWidget* outer = stop->parentWidget(); outer != nullptr; outer = outer->parentWidget()) {
        if (auto* scroll = qobject_cast<QScrollArea*>(outer)) { // also when the focus comes from outside of it
            scroll->ensureWidgetVisible(stop, 0, Space::xl);
        }
    }
    return true;
}

//! The side buttons of a mouse, whatever lies under the pointer.
bool MainWindow::eventFilter(QObject* watched, QEvent* event)
{
    const bool release = event->type() == QEvent::MouseButtonRelease;
    if (release || event->type() == QEvent::MouseButtonPress) {
        const auto button = static_cast<QMouseEvent*>(event)->button();
        const auto* widget = qobject_cast<QWidget*>(watched);
        if ((button == Qt::BackButton || button == Qt::ForwardButton) && widget != nullptr
            && widget->window() == this) {
            if (release && !isBlocked()) {
                button == Qt::BackButton ? m_pages->back() : m_pages->forward();
            }
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::copyLink()
{
    const auto* view = m_pages->view();
    const auto opened = m_pages->current();
    const QString link = toLink(view != nullptr && view->page() != nullptr ? view->page()->routeNow(opened) : opened);
    QApplication::clipboard()->setText(link);
    presentation::Notification said; // seen and heard for a moment
    said.title = presentation::Phrase("valv::views::MainWindow",
                                      QT_TRANSLATE_NOOP("valv::views::MainWindow", "The link has been copied"));
    said.body = presentation::Phrase::verbatim(link);
    m_log.add(said);
}

//! The page of the settings; what can be chosen without it, where there is none.
void MainWindow::openSettings()
{
    if (m_services.has(settingsPlace)) {
        m_pages->open({settingsPlace, {}, {}});
    } else {
        showSettingsMenu();
    }
    m_topBar->settings()->setChecked(m_pages->current().page == settingsPlace); // the click has toggled it
}

void MainWindow::showSettingsMenu()
{
    using Command = ShellCommands;
    updateCommands();
    auto* menu = new Menu(this);
    const auto add = [this](QMenu* to, std::initializer_list<Command::Id> ids) {
        for (const auto id : ids) {
            to->addAction(m_commands->action(id));
        }
    };
    add(menu->addMenu(tr("Theme")), {Command::SystemTheme, Command::LightTheme, Command::DarkTheme});
    add(menu->addMenu(tr("Language")), {Command::SystemLanguage, Command::Swedish, Command::English});
    add(menu, {Command::HighContrast, Command::ReduceMotion});
    menu->addSeparator();
    add(menu, {Command::ConnectElsewhere});
    menu->addSeparator();
    add(menu, {Command::KeyboardMap, Command::About});
    popUnder(menu, m_topBar->settings());
}

void MainWindow::showConnectionMenu()
{
    auto* menu = new Menu(this);
    QAction* state = menu->addAction(m_topBar->connection()->toolTip());
    state->setEnabled(false);
    menu->addSeparator();
    if (m_connections) {
        for (QAction* each : m_connections(menu)) {
            menu->addAction(each);
        }
        menu->addSeparator();
    }
    menu->addAction(m_commands->action(ShellCommands::ConnectElsewhere));
    popUnder(menu, m_topBar->connection());
}

} // namespace valv::views
