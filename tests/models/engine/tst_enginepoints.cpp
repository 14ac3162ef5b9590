// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/enginetest.h"
#include "support/testprogram.h"

namespace tst_enginepoints {

using namespace valv;
using namespace valv::test;
using contract::PointChange;

//! What a person does with single recovery points, and what a change of policy would cost.
class EnginePoints : public QObject
{
    Q_OBJECT
private:
    const QString web = QStringLiteral("web");

    //! Backed up on so many days, one scheduled point each, each with data of its own.
    void prepare(Bench& bench, int days, const QString& policyName = QStringLiteral("Nightly"), int keep = 30)
    {
        bench.clock->set(toInstant(QDateTime(QDate(2018, 12, 1), QTime(9, 0), Qt::UTC)));
        addVm(*bench.estate, "web", {randomBytes(1024 * 1024, 1)});
        VALV_VERIFY(bench.open());
        VALV_VERIFY(bench.makeVault());
        VALV_VERIFY(bench.engine->putPolicy(policy(bench, policyName, keep), {}));
        VALV_VERIFY(bench.protect(web, policyName));
        for (int day = 1; day <= days; ++day) {
            runAt(bench, day);
        }
    }
    static BackupPolicy policy(const Bench& bench, const QString& name, int keep)
    {
        auto policy = BackupPolicy::defaultPolicy();
        policy.id = bench.policyId(name);
        policy.name = name;
        policy.timeZone = QStringLiteral("UTC");
        policy.daily->days = keep;
        return policy;
    }
    static void runAt(Bench& bench, int day)
    {
        bench.clock->set(toInstant(QDateTime(QDate(2018, 12, day), QTime(22, 30), Qt::UTC)));
        {
            const std::lock_guard lock(bench.estate->mutex);
            auto& disk = bench.estate->data.begin()->second[0];
            const auto fresh = randomBytes(128 * 1024, static_cast<std::uint64_t>(day) + 100);
            std::copy(fresh.begin(), fresh.end(), disk.begin());
        }
        bench.engine->tick();
        bench.engine->waitForJobs();
    }
    QList<RecoveryPoint> points(const Bench& bench) const
    {
        return bench.engine->recoveryPoints(bench.itemId(web)).value_or(QList<RecoveryPoint>());
    }
    static void cleanUp(Bench& bench)
    {
        bench.engine->tick();
        bench.engine->waitForJobs();
    }
    static QStringList alertCodes(const Bench& bench)
    {
        QStringList codes;
        for (const auto& alert : bench.engine->alerts({}).value_or(QList<contract::Alert>())) {
            codes.append(alert.code);
        }
        return codes;
    }

private Q_SLOTS:
    void pinOutlivesThePolicy();
    void anotherDate();
    void dateOfAnOnDemandPointComesBack();
    void refusedChanges_data();
    void refusedChanges();
    void entityTags();
    void refusedRemovals();
    void removalFreesWhatThePreviewSaid();
    void removalOfTheLastOne();
    void stoppedItems();
    void softDeletedItemsAreLeftAlone();
    void policyPreview();
    void hourlyPolicyRuns();
    void policyInUseNamesItsItems();
};

void EnginePoints::pinOutlivesThePolicy()
{
    Bench bench;
    prepare(bench, 3, QStringLiteral("Nightly"), 7);
    const auto oldest = points(bench).last();
    PointChange pin;
    pin.pinned = true;
    pin.reason = QStringLiteral("before the migration");
    const auto pinned = bench.engine->changePoint(oldest.id, pin, {});
    VALV_VERIFY(pinned);
    QVERIFY(pinned->pinned);
    QCOMPARE(pinned->reason, QStringLiteral("before the migration"));
    QVERIFY(!pinned->expiry);
    QVERIFY(pinned->keptBy.contains(QStringLiteral("Pinned")));
    QVERIFY(pinned->etag != oldest.etag);
    for (int day = 4; day <= 14; ++day) {
        runAt(bench, day);
    }
    cleanUp(bench);
    QCOMPARE(points(bench).last().name, oldest.name);
    QCOMPARE(points(bench).size(), 8);
    bench.close(); // it is in the vault, not only in memory
    VALV_VERIFY(bench.open());
    QVERIFY(points(bench).last().pinned);

    PointChange unpin;
    unpin.pinned = false;
    const auto loose = bench.engine->changePoint(oldest.id, unpin, {});
    VALV_VERIFY(loose);
    QVERIFY(loose->reason.isEmpty());
    cleanUp(bench);
    QCOMPARE(points(bench).size(), 7);
}

void EnginePoints::anotherDate()
{
    Bench bench;
    prepare(bench, 5);
    const auto oldest = points(bench).last();
    PointChange change;
    change.expiry = QDateTime(QDate(2018, 12, 6), QTime(12, 0), Qt::UTC);
    const auto shorter = bench.engine->changePoint(oldest.id, change, {});
    VALV_VERIFY(shorter);
    QCOMPARE(shorter->expiry, change.expiry);
    QVERIFY(shorter->expiryChosen);
    QCOMPARE(shorter->keptBy, QStringList{QStringLiteral("Chosen")});
    cleanUp(bench);
    QCOMPARE(points(bench).size(), 5);
    bench.clock->set(toInstant(QDateTime(QDate(2018, 12, 6), QTime(12, 0), Qt::UTC))); // on its date, no backup needed
    cleanUp(bench);
    QCOMPARE(points(bench).size(), 4);

    const auto next = points(bench).last();
    change.expiry = QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC);
    VALV_VERIFY(bench.engine->changePoint(next.id, change, {}));
    PointChange back;
    back.followPolicy = true;
    const auto again = bench.engine->changePoint(next.id, back, {});
    VALV_VERIFY(again);
    QCOMPARE(again->expiry, next.expiry);
    QVERIFY(!again->expiryChosen);
    QCOMPARE(again->etag, next.etag);
}

