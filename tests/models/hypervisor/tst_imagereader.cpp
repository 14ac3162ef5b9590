// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixtures.h"
#include "hypervisor/imagereader.h"
#include "hypervisor/nbdreader.h"
#include "support/testprogram.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <thread>

namespace tst_imagereader {

using namespace valv;
using namespace valv::hypervisor;

namespace {

//! Waits for the end of a process that may be no child of ours. True: it is gone.
bool isGoneWithin(int pid, int milliseconds)
{
    const int fd = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
    if (fd < 0) {
        return true; // no such process any more
    }
    struct pollfd waiting
    {
        fd, POLLIN, 0
    };
    const bool gone = ::poll(&waiting, 1, milliseconds) == 1;
    ::close(fd);
    return gone;
}

//! Children of this process, zombies included.
int childCount()
{
    int count = 0;
    const QDir proc(QStringLiteral("/proc"));
    for (const auto& entry : proc.entryList(QDir::Dirs)) {
        QFile stat(proc.filePath(entry + QStringLiteral("/stat")));
        if (!entry.front().isDigit() || !stat.open(QIODevice::ReadOnly)) {
            continue;
        }
        const auto line = stat.readAll();
        const auto rest = line.mid(line.lastIndexOf(')') + 2).split(' ');
        count += rest.size() > 1 && rest[1].toInt() == ::getpid() ? 1 : 0;
    }
    return count;
}

} // namespace

class TestImageReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        QVERIFY(m_dir->isValid());
    }
    void everyFormatGivesItsSourceBytes_data();
    void everyFormatGivesItsSourceBytes();
    void overlayShowsItsBackingFile();
    void snapshotsInsideDoNotMatter();
    void formatIsFoundByContent_data();
    void formatIsFoundByContent();
    void brokenImages_data();
    void brokenImages();
    void truncatedImagesAreNotReadAsZeros_data();
    void truncatedImagesAreNotReadAsZeros();
    void fileShrinksVanishesOrIsWritten_data();
    void fileShrinksVanishesOrIsWritten();
    void qemuWriterMeansInUse();
    void rawReadersKeepQemuFromWriting();
    void killedServerIsAnError();
    void serverDiesWithItsParent();
    void nothingIsLeftBehind();
    void encryptedGuestsAreSeen();

private:
    [[nodiscard]] QString path(const char* name) const { return m_dir->filePath(QString::fromUtf8(name)); }
    //! Makes an image of the given content; arguments are those of qemu-img convert.
    bool convert(const QByteArray& content, const QString& target, const QStringList& arguments)
    {
        const auto source = path("source.raw");
        fixtures::writeSparse(source, content);
        return fixtures::run(QStringLiteral("qemu-img"),
                             QStringList{QStringLiteral("convert"), QStringLiteral("-f"), QStringLiteral("raw")}
                                 + arguments + QStringList{source, target});
    }
    std::unique_ptr<QTemporaryDir> m_dir;
};

