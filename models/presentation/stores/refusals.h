// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/enums.h"
#include "contract/http.h"
#include "core/armid.h"
#include "presentation/stores/availability.h"

#include <QObject>
#include <QSet>

#include <utility>

namespace valv::presentation {

//! What access control tells apart of what is done in a vault, and to it.
enum class Deed
{
    BackUp,
    Restore,
    Enable, //!< a write of the item as well, and what is refused for one is for the other; a lesser role has it
    ChangeItem, //!< change policy, stop, resume, undelete: all are a write of the item
    DeleteData,
    KeepPoint, //!< pin, hold, another expiry date
    DeletePoint,
    CancelJob,
    SavePolicy,
    DeletePolicy,
    CreateVault, //!< on its resource group
    ChangeVault, //!< tags and settings
    ConfigureStorage,
    DeleteVault,
    AddLock,
    DeleteLock,
    SaveRule,
    DeleteRule
};

//! What a job of this kind was, asked for again.
[[nodiscard]] constexpr Deed deedOf(contract::JobOperation operation)
{
    return operation == contract::JobOperation::Restore ? Deed::Restore : Deed::BackUp;
}

//! \brief What the backend has refused this account to do, by vault: roles are given for a vault or for what holds it.
//! To make a vault, and what is in none, is refused for a resource group.
//! A command for it is disabled from then on, and says which role it needs. Roles can't be asked for (contract.md), and
//! may be given at any time: whoever refreshes forgets. Source: flows.md 0.9, J.
class Refusals final : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    //! A request was answered: with AuthorizationFailed, or done.
    void note(contract::Method method, const QString& target, bool allowed);
    void forget();
    //! \param on the vault, or something in it; the resource group that a vault is made in, or a lock is of
    [[nodiscard]] Availability can(Deed deed, const ArmId& on) const;
    //! As things stand with it, and then as access is.
    [[nodiscard]] Availability can(Deed deed, const ArmId& on, const Availability& asThingsStand) const
    {
        return asThingsStand ? can(deed, on) : asThingsStand;
    }

Q_SIGNALS:
    void changed();

private:
    QSet<std::pair<QString, ArmId>> m_refused; //!< action, and vault or group
};

} // namespace valv::presentation