void EnginePoints::dateOfAnOnDemandPointComesBack()
{
    Bench bench;
    prepare(bench, 0);
    (void)bench.backUp(web);
    (void)bench.backUp(web); // so that the first one is not the last good one
    const auto first = points(bench).last();
    QCOMPARE(first.keptBy, QStringList{QStringLiteral("OnDemand")});
    PointChange change;
    change.expiry = first.expiry->addDays(100);
    const auto longer = bench.engine->changePoint(first.id, change, {});
    VALV_VERIFY(longer);
    QCOMPARE(longer->keptBy, QStringList{QStringLiteral("Chosen")});
    change.expiry = first.expiry->addDays(200); // twice: the first date is the one to come back to
    VALV_VERIFY(bench.engine->changePoint(first.id, change, {}));
    PointChange back;
    back.followPolicy = true;
    const auto again = bench.engine->changePoint(first.id, back, {});
    VALV_VERIFY(again);
    QCOMPARE(again->expiry, first.expiry);
    QCOMPARE(again->keptBy, QStringList{QStringLiteral("OnDemand")});
}

void EnginePoints::refusedChanges_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("reason");
    QTest::addColumn<QString>("detail");
    QTest::newRow("the past") << -1 << 0 << QStringLiteral("ValRetainTillPast");
    QTest::newRow("now") << 0 << 0 << QStringLiteral("ValRetainTillPast");
    QTest::newRow("99 years") << 99 * 365 << 0 << QString();
    QTest::newRow("more than 99 years") << 100 * 366 << 0 << QStringLiteral("ValRetainTillTooFar");
    QTest::newRow("a reason of 500 characters") << 1 << 500 << QString();
    QTest::newRow("a reason of 501 characters") << 1 << 501 << QStringLiteral("ValCommentLength");
}

void EnginePoints::refusedChanges()
{
    QFETCH(int, days);
    QFETCH(int, reason);
    QFETCH(QString, detail);
    Bench bench;
    prepare(bench, 2);
    const auto before = points(bench).last();
    PointChange change;
    change.pinned = true;
    change.expiry = toDateTime(bench.clock->now()).addDays(days);
    change.reason = QString(reason, QLatin1Char('x'));
    const auto changed = bench.engine->changePoint(before.id, change, {});
    QCOMPARE(detailOf(changed), detail);
    QCOMPARE(changed.has_value(), detail.isEmpty());
    if (!detail.isEmpty()) {
        QCOMPARE(points(bench).last().etag, before.etag); // all or nothing
    }
}

