// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/jobsclient.h"
#include "client/resourcesclient.h"
#include "support/awaiting.h"
#include "support/manualdelay.h"
#include "support/scriptedtransport.h"
#include "support/testprogram.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QRegularExpression>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

namespace tst_pages {

using namespace valv;
using namespace valv::client;
using namespace valv::test;

namespace {

QJsonObject group(int number)
{
    const auto name = QStringLiteral("rg-%1").arg(number);
    return {{QStringLiteral("id"), QString(QStringLiteral("/subscriptions/s/resourceGroups/") + name)},
            {QStringLiteral("name"), name},
            {QStringLiteral("location"), QStringLiteral("swedencentral")}};
}

QJsonObject page(const QJsonArray& values, const QString& next = {})
{
    QJsonObject object{{QStringLiteral("value"), values}};
    if (!next.isEmpty()) {
        object.insert(QStringLiteral("nextLink"), next);
    }
    return object;
}

// A server of so many groups, a hundred at a time.
ScriptedTransport::Handler serverOf(int groups)
{
    return [groups](const HttpRequest& request) {
        constexpr int size = 100;
        const int first = QUrlQuery(QUrl(request.target)).queryItemValue(QStringLiteral("$skipToken")).toInt();
        QJsonArray values;
        for (int i = first; i < std::min(first + size, groups); ++i) {
            values.append(group(i));
        }
        const QString next = first + size < groups
            ? QStringLiteral("https://valv.local/subscriptions/s/resourcegroups?api-version=2021-04-01&$skipToken=%1")
                  .arg(first + size)
            : QString();
        return answer(200, page(values, next));
    };
}

struct Rig
{
    std::shared_ptr<ScriptedTransport> transport = std::make_shared<ScriptedTransport>();
    Pipeline pipeline{transport, [] {
                          PipelineOptions options;
                          options.delay = std::make_shared<ManualDelay>();
                          return options;
                      }()};
    ResourcesClient resources{pipeline};
};

} // namespace

class PagesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tenThousandInAHundredPages();
    void pagesAreHandedOverAsTheyCome();
    void anEmptyListIsNoError();
    void nextLinkIsFollowedAsItIs();
    void stopsWhenNobodyWaits();
    void malformed_data();
    void malformed();
    void oneBadElementLosesNoOther();
    void onlyBadElementsAreAnError();
    void aListWithoutEndIsStopped();
    void aPageThatFailsKeepsWhatCame();
    void aListThatIsEnoughEnds();
    void rowsOfLongListsAreLight();
    void filtersAreEncoded();
};

void PagesTest::tenThousandInAHundredPages()
{
    Rig rig;
    rig.transport->otherwise(serverOf(10000));
    const auto result = await(rig.resources.resourceGroups(QStringLiteral("s")), 20000);
    QVERIFY(result && *result);
    QCOMPARE((*result)->size(), 10000);
    QCOMPARE(rig.transport->requests.size(), 100);
    QCOMPARE((*result)->last().name, QStringLiteral("rg-9999"));
}

void PagesTest::pagesAreHandedOverAsTheyCome()
{
    Rig rig;
    rig.transport->hold = true;
    rig.transport->otherwise(serverOf(250));
    QObject view;
    QList<qsizetype> sizes;
    const auto future = rig.resources.resourceGroups(
        QStringLiteral("s"), {&view, [&sizes](const QList<contract::ResourceGroup>& p) { sizes << p.size(); }});
    QVERIFY(rig.transport->release());
    settle();
    QCOMPARE(sizes, QList<qsizetype>{100});
    QVERIFY(!future.isFinished());
    QVERIFY(rig.transport->release());
    settle();
    QVERIFY(rig.transport->release());
    settle();
    QCOMPARE(sizes, (QList<qsizetype>{100, 100, 50}));
    QVERIFY(future.isFinished());
    QVERIFY(future.result()->isEmpty()); // who takes the pages keeps them
}

