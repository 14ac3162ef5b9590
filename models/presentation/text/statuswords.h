// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"
#include "contract/protecteditem.h"
#include "core/statuskind.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace valv::presentation {

//! \brief Words and kinds for every state on the wire, in the person's language. Pure; the words are those of the
//! moment, so ask again after a change of language. A value this version does not know is said with the wire's own
//! text. Source: glossary vmstatus.*, itemstatus.*, jobstate.*, op.*, subtask.*, consistency.*, rptype.*, agent.*.
class StatusWords
{
    Q_DECLARE_TR_FUNCTIONS(valv::presentation::StatusWords)

public:
    [[nodiscard]] static QString of(contract::PowerState value);
    [[nodiscard]] static QString of(contract::OsType value);
    [[nodiscard]] static QString of(contract::AgentState value);
    [[nodiscard]] static QString of(contract::ProvisioningState value);
    [[nodiscard]] static QString of(contract::StorageModel value);
    [[nodiscard]] static QString of(contract::SoftDelete value);
    [[nodiscard]] static QString of(contract::ReplicationState value);
    [[nodiscard]] static QString of(contract::IntegrityState value);
    [[nodiscard]] static QString of(contract::ProtectionState value);
    [[nodiscard]] static QString of(contract::HealthStatus value);
    [[nodiscard]] static QString of(contract::LastBackupStatus value);
    [[nodiscard]] static QString of(contract::ConsistencyType value);
    [[nodiscard]] static QString of(contract::TierType value);
    [[nodiscard]] static QString of(contract::TierStatus value);
    [[nodiscard]] static QString of(contract::JobOperation value);
    [[nodiscard]] static QString of(contract::JobStatus value);
    [[nodiscard]] static QString of(contract::TaskStatus value);
    [[nodiscard]] static QString of(contract::OperationState value);
    [[nodiscard]] static QString of(contract::RecoveryType value);
    [[nodiscard]] static QString of(contract::Frequency value);
    [[nodiscard]] static QString of(contract::RetentionFormat value);
    //! The words, or the wire's text when the value is not known.
    template <typename E>
    [[nodiscard]] static QString of(const contract::Open<E>& value)
    {
        return value.value() == E::Unknown ? value.text() : of(value.value());
    }

    [[nodiscard]] static QString
    consistencyShort(contract::ConsistencyType value); //!< "Program", "Filsystem", "Krasch"
    [[nodiscard]] static QString consistencyHelp(contract::ConsistencyType value); //!< one sentence
    [[nodiscard]] static QString softDeleted();
    //! How the last backup of an item went; what matters more stands before it: soft deleted, stopped, none yet.
    //! Source: flows.md A9.
    [[nodiscard]] static QString of(const contract::ProtectedItem& item);
    //! A job's operation with its cause: "Säkerhetskopiering (på begäran)".
    [[nodiscard]] static QString operation(contract::JobOperation value, bool userTriggered);
    [[nodiscard]] static QString task(const QString& taskId); //!< "Take Snapshot" → "Ta ögonblicksbild"
    [[nodiscard]] static QString tiers(const QList<contract::TierType>& valid); //!< "Ögonblicksbild och valv"
    [[nodiscard]] static QString
    region(const QString& regionId); //!< "swedencentral" → "Sverige, centrala"; else the id
    [[nodiscard]] static QString keptBy(const QString& reason); //!< Daily, Weekly, …, OnDemand, LastGood, Stopped
    [[nodiscard]] static QString resourceType(const QString& armType); //!< "Microsoft.Compute/virtualMachines"

    [[nodiscard]] static StatusKind kind(contract::PowerState value);
    [[nodiscard]] static StatusKind kind(contract::AgentState value);
    [[nodiscard]] static StatusKind kind(contract::ProtectionState value);
    [[nodiscard]] static StatusKind kind(contract::HealthStatus value);
    [[nodiscard]] static StatusKind kind(contract::LastBackupStatus value);
    [[nodiscard]] static StatusKind kind(contract::ConsistencyType value);
    [[nodiscard]] static StatusKind kind(contract::JobStatus value);
    [[nodiscard]] static StatusKind kind(contract::TaskStatus value);
    [[nodiscard]] static StatusKind kind(contract::OperationState value);
    [[nodiscard]] static StatusKind kind(contract::IntegrityState value);
    [[nodiscard]] static StatusKind kind(const contract::ProtectedItem& item);
};

} // namespace valv::presentation
