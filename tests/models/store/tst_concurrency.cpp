// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/faultyblobstore.h"
#include "models/store/storefixture.h"
#include "store/chunkindex.h"
#include "store/folderblobstore.h"
#include "support/testprogram.h"

#include <sys/wait.h>
#include <unistd.h>

#include <thread>

namespace tst_concurrency {

using namespace valv;
using namespace valv::store;
using namespace valv::store::test;

namespace {

ChunkId chunkOfPacks()
{
    ChunkId chunk;
    chunk.bytes[0] = std::byte{7};
    return chunk;
}

//! A pack of that name, which has that chunk.
PackContents packWith(unsigned char name)
{
    PackContents contents;
    contents.id.bytes[0] = std::byte{name};
    contents.segments.resize(1);
    contents.segments[0].chunks.push_back({chunkOfPacks(), 100});
    return contents;
}

} // namespace

//! Several at once: writers in one process, a second process, readers, the collector among them.
class TestConcurrency : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void secondWriterIsRefused();
    void otherProcessIsRefused();
    void readersAtOnce();
    void writersAndCollectorAtOnce();
    void whoUsesAPackUsesWhereItsChunksMove();
    void whoAddsAPackUsesWhereItsChunksCount();
    void writerThatBeginsDuringACollection();
    void readerSeesWhatAnotherCollected();
    void checkWhilePointsGo_data();
    void checkWhilePointsGo();

private:
    [[nodiscard]] std::string place() const { return m_folder->path().toStdString(); }
    void fillWithPointsThatShare();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Vault> m_vault;
    RecoveryKey m_key = RecoveryKey::generate();
};

void TestConcurrency::init()
{
    m_vault.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto vault = Vault::create(place(), createOptions(), m_key, smallOptions());
    MUST(vault);
    m_vault = std::move(*vault);
}

