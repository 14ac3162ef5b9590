// SPDX-License-Identifier: GPL-3.0-or-later
#include "shell/mainwindow.h"

#include "presentation/app/language.h"
#include "presentation/app/notifications.h"
#include "presentation/app/settings.h"
#include "shell/allservicespage.h"
#include "shell/commandpalette.h"
#include "shell/navigation.h"
#include "shell/notfoundpage.h"
#include "shell/notificationpanel.h"
#include "shell/shellcommands.h"
#include "shell/toast.h"
#include "theme/theme.h"

#include <QApplication>
#include <QCloseEvent>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace valv::views {

using presentation::LookChoice;
using presentation::MotionSetting;
using presentation::Settings;

namespace {

const QString servicesPage = QStringLiteral("services");
const QString overviewPage = QStringLiteral("overview");
const QString jobsPage = QStringLiteral("jobs");

} // namespace

class MainWindow::ShellNavigator final : public Navigator
{
public:
    explicit ShellNavigator(MainWindow& window)
        : m_window(window)
    { }
    void open(const Route& route) override { m_window.m_pages->open(route); }
    void replace(const Route& route) override { m_window.m_pages->replace(route); }
    void back() override { m_window.m_pages->back(); }
    void forward() override { m_window.m_pages->forward(); }
    [[nodiscard]] Route current() const override { return m_window.m_pages->current(); }
    [[nodiscard]] QWidget* window() const override { return &m_window; }
    void openBlade(Blade* blade) override { m_window.showBlade(blade); }
    void showNotifications() override { m_window.showNotifications(true); }

private:
    MainWindow& m_window;
};

MainWindow::MainWindow(presentation::NotificationLog& notifications, Settings& settings,
                       presentation::Language& language, Theme& theme, QWidget* parent)
    : QMainWindow(parent)
    , m_log(notifications)
    , m_settings(settings)
    , m_language(language)
    , m_theme(theme)
    , m_navigator(std::make_unique<ShellNavigator>(*this))
    , m_topBar(new TopBar)
    , m_navigation(new Navigation(settings))
    , m_pages(new PageHost)
{
    setMinimumSize(1000, 700);
    auto* central = new QWidget(this);
    auto* outer = new QVBoxLayout(central);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->setSpacing(0);
    outer->addWidget(m_topBar);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_navigation);
    row->addWidget(m_pages, 1);
    outer->addLayout(row, 1);
    setCentralWidget(central);
    m_panel = new NotificationPanel(notifications, language, this);
    m_palette = new CommandPalette(m_language, this);
    m_commands = new ShellCommands(this);
    m_toast = new Toast(notifications, language, this);

    m_pages->setQuestion(
        [this](const QString& sentence, std::function<void()> leave) { ask(sentence, std::move(leave)); });
    connect(m_pages, &PageHost::currentChangedTo, this, &MainWindow::pageChanged);
    connect(m_pages, &PageHost::leaving, this, &MainWindow::closeBlades); // they belong to the page
    connect(m_navigation, &Navigation::routeWanted, this, [this](const Route& route) { m_pages->open(route); });
    connect(m_panel, &NotificationPanel::linkActivated, this, &MainWindow::openLink);
    connect(m_panel, &NotificationPanel::jobsWanted, this, [this] {
        showNotifications(false);
        m_pages->open({jobsPage, {}, {}});
    });
    connect(m_panel, &Blade::closed, this, [this] { m_topBar->bell()->setChecked(false); });
    connect(m_toast, &Toast::linkActivated, this, &MainWindow::openLink);
    connect(&m_log, &presentation::NotificationLog::added, this, [this](int id) {
        if (!m_panel->isOpen()) {
            m_toast->showNotification(id);
        }
    });
    connect(&m_log, &presentation::NotificationLog::unreadChanged, this, &MainWindow::updateUnread);
    connect(&m_settings, &Settings::changed, this, &MainWindow::applyLook);
    connect(&m_theme, &Theme::changed, this, &MainWindow::updateThemeButton);
    connectTopBar();
    makeKeys();
    qApp->installEventFilter(this);
    applyLook();
    retranslate();
    updateUnread();
    const QByteArray geometry = m_settings.windowGeometry();
    if (geometry.isEmpty() || !restoreGeometry(geometry)) {
        resize(1440, 900);
    }
}

