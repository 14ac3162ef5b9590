// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/pages.h"
#include "contract/virtualmachine.h"

#include <QFuture>

namespace valv::client {

//! \brief Microsoft.Compute, each machine with its instance view. Source: contract.md 7.
class VirtualMachinesClient
{
public:
    explicit VirtualMachinesClient(Pipeline& pipeline)
        : m_pipeline(pipeline)
    { }
    [[nodiscard]] QFuture<Result<QList<contract::VirtualMachine>>> list(const QString& subscriptionId,
                                                                        PageSink<contract::VirtualMachine> sink = {});
    //! Error ResourceNotFound when it is gone.
    [[nodiscard]] QFuture<Result<contract::VirtualMachine>> get(const ArmId& id);

private:
    Pipeline& m_pipeline;
};

} // namespace valv::client
