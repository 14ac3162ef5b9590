// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/faultyblobstore.h"
#include "models/store/storefixture.h"
#include "store/folderblobstore.h"
#include "store/replica.h"
#include "support/testprogram.h"

namespace tst_replica {

using namespace valv;
using namespace valv::store;
using namespace valv::store::test;

//! The copy in a second place is a complete vault at every instant, and loses nothing that the first place loses.
class TestReplica : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isACompleteVault();
    void copiesOnlyWhatIsNew();
    void powerGoesAtAnyStep_data();
    void powerGoesAtAnyStep();
    void fullPlace();
    void stops();
    void damageIsRepaired_data();
    void damageIsRepaired();
    void damageOfTheFirstIsNotCopied();
    void damageThatNobodyCanRepair();
    void removalsAreMirrored();
    void whatTheFirstLostStays();
    void packsThatMovedAreFollowed();
    void besideARunningBackup();
    void wrongPlaces();

private:
    [[nodiscard]] ReplicaOptions options(bool mayBegin = true) const { return {createOptions().id, mayBegin, {}}; }
    [[nodiscard]] Result<ReplicaReport> copy(BlobStore& second, std::set<std::string> removed = {}) const
    {
        const FolderBlobStore first(m_first->path().toStdString());
        auto with = options();
        with.removed = std::move(removed);
        return Replica(first, second, with).copy();
    }
    [[nodiscard]] Result<ReplicaReport> copy(std::set<std::string> removed = {}) const
    {
        FolderBlobStore second(m_second->path().toStdString());
        return copy(second, std::move(removed));
    }
    [[nodiscard]] Result<ReplicaCheck> check() const
    {
        const FolderBlobStore first(m_first->path().toStdString());
        FolderBlobStore second(m_second->path().toStdString());
        return Replica(first, second, options()).check();
    }
    [[nodiscard]] Result<std::unique_ptr<Vault>> openSecond() const
    {
        return Vault::open(m_second->path().toStdString(), m_key, smallOptions());
    }
    [[nodiscard]] QStringList packs(const QTemporaryDir& folder) const
    {
        return filesIn(folder.path(), QStringLiteral(".pack"));
    }

    std::unique_ptr<QTemporaryDir> m_first;
    std::unique_ptr<QTemporaryDir> m_second;
    std::unique_ptr<Vault> m_vault;
    RecoveryKey m_key = RecoveryKey::generate();
    Data m_one = noise(2'000'000, 1);
    Data m_two = noise(2'000'000, 2);
};

void TestReplica::init()
{
    m_first = std::make_unique<QTemporaryDir>();
    m_second = std::make_unique<QTemporaryDir>();
    auto vault = Vault::create(m_first->path().toStdString(), createOptions(), m_key, smallOptions());
    MUST(vault);
    m_vault = std::move(*vault);
    MUST(backUp(*m_vault, "1", m_one));
    MUST(backUp(*m_vault, "2", m_two));
    MUST(m_vault->putDocument("policies/Natt", "{\"name\":\"Natt\"}"));
}

void TestReplica::isACompleteVault()
{
    const auto report = copy();
    MUST(report);
    QVERIFY(report->damaged.empty());
    QVERIFY(report->bytesCopied > 3'000'000);
    auto files = filesIn(m_first->path());
    auto copies = filesIn(m_second->path());
    files.removeAll(QStringLiteral("lock"));
    copies.removeAll(QStringLiteral("lock"));
    QCOMPARE(copies, files);
    const auto second = openSecond();
    MUST(second);
    QCOMPARE(*(*second)->points(), *m_vault->points());
    QVERIFY(same(*readBack(**second, "1"), m_one));
    QVERIFY(same(*readBack(**second, "2"), m_two));
    QCOMPARE((*second)->document("policies/Natt")->text, m_vault->document("policies/Natt")->text);
    QVERIFY((*second)->verify()->isWhole());
    QVERIFY(Vault::verifyStored(m_second->path().toStdString())->isWhole());
}

void TestReplica::copiesOnlyWhatIsNew()
{
    MUST(copy());
    const auto nothing = copy();
    MUST(nothing);
    QCOMPARE(nothing->filesCopied, 0U);
    QCOMPARE(nothing->filesRemoved, 0U);

    PointState pinned;
    pinned.pinned = true;
    MUST(m_vault->setPointState("1", pinned));
    MUST(m_vault->putDocument("policies/Natt", "{\"name\":\"Nött\"}"));
    const auto changed = copy();
    MUST(changed);
    QCOMPARE(changed->filesCopied, 2U);
    const auto second = openSecond();
    MUST(second);
    QVERIFY((*second)->point("1")->state.pinned);
    QCOMPARE((*second)->document("policies/Natt")->text, std::string("{\"name\":\"Nött\"}"));
}

void TestReplica::powerGoesAtAnyStep_data()
{
    QTest::addColumn<bool>("afterwards");
    QTest::newRow("before the step") << false;
    QTest::newRow("after the step") << true;
}

