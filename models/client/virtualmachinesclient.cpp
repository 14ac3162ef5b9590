// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/virtualmachinesclient.h"

#include "client/requests_p.h"

namespace valv::client {

namespace {
const QString& withInstanceView()
{
    static const QString query = QStringLiteral("$expand=instanceView");
    return query;
}
} // namespace

QFuture<Result<QList<contract::VirtualMachine>>> VirtualMachinesClient::list(const QString& subscriptionId,
                                                                             PageSink<contract::VirtualMachine> sink)
{
    const QString path =
        ArmId::subscription(subscriptionId).text() + QStringLiteral("/providers/Microsoft.Compute/virtualMachines");
    return allPages<contract::VirtualMachine>(m_pipeline, target(path, versions::compute, withInstanceView()),
                                              std::move(sink), lightened<contract::VirtualMachine>());
}

QFuture<Result<contract::VirtualMachine>> VirtualMachinesClient::get(const ArmId& id)
{
    return ask<contract::VirtualMachine>(
        m_pipeline, request(contract::Method::Get, target(id, versions::compute, withInstanceView())));
}

} // namespace valv::client
