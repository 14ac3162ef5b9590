// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"
#include "contract/enums.h"
#include "contract/managementlock.h"
#include "core/armid.h"

#include <QDateTime>
#include <QList>
#include <QMap>
#include <QString>

#include <optional>

//! What a command of the console is called in Azure's command line, with this vault, machine, policy and date: text to
//! paste into bash. `az` must be signed in to the same service. Commands that destroy something are given without
//! --yes, so that az asks. Pure; any thread. An empty text: az has no such command for these names.
//! Source: contract.md 14; options as of az 2.45, which Debian 12 has.
namespace valv::presentation::az {

//! \brief One word for bash: as it is when nothing in it is special, else in single quotes.
[[nodiscard]] QString quoted(const QString& word);

// Vaults
//! \param newGroup the resource group is made first
[[nodiscard]] QString createVault(const ArmId& vault, const QString& location, bool newGroup = false,
                                  const QMap<QString, QString>& tags = {});
[[nodiscard]] QString deleteVault(const ArmId& vault);
[[nodiscard]] QString setRedundancy(const ArmId& vault, contract::StorageModel redundancy);
[[nodiscard]] QString setSoftDelete(const ArmId& vault, bool on);

//! All of its tags: those that are not named go, as with Save in the console.
[[nodiscard]] QString setTags(const ArmId& vault, const QMap<QString, QString>& tags);
[[nodiscard]] QString addLock(const contract::ManagementLock& lock); //!< of a vault or of a resource group
[[nodiscard]] QString deleteLock(const ArmId& lock);

// Policies. The whole policy stands in the command, as az wants it.
[[nodiscard]] QString createPolicy(const ArmId& vault, const contract::BackupPolicy& policy);
[[nodiscard]] QString setPolicy(const ArmId& vault, const contract::BackupPolicy& policy);
[[nodiscard]] QString deletePolicy(const ArmId& policy);

// Machines and items, by their full names: friendly ones may be had by two machines.
[[nodiscard]] QString enableBackup(const ArmId& vault, const ArmId& virtualMachine, const QString& policyName);
//! \param until the last moment the point is kept, written in UTC as az takes it; nothing: az's 30 days
[[nodiscard]] QString backupNow(const ArmId& item, const std::optional<QDateTime>& until = {});
[[nodiscard]] QString changePolicy(const ArmId& item, const QString& policyName);
[[nodiscard]] QString stopKeepingData(const ArmId& item);
[[nodiscard]] QString stopDeletingData(const ArmId& item);
[[nodiscard]] QString resume(const ArmId& item, const QString& policyName);
[[nodiscard]] QString undelete(const ArmId& item);

//! \brief The storage account that each group has on Valv, for restoreDisks().
[[nodiscard]] QString restoreAccount();
//! \brief Restores the disks of a point. az always names a storage account and a resource group; on Valv each group has
//! the account "valvrestore" (docs/wire-extensions.md).
//! \param luns of the disks that are restored; none: all
[[nodiscard]] QString restoreDisks(const ArmId& point, const QString& storageAccount,
                                   const QString& targetResourceGroup, const QList<int>& luns = {});

// Jobs
[[nodiscard]] QString cancelJob(const ArmId& job);
[[nodiscard]] QString showJob(const ArmId& job);

} // namespace valv::presentation::az
