// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/operation.h"
#include "support/awaiting.h"
#include "support/manualdelay.h"
#include "support/scriptedtransport.h"
#include "support/testprogram.h"

#include <QJsonObject>
#include <QTest>

namespace tst_operation {

using namespace valv;
using namespace valv::client;
using namespace valv::test;
using namespace std::chrono_literals;

namespace {

const QByteArray statusUrl = "https://valv.local/subscriptions/s/x/operationsStatus/op-1?api-version=2023-02-01";
const QByteArray resultUrl = "https://valv.local/subscriptions/s/x/operationResults/op-1?api-version=2023-02-01";

QJsonObject status(const QString& state, const QString& job = {})
{
    QJsonObject object{{QStringLiteral("id"), QStringLiteral("op-1")},
                       {QStringLiteral("name"), QStringLiteral("op-1")},
                       {QStringLiteral("status"), state},
                       {QStringLiteral("endTime"), QStringLiteral("0001-01-01T00:00:00")}};
    if (!job.isEmpty()) {
        object.insert(QStringLiteral("properties"), QJsonObject{{QStringLiteral("jobId"), job}});
    }
    return object;
}

struct Rig
{
    std::shared_ptr<ScriptedTransport> transport = std::make_shared<ScriptedTransport>();
    std::shared_ptr<ManualDelay> delay = std::make_shared<ManualDelay>();
    Pipeline pipeline{transport, [this] {
                          PipelineOptions options;
                          options.delay = delay;
                          return options;
                      }()};

    // As many seconds as it takes, none of them real.
    Result<Outcome> run(int seconds = 30)
    {
        contract::HttpRequest request;
        request.method = contract::Method::Post;
        request.target = QStringLiteral("/subscriptions/s/x/backup?api-version=2023-02-01");
        const auto future = perform(pipeline, std::move(request));
        for (int i = 0; i < seconds && !future.isFinished(); ++i) {
            settle();
            delay->advance(1s);
        }
        settle();
        if (!future.isFinished()) {
            return failure("StillRunning", "");
        }
        return future.result();
    }
};

} // namespace

class OperationTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void statusIsAskedBeforeLocation();
    void locationUntilItIsNoMore202();
    void whatIsDoneAtOnceIsDone();
    void aCreatedVaultIsFollowed();
    void retryAfterIsHonoured();
    void endsBadly_data();
    void endsBadly();
    void anUnknownStateGoesOn();
    void aStateThatCannotBeReadEnds();
    void aBadMomentIsLivedThrough();
    void aLastingFailureIsTold();
    void aRefusalIsTheErrorOfTheRequest();
};

void OperationTest::statusIsAskedBeforeLocation()
{
    Rig rig;
    rig.transport
        ->then(answer(202, {}, {{"Location", resultUrl}, {"azure-asyncoperation", statusUrl}, {"Retry-After", "1"}}))
        .then(answer(200, status(QStringLiteral("InProgress"))))
        .then(answer(200, status(QStringLiteral("Succeeded"), QStringLiteral("job-7"))));
    const auto outcome = rig.run();
    QVERIFY(outcome);
    QCOMPARE(outcome->operationId, QStringLiteral("op-1"));
    QCOMPARE(outcome->jobId, QStringLiteral("job-7"));
    QCOMPARE(rig.transport->requests.size(), 3);
    QCOMPARE(rig.transport->requests.at(1).target, QString::fromLatin1(statusUrl));
    QCOMPARE(rig.transport->requests.at(1).method, contract::Method::Get);
}

void OperationTest::locationUntilItIsNoMore202()
{
    Rig rig;
    rig.transport->then(answer(202, {}, {{"Location", resultUrl}}))
        .then(answer(202, {}, {{"Location", resultUrl + "&again=1"}}))
        .then(answer(204));
    const auto outcome = rig.run();
    QVERIFY(outcome);
    QCOMPARE(outcome->operationId, QStringLiteral("op-1"));
    QVERIFY(outcome->jobId.isEmpty());
    QCOMPARE(rig.transport->requests.at(2).target, QString::fromLatin1(resultUrl + "&again=1"));
}

void OperationTest::whatIsDoneAtOnceIsDone()
{
    Rig rig;
    rig.transport->then(answer(200, {{QStringLiteral("name"), QStringLiteral("p")}}));
    const auto outcome = rig.run();
    QVERIFY(outcome);
    QVERIFY(outcome->operationId.isEmpty());
    QCOMPARE(outcome->body, QByteArray(R"({"name":"p"})"));
    QCOMPARE(rig.transport->requests.size(), 1);
}

