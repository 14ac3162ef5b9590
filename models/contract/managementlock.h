// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"
#include "core/armid.h"
#include "core/result.h"

#include <QJsonObject>

#include <optional>

namespace valv::contract {

//! \brief Microsoft.Authorization/locks: keeps a vault, or a resource group and all in it, from being deleted
//! (CanNotDelete) or changed at all (ReadOnly). Its id is that of what it locks, and below it
//! /providers/Microsoft.Authorization/locks/{name}.
struct ManagementLock
{
    ArmId id;
    QString name;
    Open<LockLevel> level;
    QString notes; //!< why, for people; up to 512 characters
    QJsonObject raw;
    [[nodiscard]] ArmId scope() const { return id.parent(); } //!< what is locked
    [[nodiscard]] static ArmId idOf(const ArmId& scope, const QString& name);
    [[nodiscard]] static Result<ManagementLock> fromJson(const QJsonObject& json);
    [[nodiscard]] QJsonObject toJson() const;
};

} // namespace valv::contract
