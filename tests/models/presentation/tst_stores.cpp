// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/availability.h"
#include "support/sessionrig.h"
#include "support/testprogram.h"

#include <QDateTime>
#include <QFuture>
#include <QJsonArray>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

namespace tst_stores {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using contract::Method;

namespace {

const auto swedencentral = QStringLiteral("swedencentral");

std::optional<HttpResponse> refuse(const HttpRequest& request, Method method, const char* ending, const char* code)
{
    if (request.method == method && QUrl(request.target).path().endsWith(QLatin1String(ending), Qt::CaseInsensitive)) {
        return answer(403, errorBody(QString::fromLatin1(code)));
    }
    return std::nullopt;
}

// A session with three machines, a vault, and vm-web-01 protected in it.
struct Rig : SessionRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));
    ArmId vm = backend.vmId(QStringLiteral("vm-web-01"));
    ArmId item = FakeBackend::itemId(vault, vm);
    QList<Activity> told;

    Rig()
    {
        for (int i = 1; i <= 3; ++i) {
            backend.addVm(QStringLiteral("vm-web-0%1").arg(i));
        }
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addItem(vault, vm);
        QObject::connect(&session->activities(), &ActivityHub::changed, session.get(),
                         [this](const Activity& activity) { told << activity; });
    }
    [[nodiscard]] const VmRow& row(const QString& name) const
    {
        return *session->virtualMachines().find(backend.vmId(name));
    }
    void refuseWith(Method method, const char* ending, const char* code)
    {
        backend.before = [=](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (auto no = refuse(request, method, ending, code)) {
                return *no;
            }
            return std::nullopt;
        };
    }
};

} // namespace

class StoresTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void machinesAreJoinedWithTheirItems();
    void protectionIsUnknownUntilTheVaultsWereRead();
    void aStoppedItemGivesWayToAnActiveOne();
    void anItemThatGoesLeavesItsMachine();
    void vaultsForAMachine();
    void aVaultIsMadeInSight();
    void aVaultAtWorkIsFollowed_data();
    void aVaultAtWorkIsFollowed();
    void vaultsAtWorkAreReadTogether();
    void aVaultThatCannotBeMadeLeaves();
    void aVaultWhoseAnswerWasLostIsOurs_data();
    void aVaultWhoseAnswerWasLostIsOurs();
    void aNewGroupIsMadeFirst();
    void aGroupThatIsThereIsNotMadeAgain();
    void aVaultThatIsRefusedAfterItsGroup();
    void policiesAreSavedAndRemoved();
    void backupNowIsToldAndFollowed();
    void aRefusedBackupCanBeTriedAgain();
    void stopResumeChangeUndelete_data();
    void stopResumeChangeUndelete();
    void whatIsStoppedIsStopped_data();
    void whatIsStoppedIsStopped();
    void restoreSaysWhereAndCanBeRepeated();
    void restoreAsANewMachine();
    void recoveryPoints();
    void extendedInfoSurvivesAList();
    void requestsOfADeadViewAreHarmless();
};

void StoresTest::machinesAreJoinedWithTheirItems()
{
    Rig rig;
    rig.start();
    QCOMPARE(rig.session->virtualMachines().count(), 3);
    QCOMPARE(rig.row(QStringLiteral("vm-web-01")).protection, Protection::Protected);
    QCOMPARE(rig.row(QStringLiteral("vm-web-01")).vaultId(), rig.vault);
    QCOMPARE(rig.row(QStringLiteral("vm-web-02")).protection, Protection::NotProtected);
    QCOMPARE(rig.row(QStringLiteral("vm-web-02")).subscription, QStringLiteral("Nordvik – Produktion"));
    QCOMPARE(rig.session->virtualMachines().countProtected(), 1);
    QCOMPARE(rig.session->virtualMachines().countUnprotectedIn(QStringLiteral("Sweden Central")), 2);

    QSignalSpy changed(&rig.session->virtualMachines(), &ListStoreBase::rowsChanged);
    rig.backend.items[0].lastBackupStatus = contract::LastBackupStatus::Failed;
    rig.session->items().refresh();
    rig.pass(1);
    QCOMPARE(changed.count(), 1);
    QCOMPARE(rig.row(QStringLiteral("vm-web-01")).protection, Protection::LastFailed);
}

