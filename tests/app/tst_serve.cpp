// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QHostInfo>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QRandomGenerator>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <memory>
#include <vector>

namespace {

constexpr int patience = 20'000; // milliseconds; a busy computer

struct RawReply
{
    int status = 0; // 0: none
    QByteArray head;
    QByteArray body;
    bool closed = false;
};

//! The program as a person starts it.
class Server
{
public:
    explicit Server(QString data)
        : m_data(std::move(data))
    { }
    ~Server()
    {
        if (m_process.state() != QProcess::NotRunning) {
            m_process.kill();
            m_process.waitForFinished();
        }
    }

    [[nodiscard]] QString token() const { return m_data + QStringLiteral(".token"); }
    [[nodiscard]] QString certificate() const { return m_data + QStringLiteral("/tls/cert.pem"); }

    void run(const QStringList& more = {}, const QString& listen = QStringLiteral("127.0.0.1:0"))
    {
        const auto program = qEnvironmentVariable("VALV_BIN_DIR") + QStringLiteral("/valvd");
        m_process.start(program,
                        QStringList{QStringLiteral("serve"), QStringLiteral("--listen"), listen,
                                    QStringLiteral("--data"), m_data, QStringLiteral("--tls-self-signed"),
                                    QStringLiteral("--token-file"), token()}
                            + more);
    }
    [[nodiscard]] bool start(const QStringList& more = {}, const QString& listen = QStringLiteral("127.0.0.1:0"))
    {
        run(more, listen);
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < patience && m_process.state() != QProcess::NotRunning) {
            m_process.waitForReadyRead(100);
            m_output += m_process.readAllStandardOutput();
            const auto at = m_output.indexOf("Listening on https://");
            if (at >= 0 && m_output.indexOf('\n', at) > 0) {
                const auto line = m_output.mid(at, m_output.indexOf('\n', at) - at);
                m_port = line.mid(line.lastIndexOf(':') + 1).toUShort();
                return m_port != 0;
            }
        }
        qWarning("%s", m_process.readAllStandardError().constData());
        return false;
    }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QByteArray output() const { return m_output; }
    QProcess& process() { return m_process; }
    [[nodiscard]] QByteArray secret() const
    {
        QFile file(token());
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
    }

    [[nodiscard]] std::unique_ptr<QSslSocket> connected() const
    {
        auto socket = std::make_unique<QSslSocket>();
        auto configuration = QSslConfiguration::defaultConfiguration();
        configuration.setCaCertificates(QSslCertificate::fromPath(certificate()));
        socket->setSslConfiguration(configuration);
        socket->connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_port);
        return socket->waitForEncrypted(patience) ? std::move(socket) : nullptr;
    }

    [[nodiscard]] QByteArray head(const QByteArray& line, const QByteArray& more = {}, bool signedIn = true) const
    {
        return line + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port) + "\r\n"
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

    [[nodiscard]] int stop(int signal)
    {
        ::kill(static_cast<pid_t>(m_process.processId()), signal);
        return m_process.waitForFinished(patience) && m_process.exitStatus() == QProcess::NormalExit
            ? m_process.exitCode()
            : -1;
    }

private:
    QString m_data;
    QProcess m_process;
    QByteArray m_output;
    quint16 m_port = 0;
};

} // namespace