void OperationTest::aCreatedVaultIsFollowed()
{
    Rig rig;
    rig.transport
        ->then(answer(201, {}, {{"Azure-AsyncOperation", statusUrl}, {"Location", "https://valv.local/the/thing"}}))
        .then(answer(200, status(QStringLiteral("Succeeded"))));
    QVERIFY(rig.run());
    QCOMPARE(rig.transport->requests.size(), 2);
}

void OperationTest::retryAfterIsHonoured()
{
    Rig rig;
    rig.transport->then(answer(202, {}, {{"Azure-AsyncOperation", statusUrl}, {"Retry-After", "3"}}))
        .then(answer(200, status(QStringLiteral("InProgress")), {{"Retry-After", "5"}}))
        .then(answer(200, status(QStringLiteral("InProgress"))))
        .then(answer(200, status(QStringLiteral("Succeeded"))));
    QVERIFY(rig.run());
    QCOMPARE(rig.delay->asked, (std::vector<std::chrono::milliseconds>{3s, 5s, 1s}));
}

void OperationTest::endsBadly_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("onTheWire");
    QTest::addColumn<QString>("code");
    QTest::newRow("failed with its reason") << QStringLiteral("Failed") << QStringLiteral("UserErrorVmNotFoundV2")
                                            << QStringLiteral("UserErrorVmNotFoundV2");
    QTest::newRow("failed without a reason")
        << QStringLiteral("Failed") << QString() << QStringLiteral("OperationFailed");
    QTest::newRow("canceled") << QStringLiteral("Canceled") << QString() << QStringLiteral("OperationCanceled");
}

void OperationTest::endsBadly()
{
    QFETCH(QString, state);
    QFETCH(QString, onTheWire);
    QFETCH(QString, code);
    Rig rig;
    auto body = status(state);
    if (!onTheWire.isEmpty()) {
        body.insert(QStringLiteral("error"), errorBody(onTheWire).value(QStringLiteral("error")));
    }
    rig.transport->then(answer(202, {}, {{"Azure-AsyncOperation", statusUrl}})).then(answer(200, body));
    const auto outcome = rig.run();
    QVERIFY(!outcome);
    QCOMPARE(QString::fromStdString(outcome.error().code), code);
}

void OperationTest::anUnknownStateGoesOn()
{
    Rig rig;
    rig.transport->then(answer(202, {}, {{"Azure-AsyncOperation", statusUrl}}))
        .then(answer(200, status(QStringLiteral("Accepted"))))
        .then(answer(200, status(QStringLiteral("Succeeded"))));
    QVERIFY(rig.run());
}

void OperationTest::aStateThatCannotBeReadEnds()
{
    Rig rig;
    auto odd = answer(200);
    odd.body = "ok";
    rig.transport->then(answer(202, {}, {{"Azure-AsyncOperation", statusUrl}})).then(odd);
    QCOMPARE(rig.run().error().code, std::string("UnexpectedAnswer"));

    Rig empty;
    empty.transport->then(answer(202, {}, {{"Azure-AsyncOperation", statusUrl}}))
        .then(answer(200, {{QStringLiteral("name"), QStringLiteral("op-1")}}));
    QCOMPARE(empty.run().error().code, std::string("UnexpectedAnswer"));
}

void OperationTest::aBadMomentIsLivedThrough()
{
    Rig rig;
    rig.transport->then(answer(202, {}, {{"Azure-AsyncOperation", statusUrl}}))
        .then(answer(404, errorBody(QStringLiteral("BMSUserErrorObjectNotFound"))))
        .then(failure("NetworkOffline", "The line was down."))
        .then(answer(200, status(QStringLiteral("Succeeded"))));
    QVERIFY(rig.run());
}

void OperationTest::aLastingFailureIsTold()
{
    Rig rig;
    rig.transport->then(answer(202, {}, {{"Azure-AsyncOperation", statusUrl}}));
    const auto outcome = rig.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, std::string("NetworkOffline"));
    QCOMPARE(rig.transport->requests.size(), 5); // the request, a poll and three more
}

void OperationTest::aRefusalIsTheErrorOfTheRequest()
{
    Rig rig;
    rig.transport->then(answer(409, errorBody(QStringLiteral("BMSUserErrorObjectLocked"))));
    const auto outcome = rig.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, std::string("BMSUserErrorObjectLocked"));
    QCOMPARE(rig.transport->requests.size(), 1);
}

VALV_TEST_GUILESS(OperationTest)

} // namespace tst_operation

#include "tst_operation.moc"
