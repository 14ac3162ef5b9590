// SPDX-License-Identifier: GPL-3.0-or-later
// Which machines a vault can protect, what is found, chosen and checked, and enabling backup for many of them.
#include "presentation/models/candidatemodel.h"
#include "presentation/text/statuswords.h"
#include "support/sessionrig.h"
#include "support/testprogram.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

namespace tst_candidates {

using namespace valv;
using namespace valv::presentation;
using namespace valv::test;
using contract::Method;

namespace {

struct Rig : SessionRig
{
    ArmId vault = backend.vaultId(QStringLiteral("valv-produktion"));
    ArmId other = backend.vaultId(QStringLiteral("valv-test"));
    std::unique_ptr<Candidates> candidates;
    QList<Activity> told;

    Rig()
    {
        backend.addVault(QStringLiteral("valv-produktion"));
        backend.addVault(QStringLiteral("valv-test"));
        for (int i = 1; i <= 4; ++i) {
            backend.addVm(QStringLiteral("vm-%1").arg(i));
        }
        QObject::connect(&session->activities(), &ActivityHub::changed, session.get(), [this](const Activity& a) {
            if (a.kind == ActivityKind::EnableBackup) {
                told << a;
            }
        });
    }
    ~Rig() { candidates.reset(); }
    void open()
    {
        start();
        candidates = session->candidates(vault);
    }
    //! Like waiting, but also for what the candidates tell together.
    void wait(int seconds = 3)
    {
        for (int i = 0; i < seconds; ++i) {
            pass(1);
            QVERIFY(QTest::qWaitFor([this] { return !candidates->hasNews(); }));
        }
    }
    void discover()
    {
        candidates->discover();
        wait(4);
    }
    [[nodiscard]] ArmId vm(const char* name) const { return backend.vmId(QLatin1String(name)); }
    [[nodiscard]] QString reason(const char* name) const
    {
        const int row = session->virtualMachines().indexOf(vm(name));
        return candidates->canChoose(row).reason();
    }
    [[nodiscard]] QString said(const CandidateModel& model, const char* name) const
    {
        const int row = session->virtualMachines().indexOf(vm(name));
        return model.index(row, CandidateModel::Check).data().toString();
    }
    //! Refuses to protect this machine while *on.
    std::shared_ptr<bool> refuse(const char* name)
    {
        auto on = std::make_shared<bool>(true);
        backend.before = [on, name](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
            if (*on && request.method == Method::Put && request.target.contains(QLatin1String(name))) {
                return answer(409, errorBody(QStringLiteral("BMSUserErrorObjectLocked")));
            }
            return std::nullopt;
        };
        return on;
    }
    [[nodiscard]] EnableMany* enable(const QList<ArmId>& machines)
    {
        EnableRequest choice;
        choice.vault = vault;
        return session->enableBackup(machines, choice);
    }
};

} // namespace

class CandidatesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoCanBeChosenAndWhyNotTheOthers();
    void discoveryTellsWhatIsNew();
    void discoveryThatFailsKeepsWhatWasKnown();
    void whatTheServerDoesNotOfferCantBeChosen();
    void whatIsChosenIsChecked();
    void aQuestionThatFailsRefusesNobody();
    void whoIsProtectedMeanwhileIsNotChosen();
    void manyAreOneNotification();
    void onlyWhatFailedIsTriedAgain();
    void aPolicyThatCantBeSavedEndsAll();
    void startingOver();
    void rowsSayWhatBecomesOfThem();
};

