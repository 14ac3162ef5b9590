// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/vaultusagestore.h"

namespace valv::presentation {

qint64 VaultUsage::storedBytes() const
{
    qint64 sum = -1;
    for (const qint64 part : {geoBytes, localBytes, zoneBytes}) {
        if (part >= 0) {
            sum = std::max<qint64>(sum, 0) + part;
        }
    }
    return sum;
}

VaultUsage VaultUsage::of(const ArmId& vault, const QList<contract::Usage>& usages)
{
    VaultUsage usage;
    usage.vault = vault;
    for (const auto& one : usages) {
        if (one.name == QLatin1String("GRSStorageUsage")) {
            usage.geoBytes = one.current;
        } else if (one.name == QLatin1String("LRSStorageUsage")) {
            usage.localBytes = one.current;
        } else if (one.name == QLatin1String("ZRSStorageUsage")) {
            usage.zoneBytes = one.current;
        } else if (one.name == QLatin1String("ValvDiskUsage") && one.limit > 0) {
            usage.diskBytes = one.limit;
            usage.freeBytes = std::max<qint64>(0, one.limit - one.current);
        }
    }
    return usage;
}

VaultUsageStore::VaultUsageStore(const StoreContext& context, VaultStore& vaults, QObject* parent)
    : ListStore(context, parent)
    , m_vaults(vaults)
{
    dependOn(vaults);
    connect(&vaults, &ListStoreBase::rowsChanged, this, [this](int first, int last) {
        for (int row = first; row <= last; ++row) { // one that has just been made
            if (isOpenable(m_vaults.at(row)) && find(m_vaults.idAt(row)) == nullptr) {
                refreshVault(m_vaults.idAt(row));
            }
        }
    });
}

void VaultUsageStore::load()
{
    QList<ArmId> scopes;
    for (int row = 0; row < m_vaults.count(); ++row) {
        if (isOpenable(m_vaults.at(row))) {
            scopes.append(m_vaults.idAt(row));
        }
    }
    begin(scopes);
    askEach(scopes, [this](const ArmId& scope) {
        whenDone(client().vaults().usages(scope), this, [this, scope](const Result<QList<contract::Usage>>& usages) {
            if (usages) {
                receive(scope, {VaultUsage::of(scope, *usages)});
            }
            endScope(scope, usages ? std::nullopt : std::optional<Error>(usages.error()));
        });
    });
}

void VaultUsageStore::refreshVault(const ArmId& vault)
{
    whenDone(client().vaults().usages(vault), this, [this, vault](const Result<QList<contract::Usage>>& usages) {
        if (usages) {
            receive(vault, {VaultUsage::of(vault, *usages)});
        }
    });
}

} // namespace valv::presentation
