// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/smtpsink.h"

#include <QRegularExpression>
#include <QSslSocket>
#include <QThread>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace valv::test {
namespace {

constexpr int pollMilliseconds = 100;
constexpr int handshakeMilliseconds = 30'000;

QByteArray addressIn(const QByteArray& command)
{
    const auto begin = command.indexOf('<') + 1;
    return command.mid(begin, command.indexOf('>') - begin);
}

} // namespace

QString SmtpSink::Mail::body() const
{
    return QString::fromUtf8(QByteArray::fromBase64(data.mid(data.indexOf("\r\n\r\n") + 4)));
}

QString SmtpSink::Mail::subject() const
{
    static const QRegularExpression word(QStringLiteral("=\\?UTF-8\\?B\\?([^?]*)\\?="));
    const auto begin = data.indexOf("Subject: ");
    const auto header = QString::fromLatin1(data.mid(begin, data.indexOf("\r\nMessage-ID") - begin));
    QByteArray bytes;
    for (auto it = word.globalMatch(header); it.hasNext();) {
        bytes += QByteArray::fromBase64(it.next().captured(1).toLatin1());
    }
    return QString::fromUtf8(bytes);
}

//! One connection, from greeting to farewell.
class SmtpSink::Talk
{
public:
    Talk(SmtpSink& sink, int connection)
        : m_sink(sink)
    {
        m_socket.setSocketDescriptor(connection);
        if (const auto& identity = sink.m_manner.identity) {
            m_socket.setLocalCertificate(identity->certificate);
            m_socket.setPrivateKey(identity->key);
            m_socket.setPeerVerifyMode(QSslSocket::VerifyNone); // whoever calls shows no certificate
        }
    }

    void run()
    {
        if (m_sink.m_manner.tls == Tls::Whole && !encrypt()) {
            return;
        }
        say("220 sink");
        while (!m_sink.m_ends && m_socket.state() == QAbstractSocket::ConnectedState && !m_over) {
            while (!m_over && m_socket.canReadLine()) {
                take(m_socket.readLine());
            }
            if (!m_over) {
                m_socket.waitForReadyRead(pollMilliseconds);
            }
        }
        m_socket.disconnectFromHost();
        if (m_socket.state() != QAbstractSocket::UnconnectedState) {
            m_socket.waitForDisconnected(pollMilliseconds);
        }
    }

private:
    void say(const QByteArray& line)
    {
        m_socket.write(line + "\r\n");
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(handshakeMilliseconds)) { }
    }

    bool encrypt()
    {
        m_socket.startServerEncryption();
        return m_socket.waitForEncrypted(handshakeMilliseconds);
    }

    void take(const QByteArray& line)
    {
        if (!m_socket.isEncrypted()) {
            const std::lock_guard lock(m_sink.m_mutex);
            m_sink.m_clear.append(line.trimmed());
        }
        if (m_inData) {
            takeData(line);
        } else if (m_secret != Secret::None) {
            takeSecret(QByteArray::fromBase64(line.trimmed()));
        } else {
            command(line.trimmed());
        }
    }

    void takeData(const QByteArray& line)
    {
        if (line != ".\r\n") {
            m_mail.data += line;
            return;
        }
        m_inData = false;
        m_mail.encrypted = m_socket.isEncrypted();
        m_mail.user = m_user;
        {
            const std::lock_guard lock(m_sink.m_mutex);
            m_sink.m_mails.append(m_mail);
        }
        say("250 kept");
    }

    void command(const QByteArray& line)
    {
        const auto word = line.left(4).toUpper();
        const bool mustSignIn = !m_sink.m_manner.user.isEmpty() && m_user.isEmpty();
        if (word == "EHLO") {
            greet();
        } else if (line.toUpper() == "STARTTLS" && offersTls()) {
            say("220 go on");
            m_over = !encrypt();
        } else if (word == "AUTH") {
            signIn(line.mid(5));
        } else if (word == "MAIL") {
            m_mail = Mail();
            m_mail.from = addressIn(line);
            say(mustSignIn ? "530 5.7.0 sign in first" : "250 ok");
        } else if (word == "RCPT") {
            const auto address = addressIn(line);
            const bool refused = isRefused(address);
            if (!refused) {
                m_mail.to.append(address);
            }
            say(refused ? "550 5.1.1 no such mailbox" : "250 ok");
        } else if (word == "DATA") {
            m_inData = !mustSignIn;
            say(mustSignIn ? "530 5.7.0 sign in first" : "354 go on");
        } else if (word == "QUIT") {
            say("221 bye");
            m_over = true;
        } else {
            say("250 ok");
        }
    }

    [[nodiscard]] bool offersTls() const { return m_sink.m_manner.tls == Tls::Start && !m_socket.isEncrypted(); }
    [[nodiscard]] bool isRefused(const QByteArray& address) const
    {
        const std::lock_guard lock(m_sink.m_mutex);
        return !m_sink.m_refused.isEmpty() && address == m_sink.m_refused;
    }

    void greet()
    {
        say("250-sink");
        if (offersTls()) {
            say("250-STARTTLS");
        }
        if (!m_sink.m_manner.user.isEmpty()) {
            say("250-AUTH " + m_sink.m_manner.mechanisms);
        }
        say("250 8BITMIME");
    }

    void signIn(const QByteArray& how)
    {
        const auto mechanism = how.split(' ').first().toUpper();
        {
            const std::lock_guard lock(m_sink.m_mutex);
            m_sink.m_mechanisms.append(mechanism);
        }
        const auto first = how.mid(mechanism.size() + 1); // some say it in the same breath
        m_secret = mechanism == "PLAIN" ? Secret::Plain : Secret::User;
        if (!first.isEmpty()) {
            takeSecret(QByteArray::fromBase64(first));
        } else {
            say(mechanism == "PLAIN" ? "334 " : "334 VXNlcm5hbWU6");
        }
    }

    void takeSecret(const QByteArray& secret)
    {
        switch (m_secret) {
        case Secret::User:
            m_typed = secret;
            m_secret = Secret::Password;
            say("334 UGFzc3dvcmQ6");
            return;
        case Secret::Password:
            judge(m_typed, secret);
            return;
        default: {
            const auto parts = secret.split('\0'); // RFC 4616: on whose behalf, who, password
            judge(parts.value(1), parts.value(2));
        }
        }
    }

    void judge(const QByteArray& user, const QByteArray& password)
    {
        m_secret = Secret::None;
        bool right = false;
        {
            const std::lock_guard lock(m_sink.m_mutex);
            right = user == m_sink.m_manner.user && password == m_sink.m_password;
        }
        m_user = right ? user : QByteArray();
        say(right ? "235 2.7.0 welcome" : "535 5.7.8 wrong name or password");
    }

    enum class Secret
    {
        None,
        Plain,
        User,
        Password
    };

    SmtpSink& m_sink;
    QSslSocket m_socket;
    Mail m_mail;
    Secret m_secret = Secret::None; //!< what the next line is
    QByteArray m_typed;
    QByteArray m_user; //!< that has signed in
    bool m_inData = false;
    bool m_over = false;
};