void CandidatesTest::whoCanBeChosenAndWhyNotTheOthers()
{
    Rig rig;
    rig.backend.addVm(QStringLiteral("far"), QStringLiteral("rg-webb"), QStringLiteral("northeurope"));
    rig.backend.addVm(QStringLiteral("taken"));
    rig.backend.addItem(rig.other, rig.vm("taken"));
    rig.backend.addVm(QStringLiteral("stopped"));
    rig.backend.addItem(rig.vault, rig.vm("stopped"), contract::ProtectionState::ProtectionStopped);
    rig.backend.addVm(QStringLiteral("deleted"));
    rig.backend.addItem(rig.vault, rig.vm("deleted"), contract::ProtectionState::ProtectionStopped).softDeleted = true;
    rig.backend.addVm(QStringLiteral("empty"));
    rig.backend.machines.last().disks.clear();
    rig.backend.addVm(QStringLiteral("ill"));
    rig.backend.machines.last().problem = Error{"NobodyKnows", "The image is broken.", {}, {}, {}};
    rig.open();
    const std::pair<const char*, QString> expected[] = {
        {"vm-1", {}},
        {"far", QStringLiteral("Other region: ") + StatusWords::region(QStringLiteral("northeurope"))},
        {"taken", QStringLiteral("Already protected in valv-test")},
        {"stopped", QStringLiteral("Stopped, with its data kept in valv-produktion")},
        {"deleted", QStringLiteral("Its data is soft-deleted in valv-produktion")},
        {"empty", QStringLiteral("The virtual machine has no disks.")},
        {"ill", QStringLiteral("The image is broken.")},
    };
    for (const auto& [name, reason] : expected) {
        QCOMPARE(rig.reason(name), reason);
    }
    QCOMPARE(rig.candidates->countEligible(), 4);

    // In the list the others are there on demand, and can't be selected.
    CandidateModel model(*rig.candidates, rig.format);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    CandidateFilter rows(model);
    QCOMPARE(rows.rowCount(), 4);
    rows.setShowsOthers(true);
    QCOMPARE(rows.rowCount(), 10);
    QVERIFY(!rows.indexOf(rig.vm("far")).flags().testFlag(Qt::ItemIsSelectable));
    QVERIFY(rows.indexOf(rig.vm("vm-1")).flags().testFlag(Qt::ItemIsSelectable));
    rows.setText(QStringLiteral("FAR"));
    QCOMPARE(rows.rowCount(), 1);
    rows.setText({});
    rows.setResourceGroup(QStringLiteral("RG-webb"));
    QCOMPARE(rows.rowCount(), 10);
    rows.setResourceGroup(QStringLiteral("rg-x"));
    QCOMPARE(rows.rowCount(), 0);

    rig.candidates->choose({rig.vm("vm-1"), rig.vm("far"), rig.vm("nobody")}, true);
    QCOMPARE(rig.candidates->chosen(), QList<ArmId>{rig.vm("vm-1")});
}

void CandidatesTest::discoveryTellsWhatIsNew()
{
    Rig rig;
    rig.open();
    auto& discovery = rig.candidates->discovery();
    QCOMPARE(discovery.state(), Discovery::State::Idle);
    rig.backend.addVm(QStringLiteral("vm-new"));
    rig.candidates->discover();
    QCOMPARE(discovery.state(), Discovery::State::Looking);
    rig.candidates->discover(); // once is enough
    rig.wait(4);
    QCOMPARE(discovery.state(), Discovery::State::Ready);
    QCOMPARE(rig.asked("/refreshContainers"), 1);
    QCOMPARE(discovery.found(), 5);
    QCOMPARE(discovery.countNew(), 1);
    QVERIFY(discovery.isNew(rig.vm("vm-new")));
    QVERIFY(!discovery.isNew(rig.vm("vm-1")));
    QCOMPARE(rig.candidates->countEligible(), 5);
    CandidateModel model(*rig.candidates, rig.format);
    const int row = rig.session->virtualMachines().indexOf(rig.vm("vm-new"));
    QVERIFY(model.index(row, CandidateModel::Name).data(NewRole).toBool());
    rig.discover();
    QCOMPARE(discovery.countNew(), 0);
}

