// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/console.h"

#include "console/memory.h"
#include "console/pages.h"
#include "console/resourcecommands.h"
#include "console/stage.h"
#include "controls/accessible.h"
#include "controls/action.h"
#include "core/whendone.h"
#include "frame/sessionfinder.h"
#include "hypervisor/demoestate.h"
#include "presentation/activity/activitynotes.h"
#include "presentation/activity/alertnotes.h"
#include "presentation/app/connections.h"
#include "presentation/app/language.h"
#include "presentation/app/notifications.h"
#include "presentation/app/settings.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "settings/connectionrow.h"
#include "settings/settingspage.h"
#include "shell/firststartpage.h"
#include "shell/mainwindow.h"
#include "shell/startingpage.h"
#include "theme/theme.h"
#include "vaults/attachvaultblade.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>
#include <QThreadPool>
#include <QTimeZone>
#include <QtConcurrent>

#include <chrono>
#include <initializer_list>
#include <utility>

namespace valv::console {

using presentation::ConnectionKind;
using presentation::LanguageChoice;
using presentation::LookChoice;

namespace {

constexpr std::chrono::seconds quietTime(2);
const views::Route home{QStringLiteral("virtualmachines"), {}, {}};

QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + QStringLiteral("/valv/valv.ini");
}

QString standardDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/valv");
}

//! The demo is in Stockholm, wherever it is shown.
QTimeZone zoneFor(bool demo)
{
    return demo ? QTimeZone(QByteArrayLiteral("Europe/Stockholm")) : QTimeZone::systemTimeZone();
}

std::shared_ptr<Clock> clockOf(const Stage* stage)
{
    if (stage != nullptr) {
        return stage->clock();
    }
    return std::make_shared<SystemClock>();
}

views::StartingPage::What whatOf(BackendChoice::Kind kind)
{
    switch (kind) {
    case BackendChoice::Kind::Demo:
        return views::StartingPage::What::Demo;
    case BackendChoice::Kind::Server:
        return views::StartingPage::What::Server;
    case BackendChoice::Kind::Folders:
        break;
    }
    return views::StartingPage::What::Folders;
}

//! The choice as the person would set it up, to be found among the connections.
presentation::ConnectionProfile profileOf(const BackendChoice& choice)
{
    presentation::ConnectionProfile profile;
    profile.vmFolders = choice.vmFolders;
    profile.address = choice.address;
    profile.tokenFile = choice.tokenFile;
    profile.caFile = choice.caFile;
    profile.dataFolder = choice.dataFolder;
    profile.kind = choice.kind == BackendChoice::Kind::Server ? ConnectionKind::Server
        : choice.kind == BackendChoice::Kind::Demo            ? ConnectionKind::Demo
                                                              : ConnectionKind::Folders;
    return profile;
}

views::LinkState linkState(presentation::ConnectionState state)
{
    switch (state) {
    case presentation::ConnectionState::Connecting:
        return views::LinkState::Connecting;
    case presentation::ConnectionState::Connected:
        return views::LinkState::Connected;
    case presentation::ConnectionState::Offline:
        return views::LinkState::Offline;
    case presentation::ConnectionState::SignedOut:
        return views::LinkState::SignedOut;
    }
    return views::LinkState::Offline;
}

} // namespace

