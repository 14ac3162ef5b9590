// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/doorbell.h"

#include "frame/route.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace valv::console {

namespace {

constexpr int patienceMs = 500;
constexpr qint64 longestLink = 4096;

} // namespace

Doorbell::Doorbell(const QString& name, QObject* parent)
    : QObject(parent)
    , m_name(name)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &Doorbell::answer);
}

//! Each person has one, also where the folder of sockets is everybody's.
QString Doorbell::ownName()
{
    const QByteArray home = QCryptographicHash::hash(QDir::homePath().toUtf8(), QCryptographicHash::Sha256);
    return QStringLiteral("valv-") + QString::fromLatin1(home.toHex().left(16));
}

bool Doorbell::ring(const QString& link, const QString& name)
{
    QLocalSocket socket;
    socket.connectToServer(name, QIODevice::WriteOnly);
    if (!socket.waitForConnected(patienceMs)) {
        return false;
    }
    const QByteArray line = link.toUtf8() + '\n';
    return socket.write(line) == line.size() && (socket.bytesToWrite() == 0 || socket.waitForBytesWritten(patienceMs));
}

bool Doorbell::listen()
{
    // To listen takes the name from whoever has it: ask first. Where nobody answers, a console that crashed left it.
    QLocalSocket other;
    other.connectToServer(m_name);
    if (other.waitForConnected(patienceMs)) {
        return false;
    }
    QLocalServer::removeServer(m_name);
    return m_server.listen(m_name);
}

void Doorbell::answer()
{
    while (QLocalSocket* socket = m_server.nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        const auto read = [this, socket] {
            if (!socket->canReadLine()) {
                if (socket->bytesAvailable() > longestLink) {
                    socket->abort();
                }
                return;
            }
            const QString link = QString::fromUtf8(socket->readLine(longestLink)).trimmed();
            if (!views::fromLink(link).page.isEmpty()) {
                Q_EMIT rung(link);
            }
        };
        connect(socket, &QLocalSocket::readyRead, this, read);
        read(); // it may be there already
    }
}

} // namespace valv::console
