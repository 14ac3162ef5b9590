// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/models/estate.h"
#include "support/testprogram.h"

#include <QTest>

namespace tst_estate {

using namespace valv;
using namespace valv::presentation;

namespace {

const QDateTime now(QDate(2018, 12, 19), QTime(8, 42), Qt::UTC);

VmRow machine(const QString& name, Protection protection, const std::optional<QDateTime>& nextRun = {})
{
    VmRow row;
    row.vm.id = ArmId::virtualMachine(QStringLiteral("s"), QStringLiteral("g"), name);
    row.vm.name = name;
    row.vm.disks.append(decltype(row.vm.disks)::value_type{});
    row.protection = protection;
    if (protection != Protection::NotProtected && protection != Protection::Unknown) {
        contract::ProtectedItem item;
        item.id = ArmId::vault(QStringLiteral("s"), QStringLiteral("g"), QStringLiteral("valv"))
                      .child(QStringLiteral("items"), name);
        item.friendlyName = name;
        item.nextRun = nextRun;
        item.sourceBytes = 1000;
        row.item = item;
    }
    return row;
}

contract::BackupJob job(contract::JobStatus status, const QDateTime& start)
{
    contract::BackupJob made;
    made.status = status;
    made.startTime = start;
    return made;
}

EstateSummary count(const QList<VmRow>& machines, const QList<contract::BackupJob>& jobs = {})
{
    EstateCounter counter(now);
    for (const auto& each : machines) {
        counter.add(each);
    }
    for (const auto& each : jobs) {
        counter.add(each);
    }
    return counter.done();
}

} // namespace

class TestEstate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readiness()
    {
        auto off = machine(QStringLiteral("z-off"), Protection::InitialPending);
        off.vm.power = contract::PowerState::Stopped;
        auto ready = machine(QStringLiteral("a-ready"), Protection::InitialPending);
        ready.vm.power = contract::PowerState::Running;
        ready.vm.agent = contract::AgentState::Ready;
        auto ill = machine(QStringLiteral("ill"), Protection::InitialPending);
        ill.vm.disks.clear();
        const auto estate = count({ready, off, ill});
        QStringList names;
        for (const auto& each : estate.waiting) {
            names.append(each.name);
        }
        QCOMPARE(names, QStringList({QStringLiteral("ill"), QStringLiteral("z-off"), QStringLiteral("a-ready")}));
        QCOMPARE(estate.waiting[0].notes.constFirst().code, QStringLiteral("VmHasNoDisk"));
        QVERIFY(estate.waiting[1].canBackUp);
        QCOMPARE(estate.waiting[1].notes.constFirst().code, QStringLiteral("VmPoweredOff"));
        QVERIFY(estate.waiting[2].notes.isEmpty());
    }

    //! The first backup may not fit on the disk of its vault; of another vault nothing is known.
    void readinessKnowsTheRoom()
    {
        constexpr qint64 reads = 1000; // bytes
        auto waiting = machine(QStringLiteral("big"), Protection::InitialPending);
        waiting.vm.disks.first().allocatedBytes = reads;
        const auto vault = waiting.item->id.vaultId();
        const auto notesWith = [&](const ArmId& of, qint64 free) {
            EstateCounter counter(now);
            counter.setFree(of, free);
            counter.add(waiting);
            QStringList codes;
            for (const auto& note : counter.done().waiting.constFirst().notes) {
                codes.append(note.code);
            }
            return codes;
        };
        const auto full = QStringLiteral("VaultNearlyFull");
        QVERIFY(notesWith(vault, reads - 1).contains(full));
        QVERIFY(!notesWith(vault, reads).contains(full));
        QVERIFY(!notesWith(ArmId::vault(QStringLiteral("s"), QStringLiteral("g"), QStringLiteral("other")), 0)
                     .contains(full));
    }

    //! One whose first backup is being made lacks nothing that could be mended now.
    void theFirstBackupIsBeingMade()
    {
        auto busy = machine(QStringLiteral("a-busy"), Protection::InitialPending);
        busy.vm.power = contract::PowerState::Stopped;
        busy.item->runningJob = QStringLiteral("1");
        auto off = machine(QStringLiteral("b-off"), Protection::InitialPending);
        off.vm.power = contract::PowerState::Stopped;
        const auto estate = count({busy, off});
        QCOMPARE(estate.waiting.first().name, QStringLiteral("b-off"));
        QVERIFY(estate.waiting.last().running);
    }