Console::Console(QApplication& app, const Options& options, bool remember, std::shared_ptr<Stage> stage)
    : m_options(options)
    , m_remember(remember)
    , m_stage(std::move(stage))
    , m_clock(clockOf(m_stage.get()))
{
    views::installAccessibility(); // before any control is spoken of
    m_theme = std::make_unique<views::Theme>(app);
    m_settings = std::make_unique<presentation::Settings>(remember ? settingsFile() : QString());
    if (!options.language.isEmpty()) {
        m_settings->setLanguage(options.language == QLatin1String("sv") ? LanguageChoice::Swedish
                                                                        : LanguageChoice::English);
    }
    if (!options.theme.isEmpty()) {
        m_settings->setLook(options.theme == QLatin1String("dark")        ? LookChoice::Dark
                                : options.theme == QLatin1String("light") ? LookChoice::Light
                                                                          : LookChoice::System);
    }
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(quietTime);
    connect(&m_quiet, &QTimer::timeout, this, [] { QThreadPool::globalInstance()->start(giveBackMemory); });
    m_connections = std::make_unique<presentation::Connections>(*m_settings);
    const auto choice = remembered();
    const bool demo = choice && choice->kind == BackendChoice::Kind::Demo;
    m_language = std::make_unique<presentation::Language>(*m_settings, zoneFor(demo), m_clock);
    m_notifications = std::make_unique<presentation::NotificationLog>(m_clock);
    m_window = std::make_unique<views::MainWindow>(*m_notifications, *m_settings, *m_language, *m_theme);
    m_link = options.openLink;
    m_connections->setUsualDataFolder(options.dataFolder.isEmpty() ? standardDataFolder()
                                                                   : QDir(options.dataFolder).absolutePath());
    m_window->setMorePages([] { return views::SettingsPage::places(); });
    m_window->setConnections([this](QObject* parent) {
        QList<QAction*> others;
        for (const auto& profile : m_connections->all()) {
            if (!m_connections->isCurrent(profile.id)) {
                //: %1 is a connection
                auto* action = views::makeAction(
                    views::Icon::Plug, tr("Connect to %1").arg(views::ConnectionRow::nameOf(profile)), parent);
                connect(
                    action, &QAction::triggered, this, [this, id = profile.id] { switchTo(id); }, Qt::QueuedConnection);
                others.append(action);
            }
        }
        return others;
    });
    connect(m_connections.get(), &presentation::Connections::switchWanted, this, &Console::switchTo,
            Qt::QueuedConnection);
    connect(m_window.get(), &views::MainWindow::attachVaultWanted, this, &Console::openAttachVault);
    connect(m_window.get(), &views::MainWindow::connectionChangeWanted, this, [this] { askWhere(); });
    connect(m_language.get(), &presentation::Language::changed, this, &Console::updateConnection);
}

Console::~Console()
{
    m_window->setFindSource(nullptr);
    m_finder.reset();
    m_window.reset();
    disconnectSession();
}

void Console::start()
{
    if (const auto choice = remembered()) {
        connectTo(*choice);
    } else {
        askWhere();
    }
}

QString Console::dataFolder(BackendChoice::Kind kind) const
{
    if (!m_options.dataFolder.isEmpty()) {
        return QDir(m_options.dataFolder).absolutePath();
    }
    if (kind == BackendChoice::Kind::Folders && !m_settings->dataFolder().isEmpty()) {
        return m_settings->dataFolder();
    }
    return kind == BackendChoice::Kind::Demo ? standardDataFolder() + QStringLiteral("/demo") : standardDataFolder();
}

std::optional<BackendChoice> Console::remembered() const
{
    BackendChoice choice;
    const bool given = m_options.demo || !m_options.vmFolders.isEmpty() || !m_options.connectUrl.isEmpty();
    if (!m_options.connectUrl.isEmpty()) {
        choice.kind = BackendChoice::Kind::Server;
        choice.address = m_options.connectUrl;
        choice.caFile = m_options.caFile;
        choice.tokenFile = m_options.tokenFile;
        choice.stage = m_stage;
    } else if (!given && m_settings->connection() == ConnectionKind::Server) {
        choice.kind = BackendChoice::Kind::Server;
        choice.address = m_settings->serverAddress();
        choice.caFile = m_settings->serverCaFile();
        choice.tokenFile = m_settings->serverTokenFile();
    } else if (m_options.demo || (!given && m_settings->connection() == ConnectionKind::Demo)) {
        choice.kind = BackendChoice::Kind::Demo;
        choice.stage = m_stage;
    } else if (given || m_settings->connection() == ConnectionKind::Folders) {
        for (const auto& folder : given ? m_options.vmFolders : m_settings->vmFolders()) {
            choice.vmFolders.append(QDir(folder).absolutePath());
        }
    } else {
        return std::nullopt;
    }
    choice.dataFolder = dataFolder(choice.kind);
    return choice;
}

