// SPDX-License-Identifier: GPL-3.0-or-later
#include "contract/virtualmachine.h"

#include "contract/json_p.h"

namespace valv::contract {
namespace {

constexpr QLatin1String storageProfile("storageProfile");
constexpr QLatin1String hardwareProfile("hardwareProfile");
constexpr QLatin1String osProfile("osProfile");
constexpr QLatin1String instanceView("instanceView");
constexpr QLatin1String vmAgent("vmAgent");
constexpr QLatin1String statuses("statuses");
constexpr QLatin1String osDisk("osDisk");
constexpr QLatin1String dataDisks("dataDisks");
constexpr qint64 gibibyte = qint64{1} << 30;

VmDisk diskFrom(const Reader& reader, bool os)
{
    VmDisk disk;
    disk.os = os;
    disk.name = reader.text(QLatin1String("name"));
    disk.lun = os ? -1 : reader.integer(QLatin1String("lun"), -1);
    disk.capacityBytes = reader.number(QLatin1String("diskSizeGB")) * gibibyte;
    return disk;
}

//! What ARM has no member for stands in properties.valv.disks, matched by lun (the OS disk has none).
void addOurs(VmDisk& disk, const QList<Reader>& ours)
{
    for (const auto& reader : ours) {
        if (reader.integer(QLatin1String("lun"), -1) == disk.lun) {
            disk.capacityBytes = reader.number(QLatin1String("capacityBytes"), disk.capacityBytes);
            disk.allocatedBytes = reader.number(QLatin1String("allocatedBytes"), -1);
            disk.format = reader.text(QLatin1String("format"));
            disk.path = reader.text(QLatin1String("path"));
            return;
        }
    }
}

QJsonObject armDisk(const VmDisk& disk, const QJsonObject& old)
{
    Writer writer(old);
    if (!disk.os) {
        writer.number(QLatin1String("lun"), disk.lun);
    }
    writer.text(QLatin1String("name"), disk.name)
        .otherwise(QLatin1String("createOption"), disk.os ? QStringLiteral("FromImage") : QStringLiteral("Attach"))
        .otherwise(QLatin1String("caching"), QStringLiteral("None"));
    if (disk.capacityBytes > 0) {
        writer.number(QLatin1String("diskSizeGB"), (disk.capacityBytes + gibibyte - 1) / gibibyte);
    }
    return writer.done();
}

QJsonObject ourDisk(const VmDisk& disk, const QJsonArray& old)
{
    const auto before = disk.os ? elementWith(old, QLatin1String("lun"), QJsonValue(QJsonValue::Undefined))
                                : elementWith(old, QLatin1String("lun"), disk.lun);
    Writer writer(before);
    writer.known(QLatin1String("allocatedBytes"), disk.allocatedBytes)
        .text(QLatin1String("format"), disk.format)
        .text(QLatin1String("path"), disk.path);
    if (disk.capacityBytes % gibibyte != 0) {
        writer.number(QLatin1String("capacityBytes"), disk.capacityBytes);
    } else {
        writer.remove(QLatin1String("capacityBytes"));
    }
    if (!writer.done().isEmpty() && !disk.os) {
        writer.known(QLatin1String("lun"), disk.lun);
    }
    return writer.done();
}

Open<PowerState> powerFrom(const QList<Reader>& views)
{
    for (const auto& status : views) {
        const auto code = status.text(QLatin1String("code"));
        if (code.startsWith(QLatin1String("PowerState/"), Qt::CaseInsensitive)) {
            return Open<PowerState>::fromWire(code);
        }
    }
    return {};
}

QString powerWords(const Open<PowerState>& power)
{
    return QStringLiteral("VM ") + power.text().mid(power.text().indexOf(QLatin1Char('/')) + 1);
}

QJsonArray powerStatuses(const Open<PowerState>& power, const QJsonArray& old)
{
    QJsonArray written;
    QJsonObject before;
    for (const auto& element : old) {
        const auto code = element.toObject().value(QLatin1String("code")).toString();
        if (code.startsWith(QLatin1String("PowerState/"), Qt::CaseInsensitive)) {
            before = element.toObject();
        } else {
            written.append(element);
        }
    }
    if (written.isEmpty()) {
        written.append(QJsonObject{{QStringLiteral("code"), QStringLiteral("ProvisioningState/succeeded")},
                                   {QStringLiteral("level"), QStringLiteral("Info")},
                                   {QStringLiteral("displayStatus"), QStringLiteral("Provisioning succeeded")}});
    }
    const bool same = before.value(QLatin1String("code")).toString().compare(power.text(), Qt::CaseInsensitive) == 0;
    Writer writer(same ? before : QJsonObject());
    writer.word(QLatin1String("code"), power)
        .otherwise(QLatin1String("level"), QStringLiteral("Info"))
        .otherwise(QLatin1String("displayStatus"), powerWords(power));
    written.append(writer.done());
    return written;
}

QJsonObject agentView(const VirtualMachine& vm, const QJsonObject& old)
{
    Writer writer(old);
    writer.text(QLatin1String("vmAgentVersion"), vm.agentVersion);
    if (!vm.agent.isEmpty()) {
        const bool ready = vm.agent == AgentState::Ready;
        auto list = writer.children(statuses);
        Writer first(list.isEmpty() ? QJsonObject() : list.first().toObject());
        const bool same =
            Open<AgentState>::fromWire(first.done().value(QLatin1String("displayStatus")).toString()) == vm.agent;
        if (!same) {
            first.remove(QLatin1String("code")).remove(QLatin1String("level"));
        }
        first
            .otherwise(QLatin1String("code"),
                       ready ? QStringLiteral("ProvisioningState/succeeded")
                             : QStringLiteral("ProvisioningState/Unavailable"))
            .otherwise(QLatin1String("level"), ready ? QStringLiteral("Info") : QStringLiteral("Warning"))
            .word(QLatin1String("displayStatus"), vm.agent);
        if (list.isEmpty()) {
            list.append(first.done());
        } else {
            list.replace(0, first.done());
        }
        writer.array(statuses, list);
    }
    return writer.done();
}

} // namespace

Result<VirtualMachine> VirtualMachine::fromJson(const QJsonObject& json)
{
    const Reader reader(json);
    const auto p = reader.in(propertiesKey);
    const auto storage = p.in(storageProfile);
    const auto os = storage.in(osDisk);
    const auto view = p.in(instanceView);
    const auto agentReader = view.in(vmAgent);
    const auto ours = p.in(valvKey);

    VirtualMachine vm;
    vm.id = reader.id(QLatin1String("id"));
    vm.name = reader.text(QLatin1String("name"));
    if (vm.name.isEmpty()) {
        vm.name = vm.id.name();
    }
    vm.location = reader.text(QLatin1String("location"));
    vm.tags = reader.map(QLatin1String("tags"));
    vm.vmId = p.text(QLatin1String("vmId"));
    vm.size = p.in(hardwareProfile).text(QLatin1String("vmSize"));
    vm.osType = os.word<OsType>(QLatin1String("osType"));
    vm.osName = view.text(QLatin1String("osName"));
    vm.computerName = view.text(QLatin1String("computerName"));
    if (vm.computerName.isEmpty()) {
        vm.computerName = p.in(osProfile).text(QLatin1String("computerName"));
    }
    vm.power = powerFrom(view.list(statuses));
    const auto agentStatuses = agentReader.list(statuses);
    if (!agentStatuses.isEmpty()) {
        vm.agent = agentStatuses.first().word<AgentState>(QLatin1String("displayStatus"));
    }
    vm.agentVersion = agentReader.text(QLatin1String("vmAgentVersion"));
    vm.encrypted = ours.flag(QLatin1String("encrypted"));
    const auto ourDisks = ours.list(QLatin1String("disks"));
    if (storage.has(osDisk)) {
        vm.disks.append(diskFrom(os, true));
    }
    const auto data = storage.list(dataDisks);
    for (const auto& disk : data) {
        vm.disks.append(diskFrom(disk, false));
    }
    for (auto& disk : vm.disks) {
        addOurs(disk, ourDisks);
    }
    if (ours.has(QLatin1String("problem"))) {
        vm.problem = problemFrom(ours.in(QLatin1String("problem")));
    }
    vm.raw = json;
    return checked(reader, vm);
}

QJsonObject VirtualMachine::toJson() const
{
    Writer writer(raw);
    Writer p(writer.child(propertiesKey));
    Writer storage(p.child(storageProfile));
    Writer ours(p.child(valvKey));
    Writer view(p.child(instanceView));

    const auto oldData = storage.children(dataDisks);
    const auto oldOurs = ours.children(QLatin1String("disks"));
    QJsonArray data;
    QJsonArray ourDisks;
    storage.remove(osDisk);
    for (const auto& disk : disks) {
        if (disk.os) {
            const auto old = p.child(storageProfile).value(osDisk).toObject();
            storage.object(osDisk, Writer(armDisk(disk, old)).word(QLatin1String("osType"), osType).done());
        } else {
            data.append(armDisk(disk, elementWith(oldData, QLatin1String("lun"), disk.lun)));
        }
        if (const auto own = ourDisk(disk, oldOurs); !own.isEmpty()) {
            ourDisks.append(own);
        }
    }
    if (!disks.isEmpty() || storage.done().contains(dataDisks)) {
        storage.remove(dataDisks).otherwise(dataDisks, data); // az expects the array, be it empty
    }
    ours.flagIfSet(QLatin1String("encrypted"), encrypted)
        .array(QLatin1String("disks"), ourDisks)
        .object(QLatin1String("problem"),
                problem ? problemJson(*problem, ours.child(QLatin1String("problem"))) : QJsonObject());

    if (!power.isEmpty()) {
        view.array(statuses, powerStatuses(power, view.children(statuses)));
    }
    view.text(QLatin1String("osName"), osName).object(vmAgent, agentView(*this, view.child(vmAgent)));
    if (!view.done().isEmpty()) {
        view.text(QLatin1String("computerName"), computerName);
    }

    p.text(QLatin1String("vmId"), vmId)
        .otherwise(QLatin1String("provisioningState"), QStringLiteral("Succeeded"))
        .object(hardwareProfile, Writer(p.child(hardwareProfile)).text(QLatin1String("vmSize"), size).done())
        .object(storageProfile, storage.done())
        .object(osProfile, Writer(p.child(osProfile)).text(QLatin1String("computerName"), computerName).done())
        .object(instanceView, view.done())
        .object(valvKey, ours.done());
    return writer.id(QLatin1String("id"), id)
        .text(QLatin1String("name"), name)
        .otherwise(QLatin1String("type"), QStringLiteral("Microsoft.Compute/virtualMachines"))
        .text(QLatin1String("location"), location)
        .map(QLatin1String("tags"), tags)
        .object(propertiesKey, p.done())
        .done();
}

void lighten(VirtualMachine& vm, SharedTexts& texts)
{
    vm.raw = {};
    for (auto* text : {&vm.location, &vm.size, &vm.osName, &vm.agentVersion}) {
        texts.share(*text);
    }
    if (vm.computerName == vm.name) {
        vm.computerName = vm.name; // one text
    }
    for (auto& disk : vm.disks) {
        texts.share(disk.format);
    }
    texts.share(vm.tags);
}

} // namespace valv::contract
