// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sessionrig.h"
#include "support/testprogram.h"

#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

namespace tst_enableflow {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using contract::Method;

namespace {

struct Rig : SessionRig
{
    EnableRequest request;
    QList<Activity> told;

    Rig()
    {
        backend.addVm(QStringLiteral("vm-web-01"));
        backend.addVault(QStringLiteral("valv-produktion"));
        request.virtualMachine = backend.vmId(QStringLiteral("vm-web-01"));
        request.vault = backend.vaultId(QStringLiteral("valv-produktion"));
        QObject::connect(&session->activities(), &ActivityHub::changed, session.get(), [this](const Activity& a) {
            if (a.kind == ActivityKind::EnableBackup) {
                told << a;
            }
        });
        start();
    }
    void withNewVault()
    {
        request.newVault = NewVault{QStringLiteral("vault123"),      backend.subscription,
                                    QStringLiteral("rg-webb"),       false,
                                    QStringLiteral("swedencentral"), {}};
    }
    void withNewPolicy()
    {
        request.newPolicy = contract::BackupPolicy::defaultPolicy();
        request.newPolicy->name = QStringLiteral("Guld");
    }
    // What was asked that changes something, in order, since the start.
    [[nodiscard]] QStringList writes() const
    {
        QStringList all;
        for (const auto& r : transport->requests) {
            if (r.method != Method::Get) {
                all << QUrl(r.target).path().section(QLatin1Char('/'), -2, -2);
            }
        }
        return all;
    }
    [[nodiscard]] const VmRow& row() const { return *session->virtualMachines().find(request.virtualMachine); }
};

} // namespace

class EnableFlowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void existingVaultAndPolicy();
    void everythingNew();
    void goesOnWhereItStopped_data();
    void goesOnWhereItStopped();
    void takesNobodysName_data();
    void takesNobodysName();
    void aPolicyWhoseAnswerWasLostIsOurs();
    void aJobThatFailsIsToldWithItsReason();
    void retryFromTheNotification();
    void askingTwiceIsOneRun();
    void theSessionMayEndFirst();
};

void EnableFlowTest::existingVaultAndPolicy()
{
    Rig rig;
    const QPointer<EnableFlow> flow = rig.session->enableBackup(rig.request);
    const auto future = flow->run();
    QVERIFY(flow->isRunning());
    QCOMPARE(rig.told.last().state, ActivityState::Running);
    rig.pass(4);
    QVERIFY(future.isFinished());
    QVERIFY(future.result());
    QCOMPARE(*future.result(), FakeBackend::itemId(rig.request.vault, rig.request.virtualMachine));
    QCOMPARE(rig.writes(), QStringList{QStringLiteral("protectedItems")});
    QCOMPARE(rig.told.last().state, ActivityState::Succeeded);
    QCOMPARE(rig.told.last().target, rig.request.virtualMachine);
    QVERIFY(!rig.told.last().job.isEmpty());
    QCOMPARE(rig.row().protection, Protection::InitialPending);
    QCOMPARE(rig.row().item->policyName, QStringLiteral("DefaultPolicy"));
    QVERIFY(!flow); // it cleaned up after itself
}

void EnableFlowTest::everythingNew()
{
    Rig rig;
    rig.withNewVault();
    rig.withNewPolicy();
    auto* flow = rig.session->enableBackup(rig.request);
    const auto future = flow->run();
    rig.pass(8);
    QVERIFY(future.isFinished() && future.result());
    QCOMPARE(
        rig.writes(),
        (QStringList{QStringLiteral("vaults"), QStringLiteral("backupPolicies"), QStringLiteral("protectedItems")}));
    QCOMPARE(rig.row().vaultId(), rig.request.newVault->id());
    QCOMPARE(rig.row().item->policyName, QStringLiteral("Guld"));
    QCOMPARE(rig.told.last().second, QStringLiteral("vault123"));
    QVERIFY(rig.session->vaults().find(rig.request.newVault->id()));
    auto& policies = rig.session->policies(rig.request.newVault->id());
    QVERIFY(policies.byName(QStringLiteral("Guld")) && policies.byName(QStringLiteral("DefaultPolicy")));
}

