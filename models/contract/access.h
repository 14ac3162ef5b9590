// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/http.h"
#include "core/armid.h"

#include <optional>

namespace valv::contract {

//! A change of a resource as access control names it.
struct AccessAction
{
    QString name; //!< lower case: "microsoft.recoveryservices/vaults/backuppolicies/write",
                  //!< "…/protecteditems/backup/action"
    ArmId resource;
    friend bool operator==(const AccessAction&, const AccessAction&) = default;
};

//! \brief What a request asks access control for: PUT and PATCH write, DELETE deletes, POST does what its last segment
//! says. Nothing for one that only reads, or is about no resource.
[[nodiscard]] std::optional<AccessAction> accessAction(Method method, const QString& target);

} // namespace valv::contract
