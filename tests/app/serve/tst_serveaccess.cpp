// SPDX-License-Identifier: GPL-3.0-or-later
// valvd serve: who is let in, and how a client knows whom it speaks to.
#include "server.h"
#include "support/testprogram.h"

#include <QDateTime>
#include <QFile>
#include <QHostInfo>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QTest>
#include <QUrl>

namespace tst_serveaccess {

using namespace valv::test;

class TestServeAccess : public ServeTest
{
    Q_OBJECT

private Q_SLOTS:
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
        QCOMPARE(QFile::permissions(path(QStringLiteral("data/tls/key.pem"))), mode);
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
        QTRY_VERIFY_WITH_TIMEOUT(reply->isFinished(), Server::patience);
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
        const auto reply = m_server->ask(m_server->head(Server::subscriptions(), authorization, false));
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
};

VALV_TEST_GUILESS(TestServeAccess)

} // namespace tst_serveaccess

#include "tst_serveaccess.moc"
