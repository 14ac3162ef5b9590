// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stores/policystore.h"
#include "presentation/stores/vaultstore.h"

namespace valv::presentation {

//! \brief The policies of all vaults, for looking at; what is saved and removed goes through the store of its vault,
//! and shows here at once.
class PolicyListStore final : public ListStore<contract::BackupPolicy>
{
    Q_OBJECT
public:
    PolicyListStore(const StoreContext& context, VaultStore& vaults, QObject* parent = nullptr);
    void follow(PolicyStore& vault);
    [[nodiscard]] int countIn(const ArmId& vault) const;

protected:
    void load() override;

private:
    VaultStore& m_vaults;
};

} // namespace valv::presentation
