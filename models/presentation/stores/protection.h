// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backupjob.h"
#include "contract/protecteditem.h"
#include "contract/virtualmachine.h"
#include "core/armid.h"
#include "core/statuskind.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace valv::presentation {

//! \brief How a machine stands with its backup, in one word. Source: flows.md A2, A4, A9.
enum class Protection
{
    Unknown, //!< the vaults could not be read: it is not said to be unprotected
    NotProtected,
    InitialPending, //!< enabled, no point yet
    Protected,
    LastFailed, //!< protected, but the last backup failed, or the backend says that the protection has a fault
    LastWarned, //!< protected, the last backup completed with warnings
    Stopped, //!< no policy, data kept
    Paused, //!< by the backend; it resumes by itself
    SoftDeleted,
};

[[nodiscard]] Protection protectionOf(const contract::ProtectedItem& item);
//! What the check before a backup says; empty where no backup is going to run. Source: flows.md D3.
[[nodiscard]] contract::Open<contract::HealthStatus> preCheckOf(const contract::ProtectedItem& item);

//! \brief The same word wherever a machine's protection is shown: lists, filters, overview, exports. A failed backup is
//! said in place of the protection, because it is what a person must act on. Source: glossary itemstatus.*, jobstate.*.
[[nodiscard]] QString protectionWords(Protection protection);
[[nodiscard]] StatusKind protectionKind(Protection protection);

//! \brief Whole days, counted up, until the data of a soft-deleted item is gone; nothing: it is not, or nobody told
//! when.
[[nodiscard]] std::optional<int> daysUntilGone(const contract::ProtectedItem& item, const QDateTime& now);

//! \brief Why a backup is stopped or its data deleted, as the wire carries it, and in words; another text is itself.
[[nodiscard]] QStringList stopReasons();
[[nodiscard]] QString stopReasonWords(const QString& reason);

//! \brief A virtual machine, joined with the item that protects it in whichever vault.
struct VmRow
{
    contract::VirtualMachine vm;
    std::optional<contract::ProtectedItem> item;
    Protection protection = Protection::Unknown;
    QString subscription; //!< by name

    [[nodiscard]] ArmId vaultId() const { return item ? item->id.vaultId() : ArmId(); }
};

[[nodiscard]] inline const ArmId& rowId(const VmRow& row)
{
    return row.vm.id;
}
[[nodiscard]] bool sameRow(const VmRow& a, const VmRow& b);

} // namespace valv::presentation
