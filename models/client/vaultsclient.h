// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/operation.h"
#include "client/pages.h"
#include "contract/vault.h"
#include "contract/vaultfacts.h"

#include <QFuture>

namespace valv::client {

struct NameAvailability
{
    bool available = false;
    QString reason; //!< the wire's, e.g. AlreadyExists; or a code of errors.tsv
    QString message;
    friend bool operator==(const NameAvailability&, const NameAvailability&) = default;
};

//! A vault's folder that comes from elsewhere. Source: docs/wire-extensions.md.
struct AttachVault
{
    QString folder; //!< absolute, on the computer of the engine
    QString recoveryKey; //!< as a person types it; never kept, never logged
    QString name; //!< empty: the vault's own
    QString resourceGroup; //!< empty: the vault's own
};

//! \brief Microsoft.RecoveryServices/vaults. Source: contract.md 8.
class VaultsClient
{
public:
    explicit VaultsClient(Pipeline& pipeline)
        : m_pipeline(pipeline)
    { }
    [[nodiscard]] QFuture<Result<QList<contract::Vault>>> list(const QString& subscriptionId,
                                                               PageSink<contract::Vault> sink = {});
    [[nodiscard]] QFuture<Result<contract::Vault>> get(const ArmId& id);
    //! Creates or changes, waits for the end, answers the vault as it then is. With vault.etag: only if nobody else
    //! changed it (ConflictETagMismatch).
    //! \param onlyNew refused with PreconditionFailed, and ValVaultNameTaken in its details, when there is one already
    [[nodiscard]] QFuture<Result<contract::Vault>> put(const contract::Vault& vault, bool onlyNew = false);
    //! Changes what the patch has. With an etag: only if nobody else changed the vault (ConflictETagMismatch).
    [[nodiscard]] QFuture<Result<contract::Vault>> patch(const ArmId& id, const contract::VaultPatch& patch,
                                                         const QString& etag = {});
    [[nodiscard]] QFuture<Result<Outcome>> remove(const ArmId& id);
    [[nodiscard]] QFuture<Result<NameAvailability>> checkName(const QString& subscriptionId,
                                                              const QString& resourceGroup, const QString& location,
                                                              const QString& name);
    //! Valv's own: the vault as it stands in the catalogue from now on.
    [[nodiscard]] QFuture<Result<contract::Vault>> attach(const QString& subscriptionId, const AttachVault& vault);
    [[nodiscard]] QFuture<Result<QList<contract::Usage>>> usages(const ArmId& id);
    [[nodiscard]] QFuture<Result<contract::StorageConfig>> storageConfig(const ArmId& id); //!< with its etag
    //! With config.etag: only if nobody else changed redundancy or second location (ConflictETagMismatch).
    [[nodiscard]] QFuture<Result<contract::StorageConfig>> setStorageConfig(const ArmId& id,
                                                                            const contract::StorageConfig& config);
    //! Ours: copies to the second location and checks all of it, without waiting for the next try. Answers at once;
    //! how it goes is told by the vault.
    [[nodiscard]] QFuture<Result<contract::StorageConfig>> copyNow(const ArmId& id);
    //! Ours: reads all that the vault holds and compares it with its hashes. Answers at once; how it goes is told by
    //! the vault.
    [[nodiscard]] QFuture<Result<contract::Vault>> checkNow(const ArmId& id);
    //! Ours: mails the recipients of the vault soon; how it went is told by the vault (notificationState).
    [[nodiscard]] QFuture<Result<contract::Vault>> sendTestMail(const ArmId& id);
    //! Ours: what still keeps the vault from being deleted; empty: nothing.
    [[nodiscard]] QFuture<Result<QList<contract::DeletionBlocker>>> deletionBlockers(const ArmId& id);
    //! Ours: what the vault held, oldest first; at least one sample for each day with a running engine.
    [[nodiscard]] QFuture<Result<QList<contract::StorageSample>>> storageHistory(const ArmId& id, int days);
    //! Ours: the vault's recovery key as a person types it.
    [[nodiscard]] QFuture<Result<QString>> recoveryKey(const ArmId& id);
    //! Asks the vault's host to look for virtual machines again.
    [[nodiscard]] QFuture<Result<Outcome>> discover(const ArmId& id);

private:
    Pipeline& m_pipeline;
};

} // namespace valv::client
