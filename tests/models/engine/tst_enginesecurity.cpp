// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/engine/lockablevault.h"
#include "support/testprogram.h"

#include <algorithm>
#include <functional>

namespace tst_enginesecurity {

using namespace valv;
using namespace valv::test;
using contract::BlockerKind;
using contract::Immutability;

//! Tries it, and answers the code of the refusal.
using Way = std::function<QString(Bench&)>;
} // namespace tst_enginesecurity
Q_DECLARE_METATYPE(tst_enginesecurity::Way)
namespace tst_enginesecurity {

//! What keeps a vault and its points from being deleted.
class EngineSecurity : public QObject, private LockableVault
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void immutableData();
    void immutableEnd_data();
    void immutableEnd();
    void immutableUnlocked();
    void policyIsNotShortened();
    void itemIsNotShortened();
    void waysToShorten_data();
    void waysToShorten();
    void expiryStillWorks();
    void softDeletedItemWaits();
    void comesAlongWhenAttached();
    void blockers();
    void locks();
};

void EngineSecurity::immutableData()
{
    VALV_VERIFY(m_bench->protect(QStringLiteral("web")));
    (void)m_bench->backUp(QStringLiteral("web"));
    const auto locked = lockUntil(now().addDays(10));
    VALV_VERIFY(locked);
    QCOMPARE(locked->immutability.text(), QStringLiteral("Locked"));
    QCOMPARE(*locked->immutableUntil, now().addDays(10));
    const auto item = m_bench->itemId(QStringLiteral("web"));
    QCOMPARE(detailOf(m_bench->engine->deleteProtection(item)), QStringLiteral("VaultImmutable"));
    VALV_VERIFY(m_bench->engine->setVaultConfig(
        m_bench->vaultId(),
        {{QStringLiteral("properties"),
          QJsonObject{{QStringLiteral("softDeleteFeatureState"), QStringLiteral("Disabled")}}}}));
    QCOMPARE(detailOf(m_bench->engine->deleteProtection(item)), QStringLiteral("VaultImmutable"));
    QCOMPARE(points(), 1);
    // Stopping keeps everything: it is allowed.
    contract::ProtectRequest stop;
    stop.sourceResourceId = m_bench->vmId(QStringLiteral("web"));
    stop.state = contract::ProtectionState::ProtectionStopped;
    VALV_VERIFY(m_bench->engine->protect(item, stop));
    // Its end comes.
    m_bench->advance(std::chrono::hours(24 * 10));
    VALV_VERIFY(m_bench->engine->deleteProtection(item));
    m_bench->engine->waitForJobs();
    VALV_VERIFY(m_bench->engine->deleteVault(m_bench->vaultId(), {}));
}

void EngineSecurity::immutableEnd_data()
{
    QTest::addColumn<int>("first"); // days from now; 0: none
    QTest::addColumn<QString>("state"); // asked for
    QTest::addColumn<int>("second"); // 0: not asked for
    QTest::addColumn<QString>("code"); // empty: allowed
    QTest::newRow("later") << 10 << QString() << 20 << QString();
    QTest::newRow("the same") << 10 << QString() << 10 << QString();
    QTest::newRow("the same, and its state") << 10 << QStringLiteral("Locked") << 10 << QString();
    QTest::newRow("earlier") << 10 << QString() << 9 << QStringLiteral("VaultImmutable");
    QTest::newRow("off") << 10 << QStringLiteral("Disabled") << 0 << QStringLiteral("VaultImmutable");
    QTest::newRow("unlocked") << 10 << QStringLiteral("Unlocked") << 0 << QStringLiteral("VaultImmutable");
    QTest::newRow("a year of many") << 10 << QString() << 365 * 120 << QStringLiteral("ValImmutableUntil");
    QTest::newRow("in the past") << 0 << QString() << -1 << QStringLiteral("ValImmutableUntil");
    QTest::newRow("unlocked with an end")
        << 0 << QStringLiteral("Unlocked") << 10 << QStringLiteral("BMSUserErrorInvalidInput");
    QTest::newRow("unknown") << 0 << QStringLiteral("Frozen") << 0 << QStringLiteral("BMSUserErrorInvalidInput");
    QTest::newRow("for ever") << 0 << QStringLiteral("Locked") << 0 << QString();
}

