// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/notifier.h"

#include "core/clock.h"
#include "core/datetime.h"
#include "engine/alerts.h"
#include "engine/faults.h"
#include "engine/logging.h"
#include "engine/mailtext.h"

#include <QDir>
#include <QJsonDocument>
#include <QSaveFile>
#include <QSqlQuery>

#include <algorithm>

namespace valv::engine {

using contract::Alert;
using contract::MailServer;
using contract::NotificationSettings;
using contract::NotificationState;

namespace {

const QString serverKey = QStringLiteral("mail_server");
constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr int daysToTry = 3;
constexpr qsizetype mostSingly = 5; //!< more at once come in one mail

const QString kindAlert = QStringLiteral("alert");
const QString kindAlways = QStringLiteral("always"); //!< whatever the vault's notifications say
const QString kindTest = QStringLiteral("test");

qint64 pauseAfter(int attempts)
{
    constexpr int minutes[] = {1, 5, 15, 60};
    return minute * minutes[std::clamp(attempts - 1, 0, 3)];
}

Fault serverMissing()
{
    return fault(QStringLiteral("MailServerMissing"), QStringLiteral("No mail server is known to the engine."), {},
                 QStringLiteral("Enter the mail server in the settings."));
}

QStringList together(const QStringList& first, const QStringList& second)
{
    auto all = first;
    for (const auto& address : second) {
        if (!all.contains(address, Qt::CaseInsensitive)) {
            all.append(address);
        }
    }
    return all;
}

Result<MailServer> readServer(const Catalogue& catalogue)
{
    const auto text = catalogue.value(QStringLiteral("SELECT value FROM meta WHERE key=?"), {serverKey});
    if (!text) {
        return Fault(text.error());
    }
    return *text ? MailServer::fromJson(QJsonDocument::fromJson((*text)->toString().toUtf8()).object()) : MailServer();
}

} // namespace

struct Notifier::Due
{
    qint64 id;
    QString vaultId;
    QString alert;
    QString kind;
    QDateTime queued;
    int attempts;
};

Result<> queueMail(Catalogue& catalogue, Catalogue::Writer& writer, const Alert& alert, const QString& vaultId,
                   const QDateTime& now)
{
    const auto vault = findVaultById(catalogue, vaultId); // as it is now: a job holds what it was when it began
    if (!vault || !*vault) {
        return vault ? Result<>() : Fault(vault.error());
    }
    const auto settings = (*vault)->vault.notifications.value_or(NotificationSettings());
    const bool wanted = settings.enabled && settings.wants(alert.severity);
    const bool always = alert.code == alert::backupDataDeleted;
    if (!wanted && !always) {
        return {};
    }
    const auto at = now.toMSecsSinceEpoch();
    auto due = at;
    if (!always && settings.hourly) {
        const auto next = catalogue.value(
            QStringLiteral("SELECT min(due) FROM mail_queue WHERE vault=? AND kind=? AND attempts=0 AND due>?"),
            {vaultId, kindAlert, at});
        if (!next) {
            return Fault(next.error());
        }
        due = *next && !(*next)->isNull() ? std::min((*next)->toLongLong(), at + hour) : at + hour;
    }
    return done(writer.run(QStringLiteral("INSERT INTO mail_queue(vault, alert, kind, queued, due) VALUES(?,?,?,?,?)"),
                           {vaultId, alert.name, always ? kindAlways : kindAlert, at, due}));
}

Result<> dropMail(Catalogue::Writer& writer, const QString& alert, const QDateTime& now)
{
    return done(writer.run(QStringLiteral("DELETE FROM mail_queue WHERE alert=? AND kind=? AND due>?"),
                           {alert, kindAlert, now.toMSecsSinceEpoch()}));
}

Notifier::Notifier(Catalogue& catalogue, std::shared_ptr<Clock> clock, QTimeZone zone, Send send)
    : m_catalogue(catalogue)
    , m_clock(std::move(clock))
    , m_zone(std::move(zone))
    , m_send(std::move(send))
    , m_thread([this](const std::stop_token& stop) { loop(stop); })
{ }

Notifier::~Notifier()
{
    m_thread.request_stop();
    m_thread.join();
}

void Notifier::tick()
{
    {
        const std::lock_guard lock(m_mutex);
        m_wanted = true;
    }
    m_changed.notify_all();
}

void Notifier::waitUntilIdle()
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_wanted && !m_sending; });
}

