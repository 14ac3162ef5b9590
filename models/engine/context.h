// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/datetime.h"
#include "core/ids.h"
#include "engine/catalogue.h"
#include "engine/checker.h"
#include "engine/clockwatch.h"
#include "engine/engine.h"
#include "engine/inventory.h"
#include "engine/jobrunner.h"
#include "engine/notifier.h"
#include "engine/records.h"
#include "engine/replicator.h"
#include "engine/vaultregistry.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QTimeZone>

#include <algorithm>
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>

namespace valv::engine {

//! \brief Vaults that something is to be done for with the next tick. Any thread.
class VaultList
{
public:
    void add(const QString& vaultId)
    {
        const std::lock_guard lock(m_mutex);
        m_vaults.insert(vaultId);
    }
    [[nodiscard]] bool take(const QString& vaultId)
    {
        const std::lock_guard lock(m_mutex);
        return m_vaults.remove(vaultId);
    }

private:
    std::mutex m_mutex;
    QSet<QString> m_vaults;
};

//! \brief Vaults whose jobs have ended, and when the last of them did: how much they hold is to be read. Any thread.
class SampleList
{
public:
    void add(const QString& vaultId, const QDateTime& at)
    {
        const std::lock_guard lock(m_mutex);
        m_vaults[vaultId] = std::max(at, m_vaults.value(vaultId, at));
    }
    [[nodiscard]] std::optional<QDateTime> take(const QString& vaultId)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_vaults.constFind(vaultId);
        if (found == m_vaults.constEnd()) {
            return std::nullopt;
        }
        const auto at = *found;
        m_vaults.erase(found);
        return at;
    }

private:
    std::mutex m_mutex;
    QHash<QString, QDateTime> m_vaults;
};

//! \brief What the parts of the engine stand on, made by Engine::open in this order. Lives as long as the engine.
struct Context
{
    QString dataFolder;
    QString subscriptionId;
    QString tenantId;
    QString subscriptionName;
    QString defaultRegion;
    QTimeZone timeZone;
    bool tellsSpace = true;
    Capacity capacity;
    std::shared_ptr<Clock> clock;
    std::shared_ptr<IdGenerator> ids;
    std::unique_ptr<Catalogue> catalogue;
    std::unique_ptr<ClockWatch> clockWatch;
    std::unique_ptr<Notifier> notifier;
    std::unique_ptr<VaultRegistry> vaults;
    std::unique_ptr<Replicator> replicator;
    std::unique_ptr<Inventory> inventory;
    std::unique_ptr<JobRunner> runner;
    std::unique_ptr<Checker> checker;
    VaultList tidy; //!< may hold packs without a point
    SampleList sampling;
    //! One change of what is configured at a time; taken before every other lock.
    std::mutex changing;
    std::atomic<unsigned> etags{0};
    std::atomic<unsigned> pointIds{0};

    [[nodiscard]] QDateTime now() const { return toDateTime(clock->now()); }
    [[nodiscard]] QString uuid() const { return QString::fromStdString(ids->uuid()); }
    //! A new etag, other than all before. Form: contract.md 2.
    [[nodiscard]] QString newEtag();
    //! Errors ResourceNotFound (also one that is being deleted), BMSUserErrorInvalidInput with ValVaultNotUsable (one
    //! that is being made).
    [[nodiscard]] Result<VaultRecord> vault(const ArmId& id) const;
    //! The vault and its item; error BMSUserErrorDataSourceObjectNotFound.
    struct VaultItem
    {
        VaultRecord vault;
        ItemRecord item;
    };
    [[nodiscard]] Result<VaultItem> item(const ArmId& id) const;
    //! An empty job with id, entity and container of a VM; status InProgress, started now.
    [[nodiscard]] JobRecord newJob(const VaultRecord& vault, const ItemRecord& item, contract::JobOperation operation,
                                   bool userTriggered) const;
    //! Ended at once and well: configuration jobs.
    void complete(contract::BackupJob& job) const;
    [[nodiscard]] OperationRecord newOperation(const QString& vaultId, const QString& jobId) const;
};

//! Does this If-Match let the change through? Error PreconditionFailed.
[[nodiscard]] Result<> checkMatch(const QString& ifMatch, const QString& etag, const QString& name);

//! V21, V22. Error BMSUserErrorInvalidInput with ValRetainTillPast or ValRetainTillTooFar.
[[nodiscard]] Result<> checkRetainUntil(const Context& context, const QDateTime& until, const QString& target);

//! over's members win, member by member in objects below.
[[nodiscard]] QJsonObject merged(QJsonObject base, const QJsonObject& over);

} // namespace valv::engine