void TestReplica::powerGoesAtAnyStep()
{
    QFETCH(bool, afterwards);
    int steps = 0;
    {
        FaultyBlobStore counted(std::make_shared<FolderBlobStore>(m_second->path().toStdString()));
        MUST(copy(counted));
        steps = counted.steps;
    }
    QVERIFY(steps > 20);
    int whole = 0;
    for (int at = 1; at <= steps; ++at) {
        m_second = std::make_unique<QTemporaryDir>();
        FaultyBlobStore cut(std::make_shared<FolderBlobStore>(m_second->path().toStdString()));
        cut.failAt = at;
        cut.afterwards = afterwards;
        QVERIFY(!copy(cut));
        // Whatever is listed there can be restored.
        if (const auto second = openSecond()) {
            const auto points = (*second)->points();
            MUST(points);
            for (const auto& point : *points) {
                const auto data = readBack(**second, point.header.id);
                MUST(data);
                QVERIFY(same(*data, point.header.id == "1" ? m_one : m_two));
                ++whole;
            }
        }
        if (at % 7 == 0 || at == steps) { // and the next run goes on
            MUST(copy());
            QVERIFY(Vault::verifyStored(m_second->path().toStdString())->isWhole());
            QCOMPARE((*openSecond())->points()->size(), 2U);
        }
    }
    QVERIFY(whole > 0);
}

void TestReplica::fullPlace()
{
    FaultyBlobStore full(std::make_shared<FolderBlobStore>(m_second->path().toStdString()));
    full.code = "VaultFull";
    full.failAt = 12;
    MUST_FAIL(copy(full), "VaultFull");
    const FolderBlobStore first(m_first->path().toStdString());
    const auto behind = Replica(first, full, options()).behind();
    MUST(behind);
    QVERIFY(*behind > 1'000'000);
    full.failAt = std::numeric_limits<int>::max(); // somebody made room
    MUST(copy(full));
    QCOMPARE(*Replica(first, full, options()).behind(), 0U);
}

void TestReplica::stops()
{
    const FolderBlobStore first(m_first->path().toStdString());
    FolderBlobStore second(m_second->path().toStdString());
    std::stop_source stop;
    int told = 0;
    const auto stopped = Replica(first, second, options()).copy(stop.get_token(), [&](const Progress& far) {
        QVERIFY(far.done <= far.total);
        if (++told == 3) {
            stop.request_stop();
        }
    });
    MUST_FAIL(stopped, "ReplicaStopped");
    MUST(copy());
    QVERIFY(Vault::verifyStored(m_second->path().toStdString())->isWhole());
}

void TestReplica::damageIsRepaired_data()
{
    QTest::addColumn<QString>("suffix");
    for (const auto* suffix : {".pack", ".manifest", ".state", ".packs", ".document", ".index"}) {
        QTest::newRow(suffix) << QString::fromLatin1(suffix);
    }
}

void TestReplica::damageIsRepaired()
{
    QFETCH(QString, suffix);
    MUST(copy());
    const auto files = filesIn(m_second->path(), suffix);
    QVERIFY(!files.isEmpty());
    const QString path = m_second->path() + QLatin1Char('/') + files.first();
    flipBit(path, QFileInfo(path).size() / 2);
    QVERIFY(!Vault::verifyStored(m_second->path().toStdString())->isWhole());
    const auto checked = check();
    MUST(checked);
    QCOMPARE(checked->repaired.size(), 1U);
    QCOMPARE(QString::fromStdString(checked->repaired.front().name), files.first());
    QVERIFY(checked->damaged.empty());
    QVERIFY(Vault::verifyStored(m_second->path().toStdString())->isWhole());
    const auto again = check();
    MUST(again);
    QVERIFY(again->repaired.empty());
    QCOMPARE(again->filesChecked, checked->filesChecked);
}

void TestReplica::damageOfTheFirstIsNotCopied()
{
    MUST(copy());
    const auto pack = packs(*m_first).first();
    const QString path = m_first->path() + QLatin1Char('/') + pack;
    flipBit(path, QFileInfo(path).size() / 2);
    QVERIFY(QFile::remove(m_second->path() + QLatin1Char('/') + pack)); // so that it would be copied
    const auto report = copy();
    MUST(report);
    QVERIFY(!report->damaged.empty());
    QCOMPARE(QString::fromStdString(report->damaged.front().name), pack);
    QVERIFY(!packs(*m_second).contains(pack));
}

void TestReplica::damageThatNobodyCanRepair()
{
    MUST(copy());
    const auto pack = packs(*m_first).first();
    for (const auto* folder : {m_first.get(), m_second.get()}) {
        const QString path = folder->path() + QLatin1Char('/') + pack;
        flipBit(path, QFileInfo(path).size() / 2);
    }
    const auto checked = check();
    MUST(checked);
    QVERIFY(checked->repaired.empty());
    QCOMPARE(checked->damaged.size(), 1U);
}

