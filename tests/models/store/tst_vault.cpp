// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/storefixture.h"
#include "store/folderblobstore.h"
#include "support/testprogram.h"

#include <thread>

namespace tst_vault {

using namespace valv;
using namespace valv::store;
using namespace valv::store::test;

//! What a vault does when nothing goes wrong, and how it refuses.
class TestVault : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void roundTrip_data();
    void roundTrip();
    void severalDisks();
    void unalignedReads();
    void unchangedBackupStoresNearlyNothing();
    void onePercentChangedStoresAboutOnePercent();
    void takenOverRanges_data();
    void takenOverRanges();
    void grownAndShrunkDisk();
    void sameDataInTwoMachines();
    void incompressibleDataIsStoredAsItIs();
    void pointsKeepAllTheirFacts();
    void stateChangesWithoutTouchingData();
    void documents();
    void survivesCopyToAnotherFolder();
    void indexLost_data();
    void indexLost();
    void abandonedPointLeavesNothingVisible();
    void cancelled();
    void refusals();
    void openRefusals();
    void wrongKey();
    void createRefusals();
    void nothingIsWrittenWhereTheVaultWas();

private:
    [[nodiscard]] std::string place() const { return m_folder->filePath(QStringLiteral("vault")).toStdString(); }
    [[nodiscard]] std::unique_ptr<Vault> open() const
    {
        auto vault = Vault::open(place(), *m_key, smallOptions());
        return vault ? std::move(*vault) : nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RecoveryKey> m_key;
    std::unique_ptr<Vault> m_vault;
};

void TestVault::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_key = std::make_unique<RecoveryKey>(RecoveryKey::generate());
    auto vault = Vault::create(place(), createOptions(), *m_key, smallOptions());
    MUST(vault);
    m_vault = std::move(*vault);
}

void TestVault::cleanup()
{
    m_vault.reset();
    m_folder.reset();
}

void TestVault::roundTrip_data()
{
    QTest::addColumn<qulonglong>("size");
    QTest::addColumn<QList<int>>("chunks"); // those with data; the rest is zero
    QTest::newRow("an empty disk") << 0ULL << QList<int>();
    QTest::newRow("one byte") << 1ULL << QList<int>{0};
    QTest::newRow("one chunk") << 65536ULL << QList<int>{0};
    QTest::newRow("a chunk and a byte") << 65537ULL << QList<int>{0, 1};
    QTest::newRow("only zeros") << 1048576ULL << QList<int>();
    QTest::newRow("holes between") << 1048576ULL << QList<int>{0, 3, 4, 15};
    QTest::newRow("zero tail that is no whole chunk") << 1048576ULL + 512 << QList<int>{2};
    QTest::newRow("exactly one page of the map") << 67108864ULL << QList<int>{0, 1023};
    QTest::newRow("more than one page, odd end")
        << 67108864ULL + 65536 * 3 + 4097 << QList<int>{0, 5, 1023, 1024, 1027};
}

void TestVault::roundTrip()
{
    QFETCH(qulonglong, size);
    QFETCH(QList<int>, chunks);
    Data disk(size);
    for (const auto chunk : chunks) {
        const auto at = std::size_t(chunk) * ChunkSize;
        const auto data = noise(std::min<std::size_t>(ChunkSize, size - at), unsigned(chunk) + 1);
        std::copy(data.begin(), data.end(), disk.begin() + std::ptrdiff_t(at));
    }
    const auto info = backUp(*m_vault, "1", disk);
    MUST(info);
    QCOMPARE(info->stats.bytesRead, std::uint64_t(size));
    QCOMPARE(info->disks.size(), std::size_t(1));
    std::uint64_t data = 0;
    for (const auto chunk : chunks) {
        data += std::min<std::uint64_t>(ChunkSize, size - std::uint64_t(chunk) * ChunkSize);
    }
    QCOMPARE(info->disks[0].dataBytes, data);
    QCOMPARE(info->stats.bytesNew, data);
    QCOMPARE(info->stats.bytesChanged, data);
    QVERIFY(info->stats.bytesVerified >= data); // pages of the map too

    for (auto* vault : {m_vault.get(), open().release()}) { // this one, and one that reads everything anew
        const auto back = readBack(*vault, "1");
        MUST(back);
        QVERIFY(same(*back, disk));
        const auto report = vault->verify();
        MUST(report);
        QVERIFY(report->isWhole());
        if (vault != m_vault.get()) {
            delete vault;
        }
    }
}