void EnginePoints::entityTags()
{
    Bench bench;
    prepare(bench, 2);
    const auto point = points(bench).last();
    PointChange pin;
    pin.pinned = true;
    VALV_VERIFY(bench.engine->changePoint(point.id, pin, point.etag));
    PointChange hold;
    hold.held = true;
    QCOMPARE(codeOf(bench.engine->changePoint(point.id, hold, point.etag)), QStringLiteral("PreconditionFailed"));
    QCOMPARE(codeOf(bench.engine->removePoint(point.id, false, point.etag)), QStringLiteral("PreconditionFailed"));
    VALV_VERIFY(bench.engine->changePoint(point.id, hold, QStringLiteral("*")));
    QVERIFY(points(bench).last().held);
    const auto nowhere = bench.itemId(web).child(QStringLiteral("recoveryPoints"), QStringLiteral("1"));
    QCOMPARE(codeOf(bench.engine->changePoint(nowhere, pin, {})), QStringLiteral("BMSUserErrorObjectNotFound"));
}

void EnginePoints::refusedRemovals()
{
    Bench bench;
    prepare(bench, 3);
    const auto all = points(bench);
    PointChange change;
    change.pinned = true;
    VALV_VERIFY(bench.engine->changePoint(all[1].id, change, {}));
    change = {};
    change.held = true;
    VALV_VERIFY(bench.engine->changePoint(all[2].id, change, {}));
    QCOMPARE(codeOf(bench.engine->removePoint(all[0].id, false, {})), QStringLiteral("RecoveryPointLastGood"));
    QCOMPARE(codeOf(bench.engine->removePoint(all[1].id, true, {})), QStringLiteral("RecoveryPointPinned"));
    QCOMPARE(codeOf(bench.engine->removePoint(all[2].id, true, {})), QStringLiteral("RecoveryPointHeld"));
    const auto preview = bench.engine->previewRemoval(bench.itemId(web), {all[2].name, all[0].name, all[1].name});
    VALV_VERIFY(preview);
    QCOMPARE(preview->points.size(), 3);
    QCOMPARE(preview->points[0].obstacle->code, std::string("RecoveryPointLastGood"));
    QCOMPARE(preview->points[1].obstacle->code, std::string("RecoveryPointPinned"));
    QCOMPARE(preview->points[2].obstacle->code, std::string("RecoveryPointHeld"));
    QCOMPARE(points(bench).size(), 3);

    Gate gate; // a job that reads or writes points keeps them all
    bench.estate->onRead = [&gate](std::size_t, std::uint64_t) -> Result<> {
        gate.pass();
        return {};
    };
    change.held = false;
    VALV_VERIFY(bench.engine->changePoint(all[2].id, change, {}));
    VALV_VERIFY(bench.engine->backup(bench.itemId(web), {}));
    gate.waitUntilReached();
    QCOMPARE(codeOf(bench.engine->removePoint(all[2].id, false, {})), QStringLiteral("BMSUserErrorObjectLocked"));
    gate.open();
    bench.engine->waitForJobs();
    const auto removed = bench.engine->removePoint(all[2].id, false, {});
    VALV_VERIFY(removed);
    QVERIFY(*removed);
}