//! Another vault object is as good as another process to the lock.
void TestConcurrency::secondWriterIsRefused()
{
    MUST(backUp(*m_vault, "1", noise(100'000, 1)));
    const auto other = Vault::open(place(), m_key, smallOptions());
    MUST(other);
    {
        const auto writer = m_vault->beginPoint(header("2"));
        MUST(writer);
        MUST_FAIL((*other)->beginPoint(header("3")), "VaultInUse");
        MUST_FAIL((*other)->setPointState("1", {}), "VaultInUse");
        MUST_FAIL((*other)->putDocument("a", "b"), "VaultInUse");
        MUST_FAIL((*other)->removePoint("1"), "VaultInUse");
        MUST_FAIL((*other)->collect(), "VaultInUse");
        QVERIFY(*readBack(**other, "1") == noise(100'000, 1)); // reading is free
        QCOMPARE((*other)->points()->size(), std::size_t(1));
        MUST(m_vault->setPointState("1", {})); // and so is the same process
        MUST(m_vault->beginPoint(header("4")));
    }
    MUST((*other)->beginPoint(header("3")));
}

void TestConcurrency::otherProcessIsRefused()
{
    const auto writer = m_vault->beginPoint(header("2"));
    MUST(writer);
    const auto child = ::fork();
    QVERIFY(child >= 0);
    if (child == 0) {
        const auto vault = Vault::open(place(), m_key, smallOptions());
        const auto second = vault ? (*vault)->putDocument("a", "b") : Result<>(tl::unexpected(vault.error()));
        ::_exit(!second && second.error().code == "VaultInUse" ? 42 : 1);
    }
    int status = 0;
    QCOMPARE(::waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 42);
}

void TestConcurrency::readersAtOnce()
{
    const auto disk = noise(6'000'000, 1);
    MUST(backUp(*m_vault, "1", disk));
    const auto reader = m_vault->openPoint("1");
    MUST(reader);
    std::atomic<int> wrong = 0;
    {
        std::vector<std::jthread> threads;
        for (unsigned t = 0; t < 4; ++t) {
            threads.emplace_back([&, t] {
                std::mt19937 random(t);
                for (int i = 0; i < 200; ++i) {
                    const auto offset = random() % disk.size();
                    Data into(std::min<std::size_t>(random() % 100'000, disk.size() - offset));
                    if (!(*reader)->read(0, offset, into)
                        || !std::equal(into.begin(), into.end(), disk.begin() + std::ptrdiff_t(offset))) {
                        ++wrong;
                    }
                }
            });
        }
        threads.emplace_back([&] { wrong += *readBack(*m_vault, "1") != disk; });
    }
    QCOMPARE(wrong.load(), 0);
}

void TestConcurrency::writersAndCollectorAtOnce()
{
    std::atomic<int> wrong = 0;
    std::string first;
    std::mutex mutex;
    const auto must = [&](const auto& result) {
        if (!result) {
            ++wrong;
            const std::lock_guard lock(mutex);
            first = first.empty() ? describe(result.error()) : first;
        }
    };
    {
        std::jthread collector([&](const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                must(m_vault->collect({0.1}));
            }
        });
        std::vector<std::jthread> writers;
        for (unsigned t = 0; t < 3; ++t) {
            writers.emplace_back([&, t] {
                for (unsigned i = 0; i < 8; ++i) {
                    const auto id = std::to_string(100 * (t + 1) + i);
                    auto disk = noise(700'000, i % 3); // shared with the other writers now and then
                    disk[std::size_t(t) * 1000] ^= std::byte{1};
                    must(backUp(*m_vault, id, disk));
                    wrong += readBack(*m_vault, id).value_or(Data()) != disk;
                    if (i % 2 == 0) {
                        must(m_vault->removePoint(id));
                    }
                }
            });
        }
        writers.clear();
        collector.request_stop();
    }
    QVERIFY2(wrong == 0, first.c_str());
    QCOMPARE(m_vault->points()->size(), std::size_t(12));
    MUST(m_vault->collect());
    const auto report = m_vault->verify();
    MUST(report);
    QVERIFY2(report->isWhole(), report->files.empty() ? "" : (report->files[0].name + report->files[0].reason).c_str());
    QVERIFY(Vault::verifyStored(place())->isWhole());
}

//! A writer found a chunk in a pack that a collection writes anew; a later one sees nobody who needs the new pack.
void TestConcurrency::whoUsesAPackUsesWhereItsChunksMove()
{
    ChunkIndex index;
    const auto chunk = chunkOfPacks();
    const auto first = index.add(packWith(1));
    auto writer = std::make_unique<UsedPacks>(index);
    QVERIFY(index.find(chunk, *writer));
    const auto second = index.add(packWith(2), true);
    const auto third = index.add(packWith(3), true);
    QCOMPARE(index.find(chunk)->pack, third);
    QVERIFY(index.isUsed(first) && index.isUsed(second) && index.isUsed(third));
    QVERIFY(index.removeUnused({second, third}).empty());
    QVERIFY(index.find(chunk));
    writer.reset();
    QVERIFY(!index.isUsed(third));
    QCOMPARE(index.removeUnused({first, second}).size(), 2U);
    QCOMPARE(index.find(chunk)->pack, third);
    QCOMPARE(index.removeUnused({third}).size(), 1U);
    QVERIFY(!index.find(chunk));
}

//! Two writers had the same chunk at once: it counts in the pack of the first, which the second needs then.
void TestConcurrency::whoAddsAPackUsesWhereItsChunksCount()
{
    ChunkIndex index;
    auto faster = std::make_unique<UsedPacks>(index);
    auto slower = std::make_unique<UsedPacks>(index);
    const auto first = index.add(packWith(1), false, faster.get());
    const auto second = index.add(packWith(2), false, slower.get());
    faster.reset();
    QVERIFY(index.removeUnused({first}).empty());
    QVERIFY(index.find(chunkOfPacks(), *slower));
    slower.reset();
    QCOMPARE(index.removeUnused({first, second}).size(), 2U);
}

//! What a living writer has half written is not taken for what a dead one left behind.
void TestConcurrency::writerThatBeginsDuringACollection()
{
    const auto watched = std::make_shared<FaultyBlobStore>(std::make_shared<FolderBlobStore>(place()));
    const auto vault = Vault::open(watched, m_key, smallOptions());
    MUST(vault);
    MUST(backUp(**vault, "1", noise(1'000'000, 1)));
    const auto disk = noise(3'000'000, 2);
    std::unique_ptr<PointWriter> writer;
    std::string problem = "the collector read no manifest";
    std::atomic_flag begun;
    watched->onRead = [&](const std::string& name, std::span<std::byte>) {
        if (!name.ends_with(".manifest") || begun.test_and_set()) {
            return;
        }
        const auto packs = [this] { return filesIn(m_folder->filePath(QStringLiteral("packs"))).size(); };
        const auto before = packs();
        auto made = (*vault)->beginPoint(header("2"));
        const auto number = made ? (*made)->addDisk(diskHeader("os", disk.size())) : Result<int>(-1);
        const auto written = made && number ? (*made)->write(*number, 0, disk) : Result<>();
        problem = !made ? describe(made.error()) : !written ? describe(written.error()) : std::string();
        if (problem.empty()) {
            while (filesIn(m_folder->filePath(QStringLiteral("tmp"))).isEmpty() && packs() == before) {
                std::this_thread::yield(); // the packer has its first bytes, or is done with them already
            }
            writer = std::move(*made);
        }
    };
    MUST((*vault)->collect());
    QVERIFY2(problem.empty(), problem.c_str());
    MUST(writer->finish());
    QVERIFY(*readBack(**vault, "2") == disk);
    QVERIFY((*vault)->verify()->isWhole());
}

void TestConcurrency::readerSeesWhatAnotherCollected()
{
    auto disk = noise(64 * std::size_t(ChunkSize), 1);
    MUST(backUp(*m_vault, "1", disk));
    const auto old = disk;
    for (std::size_t i = 0; i < 64; ++i) {
        disk[i * ChunkSize] ^= std::byte(i % 8 != 0);
    }
    MUST(backUp(*m_vault, "2", disk));
    const auto other = Vault::open(place(), m_key, smallOptions());
    MUST(other);
    const auto reader = (*other)->openPoint("2");
    MUST(reader);
    MUST(m_vault->removePoint("1"));
    QVERIFY(m_vault->collect()->packsRewritten > 0);
    Data back(disk.size());
    MUST((*reader)->read(0, 0, back));
    QVERIFY(back == disk);
}

//! When "1" goes, most of what "2" has moves to other packs; "3" has packs that no other point needs.
void TestConcurrency::fillWithPointsThatShare()
{
    auto disk = noise(24 * std::size_t(ChunkSize), 1);
    MUST(backUp(*m_vault, "1", disk));
    for (std::size_t i = 0; i < 24; ++i) {
        disk[i * ChunkSize] ^= std::byte(i % 8 != 0);
    }
    MUST(backUp(*m_vault, "2", disk));
    MUST(backUp(*m_vault, "3", noise(300'000, 3), "db01"));
}

void TestConcurrency::checkWhilePointsGo_data()
{
    QTest::addColumn<bool>("withKey");
    QTest::addColumn<bool>("inThisProcess");
    QTest::newRow("with the key, by another process") << true << false;
    QTest::newRow("with the key, by this process") << true << true;
    QTest::newRow("without the key, by another process") << false << false;
}

//! At whatever moment of a check points and their packs are removed: that is no damage.
void TestConcurrency::checkWhilePointsGo()
{
    QFETCH(bool, withKey);
    QFETCH(bool, inThisProcess);
    fillWithPointsThatShare();
    int moments = 0;
    for (int moment = 1;; ++moment) {
        const QTemporaryDir folder;
        copyFolder(m_folder->path(), folder.path());
        const auto files = std::make_shared<FolderBlobStore>(folder.path().toStdString());
        const auto watched = std::make_shared<FaultyBlobStore>(files);
        const auto vault = Vault::open(watched, m_key, smallOptions());
        MUST(vault);
        const auto other = Vault::open(files, m_key, smallOptions());
        MUST(other);
        std::atomic<int> passed = 0;
        std::atomic<bool> removed = false;
        const auto pass = [&] {
            if (++passed == moment) {
                auto& remover = inThisProcess ? **vault : **other;
                removed = remover.removePoint("1") && remover.removePoint("3") && remover.collect();
            }
        };
        if (!inThisProcess) {
            watched->beforeLook = pass;
        }
        const auto between = [&](const Progress&) {
            if (inThisProcess) { // where the check holds nothing of the vault
                pass();
            }
        };
        const auto report =
            withKey ? (*vault)->verify({}, {}, between) : Vault::verifyStored(*watched, {}, {}, between);
        MUST(report);
        if (passed < moment) {
            break;
        }
        QVERIFY(removed);
        ++moments;
        for (const auto& file : report->files) {
            QFAIL(qPrintable(QStringLiteral("At %1: %2: %3")
                                 .arg(moment)
                                 .arg(QString::fromStdString(file.name), QString::fromStdString(file.reason))));
        }
        QVERIFY2(report->disks.empty(), qPrintable(QString::number(moment)));
    }
    // Packs that are done together are told of together.
    QVERIFY2(moments > (inThisProcess ? 0 : 3), qPrintable(QString::number(moments)));
}

VALV_TEST_GUILESS(TestConcurrency)

} // namespace tst_concurrency

#include "tst_concurrency.moc"