void Notifier::loop(const std::stop_token& stop)
{
    std::unique_lock lock(m_mutex);
    while (m_changed.wait(lock, stop, [this] { return m_wanted; })) {
        if (stop.stop_requested()) {
            return;
        }
        m_wanted = false;
        m_sending = true;
        lock.unlock();
        sendDue(stop);
        lock.lock();
        m_sending = false;
        m_changed.notify_all();
    }
}

QList<Notifier::Due> Notifier::readDue() const
{
    QList<Due> due;
    (void)m_catalogue.read(
        QStringLiteral(
            "SELECT id, vault, alert, kind, queued, attempts FROM mail_queue WHERE due<=? ORDER BY vault, id"),
        {toDateTime(m_clock->now()).toMSecsSinceEpoch()}, [&due](const QSqlQuery& row) {
            due.append({row.value(0).toLongLong(), row.value(1).toString(), row.value(2).toString(),
                        row.value(3).toString(), QDateTime::fromMSecsSinceEpoch(row.value(4).toLongLong(), Qt::UTC),
                        row.value(5).toInt()});
        });
    return due;
}

void Notifier::sendDue(const std::stop_token& stop)
{
    const auto all = readDue();
    for (qsizetype begin = 0; begin < all.size() && !stop.stop_requested();) {
        qsizetype end = begin;
        while (end < all.size() && all[end].vaultId == all[begin].vaultId) {
            ++end;
        }
        const auto ofVault = all.mid(begin, end - begin);
        begin = end;
        const auto vault = findVaultById(m_catalogue, ofVault.first().vaultId);
        if (!vault || !*vault) {
            continue;
        }
        QList<Due> alerts;
        QList<QList<Due>> mails;
        for (const auto& due : ofVault) {
            (due.kind == kindAlert ? alerts : mails.emplaceBack()).append(due);
        }
        const auto settings = (*vault)->vault.notifications.value_or(NotificationSettings());
        if (!alerts.isEmpty() && (settings.hourly || alerts.size() > mostSingly || !settings.enabled)) {
            mails.append(alerts);
        } else {
            for (const auto& due : alerts) {
                mails.append({due});
            }
        }
        for (const auto& mail : mails) {
            if (stop.stop_requested() || !sendTogether(mail, **vault, stop)) {
                break; // the others of this vault are still due
            }
        }
    }
}

bool Notifier::sendTogether(const QList<Due>& due, const VaultRecord& vault, const std::stop_token& stop)
{
    const auto settings = vault.vault.notifications.value_or(NotificationSettings());
    const auto kind = due.first().kind;
    const auto known = serverWithPassword();
    if (!known) {
        keep(due, vault.id, Fault(known.error()));
        return false;
    }
    Mail mail;
    mail.to = kind == kindAlways ? together(known->owners, settings.recipients) : settings.recipients;
    QList<Alert> alerts;
    for (const auto& each : due) {
        const auto found =
            each.alert.isEmpty() ? Result<std::optional<Alert>>(std::nullopt) : findAlert(m_catalogue, each.alert);
        if (found && *found) {
            alerts.append(**found);
        }
    }
    const bool nobody = mail.to.isEmpty() || (kind == kindAlert && !settings.enabled);
    if (nobody || (kind != kindTest && alerts.isEmpty())) {
        (void)m_catalogue.write([&](Catalogue::Writer& writer) -> Result<> {
            for (const auto& each : due) {
                if (auto gone = writer.run(QStringLiteral("DELETE FROM mail_queue WHERE id=?"), {each.id}); !gone) {
                    return Fault(gone.error());
                }
            }
            return {};
        });
        return true;
    }
    if (known->host.isEmpty()) {
        keep(due, vault.id, serverMissing());
        return false;
    }
    const auto text = kind == kindTest ? testMail(vault.vault.name, settings.language)
                                       : mailAbout(alerts, vault.vault.name, settings.language, m_zone);
    mail.from = known->from;
    mail.subject = text.subject;
    mail.body = text.body;
    mail.at = toDateTime(m_clock->now());
    mail.id = QStringLiteral("valv-%1-%2@%3")
                  .arg(vault.id.left(8))
                  .arg(due.first().id)
                  .arg(known->from.section(QLatin1Char('@'), 1));
    const auto sent = m_send(*known, mail, stop);
    if (!sent && stop.stop_requested()) {
        return false; // it was not refused, it was given up: the next start sends it
    }
    keep(due, vault.id, sent);
    return sent.has_value();
}

