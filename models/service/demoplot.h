// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"
#include "hypervisor/vmsource.h"

#include <QDate>
#include <QList>
#include <QString>
#include <QTime>

#include <optional>

//! What happened at Nordvik Logistik AB in the autumn of 2018, as a table. Times are wall-clock times in Stockholm.
namespace valv::service {

struct DemoVault
{
    QString name;
    QString resourceGroup;
    QString groupRegion;
    QString region;
    QDate made;
};

struct DemoVm
{
    QString name;
    QString resourceGroup;
    QString vault;
    QString policy;
    QTime time; //!< when its turn comes at night: the moment of its recovery points
    QDate protectedSince;
};

struct DemoScene
{
    enum Kind
    {
        Protect,
        Stop,
        OnDemand,
        Night, //!< what the schedules say is due
        Agent, //!< the agent of the machine can do something else from now on
    };
    QDate date;
    QTime time;
    Kind happens = Night;
    QString vm; //!< empty for nights
    std::optional<hypervisor::Consistency> consistency = {}; //!< of Agent; nothing: what it always can
    int day = -1; //!< which state of the estate's disks follows; -1: they stay as they are
};

[[nodiscard]] QList<DemoVault> demoVaults();
[[nodiscard]] QList<contract::BackupPolicy> demoPolicies(); //!< beside DefaultPolicy, in each vault; without ids
[[nodiscard]] QList<DemoVm> demoVms(); //!< those that a vault protects, or did
[[nodiscard]] QString demoNewcomer(); //!< protected this morning: its first backup is pending
//! The backup that failed: a disk of this VM was not there any more when it had been read.
struct DemoMishap
{
    QString vm;
    QDate date;
    QString image; //!< below the estate's folder
};
[[nodiscard]] DemoMishap demoMishap();
//! Everything after the vaults were made, in the order of time. No night is left out once something is protected.
[[nodiscard]] QList<DemoScene> demoScenes();

} // namespace valv::service
