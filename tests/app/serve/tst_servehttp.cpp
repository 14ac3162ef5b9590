// SPDX-License-Identifier: GPL-3.0-or-later
// valvd serve: HTTP as it should be, as it should not be, and too much of it.
#include "server.h"
#include "support/testprogram.h"

#include <QTcpSocket>
#include <QTest>

namespace tst_servehttp {

using namespace valv::test;

class TestServeHttp : public ServeTest
{
    Q_OBJECT

protected:
    [[nodiscard]] QStringList arguments() const override { return {QStringLiteral("--timeout"), QStringLiteral("2")}; }

private Q_SLOTS:
    void linksNameTheHostThatWasAsked()
    {
        const auto group = m_server->ask(m_server->head("PUT /subscriptions/" + m_server->subscription()
                                                            + "/resourcegroups/rg-x?api-version=2021-04-01",
                                                        "Content-Length: 28\r\n")
                                         + "{\"location\":\"swedencentral\"} ");
        QCOMPARE(group.status, 201);
        const auto gone =
            m_server->ask("DELETE /subscriptions/" + m_server->subscription()
                          + "/resourcegroups/rg-x?api-version=2021-04-01 HTTP/1.1\r\nHost: backup.example:444\r\n"
                            "Authorization: Bearer "
                          + m_server->secret() + "\r\n\r\n");
        QCOMPARE(gone.status, 202);
        QVERIFY2(gone.head.contains("\r\nLocation: https://backup.example:444/subscriptions/"), gone.head.constData());
    }

    //! The engine's, not the library's beside it.
    void oneDate()
    {
        const auto reply = m_server->ask(m_server->head(Server::subscriptions()));
        QCOMPARE(reply.head.toLower().count("\r\ndate: "), 1);
    }

    void pipelining()
    {
        const auto socket = m_server->connected();
        QVERIFY(socket);
        socket->write(m_server->head(Server::subscriptions()) + m_server->head("GET /healthz")
                      + m_server->head("GET /nothing?api-version=2020-01-01"));
        QCOMPARE(Server::read(*socket).status, 200);
        QCOMPARE(Server::read(*socket).body, QByteArray("{\"status\":\"ok\"}"));
        QCOMPARE(Server::read(*socket).status, 404);
    }

    void methods_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<int>("status");
        QTest::newRow("HEAD of what has no HEAD") << QByteArray("HEAD /subscriptions?api-version=2022-12-01") << 405;
        QTest::newRow("HEAD of health") << QByteArray("HEAD /healthz") << 200;
        QTest::newRow("unknown") << QByteArray("BREW /subscriptions?api-version=2022-12-01") << 405;
        QTest::newRow("small letters") << QByteArray("get /subscriptions?api-version=2022-12-01") << 405;
        QTest::newRow("OPTIONS") << QByteArray("OPTIONS *") << 405;
        QTest::newRow("TRACE") << QByteArray("TRACE /") << 405;
        QTest::newRow("CONNECT") << QByteArray("CONNECT example.org:443") << 405;
        QTest::newRow("POST to health") << QByteArray("POST /healthz") << 405;
    }
    void methods()
    {
        QFETCH(QByteArray, line);
        const auto socket = m_server->connected();
        QVERIFY(socket);
        socket->write(m_server->head(line, line.startsWith("POST") ? "Content-Length: 0\r\n" : ""));
        const auto reply = Server::read(*socket, !line.startsWith("HEAD"));
        QTEST(reply.status, "status");
        QVERIFY(m_server->healthy());
    }

