// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/records.h"
#include "store/vault.h"

#include <QJsonObject>

#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace valv::engine {

//! \brief The open vaults: each is opened when first needed and stays open. Keeps the recovery points in memory, since
//! this program is a vault's only writer. Documents are what brings a vault's policies and items back when it is
//! attached elsewhere. Any thread. Errors: those of store::Vault and store::RecoveryKey.
class VaultRegistry
{
public:
    using Points = std::vector<store::PointInfo>; //!< oldest first

    explicit VaultRegistry(store::VaultOptions options = {})
        : m_options(options)
    { }

    //! Makes key file and folder. On an error nothing of them is left.
    [[nodiscard]] Result<> create(const VaultRecord& record, Instant now);
    [[nodiscard]] Result<std::shared_ptr<store::Vault>> open(const VaultRecord& record);
    //! A vault that was opened, and read, to be attached.
    void adopt(const QString& vaultId, std::shared_ptr<store::Vault> vault, Points points);
    void forget(const QString& vaultId);
    [[nodiscard]] Result<QString> recoveryKey(const VaultRecord& record) const;

    //! Those of one VM (ItemRecord::nameKey()); an empty item: all.
    [[nodiscard]] Result<Points> points(const VaultRecord& record, const QString& item);
    void pointAdded(const QString& vaultId, const store::PointInfo& point);
    [[nodiscard]] Result<> setPointState(const VaultRecord& record, const std::string& pointId,
                                         const store::PointState& state);
    [[nodiscard]] Result<> removePoint(const VaultRecord& record, const std::string& pointId);

    [[nodiscard]] Result<> putDocument(const VaultRecord& record, const QString& name, const QJsonObject& json);
    [[nodiscard]] Result<> removeDocument(const VaultRecord& record, const QString& name);

private:
    struct Entry
    {
        std::shared_ptr<store::Vault> vault;
        std::optional<Points> points; //!< not read yet
    };
    [[nodiscard]] Result<> loadPoints(const VaultRecord& record);

    const store::VaultOptions m_options;
    std::mutex m_mutex;
    std::map<QString, Entry> m_entries;
};

//! The item that a point belongs to, as ItemRecord::nameKey(). `valvd vault backup` knows no resource groups: its
//! points are of the group that VMs without one are in.
[[nodiscard]] QString itemKeyOf(const store::PointHeader& header);
inline const QString groupOfNone = QStringLiteral("valv");

//! Names of documents in a vault.
[[nodiscard]] QString policyDocument(const QString& policyName);
[[nodiscard]] QString itemDocument(const QString& nameKey);
inline const QString vaultDocument = QStringLiteral("vault");

} // namespace valv::engine