void TestImageReader::everyFormatGivesItsSourceBytes_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("format");
    const auto row = [](const char* name, const char* file, const char* arguments, const char* format) {
        QTest::newRow(name) << QString::fromUtf8(file) << QString::fromUtf8(arguments) << QString::fromUtf8(format);
    };
    row("raw", "disk.raw", "-O raw", "raw");
    row("raw named img", "disk.img", "-O raw", "raw");
    row("qcow2", "disk.qcow2", "-O qcow2", "qcow2");
    row("qcow2, compressed", "disk.qcow2", "-O qcow2 -c", "qcow2");
    row("qcow2 of the old version", "disk.qcow2", "-O qcow2 -o compat=0.10", "qcow2");
    row("qcow2, small clusters", "disk.qcow2", "-O qcow2 -o cluster_size=4k", "qcow2");
    row("qcow2, all allocated beforehand", "disk.qcow2", "-O qcow2 -o preallocation=metadata", "qcow2");
    row("qcow2 with sub-clusters", "disk.qcow2", "-O qcow2 -o extended_l2=on,cluster_size=128k", "qcow2");
    row("qcow2 named img", "disk.img", "-O qcow2", "qcow2");
    row("vmdk", "disk.vmdk", "-O vmdk", "vmdk");
    row("vmdk, streamed", "disk.vmdk", "-O vmdk -o subformat=streamOptimized", "vmdk");
    row("vmdk, flat beside", "disk.vmdk", "-O vmdk -o subformat=monolithicFlat", "vmdk");
    row("vmdk, split", "disk.vmdk", "-O vmdk -o subformat=twoGbMaxExtentSparse", "vmdk");
    row("vdi", "disk.vdi", "-O vdi", "vdi");
    row("vdi, fixed", "disk.vdi", "-O vdi -o static=on", "vdi");
    row("vhdx", "disk.vhdx", "-O vhdx -o block_size=1M", "vhdx");
    row("vhd", "disk.vhd", "-O vpc", "vpc");
    row("vhd, exact size", "disk.vhd", "-O vpc -o force_size=on", "vpc");
    row("vhd, fixed", "disk.vhd", "-O vpc -o subformat=fixed,force_size=on", "vpc");
    row("name with spaces, comma and åäö", "En disk, från i fjol å ä ö.qcow2", "-O qcow2", "qcow2");
    row("name with colons", "nbd:disk=1.qcow2", "-O qcow2", "qcow2");
}

void TestImageReader::everyFormatGivesItsSourceBytes()
{
    QFETCH(const QString, file);
    QFETCH(const QString, arguments);
    QFETCH(const QString, format);
    if (!fixtures::haveQemu()) {
        QSKIP("qemu-utils is not installed");
    }
    const auto content = fixtures::diskContent();
    const auto image = m_dir->filePath(file);
    const QString target = file.contains(QLatin1Char(':')) ? QStringLiteral("file:") + image : image;
    QVERIFY(convert(content, target, arguments.split(QLatin1Char(' '))));

    const auto info = probeImage(fixtures::text(image));
    QVERIFY2(info, qPrintable(codeOf(info)));
    QCOMPARE(QString::fromStdString(info->format), format);
    QVERIFY(info->allocated <= info->capacity);
    QVERIFY(!info->part);

    auto opened = openImage(fixtures::text(image));
    QVERIFY2(opened, opened ? "" : opened.error().message.c_str());
    auto& reader = **opened;
    QCOMPARE(info->capacity, reader.capacity());
    QVERIFY(reader.capacity() >= std::uint64_t(content.size())); // a VHD rounds up to whole cylinders
    QVERIFY(reader.capacity() < std::uint64_t(content.size()) + 2 * fixtures::mebibyte);
    auto expected = content;
    expected.append(QByteArray(qint64(reader.capacity()) - content.size(), '\0'));

    const auto read = [&reader](std::uint64_t offset, std::span<std::byte> into) { return reader.read(offset, into); };
    QVERIFY2(fixtures::readByExtents(reader.capacity(), reader.extents(), read) == expected, "by extents");
    // Everything at once, from several threads, in pieces that fit no request size.
    QByteArray all(expected.size(), 'x');
    std::atomic<qint64> next{0};
    std::atomic<int> failures{0};
    {
        constexpr qint64 piece = 777'777;
        std::vector<std::jthread> threads;
        for (int i = 0; i < 6; ++i) {
            threads.emplace_back([&] {
                for (auto at = next.fetch_add(piece); at < all.size(); at = next.fetch_add(piece)) {
                    const auto size = std::min(piece, all.size() - at);
                    failures += reader.read(std::uint64_t(at), std::as_writable_bytes(std::span(all.data() + at, size)))
                        ? 0
                        : 1;
                }
            });
        }
    }
    QCOMPARE(failures.load(), 0);
    QVERIFY2(all == expected, "by threads");
    std::uint64_t covered = 0;
    for (const auto& extent : reader.extents()) {
        covered += extent.length;
    }
    if (!arguments.contains(QStringLiteral("fixed")) && !arguments.contains(QStringLiteral("Flat"))) {
        // Blocks of a VHD are 2 MiB.
        QVERIFY2(covered < 14 * fixtures::mebibyte, "reads much more than is allocated");
    }
    QVERIFY(reader.stillSame());
    std::byte beyond{};
    QCOMPARE(codeOf(reader.read(reader.capacity(), std::span(&beyond, 1))), QStringLiteral("DiskUnreadable"));
}

