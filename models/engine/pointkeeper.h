// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/previews.h"
#include "engine/context.h"
#include "engine/engine.h"

namespace valv::engine {

//! \brief What a person does with a single recovery point: pin, hold, another date, removal. Any thread. Source:
//! docs/wire-extensions.md.
class PointKeeper
{
public:
    explicit PointKeeper(Context& context)
        : m_context(context)
    { }
    [[nodiscard]] Result<QList<RecoveryPoint>> list(const ArmId& item) const; //!< newest first
    [[nodiscard]] Result<RecoveryPoint> get(const ArmId& id) const;
    [[nodiscard]] Result<RecoveryPoint> change(const ArmId& id, const contract::PointChange& change,
                                               const QString& ifMatch);
    [[nodiscard]] Result<bool> remove(const ArmId& id, bool evenLastGood, const QString& ifMatch);
    [[nodiscard]] Result<contract::RemovalPreview> preview(const ArmId& item, const QStringList& names) const;

private:
    struct Found
    {
        VaultRecord vault;
        ItemRecord item;
        VaultRegistry::Points points; //!< of the item
    };
    //! Error ItemSoftDeleted, too.
    [[nodiscard]] Result<Found> find(const ArmId& item) const;

    Context& m_context;
};

} // namespace valv::engine
