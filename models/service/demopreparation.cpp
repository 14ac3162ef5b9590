// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/datetime.h"
#include "engine/engine.h"
#include "hypervisor/demoestate.h"
#include "service/demohistory.h"
#include "service/demoplot.h"
#include "service/pacedsource.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QTimeZone>

#include <algorithm>

namespace valv::service {
namespace {

constexpr std::uint64_t demoSeed = 20181219;

constexpr QLatin1String markName("demo-estate");
constexpr const char* beingMade = "being made\n";
constexpr const char* made = "made\n";

//! What engine and demo leave in a data folder; a certificate or a token beside them is not theirs.
QStringList contents(const QDir& folder)
{
    auto names = folder.entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System);
    names.removeIf([](const QString& name) {
        return !name.startsWith(QLatin1String("catalogue")) && name != QLatin1String("vaults")
            && name != QLatin1String("keys") && name != QLatin1String("estate");
    });
    return names;
}

Result<void> write(const QString& path, const QByteArray& text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(text) != text.size() || !file.flush()) {
        return failure("DataFolderUnwritable", file.errorString().toStdString(), path.toStdString());
    }
    return {};
}

Result<void> removeRemains(const QDir& folder)
{
    for (const auto& name : contents(folder)) {
        const auto path = folder.filePath(name);
        if (!(QFileInfo(path).isDir() ? QDir(path).removeRecursively() : QFile::remove(path))) {
            return failure("DataFolderUnwritable", "What is left of a demo that was cut off cannot be removed.",
                           path.toStdString());
        }
    }
    return {};
}

QDateTime localTime(Instant at)
{
    static const auto zone = demoTimeZone();
    return toDateTime(at).toTimeZone(zone);
}

//! At night a VM waits for its turn; by day it is taken at once.
Instant turnAtNight(const std::string& vm, Instant now)
{
    const auto vms = demoVms();
    const auto name = QString::fromStdString(vm);
    const auto found = std::find_if(vms.begin(), vms.end(), [&name](const DemoVm& v) { return v.name == name; });
    const auto local = localTime(now);
    if (found == vms.end() || local.time() < QTime(22, 30)) {
        return now;
    }
    return toInstant(fromWallClock(local.date(), found->time, local.timeZone()));
}

Result<void> makeAll(const QString& dataFolder)
{
    const auto estate = demoEstateFolder(dataFolder);
    if (auto there = hypervisor::makeDemoEstate(estate); !there) {
        return there;
    }
    const auto clock = std::make_shared<ManualClock>(hypervisor::demoNow() - std::chrono::days(90));
    Pace pace;
    pace.turn = turnAtNight;
    pace.mishap = [&estate](const std::string& vm, Instant now) {
        const auto plan = demoMishap();
        const bool then = plan.vm.toStdString() == vm && localTime(now).date() == plan.date;
        return then ? estate + "/" + plan.image.toStdString() : std::string();
    };
    engine::Options options;
    options.dataFolder = dataFolder;
    options.clock = clock;
    options.ids = std::make_shared<SequenceIds>(demoSeed);
    options.subscriptionName = demoSubscriptionName();
    options.timeZone = demoTimeZone();
    options.tellsSpace = false;
    options.sources.push_back(makePacedSource(hypervisor::makeDemoSource(estate), *clock, pace));
    options.workers = 1;
    options.packingThreads = 1;
    const auto engine = engine::Engine::open(std::move(options));
    return engine ? makeDemoHistory(**engine, *clock, estate, &pace.start) : tl::unexpected(engine.error());
}

} // namespace

std::string demoEstateFolder(const QString& dataFolder)
{
    return QDir(QDir(dataFolder).absolutePath()).filePath(QStringLiteral("estate")).toStdString();
}

QString demoSubscriptionName()
{
    return QStringLiteral("Nordvik – Produktion");
}

QTimeZone demoTimeZone()
{
    return QTimeZone("Europe/Stockholm");
}

Result<void> prepareDemo(const QString& dataFolder)
{
    const QDir folder(QDir(dataFolder).absolutePath());
    const bool existed = folder.exists();
    if (!folder.mkpath(QStringLiteral("."))) {
        return failure("DataFolderUnwritable", "The data folder can't be made.", dataFolder.toStdString());
    }
    if (!existed) {
        QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    QLockFile lock(folder.filePath(markName + QStringLiteral(".lock")));
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0)) {
        return failure("DataFolderInUse", "Another program is using the data folder.", dataFolder.toStdString());
    }
    const auto mark = folder.filePath(markName);
    QFile file(mark);
    const auto state = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    file.close();
    if (state == made) {
        return hypervisor::makeDemoEstate(demoEstateFolder(dataFolder));
    }
    if (state.isEmpty() && !contents(folder).isEmpty()) {
        return failure("DemoFolderInUse", "The data folder holds an engine's data that is no demo.",
                       dataFolder.toStdString(), "Choose another data folder for the demo.");
    }
    if (auto cleared = removeRemains(folder); !cleared) {
        return cleared;
    }
    if (auto begun = write(mark, beingMade); !begun) {
        return begun;
    }
    if (auto all = makeAll(dataFolder); !all) {
        return all;
    }
    return write(mark, made);
}

} // namespace valv::service