void CandidatesTest::discoveryThatFailsKeepsWhatWasKnown()
{
    Rig rig;
    rig.open();
    auto failing = std::make_shared<QString>(QStringLiteral("/refreshContainers"));
    rig.backend.before = [failing](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
        if (!failing->isEmpty() && QUrl(request.target).path().endsWith(*failing)) {
            return answer(500, errorBody(QStringLiteral("DiscoveryFailed")));
        }
        return std::nullopt;
    };
    auto& discovery = rig.candidates->discovery();
    for (const char* list : {"/refreshContainers", "/backupProtectableItems", "/virtualMachines"}) {
        *failing = QLatin1String(list);
        rig.discover();
        QCOMPARE(discovery.state(), Discovery::State::Failed);
        QCOMPARE(discovery.error()->code, std::string("DiscoveryFailed"));
        QCOMPARE(rig.candidates->countEligible(), 4);
    }
    failing->clear();
    rig.discover();
    QCOMPARE(discovery.state(), Discovery::State::Ready);
    QVERIFY(!discovery.error());
}

void CandidatesTest::whatTheServerDoesNotOfferCantBeChosen()
{
    Rig rig;
    rig.open();
    rig.candidates->choose({rig.vm("vm-1"), rig.vm("vm-2")}, true);
    // A vault that nobody here can see protects one.
    rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
        if (QUrl(request.target).path().endsWith(QLatin1String("/backupProtectableItems"))) {
            return answer(200, {{QStringLiteral("value"), QJsonArray()}});
        }
        return std::nullopt;
    };
    rig.discover();
    QCOMPARE(rig.candidates->countEligible(), 0);
    QCOMPARE(rig.reason("vm-1"), QStringLiteral("Not offered by the server"));
    QCOMPARE(rig.candidates->countChosen(), 0);
}

void CandidatesTest::whatIsChosenIsChecked()
{
    Rig rig;
    rig.backend.obstacles.insert(rig.vm("vm-3"), QStringLiteral("UserErrorVmNotInDesirableState"));
    rig.backend.warnings.insert(rig.vm("vm-2"), {QStringLiteral("VmPoweredOff"), QStringLiteral("VmEncrypted")});
    rig.open();
    rig.candidates->choose({rig.vm("vm-1"), rig.vm("vm-2"), rig.vm("vm-3")}, true);
    QCOMPARE(rig.candidates->tally().pending, 3);
    rig.wait(1);
    const auto tally = rig.candidates->tally();
    QCOMPARE(tally.chosen, 3);
    QCOMPARE(tally.pending, 0);
    QCOMPARE(tally.passed, 1);
    QCOMPARE(tally.warned, 1);
    QCOMPARE(tally.refused, 1);
    QCOMPARE(tally.bytes, 3 * (32LL << 30));
    QCOMPARE(rig.candidates->refused(), QList<ArmId>{rig.vm("vm-3")});
    QCOMPARE(rig.asked("/backupPreValidateProtection"), 3);

    CandidateModel model(*rig.candidates, rig.format);
    QCOMPARE(rig.said(model, "vm-1"), QStringLiteral("Valid"));
    QVERIFY(rig.said(model, "vm-2").startsWith(QLatin1String("The machine is off")));
    QCOMPARE(rig.said(model, "vm-4"), QStringLiteral("Not validated"));
    const int row = rig.session->virtualMachines().indexOf(rig.vm("vm-3"));
    QCOMPARE(model.index(row, CandidateModel::Check).data(StatusRole).toInt(), int(StatusKind::Failed));

    // Answers are kept until the next discovery.
    rig.candidates->choose({rig.vm("vm-3")}, false);
    rig.candidates->choose({rig.vm("vm-3")}, true);
    rig.wait(1);
    QCOMPARE(rig.asked("/backupPreValidateProtection"), 3);
    rig.backend.obstacles.clear();
    rig.discover();
    QCOMPARE(rig.asked("/backupPreValidateProtection"), 6);
    QCOMPARE(rig.candidates->tally().refused, 0);
}

