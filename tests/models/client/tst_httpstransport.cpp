// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/httpstransport.h"
#include "support/awaiting.h"
#include "support/selfsigned.h"
#include "support/testprogram.h"

#include <QFile>
#include <QHash>
#include <QHostAddress>
#include <QSslConfiguration>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

namespace tst_httpstransport {

using namespace valv;
using namespace valv::client;
using namespace valv::test;
using contract::Method;

namespace {

// A server that answers what it is told, request by request, and keeps its connections.
class Server : public QObject
{
    Q_OBJECT
public:
    explicit Server(const SelfSigned& identity)
    {
        auto tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(identity.certificate);
        tls.setPrivateKey(identity.key);
        m_server.setSslConfiguration(tls);
        connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, &Server::accept);
        m_ok = m_server.listen(QHostAddress::LocalHost);
    }
    [[nodiscard]] QUrl url() const { return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_server.serverPort())); }

    QByteArray reply = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}"; // nothing: no answer at all
    bool hangUp = false; // instead of answering
    QList<QByteArray> requests; // whole
    int connections = 0;

private:
    void accept()
    {
        while (auto* socket = m_server.nextPendingConnection()) {
            ++connections;
            connect(socket, &QIODevice::readyRead, this, [this, socket] {
                auto& buffer = m_buffers[socket];
                buffer += socket->readAll();
                const auto end = buffer.indexOf("\r\n\r\n");
                if (end < 0) {
                    return;
                }
                const auto head = buffer.left(end).toLower();
                const auto at = head.indexOf("content-length:");
                const auto length = at < 0 ? 0 : head.mid(at + 15).split('\r').first().trimmed().toLongLong();
                if (buffer.size() < end + 4 + length) {
                    return;
                }
                requests.append(buffer);
                buffer.clear();
                if (hangUp) {
                    socket->disconnectFromHost();
                } else if (!reply.isEmpty()) {
                    socket->write(reply);
                }
            });
            connect(socket, &QAbstractSocket::disconnected, socket, &QObject::deleteLater);
        }
    }

    QSslServer m_server;
    QHash<QTcpSocket*, QByteArray> m_buffers;
    bool m_ok = false;
};

} // namespace

class HttpsTransportTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void sendsWhatItIsGivenAndKeepsTheConnection();
    void everyStatusIsAnAnswer_data();
    void everyStatusIsAnAnswer();
    void aRedirectIsNotFollowed();
    void anAbsoluteTargetGoesToTheBase();
    void anUntrustedCertificateIsRefused();
    void aCertificateForAnotherHostIsRefused();
    void nobodyThere();
    void noAnswerInTime();
    void aBrokenAnswerIsNone_data();
    void aBrokenAnswerIsNone();
    void anAnswerTooLargeIsStopped();
    void destroyingItEndsWhatIsUnderWay();
    void certificateFiles();

private:
    [[nodiscard]] HttpsOptions optionsFor(const Server& server) const;
    [[nodiscard]] static std::optional<Result<contract::HttpResponse>>
    get(HttpsTransport& transport, const QString& target = QStringLiteral("/x?y=1"));
    SelfSigned m_identity;
};

HttpsOptions HttpsTransportTest::optionsFor(const Server& server) const
{
    HttpsOptions options;
    options.base = server.url();
    options.trusted = {m_identity.certificate};
    options.timeout = std::chrono::seconds(10);
    return options;
}

std::optional<Result<contract::HttpResponse>> HttpsTransportTest::get(HttpsTransport& transport, const QString& target)
{
    contract::HttpRequest request;
    request.target = target;
    return await(transport.send(std::move(request)), 15000);
}

void HttpsTransportTest::initTestCase()
{
    m_identity = selfSigned("127.0.0.1");
    QVERIFY(!m_identity.certificate.isNull());
}

