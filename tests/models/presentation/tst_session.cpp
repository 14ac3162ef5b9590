// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/sessionrig.h"
#include "support/testprogram.h"

#include <QSignalSpy>
#include <QTest>

namespace tst_session {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;

namespace {
std::optional<Result<HttpResponse>> noLine(const HttpRequest&)
{
    return Result<HttpResponse>(failure("NetworkOffline", "No line."));
}
} // namespace

class SessionTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everythingIsReadOnceAtTheStart_data();
    void everythingIsReadOnceAtTheStart();
    void whatIsLookedAtIsReadFirst_data();
    void whatIsLookedAtIsReadFirst();
    void aSlowOneHoldsNobodyUpForLong();
    void anIllOneHoldsNobodyUp();
    void aRefreshAsksForEachListOnce();
    void startsWithoutALineAndFindsIt();
    void losesTheLineAndKeepsWhatItKnew();
    void aRefusedSignInIsSaid();
    void aVaultThatIsBeingMadeIsNotAsked();
    void endsWhileEverythingIsUnderWay();
};

void SessionTest::everythingIsReadOnceAtTheStart_data()
{
    QTest::addColumn<bool>("askedBefore");
    QTest::newRow("by the start alone") << false;
    QTest::newRow("a page asked before") << true;
}

void SessionTest::everythingIsReadOnceAtTheStart()
{
    QFETCH(bool, askedBefore);
    SessionRig rig;
    rig.backend.addVm(QStringLiteral("vm"));
    rig.backend.addVault(QStringLiteral("v1"));
    rig.backend.addVault(QStringLiteral("v2"));
    QCOMPARE(rig.session->state(), ConnectionState::Connecting);
    if (askedBefore) {
        rig.session->jobs().refresh();
    }
    rig.session->start();
    rig.session->start();
    settle();
    QCOMPARE(rig.session->state(), ConnectionState::Connected);
    QCOMPARE(rig.asked("/subscriptions"), 1);
    QCOMPARE(rig.asked("/virtualMachines"), 1);
    QCOMPARE(rig.asked("/vaults"), 1);
    QCOMPARE(rig.asked("/backupProtectedItems"), 2);
    QCOMPARE(rig.asked("/backupJobs"), 4); // of each vault the last day, then what is older
    QCOMPARE(rig.asked("/backupPolicies"), 0);
    for (const ListStoreBase* store : {static_cast<const ListStoreBase*>(&rig.session->subscriptions()),
                                       static_cast<const ListStoreBase*>(&rig.session->resourceGroups()),
                                       static_cast<const ListStoreBase*>(&rig.session->locations()),
                                       static_cast<const ListStoreBase*>(&rig.session->vaults()),
                                       static_cast<const ListStoreBase*>(&rig.session->items()),
                                       static_cast<const ListStoreBase*>(&rig.session->jobs()),
                                       static_cast<const ListStoreBase*>(&rig.session->virtualMachines())}) {
        QCOMPARE(store->state(), LoadState::Ready);
    }
}

namespace {

ListStoreBase& listOf(Session& session, const QString& name)
{
    if (name == QLatin1String("items")) {
        return session.items();
    }
    if (name == QLatin1String("jobs")) {
        return session.jobs();
    }
    return name == QLatin1String("vaults") ? static_cast<ListStoreBase&>(session.vaults()) : session.virtualMachines();
}

void fill(FakeBackend& backend)
{
    const auto vault = backend.vaultId(QStringLiteral("v1"));
    backend.addVm(QStringLiteral("vm"));
    backend.addVault(QStringLiteral("v1"));
    backend.addItem(vault, backend.vmId(QStringLiteral("vm")));
    backend.addJob(FakeBackend::itemId(vault, backend.vmId(QStringLiteral("vm"))), contract::JobOperation::Backup,
                   contract::JobStatus::Completed, backend.now.addSecs(-60));
}

} // namespace