void StoresTest::protectionIsUnknownUntilTheVaultsWereRead()
{
    Rig rig;
    rig.refuseWith(Method::Get, "/backupProtectedItems", "AuthorizationFailed");
    rig.start();
    QCOMPARE(rig.session->items().state(), LoadState::Failed);
    QCOMPARE(rig.row(QStringLiteral("vm-web-01")).protection, Protection::Unknown);
    QCOMPARE(canEnable(rig.row(QStringLiteral("vm-web-02"))).reasonCode, QStringLiteral("CommandProtectionUnknown"));
    rig.backend.before = {};
    rig.session->items().refresh();
    rig.pass(1);
    QCOMPARE(rig.row(QStringLiteral("vm-web-01")).protection, Protection::Protected);
    QCOMPARE(rig.row(QStringLiteral("vm-web-02")).protection, Protection::NotProtected);
}

void StoresTest::aStoppedItemGivesWayToAnActiveOne()
{
    Rig rig;
    rig.backend.addVault(QStringLiteral("valv-gammal"));
    auto& old = rig.backend.addItem(rig.backend.vaultId(QStringLiteral("valv-gammal")), rig.vm,
                                    contract::ProtectionState::ProtectionStopped);
    old.softDeleted = true;
    rig.start();
    QCOMPARE(rig.session->items().count(), 2);
    QCOMPARE(rig.session->items().forVm(rig.vm)->id, rig.item);
    QCOMPARE(rig.session->items().countIn(rig.vault), 1);
}

void StoresTest::anItemThatGoesLeavesItsMachine()
{
    Rig rig;
    rig.start();
    rig.backend.items.clear();
    rig.session->items().refresh();
    rig.pass(1);
    QVERIFY(rig.session->items().isEmpty());
    QCOMPARE(rig.row(QStringLiteral("vm-web-01")).protection, Protection::NotProtected);
    QVERIFY(!rig.row(QStringLiteral("vm-web-01")).item);
    QCOMPARE(rig.session->items().countIn(rig.vault), 0);
}

void StoresTest::vaultsForAMachine()
{
    Rig rig;
    rig.backend.addVault(QStringLiteral("Arkiv"));
    rig.backend.addVault(QStringLiteral("valv-norr"), QStringLiteral("northeurope"));
    rig.backend.addVault(QStringLiteral("valv-ny"));
    rig.backend.vaults.last().provisioning = contract::ProvisioningState::Provisioning;
    rig.start();
    auto& vaults = rig.session->vaults();
    QStringList names;
    const auto usable = vaults.usableFor(rig.backend.subscription, QStringLiteral("Sweden Central"));
    for (const auto& vault : usable) {
        names << vault.name;
    }
    QCOMPARE(names, (QStringList{QStringLiteral("Arkiv"), QStringLiteral("valv-produktion")}));
    QVERIFY(vaults.has(rig.backend.subscription, QStringLiteral("ARKIV")));
    QVERIFY(!vaults.has(rig.backend.subscription, QStringLiteral("Arki")));
    QCOMPARE(vaults.suggestedName(rig.backend.subscription), QStringLiteral("vault123"));
    rig.backend.addVault(QStringLiteral("Vault123"));
    vaults.refresh();
    rig.pass(1);
    QCOMPARE(vaults.suggestedName(rig.backend.subscription), QStringLiteral("vault124"));
}

void StoresTest::aVaultIsMadeInSight()
{
    Rig rig;
    rig.start();
    NewVault vault{QStringLiteral("valv-ny"),
                   rig.backend.subscription,
                   QStringLiteral("rg-backup"),
                   false,
                   swedencentral,
                   contract::StorageModel::LocallyRedundant};
    const auto future = rig.session->vaults().create(vault);
    const auto* row = rig.session->vaults().find(vault.id());
    QVERIFY(row);
    QCOMPARE(row->provisioning, contract::ProvisioningState::Provisioning);
    QCOMPARE(rig.told.size(), 1);
    QCOMPARE(rig.told.last().state, ActivityState::Running);
    rig.pass(3);
    QVERIFY(future.isFinished() && future.result());
    row = rig.session->vaults().find(vault.id());
    QVERIFY(row);
    QCOMPARE(row->provisioning, contract::ProvisioningState::Succeeded);
    QCOMPARE(row->redundancy, contract::StorageModel::LocallyRedundant);
    QCOMPARE(rig.told.last().state, ActivityState::Succeeded);
    QCOMPARE(rig.told.last().subject, QStringLiteral("valv-ny"));
    QCOMPARE(rig.session->vaults().count(), 2);
}

