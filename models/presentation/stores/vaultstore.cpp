// SPDX-License-Identifier: GPL-3.0-or-later
#include "presentation/stores/vaultstore.h"

#include "contract/resources.h"
#include "presentation/text/errortext.h"

#include <algorithm>

namespace valv::contract {

bool sameRow(const Vault& a, const Vault& b)
{
    // A row that is being made has no JSON of the server's yet.
    return a.raw == b.raw && a.provisioning == b.provisioning && a.etag == b.etag;
}

} // namespace valv::contract

namespace valv::presentation {

using contract::ProvisioningState;
using contract::Vault;

namespace {

constexpr std::chrono::seconds lookAgainAfter(5);
constexpr std::chrono::seconds followAfter(2);
constexpr std::chrono::seconds followAtMost(8);

bool isOnItsWay(const Vault& vault)
{
    return vault.provisioning == ProvisioningState::Provisioning || vault.provisioning == ProvisioningState::Deleting;
}

//! Whether the backend does something with it that ends by itself: it is checked, or copied to its second location.
bool isAtWork(const Vault& vault)
{
    const bool checked = vault.integrity && vault.integrity->state == contract::IntegrityState::Checking;
    const bool copied = vault.replication
        && (vault.replication->state == contract::ReplicationState::Copying
            || (vault.replication->state == contract::ReplicationState::Behind && !vault.replication->problem));
    return checked || copied;
}

} // namespace

bool isOpenable(const Vault& vault)
{
    return !isOnItsWay(vault);
}

bool lacksSecondLocation(const Vault& vault)
{
    return vault.redundancy == contract::StorageModel::GeoRedundant && vault.replication
        && vault.replication->state == contract::ReplicationState::None;
}

VaultStore::VaultStore(const StoreContext& context, SubscriptionStore& subscriptions, QObject* parent)
    : ListStore(context, parent)
    , m_subscriptions(subscriptions)
{
    dependOn(subscriptions);
    connect(this, &ListStoreBase::loadEnded, this, &VaultStore::lookAgain);
    const auto changed = [this] {
        m_pause = followAfter;
        follow();
    };
    connect(this, &ListStoreBase::rowsInserted, this, changed);
    connect(this, &ListStoreBase::rowsChanged, this, changed);
}

//! What is at work is read again until it is done: a single one by itself, several with their list, and ever less often
//! while nothing comes of it.
void VaultStore::follow()
{
    const auto all = rows();
    if (m_following || std::none_of(all.begin(), all.end(), isAtWork)) {
        return;
    }
    m_following = true;
    context().client.delay().after(m_pause, this, [this] {
        m_pause = std::min(2 * m_pause, followAtMost);
        QHash<QString, QList<ArmId>> atWork; // by subscription
        for (int row = 0; row < count(); ++row) {
            if (isAtWork(at(row))) {
                atWork[idAt(row).subscriptionId()].append(idAt(row));
            }
        }
        m_following = !atWork.isEmpty();
        const auto left = std::make_shared<qsizetype>(atWork.size());
        const auto answered = [this, left](const auto&) {
            if (--*left == 0) {
                m_following = false;
                follow(); // also when it is as it was, or could not be read
            }
        };
        for (auto [subscription, vaults] : atWork.asKeyValueRange()) {
            if (vaults.size() == 1) {
                whenDone(read(vaults.constFirst()), this, answered);
                continue;
            }
            const auto page = [this, scope = ArmId::subscription(subscription)](const QList<Vault>& known) {
                receive(scope, known);
            };
            whenDone(client().vaults().list(subscription, {this, page}), this, answered);
        }
    });
}

void VaultStore::lookAgain()
{
    const auto all = rows();
    if (m_looking || std::none_of(all.begin(), all.end(), isOnItsWay)) {
        return;
    }
    m_looking = true;
    context().client.delay().after(lookAgainAfter, this, [this] {
        m_looking = false;
        refresh();
    });
}

void VaultStore::load()
{
    const auto scopes = m_subscriptions.ids();
    begin(scopes);
    for (const auto& scope : scopes) {
        const auto page = [this, scope](const QList<Vault>& vaults) { receive(scope, vaults); };
        whenDone(client().vaults().list(scope.subscriptionId(), {this, page}), this, [this, scope](const auto& result) {
            endScope(scope, result ? std::nullopt : std::optional<Error>(result.error()));
        });
    }
}

QList<Vault> VaultStore::usableFor(const QString& subscriptionId, const QString& region) const
{
    QList<Vault> found;
    const auto wanted = contract::normalizedRegion(region);
    for (int row = 0; row < count(); ++row) {
        const Vault& vault = at(row);
        const bool ready = vault.provisioning == ProvisioningState::Succeeded || vault.provisioning.isEmpty();
        if (ready && contract::normalizedRegion(vault.location) == wanted
            && vault.id.subscriptionId().compare(subscriptionId, Qt::CaseInsensitive) == 0) {
            found << vault;
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Vault& a, const Vault& b) { return QString::compare(a.name, b.name, Qt::CaseInsensitive) < 0; });
    return found;
}

bool VaultStore::has(const QString& subscriptionId, const QString& name) const
{
    for (int row = 0; row < count(); ++row) {
        if (at(row).name.compare(name, Qt::CaseInsensitive) == 0
            && at(row).id.subscriptionId().compare(subscriptionId, Qt::CaseInsensitive) == 0) {
            return true;
        }
    }
    return false;
}

QString VaultStore::suggestedName(const QString& subscriptionId) const
{
    constexpr int first = 123;
    for (int number = first;; ++number) {
        const QString name = QStringLiteral("vault") + QString::number(number);
        if (!has(subscriptionId, name)) {
            return name;
        }
    }
}

QFuture<Result<client::NameAvailability>> VaultStore::checkName(const NewVault& vault)
{
    return client().vaults().checkName(vault.subscriptionId, vault.resourceGroup, vault.location, vault.name);
}

QFuture<Result<Vault>> VaultStore::create(const NewVault& vault)
{
    Activity activity;
    activity.kind = ActivityKind::CreateVault;
    activity.subject = vault.name;
    activity.target = vault.id();
    const int number = activities().begin(activity, [this, vault] { (void)create(vault); });
    m_refused.remove(vault.id());
    return client::mapped<Vault>(createQuietly(vault), this, [this, number, vault](Result<Vault> made) {
        if (made) {
            activities().succeed(number);
        } else {
            m_refused.insert(vault.id(), {vault, made.error()});
            activities().fail(number, made.error());
        }
        return made;
    });
}

const RefusedVault* VaultStore::refused(const ArmId& id) const
{
    const auto found = m_refused.constFind(id);
    return found == m_refused.cend() ? nullptr : &*found;
}

//! The group must be new, or nobody would have chosen to make it: a PUT would replace the tags of another one.
QFuture<Result<Vault>> VaultStore::putWithGroup(const Vault& vault)
{
    contract::ResourceGroup group;
    group.id = ArmId::resourceGroup(vault.id.subscriptionId(), vault.id.resourceGroup());
    group.name = vault.id.resourceGroup();
    group.location = vault.location;
    const auto made = client().resources().putResourceGroup(group, !m_groupsMade.contains(group.id));
    return client::followed<Vault>(made, this, [this, vault](const contract::ResourceGroup& its) {
        m_groupsMade.insert(its.id);
        return putNew(vault);
    });
}

QFuture<Result<Vault>> VaultStore::putNew(const Vault& vault)
{
    return m_claims.settle(
        vault.id, client().vaults().put(vault, true), this, [this, id = vault.id] { return client().vaults().get(id); },
        [vault](const Vault& there) {
            return contract::normalizedRegion(there.location) == contract::normalizedRegion(vault.location)
                && there.tags == vault.tags && there.secondFolder == vault.secondFolder
                && (vault.redundancy.isEmpty() || there.redundancy == vault.redundancy);
        });
}

QFuture<Result<Vault>> VaultStore::createQuietly(const NewVault& asked)
{
    const ArmId scope = ArmId::subscription(asked.subscriptionId);
    Vault vault;
    vault.id = asked.id();
    vault.name = asked.name;
    vault.location = asked.location;
    vault.redundancy = asked.redundancy;
    vault.tags = asked.tags;
    vault.secondFolder = asked.secondFolder;
    const bool isNew = find(vault.id) == nullptr;
    if (isNew) {
        Vault row = vault;
        row.provisioning = ProvisioningState::Provisioning;
        hold(row.id);
        receive(scope, {row});
    }
    const auto put = asked.newResourceGroup ? putWithGroup(vault) : putNew(vault);
    return client::mapped<Vault>(put, this, [this, scope, isNew, asked, id = vault.id](Result<Vault> made) {
        letGo(id);
        if (made) {
            m_madeHere.insert(id);
            receive(scope, {*made});
            if (asked.newResourceGroup) {
                Q_EMIT resourceGroupFound();
            }
            return made;
        }
        if (isNew) {
            ListStore::remove(id);
        }
        const auto why = nameTakenOr(made.error());
        if (why.code == "ValResourceGroupTaken") {
            Q_EMIT resourceGroupFound();
        } else if (why.code == "ValVaultNameTaken" && why.code != made.error().code) {
            refreshVault(id); // one that is not known here yet
        }
        return Result<Vault>(tl::unexpected(why));
    });
}

QFuture<Result<QList<contract::Usage>>> VaultStore::usages(const ArmId& id) const
{
    return client().vaults().usages(id);
}

QFuture<Result<Vault>> VaultStore::attach(const QString& subscriptionId, const client::AttachVault& vault)
{
    return client::mapped<Vault>(client().vaults().attach(subscriptionId, vault), this,
                                 [this, subscriptionId](Result<Vault> attached) {
                                     if (attached) {
                                         receive(ArmId::subscription(subscriptionId), {*attached});
                                         refresh(); // and with it the items of all vaults
                                     }
                                     return attached;
                                 });
}

QFuture<Result<client::Outcome>> VaultStore::remove(const ArmId& id)
{
    Activity activity;
    activity.kind = ActivityKind::DeleteVault;
    activity.subject = id.name();
    activity.target = id;
    const int number = activities().begin(activity, [this, id] { (void)remove(id); });
    return client::mapped<client::Outcome>(client().vaults().remove(id), this,
                                           [this, number, id](Result<client::Outcome> outcome) {
                                               if (outcome) {
                                                   activities().succeed(number);
                                                   ListStore::remove(id);
                                               } else {
                                                   activities().fail(number, outcome.error());
                                               }
                                               return outcome;
                                           });
}

QFuture<Result<Vault>> VaultStore::patch(const ArmId& id, const contract::VaultPatch& patch, const QString& etag)
{
    return client::mapped<Vault>(client().vaults().patch(id, patch, etag), this, [this, id](Result<Vault> changed) {
        if (changed) {
            receive(ArmId::subscription(id.subscriptionId()), {*changed});
        }
        return changed;
    });
}

QFuture<Result<contract::StorageConfig>> VaultStore::storageConfig(const ArmId& id)
{
    return client().vaults().storageConfig(id);
}

QFuture<Result<contract::StorageConfig>> VaultStore::setStorageConfig(const ArmId& id,
                                                                      const contract::StorageConfig& config)
{
    return client::mapped<contract::StorageConfig>(client().vaults().setStorageConfig(id, config), this,
                                                   [this, id](Result<contract::StorageConfig> set) {
                                                       refreshVault(id);
                                                       return set;
                                                   });
}

QFuture<Result<contract::StorageConfig>> VaultStore::copyNow(const ArmId& id)
{
    return client::mapped<contract::StorageConfig>(client().vaults().copyNow(id), this,
                                                   [this, id](Result<contract::StorageConfig> begun) {
                                                       refreshVault(id);
                                                       return begun;
                                                   });
}

QFuture<Result<Vault>> VaultStore::checkNow(const ArmId& id)
{
    return client::mapped<Vault>(client().vaults().checkNow(id), this, [this, id](Result<Vault> begun) {
        if (begun) {
            receive(ArmId::subscription(id.subscriptionId()), {*begun});
        }
        return begun;
    });
}

QFuture<Result<Vault>> VaultStore::sendTestMail(const ArmId& id)
{
    return client::mapped<Vault>(client().vaults().sendTestMail(id), this, [this, id](Result<Vault> asked) {
        if (asked) {
            receive(ArmId::subscription(id.subscriptionId()), {*asked});
        }
        return asked;
    });
}

QFuture<Result<QString>> VaultStore::recoveryKey(const ArmId& id)
{
    return client().vaults().recoveryKey(id);
}

QFuture<Result<QList<contract::DeletionBlocker>>> VaultStore::deletionBlockers(const ArmId& id)
{
    return client().vaults().deletionBlockers(id);
}

QFuture<Result<QList<contract::StorageSample>>> VaultStore::storageHistory(const ArmId& id, int days)
{
    return client().vaults().storageHistory(id, days);
}

QFuture<Result<Vault>> VaultStore::read(const ArmId& id)
{
    return client::mapped<Vault>(client().vaults().get(id), this, [this, id](Result<Vault> vault) {
        if (vault) {
            receive(ArmId::subscription(id.subscriptionId()), {*vault});
        } else if (vault.error().code == "ResourceNotFound") {
            ListStore::remove(id);
        }
        return vault;
    });
}

} // namespace valv::presentation