void Console::askWhere()
{
    ++m_attempt; // what is still being waited for is no longer wanted
    m_window->setFrameVisible(false);
    m_window->setPages({QStringLiteral("start")}, [this](const views::Route&) -> views::Page* {
        const auto* used = m_connections->find(m_connections->current());
        auto known = used != nullptr ? *used : presentation::ConnectionProfile();
        known.id.clear(); // what is typed over it is another one
        known.name.clear();
        auto* page = new views::FirstStartPage(known, m_session != nullptr);
        connect(page, &views::FirstStartPage::chosen, this, &Console::choose);
        connect(page, &views::FirstStartPage::cancelled, this, &Console::cancelAsking, Qt::QueuedConnection);
        return page;
    });
    m_window->navigator().open({QStringLiteral("start"), {}, {}});
    m_window->show();
}

BackendChoice Console::choiceOf(const presentation::ConnectionProfile& profile) const
{
    BackendChoice choice;
    switch (profile.kind) {
    case ConnectionKind::Demo:
        choice.kind = BackendChoice::Kind::Demo;
        choice.stage = m_stage;
        break;
    case ConnectionKind::Server:
        choice.kind = BackendChoice::Kind::Server;
        choice.address = profile.address;
        choice.tokenFile = profile.tokenFile;
        choice.caFile = profile.caFile;
        break;
    case ConnectionKind::Folders:
    case ConnectionKind::None:
        choice.vmFolders = profile.vmFolders;
        break;
    }
    choice.dataFolder = dataFolder(choice.kind);
    if (choice.kind == BackendChoice::Kind::Folders && !profile.dataFolder.isEmpty()
        && m_options.dataFolder.isEmpty()) {
        choice.dataFolder = profile.dataFolder;
    }
    return choice;
}

void Console::choose(const presentation::ConnectionProfile& profile)
{
    switchTo(m_connections->save(profile));
}

void Console::switchTo(const QString& id)
{
    const auto* profile = m_connections->find(id);
    if (profile != nullptr) {
        const auto wanted = *profile;
        m_connections->setCurrent(id);
        connectTo(choiceOf(wanted));
    }
}

//! The connection that was there all the time is shown again.
void Console::cancelAsking()
{
    if (m_session) {
        showPages();
    }
}

void Console::disconnectSession()
{
    if (m_window) {
        m_window->setFindSource(nullptr);
    }
    m_finder.reset();
    m_context.reset();
    m_alertNotes.reset();
    m_notes.reset();
    m_session.reset();
    m_backend.reset();
}

void Console::connectTo(const BackendChoice& choice)
{
    const bool isFirst = !m_backend;
    if (!isFirst) {
        showStarting(choice);
        disconnectSession(); // pages are gone; two engines can't hold one data folder
    }
    whenDone(QtConcurrent::run([choice] { return Backend::open(choice); }), this,
             [this, choice, attempt = ++m_attempt](const Result<std::shared_ptr<Backend>>& backend) {
                 if (attempt == m_attempt) {
                     opened(choice, backend);
                 }
             });
    if (isFirst) {
        showStarting(choice); // while the engine opens
    }
}

void Console::showStarting(const BackendChoice& choice)
{
    m_window->setFrameVisible(false);
    m_window->setPages({QStringLiteral("starting")}, [this, choice](const views::Route&) -> views::Page* {
        auto* page = new views::StartingPage(whatOf(choice.kind), choice.address, *m_language);
        connect(page, &views::StartingPage::chooseWanted, this, &Console::giveUp, Qt::QueuedConnection);
        return page;
    });
    m_window->navigator().open({QStringLiteral("starting"), {}, {}});
    m_window->show();
}

