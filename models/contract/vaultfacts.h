// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"
#include "core/armid.h"
#include "core/result.h"

#include <QDateTime>
#include <QJsonObject>

#include <optional>

//! What Valv tells of a vault beside its resource: docs/wire-extensions.md.
namespace valv::contract {

//! \brief One thing that keeps a vault from being deleted.
struct DeletionBlocker
{
    Open<BlockerKind> kind;
    ArmId id; //!< what to open: the item, the lock, the vault itself (immutability)
    QString name; //!< for people
    std::optional<QDateTime> until; //!< when it ends by itself; nothing: not by itself
    [[nodiscard]] static Result<DeletionBlocker> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
    friend bool operator==(const DeletionBlocker&, const DeletionBlocker&) = default;
};

//! \brief How much a vault held at one moment.
struct StorageSample
{
    QDateTime time;
    qint64 storedBytes = 0; //!< what the vault's folder took
    qint64 sourceBytes = 0; //!< data in the disks of its items, as of their last backups
    [[nodiscard]] static Result<StorageSample> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
    friend bool operator==(const StorageSample&, const StorageSample&) = default;
};

} // namespace valv::contract