void SessionTest::whatIsLookedAtIsReadFirst_data()
{
    QTest::addColumn<QStringList>("before"); // the last parts of the paths that are asked for until it has rows
    QTest::newRow("machines") << QStringList{QStringLiteral("subscriptions"), QStringLiteral("virtualMachines")};
    QTest::newRow("vaults") << QStringList{QStringLiteral("subscriptions"), QStringLiteral("vaults")};
    QTest::newRow("items") << QStringList{QStringLiteral("subscriptions"), QStringLiteral("vaults"),
                                          QStringLiteral("backupProtectedItems")};
    QTest::newRow("jobs") << QStringList{QStringLiteral("subscriptions"), QStringLiteral("vaults"),
                                         QStringLiteral("backupJobs")};
}

void SessionTest::whatIsLookedAtIsReadFirst()
{
    QFETCH(QStringList, before);
    SessionRig rig;
    fill(rig.backend);
    auto& list = listOf(*rig.session, QString::fromLatin1(QTest::currentDataTag()));
    rig.transport->hold = true;
    rig.session->start(&list);
    settle();
    while (list.isEmpty()) {
        for (const auto& request : std::as_const(rig.transport->requests)) {
            const auto asked = QUrl(request.target).path().section(QLatin1Char('/'), -1);
            QVERIFY2(before.contains(asked), qPrintable(asked));
        }
        QVERIFY(rig.transport->release());
        settle();
    }
    rig.transport->hold = false;
    while (rig.transport->release()) {
        settle();
    }
    rig.pass(1);
    for (const auto* each : {"machines", "vaults", "items", "jobs"}) {
        auto& other = listOf(*rig.session, QLatin1String(each));
        QCOMPARE(other.state(), LoadState::Ready);
        QCOMPARE(other.count(), 1);
    }
    QCOMPARE(rig.asked("/virtualMachines"), 1);
    QCOMPARE(rig.asked("/vaults"), 1);
    QCOMPARE(rig.asked("/backupProtectedItems"), 1);
}

void SessionTest::aSlowOneHoldsNobodyUpForLong()
{
    SessionRig rig;
    fill(rig.backend);
    rig.transport->hold = true;
    rig.session->start(&rig.session->jobs());
    for (int i = 0; i < 2; ++i) { // subscriptions, vaults
        settle();
        QVERIFY(rig.transport->release());
    }
    settle();
    QCOMPARE(rig.asked("/backupJobs"), 1);
    QCOMPARE(rig.asked("/backupProtectedItems"), 0);
    QCOMPARE(rig.session->items().state(), LoadState::Loading); // as everybody sees it
    rig.delay->advance(std::chrono::milliseconds(500));
    settle();
    QCOMPARE(rig.asked("/backupProtectedItems"), 1);
    QCOMPARE(rig.asked("/virtualMachines"), 1);
}

void SessionTest::anIllOneHoldsNobodyUp()
{
    SessionRig rig;
    fill(rig.backend);
    rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
        return QUrl(request.target).path().endsWith(QLatin1String("/backupJobs"))
            ? std::optional(Result<HttpResponse>(answer(500, errorBody(QStringLiteral("InternalServerError")))))
            : std::nullopt;
    };
    rig.session->start(&rig.session->jobs());
    settle();
    QCOMPARE(rig.session->jobs().state(), LoadState::Failed);
    QCOMPARE(rig.session->items().state(), LoadState::Ready);
    QCOMPARE(rig.session->virtualMachines().state(), LoadState::Ready);
}

void SessionTest::aRefreshAsksForEachListOnce()
{
    SessionRig rig;
    rig.backend.addVm(QStringLiteral("vm"));
    rig.backend.addVault(QStringLiteral("v1"));
    rig.start();
    rig.transport->requests.clear();
    rig.session->refreshAll();
    settle();
    QCOMPARE(rig.asked("/virtualMachines"), 1);
    QCOMPARE(rig.asked("/vaults"), 1);
    QCOMPARE(rig.asked("/backupProtectedItems"), 1);
    QCOMPARE(rig.asked("/backupJobs"), 1);
    rig.transport->requests.clear();
    rig.session->virtualMachines().refresh();
    settle();
    QCOMPARE(rig.asked("/virtualMachines"), 1);
    QCOMPARE(rig.asked("/vaults"), 0);
    QCOMPARE(rig.asked("/backupProtectedItems"), 1); // what protects them is read with them
}

