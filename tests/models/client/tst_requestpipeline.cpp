// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/pipeline.h"
#include "core/datetime.h"
#include "support/awaiting.h"
#include "support/manualdelay.h"
#include "support/scriptedtransport.h"
#include "support/testprogram.h"

#include <QFuture>
#include <QSignalSpy>
#include <QTest>

namespace tst_requestpipeline {

using namespace valv;
using namespace valv::client;
using namespace valv::test;
using namespace std::chrono_literals;
using contract::Method;

namespace {

class RenewableToken final : public TokenSource
{
public:
    QFuture<Result<QByteArray>> token(bool renew) override
    {
        renewals += renew ? 1 : 0;
        return readyFuture(Result<QByteArray>(QByteArrayLiteral("t") + QByteArray::number(renewals)));
    }
    int renewals = 0;
};

struct Rig
{
    std::shared_ptr<ScriptedTransport> transport = std::make_shared<ScriptedTransport>();
    std::shared_ptr<ManualDelay> delay = std::make_shared<ManualDelay>();
    std::shared_ptr<ManualClock> clock =
        std::make_shared<ManualClock>(toInstant(*fromIso(QStringLiteral("2018-12-19T08:42:00Z"))));
    std::shared_ptr<TokenSource> token;
    std::shared_ptr<ServerClock> serverClock;

    [[nodiscard]] std::unique_ptr<Pipeline> make() const
    {
        PipelineOptions options;
        options.serverClock = serverClock;
        options.delay = delay;
        options.clock = clock;
        options.ids = std::make_shared<SequenceIds>();
        options.token = token;
        options.userAgent = "valv/test";
        options.chance = [] { return 1.0; };
        return std::make_unique<Pipeline>(transport, std::move(options));
    }
};

HttpRequest ask(Method method, const QByteArray& body = {})
{
    return {method, QStringLiteral("/subscriptions?api-version=2019-11-01"), {}, body};
}

} // namespace

class PipelineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyRequestSaysWhoAsks();
    void aTokenIsSentAndRenewedOnce();
    void aRefusedTokenEndsAsSignInExpired();
    void repeats_data();
    void repeats();
    void backoffDoublesAndIsBounded();
    void retryAfter_data();
    void retryAfter();
    void aWaitBeyondTheLongestIsNotTaken();
    void theServersClockIsHeard();
    void namesErrors_data();
    void namesErrors();
    void saysWhetherItWasAnswered();
    void theContextMayDieFirst();
    void aDroppedAnswerEndsTheFuture();
};

void PipelineTest::everyRequestSaysWhoAsks()
{
    Rig rig;
    rig.transport->then(answer(200)).then(answer(200));
    const auto pipeline = rig.make();
    QVERIFY(await(pipeline->send(ask(Method::Put, "{}"))));
    QVERIFY(await(pipeline->send(ask(Method::Get))));
    const auto& first = rig.transport->requests.at(0).headers;
    const auto& second = rig.transport->requests.at(1).headers;
    QCOMPARE(contract::header(first, "user-agent"), QByteArray("valv/test"));
    QCOMPARE(contract::header(first, "Content-Type"), QByteArray("application/json; charset=utf-8"));
    QVERIFY(contract::header(second, "Content-Type").isEmpty());
    QVERIFY(contract::header(first, "Authorization").isEmpty());
    const auto id = contract::header(first, "x-ms-client-request-id");
    QCOMPARE(id.size(), 36);
    QVERIFY(id != contract::header(second, "x-ms-client-request-id"));
}

void PipelineTest::aTokenIsSentAndRenewedOnce()
{
    Rig rig;
    const auto token = std::make_shared<RenewableToken>();
    rig.token = token;
    rig.transport->then(answer(401, errorBody(QStringLiteral("ExpiredAuthenticationToken")))).then(answer(200));
    const auto pipeline = rig.make();
    const auto result = await(pipeline->send(ask(Method::Post, "{}")));
    QVERIFY(result && *result);
    QCOMPARE(token->renewals, 1);
    QCOMPARE(contract::header(rig.transport->requests.at(0).headers, "Authorization"), QByteArray("Bearer t0"));
    QCOMPARE(contract::header(rig.transport->requests.at(1).headers, "Authorization"), QByteArray("Bearer t1"));
}

