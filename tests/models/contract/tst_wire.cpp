// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/http.h"
#include "contract/names.h"
#include "contract/operation.h"
#include "contract/page.h"
#include "contract/protecteditem.h"
#include "contract/resources.h"
#include "contract/virtualmachine.h"
#include "jsontools.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_wire {

using namespace valv;
using namespace jsontools;

class TestWire : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesOfVms_data();
    void namesOfVms();
    void namesMade();
    void filters_data();
    void filters();
    void filterTimes_data();
    void filterTimes();
    void pages();
    void objects();
    void headers();
    void errorsOut();
    void errorsBack();
    void errorsIn_data();
    void errorsIn();
    void regions();
    void timeSpans_data();
    void timeSpans();
    void openWords();
    void rowsShareWhatTheyHaveInCommon();
};

void TestWire::namesOfVms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); // rg/vm
    const auto add = [](const char* text, const char* expected) {
        QTest::newRow(*text ? text : "(empty)") << QString::fromLatin1(text) << QString::fromLatin1(expected);
    };
    add("IaasVMContainer;iaasvmcontainerv2;rg;vm", "rg/vm");
    add("iaasvmcontainer;iaasvmcontainerv2;Rg;Vm", "Rg/Vm");
    add("VM;iaasvmcontainerv2;rg;vm", "rg/vm");
    add("vm;IAASVMCONTAINERV2;rg;vm", "rg/vm");
    add("iaasvmcontainerv2;rg;vm", "rg/vm");
    add("iaasvmcontainer;rg;vm", ""); // classic
    add("VM;iaasvmcontainer;rg;vm", "");
    add("AzureSqlContainer;iaasvmcontainerv2;rg;vm", "");
    add("VM;iaasvmcontainerv2;;vm", "");
    add("VM;iaasvmcontainerv2;rg;", "");
    add("VM;iaasvmcontainerv2;rg;vm;x", "");
    add("", "");
}

void TestWire::namesOfVms()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto name = vmNameFrom(text);
    QCOMPARE(name ? name->resourceGroup + QLatin1Char('/') + name->vm : QString(), expected);
}

void TestWire::namesMade()
{
    const VmName vm{QStringLiteral("rg"), QStringLiteral("web-01")};
    const auto vault = ArmId::vault(QStringLiteral("s"), QStringLiteral("g"), QStringLiteral("v"));
    QCOMPARE(itemId(vault, vm).text(),
             QStringLiteral(
                 "/subscriptions/s/resourceGroups/g/providers/Microsoft.RecoveryServices/vaults/v/backupFabrics/Azure/"
                 "protectionContainers/IaasVMContainer;iaasvmcontainerv2;rg;web-01/protectedItems/"
                 "VM;iaasvmcontainerv2;rg;web-01"));
    QCOMPARE(itemId(vault, vm).parent(), containerId(vault, vm));
    QCOMPARE(*vmNameFrom(containerName(vm)), vm);
    QCOMPARE(*vmNameFrom(shortName({QStringLiteral("RG"), QStringLiteral("WEB-01")})), vm);
}

void TestWire::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("expected"); // name=value, sorted; "error"
    const auto add = [](const char* row, const char* filter, const char* expected) {
        QTest::newRow(row) << QString::fromUtf8(filter) << QString::fromUtf8(expected);
    };
    add("empty", "", "");
    add("one", "backupManagementType eq 'AzureIaasVM'", "backupmanagementtype=AzureIaasVM");
    add("several", "status eq 'InProgress' and operation eq 'Backup'", "operation=Backup status=InProgress");
    add("words in any case, spaces free", "  Status  EQ  'a'   AND operation eq'b' ", "operation=b status=a");
    add("a doubled quote", "friendlyName eq 'it''s'", "friendlyname=it's");
    add("'and' within a value", "friendlyName eq 'a and b'", "friendlyname=a and b");
    add("unquoted", "includeSoftDeletedRP eq true", "includesoftdeletedrp=true");
    add("an empty value", "policyName eq ''", "policyname=");
    add("a time", "startTime eq '2026-11-23 12:00:00 AM'", "starttime=2026-11-23 12:00:00 AM");
    add("another operator", "startTime ge '2026-11-23'", "error");
    add("or", "a eq 'b' or c eq 'd'", "error");
    add("a quote that does not end", "a eq 'b", "error");
    add("and without more", "a eq 'b' and", "error");
    add("no value", "a eq", "error");
    add("rubbish after", "a eq 'b' c", "error");
}

