// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"
#include "contract/requests.h"

#include <QJsonObject>
#include <QList>

namespace valv::contract {

//! \brief What was looked at before a restore, and how it stands. The contract has only what speaks against a restore
//! (validationResults: code, message, recommendations); what is in order, and the figures, are ours
//! (validateOperationResponse.valv.checks).
struct RestoreCheck
{
    QString check; //!< RecoveryPoint, TargetFolder, TargetSpace, TargetName; empty where a server does not say
    Open<CheckState> state;
    QString code; //!< of what is wrong, as in errors.tsv
    QString message;
    QString action;
    QString target; //!< the folder or name
    qint64 neededBytes = -1; //!< TargetSpace
    qint64 freeBytes = -1; //!< TargetSpace
    friend bool operator==(const RestoreCheck&, const RestoreCheck&) = default;
};

//! Answer of {vault}/backupValidateOperation.
struct RestoreValidation
{
    QList<RestoreCheck> checks;
    QJsonObject raw;
    [[nodiscard]] static Result<RestoreValidation> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

//! Body of {vault}/backupValidateOperation: the restore that would be asked for.
[[nodiscard]] QJsonObject validationBody(const RestoreRequest& request);
[[nodiscard]] Result<RestoreRequest> validatedRequest(const QJsonObject& body);

} // namespace valv::contract
