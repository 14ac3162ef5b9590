// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/alert.h"
#include "engine/catalogue.h"
#include "engine/context.h"
#include "engine/engine.h"
#include "engine/records.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

//! \brief Alerts: what a person should know of although nobody asked. One row stands for all repetitions of one thing
//! on one resource until its cause is gone (or, where nothing can take the cause away, until a person closes it). Any
//! thread. Source: docs/wire-extensions.md.
namespace valv::engine {

//! The kinds, by their code on the wire.
namespace alert {
inline const QString backupFailed = QStringLiteral("BackupFailed");
inline const QString restoreFailed = QStringLiteral("RestoreFailed");
inline const QString pointTooOld = QStringLiteral("PointTooOld");
inline const QString missedRun = QStringLiteral("MissedRun");
inline const QString backupWithWarnings = QStringLiteral("BackupWithWarnings");
inline const QString backupDataDeleted = QStringLiteral("BackupDataDeleted");
inline const QString recoveryPointDeleted = QStringLiteral("RecoveryPointDeleted");
inline const QString policyShortened = QStringLiteral("PolicyShortened");
inline const QString softDeleteOff = QStringLiteral("SoftDeleteOff");
inline const QString replicationProblem = QStringLiteral("ReplicationProblem");
inline const QString vaultDamaged = QStringLiteral("VaultDamaged");
inline const QString machineAdded = QStringLiteral("ProtectedByRule");
inline const QString clockDoubted = QStringLiteral("ClockDoubted");
} // namespace alert

//! What happened, and to what.
struct AlertEvent
{
    QString code;
    const VaultRecord* vault = nullptr; //!< null: the computer that the engine runs on
    const ItemRecord* item = nullptr; //!< null: the vault itself
    QString job; //!< name; empty: none
    QMap<QString, QString> facts; //!< values for the words, by the names in the table of kinds
    std::optional<QDateTime> at = std::nullopt; //!< nothing: now, as the clock has it
};

//! Raises it, or counts up the one that is raised already. Within the transaction of what happened.
[[nodiscard]] Result<> raiseAlert(Context& context, Catalogue::Writer& writer, const AlertEvent& event);
//! Only if it is not raised already: for a condition that is looked at again and again. A transaction of its own.
[[nodiscard]] Result<> raiseAlertOnce(Context& context, const AlertEvent& event);
//! The cause is gone: of these kinds, on this item or, without one, on the vault itself.
[[nodiscard]] Result<> resolveAlerts(Context& context, Catalogue::Writer& writer, const QStringList& codes,
                                     const VaultRecord& vault, const ItemRecord* item);

//! The same for what is the matter with the computer.
[[nodiscard]] Result<> resolveAlertOfComputer(Context& context, const QString& code);

//! The vault is deleted: nothing in it can fail any more. What only a person closes stays.
[[nodiscard]] Result<> resolveAlertsOfVault(Context& context, Catalogue::Writer& writer, const VaultRecord& vault);

//! Newest change first.
[[nodiscard]] Result<QList<contract::Alert>> alertsOf(const Catalogue& catalogue, const AlertQuery& query);
[[nodiscard]] Result<std::optional<contract::Alert>> findAlert(const Catalogue& catalogue, const QString& name);
//! What a person makes of it. An alert whose cause nothing takes away is resolved by closing it.
[[nodiscard]] Result<contract::Alert> setAlertState(Context& context, const QString& name, contract::AlertState state,
                                                    const QString& who);
//! Alerts that were resolved long ago go.
[[nodiscard]] Result<> forgetOldAlerts(Context& context);

} // namespace valv::engine