void HttpsTransportTest::sendsWhatItIsGivenAndKeepsTheConnection()
{
    Server server(m_identity);
    HttpsTransport transport(optionsFor(server));
    contract::HttpRequest put;
    put.method = Method::Put;
    put.target = QStringLiteral("/a%20b/c;d?api-version=1&$filter=x%20eq%20'%2B'");
    put.headers = {{"Authorization", "Bearer t"}, {"Content-Type", "application/json; charset=utf-8"}};
    put.body = R"({"a":1})";
    const auto first = await(transport.send(put), 15000);
    QVERIFY(first && *first);
    QCOMPARE((*first)->body, QByteArray("{}"));
    contract::HttpRequest post;
    post.method = Method::Post;
    post.target = QStringLiteral("/cancel?api-version=1");
    QVERIFY(await(transport.send(post), 15000));
    contract::HttpRequest remove;
    remove.method = Method::Delete;
    remove.target = QStringLiteral("/gone?api-version=1");
    QVERIFY(await(transport.send(remove), 15000));
    QCOMPARE(server.requests.size(), 3);
    QVERIFY2(server.requests.at(0).startsWith("PUT /a%20b/c;d?api-version=1&$filter=x%20eq%20'%2B' HTTP/1.1\r\n"),
             server.requests.at(0).constData());
    QVERIFY(server.requests.at(0).contains("Authorization: Bearer t\r\n"));
    QVERIFY(server.requests.at(0).endsWith("{\"a\":1}"));
    QVERIFY2(server.requests.at(1).toLower().contains("content-length: 0\r\n"), server.requests.at(1).constData());
    QVERIFY(server.requests.at(2).startsWith("DELETE /gone?api-version=1 HTTP/1.1\r\n"));
    QCOMPARE(server.connections, 1);
}

void HttpsTransportTest::everyStatusIsAnAnswer_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {200, 201, 202, 400, 401, 403, 404, 405, 409, 412, 429, 500, 502, 503}) {
        QTest::addRow("%d", status) << status;
    }
}

void HttpsTransportTest::everyStatusIsAnAnswer()
{
    QFETCH(int, status);
    Server server(m_identity);
    const QByteArray body = R"({"error":{"code":"X","message":"m"}})";
    server.reply = "HTTP/1.1 " + QByteArray::number(status)
        + " Words\r\nContent-Type: application/json\r\nRetry-After: 7\r\nWWW-Authenticate: Bearer "
          "error=\"invalid_token\""
          "\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    HttpsTransport transport(optionsFor(server));
    const auto result = get(transport);
    QVERIFY(result);
    QVERIFY2(result->has_value(), result->has_value() ? "" : result->error().code.c_str());
    QCOMPARE((*result)->status, status);
    QCOMPARE((*result)->body, body);
    QCOMPARE(contract::header((*result)->headers, "retry-after"), QByteArray("7"));
    QCOMPARE(server.requests.size(), 1);
}

void HttpsTransportTest::aRedirectIsNotFollowed()
{
    Server server(m_identity);
    server.reply = "HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n";
    HttpsTransport transport(optionsFor(server));
    const auto result = get(transport);
    QVERIFY(result && *result);
    QCOMPARE((*result)->status, 302);
    QCOMPARE(server.requests.size(), 1);
}

void HttpsTransportTest::anAbsoluteTargetGoesToTheBase()
{
    Server server(m_identity);
    HttpsTransport transport(optionsFor(server));
    const auto result = get(transport, QStringLiteral("https://evil.example/steal?$skipToken=a%2Bb"));
    QVERIFY(result && *result);
    QVERIFY2(server.requests.at(0).startsWith("GET /steal?$skipToken=a%2Bb HTTP/1.1\r\nHost: 127.0.0.1"),
             server.requests.at(0).constData());
}

void HttpsTransportTest::anUntrustedCertificateIsRefused()
{
    Server server(m_identity);
    auto options = optionsFor(server);
    options.trusted = {selfSigned("127.0.0.1").certificate};
    HttpsTransport transport(options);
    const auto result = get(transport);
    QVERIFY(result && !*result);
    QCOMPARE(result->error().code, std::string("CertificateUntrusted"));
    QVERIFY(!result->error().target.empty());
    QVERIFY(server.requests.isEmpty());
}

