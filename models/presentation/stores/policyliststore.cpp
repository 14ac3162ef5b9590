// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/policyliststore.h"

namespace valv::presentation {

using contract::BackupPolicy;

PolicyListStore::PolicyListStore(const StoreContext& context, VaultStore& vaults, QObject* parent)
    : ListStore(context, parent)
    , m_vaults(vaults)
{
    dependOn(vaults);
}

void PolicyListStore::follow(PolicyStore& vault)
{
    const auto take = [this, &vault](int first, int last) {
        if (hasLoaded()) {
            receive(vault.vaultId(), vault.rows().mid(first, last - first + 1));
        }
    };
    connect(&vault, &ListStoreBase::rowsChanged, this, take);
    connect(&vault, &ListStoreBase::rowsInserted, this, take);
    connect(&vault, &ListStoreBase::rowsAboutToBeRemoved, this, [this, &vault](int first, int last) {
        for (int row = first; row <= last; ++row) {
            ListStore::remove(vault.idAt(row));
        }
    });
}

int PolicyListStore::countIn(const ArmId& vault) const
{
    int found = 0;
    for (int row = 0; row < count(); ++row) {
        found += idAt(row).vaultId() == vault ? 1 : 0;
    }
    return found;
}

void PolicyListStore::load()
{
    QList<ArmId> scopes;
    for (int row = 0; row < m_vaults.count(); ++row) {
        const auto state = m_vaults.at(row).provisioning.value();
        if (state != contract::ProvisioningState::Provisioning && state != contract::ProvisioningState::Deleting) {
            scopes << m_vaults.idAt(row);
        }
    }
    begin(scopes);
    askEach(scopes, [this](const ArmId& scope) {
        const auto page = [this, scope](const QList<BackupPolicy>& policies) { receive(scope, policies); };
        whenDone(client().policies().list(scope, {this, page}), this, [this, scope](const auto& result) {
            endScope(scope, result ? std::nullopt : std::optional<Error>(result.error()));
        });
    });
}

} // namespace valv::presentation