void EngineSecurity::immutableEnd()
{
    QFETCH(int, first);
    QFETCH(QString, state);
    QFETCH(int, second);
    QFETCH(QString, code);
    if (first != 0) {
        VALV_VERIFY(lockUntil(now().addDays(first)));
    }
    contract::VaultPatch wish;
    wish.immutability = contract::Open<Immutability>::fromWire(state);
    if (second != 0) {
        wish.immutableUntil = now().addDays(second);
    }
    const auto result = patch(wish);
    QCOMPARE(detailOf(result), code);
    if (!code.isEmpty()) {
        const auto vault = m_bench->engine->vault(m_bench->vaultId());
        QCOMPARE(vault->immutability.text(), first != 0 ? QStringLiteral("Locked") : QStringLiteral("Disabled"));
        return;
    }
    // A program that knows nothing of it writes back what it read, and less.
    auto vault = *m_bench->engine->vault(m_bench->vaultId());
    VALV_VERIFY(m_bench->engine->putVault(vault, {}));
    vault.raw = {};
    vault.immutability = {};
    vault.immutableUntil.reset();
    VALV_VERIFY(m_bench->engine->putVault(vault, {}));
    const auto kept = m_bench->engine->vault(m_bench->vaultId());
    QCOMPARE(kept->immutability.text(), QStringLiteral("Locked"));
    if (second == 0) {
        QVERIFY(!kept->immutableUntil);
        QCOMPARE(detailOf(lockUntil(now().addDays(5))), QStringLiteral("VaultImmutable")); // for ever is later
        QCOMPARE(detailOf(m_bench->engine->deleteVault(m_bench->vaultId(), {})), QStringLiteral("VaultImmutable"));
        return;
    }
    QCOMPARE(*kept->immutableUntil, now().addDays(second));
    QCOMPARE(detailOf(m_bench->engine->deleteVault(m_bench->vaultId(), {})), QStringLiteral("VaultImmutable"));
    m_bench->advance(std::chrono::hours(24 * second));
    VALV_VERIFY(setState(Immutability::Disabled));
    VALV_VERIFY(m_bench->engine->deleteVault(m_bench->vaultId(), {}));
}

void EngineSecurity::immutableUnlocked()
{
    VALV_VERIFY(setState(Immutability::Unlocked));
    QCOMPARE(detailOf(m_bench->engine->deleteVault(m_bench->vaultId(), {})), QStringLiteral("VaultImmutable"));
    VALV_VERIFY(setState(Immutability::Disabled));
    VALV_VERIFY(m_bench->engine->deleteVault(m_bench->vaultId(), {}));
}

void EngineSecurity::policyIsNotShortened()
{
    VALV_VERIFY(putPolicy(30, QStringLiteral("Natt")));
    VALV_VERIFY(m_bench->protect(QStringLiteral("web"), QStringLiteral("Natt")));
    runNights(3);
    QCOMPARE(points(), 3);
    VALV_VERIFY(lockUntil(now().addDays(100)));
    QCOMPARE(detailOf(putPolicy(29, QStringLiteral("Natt"))), QStringLiteral("VaultImmutable"));
    QCOMPARE(m_bench->engine->policy(m_bench->policyId(QStringLiteral("Natt")))->daily->days, 30);
    VALV_VERIFY(putPolicy(31, QStringLiteral("Natt")));
    VALV_VERIFY(putPolicy(7, QStringLiteral("Nobody"))); // nobody's points are shortened by it
    VALV_VERIFY(putPolicy(8, QStringLiteral("Nobody")));
}

void EngineSecurity::itemIsNotShortened()
{
    VALV_VERIFY(putPolicy(30, QStringLiteral("Natt")));
    VALV_VERIFY(putPolicy(7, QStringLiteral("Short")));
    VALV_VERIFY(m_bench->protect(QStringLiteral("web"), QStringLiteral("Natt")));
    runNights(2);
    VALV_VERIFY(lockUntil(now().addDays(100)));
    QCOMPARE(detailOf(m_bench->protect(QStringLiteral("web"), QStringLiteral("Short"))),
             QStringLiteral("VaultImmutable"));
    // Nor by stopping first.
    contract::ProtectRequest stop;
    stop.sourceResourceId = m_bench->vmId(QStringLiteral("web"));
    stop.state = contract::ProtectionState::ProtectionStopped;
    VALV_VERIFY(m_bench->engine->protect(m_bench->itemId(QStringLiteral("web")), stop));
    QCOMPARE(detailOf(m_bench->protect(QStringLiteral("web"), QStringLiteral("Short"))),
             QStringLiteral("VaultImmutable"));
    VALV_VERIFY(m_bench->protect(QStringLiteral("web"), QStringLiteral("Natt")));
    QCOMPARE(points(), 2);
}