void TestWire::filters()
{
    QFETCH(QString, filter);
    QFETCH(QString, expected);
    const auto values = parseFilter(filter);
    if (!values) {
        QCOMPARE(values.error().code, std::string("BMSUserErrorInvalidInput"));
        QCOMPARE(QStringLiteral("error"), expected);
        return;
    }
    QStringList parts;
    for (auto it = values->begin(); it != values->end(); ++it) {
        parts.append(it.key() + QLatin1Char('=') + it.value());
    }
    parts.sort();
    QCOMPARE(parts.join(QLatin1Char(' ')), expected);
}

void TestWire::filterTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto add = [](const char* text, const char* expected) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(expected);
    };
    add("2026-11-23 12:00:00 AM", "2026-11-23T00:00:00Z");
    add("2026-11-23 12:30:00 PM", "2026-11-23T12:30:00Z");
    add("2026-11-23 00:15:00 AM", "2026-11-23T00:15:00Z");
    add("2026-11-23 01:02:03 pm", "2026-11-23T13:02:03Z");
    add("2026-11-23 13:02:03", "2026-11-23T13:02:03Z");
    add("11/23/2026", "2026-11-23T00:00:00Z");
    add("11/23/2026 1:02:03 PM", "2026-11-23T13:02:03Z");
    add("2026-11-23", "2026-11-23T00:00:00Z");
    add("2026-11-23T13:02:03Z", "2026-11-23T13:02:03Z");
    add("2026-11-23T13:02:03+02:00", "2026-11-23T11:02:03Z");
    add("2026-11-23 13:02:03 PM", "");
    add("2026-02-30", "");
    add("2026-11-23 24:00:00", "");
    add("yesterday", "");
}

void TestWire::filterTimes()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const auto time = parseFilterTime(text);
    QCOMPARE(time ? time->toUTC().toString(Qt::ISODate) : QString(), expected);
}

void TestWire::pages()
{
    const auto page = Page::fromJson(object(R"({"value":[{"a":1}],"nextLink":"https://h/x?y"})"));
    QVERIFY(page);
    QCOMPARE(page->value.size(), 1);
    QCOMPARE(page->nextLink, QStringLiteral("https://h/x?y"));
    QCOMPARE(compact(Page{}.toJson()), QByteArray(R"({"value":[]})"));
    QVERIFY(!Page::fromJson(object(R"({"nextLink":"x"})"))); // iterators need the value
    QVERIFY(Page::fromJson(object(R"({"value":[],"nextLink":null})"))->nextLink.isEmpty());
}

void TestWire::objects()
{
    QVERIFY(parseObject("{}").has_value());
    for (const char* bad : {"", "[]", "null", "{", "\"a\"", "{\"a\":}"}) {
        const auto result = parseObject(bad);
        QVERIFY2(!result, bad);
        QCOMPARE(result.error().code, std::string("InvalidRequestContent"));
    }
}

void TestWire::headers()
{
    const Headers headers{{"Retry-After", "1"}, {"retry-after", "2"}, {"ETag", "x"}};
    QCOMPARE(header(headers, "RETRY-AFTER"), QByteArray("1"));
    QCOMPARE(header(headers, "etag"), QByteArray("x"));
    QCOMPARE(header(headers, "Location"), QByteArray());
}

void TestWire::errorsOut()
{
    const Error plain{"ResourceNotFound", "Gone.", {}, {}, {}};
    QCOMPARE(compact(errorBody(plain)), QByteArray(R"({"error":{"code":"ResourceNotFound","message":"Gone."}})"));
    for (const char* code : {"BMSUserErrorInvalidInput", "UserErrorX", "ServiceResourceX", "CloudInternalError"}) {
        const auto body = errorBody({code, "No.", {}, {}, {}}).value(QStringLiteral("error")).toObject();
        for (const char* key : {"target", "details", "innerError"}) {
            QVERIFY2(body.value(QLatin1String(key)).isNull(), key); // null, not absent
        }
    }
}

void TestWire::errorsBack()
{
    const Error error{
        "BMSUserErrorInvalidPolicyInput",
        "Bad.",
        "properties",
        "Correct it.",
        {{"ValDailyRetention", "Too few.", "daily", "More.", {}}, {"ValScheduleTime", "When?", "time", {}, {}}}};
    const HttpResponse response{400, {}, compact(errorBody(error))};
    QCOMPARE(errorFrom(response), error);
}

void TestWire::errorsIn_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    const auto add = [](const char* row, int status, const char* body, const char* code, const char* message) {
        QTest::newRow(row) << status << QByteArray(body) << QString::fromLatin1(code) << QString::fromLatin1(message);
    };
    add("as specified", 404, R"({"error":{"code":"A","message":"B","details":null}})", "A", "B");
    add("flat", 400, R"({"code":"A","message":"B"})", "A", "B");
    add("big letters", 400, R"({"Code":"A","Message":"B"})", "A", "B");
    add("a number for a code", 400, R"({"error":{"code":42,"message":"B"}})", "42", "B");
    add("sign-in", 400, R"({"error":"invalid_client","error_description":"D"})", "invalid_client", "D");
    add("a page of a proxy", 502, "<html>", "InternalServerError", "The server answered 502.");
    add("nothing at all", 401, "", "AuthenticationFailed", "The server answered 401.");
    add("a list", 403, "[1]", "AuthorizationFailed", "The server answered 403.");
    add("throttled", 429, "", "ResourceRequestsThrottled", "The server answered 429.");
    add("no answer", 0, "", "NetworkOffline", "No answer came.");
}

void TestWire::errorsIn()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, code);
    QFETCH(QString, message);
    const auto error = errorFrom({status, {}, body});
    QCOMPARE(QString::fromStdString(error.code), code);
    QCOMPARE(QString::fromStdString(error.message), message);
}