    void targets_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::newRow("doubled slashes") << QByteArray("//subscriptions//?api-version=2022-12-01") << 200;
        QTest::newRow("encoded") << QByteArray("/%73ubscriptions?api%2Dversion=2022-12-01") << 200;
        QTest::newRow("absolute") << QByteArray("https://127.0.0.1/subscriptions?api-version=2022-12-01") << 200;
        QTest::newRow("nul") << QByteArray("/subscriptions/%00?api-version=2022-12-01") << 400;
        QTest::newRow("a line's end") << QByteArray("/subscriptions/%0d%0aX-Evil:1?api-version=2022-12-01") << 400;
        QTest::newRow("bad escape") << QByteArray("/%?api-version=2022-12-01") << 400;
        QTest::newRow("up and out") << QByteArray("/../../etc/passwd?api-version=2022-12-01") << 400;
        QTest::newRow("no api-version") << QByteArray("/subscriptions") << 400;
        QTest::newRow("20,000 characters")
            << QByteArray("/" + QByteArray(20'000, 'a') + "?api-version=2022-12-01") << 400;
    }
    void targets()
    {
        QFETCH(QByteArray, target);
        const auto reply = m_server->ask(m_server->head("GET " + target));
        QTEST(reply.status, "status");
        QVERIFY(!reply.head.contains("X-Evil"));
    }

    void expectContinue()
    {
        const auto socket = m_server->connected();
        QVERIFY(socket);
        const QByteArray body("{\"location\":\"swedencentral\"}");
        socket->write(m_server->head(
            "PUT /subscriptions/" + m_server->subscription() + "/resourcegroups/rg-y?api-version=2021-04-01",
            "Expect: 100-continue\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"));
        QCOMPARE(Server::read(*socket, false).status, 100);
        socket->write(body);
        QCOMPARE(Server::read(*socket).status, 201);
    }

    void announcedTooLarge()
    {
        const QByteArray put =
            "PUT /subscriptions/" + m_server->subscription() + "/resourcegroups/rg-z?api-version=2021-04-01";
        for (const auto* expect : {"", "Expect: 100-continue\r\n"}) {
            const auto reply = m_server->ask(m_server->head(put, QByteArray(expect) + "Content-Length: 99999999\r\n"));
            QCOMPARE(reply.status, 413); // nothing of the body was asked for
            QVERIFY(reply.body.contains("RequestEntityTooLarge"));
        }
        QCOMPARE(m_server->ask(m_server->head(put, "Content-Length: 99999999\r\n", false)).status, 401);
        QVERIFY(m_server->healthy());
    }

    void tooLargeInPieces()
    {
        const auto socket = m_server->connected();
        QVERIFY(socket);
        socket->write(m_server->head("PUT /subscriptions/" + m_server->subscription()
                                         + "/resourcegroups/rg-z?api-version=2021-04-01",
                                     "Transfer-Encoding: chunked\r\n"));
        const QByteArray piece(1024 * 1024, 'x');
        for (int i = 0; i < 11; ++i) {
            socket->write("100000\r\n" + piece + "\r\n");
            QVERIFY(socket->waitForBytesWritten(Server::patience));
        }
        socket->write("0\r\n\r\n");
        QCOMPARE(Server::read(*socket).status, 413);
        QVERIFY(m_server->healthy());
    }

    void withoutEnd()
    {
        const auto socket = m_server->connected();
        QVERIFY(socket);
        socket->write(m_server->head("PUT /subscriptions/" + m_server->subscription()
                                         + "/resourcegroups/rg-z?api-version=2021-04-01",
                                     "Transfer-Encoding: chunked\r\n"));
        const QByteArray piece(1024 * 1024, 'x');
        int sent = 0;
        while (sent < 64 && socket->state() == QAbstractSocket::ConnectedState) {
            socket->write("100000\r\n" + piece + "\r\n");
            socket->waitForBytesWritten(1000);
            ++sent;
        }
        QVERIFY2(sent < 64, "the connection was not cut off");
        QVERIFY(m_server->healthy());
    }

    void garbage_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QByteArray noise;
        for (int i = 0; i < 4096; ++i) {
            noise.append(static_cast<char>(i * 31 % 251));
        }
        QTest::newRow("noise") << noise;
        QTest::newRow("empty lines") << QByteArray("\r\n").repeated(3000);
        QTest::newRow("no version") << QByteArray("GET\r\n\r\n");
        QTest::newRow("a version of the future") << QByteArray("GET / HTTP/9.9\r\n\r\n");
        QTest::newRow("a header without colon") << QByteArray("GET / HTTP/1.1\r\nHost 127.0.0.1\r\n\r\n");
        QTest::newRow("no host") << QByteArray("GET /subscriptions?api-version=2022-12-01 HTTP/1.1\r\n\r\n");
        QTest::newRow("a nul in a header") << QByteArray("GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n", 29);
        QTest::newRow("a large header") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nX: " + QByteArray(200'000, 'a')
                                                      + "\r\n\r\n");
        QTest::newRow("many headers") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n"
                                                    + QByteArray("X: y\r\n").repeated(20'000) + "\r\n");
        QTest::newRow("negative length") << QByteArray("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n");
        QTest::newRow("length beyond numbers")
            << QByteArray("PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999\r\n\r\n");
        QTest::newRow("two lengths") << QByteArray(
            "PUT / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab");
        QTest::newRow("bad chunk") << QByteArray(
            "PUT / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n");
    }
    void garbage()
    {
        QFETCH(QByteArray, bytes);
        const auto reply = m_server->ask(bytes);
        QVERIFY2(reply.status == 0 || reply.status >= 400, reply.head.constData());
        QVERIFY(m_server->healthy());
    }

