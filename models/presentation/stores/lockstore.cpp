// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/lockstore.h"

namespace valv::contract {

bool sameRow(const ManagementLock& a, const ManagementLock& b)
{
    return a.level == b.level && a.notes == b.notes && a.name == b.name;
}

} // namespace valv::contract

namespace valv::presentation {

using contract::ManagementLock;

LockStore::LockStore(const StoreContext& context, ArmId vault, QObject* parent)
    : ListStore(context, parent)
    , m_vault(std::move(vault))
{ }

bool LockStore::isServiceGroup(const QString& resourceGroup)
{
    return resourceGroup.startsWith(QLatin1String("AzureBackupRG_"), Qt::CaseInsensitive);
}

bool LockStore::isOfServiceGroup(const ManagementLock& lock)
{
    return isServiceGroup(lock.id.resourceGroup());
}

void LockStore::load()
{
    const auto subscription = ArmId::subscription(m_vault.subscriptionId());
    begin({m_vault, subscription});
    whenDone(client().locks().list(m_vault), this, [this](const Result<QList<ManagementLock>>& locks) {
        if (locks) {
            receive(m_vault, *locks);
        }
        endScope(m_vault, locks ? std::nullopt : std::optional<Error>(locks.error()));
    });
    whenDone(client().locks().list(subscription), this,
             [this, subscription](const Result<QList<ManagementLock>>& locks) {
                 if (locks) {
                     QList<ManagementLock> ofService;
                     std::copy_if(locks->cbegin(), locks->cend(), std::back_inserter(ofService), isOfServiceGroup);
                     receive(subscription, ofService);
                 }
                 endScope(subscription, locks ? std::nullopt : std::optional<Error>(locks.error()));
             });
}

QFuture<Result<ManagementLock>> LockStore::put(const ManagementLock& lock)
{
    return client::mapped<ManagementLock>(client().locks().put(lock), this, [this](Result<ManagementLock> made) {
        if (made) {
            receive(m_vault, {*made});
        }
        return made;
    });
}

QFuture<Result<client::Outcome>> LockStore::remove(const ArmId& id)
{
    return client::mapped<client::Outcome>(client().locks().remove(id), this, [this, id](Result<client::Outcome> gone) {
        if (gone) {
            ListStore::remove(id);
        }
        return gone;
    });
}

} // namespace valv::presentation