//! What a vault does by itself is followed to its end, over failures too, and no longer.
void StoresTest::aVaultAtWorkIsFollowed_data()
{
    QTest::addColumn<contract::ReplicationState>("state");
    QTest::addColumn<bool>("problem");
    QTest::addColumn<bool>("followed");
    QTest::newRow("copying") << contract::ReplicationState::Copying << false << true;
    QTest::newRow("about to be copied") << contract::ReplicationState::Behind << false << true;
    QTest::newRow("damaged") << contract::ReplicationState::Behind << true << false;
    QTest::newRow("unreachable") << contract::ReplicationState::Unreachable << true << false;
    QTest::newRow("current") << contract::ReplicationState::Current << false << false;
    QTest::newRow("none") << contract::ReplicationState::None << false << false;
}

void StoresTest::aVaultAtWorkIsFollowed()
{
    QFETCH(contract::ReplicationState, state);
    QFETCH(bool, problem);
    QFETCH(bool, followed);
    Rig rig;
    contract::Replication replication;
    replication.state = state;
    if (problem) {
        replication.problem = Error{"FirstLocationDamaged", "Damaged.", {}, {}, {}};
    }
    rig.backend.vaults[0].replication = replication;
    rig.start();
    const auto shown = [&rig] { return rig.session->vaults().find(rig.vault)->replication->state.value(); };
    QCOMPARE(shown(), state);
    rig.refuseWith(Method::Get, "/vaults/valv-produktion", "AuthorizationFailed");
    rig.pass(3);
    rig.backend.before = {};
    replication.state = contract::ReplicationState::Current;
    replication.problem.reset();
    replication.lastCopied = rig.backend.now;
    rig.backend.vaults[0].replication = replication;
    rig.pass(6);
    QCOMPARE(shown(), followed ? contract::ReplicationState::Current : state);
}

//! Not a request for each of them.
void StoresTest::vaultsAtWorkAreReadTogether()
{
    Rig rig;
    rig.backend.addVault(QStringLiteral("valv-test"));
    contract::Replication replication;
    replication.state = contract::ReplicationState::Copying;
    for (auto& vault : rig.backend.vaults) {
        vault.replication = replication;
    }
    rig.start();
    const auto before = rig.transport->requests.size();
    rig.pass(1);
    QStringList asked;
    for (auto i = before; i < rig.transport->requests.size(); ++i) {
        const auto path = QUrl(rig.transport->requests.at(i).target).path();
        if (path.contains(QStringLiteral("/vaults"))) {
            asked << path.section(QLatin1Char('/'), -1);
        }
    }
    QCOMPARE(asked, QStringList{QStringLiteral("vaults")});
    replication.state = contract::ReplicationState::Current;
    for (auto& vault : rig.backend.vaults) {
        vault.replication = replication;
    }
    rig.pass(4);
    for (int row = 0; row < rig.session->vaults().count(); ++row) {
        QCOMPARE(rig.session->vaults().at(row).replication->state.value(), contract::ReplicationState::Current);
    }
    const auto done = rig.transport->requests.size();
    rig.pass(20);
    QCOMPARE(rig.transport->requests.size(), done); // they are at rest
}

void StoresTest::aVaultThatCannotBeMadeLeaves()
{
    Rig rig;
    rig.start();
    rig.refuseWith(Method::Put, "/vaults/valv-ny", "UserErrorRequestDisallowedByPolicy");
    NewVault vault{
        QStringLiteral("valv-ny"), rig.backend.subscription, QStringLiteral("rg-backup"), false, swedencentral, {}};
    const auto future = rig.session->vaults().create(vault);
    rig.pass(2);
    QVERIFY(future.isFinished() && !future.result());
    QVERIFY(!rig.session->vaults().find(vault.id()));
    QCOMPARE(rig.told.last().state, ActivityState::Failed);
    QCOMPARE(rig.told.last().error->code, std::string("UserErrorRequestDisallowedByPolicy"));
    QVERIFY(rig.told.last().canRetry);
    // The same again, when it may.
    rig.backend.before = {};
    QVERIFY(rig.session->activities().retry(rig.told.last().number));
    rig.pass(3);
    QVERIFY(rig.session->vaults().find(vault.id()));
    QCOMPARE(rig.told.last().state, ActivityState::Succeeded);
    QVERIFY(!rig.session->activities().retry(rig.told.last().number));
}

