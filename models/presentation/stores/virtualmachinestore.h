// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stores/liststore.h"
#include "presentation/stores/protecteditemstore.h"
#include "presentation/stores/protection.h"
#include "presentation/stores/resourcestores.h"

namespace valv::presentation {

//! \brief The machines of all subscriptions, joined with the protected items of all vaults as either list changes.
class VirtualMachineStore final : public ListStore<VmRow>
{
    Q_OBJECT
public:
    VirtualMachineStore(const StoreContext& context, SubscriptionStore& subscriptions, ProtectedItemStore& items,
                        QObject* parent = nullptr);

    //! Reads one again, with its instance view; removes it when it is gone.
    void refreshVm(const ArmId& id);
    [[nodiscard]] int countProtected() const;
    //! Unprotected machines in a region (flows.md B2).
    [[nodiscard]] int countUnprotectedIn(const QString& region) const;
    //! The same of every region that has any, by normalized id.
    [[nodiscard]] QHash<QString, int> unprotectedByRegion() const;

protected:
    void load() override;

private:
    [[nodiscard]] VmRow joined(contract::VirtualMachine vm) const;
    void rejoin(const QList<ArmId>& virtualMachines);
    void rejoinThoseWithoutItem();

    SubscriptionStore& m_subscriptions;
    ProtectedItemStore& m_items;
    bool m_itemsKnown = false;
};

} // namespace valv::presentation
