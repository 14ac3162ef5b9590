// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/restorework.h"

#include "contract/rules.h"
#include "engine/alerts.h"
#include "engine/diskwriter.h"
#include "engine/faults.h"
#include "engine/points.h"
#include "engine/wire_p.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>
#include <future>

namespace valv::engine {

using contract::RecoveryType;
using contract::TaskStatus;

namespace {

constexpr qsizetype createTask = 1;

//! A disk's name as a file name without extension: "os.qcow2" becomes "os".
QString fileName(const std::string& disk)
{
    auto name = QString::fromStdString(disk);
    name.replace(QLatin1Char('/'), QLatin1Char('-'));
    for (const auto* extension : {".raw", ".img", ".qcow2", ".vmdk", ".vdi", ".vhdx", ".vhd"}) {
        const QLatin1String end(extension);
        if (name.size() > end.size() && name.endsWith(end, Qt::CaseInsensitive)) {
            name.chop(end.size());
            break;
        }
    }
    return name.startsWith(QLatin1Char('.')) ? QStringLiteral("disk") + name : name;
}

std::vector<std::string> pathsOf(const std::vector<RestoreDisk>& disks)
{
    std::vector<std::string> paths;
    for (const auto& disk : disks) {
        paths.push_back(disk.path);
    }
    return paths;
}

//! Not of what is restored to, and nobody stopped it.
bool isOfTheVault(const Error& error)
{
    return error.code != CancelledCode && error.code.rfind("ValvRestore", 0) != 0;
}

bool isDamage(const Error& error)
{
    return error.code == "ChunkDamaged" || error.code == "PointDamaged";
}

hypervisor::Disk diskOf(const store::DiskHeader& header)
{
    hypervisor::Disk disk;
    disk.name = header.name;
    disk.lun = header.osDisk ? -1 : header.lun;
    disk.os = header.osDisk;
    disk.format = header.format;
    disk.capacity = header.capacity;
    return disk;
}

contract::RestoreCheck checkOf(const char* name, const Result<>& result, const QString& target)
{
    contract::RestoreCheck check;
    check.check = QString::fromLatin1(name);
    check.target = target;
    check.state = result ? contract::CheckState::Passed : contract::CheckState::Failed;
    if (!result) {
        // The precise reason, where a request is refused in general words.
        const auto& error = result.error().details.empty() ? result.error() : result.error().details.front();
        check.code = QString::fromStdString(error.code);
        check.message = QString::fromStdString(error.message);
        check.action = QString::fromStdString(error.action);
    }
    return check;
}

contract::RestoreCheck spaceOf(const TargetReport& report, std::uint64_t needed, const QString& folder)
{
    auto check = checkOf("TargetSpace", report.space, folder);
    check.neededBytes = static_cast<qint64>(needed);
    check.freeBytes = static_cast<qint64>(report.freeBytes);
    return check;
}

} // namespace

Result<RestoreWork::Plan> RestoreWork::find(const ArmId& id, const contract::RestoreRequest& request) const
{
    const auto found = m_context.item(id);
    if (!found) {
        return Fault(found.error());
    }
    Plan plan;
    plan.vault = found->vault;
    plan.item = found->item;
    if (plan.item.deletedAt) {
        return fault(QStringLiteral("ItemSoftDeleted"),
                     QStringLiteral("The item is soft-deleted.\r\nUndelete it first."), plan.item.vmName,
                     QStringLiteral("Undelete it first."));
    }
    const auto pointName = id.value(u"recoveryPoints");
    const auto points = m_context.vaults->points(plan.vault, plan.item.nameKey());
    if (!points) {
        return Fault(points.error());
    }
    const auto point = std::find_if(points->begin(), points->end(), [&](const store::PointInfo& p) {
        return !p.damaged && QString::fromStdString(p.header.id) == pointName;
    });
    if (point == points->end()) {
        return objectNotFound(QStringLiteral("recovery point"), pointName);
    }
    plan.point = *point;
    for (const auto& disk : plan.point.disks) {
        const bool chosen = !request.diskLuns || disk.header.osDisk || request.diskLuns->contains(disk.header.lun);
        if (chosen) {
            plan.disks.push_back(disk.header);
            plan.bytes += disk.dataBytes;
        }
    }
    return plan;
}

Result<Accepted> RestoreWork::start(const ArmId& id, const contract::RestoreRequest& request)
{
    const std::lock_guard lock(m_context.changing);
    const auto found = find(id, request);
    if (!found) {
        return Fault(found.error());
    }
    Plan plan = *found;
    auto job = m_context.newJob(plan.vault, plan.item, contract::JobOperation::Restore, true);
    job.request = {{QStringLiteral("point"), id.text()}, {QStringLiteral("body"), request.toJson()}};
    auto& bag = job.job.propertyBag;
    bag.remove(QStringLiteral("VM Name"));
    bag.insert(QStringLiteral("Recovery point time "), usDate(toDateTime(plan.point.header.time)));
    QStringList tasks{QStringLiteral("Transfer data from vault")};
    Result<> planned;
    if (request.type == RecoveryType::RestoreDisks) {
        planned = planDisks(plan, request);
        if (planned) {
            planned = checkRestoreTargets(pathsOf(targets(plan)), plan.bytes, plan.overwrite);
        }
        bag.insert(QStringLiteral("Job Type"), QStringLiteral("Recover disks"));
        bag.insert(QStringLiteral("Target VM Name"), QStringLiteral("vmName"));
        bag.insert(QStringLiteral("Target folder"), plan.folder);
        if (!request.storageAccountId.isEmpty()) {
            bag.insert(QStringLiteral("Target Storage Account Name"), request.storageAccountId.name());
        }
        job.job.resultFolder = plan.folder;
    } else if (request.type == RecoveryType::AlternateLocation) {
        planned = planNewVm(plan, request);
        bag.insert(QStringLiteral("Job Type"), QStringLiteral("Recover VM to an alternate location"));
        bag.insert(QStringLiteral("Original VM Name"), plan.item.vmName);
        bag.insert(QStringLiteral("Target VM Name"), plan.newName);
        bag.insert(QStringLiteral("Target resource group"), plan.newGroup);
        tasks.append(QStringLiteral("Create the restored virtual machine"));
    } else if (request.type == RecoveryType::OriginalLocation) {
        planned =
            invalidInput(QStringLiteral("Replacing the disks of an existing virtual machine is not supported yet."),
                         QStringLiteral("recoveryType"), QStringLiteral("NotSupportedHere"));
    } else {
        planned = invalidInput(QStringLiteral("The recovery type '%1' is not known.").arg(request.type.text()),
                               QStringLiteral("recoveryType"));
    }
    if (!planned) {
        return Fault(planned.error());
    }
    job.job.internalBag.insert(QStringLiteral("restoreLocationType"), request.type.text());
    for (const auto& task : tasks) {
        contract::JobTask entry;
        entry.taskId = task;
        entry.status = TaskStatus::NotStarted;
        job.job.tasks.append(entry);
    }
    job.job.progress = 0;
    const bool disksOnly = request.type == RecoveryType::RestoreDisks;
    auto operation = m_context.newOperation(plan.vault.id, job.job.name);
    operation.id = job.job.name; // for a restore they are equal
    const auto name = job.job.name;
    auto started = m_context.runner->start(
        std::move(job), false,
        [this, plan, disksOnly](LiveJob& live) { return disksOnly ? runDisks(plan, live) : runNewVm(plan, live); },
        [this, plan](Catalogue::Writer& writer, const contract::BackupJob& ended) {
            return writeAlerts(writer, plan, ended);
        },
        [&operation](Catalogue::Writer& writer) { return saveOperation(writer, operation); });
    if (!started) {
        return Fault(started.error());
    }
    return Accepted{operation.id, name};
}

Result<Accepted> RestoreWork::again(const JobRecord& failed)
{
    const auto point = ArmId::parse(failed.request.value(QLatin1String("point")).toString());
    auto request = contract::RestoreRequest::fromJson(failed.request.value(QLatin1String("body")).toObject());
    if (!point || !request) {
        return fault(QStringLiteral("JobNotRetryable"), QStringLiteral("What this job was asked for is not known."),
                     failed.job.name, QStringLiteral("Start the restore from its recovery point."));
    }
    return start(*point, *request);
}

Result<> RestoreWork::writeAlerts(Catalogue::Writer& writer, const Plan& plan, const contract::BackupJob& job) const
{
    if (job.status == contract::JobStatus::Failed) {
        const auto error = job.errors.isEmpty() ? contract::JobError() : job.errors.first();
        return raiseAlert(m_context, writer,
                          {alert::restoreFailed,
                           &plan.vault,
                           &plan.item,
                           job.name,
                           {{QStringLiteral("error"), error.code}, {QStringLiteral("message"), error.message}}});
    }
    return job.status == contract::JobStatus::Cancelled
        ? Result<>()
        : resolveAlerts(m_context, writer, {alert::restoreFailed}, plan.vault, &plan.item);
}

std::vector<RestoreDisk> RestoreWork::targets(const Plan& plan) const
{
    std::vector<RestoreDisk> all;
    const auto extension = plan.format == QLatin1String("qcow2") ? QStringLiteral(".qcow2") : QStringLiteral(".raw");
    QSet<QString> taken;
    for (const auto& disk : plan.disks) {
        const auto stem = fileName(disk.name);
        auto file = stem;
        for (int i = 2; taken.contains(file); ++i) {
            file = stem + QStringLiteral("-%1").arg(i);
        }
        taken.insert(file);
        all.push_back({disk.name, QDir(plan.folder).filePath(file + extension).toStdString()});
    }
    return all;
}

Result<> RestoreWork::planDisks(Plan& plan, const contract::RestoreRequest& request) const
{
    plan.format = request.format.isEmpty() ? QStringLiteral("raw") : request.format.toLower();
    if (plan.format != QLatin1String("raw") && plan.format != QLatin1String("qcow2")) {
        return invalidInput(QStringLiteral("Disks can be restored as raw or qcow2, not as %1.").arg(request.format),
                            QStringLiteral("format"));
    }
    plan.overwrite = request.overwrite;
    plan.folder = request.targetFolder;
    if (plan.folder.isEmpty() && !request.storageAccountId.isEmpty()) {
        // A place named as a storage account is a folder of that name among the engine's own.
        const auto stamp = toDateTime(plan.point.header.time).toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
        plan.folder = QDir(m_context.dataFolder)
                          .filePath(QStringLiteral("restored/%1/%2-%3")
                                        .arg(fileName(request.storageAccountId.name().toStdString()),
                                             fileName(plan.item.vmName.toStdString()), stamp));
    }
    if (plan.folder.isEmpty()) {
        return invalidInput(QStringLiteral("Choose a folder to restore to."), QStringLiteral("targetFolder"),
                            QStringLiteral("ValStagingRequired"));
    }
    plan.folder = QDir::cleanPath(plan.folder);
    return {};
}

Result<> RestoreWork::planNewVm(Plan& plan, const contract::RestoreRequest& request) const
{
    plan.newName = request.targetVirtualMachineId.name();
    plan.newGroup = request.targetResourceGroupId.resourceGroup();
    if (plan.newGroup.isEmpty()) {
        plan.newGroup = request.targetVirtualMachineId.resourceGroup();
    }
    if (plan.newGroup.isEmpty()) {
        plan.newGroup = plan.item.group;
    }
    const auto origin = originOf(plan.point.header);
    const auto violation = contract::checkVmName(plan.newName, origin.vm.os == hypervisor::OsType::Windows);
    if (violation) {
        return invalidInput(contract::inEnglish(*violation), QStringLiteral("targetVirtualMachineId"), violation->code);
    }
    if (const auto group = contract::checkResourceGroupName(plan.newGroup)) {
        return invalidInput(contract::inEnglish(*group), QStringLiteral("targetResourceGroupId"), group->code);
    }
    const auto vms = m_context.inventory->list();
    for (qsizetype i = 0; vms && i < vms->size(); ++i) {
        if (keyOf(vms->id(i).name()) == keyOf(plan.newName)) {
            return invalidInput(QStringLiteral("There is already a VM with this name."),
                                QStringLiteral("targetVirtualMachineId"), QStringLiteral("ValVmNameTaken"));
        }
    }
    return {};
}

Result<contract::RestoreValidation> RestoreWork::validate(const ArmId& id,
                                                          const contract::RestoreRequest& request) const
{
    std::optional<Plan> plan;
    {
        const std::lock_guard lock(m_context.changing);
        auto found = find(id, request);
        if (!found) {
            return Fault(found.error());
        }
        plan = std::move(*found);
    }
    contract::RestoreValidation validation;
    // It was listed: the vault was opened with its key, and the point's manifest is whole.
    validation.checks.append(checkOf("RecoveryPoint", {}, plan->item.vmName));
    if (request.type == RecoveryType::RestoreDisks) {
        if (const auto planned = planDisks(*plan, request); !planned) {
            validation.checks.append(checkOf("TargetFolder", planned, request.targetFolder));
            return validation;
        }
        const auto report = lookAtTargets(pathsOf(targets(*plan)), plan->bytes);
        auto folder = checkOf("TargetFolder", report.folder ? report.files : report.folder, plan->folder);
        if (report.folder && !report.files) {
            folder.state = contract::CheckState::Warning; // it can be agreed to
        }
        validation.checks.append(folder);
        validation.checks.append(spaceOf(report, plan->bytes, plan->folder));
    } else if (request.type == RecoveryType::AlternateLocation) {
        validation.checks.append(checkOf("TargetName", planNewVm(*plan, request), plan->newName));
        // A new machine stands beside the one that it is like.
        const auto original = m_context.inventory->find(plan->item.sourceId);
        if (original && *original && !(*original)->vm.disks.empty()) {
            const auto& path = (*original)->vm.disks.front().path;
            validation.checks.append(spaceOf(lookAtTargets({path}, plan->bytes), plan->bytes,
                                             QFileInfo(QString::fromStdString(path)).path()));
        }
    } else {
        return invalidInput(QStringLiteral("A restore of the kind '%1' can't be looked at.").arg(request.type.text()),
                            QStringLiteral("recoveryType"));
    }
    return validation;
}

Result<> RestoreWork::transfer(const Plan& plan, const std::vector<RestoreDisk>& disks, LiveJob& live) const
{
    QStringList leftovers;
    for (const auto& disk : disks) {
        leftovers.append(QString::fromStdString(PartialFile::partialPath(disk.path)));
    }
    live.setLeftovers(leftovers);
    constexpr qsizetype transferTask = 0;
    live.beginTask(transferTask);
    const auto saved = live.snapshot();
    auto written = m_context.catalogue->write([&saved](Catalogue::Writer& writer) { return saveJob(writer, saved); });
    if (!written) {
        return written;
    }
    const OpenVault first = [&] { return m_context.vaults->open(plan.vault); };
    const OpenVault second = [&] { return m_context.vaults->openSecond(plan.vault); };
    store::PointReader::Elsewhere missed;
    auto done = transferFrom(first, second, plan, disks, live, missed);
    if (missed.chunks > 0 || !missed.files.empty() || (!done && isDamage(done.error()))) {
        m_context.checker->suspect(plan.vault.id, missed.files);
    }
    if (done) {
        if (missed.chunks > 0) {
            tellSecond(plan,
                       QStringLiteral("What is damaged in the first location of the vault was read from the "
                                      "second location %1.")
                           .arg(plan.vault.secondFolder),
                       live);
        }
        return done;
    }
    if (plan.vault.secondFolder.isEmpty() || !isOfTheVault(done.error())) {
        return done;
    }
    // The first location is lost, or what it says of the point is damaged: that is what there is a second for.
    live.progress.read = 0;
    if (auto again = transferFrom(second, first, plan, disks, live, missed); !again) {
        if (!isOfTheVault(again.error())) {
            return again;
        }
        auto error = done.error();
        error.message += " The second location does not help: " + again.error().message;
        return Fault(error);
    }
    tellSecond(plan,
               QStringLiteral("The first location of the vault could not be read, so the data was read from the "
                              "second location %1. %2")
                   .arg(plan.vault.secondFolder, QString::fromStdString(done.error().message)),
               live);
    return {};
}

void RestoreWork::tellSecond(const Plan& plan, const QString& words, LiveJob& live) const
{
    live.change([&plan](contract::BackupJob& job) {
        job.propertyBag.insert(QStringLiteral("Read from"), plan.vault.secondFolder);
    });
    live.warn({510064,
               QStringLiteral("ValvReadSecondLocation"),
               words,
               {QStringLiteral("Look at what the check of the vault says. If its first location is lost, attach the "
                               "second location in its place.")}});
}

Result<> RestoreWork::transferFrom(const OpenVault& one, const OpenVault& other, const Plan& plan,
                                   const std::vector<RestoreDisk>& disks, LiveJob& live,
                                   store::PointReader::Elsewhere& missed) const
{
    const auto vault = one();
    if (!vault) {
        return Fault(vault.error());
    }
    auto reader = (*vault)->openPoint(plan.point.header.id, other);
    if (!reader) {
        return Fault(reader.error());
    }
    auto done =
        runRestore({**reader, disks, plan.format.toStdString(), plan.overwrite}, live.progress, live.stopToken());
    missed = (*reader)->elsewhere();
    if (!done && isDamage(done.error())) {
        auto error = done.error(); // name what a person knows: the point by its time, the disk by its name
        error.message = "Point " + toIso(toDateTime(plan.point.header.time)).toStdString() + ", disk " + error.target
            + ": " + error.message;
        return Fault(error);
    }
    return done;
}

Result<> RestoreWork::runDisks(const Plan& plan, LiveJob& live) const
{
    return transfer(plan, targets(plan), live);
}

Result<> RestoreWork::runNewVm(const Plan& plan, LiveJob& live) const
{
    auto* source = m_context.inventory->firstSource();
    if (const auto original = m_context.inventory->find(plan.item.sourceId); original && *original) {
        source = (*original)->source;
    }
    if (source == nullptr) {
        return failure("NotSupported", "There is no source that a new VM could be made in.");
    }
    hypervisor::NewVm wanted;
    wanted.name = plan.newName.toStdString();
    wanted.resourceGroup = plan.newGroup.toStdString();
    wanted.like = originOf(plan.point.header).vm;
    for (const auto& disk : plan.disks) {
        wanted.like.disks.push_back(diskOf(disk));
    }
    auto place = source->prepare(wanted);
    if (!place) {
        return Fault(place.error());
    }
    std::vector<RestoreDisk> disks;
    for (const auto& disk : plan.disks) {
        disks.push_back({disk.name, (*place)->pathFor(diskOf(disk))});
    }
    if (auto moved = transfer(plan, disks, live); !moved) {
        return moved;
    }
    live.beginTask(createTask);
    live.setLeftovers({});
    auto published = (*place)->publish();
    if (!published) {
        return Fault(published.error());
    }
    live.change([&](contract::BackupJob& job) { job.resultFolder = QString::fromStdString((*place)->folder()); });
    // The job ends when the VM is in the list, so that it can be looked at at once.
    const auto listed = std::make_shared<std::promise<void>>();
    auto ready = listed->get_future();
    m_context.inventory->refresh([listed](const Result<>&) { listed->set_value(); });
    ready.wait();
    return {};
}

} // namespace valv::engine
