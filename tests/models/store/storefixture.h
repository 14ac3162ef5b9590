// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/vault.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstring>
#include <random>
#include <string>
#include <vector>

namespace valv::store::test {

using Data = std::vector<std::byte>;

inline std::string describe(const Error& error)
{
    return error.code + ": " + error.message;
}

//! Quick even in a debug build.
inline bool same(const Data& a, const Data& b)
{
    return a.size() == b.size() && (a.empty() || std::memcmp(a.data(), b.data(), a.size()) == 0);
}

//! Fails the test with the error's words.
#define MUST(result)                                                                                                   \
    do {                                                                                                               \
        const auto& mustResult = (result);                                                                             \
        if (!mustResult) {                                                                                             \
            QFAIL(valv::store::test::describe(mustResult.error()).c_str());                                            \
        }                                                                                                              \
    } while (false)

#define MUST_FAIL(result, expectedCode)                                                                                \
    do {                                                                                                               \
        const auto& mustResult = (result);                                                                             \
        QVERIFY2(!mustResult, "succeeded, but should not have");                                                       \
        QCOMPARE(QString::fromStdString(mustResult.error().code), QStringLiteral(expectedCode));                       \
    } while (false)

//! A little compressible, the same for the same seed.
inline Data noise(std::size_t size, unsigned seed)
{
    std::mt19937_64 random(seed);
    Data data(size);
    for (std::size_t i = 0; i + 8 <= size; i += 8) {
        const auto value = i % 64 < 16 ? std::uint64_t{0x2020202020202020} : random();
        std::memcpy(data.data() + i, &value, 8);
    }
    for (std::size_t i = size / 8 * 8; i < size; ++i) {
        data[i] = static_cast<std::byte>(random());
    }
    return data;
}

inline PointHeader header(const std::string& id, const std::string& vm = "web01")
{
    PointHeader header;
    header.id = id;
    header.itemId = "item-" + vm;
    header.vmName = vm;
    header.time = Instant(std::chrono::milliseconds(1545208920000 + std::stoll(id)));
    header.consistency = "CrashConsistent";
    header.consistencyReason = "The machine is off.";
    header.properties = {{"tag", "åäö"}};
    return header;
}

inline DiskHeader diskHeader(const std::string& name, std::uint64_t capacity, int lun = 0)
{
    DiskHeader disk;
    disk.name = name;
    disk.capacity = capacity;
    disk.lun = lun;
    disk.format = "raw";
    disk.osDisk = lun == 0;
    return disk;
}

//! Few threads and small packs, so that small tests have several.
inline VaultOptions smallOptions()
{
    VaultOptions options;
    options.threads = 2;
    options.compressionLevel = 1;
    options.packSize = 512 * 1024;
    return options;
}

inline CreateOptions createOptions()
{
    return {"vault-norr", "11111111-2222-4333-8444-555555555555", Instant(std::chrono::milliseconds(1545208920000))};
}

//! One point with one disk, written in pieces of odd lengths; holes (64 KiB of zeros) are left out.
inline Result<PointInfo> backUp(Vault& vault, const std::string& id, const Data& disk, const std::string& vm = "web01",
                                const std::string& base = {})
{
    auto writer = vault.beginPoint(header(id, vm));
    if (!writer) {
        return tl::unexpected(writer.error());
    }
    const auto number = (*writer)->addDisk(diskHeader("os", disk.size()));
    if (!number) {
        return tl::unexpected(number.error());
    }
    if (!base.empty()) {
        if (auto set = (*writer)->setBase(*number, base, "os", BaseUse::Compare); !set) {
            return tl::unexpected(set.error());
        }
    }
    constexpr std::size_t piece = 300'000;
    for (std::size_t at = 0; at < disk.size(); at += piece) {
        const auto length = std::min(piece, disk.size() - at);
        if (auto written = (*writer)->write(*number, at, std::span(disk).subspan(at, length)); !written) {
            return tl::unexpected(written.error());
        }
    }
    return (*writer)->finish();
}

inline Result<Data> readBack(const Vault& vault, const std::string& id, const std::string& disk = "os")
{
    const auto reader = vault.openPoint(id);
    if (!reader) {
        return tl::unexpected(reader.error());
    }
    const auto number = (*reader)->disk(disk);
    if (!number) {
        return tl::unexpected(number.error());
    }
    Data data((*reader)->disks()[static_cast<std::size_t>(*number)].header.capacity);
    const auto done =
        (*reader)->restoreDisk(*number, [&](std::uint64_t offset, std::span<const std::byte> bytes) -> Result<> {
            std::copy(bytes.begin(), bytes.end(), data.begin() + static_cast<std::ptrdiff_t>(offset));
            return {};
        });
    return done ? Result<Data>(std::move(data)) : tl::unexpected(done.error());
}

//! Relative paths of all files with a suffix.
inline QStringList filesIn(const QString& folder, const QString& suffix = {})
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const auto path = files.next();
        if (path.endsWith(suffix)) {
            found.append(QDir(folder).relativeFilePath(path));
        }
    }
    found.sort();
    return found;
}

inline void copyFolder(const QString& from, const QString& to)
{
    for (const auto& file : filesIn(from)) {
        const QString target = to + QLatin1Char('/') + file;
        QVERIFY(QDir().mkpath(QFileInfo(target).path()));
        QVERIFY(QFile::copy(from + QLatin1Char('/') + file, target));
    }
}

inline void flipBit(const QString& path, qint64 at)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::ReadWrite), qPrintable(path));
    QVERIFY(at < file.size());
    QVERIFY(file.seek(at));
    char byte = 0;
    QVERIFY(file.getChar(&byte));
    QVERIFY(file.seek(at));
    QVERIFY(file.putChar(static_cast<char>(byte ^ 0x10)));
}

} // namespace valv::store::test