void CandidatesTest::aQuestionThatFailsRefusesNobody()
{
    Rig rig;
    rig.open();
    rig.backend.before = [](const HttpRequest& request) -> std::optional<Result<HttpResponse>> {
        if (QUrl(request.target).path().endsWith(QLatin1String("/backupPreValidateProtection"))) {
            return answer(403, errorBody(QStringLiteral("AuthorizationFailed")));
        }
        return std::nullopt;
    };
    rig.candidates->choose({rig.vm("vm-1")}, true);
    rig.wait(1);
    QCOMPARE(rig.candidates->tally().warned, 1);
    QCOMPARE(rig.candidates->tally().refused, 0);
    CandidateModel model(*rig.candidates, rig.format);
    QCOMPARE(rig.said(model, "vm-1"), QStringLiteral("Could not be validated"));
}

void CandidatesTest::whoIsProtectedMeanwhileIsNotChosen()
{
    Rig rig;
    rig.open();
    rig.candidates->choose({rig.vm("vm-1"), rig.vm("vm-2")}, true);
    QSignalSpy chosen(rig.candidates.get(), &Candidates::chosenChanged);
    rig.backend.addItem(rig.other, rig.vm("vm-1"));
    rig.session->items().refresh();
    rig.wait(2);
    QCOMPARE(rig.candidates->chosen(), QList<ArmId>{rig.vm("vm-2")});
    QVERIFY(!chosen.isEmpty());
    QCOMPARE(rig.candidates->countEligible(), 3);
}

void CandidatesTest::manyAreOneNotification()
{
    Rig rig;
    for (int i = 5; i <= 40; ++i) {
        rig.backend.addVm(QStringLiteral("vm-%1").arg(i));
    }
    rig.open();
    QList<ArmId> all;
    for (int i = 1; i <= 40; ++i) {
        all << rig.backend.vmId(QStringLiteral("vm-%1").arg(i));
    }
    const QPointer<EnableMany> many = rig.enable(all);
    rig.candidates->choose(all, true);
    rig.candidates->follow(*many);
    QSignalSpy ended(many, &EnableMany::ended);
    many->run();
    QVERIFY(many->isRunning());
    QVERIFY(many->count(EnableMany::State::Running) > 1);
    QVERIFY(many->count(EnableMany::State::Waiting) > 0);
    for (int i = 0; i < 60 && ended.isEmpty(); ++i) {
        rig.pass(1);
    }
    QCOMPARE(ended.size(), 1);
    QCOMPARE(rig.backend.items.size(), 40);
    QCOMPARE(rig.told.size(), 2); // begun, and ended
    QCOMPARE(rig.told.last().state, ActivityState::Succeeded);
    QCOMPARE(rig.told.last().of, 40);
    QCOMPARE(rig.told.last().target, rig.vault);
    rig.wait(1);
    QVERIFY(!many); // it cleaned up after itself
    QCOMPARE(rig.candidates->outcomeOf(all.first())->state, EnableMany::State::Done);
    QVERIFY(rig.candidates->failures().isEmpty());
}

void CandidatesTest::onlyWhatFailedIsTriedAgain()
{
    Rig rig;
    rig.open();
    const auto refusing = rig.refuse("vm-2");
    const QList<ArmId> all{rig.vm("vm-1"), rig.vm("vm-2"), rig.vm("vm-3")};
    const QPointer<EnableMany> many = rig.enable(all);
    rig.candidates->follow(*many);
    many->run();
    rig.wait(6);
    QVERIFY(many && !many->isRunning());
    QCOMPARE(many->count(EnableMany::State::Done), 2);
    QCOMPARE(many->count(EnableMany::State::Failed), 1);
    QCOMPARE(rig.told.last().state, ActivityState::Failed);
    QCOMPARE(rig.told.last().of, 3);
    QCOMPARE(rig.told.last().failed, 1);
    QVERIFY(rig.told.last().canRetry);
    const auto failures = rig.candidates->failures();
    QCOMPARE(failures.size(), 1);
    QCOMPARE(failures.first().machines, QList<ArmId>{rig.vm("vm-2")});
    QCOMPARE(failures.first().error.code, std::string("BMSUserErrorObjectLocked"));

    *refusing = false;
    const auto before = rig.transport->requests.size();
    QVERIFY(rig.session->activities().retry(rig.told.last().number)); // from its notification
    rig.wait(6);
    int puts = 0;
    for (auto i = before; i < rig.transport->requests.size(); ++i) {
        puts += rig.transport->requests.at(i).method == Method::Put ? 1 : 0;
    }
    QCOMPARE(puts, 1);
    QCOMPARE(rig.told.last().state, ActivityState::Succeeded);
    QCOMPARE(rig.told.last().subject, QStringLiteral("vm-2")); // a single one is told of by name
    QCOMPARE(rig.backend.items.size(), 3);
    QVERIFY(rig.candidates->failures().isEmpty());
}