//! How it went: the rows go, or wait for the next try.
void Notifier::keep(const QList<Due>& due, const QString& vaultId, const Result<QString>& sent)
{
    const auto now = toDateTime(m_clock->now());
    const auto at = now.toMSecsSinceEpoch();
    // Some of several recipients were refused: sent, and said all the same.
    std::optional<Error> problem = sent ? std::nullopt : std::optional(sent.error());
    if (sent && !sent->isEmpty()) {
        problem = Error{"MailRefused",
                        "The mail server did not take the mail for all recipients: " + sent->toStdString(),
                        {},
                        "Check the addresses of the recipients.",
                        {}};
    }
    if (problem) {
        qCWarning(lcEngine) << "A mail about alerts:" << QString::fromStdString(problem->message);
    }
    const auto saved = m_catalogue.write([&](Catalogue::Writer& writer) -> Result<> {
        for (const auto& each : due) {
            const bool givenUp = each.kind == kindTest || each.queued.addDays(daysToTry) < now;
            const auto changed = sent || givenUp
                ? writer.run(QStringLiteral("DELETE FROM mail_queue WHERE id=?"), {each.id})
                : writer.run(QStringLiteral("UPDATE mail_queue SET attempts=?, due=? WHERE id=?"),
                             {each.attempts + 1, at + pauseAfter(each.attempts + 1), each.id});
            if (!changed) {
                return Fault(changed.error());
            }
        }
        if (auto known = writer.run(QStringLiteral("INSERT OR IGNORE INTO mail_state(vault) VALUES(?)"), {vaultId});
            !known) {
            return Fault(known.error());
        }
        if (sent) {
            if (auto told = writer.run(QStringLiteral("UPDATE mail_state SET last_sent=?, last_failed=NULL, problem=''"
                                                      " WHERE vault=?"),
                                       {at, vaultId});
                !told) {
                return Fault(told.error());
            }
        }
        if (!problem) {
            return {};
        }
        const QJsonObject words{{QStringLiteral("code"), QString::fromStdString(problem->code)},
                                {QStringLiteral("message"), QString::fromStdString(problem->message)}};
        return done(writer.run(QStringLiteral("UPDATE mail_state SET last_failed=?, problem=? WHERE vault=?"),
                               {at, QString::fromUtf8(QJsonDocument(words).toJson(QJsonDocument::Compact)), vaultId}));
    });
    if (!saved) {
        qCWarning(lcEngine) << "How a mail went could not be kept:" << QString::fromStdString(saved.error().message);
    }
}

Result<MailServer> Notifier::server() const
{
    return readServer(m_catalogue);
}

QString Notifier::passwordFile() const
{
    return QDir(m_catalogue.folder()).filePath(QStringLiteral("keys/mailserver.password"));
}

Result<MailServer> Notifier::serverWithPassword() const
{
    auto known = server();
    if (known && known->hasPassword) {
        QFile file(passwordFile());
        if (!file.open(QIODevice::ReadOnly)) {
            return fault(QStringLiteral("MailSignInFailed"),
                         QStringLiteral("The password of the mail server can't be read: %1.").arg(file.errorString()),
                         known->host, QStringLiteral("Enter the password again."));
        }
        known->password = QString::fromUtf8(file.readAll());
    }
    return known;
}