void EnginePoints::removalFreesWhatThePreviewSaid()
{
    Bench bench;
    prepare(bench, 3);
    const auto all = points(bench);
    const auto used = [&bench] {
        qint64 bytes = -1;
        for (const auto& usage : bench.engine->usages(bench.vaultId()).value_or(QList<contract::Usage>())) {
            // not that of the disk, on which others write too
            bytes = usage.name.endsWith(QLatin1String("StorageUsage")) ? std::max(bytes, usage.current) : bytes;
        }
        return bytes;
    };
    const auto preview = bench.engine->previewRemoval(bench.itemId(web), {all[1].name});
    VALV_VERIFY(preview);
    QVERIFY(!preview->points.first().obstacle);
    // Each point has 128 KiB that no other has, of random bytes, which do not compress.
    QVERIFY2(preview->freedBytes > 120 * 1024 && preview->freedBytes < 160 * 1024,
             qPrintable(QString::number(preview->freedBytes)));
    const auto both = bench.engine->previewRemoval(bench.itemId(web), {all[1].name, all[2].name});
    VALV_VERIFY(both);
    QVERIFY(both->freedBytes > preview->freedBytes);
    QCOMPARE(codeOf(bench.engine->previewRemoval(bench.itemId(web), {QStringLiteral("1")})),
             QStringLiteral("BMSUserErrorObjectNotFound"));

    const auto before = used();
    const auto removed = bench.engine->removePoint(all[1].id, false, all[1].etag);
    VALV_VERIFY(removed);
    QVERIFY(*removed);
    const auto gone = bench.engine->removePoint(all[1].id, false, {});
    VALV_VERIFY(gone);
    QVERIFY(!*gone);
    QCOMPARE(bench.engine->protectedItem(bench.itemId(web))->recoveryPointCount, 2);
    cleanUp(bench);
    const auto freed = before - used();
    QVERIFY2(freed > preview->freedBytes / 2 && freed < preview->freedBytes * 2, qPrintable(QString::number(freed)));
    QCOMPARE(alertCodes(bench).join(QLatin1Char(' ')), QStringLiteral("RecoveryPointDeleted"));
    JobQuery query;
    query.operation = QStringLiteral("DeleteBackupData,Restore");
    QCOMPARE(bench.engine->jobs(bench.vaultId(), query)->size(), 1);
    // what is left can still be restored
    VALV_VERIFY(bench.engine->restore(all[2].id, bench.restoreRequest(bench.path(QStringLiteral("out")))));
    bench.engine->waitForJobs();
    QCOMPARE(QFileInfo(bench.path(QStringLiteral("out/web-os.raw"))).size(), 1024 * 1024);
}

void EnginePoints::removalOfTheLastOne()
{
    Bench bench;
    prepare(bench, 1);
    const auto only = points(bench).first();
    const auto removed = bench.engine->removePoint(only.id, true, {});
    VALV_VERIFY(removed);
    const auto item = bench.engine->protectedItem(bench.itemId(web));
    QCOMPARE(item->state, contract::ProtectionState::IRPending);
    QCOMPARE(item->recoveryPointCount, 0);
    QVERIFY(!item->lastRecoveryPoint);
    cleanUp(bench);
    QCOMPARE(bench.backUp(web).status, contract::JobStatus::Completed); // from nothing again
    QCOMPARE(bench.engine->protectedItem(bench.itemId(web))->state, contract::ProtectionState::Protected);
}

void EnginePoints::stoppedItems()
{
    Bench bench;
    prepare(bench, 3);
    contract::ProtectRequest stop;
    stop.state = contract::ProtectionState::ProtectionStopped;
    VALV_VERIFY(bench.engine->protect(bench.itemId(web), stop));
    const auto all = points(bench);
    QVERIFY(!all[1].expiry); // no date that would not come true
    PointChange change;
    change.expiry = toDateTime(bench.clock->now()).addDays(30);
    QCOMPARE(detailOf(bench.engine->changePoint(all[1].id, change, {})), QStringLiteral("RecoveryPointOfStopped"));
    change = {};
    change.held = true;
    VALV_VERIFY(bench.engine->changePoint(all[1].id, change, {}));
    VALV_VERIFY(bench.engine->removePoint(all[2].id, false, {})); // one by one
    QCOMPARE(points(bench).size(), 2);
    QCOMPARE(bench.engine->protectedItem(bench.itemId(web))->state, contract::ProtectionState::ProtectionStopped);
}

void EnginePoints::softDeletedItemsAreLeftAlone()
{
    Bench bench;
    prepare(bench, 2);
    const auto all = points(bench);
    VALV_VERIFY(bench.engine->deleteProtection(bench.itemId(web)));
    PointChange pin;
    pin.pinned = true;
    QCOMPARE(codeOf(bench.engine->changePoint(all[1].id, pin, {})), QStringLiteral("ItemSoftDeleted"));
    QCOMPARE(codeOf(bench.engine->removePoint(all[1].id, false, {})), QStringLiteral("ItemSoftDeleted"));
}

