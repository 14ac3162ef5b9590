// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/valvd.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace valv::test {

//! As it came over the wire.
struct RawReply
{
    int status = 0; // 0: none
    QByteArray head;
    QByteArray body;
    bool closed = false;
};

//! \brief A server, and what a client that knows HTTP only by its letters says to it.
class Server : public Valvd
{
public:
    using Valvd::Valvd;

    [[nodiscard]] std::unique_ptr<QSslSocket> connected() const
    {
        auto socket = std::make_unique<QSslSocket>();
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromPath(certificate()));
        socket->setSslConfiguration(configuration);
        socket->connectToHostEncrypted(QStringLiteral("127.0.0.1"), port());
        return socket->waitForEncrypted(patience) ? std::move(socket) : nullptr;
    }

    [[nodiscard]] QByteArray head(const QByteArray& line, const QByteArray& more = {}, bool signedIn = true) const
    {
        return line + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port()) + "\r\n"
            + (signedIn ? QByteArray("Authorization: Bearer " + secret() + "\r\n") : QByteArray()) + more + "\r\n";
    }

    //! One answer from a connection; its body as Content-Length says.
    [[nodiscard]] static RawReply read(QSslSocket& socket, bool hasBody = true)
    {
        RawReply reply;
        QByteArray bytes;
        QElapsedTimer timer;
        timer.start();
        const auto more = [&] {
            if (socket.bytesAvailable() == 0 && !socket.waitForReadyRead(500)
                && socket.state() != QAbstractSocket::ConnectedState) {
                reply.closed = true;
            }
            return timer.elapsed() < patience && !reply.closed;
        };
        while (!bytes.contains("\r\n\r\n") && more()) {
            bytes += socket.read(1); // no byte of the next answer
        }
        reply.head = bytes;
        reply.status = bytes.mid(9, 3).toInt();
        const auto at = bytes.toLower().indexOf("content-length:");
        const auto length =
            at < 0 || !hasBody ? 0 : bytes.mid(at + 15, bytes.indexOf('\r', at) - at - 15).trimmed().toLongLong();
        while (reply.body.size() < length && more()) {
            reply.body += socket.read(length - reply.body.size());
        }
        return reply;
    }

    [[nodiscard]] RawReply ask(const QByteArray& bytes, bool hasBody = true) const
    {
        const auto socket = connected();
        if (!socket) {
            return {};
        }
        socket->write(bytes);
        return read(*socket, hasBody);
    }

    [[nodiscard]] bool healthy() const { return ask(head("GET /healthz", {}, false)).status == 200; }

    //! A folder with the image of one machine, as arguments.
    [[nodiscard]] static QStringList images(const QString& folder)
    {
        QDir().mkpath(folder);
        QFile disk(folder + QStringLiteral("/web åäö 1.raw"));
        if (!disk.exists() && disk.open(QIODevice::WriteOnly)) {
            disk.resize(1024 * 1024);
        }
        return {QStringLiteral("--vm-folder"), folder};
    }
    [[nodiscard]] static QByteArray subscriptions() { return "GET /subscriptions?api-version=2022-12-01"; }
    //! The id of the one that there is.
    [[nodiscard]] QByteArray subscription() const
    {
        const auto reply = ask(head(subscriptions()));
        const auto value = QJsonDocument::fromJson(reply.body).object().value(QLatin1String("value")).toArray();
        return value.at(0).toObject().value(QLatin1String("subscriptionId")).toString().toUtf8();
    }
};

//! \brief What tests of a running server begin and end with: one on a folder with one image.
class ServeTest : public QObject
{
    Q_OBJECT

protected:
    [[nodiscard]] virtual QStringList arguments() const { return {}; } //!< beside the folder of images
    [[nodiscard]] QString path(const QString& name) const { return m_dir.filePath(name); }
    [[nodiscard]] QStringList images() const { return Server::images(path(QStringLiteral("images"))); }

    std::unique_ptr<Server> m_server;

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(Server::program())) {
            QSKIP("valvd is not built: set VALV_BIN_DIR to the folder that holds it.");
        }
        m_server = std::make_unique<Server>(path(QStringLiteral("data")));
        QVERIFY(m_server->start(images() + arguments()));
    }
    void cleanupTestCase()
    {
        if (m_server) {
            QCOMPARE(m_server->stop(), 0);
        }
    }

private:
    QTemporaryDir m_dir;
};

} // namespace valv::test