SmtpSink::SmtpSink()
    : SmtpSink(Manner())
{ }

SmtpSink::SmtpSink(Manner manner)
    : m_manner(std::move(manner))
    , m_password(m_manner.password)
{
    m_socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    if (::bind(m_socket, reinterpret_cast<sockaddr*>(&address), size) == 0 && ::listen(m_socket, 4) == 0
        && ::getsockname(m_socket, reinterpret_cast<sockaddr*>(&address), &size) == 0) {
        m_port = ntohs(address.sin_port);
    }
    m_thread.reset(QThread::create([this] {
        pollfd waiting{m_socket, POLLIN, 0};
        while (!m_ends) {
            if (::poll(&waiting, 1, pollMilliseconds) > 0) {
                const int connection = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
                if (connection >= 0) {
                    Talk(*this, connection).run();
                }
            }
        }
    }));
    m_thread->start();
}

SmtpSink::~SmtpSink()
{
    m_ends = true;
    m_thread->wait();
    ::close(m_socket);
}

QList<SmtpSink::Mail> SmtpSink::mails() const
{
    const std::lock_guard lock(m_mutex);
    return m_mails;
}

QList<QByteArray> SmtpSink::heardInClear() const
{
    const std::lock_guard lock(m_mutex);
    return m_clear;
}

QList<QByteArray> SmtpSink::signedInBy() const
{
    const std::lock_guard lock(m_mutex);
    return m_mechanisms;
}

void SmtpSink::refuse(const QByteArray& address)
{
    const std::lock_guard lock(m_mutex);
    m_refused = address;
}

void SmtpSink::setPassword(const QByteArray& password)
{
    const std::lock_guard lock(m_mutex);
    m_password = password;
}

} // namespace valv::test