namespace {

ArmId newestPoint(Bench& bench)
{
    const auto points = bench.engine->recoveryPoints(bench.itemId(QStringLiteral("web")));
    return points && !points->isEmpty() ? points->first().id : ArmId();
}

QString changePoint(Bench& bench, const contract::PointChange& change)
{
    return detailOf(bench.engine->changePoint(newestPoint(bench), change, {}));
}

QString putDays(Bench& bench, int days)
{
    auto policy = contract::BackupPolicy::defaultPolicy();
    policy.name = QStringLiteral("Natt");
    policy.id = bench.policyId(policy.name);
    policy.daily = contract::DailyRetention{days};
    return detailOf(bench.engine->putPolicy(policy, {}));
}

QString patchVault(Bench& bench, const contract::VaultPatch& patch)
{
    return detailOf(bench.engine->patchVault(bench.vaultId(), patch.toJson(), {}));
}

} // namespace

//! Every way in which a point could go sooner than it was promised, in a vault that is locked and in one that is not.
void EngineSecurity::waysToShorten_data()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<QString>("code"); // in a vault that is locked
    QTest::addColumn<QString>("openCode"); // in one that is only immutable
    const auto refused = QStringLiteral("VaultImmutable");
    const auto row = [&](const char* name, const Way& way) { QTest::newRow(name) << way << refused << refused; };
    row("an earlier date", [](Bench& bench) {
        contract::PointChange change;
        change.expiry = toDateTime(bench.clock->now()).addDays(3);
        return changePoint(bench, change);
    });
    row("a chosen date taken back", [](Bench& bench) {
        contract::PointChange longer;
        longer.expiry = toDateTime(bench.clock->now()).addDays(300);
        const auto set = changePoint(bench, longer);
        contract::PointChange back;
        back.followPolicy = true;
        return set.isEmpty() ? changePoint(bench, back) : set;
    });
    row("a pin taken away, and an earlier date", [](Bench& bench) {
        contract::PointChange pin;
        pin.pinned = true;
        const auto set = changePoint(bench, pin);
        contract::PointChange off;
        off.pinned = false;
        off.expiry = toDateTime(bench.clock->now()).addDays(3);
        return set.isEmpty() ? changePoint(bench, off) : set;
    });
    row("the point deleted",
        [](Bench& bench) { return detailOf(bench.engine->removePoint(newestPoint(bench), true, {})); });
    row("a shorter policy", [](Bench& bench) { return putDays(bench, 7); });
    row("another, shorter policy",
        [](Bench& bench) { return detailOf(bench.protect(QStringLiteral("web"), QStringLiteral("Kort"))); });
    row("stopped, then a shorter policy", [](Bench& bench) {
        contract::ProtectRequest stop;
        stop.sourceResourceId = bench.vmId(QStringLiteral("web"));
        stop.state = contract::ProtectionState::ProtectionStopped;
        (void)bench.engine->protect(bench.itemId(QStringLiteral("web")), stop); // it may be stopped already
        return detailOf(bench.protect(QStringLiteral("web"), QStringLiteral("Kort")));
    });
    row("the data deleted",
        [](Bench& bench) { return detailOf(bench.engine->deleteProtection(bench.itemId(QStringLiteral("web")))); });
    row("soft delete off, then the data deleted", [](Bench& bench) {
        contract::VaultPatch off;
        off.softDelete = contract::SoftDelete::Disabled;
        const auto set = patchVault(bench, off);
        return set.isEmpty() ? detailOf(bench.engine->deleteProtection(bench.itemId(QStringLiteral("web")))) : set;
    });
    const auto lockOnly = [&](const char* name, const Way& way) { QTest::newRow(name) << way << refused << QString(); };
    lockOnly("immutability off", [](Bench& bench) {
        contract::VaultPatch off;
        off.immutability = Immutability::Disabled;
        return patchVault(bench, off);
    });
    QTest::newRow("an earlier end") << Way([](Bench& bench) {
        contract::VaultPatch earlier;
        earlier.immutableUntil = toDateTime(bench.clock->now()).addDays(99);
        return patchVault(bench, earlier);
    }) << refused << QString();
    QTest::newRow("unlocked") << Way([](Bench& bench) {
        contract::VaultPatch unlocked;
        unlocked.immutability = Immutability::Unlocked;
        return patchVault(bench, unlocked);
    }) << refused << QString();
    const auto allowed = [&](const char* name, const Way& way) {
        QTest::newRow(name) << way << QString() << QString();
    };
    allowed("only a pin taken away", [](Bench& bench) { // the policy's promise stands
        contract::PointChange pin;
        pin.pinned = true;
        const auto set = changePoint(bench, pin);
        contract::PointChange off;
        off.pinned = false;
        return set.isEmpty() ? changePoint(bench, off) : set;
    });
    allowed("a later date", [](Bench& bench) {
        contract::PointChange change;
        change.expiry = toDateTime(bench.clock->now()).addDays(300);
        return changePoint(bench, change);
    });
    allowed("a longer policy", [](Bench& bench) { return putDays(bench, 60); });
}

