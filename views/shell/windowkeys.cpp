// SPDX-License-Identifier: GPL-3.0-or-later
// Keys, regions and menus of MainWindow.
#include "controls/commandbar.h"
#include "controls/navlist.h"
#include "presentation/app/language.h"
#include "presentation/app/settings.h"
#include "shell/infoblades.h"
#include "shell/mainwindow.h"
#include "shell/navigation.h"
#include "shell/notificationpanel.h"
#include "shell/toast.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMenu>
#include <QShortcut>

namespace valv::views {

using presentation::LanguageChoice;
using presentation::LookChoice;
using presentation::MotionSetting;

namespace {

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

//! A menu of exclusive choices, the current one ticked.
template <typename E, typename F>
void addChoices(QMenu* menu, const QList<QPair<QString, E>>& choices, E current, F choose)
{
    auto* group = new QActionGroup(menu);
    for (const auto& [text, value] : choices) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(value == current);
        group->addAction(action);
        QObject::connect(action, &QAction::triggered, menu, [choose, chosen = value] { choose(chosen); });
    }
}

void popUnder(QMenu* menu, QWidget* button)
{
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(button->mapToGlobal(QPoint(0, button->height() + 2)));
}

} // namespace

void MainWindow::makeKeys()
{
    const auto key = [this](const QKeySequence& keys, auto f) {
        auto* shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, [this, f] {
            if (!isBlocked()) {
                f();
            }
        });
    };
    key(Qt::CTRL | Qt::Key_K, [this] {
        m_topBar->search()->setFocus(Qt::ShortcutFocusReason);
        m_topBar->search()->selectAll();
    });
    key(Qt::CTRL | Qt::Key_F, [this] { focusFilter(); });
    key(Qt::Key_F5, [this] {
        if (const PageView* view = m_pages->view()) {
            view->page()->refresh();
        }
    });
    key(Qt::ALT | Qt::Key_Left, [this] { m_pages->back(); });
    key(Qt::ALT | Qt::Key_Right, [this] { m_pages->forward(); });
    key(Qt::Key_F6, [this] { cycleRegion(1); });
    key(Qt::SHIFT | Qt::Key_F6, [this] { cycleRegion(-1); });
    key(Qt::CTRL | Qt::SHIFT | Qt::Key_N, [this] { showNotifications(!m_panel->isOpen()); });
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

void MainWindow::mouseReleaseEvent(QMouseEvent* event)
{
    // The side buttons of a mouse.
    if (event->button() == Qt::BackButton && !isBlocked()) {
        m_pages->back();
    } else if (event->button() == Qt::ForwardButton && !isBlocked()) {
        m_pages->forward();
    } else {
        QMainWindow::mouseReleaseEvent(event);
    }
}

void MainWindow::showSettingsMenu()
{
    auto* menu = new QMenu(this);
    if (m_services.has(QStringLiteral("settings"))) {
        connect(menu->addAction(tr("Settings")), &QAction::triggered, this, [this] {
            m_pages->open({QStringLiteral("settings"), {}, {}});
        });
        menu->addSeparator();
    }
    QMenu* look = menu->addMenu(tr("Theme"));
    addChoices<LookChoice>(look,
                           {{tr("Use system setting"), LookChoice::System},
                            {tr("Light"), LookChoice::Light},
                            {tr("Dark"), LookChoice::Dark}},
                           m_settings.look(), [this](LookChoice choice) { m_settings.setLook(choice); });
    QMenu* language = menu->addMenu(tr("Language"));
    addChoices<LanguageChoice>(language,
                               {{tr("Use system setting"), LanguageChoice::System},
                                {QStringLiteral("Svenska"), LanguageChoice::Swedish},
                                {QStringLiteral("English"), LanguageChoice::English}},
                               m_settings.language(), [this](LanguageChoice choice) { m_language.choose(choice); });
    QAction* contrast = menu->addAction(tr("High contrast"));
    contrast->setCheckable(true);
    contrast->setChecked(m_settings.highContrast());
    connect(contrast, &QAction::toggled, this, [this](bool on) { m_settings.setHighContrast(on); });
    QAction* motion = menu->addAction(tr("Reduce motion"));
    motion->setCheckable(true);
    motion->setChecked(m_settings.motion() == MotionSetting::Reduced);
    connect(motion, &QAction::toggled, this,
            [this](bool on) { m_settings.setMotion(on ? MotionSetting::Reduced : MotionSetting::System); });
    menu->addSeparator();
    if (!m_navigation->isHidden()) { // at the first start it is what the page asks
        connect(menu->addAction(tr("Connect elsewhere …")), &QAction::triggered, this,
                &MainWindow::connectionChangeWanted);
        menu->addSeparator();
    }
    connect(menu->addAction(tr("Keyboard shortcuts")), &QAction::triggered, this,
            [this] { showBlade(new ShortcutsBlade(this)); });
    connect(menu->addAction(tr("About Valv")), &QAction::triggered, this, [this] { showBlade(new AboutBlade(this)); });
    popUnder(menu, m_topBar->settings());
}

void MainWindow::showConnectionMenu()
{
    auto* menu = new QMenu(this);
    QAction* state = menu->addAction(m_topBar->connection()->toolTip());
    state->setEnabled(false);
    menu->addSeparator();
    connect(menu->addAction(tr("Connect elsewhere …")), &QAction::triggered, this, &MainWindow::connectionChangeWanted);
    popUnder(menu, m_topBar->connection());
}

} // namespace valv::views