//! What was made, though its answer was lost, is not "taken" when it is asked for again; what another made is.
void StoresTest::aVaultWhoseAnswerWasLostIsOurs_data()
{
    QTest::addColumn<bool>("ours");
    QTest::newRow("as it was asked for") << true;
    QTest::newRow("another's") << false;
}

void StoresTest::aVaultWhoseAnswerWasLostIsOurs()
{
    QFETCH(bool, ours);
    Rig rig;
    rig.start();
    NewVault vault{
        QStringLiteral("valv-ny"), rig.backend.subscription, QStringLiteral("rg-backup"), false, swedencentral, {}};
    vault.tags.insert(QStringLiteral("miljö"), QStringLiteral("prod"));
    bool lost = false;
    rig.backend.before = [&](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
        if (lost || request.method != Method::Put) {
            return std::nullopt;
        }
        lost = true;
        if (ours) {
            (void)rig.backend.handle(request);
        }
        return Result<HttpResponse>(tl::unexpected(Error{"NetworkTimeout", "No answer.", {}, {}, {}}));
    };
    const auto first = rig.session->vaults().create(vault);
    rig.pass(2);
    QVERIFY(first.isFinished() && !first.result());
    if (!ours) {
        rig.backend.addVault(QStringLiteral("valv-ny"));
        rig.backend.vaults.last().id = vault.id();
    }
    const auto again = rig.session->vaults().create(vault);
    rig.pass(4);
    QVERIFY(again.isFinished());
    QCOMPARE(again.result().has_value(), ours);
    if (!ours) {
        QCOMPARE(again.result().error().code, std::string("ValVaultNameTaken"));
    }
}

void StoresTest::aNewGroupIsMadeFirst()
{
    Rig rig;
    rig.start();
    const auto before = rig.transport->requests.size();
    QStringList puts;
    rig.backend.before = [&puts](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
        if (request.method == Method::Put) {
            puts << QUrl(request.target).path();
            if (puts.size() == 1) {
                return answer(
                    201, {{QStringLiteral("id"), puts.first()}, {QStringLiteral("name"), QStringLiteral("rg-ny")}});
            }
        }
        return std::nullopt;
    };
    NewVault vault{QStringLiteral("v2"), rig.backend.subscription, QStringLiteral("rg-ny"), true, swedencentral, {}};
    const auto future = rig.session->vaults().create(vault);
    rig.pass(3);
    QVERIFY(future.isFinished() && future.result());
    QVERIFY(rig.transport->requests.size() > before);
    QCOMPARE(puts.size(), 2);
    QVERIFY(puts.at(0).endsWith(QLatin1String("/resourceGroups/rg-ny")));
    QVERIFY(puts.at(1).endsWith(QLatin1String("/vaults/v2")));
}

//! V13: one that somebody else made meanwhile is not changed, and is known then.
void StoresTest::aGroupThatIsThereIsNotMadeAgain()
{
    Rig rig;
    rig.start();
    auto& groups = rig.session->resourceGroups();
    rig.pass(1);
    QVERIFY(!groups.has(rig.backend.subscription, QStringLiteral("rg-ny")));
    rig.backend.groups.append(QStringLiteral("RG-Ny"));
    const NewVault vault{
        QStringLiteral("v2"), rig.backend.subscription, QStringLiteral("rg-ny"), true, swedencentral, {}};
    const auto future = rig.session->vaults().create(vault);
    rig.pass(3);
    QVERIFY(future.isFinished() && !future.result());
    QCOMPARE(future.result().error().code, std::string("ValResourceGroupTaken"));
    QCOMPARE(rig.session->vaults().refused(vault.id())->error.code, std::string("ValResourceGroupTaken"));
    QCOMPARE(rig.backend.vaults.size(), 1);
    QVERIFY(groups.has(rig.backend.subscription, QStringLiteral("rg-ny")));
}