    void covers()
    {
        auto ill = machine(QStringLiteral("a-ill"), Protection::NotProtected);
        ill.vm.disks.clear();
        const auto estate = count({ill, machine(QStringLiteral("web-2"), Protection::NotProtected),
                                   machine(QStringLiteral("Web-1"), Protection::NotProtected),
                                   machine(QStringLiteral("sql"), Protection::Protected),
                                   machine(QStringLiteral("old"), Protection::Stopped),
                                   machine(QStringLiteral("gone"), Protection::SoftDeleted),
                                   machine(QStringLiteral("fil"), Protection::LastFailed),
                                   machine(QStringLiteral("dark"), Protection::Unknown)});
        QCOMPARE(estate.machines, 8);
        QCOMPARE(estate.unknown, 1); // not said to be unprotected
        QCOMPARE(estate.covered, 2);
        QStringList names;
        for (const auto& each : estate.unprotected) {
            names.append(each.name);
        }
        QCOMPARE(names, QStringList({QStringLiteral("Web-1"), QStringLiteral("web-2"), QStringLiteral("a-ill")}));
        QVERIFY(!estate.unprotected.last().canEnable);
        QVERIFY(!estate.unprotected.last().canEnable.reason().isEmpty());
        QCOMPARE(estate.byState.value(Protection::Stopped), 1);
        QCOMPARE(estate.byState.value(Protection::LastFailed), 1);
        QCOMPARE(estate.sourceBytes, qint64(4000));
    }

    void whatStopsTheFirstBackupStandsFirst()
    {
        auto blocked = machine(QStringLiteral("z"), Protection::InitialPending, now.addSecs(60));
        blocked.vm.problem = Error{"DiskVanished", "gone", {}, {}, {}};
        const auto estate = count({machine(QStringLiteral("a"), Protection::InitialPending, now.addSecs(60)), blocked});
        QCOMPARE(estate.waiting.first().name, QStringLiteral("z"));
        QVERIFY(!estate.waiting.first().canBackUp);
        QVERIFY(estate.waiting.last().canBackUp);
        QCOMPARE(estate.waiting.last().nextRun, now.addSecs(60));
    }

    void jobsOfTheLastDay()
    {
        using contract::JobStatus;
        const auto estate =
            count({},
                  {job(JobStatus::Completed, now.addSecs(-60)), job(JobStatus::Completed, now.addDays(-1)),
                   job(JobStatus::Completed, now.addDays(-1).addSecs(-1)), job(JobStatus::Failed, now.addSecs(-60)),
                   job(JobStatus::CompletedWithWarnings, now.addSecs(-60)), job(JobStatus::Cancelled, now.addSecs(-60)),
                   job(JobStatus::InProgress, now.addDays(-3))});
        QCOMPARE(estate.completed, 2);
        QCOMPARE(estate.failed, 1);
        QCOMPARE(estate.warned, 1);
        QCOMPARE(estate.running, 1); // a long one, whenever it began
    }

    void runsOfTheNextDay()
    {
        const QDateTime at = now.addSecs(3600);
        const auto estate = count({machine(QStringLiteral("b"), Protection::Protected, at.addSecs(10)),
                                   machine(QStringLiteral("A"), Protection::Protected, at),
                                   machine(QStringLiteral("c"), Protection::Protected, now.addSecs(60)),
                                   machine(QStringLiteral("far"), Protection::Protected, now.addDays(1)),
                                   machine(QStringLiteral("past"), Protection::Protected, now.addSecs(-1)),
                                   machine(QStringLiteral("none"), Protection::Stopped)});
        QCOMPARE(estate.nextRuns.size(), 2);
        QCOMPARE(estate.nextRuns.first().names, QStringList{QStringLiteral("c")});
        QCOMPARE(estate.nextRuns.last().names, QStringList({QStringLiteral("A"), QStringLiteral("b")}));
        QCOMPARE(estate.nextRuns.last().at, at);
    }

    void nothing()
    {
        const auto estate = count({});
        QCOMPARE(estate.machines, 0);
        QVERIFY(estate.unprotected.isEmpty());
        QVERIFY(estate.nextRuns.isEmpty());
    }
};

VALV_TEST_GUILESS(TestEstate)

} // namespace tst_estate

#include "tst_estate.moc"