void TestImageReader::overlayShowsItsBackingFile()
{
    if (!fixtures::haveQemu()) {
        QSKIP("qemu-utils is not installed");
    }
    const auto content = fixtures::diskContent();
    QVERIFY(convert(content, path("bas å.qcow2"), {QStringLiteral("-O"), QStringLiteral("qcow2")}));
    QVERIFY(fixtures::run(QStringLiteral("qemu-img"),
                          {QStringLiteral("create"), QStringLiteral("-q"), QStringLiteral("-f"),
                           QStringLiteral("qcow2"), QStringLiteral("-F"), QStringLiteral("qcow2"), QStringLiteral("-b"),
                           QStringLiteral("bas å.qcow2"), path("ovan.qcow2")}));
    QVERIFY(fixtures::run(QStringLiteral("qemu-io"),
                          {QStringLiteral("-c"), QStringLiteral("write -P 0x41 1M 64k"), path("ovan.qcow2")}));
    auto expected = content;
    expected.replace(fixtures::mebibyte, 64 * fixtures::kibibyte, QByteArray(64 * fixtures::kibibyte, 'A'));
    auto reader = openImage(fixtures::text(path("ovan.qcow2")));
    QVERIFY2(reader, qPrintable(codeOf(reader)));
    const auto read = [&](std::uint64_t offset, std::span<std::byte> into) { return (*reader)->read(offset, into); };
    QVERIFY(fixtures::readByExtents((*reader)->capacity(), (*reader)->extents(), read) == expected);
    QVERIFY((*reader)->stillSame());
    // A change below is a change.
    QFile below(path("bas å.qcow2"));
    QVERIFY(below.open(QIODevice::Append));
    below.write("x");
    below.close();
    QCOMPARE(codeOf((*reader)->stillSame()), QStringLiteral("DiskChanged"));
    reader->reset();
    QVERIFY(below.remove());
    QCOMPARE(codeOf(openImage(fixtures::text(path("ovan.qcow2")))), QStringLiteral("DiskVanished"));
}

void TestImageReader::snapshotsInsideDoNotMatter()
{
    if (!fixtures::haveQemu()) {
        QSKIP("qemu-utils is not installed");
    }
    const auto content = fixtures::diskContent();
    QVERIFY(convert(content, path("disk.qcow2"), {QStringLiteral("-O"), QStringLiteral("qcow2")}));
    QVERIFY(
        fixtures::run(QStringLiteral("qemu-img"),
                      {QStringLiteral("snapshot"), QStringLiteral("-c"), QStringLiteral("förr"), path("disk.qcow2")}));
    QVERIFY(fixtures::run(QStringLiteral("qemu-io"),
                          {QStringLiteral("-c"), QStringLiteral("write -P 0x42 6M 128k"), path("disk.qcow2")}));
    auto expected = content;
    expected.replace(6 * fixtures::mebibyte, 128 * fixtures::kibibyte, QByteArray(128 * fixtures::kibibyte, 'B'));
    auto reader = openImage(fixtures::text(path("disk.qcow2")));
    QVERIFY2(reader, qPrintable(codeOf(reader)));
    const auto read = [&](std::uint64_t offset, std::span<std::byte> into) { return (*reader)->read(offset, into); };
    QVERIFY(fixtures::readByExtents((*reader)->capacity(), (*reader)->extents(), read) == expected);
}

void TestImageReader::formatIsFoundByContent_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("code");
    const auto row = [](const char* name, const char* file, const char* format, const char* code) {
        QTest::newRow(name) << QString::fromUtf8(file) << QString::fromUtf8(format) << QString::fromUtf8(code);
    };
    row("qcow2 named vmdk is qcow2", "a.vmdk", "qcow2", "");
    row("qcow2 without an extension is qcow2", "a", "qcow2", "");
    row("raw is always raw, whatever the guest wrote", "a.raw", "raw", "");
}