//! The group stays when the vault is refused; the same again goes on from there.
void StoresTest::aVaultThatIsRefusedAfterItsGroup()
{
    Rig rig;
    rig.start();
    rig.refuseWith(Method::Put, "/vaults/v2", "UserErrorRequestDisallowedByPolicy");
    const NewVault vault{
        QStringLiteral("v2"), rig.backend.subscription, QStringLiteral("rg-ny"), true, swedencentral, {}};
    const auto refused = rig.session->vaults().create(vault);
    rig.pass(3);
    QVERIFY(refused.isFinished() && !refused.result());
    QCOMPARE(rig.backend.groups, QStringList{QStringLiteral("rg-ny")});
    rig.backend.before = {};
    const auto made = rig.session->vaults().create(vault);
    rig.pass(3);
    QVERIFY(made.isFinished() && made.result());
    QVERIFY(rig.session->resourceGroups().has(rig.backend.subscription, QStringLiteral("rg-ny")));
}

void StoresTest::policiesAreSavedAndRemoved()
{
    Rig rig;
    rig.start();
    auto& policies = rig.session->policies(rig.vault);
    QCOMPARE(policies.state(), LoadState::Loading);
    rig.pass(1);
    QVERIFY(policies.byName(QStringLiteral("defaultpolicy")));
    auto policy = contract::BackupPolicy::defaultPolicy();
    policy.name = QStringLiteral("Alltid-forst");
    const auto saved = policies.save(policy);
    rig.pass(1);
    QVERIFY(saved.isFinished() && saved.result());
    QCOMPARE(policies.sorted().first().name, QStringLiteral("DefaultPolicy"));
    QCOMPARE(policies.sorted().at(1).name, QStringLiteral("Alltid-forst"));
    QCOMPARE(rig.told.last().kind, ActivityKind::SavePolicy);
    const auto removed = policies.remove(saved.result()->id);
    rig.pass(1);
    QVERIFY(removed.isFinished() && removed.result());
    QCOMPARE(policies.count(), 1);
    QCOMPARE(&rig.session->policies(rig.vault), &policies);
}

void StoresTest::backupNowIsToldAndFollowed()
{
    Rig rig;
    rig.start();
    const QDateTime until({2019, 1, 18}, {0, 0}, Qt::UTC);
    const auto future = rig.session->items().backupNow(rig.item, until);
    QCOMPARE(rig.told.last().state, ActivityState::Running);
    QCOMPARE(rig.told.last().subject, QStringLiteral("vm-web-01"));
    rig.pass(2);
    QVERIFY(future.isFinished() && future.result());
    const auto job = future.result()->job;
    QCOMPARE(rig.told.last().state, ActivityState::Succeeded);
    QCOMPARE(rig.told.last().job, job);
    QVERIFY(rig.session->jobs().find(job));
    QCOMPARE(rig.session->jobs().countRunning(), 1);
    QByteArray body;
    for (const auto& request : rig.transport->requests) {
        body = request.method == Method::Post ? request.body : body;
    }
    QVERIFY2(body.contains("2019-01-18T00:00:00Z") || body.contains("2019-01-18T00:00:00.000Z"), body.constData());

    rig.backend.job(job).status = contract::JobStatus::Completed;
    rig.backend.items[0].lastBackupTime = rig.backend.now;
    rig.pass(3);
    QCOMPARE(rig.session->jobs().countRunning(), 0);
    QCOMPARE(rig.told.last().kind, ActivityKind::JobEnded);
    QCOMPARE(rig.told.last().state, ActivityState::Succeeded);
    QCOMPARE(rig.row(QStringLiteral("vm-web-01")).item->lastBackupTime, rig.backend.now);
}

void StoresTest::aRefusedBackupCanBeTriedAgain()
{
    Rig rig;
    rig.start();
    rig.refuseWith(Method::Post, "/backup", "UserErrorBackupOperationInProgress");
    const auto future = rig.session->items().backupNow(rig.item, std::nullopt);
    rig.pass(2);
    QVERIFY(future.isFinished() && !future.result());
    QCOMPARE(rig.told.last().state, ActivityState::Failed);
    QCOMPARE(rig.told.last().error->code, std::string("UserErrorBackupOperationInProgress"));
    rig.backend.before = {};
    QVERIFY(rig.session->activities().retry(rig.told.last().number));
    rig.pass(2);
    QCOMPARE(rig.session->jobs().countRunning(), 1);
}