void HttpsTransportTest::aCertificateForAnotherHostIsRefused()
{
    const auto other = selfSigned("10.1.2.3");
    Server server(other);
    auto options = optionsFor(server);
    options.trusted = {other.certificate};
    HttpsTransport transport(options);
    const auto result = get(transport);
    QVERIFY(result && !*result);
    QCOMPARE(result->error().code, std::string("CertificateUntrusted"));
    QVERIFY(server.requests.isEmpty());
}

void HttpsTransportTest::nobodyThere()
{
    HttpsOptions options;
    {
        const Server server(m_identity);
        options.base = server.url();
    }
    HttpsTransport transport(options);
    const auto result = get(transport);
    QVERIFY(result && !*result);
    QCOMPARE(result->error().code, std::string("NetworkOffline"));
}

void HttpsTransportTest::noAnswerInTime()
{
    Server server(m_identity);
    server.reply.clear();
    auto options = optionsFor(server);
    options.timeout = std::chrono::milliseconds(300);
    HttpsTransport transport(options);
    const auto result = get(transport);
    QVERIFY(result && !*result);
    QCOMPARE(result->error().code, std::string("NetworkTimeout"));
}

void HttpsTransportTest::aBrokenAnswerIsNone_data()
{
    QTest::addColumn<QByteArray>("reply");
    QTest::newRow("the line is cut before the answer") << QByteArray();
    QTest::newRow("what comes is no HTTP") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n\r\n");
}

void HttpsTransportTest::aBrokenAnswerIsNone()
{
    QFETCH(QByteArray, reply);
    Server server(m_identity);
    server.hangUp = reply.isEmpty();
    server.reply = reply;
    auto options = optionsFor(server);
    options.timeout = std::chrono::seconds(3);
    HttpsTransport transport(options);
    const auto result = get(transport);
    QVERIFY(result && !*result);
    QVERIFY2(result->error().code == "NetworkOffline" || result->error().code == "NetworkTimeout",
             result->error().code.c_str());
}

void HttpsTransportTest::anAnswerTooLargeIsStopped()
{
    Server server(m_identity);
    server.reply = "HTTP/1.1 200 OK\r\nContent-Length: 200000\r\n\r\n" + QByteArray(200000, 'x');
    auto options = optionsFor(server);
    options.largestAnswer = 50000;
    HttpsTransport transport(options);
    const auto result = get(transport);
    QVERIFY(result && !*result);
    QCOMPARE(result->error().code, std::string("UnexpectedAnswer"));
}

void HttpsTransportTest::destroyingItEndsWhatIsUnderWay()
{
    Server server(m_identity);
    server.reply.clear();
    auto transport = std::make_unique<HttpsTransport>(optionsFor(server));
    contract::HttpRequest request;
    request.target = QStringLiteral("/slow");
    const auto sent = transport->send(request);
    QTRY_COMPARE(server.requests.size(), 1);
    const auto unsent = transport->send(request);
    transport.reset();
    QTRY_VERIFY(sent.isFinished() && unsent.isFinished());
    QCOMPARE(sent.resultCount(), 0);
    QCOMPARE(unsent.resultCount(), 0);
}

void HttpsTransportTest::certificateFiles()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("ca å.pem"));
    QCOMPARE(HttpsTransport::certificatesFrom(path).error().code, std::string("CertificateFileUnreadable"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("no certificate");
    file.close();
    QCOMPARE(HttpsTransport::certificatesFrom(path).error().code, std::string("CertificateFileInvalid"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_identity.certificate.toPem());
    file.close();
    QCOMPARE(HttpsTransport::certificatesFrom(path)->size(), 1);
}

VALV_TEST_GUILESS(HttpsTransportTest)

} // namespace tst_httpstransport

#include "tst_httpstransport.moc"
