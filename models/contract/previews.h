// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/armid.h"
#include "core/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>

#include <optional>

//! What a change would do, asked before it is made. Valv's own: docs/wire-extensions.md.
namespace valv::contract {

//! \brief What the removal of some recovery points of one item would free, and what stands against it.
struct RemovalPreview
{
    struct Point
    {
        QString name;
        QDateTime time;
        std::optional<Error> obstacle; //!< why it can't be removed, or only when that is asked for expressly
        friend bool operator==(const Point& a, const Point& b) { return a.name == b.name && a.time == b.time; }
    };
    QList<Point> points; //!< newest first
    qint64 freedBytes = 0; //!< what in the vault no other point needs
    [[nodiscard]] static Result<RemovalPreview> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

//! \brief Which recovery points would expire once a policy changes, an item gets another one, or protection resumes.
struct ExpiryPreview
{
    struct Item
    {
        ArmId id;
        QString friendlyName;
        int points = 0; //!< that it has now
        int expiring = 0; //!< of these
        std::optional<QDateTime> oldestKept;
        QList<QDateTime> times; //!< of the expiring ones, newest first; the first hundred
        friend bool operator==(const Item&, const Item&) = default;
    };
    QList<Item> items; //!< all that the change concerns, by name
    qint64 freedBytes = -1; //!< what only the expiring points need; -1: was not asked for
    [[nodiscard]] int expiring() const;
    [[nodiscard]] static Result<ExpiryPreview> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
    static constexpr int mostTimes = 100;
};

} // namespace valv::contract
