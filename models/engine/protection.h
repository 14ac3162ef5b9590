// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/context.h"
#include "engine/engine.h"

namespace valv::engine {

//! \brief What is protected, how, and by which vault. Any thread. Source: contract.md 10.1–10.4.
class Protection
{
public:
    explicit Protection(Context& context)
        : m_context(context)
    { }

    [[nodiscard]] Result<QList<contract::ProtectableItem>> protectable(const ArmId& vault) const;
    [[nodiscard]] Result<QList<ProtectedItem>> list(const ArmId& vault) const;
    [[nodiscard]] Result<ProtectedItem> get(const ArmId& item) const;
    [[nodiscard]] contract::BackupStatus statusOf(const ArmId& vm) const;
    [[nodiscard]] Result<Accepted> change(const ArmId& item, const contract::ProtectRequest& request);
    [[nodiscard]] Result<std::optional<Accepted>> remove(const ArmId& item);
    //! Removes all points of an item and the item itself; the vault's room is freed by its next collection.
    //! Stops between points when asked to.
    [[nodiscard]] Result<> purge(const VaultRecord& vault, const ItemRecord& item, const std::stop_token& stop);

private:
    [[nodiscard]] ProtectedItem shown(const VaultRecord& vault, const ItemRecord& item, bool extended) const;
    [[nodiscard]] Result<ItemRecord> newItem(const VaultRecord& vault, const contract::ProtectRequest& request) const;
    [[nodiscard]] Result<Accepted> assign(const VaultRecord& vault, std::optional<ItemRecord> item,
                                          const contract::ProtectRequest& request);
    [[nodiscard]] Result<Accepted> stop(const VaultRecord& vault, ItemRecord item, contract::ProtectionState to);
    [[nodiscard]] Result<Accepted> undelete(const VaultRecord& vault, ItemRecord item);
    [[nodiscard]] Result<Accepted> purgeByJob(const VaultRecord& vault, ItemRecord item);
    [[nodiscard]] Result<> checkFree(const ItemRecord& item) const;
    //! Document, row, ended job and operation.
    [[nodiscard]] Result<Accepted> commit(const VaultRecord& vault, const ItemRecord& item, JobRecord job);

    Context& m_context;
};

//! What an item's document in the vault says.
[[nodiscard]] QJsonObject documentOf(const ItemRecord& item);

} // namespace valv::engine
