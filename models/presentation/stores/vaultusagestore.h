// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "presentation/stores/vaultstore.h"

namespace valv::presentation {

//! \brief How much a vault holds, by how it is stored. Bytes; below 0: the backend did not tell.
struct VaultUsage
{
    ArmId vault;
    qint64 geoBytes = -1;
    qint64 localBytes = -1;
    qint64 zoneBytes = -1;
    qint64 diskBytes = -1; //!< of the disk that it is on
    qint64 freeBytes = -1; //!< on that

    [[nodiscard]] qint64 storedBytes() const; //!< of all kinds; below 0: not known
    [[nodiscard]] static VaultUsage of(const ArmId& vault, const QList<contract::Usage>& usages);
    friend bool operator==(const VaultUsage&, const VaultUsage&) = default;
};
[[nodiscard]] inline const ArmId& rowId(const VaultUsage& row)
{
    return row.vault;
}
[[nodiscard]] inline bool sameRow(const VaultUsage& a, const VaultUsage& b)
{
    return a == b;
}

//! \brief What all vaults hold: one request for each vault, all at once, each time the vaults were read.
class VaultUsageStore final : public ListStore<VaultUsage>
{
    Q_OBJECT
public:
    VaultUsageStore(const StoreContext& context, VaultStore& vaults, QObject* parent = nullptr);
    //! Reads one again, e.g. after a job.
    void refreshVault(const ArmId& vault);

protected:
    void load() override;

private:
    VaultStore& m_vaults;
};

} // namespace valv::presentation
