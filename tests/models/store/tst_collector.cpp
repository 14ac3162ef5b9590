// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storefixture.h"
#include "support/testprogram.h"

namespace tst_collector {

using namespace valv;
using namespace valv::store;
using namespace valv::store::test;

//! The collector frees what no point needs, and nothing else.
class TestCollector : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nothingToDo();
    void lastPointGoes();
    void sharedDataStays();
    void mostlyDeadPacksAreRewritten();
    void smallPacksArePutTogether();
    void sparesRunningWritersAndReaders();
    void damagedPointKeepsItsPacks();

private:
    [[nodiscard]] QStringList packs() const { return filesIn(m_folder->path(), QStringLiteral(".pack")); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Vault> m_vault;
    RecoveryKey m_key = RecoveryKey::generate();
};

void TestCollector::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    auto vault = Vault::create(m_folder->path().toStdString(), createOptions(), m_key, smallOptions());
    MUST(vault);
    m_vault = std::move(*vault);
}

void TestCollector::nothingToDo()
{
    MUST(m_vault->collect());
    MUST(backUp(*m_vault, "1", noise(3'000'000, 1)));
    const auto before = filesIn(m_folder->path());
    const auto report = m_vault->collect();
    MUST(report);
    QCOMPARE(report->packsRemoved, 0U);
    QCOMPARE(filesIn(m_folder->path()), before);
}

void TestCollector::lastPointGoes()
{
    MUST(backUp(*m_vault, "1", noise(3'000'000, 1)));
    MUST(m_vault->removePoint("1"));
    MUST_FAIL(m_vault->openPoint("1"), "PointNotFound");
    const auto report = m_vault->collect();
    MUST(report);
    QVERIFY(report->packsRemoved > 0);
    QVERIFY(report->bytesFreed > 2'000'000);
    QVERIFY(packs().isEmpty());
    QCOMPARE(m_vault->stats()->chunks, 0U);
    MUST(backUp(*m_vault, "1", noise(3'000'000, 1))); // it no longer believes that it has the chunks
    QVERIFY(*readBack(*m_vault, "1") == noise(3'000'000, 1));
}

void TestCollector::sharedDataStays()
{
    const auto disk = noise(3'000'000, 1);
    MUST(backUp(*m_vault, "1", disk));
    MUST(backUp(*m_vault, "2", disk, "web02"));
    MUST(m_vault->removePoint("1"));
    MUST(m_vault->collect());
    QVERIFY(*readBack(*m_vault, "2") == disk);
    QVERIFY(Vault::verifyStored(m_folder->path().toStdString())->isWhole());
}

void TestCollector::mostlyDeadPacksAreRewritten()
{
    auto disk = noise(64 * std::size_t(ChunkSize), 1);
    MUST(backUp(*m_vault, "1", disk));
    for (std::size_t i = 0; i < 64; ++i) { // a little of each pack lives on
        if (i % 8 != 0) {
            const auto fresh = noise(ChunkSize, unsigned(i) + 10);
            std::copy(fresh.begin(), fresh.end(), disk.begin() + std::ptrdiff_t(i * ChunkSize));
        }
    }
    MUST(backUp(*m_vault, "2", disk));
    MUST(m_vault->removePoint("1"));
    const auto before = m_vault->stats()->bytesStored;
    const auto report = m_vault->collect();
    MUST(report);
    QVERIFY(report->packsRewritten > 0);
    const auto after = m_vault->stats()->bytesStored;
    QVERIFY2(after < before * 6 / 10, qPrintable(QString::number(double(after) / double(before))));
    QVERIFY(*readBack(*m_vault, "2") == disk);
    QVERIFY(m_vault->verify()->isWhole());
    QVERIFY(Vault::verifyStored(m_folder->path().toStdString())->isWhole()); // the lists of packs too
    const auto again = Vault::open(m_folder->path().toStdString(), m_key, smallOptions());
    MUST(again);
    QVERIFY(*readBack(**again, "2") == disk);
    QCOMPARE(m_vault->collect()->packsRemoved, 0U); // it comes to rest
}

void TestCollector::smallPacksArePutTogether()
{
    for (int i = 1; i <= 12; ++i) {
        MUST(backUp(*m_vault, std::to_string(i), noise(20'000, unsigned(i))));
    }
    QCOMPARE(packs().size(), 12);
    MUST(m_vault->collect());
    QCOMPARE(packs().size(), 1);
    for (int i = 1; i <= 12; ++i) {
        QVERIFY(*readBack(*m_vault, std::to_string(i)) == noise(20'000, unsigned(i)));
    }
    QVERIFY(m_vault->verify()->isWhole());
    QVERIFY(Vault::verifyStored(m_folder->path().toStdString())->isWhole());
}

void TestCollector::sparesRunningWritersAndReaders()
{
    const auto disk = noise(2'000'000, 1);
    MUST(backUp(*m_vault, "1", disk));
    {
        auto writer = m_vault->beginPoint(header("2"));
        MUST(writer);
        MUST((*writer)->addDisk(diskHeader("os", disk.size())));
        MUST((*writer)->setBase(0, "1", "os", BaseUse::TakeOver));
        const auto reader = m_vault->openPoint("1");
        MUST(reader);
        MUST(m_vault->removePoint("1")); // its base goes while it runs
        MUST(m_vault->collect());
        Data part(100'000);
        MUST((*reader)->read(0, 700'000, part));
        QVERIFY(std::equal(part.begin(), part.end(), disk.begin() + 700'000));
        MUST((*writer)->write(0, 0, noise(1000, 9)));
        MUST(m_vault->collect());
        MUST((*writer)->finish());
    }
    auto expected = disk;
    const auto fresh = noise(1000, 9);
    std::copy(fresh.begin(), fresh.end(), expected.begin());
    MUST(m_vault->collect());
    QVERIFY(*readBack(*m_vault, "2") == expected);
    QVERIFY(m_vault->verify()->isWhole());
    QVERIFY(Vault::verifyStored(m_folder->path().toStdString())->isWhole());
}

void TestCollector::damagedPointKeepsItsPacks()
{
    MUST(backUp(*m_vault, "1", noise(2'000'000, 1)));
    const auto all = packs();
    const auto manifest = m_folder->filePath(QStringLiteral("points/1.manifest"));
    flipBit(manifest, 200);
    m_vault = std::move(*Vault::open(m_folder->path().toStdString(), m_key, smallOptions()));
    const auto points = m_vault->points();
    MUST(points);
    QCOMPARE(points->size(), std::size_t(1));
    QVERIFY((*points)[0].damaged);
    MUST(m_vault->collect());
    QCOMPARE(packs(), all);
    flipBit(m_folder->filePath(QStringLiteral("points/1.packs")), 50);
    MUST_FAIL(m_vault->collect(), "VaultDamaged"); // nobody knows what it needs
    QCOMPARE(packs(), all);
    flipBit(manifest, 200); // the file came back from a copy
    QVERIFY(*readBack(*m_vault, "1") == noise(2'000'000, 1));
}

VALV_TEST_GUILESS(TestCollector)

} // namespace tst_collector

#include "tst_collector.moc"