void TestReplica::removalsAreMirrored()
{
    MUST(copy());
    const auto before = packs(*m_second).size();
    MUST(m_vault->removePoint("1"));
    MUST(m_vault->removeDocument("policies/Natt"));
    const std::set<std::string> removed{Vault::pointBlob("1"), m_vault->documentBlob("policies/Natt"),
                                        Vault::pointBlob("2")}; // noted, but not done yet
    const auto report = copy(removed);
    MUST(report);
    QCOMPARE(report->settled, (std::set<std::string>{Vault::pointBlob("1"), m_vault->documentBlob("policies/Natt")}));
    QCOMPARE((*openSecond())->points()->size(), 1U);
    MUST_FAIL((*openSecond())->document("policies/Natt"), "DocumentNotFound");
    QCOMPARE(packs(*m_second).size(), before); // the first still has them: nothing was collected yet
    MUST(m_vault->collect());
    MUST(copy());
    QCOMPARE(packs(*m_second), packs(*m_first));
    QVERIFY(packs(*m_second).size() < before);
    QVERIFY(same(*readBack(**openSecond(), "2"), m_two));
}

void TestReplica::whatTheFirstLostStays()
{
    MUST(copy());
    // Not the engine's doing: a manifest vanished, and its packs with the next collection.
    QVERIFY(QFile::remove(m_first->path() + QStringLiteral("/points/1.manifest")));
    MUST(m_vault->collect());
    QVERIFY(packs(*m_first).size() < packs(*m_second).size());
    MUST(copy());
    const auto second = openSecond();
    MUST(second);
    QCOMPARE((*second)->points()->size(), 2U);
    QVERIFY(same(*readBack(**second, "1"), m_one));
    QVERIFY((*second)->verify()->isWhole());
    // The whole first place empty, as an unmounted share is: nothing is touched.
    QVERIFY(QDir(m_first->path()).removeRecursively());
    QVERIFY(QDir().mkpath(m_first->path()));
    MUST_FAIL(copy(), "FirstLocationUnreadable");
    QCOMPARE((*openSecond())->points()->size(), 2U);
}

void TestReplica::packsThatMovedAreFollowed()
{
    auto mixed = m_one;
    const auto other = noise(1'900'000, 3);
    std::copy(other.begin(), other.end(), mixed.begin()); // shares a little with the first point
    MUST(backUp(*m_vault, "3", mixed));
    MUST(copy());
    const auto before = packs(*m_first);
    MUST(m_vault->removePoint("1"));
    const auto collected = m_vault->collect();
    MUST(collected);
    QVERIFY(collected->packsRewritten > 0);
    MUST(copy({Vault::pointBlob("1")}));
    QVERIFY(packs(*m_first) != before);
    QCOMPARE(packs(*m_second), packs(*m_first));
    const auto second = openSecond();
    MUST(second);
    QVERIFY(same(*readBack(**second, "3"), mixed));
    QVERIFY(same(*readBack(**second, "2"), m_two));
    QVERIFY((*second)->verify()->isWhole());
}

void TestReplica::besideARunningBackup()
{
    auto writer = m_vault->beginPoint(header("4"));
    MUST(writer);
    const auto disk = noise(3'000'000, 4);
    const auto number = (*writer)->addDisk(diskHeader("os", disk.size()));
    MUST(number);
    MUST((*writer)->write(*number, 0, std::span(disk).first(2'000'000)));
    MUST(copy());
    QCOMPARE((*openSecond())->points()->size(), 2U);
    MUST((*writer)->write(*number, 2'000'000, std::span(disk).subspan(2'000'000)));
    MUST((*writer)->finish());
    MUST(copy());
    QVERIFY(same(*readBack(**openSecond(), "4"), disk));
}

void TestReplica::wrongPlaces()
{
    const FolderBlobStore first(m_first->path().toStdString());
    FolderBlobStore second(m_second->path().toStdString());
    MUST_FAIL(Replica(first, second, options(false)).copy(), "SecondLocationEmpty");
    QVERIFY(filesIn(m_second->path()).isEmpty());

    FolderBlobStore nowhere((m_second->path() + QStringLiteral("/gone")).toStdString());
    MUST_FAIL(Replica(first, nowhere, options()).copy(), "VaultNotFound");

    auto other = createOptions();
    other.id = "another";
    MUST(Vault::create(m_second->path().toStdString(), other, RecoveryKey::generate(), smallOptions()));
    MUST_FAIL(Replica(first, second, options()).copy(), "SecondLocationOther");

    auto wrong = options();
    wrong.vaultId = "another";
    MUST_FAIL(Replica(first, second, wrong).copy(), "FirstLocationUnreadable");
}

VALV_TEST_GUILESS(TestReplica)

} // namespace tst_replica

#include "tst_replica.moc"
