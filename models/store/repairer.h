// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "store/types.h"
#include "store/vault.h"
#include "store/vaultcore.h"

#include <stop_token>
#include <string>
#include <vector>

namespace valv::store {

//! \brief Makes damaged files of a vault whole again: see Vault::repair(). One run. Holds the vault's lock.
class Repairer
{
public:
    Repairer(VaultCore& vault, VaultCore* copy, bool copyIsCurrent);
    //! Errors: "VaultNotAVault" (the copy is one of another vault), "VaultInUse", "PointCancelled".
    [[nodiscard]] Result<RepairReport> run(const std::vector<DamagedFile>& damaged, const std::stop_token& stop);

private:
    [[nodiscard]] Result<> repair(const std::string& name);
    [[nodiscard]] Result<> takeFromCopy(const std::string& name);

    VaultCore& m_vault;
    VaultCore* m_copy;
    bool m_copyIsCurrent;
};

} // namespace valv::store