class TestServe : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    std::unique_ptr<Server> m_server;

    [[nodiscard]] QStringList images()
    {
        const auto folder = m_dir.filePath(QStringLiteral("images"));
        QDir().mkpath(folder);
        QFile disk(folder + QStringLiteral("/web åäö 1.raw"));
        if (!disk.exists() && disk.open(QIODevice::WriteOnly)) {
            disk.resize(1024 * 1024);
        }
        return {QStringLiteral("--vm-folder"), folder};
    }
    [[nodiscard]] QByteArray subscriptions() const { return "GET /subscriptions?api-version=2022-12-01"; }

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(qEnvironmentVariable("VALV_BIN_DIR") + QStringLiteral("/valvd"))) {
            QSKIP("valvd is not built: set VALV_BIN_DIR to the folder that holds it.");
        }
        m_server = std::make_unique<Server>(m_dir.filePath(QStringLiteral("data")));
        QVERIFY(m_server->start(images() + QStringList{QStringLiteral("--timeout"), QStringLiteral("2")}));
    }
    void cleanupTestCase()
    {
        if (m_server) {
            QCOMPARE(m_server->stop(SIGTERM), 0);
        }
    }

    void health()
    {
        const auto reply = m_server->ask(m_server->head("GET /healthz", {}, false));
        QCOMPARE(reply.status, 200);
        QCOMPARE(QJsonDocument::fromJson(reply.body).object().value(QLatin1String("status")).toString(),
                 QStringLiteral("ok"));
    }

    void secretsAreForTheOwnerOnly()
    {
        const auto mode = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFile::permissions(m_server->token()), mode);
        QCOMPARE(QFile::permissions(m_dir.filePath(QStringLiteral("data/tls/key.pem"))), mode);
        QVERIFY(m_server->secret().size() >= 40);
        QVERIFY(!m_server->output().contains(m_server->secret()));
        QVERIFY(m_server->output().contains("Token: made"));
    }

    void certificate()
    {
        const auto certificates = QSslCertificate::fromPath(m_server->certificate());
        QCOMPARE(certificates.size(), 1);
        const auto names = certificates.constFirst().subjectAlternativeNames();
        QVERIFY(names.contains(QSsl::DnsEntry, QStringLiteral("localhost")));
        QVERIFY(names.contains(QSsl::IpAddressEntry, QStringLiteral("127.0.0.1")));
        QVERIFY(certificates.constFirst().expiryDate() > QDateTime::currentDateTimeUtc().addDays(800));
    }

    void networkAccessManager_data()
    {
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<QString>("host");
        QTest::newRow("with its certificate") << true << QStringLiteral("127.0.0.1");
        QTest::newRow("by name") << true << QStringLiteral("localhost");
        QTest::newRow("without") << false << QStringLiteral("127.0.0.1");
    }
    void networkAccessManager()
    {
        QFETCH(bool, trusted);
        QFETCH(QString, host);
        if (host == QLatin1String("localhost") && QHostInfo::fromName(host).addresses().isEmpty()) {
            QSKIP("This computer does not know itself as localhost (a root without /etc/hosts).");
        }
        QNetworkAccessManager manager;
        QNetworkRequest request(
            QUrl(QStringLiteral("https://%1:%2/subscriptions?api-version=2022-12-01").arg(host).arg(m_server->port())));
        request.setRawHeader("Authorization", "Bearer " + m_server->secret());
        if (trusted) {
            auto configuration = QSslConfiguration::defaultConfiguration();
            configuration.setCaCertificates(QSslCertificate::fromPath(m_server->certificate()));
            request.setSslConfiguration(configuration);
        }
        const std::unique_ptr<QNetworkReply> reply(manager.get(request));
        QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), patience);
        QCOMPARE(reply->error() == QNetworkReply::NoError, trusted);
        if (trusted) {
            QVERIFY(QJsonDocument::fromJson(reply->readAll()).object().contains(QLatin1String("value")));
        }
    }

    void token_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        const auto right = m_server->secret();
        QTest::newRow("right") << QByteArray("Authorization: Bearer " + right + "\r\n") << 200 << QByteArray();
        QTest::newRow("scheme in another case")
            << QByteArray("authorization: bEARER " + right + "\r\n") << 200 << QByteArray();
        QTest::newRow("none") << QByteArray() << 401 << QByteArray("AuthenticationFailed");
        QTest::newRow("wrong") << QByteArray("Authorization: Bearer " + QByteArray(right.size(), 'x') + "\r\n") << 401
                               << QByteArray("InvalidAuthenticationToken");
        QTest::newRow("shorter") << QByteArray("Authorization: Bearer " + right.chopped(1) + "\r\n") << 401
                                 << QByteArray("InvalidAuthenticationToken");
        QTest::newRow("longer") << QByteArray("Authorization: Bearer " + right + "x\r\n") << 401
                                << QByteArray("InvalidAuthenticationToken");
        QTest::newRow("empty") << QByteArray("Authorization: Bearer \r\n") << 401 << QByteArray();
        QTest::newRow("another scheme") << QByteArray("Authorization: Basic " + right + "\r\n") << 401
                                        << QByteArray("InvalidAuthenticationToken");
    }
    void token()
    {
        QFETCH(QByteArray, authorization);
        QFETCH(QByteArray, code);
        const auto reply = m_server->ask(m_server->head(subscriptions(), authorization, false));
        QTEST(reply.status, "status");
        QVERIFY(reply.body.contains(code));
        QCOMPARE(reply.head.contains("WWW-Authenticate: Bearer authorization_uri="), reply.status == 401);
        QVERIFY(reply.head.contains("x-ms-request-id: "));
    }

    void withoutATokenNothingIsTold()
    {
        for (const auto* line : {"GET /nothing", "BREW /x", "PUT /subscriptions", "GET /healthzz",
                                 "GET //healthz/../subscriptions?api-version=2022-12-01"}) {
            QCOMPARE(m_server->ask(m_server->head(line, "Content-Length: 0\r\n", false)).status, 401);
        }
    }

    void linksNameTheHostThatWasAsked()
    {
        const auto group = m_server->ask(
            m_server->head("PUT /subscriptions/" + subscription() + "/resourcegroups/rg-x?api-version=2021-04-01",
                           "Content-Length: 28\r\n")
            + "{\"location\":\"swedencentral\"} ");
        QCOMPARE(group.status, 201);
        const auto gone =
            m_server->ask("DELETE /subscriptions/" + subscription()
                          + "/resourcegroups/rg-x?api-version=2021-04-01 HTTP/1.1\r\nHost: backup.example:444\r\n"
                            "Authorization: Bearer "
                          + m_server->secret() + "\r\n\r\n");
        QCOMPARE(gone.status, 202);
        QVERIFY2(gone.head.contains("\r\nLocation: https://backup.example:444/subscriptions/"), gone.head.constData());
    }

    void pipelining()
    {
        const auto socket = m_server->connected();
        QVERIFY(socket);
        socket->write(m_server->head(subscriptions()) + m_server->head("GET /healthz")
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
        socket->write(
            m_server->head("PUT /subscriptions/" + subscription() + "/resourcegroups/rg-y?api-version=2021-04-01",
                           "Expect: 100-continue\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"));
        QCOMPARE(Server::read(*socket, false).status, 100);
        socket->write(body);
        QCOMPARE(Server::read(*socket).status, 201);
    }

    void announcedTooLarge()
    {
        const QByteArray put = "PUT /subscriptions/" + subscription() + "/resourcegroups/rg-z?api-version=2021-04-01";
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
        socket->write(
            m_server->head("PUT /subscriptions/" + subscription() + "/resourcegroups/rg-z?api-version=2021-04-01",
                           "Transfer-Encoding: chunked\r\n"));
        const QByteArray piece(1024 * 1024, 'x');
        for (int i = 0; i < 11; ++i) {
            socket->write("100000\r\n" + piece + "\r\n");
            QVERIFY(socket->waitForBytesWritten(patience));
        }
        socket->write("0\r\n\r\n");
        QCOMPARE(Server::read(*socket).status, 413);
        QVERIFY(m_server->healthy());
    }

    void withoutEnd()
    {
        const auto socket = m_server->connected();
        QVERIFY(socket);
        socket->write(
            m_server->head("PUT /subscriptions/" + subscription() + "/resourcegroups/rg-z?api-version=2021-04-01",
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
        QTest::newRow("a nul in a header") << QByteArray("GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n", 33);
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
        QVERIFY(socket.waitForConnected(patience));
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
        QVERIFY(handshake->waitForConnected(patience));
        const auto half = m_server->connected();
        QVERIFY(half);
        half->write("GET /healthz HTTP/1.1\r\nHo");
        QVERIFY(half->waitForBytesWritten(patience));
        const auto body = m_server->connected();
        QVERIFY(body);
        body->write(m_server->head("PUT /subscriptions/x?api-version=2020-01-01", "Content-Length: 100\r\n") + "{");
        QVERIFY(body->waitForBytesWritten(patience));
        QVERIFY(m_server->healthy());
        QTRY_VERIFY_WITH_TIMEOUT(half->state() == QAbstractSocket::UnconnectedState, patience);
        QTRY_VERIFY_WITH_TIMEOUT(body->state() == QAbstractSocket::UnconnectedState, patience);
        QTRY_VERIFY_WITH_TIMEOUT(handshake->state() == QAbstractSocket::UnconnectedState, patience);
    }

    void manyConnections()
    {
        std::vector<std::unique_ptr<QTcpSocket>> crowd;
        for (int i = 0; i < 400; ++i) {
            crowd.push_back(std::make_unique<QTcpSocket>());
            crowd.back()->connectToHost(QStringLiteral("127.0.0.1"), m_server->port());
        }
        QTest::qWait(100);
        crowd.clear();
        QTRY_VERIFY_WITH_TIMEOUT(m_server->healthy(), patience);
    }

    void secondInstanceOnTheSameFolder()
    {
        Server second(m_dir.filePath(QStringLiteral("data")));
        second.run(images());
        QVERIFY(second.process().waitForFinished(patience));
        QCOMPARE(second.process().exitCode(), 1);
        const auto said = second.process().readAllStandardError();
        QVERIFY2(said.contains("already working with the data folder"), said.constData());
        QVERIFY(m_server->healthy());
    }

    void portInUse()
    {
        Server second(m_dir.filePath(QStringLiteral("other")));
        second.run({}, QStringLiteral("127.0.0.1:%1").arg(m_server->port()));
        QVERIFY(second.process().waitForFinished(patience));
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
        process.start(qEnvironmentVariable("VALV_BIN_DIR") + QStringLiteral("/valvd"), arguments);
        QVERIFY(process.waitForFinished(patience));
        QCOMPARE(process.exitCode(), 2);
        QVERIFY(process.readAllStandardError().startsWith("valvd: "));
    }

    void help()
    {
        QProcess process;
        process.start(qEnvironmentVariable("VALV_BIN_DIR") + QStringLiteral("/valvd"),
                      {QStringLiteral("serve"), QStringLiteral("--help")});
        QVERIFY(process.waitForFinished(patience));
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(process.readAllStandardOutput().contains("--token-file"));
    }

    void stopAndStartAgain()
    {
        const auto data = m_dir.filePath(QStringLiteral("again"));
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
            QCOMPARE(server.ask(server.head(subscriptions())).status, 200);
            QCOMPARE(server.stop(signal), 0);
        }
    }

    void brokenCertificateIsNotReplaced()
    {
        const auto data = m_dir.filePath(QStringLiteral("broken"));
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
        QVERIFY(server.process().waitForFinished(patience));
        QCOMPARE(server.process().exitCode(), 1);
        QVERIFY(server.process().readAllStandardError().contains("cert.pem"));
        QVERIFY(certificate.open(QIODevice::ReadOnly));
        QCOMPARE(certificate.readAll(), QByteArray("nonsense"));
    }

    //! kill -9 in the middle of a backup; what the next start makes of it.
    void killedInTheMiddleOfABackup()
    {
        const auto images = m_dir.filePath(QStringLiteral("large"));
        QVERIFY(QDir().mkpath(images));
        QByteArray content(96 * 1024 * 1024, Qt::Uninitialized);
        QRandomGenerator(11).fillRange(reinterpret_cast<quint32*>(content.data()), content.size() / 4);
        {
            QFile disk(images + QStringLiteral("/srv.raw"));
            QVERIFY(disk.open(QIODevice::WriteOnly));
            QCOMPARE(disk.write(content.left(1024 * 1024)), qint64(1024 * 1024));
        }
        const auto data = m_dir.filePath(QStringLiteral("killed"));
        const QStringList more{QStringLiteral("--vm-folder"), images};
        Server server(data);
        QVERIFY(server.start(more));
        const auto subscription =
            ask(server, "GET", "/subscriptions").value(QLatin1String("value")).toArray().at(0).toObject();
        const QByteArray vault = "/subscriptions/"
            + subscription.value(QLatin1String("subscriptionId")).toString().toUtf8()
            + "/resourceGroups/large/providers/Microsoft.RecoveryServices/vaults/vault-one";
        const QByteArray item = vault
            + "/backupFabrics/Azure/protectionContainers/IaasVMContainer;iaasvmcontainerv2;large;srv/protectedItems/"
              "VM;iaasvmcontainerv2;large;srv";
        const QByteArray machine =
            vault.left(vault.indexOf("/providers/")) + "/providers/Microsoft.Compute/virtualMachines/srv";
        (void)ask(server, "PUT", vault, {{QStringLiteral("location"), QStringLiteral("swedencentral")}});
        const QJsonObject protect{
            {QStringLiteral("protectedItemType"), QStringLiteral("Microsoft.Compute/virtualMachines")},
            {QStringLiteral("sourceResourceId"), QString::fromUtf8(machine)},
            {QStringLiteral("policyId"), QString::fromUtf8(vault + "/backupPolicies/DefaultPolicy")}};
        (void)ask(server, "PUT", item, {{QStringLiteral("properties"), protect}});
        (void)ask(server, "POST", item + "/backup");
        QTRY_COMPARE_WITH_TIMEOUT(lastBackup(server, vault), QStringLiteral("Completed"), patience);

        // The disk grows, and the server dies while it is read.
        {
            QFile disk(images + QStringLiteral("/srv.raw"));
            QVERIFY(disk.open(QIODevice::WriteOnly));
            QCOMPARE(disk.write(content), qint64(content.size()));
        }
        const auto packs = [&data] {
            int count = 0;
            for (QDirIterator files(data + QStringLiteral("/vaults"), {QStringLiteral("*.pack")}, QDir::Files,
                                    QDirIterator::Subdirectories);
                 files.hasNext(); files.next()) {
                ++count;
            }
            return count;
        };
        const int before = packs();
        (void)ask(server, "POST", item + "/backup");
        QElapsedTimer timer;
        timer.start();
        while (packs() == before && timer.elapsed() < patience) {
            (void)server.process().waitForFinished(1);
        }
        server.process().kill();
        QVERIFY(server.process().waitForFinished(patience));

        Server again(data);
        QVERIFY(again.start(more));
        const auto jobs = ask(again, "GET", vault + "/backupJobs").value(QLatin1String("value")).toArray();
        QCOMPARE(jobs.size(), 3); // configured, backed up, killed
        const auto id = jobs.at(0).toObject().value(QLatin1String("id")).toString().toUtf8();
        const auto job = ask(again, "GET", id).value(QLatin1String("properties")).toObject();
        QCOMPARE(job.value(QLatin1String("status")).toString(), QStringLiteral("Failed"));
        QVERIFY(job.contains(QLatin1String("endTime")));
        const auto reason = job.value(QLatin1String("errorDetails")).toArray().at(0).toObject();
        QCOMPARE(reason.value(QLatin1String("errorTitle")).toString(), QStringLiteral("JobInterrupted"));
        QVERIFY(!reason.value(QLatin1String("recommendations")).toArray().isEmpty());
        QCOMPARE(points(again, item).size(), 1);
        // Nothing is stuck: the next backup runs, and both points give back what the disk was.
        (void)ask(again, "POST", item + "/backup");
        QTRY_COMPARE_WITH_TIMEOUT(lastBackup(again, vault), QStringLiteral("Completed"), 3 * patience);
        const auto both = points(again, item);
        QCOMPARE(both.size(), 2);
        for (int i = 0; i < 2; ++i) {
            const auto target = m_dir.filePath(QStringLiteral("restored-%1").arg(i));
            const auto point = both.at(i).toObject().value(QLatin1String("id")).toString().toUtf8();
            const QJsonObject restore{{QStringLiteral("objectType"), QStringLiteral("IaasVMRestoreRequest")},
                                      {QStringLiteral("recoveryType"), QStringLiteral("RestoreDisks")},
                                      {QStringLiteral("valv"), QJsonObject{{QStringLiteral("targetFolder"), target}}}};
            (void)ask(again, "POST", point + "/restore", {{QStringLiteral("properties"), restore}});
            QFile disk(target + QStringLiteral("/srv.raw"));
            QTRY_VERIFY_WITH_TIMEOUT(disk.exists(), 3 * patience); // whole when it has its name
            QVERIFY(disk.open(QIODevice::ReadOnly));
            QVERIFY(disk.readAll() == (i == 0 ? content : content.left(1024 * 1024)));
        }
        QCOMPARE(again.stop(SIGTERM), 0);
    }

    void ipv6()
    {
        Server server(m_dir.filePath(QStringLiteral("six")));
        if (!server.start({}, QStringLiteral("[::1]:0"))) {
            QSKIP("This computer has no IPv6 loopback.");
        }
        QVERIFY(server.output().contains("Listening on https://[::1]:"));
        QCOMPARE(server.stop(SIGTERM), 0);
    }

private:
    [[nodiscard]] static QJsonObject ask(const Server& server, const QByteArray& method, const QByteArray& path,
                                         const QJsonObject& body = {})
    {
        const auto text = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson();
        const auto reply = server.ask(
            server.head(method + ' ' + path + "?api-version=2023-02-01",
                        method == "GET" ? QByteArray() : "Content-Length: " + QByteArray::number(text.size()) + "\r\n")
            + text);
        if (reply.status < 200 || reply.status > 299) {
            qWarning("%s %s: %d %s", method.constData(), path.constData(), reply.status, reply.body.constData());
        }
        return QJsonDocument::fromJson(reply.body).object();
    }
    [[nodiscard]] static QJsonArray points(const Server& server, const QByteArray& item)
    {
        return ask(server, "GET", item + "/recoveryPoints").value(QLatin1String("value")).toArray();
    }
    //! Status of the newest backup job.
    [[nodiscard]] static QString lastBackup(const Server& server, const QByteArray& vault)
    {
        const auto jobs = ask(server, "GET", vault + "/backupJobs").value(QLatin1String("value")).toArray();
        for (const auto& job : jobs) {
            const auto properties = job.toObject().value(QLatin1String("properties")).toObject();
            if (properties.value(QLatin1String("operation")) == QLatin1String("Backup")) {
                return properties.value(QLatin1String("status")).toString();
            }
        }
        return {};
    }
    [[nodiscard]] QByteArray subscription() const
    {
        const auto reply = m_server->ask(m_server->head(subscriptions()));
        const auto value = QJsonDocument::fromJson(reply.body).object().value(QLatin1String("value")).toArray();
        return value.at(0).toObject().value(QLatin1String("subscriptionId")).toString().toUtf8();
    }
};

QTEST_GUILESS_MAIN(TestServe)
#include "tst_serve.moc"
