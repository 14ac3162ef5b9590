// SPDX-License-Identifier: GPL-3.0-or-later
// Alerts by mail: who is mailed what and when, against a mail server that keeps what it is given. Source: flows.md I9.
#include "engine/mailer.h"
#include "engine/mailtext.h"
#include "models/engine/enginetest.h"
#include "support/smtpsink.h"
#include "support/testprogram.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryFile>

namespace tst_enginemail {

using namespace valv;
using namespace valv::test;
using contract::MailSecurity;
using contract::MailServer;
using contract::NotificationSettings;

namespace {

const auto anna = QStringLiteral("anna@nordvik.example");
const auto bo = QStringLiteral("bo@nordvik.example");
const auto owner = QStringLiteral("agare@nordvik.example");

QString wordsOf(const QList<contract::Violation>& violations)
{
    QStringList words;
    for (const auto& violation : violations) {
        words.append(violation.field + QLatin1Char(' ') + violation.code);
    }
    return words.join(QStringLiteral(", "));
}

} // namespace

class EngineMail : public QObject
{
    Q_OBJECT
private:
    static constexpr auto unsafeCode = "MailServerNotTrusted";
    const QString web = QStringLiteral("web");
    const QString m_password = QStringLiteral("hemligt å:€");
    const SelfSigned m_identity = selfSigned("127.0.0.1");

    //! While it lives only this certificate is an authority.
    struct Trust
    {
        explicit Trust(const QSslCertificate& authority)
        {
            if (file.open()) {
                file.write(authority.toPem());
                file.close();
            }
            qputenv("SSL_CERT_FILE", file.fileName().toUtf8());
        }
        ~Trust() { qunsetenv("SSL_CERT_FILE"); }
        Trust(const Trust&) = delete;
        Trust& operator=(const Trust&) = delete;
        QTemporaryFile file;
    };
    [[nodiscard]] const QSslCertificate& certificate() const { return m_identity.certificate; }
    //! Encrypts as said, and lets in who knows the password.
    [[nodiscard]] SmtpSink::Manner manner(SmtpSink::Tls tls, const QByteArray& mechanisms) const
    {
        return {tls, m_identity, "valv", m_password.toUtf8(), mechanisms};
    }
    [[nodiscard]] MailServer secured(int port, bool whole) const
    {
        auto server = serverAt(port);
        server.security = whole ? MailSecurity::Tls : MailSecurity::StartTls;
        server.user = QStringLiteral("valv");
        server.password = m_password;
        return server;
    }
    [[nodiscard]] static Mail mailToBo()
    {
        Mail mail;
        mail.from = anna;
        mail.to = {bo};
        mail.subject = QStringLiteral("Hej");
        mail.body = QStringLiteral("Bo\n");
        mail.id = QStringLiteral("2@nordvik.example");
        mail.at = QDateTime(QDate(2018, 12, 19), QTime(8, 42), Qt::UTC);
        return mail;
    }