void PipelineTest::aRefusedTokenEndsAsSignInExpired()
{
    Rig rig;
    rig.token = std::make_shared<FixedToken>("secret");
    rig.transport->otherwise(
        [](const HttpRequest&) { return answer(401, errorBody(QStringLiteral("AuthenticationFailed"))); });
    const auto pipeline = rig.make();
    const auto result = await(pipeline->send(ask(Method::Get)));
    QVERIFY(result && !*result);
    QCOMPARE(result->error().code, std::string("SignInExpired"));
}

void PipelineTest::repeats_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("requests");
    QTest::newRow("a read that is throttled is asked again") << Method::Get << 429 << 4;
    QTest::newRow("a read of a busy server is asked again") << Method::Get << 503 << 4;
    QTest::newRow("a read behind a broken gateway is asked again") << Method::Get << 502 << 4;
    QTest::newRow("a whole write is asked again") << Method::Put << 503 << 4;
    QTest::newRow("a removal is asked again") << Method::Delete << 429 << 4;
    QTest::newRow("a command is never given twice") << Method::Post << 503 << 1;
    QTest::newRow("a partial write is never given twice") << Method::Patch << 429 << 1;
    QTest::newRow("a fault of the server is not asked again") << Method::Get << 500 << 1;
    QTest::newRow("a mistake of ours is not asked again") << Method::Get << 400 << 1;
}

void PipelineTest::repeats()
{
    QFETCH(Method, method);
    QFETCH(int, status);
    QFETCH(int, requests);
    Rig rig;
    rig.transport->otherwise(
        [status](const HttpRequest&) { return answer(status, errorBody(QStringLiteral("Busy"))); });
    const auto pipeline = rig.make();
    const auto future = pipeline->send(ask(method, "{}"));
    for (int i = 0; i < 8; ++i) {
        settle();
        rig.delay->advance(60s);
    }
    QVERIFY(future.isFinished());
    QVERIFY(!future.result());
    QCOMPARE(rig.transport->requests.size(), requests);
}

void PipelineTest::backoffDoublesAndIsBounded()
{
    Rig rig;
    rig.transport->then(answer(503)).then(answer(503)).then(answer(503)).then(answer(200));
    const auto pipeline = rig.make();
    const auto future = pipeline->send(ask(Method::Get));
    for (int i = 0; i < 4; ++i) {
        settle();
        rig.delay->advance(10s);
    }
    settle();
    QVERIFY(future.isFinished() && future.result());
    QCOMPARE(rig.delay->asked, (std::vector<std::chrono::milliseconds>{500ms, 1000ms, 2000ms}));
}

void PipelineTest::retryAfter_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<int>("milliseconds");
    QTest::newRow("seconds") << QByteArray("7") << 7000;
    QTest::newRow("at once") << QByteArray("0") << 0;
    QTest::newRow("a date") << QByteArray("Wed, 19 Dec 2018 08:42:30 GMT") << 30000;
    QTest::newRow("a date that has passed") << QByteArray("Wed, 19 Dec 2018 08:00:00 GMT") << 0;
    QTest::newRow("nonsense") << QByteArray("soon") << 111;
    QTest::newRow("a negative number") << QByteArray("-3") << 111;
    QTest::newRow("nothing") << QByteArray() << 111;
}

void PipelineTest::retryAfter()
{
    QFETCH(QByteArray, header);
    QFETCH(int, milliseconds);
    const Rig rig;
    auto response = answer(503);
    if (!header.isEmpty()) {
        response.headers.append({"retry-after", header});
    }
    QCOMPARE(Pipeline::retryAfter(response, *rig.clock, 111ms).count(), milliseconds);
}

void PipelineTest::aWaitBeyondTheLongestIsNotTaken()
{
    Rig rig;
    rig.transport->then(answer(429, errorBody(QStringLiteral("ResourceRequestsThrottled")), {{"Retry-After", "3600"}}));
    const auto pipeline = rig.make();
    const auto result = await(pipeline->send(ask(Method::Get)));
    QVERIFY(result && !*result);
    QCOMPARE(result->error().code, std::string("TooManyRequests"));
    QCOMPARE(result->error().details.at(0).code, std::string("ResourceRequestsThrottled"));
    QVERIFY(rig.delay->asked.empty());
}

