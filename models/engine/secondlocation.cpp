// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/secondlocation.h"

#include "engine/faults.h"
#include "store/folderblobstore.h"
#include "store/vault.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace valv::engine {

namespace {

Fault refused(const char* code, const QString& words)
{
    return invalidInput(words, QStringLiteral("secondLocation"), QString::fromLatin1(code));
}

//! The path as it really is, also when its last parts are not there yet.
QString realPath(const QString& path)
{
    const auto clean = QDir::cleanPath(path);
    for (QFileInfo there(clean); !there.isRoot(); there = QFileInfo(there.absolutePath())) {
        if (const auto real = there.canonicalFilePath(); !real.isEmpty()) {
            return QDir::cleanPath(real + clean.mid(there.absoluteFilePath().size()));
        }
    }
    return clean;
}

bool isWithin(const QString& inner, const QString& outer)
{
    return inner == outer || inner.startsWith(outer.endsWith(QLatin1Char('/')) ? outer : outer + QLatin1Char('/'));
}

bool overlap(const QString& a, const QString& b)
{
    return isWithin(a, b) || isWithin(b, a);
}

std::optional<dev_t> deviceOf(const QString& path)
{
    struct stat status = {};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? std::optional(status.st_dev) : std::nullopt;
}

//! Is a file written there really there?
Result<> tryToWrite(const QString& folder)
{
    const auto probe = QFile::encodeName(folder + QStringLiteral("/.valv-probe-XXXXXX"));
    std::string path(probe.constData(), static_cast<std::size_t>(probe.size()));
    const int fd = ::mkstemp(path.data());
    const int code = errno;
    if (fd >= 0) {
        ::close(fd);
        ::unlink(path.c_str());
        return {};
    }
    return refused("ValSecondLocationNoPermission",
                   QStringLiteral("The folder %1 cannot be written to (%2).")
                       .arg(folder, QString::fromLocal8Bit(std::strerror(code))));
}

} // namespace

Result<SecondLocation> checkSecondLocation(const Context& context, const VaultRecord& vault, const QString& given)
{
    if (!QDir::isAbsolutePath(given) || given.contains(QChar(0)) || given.contains(QLatin1Char('\n'))) {
        return refused("ValSecondLocationPath",
                       QStringLiteral("The path of the second location must be absolute, as /mnt/second is."));
    }
    SecondLocation second;
    second.folder = realPath(given);
    const auto firstFolder = vault.folder.isEmpty() ? context.dataFolder : vault.folder;
    for (const auto& other : {context.dataFolder, firstFolder}) {
        if (overlap(second.folder, realPath(other))) {
            return refused("ValSecondLocationOverlaps",
                           QStringLiteral("The second location %1 and the folder %2 lie within one another: what takes "
                                          "one takes both.")
                               .arg(second.folder, other));
        }
    }
    const auto records = vaultRecords(*context.catalogue);
    if (!records) {
        return Fault(records.error());
    }
    for (const auto& other : *records) {
        for (const auto& taken : {other.folder, other.secondFolder}) {
            if (other.id != vault.id && !taken.isEmpty() && overlap(second.folder, QDir::cleanPath(taken))) {
                return refused("ValSecondLocationTaken",
                               QStringLiteral("The vault %1 is, or is copied, in %2.").arg(other.vault.name, taken));
            }
        }
    }
    const auto path = QFile::encodeName(second.folder);
    if (::mkdir(path.constData(), 0700) != 0 && errno != EEXIST) {
        const int code = errno;
        return refused(code == EACCES || code == EPERM || code == EROFS ? "ValSecondLocationNoPermission"
                                                                        : "ValSecondLocationMissing",
                       QStringLiteral("The folder %1 is not there and cannot be made (%2).")
                           .arg(second.folder, QString::fromLocal8Bit(std::strerror(code))));
    }
    if (!QFileInfo(second.folder).isDir()) {
        return refused("ValSecondLocationMissing", QStringLiteral("%1 is no folder.").arg(second.folder));
    }
    if (!QFileInfo(second.folder).isReadable()) {
        return refused("ValSecondLocationNoPermission",
                       QStringLiteral("The folder %1 cannot be read.").arg(second.folder));
    }
    if (auto written = tryToWrite(second.folder); !written) {
        return Fault(written.error());
    }
    const auto identity = store::Vault::identify(second.folder.toStdString());
    const bool ours = identity && !vault.id.isEmpty() && QString::fromStdString(identity->id) == vault.id;
    auto entries = QDir(second.folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    entries.removeAll(QStringLiteral("lost+found")); // the root of a file system of its own
    if (QFileInfo(second.folder + QStringLiteral("/lock")).size() == 0) {
        entries.removeAll(QStringLiteral("lock")); // a copy that was given up before it began
    }
    if (QDir(second.folder + QStringLiteral("/tmp")).isEmpty()) {
        entries.removeAll(QStringLiteral("tmp"));
    }
    if (!ours && !entries.isEmpty()) {
        return refused("ValSecondLocationNotEmpty",
                       identity ? QStringLiteral("There is another vault in the folder %1.").arg(second.folder)
                                : QStringLiteral("The folder %1 is not empty.").arg(second.folder));
    }
    second.sameDisk =
        deviceOf(second.folder) == deviceOf(QFileInfo::exists(firstFolder) ? firstFolder : context.dataFolder);
    return second;
}

} // namespace valv::engine