    static void prepare(Bench& bench)
    {
        addVm(*bench.estate, "web", {randomBytes(64 * 1024, 1)});
        VALV_VERIFY(bench.open());
        VALV_VERIFY(bench.makeVault());
        VALV_VERIFY(bench.protect(QStringLiteral("web")));
    }
    static MailServer serverAt(int port)
    {
        MailServer server;
        server.host = QStringLiteral("127.0.0.1");
        server.port = port;
        server.security = MailSecurity::None;
        server.from = QStringLiteral("valv@nordvik.example");
        return server;
    }
    static void notify(Bench& bench, const NotificationSettings& settings)
    {
        contract::VaultPatch patch;
        patch.notifications = settings;
        VALV_VERIFY(bench.engine->patchVault(bench.vaultId(), patch.toJson(), {}));
    }
    static NotificationSettings wanted(const QStringList& recipients)
    {
        NotificationSettings settings;
        settings.enabled = true;
        settings.recipients = recipients;
        return settings;
    }
    //! A backup that fails, or one that succeeds.
    static void backUp(Bench& bench, bool fails)
    {
        bench.estate->onRead = [fails](std::size_t, std::uint64_t) {
            return fails ? failure("DiskUnreadable", "The disk can't be read.") : Result<>();
        };
        const auto job = bench.backUp(QStringLiteral("web"));
        QCOMPARE(job.status == contract::JobStatus::Failed, fails);
        bench.engine->tick();
        bench.engine->waitForJobs();
    }
    static void pass(Bench& bench, std::chrono::milliseconds by)
    {
        bench.advance(by);
        bench.engine->tick();
        bench.engine->waitForJobs();
    }
    static contract::NotificationState stateOf(const Bench& bench)
    {
        const auto vault = bench.engine->vault(bench.vaultId());
        return vault ? vault->notificationState.value_or(contract::NotificationState()) : contract::NotificationState();
    }

private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << anna << true;
        QTest::newRow("plus") << QStringLiteral("anna.b+valv@mail.nordvik.example") << true;
        QTest::newRow("host") << QStringLiteral("root@localhost") << true;
        QTest::newRow("no at") << QStringLiteral("anna") << false;
        QTest::newRow("no domain") << QStringLiteral("anna@") << false;
        QTest::newRow("two ats") << QStringLiteral("anna@b@c.se") << false;
        QTest::newRow("space") << QStringLiteral("anna b@c.se") << false;
        QTest::newRow("line") << QStringLiteral("anna@c.se\nBcc: eva@d.se") << false;
        QTest::newRow("last line") << QStringLiteral("anna@c.se\n") << false;
        QTest::newRow("angle") << QStringLiteral("<anna@c.se>") << false;
        QTest::newRow("double dot") << QStringLiteral("anna..b@c.se") << false;
        QTest::newRow("hyphen") << QStringLiteral("anna@-c.se") << false;
        QTest::newRow("long") << QString(250, QLatin1Char('a')) + QStringLiteral("@c.se") << false;
    }
    void addresses()
    {
        QFETCH(QString, text);
        QFETCH(bool, good);
        QCOMPARE(contract::isAddress(text), good);
    }

    void rules_data()
    {
        QTest::addColumn<bool>("enabled");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("severities");
        QTest::addColumn<QString>("broken");
        const auto many = QStringList(21, anna).join(QLatin1Char(';'));
        QTest::newRow("good") << true << QString(anna + QStringLiteral("; ") + bo + QLatin1Char(';')) << true
                              << QString();
        QTest::newRow("off") << false << QString() << false << QString();
        QTest::newRow("nobody") << true << QStringLiteral(" ; ") << true
                                << QStringLiteral("recipients ValEmailRequired");
        QTest::newRow("no address") << true << QStringLiteral("anna") << true << QStringLiteral("recipients ValEmail");
        QTest::newRow("comma") << true << QString(anna + QStringLiteral(", ") + bo) << true
                               << QStringLiteral("recipients ValEmail");
        QTest::newRow("off, no address") << false << QStringLiteral("anna") << true
                                         << QStringLiteral("recipients ValEmail");
        QTest::newRow("too many") << true << many << true << QStringLiteral("recipients ValEmailTooMany");
        QTest::newRow("nothing to say") << true << anna << false << QStringLiteral("severities ValSeverityRequired");
    }
    void rules()
    {
        QFETCH(bool, enabled);
        QFETCH(QString, typed);
        QFETCH(bool, severities);
        QFETCH(QString, broken);
        NotificationSettings settings;
        settings.enabled = enabled;
        settings.recipients = contract::addressesIn(typed);
        settings.critical = settings.warning = severities;
        QCOMPARE(wordsOf(contract::checkNotifications(settings)), broken);
        Bench bench;
        prepare(bench);
        contract::VaultPatch patch;
        patch.notifications = settings;
        const auto patched = bench.engine->patchVault(bench.vaultId(), patch.toJson(), {});
        QCOMPARE(detailOf(patched), broken.section(QLatin1Char(' '), 1));
        const auto kept = bench.engine->vault(bench.vaultId())->notifications;
        QCOMPARE(kept.has_value(), broken.isEmpty());
        QVERIFY(!kept || *kept == settings);
    }

