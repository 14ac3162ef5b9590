// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/alert.h"
#include "contract/notifications.h"
#include "engine/catalogue.h"
#include "engine/mailer.h"
#include "engine/records.h"

#include <QHash>
#include <QTimeZone>

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

namespace valv {
class Clock;
}

namespace valv::engine {

//! \brief Mails alerts to people, on a thread of its own. What is to be mailed is a row before it is sent, written
//! together with the alert, so that a closed program forgets none and no job ever waits for a mail server. What could
//! not be sent is tried again after 1, 5, 15 and then each 60 minutes, and given up after three days. Any thread.
//! Source: flows.md I9, docs/wire-extensions.md.
class Notifier
{
public:
    using Send = std::function<Result<QString>(const contract::MailServer&, const Mail&, const std::stop_token&)>;

    //! \param zone that mails tell moments in
    //! \param send sendMail(), or what a test puts in its place
    Notifier(Catalogue& catalogue, std::shared_ptr<Clock> clock, QTimeZone zone, Send send = sendMail);
    ~Notifier(); //!< ends what it sends and joins
    Notifier(const Notifier&) = delete;
    Notifier& operator=(const Notifier&) = delete;

    //! Looks for what is due.
    void tick();
    void waitUntilIdle();

    //! Without the password; an empty host: there is none.
    [[nodiscard]] Result<contract::MailServer> server() const;
    //! Errors BMSUserErrorInvalidInput with the broken rules as details; MailPasswordUnwritable.
    [[nodiscard]] Result<contract::MailServer> setServer(const contract::MailServer& server);
    [[nodiscard]] Result<> removeServer();
    //! How the mails of each vault go.
    struct States
    {
        QHash<QString, contract::NotificationState> byVault;
        contract::NotificationState others; //!< of a vault that had none
        [[nodiscard]] contract::NotificationState of(const VaultRecord& vault) const
        {
            return byVault.value(vault.id, others);
        }
    };
    [[nodiscard]] States states() const;
    //! A mail to the vault's recipients, soon. Errors BMSUserErrorInvalidInput with ValEmailRequired,
    //! MailServerMissing.
    [[nodiscard]] Result<> sendTest(const VaultRecord& vault);

private:
    struct Due;
    void loop(const std::stop_token& stop);
    void sendDue(const std::stop_token& stop);
    [[nodiscard]] QList<Due> readDue() const;
    //! \return whether it makes sense to go on with others
    bool sendTogether(const QList<Due>& due, const VaultRecord& vault, const std::stop_token& stop);
    void keep(const QList<Due>& due, const QString& vaultId, const Result<QString>& sent);
    [[nodiscard]] Result<contract::MailServer> serverWithPassword() const;
    [[nodiscard]] QString passwordFile() const;

    Catalogue& m_catalogue;
    std::shared_ptr<Clock> m_clock;
    QTimeZone m_zone;
    Send m_send;
    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    bool m_wanted = false;
    bool m_sending = false;
    std::jthread m_thread; // goes first
};

//! \brief A new alert of a vault waits to be mailed, if somebody wants it; within the transaction that raises it.
[[nodiscard]] Result<> queueMail(Catalogue& catalogue, Catalogue::Writer& writer, const contract::Alert& alert,
                                 const QString& vaultId, const QDateTime& now);
//! \brief The cause is gone before its hour was over, or before the server took it.
[[nodiscard]] Result<> dropMail(Catalogue::Writer& writer, const QString& alert, const QDateTime& now);

} // namespace valv::engine
