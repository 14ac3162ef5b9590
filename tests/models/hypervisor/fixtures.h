// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "hypervisor/vmsource.h"

#include <QByteArray>
#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTest>

#include <cstring>
#include <string>

//! What the tests of this room share: images of known bytes.
namespace fixtures {

constexpr qint64 kibibyte = 1024;
constexpr qint64 mebibyte = 1024 * 1024;

//! Bytes that no format takes for holes, the same for the same seed.
inline QByteArray bytes(qint64 size, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray out(size, Qt::Uninitialized);
    random.fillRange(reinterpret_cast<quint32*>(out.data()), size / 4);
    return out;
}

//! A sparse disk of 24 MiB and a bit: data at the beginning, in the middle, and up to the very end.
inline QByteArray diskContent(quint32 seed = 1)
{
    QByteArray out(24 * mebibyte + 64 * kibibyte, '\0');
    const auto put = [&out, seed](qint64 at, qint64 size) {
        out.replace(at, size, bytes(size, seed + quint32(at / 512)));
    };
    put(0, 100 * kibibyte);
    put(5 * mebibyte + 4 * kibibyte, 3 * mebibyte);
    put(17 * mebibyte, 4 * kibibyte);
    put(out.size() - 20 * kibibyte, 20 * kibibyte);
    return out;
}

inline void write(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(content), qint64(content.size()));
}

//! Writes only what is not zero, so that the file has holes.
inline void writeSparse(const QString& path, const QByteArray& content)
{
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly | QIODevice::Truncate), qPrintable(path));
    constexpr qint64 block = 4096;
    for (qint64 at = 0; at < content.size(); at += block) {
        const auto piece = QByteArray::fromRawData(content.constData() + at, std::min(block, content.size() - at));
        if (piece.count('\0') != piece.size()) {
            QVERIFY(file.seek(at));
            QCOMPARE(file.write(piece), qint64(piece.size()));
        }
    }
    QVERIFY(file.resize(content.size()));
}

inline bool haveQemu()
{
    return !QStandardPaths::findExecutable(QStringLiteral("qemu-img")).isEmpty()
        && !QStandardPaths::findExecutable(QStringLiteral("qemu-nbd")).isEmpty();
}

inline bool run(const QString& program, const QStringList& arguments)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit || process.exitCode() != 0) {
        qWarning().noquote() << program << arguments << process.errorString() << process.readAll();
        return false;
    }
    return true;
}

inline std::string text(const QString& string)
{
    return string.toStdString();
}

//! Reads by extents only, as a backup does; what no extent covers is zeros.
template <typename Read>
QByteArray readByExtents(std::uint64_t capacity, const std::vector<valv::hypervisor::Extent>& extents, Read read)
{
    QByteArray out(qint64(capacity), '\0');
    std::uint64_t last = 0;
    for (const auto& extent : extents) {
        if (extent.offset < last || extent.offset % (64 * 1024) != 0 || extent.length == 0
            || extent.offset + extent.length > capacity) {
            qWarning() << "bad extent" << extent.offset << extent.length;
            return {};
        }
        last = extent.offset + extent.length;
        const auto got =
            read(extent.offset, std::as_writable_bytes(std::span(out.data() + extent.offset, extent.length)));
        if (!got) {
            qWarning() << got.error().code.c_str() << got.error().message.c_str();
            return {};
        }
    }
    return out;
}

} // namespace fixtures

//! The code of a result's error; "" when it went well.
template <typename R>
QString codeOf(const R& result)
{
    return result ? QString() : QString::fromStdString(result.error().code);
}