void PagesTest::anEmptyListIsNoError()
{
    Rig rig;
    rig.transport->then(answer(200, page({})));
    const auto result = await(rig.resources.resourceGroups(QStringLiteral("s")));
    QVERIFY(result && *result);
    QVERIFY((*result)->isEmpty());
}

void PagesTest::nextLinkIsFollowedAsItIs()
{
    Rig rig;
    const auto next = QStringLiteral("https://other:8443/x%3B%20y?api-version=1&$skipToken=a%2Bb+c");
    rig.transport->then(answer(200, page({group(1)}, next))).then(answer(200, page({group(2)})));
    QVERIFY(await(rig.resources.resourceGroups(QStringLiteral("s"))));
    QCOMPARE(rig.transport->requests.at(1).target, next);
}

void PagesTest::stopsWhenNobodyWaits()
{
    Rig rig;
    rig.transport->hold = true;
    rig.transport->otherwise(serverOf(1000));
    auto view = std::make_unique<QObject>();
    int pages = 0;
    const auto future = rig.resources.resourceGroups(
        QStringLiteral("s"), {view.get(), [&pages](const QList<contract::ResourceGroup>&) { ++pages; }});
    QVERIFY(rig.transport->release());
    settle();
    view.reset();
    while (rig.transport->release()) {
        settle();
    }
    settle();
    QCOMPARE(pages, 1);
    QCOMPARE(rig.transport->requests.size(), 2); // the one that was under way, and none after it
    QVERIFY(future.isFinished());
    QCOMPARE(future.resultCount(), 0);
}

void PagesTest::malformed_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("<html>Sign in</html>");
    QTest::newRow("half an answer") << QByteArray(R"({"value":[{"id":"/subscr)");
    QTest::newRow("an array") << QByteArray("[]");
    QTest::newRow("no value") << QByteArray("{}");
    QTest::newRow("value is no array") << QByteArray(R"({"value":7})");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("not UTF-8") << QByteArray("\xff\xfe{}");
}

void PagesTest::malformed()
{
    QFETCH(QByteArray, body);
    Rig rig;
    auto response = answer(200);
    response.body = body;
    rig.transport->then(response);
    const auto result = await(rig.resources.resourceGroups(QStringLiteral("s")));
    QVERIFY(result && !*result);
    QCOMPARE(result->error().code, std::string("UnexpectedAnswer"));
    QVERIFY(!result->error().details.empty());
}

void PagesTest::oneBadElementLosesNoOther()
{
    Rig rig;
    rig.transport->then(answer(
        200,
        page({group(1), QJsonValue(7), QJsonObject{{QStringLiteral("name"), QStringLiteral("no id")}}, group(2)})));
    for (int i = 0; i < 2; ++i) {
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("can't be read")));
    }
    const auto result = await(rig.resources.resourceGroups(QStringLiteral("s")));
    QVERIFY(result && *result);
    QCOMPARE((*result)->size(), 2);
}

void PagesTest::onlyBadElementsAreAnError()
{
    Rig rig;
    rig.transport->then(answer(200, page({QJsonValue(7)})));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("can't be read")));
    const auto result = await(rig.resources.resourceGroups(QStringLiteral("s")));
    QVERIFY(result && !*result);
    QCOMPARE(result->error().code, std::string("UnexpectedAnswer"));
}

void PagesTest::aListWithoutEndIsStopped()
{
    Rig rig;
    rig.transport->otherwise([](const HttpRequest&) {
        return answer(200, page({group(1)}, QStringLiteral("https://valv.local/again?$skipToken=1")));
    });
    const auto result = await(rig.resources.resourceGroups(QStringLiteral("s")));
    QVERIFY(result && !*result);
    QCOMPARE(result->error().code, std::string("UnexpectedAnswer"));
    QCOMPARE(rig.transport->requests.size(), 2);
}