void StoresTest::stopResumeChangeUndelete_data()
{
    using Call = std::function<QFuture<Result<StartedJob>>(ProtectedItemStore&, const ArmId&)>;
    QTest::addColumn<Call>("call");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("body");
    const ArmId policy = ArmId::vault(QStringLiteral("11111111-2222-3333-4444-555555555555"),
                                      QStringLiteral("rg-backup"), QStringLiteral("valv-produktion"))
                             .child(QStringLiteral("backupPolicies"), QStringLiteral("Guld"));
    QTest::newRow("stop") << Call([](ProtectedItemStore& s, const ArmId& i) { return s.stop(i); })
                          << int(ActivityKind::StopBackup)
                          << QStringLiteral("\"protectionState\":\"ProtectionStopped\"");
    QTest::newRow("resume") << Call([policy](ProtectedItemStore& s, const ArmId& i) { return s.resume(i, policy); })
                            << int(ActivityKind::ResumeBackup) << policy.text();
    QTest::newRow("change") << Call(
        [policy](ProtectedItemStore& s, const ArmId& i) { return s.changePolicy(i, policy); })
                            << int(ActivityKind::ChangePolicy) << policy.text();
    QTest::newRow("undelete") << Call([](ProtectedItemStore& s, const ArmId& i) { return s.undelete(i); })
                              << int(ActivityKind::Undelete) << QStringLiteral("\"isRehydrate\":true");
}

void StoresTest::stopResumeChangeUndelete()
{
    using Call = std::function<QFuture<Result<StartedJob>>(ProtectedItemStore&, const ArmId&)>;
    QFETCH(Call, call);
    QFETCH(int, kind);
    QFETCH(QString, body);
    Rig rig;
    rig.start();
    const auto future = call(rig.session->items(), rig.item);
    rig.pass(2);
    QVERIFY(future.isFinished() && future.result());
    QByteArray sent;
    for (const auto& request : rig.transport->requests) {
        sent = request.method == Method::Put ? request.body : sent;
    }
    QVERIFY2(sent.contains(body.toUtf8()), sent.constData());
    QVERIFY2(sent.contains(rig.vm.text().toUtf8()), sent.constData());
    const auto own = std::find_if(rig.told.begin(), rig.told.end(), [kind](const Activity& a) {
        return int(a.kind) == kind && a.state == ActivityState::Succeeded;
    });
    QVERIFY(own != rig.told.end());
}

void StoresTest::whatIsStoppedIsStopped_data()
{
    QTest::addColumn<QString>("detail");
    QTest::addColumn<bool>("done");
    QTest::newRow("by somebody else meanwhile") << QStringLiteral("UserErrorProtectionStopped") << true;
    QTest::newRow("its data was deleted meanwhile") << QStringLiteral("ItemSoftDeleted") << false;
}

//! Asking for the state that a thing has is a success, also where the wire refuses it. Source: wishes W9.
void StoresTest::whatIsStoppedIsStopped()
{
    QFETCH(QString, detail);
    QFETCH(bool, done);
    Rig rig;
    rig.start();
    rig.backend.before = [&](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
        if (request.method != Method::Put) {
            return std::nullopt;
        }
        auto body = errorBody(QStringLiteral("BMSUserErrorInvalidInput"));
        auto error = body.value(QLatin1String("error")).toObject();
        error.insert(QStringLiteral("details"),
                     QJsonArray{QJsonObject{{QStringLiteral("code"), detail}, {QStringLiteral("message"), QString()}}});
        body.insert(QStringLiteral("error"), error);
        return answer(400, body);
    };
    const auto future = rig.session->items().stop(rig.item);
    rig.pass(2);
    QVERIFY(future.isFinished());
    QCOMPARE(future.result().has_value(), done);
    QCOMPARE(rig.told.last().state, done ? ActivityState::Succeeded : ActivityState::Failed);
    const auto resumed = rig.session->items().resume(
        rig.item, rig.vault.child(QStringLiteral("backupPolicies"), QStringLiteral("Guld")));
    rig.pass(2);
    QVERIFY(resumed.isFinished() && !resumed.result()); // only a stop is
}

