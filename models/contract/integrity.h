// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"
#include "core/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace valv::contract {

//! \brief What the checks of a vault's stored bytes found: ours, properties.valv.integrity. Read only.
struct Integrity
{
    //! A disk of a recovery point that can't be restored whole.
    struct Damage
    {
        QString recoveryPoint; //!< its name
        std::optional<QDateTime> time; //!< of the point; nothing: not known
        QString machine; //!< empty: not known
        QString disk; //!< empty: the whole point
        qint64 bytes = 0; //!< how much of it is hit; 0: not known
        [[nodiscard]] static Result<Damage> fromJson(const QJsonObject& json);
        [[nodiscard]] QJsonObject toJson() const;
        friend bool operator==(const Damage&, const Damage&) = default;
    };

    Open<IntegrityState> state;
    std::optional<QDateTime> lastChecked; //!< the end of the last check; nothing: never yet
    std::optional<QDateTime> allReadSince; //!< every stored byte has been read since then; nothing: not yet
    qint64 checkedBytes = 0; //!< stored bytes that the last check read
    int progress = -1; //!< percent, while it is checked
    qint64 damagedFiles = 0;
    QList<Damage> damage; //!< the disks of points that are hit
    qint64 repairedFiles = 0; //!< at lastRepaired
    std::optional<QDateTime> lastRepaired; //!< when damaged files were last put back from the second location
    std::optional<Error> problem; //!< why it could not be checked
    [[nodiscard]] static Result<Integrity> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson(const QJsonObject& over = {}) const;
    friend bool operator==(const Integrity&, const Integrity&) = default;
};

} // namespace valv::contract
