// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/backuppipeline.h"
#include "engine/diskwriter.h"
#include "engine/restorepipeline.h"
#include "models/engine/fakesource.h"
#include "models/store/faultyblobstore.h"
#include "store/folderblobstore.h"
#include "store/vault.h"
#include "support/asnobody.h"
#include "support/testprogram.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

namespace tst_pipeline {

using namespace valv;
using namespace valv::engine;
using namespace valv::test;
using hypervisor::Extent;

} // namespace tst_pipeline
Q_DECLARE_METATYPE(std::vector<valv::hypervisor::Extent>)
namespace tst_pipeline {
} // namespace tst_pipeline
Q_DECLARE_METATYPE(std::vector<valv::engine::Piece>)
namespace tst_pipeline {

class PipelineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pieces_data();
    void pieces();
    void readsInOrder();
    void firstErrorInOrderWins();
    void partialFileIsAllOrNothing();
    void onlyOneWriterOfAFile();
    void qcow2_data();
    void qcow2();
    void fullVaultLeavesEarlierPointsWhole();
    void targetsAreCheckedFirst();
};

void PipelineTest::pieces_data()
{
    constexpr std::uint64_t K = 1024;
    constexpr std::uint64_t M = 1024 * K;
    QTest::addColumn<std::vector<Extent>>("extents");
    QTest::addColumn<quint64>("capacity");
    QTest::addColumn<std::vector<Piece>>("expected");
    using Extents = std::vector<Extent>;
    using Pieces = std::vector<Piece>;
    QTest::newRow("nothing") << Extents{} << quint64(M) << Pieces{};
    QTest::newRow("widened to whole chunks") << Extents{{5, 1}} << quint64(M) << Pieces{{0, 0, 64 * K}};
    QTest::newRow("two in one chunk are one") << Extents{{0, 10}, {40 * K, 10}} << quint64(M) << Pieces{{0, 0, 64 * K}};
    QTest::newRow("neighbours are joined")
        << Extents{{0, 64 * K}, {64 * K, 64 * K}} << quint64(M) << Pieces{{0, 0, 128 * K}};
    QTest::newRow("apart stay apart") << Extents{{0, 1}, {128 * K, 1}} << quint64(M)
                                      << Pieces{{0, 0, 64 * K}, {0, 128 * K, 64 * K}};
    QTest::newRow("cut at the size of a read")
        << Extents{{0, 9 * M}} << quint64(16 * M) << Pieces{{0, 0, 4 * M}, {0, 4 * M, 4 * M}, {0, 8 * M, M}};
    QTest::newRow("the last chunk is short") << Extents{{0, 100 * K}} << quint64(100 * K) << Pieces{{0, 0, 100 * K}};
    QTest::newRow("cut at the capacity") << Extents{{0, 900 * K}, {M, 5}} << quint64(70 * K) << Pieces{{0, 0, 70 * K}};
}

void PipelineTest::pieces()
{
    QFETCH(std::vector<Extent>, extents);
    QFETCH(quint64, capacity);
    QFETCH(std::vector<Piece>, expected);
    QVERIFY(piecesOf(0, extents, capacity) == expected);
}

void PipelineTest::readsInOrder()
{
    std::vector<Piece> pieces;
    for (std::uint64_t i = 0; i < 200; ++i) {
        pieces.push_back({0, i, static_cast<std::uint32_t>(1 + i % 7)});
    }
    std::uint64_t next = 0;
    const auto done = readInOrder(
        pieces,
        [](const Piece& piece, std::span<std::byte> into) -> Result<> {
            std::fill(into.begin(), into.end(), static_cast<std::byte>(piece.offset));
            return {};
        },
        [&next](const Piece& piece, std::span<const std::byte> data) -> Result<> {
            const bool right = piece.offset == next++ && data.size() == piece.length
                && data.front() == static_cast<std::byte>(piece.offset);
            return right ? Result<>() : failure("Wrong", "out of order");
        },
        4, {});
    QVERIFY(done.has_value());
    QCOMPARE(next, std::uint64_t(200));
}

