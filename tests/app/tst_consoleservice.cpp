// SPDX-License-Identifier: GPL-3.0-or-later
// How a console finds the service that has its data folder.
#include "client/client.h"
#include "console/backend.h"
#include "service/serving.h"
#include "support/awaiting.h"

#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>

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

    QProcess service;
    service.start(qEnvironmentVariable("VALV_BIN_DIR") + QStringLiteral("/valvd"),
                  {QStringLiteral("serve"), QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                   QStringLiteral("--data"), data, QStringLiteral("--tls-self-signed"), QStringLiteral("--token-file"),
                   folder.filePath(QStringLiteral("token")), QStringLiteral("--service"), QStringLiteral("system")});
    QElapsedTimer timer;
    timer.start();
    QByteArray output;
    while (timer.elapsed() < patience && !output.contains("Listening on") && service.state() != QProcess::NotRunning) {
        service.waitForReadyRead(100);
        output += service.readAllStandardOutput();
    }
    QVERIFY2(output.contains("Listening on"), service.readAllStandardError().constData());
    const auto serving = service::readServing(data);
    QVERIFY(serving);
    QVERIFY(output.contains(serving->url.toUtf8()));
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
    ::kill(static_cast<pid_t>(service.processId()), SIGTERM);
    QVERIFY(service.waitForFinished(patience));
    QCOMPARE(service.exitCode(), 0);
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
