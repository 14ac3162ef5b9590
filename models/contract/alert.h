// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"
#include "core/armid.h"
#include "core/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QMap>

#include <optional>

namespace valv::contract {

//! \brief Something that a person should know of or do something about: Microsoft.AlertsManagement/alerts of Azure
//! Backup. One alert stands for all repetitions of one thing on one resource until it is resolved.
struct Alert
{
    ArmId id;
    QString name; //!< uuid
    Open<AlertSeverity> severity;
    Open<AlertCondition> condition; //!< Resolved: the cause is gone, e.g. the next backup succeeded
    Open<AlertState> state; //!< Closed: a person said that it is done with
    ArmId target; //!< the protected item, the vault, or the subscription: the engine's computer
    QString targetName; //!< of the VM, the vault, or the computer
    QString description; //!< English sentences of the server; the console has its own by code
    QDateTime raised; //!< the first time, UTC
    QDateTime changed; //!< the last time that anything about it changed
    std::optional<QDateTime> resolved;
    QString changedBy; //!< who acknowledged or closed it
    QString code; //!< ours: BackupFailed, RestoreFailed, MissedRun … (docs/wire-extensions.md)
    int count = 1; //!< ours: how often it happened
    QDateTime last; //!< ours: the last time that it happened
    QString job; //!< ours: name of the latest job that it is about
    QString action; //!< ours: what to do, English sentences
    QMap<QString, QString> facts; //!< ours: values for the words: error, missed, policy, points …
    QJsonObject raw;

    //! To be looked at: its cause is there, and nobody closed it.
    [[nodiscard]] bool isActive() const
    {
        return !(condition == AlertCondition::Resolved) && !(state == AlertState::Closed);
    }
    [[nodiscard]] static Result<Alert> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace valv::contract
