// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/models/storemodel.h"
#include "presentation/stores/protecteditemstore.h"
#include "presentation/stores/resourcestores.h"
#include "presentation/stores/vaultstore.h"

namespace valv::presentation {

class VaultModel final : public StoreModel
{
    Q_OBJECT
public:
    enum Column
    {
        Name,
        ResourceGroup,
        Location,
        Subscription,
        Redundancy,
        Items,
        ColumnCount
    };
    VaultModel(VaultStore& store, ProtectedItemStore& items, SubscriptionStore& subscriptions, const Format& format,
               QObject* parent = nullptr);
    [[nodiscard]] const contract::Vault& rowAt(int row) const { return m_store.at(row); }

protected:
    [[nodiscard]] int columns() const override { return ColumnCount; }
    [[nodiscard]] QString heading(int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] Cell cell(int row, int column) const override;
    [[nodiscard]] QString searchText(int row) const override;

private:
    VaultStore& m_store;
    ProtectedItemStore& m_items;
    SubscriptionStore& m_subscriptions;
};

} // namespace valv::presentation