void PipelineTest::firstErrorInOrderWins()
{
    std::vector<Piece> pieces(50, Piece{0, 0, 1});
    for (std::uint64_t i = 0; i < 50; ++i) {
        pieces[i].offset = i;
    }
    const auto done = readInOrder(
        pieces,
        [](const Piece& piece, std::span<std::byte>) -> Result<> {
            return piece.offset >= 10 ? failure("At" + std::to_string(piece.offset), "") : Result<>();
        },
        [](const Piece&, std::span<const std::byte>) -> Result<> { return {}; }, 4, {});
    QCOMPARE(QString::fromStdString(done.error().code), QStringLiteral("At10"));
    std::stop_source stop;
    stop.request_stop();
    const auto stopped = readInOrder(
        pieces, [](const Piece&, std::span<std::byte>) -> Result<> { return {}; },
        [](const Piece&, std::span<const std::byte>) -> Result<> { return {}; }, 4, stop.get_token());
    QCOMPARE(QString::fromStdString(stopped.error().code), QString::fromStdString(CancelledCode));
}

void PipelineTest::partialFileIsAllOrNothing()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("disk.raw"));
    const auto data = randomBytes(1000, 1);
    {
        auto file = PartialFile::create(path.toStdString());
        QVERIFY(file.has_value());
        QVERIFY((*file)->write(10, data).has_value());
    }
    QVERIFY(QDir(folder.path()).isEmpty()); // dropped: gone
    QFile stale(path + QStringLiteral(".partial")); // of a program that was killed
    QVERIFY(stale.open(QIODevice::WriteOnly));
    stale.write(QByteArray(5000, 'x'));
    stale.close();
    {
        auto file = PartialFile::create(path.toStdString());
        QVERIFY(file.has_value());
        QVERIFY((*file)->write(0, data).has_value());
        QVERIFY((*file)->resize(2000).has_value());
        QVERIFY((*file)->sync().has_value());
        QVERIFY((*file)->publish(false).has_value());
    }
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{QStringLiteral("disk.raw")});
    QCOMPARE(QFileInfo(path).size(), 2000);
    QCOMPARE(QFileInfo(path).permissions() & 0x0077, QFile::Permissions());
    {
        auto file = PartialFile::create(path.toStdString());
        QCOMPARE(QString::fromStdString((*file)->publish(false).error().code),
                 QStringLiteral("ValvRestoreTargetExists"));
    }
    QCOMPARE(QFileInfo(path).size(), 2000);
}

void PipelineTest::onlyOneWriterOfAFile()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("disk.raw")).toStdString();
    const auto first = PartialFile::create(path);
    QVERIFY(first.has_value());
    QCOMPARE(QString::fromStdString(PartialFile::create(path).error().code), QStringLiteral("ValvRestoreTargetBusy"));
}

void PipelineTest::qcow2_data()
{
    QTest::addColumn<quint64>("capacity");
    QTest::addColumn<std::vector<Extent>>("extents");
    using Extents = std::vector<Extent>;
    constexpr std::uint64_t M = 1024 * 1024;
    QTest::newRow("empty") << quint64(10 * M) << Extents{};
    QTest::newRow("small and odd") << quint64(M + 512) << Extents{{0, 100}, {M, 512}};
    QTest::newRow("several tables") << quint64(2000 * M) << Extents{{0, 70000}, {600 * M, 3 * M}, {1999 * M, M}};
}

void PipelineTest::qcow2()
{
    QFETCH(quint64, capacity);
    QFETCH(std::vector<Extent>, extents);
    const auto tool = QStandardPaths::findExecutable(QStringLiteral("qemu-img"));
    if (tool.isEmpty()) {
        QSKIP("qemu-img is not installed");
    }
    QTemporaryDir folder;
    const auto path = folder.filePath(QStringLiteral("disk.qcow2"));
    const auto rawPath = folder.filePath(QStringLiteral("disk.raw"));
    auto image = PartialFile::create(path.toStdString());
    auto raw = PartialFile::create(rawPath.toStdString());
    auto writer = makeDiskWriter(**image, "qcow2", capacity);
    auto rawWriter = makeDiskWriter(**raw, "raw", capacity);
    std::uint64_t seed = 1;
    for (const auto& extent : extents) {
        const auto data = randomBytes(extent.length, seed++);
        QVERIFY((*writer)->write(extent.offset, data).has_value());
        QVERIFY((*rawWriter)->write(extent.offset, data).has_value());
    }
    QVERIFY((*writer)->finish().has_value());
    QVERIFY((*rawWriter)->finish().has_value());
    QVERIFY((*image)->publish(false).has_value());
    QVERIFY((*raw)->publish(false).has_value());
    for (const auto& arguments : {QStringList{QStringLiteral("check"), path},
                                  QStringList{QStringLiteral("compare"), QStringLiteral("-f"), QStringLiteral("qcow2"),
                                              QStringLiteral("-F"), QStringLiteral("raw"), path, rawPath}}) {
        QProcess process;
        process.start(tool, arguments);
        QVERIFY(process.waitForFinished());
        const QByteArray said = process.readAllStandardOutput() + process.readAllStandardError();
        QVERIFY2(process.exitCode() == 0, said.constData());
    }
    QVERIFY(QFileInfo(path).size() < 6 * 1024 * 1024);
}