void TestWire::regions()
{
    for (const char* spelling : {"North Europe", "NorthEurope", "northeurope", "NORTH EUROPE"}) {
        QCOMPARE(normalizedRegion(QString::fromLatin1(spelling)), QStringLiteral("northeurope"));
    }
}

void TestWire::timeSpans_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("nearly a fortnight") << qint64{1'209'584'100} << QStringLiteral("13.23:59:44.1000000");
    QTest::newRow("an hour") << qint64{3'600'000} << QStringLiteral("01:00:00");
    QTest::newRow("nothing") << qint64{0} << QStringLiteral("00:00:00");
    QTest::newRow("past") << qint64{-5} << QStringLiteral("00:00:00");
}

void TestWire::timeSpans()
{
    QFETCH(qint64, ms);
    QFETCH(QString, text);
    QCOMPARE(timeSpan(ms), text);
}

void TestWire::openWords()
{
    QVERIFY(Open<JobStatus>::fromWire(QStringLiteral("inprogress")) == JobStatus::InProgress);
    QVERIFY(Open<JobStatus>::fromWire(QStringLiteral("inprogress")) == Open<JobStatus>(JobStatus::InProgress));
    const auto later = Open<JobStatus>::fromWire(QStringLiteral("Paused"));
    QVERIFY(later == JobStatus::Unknown);
    QCOMPARE(later.text(), QStringLiteral("Paused"));
    QVERIFY(Open<JobStatus>().isEmpty());
    QCOMPARE(toText(PowerState::Running), QStringLiteral("PowerState/running"));
    QVERIFY(fromText<AgentState>(QStringLiteral("Not Ready")) == AgentState::NotReady);
    QCOMPARE(toText(Month::December), QStringLiteral("December"));
}

void TestWire::rowsShareWhatTheyHaveInCommon()
{
    const auto machine = [](const char* owner) {
        VirtualMachine vm;
        vm.location = QString::fromLatin1("sweden") + QLatin1String("central");
        vm.tags = {{QStringLiteral("env"), QStringLiteral("prod")}, {QStringLiteral("owner"), QLatin1String(owner)}};
        vm.raw.insert(QStringLiteral("later"), 1);
        return vm;
    };
    auto one = machine("a");
    auto two = machine("a");
    auto other = machine("b");
    QVERIFY(!two.tags.isSharedWith(one.tags));
    SharedTexts texts;
    for (auto* vm : {&one, &two, &other}) {
        lighten(*vm, texts);
        QVERIFY(vm->raw.isEmpty());
    }
    QVERIFY(two.tags.isSharedWith(one.tags));
    QCOMPARE(two.location.constData(), one.location.constData());
    QVERIFY(!other.tags.isSharedWith(one.tags));
    QCOMPARE(other.tags, machine("b").tags);
    two.tags.insert(QStringLiteral("env"), QStringLiteral("test")); // its own from here on
    QCOMPARE(one.tags, machine("a").tags);

    ProtectedItem item;
    item.id = itemId(ArmId::vault(QStringLiteral("s"), QStringLiteral("rg"), QStringLiteral("v")),
                     {QStringLiteral("rg"), QStringLiteral("web-1")});
    item.name = item.id.name();
    item.containerName = shortName({QStringLiteral("rg"), QStringLiteral("web-1")});
    item.friendlyName = QStringLiteral("web-1");
    lighten(item, texts);
    QVERIFY(item.name.isEmpty() && item.containerName.isEmpty()); // the id has them
    QCOMPARE(item.friendlyName, QStringLiteral("web-1"));
    QCOMPARE(item.id.name(), itemName({QStringLiteral("rg"), QStringLiteral("web-1")}));
}

VALV_TEST_GUILESS(TestWire)

} // namespace tst_wire

#include "tst_wire.moc"