void TestImageReader::formatIsFoundByContent()
{
    QFETCH(const QString, file);
    QFETCH(const QString, format);
    QFETCH(const QString, code);
    if (!fixtures::haveQemu()) {
        QSKIP("qemu-utils is not installed");
    }
    QVERIFY(convert(fixtures::diskContent(), m_dir->filePath(file), {QStringLiteral("-O"), QStringLiteral("qcow2")}));
    const auto info = probeImage(fixtures::text(m_dir->filePath(file)));
    QCOMPARE(codeOf(info), code);
    QCOMPARE(QString::fromStdString(info->format), format);
    const auto reader = openImage(fixtures::text(m_dir->filePath(file)));
    QVERIFY(reader);
    if (format == QLatin1String("raw")) {
        QCOMPARE((*reader)->capacity(), std::uint64_t(QFileInfo(m_dir->filePath(file)).size()));
    }
}

void TestImageReader::brokenImages_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("code");
    QTest::newRow("empty") << "a.raw" << QByteArray() << "DiskTruncated";
    QTest::newRow("named qcow2, is not") << "a.qcow2" << fixtures::bytes(4096, 1) << "DiskFormatUnknown";
    QTest::newRow("named vdi, is not") << "a.vdi" << fixtures::bytes(4096, 1) << "DiskFormatUnknown";
    QTest::newRow("named vhdx, is not") << "a.vhdx" << fixtures::bytes(4096, 1) << "DiskFormatUnknown";
    QTest::newRow("named vhd, has no footer") << "a.vhd" << fixtures::bytes(4096, 1) << "DiskFormatUnknown";
    QTest::newRow("qcow2 of version 9") << "a.qcow2" << QByteArray("QFI\xfb\0\0\0\x09", 8) + QByteArray(600, '\0')
                                        << "DiskFormatUnknown";
    QTest::newRow("only the mark of a qcow2")
        << "a.qcow2" << QByteArray("QFI\xfb\0\0\0\x03\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x10", 24) << "DiskTruncated";
    QTest::newRow("only the mark of a vhdx") << "a.vhdx" << QByteArray("vhdxfile") << "DiskTruncated";
    QTest::newRow("tiny raw") << "a.raw" << QByteArray("x") << "";
}

void TestImageReader::brokenImages()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    QFETCH(const QString, code);
    const auto image = m_dir->filePath(name);
    fixtures::write(image, content);
    const auto probed = probeImage(fixtures::text(image));
    QCOMPARE(codeOf(probed), code);
    QCOMPARE(codeOf(openImage(fixtures::text(image))), code);
    if (!code.isEmpty()) {
        QCOMPARE(QString::fromStdString(probed.error().target), image);
        QVERIFY(!probed.error().action.empty());
    }
    QCOMPARE(codeOf(probeImage(fixtures::text(path("none.raw")))), QStringLiteral("DiskVanished"));
    QVERIFY(QDir(m_dir->path()).mkdir(QStringLiteral("folder.raw")));
    QCOMPARE(codeOf(probeImage(fixtures::text(path("folder.raw")))), QStringLiteral("DiskUnreadable"));
    QCOMPARE(::mkfifo(fixtures::text(path("pipe.raw")).c_str(), 0600), 0);
    QCOMPARE(codeOf(openImage(fixtures::text(path("pipe.raw")))), QStringLiteral("DiskUnreadable"));
}

void TestImageReader::truncatedImagesAreNotReadAsZeros_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("arguments");
    const auto row = [](const char* name, const char* file, const char* arguments) {
        QTest::newRow(name) << QString::fromUtf8(file) << QString::fromUtf8(arguments);
    };
    row("qcow2", "disk.qcow2", "-O qcow2");
    row("qcow2, compressed", "disk.qcow2", "-O qcow2 -c");
    row("vmdk", "disk.vmdk", "-O vmdk");
    row("vmdk, streamed", "disk.vmdk", "-O vmdk -o subformat=streamOptimized");
    row("vdi", "disk.vdi", "-O vdi");
    row("vhdx", "disk.vhdx", "-O vhdx");
    row("vhd", "disk.vhd", "-O vpc");
}

