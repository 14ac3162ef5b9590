// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "console/backend.h"
#include "console/liveclock.h"
#include "console/options.h"
#include "frame/context.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

class QApplication;

namespace valv::presentation {
class ActivityNotes;
class AlertNotes;
class Connections;
struct ConnectionProfile;
class Language;
class ListStoreBase;
class NotificationLog;
class Session;
class Settings;
} // namespace valv::presentation
namespace valv::views {
class MainWindow;
class SessionFinder;
class Theme;
} // namespace valv::views

namespace valv::console {

//! \brief The program: makes the window and what it stands on, chooses the backend, and joins the two halves. Whatever
//! blocks runs on a worker; the window says meanwhile what is being done, and what went wrong. GUI thread.
class Console : public QObject
{
    Q_OBJECT
public:
    //! \param remember false: nothing is read from or written to the person's settings (tour, pictures)
    //! \param stage what the demo estate stands on, here or behind a server, when its clock is not to run by itself
    Console(QApplication& app, const Options& options, bool remember, std::shared_ptr<Stage> stage = {});
    ~Console() override;

    void start(); //!< connects as the options or the settings say, else asks
    void connectTo(const BackendChoice& choice);
    [[nodiscard]] views::MainWindow& window() const { return *m_window; }
    [[nodiscard]] presentation::Session* session() const { return m_session.get(); } //!< null: not connected yet
    [[nodiscard]] presentation::Language& language() const { return *m_language; }
    [[nodiscard]] presentation::NotificationLog& notifications() const { return *m_notifications; }
    [[nodiscard]] presentation::Settings& settings() const { return *m_settings; }
    [[nodiscard]] views::Theme& theme() const { return *m_theme; }
    [[nodiscard]] presentation::Connections& connections() const { return *m_connections; }
    //! Opens a place by its link: at once, or when there is a connection.
    void openLink(const QString& link);
    //! Where catalogue, vaults and keys of a choice are.
    [[nodiscard]] QString dataFolder(BackendChoice::Kind kind) const;

Q_SIGNALS:
    void connected();
    void failed(const valv::Error& error);

private:
    [[nodiscard]] std::optional<BackendChoice> remembered() const;
    void askWhere();
    void choose(const presentation::ConnectionProfile& profile);
    void switchTo(const QString& id);
    [[nodiscard]] BackendChoice choiceOf(const presentation::ConnectionProfile& profile) const;
    void openNotifications(const BackendChoice& choice);
    void openAttachVault();
    void followAlerts();
    void cancelAsking();
    void disconnectSession();
    void opened(const BackendChoice& choice, const Result<std::shared_ptr<Backend>>& backend);
    [[nodiscard]] presentation::ListStoreBase* firstList() const;
    void answered(const BackendChoice& choice);
    void showStarting(const BackendChoice& choice);
    void giveUp();
    void showFailure(const BackendChoice& choice, const Error& error);
    void showPages();
    void updateConnection();
    void updateServices();

    Options m_options;
    bool m_remember;
    std::shared_ptr<Stage> m_stage;
    LiveClock m_clock;
    std::unique_ptr<views::Theme> m_theme;
    std::unique_ptr<presentation::Settings> m_settings;
    std::unique_ptr<presentation::Connections> m_connections;
    std::unique_ptr<presentation::Language> m_language;
    std::unique_ptr<presentation::NotificationLog> m_notifications;
    int m_attempt = 0; //!< an answer to an earlier one comes too late
    std::shared_ptr<Backend> m_backend;
    std::unique_ptr<presentation::Session> m_session;
    QTimer m_quiet; //!< runs since a long list was read last
    std::unique_ptr<presentation::ActivityNotes> m_notes;
    std::unique_ptr<presentation::AlertNotes> m_alertNotes;
    std::unique_ptr<views::Context> m_context;
    std::unique_ptr<views::SessionFinder> m_finder;
    QString m_link; //!< to be opened as soon as there is a connection
    std::unique_ptr<views::MainWindow> m_window; // goes first
};

} // namespace valv::console