void TestVault::severalDisks()
{
    const auto first = noise(3'000'000, 1);
    const auto second = noise(1'500'001, 2);
    {
        auto writer = m_vault->beginPoint(header("7"));
        MUST(writer);
        const auto a = (*writer)->addDisk(diskHeader("os", first.size()));
        const auto b = (*writer)->addDisk(diskHeader("data ÅÄÖ", second.size(), 1));
        MUST(a);
        MUST(b);
        // each disk by its own thread
        Result<> done;
        std::jthread other([&] { done = (*writer)->write(*b, 0, second); });
        MUST((*writer)->write(*a, 0, first));
        other.join();
        MUST(done);
        MUST_FAIL((*writer)->addDisk(diskHeader("os", 5)), "DiskNameTaken");
        MUST((*writer)->finish());
    }
    QVERIFY(*readBack(*m_vault, "7", "os") == first);
    QVERIFY(*readBack(*m_vault, "7", "data ÅÄÖ") == second);
    MUST_FAIL(readBack(*m_vault, "7", "none"), "DiskUnknown");
}

void TestVault::unalignedReads()
{
    auto disk = noise(700'000, 3);
    std::fill(disk.begin() + 131072, disk.begin() + 262144, std::byte{0});
    MUST(backUp(*m_vault, "1", disk));
    const auto reader = m_vault->openPoint("1");
    MUST(reader);
    const auto extents = (*reader)->extents(0);
    MUST(extents);
    QVERIFY((*extents == std::vector<Extent>{{0, 131072}, {262144, 700'000 - 262144}}));
    for (const auto& [offset, length] : std::vector<std::pair<std::size_t, std::size_t>>{{0, 1},
                                                                                         {65535, 2},
                                                                                         {131070, 4},
                                                                                         {131072, 131072},
                                                                                         {262143, 70000},
                                                                                         {699'999, 1},
                                                                                         {700'000, 0},
                                                                                         {5, 699'995}}) {
        Data into(length, std::byte{0xee});
        MUST((*reader)->read(0, offset, into));
        QVERIFY(std::equal(into.begin(), into.end(), disk.begin() + std::ptrdiff_t(offset)));
    }
    Data beyond(2);
    MUST_FAIL((*reader)->read(0, 699'999, beyond), "ReadBeyondEnd");
    MUST_FAIL((*reader)->read(1, 0, beyond), "DiskUnknown");
}

void TestVault::unchangedBackupStoresNearlyNothing()
{
    const auto disk = noise(20'000'000, 4);
    const auto first = backUp(*m_vault, "1", disk);
    MUST(first);
    const auto second = backUp(*m_vault, "2", disk, "web01", "1");
    MUST(second);
    QCOMPARE(second->stats.bytesNew, 0U);
    QCOMPARE(second->stats.bytesChanged, 0U);
    QVERIFY2(second->stats.bytesStored < 2000, qPrintable(QString::number(second->stats.bytesStored)));
    QVERIFY(*readBack(*m_vault, "2") == disk);
}

void TestVault::onePercentChangedStoresAboutOnePercent()
{
    auto disk = noise(400 * std::size_t(ChunkSize), 5);
    const auto first = backUp(*m_vault, "1", disk);
    MUST(first);
    for (const auto chunk : {17, 80, 255, 399}) {
        disk[std::size_t(chunk) * ChunkSize + 77] ^= std::byte{1};
    }
    const auto second = backUp(*m_vault, "2", disk, "web01", "1");
    MUST(second);
    QCOMPARE(second->stats.bytesNew, std::uint64_t(4 * ChunkSize));
    QCOMPARE(second->stats.bytesChanged, std::uint64_t(4 * ChunkSize));
    QVERIFY2(second->stats.bytesStored < first->stats.bytesStored / 50,
             qPrintable(QString::number(second->stats.bytesStored)));
    QVERIFY(*readBack(*m_vault, "2") == disk);
}

void TestVault::takenOverRanges_data()
{
    QTest::addColumn<QList<qulonglong>>("writes"); // offset, length, ...
    QTest::addColumn<QList<qulonglong>>("zeros");
    const auto none = QList<qulonglong>();
    QTest::newRow("nothing") << none << none;
    QTest::newRow("one byte") << QList<qulonglong>{70'000, 1} << none;
    QTest::newRow("whole chunks") << QList<qulonglong>{65536, 131072} << none;
    QTest::newRow("across chunks, unaligned") << QList<qulonglong>{60'000, 80'000} << none;
    QTest::newRow("twice in one chunk") << QList<qulonglong>{100, 50, 300, 50} << none;
    QTest::newRow("the odd tail") << QList<qulonglong>{70'000'000 - 10, 10} << none;
    QTest::newRow("zeros inside a chunk") << none << QList<qulonglong>{66'000, 500};
    QTest::newRow("zeros over chunks") << none << QList<qulonglong>{65536, 3 * 65536};
    QTest::newRow("zeros over a whole page and more") << none << QList<qulonglong>{0, 67'200'000};
    QTest::newRow("writes, then zeros to the end")
        << QList<qulonglong>{5, 100'000} << QList<qulonglong>{200'001, 69'799'999};
}

void TestVault::takenOverRanges()
{
    QFETCH(QList<qulonglong>, writes);
    QFETCH(QList<qulonglong>, zeros);
    Data disk(70'000'000);
    const auto start = noise(900'000, 6);
    std::copy(start.begin(), start.end(), disk.begin());
    const auto end = noise(500'000, 7);
    std::copy(end.begin(), end.end(), disk.end() - 500'000);
    MUST(backUp(*m_vault, "1", disk));

    {
        auto writer = m_vault->beginPoint(header("2"));
        MUST(writer);
        const auto number = (*writer)->addDisk(diskHeader("system", disk.size()));
        MUST(number);
        MUST((*writer)->setBase(*number, "1", "os", BaseUse::TakeOver));
        for (int i = 0; i < writes.size(); i += 2) {
            const auto data = noise(writes[i + 1], unsigned(i) + 100);
            MUST((*writer)->write(*number, writes[i], data));
            std::copy(data.begin(), data.end(), disk.begin() + std::ptrdiff_t(writes[i]));
        }
        for (int i = 0; i < zeros.size(); i += 2) {
            MUST((*writer)->writeZeros(*number, zeros[i], zeros[i + 1]));
            std::fill_n(disk.begin() + std::ptrdiff_t(zeros[i]), zeros[i + 1], std::byte{0});
        }
        const auto info = (*writer)->finish();
        MUST(info);
        if (writes.isEmpty() && zeros.isEmpty()) {
            QCOMPARE(info->stats.bytesChanged, 0U);
            QCOMPARE(info->stats.bytesNew, 0U);
        } else {
            QVERIFY(info->stats.bytesChanged > 0);
        }
    }
    const auto back = readBack(*m_vault, "2", "system");
    MUST(back);
    QVERIFY(same(*back, disk));
    const auto report = m_vault->verify();
    MUST(report);
    QVERIFY(report->isWhole());
}

void TestVault::grownAndShrunkDisk()
{
    auto disk = noise(200'000, 8);
    MUST(backUp(*m_vault, "1", disk));
    for (const std::size_t size : {std::size_t(500'000), std::size_t(100'001)}) {
        const auto id = std::to_string(size);
        auto expected = disk;
        expected.resize(size);
        {
            auto writer = m_vault->beginPoint(header(id));
            MUST(writer);
            MUST((*writer)->addDisk(diskHeader("os", size)));
            MUST((*writer)->setBase(0, "1", "os", BaseUse::TakeOver));
            MUST((*writer)->finish());
        }
        const auto back = readBack(*m_vault, id);
        MUST(back);
        QVERIFY(same(*back, expected));
        QVERIFY(m_vault->verify()->isWhole());
    }
}

void TestVault::sameDataInTwoMachines()
{
    const auto disk = noise(2'000'000, 9);
    MUST(backUp(*m_vault, "1", disk, "web01"));
    const auto other = backUp(*m_vault, "2", disk, "web02");
    MUST(other);
    QCOMPARE(other->stats.bytesNew, 0U);
    QCOMPARE(other->stats.bytesChanged, std::uint64_t(disk.size()));
}

void TestVault::incompressibleDataIsStoredAsItIs()
{
    std::mt19937_64 random(1);
    Data disk(3'000'000);
    for (auto& byte : disk) {
        byte = static_cast<std::byte>(random());
    }
    const auto info = backUp(*m_vault, "1", disk);
    MUST(info);
    QVERIFY(info->stats.bytesStored < disk.size() + disk.size() / 200);
    QVERIFY(*readBack(*m_vault, "1") == disk);
}

void TestVault::pointsKeepAllTheirFacts()
{
    PointState state;
    state.expiry = Instant(std::chrono::milliseconds(1547800920000));
    state.pinned = true;
    state.reason = "Före uppgraderingen";
    state.properties = {{"rule", "daily"}};
    PointInfo made;
    {
        auto writer = m_vault->beginPoint(header("123456789012345"));
        MUST(writer);
        auto disk = diskHeader("os", 65536);
        disk.properties = {{"uuid", "abc"}};
        MUST((*writer)->addDisk(disk));
        MUST((*writer)->write(0, 0, noise(65536, 1)));
        const auto info = (*writer)->finish(state);
        MUST(info);
        made = *info;
    }
    QVERIFY(made.state == state);
    MUST(backUp(*m_vault, "1", noise(10, 1)));
    const auto points = open()->points();
    MUST(points);
    QCOMPARE(points->size(), std::size_t(2));
    QCOMPARE((*points)[0].header.id, std::string("1")); // the older one
    QVERIFY((*points)[1] == made);
    QVERIFY((*points)[1].header == header("123456789012345"));
    QCOMPARE((*points)[1].disks[0].header.properties.at("uuid"), std::string("abc"));
}

void TestVault::stateChangesWithoutTouchingData()
{
    MUST(backUp(*m_vault, "1", noise(100'000, 1)));
    const auto folder = QString::fromStdString(place());
    const auto contents = [&] {
        QMap<QString, QByteArray> all;
        for (const auto& name : filesIn(folder)) {
            QFile file(folder + QLatin1Char('/') + name);
            if (file.open(QIODevice::ReadOnly)) {
                all[name] = file.readAll();
            }
        }
        return all;
    };
    const auto before = contents();
    PointState state;
    state.expiry = Instant(std::chrono::milliseconds(1600000000000));
    state.hold = true;
    state.softDeleted = Instant(std::chrono::milliseconds(1590000000000));
    state.reason = "legal";
    MUST(m_vault->setPointState("1", state));
    QVERIFY(m_vault->point("1")->state == state);
    QVERIFY(open()->point("1")->state == state);
    auto after = contents();
    QVERIFY(after[QStringLiteral("points/1.state")] != before[QStringLiteral("points/1.state")]);
    after[QStringLiteral("points/1.state")] = before[QStringLiteral("points/1.state")];
    QVERIFY(after == before);
    MUST(m_vault->setPointState("1", {}));
    QVERIFY(m_vault->point("1")->state == PointState());
    MUST_FAIL(m_vault->setPointState("2", state), "PointNotFound");
}

void TestVault::documents()
{
    MUST(m_vault->putDocument("policies/Dagligen å", R"({"a":1})"));
    MUST(m_vault->putDocument("policies/B", "{}"));
    MUST(m_vault->putDocument("items/web01", std::string(300'000, 'x')));
    MUST(m_vault->putDocument("policies/B", "{2}"));
    const auto vault = open();
    const auto policies = vault->documents("policies/");
    MUST(policies);
    QVERIFY((*policies == std::vector<Document>{{"policies/B", "{2}"}, {"policies/Dagligen å", R"({"a":1})"}}));
    QCOMPARE(vault->documents()->size(), std::size_t(3));
    QCOMPARE(vault->document("items/web01")->text.size(), std::size_t(300'000));
    MUST(m_vault->removeDocument("policies/B"));
    MUST_FAIL(vault->document("policies/B"), "DocumentNotFound");
    MUST_FAIL(m_vault->putDocument("", "{}"), "NameInvalid");
    // nothing of them is readable in the folder
    for (const auto& name : filesIn(QString::fromStdString(place()), QStringLiteral(".document"))) {
        QVERIFY(!name.contains(QStringLiteral("Dagligen")));
    }
}

void TestVault::survivesCopyToAnotherFolder()
{
    const auto disk = noise(3'000'000, 10);
    MUST(backUp(*m_vault, "1", disk));
    MUST(m_vault->putDocument("properties", R"({"redundancy":"local"})"));
    const QTemporaryDir other;
    copyFolder(QString::fromStdString(place()), other.path());
    const auto key = RecoveryKey::fromText(m_key->text());
    MUST(key);
    m_vault.reset();
    m_folder.reset();
    const auto vault = Vault::open(other.path().toStdString(), *key);
    MUST(vault);
    QCOMPARE((*vault)->identity().id, createOptions().id);
    QCOMPARE((*vault)->identity().name, createOptions().name);
    QCOMPARE((*vault)->document("properties")->text, std::string(R"({"redundancy":"local"})"));
    QVERIFY(*readBack(**vault, "1") == disk);
    QVERIFY((*vault)->verify()->isWhole());
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestVault::indexLost_data()
{
    QTest::addColumn<QString>("how");
    for (const auto* how : {"removed", "emptied", "flipped", "replaced by nonsense"}) {
        QTest::newRow(how) << QString::fromLatin1(how);
    }
}

void TestVault::indexLost()
{
    QFETCH(QString, how);
    const auto disk = noise(3'000'000, 11);
    MUST(backUp(*m_vault, "1", disk));
    m_vault.reset();
    const QString folder = QString::fromStdString(place()) + QLatin1Char('/');
    for (const auto& name : filesIn(folder, QStringLiteral(".index"))) {
        QFile file(folder + name);
        if (how == QStringLiteral("removed")) {
            QVERIFY(file.remove());
        } else if (how == QStringLiteral("emptied")) {
            QVERIFY(file.resize(0));
        } else if (how == QStringLiteral("flipped")) {
            flipBit(folder + name, file.size() / 2);
        } else {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray(5000, 'z'));
        }
    }
    m_vault = open();
    QVERIFY(m_vault);
    QVERIFY(*readBack(*m_vault, "1") == disk);
    const auto second = backUp(*m_vault, "2", disk);
    MUST(second);
    QCOMPARE(second->stats.bytesNew, 0U); // it knows what it has
}

void TestVault::abandonedPointLeavesNothingVisible()
{
    const auto disk = noise(5'000'000, 12);
    {
        auto writer = m_vault->beginPoint(header("1"));
        MUST(writer);
        MUST((*writer)->addDisk(diskHeader("os", disk.size())));
        MUST((*writer)->write(0, 0, disk));
    }
    QCOMPARE(m_vault->points()->size(), std::size_t(0));
    MUST(m_vault->collect());
    QVERIFY(filesIn(QString::fromStdString(place()) + QStringLiteral("/packs")).isEmpty());
    QVERIFY(filesIn(QString::fromStdString(place()) + QStringLiteral("/tmp")).isEmpty());
    MUST(backUp(*m_vault, "1", disk)); // the id is free again
    QVERIFY(*readBack(*m_vault, "1") == disk);
}

void TestVault::cancelled()
{
    std::stop_source stop;
    {
        auto writer = m_vault->beginPoint(header("1"));
        MUST(writer);
        MUST((*writer)->addDisk(diskHeader("os", 5'000'000)));
        MUST((*writer)->write(0, 0, noise(5'000'000, 1)));
        stop.request_stop();
        MUST_FAIL((*writer)->finish({}, stop.get_token()), "PointCancelled");
    }
    QVERIFY(m_vault->points()->empty());
    MUST(backUp(*m_vault, "1", noise(5'000'000, 1)));
    const auto reader = m_vault->openPoint("1");
    MUST(reader);
    std::stop_source half;
    int blocks = 0;
    const auto done = (*reader)->restoreDisk(
        0,
        [&](std::uint64_t, std::span<const std::byte>) -> Result<> {
            if (++blocks == 2) {
                half.request_stop();
            }
            return {};
        },
        half.get_token());
    MUST_FAIL(done, "PointCancelled");
    QCOMPARE(blocks, 2);
    const auto failing = (*reader)->restoreDisk(0, [](std::uint64_t, std::span<const std::byte>) -> Result<> {
        return failure("DiskFull", "The target is full.");
    });
    MUST_FAIL(failing, "DiskFull");
}

void TestVault::refusals()
{
    auto writer = m_vault->beginPoint(header("1"));
    MUST(writer);
    MUST_FAIL(m_vault->beginPoint(header("1")), "PointExists"); // being made
    MUST((*writer)->addDisk(diskHeader("os", 100'000)));
    MUST((*writer)->write(0, 1000, noise(500, 1)));
    MUST_FAIL((*writer)->write(0, 1200, noise(10, 1)), "WriteOutOfOrder");
    MUST_FAIL((*writer)->write(0, 99'999, noise(2, 1)), "WriteBeyondEnd");
    MUST_FAIL((*writer)->write(0, ~std::uint64_t(0), noise(2, 1)), "WriteBeyondEnd");
    MUST_FAIL((*writer)->writeZeros(0, 2000, ~std::uint64_t(0)), "WriteBeyondEnd");
    MUST_FAIL((*writer)->write(3, 0, noise(2, 1)), "DiskUnknown");
    MUST_FAIL((*writer)->setBase(0, "1", "os", BaseUse::TakeOver), "WriteOutOfOrder");
    MUST((*writer)->addDisk(diskHeader("data", 100)));
    MUST_FAIL((*writer)->setBase(1, "77", "os", BaseUse::TakeOver), "PointNotFound");
    MUST((*writer)->finish());
    MUST_FAIL((*writer)->finish(), "PointCancelled");
    MUST_FAIL((*writer)->write(0, 90'000, noise(2, 1)), "PointCancelled");
    MUST_FAIL(m_vault->beginPoint(header("1")), "PointExists"); // there
    auto strange = header("1");
    for (const auto* id :
         {"", "../1", "a/b", "x y", "12345678901234567890123456789012345678901234567890123456789012345"}) {
        strange.id = id;
        MUST_FAIL(m_vault->beginPoint(strange), "NameInvalid");
        MUST_FAIL(m_vault->openPoint(id), "PointNotFound");
        MUST_FAIL(m_vault->removePoint(id), "PointNotFound");
    }
}

void TestVault::openRefusals()
{
    const auto folder = m_folder->path().toStdString();
    MUST_FAIL(Vault::open(folder + "/none", *m_key), "VaultNotFound");
    MUST_FAIL(Vault::open(folder, *m_key), "VaultNotAVault");
    MUST_FAIL(Vault::open(place() + "/valv-vault.json", *m_key), "VaultNotAVault");
    MUST_FAIL(Vault::identify(folder), "VaultNotAVault");
    QCOMPARE(Vault::identify(place())->name, createOptions().name);

    for (const auto* name : {"valv-vault.json", "valv-vault.copy.json"}) {
        QFile file(QString::fromStdString(place()) + QLatin1Char('/') + QString::fromLatin1(name));
        QVERIFY(file.open(QIODevice::ReadWrite));
        auto text = file.readAll();
        QVERIFY(text.contains("\"version\": 1"));
        file.resize(0);
        file.seek(0);
        file.write(text.replace("\"version\": 1", "\"version\": 2"));
    }
    MUST_FAIL(Vault::open(place(), *m_key), "VaultFormatTooNew");
}

void TestVault::wrongKey()
{
    MUST_FAIL(Vault::open(place(), RecoveryKey::generate()), "VaultWrongKey");
    MUST(Vault::open(place(), *m_key));
}

void TestVault::createRefusals()
{
    MUST_FAIL(Vault::create(place(), createOptions(), *m_key), "VaultExists");
    MUST_FAIL(Vault::create(m_folder->path().toStdString(), createOptions(), *m_key), "VaultFolderNotEmpty");
    MUST_FAIL(Vault::create(m_folder->path().toStdString() + "/no/such", createOptions(), *m_key), "VaultNotFound");
    MUST_FAIL(Vault::create(m_folder->path().toStdString() + "/x", {}, *m_key), "NameInvalid");
    QVERIFY(*readBack(*m_vault, "1", "os").or_else([](const Error& e) -> Result<Data> {
        return e.code == "PointNotFound" ? Result<Data>(Data()) : tl::unexpected(e);
    }) == Data());
}

//! As a share that was unmounted looks: its mount point is an empty folder of another disk.
void TestVault::nothingIsWrittenWhereTheVaultWas()
{
    MUST(backUp(*m_vault, "1", noise(300'000, 1)));
    const auto folder = QString::fromStdString(place());
    QVERIFY(QDir().rename(folder, folder + QStringLiteral("-away")) && QDir().mkpath(folder));
    MUST_FAIL(m_vault->beginPoint(header("2")), "VaultNotFound");
    MUST_FAIL(m_vault->putDocument("a", "b"), "VaultNotFound");
    QVERIFY(filesIn(folder).isEmpty());
    QVERIFY(QDir().rmdir(folder) && QDir().rename(folder + QStringLiteral("-away"), folder));
    MUST(backUp(*m_vault, "2", noise(300'000, 2)));
    QCOMPARE(m_vault->points()->size(), 2U);
}

VALV_TEST_GUILESS(TestVault)

} // namespace tst_vault

#include "tst_vault.moc"