MainWindow::~MainWindow()
{
    hide(); // what a field says when it is left, it says while all is there
    // Pages and blades use the navigator: they go first.
    m_pages->setMaker({});
    delete takeCentralWidget();
}

Navigator& MainWindow::navigator() const
{
    return *m_navigator;
}

Crumb MainWindow::home() const
{
    return {tr("Home"), Route{m_services.has(overviewPage) ? overviewPage : servicesPage, {}, {}}};
}

void MainWindow::setPages(const QStringList& pages, PageMaker maker)
{
    m_palette->closePalette();
    closeBlades();
    m_services = Services(pages);
    m_maker = std::move(maker);
    m_states.clear();
    m_navigation->setServices(m_services);
    m_pages->setMaker([this](const Route& route) { return makePage(route); });
    m_pages->setHome(home());
}

void MainWindow::start(const Route& home, const Route& first)
{
    m_pages->start(home, first);
}

Page* MainWindow::makePage(const Route& route)
{
    if (route.page == servicesPage) {
        auto* page = new AllServicesPage(m_services, m_settings, m_language, *m_navigator);
        page->setStates(m_states);
        m_servicesPage = page;
        return page;
    }
    Page* page = m_maker ? m_maker(route) : nullptr;
    return page != nullptr ? page : new NotFoundPage(*m_navigator);
}

void MainWindow::setFrameVisible(bool visible)
{
    m_navigation->setVisible(visible);
    m_topBar->search()->setVisible(visible);
    m_topBar->connection()->setVisible(visible);
    updateCommands();
}

void MainWindow::setConnection(const QString& name, LinkState state, const QString& description)
{
    m_topBar->connection()->setConnection(name, state, description);
    QResizeEvent same(m_topBar->size(), m_topBar->size());
    QCoreApplication::sendEvent(m_topBar, &same);
}

void MainWindow::setFindSource(FindSource* source)
{
    m_palette->closePalette(); // it holds the old one's things
    m_finder = source;
}

void MainWindow::setCanAttachVault(bool can)
{
    m_canAttachVault = can;
    updateCommands();
}

void MainWindow::setServiceState(const QString& page, const QString& text, int badge)
{
    m_states.insert(page, text);
    m_navigation->setBadge(page, badge);
    if (m_servicesPage) {
        m_servicesPage->setStates(m_states);
    }
}

void MainWindow::connectTopBar()
{
    connect(m_topBar->bell(), &QAbstractButton::clicked, this, [this] { showNotifications(!m_panel->isOpen()); });
    connect(m_topBar->settings(), &QAbstractButton::clicked, this, &MainWindow::openSettings);
    connect(m_topBar->connection(), &QAbstractButton::clicked, this, &MainWindow::showConnectionMenu);
    connect(m_topBar->language(), &QAbstractButton::clicked, this, [this] { m_language.toggle(); });
    connect(m_topBar->theme(), &QAbstractButton::clicked, this,
            [this] { m_settings.setLook(m_theme.isDark() ? LookChoice::Light : LookChoice::Dark); });
}

void MainWindow::pageChanged(const Route& route)
{
    m_navigation->setCurrent(route);
    const Service* service = m_services.find(route.page);
    if (service != nullptr && !route.subject.isEmpty()) {
        Route place = route;
        m_settings.addRecent(toLink(place));
    }
    if (const PageView* view = m_pages->view()) {
        m_servicesPage = qobject_cast<AllServicesPage*>(view->page());
        //: window title: %1 is the page
        setWindowTitle(tr("%1 – Valv").arg(view->page()->heading().title));
    }
    if (m_servicesPage) {
        m_servicesPage->setStates(m_states);
    }
    m_topBar->settings()->setChecked(route.page == QLatin1String("settings"));
    updateCommands();
    Q_EMIT m_navigator->currentChanged(route);
}