void EngineSecurity::waysToShorten()
{
    QFETCH(Way, way);
    QFETCH(QString, code);
    QFETCH(QString, openCode);
    VALV_VERIFY(putPolicy(30, QStringLiteral("Natt")));
    VALV_VERIFY(putPolicy(7, QStringLiteral("Kort")));
    VALV_VERIFY(m_bench->protect(QStringLiteral("web"), QStringLiteral("Natt")));
    runNights(2);
    QCOMPARE(points(), 2);
    VALV_VERIFY(setState(Immutability::Unlocked));
    if (code == openCode) {
        QCOMPARE(way(*m_bench), openCode);
        QCOMPARE(points(), 2);
    }
    VALV_VERIFY(lockUntil(now().addDays(100)));
    QCOMPARE(way(*m_bench), code);
    m_bench->engine->tick();
    m_bench->engine->waitForJobs();
    QCOMPARE(points(), 2);
    QVERIFY(m_bench->engine->vault(m_bench->vaultId())->isImmutable(now().addDays(99)));
    QCOMPARE(detailOf(m_bench->engine->deleteProtection(m_bench->itemId(QStringLiteral("web")))),
             QStringLiteral("VaultImmutable"));
}

void EngineSecurity::expiryStillWorks()
{
    VALV_VERIFY(putPolicy(7, QStringLiteral("Natt")));
    VALV_VERIFY(m_bench->protect(QStringLiteral("web"), QStringLiteral("Natt")));
    VALV_VERIFY(lockUntil(now().addDays(100)));
    runNights(12);
    m_bench->engine->tick(); // the clean-up after the last night's point
    m_bench->engine->waitForJobs();
    QVERIFY2(points() >= 7 && points() <= 9, qPrintable(QString::number(points())));
}

void EngineSecurity::softDeletedItemWaits()
{
    VALV_VERIFY(m_bench->protect(QStringLiteral("web")));
    (void)m_bench->backUp(QStringLiteral("web"));
    VALV_VERIFY(m_bench->engine->deleteProtection(m_bench->itemId(QStringLiteral("web"))));
    VALV_VERIFY(lockUntil(now().addDays(30)));
    m_bench->advance(std::chrono::hours(24 * 15)); // its fourteen days are over
    m_bench->engine->tick();
    m_bench->engine->waitForJobs();
    QCOMPARE(points(), 1);
    m_bench->advance(std::chrono::hours(24 * 16));
    m_bench->engine->tick();
    m_bench->engine->waitForJobs();
    QVERIFY(m_bench->engine->protectedItems(m_bench->vaultId())->isEmpty());
}

void EngineSecurity::comesAlongWhenAttached()
{
    const auto until = now().addDays(30);
    VALV_VERIFY(lockUntil(until));
    const auto key = *m_bench->engine->recoveryKey(m_bench->vaultId());
    const auto folder = m_bench->engine->vault(m_bench->vaultId())->folder;
    m_bench->close();
    Bench there;
    VALV_VERIFY(there.open());
    const auto attached = there.engine->attachVault({folder, key, {}, {}});
    VALV_VERIFY(attached);
    QCOMPARE(attached->value.immutability.text(), QStringLiteral("Locked"));
    QCOMPARE(*attached->value.immutableUntil, until);
    QCOMPARE(detailOf(there.engine->deleteVault(attached->value.id, {})), QStringLiteral("VaultImmutable"));
}