void StoresTest::restoreSaysWhereAndCanBeRepeated()
{
    Rig rig;
    rig.backend.addPoint(rig.item, QStringLiteral("100000000000001"), rig.backend.now.addDays(-1));
    rig.start();
    auto& points = rig.session->recoveryPoints(rig.item);
    rig.pass(1);
    QCOMPARE(points.count(), 1);
    RestoreTarget target;
    target.folder = QStringLiteral("/srv/åter ställd");
    target.format = QStringLiteral("qcow2");
    const auto future = points.restore(points.idAt(0), target);
    rig.pass(2);
    QVERIFY(future.isFinished() && future.result());
    QByteArray sent;
    for (const auto& request : rig.transport->requests) {
        sent = request.method == Method::Post ? request.body : sent;
    }
    for (const char* part :
         {"RestoreDisks", "100000000000001", "/srv/åter ställd", "qcow2", "swedencentral", "vm-web-01"}) {
        QVERIFY2(sent.contains(part), sent.constData());
    }
    const auto job = future.result()->job;
    rig.backend.job(job).status = contract::JobStatus::Failed;
    rig.pass(3);
    const auto* row = rig.session->jobs().find(job);
    QVERIFY(row && rig.session->jobs().isRepeatable(*row));
    const auto again = rig.session->jobs().retry(job);
    rig.pass(2);
    QVERIFY(again.isFinished() && again.result());
    QVERIFY(!(again.result()->job == job));
}

void StoresTest::restoreAsANewMachine()
{
    Rig rig;
    rig.backend.addPoint(rig.item, QStringLiteral("100000000000001"), rig.backend.now.addDays(-1));
    rig.start();
    auto& points = rig.session->recoveryPoints(rig.item);
    rig.pass(1);
    RestoreTarget target;
    target.type = contract::RecoveryType::AlternateLocation;
    target.vmName = QStringLiteral("vm-web-ny");
    (void)points.restore(points.idAt(0), target);
    rig.pass(2);
    QByteArray sent;
    for (const auto& request : rig.transport->requests) {
        sent = request.method == Method::Post ? request.body : sent;
    }
    QVERIFY2(sent.contains(rig.backend.vmId(QStringLiteral("vm-web-ny")).text().toUtf8()), sent.constData());
}

void StoresTest::recoveryPoints()
{
    Rig rig;
    using contract::ConsistencyType;
    rig.backend.addPoint(rig.item, QStringLiteral("2"), rig.backend.now.addDays(-2), ConsistencyType::CrashConsistent);
    rig.backend.addPoint(rig.item, QStringLiteral("9"), rig.backend.now.addDays(-40), ConsistencyType::CrashConsistent);
    rig.backend.addPoint(rig.item, QStringLiteral("5"), rig.backend.now.addDays(-1));
    rig.start();
    auto& points = rig.session->recoveryPoints(rig.item);
    QVERIFY(!points.latest() && !points.oldest());
    rig.pass(1);
    QCOMPARE(points.latest()->name, QStringLiteral("5"));
    QCOMPARE(points.oldest()->name, QStringLiteral("9"));
    QCOMPARE(points.countOf(ConsistencyType::CrashConsistent), 2);
    QCOMPARE(points.countOf(ConsistencyType::CrashConsistent, rig.backend.now.addDays(-30)), 1);
    QCOMPARE(points.countOf(ConsistencyType::FileSystemConsistent), 0);
}

void StoresTest::extendedInfoSurvivesAList()
{
    Rig rig;
    rig.start();
    rig.backend.items[0].recoveryPointCount = 7;
    rig.session->items().refreshItem(rig.item);
    rig.pass(1);
    QCOMPARE(rig.session->items().find(rig.item)->recoveryPointCount, 7);
    rig.backend.items[0].recoveryPointCount = -1; // a list does not tell
    rig.session->items().refresh();
    rig.pass(1);
    QCOMPARE(rig.session->items().find(rig.item)->recoveryPointCount, 7);
}

void StoresTest::requestsOfADeadViewAreHarmless()
{
    Rig rig;
    rig.start();
    int called = 0;
    {
        QObject blade;
        whenDone(rig.session->items().backupNow(rig.item, std::nullopt), &blade, [&called](const auto&) { ++called; });
    }
    rig.pass(2);
    QCOMPARE(called, 0);
    QCOMPARE(rig.session->jobs().countRunning(), 1); // it was asked for all the same
    const auto late = rig.session->items().backupNow(rig.item, std::nullopt);
    rig.session.reset();
    settle();
    QVERIFY(late.isFinished());
    QCOMPARE(late.resultCount(), 0);
}

VALV_TEST_GUILESS(StoresTest)

} // namespace tst_stores

#include "tst_stores.moc"
