// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/context.h"
#include "engine/engine.h"

#include <functional>

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
    [[nodiscard]] Result<std::optional<Accepted>> remove(const ArmId& item, const contract::StopReason& why);
    //! What the item's points would lose under this policy of its vault.
    [[nodiscard]] Result<contract::ExpiryPreview> previewPolicy(const ArmId& item, const ArmId& policy,
                                                                bool bytes) const;
    //! Removes all points of an item and the item itself; the vault's room is freed by its next collection.
    //! Stops between points when asked to.
    [[nodiscard]] Result<> purge(const VaultRecord& vault, const ItemRecord& item, const std::stop_token& stop);

private:
    //! What the wire says of a policy in an item.
    struct Ruling
    {
        ArmId id;
        QString name;
        std::optional<QDateTime> nextRun;
    };
    [[nodiscard]] Ruling rulingOf(const PolicyRecord& policy) const;
    //! \param ruling of the item's policy; nothing: it has none
    [[nodiscard]] ProtectedItem shown(const VaultRecord& vault, const ItemRecord& item,
                                      const std::optional<Ruling>& ruling) const;
    [[nodiscard]] Result<ItemRecord> newItem(const VaultRecord& vault, const contract::ProtectRequest& request) const;
    //! Errors VaultVmLimitReached (for an item more), PolicyVmLimitReached.
    [[nodiscard]] Result<> checkRoom(const VaultRecord& vault, const std::optional<ItemRecord>& item,
                                     const BackupPolicy& policy) const;
    [[nodiscard]] Result<Accepted> assign(const VaultRecord& vault, std::optional<ItemRecord> item,
                                          const contract::ProtectRequest& request);
    [[nodiscard]] Result<Accepted> stop(const VaultRecord& vault, ItemRecord item,
                                        const contract::ProtectRequest& request);
    [[nodiscard]] Result<Accepted> undelete(const VaultRecord& vault, ItemRecord item);
    [[nodiscard]] Result<Accepted> purgeByJob(const VaultRecord& vault, ItemRecord item, const contract::StopReason& why);
    [[nodiscard]] Result<> checkFree(const ItemRecord& item) const;
    //! Document, row, ended job and operation.
    //! \param beside what else belongs to the same transaction: alerts
    using Beside = std::function<Result<>(Catalogue::Writer& writer, const JobRecord& job)>;
    [[nodiscard]] Result<Accepted> commit(const VaultRecord& vault, const ItemRecord& item, JobRecord job,
                                          const Beside& beside = {});
    //! Nothing runs on the item any more that could fail, be missed or grow old.
    [[nodiscard]] Beside endOfAlerts(const VaultRecord& vault, const ItemRecord& item, const QStringList& codes) const;
    [[nodiscard]] Beside dataDeleted(const VaultRecord& vault, const ItemRecord& item) const;

    Context& m_context;
};

//! What an item's document in the vault says.
[[nodiscard]] QJsonObject documentOf(const ItemRecord& item);

} // namespace valv::engine
