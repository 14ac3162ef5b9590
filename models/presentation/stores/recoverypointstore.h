// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/recoverypoint.h"
#include "contract/requests.h"
#include "presentation/stores/jobstore.h"
#include "presentation/stores/liststore.h"

namespace valv::contract {
[[nodiscard]] inline const ArmId& rowId(const RecoveryPoint& row)
{
    return row.id;
}
[[nodiscard]] bool sameRow(const RecoveryPoint& a, const RecoveryPoint& b);
} // namespace valv::contract

namespace valv::presentation {

//! Where a restore goes. Source: flows.md I7.
struct RestoreTarget
{
    contract::RecoveryType type = contract::RecoveryType::RestoreDisks;
    QString folder; //!< on the engine's host; RestoreDisks, and AlternateLocation of an image folder
    QString format; //!< raw or qcow2; empty: raw
    QString vmName; //!< AlternateLocation: the new machine
    QString resourceGroup; //!< AlternateLocation: where it goes; empty: the source's
    std::optional<QList<int>> diskLuns; //!< nothing: all
    ArmId storageAccount; //!< where the connection needs a staging place
    bool overwrite = false; //!< only after the person was asked
    friend bool operator==(const RestoreTarget&, const RestoreTarget&) = default;
};

//! \brief The recovery points of one item.
class RecoveryPointStore final : public ListStore<contract::RecoveryPoint>
{
    Q_OBJECT
public:
    RecoveryPointStore(const StoreContext& context, ArmId item, ProtectedItemStore& items, VaultStore& vaults,
                       JobStore& jobs, QObject* parent = nullptr);
    [[nodiscard]] const ArmId& itemId() const { return m_item; }
    [[nodiscard]] const contract::RecoveryPoint* latest() const; //!< nothing: no point
    [[nodiscard]] const contract::RecoveryPoint* oldest() const;
    [[nodiscard]] int countOf(contract::ConsistencyType consistency, const QDateTime& since = {}) const;

    //! Pins, holds, or gives another date. \param etag of the point as the person saw it: refused when somebody else
    //! has changed it since (PreconditionFailed)
    [[nodiscard]] QFuture<Result<contract::RecoveryPoint>>
    change(const ArmId& point, const contract::PointChange& change, const QString& etag);
    //! What the removal of one would free, and what stands against it; may take seconds.
    [[nodiscard]] QFuture<Result<contract::RemovalPreview>> previewRemoval(const ArmId& point);
    //! \param evenLastGood the person was told that no good point is newer, and agreed; \param etag as above
    [[nodiscard]] QFuture<Result<client::Outcome>> remove(const ArmId& point, bool evenLastGood, const QString& etag);
    [[nodiscard]] QFuture<Result<StartedJob>> restore(const ArmId& point, const RestoreTarget& target);
    //! What speaks for and against it; nothing is made.
    [[nodiscard]] QFuture<Result<contract::RestoreValidation>> validate(const ArmId& point,
                                                                        const RestoreTarget& target) const;

protected:
    void load() override;

private:
    [[nodiscard]] Activity about(ActivityKind kind) const;
    [[nodiscard]] contract::RestoreRequest requestFor(const ArmId& point, const RestoreTarget& target) const;

    ArmId m_item;
    ProtectedItemStore& m_items;
    VaultStore& m_vaults;
    JobStore& m_jobs;
};

} // namespace valv::presentation
