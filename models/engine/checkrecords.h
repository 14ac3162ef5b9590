// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/integrity.h"
#include "engine/catalogue.h"

#include <QDateTime>
#include <QList>

#include <optional>
#include <set>
#include <string>

//! Rows of vault_checks: how far the checks of a vault have come, and what they found.
namespace valv::engine {

struct CheckRecord
{
    QString vaultId;
    QDateTime due; //!< of the next share
    unsigned share = 0; //!< that is next
    std::optional<QDateTime> roundBegan; //!< when share 0 of this round was read
    std::set<std::string> files; //!< known to be damaged, within the vault's folder
    contract::Integrity found; //!< as of the last check
};
[[nodiscard]] Result<QList<CheckRecord>> checkRecords(const Catalogue& catalogue);
//! Not of a vault that is gone.
[[nodiscard]] Result<> saveCheck(Catalogue::Writer& writer, const CheckRecord& record);

} // namespace valv::engine
