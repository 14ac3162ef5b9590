// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"
#include "core/armid.h"
#include "core/result.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

namespace valv::contract {

//! \brief How a vault's second location stands: ours, properties.valv.replication. Read only.
struct Replication
{
    Open<ReplicationState> state;
    qint64 behindBytes = 0; //!< stored bytes that the second location does not have yet
    std::optional<QDateTime> behindSince; //!< the oldest change that is not copied; nothing: all is
    std::optional<QDateTime> lastCopied; //!< when all had been copied; nothing: never yet
    std::optional<QDateTime> lastChecked; //!< when stored bytes there were last read and compared with their hashes
    qint64 repairedFiles = 0; //!< damaged there and copied again at the last check
    bool sameDisk = false; //!< both locations are on one file system: a lost disk takes both
    std::optional<Error> problem; //!< why it is behind or unreachable
    [[nodiscard]] static Result<Replication> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson(const QJsonObject& over = {}) const;
    friend bool operator==(const Replication&, const Replication&) = default;
};

//! \brief backupstorageconfig/vaultstorageconfig. Source: contract.md 8; the second location is ours.
struct StorageConfig
{
    Open<StorageModel> redundancy;
    bool locked = false; //!< the redundancy can't change any more; the second location can
    std::optional<QString> secondFolder; //!< in a request: nothing keeps what is there, empty gives it up
    std::optional<Replication> replication; //!< read only
    QString etag; //!< of the header ETag: not in the body; of redundancy and second location; empty: not told
    QJsonObject raw;
    [[nodiscard]] static Result<StorageConfig> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace valv::contract