void MainWindow::ask(const QString& sentence, std::function<void()> leave)
{
    auto* box = new QMessageBox(QMessageBox::Question, tr("Confirm"), sentence, QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton* discard = box->addButton(tr("Discard changes"), QMessageBox::DestructiveRole);
    QPushButton* stay = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    box->setDefaultButton(stay);
    box->setEscapeButton(stay);
    connect(discard, &QAbstractButton::clicked, this, [leave = std::move(leave)] { leave(); });
    box->open();
}

void MainWindow::closeBlades()
{
    const auto open = m_blades;
    for (const QPointer<Blade>& blade : open) {
        if (blade) {
            blade->setCloseGuard({});
            blade->closeBlade();
        }
    }
}

void MainWindow::showBlade(Blade* blade)
{
    if (blade->parentWidget() != this) {
        blade->setParent(this);
        installEventFilter(blade);
    }
    m_blades.append(blade);
    connect(blade, &Blade::closed, this, [this, blade] { m_blades.removeAll(QPointer<Blade>(blade)); });
    m_toast->dismiss();
    blade->open();
}

bool MainWindow::isBlocked() const
{
    return m_palette->isOpen() || std::any_of(m_blades.cbegin(), m_blades.cend(), [](const QPointer<Blade>& each) {
               return each && each->isOpen();
           });
}

void MainWindow::showNotifications(bool on)
{
    m_toast->dismiss();
    if (on && !isBlocked()) {
        m_topBar->bell()->setChecked(true);
        m_panel->open();
    } else if (!on) {
        m_panel->closeBlade();
    }
    m_topBar->bell()->setChecked(m_panel->isOpen());
}

void MainWindow::openLink(int notification, const QString& link)
{
    const presentation::Notification* found = m_log.find(notification);
    if (found == nullptr || !m_routeOf) {
        return;
    }
    const Route route = m_routeOf(link == QLatin1String("job") ? found->job : found->target);
    if (!route.page.isEmpty()) {
        m_panel->closeBlade();
        m_pages->open(route);
    }
}

void MainWindow::updateUnread()
{
    const int unread = m_log.unread();
    m_topBar->bell()->setCount(unread);
    const QString name = unread == 0 ? tr("Notifications") : tr("Notifications, %n unread", nullptr, unread);
    m_topBar->bell()->setName(name, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_N).toString(QKeySequence::NativeText));
}

void MainWindow::applyLook()
{
    switch (m_settings.look()) {
    case LookChoice::System:
        m_theme.setChoice(ThemeChoice::System);
        break;
    case LookChoice::Light:
        m_theme.setChoice(ThemeChoice::Light);
        break;
    case LookChoice::Dark:
        m_theme.setChoice(ThemeChoice::Dark);
        break;
    }
    switch (m_settings.motion()) {
    case MotionSetting::System:
        m_theme.setMotionChoice(MotionChoice::System);
        break;
    case MotionSetting::Full:
        m_theme.setMotionChoice(MotionChoice::Full);
        break;
    case MotionSetting::Reduced:
        m_theme.setMotionChoice(MotionChoice::Reduced);
        break;
    }
    m_theme.setHighContrast(m_settings.highContrast());
    updateThemeButton();
    updateCommands();
}

void MainWindow::updateThemeButton()
{
    m_topBar->theme()->setBarIcon(m_theme.isDark() ? Icon::Light : Icon::Dark);
    m_topBar->theme()->setName(m_theme.isDark() ? tr("Switch to light theme") : tr("Switch to dark theme"));
}

void MainWindow::retranslate()
{
    m_topBar->language()->setText(m_language.isSwedish() ? QStringLiteral("SV") : QStringLiteral("EN"));
    // Said in the other language on purpose: who does not read this one finds the button.
    m_topBar->language()->setName(m_language.isSwedish() ? QStringLiteral("Switch to English")
                                                         : QStringLiteral("Byt till svenska"));
    QResizeEvent same(m_topBar->size(), m_topBar->size());
    QCoreApplication::sendEvent(m_topBar, &same);
    m_pages->setHome(home());
    m_commands->retranslate();
    updateUnread();
    applyLook();
    if (m_palette != nullptr && m_palette->isOpen()) {
        // Once the page has its new words, too.
        QTimer::singleShot(0, m_palette, [this] { openPaletteAgain(); });
    }
    if (const PageView* view = m_pages->view()) {
        setWindowTitle(tr("%1 – Valv").arg(view->page()->heading().title));
    }
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
    }
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    m_navigation->setNarrow(width() < Breakpoint::navCollapsesBelow);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    const PageView* view = m_pages->view();
    const QString unsaved = view != nullptr ? view->page()->unsaved() : QString();
    if (!unsaved.isEmpty() && !property("leaving").toBool()) {
        event->ignore();
        ask(unsaved, [this] {
            setProperty("leaving", true);
            close();
        });
        return;
    }
    m_settings.setWindowGeometry(saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace valv::views