void TestImageReader::truncatedImagesAreNotReadAsZeros()
{
    QFETCH(const QString, file);
    QFETCH(const QString, arguments);
    if (!fixtures::haveQemu()) {
        QSKIP("qemu-utils is not installed");
    }
    const auto image = m_dir->filePath(file);
    QVERIFY(convert(fixtures::diskContent(), image, arguments.split(QLatin1Char(' '))));
    const auto whole = QFileInfo(image).size();
    // The last bytes may be padding; the last quarter is not.
    for (const auto keep : {whole * 3 / 4, whole / 2, whole / 5}) {
        QVERIFY(QFile::resize(image, keep));
        const auto opened = openImage(fixtures::text(image));
        QVERIFY2(!opened, qPrintable(QString::number(keep)));
        // A streamed VMDK or a VHD that lost its end has lost what tells it is one.
        QVERIFY2(codeOf(opened) == QLatin1String("DiskTruncated")
                     || codeOf(opened) == QLatin1String("DiskFormatUnknown"),
                 qPrintable(codeOf(opened)));
    }
}

void TestImageReader::fileShrinksVanishesOrIsWritten_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("raw") << "disk.raw";
    QTest::newRow("qcow2") << "disk.qcow2";
}

void TestImageReader::fileShrinksVanishesOrIsWritten()
{
    QFETCH(const QString, file);
    if (!fixtures::haveQemu()) {
        QSKIP("qemu-utils is not installed");
    }
    const auto image = m_dir->filePath(file);
    const auto format = QFileInfo(file).suffix();
    std::vector<std::byte> buffer(64 * 1024);
    const auto open = [&] {
        QFile::remove(image);
        return convert(fixtures::diskContent(), image, {QStringLiteral("-O"), format})
            ? openImage(fixtures::text(image))
            : failure("NotMade", "");
    };
    {
        auto reader = open();
        QVERIFY2(reader, qPrintable(codeOf(reader)));
        QVERIFY(QFile::resize(image, 2 * fixtures::mebibyte));
        QCOMPARE(codeOf((*reader)->read(6 * fixtures::mebibyte, buffer)), QStringLiteral("DiskTruncated"));
        QCOMPARE(codeOf((*reader)->stillSame()), QStringLiteral("DiskChanged"));
    }
    {
        auto reader = open();
        QVERIFY2(reader, qPrintable(codeOf(reader)));
        QVERIFY(QFile::remove(image));
        QCOMPARE(codeOf((*reader)->read(0, buffer)), QStringLiteral("DiskVanished"));
        QCOMPARE(codeOf((*reader)->stillSame()), QStringLiteral("DiskVanished"));
    }
    {
        auto reader = open();
        QVERIFY2(reader, qPrintable(codeOf(reader)));
        QVERIFY(QFile::resize(image, QFileInfo(image).size() + fixtures::mebibyte));
        QVERIFY((*reader)->read(0, buffer)); // what was there is still there
        QCOMPARE(codeOf((*reader)->stillSame()), QStringLiteral("DiskChanged"));
    }
    {
        auto reader = open();
        QVERIFY2(reader, qPrintable(codeOf(reader)));
        QVERIFY(QFile::rename(image, path("elsewhere")));
        QVERIFY(QFile::copy(path("elsewhere"), image)); // another file by the same name
        QCOMPARE(codeOf((*reader)->stillSame()), QStringLiteral("DiskChanged"));
        QFile::remove(path("elsewhere"));
    }
}