    void servers_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::addColumn<bool>("encrypted");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("broken");
        const auto host = QStringLiteral("smtp.nordvik.example");
        QTest::newRow("good") << host << 587 << true << QStringLiteral("valv") << anna << QString();
        QTest::newRow("no host") << QString() << 587 << true << QString() << anna << QStringLiteral("host ValMailHost");
        QTest::newRow("address as host") << QStringLiteral("smtp://x") << 587 << true << QString() << anna
                                         << QStringLiteral("host ValMailHost");
        QTest::newRow("port") << host << 70000 << true << QString() << anna << QStringLiteral("port ValWholeNumber");
        QTest::newRow("open password") << host << 25 << false << QStringLiteral("valv") << anna
                                       << QStringLiteral("user ValMailUnencrypted");
        QTest::newRow("no sender") << host << 25 << false << QString() << QString()
                                   << QStringLiteral("from ValEmailRequired");
        QTest::newRow("bad sender") << host << 25 << false << QString() << QStringLiteral("valv")
                                    << QStringLiteral("from ValEmail");
    }
    void servers()
    {
        QFETCH(QString, host);
        QFETCH(int, port);
        QFETCH(bool, encrypted);
        QFETCH(QString, user);
        QFETCH(QString, from);
        QFETCH(QString, broken);
        MailServer server;
        server.host = host;
        server.port = port;
        server.security = encrypted ? MailSecurity::StartTls : MailSecurity::None;
        server.user = user;
        server.from = from;
        QCOMPARE(wordsOf(contract::checkMailServer(server)), broken);
        Bench bench;
        VALV_VERIFY(bench.open());
        QCOMPARE(detailOf(bench.engine->setMailServer(server)), broken.section(QLatin1Char(' '), 1));
        QCOMPARE(bench.engine->mailServer()->host, broken.isEmpty() ? host : QString());
    }

    //! It is never told, is kept where only its owner reads it, and is not handed to another server.
    void thePasswordIsKept()
    {
        Bench bench;
        VALV_VERIFY(bench.open());
        auto server = serverAt(587);
        server.security = MailSecurity::StartTls;
        server.user = QStringLiteral("valv");
        server.password = QStringLiteral("hemligt å");
        VALV_VERIFY(bench.engine->setMailServer(server));
        const QFileInfo file(bench.path(QStringLiteral("data/keys/mailserver.password")));
        QCOMPARE(contents(file.filePath()), QByteArray("hemligt å"));
        QCOMPARE(
            int(file.permissions() & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther)), 0);
        const auto known = bench.engine->mailServer();
        QVERIFY(known->hasPassword);
        QVERIFY(!known->password);
        server.password.reset(); // something else is changed
        server.port = 2525;
        VALV_VERIFY(bench.engine->setMailServer(server));
        QVERIFY(bench.engine->mailServer()->hasPassword);
        server.host = QStringLiteral("smtp.elsewhere.example");
        VALV_VERIFY(bench.engine->setMailServer(server));
        QVERIFY(!bench.engine->mailServer()->hasPassword);
        QVERIFY(!file.exists() || !QFileInfo::exists(file.filePath()));
        VALV_VERIFY(bench.engine->removeMailServer());
        QCOMPARE(bench.engine->mailServer()->host, QString());
    }

    void anAlertIsMailedOnce()
    {
        SmtpSink sink;
        Bench bench;
        prepare(bench);
        VALV_VERIFY(bench.engine->setMailServer(serverAt(sink.port())));
        auto settings = wanted({anna, bo});
        settings.language = QStringLiteral("sv");
        notify(bench, settings);
        QVERIFY(stateOf(bench).hasServer);
        backUp(bench, true);
        QCOMPARE(sink.mails().size(), 1);
        const auto mail = sink.mails().first();
        QCOMPARE(mail.from, QByteArray("valv@nordvik.example"));
        QCOMPARE(mail.to, (QList<QByteArray>{anna.toLatin1(), bo.toLatin1()}));
        QCOMPARE(mail.subject(), QStringLiteral("Valv: Kritisk: Säkerhetskopieringen av web misslyckades."));
        QVERIFY2(mail.body().contains(QStringLiteral("När: 2018-12-19 09:42")), qPrintable(mail.body()));
        QVERIFY2(mail.body().contains(QStringLiteral("Orsak: Diskavbildningen går inte att läsa. (DiskUnreadable)")),
                 qPrintable(mail.body()));
        QVERIFY(stateOf(bench).lastSent.has_value());
        QVERIFY(!stateOf(bench).lastFailed);
        backUp(bench, true); // the same alert, counted up
        QCOMPARE(sink.mails().size(), 1);
        backUp(bench, false);
        backUp(bench, true); // a new one
        QCOMPARE(sink.mails().size(), 2);
        QCOMPARE(stateOf(bench).waiting, 0);
    }

    void onlyWhatIsWanted()
    {
        SmtpSink sink;
        Bench bench;
        prepare(bench);
        VALV_VERIFY(bench.engine->setMailServer(serverAt(sink.port())));
        backUp(bench, true); // nobody wants to know
        backUp(bench, false);
        auto settings = wanted({anna});
        settings.critical = false;
        notify(bench, settings);
        backUp(bench, true); // critical
        QCOMPARE(sink.mails().size(), 0);
        QCOMPARE(stateOf(bench).waiting, 0);
    }

    //! An hour after the first; what was resolved by then is left out, and an hour of nothing else sends nothing.
    void onceAnHour()
    {
        SmtpSink sink;
        Bench bench;
        addVm(*bench.estate, "db", {randomBytes(64 * 1024, 2)});
        prepare(bench);
        VALV_VERIFY(bench.protect(QStringLiteral("db")));
        VALV_VERIFY(bench.engine->setMailServer(serverAt(sink.port())));
        auto settings = wanted({anna});
        settings.hourly = true;
        notify(bench, settings);
        backUp(bench, true);
        QCOMPARE(stateOf(bench).waiting, 1);
        pass(bench, std::chrono::minutes(30));
        backUp(bench, false); // resolved
        QCOMPARE(stateOf(bench).waiting, 0);
        pass(bench, std::chrono::minutes(31));
        QCOMPARE(sink.mails().size(), 0);
        backUp(bench, true);
        pass(bench, std::chrono::minutes(10));
        (void)bench.backUp(QStringLiteral("db"));
        QCOMPARE(stateOf(bench).waiting, 2);
        QCOMPARE(sink.mails().size(), 0);
        pass(bench, std::chrono::minutes(50));
        QCOMPARE(sink.mails().size(), 1);
        QCOMPARE(sink.mails().first().subject(), QStringLiteral("Valv: 2 alerts in vault1"));
        for (const auto* name : {"web", "db"}) {
            QVERIFY(sink.mails().first().body().contains(
                QStringLiteral("The backup of %1 failed.").arg(QLatin1String(name))));
        }
    }

    void deletedDataIsMailedRegardless()
    {
        SmtpSink sink;
        Bench bench;
        prepare(bench);
        auto server = serverAt(sink.port());
        server.owners = {owner};
        VALV_VERIFY(bench.engine->setMailServer(server));
        auto settings = wanted({anna});
        settings.enabled = false;
        settings.hourly = true;
        notify(bench, settings);
        backUp(bench, false);
        VALV_VERIFY(bench.engine->deleteProtection(bench.itemId(web)));
        pass(bench, std::chrono::seconds(1));
        QCOMPARE(sink.mails().size(), 1);
        QCOMPARE(sink.mails().first().to, (QList<QByteArray>{owner.toLatin1(), anna.toLatin1()}));
        QVERIFY(sink.mails().first().body().contains(QStringLiteral("was deleted")));
    }

    //! It is said, tried again, and stands in no job's way; another server is tried at once.
    void aServerThatIsAway()
    {
        Bench bench;
        prepare(bench);
        int port = 0;
        {
            const SmtpSink gone;
            port = gone.port();
        }
        VALV_VERIFY(bench.engine->setMailServer(serverAt(port)));
        notify(bench, wanted({anna}));
        backUp(bench, true);
        auto state = stateOf(bench);
        QCOMPARE(state.waiting, 1);
        QVERIFY(state.lastFailed.has_value());
        QCOMPARE(state.problem->code, std::string("MailServerUnreachable"));
        bench.close(); // a closed program forgets nothing
        VALV_VERIFY(bench.open());
        QCOMPARE(stateOf(bench).waiting, 1);
        const SmtpSink sink;
        VALV_VERIFY(bench.engine->setMailServer(serverAt(sink.port())));
        pass(bench, std::chrono::seconds(1));
        QCOMPARE(sink.mails().size(), 1);
        state = stateOf(bench);
        QCOMPARE(state.waiting, 0);
        QVERIFY(state.lastSent.has_value());
        QVERIFY(!state.lastFailed);
        QVERIFY(!state.problem);
    }

    void itIsTriedAgain()
    {
        SmtpSink sink;
        sink.refuse(anna.toLatin1());
        Bench bench;
        prepare(bench);
        VALV_VERIFY(bench.engine->setMailServer(serverAt(sink.port())));
        notify(bench, wanted({anna}));
        backUp(bench, true);
        QCOMPARE(stateOf(bench).problem->code, std::string("MailRefused"));
        QVERIFY(QString::fromStdString(stateOf(bench).problem->message).contains(QStringLiteral("no such mailbox")));
        sink.refuse({});
        pass(bench, std::chrono::seconds(30));
        QCOMPARE(sink.mails().size(), 0); // not before a minute
        pass(bench, std::chrono::seconds(31));
        QCOMPARE(sink.mails().size(), 1);
        QCOMPARE(stateOf(bench).waiting, 0);
    }

    //! One address that is gone keeps the mail from nobody else, and is said.
    void oneOfTwoIsRefused()
    {
        SmtpSink sink;
        sink.refuse(anna.toLatin1());
        Bench bench;
        prepare(bench);
        VALV_VERIFY(bench.engine->setMailServer(serverAt(sink.port())));
        notify(bench, wanted({anna, bo}));
        backUp(bench, true);
        QCOMPARE(sink.mails().size(), 1);
        QCOMPARE(sink.mails().first().to, QList<QByteArray>{bo.toLatin1()});
        const auto state = stateOf(bench);
        QCOMPARE(state.waiting, 0);
        QVERIFY(state.lastSent.has_value());
        QVERIFY(QString::fromStdString(state.problem->message).contains(QStringLiteral("no such mailbox")));
    }

    void aTestMail()
    {
        SmtpSink sink;
        Bench bench;
        prepare(bench);
        QCOMPARE(detailOf(bench.engine->sendTestMail(bench.vaultId())), QStringLiteral("ValEmailRequired"));
        notify(bench, wanted({anna}));
        QCOMPARE(detailOf(bench.engine->sendTestMail(bench.vaultId())), QStringLiteral("MailServerMissing"));
        VALV_VERIFY(bench.engine->setMailServer(serverAt(sink.port())));
        VALV_VERIFY(bench.engine->sendTestMail(bench.vaultId()));
        bench.engine->waitForJobs();
        QCOMPARE(sink.mails().size(), 1);
        QCOMPARE(sink.mails().first().subject(), QStringLiteral("Valv: test message from vault1"));
    }

    //! Encrypted from the first byte or from STARTTLS on, signed in by either way; nothing of it in clear text.
    void encryptedAndSignedIn_data()
    {
        QTest::addColumn<bool>("whole");
        QTest::addColumn<QByteArray>("mechanism");
        for (const bool whole : {false, true}) {
            for (const char* mechanism : {"PLAIN", "LOGIN"}) {
                QTest::addRow("%s %s", whole ? "TLS" : "STARTTLS", mechanism) << whole << QByteArray(mechanism);
            }
        }
    }
    void encryptedAndSignedIn()
    {
        QFETCH(bool, whole);
        QFETCH(QByteArray, mechanism);
        const SmtpSink sink(manner(whole ? SmtpSink::Tls::Whole : SmtpSink::Tls::Start, mechanism));
        const Trust trust(certificate());
        const auto sent = sendMail(secured(sink.port(), whole), mailToBo(), {});
        QVERIFY2(sent, sent ? "" : sent.error().message.c_str());
        QCOMPARE(sink.mails().size(), 1);
        QVERIFY(sink.mails().first().encrypted);
        QCOMPARE(sink.mails().first().user, QByteArray("valv"));
        QCOMPARE(sink.signedInBy(), QList<QByteArray>{mechanism});
        if (whole) {
            QVERIFY(sink.heardInClear().isEmpty());
        } else {
            QCOMPARE(sink.heardInClear().size(), 2);
            QVERIFY(sink.heardInClear().first().startsWith("EHLO"));
            QCOMPARE(sink.heardInClear().last(), QByteArray("STARTTLS"));
        }
    }

    //! What is not safe, or not right, sends nothing: neither the mail nor, where others could read it, the password.
    void refused_data()
    {
        QTest::addColumn<SmtpSink::Tls>("offered");
        QTest::addColumn<bool>("whole"); // asked for
        QTest::addColumn<QByteArray>("address"); // of the certificate
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<QString>("password");
        QTest::addColumn<std::string>("code");
        using Tls = SmtpSink::Tls;
        const QByteArray here("127.0.0.1");
        const std::string unsafe = unsafeCode;
        QTest::newRow("wrong password") << Tls::Start << false << here << true << QStringLiteral("fel")
                                        << std::string("MailSignInFailed");
        QTest::newRow("wrong password, TLS")
            << Tls::Whole << true << here << true << QStringLiteral("fel") << std::string("MailSignInFailed");
        QTest::newRow("unknown authority") << Tls::Start << false << here << false << m_password << unsafe;
        QTest::newRow("unknown authority, TLS") << Tls::Whole << true << here << false << m_password << unsafe;
        QTest::newRow("of another") << Tls::Start << false << QByteArray("127.0.0.2") << true << m_password << unsafe;
        QTest::newRow("no STARTTLS") << Tls::None << false << here << true << m_password << unsafe;
        QTest::newRow("no TLS") << Tls::None << true << here << true << m_password << unsafe;
    }
    void refused()
    {
        QFETCH(SmtpSink::Tls, offered);
        QFETCH(bool, whole);
        QFETCH(QByteArray, address);
        QFETCH(bool, trusted);
        QFETCH(QString, password);
        QFETCH(std::string, code);
        auto how = manner(offered, "PLAIN LOGIN");
        how.identity = selfSigned(address.toStdString());
        const SmtpSink sink(how);
        const Trust trust(trusted ? how.identity->certificate : selfSigned("127.0.0.1").certificate);
        auto server = secured(sink.port(), whole);
        server.password = password;
        const auto sent = sendMail(server, mailToBo(), {});
        QVERIFY(!sent);
        QCOMPARE(sent.error().code, code);
        QVERIFY2(!QString::fromStdString(sent.error().message).contains(password), sent.error().message.c_str());
        QVERIFY(!sent.error().action.empty());
        QVERIFY(sink.mails().isEmpty());
        for (const auto& line : sink.heardInClear()) {
            QVERIFY2(!line.startsWith("AUTH") && !line.startsWith("MAIL"), line.constData());
        }
        QCOMPARE(sink.signedInBy().isEmpty(), code == unsafeCode);
    }

    //! A password that is mended is tried at once.
    void theRightPasswordAtLast()
    {
        SmtpSink sink(manner(SmtpSink::Tls::Start, "PLAIN LOGIN"));
        const Trust trust(certificate());
        Bench bench;
        prepare(bench);
        auto server = secured(sink.port(), false);
        server.password = QStringLiteral("fel");
        VALV_VERIFY(bench.engine->setMailServer(server));
        notify(bench, wanted({anna}));
        backUp(bench, true);
        QCOMPARE(stateOf(bench).problem->code, std::string("MailSignInFailed"));
        QVERIFY(QString::fromStdString(stateOf(bench).problem->message).contains(QStringLiteral("535")));
        QCOMPARE(stateOf(bench).waiting, 1);
        server.password = m_password;
        VALV_VERIFY(bench.engine->setMailServer(server));
        pass(bench, std::chrono::seconds(1));
        QCOMPARE(sink.mails().size(), 1);
        QCOMPARE(sink.mails().first().user, QByteArray("valv"));
        QVERIFY(!stateOf(bench).problem);
    }

    //! Letters of any script, none cut in two, and no line that the protocol forbids.
    void theBytesOfAMail()
    {
        Mail mail;
        mail.from = anna;
        mail.to = {bo, anna};
        mail.subject = QStringLiteral("Åäö €𝄞 ").repeated(12);
        mail.body = QStringLiteral("Första raden\n.\nsista").repeated(40);
        mail.id = QStringLiteral("1@nordvik.example");
        mail.at = QDateTime(QDate(2018, 12, 19), QTime(8, 42), Qt::UTC);
        const auto bytes = messageOf(mail);
        for (const auto& line : bytes.split('\n')) {
            QVERIFY2(line.size() <= 78, line.constData());
            QVERIFY(line.isEmpty() || line.endsWith('\r'));
        }
        QVERIFY(bytes.contains("Date: Wed, 19 Dec 2018 08:42:00 +0000\r\n"));
        SmtpSink::Mail read;
        read.data = bytes;
        QCOMPARE(read.subject(), mail.subject);
        QCOMPARE(read.body().remove(QLatin1Char('\r')), mail.body);
    }
};

VALV_TEST_GUILESS(EngineMail)

} // namespace tst_enginemail

#include "tst_enginemail.moc"
