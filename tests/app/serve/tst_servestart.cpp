// SPDX-License-Identifier: GPL-3.0-or-later
// valvd serve: how it begins and ends, and what it says when it can't begin.
#include "server.h"
#include "support/testprogram.h"

#include <QFile>
#include <QProcess>
#include <QTest>

namespace tst_servestart {

using namespace valv::test;

class TestServeStart : public ServeTest
{
    Q_OBJECT

private Q_SLOTS:
    void secondInstanceOnTheSameFolder()
    {
        Server second(path(QStringLiteral("data")));
        second.run(images());
        QVERIFY(second.process().waitForFinished(Server::patience));
        QCOMPARE(second.process().exitCode(), 1);
        const auto said = second.process().readAllStandardError();
        QVERIFY2(said.contains("already working with the data folder"), said.constData());
        QVERIFY(m_server->healthy());
    }

    void portInUse()
    {
        Server second(path(QStringLiteral("other")));
        second.run({}, QStringLiteral("127.0.0.1:%1").arg(m_server->port()));
        QVERIFY(second.process().waitForFinished(Server::patience));
        QCOMPARE(second.process().exitCode(), 1);
        QVERIFY(second.process().readAllStandardError().contains("cannot listen"));
    }

    void wrongArguments_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const auto list = [](const char* text) { return QString::fromLatin1(text).split(QLatin1Char(' ')); };
        QTest::newRow("nothing") << list("serve");
        QTest::newRow("no port") << list(
            "serve --listen 127.0.0.1 --data /tmp/x --token-file /tmp/y --tls-self-signed");
        QTest::newRow("no tls") << list("serve --listen 127.0.0.1:0 --data /tmp/x --token-file /tmp/y");
        QTest::newRow("half a certificate")
            << list("serve --listen 127.0.0.1:0 --data /tmp/x --token-file /tmp/y --tls-cert /tmp/z");
        QTest::newRow("unknown option") << list(
            "serve --listen 127.0.0.1:0 --data /tmp/x --token-file /tmp/y --tls-self-signed --fly");
        QTest::newRow("a word too many") << list(
            "serve now --listen 127.0.0.1:0 --data /tmp/x --token-file /tmp/y --tls-self-signed");
        QTest::newRow("demo and folder") << list(
            "serve --listen 127.0.0.1:0 --data /tmp/x --token-file /tmp/y --tls-self-signed --demo --vm-folder /tmp");
    }
    void wrongArguments()
    {
        QFETCH(QStringList, arguments);
        QProcess process;
        process.start(Server::program(), arguments);
        QVERIFY(process.waitForFinished(Server::patience));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().startsWith("valvd: "));
    }

    void help()
    {
        QProcess process;
        process.start(Server::program(), {QStringLiteral("serve"), QStringLiteral("--help")});
        QVERIFY(process.waitForFinished(Server::patience));
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(process.readAllStandardOutput().contains("--token-file"));
    }

    void stopAndStartAgain()
    {
        const auto data = path(QStringLiteral("again"));
        QByteArray pem;
        QByteArray secret;
        for (const int signal : {SIGTERM, SIGINT}) {
            Server server(data);
            QVERIFY(server.start(images()));
            const auto idle = server.connected(); // an open connection does not hold up the end
            QVERIFY(idle);
            QFile certificate(server.certificate());
            QVERIFY(certificate.open(QIODevice::ReadOnly));
            const auto now = certificate.readAll();
            QVERIFY(pem.isEmpty() || pem == now);
            QVERIFY(secret.isEmpty() || secret == server.secret());
            pem = now;
            secret = server.secret();
            QCOMPARE(server.ask(server.head(Server::subscriptions())).status, 200);
            QCOMPARE(server.stop(signal), 0);
        }
    }

    void brokenCertificateIsNotReplaced()
    {
        const auto data = path(QStringLiteral("broken"));
        {
            Server server(data);
            QVERIFY(server.start());
            QCOMPARE(server.stop(SIGTERM), 0);
        }
        QFile certificate(data + QStringLiteral("/tls/cert.pem"));
        QVERIFY(certificate.open(QIODevice::WriteOnly | QIODevice::Truncate));
        certificate.write("nonsense");
        certificate.close();
        Server server(data);
        server.run();
        QVERIFY(server.process().waitForFinished(Server::patience));
        QCOMPARE(server.process().exitCode(), 1);
        QVERIFY(server.process().readAllStandardError().contains("cert.pem"));
        QVERIFY(certificate.open(QIODevice::ReadOnly));
        QCOMPARE(certificate.readAll(), QByteArray("nonsense"));
    }

    void ipv6()
    {
        Server server(path(QStringLiteral("six")));
        if (!server.start({}, QStringLiteral("[::1]:0"))) {
            QSKIP("This computer has no IPv6 loopback.");
        }
        QVERIFY(server.output().contains("Listening on https://[::1]:"));
        QCOMPARE(server.stop(SIGTERM), 0);
    }
};

VALV_TEST_GUILESS(TestServeStart)

} // namespace tst_servestart

#include "tst_servestart.moc"