void TestImageReader::qemuWriterMeansInUse()
{
    if (!fixtures::haveQemu()) {
        QSKIP("qemu-utils is not installed");
    }
    for (const auto& format : {QStringLiteral("raw"), QStringLiteral("qcow2")}) {
        const QString image = m_dir->filePath(QStringLiteral("disk.") + format);
        QVERIFY(convert(fixtures::diskContent(), image, {QStringLiteral("-O"), format}));
        QProcess writer;
        writer.start(QStringLiteral("qemu-io"), {QStringLiteral("-f"), format, image});
        QVERIFY(writer.waitForStarted());
        writer.write("write -P 1 0 64k\n");
        QByteArray said;
        QTRY_VERIFY((said += writer.readAll()).contains("wrote"));
        QCOMPARE(codeOf(openImage(fixtures::text(image))), QStringLiteral("DiskInUse"));
        QVERIFY(probeImage(fixtures::text(image))->inUse);
        writer.write("quit\n");
        QVERIFY(writer.waitForFinished());
        QVERIFY(openImage(fixtures::text(image)));
    }
}

void TestImageReader::rawReadersKeepQemuFromWriting()
{
    if (!fixtures::haveQemu()) {
        QSKIP("qemu-utils is not installed");
    }
    const auto image = path("disk.raw");
    fixtures::writeSparse(image, fixtures::diskContent());
    const auto write = [&image] {
        QProcess writer;
        writer.start(
            QStringLiteral("qemu-io"),
            {QStringLiteral("-f"), QStringLiteral("raw"), QStringLiteral("-c"), QStringLiteral("write 0 4k"), image});
        writer.waitForFinished();
        return writer.exitCode() == 0;
    };
    {
        const auto reader = openImage(fixtures::text(image));
        QVERIFY(reader);
        const auto second = openImage(fixtures::text(image));
        QVERIFY2(second, "two may read");
        QVERIFY(!write());
    }
    QVERIFY(write());
}

void TestImageReader::killedServerIsAnError()
{
    if (!fixtures::haveQemu()) {
        QSKIP("qemu-utils is not installed");
    }
    QVERIFY(convert(fixtures::diskContent(), path("disk.qcow2"), {QStringLiteral("-O"), QStringLiteral("qcow2")}));
    auto opened = openImage(fixtures::text(path("disk.qcow2")));
    QVERIFY(opened);
    auto* reader = dynamic_cast<NbdReader*>(opened->get());
    QVERIFY(reader);
    const int pid = reader->serverPid();
    QVERIFY(pid > 0);
    std::atomic<bool> reading{false};
    std::atomic<int> ended{0};
    std::vector<std::jthread> threads;
    for (int i = 0; i < 6; ++i) { // more threads than connections
        threads.emplace_back([&] {
            std::vector<std::byte> buffer(3 * fixtures::mebibyte);
            while (reader->read(5 * fixtures::mebibyte, buffer)) {
                reading = true;
            }
            ++ended;
        });
    }
    QTRY_VERIFY(reading);
    QCOMPARE(::kill(pid, SIGKILL), 0);
    QTRY_COMPARE(ended.load(), 6);
    QTRY_COMPARE(childCount(), 0); // no zombie, although the reader still lives
    QCOMPARE(reader->serverPid(), -1);
    std::vector<std::byte> buffer(4096);
    QCOMPARE(codeOf(reader->read(0, buffer)), QStringLiteral("DiskUnreadable"));
}