void EnableFlowTest::goesOnWhereItStopped_data()
{
    QTest::addColumn<QString>("refused");
    QTest::addColumn<int>("step");
    QTest::addColumn<QStringList>("made");
    QTest::addColumn<QStringList>("writes"); // in both runs
    const auto v = QStringLiteral("vaults");
    const auto p = QStringLiteral("backupPolicies");
    const auto i = QStringLiteral("protectedItems");
    const auto vault = QStringLiteral("vault123");
    QTest::newRow("the vault is refused")
        << v << int(EnableStep::CreateVault) << QStringList{} << QStringList{v, v, p, i};
    QTest::newRow("the policy is refused")
        << p << int(EnableStep::SavePolicy) << QStringList{vault} << QStringList{v, p, p, i};
    QTest::newRow("the protection is refused")
        << i << int(EnableStep::Configure) << QStringList{vault, QStringLiteral("Guld")} << QStringList{v, p, i, i};
}

void EnableFlowTest::goesOnWhereItStopped()
{
    QFETCH(QString, refused);
    QFETCH(int, step);
    QFETCH(QStringList, made);
    QFETCH(QStringList, writes);
    Rig rig;
    rig.withNewVault();
    rig.withNewPolicy();
    rig.backend.before = [refused](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
        const auto path = QUrl(request.target).path();
        if (request.method == Method::Put && path.section(QLatin1Char('/'), -2, -2) == refused) {
            return Result<HttpResponse>(answer(403, errorBody(QStringLiteral("AuthorizationFailed"))));
        }
        return std::nullopt;
    };
    auto* flow = rig.session->enableBackup(rig.request);
    const auto first = flow->run();
    rig.pass(6);
    QVERIFY(first.isFinished() && !first.result());
    QCOMPARE(first.result().error().code, std::string("AuthorizationFailed"));
    QVERIFY(!flow->isRunning());
    QCOMPARE(int(flow->step()), step);
    QCOMPARE(flow->made(), made);
    QCOMPARE(rig.told.last().state, ActivityState::Failed);
    QCOMPARE(rig.told.last().made, made);
    rig.backend.before = {};
    const auto second = flow->run();
    rig.pass(8);
    QVERIFY(second.isFinished() && second.result());
    QCOMPARE(rig.writes(), writes);
    QCOMPARE(rig.told.last().state, ActivityState::Succeeded);
}

//! Of somebody who was faster than the lists here. V5, V30.
void EnableFlowTest::takesNobodysName_data()
{
    QTest::addColumn<bool>("vault");
    QTest::newRow("a vault's") << true;
    QTest::newRow("a policy's") << false;
}

void EnableFlowTest::takesNobodysName()
{
    QFETCH(bool, vault);
    Rig rig;
    if (vault) {
        rig.withNewVault();
        rig.backend.addVault(QStringLiteral("vault123"));
        rig.backend.vaults.last().id = rig.request.newVault->id();
        rig.backend.vaults.last().tags.insert(QStringLiteral("deras"), QStringLiteral("ja"));
    } else {
        rig.withNewPolicy();
        rig.request.policyIsNew = true;
        rig.backend.addPolicy(rig.request.vault, QStringLiteral("GULD"));
        rig.backend.policies.last().daily->days = 77;
    }
    auto* flow = rig.session->enableBackup(rig.request);
    const auto run = flow->run();
    rig.pass(6);
    QVERIFY(run.isFinished() && !run.result());
    const auto code = vault ? "ValVaultNameTaken" : "ValPolicyNameTaken";
    QCOMPARE(run.result().error().code, std::string(code));
    QCOMPARE(rig.told.last().error->code, std::string(code));
    QVERIFY(rig.backend.items.isEmpty());
    if (vault) { // theirs is as it was, and known here now
        QCOMPARE(rig.backend.vaults.last().tags.value(QStringLiteral("deras")), QStringLiteral("ja"));
        QVERIFY(rig.session->vaults().find(rig.request.newVault->id()) != nullptr);
    } else {
        QCOMPARE(rig.backend.policies.last().daily->days, 77);
    }
}