    void plainHttpIsNotAnswered()
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), m_server->port());
        QVERIFY(socket.waitForConnected(Server::patience));
        socket.write("GET /healthz HTTP/1.1\r\nHost: a\r\n\r\n");
        socket.waitForReadyRead(3000);
        QVERIFY(!socket.readAll().contains("HTTP/1.1 200"));
        QVERIFY(m_server->healthy());
    }

    //! Whoever sends nothing more is cut off, and nobody waits for him.
    void slow()
    {
        const auto handshake = std::make_unique<QTcpSocket>();
        handshake->connectToHost(QStringLiteral("127.0.0.1"), m_server->port());
        QVERIFY(handshake->waitForConnected(Server::patience));
        const auto half = m_server->connected();
        QVERIFY(half);
        half->write("GET /healthz HTTP/1.1\r\nHo");
        QVERIFY(half->waitForBytesWritten(Server::patience));
        const auto body = m_server->connected();
        QVERIFY(body);
        body->write(m_server->head("PUT /subscriptions/x?api-version=2020-01-01", "Content-Length: 100\r\n") + "{");
        QVERIFY(body->waitForBytesWritten(Server::patience));
        QVERIFY(m_server->healthy());
        QTRY_VERIFY_WITH_TIMEOUT(half->state() == QAbstractSocket::UnconnectedState, Server::patience);
        QTRY_VERIFY_WITH_TIMEOUT(body->state() == QAbstractSocket::UnconnectedState, Server::patience);
        QTRY_VERIFY_WITH_TIMEOUT(handshake->state() == QAbstractSocket::UnconnectedState, Server::patience);
    }

    void manyConnections()
    {
        std::vector<std::unique_ptr<QTcpSocket>> crowd;
        for (int i = 0; i < 400; ++i) {
            crowd.push_back(std::make_unique<QTcpSocket>());
            crowd.back()->connectToHost(QStringLiteral("127.0.0.1"), m_server->port());
        }
        QTRY_VERIFY_WITH_TIMEOUT(std::all_of(crowd.begin(), crowd.end(),
                                             [](const auto& one) {
                                                 return one->state() == QAbstractSocket::ConnectedState
                                                     || one->state() == QAbstractSocket::UnconnectedState;
                                             }),
                                 Server::patience);
        crowd.clear();
        QTRY_VERIFY_WITH_TIMEOUT(m_server->healthy(), Server::patience);
    }
};

VALV_TEST_GUILESS(TestServeHttp)

} // namespace tst_servehttp

#include "tst_servehttp.moc"
