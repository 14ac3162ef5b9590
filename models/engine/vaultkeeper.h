// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/context.h"
#include "engine/engine.h"
#include "engine/secondlocation.h"

namespace valv::engine {

//! \brief Vaults and their settings. Any thread. Errors: contract.md 2 and 8.
class VaultKeeper
{
public:
    explicit VaultKeeper(Context& context)
        : m_context(context)
    { }

    [[nodiscard]] Result<QList<Vault>> list() const;
    [[nodiscard]] Result<Vault> get(const ArmId& id) const;
    [[nodiscard]] Result<Written<Vault>> put(const Vault& vault, const QString& ifMatch);
    [[nodiscard]] Result<Vault> patch(const ArmId& id, const QJsonObject& patch, const QString& ifMatch);
    [[nodiscard]] Result<Written<Vault>> attach(const AttachRequest& request);
    [[nodiscard]] Result<bool> remove(const ArmId& id, const QString& ifMatch);
    //! Ends deletions that a closed program began, and takes back what it had not finished to create. Call once, before
    //! anything else.
    void finishDeletions();
    //! \param locks on the vault and on its group
    [[nodiscard]] Result<QList<contract::DeletionBlocker>>
    deletionBlockers(const ArmId& id, const QList<contract::ManagementLock>& locks) const;

    [[nodiscard]] Result<QList<contract::Usage>> usages(const ArmId& id) const;
    [[nodiscard]] std::optional<Error> nameProblem(const QString& name) const;
    [[nodiscard]] Result<QJsonObject> storageConfig(const ArmId& id) const;
    [[nodiscard]] Result<QJsonObject> setStorageConfig(const ArmId& id, const QJsonObject& body);
    [[nodiscard]] Result<QJsonObject> copyNow(const ArmId& id);
    [[nodiscard]] Result<Vault> checkNow(const ArmId& id);
    [[nodiscard]] Result<QJsonObject> vaultConfig(const ArmId& id) const;
    [[nodiscard]] Result<QJsonObject> setVaultConfig(const ArmId& id, const QJsonObject& body);

    [[nodiscard]] QList<contract::Location> locations() const;

    [[nodiscard]] Result<QList<ResourceGroup>> groups() const;
    [[nodiscard]] Result<ResourceGroup> group(const QString& name) const;
    [[nodiscard]] Result<Written<ResourceGroup>> putGroup(const ResourceGroup& group);
    [[nodiscard]] Result<> removeGroup(const QString& name);

private:
    [[nodiscard]] Vault shown(const VaultRecord& record) const;
    [[nodiscard]] Vault shown(const VaultRecord& record, const contract::NotificationState& notifications) const;
    //! A vault that is known: nothing to do, or its folder was moved. Error VaultAlreadyAttached.
    [[nodiscard]] Result<Written<Vault>> attachAgain(VaultRecord known, const QString& folder,
                                                     const store::RecoveryKey& key);
    //! State, policy and figures of an item that came with its vault.
    [[nodiscard]] Result<> adopt(ItemRecord& item, const QList<PolicyRecord>& policies,
                                 const VaultRegistry::Points& points) const;
    //! What a new vault will be; nothing of it is made yet.
    [[nodiscard]] Result<VaultRecord> planned(const Vault& vault) const;
    //! In the list from the start; its folder and key are made without holding anybody up.
    [[nodiscard]] Result<VaultRecord> create(const Vault& vault);
    [[nodiscard]] Result<> makeFiles(const VaultRecord& record, const PolicyRecord& policy);
    //! The record with the request's members over it; checks what may change.
    [[nodiscard]] Result<VaultRecord> changed(const VaultRecord& record, const QJsonObject& over) const;
    //! The part of changed() that immutability is.
    [[nodiscard]] Result<> changeImmutability(const VaultRecord& before, VaultRecord& next,
                                              const QJsonObject& properties, const QJsonObject& ours) const;
    //! The part of changed() that alerts by mail are.
    [[nodiscard]] static Result<> changeNotifications(VaultRecord& next, const QJsonObject& ours);
    //! Nothing: the second location stays as it is. Touches the folder: to be called without a lock.
    using Second = std::optional<SecondLocation>;
    [[nodiscard]] Result<Second> secondWish(const VaultRecord& record, const QJsonObject& properties, bool again) const;
    //! Error BMSUserErrorInvalidInput with ValSecondLocationLocal.
    [[nodiscard]] Result<> setSecond(VaultRecord& record, const Second& second) const;
    [[nodiscard]] Result<> store(const VaultRecord& record, const Second& second);
    //! changed(), with a new etag, and stored.
    [[nodiscard]] Result<VaultRecord> write(const VaultRecord& record, const QJsonObject& over, Second second);
    [[nodiscard]] Result<> checkRoom() const; //!< for one more vault; error VaultLimitReached
    [[nodiscard]] Result<> checkLocation(const QString& location) const;
    [[nodiscard]] QJsonObject storageConfigOf(const VaultRecord& record) const;
    [[nodiscard]] QJsonObject vaultConfigOf(const VaultRecord& record) const;
    void removeFiles(const VaultRecord& record);

    Context& m_context;
};

} // namespace valv::engine
