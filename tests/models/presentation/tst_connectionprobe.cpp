// SPDX-License-Identifier: GPL-3.0-or-later
// "Test connection": how far one comes with an address, a certificate file and a token, and what stops it.
#include "presentation/stores/connectionprobe.h"
#include "support/scriptedtransport.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

namespace tst_connectionprobe {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using Step = ConnectionProbe::Step;

namespace {

contract::HttpResponse answer(int status, const QByteArray& body)
{
    contract::HttpResponse response;
    response.status = status;
    response.headers = {{"Content-Type", "application/json"}};
    response.body = body;
    return response;
}

const QByteArray subscriptions = R"({"value":[{"id":"/subscriptions/s1","subscriptionId":"s1","displayName":"Nordvik"}]})";
const QByteArray engine = R"({"properties":{"host":"BootService","hostName":"kvm01","version":"0.9"}})";

QByteArray refusal(const char* code)
{
    return QByteArray(R"({"error":{"code":"CODE","message":"No."}})").replace("CODE", code);
}

struct Answers
{
    QList<Result<contract::HttpResponse>> all;
};

} // namespace

} // namespace tst_connectionprobe
Q_DECLARE_METATYPE(tst_connectionprobe::Answers)
namespace tst_connectionprobe {

class TestConnectionProbe : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void finds_data()
    {
        QTest::addColumn<Answers>("answers");
        QTest::addColumn<int>("reached");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("host");
        const auto row = [](const char* name, const Answers& answers, Step reached, const char* code, const char* host) {
            QTest::newRow(name) << answers << static_cast<int>(reached) << QString::fromLatin1(code)
                                << QString::fromLatin1(host);
        };
        row("all is well", {{answer(200, subscriptions), answer(200, engine)}}, Step::Done, "", "kvm01");
        row("it does not say what it is", {{answer(200, subscriptions), answer(404, refusal("InvalidResourceType"))}},
            Step::Done, "", "");
        row("nobody answers", {{Result<contract::HttpResponse>(failure("NetworkOffline", "No."))}}, Step::Answer,
            "NetworkOffline", "");
        row("too slow", {{Result<contract::HttpResponse>(failure("NetworkTimeout", "No."))}}, Step::Answer,
            "NetworkTimeout", "");
        row("not trusted", {{Result<contract::HttpResponse>(failure("CertificateUntrusted", "No."))}}, Step::Certificate,
            "CertificateUntrusted", "");
        row("a wrong token", {{answer(401, refusal("AuthenticationFailed"))}}, Step::Token, "SignInExpired", "");
        row("not allowed", {{answer(403, refusal("AuthorizationFailed"))}}, Step::Token, "AuthorizationFailed", "");
        row("a web page", {{answer(200, "<html></html>")}}, Step::Engine, "UnexpectedAnswer", "");
    }
    void finds()
    {
        QFETCH(Answers, answers);
        QFETCH(int, reached);
        QFETCH(QString, code);
        QFETCH(QString, host);
        auto transport = std::make_shared<ScriptedTransport>();
        for (const auto& next : answers.all) {
            transport->then(next);
        }
        ConnectionProbe probe([transport](const ConnectionProfile&) { return transport; });
        std::optional<ConnectionProbe::Found> found;
        connect(&probe, &ConnectionProbe::found, this, [&found](const ConnectionProbe::Found& what) { found = what; });
        ConnectionProfile profile;
        profile.kind = ConnectionKind::Server;
        profile.address = QStringLiteral("https://kvm01:8743");
        probe.ask(profile);
        QVERIFY(probe.isBusy());
        QTRY_VERIFY_WITH_TIMEOUT(found.has_value(), 30'000);
        QVERIFY(!probe.isBusy());
        QCOMPARE(static_cast<int>(found->reached), reached);
        QCOMPARE(found->error ? QString::fromStdString(found->error->code) : QString(), code);
        QCOMPARE(found->engine.hostName, host);
        QCOMPARE(found->isGood(), reached == static_cast<int>(Step::Done));
        QCOMPARE(transport->requests.size(), answers.all.size()); // once each, no retries
    }

    void files_data()
    {
        QTest::addColumn<bool>("token"); // which of the files
        QTest::addColumn<QByteArray>("content"); // empty: it is not there
        QTest::addColumn<QString>("code");
        QTest::newRow("no token file") << true << QByteArray() << QStringLiteral("TokenFileUnreadable");
        QTest::newRow("no certificate file") << false << QByteArray() << QStringLiteral("CertificateFileUnreadable");
        QTest::newRow("no certificate in it") << false << QByteArray("hello") << QStringLiteral("CertificateFileInvalid");
    }
    void files()
    {
        QFETCH(bool, token);
        QFETCH(QByteArray, content);
        QFETCH(QString, code);
        QTemporaryDir folder;
        const auto path = folder.filePath(QStringLiteral("file"));
        if (!content.isEmpty()) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        }
        ConnectionProfile profile;
        profile.address = QStringLiteral("https://kvm01:8743");
        (token ? profile.tokenFile : profile.caFile) = path;
        auto transport = std::make_shared<ScriptedTransport>();
        ConnectionProbe probe([transport](const ConnectionProfile&) { return transport; });
        std::optional<ConnectionProbe::Found> found;
        connect(&probe, &ConnectionProbe::found, this, [&found](const ConnectionProbe::Found& what) { found = what; });
        probe.ask(profile);
        QTRY_VERIFY_WITH_TIMEOUT(found.has_value(), 30'000);
        QCOMPARE(static_cast<int>(found->reached), static_cast<int>(Step::Files));
        QCOMPARE(QString::fromStdString(found->error->code), code);
        QVERIFY(transport->requests.isEmpty()); // no token goes out, and nobody is asked in vain
    }

    //! A server that takes its time holds nobody up, and its answer comes too late.
    void cancelled()
    {
        auto transport = std::make_shared<ScriptedTransport>();
        transport->hold = true;
        transport->then(answer(200, subscriptions));
        ConnectionProbe probe([transport](const ConnectionProfile&) { return transport; });
        int answers = 0;
        connect(&probe, &ConnectionProbe::found, this, [&answers] { ++answers; });
        ConnectionProfile profile;
        profile.address = QStringLiteral("https://kvm01:8743");
        probe.ask(profile);
        QTRY_COMPARE_WITH_TIMEOUT(transport->requests.size(), 1, 30'000);
        probe.cancel();
        QVERIFY(!probe.isBusy());
        transport->release();
        // Another question is answered by itself.
        transport->hold = false;
        transport->then(answer(401, refusal("AuthenticationFailed")));
        probe.ask(profile);
        QTRY_COMPARE_WITH_TIMEOUT(answers, 1, 30'000);
    }
};

VALV_TEST_GUILESS(TestConnectionProbe)

} // namespace tst_connectionprobe

#include "tst_connectionprobe.moc"
