// SPDX-License-Identifier: GPL-3.0-or-later
#include "inprocess/inprocesstransport.h"
#include "models/service/world.h"
#include "service/router.h"

#include <QFuture>
#include <QJsonDocument>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace valv;
using namespace valv::test;

namespace {

contract::HttpRequest list()
{
    return {contract::Method::Get,
            QStringLiteral("/subscriptions?api-version=2022-12-01"),
            {{"x-ms-client-request-id", "abc"}},
            {}};
}

//! A host that does not answer until it is told to.
class SlowHost final : public hypervisor::VmSource
{
public:
    explicit SlowHost(QSemaphore& answers)
        : m_answers(answers)
    { }
    [[nodiscard]] std::string name() const override { return "slow"; }
    Result<std::vector<hypervisor::Vm>> list() override
    {
        m_answers.acquire();
        return std::vector<hypervisor::Vm>();
    }
    Result<std::unique_ptr<hypervisor::BackupSession>> begin(const std::string&,
                                                             std::optional<hypervisor::CheckpointId>) override
    {
        return failure("NotSupported", "Nothing is here.");
    }
    Result<std::unique_ptr<hypervisor::NewVmPlace>> prepare(const hypervisor::NewVm&) override
    {
        return failure("NotSupported", "Nothing is here.");
    }

private:
    QSemaphore& m_answers;
};

} // namespace

class TestInProcess : public QObject
{
    Q_OBJECT

    std::unique_ptr<World> m_world;

private Q_SLOTS:
    void initTestCase() { m_world = std::make_unique<World>(1); }
    void cleanupTestCase() { m_world.reset(); }

    void answers()
    {
        app::InProcessTransport transport(m_world->router());
        auto future = transport.send(list());
        QTRY_VERIFY(future.isFinished());
        const auto result = future.result();
        QVERIFY(result);
        QCOMPARE(result->status, 200);
        QCOMPARE(contract::header(result->headers, "x-ms-client-request-id"), QByteArray("abc"));
        QCOMPARE(QJsonDocument::fromJson(result->body).object(), m_world->get(QStringLiteral("/subscriptions")).json);
    }

    void anErrorIsAnAnswer()
    {
        app::InProcessTransport transport(m_world->router());
        auto future = transport.send({contract::Method::Get, QStringLiteral("/subscriptions"), {}, {}});
        QTRY_VERIFY(future.isFinished());
        QVERIFY(future.result());
        QCOMPARE(future.result()->status, 400);
    }

    void linksBeginWithItsBase()
    {
        m_world->makeVault();
        app::InProcessTransport transport(m_world->router());
        auto future = transport.send(
            {contract::Method::Post,
             QString(QStringLiteral("/subscriptions/") + m_world->subscription()
                     + QStringLiteral("/resourceGroups/rg-web/providers/Microsoft.RecoveryServices/vaults/vault-one/"
                                      "backupFabrics/Azure/refreshContainers?api-version=2023-02-01")),
             {},
             {}});
        QTRY_VERIFY(future.isFinished());
        const auto link = contract::header(future.result()->headers, "Location");
        QVERIFY(link.startsWith(QByteArray(app::InProcessTransport::baseUrl().toUtf8() + "/")));
        auto followed = transport.send({contract::Method::Get, QString::fromUtf8(link), {}, {}});
        QTRY_VERIFY(followed.isFinished());
        QVERIFY(followed.result()->status == 202 || followed.result()->status == 204);
    }

    void manyAtOnceFromManyThreads()
    {
        app::InProcessTransport transport(m_world->router());
        std::atomic_int good = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back(QThread::create([&transport, &good] {
                for (int j = 0; j < 50; ++j) {
                    auto future = transport.send(list());
                    future.waitForFinished();
                    good += future.result() && future.result()->status == 200 ? 1 : 0;
                }
            }));
            threads.back()->start();
        }
        for (const auto& thread : threads) {
            thread->wait();
        }
        QCOMPARE(good.load(), 200);
    }

    //! However many wait for the machines of a slow host, who asks for something else is answered.
    void whoWaitsForASlowHostHoldsNobodyUp()
    {
        const QTemporaryDir folder;
        QSemaphore answers;
        const auto clock = std::make_shared<SystemClock>();
        engine::Options options;
        options.dataFolder = folder.filePath(QStringLiteral("data"));
        options.clock = clock;
        options.ids = std::make_shared<RandomIds>();
        options.sources.push_back(std::make_unique<SlowHost>(answers));
        const auto engine = engine::Engine::open(std::move(options));
        QVERIFY(engine);
        const service::Router router(**engine, clock, std::make_shared<RandomIds>());
        app::InProcessTransport transport(router);
        const auto subscription = (*engine)->subscriptions().constFirst().subscriptionId;
        const auto ask = [&](const char* what) {
            return transport.send({contract::Method::Get,
                                   QStringLiteral("/subscriptions/%1/providers/%2?api-version=2023-02-01")
                                       .arg(subscription, QLatin1String(what)),
                                   {},
                                   {}});
        };
        QList<QFuture<Result<contract::HttpResponse>>> waiting;
        for (int i = 0; i < 20; ++i) {
            waiting.append(ask("Microsoft.Compute/virtualMachines"));
        }
        const auto vaults = ask("Microsoft.RecoveryServices/vaults");
        QTRY_VERIFY(vaults.isFinished());
        QCOMPARE(vaults.result()->status, 200);
        for (const auto& each : std::as_const(waiting)) {
            QVERIFY(!each.isFinished());
        }
        answers.release(2); // one more for a list that was asked for meanwhile
        for (const auto& each : std::as_const(waiting)) {
            QTRY_VERIFY(each.isFinished());
            QVERIFY(each.result());
        }
    }

    void everyFutureEndsWhenItCloses()
    {
        QList<QFuture<Result<contract::HttpResponse>>> futures;
        {
            app::InProcessTransport transport(m_world->router());
            for (int i = 0; i < 200; ++i) {
                futures.append(transport.send(list()));
            }
        }
        for (const auto& future : futures) {
            QVERIFY(future.isFinished());
            QCOMPARE(future.resultCount(), 1);
            QVERIFY(future.result() || future.result().error().code == "RequestCancelled");
        }
    }
};

QTEST_GUILESS_MAIN(TestInProcess)
#include "tst_inprocess.moc"
