// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"
#include "presentation/stores/liststore.h"

namespace valv::contract {
[[nodiscard]] inline const ArmId& rowId(const BackupPolicy& row)
{
    return row.id;
}
[[nodiscard]] bool sameRow(const BackupPolicy& a, const BackupPolicy& b);
} // namespace valv::contract

namespace valv::presentation {

//! \brief The policies of one vault.
class PolicyStore final : public ListStore<contract::BackupPolicy>
{
    Q_OBJECT
public:
    PolicyStore(const StoreContext& context, ArmId vault, QObject* parent = nullptr);
    [[nodiscard]] const ArmId& vaultId() const { return m_vault; }
    [[nodiscard]] const contract::BackupPolicy* byName(const QString& name) const; //!< whatever its case
    [[nodiscard]] QList<contract::BackupPolicy> sorted() const; //!< by name, DefaultPolicy first

    //! New or changed, by its name in this vault.
    [[nodiscard]] QFuture<Result<contract::BackupPolicy>> save(const contract::BackupPolicy& policy);
    [[nodiscard]] QFuture<Result<client::Outcome>> remove(const ArmId& id);

protected:
    void load() override;

private:
    friend class EnableFlow;
    [[nodiscard]] QFuture<Result<contract::BackupPolicy>> saveQuietly(contract::BackupPolicy policy);

    ArmId m_vault;
};

} // namespace valv::presentation
