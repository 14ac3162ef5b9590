// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/console.h"

#include "console/pages.h"
#include "console/stage.h"
#include "core/whendone.h"
#include "hypervisor/demoestate.h"
#include "presentation/activity/activitynotes.h"
#include "presentation/app/language.h"
#include "presentation/app/notifications.h"
#include "presentation/app/settings.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "shell/firststartpage.h"
#include "shell/mainwindow.h"
#include "shell/startingpage.h"
#include "theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QStandardPaths>
#include <QTimeZone>
#include <QtConcurrent>

namespace valv::console {

using presentation::ConnectionKind;
using presentation::LanguageChoice;
using presentation::LookChoice;

namespace {

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

std::shared_ptr<Clock> clockOf(const Options& options, const Stage* stage)
{
    if (stage != nullptr && options.demo) {
        return stage->clock();
    }
    return std::make_shared<SystemClock>();
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
    , m_clock(clockOf(options, m_stage.get()))
{
    m_theme = std::make_unique<views::Theme>(app);
    m_settings = std::make_unique<presentation::Settings>(remember ? settingsFile() : QString());
    if (!options.language.isEmpty()) {
        m_settings->setLanguage(options.language == QLatin1String("sv") ? LanguageChoice::Swedish : LanguageChoice::English);
    }
    if (!options.theme.isEmpty()) {
        m_settings->setLook(options.theme == QLatin1String("dark")        ? LookChoice::Dark
                                : options.theme == QLatin1String("light") ? LookChoice::Light
                                                                          : LookChoice::System);
    }
    const auto choice = remembered();
    const bool demo = choice && choice->kind == BackendChoice::Kind::Demo;
    m_language = std::make_unique<presentation::Language>(*m_settings, zoneFor(demo), m_clock);
    m_notifications = std::make_unique<presentation::NotificationLog>(
        m_clock, remember && !demo ? standardDataFolder() + QStringLiteral("/notifications.json") : QString());
    m_window = std::make_unique<views::MainWindow>(*m_notifications, *m_settings, *m_language, *m_theme);
    connect(m_window.get(), &views::MainWindow::connectionChangeWanted, this, [this] { askWhere(); });
    connect(m_language.get(), &presentation::Language::changed, this, &Console::updateConnection);
}

Console::~Console()
{
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
    return kind == BackendChoice::Kind::Demo ? standardDataFolder() + QStringLiteral("/demo") : standardDataFolder();
}

std::optional<BackendChoice> Console::remembered() const
{
    BackendChoice choice;
    if (!m_options.connectUrl.isEmpty()) {
        choice.kind = BackendChoice::Kind::Server;
        choice.address = m_options.connectUrl;
        choice.caFile = m_options.caFile;
        choice.tokenFile = m_options.tokenFile;
        return choice;
    }
    if (m_options.demo || (m_options.vmFolders.isEmpty() && m_settings->connection() == ConnectionKind::Demo)) {
        choice.kind = BackendChoice::Kind::Demo;
        choice.stage = m_stage;
    } else {
        const bool given = !m_options.vmFolders.isEmpty();
        if (!given && m_settings->connection() != ConnectionKind::Folders) {
            return std::nullopt;
        }
        for (const auto& folder : given ? m_options.vmFolders : m_settings->vmFolders()) {
            choice.vmFolders.append(QDir(folder).absolutePath());
        }
    }
    choice.dataFolder = dataFolder(choice.kind);
    return choice;
}

void Console::askWhere(const QString& error)
{
    m_window->setFrameVisible(false);
    m_window->setPages({ QStringLiteral("start") }, [this, error](const views::Route&) -> views::Page* {
        auto* page = new views::FirstStartPage(m_settings->vmFolders().value(0));
        page->setError(error);
        connect(page, &views::FirstStartPage::folderChosen, this, [this](const QString& folder) {
            m_settings->setConnection(ConnectionKind::Folders);
            m_settings->setVmFolders({ folder });
            BackendChoice choice;
            choice.vmFolders = { folder };
            choice.dataFolder = dataFolder(choice.kind);
            connectTo(choice);
        });
        connect(page, &views::FirstStartPage::demoChosen, this, [this] {
            m_settings->setConnection(ConnectionKind::Demo);
            BackendChoice choice;
            choice.kind = BackendChoice::Kind::Demo;
            choice.stage = m_stage;
            choice.dataFolder = dataFolder(choice.kind);
            connectTo(choice);
        });
        return page;
    });
    m_window->navigator().open({ QStringLiteral("start"), {}, {} });
    m_window->show();
}

void Console::disconnectSession()
{
    m_context.reset();
    m_notes.reset();
    m_session.reset();
    m_backend.reset();
}

void Console::connectTo(const BackendChoice& choice)
{
    showStarting(choice);
    disconnectSession(); // pages are gone; two engines can't hold one data folder
    whenDone(QtConcurrent::run([choice] { return Backend::open(choice); }), this,
             [this, choice](const Result<std::shared_ptr<Backend>>& backend) { opened(choice, backend); });
}

void Console::showStarting(const BackendChoice& choice)
{
    m_window->setFrameVisible(false);
    const bool demo = choice.kind == BackendChoice::Kind::Demo;
    m_window->setPages({ QStringLiteral("starting") }, [demo](const views::Route&) -> views::Page* {
        return new views::StartingPage(demo);
    });
    m_window->navigator().open({ QStringLiteral("starting"), {}, {} });
    m_window->show();
}

void Console::opened(const BackendChoice& choice, const Result<std::shared_ptr<Backend>>& backend)
{
    if (!backend) {
        showFailure(choice, backend.error());
        Q_EMIT failed(backend.error());
        return;
    }
    m_backend = *backend;
    m_clock.follow(m_backend->clock());
    m_session = std::make_unique<presentation::Session>(m_backend->transport(), m_backend->clientOptions());
    m_notes = std::make_unique<presentation::ActivityNotes>(m_session->activities(), *m_notifications);
    connect(m_session.get(), &presentation::Session::stateChanged, this, &Console::updateConnection);
    for (presentation::ListStoreBase* store : std::initializer_list<presentation::ListStoreBase*> {
             &m_session->virtualMachines(), &m_session->jobs() }) {
        connect(store, &presentation::ListStoreBase::countChanged, this, &Console::updateServices);
        connect(store, &presentation::ListStoreBase::rowsChanged, this, &Console::updateServices);
    }
    showPages();
    m_session->start();
    Q_EMIT connected();
}

void Console::showFailure(const BackendChoice& choice, const Error& error)
{
    const auto text = presentation::ErrorText::of(error, m_language->locale());
    m_window->setFrameVisible(false);
    m_window->setPages({ QStringLiteral("failed") }, [this, choice, text](const views::Route&) -> views::Page* {
        auto* page = new views::StartingPage(false);
        page->setFailure(text.title(), text.message().mid(text.title().size()).trimmed() + QLatin1Char(' ') + text.action(),
                         text.code());
        connect(page, &views::StartingPage::retryWanted, this, [this, choice] { connectTo(choice); });
        connect(page, &views::StartingPage::chooseWanted, this, [this] { askWhere(); });
        return page;
    });
    m_window->navigator().open({ QStringLiteral("failed"), {}, {} });
}

void Console::showPages()
{
    m_context = std::make_unique<views::Context>(views::Context { *m_session, *m_notifications, *m_settings, *m_language,
                                                                  *m_theme, m_window->navigator() });
    const auto factories = pageFactories();
    QStringList names;
    for (const auto& [name, factory] : factories) {
        names.append(name);
    }
    m_window->setPages(names, views::pageMaker(*m_context, factories));
    m_window->setRouteOf([](const ArmId& id) { return routeOf(id); });
    m_window->setFrameVisible(true);
    updateConnection();
    m_window->navigator().open({ QStringLiteral("virtualmachines"), {}, {} });
    m_window->show();
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
    const int running = m_session->jobs().countRunning();
    m_window->setServiceState(QStringLiteral("jobs"), running > 0 ? presentation::Format::jobsRunning(running) : QString());
}

} // namespace valv::console
