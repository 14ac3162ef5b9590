// SPDX-License-Identifier: GPL-3.0-or-later
// How a console finds the service that has its data folder.
#include "client/client.h"
#include "console/backend.h"
#include "service/serving.h"
#include "support/awaiting.h"
#include "support/valvd.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace valv;
using namespace valv::test;

namespace {

constexpr int patience = 60'000;

} // namespace

class TestConsoleService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void consoleFindsTheService();
};

void TestConsoleService::consoleFindsTheService()
{
    QTemporaryDir folder;
    const auto data = folder.filePath(QStringLiteral("data"));
    console::BackendChoice choice;
    choice.dataFolder = data;

    Valvd service(data);
    QVERIFY(service.start({QStringLiteral("--service"), QStringLiteral("system")}));
    const auto serving = service::readServing(data);
    QVERIFY(serving);
    QCOMPARE(serving->url, service.address());
    QVERIFY(!(QFile::permissions(data + QStringLiteral("/serving.json")) & QFileDevice::ReadOther));

    {
        const auto backend = console::Backend::open(choice);
        QVERIFY2(backend.has_value(), backend ? "" : backend.error().message.c_str());
        client::Client client((*backend)->transport(), (*backend)->clientOptions());
        QVERIFY(!client.capabilities().remote); // its folders are this computer's
        const auto subscriptions = await(client.resources().subscriptions(), patience);
        QVERIFY(subscriptions && *subscriptions);
        const auto engine = await(client.resources().engine((*subscriptions)->first().subscriptionId), patience);
        QVERIFY(engine && *engine);
        QCOMPARE((*engine)->host, contract::EngineHost::BootService);
        QVERIFY((*engine)->runsWithoutConsole());
        QVERIFY((*engine)->startsAtBoot());
        QCOMPARE((*engine)->dataFolder, data);
    }
    QCOMPARE(service.stop(), 0);
    QVERIFY(!service::readServing(data));

    // Without the service the console has the folder itself; what a killed service left behind does not mislead.
    QVERIFY(service::writeServing(data, *serving));
    const auto own = console::Backend::open(choice);
    QVERIFY(own.has_value());
    QVERIFY(!service::readServing(data));
    const auto second = console::Backend::open(choice);
    QVERIFY(!second);
    QCOMPARE(second.error().code, std::string("DataFolderInUse")); // another console: nothing to connect to
}

QTEST_GUILESS_MAIN(TestConsoleService)
#include "tst_consoleservice.moc"