void PipelineTest::fullVaultLeavesEarlierPointsWhole()
{
    QTemporaryDir folder;
    const auto place = std::make_shared<store::test::FaultyBlobStore>(
        std::make_shared<store::FolderBlobStore>(folder.path().toStdString()));
    const auto key = store::RecoveryKey::generate();
    auto vault = store::Vault::create(place, {"v", "id", {}}, key);
    QVERIFY(vault.has_value());
    auto estate = std::make_shared<Estate>();
    const auto first = randomBytes(3 * 1024 * 1024, 1);
    const auto vm = addVm(*estate, "web", {first});
    FakeSource source(estate);
    const auto backUp = [&](const std::string& id) {
        auto session = source.begin(vm.id, std::nullopt);
        TransferProgress progress;
        store::PointHeader header;
        header.id = id;
        header.itemId = "item";
        return runBackup({**session, **vault, header, {}, {}, 2}, progress, {});
    };
    QVERIFY(backUp("100000000000001").has_value());
    estate->data[vm.id] = {randomBytes(3 * 1024 * 1024, 2)};
    const int needed = place->steps;
    place->code = "VaultFull";
    for (int step = 0; step <= needed; step += 1 + needed / 12) { // the disk is full at one step after another
        place->failAt = place->steps + 1 + step;
        const auto failed = backUp("100000000000002");
        place->failAt = std::numeric_limits<int>::max();
        if (failed) {
            break; // needed fewer steps than the first, which made the vault
        }
        QCOMPARE(QString::fromStdString(failed.error().code), QStringLiteral("VaultFull"));
        QCOMPARE((*vault)->points()->size(), std::size_t(1));
    }
    QVERIFY(estate->aborted >= 1);
    const auto reader = (*vault)->openPoint("100000000000001");
    QVERIFY(reader.has_value());
    Bytes read(first.size());
    QVERIFY((*reader)->read(0, 0, read).has_value());
    QVERIFY(read == first);
}

void PipelineTest::targetsAreCheckedFirst()
{
    QTemporaryDir folder;
    const auto codeOf = [](const Result<>& result) {
        return result ? QString() : QString::fromStdString(result.error().code);
    };
    const auto path = folder.filePath(QStringLiteral("a/b/disk.raw"));
    QCOMPARE(codeOf(checkRestoreTargets({path.toStdString()}, 1000, false)), QString()); // made the folders
    QVERIFY(QDir(folder.filePath(QStringLiteral("a/b"))).exists());
    QCOMPARE(codeOf(checkRestoreTargets({path.toStdString()}, std::uint64_t(1) << 60, false)),
             QStringLiteral("ValvRestoreNoSpace"));
    QCOMPARE(codeOf(checkRestoreTargets({"disk.raw"}, 0, false)), QStringLiteral("ValvRestoreFolderInvalid"));
    {
        const test::AsNobody nobody(folder.path());
        if (nobody.isSo()) {
            const auto closed = folder.filePath(QStringLiteral("closed"));
            QVERIFY(QDir().mkpath(closed + QStringLiteral("/in")));
            QCOMPARE(::chmod(QFile::encodeName(closed).constData(), 0), 0);
            for (const auto* inside : {"/disk.raw", "/in/disk.raw", "/in/deep/disk.raw"}) {
                QCOMPARE(codeOf(checkRestoreTargets({closed.toStdString() + inside}, 0, false)),
                         QStringLiteral("ValvRestoreNoPermission"));
            }
            QCOMPARE(::chmod(QFile::encodeName(closed).constData(), 0700), 0);
        }
    }
    QCOMPARE(codeOf(checkRestoreTargets({"/proc/nothing/disk.raw"}, 0, false)).left(11), QStringLiteral("ValvRestore"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto taken = checkRestoreTargets({path.toStdString()}, 0, false);
    QCOMPARE(codeOf(taken), QStringLiteral("ValvRestoreTargetExists"));
    QCOMPARE(QString::fromStdString(taken.error().target), path);
    QCOMPARE(codeOf(checkRestoreTargets({path.toStdString()}, 0, true)), QString());
}

VALV_TEST_GUILESS(PipelineTest)

} // namespace tst_pipeline

#include "tst_pipeline.moc"
