// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/errors.h"
#include "service/lookup.h"
#include "service/paging.h"
#include "service/routes.h"

#include <QJsonArray>

namespace valv::service {
namespace {

using contract::Method;

constexpr QLatin1String propertiesKey("properties");
constexpr QLatin1String viewKey("instanceView");

//! Each disk says that it is there, as clients of the view expect. \param properties of the machine
QJsonObject viewOf(const contract::VirtualMachine& vm, const QJsonObject& properties)
{
    auto view = properties.value(viewKey).toObject();
    const QLatin1String disksKey("disks");
    if (!view.contains(disksKey)) {
        const QJsonObject there{{QStringLiteral("code"), QStringLiteral("ProvisioningState/succeeded")},
                                {QStringLiteral("level"), QStringLiteral("Info")},
                                {QStringLiteral("displayStatus"), QStringLiteral("Provisioning succeeded")}};
        QJsonArray disks;
        for (const auto& disk : vm.disks) {
            disks.append(
                QJsonObject{{QStringLiteral("name"), disk.name}, {QStringLiteral("statuses"), QJsonArray{there}}});
        }
        view.insert(disksKey, disks);
    }
    return view;
}

QJsonObject body(const contract::VirtualMachine& vm, bool withView)
{
    auto whole = vm.toJson();
    auto properties = whole.value(propertiesKey).toObject();
    if (withView) {
        properties.insert(viewKey, viewOf(vm, properties));
    } else {
        properties.remove(viewKey);
    }
    whole.insert(propertiesKey, properties);
    return whole;
}

//! Azure's own lists leave the view out unless asked with one of two options.
bool wantsView(const Call& call)
{
    return call.option(u"$expand").contains(viewKey, Qt::CaseInsensitive)
        || call.option(u"statusOnly").compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
}

Result<Answer> listMachines(const Call& call)
{
    const bool goesOn = !call.option(u"$skipToken").isNull(); // the pages of one answer are of one list
    const auto vms = goesOn ? call.engine().virtualMachines() : call.engine().listVirtualMachines();
    if (!vms) {
        return tl::unexpected(vms.error());
    }
    const auto group = call.parameter(u"rg");
    if (!group.isNull()) {
        if (const auto found = findGroup(call); !found) {
            return tl::unexpected(found.error());
        }
    }
    QList<qsizetype> rows; // of the list, which is sorted
    rows.reserve(vms->size());
    for (qsizetype i = 0; i < vms->size(); ++i) {
        if (group.isNull() || vms->id(i).resourceGroup().compare(group, Qt::CaseInsensitive) == 0) {
            rows.append(i);
        }
    }
    const bool view = wantsView(call);
    return page(
        call, rows, resourcePageSize, [&vms](qsizetype row) { return vms->id(row).text(); },
        [&vms, view](qsizetype row) { return body(vms->machine(row), view); });
}

Result<contract::VirtualMachine> findMachine(const Call& call)
{
    const auto id = ArmId::virtualMachine(call.parameter(u"s"), call.parameter(u"rg"), call.parameter(u"vm"));
    auto vm = call.engine().virtualMachine(id);
    if (!vm && statusOf(vm.error().code) == 404) {
        if (const auto group = findGroup(call); !group) {
            return tl::unexpected(group.error());
        }
        return tl::unexpected(resourceNotFound(id));
    }
    return vm;
}

Result<Answer> getMachine(const Call& call)
{
    const auto vm = findMachine(call);
    return vm ? Result<Answer>(json(200, body(*vm, wantsView(call)))) : tl::unexpected(vm.error());
}

Result<Answer> getInstanceView(const Call& call)
{
    const auto vm = findMachine(call);
    return vm ? Result<Answer>(json(200, viewOf(*vm, vm->toJson().value(propertiesKey).toObject())))
              : tl::unexpected(vm.error());
}

} // namespace

std::vector<Route> computeRoutes()
{
    const auto machines = QStringLiteral("/providers/Microsoft.Compute/virtualMachines");
    const QString one = groupPath() + machines + QStringLiteral("/{vm}");
    return {
        {Method::Get, subscriptionPath() + machines, listMachines},
        {Method::Get, groupPath() + machines, listMachines},
        {Method::Get, one, getMachine},
        {Method::Get, one + QStringLiteral("/instanceView"), getInstanceView},
    };
}

} // namespace valv::service