void EnginePoints::policyPreview()
{
    Bench bench;
    prepare(bench, 12, QStringLiteral("Nightly"), 30);
    const auto all = points(bench);
    PointChange pin;
    pin.pinned = true;
    VALV_VERIFY(bench.engine->changePoint(all.last().id, pin, {}));

    const auto same = bench.engine->previewPolicy(policy(bench, QStringLiteral("Nightly"), 30), false);
    VALV_VERIFY(same);
    QCOMPARE(same->expiring(), 0);
    QCOMPARE(same->items.size(), 1);
    QCOMPARE(same->items.first().points, 12);
    const auto shorter = bench.engine->previewPolicy(policy(bench, QStringLiteral("Nightly"), 7), true);
    VALV_VERIFY(shorter);
    const auto& item = shorter->items.first();
    QCOMPARE(item.friendlyName, web);
    QCOMPARE(item.expiring, 4); // 12 days, 7 kept, one pinned
    QCOMPARE(item.times.first(), all[7].time);
    QCOMPARE(item.times.last(), all[10].time);
    QCOMPARE(item.oldestKept, all[11].time); // the pinned one
    QVERIFY(shorter->freedBytes > 3 * 120 * 1024);
    QCOMPARE(points(bench).size(), 12); // nothing was changed
    QCOMPARE(bench.engine->policy(bench.policyId(QStringLiteral("Nightly")))->daily->days, 30);
    QCOMPARE(detailOf(bench.engine->previewPolicy(policy(bench, QStringLiteral("Nightly"), 6), false)),
             QStringLiteral("ValDailyRetention"));

    // The same by a change of the item's policy, and by resuming under it.
    VALV_VERIFY(bench.engine->putPolicy(policy(bench, QStringLiteral("Short"), 7), {}));
    const auto asked = [&](const QString& name) {
        return bench.engine->previewItemPolicy(bench.itemId(web), bench.policyId(name), false);
    };
    QCOMPARE(asked(QStringLiteral("Short"))->expiring(), 4);
    contract::ProtectRequest stop;
    stop.state = contract::ProtectionState::ProtectionStopped;
    VALV_VERIFY(bench.engine->protect(bench.itemId(web), stop));
    QCOMPARE(asked(QStringLiteral("Short"))->expiring(), 4);
    QCOMPARE(asked(QStringLiteral("Nightly"))->expiring(), 0);
    QCOMPARE(codeOf(asked(QStringLiteral("Nowhere"))), QStringLiteral("BMSUserErrorInvalidConfigureProtectionRequest"));

    // What was foretold comes true.
    VALV_VERIFY(bench.protect(web, QStringLiteral("Short")));
    cleanUp(bench);
    QCOMPARE(points(bench).size(), 8);
    QCOMPARE(alertCodes(bench).join(QLatin1Char(' ')), QStringLiteral("PolicyShortened"));
}

void EnginePoints::hourlyPolicyRuns()
{
    Bench bench;
    prepare(bench, 0);
    auto hourly = policy(bench, QStringLiteral("Often"), 7);
    hourly.enhanced = true;
    hourly.frequency = contract::Frequency::Hourly;
    hourly.hourly = contract::HourlySchedule{4, 12};
    hourly.runTime = QTime(8, 0);
    VALV_VERIFY(bench.engine->putPolicy(hourly, {}));
    VALV_VERIFY(bench.protect(web, QStringLiteral("Often")));
    for (int hour = 9; hour < 48; ++hour) {
        bench.clock->set(toInstant(QDateTime(QDate(2018, 12, 1), QTime(0, 0), Qt::UTC).addSecs(hour * 3600)));
        cleanUp(bench);
    }
    QCOMPARE(points(bench).size(), 3 + 4); // 12, 16 and 20 o'clock; then a whole day
    QCOMPARE(bench.engine->protectedItem(bench.itemId(web))->nextRun,
             QDateTime(QDate(2018, 12, 3), QTime(8, 0), Qt::UTC));
    QCOMPARE(points(bench)[2].keptBy, QStringList{QStringLiteral("Daily")});
    QCOMPARE(bench.engine->policy(bench.policyId(QStringLiteral("Often")))->hourly, hourly.hourly);
}

void EnginePoints::policyInUseNamesItsItems()
{
    Bench bench;
    prepare(bench, 0);
    const auto refused = bench.engine->deletePolicy(bench.policyId(QStringLiteral("Nightly")), {});
    QCOMPARE(codeOf(refused), QStringLiteral("BMSUserErrorPolicyObjectInUse"));
    QCOMPARE(detailOf(refused), QStringLiteral("PolicyInUse"));
    QCOMPARE(QString::fromStdString(refused.error().details.front().target), bench.itemId(web).text());
}

VALV_TEST_GUILESS(EnginePoints)

} // namespace tst_enginepoints

#include "tst_enginepoints.moc"