//! Its day counts, not ours; what is no more than the way and the seconds makes no difference.
void PipelineTest::theServersClockIsHeard()
{
    Rig rig;
    rig.serverClock = std::make_shared<ServerClock>(rig.clock);
    const auto pipeline = rig.make();
    const auto there = [&rig] { return toIso(toDateTime(rig.serverClock->now())); };
    const auto hear = [&](int status, const QByteArray& date) {
        rig.transport->then(answer(status, errorBody(QStringLiteral("ResourceNotFound")), {{"date", date}}));
        QVERIFY(await(pipeline->send(ask(Method::Get))));
    };
    QCOMPARE(there(), QStringLiteral("2018-12-19T08:42:00Z")); // ours, until somebody says something
    hear(200, "Mon, 04 Jan 2021 10:00:00 GMT");
    QCOMPARE(there(), QStringLiteral("2021-01-04T10:00:00Z"));
    rig.clock->advance(1min);
    QCOMPARE(there(), QStringLiteral("2021-01-04T10:01:00Z"));
    hear(200, "Mon, 04 Jan 2021 10:00:58 GMT");
    QCOMPARE(there(), QStringLiteral("2021-01-04T10:01:00Z"));
    hear(200, "yesterday");
    QCOMPARE(there(), QStringLiteral("2021-01-04T10:01:00Z"));
    hear(404, "Sun, 03 Jan 2021 09:00:00 GMT"); // it was set back
    QCOMPARE(there(), QStringLiteral("2021-01-03T09:00:00Z"));
}

void PipelineTest::namesErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("onTheWire");
    QTest::addColumn<QString>("code");
    const auto same = [](int status, const QString& code) {
        QTest::addRow("%d %s", status, qPrintable(code)) << status << code << code;
    };
    same(400, QStringLiteral("UserErrorProtectionStopped"));
    same(403, QStringLiteral("AuthorizationFailed"));
    same(404, QStringLiteral("ResourceNotFound"));
    same(409, QStringLiteral("BMSUserErrorObjectLocked"));
    QTest::newRow("somebody else changed it")
        << 412 << QStringLiteral("PreconditionFailed") << QStringLiteral("ConflictETagMismatch");
    QTest::newRow("no sign-in") << 401 << QStringLiteral("InvalidAuthenticationToken")
                                << QStringLiteral("SignInExpired");
}

void PipelineTest::namesErrors()
{
    QFETCH(int, status);
    QFETCH(QString, onTheWire);
    QFETCH(QString, code);
    Rig rig;
    rig.transport->then(answer(status, errorBody(onTheWire)));
    const auto pipeline = rig.make();
    const auto result = await(pipeline->send(ask(Method::Post)));
    QVERIFY(result && !*result);
    QCOMPARE(QString::fromStdString(result->error().code), code);
    QCOMPARE(QString::fromStdString(result->error().message), QStringLiteral("Because."));
}

void PipelineTest::saysWhetherItWasAnswered()
{
    Rig rig;
    rig.transport->then(failure("NetworkTimeout", "Too late.")).then(answer(404)).then(HttpResponse());
    const auto pipeline = rig.make();
    QSignalSpy yes(pipeline.get(), &Pipeline::answered);
    QSignalSpy no(pipeline.get(), &Pipeline::unanswered);
    const auto late = await(pipeline->send(ask(Method::Get)));
    QCOMPARE(late->error().code, std::string("NetworkTimeout"));
    QVERIFY(await(pipeline->send(ask(Method::Get))));
    const auto none = await(pipeline->send(ask(Method::Get)));
    QCOMPARE(none->error().code, std::string("NetworkOffline"));
    QCOMPARE(yes.count(), 1);
    QCOMPARE(no.count(), 2);
}

void PipelineTest::theContextMayDieFirst()
{
    Rig rig;
    rig.transport->hold = true;
    rig.transport->then(answer(200)).then(answer(200));
    const auto pipeline = rig.make();
    int called = 0;
    {
        QObject blade;
        whenDone(pipeline->send(ask(Method::Get)), &blade, [&called](const Result<HttpResponse>&) { ++called; });
    }
    QObject open;
    whenDone(pipeline->send(ask(Method::Get)), &open, [&called](const Result<HttpResponse>&) { called += 10; });
    QVERIFY(rig.transport->release());
    QVERIFY(rig.transport->release());
    settle();
    QCOMPARE(called, 10);
}

void PipelineTest::aDroppedAnswerEndsTheFuture()
{
    Rig rig;
    rig.transport->hold = true;
    rig.transport->then(answer(200));
    const auto pipeline = rig.make();
    const auto future = pipeline->send(ask(Method::Get));
    rig.transport->dropHeld();
    settle();
    QVERIFY(future.isFinished());
    QCOMPARE(future.resultCount(), 0);
}

VALV_TEST_GUILESS(PipelineTest)

} // namespace tst_requestpipeline

#include "tst_requestpipeline.moc"
