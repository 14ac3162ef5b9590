// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"
#include "contract/http.h"
#include "core/result.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace valv::contract {

//! \brief Answer of operationStatus, operationsStatus and backupOperations. Source: contract.md 4.
struct OperationStatus
{
    QString id;
    QString name;
    Open<OperationState> status;
    std::optional<QDateTime> startTime;
    std::optional<QDateTime> endTime;
    QString jobId; //!< empty: the operation makes no job
    std::optional<Error> error;
    QJsonObject raw;
    [[nodiscard]] static Result<OperationStatus> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

//! \brief {"error":{"code","message",…}}. Backup provider codes (BMS, UserError, ServiceResource, Cloud) also carry
//! target, details and innerError as null where there is none; ours adds recommendedAction. Source: contract.md 2.
[[nodiscard]] QJsonObject errorBody(const Error& error);
//! The error of an answer that is no success; also when its body is no JSON. Never fails.
[[nodiscard]] Error errorFrom(const HttpResponse& response);

} // namespace valv::contract
