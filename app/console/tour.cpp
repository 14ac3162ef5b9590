// SPDX-License-Identifier: GPL-3.0-or-later
#include "console/tour.h"

#include "console/console.h"
#include "console/shots.h"
#include "controls/table.h"
#include "core/whendone.h"
#include "frame/navigator.h"
#include "hypervisor/imagereader.h"
#include "presentation/app/language.h"
#include "presentation/stores/session.h"
#include "presentation/text/errortext.h"
#include "presentation/text/statuswords.h"
#include "shell/mainwindow.h"

#include <QCoreApplication>
#include <QDir>
#include <QLineEdit>
#include <QRadioButton>
#include <QtConcurrent>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <vector>

namespace valv::console {

using namespace std::chrono_literals;
using contract::JobOperation;
using contract::JobStatus;

namespace {

//! Restored file and the image that it must equal.
struct Pair
{
    QString name;
    QString source;
    QString restored;
};

constexpr std::uint64_t block = 1024 * 1024;

//! Nothing: the same size and the same bytes. Otherwise what differs.
std::optional<QString> difference(const Pair& pair)
{
    const auto source = hypervisor::openImage(pair.source.toStdString());
    if (!source) {
        return QString::fromStdString(source.error().message);
    }
    const auto restored = hypervisor::openImage(pair.restored.toStdString());
    if (!restored) {
        return QString::fromStdString(restored.error().message);
    }
    if ((*source)->capacity() != (*restored)->capacity()) {
        return QStringLiteral("%1 bytes instead of %2").arg((*restored)->capacity()).arg((*source)->capacity());
    }
    // Whatever either of them allocates is read from both; the rest is a hole in both.
    std::vector<hypervisor::Extent> extents = (*source)->extents();
    extents.insert(extents.end(), (*restored)->extents().begin(), (*restored)->extents().end());
    std::vector<std::byte> left(block);
    std::vector<std::byte> right(block);
    for (const auto& extent : extents) {
        for (std::uint64_t at = extent.offset; at < extent.offset + extent.length; at += block) {
            const auto size = static_cast<std::size_t>(std::min(block, extent.offset + extent.length - at));
            const auto a = (*source)->read(at, std::span(left).first(size));
            const auto b = (*restored)->read(at, std::span(right).first(size));
            if (!a || !b) {
                return QString::fromStdString(!a ? a.error().message : b.error().message);
            }
            if (std::memcmp(left.data(), right.data(), size) != 0) {
                return QStringLiteral("different bytes between %1 and %2").arg(at).arg(at + size);
            }
        }
    }
    return std::nullopt;
}

QStringList differences(const QList<Pair>& pairs)
{
    QStringList found;
    for (const auto& pair : pairs) {
        if (const auto what = difference(pair)) {
            found.append(pair.name + QStringLiteral(": ") + *what);
        }
    }
    return found;
}

} // namespace

Tour::Tour(Console& console, Options options, QObject* parent)
    : QObject(parent)
    , m_console(console)
    , m_options(std::move(options))
    , m_driver(console.window())
{
    connect(&m_console, &Console::connected, this, &Tour::connected);
    connect(&m_console, &Console::failed, this, [this](const Error& error) {
        fail(QString::fromStdString(error.message) + QLatin1Char(' ') + QString::fromStdString(error.target));
    });
    connect(&m_script, &Script::stepTaken, this, &Tour::say);
    connect(&m_script, &Script::failed, this, &Tour::fail);
}

void Tour::start()
{
    say(QStringLiteral("Data folder: ") + m_console.dataFolder(m_options.demo ? BackendChoice::Kind::Demo : BackendChoice::Kind::Folders));
    say(QStringLiteral("Pictures: ") + QDir(m_options.pictureFolder).absolutePath());
    if (!QDir().mkpath(m_options.pictureFolder)) {
        fail(QStringLiteral("The folder for the pictures can't be made: ") + m_options.pictureFolder);
        return;
    }
    m_console.window().resize(1440, 900);
    m_console.start();
}

void Tour::say(const QString& text)
{
    std::printf("%s\n", qPrintable(text));
    std::fflush(stdout);
}

void Tour::fail(const QString& reason)
{
    picture(QStringLiteral("failed"));
    std::fprintf(stderr, "valv: the tour failed: %s\n", qPrintable(reason));
    QCoreApplication::exit(1);
}

void Tour::picture(const QString& name)
{
    const auto file = QDir(m_options.pictureFolder)
                          .filePath(QStringLiteral("%1-%2.png").arg(++m_pictures, 2, 10, QLatin1Char('0')).arg(name));
    if (!saveShot(m_console.window(), file)) {
        std::fprintf(stderr, "valv: %s could not be written\n", qPrintable(file));
    }
}

bool Tour::onPage(const QString& page, const QString& part) const
{
    const auto route = m_console.window().navigator().current();
    return route.page == page && (part.isEmpty() || route.part == part);
}

void Tour::connected()
{
    m_script.add({ {},
                   [this] {
                       auto& vms = m_console.session()->virtualMachines();
                       if (vms.error() && !vms.hasLoaded()) {
                           m_script.fail(QString::fromStdString(vms.error()->message));
                           return false;
                       }
                       return vms.hasLoaded() && !vms.isBusy() && m_console.session()->items().hasLoaded()
                           && m_console.session()->vaults().hasLoaded();
                   },
                   [this] { plan(); } });
    m_script.run();
}

void Tour::plan()
{
    auto& vms = m_console.session()->virtualMachines();
    QString name = m_options.vmName.isEmpty() && m_options.demo ? QStringLiteral("vm-web-01") : m_options.vmName;
    for (int row = 0; row < vms.count(); ++row) {
        const auto& vm = vms.at(row).vm;
        const bool first = name.isEmpty() && (m_vmName.isEmpty() || vm.name.localeAwareCompare(m_vmName) < 0);
        if (first || vm.name.compare(name, Qt::CaseInsensitive) == 0) {
            m_vmName = vm.name;
            m_vm = vm.id;
        }
    }
    if (m_vmName.isEmpty()) {
        m_script.fail(name.isEmpty() ? QStringLiteral("There are no virtual machines.")
                                     : QStringLiteral("There is no virtual machine “%1”.").arg(name));
        return;
    }
    if (const auto& problem = vms.find(m_vm)->vm.problem) {
        m_script.fail(m_vmName + QStringLiteral(": ") + QString::fromStdString(problem->message));
        return;
    }
    m_script.add(QStringLiteral("The list of virtual machines: %1").arg(vms.count()), {},
                 [this] { picture(QStringLiteral("virtual-machines")); });
    m_script.add(QStringLiteral("Typing “%1” into the filter").arg(m_vmName), [this] { return m_driver.canUse(QStringLiteral("vms.filter")); },
                 [this] { m_driver.type(QStringLiteral("vms.filter"), m_vmName); });
    m_script.add(QStringLiteral("Opening %1").arg(m_vmName),
                 [this] {
                     auto* table = m_driver.find<views::Table>(QStringLiteral("vms"));
                     return table != nullptr && Driver::row(*table, 0, m_vmName).isValid();
                 },
                 [this] {
                     auto* table = m_driver.find<views::Table>(QStringLiteral("vms"));
                     m_driver.doubleClick(*table, Driver::row(*table, 0, m_vmName));
                 });
    m_script.add(QStringLiteral("Opening Backup"), [this] { return m_driver.canUse(QStringLiteral("vm.openBackup")); },
                 [this] {
                     picture(QStringLiteral("machine"));
                     m_driver.click(QStringLiteral("vm.openBackup"));
                 });
    m_script.add({}, [this] { return m_driver.canUse(QStringLiteral("enable.submit")) || m_driver.canUse(QStringLiteral("backupItem")); },
                 [this] {
                     if (m_driver.canUse(QStringLiteral("enable.submit"))) {
                         planEnabling();
                     }
                     planBackup();
                     planRestore();
                     planComparing();
                 });
}

void Tour::planEnabling()
{
    m_script.add({}, [this] { return m_driver.canUse(QStringLiteral("enable.policy")); },
                 [this] {
                     picture(QStringLiteral("enable-backup"));
                     const auto* existing = m_driver.find<QRadioButton>(QStringLiteral("enable.existingVault"));
                     say(existing != nullptr && existing->isChecked()
                             ? QStringLiteral("Using the vault that is chosen, with DefaultPolicy")
                             : QStringLiteral("Creating a new vault, with DefaultPolicy"));
                 });
    m_script.add(QStringLiteral("Enabling backup"), [this] { return m_driver.canUse(QStringLiteral("enable.submit")); },
                 [this] { m_driver.click(QStringLiteral("enable.submit")); });
    m_script.add({ {},
                   [this] {
                       if (m_driver.canUse(QStringLiteral("enable.failure"))) {
                           m_script.fail(QStringLiteral("Backup could not be enabled."));
                       }
                       return m_driver.canUse(QStringLiteral("backupItem"));
                   },
                   [this] {
                       say(QStringLiteral("%1 is protected; the first backup is pending").arg(m_vmName));
                       picture(QStringLiteral("item-pending"));
                   } });
}

void Tour::planBackup()
{
    m_script.add(QStringLiteral("Choosing Back up now"),
                 [this] {
                     const auto* row = m_console.session()->virtualMachines().find(m_vm);
                     return row != nullptr && row->item && m_console.session()->recoveryPoints(row->item->id).hasLoaded()
                         && m_driver.canCommand(QStringLiteral("item.backupNow"));
                 },
                 [this] {
                     const auto item = m_console.session()->virtualMachines().find(m_vm)->item->id;
                     m_points = m_console.session()->recoveryPoints(item).count();
                     m_driver.command(QStringLiteral("item.backupNow"));
                 });
    m_script.add(QStringLiteral("Keeping the point for 30 days; starting the backup"),
                 [this] { return m_driver.canUse(QStringLiteral("backupNow.submit")); },
                 [this] {
                     picture(QStringLiteral("back-up-now"));
                     m_driver.click(QStringLiteral("backupNow.submit"));
                 });
    m_script.add({}, [this] { return m_driver.find(QStringLiteral("backupNow")) == nullptr; },
                 [this] { m_console.window().navigator().open({ QStringLiteral("jobs"), {}, {} }); });
    m_script.add({ {}, [this] { return jobEnded(JobOperation::Backup); },
                   [this] {
                       const auto* job = m_console.session()->jobs().find(m_job);
                       const auto& format = m_console.language().format();
                       const auto figures = job->figures.value_or(contract::JobFigures());
                       say(QStringLiteral("Backed up: %1 read, %2 new, %3 stored")
                               .arg(format.size(static_cast<quint64>(figures.readBytes)),
                                    format.size(static_cast<quint64>(figures.changedBytes)),
                                    format.size(static_cast<quint64>(figures.storedBytes))));
                       picture(QStringLiteral("jobs"));
                       m_console.window().navigator().open({ QStringLiteral("virtualmachine"), m_vm.text(), QStringLiteral("backup") });
                   },
                   0ms });
}

void Tour::planRestore()
{
    m_script.add(QStringLiteral("The new recovery point is there; choosing Restore VM"),
                 [this] {
                     const auto* row = m_console.session()->virtualMachines().find(m_vm);
                     return row != nullptr && row->item
                         && m_console.session()->recoveryPoints(row->item->id).count() > m_points
                         && m_driver.canCommand(QStringLiteral("item.restore"));
                 },
                 [this] {
                     picture(QStringLiteral("item"));
                     m_job = ArmId();
                     m_driver.command(QStringLiteral("item.restore"));
                 });
    m_script.add(QStringLiteral("Restoring all disks as raw to %1").arg(QDir(m_options.restoreFolder).absolutePath()),
                 [this] {
                     return m_driver.canUse(QStringLiteral("restore.folder")) && m_driver.canUse(QStringLiteral("restore.submit"));
                 },
                 [this] {
                     m_driver.type(QStringLiteral("restore.folder"), QDir(m_options.restoreFolder).absolutePath());
                     picture(QStringLiteral("restore"));
                     m_driver.click(QStringLiteral("restore.submit"));
                 });
    m_script.add({}, [this] { return onPage(QStringLiteral("jobs")) || m_driver.canUse(QStringLiteral("restore.failure")); },
                 [this] {
                     if (onPage(QStringLiteral("jobs"))) {
                         return;
                     }
                     say(QStringLiteral("The folder has these files already: overwriting them, as asked for with --restore-to"));
                     picture(QStringLiteral("restore-asks"));
                     auto* bar = m_driver.find(QStringLiteral("restore.failure"));
                     for (auto* button : bar->findChildren<QAbstractButton*>()) {
                         if (button->isVisibleTo(bar)) {
                             m_driver.click(*button, button->rect().center());
                             break;
                         }
                     }
                 });
    m_script.add({}, [this] { return onPage(QStringLiteral("jobs")); }, [] {});
    m_script.add({ {}, [this] { return jobEnded(JobOperation::Restore); },
                   [this] {
                       say(QStringLiteral("Restored"));
                       picture(QStringLiteral("restored"));
                   },
                   0ms });
}

void Tour::planComparing()
{
    m_script.add({ QStringLiteral("Comparing the restored disks with their sources"), {},
                   [this] {
                       QList<Pair> pairs;
                       for (const auto& disk : m_console.session()->virtualMachines().find(m_vm)->vm.disks) {
                           pairs.append({ disk.name, disk.path,
                                          QDir(m_options.restoreFolder).filePath(disk.name + QStringLiteral(".raw")) });
                       }
                       whenDone(QtConcurrent::run(differences, pairs), this,
                                [this](const QStringList& found) { m_differing = found; });
                   } });
    m_script.add({ {}, [this] { return m_differing.has_value(); },
                   [this] {
                       const auto disks = m_console.session()->virtualMachines().find(m_vm)->vm.disks.size();
                       if (!m_differing->isEmpty()) {
                           m_script.fail(m_differing->join(QStringLiteral("; ")));
                           return;
                       }
                       say(disks == 1
                               ? QStringLiteral("The disk is byte for byte the same as its source.")
                               : QStringLiteral("All %1 disks are byte for byte the same as their sources.").arg(disks));
                       QCoreApplication::exit(0);
                   },
                   0ms });
}

bool Tour::jobEnded(JobOperation operation)
{
    const auto& jobs = m_console.session()->jobs();
    if (m_job.isEmpty()) {
        const auto* row = m_console.session()->virtualMachines().find(m_vm);
        if (row == nullptr || !row->item) {
            return false;
        }
        const auto* latest = jobs.latestOf(row->item->id);
        if (latest == nullptr || !(latest->operation == operation)) {
            return false;
        }
        m_job = latest->id;
    }
    const auto* job = jobs.find(m_job);
    if (job == nullptr || job->isRunning()) {
        return false;
    }
    if (job->status == JobStatus::Completed || job->status == JobStatus::CompletedWithWarnings) {
        return true;
    }
    QString why = presentation::StatusWords::of(job->status);
    if (!job->errors.isEmpty()) {
        why += QStringLiteral(": ") + job->errors.constFirst().code + QStringLiteral(" – ") + job->errors.constFirst().message;
    }
    m_script.fail(why);
    return false;
}

} // namespace valv::console