void SessionTest::startsWithoutALineAndFindsIt()
{
    SessionRig rig;
    rig.backend.addVm(QStringLiteral("vm"));
    rig.backend.before = noLine;
    rig.start();
    QCOMPARE(rig.session->state(), ConnectionState::Offline);
    QCOMPARE(rig.session->connectionError()->code, std::string("NetworkOffline"));
    QCOMPARE(rig.session->virtualMachines().state(), LoadState::Failed);
    QCOMPARE(rig.session->items().state(), LoadState::Failed);
    const auto tries = rig.transport->requests.size();
    rig.pass(11);
    QCOMPARE(rig.transport->requests.size(), tries + 2); // every five seconds, one small request
    rig.backend.before = {};
    rig.pass(6);
    QCOMPARE(rig.session->state(), ConnectionState::Connected);
    QVERIFY(!rig.session->connectionError());
    QCOMPARE(rig.session->virtualMachines().count(), 1);
    QCOMPARE(rig.session->virtualMachines().state(), LoadState::Ready);
}

void SessionTest::losesTheLineAndKeepsWhatItKnew()
{
    SessionRig rig;
    rig.backend.addVm(QStringLiteral("vm"));
    rig.start();
    const auto when = rig.session->virtualMachines().lastUpdated();
    rig.backend.before = noLine;
    QSignalSpy states(rig.session.get(), &Session::stateChanged);
    rig.session->virtualMachines().refresh();
    rig.pass(1);
    QCOMPARE(rig.session->state(), ConnectionState::Offline);
    QCOMPARE(rig.session->virtualMachines().state(), LoadState::Stale);
    QCOMPARE(rig.session->virtualMachines().count(), 1);
    QCOMPARE(rig.session->virtualMachines().lastUpdated(), when);
    rig.backend.before = {};
    rig.backend.addVm(QStringLiteral("vm-2"));
    rig.pass(6);
    QCOMPARE(states.count(), 2);
    QCOMPARE(rig.session->virtualMachines().count(), 2);
    QCOMPARE(rig.session->virtualMachines().state(), LoadState::Ready);
}

void SessionTest::aRefusedSignInIsSaid()
{
    SessionRig rig;
    rig.backend.before = [](const HttpRequest&) -> std::optional<Result<HttpResponse>> {
        return Result<HttpResponse>(answer(401, errorBody(QStringLiteral("InvalidAuthenticationToken"))));
    };
    rig.start();
    QCOMPARE(rig.session->state(), ConnectionState::SignedOut);
    QCOMPARE(rig.session->connectionError()->code, std::string("SignInExpired"));
}

void SessionTest::aVaultThatIsBeingMadeIsNotAsked()
{
    SessionRig rig;
    rig.backend.addVault(QStringLiteral("v1"));
    rig.backend.vaults[0].provisioning = contract::ProvisioningState::Provisioning;
    rig.start();
    QCOMPARE(rig.asked("/backupProtectedItems"), 0);
    QCOMPARE(rig.session->items().state(), LoadState::Ready);
}

void SessionTest::endsWhileEverythingIsUnderWay()
{
    SessionRig rig;
    for (int i = 0; i < 500; ++i) {
        rig.backend.addVm(QStringLiteral("vm-%1").arg(i));
    }
    rig.backend.addVault(QStringLiteral("v1"));
    rig.transport->hold = true;
    rig.session->start();
    for (int i = 0; i < 4; ++i) {
        settle();
        QVERIFY(rig.transport->release());
    }
    (void)rig.session->policies(rig.backend.vaultId(QStringLiteral("v1")));
    settle();
    rig.session.reset();
    while (rig.transport->release()) {
        settle();
    }
    rig.delay->advance(std::chrono::minutes(5));
    QCOMPARE(rig.delay->waiting(), 0);
}

VALV_TEST_GUILESS(SessionTest)

} // namespace tst_session

#include "tst_session.moc"