void PagesTest::aPageThatFailsKeepsWhatCame()
{
    Rig rig;
    rig.transport->then(answer(200, page({group(1)}, QStringLiteral("/next?api-version=1"))))
        .then(answer(403, errorBody(QStringLiteral("AuthorizationFailed"))));
    QObject view;
    int got = 0;
    const auto result = await(rig.resources.resourceGroups(
        QStringLiteral("s"), {&view, [&got](const QList<contract::ResourceGroup>& p) { got += int(p.size()); }}));
    QVERIFY(result && !*result);
    QCOMPARE(result->error().code, std::string("AuthorizationFailed"));
    QCOMPARE(got, 1);
}

void PagesTest::aListThatIsEnoughEnds()
{
    Rig rig;
    rig.transport->otherwise(serverOf(1000));
    QObject view;
    int got = 0;
    client::PageSink<contract::ResourceGroup> sink{
        &view, [&got](const QList<contract::ResourceGroup>& p) { got += int(p.size()); }, [&got] { return got < 250; }};
    const auto result = await(rig.resources.resourceGroups(QStringLiteral("s"), sink));
    QVERIFY(result && *result);
    QCOMPARE(got, 300);
    QCOMPARE(rig.transport->requests.size(), 3);
    QVERIFY((*result)->isEmpty()); // who takes pages keeps them
}

void PagesTest::rowsOfLongListsAreLight()
{
    Rig rig;
    const auto job = [](const QString& name) {
        return QJsonObject{{QStringLiteral("id"), QString(QStringLiteral("/subscriptions/s/backupJobs/") + name)},
                           {QStringLiteral("name"), name},
                           {QStringLiteral("properties"), QJsonObject{{QStringLiteral("entityFriendlyName"), QStringLiteral("web")}}}};
    };
    rig.transport->then(answer(200, page({job(QStringLiteral("a")), job(QStringLiteral("b"))})));
    JobsClient jobs(rig.pipeline);
    const auto result = await(jobs.list(ArmId::vault(QStringLiteral("s"), QStringLiteral("rg"), QStringLiteral("v"))));
    QVERIFY(result && *result);
    const auto& rows = **result;
    QCOMPARE(rows.size(), 2);
    QVERIFY(rows[0].raw.isEmpty());
    QCOMPARE(rows[0].entity, QStringLiteral("web"));
    QCOMPARE(static_cast<const void*>(rows[0].entity.constData()), static_cast<const void*>(rows[1].entity.constData()));
}

void PagesTest::filtersAreEncoded()
{
    Rig rig;
    rig.transport->then(answer(200, page({})));
    JobsClient jobs(rig.pipeline);
    client::JobFilter filter;
    filter.status = contract::JobStatus::InProgress;
    filter.entity = QStringLiteral("O'Brien & Åsa +1");
    filter.from = QDateTime({2018, 12, 18}, {23, 5, 7}, Qt::UTC);
    QVERIFY(await(jobs.list(ArmId::vault(QStringLiteral("s"), QStringLiteral("rg å"), QStringLiteral("v")), filter)));
    const auto target = rig.transport->requests.at(0).target;
    QVERIFY2(
        target.startsWith(QLatin1String(
            "/subscriptions/s/resourceGroups/rg%20%C3%A5/providers/Microsoft.RecoveryServices/vaults/v/backupJobs?")),
        qPrintable(target));
    QVERIFY(!target.contains(QLatin1Char('+')) && !target.contains(QLatin1Char(' ')));
    const auto read = QUrlQuery(QUrl(target)).queryItemValue(QStringLiteral("$filter"), QUrl::FullyDecoded);
    QCOMPARE(read,
             QStringLiteral("status eq 'InProgress' and startTime eq '2018-12-18 11:05:07 PM' and "
                            "entityFriendlyName eq 'O''Brien & Åsa +1'"));
}

VALV_TEST_GUILESS(PagesTest)

} // namespace tst_pages

#include "tst_pages.moc"