//! Its answer was lost, not the policy: asked for again, it is not taken by somebody else.
void EnableFlowTest::aPolicyWhoseAnswerWasLostIsOurs()
{
    Rig rig;
    rig.withNewPolicy();
    rig.request.policyIsNew = true;
    bool lost = false;
    rig.backend.before = [&](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
        if (lost || request.method != Method::Put || !request.target.contains(QStringLiteral("/backupPolicies/"))) {
            return std::nullopt;
        }
        lost = true;
        (void)rig.backend.handle(request);
        return Result<HttpResponse>(tl::unexpected(Error{"NetworkTimeout", "No answer.", {}, {}, {}}));
    };
    auto* flow = rig.session->enableBackup(rig.request);
    const auto first = flow->run();
    rig.pass(3);
    QVERIFY(first.isFinished() && !first.result());
    const auto again = flow->run();
    rig.pass(6);
    QVERIFY(again.isFinished());
    QVERIFY2(again.result().has_value(), again.result() ? "" : again.result().error().code.c_str());
    QCOMPARE(rig.backend.items.size(), 1);
}

void EnableFlowTest::aJobThatFailsIsToldWithItsReason()
{
    Rig rig;
    rig.backend.configured = contract::JobStatus::InProgress;
    auto* flow = rig.session->enableBackup(rig.request);
    const auto future = flow->run();
    rig.pass(4);
    QVERIFY(!future.isFinished());
    QCOMPARE(flow->step(), EnableStep::Wait);
    auto& job = rig.backend.jobs.last();
    job.status = contract::JobStatus::Failed;
    contract::JobError error;
    error.code = QStringLiteral("UserErrorUnsupportedDiskSize");
    error.message = QStringLiteral("Too large.");
    job.errors = {error};
    rig.pass(3);
    QVERIFY(future.isFinished() && !future.result());
    QCOMPARE(future.result().error().code, std::string("UserErrorUnsupportedDiskSize"));
    QCOMPARE(flow->step(), EnableStep::Configure);
}

void EnableFlowTest::retryFromTheNotification()
{
    Rig rig;
    rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
        if (request.method == Method::Put) {
            return Result<HttpResponse>(failure("NetworkOffline", "No line."));
        }
        return std::nullopt;
    };
    (void)rig.session->enableBackup(rig.request)->run();
    rig.pass(2);
    QCOMPARE(rig.told.last().state, ActivityState::Failed);
    QVERIFY(rig.told.last().canRetry);
    rig.backend.before = {};
    QVERIFY(rig.session->activities().retry(rig.told.last().number));
    rig.pass(8);
    QCOMPARE(rig.told.last().state, ActivityState::Succeeded);
    QCOMPARE(rig.row().protection, Protection::InitialPending);
}

void EnableFlowTest::askingTwiceIsOneRun()
{
    Rig rig;
    auto* flow = rig.session->enableBackup(rig.request);
    (void)flow->run();
    (void)flow->run();
    rig.pass(4);
    QCOMPARE(rig.writes().size(), 1);
    QCOMPARE(rig.told.size(), 2); // began, succeeded
}

void EnableFlowTest::theSessionMayEndFirst()
{
    Rig rig;
    rig.withNewVault();
    const auto future = rig.session->enableBackup(rig.request)->run();
    settle();
    rig.session.reset();
    settle();
    QVERIFY(future.isFinished());
    QCOMPARE(future.resultCount(), 0);
}

VALV_TEST_GUILESS(EnableFlowTest)

} // namespace tst_enableflow

#include "tst_enableflow.moc"