//! Nobody waits for that server any longer.
void Console::giveUp()
{
    disconnectSession();
    askWhere();
}

void Console::opened(const BackendChoice& choice, const Result<std::shared_ptr<Backend>>& backend)
{
    if (!backend) {
        showFailure(choice, backend.error());
        Q_EMIT failed(backend.error());
        return;
    }
    m_backend = *backend;
    m_connections->use(profileOf(choice));
    openNotifications(choice);
    m_clock.follow(m_backend->clock());
    m_session = std::make_unique<presentation::Session>(m_backend->transport(), m_backend->clientOptions());
    m_notes = std::make_unique<presentation::ActivityNotes>(m_session->activities(), *m_notifications);
    connect(m_session.get(), &presentation::Session::stateChanged, this, &Console::updateConnection);
    connect(&m_session->virtualMachines(), &presentation::ListStoreBase::countChanged, this, &Console::updateServices);
    connect(&m_session->vaults(), &presentation::ListStoreBase::countChanged, this, &Console::updateServices);
    connect(&m_session->items(), &presentation::ListStoreBase::countChanged, this, &Console::updateServices);
    connect(&m_session->jobs(), &presentation::JobStore::runningChanged, this, &Console::updateServices);
    const std::initializer_list<const presentation::ListStoreBase*> longLists{&m_session->virtualMachines(),
                                                                              &m_session->items(), &m_session->jobs()};
    for (const auto* list : longLists) {
        connect(list, &presentation::ListStoreBase::loadEnded, &m_quiet, qOverload<>(&QTimer::start));
    }
    // Whether anybody is there, and lets us in, is known with the first answer; while pages are made, the engine is at
    // work on what is asked next.
    connect(
        &m_session->subscriptions(), &presentation::ListStoreBase::loadEnded, this,
        [this, choice, attempt = m_attempt] {
            if (attempt == m_attempt) {
                answered(choice);
            }
        },
        static_cast<Qt::ConnectionType>(Qt::QueuedConnection | Qt::SingleShotConnection));
    m_session->start(firstList());
    followAlerts();
}

//! That of the page which is going to be shown; null: it is no list.
presentation::ListStoreBase* Console::firstList() const
{
    const auto page = views::fromLink(m_link).page;
    if (page.isEmpty() || page == home.page) {
        return &m_session->virtualMachines();
    }
    if (page == QLatin1String("vaults")) {
        return &m_session->vaults();
    }
    if (page == QLatin1String("items")) {
        return &m_session->items();
    }
    return page == QLatin1String("jobs") ? &m_session->jobs() : nullptr;
}

void Console::answered(const BackendChoice& choice)
{
    if (auto error = m_session->subscriptions().error()) {
        if (error->code == "NetworkOffline") {
            error->code = "ServerUnreachable";
        } else if (error->code == "SignInExpired") {
            error->code = "TokenRefused";
        }
        disconnectSession();
        showFailure(choice, *error);
        Q_EMIT failed(*error);
        return;
    }
    showPages();
    Q_EMIT connected();
}

void Console::showFailure(const BackendChoice& choice, const Error& error)
{
    m_window->setFrameVisible(false);
    m_window->setPages({QStringLiteral("failed")}, [this, choice, error](const views::Route&) -> views::Page* {
        auto* page = new views::StartingPage(whatOf(choice.kind), choice.address, *m_language);
        page->setFailure(error);
        connect(
            page, &views::StartingPage::retryWanted, this, [this, choice] { connectTo(choice); }, Qt::QueuedConnection);
        connect(page, &views::StartingPage::chooseWanted, this, &Console::askWhere, Qt::QueuedConnection);
        return page;
    });
    m_window->navigator().open({QStringLiteral("failed"), {}, {}});
}

