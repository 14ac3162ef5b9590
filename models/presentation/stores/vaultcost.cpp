// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/vaultcost.h"

#include "presentation/models/report.h"
#include "presentation/stores/session.h"

namespace valv::presentation {

std::optional<double> monthlyCostOf(const contract::Vault& vault, Session& session, const Prices& prices)
{
    const auto& items = session.items();
    if (!items.hasLoaded()) {
        return std::nullopt;
    }
    InstanceCount count;
    for (int row = 0; row < items.count(); ++row) {
        if (const auto& item = items.at(row); item.id.vaultId() == vault.id) {
            countInstance(count, item);
        }
    }
    const auto* usage = session.vaultUsages().find(vault.id);
    return monthlyCost(count, usage != nullptr ? usage->storedBytes() : -1,
                       vault.redundancy == contract::StorageModel::GeoRedundant, prices);
}

} // namespace valv::presentation