void CandidatesTest::aPolicyThatCantBeSavedEndsAll()
{
    Rig rig;
    rig.open();
    const auto refusing = rig.refuse("backupPolicies");
    EnableRequest choice;
    choice.vault = rig.vault;
    choice.newPolicy = contract::BackupPolicy::defaultPolicy();
    choice.newPolicy->name = QStringLiteral("Guld");
    auto* many = rig.session->enableBackup({rig.vm("vm-1"), rig.vm("vm-2"), rig.vm("vm-3")}, choice);
    many->run();
    QCOMPARE(many->count(EnableMany::State::Running), 1); // alone, until there is a policy
    rig.wait(4);
    QCOMPARE(many->count(EnableMany::State::Failed), 3);
    QCOMPARE(rig.told.size(), 2);
    *refusing = false;
    many->run();
    rig.wait(8);
    QCOMPARE(rig.backend.items.size(), 3);
    for (const auto& item : rig.backend.items) {
        QCOMPARE(item.policyName, QStringLiteral("Guld"));
    }
}

void CandidatesTest::startingOver()
{
    Rig rig;
    rig.open();
    rig.candidates->choose({rig.vm("vm-1")}, true);
    const QPointer<EnableMany> many = rig.enable(rig.candidates->chosen());
    rig.candidates->follow(*many);
    CandidateModel model(*rig.candidates, rig.format);
    CandidateFilter rows(model);
    QCOMPARE(rows.rowCount(), 1);
    QVERIFY(!rows.index(0, 0).flags().testFlag(Qt::ItemIsSelectable));
    rig.candidates->choose({rig.vm("vm-2")}, true); // not while it runs
    QCOMPARE(rig.candidates->countChosen(), 1);
    many->run();
    rig.wait(5);
    rig.candidates->startOver();
    QCOMPARE(rig.candidates->countChosen(), 0);
    QVERIFY(rig.candidates->outcomeOf(rig.vm("vm-1")) == nullptr);
    QCOMPARE(rig.candidates->countEligible(), 3);
    QCOMPARE(rows.rowCount(), 3);
}

void CandidatesTest::rowsSayWhatBecomesOfThem()
{
    Rig rig;
    rig.open();
    CandidateModel model(*rig.candidates, rig.format);
    const auto refusing = rig.refuse("vm-2");
    auto* many = rig.enable({rig.vm("vm-1"), rig.vm("vm-2")});
    rig.candidates->follow(*many);
    QCOMPARE(rig.said(model, "vm-1"), QStringLiteral("In queue"));
    many->run();
    QTRY_COMPARE(rig.said(model, "vm-1"), QStringLiteral("Enabling backup…")); // told a moment later, with others
    rig.wait(6);
    QCOMPARE(rig.said(model, "vm-1"), QStringLiteral("Backup is enabled"));
    const int row = rig.session->virtualMachines().indexOf(rig.vm("vm-2"));
    const auto cell = model.index(row, CandidateModel::Check);
    QCOMPARE(cell.data(StatusRole).toInt(), int(StatusKind::Failed));
    QVERIFY(cell.data(Qt::ToolTipRole).toString().size() > cell.data().toString().size()); // what to do, too
}

VALV_TEST_GUILESS(CandidatesTest)

} // namespace tst_candidates

#include "tst_candidates.moc"
