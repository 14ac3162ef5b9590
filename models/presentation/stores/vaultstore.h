// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "contract/vault.h"
#include "contract/vaultfacts.h"
#include "presentation/stores/claims.h"
#include "presentation/stores/liststore.h"
#include "presentation/stores/resourcestores.h"

namespace valv::contract {
[[nodiscard]] inline const ArmId& rowId(const Vault& row)
{
    return row.id;
}
[[nodiscard]] bool sameRow(const Vault& a, const Vault& b);
} // namespace valv::contract

namespace valv::presentation {

//! What a vault is made from. Source: flows.md B2, A5.
struct NewVault
{
    QString name;
    QString subscriptionId;
    QString resourceGroup;
    bool newResourceGroup = false; //!< make the group first
    QString location;
    contract::Open<contract::StorageModel> redundancy; //!< empty: the backend's default
    QMap<QString, QString> tags = {};
    QString secondFolder = {}; //!< of the second location, on the engine's host; empty: none yet
    [[nodiscard]] ArmId id() const { return ArmId::vault(subscriptionId, resourceGroup, name); }
    friend bool operator==(const NewVault&, const NewVault&) = default;
};

//! A creation that did not succeed: what was entered, so that its form can be opened again, and why.
struct RefusedVault
{
    NewVault vault;
    Error error;
};

//! Whether it stands: not one that is still being made, or is being deleted.
[[nodiscard]] bool isOpenable(const contract::Vault& vault);
//! Geo-redundant by its setting, and copied nowhere: all there is lies in one place.
[[nodiscard]] bool lacksSecondLocation(const contract::Vault& vault);

//! \brief Vaults of all subscriptions. While one of them is being made or deleted, the list is read again by itself;
//! while one is checked or copied to its second location, that vault is.
class VaultStore final : public ListStore<contract::Vault>
{
    Q_OBJECT
public:
    VaultStore(const StoreContext& context, SubscriptionStore& subscriptions, QObject* parent = nullptr);

    //! Those that a machine there can be protected in, by name; unusable ones are left out.
    [[nodiscard]] QList<contract::Vault> usableFor(const QString& subscriptionId, const QString& region) const;
    //! V5: one of that name in the subscription, whatever its case; what this list knows, ask checkName() too.
    [[nodiscard]] bool has(const QString& subscriptionId, const QString& name) const;
    //! "vault" and a number that is free here, e.g. vault123. Source: flows.md A5.
    [[nodiscard]] QString suggestedName(const QString& subscriptionId) const;

    [[nodiscard]] QFuture<Result<client::NameAvailability>> checkName(const NewVault& vault);
    //! Stands in the list as Provisioning from now on; leaves it again when it fails.
    [[nodiscard]] QFuture<Result<contract::Vault>> create(const NewVault& vault);
    [[nodiscard]] QFuture<Result<QList<contract::Usage>>> usages(const ArmId& id) const;
    //! Takes in a vault's folder from elsewhere, with its policies, items and points; it stands in the list then.
    [[nodiscard]] QFuture<Result<contract::Vault>> attach(const QString& subscriptionId,
                                                          const client::AttachVault& vault);
    [[nodiscard]] QFuture<Result<client::Outcome>> remove(const ArmId& id);
    //! By this session: its recovery key is nowhere else yet.
    [[nodiscard]] bool isMadeHere(const ArmId& id) const { return m_madeHere.contains(id); }
    //! Changes tags, security settings or notifications. With an etag: only if nobody else changed the vault since.
    [[nodiscard]] QFuture<Result<contract::Vault>> patch(const ArmId& id, const contract::VaultPatch& patch,
                                                         const QString& etag = {});
    [[nodiscard]] QFuture<Result<contract::StorageConfig>> storageConfig(const ArmId& id);
    [[nodiscard]] QFuture<Result<contract::StorageConfig>> setStorageConfig(const ArmId& id,
                                                                            const contract::StorageConfig& config);
    //! Copies to the second location and checks it now; how it goes is told by the vault.
    [[nodiscard]] QFuture<Result<contract::StorageConfig>> copyNow(const ArmId& id);
    //! Reads all that the vault holds; how it goes is told by the vault.
    [[nodiscard]] QFuture<Result<contract::Vault>> checkNow(const ArmId& id);
    //! Mails the recipients of its alerts soon; how it went is told by the vault.
    [[nodiscard]] QFuture<Result<contract::Vault>> sendTestMail(const ArmId& id);
    [[nodiscard]] QFuture<Result<QString>> recoveryKey(const ArmId& id);
    //! What still keeps it from being deleted; empty: nothing.
    [[nodiscard]] QFuture<Result<QList<contract::DeletionBlocker>>> deletionBlockers(const ArmId& id);
    //! What it held in the last days, oldest first.
    [[nodiscard]] QFuture<Result<QList<contract::StorageSample>>> storageHistory(const ArmId& id, int days);
    //! Reads one again.
    [[nodiscard]] QFuture<Result<contract::Vault>> read(const ArmId& id);
    void refreshVault(const ArmId& id) { (void)read(id); }
    //! The last creation of that vault, if it failed; nothing: none known.
    [[nodiscard]] const RefusedVault* refused(const ArmId& id) const;

Q_SIGNALS:
    //! There is one that may not be known: made with a vault, or found when it was to be made.
    void resourceGroupFound();

protected:
    void load() override;

private:
    friend class EnableFlow;
    [[nodiscard]] QFuture<Result<contract::Vault>> createQuietly(const NewVault& vault);
    [[nodiscard]] QFuture<Result<contract::Vault>> putWithGroup(const contract::Vault& vault);
    [[nodiscard]] QFuture<Result<contract::Vault>> putNew(const contract::Vault& vault);
    void lookAgain();
    void follow();

    SubscriptionStore& m_subscriptions;
    QSet<ArmId> m_madeHere;
    Claims<contract::Vault> m_claims;
    QSet<ArmId> m_groupsMade; //!< by this session: a vault that failed then goes on from there
    QHash<ArmId, RefusedVault> m_refused;
    bool m_looking = false;
    bool m_following = false; //!< those at work are read again soon
    std::chrono::seconds m_pause{}; //!< until then; longer while nothing changes
};

} // namespace valv::presentation