void Console::showPages()
{
    m_context = std::make_unique<views::Context>(views::Context{*m_session, *m_notifications, *m_settings, *m_language,
                                                                *m_theme, m_window->navigator(), *m_connections});
    const auto factories = pageFactories();
    QStringList names;
    for (const auto& [name, factory] : factories) {
        names.append(name);
    }
    m_window->setPages(names, views::pageMaker(*m_context, factories));
    m_window->setRouteOf([](const ArmId& id) { return routeOf(id); });
    m_finder = std::make_unique<views::SessionFinder>(*m_context, routeOf, resourceCommands);
    m_window->setFindSource(m_finder.get());
    m_window->setCanAttachVault(m_session->capabilities().attachVault);
    m_window->setFrameVisible(true);
    updateConnection();
    m_window->start(home, views::fromLink(std::exchange(m_link, {})));
    m_window->show();
}

//! What is told of this connection, apart from what was told of others. That of the demo ends with the program.
void Console::openNotifications(const BackendChoice& choice)
{
    const auto& id = m_connections->current();
    QString file;
    if (m_remember && m_backend->kind() == BackendChoice::Kind::Folders) {
        file = choice.dataFolder + QStringLiteral("/notifications.json");
    } else if (m_remember && m_backend->kind() == BackendChoice::Kind::Server && m_connections->isKept(id)) {
        file = standardDataFolder() + QStringLiteral("/notifications/%1.json").arg(id);
    }
    m_notifications->setFile(file);
}

void Console::openLink(const QString& link)
{
    m_link = link;
    if (m_session && m_context && m_window->topBar()->search()->isVisible()) {
        m_window->navigator().open(views::fromLink(std::exchange(m_link, {})));
    }
    m_window->raise();
    m_window->activateWindow();
}

//! The session has been started: what it reads first, the alerts wait for.
void Console::followAlerts()
{
    auto& alerts = m_session->alerts();
    m_alertNotes = std::make_unique<presentation::AlertNotes>(alerts, *m_notifications);
    connect(&alerts, &presentation::ListStoreBase::loadEnded, this, &Console::updateServices);
    connect(&alerts, &presentation::ListStoreBase::rowsChanged, this, &Console::updateServices);
}

void Console::openAttachVault()
{
    if (m_context) {
        m_window->navigator().openBlade(new views::AttachVaultBlade(*m_context, m_window.get()));
    }
}

void Console::updateConnection()
{
    if (!m_session || !m_backend) {
        return;
    }
    const bool remote = m_backend->kind() == BackendChoice::Kind::Server;
    QString description;
    if (m_session->connectionError()) {
        description = presentation::ErrorText::of(*m_session->connectionError(), m_language->locale()).sentence();
    }
    const QString name = (remote ? tr("valvd · %1") : tr("Local engine · %1")).arg(m_backend->hostName());
    m_window->setConnection(name, linkState(m_session->state()), description);
    updateServices();
}

void Console::updateServices()
{
    if (!m_session) {
        return;
    }
    m_window->setServiceState(QStringLiteral("virtualmachines"),
                              presentation::Format::virtualMachines(m_session->virtualMachines().count()));
    const auto count = [this](const char* page, const presentation::ListStoreBase& store, QString (*words)(int)) {
        m_window->setServiceState(QLatin1String(page), store.isEmpty() ? QString() : words(store.count()));
    };
    count("vaults", m_session->vaults(), &presentation::Format::vaults);
    count("items", m_session->items(), &presentation::Format::items);
    const int running = m_session->jobs().countRunning();
    m_window->setServiceState(QStringLiteral("jobs"),
                              running > 0 ? presentation::Format::jobsRunning(running) : QString());
    if (m_alertNotes) {
        const auto counts = m_session->alerts().counts();
        m_window->setServiceState(QStringLiteral("alerts"),
                                  counts.active() > 0 ? presentation::Format::alerts(counts.active()) : QString(),
                                  counts.critical.active);
    }
}

} // namespace valv::console