void TestImageReader::serverDiesWithItsParent()
{
    if (!fixtures::haveQemu()) {
        QSKIP("qemu-utils is not installed");
    }
    QVERIFY(convert(fixtures::diskContent(), path("disk.qcow2"), {QStringLiteral("-O"), QStringLiteral("qcow2")}));
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    const auto image = fixtures::text(path("disk.qcow2"));
    const pid_t child = ::fork();
    if (child == 0) {
        // Opened on a thread that ends before the reader does: the server must outlive it.
        Result<std::unique_ptr<ImageReader>> reader;
        std::thread([&] { reader = openImage(image); }).join();
        int pid = reader ? dynamic_cast<NbdReader*>(reader->get())->serverPid() : -1;
        std::vector<std::byte> buffer(4096);
        if (!reader || !(*reader)->read(0, buffer)) {
            pid = -2;
        }
        [[maybe_unused]] const auto written = ::write(ends[1], &pid, sizeof(pid));
        ::pause();
        ::_exit(0);
    }
    int pid = 0;
    QCOMPARE(::read(ends[0], &pid, sizeof(pid)), ssize_t(sizeof(pid)));
    QVERIFY2(pid > 0, qPrintable(QString::number(pid)));
    QVERIFY(!isGoneWithin(pid, 0));
    QCOMPARE(::kill(child, SIGKILL), 0);
    QCOMPARE(::waitpid(child, nullptr, 0), child);
    QVERIFY(isGoneWithin(pid, 20'000));
    ::close(ends[0]);
    ::close(ends[1]);
}

void TestImageReader::nothingIsLeftBehind()
{
    if (!fixtures::haveQemu()) {
        QSKIP("qemu-utils is not installed");
    }
    const auto run = path("run");
    QVERIFY(QDir().mkdir(run));
    const auto before = qgetenv("XDG_RUNTIME_DIR");
    qputenv("XDG_RUNTIME_DIR", run.toUtf8());
    QVERIFY(convert(fixtures::diskContent(), path("disk.qcow2"), {QStringLiteral("-O"), QStringLiteral("qcow2")}));
    const auto files = [] {
        return QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::NoDotAndDotDot | QDir::AllEntries).size();
    };
    const auto open = files();
    int pid = -1;
    {
        const auto reader = openImage(fixtures::text(path("disk.qcow2")));
        QVERIFY(reader);
        pid = dynamic_cast<NbdReader*>(reader->get())->serverPid();
        QVERIFY(QDir(run).isEmpty()); // even while it is read
    }
    QVERIFY(isGoneWithin(pid, 0));
    QCOMPARE(childCount(), 0);
    // One that QEMU can't open: mark and sizes are right, the rest is not.
    QByteArray bad("QFI\xfb\0\0\0\x03", 8);
    bad.append(QByteArray("\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x10\0\0\0\0\0\x10\0\0", 24));
    bad.append(QByteArray(200'000, '\0'));
    fixtures::write(path("bad.qcow2"), bad);
    const auto refused = openImage(fixtures::text(path("bad.qcow2")));
    QCOMPARE(codeOf(refused), QStringLiteral("DiskUnreadable"));
    QVERIFY2(refused.error().message.find("qemu-nbd") != std::string::npos, refused.error().message.c_str());
    QCOMPARE(childCount(), 0);
    QVERIFY(QDir(run).isEmpty());
    QCOMPARE(files(), open);
    qputenv("XDG_RUNTIME_DIR", before);
}

void TestImageReader::encryptedGuestsAreSeen()
{
    QByteArray disk(4 * fixtures::mebibyte, '\0');
    disk.replace(0, 6, "LUKS\xba\xbe");
    fixtures::write(path("whole.raw"), disk);
    QVERIFY(probeImage(fixtures::text(path("whole.raw")))->encrypted);
    disk.fill('\0');
    disk[510] = char(0x55);
    disk[511] = char(0xaa);
    disk[450] = char(0x07);
    disk[455] = char(0x08); // begins at sector 0x800
    disk.replace(fixtures::mebibyte + 3, 8, "-FVE-FS-");
    fixtures::write(path("windows.img"), disk);
    QVERIFY(probeImage(fixtures::text(path("windows.img")))->encrypted);
    disk.replace(fixtures::mebibyte + 3, 8, "NTFS    ");
    fixtures::write(path("windows.img"), disk);
    QVERIFY(!probeImage(fixtures::text(path("windows.img")))->encrypted);
    if (fixtures::haveQemu()) {
        QVERIFY(
            convert(fixtures::diskContent(), path("locked.qcow2"), {QStringLiteral("-O"), QStringLiteral("qcow2")}));
        QFile file(path("locked.qcow2"));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(35)
                && file.putChar(2)); // the header's way of encryption: LUKS
        file.close();
        QVERIFY(probeImage(fixtures::text(path("locked.qcow2")))->locked);
        QCOMPARE(codeOf(openImage(fixtures::text(path("locked.qcow2")))), QStringLiteral("DiskUnreadable"));
    }
}

VALV_TEST_GUILESS(TestImageReader)

} // namespace tst_imagereader

#include "tst_imagereader.moc"