Result<MailServer> Notifier::setServer(const MailServer& server)
{
    if (const auto violations = contract::checkMailServer(server); !violations.isEmpty()) {
        return invalidInput(violations);
    }
    const auto before = this->server();
    if (!before) {
        return before;
    }
    auto next = server;
    next.hasPassword = server.password ? !server.password->isEmpty() : before->hasPassword && !server.user.isEmpty();
    // A password that was given for one server is not handed to another that somebody names later.
    if (!server.password && before->hasPassword
        && (server.host.compare(before->host, Qt::CaseInsensitive) != 0 || server.user != before->user)) {
        next.hasPassword = false;
    }
    if (next.hasPassword && server.password) {
        QDir(m_catalogue.folder()).mkpath(QStringLiteral("keys"));
        QSaveFile file(passwordFile());
        const bool kept = file.open(QIODevice::WriteOnly)
            && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
            && file.write(server.password->toUtf8()) >= 0 && file.commit();
        if (!kept) {
            return fault(QStringLiteral("MailPasswordUnwritable"),
                         QStringLiteral("The password of the mail server can't be kept: %1.").arg(file.errorString()));
        }
    } else if (!next.hasPassword) {
        QFile::remove(passwordFile());
    }
    next.password.reset();
    const auto saved = m_catalogue.write([&](Catalogue::Writer& writer) -> Result<> {
        auto kept = done(writer.run(
            QStringLiteral(
                "INSERT INTO meta(key, value) VALUES(?,?) ON CONFLICT(key) DO UPDATE SET value=excluded.value"),
            {serverKey, QString::fromUtf8(QJsonDocument(next.toJson()).toJson(QJsonDocument::Compact))}));
        // What waited for a server that answers is tried with this one at once.
        return kept ? done(writer.run(QStringLiteral("UPDATE mail_queue SET due=queued WHERE attempts>0"))) : kept;
    });
    if (!saved) {
        return Fault(saved.error());
    }
    tick();
    return next;
}

Result<> Notifier::removeServer()
{
    QFile::remove(passwordFile());
    return done(m_catalogue.write(QStringLiteral("DELETE FROM meta WHERE key=?"), {serverKey}));
}

Notifier::States Notifier::states() const
{
    States states;
    const auto known = server();
    states.others.hasServer = known && !known->host.isEmpty();
    const auto stateOf = [&states](const QSqlQuery& row) -> NotificationState& {
        const auto vault = row.value(0).toString();
        auto found = states.byVault.find(vault);
        return found != states.byVault.end() ? *found : *states.byVault.insert(vault, states.others);
    };
    (void)m_catalogue.read(QStringLiteral("SELECT vault, count(*) FROM mail_queue WHERE kind<>? GROUP BY vault"),
                           {kindTest},
                           [&stateOf](const QSqlQuery& row) { stateOf(row).waiting = row.value(1).toInt(); });
    (void)m_catalogue.read(QStringLiteral("SELECT vault, last_sent, last_failed, problem FROM mail_state"), {},
                           [&stateOf](const QSqlQuery& row) {
                               const auto time = [&row](int column) {
                                   return row.value(column).isNull() ? std::nullopt
                                                                     : std::optional(QDateTime::fromMSecsSinceEpoch(
                                                                         row.value(column).toLongLong(), Qt::UTC));
                               };
                               auto& state = stateOf(row);
                               state.lastSent = time(1);
                               state.lastFailed = time(2);
                               const auto words = QJsonDocument::fromJson(row.value(3).toString().toUtf8()).object();
                               if (!words.isEmpty()) {
                                   state.problem = Error{words.value(QLatin1String("code")).toString().toStdString(),
                                                         words.value(QLatin1String("message")).toString().toStdString(),
                                                         {},
                                                         {},
                                                         {}};
                               }
                           });
    return states;
}

Result<> Notifier::sendTest(const VaultRecord& vault)
{
    const auto settings = vault.vault.notifications.value_or(NotificationSettings());
    if (settings.recipients.isEmpty()) {
        return invalidInput(
            QList<contract::Violation>{{QStringLiteral("ValEmailRequired"), {}, QStringLiteral("recipients"), {}}});
    }
    const auto known = server();
    if (!known) {
        return Fault(known.error());
    }
    if (known->host.isEmpty()) {
        return invalidInput(QStringLiteral("No mail server is known to the engine."), QStringLiteral("mailServer"),
                            QStringLiteral("MailServerMissing"));
    }
    const auto at = toDateTime(m_clock->now()).toMSecsSinceEpoch();
    auto queued =
        m_catalogue.write(QStringLiteral("INSERT INTO mail_queue(vault, alert, kind, queued, due) VALUES(?,'',?,?,?)"),
                          {vault.id, kindTest, at, at});
    if (!queued) {
        return Fault(queued.error());
    }
    tick();
    return {};
}

} // namespace valv::engine
