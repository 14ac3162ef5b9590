// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/backuppolicy.h"
#include "presentation/stores/claims.h"
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

    //! Reads one again, with its etag.
    [[nodiscard]] QFuture<Result<contract::BackupPolicy>> read(const ArmId& id);
    //! What saving it would expire; nothing is saved.
    [[nodiscard]] QFuture<Result<contract::ExpiryPreview>> preview(const contract::BackupPolicy& policy);
    //! The same a moment after the last time that this was called: for what changes with every key. What was asked
    //! before, and not answered yet, ends without an answer.
    [[nodiscard]] QFuture<Result<contract::ExpiryPreview>> previewSoon(const contract::BackupPolicy& policy);
    //! New or changed, by its name in this vault. With an etag: only if nobody else changed it (PreconditionFailed).
    //! \param onlyNew never in place of one of that name: see nameTakenOr()
    [[nodiscard]] QFuture<Result<contract::BackupPolicy>> save(const contract::BackupPolicy& policy,
                                                               bool onlyNew = false);
    [[nodiscard]] QFuture<Result<client::Outcome>> remove(const ArmId& id);

protected:
    void load() override;

private:
    friend class EnableFlow;
    [[nodiscard]] QFuture<Result<contract::BackupPolicy>> saveQuietly(contract::BackupPolicy policy,
                                                                      bool onlyNew = false);

    ArmId m_vault;
    Claims<contract::BackupPolicy> m_claims;
    int m_asked = 0; //!< the latest previewSoon()
};

} // namespace valv::presentation
