// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/smtpsink.h"

#include <QRegularExpression>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace valv::test {
namespace {

constexpr int pollMilliseconds = 100;

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

SmtpSink::SmtpSink()
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
    m_thread = std::thread([this] {
        pollfd waiting{m_socket, POLLIN, 0};
        while (!m_ends) {
            if (::poll(&waiting, 1, pollMilliseconds) > 0) {
                const int connection = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
                if (connection >= 0) {
                    serve(connection);
                    ::close(connection);
                }
            }
        }
    });
}

SmtpSink::~SmtpSink()
{
    m_ends = true;
    m_thread.join();
    ::close(m_socket);
}

QList<SmtpSink::Mail> SmtpSink::mails() const
{
    const std::lock_guard lock(m_mutex);
    return m_mails;
}

void SmtpSink::refuse(const QByteArray& address)
{
    const std::lock_guard lock(m_mutex);
    m_refused = address;
}

void SmtpSink::serve(int connection)
{
    const auto say = [connection](const QByteArray& line) {
        return ::send(connection, line.constData(), static_cast<size_t>(line.size()), MSG_NOSIGNAL) == line.size();
    };
    (void)say("220 sink\r\n");
    QByteArray read;
    Mail mail;
    bool inData = false;
    pollfd waiting{connection, POLLIN, 0};
    while (!m_ends) {
        if (::poll(&waiting, 1, pollMilliseconds) <= 0) {
            continue;
        }
        char bytes[4096];
        const auto n = ::recv(connection, bytes, sizeof bytes, 0);
        if (n <= 0) {
            return;
        }
        read.append(bytes, static_cast<qsizetype>(n));
        while (inData ? read.contains("\r\n.\r\n") : read.contains("\r\n")) {
            if (inData) {
                const auto end = read.indexOf("\r\n.\r\n");
                mail.data = read.left(end);
                read.remove(0, end + 5);
                inData = false;
                {
                    const std::lock_guard lock(m_mutex);
                    m_mails.append(mail);
                }
                (void)say("250 kept\r\n");
                continue;
            }
            const auto line = read.left(read.indexOf("\r\n"));
            read.remove(0, line.size() + 2);
            const auto command = line.left(4).toUpper();
            if (command == "MAIL") {
                mail = Mail();
                mail.from = addressIn(line);
                (void)say("250 ok\r\n");
            } else if (command == "RCPT") {
                const std::lock_guard lock(m_mutex);
                const bool refused = !m_refused.isEmpty() && addressIn(line) == m_refused;
                if (!refused) {
                    mail.to.append(addressIn(line));
                }
                (void)say(refused ? "550 5.1.1 no such mailbox\r\n" : "250 ok\r\n");
            } else if (command == "DATA") {
                inData = true;
                (void)say("354 go on\r\n");
            } else if (command == "QUIT") {
                (void)say("221 bye\r\n");
                return;
            } else {
                (void)say("250 ok\r\n");
            }
        }
    }
}

} // namespace valv::test