void EngineSecurity::blockers()
{
    const auto vault = m_bench->vaultId();
    QVERIFY(m_bench->engine->deletionBlockers(vault)->isEmpty());
    addVm(*m_bench->estate, "db", {randomBytes(64 * 1024, 2)});
    addVm(*m_bench->estate, "old", {randomBytes(64 * 1024, 3)});
    VALV_VERIFY(m_bench->engine->refreshInventory());
    QTRY_COMPARE(m_bench->engine->virtualMachines()->size(), 3);
    for (const auto* vm : {"web", "db", "old"}) {
        VALV_VERIFY(m_bench->protect(QString::fromLatin1(vm)));
    }
    contract::ProtectRequest stop;
    stop.sourceResourceId = m_bench->vmId(QStringLiteral("db"));
    stop.state = contract::ProtectionState::ProtectionStopped;
    VALV_VERIFY(m_bench->engine->protect(m_bench->itemId(QStringLiteral("db")), stop));
    VALV_VERIFY(m_bench->engine->deleteProtection(m_bench->itemId(QStringLiteral("old"))));
    contract::ManagementLock lock;
    lock.level = contract::LockLevel::CanNotDelete;
    lock.id = contract::ManagementLock::idOf(ArmId::resourceGroup(m_bench->subscription(), vault.resourceGroup()),
                                             QStringLiteral("keep"));
    VALV_VERIFY(m_bench->engine->putLock(lock));
    VALV_VERIFY(lockUntil(now().addDays(3)));
    const auto found = m_bench->engine->deletionBlockers(vault);
    VALV_VERIFY(found);
    QMap<QString, contract::DeletionBlocker> by;
    for (const auto& blocker : *found) {
        by.insert(blocker.kind.text(), blocker);
    }
    QCOMPARE(by.size(), 5);
    QCOMPARE(found->size(), 5);
    QCOMPARE(by[QStringLiteral("ProtectedItem")].id, m_bench->itemId(QStringLiteral("web")));
    QCOMPARE(by[QStringLiteral("StoppedItem")].name, QStringLiteral("db"));
    QCOMPARE(*by[QStringLiteral("SoftDeletedItem")].until, now().addDays(14));
    QCOMPARE(by[QStringLiteral("Lock")].id, lock.id);
    QCOMPARE(*by[QStringLiteral("Immutability")].until, now().addDays(3));
    QCOMPARE(codeOf(m_bench->engine->deleteVault(vault, {})), QStringLiteral("BMSUserErrorVaultDeletionNotAllowed"));
}

void EngineSecurity::locks()
{
    const auto group = ArmId::resourceGroup(m_bench->subscription(), QStringLiteral("nordvik-rg"));
    contract::ManagementLock lock;
    lock.level = contract::LockLevel::ReadOnly;
    lock.notes = QStringLiteral("Fråga först");
    lock.id = contract::ManagementLock::idOf(m_bench->vaultId(), QStringLiteral("Lås 1"));
    const auto made = m_bench->engine->putLock(lock);
    VALV_VERIFY(made);
    QVERIFY(made->created);
    QVERIFY(!m_bench->engine->putLock(lock)->created);
    lock.id = contract::ManagementLock::idOf(group, QStringLiteral("Alla"));
    VALV_VERIFY(m_bench->engine->putLock(lock));
    QCOMPARE(m_bench->engine->locks(m_bench->vaultId())->size(), 2); // and what it has from its group
    QCOMPARE(m_bench->engine->locks(group)->size(), 2); // and what is within
    QCOMPARE(m_bench->engine->locksOn(group)->size(), 1);
    QCOMPARE(m_bench->engine->locksOn(m_bench->vaultId(QStringLiteral("vault10")))->size(), 1); // not vault1's
    m_bench->close();
    VALV_VERIFY(m_bench->open());
    const auto kept =
        m_bench->engine->lock(contract::ManagementLock::idOf(m_bench->vaultId(), QStringLiteral("LÅS 1")));
    VALV_VERIFY(kept);
    QCOMPARE(kept->notes, lock.notes);
    QCOMPARE(*m_bench->engine->deleteLock(kept->id), true);
    QCOMPARE(*m_bench->engine->deleteLock(kept->id), false);
    lock.level = contract::Open<contract::LockLevel>::fromWire(QStringLiteral("Shut"));
    QCOMPARE(codeOf(m_bench->engine->putLock(lock)), QStringLiteral("InvalidRequestContent"));
}

VALV_TEST_GUILESS(EngineSecurity)

} // namespace tst_enginesecurity

#include "tst_enginesecurity.moc"
