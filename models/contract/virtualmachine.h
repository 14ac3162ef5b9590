// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"
#include "core/armid.h"
#include "core/result.h"
#include "core/sharedtexts.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QMap>

#include <optional>

namespace valv::contract {

struct VmDisk
{
    QString name;
    int lun = -1; //!< -1: the operating-system disk
    bool os = false;
    qint64 capacityBytes = 0; //!< ours: properties.valv.capacityBytes; else diskSizeGB · 2^30
    qint64 allocatedBytes = -1; //!< ours; -1: not told
    QString format; //!< ours
    QString path; //!< ours
    friend bool operator==(const VmDisk&, const VmDisk&) = default;
};

//! \brief Microsoft.Compute/virtualMachines with its instance view. What ARM has no member for stands in
//! properties.valv (docs/wire-extensions.md); a server that does not send it leaves the defaults. Source:
//! contract.md 7.
struct VirtualMachine
{
    ArmId id;
    QString name;
    QString location; //!< region id, e.g. swedencentral
    QMap<QString, QString> tags;
    QString vmId;
    QString size;
    Open<OsType> osType;
    QString osName; //!< instanceView.osName, e.g. "Ubuntu 18.04 LTS"
    QString computerName;
    Open<PowerState> power;
    Open<AgentState> agent;
    QString agentVersion;
    bool encrypted = false; //!< ours
    QList<VmDisk> disks; //!< the OS disk first
    std::optional<Error> problem; //!< ours: why it can't be backed up now
    QJsonObject raw;
    friend bool operator==(const VirtualMachine&, const VirtualMachine&) = default;

    [[nodiscard]] static Result<VirtualMachine> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

//! For a row of a long list, which is shown and never written back: leaves out raw, and shares what rows have in common.
void lighten(VirtualMachine& vm, SharedTexts& texts);

} // namespace valv::contract
